"""Spells every word of a paper as the office does (`ủy` or `uỷ`). May import the paper description only."""

from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from desktop.papers.forms.base.names import respelled
from desktop.papers.paper import Paper

T = TypeVar("T")
KEPT = frozenset({"pack", "slug", "day"})


def spelled(paper: Paper, spelling: str) -> Paper:
    return _spelled(paper, spelling)


def _spelled(value: T, spelling: str) -> T:
    if isinstance(value, str):
        return respelled(value, spelling)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(_spelled(item, spelling) for item in value)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in fields(value) if field.name not in KEPT]
        return replace(value, **{name: _spelled(getattr(value, name), spelling) for name in names})
    return value
