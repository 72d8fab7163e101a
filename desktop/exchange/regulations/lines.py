"""Tells what each line of an office's own regulation is: chapter, article, clause, point, or words. May import vi.

Regulations come typed, copied from the web or read off a scan, so a heading may be damaged: `Điểu 6`, `Đỉềii 1`,
`1)` for `l)`. What a line means depends on what stood before it, which the caller keeps as a `Place`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop import vi
from desktop.exchange.regulations.words import CHAPTER, PART, SECTION

BOOKMARK = re.compile(r"\[bookmark:[^\]\n]*\]")
POINTS = "abcdđeghiklmnopqrstuvxy"
"""The letters of points in their Vietnamese order."""

_ARTICLE = re.compile(
    r"^[\W_]*([ĐÐ][iIỉỈíÍìÌịỊĩĨ][ềỀểỂêÊếẾễỄệỆeE]\w{0,3})\s+([\dlIOo]{1,3})([a-zđ]?)(?!\w)\s*([.:)–-]?)\s*(.*)$"
)
_CHAPTER = re.compile(r"^[\W_]*(?:Chương|CHƯƠNG)(?!\w)(?:\s+([IVXLC]{1,6}|\d{1,2})(?!\w))?[\s.:*–-]*(.*)$")
_PART = re.compile(r"^[\W_]*(?:Phần|PHẦN)\s+((?:[Tt]hứ|THỨ)\s+\w+|[IVXLC]{1,6}(?!\w)|\d{1,2}(?!\w))[\s.:*–-]*(.*)$")
_SECTION = re.compile(r"^[\W_]*(?:Mục|MỤC)\s+([IVXLC]{1,6}|\d{1,2})(?![\w.]\w)[\s.:*–-]*(.*)$")
_ROMAN = re.compile(r"^[\s*_]*([IVXLC]{1,6})\s?[.)/–-]\s*(.+)$")
_CLAUSE = re.compile(
    r"^(\d{1,2})\s?([.)/])\s*(.+)$|^(\d{1,2})\s?([-–])(?:\s+(.+)|(\w[\Wa-zà-ỹđ].*))$|^\((\d{1,2})(\))\s*(.+)$"
)
_BARE_CLAUSE = re.compile(r"^(\d{1,2})\s+(\D.*)$")
_ALONE = re.compile(r"^\(?(\d{1,2})[.)/–-]?$")
_SUB = re.compile(r"^((\d{1,2})(?:\.\d{1,2})+)[.)]?\s+(.+)$")
_POINT = re.compile(r"^([a-zđ])\s?([).]|[/–-])\s+(.+)$")
_RUNNING = re.compile(
    r"^\s*(?:\d{1,3}|.*\w\.(?:DOCX?|PDF)\b.*|[-–]\s*\d{1,3}\s*[-–]|(?i:trang)\s+\d{1,3}(?:\s*/\s*\d{1,3})?)\s*$"
)
_ENDS = tuple(".:;!?…")
_LOOKALIKE = str.maketrans({"l": "1", "I": "1", "O": "0", "o": "0"})


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line begins. `words` is the rest of the line; `odd` says in Vietnamese what was damaged in the mark."""

    kind: str
    number: str
    words: str
    mark: str = ""
    odd: str = ""
    style: str = ""


@dataclass(slots=True)
class Place:
    """Where the reading stands: the last article, clause and point read, and how its clauses are marked."""

    article: int = 0
    clause: int = 0
    point: str = ""
    style: str = ""


def unmarked(line: str) -> str:
    """The line without the stars that some extractions leave around bold and italic words."""
    return line.replace("*", "").strip()


def closed(line: str) -> bool:
    """Whether a line ends its sentence, so that the next one begins another paragraph."""
    return unmarked(line).endswith(_ENDS)


def is_running(line: str) -> bool:
    """A page number, or the file name a scan printed at the head of its pages."""
    if not _RUNNING.match(line):
        return False
    return line.strip().lower().startswith("trang") or not any(letter.islower() for letter in line)


def is_noise(line: str) -> bool:
    return not any(letter.isalnum() for letter in line) and not set(line) <= set("-–—_ ")


def is_closing(line: str) -> bool:
    """The line from which on a text lists its recipients (`Nơi nhận`)."""
    return unmarked(line).startswith("Nơi nh")


def chapter(line: str) -> Mark | None:
    """A chapter without a number is one only where its title is in capitals; a reference to a chapter is none."""
    match = _CHAPTER.match(line)
    if match is None:
        return None
    number, words = match[1] or "", unmarked(match[2])
    if words[:1].islower() or words[:1] in tuple(",;)") or not (number or not words or words.isupper()):
        return None
    return Mark(CHAPTER, number, words, odd="" if number else "Có chương không ghi số.")


