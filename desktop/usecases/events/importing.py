"""A calendar file into the office's events: each line is shown first, what is there already stays as it is.

May import domain, vi, exchange and db. All that is to come in does so in one change.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Verdict
from desktop.domain.records import Event, EventKind
from desktop.exchange.ics.reading import LARGEST, TOO_LARGE, Line, read_calendar
from desktop.exchange.lists.cell_text import UnreadableList
from desktop.usecases.events import rows as events
from desktop.usecases.events.exporting import uid_of
from desktop.usecases.meetings import rows as meetings

THERE = "Đã có trong Lịch, giữ nguyên sự kiện đã có."
TWICE = "Trùng với dòng trên trong tệp."
NOBODY = "Chưa có người dự; sửa sự kiện để ghi."


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A line as it would come in: `breach` cannot be read, `exempt` is there already; both stay out."""

    row: int
    title: str
    event: Event | None
    verdict: str
    told: str
    asked: bool = False

    @property
    def comes_in(self) -> bool:
        return self.verdict == Verdict.MET


def read_file(path: Path, facts: Facts) -> list[Incoming]:
    """Raises `UnreadableList` where it is no calendar, or too large a one; nothing larger is read at all."""
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableList([TOO_LARGE])
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableList([f"Không đọc được tệp {path.name}: {vi.os_reason(error)}."]) from error
    return plan(facts, read_calendar(content))


def plan(facts: Facts, lines: Sequence[Line]) -> list[Incoming]:
    """Each line held against the office and against the lines before it."""
    planning = _Planning(facts)
    return [planning.line(row, line) for row, line in enumerate(lines, 1)]


class _Planning:
    def __init__(self, facts: Facts) -> None:
        held, office = facts.office.events, facts.office
        self._uids = {uid_of(facts, one) for one in held} | {uid_of(facts, one) for one in office.meetings}
        self._same = {_same(vi.event_title(one), one.start) for one in held}
        self._same |= {_same(meetings.title_of(one), one.start) for one in office.meetings}
        self._seen_uids: set[str] = set()
        self._seen: set[tuple[str, dt.datetime]] = set()
        self._people = _by_name(facts)

    def line(self, row: int, line: Line) -> Incoming:
        event, title = line.event, line.title or "Không có tên"
        if event is None:
            return Incoming(row=row, title=title, event=None, verdict=Verdict.BREACH, told=f"“{title}” {line.wrong}.")
        event = self._made(line, event)
        verdict, told = self._judge(event)
        self._seen.add(_same(event.title, event.start))
        self._seen_uids |= {event.uid} if event.uid else set()
        return Incoming(row=row, title=title, event=event, verdict=verdict, told=told)

    def _judge(self, event: Event) -> tuple[str, str]:
        if event.uid in self._uids or _same(event.title, event.start) in self._same:
            return Verdict.EXEMPT, THERE
        if event.uid in self._seen_uids or _same(event.title, event.start) in self._seen:
            return Verdict.EXEMPT, TWICE
        told = (events.series(event), "Đã hủy." if event.cancelled else "", "" if event.people else NOBODY)
        return Verdict.MET, " · ".join(filter(None, told))

    def _made(self, line: Line, event: Event) -> Event:
        """Whoever bears the name of just one person of the office is taken for that person."""
        people = tuple(
            dict.fromkeys(self._people[name] for each in line.names if (name := vi.fold(each)) in self._people)
        )
        kinds: dict[str, EventKind] = {vi.fold(words): code for code, words in vi.EVENT_KIND.items()}
        return replace(event, title=line.title or "Không có tên", people=people, kind=kinds.get(vi.fold(line.category)))


def _by_name(facts: Facts) -> dict[str, str]:
    named = [(vi.fold(person.name), person.id) for person in facts.office.people]
    names = [name for name, _ in named]
    return {name: ident for name, ident in named if names.count(name) == 1}


def _same(title: str, start: dt.datetime) -> tuple[str, dt.datetime]:
    return vi.fold(title), start


def put(store: Store, *, incoming: Iterable[Incoming]) -> int:
    """Enter every line that comes in and return how many."""
    coming = [line.event for line in incoming if line.comes_in and line.event]
    first = int(store.new_id(Event)[1:])
    for place, event in enumerate(coming):
        store.put(replace(event, id=f"e{first + place}"), before=None)
    return len(coming)
