"""Sets tables: heads repeated, long cells wrapped, rows under one label kept together. May import domain and papers."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from desktop.domain.form import FormPack
from desktop.papers.flow import Strip, shifted
from desktop.papers.fonts import Typeface
from desktop.papers.lines import MM, Mark, Rule, Text, baseline, break_lines, set_line, style_of
from desktop.papers.paper import Align, Cell, Row, Run, Table

Measures = tuple[float, float]
"""Where a column begins and how wide it is."""


def table_strips(typeface: Typeface, table: Table, pack: FormPack, width: float) -> Iterator[Strip]:
    setter = _Setter(typeface, pack, widths(table, width), width)
    head = setter.head(table)
    yield replace(head, above=pack.table.above, tied=False)
    first = True
    for place, row in enumerate(table.rows):
        below = table.rows[place + 1] if place + 1 < len(table.rows) else None
        goes_on = not row.span and any(cell is None for cell in row.cells)
        for strip in setter.row(table, row, below):
            yield replace(strip, head=head, tied=strip.tied or first, kept=goes_on and not strip.opening)
            first = False
        first = row.span


def widths(table: Table, width: float) -> tuple[Measures, ...]:
    """Share the width among the columns."""
    whole = sum(column.share for column in table.columns)
    edges = [0.0]
    for column in table.columns:
        edges.append(edges[-1] + width * column.share / whole)
    return tuple((left, right - left) for left, right in pairwise(edges))


class _Setter:
    def __init__(self, typeface: Typeface, pack: FormPack, columns: tuple[Measures, ...], width: float) -> None:
        self.typeface, self.pack, self.columns, self.width = typeface, pack, columns, width
        self.style = style_of(pack.elements["table"])
        self.pitch, self.line = pack.table.pitch, pack.table.line
        self.over: dict[int, list[Text]] = {}  # by column, the lines of a cell that goes on in the row below
        self.said: dict[int, list[Text]] = {}  # by column, all the lines of the last cell that had any

    def head(self, table: Table) -> Strip:
        """The head is one strip, its titles centred both ways."""
        cells = [
            self._lines((Run(column.title, bold=True),), "center", measures)
            for column, measures in zip(table.columns, self.columns, strict=True)
        ]
        most = max(len(lines) for lines in cells)
        height = most * self.pitch + PAD
        marks: list[Mark] = []
        for lines in cells:
            drop = (most - len(lines)) * self.pitch / 2 + PAD / 2
            marks += [shifted(mark, 0, drop + place * self.pitch) for place, mark in enumerate(lines)]
        marks += self._uprights(height, self.columns)
        marks += [self._across(0), self._across(height)]
        return Strip(height, tuple(marks))

    def row(self, table: Table, row: Row, below: Row | None) -> Iterator[Strip]:
        """A row as one strip for each line, so that one longer than a page is torn, and one that may run on."""
        columns = ((0.0, self.width),) if row.span else self.columns
        aligns: list[Align] = ["left"] if row.span else [column.align for column in table.columns]
        cells = [
            self._lines(_runs(cell), align, measures) if cell is not None else self.over.get(place, [])
            for place, (cell, align, measures) in enumerate(zip(row.cells, aligns, columns, strict=True))
        ]
        again = self._again(row)
        self.said |= {place: lines for place, lines in enumerate(cells) if row.cells[place] is not None}
        goes_on = [not row.span and _goes_on(below, place) for place in range(len(cells))]
        most = max([1, *(len(lines) for lines, on in zip(cells, goes_on, strict=True) if not on)])
        self.over = {place: lines[most:] for place, lines in enumerate(cells) if goes_on[place]}
        for number in range(most):
            first, last = number == 0, number == most - 1
            top = PAD / 2 if first else 0.0
            height = self.pitch + top + (PAD / 2 if last else 0)
            if last:
                height += max(0.0, row.height - most * self.pitch - PAD)
            marks: list[Mark] = [
                shifted(lines[number], 0, top) for lines in cells if number < len(lines) and lines[number].pieces
            ]
            marks += self._uprights(height, columns)
            if last:
                marks += self._foot(height, below)
            opening = tuple(shifted(line, 0, PAD / 2 + at * self.pitch) for at, line in again if first and at < most)
            tied = not first and not (row.runs_on and FEWEST <= number <= most - FEWEST)
            yield Strip(height, tuple(marks), tied=tied, opening=opening, close=(self._across(0),))

    def _again(self, row: Row) -> list[tuple[int, Text]]:
        """What the cells above that go on would say again, each line with its place; none where some is left to say."""
        if not row.splits or any(self.over.values()):
            return []
        going = [self.said.get(place, []) for place, cell in enumerate(row.cells) if cell is None]
        return [(at, line) for lines in going for at, line in enumerate(lines) if line.pieces]

    def _lines(self, runs: tuple[Run, ...], align: Align, measures: Measures) -> list[Text]:
        pad = self.pack.table.padding * MM
        left, width = measures[0] + pad, measures[1] - 2 * pad
        base = baseline(self.pitch, self.style.size)
        lines: list[Text] = []
        for paragraph in _paragraphs(runs):
            broken = break_lines(self.typeface, paragraph, self.style, width)
            lines += [set_line(line, align, self.style.size, left, base, width) for line in broken]
        return lines

    def _uprights(self, height: float, columns: tuple[Measures, ...]) -> list[Mark]:
        edges = [left for left, _ in columns] + [self.width]
        return [Rule(round(x, 3), 0, round(x, 3), round(height, 3), self.line) for x in edges]

    def _across(self, y: float) -> Rule:
        return Rule(0, round(y, 3), round(self.width, 3), round(y, 3), self.line)

    def _foot(self, y: float, below: Row | None) -> list[Mark]:
        """The line under a row, left out where the cell below goes on."""
        if not any(_goes_on(below, place) for place in range(len(self.columns))):
            return [self._across(y)]
        return [
            Rule(round(left, 3), round(y, 3), round(left + width, 3), round(y, 3), self.line)
            for place, (left, width) in enumerate(self.columns)
            if not _goes_on(below, place)
        ]


FEWEST = 2
"""How many lines of a row that runs on stand on a page at least."""
PAD = 4.0
"""Room above and below the lines of a row, in points."""


def _goes_on(below: Row | None, column: int) -> bool:
    """Whether the cell of that column goes on in the row below."""
    return below is not None and not below.span and below.cells[column] is None


def _runs(cell: Cell) -> tuple[Run, ...]:
    if cell is None:
        return (Run(""),)
    return (Run(cell),) if isinstance(cell, str) else cell


def _paragraphs(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    """Cut the runs at line ends."""
    held: list[Run] = []
    for run in runs:
        first, *more = run.text.split("\n")
        held.append(replace(run, text=first))
        for text in more:
            yield tuple(held)
            held = [replace(run, text=text)]
    yield tuple(held)
