"""Layouts without noise: rows, columns, labels by role, hairlines and frames."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.qt.tips import set_tip

STRETCH = object()
"""An item that takes the room left over."""

Item = object
"""A widget, a layout, a fixed gap in pixels, STRETCH, or a pair of one of the first two with its stretch."""


def _fill(box: QBoxLayout, items: Sequence[Item], gap: int, margins: tuple[int, int, int, int]) -> None:
    box.setSpacing(gap)
    box.setContentsMargins(*margins)
    for item in items:
        add(box, item)


def add(box: QBoxLayout, item: Item) -> None:
    """Append an item to a row or a column."""
    stretch = 0
    if isinstance(item, tuple):
        item, stretch = cast("tuple[Item, int]", item)
    if item is STRETCH:
        box.addStretch(1)
    elif isinstance(item, int):
        box.addSpacing(item)
    elif isinstance(item, QWidget):
        box.addWidget(item, stretch)
    elif isinstance(item, QLayout):
        box.addLayout(item, stretch)
    else:
        raise TypeError(item)


def row(*items: Item, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    box = QHBoxLayout()
    _fill(box, items, gap, margins)
    return box


def column(*items: Item, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    box = QVBoxLayout()
    _fill(box, items, gap, margins)
    return box


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while item := layout.takeAt(0):
        inner, widget = item.layout(), item.widget()
        if inner:
            empty(inner)
        elif widget:
            widget.hide()  # else a widget just laid out would still be shown, now as a window of its own
            widget.setParent(None)
            widget.deleteLater()


def restyle(widget: QWidget) -> None:
    """Let the stylesheet look again at a widget whose property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class Label(QLabel):
    """A text whose size, weight and colour come from its role in the stylesheet."""

    def __init__(self, text: str = "", role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)

    def set_role(self, role: str) -> None:
        if self.property("role") != role:
            self.setProperty("role", role)
            restyle(self)


class Elided(Label):
    """One line cut with an ellipsis where room runs out; the whole of it is the tip and what is heard."""

    def __init__(self, text: str = "", role: str = "body") -> None:
        self._whole = text
        super().__init__(text, role)

    def setText(self, text: str) -> None:
        self._whole = text
        set_tip(self, text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    def text(self) -> str:
        return self._whole

    def _fit(self) -> None:
        super().setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def label(text: str = "", role: str = "body", *, wrap: bool = False, selectable: bool = False) -> Label:
    made = Label(text, role)
    made.setWordWrap(wrap)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def hairline(vertical: bool = False) -> QFrame:
    line = QFrame()
    line.setProperty("role", "hairline")
    if vertical:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


def framed(content: QLayout | None = None, role: str = "sheet") -> QFrame:
    frame = QFrame()
    frame.setProperty("role", role)
    if content is not None:
        frame.setLayout(content)
    return frame


def holder(content: QLayout) -> QWidget:
    """A plain widget around a layout, for places that take only widgets."""
    widget = QWidget()
    widget.setLayout(content)
    return widget


def scroll(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(widget)
    widget.setAutoFillBackground(False)  # else Qt paints the window's ground over the panel's
    area.viewport().setAutoFillBackground(False)
    return area
