"""Lịch: the month, the week and the list over meetings, events, deadlines, ballots, absences and visits."""

import datetime as dt
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop import vi
from desktop.domain.findings import Cite
from desktop.domain.workdays import plus_months
from desktop.qt.boxes import STRETCH, column, holder, label, row, scroll
from desktop.qt.buttons import Button
from desktop.qt.commands import Command
from desktop.qt.fields import CheckField
from desktop.qt.pages import PageHead, SegmentRow, Split
from desktop.qt.table import Column, GroupRow, Table
from desktop.screens.base.desk import Desk
from desktop.screens.base.screen import Screen, Width
from desktop.screens.calendar.day import DayPanel
from desktop.screens.calendar.grid import CalendarGrid
from desktop.screens.calendar.paint import ICON
from desktop.screens.events.dialogs import EventDialog
from desktop.screens.events.files import ExportDialog, import_events
from desktop.screens.meetings.move import MoveDialog
from desktop.usecases.calendar import rows as calendar
from desktop.usecases.events import rows as events
from desktop.usecases.events.edits import Typed
from desktop.usecases.meetings import rows as meetings

VIEWS = (("month", "Tháng"), ("week", "Tuần"), ("agenda", "Danh sách"))
ANY_WIDTH = 16777215
LAYERS = (
    ("meeting", "Hội nghị", "accent"),
    ("event", "Sự kiện", "text2"),
    ("ballot", "Phiếu", "text2"),
    ("deadline", "Hạn", "due"),
    ("absence", "Đi vắng", "text2"),
    ("visit", "Cơ sở", "text2"),
)
MEETING_ICON = "mdi6.account-group"


@dataclass(frozen=True, slots=True)
class AgendaRow:
    id: str
    day: dt.date
    entry: calendar.Entry


def agenda_text(entry: calendar.Entry) -> str:
    """A meeting by its whole name, a deadline with its sentence, the absent by their whole names."""
    if entry.kind == "meeting":
        return entry.tip.partition(" ")[2]
    if entry.kind == "deadline":
        return f"{entry.text}: {entry.tip.splitlines()[0]}"
    return f"Vắng: {entry.tip.replace(chr(10), ', ')}" if entry.kind == "absence" else entry.text


COLUMNS = (
    Column("Giờ", lambda row: vi.clock(row.entry.time) if row.entry.time else "", width=64, sortable=False),
    Column(
        "Việc",
        lambda row: agenda_text(row.entry),
        icon=lambda row: ICON.get(row.entry.kind, "mdi6.account-group-outline"),
        icon_tone=lambda row: row.entry.verdict or "text2",
        bold=False,
        sortable=False,
        tip=lambda row: row.entry.tip,
    ),
)


