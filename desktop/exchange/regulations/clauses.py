"""Tells which clause or point a line begins within an article, in whichever way they are numbered. May import exchange.

What a number means depends on the series it belongs to, which the caller keeps as a `Place`.
"""

import re

from desktop.exchange.regulations.lines import Mark, Place, begins_article, titled_heading

POINTS = "abcdđeghiklmnopqrstuvxy"
"""The letters of points in their Vietnamese order."""
_CLAUSE = re.compile(
    r"^(\d{1,2})\s?([.)/])\s*(.+)$|^(\d{1,2})\s?([-–])(?:\s+(.+)|(\w[\Wa-zà-ỹđ].*))$|^\((\d{1,2})(\))\s*(.+)$"
)
_NAMED_CLAUSE = re.compile(r"^(?:Khoản|KHOẢN)\s+(\d{1,2})\s?[.:)–-]\s*(.+)$")
_LETTERED_CLAUSE = re.compile(r"^((\d{1,2})[a-zđ])\s?[.)/]\s+(.+)$")
_BARE_CLAUSE = re.compile(r"^(\d{1,2})\s+(\D.*)$")
_ALONE = re.compile(r"^(?:Khoản\s+|\()?(\d{1,2})[.:)/–-]?$")
_SUB = re.compile(r"^((\d{1,2})(?:\.(\d{1,2}))+)[.)]?\s+(.+)$")
_POINT = re.compile(r"^\(?([a-zđ])\s?(?:(\))\s*|(\.)\s+|([/–-])(?:\s+|(?=[A-ZĐÀ-Ỹ])))(.+)$")
_SLIP = 2


def is_numbered(line: str) -> bool:
    """Whether a line by itself looks like a heading or a clause."""
    return bool(titled_heading(line) or begins_article(line) or _clause(line.strip(), Place()))


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
        if _alike(style, number, place) and _may_follow(number, place) and not words[0].isdigit():
            return Mark("clause", str(number), words, mark=text[: -len(words)].strip(), style=style)
    later = _LETTERED_CLAUSE.match(text)
    if later and place.clause and int(later[2]) == place.clause:
        return Mark("clause", later[1], later[3], mark=text[: later.start(3)].strip(), style=place.style)
    bare = _BARE_CLAUSE.match(text)
    if bare is None or not place.clause or int(bare[1]) != place.clause + 1 or not bare[2][0].isupper():
        return None
    return Mark("clause", bare[1], bare[2], bare[1], f"khoản {bare[1]} thiếu dấu chấm sau số.", place.style)


def _parts(match: re.Match[str]) -> tuple[int, str, str]:
    number, sign, *words = (group for group in match.groups() if group)
    return int(number), sign, words[0]


def _style(text: str, sign: str) -> str:
    """How a clause is marked: `(1)`, `1)` and `1-` are series of their own, `1.` and `1/` stand for each other."""
    return "()" if text.startswith("(") else {"–": "-", "/": "."}.get(sign, sign)


def _alike(style: str, number: int, place: Place) -> bool:
    """Whether a number is of the series of its article; `1)` may be a slip for `1.` where no series of its own runs."""
    if not place.clause or place.style == style:
        return True
    slip = {style, place.style} == {".", ")"} and number == place.clause + 1
    return slip and not place.nested


def nested(line: str, place: Place) -> int:
    """The number of a line of a series marked in another way within a clause; 0 for any other line."""
    match = _CLAUSE.match(line.strip())
    if match is None or not place.clause:
        return 0
    number, sign, _ = _parts(match)
    return number if _style(line.strip(), sign) != place.style and number == place.nested + 1 else 0


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
