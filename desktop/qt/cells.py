"""How a cell is painted: one or two lines, a mark or an icon before them, a box to tick, the row's one button."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desktop.qt import icons, theme
from desktop.qt.marks import paint_mark
from desktop.qt.model import Column, GroupRow, Row, Rows

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
PAD, FIRST_PAD = 8, 12
"""Beside the words of a cell; before those of a row's first."""


def action_rect(row: QRect, text: str) -> QRect:
    """Where the button of a row stands: 26 px high, 12 px from the right edge."""
    width = theme.text_width(text, 9) + 24
    return QRect(row.right() - 12 - width + 1, row.top() + (row.height() - 26) // 2, width, 26)


def row_rect(view: QTableView, row: int) -> QRect:
    return QRect(0, view.rowViewportPosition(row), view.viewport().width(), view.rowHeight(row))


def text_room(column: Column, row: Row) -> int:
    """The width a cell needs for its words and the sign before them."""
    look = theme.current()
    words = QFontMetrics(look.font(9 if column.caption else 10, column.bold)).horizontalAdvance(column.text(row))
    below = QFontMetrics(look.font(9)).horizontalAdvance(column.second(row)) if column.second else 0
    sign = 24 if column.mark or column.icon or column.check else 0
    return max(words, below) + sign + FIRST_PAD + PAD + 1  # a width is rounded down


def _of(value: Callable[[Row], str] | str, row: Row) -> str:
    return str(value(row)) if callable(value) else str(value)


class Cells(QStyledItemDelegate):
    """Paints every cell of a table from its Column and its row; `hovered` is the row under the mouse."""

    def __init__(self, view: QTableView, rows: Rows) -> None:
        super().__init__(view)
        self._view, self._rows = view, rows
        self.hovered = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(40, self._view.rowHeight(index.row()))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rows = self._rows
        row = rows.at(index.row())
        rect = QRect(option.rect)  # type: ignore[attr-defined]  # the stub leaves out the fields of QStyleOption
        painter.save()
        if isinstance(row, GroupRow):
            self._paint_group(painter, rect, row)
        else:
            self._ground(painter, rect, index.row())
            self._paint_cell(painter, rect, rows.columns[index.column()], row, first=index.column() == 0)
            self._paint_action(painter, row, index.row(), rect)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, row: int) -> None:
        look = theme.current()
        if self._view.currentIndex().row() == row:
            painter.fillRect(rect, look.color("asoft"))
        elif self.hovered == row:
            painter.fillRect(rect, look.color("surface2"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("line"))

    def _paint_group(self, painter: QPainter, rect: QRect, row: GroupRow) -> None:
        look = theme.current()
        painter.fillRect(rect, look.color("surface2"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("line"))
        inner = rect.adjusted(12, 0, -12, -1)
        title = look.font(10, True) if rect.height() > 26 else look.font(9, True)
        _line(painter, inner, row.title, title, "text")
        if row.count is not None:
            after = inner.adjusted(QFontMetrics(title).horizontalAdvance(row.title) + 8, 0, 0, 0)
            _line(painter, after, str(row.count), look.font(10), "text2")
        _line(painter, inner, row.note, look.font(9), "text2", right=True)

    def _paint_cell(self, painter: QPainter, rect: QRect, column: Column, row: Row, *, first: bool) -> None:
        inner = rect.adjusted(FIRST_PAD if first else PAD, 0, -PAD, -1)
        left = self._paint_sign(painter, inner, column, row)
        inner.setLeft(left)
        look = theme.current()
        font = look.font(9 if column.caption else 10, column.bold)
        if column.struck and column.struck(row):
            font = QFont(font)
            font.setStrikeOut(True)
        tone = "accent" if column.link else _of(column.tone, row)
        second = column.second(row) if column.second else ""
        right = column.align == "right"
        if not second:
            _line(painter, inner, column.text(row), font, tone, right=right)
            return
        top = inner.top() + (inner.height() - 33) // 2
        _line(painter, QRect(inner.left(), top, inner.width(), 18), column.text(row), font, tone, right=right)
        below = QRect(inner.left(), top + 17, inner.width(), 16)
        _line(painter, below, second, look.font(9), _of(column.second_tone, row), right=right)

    def _paint_sign(self, painter: QPainter, inner: QRect, column: Column, row: Row) -> int:
        """Paint the mark, icon or tick box before the words; return where the words begin."""
        spot = QRectF(inner.left(), inner.top() + (inner.height() - 18) / 2, 18, 18)
        ticked = column.check(row) if column.check else None
        if ticked is not None:
            name = "mdi6.checkbox-marked" if ticked else "mdi6.checkbox-blank-outline"
            icons.paint(painter, spot, name, theme.current().color("accent" if ticked else "text2"))
            return inner.left() + 26
        verdict = str(column.mark(row)) if column.mark else ""
        if verdict:
            paint_mark(painter, spot, verdict)
            return inner.left() + 22
        icon = column.icon(row) if column.icon else ""
        if icon:
            icons.paint(painter, spot, icon, theme.current().color(_of(column.icon_tone, row)))
            return inner.left() + 24
        return inner.left()

    def _paint_action(self, painter: QPainter, row: Row, place: int, cell: QRect) -> None:
        text = self._rows.action_of(row)
        spot = action_rect(row_rect(self._view, place), text)
        if not text or not cell.intersects(spot.adjusted(-3, -3, 3, 3)):
            return
        look = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(cell)
        painter.setPen(QPen(look.color("lines"), 1))
        painter.setBrush(look.color("surface"))
        painter.drawRoundedRect(QRectF(spot).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(look.font(9))
        painter.setPen(look.color("text"))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, text)
        if self._view.hasFocus() and self._view.currentIndex().row() == place:
            painter.setPen(QPen(look.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(spot).adjusted(-2, -2, 2, 2), 6, 6)


def _line(painter: QPainter, rect: QRect, text: str, font: QFont, tone: str, *, right: bool = False) -> None:
    """One line, cut with an ellipsis where it does not fit."""
    if not text:
        return
    painter.setFont(font)
    painter.setPen(theme.current().color(tone))
    fitting = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(rect, side | _MIDDLE, fitting)
