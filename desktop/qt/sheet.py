"""A sheet of cells typed in one after the other: Enter goes down, Delete empties, Ctrl+V puts in what was copied.

Ctrl+Tab leaves it; Ctrl+Enter is left to the dialog it stands in.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QTableWidget, QTableWidgetItem, QWidget

from desktop import vi

CTRL = Qt.KeyboardModifier.ControlModifier


class Sheet(QTableWidget):
    """Cells whose item cannot be edited stay as they are; `cells_of` parts what is on the clipboard."""

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__(rows, columns)
        self.setEditTriggers(
            self.EditTrigger.DoubleClicked | self.EditTrigger.EditKeyPressed | self.EditTrigger.AnyKeyPressed
        )
        self.touched = False
        self.itemChanged.connect(lambda _item: self._touch())

    def _touch(self) -> None:
        self.touched = True

    def text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text().strip() if item else ""

    def write(self, row: int, column: int, text: str) -> None:
        """Put a text into a cell that may be typed in."""
        item = self.item(row, column)
        if item is None:
            self.setItem(row, column, QTableWidgetItem(text))
        elif item.flags() & Qt.ItemFlag.ItemIsEditable:
            item.setText(text)

    def cells_of(self, text: str) -> list[list[str]]:
        return vi.pasted_cells(text)

    def put(self, rows: Sequence[Sequence[str]]) -> None:
        """Put copied cells in from the current one on; a single one into every marked cell."""
        marked = self.selectedIndexes()
        if len(marked) > 1 and [len(row) for row in rows] == [1]:
            for index in marked:
                self.write(index.row(), index.column(), rows[0][0].strip())
            return
        self.fill(rows, max(self.currentRow(), 0), max(self.currentColumn(), 0))

    def fill(self, rows: Sequence[Sequence[str]], top: int = 0, left: int = 0) -> None:
        """Write cells from a place on, as far as the sheet goes."""
        for down, row in enumerate(rows[: self.rowCount() - top]):
            for along, text in enumerate(row[: self.columnCount() - left]):
                self.write(top + down, left + along, text.strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.put(self.cells_of(QGuiApplication.clipboard().text()))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & CTRL:
                event.ignore()
            elif self.state() is not self.State.EditingState:  # else the cell goes down when it has been closed
                self._down()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and event.modifiers() & CTRL:
            self._leave(event.key() == Qt.Key.Key_Tab)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            for index in self.selectedIndexes():
                self.write(index.row(), index.column(), "")
        else:
            super().keyPressEvent(event)

    def _leave(self, on: bool) -> None:
        """Tab goes from cell to cell; with Ctrl it goes on to what follows the sheet, or back to what is before it."""
        self.setTabKeyNavigation(False)
        self.focusNextPrevChild(on)
        self.setTabKeyNavigation(True)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter ends the typing in one cell and stands on the one below."""
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._down()

    def _down(self) -> None:
        self.setCurrentCell(min(self.currentRow() + 1, self.rowCount() - 1), self.currentColumn())
