"""How a sheet of marks is laid out and painted: head, names, headings over rows, cells; only what is seen."""

from collections.abc import Hashable
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop.qt import icons, theme
from desktop.qt.grid import MIDDLE, PAD, Grid
from desktop.qt.marks import paint_mark

HEAD, MARK = Grid.head_height, 14
LEAST, MOST, MOST_NAMES = 52, 116, 360
"""A column's least and most width, and how far the names may grow where the columns leave room."""
_CENTRE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True, kw_only=True)
class GridColumn:
    """`title` over `count` in the head; `words` name the column where it is spoken of alone."""

    key: Hashable
    title: str
    words: str
    count: str = ""
    now: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """A mark with the few figures beside it; `sign` is a small icon after them; `tip` says it in words."""

    mark: str = ""
    text: str = ""
    sign: str = ""
    tip: str = ""
    tone: str = "text2"


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """A row of cells; a heading has none and spans the sheet, with its count at the right."""

    key: Hashable
    title: str
    cells: tuple[GridCell, ...] = field(default=())
    heading: bool = False
    note: str = ""


def mark_room(cell: int, words: int) -> int:
    """How large a mark is: smaller where its words would not fit beside it."""
    return MARK if cell >= MARK + words + 2 else max(10, min(MARK, cell - words - 1))


