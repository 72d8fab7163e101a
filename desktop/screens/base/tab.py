"""What the tabs of the directory share: a row of filters, a table, and the chosen row's panel on the right."""

from collections.abc import Callable, Sequence
from textwrap import wrap
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.findings import Cite
from desktop.qt.boxes import STRETCH, column, holder, row
from desktop.qt.buttons import Button
from desktop.qt.commands import Command
from desktop.qt.model import Row
from desktop.qt.notices import Band
from desktop.qt.pages import SidePanel, Split
from desktop.qt.table import GroupRow, Table
from desktop.screens.base.desk import Desk
from desktop.screens.base.screen import Width

R = TypeVar("R")

_NO_LIMIT = 16_777_215
SIDE = {Width.WIDE: 300, Width.MIDDLE: 260, Width.NARROW: 280, Width.SINGLE: 0}
"""The panel's width for each width of the window; one pane at a time gives it the whole."""


class DirectoryTab(QWidget):
    """One tab. The panel hides behind a button where the window is too narrow for both.

    `least` is the least window that has room for a filter or for what else stands there.
    `headed` says that the buttons of the head are others now.
    """

    key = ""
    headed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.band = Band()
        self.side = SidePanel()
        self.least: dict[QWidget, Width] = {}
        self._width, self._fitted = Width.WIDE, False
        self.toggle = Button("Chi tiết", checkable=True)
        self.toggle.toggled.connect(self._show_panes)
        self.toggle.hide()

    def lay_out(self, main: QWidget, *filters: QWidget) -> None:
        """Put the filters over the main widget, and the panel beside it."""
        self.main = main
        bar = row(*filters, STRETCH, self.toggle)
        self._left = holder(column(bar, self.band, (main, 1), gap=10, margins=(20, 12, 16, 12)))
        self.split = Split(f"directory.{self.key}", self._left, self.side, sizes=(800, 300), memory=self.desk.state)
        self.setLayout(column((self.split, 1), gap=0))
        listed = main if isinstance(main, Table) else main.findChild(Table)
        if listed is not None:
            self.setFocusProxy(listed)

    def set_width(self, width: Width) -> None:
        self._fitted = self._fitted and width is self._width
        self._width = width
        self.toggle.setVisible(width in (Width.NARROW, Width.SINGLE))
        self.side.setMinimumWidth(SIDE[width])
        for widget, least in self.least.items():
            widget.setVisible(width >= least)
        self._show_panes()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the panel its width once for each width of the window, unless the clerk gave it another."""
        if self.isVisible() and not self._fitted:
            self._fitted = True
            if not self.desk.state.sizes(f"split.directory.{self.key}"):
                self.split.setSizes([self.width() - SIDE[self._width], SIDE[self._width]])

    def _show_panes(self) -> None:
        """Where one pane fits, the panel asked for stands under the filters in place of the list."""
        narrow, asked = self.toggle.isVisibleTo(self), self.toggle.isChecked()
        alone = asked and self._width is Width.SINGLE
        self.split.setOrientation(Qt.Orientation.Vertical if alone else Qt.Orientation.Horizontal)
        self._left.setMaximumHeight(54 if alone else _NO_LIMIT)
        self.side.setVisible(asked or not narrow)
        self.main.setVisible(not alone)
        self.toggle.setText("Danh sách" if alone else "Chi tiết")

    def show_side(self) -> None:
        """Bring the panel to the front where it hides behind the button."""
        self.toggle.setChecked(True)

    def refresh(self) -> None:
        """Read everything again from the desk's facts."""

    def said(self) -> str:
        """What the head of the screen says beside its title."""
        return ""

    def primary(self) -> Button | None:
        return None

    def secondary(self) -> tuple[Button, ...]:
        return ()

    def more(self) -> tuple[Command, ...]:
        """What stands behind the ⋯ button."""
        return ()

    def commands(self) -> tuple[Command, ...]:
        return ()

    def governing(self) -> tuple[Cite, ...]:
        return ()

    def select(self, record_id: str) -> None:
        """Show one record of the tab."""

    def begin(self) -> None:
        """Begin a new entry."""


def grouped(rows: Sequence[R], title: Callable[[R], str]) -> tuple[R | GroupRow, ...]:
    """The rows, already in the order of their groups, with a line over each group."""
    shown: list[R | GroupRow] = []
    for each in dict.fromkeys(map(title, rows)):
        held = [row for row in rows if title(row) == each]
        shown += [GroupRow(each, len(held)), *held]
    return tuple(shown)


def halves(letters: int, words: Callable[[Row], str]) -> tuple[Callable[[Row], str], Callable[[Row], str]]:
    """A sentence in two lines, parted between words: what the first and the second line hold."""

    def first(row: Row) -> str:
        return next(iter(wrap(words(row), letters)), "")

    def rest(row: Row) -> str:
        return " ".join(wrap(words(row), letters)[1:])

    return first, rest


def keep_chosen(table: Table) -> None:
    """Choose the first row where none is chosen, so that the panel is never empty beside a list."""
    if table.current() is None:
        table.select_first()
