"""Form 13: Lịch công tác tuần, weekday by morning and afternoon. May import domain, vi, papers."""

import datetime as dt
import re
from collections.abc import Iterator

from desktop import vi
from desktop.domain.records import Meeting
from desktop.domain.refusal import Refusal
from desktop.papers.forms.words import bare, guest_words, meeting_name
from desktop.papers.forms.writing import Writing
from desktop.papers.paper import Cell, Column, Paper, Row, Table, bold, row

NOON = dt.time(12)
COLUMNS = (
    Column("Thứ, ngày", 24, "center"),
    Column("Buổi", 15, "center"),
    Column("Giờ", 14, "center"),
    Column("Nội dung", 66),
    Column("Chủ trì", 26),
    Column("Thành phần", 58),
    Column("Địa điểm", 28),
    Column("Chuẩn bị", 28),
)


def week(writing: Writing, period: str) -> Paper:
    """Raises Refusal where the week is not written as 2024-W35."""
    monday = monday_of(period)
    sunday = monday + dt.timedelta(days=6)
    pack = writing.pack(monday)
    issued = writing.issue.day
    rows = [each for offset in range(7) for each in _day(writing, monday + dt.timedelta(days=offset))]
    return Paper(
        pack=pack,
        slug="lich-tuan",
        day=monday,
        head=writing.head("", None, issued, monday.year),
        title="Lịch công tác tuần",
        summary=f"(từ ngày {vi.day(monday)} đến ngày {vi.day(sunday)})",
        blocks=(Table(columns=COLUMNS, rows=tuple(rows)),),
        signer=writing.office_signer(None, monday),
        recipients=writing.recipients(
            None, writing.names.body("thuong-truc"), f"Các đồng chí {writing.members_of('btv')}"
        ),
        landscape=True,
    )


def monday_of(period: str) -> dt.date:
    found = re.fullmatch(r"(\d{4})-W(\d{2})", period)
    try:
        if found:
            return dt.date.fromisocalendar(int(found[1]), int(found[2]), 1)
    except ValueError:
        pass
    raise Refusal(f"Tuần '{period}' viết sai; cần năm và số tuần, như 2024-W35", field="record")


def _day(writing: Writing, day: dt.date) -> Iterator[Row]:
    """A row for each meeting, one for an empty half day; the weekend only where something is held."""
    held = [meeting for meeting in writing.facts.sessions if meeting.start.date() == day]
    if day.weekday() >= 5 and not held:
        return
    label: Cell = (bold(f"{vi.capital(vi.weekday(day))}\n{vi.day_short(day)}"),)
    off = writing.facts.workdays.why_off(day)
    for half, meetings in (
        ("Sáng", [each for each in held if each.start.time() < NOON]),
        ("Chiều", [each for each in held if each.start.time() >= NOON]),
    ):
        part: Cell = half
        for meeting in meetings:
            yield row(label, part, *_cells(writing, meeting))
            label = part = None
        if not meetings:
            yield row(label, part, "", _rest(off) if half == "Sáng" and not held else "", "", "", "", "")
        label = None


def _rest(off: str | None) -> str:
    return f"({vi.capital(off)})" if off else ""


def _cells(writing: Writing, meeting: Meeting) -> tuple[Cell, ...]:
    day = meeting.start.date()
    named = [vi.capital(guest_words(writing, guest, day)) for guest in meeting.guests if guest.person or guest.name]
    invited = [writing.facts.unit(guest.unit) for guest in meeting.guests if not guest.person and not guest.name]
    sent = ", ".join(unit.name for unit in invited if unit)
    units = [writing.facts.unit(item.preparer) for item in meeting.agenda]
    prepared = dict.fromkeys(unit.name for unit in units if unit and unit.name)
    content = [meeting_name(writing, meeting), *(f"- {bare(item.title)}" for item in meeting.agenda)]
    return (
        vi.clock(meeting.start),
        "\n".join(content),
        writing.name(meeting.chair),
        "; ".join([writing.members_of(meeting.body), *named, *([f"đại diện: {sent}"] if sent else [])]),
        bare(meeting.place),
        "; ".join(prepared),
    )
