"""What a page says of its own accord: refusal bands, toasts, progress, and bars that count members."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from desktop.qt import theme
from desktop.qt.boxes import Elided, column, label, restyle, row
from desktop.qt.buttons import Button, Link
from desktop.qt.marks import Mark


class Band(QFrame):
    """A refusal over the form: mark, one sentence, the article, and what to do instead."""

    article_clicked = Signal()

    def __init__(self, verdict: str = "breach") -> None:
        super().__init__()
        self.setProperty("role", f"band-{verdict}")
        self._verdict = verdict
        self._mark, self._words = Mark(verdict), label("", wrap=True)
        self._article = Link("", role="link-caption", run=self.article_clicked.emit)
        self._button = Button("", kind="small", run=self._run)
        self._then: Callable[[], object] | None = None
        words = column(self._words, self._article, gap=1)
        self.setLayout(row(column(self._mark), (words, 1), self._button, gap=10, margins=(12, 8, 12, 8)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_refusal(
        self, sentence: str, *, article: str = "", button: str = "", run: Callable[[], object] | None = None
    ) -> None:
        self._words.setText(sentence)
        self._mark.set(self._verdict, "Chưa thực hiện được")
        self._article.set_text(article)
        self._article.setVisible(bool(article))
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self._then = run
        self.setAccessibleName(f"{sentence} {article}".strip())
        self.show()

    def set_verdict(self, verdict: str) -> None:
        self._verdict = verdict
        self.setProperty("role", f"band-{verdict}")
        self._mark.set(verdict)
        restyle(self)

    def clear(self) -> None:
        self.hide()

    def text(self) -> str:
        return self._words.text()

    def _run(self) -> None:
        if self._then:
            self._then()


class Toast(QFrame):
    """One line over the foot of the window, where nothing is worked on, that says what was done; gone after a while."""

    undo_asked = Signal()
    STAYS = 20_000
    """Milliseconds; long enough to look up from a paper and read it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "toast")
        self._words = Elided("")
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._undo = Link("Hoàn tác", run=self._ask)
        self._see = Link("Xem", run=self._look)
        self._place: Callable[[], object] | None = None
        self.setLayout(row((self._words, 1), self._see, self._undo, gap=16, margins=(12, 0, 12, 0)))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(self.STAYS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str, undo: bool = False, see: Callable[[], object] | None = None) -> None:
        """`see` leads to what is spoken of."""
        self._words.setText(text)
        self._undo.setVisible(undo)
        self._see.setVisible(see is not None)
        self._place = see
        self.setAccessibleName(text)
        self.place()
        self.show()
        self.raise_()
        self._timer.start()

    def text(self) -> str:
        return self._words.text()

    def place(self) -> None:
        room = self.parentWidget()
        assert room is not None
        width = min(self.sizeHint().width(), room.width())
        self.setGeometry(0, room.height() - FOOT, width, FOOT)

    def _ask(self) -> None:
        self.hide()
        self.undo_asked.emit()

    def _look(self) -> None:
        self.hide()
        if self._place:
            self._place()


FOOT = 26
"""The height of the line at the foot of the window."""


class ProgressLine(QWidget):
    """A 3 px bar under the head that appears only where work takes longer than 400 ms."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(3)
        self._at = 0
        self._step = QTimer(self)
        self._step.setInterval(60)
        self._step.timeout.connect(self._move)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(400)
        self._late.timeout.connect(self._appear)
        self.hide()

    def set_busy(self, busy: bool) -> None:
        if busy:
            self._late.start()
            return
        self._late.stop()
        self._step.stop()
        self.hide()

    def _appear(self) -> None:
        self.show()
        self.raise_()
        self._step.start()

    def _move(self) -> None:
        self._at = (self._at + 4) % 130
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width = self.width() * 0.3
        painter.fillRect(QRectF(self.width() * (self._at - 30) / 100, 0, width, 3), theme.current().color("accent"))
        painter.end()


class QuorumBar(QWidget):
    """One cell per member, filled for those present, a tick at the number needed."""

    MOST_CELLS = 41

    def __init__(self, height: int = 12) -> None:
        super().__init__()
        self._bar = height
        self._present, self._total, self._needed = 0, 0, 0
        self.setFixedHeight(height + 8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set(self, present: int, total: int, needed: int) -> None:
        self._present, self._total, self._needed = present, total, needed
        self.setAccessibleName(f"{present}/{total}, cần {needed}" if needed else f"{present}/{total}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._total:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cells = self._total if self._total <= self.MOST_CELLS else 1
        if cells == 1 and self._total > 1:
            self._paint_whole(painter)
        else:
            self._paint_cells(painter)
        if self._needed:
            at = round(self.width() * self._needed / self._total)
            painter.fillRect(QRectF(at - 2, 0, 2, self._bar + 8), theme.current().color("text"))
        painter.end()

    def _paint_cells(self, painter: QPainter) -> None:
        look = theme.current()
        pitch = self.width() / self._total
        gap = 2.0 if pitch > 9 else 1.5
        for index in range(self._total):
            cell = QRectF(index * pitch, 4, pitch - gap, self._bar)
            if index < self._present:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.color("accent"))
                painter.drawRoundedRect(cell, 2, 2)
            else:
                painter.setPen(look.color("lines"))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)

    def _paint_whole(self, painter: QPainter) -> None:
        look = theme.current()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("surface2"))
        painter.drawRoundedRect(QRectF(0, 4, self.width(), self._bar), 2, 2)
        painter.setBrush(look.color("accent"))
        painter.drawRoundedRect(QRectF(0, 4, self.width() * self._present / self._total, self._bar), 2, 2)


class CountBar(QWidget):
    """A line of a count: its name, a bar in proportion, the figure."""

    def __init__(self, text: str, *, tone: str = "accent", width: int = 104) -> None:
        super().__init__()
        self._text, self._tone, self._width = text, tone, width
        self._value, self._total = 0, 1
        self.setFixedHeight(24)

    def set(self, value: int, total: int) -> None:
        self._value, self._total = value, max(total, 1)
        self.setAccessibleName(f"{self._text}: {value}/{total}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setFont(look.font())
        painter.setPen(look.color("text"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), middle, self._text)
        painter.drawText(self.rect(), middle | Qt.AlignmentFlag.AlignRight, str(self._value))
        room = QRectF(self._width + 8, 7, self.width() - self._width - 36, 10)
        painter.fillRect(room, look.color("surface2"))
        room.setWidth(room.width() * self._value / self._total)
        painter.fillRect(room, look.color(self._tone))
        painter.end()
