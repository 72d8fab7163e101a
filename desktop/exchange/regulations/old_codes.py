"""Turns text typed in TCVN3 (ABC) or VNI into Unicode. Standard library and resources (`old_codes.toml`) only.

A line that already holds letters only Unicode has is left as it is: a file may mix both.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from typing import Any

_DATA: dict[str, Any] = tomllib.loads(resources.files("resources").joinpath("old_codes.toml").read_text("utf-8"))
_COMMON = frozenset(_DATA["common"])
_FEWEST = 2
"""So many common words must appear before a text counts as read."""
_NEAR = 8
"""So many words away another one may still tell whether a word is in capitals."""
_MODERN = re.compile("[ăđơưĩũĂĐƠƯĨŨạ-ỹẠ-Ỹ\u0300\u0301\u0303\u0309\u0323]")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Code:
    """`letters` gives for what stands in the file the letter it means."""

    name: str
    letters: dict[str, str]
    capitals: bool

    @cached_property
    def _written(self) -> re.Pattern[str]:
        longest_first = sorted(self.letters, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, longest_first)))

    def converted(self, text: str) -> str:
        return "".join(map(self._line, text.splitlines(keepends=True)))

    def _line(self, line: str) -> str:
        if line.isascii() or _MODERN.search(line):
            return line
        return self._letters(line) if self.capitals else _capitals(line, self._letters(line))

    def _letters(self, line: str) -> str:
        return self._written.sub(lambda found: self.letters[found[0]], line)


def _code(data: dict[str, Any]) -> Code:
    letters = dict(zip(data["codes"].split(), data["letters"].split(), strict=True))
    capitals = {code.upper(): letter.upper() for code, letter in letters.items()} if data["capitals"] else {}
    mixed = {code[0] + code[1:].lower(): letter for code, letter in capitals.items()}
    return Code(data["name"], {**mixed, **capitals, **letters}, data["capitals"])


CODES = {key: _code(_DATA[key]) for key in ("tcvn3", "vni")}


def said(code: str) -> tuple[str, ...]:
    """What is odd in a text that was in a code."""
    return (f"Chữ gõ theo bảng mã {code} đã được chuyển sang Unicode.",) if code else ()


def from_old_code(text: str) -> tuple[str, str]:
    """The text in Unicode, and the name of the code it was in; empty where it was in none."""
    read = [(text, ""), *((code.converted(text), code.name) for code in CODES.values())]
    return _best(read) or (text, "")


def from_bytes(data: bytes) -> tuple[str, str] | None:
    """The same for a file that is no Unicode, Windows 1258 besides; None where no reading is clearly the best."""
    return _best(list(_readings(data)))


def _readings(data: bytes) -> Iterator[tuple[str, str]]:
    if (latin := _decoded(data, "cp1252")) is not None:
        yield from ((code.converted(latin), code.name) for code in CODES.values())
    if (windows := _decoded(data, "cp1258")) is not None:
        yield unicodedata.normalize("NFC", windows), "Windows 1258"


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _best(read: Sequence[tuple[str, str]]) -> tuple[str, str] | None:
    """The reading with twice as many common words as any other."""
    scored = sorted(((_common_words(text), -at) for at, (text, _) in enumerate(read)), reverse=True)
    if not scored or scored[0][0] < max(_FEWEST, *(2 * words for words, _ in scored[1:2])):
        return None
    return read[-scored[0][1]]


def _common_words(text: str) -> int:
    return sum(word.lower() in _COMMON for word in _WORD.findall(text))


# The capitals TCVN3 lacks


def _capitals(typed: str, line: str) -> str:
    """The line with its letters in capitals in words typed in capitals."""
    words = list(_WORD.finditer(line))
    cases = [_case(typed[word.start() : word.end()]) for word in words]
    raised = (at for at in range(len(words)) if _case_near(cases, at) == "upper")
    letters = list(line)
    for word in (words[at] for at in raised):
        letters[word.start() : word.end()] = word[0].upper()
    return "".join(letters)


def _case(typed: str) -> str:
    """Whether a word is in capitals, by the letters that have them; one letter alone does not tell."""
    plain = [letter for letter in typed if letter.isascii() and letter.isalpha()]
    if any(letter.islower() for letter in plain):
        return "lower"
    return "upper" if len(plain) > 1 else ""


def _case_near(cases: Sequence[str], at: int) -> str:
    """The case of a word, else of the nearest word that tells, the one behind it first."""
    near = (at, *(place for far in range(1, _NEAR) for place in (at + far, at - far)))
    return next((cases[place] for place in near if 0 <= place < len(cases) and cases[place]), "")
