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
    """What a regulation lays down at a line: empty on the side that says nothing; `elsewhere` is the other line.

    `waiting` says that the new value is read in the text, and not yet confirmed.
    """

    key: str
    means: str
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
