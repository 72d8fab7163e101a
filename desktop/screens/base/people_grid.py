"""A grid in which a list of people is typed or pasted; cells at fault are framed and said below."""

import datetime as dt
from collections.abc import Container, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem

from desktop.domain.bodies import BODIES
from desktop.qt import theme
from desktop.qt.sheet import Sheet
from desktop.usecases.directory import people as people_list
from desktop.usecases.directory.people import HEADERS, Entry, UnreadableList

WIDTHS = (176, 82, 170, 68, 68, 158, 92, 92)
TITLES = ("Họ và tên", "Năm sinh", "Chức vụ", "BCH", "BTV", "Thường trực", "UBKT", "Từ ngày")
TICKED = frozenset({3, 4, 6})
"""The columns in which Space puts an x."""
BODY_AT = dict(enumerate(BODIES, 3))
"""The columns of bodies, by their places."""
_SPARE = 5


class PeopleGrid(Sheet):
    """Always a few empty lines at the end; Space ticks, Delete empties, Enter goes down, Ctrl+V takes cells in."""

    def __init__(self) -> None:
        super().__init__(_SPARE, len(HEADERS))
        self.setHorizontalHeaderLabels(list(TITLES))
        self.setAccessibleName("Danh sách cấp ủy")
        self.verticalHeader().setDefaultSectionSize(28)
        self.verticalHeader().setMinimumWidth(32)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(WIDTHS):
            self.setColumnWidth(column, width)
        self.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.itemChanged.connect(self._spare)

    def offer(self, lacking: Container[str]) -> None:
        """Hide the columns of bodies the committee has not."""
        for column, body in BODY_AT.items():
            self.setColumnHidden(column, body in lacking)

    def begin(self) -> None:
        """Stand in the first cell, or in the one last stood in."""
        if self.currentRow() < 0:
            self.setCurrentCell(0, 0)
        self.setFocus()

    def cells_of(self, text: str) -> list[list[str]]:
        return people_list.pasted(text)

    def cells(self) -> list[list[str]]:
        return [[self.text(row, column) for column in range(self.columnCount())] for row in range(self.rowCount())]

    def entries(self, start: dt.date) -> tuple[Entry, ...]:
        """The people typed; raises `UnreadableList`, with the cells at fault marked and the keyboard in the first."""
        self._mark(())
        try:
            return people_list.read_grid(self.cells(), start=start)
        except UnreadableList as refused:
            wrong = [(fault.row - 1, fault.column) for fault in refused.found]
            self._mark(wrong)
            if wrong:
                self.setCurrentCell(*wrong[0])
                self.setFocus()
            raise

    def fill(self, rows: Sequence[Sequence[str]], top: int = 0, left: int = 0) -> None:
        """Write cells from a place on; what was typed elsewhere stays."""
        self.setRowCount(max(self.rowCount(), top + len(rows) + _SPARE))
        self.blockSignals(True)
        super().fill(rows, top, left)
        self.blockSignals(False)
        self.touched = True

    def replace(self, rows: Sequence[Sequence[str]]) -> None:
        self.clearContents()
        self.fill(rows)

    def paste(self) -> None:
        self.put(self.cells_of(QGuiApplication.clipboard().text()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is said over the grid takes room from it; the cell that has the keyboard stays in sight."""
        super().resizeEvent(event)
        if self.hasFocus():
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentColumn() in TICKED:
            self._tick()
        else:
            super().keyPressEvent(event)

    def _tick(self) -> None:
        row, column = self.currentRow(), self.currentColumn()
        self.write(row, column, "" if self.text(row, column) else "x")

    def _spare(self, item: QTableWidgetItem) -> None:
        """Keep empty lines under the last one written in."""
        if item.text() and item.row() >= self.rowCount() - 2:
            self.setRowCount(item.row() + 1 + _SPARE)

    def _mark(self, wrong: Sequence[tuple[int, int]]) -> None:
        self.blockSignals(True)
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                self._paint(row, column, (row, column) in wrong)
        self.blockSignals(False)

    def _paint(self, row: int, column: int, wrong: bool) -> None:
        item = self.item(row, column)
        if item is None and wrong:
            item = QTableWidgetItem("")
            self.setItem(row, column, item)
        if item is not None:
            item.setBackground(theme.current().color("breach-soft") if wrong else QColor(0, 0, 0, 0))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, "cần sửa" if wrong else "")
