"""A sheet of rows under a head, names at its left: where they stand and the frame; what they hold is the heirs'."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip

from desktop.qt import theme

PAD = 12
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class Grid(QAbstractScrollArea):
    """Paints only what is seen; one row is current."""

    head_height, row_height = 42, 26

    def __init__(self, name: str, names: int) -> None:
        super().__init__()
        self._row = 0
        self._names = names
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(self.row_height)

    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def tip_at(self, spot: QPoint) -> str:
        return ""

    # Where things stand

    def _measure(self) -> None:
        bar, room = self.verticalScrollBar(), self.viewport().height() - self.head_height
        bar.setRange(0, max(self.count() * self.row_height - room, 0))
        bar.setPageStep(max(room, self.row_height))

    def _top(self, row: int) -> int:
        return self.head_height + row * self.row_height - self.verticalScrollBar().value()

    def _row_at(self, spot: QPoint) -> int:
        """The row under a point, -1 outside of them."""
        if spot.y() < self.head_height:
            return -1
        row = (spot.y() - self.head_height + self.verticalScrollBar().value()) // self.row_height
        return row if row < self.count() else -1

    def _seen(self) -> range:
        """The rows in sight."""
        first = self.verticalScrollBar().value() // self.row_height
        return range(first, min(first + self.viewport().height() // self.row_height + 2, self.count()))

    def _show_row(self, above: int = 0) -> None:
        """Bring the current row into sight, with so many pixels of what stands above it."""
        bar, top = self.verticalScrollBar(), self._row * self.row_height
        room = self.viewport().height() - self.head_height
        if top < bar.value():
            bar.setValue(top - above)
        elif top + self.row_height > bar.value() + room:
            bar.setValue(top + self.row_height - room)

    # Paint

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QPainterPath()
        sheet.addRoundedRect(QRectF(self.viewport().rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.fillPath(sheet, theme.current().color("surface"))
        painter.setClipPath(sheet)
        self._paint_rows(painter)
        self._paint_head(painter)
        painter.setClipping(False)
        painter.setPen(QPen(theme.current().color("line"), 1))
        painter.drawPath(sheet)
        painter.end()

    def _paint_rows(self, painter: QPainter) -> None:
        raise NotImplementedError

    def _paint_head(self, painter: QPainter) -> None:
        raise NotImplementedError

    def _paint_words(self, painter: QPainter, row: int, words: str, gap: int) -> None:
        """The name of a row, semibold in the current one, cut so far before the first cell."""
        font = theme.current().font(10, row == self._row)
        painter.setFont(font)
        painter.setPen(theme.current().color("text"))
        spot = QRect(PAD, self._top(row), self._names - PAD - gap, self.row_height - 1)
        painter.drawText(spot, MIDDLE, QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, spot.width()))

    # What Qt tells

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
