"""The words by which lists from Excel are read, from `lists.toml`. Standard library and resources only."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def words(*path: str) -> Any:  # noqa: ANN401 - a table or a list of the file
    found = _file()
    for key in path:
        found = found[key]
    return found


@cache
def _file() -> Any:  # noqa: ANN401 - as above
    return tomllib.loads(resources.files("resources").joinpath("lists.toml").read_text(encoding="utf-8"))
