"""A tab of records, told as data: its filters, columns, what it says while empty, and how an entry begins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Generic, TypeVar, cast

from PySide6.QtWidgets import QWidget

from desktop.qt.boxes import column, holder
from desktop.qt.buttons import Button
from desktop.qt.commands import Command
from desktop.qt.model import Column, GroupRow
from desktop.qt.pages import EmptyState
from desktop.qt.table import Table
from desktop.screens.base.desk import Desk
from desktop.screens.base.filters import Choice, Filters, Search, Segments
from desktop.screens.base.screen import Width
from desktop.screens.base.tab import DirectoryTab

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Begin:
    """How a new entry begins: the words of the button, the id and words of the command, the icon of both."""

    text: str
    command: str = ""
    words: str = ""
    icon: str = "mdi6.plus"
    group: str = ""


@dataclass(frozen=True, slots=True)
class Nothing:
    """What stands in place of an empty list; its button, where it does not begin an entry, `goes` to a place."""

    icon: str
    title: str
    text: str
    button: str = ""
    goes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """The table: its name, what it says where no row fits the filters, and its measures."""

    name: str
    unfit: str
    least: int = 200
    row_height: int = 42


class RecordTab(DirectoryTab, Generic[R]):
    """Its noun says what the rows are and what stands beside the chosen one; Delete takes a row out where it may."""

    FILTERS: ClassVar[Mapping[str, Choice]] = {}
    SEARCH: ClassVar[Search] = Search("Tìm")
    SEGMENTS: ClassVar[Segments | None] = None
    TABLE: ClassVar[Listed]
    COLUMNS: ClassVar[tuple[Column, ...]] = ()
    LIST: ClassVar[str] = ""
    """The list of the office whose records the rows are; without one the filters tell whether there would be rows."""
    FITTED: ClassVar[bool] = False
    """Whether the columns are others in other widths of the window."""
    NOTHING: ClassVar[Nothing | None] = None
    BEGIN: ClassVar[Begin | None] = None
    UNCHOSEN: ClassVar[str] = ""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.filters = Filters(self.FILTERS, self.SEARCH, self.refresh, self.sift)
        self.search, self.least = self.filters.search, self.filters.least()
        told = self.TABLE
        self.table = Table(
            self.columns(),
            name=told.name,
            row_height=told.row_height,
            row_key=self.key_of,
            action=self.action,
            least=told.least,
            empty=told.unfit,
            memory=desk.state,
        )
        if self.SEGMENTS:
            self.only = self.SEGMENTS.made(self.refresh)
        self.none = self._nothing()
        self.make()
        self.lay_out(self.sheet(), *self.bar())
        self.setFocusProxy(self.table)
        self.table.chosen.connect(self.show_row)
        self.table.opened.connect(self.open)
        self.table.acted.connect(self.act)
        self.table.keyed.connect(lambda one, key: self.delete(one) if key == "Delete" else None)

    def _nothing(self) -> EmptyState | None:
        said, button = self.NOTHING, RecordTab.primary(self)
        if said is None:
            return None
        if said.goes:
            button = Button(said.button, kind="primary", run=partial(self.desk.go, *said.goes))
        return EmptyState(said.icon, said.title, said.text, primary=button, secondary=self.other_way())

    # What a noun says

    def columns(self) -> tuple[Column, ...]:
        return self.COLUMNS

    def rows(self) -> Sequence[R | GroupRow]:
        """Offer what there is to choose from, and return the rows that pass."""
        raise NotImplementedError

    def any(self, found: bool) -> bool:
        """Whether there would be rows without the filters; `found` says that there are with them."""
        return bool(getattr(self.desk.facts.office, self.LIST)) if self.LIST else found or self.filters.are_set()

    def key_of(self, one: R) -> object:
        return one.id  # type: ignore[attr-defined]  # rows without an id say their key themselves

    def action(self, one: R) -> str:
        """The words of the button in a row."""
        return ""

    def title(self, one: R) -> str:
        """What stands over the panel of a row."""
        return self.TABLE.name

    def show_one(self, one: R) -> None:
        """Fill the panel, which is empty."""

    def make(self) -> None:
        """Make what stands beside the table, before all is laid out."""

    def other_way(self) -> Button | None:
        """Another way to fill an empty list."""
        return None

    def over(self) -> tuple[QWidget, ...]:
        """What stands between the filters and the table."""
        return ()

    def sheet(self) -> QWidget:
        """What stands under the filters: the table, or what stands in its place where there is nothing."""
        return holder(column(*self.over(), (self.table, 1), *([(self.none, 1)] if self.none else []), gap=8))

    def bar(self) -> tuple[QWidget, ...]:
        """What stands in the row of filters."""
        return (*self.filters.widgets(), *((self.only,) if self.SEGMENTS else ()))

    def act(self, one: R) -> None:
        """Do what the button in a row says."""

    def delete(self, one: R) -> None:
        """Take a row's record out."""

    def open(self, one: R) -> None:
        """Enter on a row."""
        self.show_side()

    def choose(self) -> None:
        """Choose a row where none is chosen."""
        self.table.select_first()

    def sift(self, text: str) -> None:
        """Show what the text searched for leaves."""
        self.refresh()

    # What follows from it

    def refresh(self) -> None:
        self.filters.offer("body", self.desk.facts.bodies)
        rows = self.rows()
        if self.none is not None:
            any_ = self.any(bool(rows))
            self.table.setVisible(any_)
            self.none.setVisible(not any_)
        self.table.set_rows(rows)
        if self.table.current() is None:
            self.choose()
        if self.table.current() is None:
            self.show_row(None)

    def set_width(self, width: Width) -> None:
        super().set_width(width)
        self.filters.fit(width)
        one = self.current()
        if self.FITTED:
            self.table.set_columns(self.columns())
        if self.FITTED and one is not None:
            self.table.select(self.key_of(one))

    def current(self) -> R | None:
        return cast("R | None", self.table.current())

    def show_row(self, one: R | None) -> None:
        self.side.begin(self.title(one) if one is not None else self.UNCHOSEN)
        if one is not None:
            self.show_one(one)

    def select(self, record_id: str) -> None:
        self.filters.clear()
        self.refresh()
        self.table.select(record_id)

    def remove(self) -> None:
        """Take the chosen row's record out."""
        one = self.current()
        if one is not None:
            self.delete(one)

    def primary(self) -> Button | None:
        one = self.BEGIN
        return Button(one.text, icon=one.icon, kind="primary", run=self.begin) if one else None

    def commands(self) -> tuple[Command, ...]:
        one = self.BEGIN
        return (Command(one.command, one.words, self.begin, "Ctrl+N", one.icon, one.group),) if one else ()
