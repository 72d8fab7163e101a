"""The field of a whole number."""

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit

from desktop.qt.fields.field import Field, Wrong, write


class NumberField(Field[int | None]):
    """A whole number between two limits, or nothing."""

    def __init__(self, text: str, *, low: int = 0, high: int = 9999, name: str = "") -> None:
        self.line = QLineEdit()
        self.line.setValidator(QIntValidator(0, 999_999, self.line))
        self._low, self._high = low, high
        super().__init__(text, self.line, None, name=name)
        self.line.editingFinished.connect(self.commit)

    def read(self) -> int | None:
        typed = self.line.text().strip()
        if not typed:
            return None
        if not typed.isdecimal() or not self._low <= int(typed) <= self._high:
            raise Wrong(f"Gõ một số từ {self._low} đến {self._high}.")
        return int(typed)

    def fill(self, value: int | None) -> None:
        write(self.line, "" if value is None else str(value))
