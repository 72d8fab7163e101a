"""What the centre lays down for committees, by level and day. May import domain and resources.

It is said where it matters and judged by no rule.
"""

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import resources
from desktop.exchange.forms import built

About = Literal["model", "document", "grounds"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CentralFact:
    """`levels` without a code are all; `issuers` and `types` tell the papers that one on documents is about."""

    number: str
    day: dt.date
    levels: tuple[str, ...]
    about: str
    says: str
    issuers: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    checked: bool = False

    def holds(self, level: str, on: dt.date) -> bool:
        return self.day <= on and (not self.levels or level in self.levels)


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    facts: tuple[CentralFact, ...]


@cache
def central_facts() -> tuple[CentralFact, ...]:
    """In the order of the file."""
    path = Path(str(resources.__file__)).parent / "central.toml"
    return built(_File, tomllib.loads(path.read_text(encoding="utf-8"))).facts
