"""Loads how each content of a regulation is worded, and by whom it is done. May import vi and resources.

The words are data (`resources/regulations/reading_words.toml`); here each of its lines becomes an expression.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from desktop import vi
from desktop.exchange.regulations.propose.cadence import CADENCE
from desktop.exchange.regulations.propose.deadline import DEADLINE
from desktop.exchange.regulations.propose.mentions import Cast
from desktop.exchange.regulations.propose.numbers import NUMBER
from desktop.exchange.regulations.propose.periods import PERIODS
from desktop.exchange.regulations.propose.share import SHARE
from desktop.exchange.regulations.propose.wordings import Wording, wording

FILE, NAMES = "regulations/reading_words.toml", "regulations/content_names.toml"
BODY = "{body}"
NEVER = "(?!)"
"""The expression that nothing meets: a body without members of a name of their own."""
_HOLES = {
    "cadence": CADENCE,
    "cadence-held": rf"(?=(?:[\w/]+ ){{1,5}}(?:hop|sinh hoat|giao ban)\b)(?:{CADENCE})",
    "share": SHARE,
    "deadline": DEADLINE,
    "periods": PERIODS,
    "number": NUMBER,
    "n": NUMBER,
    "periods-here": PERIODS,
    "cadence-here": CADENCE,
    "start": r"^[\s\d.,:'\"()/-]*",
    "end": r"$",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """How one content is found: one word `announced` stands in every sentence that says it.

    `unless` is not met by its part of the sentence, `never` by the whole; `home` is met by the title of the article it
    usually stands in, `under` by it or by the line that a list hangs on, `follows` by it or by what the clause says
    before. What is said under the name of another body (`elsewhere`) is not of this one, unless it is named there too.
    """

    key: str
    name: str
    shape: str
    says: tuple[Wording, ...]
    announced: frozenset[str]
    unless: tuple[Wording, ...] = ()
    never: tuple[Wording, ...] = ()
    needs: tuple[Wording, ...] = ()
    home: tuple[Wording, ...] = ()
    only_home: bool = False
    under: tuple[Wording, ...] = ()
    follows: tuple[Wording, ...] = ()
    elsewhere: tuple[Wording, ...] = ()
    own: tuple[Wording, ...] = ()
    sure: bool = True
    adds: bool = False
    union: bool = False
    options: Mapping[str, Any] = field(default_factory=dict)
    codes: Mapping[str, tuple[Wording, ...]] = field(default_factory=dict)


@cache
def cast_of(own: tuple[str, ...], units: tuple[str, ...]) -> Cast:
    """Who may be named in the text of a committee with those names, in a body above those units."""
    return Cast(_file()["who"], own, units)


@cache
def _file() -> dict[str, Any]:
    return _toml(FILE)


@cache
def names() -> dict[str, str]:
    """What each content is called, by its key; `{body}` in a key stands for each body."""
    return _toml(NAMES)


def called(key: str) -> tuple[str, str]:
    """What a content is called and the body it is of, in words; empty where the names do not tell."""
    for body, words in vi.BODY.items():
        of_each = ".".join(BODY if part == body else part for part in key.split("."))
        if key not in names() and of_each in names():
            return names()[of_each], words
    return names().get(key, ""), ""


def full_name(key: str) -> str:
    """`Ban Thường vụ: số lần họp`; empty where the names do not tell."""
    name, body = called(key)
    return f"{body}: {name}" if body else name


def _toml(path: str) -> dict[str, Any]:
    return tomllib.loads(resources.files("resources").joinpath(*path.split("/")).read_text(encoding="utf-8"))


@cache
def duties() -> tuple[Wording, ...]:
    """The words by which a sentence lays down a duty."""
    return _wordings(_file()["duty"], _HOLES)


@cache
def item_words(cast: Cast) -> tuple[tuple[Wording, ...], dict[str, tuple[Wording, ...]]]:
    """How a list of what is delegated begins, and the words of each matter."""
    holes = _HOLES | cast.holes
    matters = {code: _wordings(lines, holes) for code, lines in _file()["codes"]["items"].items()}
    return _wordings(_file()["items"]["says"], holes), matters


@cache
def contents(cast: Cast) -> tuple[Content, ...]:
    """Every content that can be read, in the order of the file; one that is of each body stands once for each."""
    return tuple(content for data in _file()["content"] for content in _for_each_body(data, cast))


def _for_each_body(data: dict[str, Any], cast: Cast) -> Iterator[Content]:
    if BODY not in data["key"]:
        yield _content(data, data["key"], _HOLES | cast.holes)
        return
    for body in data["bodies"]:
        holes = {"body": cast.listing_with(body), "member": _members(body, cast), "another": cast.others(body)}
        yield _content(data | {"body": body}, data["key"].replace(BODY, body), _HOLES | cast.holes | holes)


def _members(body: str, cast: Cast) -> str:
    """The expression of a list of people among whom the members of a body stand."""
    named = ("bch", "btv", "member-bch", "member-btv")
    return cast.listing_with(f"member-{body}", named) if f"member-{body}" in named else NEVER


def _content(data: Mapping[str, Any], key: str, holes: Mapping[str, str]) -> Content:
    words = _file()["codes"].get(data.get("from", ""), {})
    says = _wordings(data["says"], holes)
    return Content(
        key=key,
        name=full_name(key),
        shape=data["shape"],
        says=says,
        announced=frozenset[str]().union(*(each.rarest for each in says)),
        unless=_wordings(data.get("unless", ()), holes),
        never=_wordings(data.get("never", ()), holes),
        needs=_wordings(data.get("needs", ()), holes),
        home=_wordings(data.get("home", ()), holes),
        only_home=data.get("only_home", False),
        under=_wordings(data.get("under", ()), holes),
        follows=_wordings(data.get("follows", ()), holes),
        elsewhere=_wordings(data.get("elsewhere", ()), holes),
        own=_wordings([BODY] if "body" in data and "elsewhere" in data else (), holes),
        sure=data.get("sure", True),
        adds=data.get("adds", False),
        union=data.get("union", False),
        options=data,
        codes={code: _wordings(lines, holes) for code, lines in words.items()},
    )


def _wordings(lines: Iterable[str], holes: Mapping[str, str]) -> tuple[Wording, ...]:
    return tuple(wording(line, holes) for line in lines)
