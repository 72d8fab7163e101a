"""The frame of every field: a label above, the editor, and under it one line for what is wrong or what is ruled.

A field hands out its value once it is left with a valid change; wrong input stays as typed.
"""

from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from desktop.qt import theme
from desktop.qt.boxes import column, label, restyle, row
from desktop.qt.marks import Mark

T = TypeVar("T")


class Wrong(Exception):
    """What was typed cannot be read; the argument is the sentence shown under the field."""


class Field(QWidget, Generic[T]):
    """Of a value of one type; subclasses say how the editor is read and filled."""

    saved = Signal(object)
    by_hand: bool
    """Whether something was typed since a value was last put in."""

    def __init__(self, text: str, editor: QWidget, value: T, *, name: str = "") -> None:
        super().__init__()
        self.editor = editor
        self._was = value
        self.by_hand = False
        self._label = label(text, "caption")
        if not text:
            self._label.hide()  # never shown before it has a parent: it would be a window of its own
        self._label.setBuddy(editor)
        editor.setAccessibleName(name or text)
        self._line_mark, self._line_icon = Mark(size=14), _ErrorIcon()
        self._line_text = label("", "faint", wrap=True)
        self._line = QWidget()
        self._line.setLayout(row(self._line_icon, self._line_mark, (self._line_text, 1), gap=4))
        self._line.hide()
        self.setLayout(column(self._label, editor, self._line, gap=3))
        self.setFocusProxy(editor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(self._touch)

    def _touch(self) -> None:
        self.by_hand = True

    def being_typed(self) -> bool:
        """Whether something was typed that has not been taken yet."""
        return isinstance(self.editor, QLineEdit) and self.editor.isModified()

    def read(self) -> T:
        """Return what stands in the editor; raise Wrong where it cannot be read."""
        raise NotImplementedError

    def fill(self, value: T) -> None:
        raise NotImplementedError

    def value(self) -> T:
        """Return the last valid value."""
        return self._was

    def set_value(self, value: T) -> None:
        """Show a value; nobody is told, and an error under the field goes."""
        self._was = value
        self.fill(value)
        self.by_hand = False
        self.set_error("")

    def commit(self) -> bool:
        """Take what is typed now; return whether it can be read."""
        try:
            value = self.read()
        except Wrong as wrong:
            self.set_error(str(wrong))
            return False
        refused = self._wrong()
        if refused:
            self.set_error("")
        self._settle()
        if refused or value != self._was:
            self._was = value
            self.saved.emit(value)
        return True

    def _settle(self) -> None:
        """What stands there is taken: nothing is being typed any more."""
        if isinstance(self.editor, QLineEdit):
            self.editor.setModified(False)

    def set_error(self, sentence: str) -> None:
        if self._wrong() is not bool(sentence):
            self.editor.setProperty("wrong", bool(sentence))
            restyle(self.editor)
        self._say(sentence, "breach", error=True)

    def set_note(self, text: str, verdict: str = "") -> None:
        """Put a line under the field: a verdict with its mark, or a plain caption."""
        if not self._wrong():
            self._say(text, str(verdict), error=False)

    def set_label(self, text: str) -> None:
        self._label.setText(text)
        self.editor.setAccessibleName(text)

    def set_enabled(self, enabled: bool) -> None:
        self.editor.setEnabled(enabled)

    def _wrong(self) -> bool:
        return bool(self.editor.property("wrong"))

    def _say(self, text: str, verdict: str, *, error: bool) -> None:
        self._line.setVisible(bool(text))
        self._line_icon.setVisible(error)
        self._line_mark.setVisible(bool(verdict) and not error)
        self._line_mark.set(verdict)
        self._line_text.set_role(verdict or "faint")
        self._line_text.setText(text)
        self.editor.setAccessibleDescription(text)


class _ErrorIcon(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(14, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme.paint_icon(painter, QRectF(0, 0, 14, 14), "mdi6.alert-circle-outline", "breach")
        painter.end()


def write(line: QLineEdit, text: str) -> None:
    """Put a text into a line; the same text stays untouched, one chosen whole to be typed over is so afterwards."""
    line.setModified(False)
    if line.text() == text:
        return
    whole = bool(line.text()) and line.hasFocus() and line.selectedText() == line.text()
    line.setText(text)
    line.setCursorPosition(0)
    if whole:
        line.selectAll()
