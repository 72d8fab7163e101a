"""Loads how each content of a regulation is worded, and by whom it is done. May import resources.

The words are data (`resources/regulations/reading_words.toml`); here each of its lines becomes an expression.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from desktop.exchange.regulations.propose.cadence import CADENCE
from desktop.exchange.regulations.propose.deadline import DEADLINE
from desktop.exchange.regulations.propose.fold import fold
from desktop.exchange.regulations.propose.mentions import SIGNS, Cast
from desktop.exchange.regulations.propose.numbers import NUMBER
from desktop.exchange.regulations.propose.pattern import pattern
from desktop.exchange.regulations.propose.periods import PERIODS
from desktop.exchange.regulations.propose.share import SHARE

FILE = "regulations/reading_words.toml"
BODY = "{body}"
_HOLES = {
    "cadence": f"(?P<value>{CADENCE})",
    "share": f"(?P<value>{SHARE})",
    "deadline": f"(?P<value>{DEADLINE})",
    "periods": f"(?P<value>{PERIODS})",
    "number": f"(?P<value>{NUMBER})",
    "n": NUMBER,
    "periods-here": PERIODS,
    "cadence-here": CADENCE,
    "here": "(?P<value>[^;]{1,240})",
    "bracket": "(?P<value>[^;)]{1,160})",
    "start": r"^[\s\W\d]*",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One wording; `needed` are the words and characters without which it cannot be met."""

    expression: re.Pattern[str]
    needed: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """How one content is found. `home` is met by the title of the article it usually stands in."""

    key: str
    name: str
    shape: str
    lines: tuple[Line, ...]
    unless: re.Pattern[str] | None = None
    needs: re.Pattern[str] | None = None
    home: re.Pattern[str] | None = None
    only_home: bool = False
    sure: bool = True
    options: Mapping[str, Any] = field(default_factory=dict)
    codes: Mapping[str, re.Pattern[str]] = field(default_factory=dict)


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(resources.files("resources").joinpath(*FILE.split("/")).read_text(encoding="utf-8"))


def who() -> dict[str, list[str]]:
    return dict(_file()["who"])


def duties() -> re.Pattern[str]:
    """The words by which a sentence lays down a duty."""
    return _any(_file()["duty"], _HOLES)


def contents(cast: Cast) -> list[Content]:
    """Every content that can be read, in the order of the file; one that is of each body stands once for each."""
    return [content for data in _file()["content"] for content in _for_each_body(data, cast)]


def _for_each_body(data: Mapping[str, Any], cast: Cast) -> Iterator[Content]:
    if BODY not in data["key"]:
        yield _content(data, data["key"], _HOLES | cast.holes)
        return
    for body in data["bodies"]:
        holes = {"body": cast.listing(body), "member": cast.holes.get(f"member-{body}", cast.holes["member-bch"])}
        yield _content(data | {"body": body}, data["key"].replace(BODY, body), _HOLES | cast.holes | holes)


def _content(data: Mapping[str, Any], key: str, holes: Mapping[str, str]) -> Content:
    words = _file()["codes"].get(data.get("from", ""), {})
    return Content(
        key=key,
        name=data["name"],
        shape=data["shape"],
        lines=tuple(_line(each, holes) for each in data["says"]),
        unless=_any(data["unless"], holes) if "unless" in data else None,
        needs=_any(data["needs"], holes) if "needs" in data else None,
        home=_any(data["home"], holes) if "home" in data else None,
        only_home=data.get("only_home", False),
        sure=data.get("sure", True),
        options=data,
        codes={code: _any(lines, holes) for code, lines in words.items()},
    )


def _any(lines: list[str], holes: Mapping[str, str]) -> re.Pattern[str]:
    made = (re.sub(r"\?P<\w+>", "?:", pattern(line, holes)) for line in lines)
    return re.compile("|".join(f"(?:{line})" for line in made))


def _line(line: str, holes: Mapping[str, str]) -> Line:
    plain = re.sub(r"\{[^}]*\}|\[[^\]]*\]|\([^)]*\)|[…~]", " ", line)
    signs = {holes[name][0] for name in re.findall(r"(?<![\[|(])\{([\w-]+)\}(?![|\])])", line) if holes[name][0] in SIGNS}
    return Line(re.compile(pattern(line, holes)), frozenset(re.findall(r"\w+", fold(plain))) | signs)
