"""A sheet of rows and columns of verdict marks: names stay at the left, the head on top, one cell is current.

Arrows walk, with Shift they mark several cells, Ctrl+A those of the column; Space ticks, Enter opens, a figure begins
a date. `mark_grid_sheet` lays the sheet out and paints it; this file takes the keys and the mouse.
"""

from collections.abc import Hashable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from desktop.qt.mark_grid_sheet import GridCell, GridColumn, GridRow, GridSheet

Place = tuple[int, int]
_SIDES = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}

__all__ = ["GridCell", "GridColumn", "GridRow", "MarkGrid"]


class MarkGrid(GridSheet):
    """Signals speak of the cells marked, the current one among them."""

    moved = Signal()
    opened = Signal()
    ticked = Signal()
    cleared = Signal()
    typed = Signal(str)

    def set_grid(self, columns: tuple[GridColumn, ...], rows: tuple[GridRow, ...]) -> None:
        """Show other rows, standing on the same row and column as before where they are still there."""
        before = self.current()
        marked = {(row.key, column.key) for row, column, _cell in self.marked()}
        self.take(columns, rows)
        self._row, self._column = self._place_of(before) if before else (self._first_row(), self._column)
        self._column = min(self._column, max(len(columns) - 1, 0))
        self._marked = {
            (place, at)
            for place, row in enumerate(rows)
            for at, column in enumerate(columns)
            if (row.key, column.key) in marked
        }
        self._anchor = (self._row, self._column)
        self._measure()
        self._say()
        self.viewport().update()

    def _place_of(self, before: tuple[GridRow, GridColumn, GridCell]) -> Place:
        keys, columns = [row.key for row in self._rows], [column.key for column in self._columns]
        row = keys.index(before[0].key) if before[0].key in keys else self._first_row()
        return row, columns.index(before[1].key) if before[1].key in columns else self._column

    def _first_row(self) -> int:
        return next((place for place, row in enumerate(self._rows) if not row.heading), 0)

    def current(self) -> tuple[GridRow, GridColumn, GridCell] | None:
        """The cell the clerk stands on; None in an empty sheet."""
        if not (self._row < len(self._rows) and self._column < len(self._columns)):
            return None
        row = self._rows[self._row]
        return None if row.heading else (row, self._columns[self._column], row.cells[self._column])

    def marked(self) -> list[tuple[GridRow, GridColumn, GridCell]]:
        """The cells marked, by row; the current one alone where none is."""
        places = sorted(self._marked or {(self._row, self._column)})
        return [
            (self._rows[row], self._columns[column], self._rows[row].cells[column])
            for row, column in places
            if row < len(self._rows) and not self._rows[row].heading and column < len(self._columns)
        ]

    def select(self, row: Hashable, column: Hashable = None) -> None:
        """Stand on a cell by the keys of its row and column."""
        keys, columns = [one.key for one in self._rows], [one.key for one in self._columns]
        if row in keys:
            self.stand(keys.index(row), columns.index(column) if column in columns else self._column)

    def stand(self, row: int, column: int, *, extend: bool = False) -> None:
        """Go to a cell; `extend` marks everything from where the marking began."""
        step = 1 if row >= self._row else -1
        while 0 <= row < len(self._rows) and self._rows[row].heading:
            row += step
        if 0 <= row < len(self._rows) and 0 <= column < len(self._columns):
            self._row, self._column = row, column
        if extend:
            self._mark_between(self._anchor, (self._row, self._column))
        else:
            self._anchor, self._marked = (self._row, self._column), set()
        self._show_current()
        self._say()
        self.viewport().update()
        self.moved.emit()

    def _mark_between(self, one: Place, other: Place) -> None:
        rows, columns = sorted((one[0], other[0])), sorted((one[1], other[1]))
        self._marked = {
            (row, column)
            for row in range(rows[0], rows[1] + 1)
            for column in range(columns[0], columns[1] + 1)
            if not self._rows[row].heading
        }

    def _mark_column(self) -> None:
        self._marked = {(row, self._column) for row, one in enumerate(self._rows) if not one.heading}
        self._say()
        self.viewport().update()
        self.moved.emit()

    def _toggle(self, row: int, column: int) -> None:
        self._marked = (self._marked or {(self._row, self._column)}) ^ {(row, column)}
        self._row, self._column = row, column
        self._anchor = (row, column)
        self._say()
        self.viewport().update()
        self.moved.emit()

    def _say(self) -> None:
        """What a screen reader hears of the cell stood on."""
        found = self.current()
        if found is None:
            self.setAccessibleDescription("Không có dòng nào")
            return
        row, column, cell = found
        several = f"; đã chọn {len(self._marked)} ô" if len(self._marked) > 1 else ""
        self.setAccessibleDescription(f"{row.title}, {column.words}: {cell.tip or 'trống'}{several}")

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.current() is None or not self._pressed(event):
            super().keyPressEvent(event)

    def _pressed(self, event: QKeyEvent) -> bool:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        ctrl = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        goal = None if modifiers & Qt.KeyboardModifier.AltModifier else self._goal(key)
        if goal:
            self.stand(*goal, extend=shift)
        elif ctrl:
            if key != Qt.Key.Key_A:
                return False
            self._mark_column()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key == Qt.Key.Key_Space:
            self.ticked.emit()
        elif key == Qt.Key.Key_Delete:
            self.cleared.emit()
        elif event.text().isdecimal():
            self.typed.emit(event.text())
        elif key == Qt.Key.Key_Escape and self._marked:
            self.stand(self._row, self._column)
        else:
            return False
        return True

    def _goal(self, key: Qt.Key) -> Place | None:
        page = max(self.viewport().height() // self.row_height - 2, 1)
        if key in _SIDES:
            return self._row + _SIDES[key][0], self._column + _SIDES[key][1]
        return {
            Qt.Key.Key_PageUp: (max(self._row - page, self._first_row()), self._column),
            Qt.Key.Key_PageDown: (min(self._row + page, len(self._rows) - 1), self._column),
            Qt.Key.Key_Home: (self._row, 0),
            Qt.Key.Key_End: (self._row, len(self._columns) - 1),
        }.get(key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row, column = self.hit(event.position().toPoint())
        if row < 0 or self._rows[row].heading:
            return
        at = self._column if column < 0 else column
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._toggle(row, at)
        else:
            self.stand(row, at, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row, _column = self.hit(event.position().toPoint())
        if row >= 0 and not self._rows[row].heading:
            self.opened.emit()

    def tip_at(self, spot: QPoint) -> str:
        row, column = self.hit(spot)
        if row < 0 or self._rows[row].heading:
            return ""
        return self._rows[row].title if column < 0 else self._rows[row].cells[column].tip
