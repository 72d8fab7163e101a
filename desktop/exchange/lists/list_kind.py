"""What lists of one kind have in common: their columns, the lines under their head and how a cell is read.

May import vi and exchange. Nothing is evaluated; a fault names its column.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.exchange.lists.cell_text import Cells, Fault, UnreadableList, day_of, is_formula, letter, short, text_of
from desktop.exchange.lists.lines import Head, Passed, unused
from desktop.exchange.lists.lines import head_of as head_with
from desktop.exchange.lists.words import words


@dataclass(frozen=True, slots=True, kw_only=True)
class ListKind:
    """A head has the `chief` column and one of `beside`; `most` lines are read, of a cell `longest` letters.

    `columns` are title and width in the order of our own sheet; a sheet of the office's may order them otherwise and
    leave some out. `whole` completes a head by what stands around it. It is `called` in Vietnamese, as what it `holds`.
    """

    name: str
    sheet: str
    columns: Mapping[str, tuple[str, int]]
    chief: str
    beside: frozenset[str]
    longest: int
    most: int
    no_head: str
    called: str
    holds: str
    whole: Callable[[Head, Cells], Head] = lambda head, _: head

    @property
    def titles(self) -> dict[str, str]:
        return {key: title for key, (title, _) in self.columns.items()}

    def head_of(self, rows: Cells) -> Head | None:
        known = words(self.name, "columns")
        head = head_with(rows, known, lambda found: self.chief in found and not self.beside.isdisjoint(found))
        return self.whole(head, rows) if head else None

    def lines(self, rows: Cells, *, typed: bool = False) -> tuple[list["Line"], list[str]]:
        """The lines under the head, and what is said of those passed over and of the columns not used.

        None is passed over of what was `typed` into a grid. Raises `UnreadableList` where there is no head or no line.
        """
        head = self.head_of(rows)
        if head is None:
            raise UnreadableList([self.no_head])
        passed, below = Passed(head), rows[head.under :]
        found = [
            Line(self, head, number, row, typed)
            for number, row in enumerate(below, head.under + 1)
            if any(map(text_of, row)) and (typed or not passed.takes(number, row, key=self.chief))
        ]
        if not found:
            raise UnreadableList([f"{self.called} chưa có {self.holds} nào dưới dòng tiêu đề."])
        return found, [*passed.told(), *unused(head, below)]


@dataclass(slots=True)
class Line:
    """A line of a list, read cell by cell; `faults` are columns with what is wrong there."""

    kind: ListKind
    head: Head
    number: int
    row: Sequence[object]
    typed: bool = False
    faults: list[tuple[str, str]] = field(default_factory=list)

    def fault(self, column: str, sentence: str) -> None:
        self.faults.append((column, sentence))

    def at(self, column: str, sentence: str) -> Fault:
        """A fault that names its cell as Excel does, one typed by line and column."""
        title, place = self.kind.columns[column][0], self.head.place(column)
        cell = f"{letter(place)}{self.number}" if place >= 0 else f"Dòng {self.number}"
        named = f"Dòng {self.number - 1}, {title}" if self.typed else f"{cell} ({title})"
        return Fault(f"{named}: {sentence}", self.number - 1, place)

    def held(self, column: str) -> list[object]:
        return self.head.values(self.row, column)

    def value(self, column: str) -> object:
        """What a cell holds; the words of a thing in two columns."""
        held = self.held(column)
        if any(map(is_formula, held)):
            self.fault(column, "ô chứa công thức, cần ghi thẳng nội dung.")
            return None
        return " ".join(map(text_of, held)) if len(held) > 1 else next(iter(held), None)

    def words(self, column: str) -> str:
        text = text_of(self.value(column))
        if len(text) > self.kind.longest:
            self.fault(column, f"dài {len(text)} chữ, nhiều nhất {self.kind.longest}.")
        return text[: self.kind.longest]

    def day(self, column: str, *, missing: str = "") -> dt.date | None:
        """The day of a cell; an empty one is at fault where `missing` says so."""
        value = self.value(column)
        found, text = day_of(value), text_of(value)
        if found is None and (text or missing):
            self.fault(column, f"“{short(text)}” không phải ngày, cần dạng 01/8/2020." if text else missing)
        return found
