"""Records built from TOML tables, as the sample offices keep them; standard library and `desktop.domain` only.

TOML has no null, so an empty text stands for it wherever a field may be empty.
"""

import datetime as dt
import tomllib
from collections.abc import Hashable, Mapping
from dataclasses import is_dataclass
from functools import cache
from importlib.resources import files
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from desktop import vi

T = TypeVar("T")
Table = Mapping[str, Any]
_KEYWORDS = ("from", "with")


@cache
def table(name: str) -> dict[str, Any]:
    """Read one file of `resources/sample`."""
    return tomllib.loads((files("resources") / "sample" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def _hints(cls: Hashable) -> dict[str, Any]:
    return get_type_hints(cls)


def build(cls: type[T], raw: Table) -> T:
    """Make a record of its table; keys that are not fields of the record are left out."""
    hints = _hints(cast(Hashable, cls))
    named = {f"{key}_" if key in _KEYWORDS else key: value for key, value in raw.items()}
    return cls(**{key: _value(hints[key], value) for key, value in named.items() if key in hints})


def _value(hint: Any, value: Any) -> Any:  # noqa: ANN401 - what a type hint is and what TOML holds
    if get_origin(hint) in (UnionType, Union):
        kinds = get_args(hint)
        return None if value == "" and type(None) in kinds else _value(kinds[0], value)
    if get_origin(hint) is tuple:
        return tuple(_value(get_args(hint)[0], part) for part in value)
    if is_dataclass(hint) and isinstance(hint, type):
        return build(hint, value)
    return value


def words_of(day: dt.date) -> dict[str, str | int]:
    """What titles may say of the day they stand on: its month, week, quarter and year, and the next ones."""
    week, after = day.isocalendar().week, (day + dt.timedelta(weeks=1)).isocalendar().week
    quarter = ("I", "II", "III", "IV")[(day.month - 1) // 3]
    return {
        "ngay": f"{vi.day(day)}",
        "thang": day.month,
        "sau": day.month % 12 + 1,
        "tuan": week,
        "tuan_sau": after,
        "quy": quarter,
        "nam": day.year,
    }
