"""One file a kind of file: its `FORMAT` says how names end and reads it. May import exchange."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from desktop.exchange.regulations.source import Format


@cache
def load() -> Mapping[str, Format]:
    """Every kind of file in the folder by the endings of its names."""
    found: list[Format] = [import_module(f"{__name__}.{each.name}").FORMAT for each in iter_modules(__path__)]
    return {ending: each for each in found for ending in each.endings}


def offered() -> tuple[str, ...]:
    """The endings of files that can be read."""
    return tuple(sorted(ending for ending, each in load().items() if each.offered))
