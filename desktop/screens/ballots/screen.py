"""Phiếu xin ý kiến: the list of written ballots and the one opened; beside it what Thường trực settle by delegation."""

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop import vi
from desktop.domain import delegation
from desktop.domain.ballots import ELECTORATE
from desktop.domain.findings import Cite
from desktop.domain.keys import Key
from desktop.domain.records import Ballot, Delegated
from desktop.domain.rules import ballot_matter, delegated_reported, delegated_unanimity
from desktop.qt.boxes import STRETCH, column, holder, row
from desktop.qt.buttons import Button
from desktop.qt.commands import Command
from desktop.qt.fields import Combo, TextField
from desktop.qt.pages import EmptyState, PageHead, SegmentRow, Step
from desktop.qt.table import Column, Table
from desktop.screens.ballots.form import BODIES
from desktop.screens.ballots.page import BallotPage
from desktop.screens.ballots.start import StartBallot
from desktop.screens.base.desk import Desk
from desktop.screens.base.screen import Screen, Width
from desktop.screens.base.show import word
from desktop.screens.delegated.list import DelegatedList
from desktop.screens.delegated.page import DelegatedPage
from desktop.usecases.ballots import rows as ballots
from desktop.usecases.ballots.rows import State
from desktop.usecases.delegated import rows as delegated

KINDS = (("ballots", "Phiếu xin ý kiến"), ("delegated", "Việc theo ủy quyền"))
DELEGATED = "delegated:"
"""Before the id of a delegated decision, where one is to be opened from elsewhere."""

_TONE: dict[State, str] = {
    State.OPEN: "accent",
    State.CLOSED: "text2",
    State.REFERRED: "text",
    State.REPORTED: "text2",
}
COLUMNS = (
    Column("Gửi", lambda one: vi.day(one.sent), width=104, key=lambda one: one.sent),
    Column("Số", lambda one: f"{one.number:02}", width=48, tone="text2", drop=3, sortable=False),
    Column("Nội dung", lambda one: one.title, bold=True, key=lambda one: vi.word_key(one.title),
           tip=lambda one: one.title),
    Column("Cơ quan", lambda one: vi.BODY_SHORT[one.body], width=78, tone="text2", drop=2, sortable=False),
    Column("Hạn trả", lambda one: vi.day(one.due) if one.due else "", width=104, tone="text2", drop=1,
           key=lambda one: one.due or one.sent),
    Column("Về", lambda one: f"{one.returned}/{one.members}", width=64, align="right", sortable=False),
    Column("Tán thành", lambda one: f"{one.approve}/{one.members}", width=104, mark=lambda one: one.verdict,
           word=lambda one: word(one.verdict), key=lambda one: one.approve),
    Column("Tình trạng", lambda one: ballots.STATE[one.state], width=132, tone=lambda one: _TONE[one.state],
           key=lambda one: one.state),
)  # fmt: skip
STATES = tuple((str(state), text) for state, text in ballots.STATE.items())


