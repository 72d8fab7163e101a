"""The field of a choice between a few cards."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop.qt import theme
from desktop.qt.boxes import column, label, restyle, row
from desktop.qt.fields.field import Field

C = TypeVar("C", bound=str)


class RadioCards(Field[C | None], Generic[C]):
    """A choice between few ways to go on, each with a line saying what follows; Tab comes to one, arrows go on."""

    def __init__(self, text: str, options: Sequence[tuple[C, str, str]], *, name: str = "") -> None:
        self._cards = {code: _Card(title, words) for code, title, words in options}
        self._holder = QWidget()
        self._holder.setLayout(column(*self._cards.values(), gap=6))
        super().__init__(text, self._holder, None, name=name)
        for code, card in self._cards.items():
            card.picked.connect(lambda code=code: self._pick(code))
            card.stepped.connect(lambda by, code=code: self._step(code, by))
        self.fill(None)

    def set_words(self, code: C, words: str) -> None:
        """Say anew what follows from one choice."""
        self._cards[code].set_words(words)

    def _pick(self, code: C) -> None:
        self.fill(code)
        self.commit()

    def _step(self, code: C, by: int) -> None:
        codes = list(self._cards)
        following = codes[min(max(codes.index(code) + by, 0), len(codes) - 1)]
        self._pick(following)
        self._cards[following].setFocus(Qt.FocusReason.TabFocusReason)

    def read(self) -> C | None:
        return next((code for code, card in self._cards.items() if card.chosen), None)

    def fill(self, value: C | None) -> None:
        for code, card in self._cards.items():
            card.choose(code == value)
        entry = self._cards[value] if value in self._cards else next(iter(self._cards.values()))
        for card in self._cards.values():
            card.setFocusPolicy(Qt.FocusPolicy.TabFocus if card is entry else Qt.FocusPolicy.NoFocus)
        self._holder.setFocusProxy(entry)


class _Card(QFrame):
    picked = Signal()
    stepped = Signal(int)

    def __init__(self, title: str, words: str) -> None:
        super().__init__()
        self.chosen = False
        self._title, self._words = label(title, "strong"), label("", "caption", wrap=True)
        self._dot = _Dot(self)
        self.setLayout(
            row(column(self._dot, gap=0), (column(self._title, self._words, gap=0), 1), gap=10, margins=(10, 7, 10, 7))
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_words(words)
        self.choose(False)

    def set_words(self, words: str) -> None:
        self._words.setText(words)
        self.setAccessibleName(f"{self._title.text()}: {words}")

    def choose(self, chosen: bool) -> None:
        self.chosen = chosen
        self.setProperty("role", "card-chosen" if chosen else "card")
        restyle(self)
        self._dot.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}.get(
            Qt.Key(event.key())
        )
        if event.key() == Qt.Key.Key_Space:
            self.picked.emit()
        elif step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)


class _Dot(QWidget):
    def __init__(self, card: _Card) -> None:
        super().__init__()
        self._card = card
        self.setFixedSize(18, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        on = self._card.chosen
        name = "mdi6.radiobox-marked" if on else "mdi6.radiobox-blank"
        theme.paint_icon(painter, QRectF(0, 0, 18, 18), name, "accent" if on else "text2")
        painter.end()
