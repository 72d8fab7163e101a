"""Tells what a line of a regulation is by itself: a heading, the end, a page's number, or words. May import vi.

Regulations come typed, copied from the web or read off a scan, so a heading may be damaged: `Điểu 6`, `Đỉềii 1`,
`1)` for `l)`. What a line means depends on what stood before it, which the caller keeps as a `Place`.
"""

import re
import string
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop import vi
from desktop.exchange.regulations.words import ARTICLE_WORD, CHAPTER, PART, SECTION, SECTION_WORD

BOOKMARK = re.compile(r"\[bookmark:[^\]\n]*\]")

_ARTICLE = re.compile(
    r"^[\W_]*([ĐÐđ][iIỉỈíÍìÌịỊĩĨ][ềỀểỂêÊếẾễỄệỆeE][^\W\d]{0,3}?)"
    r"(?:\s+([\dlIOo]{1,3})|(\d{1,3}))([a-zđ]?)(?!\w)\s*([.:)–-]?)\s*(.*)$"
)
_CHAPTER = re.compile(r"^[\W_]*(?:Chương|CHƯƠNG)(?!\w)(?:\s+([IVXLC]{1,6}|\d{1,2})(?!\w))?[\s.:*–-]*(.*)$")
_PART = re.compile(r"^[\W_]*(?:Phần|PHẦN)\s+((?:[Tt]hứ|THỨ)\s+\w+|[IVXLC]{1,6}(?!\w)|\d{1,2}(?!\w))[\s.:*–-]*(.*)$")
_SECTION = re.compile(r"^[\W_]*(?:Mục|MỤC)\s+([IVXLC]{1,6}|\d{1,2})(?![\w.]\w)[\s.:*–-]*(.*)$")
_ROMAN = re.compile(r"^[\s*_#]*([IVXLC]{1,6})\s?[.)/–-]\s*(.+)$")
_RUNNING = re.compile(
    r"^\s*(?:\d{1,3}|.*\w\.(?:DOCX?|PDF)\b.*|[-–]\s*\d{1,3}\s*[-–]|"
    r"(?i:trang)\s+\d{1,3}(?:\s*/\s*\d{1,3})?|\d{1,3}\s*/\s*\d{1,3})\s*$"
)
_APPENDIX = re.compile(
    r"^[\W_]*(?:PHỤ LỤC(?:\s[^a-zà-ỹ]*)?|Phụ lục(?:\s+(?:số\s*)?(?:\d{1,2}|[IVX]{1,5}|[A-Z]))?[\s.:]*)$"
)
_SIGNED = re.compile(r"^[\W_]*(?:T/M|TM\.?|T\.M\.?|K/T|KT\.)\s+[^a-zà-ỹ]+$")
_CAPITALS = re.compile(r"[A-ZĐÀ-Ỹ]{2,}(?!\w)")
_WORTH = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ARTICLE_WORDS = ("Điều", "ĐIỀU", "điều")
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
    word: str = ARTICLE_WORD


@dataclass(slots=True)
class Place:
    """Where the reading stands: the last article, clause and point read, and how its clauses are marked.

    `nested` is the last number of a series marked in another way within the clause.
    """

    article: int = 0
    clause: int = 0
    point: str = ""
    style: str = ""
    nested: int = 0


def unmarked(line: str) -> str:
    """The line without the signs some extractions leave: stars around bold words, `#` before headings."""
    return line.replace("*", "").strip().lstrip("#").strip()


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
    """The line from which on a text lists its recipients (`Nơi nhận`) or is signed."""
    return unmarked(line).startswith(("Nơi nh", "NƠI NHẬN")) or bool(_SIGNED.match(line))


def is_appendix(line: str) -> bool:
    return bool(_APPENDIX.match(line))


def chapter(line: str) -> Mark | None:
    """A chapter without a number is one only where its title is in capitals; a reference to a chapter is none."""
    match = _CHAPTER.match(line)
    if match is None:
        return None
    number, words = match[1] or "", unmarked(match[2])
    if words[:1].islower() or words[:1] in tuple(",;)") or not (number or not words or words.isupper()):
        return None
    return Mark(CHAPTER, number, words, odd="" if number else "Có chương không ghi số.")


def heading(line: str, last: str) -> Mark | None:
    """What stands above articles: a chapter, a part, a section, or a Roman number that follows the last chapter's."""
    if found := titled_heading(line) or _named(line, SECTION, _SECTION):
        return found
    match = _ROMAN.match(line)
    if match and unmarked(match[2]).isupper() and _counts_on(match[1], last):
        return Mark(CHAPTER, match[1], unmarked(match[2]))
    return None


def _counts_on(roman: str, last: str) -> bool:
    """Whether a Roman number follows the last one; one may be twice or left out."""
    number, before = number_of(roman), number_of(last)
    return roman == vi.roman(number) and max(before, 1) <= number <= before + 1 + bool(before)


def titled_heading(line: str) -> Mark | None:
    """A chapter or a part: what stands above the sections of a text without articles."""
    return chapter(line) or _named(line, PART, _PART)


def _named(line: str, kind: str, pattern: re.Pattern[str]) -> Mark | None:
    match = pattern.match(line)
    if match and _is_title(words := unmarked(match[2]), kind):
        return Mark(kind, match[1], words)
    return None


def only_sections(read: Sequence[str]) -> bool:
    """Whether a text has no article, but sections (`I.`, `Mục 1`)."""
    return not any(map(begins_article, read)) and any(section(line, "") for line in read)


def section(line: str, last: str) -> Mark | None:
    """A section that follows the `last` one, or begins a new series."""
    match = _ROMAN.match(line) or _SECTION.match(line)
    if match is None or number_of(match[1]) not in (1, number_of(last) + 1):
        return None
    words = match[2].strip()
    named_below = not words and _SECTION.match(line)
    if not (named_below or _CAPITALS.match(words) or (words[:1].isupper() and not closed(words))):
        return None
    return Mark("article", match[1], words, word=SECTION_WORD)


def number_of(printed: str) -> int:
    """The number of an article or section; one put in later bears that of the one before with a letter, as `5a`."""
    if set(printed) <= _WORTH.keys():
        worth = [*(_WORTH[letter] for letter in printed), 0]
        return sum(-value if value < after else value for value, after in pairwise(worth))
    return int(printed.rstrip(string.ascii_lowercase + "đ"))


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
    word, apart, joined, letter, stop, words = match.groups()
    digits = apart or joined
    number = int(digits.translate(_LOOKALIKE))
    expected = number == place.article + (0 if letter else 1)
    damaged = not digits.isdigit()
    begins = expected and (after_closed or stop) if not stop or damaged else expected or after_closed
    if not begins or (stop == ")" and not expected) or (not after_closed and words[:1].islower()):
        return None
    if word[0] == "đ" and not (stop and after_closed):
        return None
    read_as = f"Tên điều in “{word} {digits}” được đọc là Điều {number}."
    odd = read_as if damaged or word not in _ARTICLE_WORDS else ""
    return Mark("article", f"{number}{letter}", words.strip(), odd=odd)


def begins_article(line: str) -> bool:
    return article(line, Place(), after_closed=True) is not None
