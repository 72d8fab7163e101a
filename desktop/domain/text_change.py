"""A regulation's text laid beside another one, clause by clause: what stands on each line. Standard library only."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from desktop.domain.findings import Clause

Kind = Literal["kept", "moved", "changed", "new", "gone"]
"""`moved` are the same words under another number; what is `changed` may have another number too."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a clause's words; `marked` where the other text has other words there."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A chapter's heading, an article's title, a clause or a point as one of the texts has it.

    `mark` is what stands before its words in the text (`Điều 5.`, `2.`, `b)`).
    """

    at: Clause
    mark: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a regulation lays down at a line, of a body if named; empty where that one is not known to say anything.

    `old_at` and `new_at` are given where that value rests on another line; `waiting` is read and not yet confirmed.
    """

    key: str
    name: str
    body: str = ""
    old: str = ""
    new: str = ""
    old_at: Clause | None = None
    new_at: Clause | None = None
    waiting: bool = False

    @property
    def differs(self) -> bool:
        return self.old != self.new


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Every clause of both texts stands in exactly one; `renumbered` where its own number is another.

    A clause of an article that is another number now keeps its own: it is moved, and not renumbered.
    """

    kind: Kind
    old: Side | None = None
    new: Side | None = None
    renumbered: bool = False
    contents: tuple[Content, ...] = ()

    @property
    def side(self) -> Side:
        """The new one, or what is gone."""
        side = self.new or self.old
        assert side is not None
        return side

    @property
    def differs(self) -> bool:
        """Whether it is shown among the differences."""
        worded = self.kind in ("changed", "new", "gone")
        return worded or self.renumbered or any(each.differs for each in self.contents)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two texts by their titles, and their lines in the order of the new one; what is gone stands where it stood."""

    old_title: str
    new_title: str
    lines: tuple[Line, ...]

    @property
    def different(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.differs)

    def count(self, *kinds: Kind) -> int:
        return sum(line.kind in kinds for line in self.lines)


def joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Without empty pieces, and none beside another of its kind."""
    made: list[Piece] = []
    for piece in pieces:
        if made and made[-1].marked == piece.marked:
            made[-1] = Piece(made[-1].text + piece.text, piece.marked)
        elif piece.text:
            made.append(piece)
    return tuple(made)


# What is shown of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A line as it is read; `head` is one that only says in which article the next ones stand.

    More lines than one are those that bear another number now and nothing else, one after the other; a `whole` one is
    shown with its words all the same.
    """

    lines: tuple[Line, ...]
    head: bool = False
    whole: bool = False

    @property
    def line(self) -> Line:
        return self.lines[0]

    @property
    def only_numbers(self) -> bool:
        return not self.head and not self.whole and all(_only_number(line) for line in self.lines)


def shown(comparison: Comparison, *, everything: bool = False) -> tuple[Shown, ...]:
    """All lines, or those that differ, each under its article."""
    if everything:
        return tuple(Shown(lines=(line,), whole=True) for line in comparison.lines)
    made: list[Shown] = []
    for article in _articles(comparison.lines):
        first, inner = article[0], [line for line in article[1:] if line.differs]
        if inner and (not first.differs or _only_number(first)):
            made.append(Shown(lines=(first,), head=True))
        elif first.differs:
            _add(made, first)
        for line in inner:
            _add(made, line)
    return tuple(made)


def _add(made: list[Shown], line: Line) -> None:
    """Beside the numbers before it, where it is one of them."""
    last = made[-1] if made else None
    if last and last.only_numbers and _only_number(line) and _place(last.line) == _place(line):
        made[-1] = Shown(lines=(*last.lines, line))
    else:
        made.append(Shown(lines=(line,)))


def _only_number(line: Line) -> bool:
    return line.kind == "moved" and not any(each.differs for each in line.contents)


def _place(line: Line) -> tuple[object, ...]:
    """What it stands in, in both texts: articles stand together, and the clauses of one article."""
    sides = [side.at for side in (line.old, line.new) if side]
    return tuple((at.article if at.clause or at.point else None, at.clause if at.point else None) for at in sides)


def _articles(lines: Iterable[Line]) -> list[list[Line]]:
    found: list[list[Line]] = []
    for line in lines:
        at = line.side.at
        if not found or not (at.clause or at.point):
            found.append([])
        found[-1].append(line)
    return found
