"""Reads from TOML the packs of the official form, and the kinds of committee with who signs. May import domain."""

import datetime as dt
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import resources
from desktop.domain.committees import Committees
from desktop.domain.decoding import Decoder, Fault, Read, Unfit, exactly
from desktop.domain.form import FormPack
from desktop.domain.plain import Hint, Plain, bare, item_of
from desktop.domain.refusal import Refusal

T = TypeVar("T")
PACKS = ("hd36", "hd05")
"""In the order of the days from which they hold."""

KINDS: dict[Hint, tuple[Read, str]] = {
    float: (exactly(int, float), "một số"),
    bool: (exactly(bool), "true hoặc false"),
    str: (exactly(str), "văn bản"),
    dt.date: (exactly(dt.date), "ngày dạng YYYY-MM-DD"),
}
_DECODER = Decoder({kind: read for kind, (read, _) in KINDS.items()})


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
    return built(FormPack, _with_base(data))


@cache
def load_committees() -> Committees:
    """Return what is known of the kinds of committee: what they are called, what they have, who signs."""
    folder = Path(str(resources.__file__)).parent
    return built(Committees, tomllib.loads((folder / "committees.toml").read_text(encoding="utf-8")))


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


def built(kind: type[T], data: Plain) -> T:
    try:
        return _DECODER.read(kind, data)
    except Unfit as unfit:
        raise _refusal(unfit.faults[0], data) from unfit


def _refusal(fault: Fault, data: Plain) -> Refusal:
    place = ".".join(str(part + 1) if isinstance(part, int) else part for part in fault.loc)
    if fault.why == "missing":
        return Refusal(f"Mẫu thể thức thiếu mục {place}", field=place)
    if fault.why == "unknown":
        return Refusal(f"Mẫu thể thức không có mục {place}", field=place)
    for part in fault.loc:
        data = data[part]
    said = KINDS[bare(fault.hint)][1] if bare(fault.hint) in KINDS else "một bảng"
    said = "một danh sách" if item_of(fault.hint) is not None else said
    return Refusal(f"Mẫu thể thức sai ở mục {place}: có {data!r}, cần {said}", field=place)
