"""A tab of records, told as data: its filters, columns, what it says while empty, and how an entry begins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar, cast

from PySide6.QtWidgets import QWidget

from desktop.qt.boxes import column, holder
from desktop.qt.buttons import Button
from desktop.qt.commands import Command
from desktop.qt.model import Column, GroupRow
from desktop.qt.pages import EmptyState
from desktop.qt.table import Table
from desktop.screens.base.desk import Desk
from desktop.screens.base.filters import Choice, Filters, Search
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
    """What stands in place of an empty list; `text` and `goes` are the button's where it does not begin an entry."""

    icon: str
    title: str
    text: str
    button: str = ""
    goes: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """The table: its name, what it says where no row fits the filters, and its measures."""

    name: str
    unfit: str
    least: int = 200
    row_height: int = 42


class RecordTab(DirectoryTab, Generic[R]):
    """Its nouns say what the rows are and what stands beside the chosen one; Delete takes a row out where it may."""

    FILTERS: ClassVar[Mapping[str, Choice]] = {}
    SEARCH: ClassVar[Search] = Search("Tìm")
    TABLE: ClassVar[Listed]
    COLUMNS: ClassVar[tuple[Column, ...]] = ()
    FITTED: ClassVar[bool] = False
    """Whether the columns are others in other widths of the window."""
    NOTHING: ClassVar[Nothing | None] = None
    BEGIN: ClassVar[Begin | None] = None
    UNCHOSEN: ClassVar[str] = ""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.filters = Filters(self.FILTERS, self.SEARCH, self.refresh, self.sift)
        self.search = self.filters.search
        self.table = Table(
            self.columns(),
            name=self.TABLE.name,
            row_height=self.TABLE.row_height,
            row_key=self.key_of,
            action=self.action,
            least=self.TABLE.least,
            empty=self.TABLE.unfit,
            memory=desk.state,
        )
        self.none = self._nothing()
        self.least = self.filters.least()
        self.make()
        self.lay_out(self.sheet(), *self.bar())
        self.setFocusProxy(self.table)
        self.table.chosen.connect(self.show_row)
        self.table.opened.connect(self.open)
        self.table.acted.connect(self.act)
        self.table.keyed.connect(lambda one, key: self.delete(one) if key == "Delete" else None)

    def _nothing(self) -> EmptyState | None:
        said, begin = self.NOTHING, self.BEGIN
        if said is None:
            return None
        button = Button(begin.text, icon=begin.icon, kind="primary", run=self.begin) if begin else None
        if said.goes:
            place, record = said.goes
            button = Button(said.button, kind="primary", run=lambda: self.desk.go(place, record))
        return EmptyState(said.icon, said.title, said.text, primary=button, secondary=self.other_way())

    def listed(self) -> QWidget:
        """The table with what stands in its place where there is nothing."""
        return holder(column(*self.over(), (self.table, 1), *([(self.none, 1)] if self.none else []), gap=8))

    # What a noun says

    def columns(self) -> tuple[Column, ...]:
        return self.COLUMNS

    def rows(self) -> Sequence[R | GroupRow]:
        """The rows that pass the filters."""
        raise NotImplementedError

    def any(self, found: bool) -> bool:
        """Whether there would be rows without the filters; `found` says that there are with them."""
        return found or self.filters.are_set()

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

    def sheet(self) -> QWidget:
        """What stands under the filters."""
        return self.listed()

    def other_way(self) -> Button | None:
        """Another way to fill an empty list."""
        return None

    def over(self) -> tuple[QWidget, ...]:
        """What stands between the filters and the table."""
        return ()

    def bar(self) -> tuple[QWidget, ...]:
        """What stands in the row of filters."""
        return self.filters.widgets()

    def read(self) -> None:
        """Read what the filters offer, before the rows."""

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
        self.read()
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
        one = self.table.current()
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

    def primary(self) -> Button | None:
        one = self.BEGIN
        return Button(one.text, icon=one.icon, kind="primary", run=self.begin) if one else None

    def commands(self) -> tuple[Command, ...]:
        one = self.BEGIN
        return (Command(one.command, one.words, self.begin, "Ctrl+N", one.icon, one.group),) if one else ()
