"""The grid of days, painted: six weeks of short lines, or one week of whole ones. Keys, mouse and dragging of meetings.

It knows rows of `usecases.calendar` and nothing of the office file.
"""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from desktop import vi
from desktop.qt import theme
from desktop.screens.calendar.paint import HEAD, LEAST, LINE, CellPainter, lines_of
from desktop.usecases.calendar.rows import Day, Entry

WEEKEND_SHARE = 68
"""The width of a weekend column in hundredths of a weekday's."""
NOTCH = 120
MIME = "application/x-thuky-meeting"

_STEP = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


class CalendarGrid(QWidget):
    """`chosen` a day · `opened` Enter, double click · `planned` Ctrl+Enter · `entered` a line was clicked.

    `dropped` a meeting was dragged to a day · `paged` PageUp (-1), PageDown (+1).
    """

    chosen = Signal(dt.date)
    opened = Signal(dt.date)
    planned = Signal(dt.date)
    entered = Signal(object)
    dropped = Signal(str, dt.date)
    paged = Signal(int)

    def __init__(self, weeks: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weeks = weeks
        self._days: Sequence[Day] = ()
        self._current = dt.date.min
        self._today = dt.date.min
        self._month = 0
        self._over: dt.date | None = None
        self._turned = 0
        self._pressed: tuple[QPoint, Entry] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", False)  # the day at hand bears it
        self.setAcceptDrops(True)
        self.setMouseTracking(True)

    def show_days(self, days: Sequence[Day], current: dt.date, today: dt.date, month: int) -> None:
        """Show a range; days outside `month` (0 = none is outside) are faint."""
        self._days, self._current, self._today, self._month = days, current, today, month
        self._tell()
        self.update()

    def _tell(self) -> None:
        """The current day in words, for those who hear the screen."""
        day = next((one for one in self._days if one.date == self._current), None)
        if day is not None:
            lines = ", ".join(line_text(entry) for entry in day.entries) or "không có việc"
            self.setAccessibleName(f"{vi.capital(vi.weekday(day.date))} {vi.day(day.date)}: {lines}")

    def sizeHint(self) -> QSize:
        return QSize(820, 560)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 160 if self._weeks == 1 else HEAD + self._weeks * LEAST)

    # Where things are

    def _columns(self) -> list[int]:
        """The left edge of each of the seven columns, and the right edge of the last."""
        shares = [100] * 5 + [WEEKEND_SHARE] * 2
        whole = sum(shares)
        return [self.width() * sum(shares[:column]) // whole for column in range(8)]

    def cell(self, index: int) -> QRect:
        edges = self._columns()
        row, column = divmod(index, 7)
        height = self.height() - HEAD
        top, bottom = HEAD + height * row // self._weeks, HEAD + height * (row + 1) // self._weeks
        return QRect(edges[column], top, edges[column + 1] - edges[column], bottom - top)

    def day_rect(self, day: dt.date) -> QRect:
        """Where a day stands, for tests and for tips."""
        return self.cell(next(index for index, one in enumerate(self._days) if one.date == day))

    def _at(self, point: QPoint) -> Day | None:
        return next((day for index, day in enumerate(self._days) if self.cell(index).contains(point)), None)

    def _entry_at(self, point: QPoint) -> Entry | None:
        day = self._at(point)
        if day is None:
            return None
        box = self.day_rect(day.date)
        boxes, _ = lines_of(day, box, self._weeks == 1, QFontMetrics(theme.current().font(9)))
        return next((entry for rect, entry in boxes if rect.contains(point)), None)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cells = CellPainter(painter, theme.current(), tall=self._weeks == 1)
        cells.sheet(QRectF(self.rect()))
        for index, day in enumerate(self._days):
            outside = bool(self._month) and day.date.month != self._month
            cells.day(day, self.cell(index), today=day.date == self._today, outside=outside)
        cells.head(self._columns(), short=self.width() < 640)
        cells.rules(self._columns(), self.height(), [self.cell(row * 7).top() for row in range(self._weeks)])
        cells.frame(QRectF(self.rect()))
        for day_ in self._days:
            if day_.date in (self._current, self._over):
                cells.ring(self.day_rect(day_.date), focused=self.hasFocus() or day_.date == self._over)
        painter.end()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEP:
            self._choose(self._current + dt.timedelta(days=_STEP[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.paged.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            weekday = self._current.weekday()
            self._choose(self._current + dt.timedelta(days=-weekday if key == Qt.Key.Key_Home else 6 - weekday))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.planned if control else self.opened).emit(self._current)
        else:
            super().keyPressEvent(event)

    def _choose(self, day: dt.date) -> None:
        self._current = day
        self._tell()
        self.update()
        self.chosen.emit(day)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        day, entry = self._at(point), self._entry_at(point)
        if day is not None:
            self._choose(day.date)
        self._pressed = (point, entry) if entry else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            entry = self._entry_at(point)
            self.setCursor(Qt.CursorShape.PointingHandCursor if entry and entry.record else Qt.CursorShape.ArrowCursor)
            return
        start, entry = self._pressed
        far = (point - start).manhattanLength() >= QApplication.startDragDistance()
        if far and entry.kind == "meeting":
            self._pressed = None
            self._drag(entry)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and self._entry_at(event.position().toPoint()) == self._pressed[1]:
            self.entered.emit(self._pressed[1])
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        day = self._at(point)
        if day is not None and self._entry_at(point) is None:
            self.opened.emit(day.date)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A whole notch turns a page; the small steps of a touch pad are gathered first."""
        self._turned += event.angleDelta().y()
        if abs(self._turned) >= NOTCH:
            self.paged.emit(-1 if self._turned > 0 else 1)
            self._turned = 0

    # Dragging a meeting to another day

    def _drag(self, entry: Entry) -> None:
        data = QMimeData()
        data.setData(MIME, entry.record.encode())
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(self._chip(entry))
        drag.setHotSpot(QPoint(12, LINE // 2))
        drag.exec(Qt.DropAction.MoveAction)

    def _chip(self, entry: Entry) -> QPixmap:
        chip = QPixmap(QSize(140, LINE) * self.devicePixelRatioF())
        chip.setDevicePixelRatio(self.devicePixelRatioF())
        chip.fill(theme.current().color("asoft"))
        painter = QPainter(chip)
        painter.setPen(theme.current().color("accent"))
        painter.setFont(theme.current().font(9, semibold=True))
        painter.drawText(QPointF(6, 14), line_text(entry))
        painter.end()
        return chip

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        day = self._at(event.position().toPoint())
        self._over = day.date if day else None
        self.update()
        event.setAccepted(day is not None)

    def dropEvent(self, event: QDropEvent) -> None:
        day = self._at(event.position().toPoint())
        self._over = None
        self.update()
        if day is not None:
            event.acceptProposedAction()
            self.dropped.emit(bytes(event.mimeData().data(MIME).data()).decode(), day.date)

    # Tips

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            entry = self._entry_at(event.pos())
            QToolTip.showText(event.globalPos(), entry.tip if entry else "", self)
            return True
        return super().event(event)


def line_text(entry: Entry) -> str:
    return f"{vi.clock(entry.time)} {entry.text}" if entry.time else entry.text
