"""What a record may hold beyond its types, the same for what is typed and for what is imported.

Standard library only.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Literal, TypeAlias

from desktop.domain.records import AgendaItem, Meeting, Programme, Report, Unit

Some: TypeAlias = Any
"""A record, or an object or value inside one."""

YEARS = range(1900, 2200)
"""The years in which any day of an office lies; the rules may then reckon some years to either side of it."""


Why = Literal["itself", "outside"]
"""A record that succeeds itself; a meeting held instead of one that stands; an item on no day of its meeting."""


@dataclass(frozen=True, slots=True)
class Unsound:
    """What stands there, and after which day it should: none where the day or the period itself cannot be."""

    found: Some
    after: Some = None
    why: Why | None = None


def unsound(record: Some) -> Iterator[Unsound]:
    """Days outside `YEARS`, ends before their beginnings, periods that no calendar has; anywhere in the record."""
    if isinstance(record, dt.date):
        if record.year not in YEARS:
            yield Unsound(record)
    elif isinstance(record, tuple):
        for item in record:
            yield from unsound(item)
    elif is_dataclass(record) and not isinstance(record, type):
        for field in fields(record):
            yield from unsound(getattr(record, field.name))
        yield from _ends(record)
        if isinstance(record, Programme | Report) and record.period and not is_period(record.period):
            yield Unsound(record.period)
        yield from _own(record)


def _ends(record: Some) -> Iterator[Unsound]:
    for first, last in (("from_", "to"), ("start", "end")):
        begin, end = getattr(record, first, None), getattr(record, last, None)
        if isinstance(begin, dt.date) and isinstance(end, dt.date) and end < begin:
            yield Unsound(end, begin)


def _own(record: Some) -> Iterator[Unsound]:
    if isinstance(record, Unit) and record.successor == record.id:
        yield Unsound(record.id, why="itself")
    elif isinstance(record, Meeting):
        if record.postponed_to == record.id:
            yield Unsound(record.id, why="itself")
        yield from (Unsound(item.day, why="outside") for item in outside(record))


def outside(meeting: Meeting) -> Iterator[AgendaItem]:
    """The items set on a day before the meeting begins or after it ends, where its end is known."""
    first, last = meeting.start.date(), meeting.end.date() if meeting.end else dt.date.max
    return (item for item in meeting.agenda if item.day is not None and not first <= item.day <= last)


_PERIOD = re.compile(r"term|\d{4}(-(H[12]|9M|Q[1-4]|0[1-9]|1[0-2]))?", re.ASCII)
_WEEK = re.compile(r"(\d{4})-W(\d\d)", re.ASCII)


def is_period(text: str) -> bool:
    """`term`, `2024`, `2024-H1`, `2024-9M`, `2024-Q3`, `2024-07`, or an ISO week that the year has (`2024-W08`)."""
    if not text.startswith("term") and int(text[:4] if text[:4].isdecimal() else 0) not in YEARS:
        return False
    if week := _WEEK.fullmatch(text):
        try:
            return bool(dt.date.fromisocalendar(int(week[1]), int(week[2]), 1))
        except ValueError:
            return False
    return bool(_PERIOD.fullmatch(text))
