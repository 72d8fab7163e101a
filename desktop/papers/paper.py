"""One description of a paper, from which both the PDF and the Word file are made. May import domain and vi."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from desktop.domain.form import FormPack

Align = Literal["justify", "left", "center", "right"]

ROOM = "\u00a0" * 4
"""Room for a number or a day that is written in by hand."""

DOTS = "…" * 12
"""What stands where a fact is missing."""

FEW_DOTS = "…" * 4
"""The same for a number."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line in one weight."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """`dotted` fills the rest of the last line with dots to write on; `tied` keeps it on the page of what follows."""

    runs: tuple[Run, ...]
    align: Align = "justify"
    indent: bool = True
    tied: bool = False
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """`share` is the column's part of the table's width."""

    title: str
    share: int
    align: Align = "left"


Cell = str | tuple[Run, ...] | None
"""None continues the cell above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`span` stretches the first cell over the whole width; `height` in points is the least one.

    A page may begin with a row that `splits`, though a cell above goes on in it; its words are then said again.
    One that `runs_on` may go over to the next page, at least two lines of it on either.
    """

    cells: tuple[Cell, ...]
    span: bool = False
    height: float = 0
    splits: bool = False
    runs_on: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Its head is repeated on every page."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Space:
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """`parts` are lengths, one for each word of the legend; `said` is the number printed at its end."""

    label: str
    parts: tuple[int, ...]
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Bars in black and white; `upright` ones stand side by side (time runs to the right), others lie."""

    title: str
    legend: tuple[str, ...]
    bars: tuple[Bar, ...]
    upright: bool = False

    @property
    def words(self) -> str:
        """The chart read aloud, for those who do not see it."""
        return f"{self.title}: {'; '.join(f'{bar.label} {bar.said}' for bar in self.bars)}."


Block = Paragraph | Table | Space | Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """`place_date` and `number` as they are printed; `letter_summary` stands under the number of a công văn."""

    superior: str
    body: str
    number: str
    place_date: str
    letter_summary: str = ""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: the lines of authority (`T/M BAN THƯỜNG VỤ`), of the post, and the name (empty: room for it).

    `person` and `code` are what a register keeps of it: the person's id and `T/M`.
    """

    authority: tuple[str, ...] = ()
    post: tuple[str, ...] = ()
    name: str = ""
    person: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A whole paper. `left_signer` is the second one of minutes; `stamps` are framed, `drafts` stand under the date.

    `names` of people and places are never broken over lines. `faults` say what the records behind it hold against each
    other; places left to be filled in `by_hand` are no fault.
    """

    pack: FormPack
    slug: str
    day: dt.date
    head: Head | None
    title: str
    summary: str = ""
    addressed: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    signer: Signer | None = None
    left_signer: Signer | None = None
    recipients: tuple[str, ...] = ()
    stamps: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()
    landscape: bool = False
    names: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    by_hand: bool = False

    @property
    def name(self) -> str:
        """The paper's name for lists and metadata: its type and what it is about."""
        named = " ".join(part for part in (self.title, self.summary) if part)
        return named or (self.head.letter_summary if self.head else "")


def bold(text: str) -> Run:
    return Run(text, bold=True)


def italic(text: str) -> Run:
    return Run(text, italic=True)


def para(*parts: str | Run, dotted: bool = False, tied: bool = False) -> Paragraph:
    """A paragraph of the body: justified, its first line indented."""
    return Paragraph(runs=_runs(parts), dotted=dotted, tied=tied)


def heading(*parts: str | Run) -> Paragraph:
    """A bold line that is never the last on a page."""
    return Paragraph(runs=tuple(Run(run.text, bold=True) for run in _runs(parts)), align="left", tied=True)


def writing_line() -> Paragraph:
    """A line of dots to write on."""
    return Paragraph(runs=(), indent=False, dotted=True)


def centred(*parts: str | Run, tied: bool = False) -> Paragraph:
    return Paragraph(runs=_runs(parts), align="center", indent=False, tied=tied)


def paras(text: str) -> tuple[Paragraph, ...]:
    """The lines of a text typed by people, a paragraph each."""
    return tuple(para(line.strip()) for line in text.splitlines() if line.strip())


def row(*cells: Cell, height: float = 0, splits: bool = False, runs_on: bool = False) -> Row:
    return Row(cells=cells, height=height, splits=splits, runs_on=runs_on)


def group(title: str) -> Row:
    """A row that names the rows below it."""
    return Row(cells=((bold(title),),), span=True)


def _runs(parts: tuple[str | Run, ...]) -> tuple[Run, ...]:
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)