class BallotsScreen(Screen):
    place = "ballots"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._width = Width.WIDE
        self._layout()
        self._connect()
        self._show_years()
        self.year.set_value(str(self.desk.today.year))
        self.refresh(frozenset())

    def _layout(self) -> None:
        self.head = PageHead("Phiếu xin ý kiến")
        self.kinds = SegmentRow(KINDS, name="Loại việc")
        self.body = Combo("", BODIES, empty="Mọi cơ quan", name="Cơ quan")
        self.year = Combo("", (), empty="Mọi năm", name="Năm")
        self.state = Combo("", STATES, empty="Mọi tình trạng", name="Tình trạng")
        self.search = TextField("", name="Tìm phiếu", placeholder="Tìm theo nội dung")
        for field, width in ((self.body, 160), (self.year, 120), (self.state, 160), (self.search, 200)):
            field.setFixedWidth(width)
        self._bar = row(self.kinds, 8, self.body, self.year, self.state, STRETCH, self.search,
                        margins=(20, 0, 20, 9))  # fmt: skip
        self.table = Table(COLUMNS, name="Danh sách phiếu xin ý kiến", memory=self.desk.state,
                           empty="Không có phiếu nào khớp bộ lọc. Đổi bộ lọc để xem phiếu khác.")  # fmt: skip
        self.delegated = DelegatedList(self.desk)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.table)
        self.middle.addWidget(self.delegated)
        self._sheet = column(self.middle, margins=(20, 0, 20, 14))
        self.list = QWidget()
        self.list.setLayout(column(self.head, holder(self._bar), (holder(self._sheet), 1), gap=0))
        self.page, self.decision = BallotPage(self.desk), DelegatedPage(self.desk)
        self.stack = QStackedWidget()
        for part in (self.list, self.page, self.decision):
            self.stack.addWidget(part)
        self.setLayout(column(self.stack, gap=0))
        self.new = Button("Lập phiếu xin ý kiến", icon="mdi6.plus", kind="primary", run=self.start)
        self.head.set_primary(self.new)
        self._empty: EmptyState | None = None

    def _connect(self) -> None:
        for field in (self.body, self.year, self.state):
            field.saved.connect(lambda _: self._fill())
        self.search.line.textEdited.connect(lambda _: self._fill())
        self.kinds.chosen.connect(lambda _: self._choose_kind())
        self.table.opened.connect(lambda one: self.open_record(one.id))
        self.delegated.opened.connect(lambda ident: self.open_record(f"{DELEGATED}{ident}"))
        self.page.left.connect(lambda _: self._back())
        self.decision.left.connect(self._back)
        self.decision.opening.connect(lambda ident: self.open_record(f"{DELEGATED}{ident}"))

    # What is shown

    def _delegated_shown(self) -> bool:
        return self.kinds.current() == "delegated"

    def _show_years(self) -> None:
        self.body.set_options([one for one in BODIES if one[0] in self.desk.facts.bodies])
        found = delegated.years if self._delegated_shown() else ballots.years
        self.year.set_options([(str(year), f"Năm {year}") for year in found(self.desk.facts, self.desk.today)])

    def _choose_kind(self) -> None:
        """Each list has states of its own; the body asks only of ballots."""
        other = self._delegated_shown()
        states = tuple((str(state), text) for state, text in delegated.STATE.items()) if other else STATES
        self.state.set_value(None)
        self.state.set_options(states)
        self._show_years()
        self._fill()
        self._lay()

    def refresh(self, kinds: frozenset[str]) -> None:
        """The page where one is open, else the list, which is filled again on coming back to it."""
        shown = self.stack.currentWidget()
        if shown is self.page and self.page.ballot is not None:
            stored = self.desk.facts.one(Ballot, self.page.ballot.id)
            self.page.show_ballot(stored) if stored else self._show_list()
        elif shown is self.decision and self.decision.decision is not None:
            one = self.desk.facts.one(Delegated, self.decision.decision.id)
            self.decision.show_decision(one) if one else self._show_list()
        else:
            self._show_years()
            self._fill()

    def _fill(self) -> None:
        year, state = self.year.value(), self.state.value()
        chosen, text = int(year) if year else None, self.search.line.text()
        if self._delegated_shown():
            found = self.delegated.fill(chosen, state, text)
            self.middle.setCurrentWidget(self.delegated)
        else:
            rows = ballots.rows(
                self.desk.facts, self.desk.today, body=self.body.value() or "", year=chosen,
                state_is=State(state) if state else None, text=text,
            )  # fmt: skip
            self.table.set_rows(tuple(rows))
            found = self._show_sheet()
        self.new.setText("Ghi việc theo ủy quyền" if self._delegated_shown() else "Lập phiếu xin ý kiến")
        self.new.setVisible(found)
        self.search.setVisible(found and self._width >= Width.MIDDLE)
        self._count()

    def _show_sheet(self) -> bool:
        """The table, or what an office without a ballot sees instead."""
        any_ = bool(self.desk.facts.office.ballots)
        if not any_:
            if self._empty is not None:
                self.middle.removeWidget(self._empty)
                self._empty.deleteLater()
            self._empty = self._empty_state()
            self.middle.addWidget(self._empty)
        self.middle.setCurrentWidget(self.table if any_ or self._empty is None else self._empty)
        return any_

    def _empty_state(self) -> EmptyState:
        start = Button("Lập phiếu xin ý kiến", icon="mdi6.plus", kind="primary", run=self.start)
        return EmptyState(
            "mdi6.email-check-outline",
            "Chưa có phiếu xin ý kiến nào",
            "Dùng khi không tổ chức họp được. Chương trình cho biết vấn đề có được lấy ý kiến bằng phiếu hay không, "
            "đếm phiếu thu về và nêu tên người chưa gửi lại.",
            primary=start,
            steps=tuple(Step(*step) for step in ballots.first_steps(self.desk.facts, self.desk.today)),
        )

    def _count(self) -> None:
        facts = self.desk.facts
        if self._delegated_shown():
            waiting = len(delegated.to_report(facts, self.desk.today))
            self.head.set_facts(f"{waiting} việc chưa báo cáo" if waiting else "")
        else:
            open_ = sum(1 for one in facts.office.ballots if one.closed is None)
            self.head.set_facts(f"{open_} phiếu đang lấy ý kiến" if open_ else "")

    def open_record(self, record_id: str) -> None:
        ident = record_id.removeprefix(DELEGATED)
        ballot = self.desk.facts.one(Ballot, record_id) if record_id else None
        decision = self.desk.facts.one(Delegated, ident) if ident and ballot is None else None
        if ballot is not None:
            self.page.show_ballot(ballot)
            self.stack.setCurrentWidget(self.page)
            self.page.slips.table.setFocus()
        elif decision is not None:
            self.decision.show_decision(decision)
            self.stack.setCurrentWidget(self.decision)
            self.decision.course.table.setFocus()
        else:
            self._show_list()
            (self.delegated if self._delegated_shown() else self.table).setFocus()

    def _show_list(self) -> None:
        self.page.ballot = self.decision.decision = None
        if self.stack.currentWidget() is not self.list:
            self._show_years()
            self._fill()
            self.stack.setCurrentWidget(self.list)

    def _back(self) -> None:
        """Back to the list, at the record just left."""
        ballot, decision = self.page.ballot, self.decision.decision
        came_from = "delegated" if self.stack.currentWidget() is self.decision else "ballots"
        if self.kinds.current() != came_from:
            self.kinds.choose(came_from)
            self._choose_kind()
        self._show_list()
        if came_from == "ballots" and ballot is not None:
            self.table.select(ballot.id)
            self.table.setFocus()
        elif decision is not None:
            self.delegated.select(decision.id)

    def start(self) -> None:
        if self._delegated_shown() and self.stack.currentWidget() is not self.page:
            self.start_delegated()
        else:
            StartBallot(self.desk, parent=self).exec()

    def start_delegated(self) -> None:
        from desktop.screens.delegated.dialogs import StartDelegated

        dialog = StartDelegated(self.desk, parent=self)
        if dialog.exec() and dialog.made_id:
            self.open_record(f"{DELEGATED}{dialog.made_id}")

    def show_kind(self, key: str) -> None:
        self.kinds.choose(key)
        self._choose_kind()
        self._show_list()

    # How it fits

    def set_width(self, width: Width) -> None:
        self._width = width
        self._lay()
        self.page.set_width(width)
        self.decision.set_width(width)

    def _lay(self) -> None:
        single = self._width is Width.SINGLE
        self.head.set_compact(single)
        self.body.setVisible(not self._delegated_shown() and self._width >= Width.NARROW)
        self.state.setVisible(not single)
        self.search.setVisible(self._width >= Width.MIDDLE and self.new.isVisibleTo(self.head))
        margin = 12 if single else 20
        self._bar.setContentsMargins(margin, 0, margin, 9)
        self._sheet.setContentsMargins(margin, 0, margin, 8 if single else 14)

    def commands(self) -> tuple[Command, ...]:
        new = Command("ballots.new", "Lập phiếu xin ý kiến", lambda: StartBallot(self.desk, parent=self).exec(),
                      "Ctrl+N", "mdi6.email-check-outline")  # fmt: skip
        other = Command("delegated.new", "Ghi việc theo ủy quyền", self.start_delegated, "", "mdi6.account-key-outline")
        kinds = tuple(
            Command(f"ballots.{key}", f"Danh sách: {text.lower()}", partial(self.show_kind, key), f"Alt+{number}")
            for number, (key, text) in enumerate(KINDS, 1)
        )
        if self.stack.currentWidget() is self.list:
            return (new, other, *kinds)
        page = self.page.more() if self.stack.currentWidget() is self.page else self.decision.more()
        back = Command("ballots.back", "Về danh sách", self._back, "Alt+Left", "mdi6.arrow-left")
        return (*page, new, other, back)

    def governing(self) -> tuple[Cite, ...]:
        shown = self.stack.currentWidget()
        if shown is self.page:
            return self.page.governing()
        if shown is self.decision:
            return self.decision.governing()
        keys: tuple[Key, ...] = (ELECTORATE, ballot_matter.EXCLUDED)
        if self._delegated_shown():
            keys = (delegation.ITEMS, delegated_unanimity.REQUIRED, delegated_reported.TO)
        found = (self.desk.facts.ruling(key, self.desk.today) for key in keys)
        return tuple(dict.fromkeys(ruling.cite for ruling in found if ruling))