class GridSheet(Grid):
    """Where each column stands, and how the cells look; what is done with them is in `mark_grid`."""

    def __init__(self, name: str, head: str) -> None:
        super().__init__(name, 214)
        self._head = head
        self._columns: tuple[GridColumn, ...] = ()
        self._rows: tuple[GridRow, ...] = ()
        self._column = 0
        self._anchor = (0, 0)
        self._marked: set[tuple[int, int]] = set()
        self._wanted = self._names
        self.setMinimumHeight(120)
        self.setCornerWidget(QWidget())  # else the style frames the corner between the scroll bars

    def count(self) -> int:
        return len(self._rows)

    def take(self, columns: tuple[GridColumn, ...], rows: tuple[GridRow, ...]) -> None:
        self._columns, self._rows = columns, rows

    def set_names_width(self, pixels: int) -> None:
        """Room for the names; columns are never narrower than a mark with its figures."""
        self._wanted = pixels
        self._measure()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(600, HEAD + self.row_height * min(len(self._rows), 16) + 2)

    # Where things stand

    def _measure(self) -> None:
        super()._measure()
        along = self.horizontalScrollBar()
        spare = self.viewport().width() - self._width() * len(self._columns)
        self._names = max(self._wanted, min(spare, MOST_NAMES))
        over = self._names + self._width() * len(self._columns) - self.viewport().width()
        along.setRange(0, max(over, 0))
        along.setSingleStep(self._width())
        along.setPageStep(max(self.viewport().width() - self._names, self._width()))

    def _width(self) -> int:
        """Columns share the room left by the names; under the least the sheet scrolls."""
        free = max(self.viewport().width() - self._wanted, 0)
        return min(max(free // max(len(self._columns), 1), LEAST), MOST)

    def _left(self, column: int) -> int:
        return self._names + column * self._width() - self.horizontalScrollBar().value()

    def _cell(self, row: int, column: int) -> QRect:
        return QRect(self._left(column), self._top(row), self._width(), self.row_height)

    def hit(self, spot: QPoint) -> tuple[int, int]:
        """The row and column under a point; -1 outside of them, and for the column over the names."""
        row = self._row_at(spot)
        if row < 0:
            return -1, -1
        column = (spot.x() - self._left(0)) // self._width() if spot.x() >= self._names else -1
        return row, column if column < len(self._columns) else -1

    def _show_current(self) -> None:
        heading = self._row > 0 and self._rows[self._row - 1].heading
        self._show_row(above=self.row_height if heading else 0)
        along = self.horizontalScrollBar()
        left, wide = self._column * self._width(), self.viewport().width() - self._names
        if left < along.value():
            along.setValue(left)
        elif left + self._width() > along.value() + wide:
            along.setValue(left + self._width() - wide)

    # Paint

    def _paint_rows(self, painter: QPainter) -> None:
        for row in self._seen():
            if self._rows[row].heading:
                self._paint_heading(painter, row)
            else:
                self._paint_cells(painter, row)
                self._paint_name(painter, row)

    def _paint_heading(self, painter: QPainter, row: int) -> None:
        look, one, width = theme.current(), self._rows[row], self.viewport().width()
        spot = QRect(0, self._top(row), width, self.row_height)
        painter.fillRect(spot, look.color("surface2"))
        painter.fillRect(0, spot.bottom(), width, 1, look.color("line"))
        painter.setFont(look.font(9, True))
        painter.setPen(look.color("text"))
        painter.drawText(spot.adjusted(PAD, 0, -PAD, -1), MIDDLE, one.title)
        painter.setFont(look.font(9))
        painter.setPen(look.color("text2"))
        painter.drawText(spot.adjusted(PAD, 0, -PAD, -1), MIDDLE | Qt.AlignmentFlag.AlignRight, one.note)

    def _paint_name(self, painter: QPainter, row: int) -> None:
        look, top, here = theme.current(), self._top(row), row == self._row
        spot = QRect(0, top, self._names, self.row_height)
        painter.fillRect(spot, look.color("asoft" if here else "surface"))
        painter.fillRect(0, top + self.row_height - 1, self._names, 1, look.color("line"))
        self._paint_words(painter, row, self._rows[row].title, 6)

    def _paint_cells(self, painter: QPainter, row: int) -> None:
        look = theme.current()
        painter.fillRect(0, self._top(row + 1) - 1, self.viewport().width(), 1, look.color("line"))
        for column, cell in enumerate(self._rows[row].cells):
            spot = self._cell(row, column)
            if spot.right() < self._names or spot.left() > self.viewport().width():
                continue
            if (row, column) in self._marked or (row == self._row and not self._marked):
                painter.fillRect(spot, look.color("asoft"))
            painter.fillRect(spot.left(), spot.bottom(), spot.width(), 1, look.color("line"))
            self._paint_cell(painter, spot, cell)
            if (row, column) == (self._row, self._column):
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(look.color("accent" if self.hasFocus() else "edge"), 2))
                painter.drawRoundedRect(QRectF(spot).adjusted(2, 2, -2, -3), 4, 4)

    def _paint_cell(self, painter: QPainter, spot: QRect, cell: GridCell) -> None:
        look = theme.current()
        font = look.font(8 if spot.width() < 72 else 9)
        words = QFontMetrics(font).horizontalAdvance(cell.text) + 2 if cell.text else 0
        sign = 11 if cell.sign and spot.width() >= MARK + words + 9 else 0
        mark = mark_room(spot.width(), words) if cell.mark else 0
        left = spot.left() + max((spot.width() - mark - words - sign) // 2, 1)
        middle = spot.top() + (spot.height() - 1) / 2
        if mark:
            paint_mark(painter, QRectF(left, middle - mark / 2, mark, mark), cell.mark)
        painter.setFont(font)
        painter.setPen(look.color(cell.tone))
        painter.drawText(
            QRect(left + mark + (2 if mark == MARK else 0), spot.top(), words + 4, spot.height() - 1),
            MIDDLE,
            cell.text,
        )
        if sign:
            icons.paint(painter, QRectF(left + mark + words + 1, middle - 5, 10, 10), cell.sign, look.color("text2"))

    def _paint_head(self, painter: QPainter) -> None:
        look, width = theme.current(), self.viewport().width()
        painter.fillRect(0, 0, width, HEAD, look.color("surface2"))
        for column, one in enumerate(self._columns):
            spot = QRect(self._left(column), 0, self._width(), HEAD - 1)
            if spot.right() >= self._names:
                self._paint_title(painter, spot, one, column)
        painter.fillRect(0, 0, self._names, HEAD, look.color("surface2"))
        painter.fillRect(0, HEAD - 1, width, 1, look.color("line"))
        painter.setFont(look.font(9, True))
        painter.setPen(look.color("text2"))
        painter.drawText(QRect(PAD, 0, self._names - PAD, HEAD - 1), MIDDLE, self._head)

    def _paint_title(self, painter: QPainter, spot: QRect, one: GridColumn, column: int) -> None:
        look, here = theme.current(), column == self._column
        if here:
            painter.fillRect(spot.left(), HEAD - 4, spot.width(), 3, look.color("accent"))
        painter.setFont(look.font(9, True))
        painter.setPen(look.color("text" if here or one.now else "text2"))
        title = spot.adjusted(0, 4, 0, -HEAD // 2 + 3) if one.count else spot
        painter.drawText(title, MIDDLE | _CENTRE, one.title)
        painter.setFont(look.font(8))
        painter.setPen(look.color("text2"))
        painter.drawText(spot.adjusted(0, HEAD // 2 - 4, 0, -3), MIDDLE | _CENTRE, one.count)
