"""A sheet of Excel on its way into the office: read aside, shown line by line, entered whole or not at all."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, ClassVar, Protocol

from PySide6.QtWidgets import QLayout, QWidget

from desktop.qt.boxes import column, label
from desktop.qt.dialog import Dialog, choose_file
from desktop.qt.fields import CheckField
from desktop.qt.notices import Band
from desktop.qt.table import Column, Table
from desktop.screens.base.desk import Change, Desk
from desktop.screens.base.faults_dialog import KINDS


class Incoming(Protocol):
    """A line that comes in by itself, or, where it is `asked`, only when it is said to be another."""

    @property
    def row(self) -> int: ...
    @property
    def told(self) -> str: ...
    @property
    def asked(self) -> bool: ...
    @property
    def comes_in(self) -> bool: ...


def import_file(desk: Desk, parent: QWidget, title: str, read: Callable[[Desk, QWidget, Path], None]) -> None:
    """Choose a file and take it up."""
    path = choose_file(parent, title, kinds=KINDS)
    if path:
        read(desk, parent, path)


class ImportDialog(Dialog):
    """What was read; nothing is entered before the primary, which counts in `UNIT` what it enters."""

    TITLE: ClassVar[str]
    ENTER: ClassVar[str]
    UNIT: ClassVar[str]
    NAME: ClassVar[str]
    OTHERS: ClassVar[str]
    COLUMNS: ClassVar[Sequence[Column]]

    def __init__(self, desk: Desk, lines: Sequence[Incoming], *, parent: QWidget | None = None) -> None:
        super().__init__(self.TITLE, primary=self.ENTER, close="Hủy", parent=parent)
        self.desk, self.lines, self.band = desk, lines, Band()
        self.table = Table(self.COLUMNS, name=self.NAME, row_height=42, row_key=lambda one: one.row)
        self.told = label("", wrap=True)
        self.table.chosen.connect(
            lambda one: self.told.setText(f"Dòng {one.row}: {one.told}" if one and one.told else "")
        )
        asked = sum(one.asked for one in lines)
        self.others = CheckField(self.OTHERS.format(asked))
        self.others.setVisible(asked > 0)
        self.others.saved.connect(self._count)

    def lay_out(self, *above: QLayout | QWidget) -> None:
        self.body.addLayout(column(self.band, *above, (self.table, 1), self.told, self.others, gap=10))
        self._count()
        self.set_size(940, 600)

    def show_lines(self, lines: Iterable[Any]) -> None:
        self.table.set_rows(list(lines))
        self.table.select_first()

    @property
    def coming(self) -> int:
        return sum(one.comes_in or (bool(self.others.value()) and one.asked) for one in self.lines)

    def _count(self, *_: object) -> None:
        self.primary.setText(f"{self.ENTER} {self.coming} {self.UNIT}")
        self.primary.setEnabled(self.coming > 0)

    def change(self, *, others: bool) -> Change:
        """What enters the lines, with those asked about where they are `others`."""
        raise NotImplementedError

    def left(self) -> str:
        """What is said of the lines that stay out."""
        raise NotImplementedError

    def accept(self) -> None:
        said = f"Đã {self.ENTER.lower()} {self.coming} {self.UNIT}{self.left()}"
        if self.desk.do(self.TITLE, self.change(others=bool(self.others.value())), band=self.band):
            self.desk.toast(said, undo=True)
            super().accept()
