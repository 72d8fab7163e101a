"""Form 13: Lịch công tác tuần, weekday by morning, afternoon and the whole day. May import domain, vi, papers.

Meetings and events stand by the hour; what has none, and what lasts all day, under the two halves.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from desktop import vi
from desktop.domain.events import Happening
from desktop.domain.records import Meeting
from desktop.domain.refusal import Refusal
from desktop.domain.reserved import open_items
from desktop.papers.forms.base.form import Form, of_periods
from desktop.papers.forms.base.words import bare, last_day_of, meeting_name
from desktop.papers.forms.base.writing import Writing
from desktop.papers.forms.calendar.lich_tuan_su_kien import content, participants, place
from desktop.papers.forms.calendar.lich_tuan_viec import Thing, notes, things
from desktop.papers.paper import Cell, Column, Paper, Row, Table, bold, para, row

NOON = dt.time(12)
COLUMNS = (
    Column("Thứ, ngày", 24, "center"),
    Column("Buổi", 15, "center"),
    Column("Giờ", 14, "center"),
    Column("Nội dung", 68),
    Column("Chủ trì", 24),
    Column("Thành phần", 52),
    Column("Địa điểm", 28),
    Column("Chuẩn bị", 34),
)


def week(writing: Writing, monday: dt.date) -> Paper:
    sunday = monday + dt.timedelta(days=6)
    pack = writing.pack(monday)
    issued = writing.issue.day
    found = things(writing, monday, sunday)
    rows = [each for offset in range(7) for each in _day(writing, monday + dt.timedelta(days=offset), found)]
    return Paper(
        pack=pack,
        slug="lich-tuan",
        day=monday,
        head=writing.head("", None, issued, monday.year),
        title="Lịch công tác tuần",
        summary=f"(từ ngày {vi.day(monday)} đến ngày {vi.day(sunday)})",
        blocks=(Table(columns=COLUMNS, rows=tuple(rows)), *(para(text) for text in notes(writing, monday, sunday))),
        signer=writing.office_signer(None, monday),
        recipients=writing.recipients(
            None, writing.names.permanent, f"Các đồng chí {writing.members_of(writing.standing)}"
        ),
        landscape=True,
    )


def monday_of(period: str) -> dt.date:
    """Raises Refusal where the week is not written as 2024-W35."""
    found = re.fullmatch(r"(\d{4})-W(\d{2})", period)
    try:
        if found:
            return dt.date.fromisocalendar(int(found[1]), int(found[2]), 1)
    except ValueError:
        pass
    raise Refusal(f"Tuần '{period}' chưa đúng; cần năm và số tuần, như 2024-W35", field="record")


def _day(writing: Writing, day: dt.date, found: list[Thing]) -> Iterator[Row]:
    """A row for each meeting and thing, one for an empty half day; the weekend only where something is on."""
    held: list[_Timed] = [
        *(_Meeting(each) for each in writing.facts.sessions if each.start.date() <= day <= last_day_of(each)),
        *(_Event(each) for each in writing.facts.events_on(day) if not each.event.all_day),
    ]
    whole = [each for each in found if each.day == day]
    label: Cell = (bold(f"{vi.capital(vi.weekday(day))}\n{vi.day_short(day)}"),)
    if day.weekday() < 5 or held:
        yield from _halves(writing, day, held, label, splits=bool(held or whole))
        label = None
    part: Cell = "Trong ngày"
    for each in whole:
        units = ", ".join(_units(writing, list(each.preparers)))
        yield row(label, part, "", each.content, each.chair, each.participants, each.place, units, splits=True)
        label = part = None


class _Timed(Protocol):
    """What begins at an hour: its cells from the hour on where it begins, and where it goes on."""

    @property
    def start(self) -> dt.datetime: ...
    @property
    def end(self) -> dt.datetime | None: ...
    @property
    def last(self) -> dt.date: ...
    def cells(self, writing: Writing) -> tuple[Cell, ...]: ...
    def goes_on(self, writing: Writing) -> tuple[Cell, ...]: ...


@dataclass(frozen=True)
class _Meeting:
    meeting: Meeting

    @property
    def start(self) -> dt.datetime:
        return self.meeting.start

    @property
    def end(self) -> dt.datetime | None:
        return self.meeting.end

    @property
    def last(self) -> dt.date:
        return last_day_of(self.meeting)

    def cells(self, writing: Writing) -> tuple[Cell, ...]:
        return _cells(writing, self.meeting)

    def goes_on(self, writing: Writing) -> tuple[Cell, ...]:
        return _goes_on(writing, self.meeting)


@dataclass(frozen=True)
class _Event:
    one: Happening

    @property
    def start(self) -> dt.datetime:
        return self.one.start

    @property
    def end(self) -> dt.datetime | None:
        return self.one.end

    @property
    def last(self) -> dt.date:
        return self.one.last

    def cells(self, writing: Writing) -> tuple[Cell, ...]:
        event = self.one.event
        chair = writing.name(event.chair)
        return vi.clock(self.start), content(writing, event), chair, participants(writing, event), place(event), ""

    def goes_on(self, writing: Writing) -> tuple[Cell, ...]:
        event = self.one.event
        said = f"{bare(vi.event_title(event))} (tiếp theo)"
        return "", said, writing.name(event.chair), participants(writing, event), place(event), ""


def _halves(writing: Writing, day: dt.date, held: list[_Timed], label: Cell, *, splits: bool) -> Iterator[Row]:
    off = writing.facts.workdays.why_off(day)
    for half, found in (
        ("Sáng", [each for each in held if _is_on(each, day, morning=True)]),
        ("Chiều", [each for each in held if _is_on(each, day, morning=False)]),
    ):
        part: Cell = half
        for each in sorted(found, key=lambda one: one.start):
            begins = each.start.date() == day and (half == "Sáng") is (each.start.time() < NOON)
            yield row(label, part, *(each.cells(writing) if begins else each.goes_on(writing)), splits=True)
            label = part = None
        if not found:
            rest = _rest(off) if half == "Sáng" and not held else ""
            yield row(label, part, "", rest, "", "", "", "", splits=splits)
        label = None


def _is_on(one: _Timed, day: dt.date, *, morning: bool) -> bool:
    """One of several days is on from its hour of the first day to that of the last; else only where it begins."""
    first, last = one.start.date(), one.last
    if first == last:
        return (one.start.time() < NOON) is morning
    if day == first and morning:
        return one.start.time() < NOON
    return morning or day != last or (one.end is not None and one.end.time() > NOON)


def _goes_on(writing: Writing, meeting: Meeting) -> tuple[Cell, ...]:
    chair, who, place = writing.name(meeting.chair), writing.members_of(meeting.body), bare(meeting.place)
    return "", f"{meeting_name(writing, meeting)} (tiếp theo)", chair, who, place, ""


def _rest(off: str | None) -> str:
    return f"({vi.capital(off)})" if off else ""


def _cells(writing: Writing, meeting: Meeting) -> tuple[Cell, ...]:
    content = [meeting_name(writing, meeting), *(f"- {bare(item.title)}" for item in open_items(meeting))]
    units = [writing.facts.unit(item.preparer) for item in open_items(meeting)]
    return (
        vi.clock(meeting.start),
        "\n".join(content),
        writing.name(meeting.chair),
        "; ".join([writing.members_of(meeting.body), *_invited(writing, meeting)]),
        bare(meeting.place),
        ", ".join(_units(writing, [unit.name for unit in units if unit])),
    )


def _invited(writing: Writing, meeting: Meeting) -> Iterator[str]:
    """Everyone invited, by name only: people first, then the units that send someone."""
    named = [writing.name(guest.person) or guest.name for guest in meeting.guests if guest.person or guest.name]
    if named:
        yield f"{'các ' if len(named) > 1 else ''}đồng chí: {', '.join(named)}"
    sent = [writing.facts.unit(guest.unit) for guest in meeting.guests if not guest.person and not guest.name]
    if any(sent):
        yield f"đại diện: {', '.join(_units(writing, [unit.name for unit in sent if unit]))}"


def _units(writing: Writing, names: list[str]) -> Iterator[str]:
    """Each unit once, without the committee's own name; those called alike share the first words."""
    last = ""
    for name in dict.fromkeys(filter(None, names)):
        short = name.removesuffix(f" {writing.names.kind}")
        words = short.split()
        proper = max((place + 1 for place, word in enumerate(words) if word[:1].islower()), default=0)
        common = " ".join(words[:proper])
        alike = bool(common) and common == last and proper < len(words)
        yield " ".join(words[proper:]) if alike else short
        last = common


FORM = Form(
    slug="lich-tuan",
    title="Lịch công tác tuần",
    of=of_periods("week", "tuần, như 2024-W35", lambda _writing, typed: monday_of(typed)),
    make=week,
)
