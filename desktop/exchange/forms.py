"""Reads from TOML the packs of the official form, and the kinds of committee with who signs. May import domain.

Checked by hand rather than by pydantic, whose import alone takes longer than printing a notice.
"""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import resources
from desktop.domain.form import FormPack
from desktop.domain.refusal import Refusal
from desktop.domain.signing import Committees

PACKS = ("hd36", "hd05")
"""In the order of the days from which they hold."""

KINDS: dict[type, tuple[tuple[type, ...], str]] = {
    float: ((int, float), "một số"),
    bool: ((bool,), "true hoặc false"),
    str: ((str,), "văn bản"),
    dt.date: ((dt.date,), "ngày dạng YYYY-MM-DD"),
}


@cache
def load_forms() -> dict[str, FormPack]:
    """Return every pack that ships, by name."""
    return {name: parse_form(_shipped(name)) for name in PACKS}


def parse_form(text: str) -> FormPack:
    """Return a pack, laid over the one it names as `base`; raises Refusal naming the first wrong figure."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Refusal(f"Tệp mẫu thể thức chưa đúng: {error}") from error
    made: FormPack = built(FormPack, _with_base(data), "")
    return made


@cache
def load_committees() -> Committees:
    """Return the kinds of committee and who signs their papers."""
    folder = Path(str(resources.__file__)).parent
    made: Committees = built(Committees, tomllib.loads((folder / "committees.toml").read_text(encoding="utf-8")), "")
    return made


def _shipped(name: str) -> str:
    folder = Path(str(resources.__file__)).parent
    path = folder / "forms" / f"{name}.toml"
    if not path.is_file():
        raise Refusal(f"Mẫu thể thức sai ở mục base: không có mẫu '{name}'", field="base")
    return path.read_text(encoding="utf-8")


def _with_base(data: dict[str, Any]) -> dict[str, Any]:
    base = data.pop("base", None)
    if base is None:
        return data
    return _laid_over(_with_base(tomllib.loads(_shipped(str(base)))), data)


def _laid_over(under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    both = {
        key: _laid_over(under[key], over[key])
        for key in under.keys() & over.keys()
        if isinstance(over[key], dict) and isinstance(under[key], dict)
    }
    return {**under, **over, **both}


def built(kind: Any, data: object, place: str) -> Any:  # noqa: ANN401 # a type, or what stands for one
    """The data as that type; dataclasses and mappings are gone through, nothing is coerced but whole numbers."""
    if get_origin(kind) is UnionType:
        kind = next(each for each in get_args(kind) if each is not type(None))
    if is_dataclass(kind):
        return _record(kind, _table(data, place), place)
    if get_origin(kind) is tuple:
        if not isinstance(data, list):
            raise Refusal(f"Mẫu thể thức sai ở mục {place}: có {data!r}, cần một danh sách", field=place)
        return tuple(built(get_args(kind)[0], item, f"{place}.{number}") for number, item in enumerate(data, 1))
    if get_origin(kind) is Mapping:
        inner = get_args(kind)[1]
        return {key: built(inner, item, f"{place}.{key}") for key, item in _table(data, place).items()}
    allowed, said = KINDS[kind]
    if not isinstance(data, allowed) or (isinstance(data, bool) and kind is not bool):
        raise Refusal(f"Mẫu thể thức sai ở mục {place}: có {data!r}, cần {said}", field=place)
    return data


def _table(data: object, place: str) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise Refusal(f"Mẫu thể thức sai ở mục {place}: có {data!r}, cần một bảng", field=place)
    return data


def _record(kind: Any, data: dict[str, Any], place: str) -> Any:  # noqa: ANN401 # any dataclass
    hints, known = get_type_hints(kind), {field.name.rstrip("_"): field for field in fields(kind)}
    for key in data.keys() - known.keys():
        raise Refusal(f"Mẫu thể thức không có mục {place}.{key}".replace(" .", " "), field=f"{place}.{key}".strip("."))
    given = {}
    for key, field in known.items():
        inside = f"{place}.{key}".strip(".")
        if key in data:
            given[field.name] = built(hints[field.name], data[key], inside)
        elif field.default is MISSING and field.default_factory is MISSING:
            raise Refusal(f"Mẫu thể thức thiếu mục {inside}", field=inside)
    return kind(**given)