def heading(line: str, chapters: Sequence[str]) -> Mark | None:
    """What stands above articles: a chapter, a part, a section, or a Roman number that follows those before it."""
    if found := chapter(line):
        return found
    for kind, pattern in ((PART, _PART), (SECTION, _SECTION)):
        match = pattern.match(line)
        if match and _is_title(words := unmarked(match[2]), kind):
            return Mark(kind, match[1], words)
    match = _ROMAN.match(line)
    if match and unmarked(match[2]).isupper() and match[1] == vi.roman(len(chapters) + 1):
        return Mark(CHAPTER, match[1], unmarked(match[2]))
    return None


def _is_title(words: str, kind: str) -> bool:
    """A reference in a wrapped line goes on in small letters; a section's name stands below it or in capitals."""
    if words[:1].islower() or words[:1] in tuple(",;)"):
        return False
    return kind == PART or not words or words.isupper()


def article(line: str, place: Place, *, after_closed: bool) -> Mark | None:
    """A heading has a stop after its number, or is the article expected next; a reference in a wrapped line is none."""
    match = _ARTICLE.match(line)
    if match is None:
        return None
    word, digits, letter, stop, words = match.groups()
    number = int(digits.translate(_LOOKALIKE))
    expected = number == place.article + (0 if letter else 1)
    damaged = not digits.isdigit()
    begins = expected and (after_closed or stop) if not stop or damaged else expected or after_closed
    if not begins or (stop == ")" and not expected):
        return None
    read_as = f"Tên điều in “{word} {digits}” được đọc là Điều {number}."
    odd = read_as if damaged or word not in ("Điều", "ĐIỀU") else ""
    return Mark("article", f"{number}{letter}", unmarked(words), odd=odd)


def inner(line: str, place: Place) -> Mark | None:
    """The clause or point a line begins within an article, if it begins one."""
    text = line.strip()
    return _scanned_l(text, place) or _sub(text, place) or _clause(text, place) or _point(text, place)


def _scanned_l(text: str, place: Place) -> Mark | None:
    match = _CLAUSE.match(text)
    if match is None or place.point != "k" or match[1] != "1" or match[2] != ")":
        return None
    return Mark("point", "l", match[3], mark="1)", odd="điểm in “1)” sau điểm k được đọc là điểm l.")


def _sub(text: str, place: Place) -> Mark | None:
    match = _SUB.match(text)
    if match is None or int(match[2]) != place.clause:
        return None
    return Mark("point", match[1], match[3], mark=text[: match.start(3)].strip())


def _clause(text: str, place: Place) -> Mark | None:
    match = _CLAUSE.match(text)
    if match is not None:
        number, sign, words = _parts(match)
        style = _style(text, sign)
        alike = not place.clause or place.style == style
        if alike and _may_follow(number, place) and not words[0].isdigit():
            return Mark("clause", str(number), words, mark=text[: -len(words)].strip(), style=style)
    bare = _BARE_CLAUSE.match(text)
    if bare is None or not place.clause or int(bare[1]) != place.clause + 1 or not bare[2][0].isupper():
        return None
    return Mark("clause", bare[1], bare[2], bare[1], f"khoản {bare[1]} thiếu dấu chấm sau số.", place.style)


def _parts(match: re.Match[str]) -> tuple[int, str, str]:
    number, sign, *words = (group for group in match.groups() if group)
    return int(number), sign, words[0]


def _style(text: str, sign: str) -> str:
    """How a clause is marked: `(1)` and `1-` are series of their own, `1.`, `1)` and `1/` stand for each other."""
    return "()" if text.startswith("(") else "-" if sign in "-–" else "."


def marked_otherwise(line: str, place: Place) -> str:
    """The mark of a line that would be the next clause were its article's clauses marked like it; else empty."""
    match = _CLAUSE.match(line.strip())
    if match is None:
        return ""
    number, sign, words = _parts(match)
    other = _style(line.strip(), sign) != place.style
    return line.strip()[: -len(words)].strip() if other and place.clause and number == place.clause + 1 else ""


def alone(text: str) -> int:
    """The number of a line that holds nothing else; 0 where it holds more."""
    match = _ALONE.match(text.strip())
    return int(match[1]) if match else 0


def _may_follow(number: int, place: Place) -> bool:
    """The next clause, one after a short gap, or the first of a new series."""
    return number == 1 or place.clause < number <= place.clause + 3


def _point(text: str, place: Place) -> Mark | None:
    match = _POINT.match(text)
    if match is None or (match[2] in "/-–" and match[1] not in ("a", expected_point(place.point))):
        return None
    return Mark("point", match[1], match[3], mark=text[: match.start(3)].strip())


def expected_point(last: str) -> str:
    """The letter that comes after a point; `a` at the beginning, nothing after `y`."""
    return POINTS[POINTS.find(last) + 1 : POINTS.find(last) + 2] if last else "a"
