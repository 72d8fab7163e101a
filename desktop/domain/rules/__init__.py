"""One file a rule, named after it: `meeting_quorum.py` holds `meeting.quorum`, its card first. Imports domain only."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from desktop.domain.rule import Rule


@cache
def load() -> Mapping[str, Rule[Any]]:
    """Every rule in the folder by its name; whoever needs but one imports its file."""
    found = (import_module(f"{__name__}.{each.name}").RULE for each in iter_modules(__path__))
    return {rule.id: rule for rule in found}
