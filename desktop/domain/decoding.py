"""Plain values to records, read off the type hints: nothing is coerced, every fault is found and named by its place.

JSON, TOML and the history differ in their single values alone: each `Decoder` is told how these are read.
Standard library only.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Literal, NamedTuple, TypeAlias, TypeVar, get_args, get_origin

from desktop.domain.plain import Hint, Plain, bare, hints, is_required, item_of, json_key
from desktop.domain.records import Value

T = TypeVar("T")
Loc: TypeAlias = tuple[str | int, ...]
Read: TypeAlias = Callable[[Plain], Any]
"""Gives back the value, or raises `ValueError` where it is not one of the kind."""


class Fault(NamedTuple):
    """What is wrong at a place, and the type it has; of a key that is unknown, the class that does not know it."""

    loc: Loc
    why: Literal["wrong", "missing", "unknown"]
    hint: Hint


class Unfit(ValueError):
    """Raised with every fault of a value, in the order of the fields; keys that are unknown come last."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(faults)
        self.faults = faults


def _within(part: str | int, hint: Hint, error: ValueError) -> list[Fault]:
    """The faults of what lies in that part of a value."""
    if isinstance(error, Unfit):
        return [Fault((part, *loc), why, inner) for loc, why, inner in error.faults]
    return [Fault((part,), "wrong", hint)]


class Decoder:
    """Reads any type made of dataclasses, lists, dictionaries, codes and the single values it is given.

    `short` makes an object of what may stand for one. An `open` decoder trusts what the program itself wrote: it passes
    over keys that are no longer known and takes any code.
    """

    def __init__(
        self, single: Mapping[Hint, Read], *, short: Mapping[type, Read] | None = None, open: bool = False
    ) -> None:
        self._single, self._short, self._open = single, short or {}, open
        self._known: dict[Hint, Read] = {}

    def read(self, cls: type[T], data: Plain) -> T:
        """The value, or `Unfit`."""
        try:
            value: T = self._of(cls)(data)
        except Unfit:
            raise
        except ValueError as error:
            raise Unfit([Fault((), "wrong", cls)]) from error
        return value

    def _of(self, hint: Hint) -> Read:
        if hint not in self._known:
            self._known[hint] = self._made(bare(hint))
        return self._known[hint]

    def _made(self, inner: Hint) -> Read:
        item = item_of(inner)
        origin: Hint = get_origin(inner)
        if inner in self._single:
            return self._single[inner]
        if item is not None:
            return _list(item, self._of(item))
        if origin in (dict, Mapping):
            return _dictionary(get_args(inner)[1], *map(self._of, get_args(inner)))
        if is_dataclass(inner) and isinstance(inner, type):
            return self._record(inner)
        return _as_it_is if self._open else one_of(*get_args(inner))

    def _record(self, cls: type) -> Read:
        types, short = hints(cls), self._short.get(cls, _as_it_is)
        known = {json_key(one.name): (one.name, self._of(types[one.name]), is_required(one)) for one in fields(cls)}

        def read(data: Plain) -> Plain:
            data = short(data)
            if not isinstance(data, dict):
                raise ValueError
            given: dict[str, Any] = {}
            faults: list[Fault] = []
            for key, (name, value_of, required) in known.items():
                value = data.get(key)
                try:
                    if value is not None:
                        given[name] = value_of(value)
                    elif required:
                        faults.append(Fault((key,), "missing", types[name]))
                except ValueError as error:
                    faults += _within(key, types[name], error)
            if not self._open and not known.keys() >= data.keys():
                strange = (key for key, value in data.items() if key not in known and value is not None)
                faults += (Fault((key,), "unknown", cls) for key in strange)
            if faults:
                raise Unfit(faults)
            return cls(**given)

        return read


def _list(hint: Hint, item_of: Read) -> Read:
    def read(data: Plain) -> Plain:
        if not isinstance(data, list | tuple):
            raise ValueError
        items, faults = list[Any](), list[Fault]()
        for place, item in enumerate(data):
            try:
                items.append(item_of(item))
            except ValueError as error:
                faults += _within(place, hint, error)
        if faults:
            raise Unfit(faults)
        return tuple(items)

    return read


def _dictionary(hint: Hint, key_of: Read, value_of: Read) -> Read:
    def read(data: Plain) -> Plain:
        if not isinstance(data, dict):
            raise ValueError
        items, faults = dict[str, Any](), list[Fault]()
        for key, value in data.items():
            try:
                items[key_of(key)] = value_of(value)
            except ValueError as error:
                faults += _within(key, hint, error)
        if faults:
            raise Unfit(faults)
        return items

    return read


# Single values


def _as_it_is(data: Plain) -> Plain:
    return data


def one_of(*values: object) -> Read:
    return lambda data: data if data in values else _refused()


def exactly(*kinds: type) -> Read:
    """Of one of these types itself: yes and no are no numbers, and a day with a time is no day."""
    return lambda data: data if type(data) in kinds else _refused()


def written(pattern: str, then: Read = _as_it_is) -> Read:
    """Text in exactly one written form, and what it becomes."""
    form = re.compile(pattern, re.ASCII)
    return lambda data: then(data) if isinstance(data, str) and form.fullmatch(data) else _refused()


def _refused() -> Plain:
    raise ValueError


_KEPT = Decoder(
    {
        **dict.fromkeys((str, int, bool, Value), _as_it_is),
        **{kind: kind.fromisoformat for kind in (dt.date, dt.datetime, dt.time)},
    },
    open=True,
)


def from_plain(cls: type[T], data: Plain) -> T:
    """Build a record from what `to_plain` gave; keys it did not know yet are absent, and take their defaults."""
    return _KEPT.read(cls, data)
