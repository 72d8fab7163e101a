"""What is wrong with an input: where it stands, of which record, what was found, what was expected; in one line.

Imports `desktop.domain`.
"""

import datetime as dt
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from desktop.domain.decoding import Fault, Loc
from desktop.domain.plain import Hint, Plain, bare, hints, item_of, json_key
from desktop.domain.records import Value

SHOWN = 60
"""How many letters of a found value are shown."""


@dataclass(frozen=True, slots=True)
class Problem:
    """`found` and `expected` are words; nothing found: the key is missing."""

    path: str
    record: str
    found: str
    expected: str

    def line(self) -> str:
        where = f"{self.path or 'Toàn tệp'}" + (f" (bản ghi “{self.record}”)" if self.record else "")
        return f"{where}: {f'có {self.found}' if self.found else 'thiếu'}, cần {self.expected}"


class BadInput(Exception):
    """Raised with every problem of an input; nothing of it was taken over."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems[0].line())
        self.problems = list(problems)

    def line(self) -> str:
        """The first problem and how many further ones there are."""
        more = len(self.problems) - 1
        return self.problems[0].line() + (f"; còn {more} lỗi khác" if more else "")


@dataclass(frozen=True, slots=True)
class Found:
    """A value as a message shows it: one line, shortened, fit for any terminal."""

    value: Plain

    def line(self) -> str:
        if isinstance(self.value, dict):
            return "một đối tượng {…}"
        if isinstance(self.value, list):
            return f"danh sách {len(self.value)} mục"
        if self.value in (float("inf"), float("-inf")):
            return "số quá lớn"
        text = printable(json.dumps(self.value, ensure_ascii=False))
        return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def printable(text: str) -> str:
    """The text on one line, with half characters spelled out."""
    return " ".join(text.encode("utf-8", "backslashreplace").decode().split())


def path_of(loc: Loc) -> str:
    """`people[0].name`."""
    path = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc)
    return printable(path.removeprefix("."))


def loc_of(raw: Plain, path: str) -> Loc:
    """The place a path names; keys with dots in them (`ballot.days`) are known by being there."""
    loc: Loc = ()
    while path:
        here = value_at(raw, loc)
        if isinstance(here, dict) and path in here:
            return (*loc, path)
        first, path = re.fullmatch(r"\[?([^.\[\]]+)\]?\.?(.*)", path, re.DOTALL).groups()  # type: ignore[union-attr]
        loc = (*loc, int(first) if isinstance(here, list) else first)
    return loc


def record_at(raw: Plain, loc: Loc) -> str:
    """The id of the record at that place; of one inside another both, `m1/a1`."""
    ids = []
    for part in loc:
        raw = raw[part] if _has(raw, part) else None
        if isinstance(raw, dict) and isinstance(raw.get("id"), str):
            ids.append(printable(raw["id"])[:SHOWN])
    return "/".join(ids)


def _has(raw: Plain, part: str | int) -> bool:
    if isinstance(part, int):
        return isinstance(raw, list) and part < len(raw)
    return isinstance(raw, dict) and part in raw


def value_at(raw: Plain, loc: Loc) -> Plain:
    for part in loc:
        raw = raw[part] if _has(raw, part) else None
    return raw


def problem_at(raw: Plain, loc: Loc, expected: str) -> Problem:
    """A problem with what stands at that place."""
    loc = _given(raw, loc)
    value = value_at(raw, loc)
    return Problem(path_of(loc), record_at(raw, loc), "" if value is None else Found(value).line(), expected)


def problem_of(raw: Plain, fault: Fault) -> Problem:
    """A problem with what the contract does not have at that place."""
    if fault.why == "unknown":
        keys = ", ".join(map(json_key, hints(fault.hint)))
        return problem_at(raw, fault.loc, f"bỏ khóa này (các khóa được dùng: {keys})")
    return problem_at(raw, fault.loc, expected_of(fault.hint, value_at(raw, _given(raw, fault.loc))))


def _given(raw: Plain, loc: Loc) -> Loc:
    """The place as the input gives it: `date` of a plain day is the day itself."""
    for size in range(len(loc)):
        if isinstance(value_at(raw, loc[:size]), str):
            return loc[:size]
    return loc


_WORDS: dict[Any, str] = {
    str: "văn bản",
    int: "số nguyên từ 0 đến 9007199254740991",
    bool: "true hoặc false",
    dt.date: "ngày dạng YYYY-MM-DD",
    dt.datetime: "ngày giờ dạng YYYY-MM-DDTHH:MM",
    dt.time: "giờ dạng HH:MM",
}


def expected_of(hint: Hint, value: Plain) -> str:
    """What a value of that type looks like, in words."""
    inner = bare(hint)
    if inner == Value:
        return "văn bản, số nguyên, true hoặc false, danh sách văn bản, hay một đối tượng {…}"
    if item_of(hint) is not None:
        return "danh sách […]"
    origin: Hint = get_origin(inner)
    if origin is Literal:
        return f"một trong: {', '.join(get_args(inner))}"
    if inner in (dt.date, dt.datetime) and isinstance(value, str) and re.match(r"\d{4}-\d\d-\d\d", value, re.ASCII):
        return f"{_WORDS[inner]} và có thật trong lịch"
    return _WORDS.get(inner, "một đối tượng {…}")
