"""The grid of rules and periods, worked by keyboard: arrows walk its cells, letters find a rule, Enter opens.

What cells say is in `compliance_model`, how they look in `compliance_paint`.
"""

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent

from desktop import vi
from desktop.qt import theme
from desktop.qt.table import SheetView
from desktop.screens.compliance.model import ARTICLE, FIRST, NAME, GridModel
from desktop.screens.compliance.paint import BAR_ROOM, GridCells, GridHead
from desktop.screens.compliance.room import LIVE, share_out
from desktop.usecases.compliance.grid import Cell, Grid, Row

ROW, GROUP = 28, 24
NOTHING = "Trong kỳ này không có việc nào chưa đúng quy chế."
_PATIENCE = 1200
"""Milliseconds within which letters belong to one word looked for."""


class GridTable(SheetView):
    """`chosen` tells that another cell is current; `entered` Enter, `opened` Ctrl+Enter or a double click.

    `linked` carries the row whose article was clicked.
    """

    chosen = Signal()
    entered = Signal()
    opened = Signal()
    linked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.grid = GridModel()
        self._typed, self._clock = "", QElapsedTimer()
        self.setModel(self.grid)
        self.setItemDelegate(GridCells(self, self.grid))
        self._head = GridHead(self, self.grid)
        self.setHorizontalHeader(self._head)
        self.dress("Quy định theo kỳ", ROW)
        self.selectionModel().currentChanged.connect(self._moved)

    # What is shown

    def show_grid(self, grid: Grid, rows: Sequence[Row], *, totals: str = "") -> None:
        """Show other findings, standing on the same cell where it is still there."""
        kept, column = self.row(), self.currentIndex().column()
        place = self.verticalScrollBar().value()
        self.selectionModel().blockSignals(True)
        self.grid.set_grid(grid, rows, totals)
        self.selectionModel().blockSignals(False)
        self.clearSpans()
        for index in range(self.grid.rowCount()):
            group = self.grid.row_at(index) is None
            self.setRowHeight(index, GROUP if group else ROW)
            if group:
                self.setSpan(index, 0, 1, max(2, self.grid.columnCount()))
        self._lay()
        self._stand_again(kept, column, place)

    def _stand_again(self, kept: Row | None, column: int, place: int) -> None:
        found = self.place_of(kept.rule, kept.part) if kept else -1
        if found >= 0 and FIRST <= column < self.grid.columnCount() and not self.isColumnHidden(column):
            self.setCurrentIndex(self.grid.index(found, column))
            self.verticalScrollBar().setValue(place)
        else:
            self.setCurrentIndex(QModelIndex())
        self.viewport().update()

    def place_of(self, rule: str, part: str) -> int:
        """The line of a rule; -1 where it is not shown."""
        for place in range(self.grid.rowCount()):
            row = self.grid.row_at(place)
            if row and (row.rule, row.part) == (rule, part):
                return place
        return -1

    def row(self) -> Row | None:
        return self.grid.row_at(self.currentIndex().row())

    def cell(self) -> Cell | None:
        at = self.currentIndex()
        return self.grid.cell_at(at.row(), at.column()) if at.isValid() else None

    def select(self, rule: str, part: str, code: str) -> None:
        """Stand on the cell of a rule in the period of that code."""
        place = self.place_of(rule, part)
        columns = [index for index, one in enumerate(self.grid.columns) if one.period.code == code]
        if place >= 0 and columns:
            self.setCurrentIndex(self.grid.index(place, FIRST + columns[0]))

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        measure = QFontMetrics(theme.current().font(9, True)).horizontalAdvance
        room = share_out(
            self.grid.columns,
            self.viewport().width(),
            live=BAR_ROOM if self.grid.totals else LIVE,
            longest=self._longest(),
            measure=measure,
            totals=self.grid.totals,
        )
        self._head.titles = room.titles
        self.setColumnHidden(ARTICLE, not room.article)
        self.setColumnWidth(ARTICLE, room.article)
        self.setColumnWidth(NAME, room.name)
        for place, width in enumerate(room.widths, FIRST):
            self.setColumnHidden(place, not width)
            self.setColumnWidth(place, width)
        self._show_current()

    def _longest(self) -> int:
        metrics = QFontMetrics(theme.current().font(10))
        names = [row.name for place in range(self.grid.rowCount()) if (row := self.grid.row_at(place))]
        return max((metrics.horizontalAdvance(name) for name in names), default=0) + 16

    def title_of(self, section: int) -> str:
        """The title of a column, of several where they are folded into it."""
        return self._head.title_of(section)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.grid.rowCount():
            painter = QPainter(self.viewport())
            self.say_empty(painter, NOTHING)
            painter.end()

    # Walking

    def _moved(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_current()
        self.viewport().update()
        self.horizontalHeader().viewport().update()
        self.setAccessibleDescription(self.grid.spoken(self.currentIndex().row(), self.currentIndex().column()))
        self.chosen.emit()

    def _show_current(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        page = max(1, self.viewport().height() // ROW - 1)
        rows = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page}
        columns = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -99, Qt.Key.Key_End: 99}
        if key in rows or key in columns:
            self.walk(rows.get(key, 0), columns.get(key, 0))
        elif key == Qt.Key.Key_Space and self._is_looking():
            self.keyboardSearch(" ")
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.opened if control else self.entered).emit()
        else:
            super().keyPressEvent(event)

    def walk(self, rows: int, columns: int) -> None:
        """Step over group rows and columns folded away; the ends hold."""
        at = self.currentIndex()
        lines = [place for place in range(self.grid.rowCount()) if self.grid.row_at(place)]
        shown = [place for place in range(FIRST, self.grid.columnCount()) if not self.isColumnHidden(place)]
        if not lines or not shown:
            return
        row = _step(lines, at.row(), rows)
        column = _step(shown, at.column(), columns)
        self.setCurrentIndex(self.grid.index(row, column))

    def keyboardSearch(self, search: str) -> None:
        """Go to the next rule in whose name the letters typed are found, with or without diacritics."""
        fresh = not self._is_looking()
        self._clock.start()
        self._typed = vi.fold(search if fresh else self._typed + search)
        start, count = self.currentIndex().row() + fresh, self.grid.rowCount()
        for place in ((start + ahead) % count for ahead in range(count)):
            row = self.grid.row_at(place)
            if row and self._typed in vi.fold(row.name):
                self.setCurrentIndex(self.grid.index(place, max(self.currentIndex().column(), FIRST)))
                return

    def _is_looking(self) -> bool:
        """Whether letters just typed are still one word."""
        return self._clock.isValid() and self._clock.elapsed() <= _PATIENCE

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.select_first()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def select_first(self) -> None:
        """Stand on the worst cell: the first breach, else the first cell with anything in it."""
        cells = [
            (row, column)
            for row in range(self.grid.rowCount())
            for column in range(FIRST, self.grid.columnCount() - bool(self.grid.totals))
            if self.grid.cell_at(row, column) and not self.isColumnHidden(column)
        ]
        broken = [at for at in cells if (cell := self.grid.cell_at(*at)) and cell.verdict == "breach"]
        for at in (broken or cells)[:1]:
            self.setCurrentIndex(self.grid.index(*at))

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = self.grid.row_at(index.row())
        if row is None or event.button() != Qt.MouseButton.LeftButton:
            event.accept()
            return
        if index.column() == ARTICLE and row.cite.at:
            self.linked.emit(row)
        column = max(index.column(), FIRST) if index.column() >= FIRST else max(self.currentIndex().column(), FIRST)
        self.setCurrentIndex(self.grid.index(index.row(), column))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if self.grid.cell_at(index.row(), index.column()):
            self.opened.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = self.grid.row_at(index.row())
        pointing = index.column() == ARTICLE and row is not None and row.cite.at is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor)


def _step(places: Sequence[int], at: int, by: int) -> int:
    """The place so many steps from where one stands, or the nearest there is."""
    standing = min(range(len(places)), key=lambda index: abs(places[index] - at))
    return places[max(0, min(standing + by, len(places) - 1))]
