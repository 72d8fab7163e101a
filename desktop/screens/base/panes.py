"""Panes side by side, told as data: which stand at each width, which hide behind a button, which come one at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.qt import theme
from desktop.qt.boxes import STRETCH, column, holder, row
from desktop.qt.buttons import Button
from desktop.qt.marks import SHAPE
from desktop.qt.memory import Memory
from desktop.qt.pages import SegmentRow, Split
from desktop.screens.base.screen import Width


@dataclass(frozen=True, slots=True)
class Part:
    """A pane, or part of one. `keys` are the segments it is shown under where they come one at a time.

    In a narrow window it `stays`, or `comes` when the button is down, or `goes` to make room for what comes.
    """

    widget: QWidget
    keys: tuple[str, ...]
    narrow: Literal["stays", "comes", "goes"] = "stays"


class Panes(QWidget):
    """`alone` is the widest window in which the panes come one at a time, chosen among `segments`.

    `inner` are parts within the panes, `least` the least window for what goes where room is short, `fits` the widths
    the panes are given once for each width of the window, 0 for the one that takes the rest. `turned` carries the
    segment shown alone, empty where the panes stand together.
    """

    turned = Signal(str)

    def __init__(
        self,
        name: str,
        *parts: Part,
        segments: Sequence[tuple[str, str]],
        sizes: Sequence[int],
        memory: Memory,
        toggle: Button | None = None,
        first: str = "",
        alone: Width = Width.SINGLE,
        inner: Sequence[Part] = (),
        least: Mapping[QWidget, Width] | None = None,
        fits: Mapping[Width, Sequence[int]] | None = None,
    ) -> None:
        super().__init__()
        self._name, self._memory, self._alone = name, memory, alone
        self._parts, self._least, self._fits = (*parts, *inner), least or {}, fits or {}
        self._width, self._fitted = Width.WIDE, Width.SINGLE
        self.segments = SegmentRow(segments, name="Phần đang xem", small=True)
        self.segments.choose(first or segments[0][0])
        self._toggle = toggle
        self._strip = holder(row(self.segments, STRETCH, *([toggle] if toggle else []), margins=(12, 6, 12, 0)))
        self._split = Split(name, *(part.widget for part in parts), sizes=sizes, memory=memory)
        self.setLayout(column(self._strip, (self._split, 1), gap=0))
        self.segments.chosen.connect(self._lay)
        if toggle:
            toggle.toggled.connect(self._lay)

    def set_width(self, width: Width) -> None:
        self._width = width
        self._lay()

    def turn_to(self, key: str) -> None:
        """Show a part where the panes come one at a time."""
        if self.are_alone():
            self.segments.choose(key)
            self._lay()

    def are_alone(self) -> bool:
        return self._width <= self._alone

    def mark(self, key: str, verdict: str) -> None:
        """Put the worst verdict of a pane on its segment and on the button it hides behind."""
        self.segments.set_mark(key, verdict)
        if self._toggle:
            self._toggle.setIcon(theme.current().icon(SHAPE.get(verdict, "mdi6.scale-balance"), verdict or "text2"))

    def _lay(self) -> None:
        alone, shown = self.are_alone(), self.segments.current()
        offered = self._toggle is not None and self._width is Width.NARROW
        self._strip.setVisible(alone or offered)
        self.segments.setVisible(alone)
        if self._toggle:
            self._toggle.setVisible(offered)
        for part in self._parts:
            part.widget.setVisible(shown in part.keys if alone else not offered or self._stands(part))
        for widget, least in self._least.items():
            widget.setVisible(self._width >= least)
        self.turned.emit(shown if alone else "")
        self._fit()

    def _stands(self, part: Part) -> bool:
        """Whether a pane stands in a narrow window as the button is now."""
        asked = self._toggle is not None and self._toggle.isChecked()
        return {"stays": True, "comes": asked, "goes": not asked}[part.narrow]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the panes their widths, unless the clerk gave them others."""
        if self.isVisible() and self._fitted is not self._width and self._width in self._fits:
            self._fitted = self._width
            if not self._memory.sizes(f"split.{self._name}"):
                sizes = self._fits[self._width]
                self._split.setSizes([size or self.width() - sum(sizes) for size in sizes])
