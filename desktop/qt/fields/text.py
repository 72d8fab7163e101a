"""Fields of text: one line, or several."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from desktop import vi
from desktop.qt.fields.field import Field, write


class TextField(Field[str]):
    """One line of text, stored composed (NFC) and without outer spaces."""

    def __init__(self, text: str, *, name: str = "", placeholder: str = "", numeric: bool = False) -> None:
        self.line = QLineEdit()
        self.line.setPlaceholderText(placeholder)
        if numeric:
            self.line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        super().__init__(text, self.line, "", name=name)
        self.line.editingFinished.connect(self.commit)

    def read(self) -> str:
        return vi.typed_line(self.line.text())

    def fill(self, value: str) -> None:
        write(self.line, value)


class _TextEdit(QPlainTextEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class TextArea(Field[str]):
    """Several lines of text; Tab leaves the field."""

    def __init__(self, text: str, *, lines: int = 3, placeholder: str = "", name: str = "") -> None:
        self.edit = _TextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setFixedHeight(lines * 18 + 14)
        super().__init__(text, self.edit, "", name=name)
        self.edit.left.connect(self.commit)
        self.edit.textChanged.connect(lambda: self._touch() if self.edit.hasFocus() else None)

    def read(self) -> str:
        return vi.typed(self.edit.toPlainText()).strip()

    def being_typed(self) -> bool:
        return self.edit.document().isModified()

    def _settle(self) -> None:
        self.edit.document().setModified(False)

    def fill(self, value: str) -> None:
        if value != self.read():
            self.edit.setPlainText(value)
        self._settle()
