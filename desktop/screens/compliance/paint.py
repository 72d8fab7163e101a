"""How the grid of rules and periods is painted: a mark and a figure in each cell, dots before any regulation."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desktop import vi
from desktop.domain.findings import Verdict
from desktop.qt import theme
from desktop.qt.marks import paint_mark
from desktop.qt.model import GroupRow
from desktop.screens.compliance.model import ARTICLE, FIRST, NAME, GridModel
from desktop.usecases.compliance.grid import Cell, Row

_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_MARK, _GAP = 16, 3
BAR_ROOM = 84
"""The least width of a cell that shows the share kept, in words and as a bar."""


class GridHead(QHeaderView):
    """Titles in the middle of their columns; the chosen period is underlined in the accent.

    `titles` are those of the periods, of several where they are folded into one column.
    """

    def __init__(self, view: QTableView, grid: GridModel) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view, self._grid = view, grid
        self.titles: tuple[str, ...] = ()
        self.setFixedHeight(28)
        self.setMinimumSectionSize(18)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def title_of(self, section: int) -> str:
        if section >= FIRST:
            return self.titles[section - FIRST] if section - FIRST < len(self.titles) else ""
        return str(self._grid.headerData(section, Qt.Orientation.Horizontal) or "")

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look, chosen = theme.current(), section == self._view.currentIndex().column()
        painter.save()
        painter.fillRect(rect, look.color("surface2"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("line"))
        painter.setFont(look.font(9, True))
        painter.setPen(look.color("text" if chosen else "text2"))
        flags = _LEFT if section < FIRST else _CENTRE
        painter.drawText(rect.adjusted(8 if section < FIRST else 0, 0, 0, -1), flags, self.title_of(section))
        if chosen and section >= FIRST:
            painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, look.color("accent"))
        painter.restore()


class GridCells(QStyledItemDelegate):
    def __init__(self, view: QTableView, grid: GridModel) -> None:
        super().__init__(view)
        self._view, self._grid = view, grid

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = QRect(option.rect)  # type: ignore[attr-defined]  # the stub leaves out the fields of QStyleOption
        line = self._grid.lines[index.row()]
        painter.save()
        if isinstance(line, GroupRow):
            self._group(painter, rect, line)
        else:
            self._ground(painter, rect, index, silent=line.silent)
            self._inside(painter, rect.adjusted(0, 0, -1, -1), index, line)
        painter.restore()

    def _group(self, painter: QPainter, rect: QRect, line: GroupRow) -> None:
        look = theme.current()
        painter.fillRect(rect, look.color("surface2"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("line"))
        _text(painter, rect.adjusted(8, 0, -8, -1), line.title, look.font(9, True), "text")

    def _ground(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex, *, silent: bool
    ) -> None:
        look, current = theme.current(), self._view.currentIndex()
        if index.row() == current.row() and index.column() in (current.column(), NAME):
            painter.fillRect(rect, look.color("asoft"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("line"))
        if (index.column() > NAME or self._view.isColumnHidden(ARTICLE)) and not (silent and index.column() >= FIRST):
            painter.fillRect(rect.right(), rect.top(), 1, rect.height(), look.color("line"))
        if index.row() == current.row() and index.column() == current.column():
            width = 2 if self._view.hasFocus() else 1
            painter.setPen(QPen(look.color("accent"), width, j=Qt.PenJoinStyle.MiterJoin))
            painter.drawRect(QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2))

    def _inside(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex, line: Row) -> None:
        look, column = theme.current(), index.column()
        if line.silent and column >= FIRST:
            self._silence(painter, rect)
        elif column == NAME:
            _text(painter, rect.adjusted(8, 0, -6, 0), line.name, look.font(10), "text")
        elif column == ARTICLE:
            tone = "accent" if line.cite.at else "text2"
            _text(painter, rect.adjusted(8, 0, -2, 0), line.article, look.font(9), tone)
        else:
            self._cell(painter, rect, index.row(), column)

    def _silence(self, painter: QPainter, rect: QRect) -> None:
        """One line of words over all periods; each cell paints the part of it that is its own."""
        left = next(place for place in range(FIRST, FIRST + 99) if not self._view.isColumnHidden(place))
        painter.setClipRect(rect.adjusted(0, 0, 1, 0))
        whole = QRect(self._view.columnViewportPosition(left) + 8, rect.top(), 300, rect.height())
        _text(painter, whole, vi.SILENT, theme.current().font(9), "text2")

    def _cell(self, painter: QPainter, rect: QRect, row: int, column: int) -> None:
        cell, found = self._grid.cell_at(row, column), self._grid.column_at(column)
        if cell and cell.verdict is not Verdict.UNREGULATED:
            if self._grid.totals and rect.width() >= BAR_ROOM and cell.share[1]:
                _share(painter, rect, cell)
            else:
                _figure(painter, rect, cell)
        elif cell or (found and found.state == "before"):
            paint_mark(painter, _square(rect, 18), Verdict.UNREGULATED)


def _square(rect: QRect, side: int) -> QRectF:
    return QRectF(rect.left() + (rect.width() - side) / 2, rect.top() + (rect.height() - side) / 2, side, side)


def _figure(painter: QPainter, rect: QRect, cell: Cell) -> None:
    """The mark and the figure beside it; the mark alone where both have no room."""
    look, sign = theme.current(), _MARK
    font = look.font(9)
    width = QFontMetrics(font).horizontalAdvance(cell.figure)
    if sign + _GAP + width > rect.width() - 4:
        font, sign = look.font(8), 13
        width = QFontMetrics(font).horizontalAdvance(cell.figure)
    if sign + 1 + width > rect.width() - 1:
        paint_mark(painter, _square(rect, _MARK), cell.verdict)
        return
    gap = min(_GAP, rect.width() - sign - width)
    left = rect.left() + (rect.width() - sign - gap - width) / 2
    paint_mark(painter, QRectF(left, rect.top() + (rect.height() - sign) / 2, sign, sign), cell.verdict)
    place = QRect(round(left) + sign + gap, rect.top(), width + 2, rect.height())
    _text(painter, place, cell.figure, font, "text2")


def _share(painter: QPainter, rect: QRect, cell: Cell) -> None:
    """`27/30 · 90 %` with a bar under it, which says the same in black and white."""
    look = theme.current()
    kept, whole = cell.share
    inner = rect.adjusted(8, 3, -8, -4)
    paint_mark(painter, QRectF(inner.left(), inner.top(), 14, 14), cell.verdict)
    words = inner.adjusted(19, -1, 0, -6)
    _text(painter, words, share_words(cell), look.font(9), "text")
    bar = QRectF(inner.left() + 19.5, inner.bottom() - 2.5, inner.width() - 20, 3)
    painter.setPen(QPen(look.color("edge"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(bar)
    painter.fillRect(QRectF(bar.left(), bar.top(), bar.width() * kept / whole, bar.height()), look.color("text2"))


def share_words(cell: Cell) -> str:
    """Whole hundredths, never rounded up: only what was kept every time is 100 %."""
    kept, whole = cell.share
    return f"{kept}/{whole} · {100 * kept // whole} %"


def _text(painter: QPainter, rect: QRect, text: str, font: QFont, tone: str) -> None:
    painter.setFont(font)
    painter.setPen(theme.current().color(tone))
    painter.drawText(rect, _LEFT, QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width()))
