"""Who has what in charge on a day; `desktop.domain` only."""

import datetime as dt
from collections.abc import Iterator

from desktop.domain.facts import Facts, covers
from desktop.domain.judging import Window
from desktop.domain.keys import Key
from desktop.domain.records import Assignment, AssignmentKind
from desktop.domain.refs import RecordRef
from desktop.domain.regulation import Ruling
from desktop.domain.units import stands

IN_CHARGE: tuple[AssignmentKind, ...] = ("area", "field", "unit", "team")
"""The kinds that put a unit in someone's charge, where they name one."""


def standing(facts: Facts, on: dt.date) -> list[Assignment]:
    return [
        line
        for line in facts.office.assignments
        if covers(line, on)
        if (unit := facts.unit(line.unit)) is None or stands(unit, on)
    ]


def kind_of(line: Assignment) -> AssignmentKind | None:
    """Its kind, or what it says it is by what it names."""
    return line.kind or ("unit" if line.unit else "field" if line.field else None)


def required(facts: Facts, key: Key, window: Window) -> Ruling | None:
    ruling = facts.ruling(key, window.on) if window.holds(window.on) else None
    return ruling if ruling and ruling.value else None


def of_one(facts: Facts, about: RecordRef) -> Iterator[Assignment]:
    """What one person, or for one unit, was ever assigned."""
    return (one for one in facts.office.assignments if about.id in (one.person, one.unit))
