"""Verdict marks: one shape, one colour and one word each; the word is what a screen reader says."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.qt import icons, theme
from desktop.qt.boxes import label, row
from desktop.qt.tips import set_tip

SHAPE = {
    "met": "mdi6.check-circle",
    "due": "mdi6.clock-outline",
    "breach": "mdi6.close-octagon",
    "exempt": "mdi6.minus-circle-outline",
    "unclear": "mdi6.help-rhombus-outline",
    "unknown": "mdi6.dots-horizontal-circle-outline",
    "unregulated": "mdi6.circle-small",
}


def paint_mark(painter: QPainter, rect: QRectF, verdict: str) -> None:
    if verdict in SHAPE:
        icons.paint(painter, rect, SHAPE[verdict], theme.current().color(verdict))


class Mark(QWidget):
    """One verdict mark; empty for no finding."""

    def __init__(self, verdict: str = "", word: str = "", size: int = 18) -> None:
        super().__init__()
        self._verdict = ""
        self._size = size
        self.setFixedSize(size, size)
        self.set(verdict, word)

    def set(self, verdict: str, word: str = "") -> None:
        self._verdict = str(verdict)
        self.setAccessibleName(word)
        set_tip(self, word)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_mark(painter, QRectF(0, 0, self._size, self._size), self._verdict)
        painter.end()


class MarkLine(QWidget):
    """A mark with words beside it: one line, or as many as the room makes of them."""

    def __init__(
        self, verdict: str, text: str, *, word: str = "", tone: str = "body", size: int = 18, wrap: bool = False
    ) -> None:
        super().__init__()
        self.mark = Mark(verdict, word, size)
        self.words = label(text, tone, wrap=wrap)
        self.setLayout(row(self.mark, (self.words, 1), gap=8))

    def set(self, verdict: str, text: str, word: str = "") -> None:
        self.mark.set(verdict, word)
        self.words.setText(text)


class Pill(QWidget):
    """The one result of a page, on its soft ground; without a verdict a grey state ('Đang chuẩn bị')."""

    def __init__(self, verdict: str = "", text: str = "") -> None:
        super().__init__()
        self._verdict, self._text = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(verdict, text)

    def set(self, verdict: str, text: str) -> None:
        self._verdict, self._text = str(verdict), text
        self.setAccessibleName(text)
        if self.parentWidget() or not text:  # shown without a parent it would be a window of its own
            self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        width = theme.text_width(self._text, 9)
        return QSize(width + 16 + (16 if self._verdict else 0), 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color(f"{self._verdict or 'exempt'}-soft"))
        painter.drawRoundedRect(self.rect(), 4, 4)
        left = 8
        if self._verdict:
            paint_mark(painter, QRectF(7, 3, 14, 14), self._verdict)
            left = 24
        painter.setFont(look.font(9))
        painter.setPen(look.color(self._verdict or "text2"))
        painter.drawText(self.rect().adjusted(left, 0, 0, -1), Qt.AlignmentFlag.AlignVCenter, self._text)
        painter.end()


class Badge(QWidget):
    """A count on the rail: red where something is late, grey where something waits."""

    def __init__(self) -> None:
        super().__init__()
        self.number, self.late = 0, False
        self.setFixedHeight(18)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set(0, False)

    def set(self, count: int, late: bool) -> None:
        self.number, self.late = count, late
        self.setFixedWidth(max(20, theme.text_width(str(count), 8.5) + 12))
        self.setVisible(count > 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        tone = "breach" if self.late else "exempt"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color(f"{tone}-soft"))
        painter.drawRoundedRect(self.rect(), 9, 9)
        painter.setFont(look.font(8.5))
        painter.setPen(look.color("breach" if self.late else "accent"))
        painter.drawText(self.rect().adjusted(0, 0, 0, -1), Qt.AlignmentFlag.AlignCenter, str(self.number))
        painter.end()
