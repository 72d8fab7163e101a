"""The choices and the search over a list, told as data: what is offered, how wide, what goes where room is short."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget

from desktop.qt.fields import Combo, Field, TextField
from desktop.qt.pages import SegmentRow
from desktop.screens.base.screen import Width

F = TypeVar("F", bound=Field[Any])
YEAR = "year"


@dataclass(frozen=True, slots=True)
class Choice:
    """`empty` is said where nothing is chosen, None where something always is; `least` is the window that has room.

    `kept` is left as it was when a record is shown whatever the filters were.
    """

    name: str
    width: int
    options: Sequence[tuple[str, str]] = ()
    empty: str | None = None
    least: Width = Width.SINGLE
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Search:
    """`widths` are those of the windows in which it is not as wide as elsewhere; `first` puts it before the choices."""

    name: str
    width: int = 220
    least: Width = Width.SINGLE
    widths: Mapping[Width, int] = field(default_factory=dict)
    first: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Segments:
    """A choice that is always seen whole."""

    name: str
    options: Sequence[tuple[str, str]]
    small: bool = False

    def made(self, changed: Callable[[], object]) -> SegmentRow:
        found = SegmentRow(self.options, name=self.name, small=self.small)
        found.chosen.connect(lambda _: changed())
        return found


class Filters:
    """The fields made of the data; `changed` is called when a choice is made, `typed` with what is searched for."""

    def __init__(
        self,
        choices: Mapping[str, Choice],
        search: Search,
        changed: Callable[[], object],
        typed: Callable[[str], object],
    ) -> None:
        self._choices = choices
        self._fields = {key: _combo(one) for key, one in choices.items()}
        self.search = search_field(search.name, search.width, search.hint)
        self._search = search
        self._told: dict[str, list[tuple[str, str]]] = {}
        for combo in self._fields.values():
            combo.saved.connect(lambda _: changed())
        self.search.line.textChanged.connect(typed)

    def __getitem__(self, key: str) -> Combo[str]:
        return self._fields[key]

    def offer(self, key: str, codes: Collection[str]) -> None:
        """Of the choices of a key offer those of the codes, where it has any."""
        told = [option for option in self._choices[key].options if option[0] in codes] if key in self._choices else []
        if told and told != self._told.get(key):
            self._told[key] = told
            self._fields[key].set_options(told)

    def widgets(self) -> tuple[QWidget, ...]:
        choices = tuple(self._fields.values())
        return (self.search, *choices) if self._search.first else (*choices, self.search)

    def least(self) -> dict[QWidget, Width]:
        """The least window in which those are shown that are not shown in every one."""
        found: dict[QWidget, Width] = {self._fields[key]: one.least for key, one in self._choices.items()}
        found[self.search] = self._search.least
        return {field: least for field, least in found.items() if least > Width.SINGLE}

    def fit(self, width: Width) -> None:
        self.search.setFixedWidth(self._search.widths.get(width, self._search.width))

    def of(self, key: str) -> str:
        """The code chosen, empty where none is."""
        return self._fields[key].value() or ""

    def year(self) -> int | None:
        return int(self.of(YEAR)) if self.of(YEAR) else None

    def text(self) -> str:
        return self.search.line.text()

    def are_set(self) -> bool:
        """Whether anything is chosen that need not be, or searched for."""
        return bool(self.text()) or any(self.of(key) for key, one in self._choices.items() if one.empty is not None)

    def clear(self) -> None:
        """Let everything show."""
        self.search.set_value("")
        for key, one in self._choices.items():
            if one.empty is not None and not one.kept:
                self._fields[key].set_value(None)


def _combo(one: Choice) -> Combo[str]:
    return narrow(Combo("", one.options, empty=one.empty, name=one.name), one.width)


def offer_years(field: Combo[str], years: Sequence[int], today: dt.date) -> int:
    """Offer years and return the one chosen: today's where the one before is not among them."""
    field.set_options([(str(one), f"Năm {one}") for one in years])
    if field.value() is None or int(field.value() or 0) not in years:
        field.set_value(str(today.year))
    return int(field.value() or today.year)


def search_field(name: str, width: int = 220, hint: str = "") -> TextField:
    """An unlabelled field that filters while it is typed in."""
    return narrow(TextField("", name=name, placeholder=hint or name), width)


def narrow(field: F, width: int) -> F:
    field.setFixedWidth(width)
    return field
