"""Reads a paper that amends a regulation: what it puts in the place of which words. May import domain and exchange.

`Sửa đổi khoản 2 Điều 5 như sau: “2. …”`, `Bổ sung khoản 4 vào sau khoản 3 Điều 7 như sau: …`, `Bãi bỏ điểm c khoản 1
Điều 9`, `Thay cụm từ “…” bằng cụm từ “…” tại Điều 3`. What is worded otherwise is handed back unread.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from desktop.domain.findings import Clause
from desktop.exchange.regulations.text import seen

Act = Literal["change", "add", "drop", "words", "unread"]

_MARK = re.compile(r"^(?:Điều\s+\d+\s*[.:]|\d+\s*[.)/]|[a-zđ]\)|[-–+])\s*")
_VERB = re.compile(r"(Sửa đổi(?:, bổ sung| và bổ sung)?|Bổ sung|Bãi bỏ|Huỷ bỏ|Hủy bỏ|Bỏ|Thay(?: thế)?)\s+(.*)", re.S)
_ACTS: tuple[tuple[str, Act], ...] = (("Sửa", "change"), ("Bổ", "add"), ("Thay", "words"))
_BODY = re.compile(r"\s*(?:như sau|thành|là)\s*:\s*")
_PHRASE = r"(?:cụm từ|từ)\s*[“\"]([^”\"]*)[”\"]"
_WORDS = re.compile(rf"{_PHRASE}(?:\s+(?:bằng|thành)\s+{_PHRASE})?(.*)", re.S)
_BEHIND = re.compile(rf"{_PHRASE}\s+(?:vào\s+)?(?:ngay\s+)?sau\s+{_PHRASE}(.*)", re.S)
_PART = re.compile(r"\b(điểm|khoản|Điều|điều)\s+(\d+[a-zđ]?|[a-zđ])\b")
_MANY = re.compile(r"\b(?:các\s+)?(điểm|khoản|điều)\s+((?:\w{1,3}\s*(?:,|và)\s*)+\w{1,3})\b", re.I)
_AFTER = re.compile(r"\b(?:vào\s+)?(?:sau|tiếp theo)\b")
_ENDS = re.compile(r"^(?:Điều\s+\d+|Nơi nhận|T/M|K/T|T/L)\b")
_NAMES = re.compile(r"\b(?:[Đđ]iều \d+|khoản|điểm|cụm từ|Chương|Mục|Phụ lục)\b")
_OPEN, _SHUT = '“"', '”"'
_AMENDS = re.compile(r"sửa đổi|bổ sung", re.IGNORECASE)


@dataclass(slots=True)
class Instruction:
    """`body` are the lines put there; `old` and `new` the words exchanged, at every place where none is named.

    `unread` is one worded in a way that is not known.
    """

    act: Act
    said: str
    at: tuple[Clause, ...] = ()
    after: Clause | None = None
    body: list[str] = field(default_factory=list)
    old: str = ""
    new: str = ""


def instructions(text: str) -> tuple[Instruction, ...]:
    """Those of a paper that amends; none of a regulation that stands for itself."""
    lines = [line.strip() for line in seen(text).splitlines()]
    begin = next((at for at, line in enumerate(lines) if _begun(line)), None)
    if begin is None or not any(_AMENDS.search(line) for line in lines[:begin]):
        return ()
    return tuple(_read(lines[begin:]))


def _read(lines: Sequence[str]) -> Iterator[Instruction]:
    held: Instruction | None = None
    quoted = False
    for line in filter(None, lines):
        begun = None if quoted else _begun(line)
        if begun:
            if held:
                yield held
            held, quoted = begun, _is_open(begun)
        elif held and (quoted or _goes_on(held, line)):
            quoted = quoted or line[0] in _OPEN
            held.body.append(line)
            quoted = quoted and not _is_shut(line)
        elif held:
            yield held
            held = None
    if held:
        yield held


def _begun(line: str) -> Instruction | None:
    """The instruction a line begins with, with what of its body stands on the line."""
    said = _MARK.sub("", line)
    found = _VERB.match(said)
    if found is None or "một số" in found[2][:8] or not _NAMES.search(found[2]):
        return None
    act: Act = next((act for verb, act in _ACTS if found[1].startswith(verb)), "drop")
    if "cụm từ" in found[2]:
        return _of_words(said, found[2], act)
    where, *body = _BODY.split(found[2], maxsplit=1)
    at, after = _places(where, adding=act == "add")
    readable = at and act != "words" and (body or act == "drop")
    return Instruction(act if readable else "unread", said, at, after, [line for line in body if line])


def _of_words(said: str, rest: str, act: Act) -> Instruction:
    found = (_BEHIND if act == "add" else _WORDS).search(rest)
    if found is None:
        return Instruction("unread", said)
    at, _ = _places(found[3], adding=False)
    if act == "add":
        return Instruction("words", said, at, old=found[2], new=f"{found[2]} {found[1]}")
    return Instruction("words", said, at, old=found[1], new=found[2] or "")


def _is_open(held: Instruction) -> bool:
    return bool(held.body) and held.body[0][0] in _OPEN and not _is_shut(held.body[0])


def _is_shut(line: str) -> bool:
    return line.rstrip(" .;,")[-1:] in _SHUT and len(line.strip()) > 1


def _goes_on(held: Instruction, line: str) -> bool:
    """Whether a line without quotation marks is of the body: until the paper's own next article."""
    closed = held.body and held.body[0][0] in _OPEN and _is_shut(held.body[-1])
    if held.act not in ("change", "add") or not held.at or closed:
        return False
    article = not (held.at[0].clause or held.at[0].point)
    first = article and not held.body and line.startswith(held.at[0].article)
    return first or line[0] in _OPEN or not _ENDS.match(line)


# Where


def _places(words: str, *, adding: bool) -> tuple[tuple[Clause, ...], Clause | None]:
    """`khoản 2 và khoản 3 Điều 5`; of what is added, what it stands behind too."""
    if not adding:
        return tuple(_clauses(words)), None
    first, *behind = _AFTER.split(words, maxsplit=1)
    held = list(_clauses(behind[0])) if behind else []
    article = next(iter(held), None)
    found = list(_clauses(first, article.article if article else "", article.clause if article else None))
    return tuple(found), article


def _clauses(words: str, article: str = "", clause: str | None = None) -> Iterator[Clause]:
    """Each place, what stands in an article before its article; `article` where only that after it was named."""
    waiting: list[tuple[str | None, str | None]] = []
    for kind, number in _PART.findall(_MANY.sub(_each, words)):
        if kind == "điểm":
            waiting.append((f"điểm {number}", None))
        elif kind == "khoản":
            if all(held for _, held in waiting):
                waiting.append((None, None))
            waiting = [(point, held or f"khoản {number}") for point, held in waiting]
        else:
            yield from _of_article(f"Điều {number}", waiting)
            waiting = []
    if waiting and article:
        yield from _of_article(article, [(point, held or (clause if point else None)) for point, held in waiting])


def _of_article(article: str, waiting: Sequence[tuple[str | None, str | None]]) -> Iterator[Clause]:
    for point, clause in waiting or ((None, None),):
        yield Clause(article=article, clause=clause, point=point)


def _each(found: re.Match[str]) -> str:
    """`khoản 1, 2 và 3` with the word before each number."""
    numbers = re.findall(r"\b(\d+[a-zđ]?|[a-zđ])\b", re.sub(r"\bvà\b", ",", found[2]))
    return ", ".join(f"{found[1]} {number}" for number in numbers)
