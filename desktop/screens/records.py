"""The registers that have no page of their own yet: one list screen, and a table of columns for each kind."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.qt.boxes import STRETCH, column, holder, row
from desktop.qt.fields import TextField
from desktop.qt.pages import EmptyState, PageHead, SegmentRow
from desktop.qt.table import Column, Table
from desktop.screens.desk import Desk
from desktop.screens.directory_tab import DirectoryTab, search_field
from desktop.screens.screen import Screen, Width
from desktop.usecases import registers
from desktop.usecases.registers import RecordRow


@dataclass(frozen=True, slots=True)
class Register:
    """One list of a screen: its key among the segments, its columns, how its rows are read."""

    key: str
    text: str
    columns: tuple[Column, ...]
    rows: Callable[[Any, Any], list[RecordRow]]


def _cell(index: int) -> Callable[[RecordRow], str]:
    return lambda row: row.cells[index]


def _key(index: int) -> Callable[[RecordRow], object]:
    return lambda row: row.keys[index]


COUNTS = frozenset({"Số việc"})


def _columns(*heads: tuple[str, int] | tuple[str, int, int]) -> tuple[Column, ...]:
    """Columns by title and width, the third number being which goes first where room runs out."""
    return tuple(
        Column(
            head[0], _cell(index), width=head[1], drop=head[2] if len(head) > 2 else 0, tip=_cell(index),
            key=_key(index), align="right" if head[0] in COUNTS else "left",
        )
        for index, head in enumerate(heads)
    )  # fmt: skip


PROGRAMMES = Register(
    "programmes", "Chương trình", _columns(("Chương trình", 0), ("Thông qua", 110), ("Số việc", 90)),
    registers.programmes,
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
DOCUMENTS = Register(
    "documents", "Văn bản", _columns(("Số, ký hiệu", 150), ("Ngày", 96), ("Loại", 130, 1), ("Trích yếu", 0),
                                     ("Người ký", 170, 2)), registers.documents,
)  # fmt: skip


class RecordsScreen(Screen):
    """A title, a line to search in, the lists as segments where there is more than one, and a table."""

    title = ""
    icon = ""
    nothing = ""
    registers: tuple[Register, ...] = ()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._layout()
        self.segments.chosen.connect(self._choose)
        self.search.line.textChanged.connect(self.table.set_filter)
        self.refresh(frozenset())

    def _layout(self) -> None:
        self.head = PageHead(self.title)
        self.segments = SegmentRow([(one.key, one.text) for one in self.registers], name=self.title)
        self.segments.setVisible(len(self.registers) > 1)
        self.search = TextField("", name=f"Tìm trong {self.title.lower()}", placeholder="Tìm trong danh sách")
        self.search.setFixedWidth(240)
        self.table = Table(
            self.registers[0].columns, name=self.title, memory=self.desk.state, empty="Không có dòng nào khớp.",
        )  # fmt: skip
        self.none = EmptyState(self.icon, f"Chưa có {self.nothing}", "Dữ liệu nhập từ tệp sẽ hiện ở đây.")
        self._bar = row(self.segments, STRETCH, self.search, margins=(20, 0, 20, 10))
        self._sheet = column((self.table, 1), (self.none, 1), gap=0, margins=(20, 0, 20, 14))
        self.setLayout(column(self.head, holder(self._bar), (self._sheet, 1), gap=0))

    def _register(self) -> Register:
        return next(one for one in self.registers if one.key == self.segments.current())

    def _choose(self, _key: str) -> None:
        self.table.set_rows(())  # the rows of one register do not fit the columns of another
        self.table.set_columns(self._register().columns)
        self.refresh(frozenset())

    def refresh(self, kinds: frozenset[str]) -> None:
        rows = self._register().rows(self.desk.facts, self.desk.today)
        self.table.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.none.setVisible(not rows)
        self.head.set_facts(f"{len(rows)} dòng, tính đến {vi.day(self.desk.today)}" if rows else "")

    def open_record(self, record_id: str) -> None:
        for register in self.registers:
            if any(one.id == record_id for one in register.rows(self.desk.facts, self.desk.today)):
                self.segments.choose(register.key)
                self._choose(register.key)
                self.table.select(record_id)
        self.table.setFocus()

    def set_width(self, width: Width) -> None:
        single = width is Width.SINGLE
        self.head.set_compact(single)
        margin = 12 if single else 20
        self._bar.setContentsMargins(margin, 0, margin, 8)
        self._sheet.setContentsMargins(margin, 0, margin, 8 if single else 14)


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


class ProgrammesTab(RegisterTab):
    key, register, nothing = "programmes", PROGRAMMES, "chương trình nào"


class ReportsTab(RegisterTab):
    key, register, nothing = "reports", REPORTS, "báo cáo nào"


class DirectivesTab(RegisterTab):
    key, register, nothing = "directives", DIRECTIVES, "văn bản nào phải sơ kết, tổng kết"


class VisitsTab(RegisterTab):
    key, register, nothing = "visits", VISITS, "lần đi cơ sở nào"


class DocumentsScreen(RecordsScreen):
    place, title, icon = "documents", "Văn bản", "mdi6.file-document-multiple-outline"
    nothing = "văn bản nào"
    registers = (DOCUMENTS,)
