"""The registers that have no page of their own yet: a tab that lists one, and a table of columns for each kind."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desktop.qt.boxes import column, holder
from desktop.qt.pages import EmptyState
from desktop.qt.table import Column, Table
from desktop.screens.desk import Desk
from desktop.screens.directory_tab import DirectoryTab, search_field
from desktop.screens.screen import Width
from desktop.usecases import registers
from desktop.usecases.registers import RecordRow


@dataclass(frozen=True, slots=True)
class Register:
    """One list of a screen: its key, its columns, how its rows are read."""

    key: str
    text: str
    columns: tuple[Column, ...]
    rows: Callable[[Any, Any], list[RecordRow]]


def _cell(index: int) -> Callable[[RecordRow], str]:
    return lambda row: row.cells[index]


def _key(index: int) -> Callable[[RecordRow], object]:
    return lambda row: row.keys[index]


def _columns(*heads: tuple[str, int] | tuple[str, int, int]) -> tuple[Column, ...]:
    """Columns by title and width, the third number being which goes first where room runs out."""
    return tuple(
        Column(
            head[0], _cell(index), width=head[1], drop=head[2] if len(head) > 2 else 0, tip=_cell(index),
            key=_key(index),
        )
        for index, head in enumerate(heads)
    )  # fmt: skip


REPORTS = Register(
    "reports", "Báo cáo", _columns(("Đơn vị, người báo cáo", 0), ("Kỳ", 170), ("Hạn", 96), ("Nhận", 96)),
    registers.reports,
)  # fmt: skip
DIRECTIVES = Register(
    "directives", "Sơ kết, tổng kết", _columns(("Văn bản", 0), ("Việc", 120), ("Hạn", 96), ("Xong", 96)),
    registers.directives,
)  # fmt: skip
VISITS = Register(
    "visits", "Đi cơ sở", _columns(("Nơi đến", 0), ("Ai đi", 200), ("Ngày", 96), ("Kết quả", 260, 1)), registers.visits
)


class RegisterTab(DirectoryTab):
    """One register as a tab that can only be looked through."""

    register: Register
    nothing = ""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.search = search_field("Tìm trong danh sách", 240)
        self.table = Table(
            self.register.columns, name=self.register.text, memory=desk.state, empty="Không có dòng nào khớp.",
        )  # fmt: skip
        self.none = EmptyState("mdi6.clipboard-list-outline", f"Chưa có {self.nothing}",
                               "Dữ liệu nhập từ tệp sẽ hiện ở đây.")  # fmt: skip
        self.lay_out(holder(column((self.table, 1), (self.none, 1), gap=0)), self.search)
        self.side.hide()
        self.search.line.textChanged.connect(self.table.set_filter)

    def set_width(self, width: Width) -> None:
        """There is nothing to say beside the list."""

    def show_side(self) -> None:
        """There is no panel to bring to the front."""

    def refresh(self) -> None:
        rows = self.register.rows(self.desk.facts, self.desk.today)
        self.table.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.none.setVisible(not rows)

    def select(self, record_id: str) -> None:
        self.table.select(record_id)


class ReportsTab(RegisterTab):
    key, register, nothing = "reports", REPORTS, "báo cáo nào"


class DirectivesTab(RegisterTab):
    key, register, nothing = "directives", DIRECTIVES, "văn bản nào phải sơ kết, tổng kết"


class VisitsTab(RegisterTab):
    key, register, nothing = "visits", VISITS, "lần đi cơ sở nào"
