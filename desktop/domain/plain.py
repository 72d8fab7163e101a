"""Records as plain dictionaries and back, read off their type hints: what JSON export and the history are written with.

Standard library only.
"""

import datetime as dt
import functools
import re
import types
import typing
import unicodedata
from dataclasses import MISSING, Field, fields
from typing import Any, TypeAlias, TypeVar, get_args, get_origin, get_type_hints

from desktop.domain import records
from desktop.domain.records import OneLine, Refers

T = TypeVar("T")
Hint: TypeAlias = Any
"""A type as a field is annotated with it."""

Plain: TypeAlias = Any
"""What JSON holds, or a record or value that becomes it."""


def hints(cls: type) -> dict[str, Hint]:
    """The type of every field, with its `Refers` mark and with `Value` resolved."""
    return _hints(cls)


@functools.cache
def _hints(cls: type) -> dict[str, Hint]:
    return get_type_hints(cls, vars(records), include_extras=True)


def json_key(name: str) -> str:
    return name.rstrip("_")


def is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


@functools.cache
def bare(hint: Hint) -> Hint:
    """The type without `| None` and without its mark."""
    origin: Hint = get_origin(hint)
    if origin is typing.Annotated:
        return bare(get_args(hint)[0])
    if origin in (types.UnionType, typing.Union):
        rest = [each for each in get_args(hint) if each is not type(None)]
        return bare(rest[0]) if len(rest) == 1 else functools.reduce(lambda one, two: one | two, rest)
    return hint


def may_be_none(hint: Hint) -> bool:
    return type(None) in get_args(hint)


def is_one_line(hint: Hint) -> bool:
    """Whether a text has no breaks in it."""
    return any(isinstance(mark, OneLine) for mark in getattr(hint, "__metadata__", ()))


def refers_to(hint: Hint) -> str | None:
    """The list a reference points into, where the type is one."""
    for each in (hint, *get_args(hint)):
        for mark in getattr(each, "__metadata__", ()):
            if isinstance(mark, Refers):
                return mark.to
    return None


def item_of(hint: Hint) -> Hint:
    """The type of a list's items, with its mark, or None where the type is no list."""
    inner = bare(hint)
    return get_args(inner)[0] if is_list(inner) else None


def is_list(hint: Hint) -> bool:
    origin: Hint = get_origin(hint)
    return origin is tuple


def to_plain(value: Plain) -> Plain:
    """Dictionaries, lists, text, numbers and yes-no; every key is written, in the order of the class."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, list | tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: to_plain(item) for key, item in value.items()}
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, dt.time):
        return value.isoformat("minutes")
    if isinstance(value, dt.date):
        return value.isoformat()
    return {key: to_plain(getattr(value, name)) for name, key in _keys(type(value))}


def _keys(cls: type) -> tuple[tuple[str, str], ...]:
    """The fields of a class and their JSON keys."""
    return _known_keys(cls)


@functools.cache
def _known_keys(cls: type) -> tuple[tuple[str, str], ...]:
    return tuple((field.name, json_key(field.name)) for field in fields(cls))


def composed(value: T) -> T:
    """The record as it is stored: every text clean and composed (NFC), every time in whole minutes.

    What Word and old files bring along goes: its line break is a break, or a space in a text of one line; control and
    invisible characters are dropped, the Ð of other alphabets is Đ. Raises `UnicodeEncodeError` where a text holds half
    a character (a lone surrogate), which no file could hold.
    """
    return typing.cast(T, _composed(value))


def _composed(value: Plain) -> Plain:
    if isinstance(value, str):
        return _clean(value)
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, dt.datetime | dt.time):
        return value.replace(second=0, microsecond=0)
    if isinstance(value, tuple | list):
        return type(value)(_composed(item) for item in value)
    if isinstance(value, dict):
        return {_composed(key): _composed(item) for key, item in value.items()}
    if isinstance(value, dt.date):
        return value
    cls = type(value)
    given = {name: _composed(getattr(value, name)) for name, _ in _keys(cls)}
    return cls(**given | {name: _joined(given[name]) for name in _one_lines(cls)})


def _one_lines(cls: type) -> tuple[str, ...]:
    """The fields of a class that hold one line."""
    return _known_one_lines(cls)


@functools.cache
def _known_one_lines(cls: type) -> tuple[str, ...]:
    return tuple(name for name, hint in hints(cls).items() if is_one_line(hint))


def _joined(text: str) -> str:
    return text if text.isprintable() else re.sub(r"[\r\n\t]+", " ", text)


_BREAKS = re.compile("[\v\f\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)
"""What neither a page nor a Word file can hold, what nobody sees, and what turns the direction of reading."""


def _clean(text: str) -> str:
    if text.isprintable():
        if text.isascii():
            return text
    else:
        text = _UNSEEN.sub("", _BREAKS.sub("\n", text))
    text.encode()
    return unicodedata.normalize("NFC", text.replace("\u00d0", "Đ").replace("\u00f0", "đ"))