class CalendarScreen(Screen):
    place = "calendar"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._day = desk.today
        self._layout()
        self._connect()
        self.refresh(frozenset())

    def _layout(self) -> None:
        self.head = PageHead("Lịch")
        self.views = SegmentRow(VIEWS, name="Cách xem lịch")
        self.back = Button("", icon="mdi6.chevron-left", kind="icon", tip="Trước (PageUp)", run=lambda: self._page(-1))
        self.next = Button("", icon="mdi6.chevron-right", kind="icon", tip="Sau (PageDown)", run=lambda: self._page(1))
        self.now = Button("Hôm nay", run=lambda: self.show_day(self.desk.today))
        self.period = label("", "section")
        self.layers = {
            kind: CheckField(text, icon=ICON.get(kind, MEETING_ICON), tone=tone) for kind, text, tone in LAYERS
        }
        self.layer_row = holder(row(*self.layers.values(), gap=12))
        self.month, self.week = CalendarGrid(6), CalendarGrid(1)
        self.agenda = Table(
            COLUMNS,
            name="Danh sách việc",
            memory=self.desk.state,
            action=None,
            empty="Không có việc nào trong tháng này.",
        )
        self.stack = QStackedWidget()
        self._month_area = scroll(self.month)
        for view in (self._month_area, self.week, self.agenda):
            self.stack.addWidget(view)
        self.panel = DayPanel(self.desk)
        self.side_toggle = Button("Ngày", icon="mdi6.calendar-today", checkable=True)
        self.panes = SegmentRow((("grid", "Lịch"), ("day", "Ngày")), name="Phần đang xem")
        bar = row(
            self.panes, self.back, self.next, self.now, 6, self.period, STRETCH, self.layer_row, self.side_toggle,
            gap=8, margins=(20, 0, 20, 9),
        )  # fmt: skip
        self.sheet = holder(column(self.stack, margins=(20, 0, 16, 14)))
        self.split = Split("calendar", self.sheet, self.panel, sizes=(858, 288), memory=self.desk.state)
        self.setLayout(column(self.head, bar, (self.split, 1), gap=0))
        self.adding = Button("Thêm sự kiện…", icon="mdi6.calendar-account-outline", run=self.add_event)
        printing = Button("In lịch tuần", icon="mdi6.printer-outline", run=self._print_week)
        self.head.set_secondary(self.views, printing, self.adding)
        self.head.set_primary(
            Button("Xếp lịch hội nghị", icon="mdi6.calendar-plus", kind="primary", run=lambda: self._plan(self._day))
        )

    def _connect(self) -> None:
        for grid in (self.month, self.week):
            grid.chosen.connect(self.show_day)
            grid.opened.connect(self._open_day)
            grid.planned.connect(self._plan)
            grid.entered.connect(self._open_entry)
            grid.dropped.connect(self._drop)
            grid.paged.connect(self._page)
        for box in self.layers.values():
            box.set_value(True)
            box.saved.connect(lambda _: self._fill())
        self.views.chosen.connect(lambda _: self._fill())
        self.agenda.opened.connect(lambda row: self._open_entry(row.entry))
        self.agenda.chosen.connect(self._choose_row)
        self.panel.opened.connect(lambda record: self.desk.go("meetings", record))
        self.panel.moving.connect(lambda record: self._move(record, None))
        self.panel.planned.connect(self._plan)
        self.side_toggle.toggled.connect(self.panel.setVisible)
        self.panes.chosen.connect(self._show_pane)

    # What is shown

    def _choose_row(self, row: AgendaRow | None) -> None:
        if row is not None:
            self._panel_day(row.day)

    def open_record(self, record_id: str) -> None:
        """A day, or an event on its day (`e1/2024-09-06`, or the day it begins); else the keyboard goes to the days."""
        ident, _, day = record_id.partition("/")
        event = events.event_of(self.desk.facts, ident)
        named = _day_of(day or ident) or (event.start.date() if event else None)
        if named:
            self.show_day(named)
        shown = self.panel.events.get(ident)
        if shown is not None:
            self._show_events(shown)
            return
        view = self.stack.currentWidget()
        (self.month if view is self._month_area else view).setFocus()

    def _show_events(self, shown: QWidget) -> None:
        if self.panes.isVisible():
            self.panes.choose("day")
            self._show_pane("day")
        shown.setFocus()

    def refresh(self, kinds: frozenset[str]) -> None:
        self._fill()
        self._panel_day(self._day)

    def show_day(self, day: dt.date) -> None:
        """Choose a day; the page of the calendar turns where it must."""
        self._day = day
        self._fill()
        self._panel_day(day)

    def _panel_day(self, day: dt.date) -> None:
        self._day = day
        self.panel.show_day(day)
        self.panes.set_text("day", vi.day_short(day))
        self.side_toggle.setText(vi.day_short(day))

    def _kinds(self) -> frozenset[str]:
        """What the programmes have for a day is shown and hidden with the last days."""
        chosen = {kind for kind, box in self.layers.items() if box.value()}
        return frozenset({"holiday", *chosen, *(("programme",) if "deadline" in chosen else ())})

    def _fill(self) -> None:
        view = self.views.current()
        span = calendar.week_span if view == "week" else calendar.month_span
        first, last = span(self._day)
        days = calendar.days(self.desk.facts, self.desk.findings(), first, last, self._kinds())
        if view == "agenda":
            self._fill_agenda(days)
        else:
            grid = self.week if view == "week" else self.month
            grid.show_days(days, self._day, self.desk.today, self._day.month if view == "month" else 0)
            self._month_area.ensureVisible(0, self.month.day_rect(self._day).center().y() if view == "month" else 0)
        self.stack.setCurrentIndex([key for key, _ in VIEWS].index(view))
        self.period.setText(_period(view, self._day, first, last))

    def _fill_agenda(self, days: list[calendar.Day]) -> None:
        rows: list[AgendaRow | GroupRow] = []
        for day in days:
            if day.entries and day.date.month == self._day.month:
                title = f"{vi.capital(vi.weekday(day.date))}, {vi.day(day.date)}"
                rows.append(GroupRow(title, note=day.why_off))
                rows.extend(
                    AgendaRow(f"{day.date}/{index}", day.date, entry) for index, entry in enumerate(day.entries)
                )
        self.agenda.set_rows(tuple(rows))

    def _page(self, step: int) -> None:
        if self.views.current() == "week":
            self.show_day(self._day + dt.timedelta(days=7 * step))
        else:
            self.show_day(plus_months(self._day, step))

    # What is done

    def _open_day(self, day: dt.date) -> None:
        """Enter: the day's first meeting, or its panel where nothing meets."""
        found = calendar.open_day(self.desk.facts, (), day).meetings
        if found:
            self.desk.go("meetings", found[0].id)
        elif self.panes.isVisible():
            self.panes.choose("day")
            self._show_pane("day")

    def _open_entry(self, entry: calendar.Entry) -> None:
        event = events.event_of(self.desk.facts, entry.record.partition("/")[0]) if entry.kind == "event" else None
        if event is not None:
            EventDialog(self.desk, event, parent=self).exec()
        elif entry.record:
            self.desk.go(entry.place, entry.record)

    def add_event(self) -> None:
        """On the day chosen."""
        EventDialog(self.desk, typed=Typed(day=self._day), parent=self).exec()

    def _plan(self, day: dt.date) -> None:
        self.desk.plan(day)

    def _drop(self, record: str, day: dt.date) -> None:
        self._move(record, day)

    def _move(self, record: str, day: dt.date | None) -> None:
        """Nothing is moved before its consequences were shown and taken."""
        meeting = self.desk.facts.meeting(record)
        if meeting is None or day == meeting.start.date():
            return
        dialog = MoveDialog(self.desk, meeting, day, parent=self)
        dialog.open()

    def _print_week(self) -> None:
        year, week, _ = self._day.isocalendar()
        self.desk.preview("lich-tuan", f"{year}-W{week:02}")

    # How it fits

    def set_width(self, width: Width) -> None:
        single, narrow = width is Width.SINGLE, width is Width.NARROW
        self.panel.setMaximumWidth(260 if width is Width.MIDDLE else ANY_WIDTH)
        self.head.set_compact(single)
        self.adding.setVisible(width in (Width.WIDE, Width.MIDDLE))
        self.panes.setVisible(single)
        self.side_toggle.setVisible(narrow)
        self.layer_row.setVisible(width in (Width.WIDE, Width.MIDDLE))
        self.panel.setVisible(not single and (not narrow or self.side_toggle.isChecked()))
        self.sheet.setVisible(True)
        self.now.setVisible(not single)
        self.head.set_more((*(self._view_commands() if single else ()), *self._event_commands(), self._proposal()))
        if single:
            self._show_pane(self.panes.current())

    def _view_commands(self) -> tuple[Command, ...]:
        """The views, for where their segments have no room."""
        return tuple(
            Command(f"calendar.{key}", f"Xem {text.lower()}", partial(self.show_view, key)) for key, text in VIEWS
        )

    def _proposal(self) -> Command:
        """A year's meetings proposed from the regulation."""
        run = partial(self.desk.go, "programmes", "propose")
        return Command("propose", "Đề xuất lịch họp năm…", run, "", "mdi6.calendar-plus")

    def _event_commands(self) -> tuple[Command, ...]:
        return (
            Command("events.add", "Thêm sự kiện…", self.add_event, "", "mdi6.calendar-account-outline"),
            Command("events.export", "Xuất lịch (.ics)…", self.take_out, "", "mdi6.calendar-export"),
            Command("events.import", "Nhập sự kiện từ tệp lịch (.ics)…", self.bring_in, "", "mdi6.calendar-import"),
        )

    def take_out(self) -> None:
        """The year of the day chosen, or the whole term."""
        ExportDialog(self.desk, self._day.year, parent=self).exec()

    def bring_in(self) -> None:
        import_events(self.desk, self)

    def show_view(self, key: str) -> None:
        self.views.choose(key)
        self._fill()

    def _show_pane(self, pane: str) -> None:
        self.sheet.setVisible(pane == "grid")
        self.panel.setVisible(pane == "day")

    def commands(self) -> tuple[Command, ...]:
        return (
            Command(
                "calendar.plan", "Xếp lịch hội nghị", lambda: self._plan(self._day), "Ctrl+N", "mdi6.calendar-plus"
            ),
            Command(
                "calendar.today",
                "Về hôm nay",
                lambda: self.show_day(self.desk.today),
                "Ctrl+Home",
                "mdi6.calendar-today",
            ),
            Command("calendar.print", "In lịch tuần", self._print_week, "Ctrl+P", "mdi6.printer-outline"),
            *self._event_commands(),
        )

    def governing(self) -> tuple[Cite, ...]:
        """The article on the quorum of the day's first session."""
        found = calendar.open_day(self.desk.facts, (), self._day).meetings
        cites = [meetings.forecast(self.desk.facts, meeting).cite for meeting in found]
        return tuple(cite for cite in cites if cite)


def _day_of(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _period(view: str, day: dt.date, first: dt.date, last: dt.date) -> str:
    if view == "week":
        return f"Tuần {day.isocalendar().week}, {vi.day_range(first, last)}/{last.year}"
    return f"Tháng {day.month} năm {day.year}"
