"""Grows a sample office to the sizes of the benches: 1× is one term of a committee, 10× and 100× are more.

Copies of a record are spread over the five years of a term; references inside a copy stay within it where they can.
"""

import datetime as dt
from collections.abc import Hashable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from itertools import islice
from typing import Annotated, Any, TypeVar, cast, get_args, get_origin, get_type_hints

from desktop.domain.records import (
    LIST_OF,
    Attendance,
    Meeting,
    Office,
    OfficeHead,
    Person,
    Refers,
    Response,
)

SIZES = {"people": 100, "meetings": 600, "ballots": 400, "documents": 3000, "absences": 2000, "assignments": 2000}
"""The sizes of 1×; lists that are not named grow with the meetings."""
ATTENDANCE = 20
ANSWERS = 15
_KEPT = ("units", "regulation_texts", "profiles", "directives")
R = TypeVar("R")
Have = dict[str, set[str]]


def grow(office: Office, factor: int) -> Office:
    """An office of `factor` terms' worth of records, of the same people in office and the same kinds of records."""
    people = office.people + _guests(office.people, SIZES["people"] * factor - len(office.people))
    grown: dict[str, Any] = {}
    have: Have = {}
    for name in LIST_OF.values():
        size = _size(office, name, factor)
        have[name] = {_id(r, n) for n, r in _numbered(getattr(office, name), size)}
    for name in LIST_OF.values():
        if name not in ("people", *_KEPT):
            base = getattr(office, name)
            grown[name] = tuple(_copy(record, n, have) for n, record in _numbered(base, _size(office, name, factor)))
    ids = [person.id for person in people]
    grown["meetings"] = tuple(_attended(meeting, ids) for meeting in grown["meetings"])
    grown["ballots"] = tuple(replace(b, responses=_answers(b.responses, b.sent, ids)) for b in grown["ballots"])
    return replace(office, office=_head(office.office), people=people, **grown)


def _size(office: Office, name: str, factor: int) -> int:
    base = len(getattr(office, name))
    if name in ("people", *_KEPT):
        return base
    return SIZES.get(name, base * SIZES["meetings"] // max(1, len(office.meetings))) * factor


def _numbered(records: tuple[R, ...], size: int) -> list[tuple[int, R]]:
    copies = ((n, record) for n in range(size) for record in records)
    return list(islice(copies, size if records else 0))


def _id(record: Any, n: int) -> str:  # noqa: ANN401 - any of the record classes
    return f"{record.id}~{n}" if n else str(record.id)


def _shift(n: int) -> dt.timedelta:
    """Whole years of 52 weeks back, so that weekdays stay; further copies lie a week apart."""
    return dt.timedelta(weeks=-52 * (n % 5) + n // 5 % 52)


@cache
def _hints(cls: Hashable) -> dict[str, Any]:
    return get_type_hints(cls, include_extras=True)


def _copy(record: R, n: int, have: Have) -> R:
    """The n-th copy of a record: its own id, its days shifted, its references to the same copy of what they name."""
    if n == 0:
        return record
    changed: dict[str, Any] = {"id": _id(record, n)}
    if number := getattr(record, "number", None):
        changed["number"] = number + 2000 * n
    moved: R = replace(_moved(record, n, have), **changed)
    return moved


def _moved(value: Any, n: int, have: Have) -> Any:  # noqa: ANN401 - any part of a record
    hints = _hints(cast(Hashable, type(value)))
    parts = {f.name: _part(hints[f.name], getattr(value, f.name), n, have) for f in fields(value)}
    return replace(value, **parts)


def _part(hint: Any, value: Any, n: int, have: Have) -> Any:  # noqa: ANN401
    if isinstance(value, tuple):
        return tuple(_part(hint, part, n, have) for part in value)
    if is_dataclass(value):
        return _moved(value, n, have)
    if isinstance(value, dt.date):
        return value + _shift(n)
    list_ = _refers(hint)
    if list_ and value is not None:
        return f"{value}~{n}" if f"{value}~{n}" in have[list_] else value
    return value


@cache
def _refers(hint: Any) -> str:  # noqa: ANN401
    if get_origin(hint) is Annotated:
        return next((mark.to for mark in get_args(hint)[1:] if isinstance(mark, Refers)), "")
    return next((found for part in get_args(hint) if (found := _refers(part))), "") if get_args(hint) else ""


def _guests(people: tuple[Person, ...], count: int) -> tuple[Person, ...]:
    """People without a seat, named by mixing the family names with the given names."""
    taken = {person.name for person in people}
    words = [person.name.split() for person in people]
    mixed = (
        " ".join([*a[:-1], b[-1]]) for step in range(1, len(words)) for a, b in zip(words, words[step:], strict=False)
    )
    names = (name for name in dict.fromkeys(mixed) if name not in taken)
    more = list(islice(names, max(0, count)))
    more += [f"{more[n % len(more)]} {n}" for n in range(len(more), count)]
    return tuple(Person(id=f"q{n}", name=name, position="Khách mời") for n, name in enumerate(more))


def _attended(meeting: Meeting, ids: list[str]) -> Meeting:
    """Twenty attendance rows: the members', then people who are not members."""
    rows = meeting.attendance[:ATTENDANCE]
    named = {row.person for row in rows}
    others = (Attendance(person=id, status="present") for id in reversed(ids) if id not in named)
    return replace(meeting, attendance=rows + tuple(islice(others, ATTENDANCE - len(rows))))


def _answers(responses: tuple[Response, ...], sent: dt.date, ids: list[str]) -> tuple[Response, ...]:
    rows = responses[:ANSWERS]
    named = {row.person for row in rows}
    others = (Response(person=id, choice="approve", returned=sent) for id in reversed(ids) if id not in named)
    return rows + tuple(islice(others, ANSWERS - len(rows)))


def _head(head: OfficeHead) -> OfficeHead:
    """The regulation in force from the beginning of the term, so that every copy is judged."""
    assert head.term is not None, head.name
    start = head.term.from_
    assert start is not None, head.name
    return replace(head, regulations=tuple(replace(use, from_=min(use.from_, start)) for use in head.regulations))
