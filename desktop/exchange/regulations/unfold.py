"""Breaks a text that came on one line before its headings, clauses and points. May import exchange.

A line is broken only where the number is the one expected next and the words before it are closed, so that a reference
(`theo Điều 5.`) breaks none; a text that has its lines is left alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop import vi
from desktop.exchange.regulations.clauses import expected_point, is_near
from desktop.exchange.regulations.lines import number_of

_FEWEST_HEADINGS = 2
_HEADINGS = frozenset(("numeral", "roman", "article"))
_SHORT = 80
_LOOKED_BACK = 60
_GAP = 3
_MOST_OF_DECISION = 6
"""A Decision that issues a regulation has no more articles than these."""
_CLOSED = tuple('.:;!?…”"/)')
_TITLE_REACH = 300
"""Within so many letters of its heading an article's first clause may follow a title that no stop closes."""
_REFERS = re.compile(
    r"(?:\b(?:tại|theo|của|và|với|ở|trong|là|hoặc|từ|đến|nêu|về|các|điểm|khoản(?: \d+)?|điểm [a-zđ])|[,(–-])\s*$",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"(?<!\S)(?:"
    r"(?P<chapter>Chương|CHƯƠNG|Phần thứ|PHẦN THỨ)\s+(?P<numeral>\w+)[.:]?(?=\s+[A-ZĐÀ-Ỹ]{2})"
    r"|(?P<roman>[IVX]{1,5})\s?[.–-](?=\s+[A-ZĐÀ-Ỹ]{2})"
    r"|(?P<word>[ĐÐ][iIỉỈíÍìÌỊịĩĨ][ềỀểỂêÊếẾễỄệỆeE][^\W\d]{0,3})\s+(?P<article>\d{1,3})[a-zđ]?\s?[.:]"
    r"|(?P<sub>\d{1,2}(?:\.\d{1,2})+)[.)]?(?=\s+\S)"
    r"|(?P<bare>\d{1,2})(?=\s+[A-ZĐÀ-Ỹ])"
    r"|\(?(?P<clause>\d{1,2})\s?[.)/–-](?=\s+[^\W\d_])"
    r"|\(?(?P<point>[a-zđ])[.)/](?=\s+\S)"
    r"|(?P<dash>[-–+•])(?=\s+\S)"
    r"|(?P<title>(?:QUY CHẾ|QUY ĐỊNH|QUYẾT ĐỊNH)(?!\w))"
    r"|(?P<closing>Nơi nhận\s?:|T/M\s+(?=[A-ZĐÀ-Ỹ]{2}))"
    r")"
)


@dataclass(slots=True)
class _Walk:
    """Where the reading of one line stands: the numbers read last, and the places to break at."""

    article: int = 0
    clause: int = 0
    point: str = ""
    section: int = 0
    begun: int = 0
    last: str = ""
    sub: str = ""
    headings: int = 0

    def walk(self, line: str) -> Iterator[int]:
        """The places before which the line is broken."""
        for found in _MARK.finditer(line):
            before = line[max(found.start() - _LOOKED_BACK, 0) : found.start()].rstrip()
            kind = found.lastgroup or ""
            if self._takes(kind, found, before):
                self.headings += kind in _HEADINGS and bool(before)
                self.last = kind
                yield found.start()

    def _takes(self, kind: str, found: re.Match[str], before: str) -> bool:
        closed = not before or before.endswith(_CLOSED)
        capitals = before.rpartition(" ")[2].isupper()
        if kind == "title":
            return not capitals and self._title()
        if kind == "closing":
            return closed or self.last == kind
        if self.last == "closing":
            return kind == "dash" and before.endswith((*_CLOSED, ","))
        if kind in _HEADINGS:
            return (closed or capitals or not _REFERS.search(before)) and self._heading(kind, found)
        if kind == "clause":
            return self._clause(int(found[kind]), found.start(), before, closed=closed)
        if kind == "sub":
            return self._sub(found[kind], closed=closed or not _REFERS.search(before))
        if kind == "point":
            sure = closed or self._near_heading(found.start(), before) or self._is_next(found[kind], before)
            return sure and self._point(found[kind])
        return closed and (kind == "dash" or self._bare(int(found[kind])))

    def _title(self) -> bool:
        """What a Decision issues begins a new series; a chapter's own title is none."""
        if self.last == "numeral" or (self.article > _MOST_OF_DECISION):
            return False
        self.article = self.clause = self.section = 0
        return True

    def _heading(self, kind: str, found: re.Match[str]) -> bool:
        if kind == "article" and not self._follows(int(found[kind])):
            return False
        if kind == "roman" and found[kind] not in (vi.roman(self.section + 1), "I"):
            return False
        self.section = number_of(found[kind]) if kind == "roman" else self.section
        self.clause, self.point, self.begun = 0, "", found.end()
        return True

    def _follows(self, number: int) -> bool:
        if self.article and number not in (self.article, self.article + 1):
            return False
        self.article = number
        return True

    def _clause(self, number: int, at: int, before: str, *, closed: bool) -> bool:
        """The next one; the first also behind a title that no stop closes, or anew behind a colon.

        After point k it is the point l, as scans read it.
        """
        if number == 1 and self.point == "k":
            return closed and self._point("l")
        follows = self.clause < number <= self.clause + _GAP and closed and (self.clause or number == 1)
        first = number == 1 and (self._near_heading(at, before) or before.endswith(":"))
        if not (self.article or self.section) or not (follows or first):
            return False
        self.clause, self.point, self.sub = number, "", str(number)
        return True

    def _near_heading(self, at: int, before: str) -> bool:
        """Behind a title that no stop closes, with no clause yet."""
        return not self.clause and at - self.begun < _TITLE_REACH and not _REFERS.search(before)

    def _bare(self, number: int) -> bool:
        """A clause whose number lacks its stop."""
        if not self.clause or number != self.clause + 1:
            return False
        self.clause, self.point, self.sub = number, "", str(number)
        return True

    def _sub(self, written: str, *, closed: bool) -> bool:
        """`2.1` and `2.1.1` under clause 2, one after the other."""
        if not closed or written not in _next_subs(self.sub):
            return False
        self.sub = written
        return True

    def _is_next(self, letter: str, before: str) -> bool:
        return bool(self.point) and letter == expected_point(self.point) and not _REFERS.search(before)

    def _point(self, letter: str) -> bool:
        if not is_near(letter, self.point):
            return False
        self.point = letter
        return True


def _next_subs(last: str) -> set[str]:
    """What may follow `2.1.3`: one deeper, or the next at any level."""
    parts = last.split(".")
    raised = [".".join([*parts[:deep], str(int(parts[deep]) + 1)]) for deep in range(1, len(parts))]
    return {f"{last}.1", *raised}


def unfolded(read: Sequence[str]) -> tuple[list[str], int]:
    """The lines, those that hold several headings broken; and at how many places."""
    broken = [_broken(line) for line in read]
    return [line for parts in broken for line in parts], sum(len(parts) - 1 for parts in broken)


def _broken(line: str) -> list[str]:
    walk = _Walk()
    places = list(walk.walk(line)) if len(line) > _SHORT else []
    if walk.headings < _FEWEST_HEADINGS:
        return [line]
    ends = [*places, len(line)]
    return [part for part in (line[: ends[0]], *(line[a:b] for a, b in pairwise(ends))) if part.strip()]
