"""What every screen of the rail is: it shows, refreshes after a change, opens a record, names its articles."""

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.domain.findings import gravest
from desktop.qt.commands import Command
from desktop.screens.base.desk import Desk

if TYPE_CHECKING:
    from desktop.domain.findings import Cite, Finding


class Width(IntEnum):
    """How much room the whole window has, in logical pixels: under 800, under 1100, under 1340, and more."""

    SINGLE = 0
    NARROW = 1
    MIDDLE = 2
    WIDE = 3

    @classmethod
    def of(cls, pixels: int) -> "Width":
        return cls(sum(pixels >= least for least in (800, 1100, 1340)))


class Screen(QWidget):
    """Base of the screens; `place` is the name by which Desk.go finds it."""

    place = ""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setProperty("role", "page")

    def refresh(self, kinds: frozenset[str]) -> None:
        """Show the facts anew; `kinds` are the lists that changed, none meaning all."""

    def open_record(self, record_id: str) -> None:
        """Show one record; none means the list."""

    def commands(self) -> tuple[Command, ...]:
        return ()

    def governing(self) -> "tuple[Cite, ...]":
        """The articles that govern what is shown, the selected row's first; F1 shows them."""
        return ()

    def reasoned(self) -> "Finding | None":
        """The finding whose reasoning Shift+F1 shows: the chosen row's, else the worst of those in sight."""

        from desktop.screens.base.show import ReasoningLink

        shown = [link.finding for link in self.findChildren(ReasoningLink) if link.isVisible()]
        most = gravest(finding.verdict for finding in shown)
        return next((finding for finding in shown if finding.verdict == most), None)

    def set_width(self, width: Width) -> None:
        """Arrange the panes for the room there is."""
