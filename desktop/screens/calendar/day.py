"""The panel beside the calendar: one day with its meetings, its events, who is away and the deadlines counted back."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout

from desktop import vi
from desktop.domain.events import Happening
from desktop.domain.records import Meeting
from desktop.domain.sittings import is_session
from desktop.qt.boxes import column, label, row
from desktop.qt.buttons import Button, Link
from desktop.qt.marks import Mark
from desktop.qt.pages import SidePanel
from desktop.qt.tips import set_tip
from desktop.screens.base.day_lines import absence_lines, deadline_line, quorum_lines, section
from desktop.screens.base.desk import Desk
from desktop.screens.events.lines import event_lines
from desktop.usecases.calendar import rows as calendar
from desktop.usecases.calendar.rows import DayFull
from desktop.usecases.meetings import planning
from desktop.usecases.meetings import rows as meetings


class DayPanel(SidePanel):
    """`opened` a meeting by its id · `moving` a meeting by its id · `planning` a day."""

    opened = Signal(str)
    moving = Signal(str)
    planned = Signal(dt.date)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._day = desk.today
        self.events: dict[str, Link] = {}

    def show_day(self, day: dt.date) -> None:
        self._day = day
        self.events = {}
        full = calendar.open_day(self._desk.facts, self._desk.findings(), day)
        self.clear()
        self.add(day_head(full))
        if full.meetings:
            self.add(section("Hội nghị", [self._meeting(meeting) for meeting in full.meetings]))
        if full.events:
            self.add(section("Sự kiện", [self._event(one) for one in full.events]))
        if full.absences:
            self.add(section("Đi vắng", [absence_lines(self._desk, absence) for absence in full.absences]))
        others = [entry for entry in full.entries if entry.kind in ("deadline", "ballot", "visit", "programme")]
        if others:
            self.add(section("Việc trong ngày", [entry_line(entry) for entry in others]))
        self._count_back(full.meetings)
        self._buttons(full.meetings)

    def _meeting(self, meeting: Meeting) -> QLayout:
        title = Link(meetings.title_of(meeting), run=lambda: self.opened.emit(meeting.id))
        title.setWordWrap(True)
        return column(title, label(_where(meeting), "caption", wrap=True), *quorum_lines(self._desk, meeting), gap=3)

    def _event(self, one: Happening) -> QLayout:
        title, lines = event_lines(self._desk, one, self)
        self.events[one.event.id] = title
        return lines

    def _count_back(self, found: Sequence[Meeting]) -> None:
        """The deadlines of the day's own session, or of a session of the standing body if one were planned on it."""
        session = next((meeting for meeting in found if is_session(meeting)), None)
        start, standing = dt.datetime.combine(self._day, dt.time(7, 30)), self._desk.facts.standing
        draft = session or planning.suggest(self._desk.facts, standing, "regular", start)
        back = planning.count_back(self._desk.facts, draft, self._desk.today)
        if back.deadlines:
            title = "Hạn tính ngược từ ngày này" if session else f"Nếu họp {vi.BODY[standing]} ngày này"
            lines = [deadline_line(one, self._day) for one in back.deadlines]
            self.add(section(title, [*lines, label(back.said, "caption", wrap=True)]))

    def _buttons(self, found: Sequence[Meeting]) -> None:
        self.set_foot(*self._chosen_buttons(found))

    def _chosen_buttons(self, found: Sequence[Meeting]) -> list[Button]:
        day = self._day
        if not found:
            return [Button("Xếp lịch ngày này…", icon="mdi6.calendar-plus", run=lambda: self.planned.emit(day))]
        first = found[0].id
        return [
            Button("Mở hội nghị", run=lambda: self.opened.emit(first)),
            Button("Dời ngày…", icon="mdi6.calendar-arrow-right", run=lambda: self.moving.emit(first)),
        ]


def day_head(full: DayFull) -> QLayout:
    title = f"{vi.capital(vi.weekday(full.date))}, {vi.day(full.date)}"
    return column(label(title, "section"), label(full.facts, "caption", wrap=True), gap=2)


def _where(meeting: Meeting) -> str:
    hours = vi.clock(meeting.start) + (f"–{vi.clock(meeting.end)}" if meeting.end else "")
    items = f" · {len(meeting.agenda)} mục" if meeting.agenda else ""
    return f"{hours}{', ' + meeting.place if meeting.place else ''}{items}"


def entry_line(entry: calendar.Entry) -> QLayout:
    verdict = entry.verdict or ""
    mark = Mark(verdict, vi.VERDICT[entry.verdict] if entry.verdict else "", 16)
    text = label(entry.text, wrap=True)
    set_tip(text, entry.tip)
    return row(mark, (text, 1), gap=8) if verdict else row((text, 1))
