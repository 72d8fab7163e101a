"""Hội nghị: the list of meetings with its filters, and the page of the one opened."""

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop import vi
from desktop.domain.findings import Cite
from desktop.domain.records import Body
from desktop.qt.boxes import STRETCH, column, holder, row
from desktop.qt.buttons import Button
from desktop.qt.commands import Command
from desktop.qt.pages import EmptyState, PageHead, Step
from desktop.qt.table import Column, Table
from desktop.screens.base.desk import Desk
from desktop.screens.base.filters import Choice, Filters, Search
from desktop.screens.base.screen import Screen, Width
from desktop.screens.meetings.form import BODIES
from desktop.screens.meetings.page import TABS, MeetingPage
from desktop.usecases.meetings import rows as meetings
from desktop.usecases.meetings.rows import State

_TONE: dict[State, str] = {
    State.PREPARING: "text",
    State.RUNNING: "accent",
    State.HELD: "text2",
    State.POSTPONED: "text3",
}
COLUMNS = (
    Column("Ngày", lambda one: vi.day(one.start), width=104, key=lambda one: one.start),
    Column("Giờ", lambda one: vi.clock(one.start), width=60, tone="text2", drop=3, sortable=False),
    Column(
        "Hội nghị", lambda one: one.title, bold=True, key=lambda one: vi.word_key(one.title), tip=lambda one: one.title
    ),
    Column("Loại", lambda one: one.kind, width=150, tone="text2", drop=2, tip=lambda one: one.kind),
    Column("Địa điểm", lambda one: one.place, width=190, tone="text2", drop=1, tip=lambda one: one.place),
    Column("Mục", lambda one: str(one.items or ""), width=52, align="right", drop=2, key=lambda one: one.items),
    Column("Có mặt", lambda one: one.present, width=76, align="right", sortable=False),
    Column("Tình trạng", lambda one: meetings.STATE[one.state], width=128, tone=lambda one: _TONE[one.state]),
)
STATES = [(str(state), text) for state, text in meetings.STATE.items()]
FILTERS = {
    "body": Choice("Cơ quan", 170, BODIES, "Mọi cơ quan"),
    "year": Choice("Năm", 130, empty="Mọi năm"),
    "state": Choice(
        "Tình trạng", 150, [(str(state), text) for state, text in meetings.STATE.items()], "Mọi tình trạng"
    ),
}


class MeetingsScreen(Screen):
    place = "meetings"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._width = Width.WIDE
        self._layout()
        self._connect()
        self._show_years()
        self.filters["year"].set_value(str(self.desk.today.year))
        self.refresh(frozenset())

    def _layout(self) -> None:
        self.head = PageHead("Hội nghị")
        self.filters = Filters(FILTERS, Search("Tìm hội nghị", hint="Tìm theo tên, địa điểm"), self._fill, self._sift)
        self.search = self.filters.search
        *choices, search = self.filters.widgets()
        bar = holder(row(*choices, STRETCH, search, margins=(20, 0, 20, 9)))
        self.table = Table(COLUMNS, name="Danh sách hội nghị", least=330, memory=self.desk.state,
                           empty="Không có hội nghị nào khớp bộ lọc. Đổi bộ lọc để xem hội nghị khác.")  # fmt: skip
        self.list = QWidget()
        self.middle = QStackedWidget()
        self.middle.addWidget(self.table)
        self.list.setLayout(column(self.head, bar, (holder(column(self.middle, margins=(20, 0, 20, 14))), 1), gap=0))
        self.page = MeetingPage(self.desk)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.page)
        self.setLayout(column(self.stack, gap=0))
        self.plan_button = Button("Xếp lịch hội nghị", icon="mdi6.calendar-plus", kind="primary", run=self.desk.plan)
        self.head.set_primary(self.plan_button)

    def _connect(self) -> None:
        self.table.opened.connect(lambda one: self.open_record(one.id))
        self.page.left.connect(self._back)

    # What is shown

    def _show_years(self) -> None:
        years = [(str(year), f"Năm {year}") for year in meetings.years(self.desk.facts, self.desk.today)]
        self.filters["year"].set_options(years)
        self.filters.offer("body", self.desk.facts.bodies)

    def refresh(self, kinds: frozenset[str]) -> None:
        """The page where one is open, else the list, which is filled again on coming back to it."""
        shown = self.page.meeting
        stored = self.desk.facts.meeting(shown.id) if shown is not None else None
        if stored is not None:
            self.page.show_meeting(stored)
        elif shown is not None:
            self.open_record("")
        else:
            self._show_years()
            self._fill()

    def _sift(self, _text: str) -> None:
        self._fill()

    def _fill(self) -> None:
        state = self.filters.of("state")
        rows = meetings.rows(
            self.desk.facts,
            self.desk.now(),
            body=self.filters.of("body"),
            year=self.filters.year(),
            state_is=State(state) if state else None,
            text=self.filters.text(),
        )
        self.table.set_rows(tuple(rows))
        any_ = bool(self.desk.facts.office.meetings)
        if not any_ and self.middle.count() == 1:
            self.middle.addWidget(self._empty_state())
        self.middle.setCurrentIndex(0 if any_ else self.middle.count() - 1)
        self.plan_button.setVisible(any_)
        self.search.setVisible(any_ and self._width is not Width.SINGLE)

    def _empty_state(self) -> EmptyState:
        plan = Button("Xếp lịch hội nghị", icon="mdi6.calendar-plus", kind="primary", run=self.desk.plan)
        return EmptyState(
            "mdi6.account-group-outline",
            "Chưa có hội nghị nào",
            "Chọn một ngày. Chương trình tính ngay hạn gửi giấy mời, tài liệu "
            "và cho biết hôm đó có đủ số ủy viên hay không.",
            primary=plan,
            steps=tuple(Step(*step) for step in meetings.first_steps(self.desk.facts, self.desk.today)),
        )

    def open_record(self, record_id: str) -> None:
        meeting = self.desk.facts.meeting(record_id) if record_id else None
        if meeting is None:
            self.page.meeting = None
            self._show_years()
            self._fill()
            self.stack.setCurrentWidget(self.list)
            self.table.setFocus()
            return
        self.page.show_meeting(meeting)
        self.stack.setCurrentWidget(self.page)
        self.page.begin()

    def _back(self, body: Body | None) -> None:
        """Back to the list, at the meeting just left; a body in the way back filters it."""
        shown = self.page.meeting
        if body:
            self.filters["body"].set_value(body)
            self._fill()
        self.open_record("")
        if shown is not None:
            self.table.select(shown.id)
        self.table.setFocus()

    # How it fits

    def set_width(self, width: Width) -> None:
        self._width = width
        self.head.set_compact(width is Width.SINGLE)
        self.search.setVisible(width is not Width.SINGLE)
        self.page.set_width(width)

    def commands(self) -> tuple[Command, ...]:
        plan = Command("meetings.plan", "Xếp lịch hội nghị", self.desk.plan, "Ctrl+N", "mdi6.calendar-plus")
        if self.stack.currentWidget() is self.list:
            return (plan,)
        tabs = tuple(
            Command(f"meeting.{key}", text, partial(self.page.show_tab, key), f"Alt+{number}")
            for number, (key, text, _) in enumerate(TABS, 1)
        )
        back = Command("meeting.back", "Về danh sách hội nghị", lambda: self._back(None), "Alt+Left", "mdi6.arrow-left")
        return (plan, *tabs, *self.page.more(), back)

    def governing(self) -> tuple[Cite, ...]:
        return self.page.governing() if self.stack.currentWidget() is self.page else ()
