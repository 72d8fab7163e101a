"""Việc theo ủy quyền: the list of what Thường trực settled, part of the screen of written ballots."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop import vi
from desktop.qt.boxes import column
from desktop.qt.buttons import Button
from desktop.qt.pages import EmptyState
from desktop.qt.table import Column, Table
from desktop.screens.base.desk import Desk
from desktop.screens.base.show import word
from desktop.usecases.delegated import rows as delegated
from desktop.usecases.delegated.rows import State

_TONE: dict[State, str] = {
    State.PENDING: "accent",
    State.PREPARING: "text",
    State.REFERRED: "text",
    State.ADOPTED: "text",
    State.REJECTED: "text2",
    State.REPORTED: "text2",
}
COLUMNS = (
    Column("Ngày", lambda one: vi.day(one.decided) if one.decided else "Chưa quyết", width=104,
           key=lambda one: str(one.decided or "9")),
    Column("Việc", lambda one: one.title, bold=True, key=lambda one: vi.word_key(one.title), tip=lambda one: one.title),
    Column("Danh mục", lambda one: one.point, width=136, tone="text2", drop=2, key=lambda one: one.point),
    Column("Tán thành", lambda one: one.agreed or "Chưa ghi", width=104, mark=lambda one: one.agreed_mark,
           word=lambda one: word(one.agreed_mark), sortable=False, tone=lambda one: "text" if one.agreed else "text3"),
    Column("Báo cáo, chuyển", lambda one: one.reported, width=200, tone="text2", drop=1, sortable=False,
           mark=lambda one: one.reported_mark, word=lambda one: word(one.reported_mark), tip=lambda one: one.reported),
    Column("Tình trạng", lambda one: delegated.STATE[one.state], width=150, tone=lambda one: _TONE[one.state],
           key=lambda one: one.state),
)  # fmt: skip


class DelegatedList(QWidget):
    """`opened` carries the id of a decision."""

    opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.table = Table(COLUMNS, name="Danh sách việc theo ủy quyền", memory=desk.state,
                           empty="Không có việc nào khớp bộ lọc. Đổi bộ lọc để xem việc khác.")  # fmt: skip
        self.none = EmptyState(
            "mdi6.account-key-outline",
            "Chưa có việc theo ủy quyền nào",
            "Ghi việc Thường trực giải quyết thay Ban Thường vụ: ý kiến từng người, báo cáo tại phiên họp gần nhất.",
            primary=Button("Ghi việc theo ủy quyền", icon="mdi6.plus", kind="primary", run=self._start),
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.none)
        self.setLayout(column(self.stack, gap=0))
        self.table.opened.connect(lambda one: self.opened.emit(one.id))

    def fill(self, year: int | None, state: str | None, text: str) -> bool:
        """Show the rows that pass; False where the office has none at all."""
        rows = delegated.rows(
            self._desk.facts, self._desk.today, year=year, state_is=State(state) if state else None, text=text
        )
        self.table.set_rows(tuple(rows))
        any_ = bool(self._desk.facts.office.delegated)
        self.stack.setCurrentWidget(self.table if any_ else self.none)
        return any_

    def select(self, ident: str) -> None:
        self.table.select(ident)
        self.table.setFocus()

    def _start(self) -> None:
        from desktop.screens.delegated.dialogs import StartDelegated

        dialog = StartDelegated(self._desk, parent=self)
        if dialog.exec() and dialog.made_id:
            self.opened.emit(dialog.made_id)
