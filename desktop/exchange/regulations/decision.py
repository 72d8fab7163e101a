"""Finds the Decision that issues a regulation before it in one file, and its number and days. May import exchange."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from desktop.exchange.regulations import lines
from desktop.exchange.regulations.lines import Place
from desktop.exchange.regulations.words import IssuedBy

T = TypeVar("T")

TITLES = ("QUY CHẾ", "QUY ĐỊNH", "NỘI QUY")
DECISION = "Phần của Quyết định ban hành"
_DECIDES = "QUYẾT ĐỊNH"
_ISSUED_WITH = "kèm theo"


def decision_before(read: Sequence[str]) -> int:
    """How many lines belong to the Decision; 0 where no Decision stands before, or nothing follows it."""
    title = next((at for at, line in enumerate(read) if _is_decision(line)), None)
    if title is None:
        return 0
    firsts = list(_first_articles(read, title))
    if len(firsts) > 1:
        return _beginning(read, firsts[0], firsts[1])
    return _sections_after(read, firsts[0]) if firsts else 0


def _sections_after(read: Sequence[str], decision: int) -> int:
    """Where the title stands of a text without articles; 0 where the Decision's own go on behind it."""
    following = range(decision + 1, len(read))
    titled = (at for at in following if _is_title(read, at))
    capitals = (at for at in following if read[at].isupper() and not lines.is_closing(read[at]))
    start = next(titled, next(capitals, 0))
    return start if start and lines.only_sections(read[start:]) else 0


def issues_another(read: Sequence[str]) -> bool:
    """Whether a text is a Decision that issues a regulation with it."""
    return any(map(_is_decision, read)) and any(_ISSUED_WITH in line.lower() for line in read)


def _is_decision(line: str) -> bool:
    """The title of a Decision stands alone in capitals."""
    return lines.unmarked(line).strip(" :.") == _DECIDES


def _first_articles(read: Sequence[str], start: int) -> Iterator[int]:
    """Where an article 1 begins: of the Decision, then of what it issues."""
    for at in range(start, len(read)):
        found = lines.article(read[at], Place(), after_closed=True)
        if found and found.number == "1" and "Điều 1 " not in f"{found.words} ":
            yield at


def _beginning(read: Sequence[str], decision: int, regulation: int) -> int:
    """The title nearest after the Decision's articles, else the first heading above the regulation's first article."""
    between = range(decision + 1, regulation)
    titled = (at for at in between if _is_title(read, at))
    headed = (at for at in between if lines.heading(read[at], ""))
    return next(titled, next(headed, regulation))


def _is_title(read: Sequence[str], at: int) -> bool:
    """`QUY ĐỊNH CHUNG` under a chapter's number is the chapter's title."""
    before = next((read[above] for above in range(at - 1, -1, -1) if read[above].strip()), "")
    return lines.unmarked(read[at]).startswith(TITLES) and not lines.heading(before, "")


# Its number and days

_HEAD_LINES = 30
_NUMBER = re.compile(r"[Ss]ố:?\s*(\d+\s*[-–/]\s*QĐi?\s*[-–/]\s*[\wĐ]+)")
_DAY = re.compile(r"(?:[Nn]gày\s+)(\d{1,2})\s*(?:tháng|[/.-])\s*(\d{1,2})\s*(?:năm|[/.-])\s*(\d{4})")
_EFFECT = re.compile(r"hiệu lực(?:\s+thi hành)?(?:\s+kể)?\s+từ\s+(ngày\s+ký|ngày\s+\d[^;,]*)")
_ISSUED = re.compile(r"[Bb]an hành\s+(?:kèm\s+)?theo\s+Quyết định\s.*")


def issued_by(before: Sequence[str], preamble: Sequence[str]) -> IssuedBy:
    """What the Decision says of itself, else what the regulation says of it under its title."""
    if not before:
        said = " ".join(preamble)
        found = _ISSUED.search(said)
        return IssuedBy(_first(_number, [found[0]]), _first(_day, [found[0]])) if found else IssuedBy()
    title = next((at for at, line in enumerate(before) if _is_decision(line)), 0)
    day = _first(_day, before[:title])
    return IssuedBy(_first(_number, before[:title]), day, _effect(" ".join(before[title:]), day))


def decision_number(text: str) -> str | None:
    """The number in the head of a Decision, or of the paper itself."""
    head = text.splitlines()[:_HEAD_LINES]
    return _first(_number, head)


def _effect(words: str, day: date | None) -> date | None:
    found = _EFFECT.search(words)
    if found is None:
        return None
    return day if found[1].endswith("ký") else _day(found[1])


def _first(read: Callable[[str], T | None], of: Sequence[str]) -> T | None:
    return next((found for line in of if (found := read(line)) is not None), None)


def _number(line: str) -> str | None:
    found = _NUMBER.search(line)
    return re.sub(r"\s", "", found[1]) if found else None


def _day(line: str) -> date | None:
    found = _DAY.search(line)
    try:
        return date(*map(int, reversed(found.groups()))) if found else None
    except ValueError:
        return None
