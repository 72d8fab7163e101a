"""What the account of a period comes to in figures, as `thuky account --json` gives them and a province adds them up.

Frozen data only, whole numbers only: what is a share stays two numbers. `desktop.domain` only.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeNamed:
    name: str = ""
    superior: str = ""
    symbol: str = ""
    province: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """The kind of committee, empty where neither its name nor the office tells it."""

    code: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """`last` is absent of a term whose end is not known; `until` is the last day counted."""

    code: str
    first: dt.date
    last: dt.date | None = None
    until: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """`judged` are those counted days on which a regulation was in force and the office kept its records."""

    judged: int
    counted: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InForceDays:
    """A regulation and on how many of the period's days it was in force, up to the last day counted."""

    profile: str
    title: str = ""
    from_: dt.date | None = None
    to: dt.date | None = None
    document: str = ""
    days: int
    of: int
    offices: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFigures:
    """`of` is what was settled: kept (`n`) or broken (`breach`); the rest of what was found stands beside it.

    `silent`, `open`: in every office added, the regulation in force does not lay it down, or the office has not
    confirmed what it says on it; `silent_in`, `open_in`: in how many of them.
    """

    key: str
    rule: str
    section: str
    words: str
    unit: str = ""
    n: int
    of: int
    breach: int
    due: int
    unclear: int
    unknown: int
    exempt: int
    unchecked: int
    silent: bool
    open: bool
    silent_in: int
    open_in: int
    cites: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CountFigure:
    """A plain count, or so many `of` so many."""

    key: str
    section: str
    words: str
    unit: str = ""
    n: int
    of: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseFigure:
    """Cases not kept or not clear on which the office noted a cause of that kind."""

    key: str
    words: str
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """`before` counts the records of days on which nothing was judged, as no regulation held or no records were kept.

    Of several offices added up, `names` are theirs and `office` is empty.
    """

    offices: int = 1
    names: tuple[str, ...] = ()
    office: OfficeNamed = OfficeNamed()
    kind: Kind = Kind()
    period: Span
    on: dt.date
    kept_from: dt.date | None = None
    days: Days
    in_force: tuple[InForceDays, ...] = ()
    before: int = 0
    total: LineFigures
    lines: tuple[LineFigures, ...] = ()
    counts: tuple[CountFigure, ...] = ()
    causes: tuple[CauseFigure, ...] = ()
