"""The painted parts of Hôm nay: the sign before a line of a card, and the strip of the week."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from desktop import vi
from desktop.qt import theme
from desktop.qt.marks import SHAPE, paint_mark
from desktop.screens.base.lunar import lunar_that_fits
from desktop.usecases.today.page import WeekDay


class Sign(QWidget):
    """A verdict's mark, or a small calendar where nothing is judged yet."""

    def __init__(self, verdict: str, word: str) -> None:
        super().__init__()
        self._verdict = verdict
        self.setFixedSize(17, 17)
        self.setAccessibleName(word)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._verdict in SHAPE:
            paint_mark(painter, QRectF(0, 0, 17, 17), self._verdict)
        else:
            theme.paint_icon(painter, QRectF(0.5, 0.5, 16, 16), "mdi6.calendar-blank-outline", "text2")
        painter.end()


class WeekStrip(QWidget):
    """Seven days with their lunar days and up to two lines each; a day is opened by click or by arrows and Enter."""

    day_clicked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._days: tuple[WeekDay, ...] = ()
        self._today = dt.date.min
        self._at = 0
        self._lines = 2
        self.setFixedHeight(74)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Tuần này")

    def set_days(self, days: Sequence[WeekDay], today: dt.date) -> None:
        self._days, self._today = tuple(days), today
        self._at = next((index for index, day in enumerate(days) if day.date == today), 0)
        self._say()
        self.update()

    def set_tall(self, tall: bool) -> None:
        """One day under the other, for one pane at a time."""
        self._lines = 0 if tall else 2
        self.setMinimumHeight(74)
        self.setMaximumHeight(16_777_215 if tall else 74)
        self.update()

    def _say(self) -> None:
        if self._days:
            day = self._days[self._at]
            lines = "; ".join(text for text, _faint in day.lines) or "không có việc"
            self.setAccessibleDescription(f"{vi.weekday(day.date)} {vi.day(day.date)}: {lines}")

    def _cell(self, index: int) -> QRect:
        count = max(1, len(self._days))
        if not self._lines:
            height = self.height() / count
            return QRect(0, round(index * height), self.width(), round(height))
        left = round(index * self.width() / count)
        return QRect(left, 0, round((index + 1) * self.width() / count) - left, self.height())

    def tip_at(self, spot: QPoint) -> str:
        """The whole of a day's lines, for the pointer resting on it."""
        day = next((day for index, day in enumerate(self._days) if self._cell(index).contains(spot)), None)
        if day is None:
            return ""
        moon = f" · {day.lunar} âm lịch" if day.lunar else ""
        head = f"{vi.capital(vi.weekday(day.date))} {vi.day(day.date)}{moon}"
        return "\n".join((head, *(text for text, _faint in day.lines)))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self)
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for index, day in enumerate(self._days):
            if self._cell(index).contains(event.position().toPoint()):
                self.day_clicked.emit(day.date)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        if self._days and event.key() in step:
            self._at = (self._at + step[Qt.Key(event.key())]) % len(self._days)
            self._say()
            self.update()
        elif self._days and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.day_clicked.emit(self._days[self._at].date)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        sheet = QPainterPath()
        sheet.addRoundedRect(frame, 6, 6)
        painter.fillPath(sheet, look.color("surface"))
        painter.setClipPath(sheet)
        for index, day in enumerate(self._days):
            self._paint_day(painter, self._cell(index), day, index)
        painter.setClipping(False)
        painter.setPen(QPen(look.color("line"), 1))
        painter.drawPath(sheet)
        painter.end()

    def _paint_day(self, painter: QPainter, cell: QRect, day: WeekDay, index: int) -> None:
        look = theme.current()
        today = day.date == self._today
        ground = "asoft" if today else "off" if day.off else "surface"
        painter.fillRect(cell, look.color(ground))
        if today:
            painter.fillRect(cell.left(), 0 if self._lines else cell.top(), cell.width(), 2, look.color("accent"))
        if index and self._lines:
            painter.fillRect(cell.left(), cell.top(), 1, cell.height(), look.color("line"))
        elif index:
            painter.fillRect(cell.left(), cell.top(), cell.width(), 1, look.color("line"))
        self._paint_head(painter, cell, day)
        self._paint_lines(painter, cell, day)
        if index == self._at and self.hasFocus():
            painter.setPen(QPen(look.color("accent"), 2))
            painter.drawRect(cell.adjusted(2, 2, -2, -2))

    def _paint_head(self, painter: QPainter, cell: QRect, day: WeekDay) -> None:
        look = theme.current()
        top = QPoint(cell.left() + 8, cell.top() + 19)
        bold = look.font(9, True)
        name = vi.WEEKDAY_SHORT[day.date.weekday()]
        painter.setFont(bold)
        painter.setPen(look.color("text2" if day.off else "text"))
        painter.drawText(top, name)
        painter.setFont(look.font(9))
        painter.drawText(top + QPoint(QFontMetrics(bold).horizontalAdvance(name) + 4, 0), vi.day_short(day.date))
        painter.setPen(look.color("text3"))
        metrics = QFontMetrics(look.font(9))
        taken = 20 + QFontMetrics(bold).horizontalAdvance(name) + metrics.horizontalAdvance(vi.day_short(day.date))
        room = (cell.width() if self._lines else 170) - taken - 8
        spot = QRect(cell.left() + taken, cell.top() + 5, room, 18)
        words = lunar_that_fits(day.lunar, room, metrics.horizontalAdvance)
        painter.drawText(spot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_lines(self, painter: QPainter, cell: QRect, day: WeekDay) -> None:
        look = theme.current()
        painter.setFont(look.font(9))
        metrics = QFontMetrics(look.font(9))
        more = f"+{len(day.lines) - 2}" if len(day.lines) > 2 else ""
        for place, (text, faint) in enumerate(day.lines[:2]):
            painter.setPen(look.color("text3" if faint else "text"))
            spot = self._line_spot(cell, place)
            if more and place:
                spot.setWidth(spot.width() - metrics.horizontalAdvance(more) - 6)
            fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, spot.width())
            painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter, fitting)
        painter.setPen(look.color("text3"))
        spot = self._line_spot(cell, 1).adjusted(0, 0, -2, 0)
        painter.drawText(spot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, more)

    def _line_spot(self, cell: QRect, place: int) -> QRect:
        if self._lines:
            return QRect(cell.left() + 8, cell.top() + 22 + place * 16, cell.width() - 12, 17)
        room = (cell.width() - 198) // 2
        return QRect(cell.left() + 190 + place * room, cell.top(), room - 5, cell.height())
