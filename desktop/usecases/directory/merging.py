"""Merging units as one deed: the old ones end, the new one begins, and what the old still owed goes over to it.

May import domain, vi and db. What will go over is told before (`moving`) and done in one change (`merge`).
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.programmes import done_on
from desktop.domain.programmes import title as programme_title
from desktop.domain.records import (
    AgendaItem,
    Assignment,
    Directive,
    Meeting,
    Programme,
    ProgrammeItem,
    Record,
    Task,
    Unit,
    UnitKind,
)
from desktop.domain.refusal import Refusal
from desktop.domain.units import stands
from desktop.usecases.assignments import rows as assignments
from desktop.usecases.directory import units
from desktop.usecases.meetings import rows as meetings

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merger:
    """Which units end and into which they go, from a day; without `into` a new unit is made of `name` and `kind`."""

    old: tuple[str, ...]
    into: str | None = None
    name: str = ""
    kind: UnitKind | None = None
    day: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving:
    """One thing that goes over to the successor, in words under its kind."""

    kind: str
    words: str


def offered(facts: Facts, day: dt.date) -> tuple[Unit, ...]:
    """The units that are there on the eve of that day and have no successor yet."""
    return tuple(unit for unit in units.standing(facts, day - _DAY) if unit.successor is None)


def moving(facts: Facts, merger: Merger) -> list[Moving]:
    """What the old units still owe on that day, kind by kind."""
    return [
        Moving(kind=kind, words=words)
        for kind, one, _ in _moves(facts, merger, "")
        for words in _words(facts, one, merger)
    ]


def merge(store: Store, *, facts: Facts, merger: Merger) -> str:
    """End the old units the day before, make or keep the one they go into, move what they owe; return its id."""
    old = [unit for ident in merger.old if (unit := facts.unit(ident))]
    _check(facts, old, merger)
    into = merger.into or units.add_unit(
        store, facts=facts, name=merger.name, kind=merger.kind or old[0].kind, from_=merger.day
    )
    for unit in old:
        store.put(replace(unit, to=merger.day - _DAY, successor=into), before=unit)
    for _, one, after in _moves(facts, merger, into):
        if isinstance(one, Assignment):
            _pass_on(store, facts, one, into, merger.day)
        else:
            store.put(after, before=one)
    return into


def _check(facts: Facts, old: Sequence[Unit], merger: Merger) -> None:
    into = facts.unit(merger.into)
    if not old:
        raise Refusal("Đơn vị sáp nhập: cần chọn ít nhất một đơn vị.", field="old")
    if merger.into in merger.old:
        raise Refusal("Đơn vị kế thừa phải khác các đơn vị sáp nhập.", field="into")
    if into and not stands(into, merger.day):
        days = units.days_words(into)
        raise Refusal(f"{into.name} ({days}) không còn hoặc chưa có vào ngày {vi.day(merger.day)}.", field="into")
    for unit in old:
        if unit.successor or not stands(unit, merger.day - _DAY):
            raise Refusal(f"{unit.name} không còn hoạt động trước ngày {vi.day(merger.day)}.", field="day")
    if merger.into is None:
        units.unit_name(facts, merger.name, "")


# What goes over

Move = tuple[str, Any, Any]
"""The word of its kind, the record, and the record as the successor has it."""


def _moves(facts: Facts, merger: Merger, into: str) -> Iterator[Move]:
    new = partial(_new, frozenset(merger.old), into)
    for kind, record in _owed(facts, merger.day):
        after = _AFTER[type(record)](facts, record, merger.day, new)
        if after != record:
            yield kind, record, after


def _owed(facts: Facts, day: dt.date) -> Iterator[tuple[str, Record]]:
    """Every record that may still be open on that day."""
    office = facts.office
    yield from (("Nhiệm vụ đang mở", task) for task in office.tasks if task.done is None or task.done >= day)
    yield from (("Việc trong chương trình", one) for one in office.programmes)
    yield from (("Phân công", one) for one in office.assignments if one.to is None or one.to >= day)
    yield from (("Chuẩn bị nội dung hội nghị", one) for one in office.meetings if _is_ahead(one, day))
    yield from (("Sơ kết, tổng kết", one) for one in office.directives if any(not each.done for each in one.reviews))


def _is_ahead(meeting: Meeting, day: dt.date) -> bool:
    return not meeting.is_off and meeting.start.date() >= day


New = partial[str | None]
"""From the id of a unit to that of its successor, where it is one of those that end."""


def _new(old: frozenset[str], into: str, unit: str | None) -> str | None:
    return into if unit in old else unit


def _several(new: New, held: Iterable[str], but: str | None) -> tuple[str, ...]:
    """Those that work along, each once, without the one that leads."""
    found = [unit for each in held if (unit := new(each)) and (each == unit or unit != but)]
    return tuple(dict.fromkeys(found))


def _task(_facts: Facts, task: Task, _day: dt.date, new: New) -> Task:
    unit = new(task.unit)
    return replace(task, unit=unit, with_=_several(new, task.with_, unit))


def _programme(facts: Facts, programme: Programme, day: dt.date, new: New) -> Programme:
    def item(one: ProgrammeItem) -> ProgrammeItem:
        done = done_on(facts, one, day)
        return one if done and done < day else replace(one, lead=new(one.lead))

    return replace(programme, items=tuple(map(item, programme.items)))


def _assignment(_facts: Facts, one: Assignment, _day: dt.date, new: New) -> Assignment:
    return replace(one, unit=new(one.unit))


def _meeting(_facts: Facts, meeting: Meeting, _day: dt.date, new: New) -> Meeting:
    def item(one: AgendaItem) -> AgendaItem:
        return one if one.documents_received else replace(one, preparer=new(one.preparer))

    return replace(meeting, agenda=tuple(map(item, meeting.agenda)))


def _directive(_facts: Facts, one: Directive, _day: dt.date, new: New) -> Directive:
    lead = new(one.lead)
    return replace(one, lead=lead, with_=_several(new, one.with_, lead))


_AFTER: dict[type, Any] = {
    Task: _task,
    Programme: _programme,
    Assignment: _assignment,
    Meeting: _meeting,
    Directive: _directive,
}


def _pass_on(store: Store, facts: Facts, one: Assignment, into: str, day: dt.date) -> None:
    """A person's charge of an old unit ends with it and goes on with the successor, once."""
    begun = one.from_ is None or one.from_ < day
    after = replace(one, unit=into, from_=day if begun else one.from_)
    if begun:
        store.put(replace(one, to=day - _DAY), before=one)
    held = [each for each in store.office().assignments if each.id != one.id and _same(each, after)]
    if held:
        if not begun:
            store.remove(Assignment, one.id)
    elif begun:
        store.put(replace(after, id=store.new_id(Assignment)), before=None)
    else:
        store.put(after, before=one)


def _same(one: Assignment, other: Assignment) -> bool:
    """The same charge of the same person, on the day the other begins."""
    first = other.from_ or dt.date.min
    there = (one.from_ is None or one.from_ <= first) and (one.to is None or one.to >= first)
    return there and (one.person, one.kind, one.unit, one.field) == (other.person, other.kind, other.unit, other.field)


# In words


def _words(facts: Facts, record: Record, merger: Merger) -> Iterator[str]:
    old = set(merger.old)
    if isinstance(record, Assignment):
        person = facts.person(record.person)
        yield f"{person.name if person else 'Chưa ghi người'}: {assignments.short(facts, record)}"
    elif isinstance(record, Programme):
        for item in record.items:
            done = done_on(facts, item, merger.day)
            if item.lead in old and not (done and done < merger.day):
                yield f"{programme_title(record)}: {item.title}"
    elif isinstance(record, Meeting):
        for each in record.agenda:
            if each.preparer in old and not each.documents_received:
                yield f"{meetings.title_of(record)}: {each.title}"
    elif isinstance(record, Directive):
        yield " ".join(part for part in (record.symbol, record.title) if part)
    elif isinstance(record, Task):
        yield record.title
