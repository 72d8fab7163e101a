"""Finds the head of a list and tells the lines that stand in it and are none of it. May import exchange.

Heads may take two lines, stand again on a later page or have numbers under them; sums, signatures and headings of
sections come between.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.exchange.lists.cell_text import HEAD_ROWS, Cells, folded, short, text_of
from desktop.exchange.lists.words import words

Columns = dict[str, tuple[int, ...]]
_NUMBER = re.compile(r"\(?\d{1,2}\)?")
_DATED = re.compile(r"ngay\W.{0,12}thang\W.{0,12}nam\b")
_SECTION = re.compile(r"[ivxlc]+|[a-e]")


@dataclass(frozen=True, slots=True)
class Head:
    """Where the columns of a list are; a thing in two columns has two places. `under` is the first line below."""

    at: int
    under: int
    columns: Columns
    ordinal: int | None = None
    titles: tuple[tuple[int, str], ...] = ()

    def values(self, row: Sequence[object], key: str) -> list[object]:
        """The cells of a thing that hold something."""
        places = (place for place in self.columns.get(key, ()) if place < len(row))
        return [row[place] for place in places if text_of(row[place])]

    def place(self, key: str) -> int:
        return self.columns.get(key, (-1,))[0]


def head_of(rows: Cells, titles: Mapping[str, Sequence[str]], enough: Callable[[Columns], bool]) -> Head | None:
    """The first line with enough columns known by their folded titles."""
    for at, row in enumerate(rows[:HEAD_ROWS]):
        columns = _columns(row, titles)
        if enough(columns):
            return _whole(rows, at, columns, titles)
    return None


def _columns(row: Sequence[object], titles: Mapping[str, Sequence[str]]) -> Columns:
    found: Columns = {}
    for place, cell in enumerate(row):
        if key := title_of(cell, titles):
            found.setdefault(key, (place,))
    return found


def title_of(cell: object, titles: Mapping[str, Sequence[str]]) -> str:
    """The column a title names; what stands in brackets behind it is no part of its name."""
    said = folded(cell)
    bare = re.sub(r"\s*\([^)]*\)?$", "", said).strip(" .:*")
    return next((key for key, known in titles.items() if said in known or bare in known), "")


def _whole(rows: Cells, at: int, columns: Columns, titles: Mapping[str, Sequence[str]]) -> Head:
    """The head with its second line, where it has one."""
    row, below = rows[at], rows[at + 1] if at + 1 < len(rows) else ()
    ordinal = next((place for place, cell in enumerate(row) if folded(cell) in words("lines", "ordinal")), None)
    lower = _lower(row, below, columns, titles)
    every = {**lower, **{key: places for key, places in columns.items() if key not in lower or len(lower[key]) < 2}}
    taken = {place for places in every.values() for place in places} | {ordinal}
    lines = (row, below) if lower else (row,)
    named = {place: text_of(cell) for line in lines for place, cell in enumerate(line) if text_of(cell)}
    others = tuple((place, title) for place, title in sorted(named.items()) if place not in taken)
    return Head(at, at + len(lines), every, ordinal, others)


def _lower(
    row: Sequence[object], below: Sequence[object], columns: Columns, titles: Mapping[str, Sequence[str]]
) -> Columns:
    """What the line under a head adds: columns of its own, or the two halves of one above (born: men, women)."""
    first = min(place for places in columns.values() for place in places)
    if any(text_of(cell) for cell in below[: first + 1]):
        return {}
    found = {key: places for key, places in _columns(below, titles).items() if key not in columns}
    for key, halves in words("people", "halves").items():
        places = tuple(place for place, cell in enumerate(below) if folded(cell) in halves)
        if key in columns and len(places) == len(halves):
            found[key] = places
    return found


@dataclass(slots=True)
class Passed:
    """The lines that are none of the list, with what they are."""

    head: Head
    lines: list[tuple[int, str, str]] = field(default_factory=list)
    ended: bool = False

    def takes(self, number: int, row: Sequence[object], *, key: str) -> bool:
        """Whether a line, of which `key` is the chief column, is none of the list; it is then kept to be said."""
        if not (what := self._what(row, key)):
            return False
        said = " ".join(text_of(cell) for cell in row if text_of(cell))
        self.lines.append((number, what, short(said)))
        return True

    def _what(self, row: Sequence[object], key: str) -> str:
        filled = [cell for cell in row if text_of(cell)]
        first = next((folded(cell) for cell in filled if not _NUMBER.fullmatch(text_of(cell))), "")
        if not first:
            return "dòng chỉ có số" if len(filled) > 1 and self.head.values(row, key) else ""
        if self._is_head(row, key):
            return "dòng tiêu đề lặp lại"
        if _begins_sum(first):
            return "dòng cộng"
        if self._belongs(row, key):
            return ""
        if _begins(first, words("lines", "foot")) or any(_DATED.search(folded(cell)) for cell in filled):
            self.ended = True
        if self.ended:
            return "dòng cuối danh sách"
        if self._is_section(row, key, first):
            return "dòng đề mục"
        return "dòng không thuộc danh sách" if len(filled) == 1 and not self.head.values(row, key) else ""

    def _belongs(self, row: Sequence[object], key: str) -> bool:
        """Whether a line bears a number, or has its chief column filled and others besides."""
        return self._numbered(row) or (bool(self.head.values(row, key)) and self._used(row, key))

    def _is_head(self, row: Sequence[object], key: str) -> bool:
        """Whether the title of the chief column stands in it again."""
        again = [folded(cell) for cell in self.head.values(row, key)]
        return any(
            again[:1] == [title] for kind in ("people", "documents") for title in words(kind, "columns").get(key, ())
        )

    def _is_section(self, row: Sequence[object], key: str, first: str) -> bool:
        if self._used(row, key):
            return False
        mark = folded(row[self.head.ordinal]) if self.head.ordinal is not None and self.head.ordinal < len(row) else ""
        said = re.sub(r"^(?:[ivxlc]+|\d+|[a-e])\s*[.)/-]\s*", "", first)
        return bool(_SECTION.fullmatch(mark)) or _begins(said, words("lines", "section"))

    def _used(self, row: Sequence[object], key: str) -> bool:
        """Whether a column beside the chief one holds something."""
        return any(self.head.values(row, other) for other in self.head.columns if other != key)

    def _numbered(self, row: Sequence[object]) -> bool:
        at = self.head.ordinal
        return at is not None and at < len(row) and text_of(row[at]).rstrip(".").isdecimal()

    def told(self) -> list[str]:
        kinds = dict.fromkeys(what for _, what, _ in self.lines)
        return [self._said(what) for what in kinds]

    def _said(self, what: str) -> str:
        lines = [f"{number} “{said}”" for number, kind, said in self.lines if kind == what]
        return f"Bỏ qua {len(lines)} {what}: {', '.join(lines)}."


def _begins(text: str, known: Iterable[str]) -> bool:
    return any(text == word or re.match(rf"{re.escape(word)}\W", text) for word in known)


def _begins_sum(text: str) -> bool:
    """`Cộng: 3 văn bản`; a family name that sounds like it has neither a figure nor a colon behind it."""
    rests = (text[len(word) :].strip() for word in words("lines", "sum") if text.startswith(word))
    return any(not rest or rest.startswith(":") or any(sign.isdigit() for sign in rest) for rest in rests)


def unused(head: Head, rows: Iterable[Sequence[object]]) -> list[str]:
    """A sentence that names the columns which hold something and are not read; none where there are none."""
    held = {place for row in rows for place, cell in enumerate(row) if text_of(cell)}
    names = [title for place, title in head.titles if place in held]
    return [f"Không dùng các cột: {', '.join(names)}."] if names else []
