"""The field of yes or no."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox

from desktop.qt import theme
from desktop.qt.fields.field import Field


class _CheckBox(QCheckBox):
    """A box drawn like the rest of the kit, in the accent where ticked; it may bear an icon before its words."""

    def __init__(self, text: str, icon: str = "", tone: str = "text2") -> None:
        super().__init__(text)
        self._sign, self._tone = icon, tone

    def _left(self) -> int:
        return 44 if self._sign else 26

    def sizeHint(self) -> QSize:
        return QSize(self._left() + 2 + theme.text_width(self.text()), 30)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        paint_check(painter, QRectF(0, (self.height() - 18) / 2, 18, 18), self.isChecked(), self.isEnabled())
        painter.setFont(look.font())
        painter.setPen(look.color("text" if self.isEnabled() else "text3"))
        painter.drawText(self.rect().adjusted(self._left(), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._sign:
            theme.paint_icon(painter, QRectF(24, (self.height() - 16) / 2, 16, 16), self._sign, self._tone)
        painter.end()


def paint_check(painter: QPainter, rect: QRectF, on: bool, enabled: bool = True) -> None:
    name = "mdi6.checkbox-marked" if on else "mdi6.checkbox-blank-outline"
    theme.paint_icon(painter, rect, name, ("accent" if on else "text2") if enabled else "text3")


class CheckField(Field[bool]):
    """Yes or no, saved at once."""

    def __init__(self, text: str, *, name: str = "", icon: str = "", tone: str = "text2") -> None:
        self.box = _CheckBox(text, icon, tone)
        self.box.setMinimumHeight(30)
        super().__init__("", self.box, False, name=name or text)
        self.box.clicked.connect(lambda: self.commit())

    def read(self) -> bool:
        return self.box.isChecked()

    def fill(self, value: bool) -> None:
        self.box.setChecked(value)
