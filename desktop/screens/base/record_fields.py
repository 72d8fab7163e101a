"""The fields of a record: what is asked for is data, and the record's annotations say by which kind of field."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any, ClassVar, Generic, Literal, Protocol, TypeVar, get_args, get_origin, get_type_hints

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.records import Refers
from desktop.qt.fields import (
    CheckField,
    Combo,
    DateField,
    Field,
    Line,
    NumberField,
    Options,
    TextArea,
    TextField,
    TimeField,
    form,
)
from desktop.screens.base.live import refill, typed


class IsRecord(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Any]]


R = TypeVar("R", bound=IsRecord)


@dataclass(frozen=True, slots=True)
class Ask:
    """One attribute of a record, and the words over its field.

    `options` are the codes to choose from and `empty` the word for none of them; `hint` stands in an empty editor.
    `search` says whether words may be typed to find one, which they may among other records. `spoken` is its name
    where no words stand over it.
    """

    name: str
    text: str
    options: Options[Any] = ()
    empty: str | None = None
    hint: str = ""
    lines: int = 1
    spoken: str = ""
    required: bool = False
    search: bool | None = None
    low: int = 0
    high: int = 9999

    def field(self, hint: object, today: dt.date) -> Field[Any]:
        """The field for a value of that type; ids of other records are found by typing, codes of a list picked."""
        kind, refers, optional = _read(hint)
        chosen = self.options or self.search or self.empty is not None
        if chosen or refers or get_origin(kind) is Literal:
            search = refers if self.search is None else self.search
            return Combo(self.text, self.options, empty=self.empty, searchable=search, name=self.spoken)
        if kind is dt.date:
            required = self.required or not optional
            return DateField(self.text, today=today, placeholder=self.hint, required=required)
        if kind is dt.time:
            return TimeField(self.text)
        if kind is int:
            return NumberField(self.text, low=self.low, high=self.high)
        if kind is bool:
            return CheckField(self.text)
        assert kind is str, self.name
        if self.lines > 1:
            return TextArea(self.text, lines=self.lines, placeholder=self.hint)
        return TextField(self.text, placeholder=self.hint)


Asked = Ask | QWidget | int | tuple[object, ...]
"""A line of a form as `desktop.qt.fields.form` takes it, in which fields may still be asked for."""


class RecordFields(dict[str, Field[Any]], Generic[R]):
    """By the names that refusals and findings use; a field put in by hand is filled too, but is not in the draft."""

    def __init__(self, kind: type[R], today: dt.date) -> None:
        super().__init__()
        self._today = today
        self._asked: list[str] = []
        self._hints = get_type_hints(kind, include_extras=True)

    def ask(self, *asked: Ask) -> None:
        for one in asked:
            self._made(one)

    def form(self, *lines: Asked) -> QGridLayout:
        return form(*map(self.line, lines))

    def line(self, asked: Asked) -> Line:
        """Make the fields asked for in a line; what is not asked for stands as it is."""
        made = self._made(asked)
        assert isinstance(made, QWidget | tuple)
        return made

    def _made(self, part: object) -> object:
        if isinstance(part, tuple):
            return tuple(self._made(one) for one in part)
        if isinstance(part, Ask):
            self._asked.append(part.name)
            self[part.name] = part.field(self._hints[part.name], self._today)
            return self[part.name]
        return part

    def choice(self, name: str) -> Combo[Any]:
        field = self[name]
        assert isinstance(field, Combo)
        return field

    def fill(self, record: R, *, anew: bool = True, **shown: object) -> None:
        """Show a record; `shown` stands in the place of attributes. A choice that must be made stays the first one."""
        for name, field in self.items():
            value = shown.get(name, getattr(record, name, None))
            if isinstance(field, Combo):
                value = value or None
                if value is None and field.required:
                    continue
            refill(field, value, anew=anew)

    def draft(self, record: R) -> R:
        """The record with what was taken from the fields."""
        return self._with(record, {name: self[name].value() for name in self._asked})

    def typed(self, record: R) -> R:
        """The record with everything that stands in the fields now, taken or not."""
        return self._with(record, {name: typed(self[name]) for name in self._asked})

    def _with(self, record: R, values: Mapping[str, Any]) -> R:
        plain = {name: "" if value is None and self._is_text(name) else value for name, value in values.items()}
        return replace(record, **plain)

    def _is_text(self, name: str) -> bool:
        kind, _, optional = _read(self._hints[name])
        return kind is str and not optional


def _read(hint: object) -> tuple[object, bool, bool]:
    """The type itself, whether it is the id of another record, and whether it may be absent."""
    parts = [one for one in get_args(hint) if one is not type(None)]
    optional = type(None) in get_args(hint)
    if optional:
        hint = parts[0]
    if get_origin(hint) is Annotated:
        kind, *marks = get_args(hint)
        return kind, any(isinstance(one, Refers) for one in marks), optional
    return hint, False, optional
