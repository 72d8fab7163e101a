"""A year of every member: each absence as a bar from day to day, the days off under it, the sessions over it.

Reads only. Imports domain and vi.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.records import Meeting, Person
from desktop.domain.sittings import is_session
from desktop.usecases.absences import rows as absences
from desktop.usecases.absences.rows import DAY, AbsenceRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One absence within a year, by the numbers of its first and last day in it, counted from 0."""

    id: str
    first: int
    last: int
    verdict: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    person: Person
    bars: tuple[Bar, ...]
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A session's day in the year and its name, for the head of the strips."""

    day: int
    id: str
    body: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """`off` has one yes or no a day; `strips` are in the order of the roster."""

    year: int
    off: tuple[bool, ...]
    months: tuple[int, ...]
    sessions: tuple[Session, ...]
    strips: tuple[Strip, ...]
    today: int | None


def year_of(facts: Facts, findings: Sequence[Finding], on: dt.date, year: int, *, text: str = "") -> Year:
    """Every member of the committee with the absences of a year; others only where they were away."""
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    judged = absences.rows(facts, findings, on, year=year)
    shown = _roster(facts, min(max(on, first), last), judged)
    wanted = vi.fold(text.strip())
    length = (last - first).days + 1
    return Year(
        year=year,
        off=tuple(not facts.workdays.is_working(first + DAY * ahead) for ahead in range(length)),
        months=tuple((dt.date(year, month, 1) - first).days for month in range(1, 13)),
        sessions=tuple(_sessions(facts, first, last)),
        strips=tuple(_strip(facts, one, judged, first, last) for one in shown if wanted in vi.fold(one.name)),
        today=(on - first).days if on.year == year else None,
    )


def _roster(facts: Facts, day: dt.date, judged: list[AbsenceRow]) -> list[Person]:
    members = list(facts.members("bch", day))
    ids = {person.id for person in members}
    away = {row.absence.person for row in judged}
    return members + [person for person in absences.people(facts) if person.id in away and person.id not in ids]


def _sessions(facts: Facts, first: dt.date, last: dt.date) -> Iterable[Session]:
    for meeting in facts.sessions:
        day = meeting.start.date()
        if is_session(meeting) and first <= day <= last:
            yield Session(day=(day - first).days, id=meeting.id, body=meeting.body, text=session_words(meeting))


def session_words(meeting: Meeting) -> str:
    """`Hội nghị Ban Thường vụ 06/9/2024`."""
    return f"Hội nghị {vi.BODY[meeting.body]} {vi.day(meeting.start)}"


def _strip(facts: Facts, person: Person, judged: list[AbsenceRow], first: dt.date, last: dt.date) -> Strip:
    own = sorted((row for row in judged if row.absence.person == person.id), key=lambda row: row.absence.from_)
    days = sum(facts.workdays.count(max(row.absence.from_, first), min(row.absence.to, last)) for row in own)
    return Strip(person=person, bars=tuple(_bar(row, first, last) for row in own), days=days)


def _bar(row: AbsenceRow, first: dt.date, last: dt.date) -> Bar:
    return Bar(
        id=row.id,
        first=(max(row.absence.from_, first) - first).days,
        last=(min(row.absence.to, last) - first).days,
        verdict=row.verdict,
        text=f"{absences.span(row.absence)}, {row.days} ngày làm việc: {row.where}. {row.told}.",
    )
