"""How one day of the calendar is painted: the line of its date, its entries, today, the chosen day."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPen

from desktop import vi
from desktop.domain.findings import Verdict
from desktop.qt.theme import Theme, paint_icon
from desktop.usecases.calendar.rows import Day, Entry

HEAD = 28
DATE_LINE = 20
LINE = 19
LOW_LINE = 17
GAP = 1
PAD = 8
LEAST = 40
"""The lowest cell of a month: its date and one entry; where there is less room the month scrolls."""

ICON = {
    "event": "mdi6.calendar-account-outline",
    "deadline": "mdi6.clock-outline",
    "ballot": "mdi6.email-check-outline",
    "absence": "mdi6.account-clock-outline",
    "visit": "mdi6.map-marker-outline",
    "programme": "mdi6.clipboard-list-outline",
    "holiday": "mdi6.flag-outline",
}
WEEKDAYS = tuple(vi.capital(name) for name in vi.WEEKDAY)

Boxes = list[tuple[QRect, Entry]]


def lines_of(day: Day, box: QRect, tall: bool, metrics: QFontMetrics) -> tuple[Boxes, int]:
    """Where each entry of a day stands, and how many did not fit."""
    low = is_low(box)
    left, width, top = box.left() + 5, box.width() - 10, box.top() + (18 if low else 4 + DATE_LINE)
    boxes: Boxes = []
    for entry in day.entries:
        height = _tall_height(entry, width, metrics) if tall else LOW_LINE if low else LINE
        boxes.append((QRect(left, top, width, height), entry))
        top += height + (6 if tall else GAP)
    fits = [pair for pair in boxes if pair[0].bottom() < box.bottom() - 1]
    if len(fits) < len(boxes):
        room = box.bottom() - (0 if low else LINE)
        fits = [pair for pair in fits if pair[0].bottom() < room] or fits[:1]
    return fits, len(boxes) - len(fits)


def is_low(box: QRect) -> bool:
    """A cell with room for the date and one line: what does not fit is then counted beside the date."""
    return box.height() < 62


def _tall_height(entry: Entry, width: int, metrics: QFontMetrics) -> int:
    inside = QRect(0, 0, max(width - _text_left(entry) - 4, 20), 400)
    return metrics.boundingRect(inside, int(Qt.TextFlag.TextWordWrap), tall_text(entry)).height() + 4


def tall_text(entry: Entry) -> str:
    """A week has room for the whole name of a meeting, its hour on the line above; for the hour of an event too."""
    if entry.kind == "event" and entry.time:
        return f"{vi.clock(entry.time)}\n{entry.text}"
    return entry.tip.replace(" ", "\n", 1) if entry.kind == "meeting" else entry.text


def _text_left(entry: Entry) -> int:
    return 4 if entry.kind == "meeting" else 21


def _date_text(day: Day) -> str:
    return f"{day.date.day}/{day.date.month}" if day.date.day == 1 else str(day.date.day)


class CellPainter:
    """Paints with one painter and one theme; holds no state of its own between days."""

    def __init__(self, painter: QPainter, theme: Theme, *, tall: bool) -> None:
        self._painter, self._theme, self._tall = painter, theme, tall
        self._plain, self._bold = theme.font(9), theme.font(9, semibold=True)
        self._metrics = QFontMetrics(self._plain)

    def sheet(self, box: QRectF) -> None:
        """The white ground with round corners; everything else is painted inside it."""
        shape = QPainterPath()
        shape.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self._painter.setClipPath(shape)
        self._painter.fillPath(shape, self._theme.color("surface"))

    def frame(self, box: QRectF) -> None:
        self._painter.setPen(QPen(self._theme.color("lines"), 1))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def head(self, edges: Sequence[int], *, short: bool) -> None:
        painter = self._painter
        painter.setFont(self._bold)
        painter.fillRect(QRectF(1, 1, edges[7] - 2, HEAD - 1), self._theme.color("surface2"))
        for column, name in enumerate(vi.WEEKDAY_SHORT if short else WEEKDAYS):
            painter.setPen(self._theme.color("text3" if column > 4 else "text2"))
            box = QRect(edges[column] + PAD, 0, edges[column + 1] - edges[column] - PAD, HEAD)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), name)

    def rules(self, edges: Sequence[int], height: int, tops: Sequence[int]) -> None:
        self._painter.setPen(QPen(self._theme.color("line"), 1))
        for edge in edges[1:7]:
            self._painter.drawLine(QPointF(edge + 0.5, HEAD), QPointF(edge + 0.5, height - 1))
        for top in tops:
            self._painter.drawLine(QPointF(1, top + 0.5), QPointF(edges[7] - 1, top + 0.5))

    def day(self, day: Day, box: QRect, *, today: bool, outside: bool) -> None:
        if day.off:
            self._painter.fillRect(box.adjusted(1, 1, 0, 0), self._theme.color("off"))
        boxes, more = lines_of(day, box, self._tall, self._metrics)
        crowded = bool(more) and is_low(box) and box.width() < 76
        self._date(day, box, today=today, outside=outside, lunar=not crowded)
        for rect, entry in boxes:
            self._entry(entry, rect)
        if more:
            self._more(day, more, box, boxes[-1][0].bottom() if boxes else box.top() + DATE_LINE)

    def _more(self, day: Day, more: int, box: QRect, bottom: int) -> None:
        self._painter.setFont(self._plain)
        self._painter.setPen(self._theme.color("text2"))
        if is_low(box):
            date = QFontMetrics(self._bold).horizontalAdvance(_date_text(day))
            self._painter.drawText(QPointF(box.left() + max(34, PAD + date + 8), box.top() + 15), f"+{more}")
        else:
            self._painter.drawText(QPointF(box.left() + 9, bottom + 14), f"+{more} nữa")

    def _date(self, day: Day, box: QRect, *, today: bool, outside: bool, lunar: bool) -> None:
        painter, text = self._painter, _date_text(day)
        painter.setFont(self._plain if outside or day.off else self._bold)
        low = is_low(box)
        place = QRect(box.left() + PAD, box.top() + (0 if low else 3), box.width() - 2 * PAD, DATE_LINE)
        if today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("prim"))
            width = QFontMetrics(self._bold).horizontalAdvance(text) + 10
            painter.drawRoundedRect(QRectF(box.left() + 4, box.top() + (1 if low else 4), width, 17), 3, 3)
            painter.setFont(self._bold)
        painter.setPen(Qt.GlobalColor.white if today else self._theme.color("text3" if outside or day.off else "text"))
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(place.translated(1 if today else 0, 0), middle, text)
        if lunar:
            painter.setFont(self._plain)
            painter.setPen(self._theme.color("text3"))
            painter.drawText(place, middle | int(Qt.AlignmentFlag.AlignRight), day.lunar)

    def _entry(self, entry: Entry, rect: QRect) -> None:
        tone = self._tone(entry)
        if entry.kind == "meeting":
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(self._theme.color("asoft"))
            self._painter.drawRoundedRect(QRectF(rect), 3, 3)
        else:
            paint_icon(self._painter, QRectF(rect.left() + 3, rect.top() + 3, 14, 14), ICON[entry.kind], tone)
        self._text(entry, rect, tone)

    def _text(self, entry: Entry, rect: QRect, tone: str) -> None:
        heavy = entry.kind in ("meeting", "holiday")
        font = self._bold if heavy else self._plain
        self._painter.setFont(font)
        self._painter.setPen(self._theme.color(tone))
        inside = rect.adjusted(_text_left(entry), 0, -2, 0)
        if self._tall:
            flags = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter)
            self._painter.drawText(inside, flags, tall_text(entry))
            return
        text = f"{vi.clock(entry.time)} {entry.text}" if entry.time else entry.text
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        self._painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _tone(self, entry: Entry) -> str:
        if entry.kind == "meeting":
            return "accent"
        if entry.kind == "event":
            return "text"
        if entry.kind == "deadline":
            return "breach" if entry.verdict is Verdict.BREACH else "due"
        return "text2"

    def ring(self, box: QRect, *, focused: bool) -> None:
        """The chosen day: a frame of 2 px in the accent, thinner while the keys go elsewhere."""
        width = 2 if focused else 1
        self._painter.setPen(QPen(self._theme.color("accent"), width))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(QRectF(box).adjusted(1, 1, -1, -1))
