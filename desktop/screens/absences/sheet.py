"""How Dải năm is laid out and painted: names, a line of days each, months and sessions over them; only what is seen."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from desktop.qt import theme
from desktop.qt.grid import MIDDLE, PAD, Grid
from desktop.qt.marks import paint_mark
from desktop.usecases.absences.year import Bar, Session, Strip, Year

HEAD, ROW, COUNT = 44, 24, 68
_MARKED = ("breach", "due", "unclear")


class StripsSheet(Grid):
    """Where each day and bar stands, and how they look; what is done with them is in `strips`."""

    head_height, row_height = HEAD, ROW

    def __init__(self) -> None:
        super().__init__("Dải năm", 190)
        self._year: Year | None = None
        self._bar = 0
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def count(self) -> int:
        return len(self._strips())

    def current(self) -> Bar | None:
        strip = self._strip()
        return strip.bars[self._bar] if strip and self._bar < len(strip.bars) else None

    def _strips(self) -> tuple[Strip, ...]:
        return self._year.strips if self._year else ()

    def _strip(self) -> Strip | None:
        strips = self._strips()
        return strips[self._row] if self._row < len(strips) else None

    # Where things stand

    def _days_width(self) -> int:
        return max(self.viewport().width() - self._names - COUNT, 60)

    def _x(self, day: int) -> int:
        length = len(self._year.off) if self._year else 365
        return self._names + day * self._days_width() // length

    def _bar_rect(self, row: int, bar: Bar) -> QRect:
        left, right = self._x(bar.first), max(self._x(bar.last + 1), self._x(bar.first) + 4)
        return QRect(left, self._top(row) + 6, right - left, ROW - 12)

    def _hit(self, spot: QPoint) -> tuple[int, int | None]:
        """The row under a point, and the bar there or a little beside it."""
        row = self._row_at(spot)
        if row < 0:
            return -1, None
        for place, bar in enumerate(self._strips()[row].bars):
            if self._bar_rect(row, bar).adjusted(-3, -6, 3, 6).contains(spot):
                return row, place
        return row, None

    def _session_at(self, spot: QPoint) -> Session | None:
        if self._year is None or not 22 <= spot.y() < HEAD:
            return None
        near = [one for one in self._year.sessions if abs(self._x(one.day) - spot.x()) <= 4]
        return min(near, key=lambda one: abs(self._x(one.day) - spot.x()), default=None)

    # Paint

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._year is not None:
            super().paintEvent(event)

    def _bottom(self) -> int:
        return min(self._top(len(self._strips())), self.viewport().height())

    def _paint_ground(self, painter: QPainter, year: Year) -> None:
        """The days off and the months behind every row at once."""
        look, bottom = theme.current(), self._bottom()
        day = 0
        while day < len(year.off):
            if not year.off[day]:
                day += 1
                continue
            first = day
            while day < len(year.off) and year.off[day]:
                day += 1
            painter.fillRect(self._x(first), HEAD, self._x(day) - self._x(first), bottom - HEAD, look.color("off"))
        for first in year.months[1:]:
            painter.fillRect(self._x(first), HEAD, 1, bottom - HEAD, look.color("lines"))

    def _paint_rows(self, painter: QPainter) -> None:
        assert self._year is not None
        self._paint_ground(painter, self._year)
        shown = self._seen()
        for row in shown:
            self._paint_row(painter, row, self._strips()[row])
        if self._year.today is not None:
            spot = QRect(self._x(self._year.today), HEAD, 2, self._bottom() - HEAD)
            painter.fillRect(spot, theme.current().color("text3"))
        for row in shown:
            for place, bar in enumerate(self._strips()[row].bars):
                self._paint_bar(painter, row, place, bar)

    def _paint_row(self, painter: QPainter, row: int, strip: Strip) -> None:
        look, top, width = theme.current(), self._top(row), self.viewport().width()
        if row == self._row:
            painter.fillRect(0, top, self._names, ROW, look.color("asoft"))
            painter.fillRect(width - COUNT, top, COUNT, ROW, look.color("asoft"))
        painter.fillRect(0, top + ROW - 1, width, 1, look.color("line"))
        self._paint_words(painter, row, strip.person.name, 8)
        painter.setFont(look.font(9))
        painter.setPen(look.color("text2" if strip.days else "text3"))
        count = QRect(width - COUNT, top, COUNT - PAD, ROW - 1)
        painter.drawText(count, MIDDLE | Qt.AlignmentFlag.AlignRight, f"{strip.days} ngày" if strip.bars else "–")

    def _paint_bar(self, painter: QPainter, row: int, place: int, bar: Bar) -> None:
        look, rect = theme.current(), self._bar_rect(row, bar)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("accent"))
        painter.drawRoundedRect(QRectF(rect), 2, 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if bar.verdict in _MARKED:
            paint_mark(painter, QRectF(rect.right() + 3, self._top(row) + 5, 13, 13), bar.verdict)
        if row == self._row and place == self._bar:
            painter.setPen(QPen(look.color("accent" if self.hasFocus() else "text2"), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(-3, -3, 3, 3), 4, 4)

    def _paint_head(self, painter: QPainter) -> None:
        assert self._year is not None
        year = self._year
        look, width = theme.current(), self.viewport().width()
        painter.fillRect(0, 0, width, HEAD, look.color("surface2"))
        painter.fillRect(0, HEAD - 1, width, 1, look.color("line"))
        painter.setFont(look.font(9, True))
        painter.setPen(look.color("text2"))
        painter.drawText(QRect(PAD, 0, self._names, HEAD), MIDDLE, f"Năm {year.year}")
        painter.drawText(QRect(width - COUNT, 0, COUNT - PAD, HEAD), MIDDLE | Qt.AlignmentFlag.AlignRight, "Số ngày")
        self._paint_months(painter, year)
        for session in year.sessions:
            self._paint_session(painter, session)

    def _paint_months(self, painter: QPainter, year: Year) -> None:
        look = theme.current()
        ends = (*year.months[1:], len(year.off))
        for month, (first, end) in enumerate(zip(year.months, ends, strict=True), 1):
            left, right = self._x(first), self._x(end)
            painter.fillRect(left, 6, 1, HEAD - 6, look.color("lines"))
            painter.setPen(look.color("text2"))
            words = f"Tháng {month}" if right - left >= 62 else f"th.{month}"
            painter.drawText(QRect(left + 5, 4, right - left, 20), MIDDLE, words)

    def _paint_session(self, painter: QPainter, session: Session) -> None:
        """A session of the committee stands taller and in accent."""
        look, x = theme.current(), self._x(session.day)
        whole = session.body == "bch"
        height = 14 if whole else 8
        painter.fillRect(x - 1, HEAD - 3 - height, 3, height, look.color("accent" if whole else "edge"))
