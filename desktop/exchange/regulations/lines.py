"""Tells what each line of an office's own regulation is: chapter, article, clause, point, or words. May import vi.

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
POINTS = "abcdđeghiklmnopqrstuvxy"
"""The letters of points in their Vietnamese order."""

_ARTICLE = re.compile(
    r"^[\W_]*([ĐÐđ][iIỉỈíÍìÌịỊĩĨ][ềỀểỂêÊếẾễỄệỆeE][^\W\d]{0,3}?)(?:\s+([\dlIOo]{1,3})|(\d{1,3}))([a-zđ]?)(?!\w)\s*([.:)–-]?)\s*(.*)$"
)
_CHAPTER = re.compile(r"^[\W_]*(?:Chương|CHƯƠNG)(?!\w)(?:\s+([IVXLC]{1,6}|\d{1,2})(?!\w))?[\s.:*–-]*(.*)$")
_PART = re.compile(r"^[\W_]*(?:Phần|PHẦN)\s+((?:[Tt]hứ|THỨ)\s+\w+|[IVXLC]{1,6}(?!\w)|\d{1,2}(?!\w))[\s.:*–-]*(.*)$")
_SECTION = re.compile(r"^[\W_]*(?:Mục|MỤC)\s+([IVXLC]{1,6}|\d{1,2})(?![\w.]\w)[\s.:*–-]*(.*)$")
_ROMAN = re.compile(r"^[\s*_#]*([IVXLC]{1,6})\s?[.)/–-]\s*(.+)$")
_CLAUSE = re.compile(
    r"^(\d{1,2})\s?([.)/])\s*(.+)$|^(\d{1,2})\s?([-–])(?:\s+(.+)|(\w[\Wa-zà-ỹđ].*))$|^\((\d{1,2})(\))\s*(.+)$"
)
_NAMED_CLAUSE = re.compile(r"^(?:Khoản|KHOẢN)\s+(\d{1,2})\s?[.:)–-]\s*(.+)$")
_BARE_CLAUSE = re.compile(r"^(\d{1,2})\s+(\D.*)$")
_ALONE = re.compile(r"^(?:Khoản\s+|\()?(\d{1,2})[.:)/–-]?$")
_SUB = re.compile(r"^((\d{1,2})(?:\.(\d{1,2}))+)[.)]?\s+(.+)$")
_POINT = re.compile(r"^\(?([a-zđ])\s?(?:(\))\s*|(\.)\s+|([/–-])(?:\s+|(?=[A-ZĐÀ-Ỹ])))(.+)$")
_RUNNING = re.compile(
    r"^\s*(?:\d{1,3}|.*\w\.(?:DOCX?|PDF)\b.*|[-–]\s*\d{1,3}\s*[-–]|(?i:trang)\s+\d{1,3}(?:\s*/\s*\d{1,3})?|\d{1,3}\s*/\s*\d{1,3})\s*$"
)
_APPENDIX = re.compile(
    r"^[\W_]*(?:PHỤ LỤC(?:\s[^a-zà-ỹ]*)?|Phụ lục(?:\s+(?:số\s*)?(?:\d{1,2}|[IVX]{1,5}|[A-Z]))?[\s.:]*)$"
)
_SIGNED = re.compile(r"^[\W_]*(?:T/M|TM\.?|T\.M\.?|K/T|KT\.)\s+[^a-zà-ỹ]+$")
_CAPITALS = re.compile(r"[A-ZĐÀ-Ỹ]{2,}(?!\w)")
_WORTH = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ARTICLE_WORDS = ("Điều", "ĐIỀU", "điều")
_SLIP = 2
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
    """Where the reading stands: the last article, clause and point read, and how its clauses are marked."""

    article: int = 0
    clause: int = 0
    point: str = ""
    style: str = ""


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
    if not begins or (stop == ")" and not expected) or (word[0] == "đ" and not (stop and after_closed)):
        return None
    read_as = f"Tên điều in “{word} {digits}” được đọc là Điều {number}."
    odd = read_as if damaged or word not in _ARTICLE_WORDS else ""
    return Mark("article", f"{number}{letter}", words.strip(), odd=odd)


def is_numbered(line: str) -> bool:
    """Whether a line by itself looks like a heading or a clause."""
    return bool(titled_heading(line) or begins_article(line) or _clause(line.strip(), Place()))


def begins_article(line: str) -> bool:
    return article(line, Place(), after_closed=True) is not None


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
    if match is None:
        return None
    mark, words = text[: match.start(4)].strip(), match[4]
    if int(match[2]) == place.clause and place.style != "n.n":
        return Mark("point", match[1], words, mark=mark)
    of_article = match[1] == f"{place.article}.{place.clause + 1}" and place.style in ("", "n.n")
    return Mark("clause", match[3], words, mark=mark, style="n.n") if of_article else None


def _clause(text: str, place: Place) -> Mark | None:
    if named := _NAMED_CLAUSE.match(text):
        follows = _may_follow(int(named[1]), place) and place.style in ("", "khoản")
        mark = text[: named.start(2)].strip()
        return Mark("clause", named[1], named[2], mark=mark, style="khoản") if follows else None
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
    if match is None or (match[4] and not is_near(match[1], place.point)):
        return None
    return Mark("point", match[1], match[5], mark=text[: match.start(5)].strip())


def is_near(letter: str, last: str) -> bool:
    """Whether a letter is the first, the one that comes next, or a typist's slip beside it."""
    return letter in ("a", expected_point(last)) or (bool(last) and 0 < ord(letter) - ord(last) <= _SLIP)


def expected_point(last: str) -> str:
    """The letter that comes after a point; `a` at the beginning, nothing after `y`."""
    return POINTS[POINTS.find(last) + 1 : POINTS.find(last) + 2] if last else "a"
