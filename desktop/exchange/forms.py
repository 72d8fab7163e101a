"""Reads the packs of the official form from TOML. May import domain and pydantic."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from pydantic import TypeAdapter, ValidationError

from desktop.domain.form import FormPack
from desktop.domain.refusal import Refusal

PACKS = ("hd36", "hd05")
"""In the order of the days from which they hold."""


@cache
def load_forms() -> dict[str, FormPack]:
    """Return every pack that ships, by name."""
    return {name: parse_form(_shipped(name)) for name in PACKS}


def parse_form(text: str) -> FormPack:
    """Return a pack, laid over the one it names as `base`; raises Refusal naming the first wrong figure."""
    try:
        return TypeAdapter(FormPack).validate_python(_renamed(_with_base(tomllib.loads(text))), extra="forbid")
    except tomllib.TOMLDecodeError as error:
        raise Refusal(f"Tệp mẫu thể thức viết sai: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise Refusal(
            f"Mẫu thể thức sai ở mục {place}: giá trị {first['input']!r} không dùng được", field=place
        ) from error


def _shipped(name: str) -> str:
    return resources.files("resources").joinpath("forms", f"{name}.toml").read_text(encoding="utf-8")


def _with_base(data: dict[str, Any]) -> dict[str, Any]:
    base = data.pop("base", None)
    if base is None:
        return data
    under = _with_base(tomllib.loads(_shipped(base)))
    return _laid_over(under, data)


def _laid_over(under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    both = {key: _laid_over(under[key], over[key]) for key in under.keys() & over.keys() if isinstance(over[key], dict)}
    return {**under, **over, **both}


def _renamed(data: dict[str, Any]) -> dict[str, Any]:
    return {"from_" if key == "from" else key: value for key, value in data.items()}
