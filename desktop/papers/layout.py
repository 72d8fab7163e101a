"""Turns the description of a paper into pages of marks. May import domain, vi and the papers' own modules."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from desktop.domain.form import FormPack
from desktop.papers.flow import Strip, break_pages, shifted
from desktop.papers.fonts import Typeface
from desktop.papers.head import head_strips
from desktop.papers.lines import MM, Mark, Style, Text, baseline, break_lines, set_line, style_of
from desktop.papers.paper import Paper, Paragraph, Run, Space, Table
from desktop.papers.signature import signature_strips
from desktop.papers.table import table_strips


@dataclass(frozen=True, slots=True)
class SetPage:
    """A page as it is drawn: marks in points from its upper left corner."""

    width: float
    height: float
    marks: tuple[Mark, ...]


@dataclass(slots=True)
class Setter:
    """Sets papers in one typeface; paragraphs and tables met before are not set again."""

    typeface: Typeface
    _known: dict[object, tuple[Strip, ...]] = field(default_factory=dict)

    def pages(self, paper: Paper) -> list[SetPage]:
        """Return the pages of a paper, numbered from the second on."""
        page, width, height = paper.pack.page, *page_size(paper)
        room = (height - page.top - page.bottom) * MM
        strips = [*self._strips(paper, (width - page.left - page.right) * MM)]
        placed = break_pages(strips, room)
        return [
            self._page(paper, number, [shifted(mark, 0, y) for y, marks in strips_of for mark in marks])
            for number, strips_of in enumerate(placed, 1)
        ]

    def _page(self, paper: Paper, number: int, marks: list[Mark]) -> SetPage:
        page, (width, height) = paper.pack.page, page_size(paper)
        left = page.right if page.both_sides and number % 2 == 0 else page.left
        moved = [shifted(mark, left * MM, page.top * MM) for mark in marks]
        if number > 1:
            moved.append(self._page_number(paper.pack, number, width))
        return SetPage(width * MM, height * MM, tuple(moved))

    def _page_number(self, pack: FormPack, number: int, width: float) -> Text:
        element = pack.elements["page_number"]
        line = break_lines(self.typeface, (Run(str(number)),), style_of(element), width * MM)[0]
        base = pack.page.number_top * MM + FIGURE_MIDDLE * element.size
        return set_line(line, "center", element.size, 0, base, width * MM)

    def _strips(self, paper: Paper, width: float) -> Iterator[Strip]:
        yield from head_strips(self.typeface, paper, width)
        yield from self._body(paper, width)
        yield from signature_strips(self.typeface, paper, width)

    def _body(self, paper: Paper, width: float) -> list[Strip]:
        """The first strip stays with the title; the last one brings the one before it, to stand above the signature."""
        strips: list[Strip] = []
        tied = True
        for block in paper.blocks:
            first, *more = self._block(block, paper.pack, width)
            strips += [replace(first, tied=first.tied or tied), *more]
            tied = isinstance(block, Paragraph) and block.tied
        if paper.signer and len(strips) > 1:
            strips[-1] = replace(strips[-1], tied=True)
        return strips

    def _block(self, block: Paragraph | Table | Space, pack: FormPack, width: float) -> tuple[Strip, ...]:
        key = (block, pack.name, width)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = tuple(self._set(block, pack, width))
        return known

    def _set(self, block: Paragraph | Table | Space, pack: FormPack, width: float) -> Iterator[Strip]:
        if isinstance(block, Space):
            return iter((Strip(block.points, ()),))
        if isinstance(block, Table):
            return table_strips(self.typeface, block, pack, width)
        return self._paragraph(block, pack, width)

    def _paragraph(self, block: Paragraph, pack: FormPack, width: float) -> Iterator[Strip]:
        element, measures = pack.elements["text"], pack.text
        indent = measures.indent * MM if block.indent else 0.0
        runs = block.runs
        lines = break_lines(self.typeface, runs, style_of(element), width, indent)
        base = baseline(measures.pitch, element.size)
        for place, line in enumerate(lines):
            x = 0.0 if place else indent
            mark = set_line(line, block.align, element.size, x, base, width - x)
            marks: tuple[Mark, ...] = (mark,) if mark.pieces else ()
            if block.dotted and line.last:
                marks += self._dots(x + line.width, base, element.size, width)
            tied = len(lines) > 1 and place in (1, len(lines) - 1)
            yield Strip(measures.pitch, marks, 0 if place else measures.gap, tied)

    def _dots(self, x: float, base: float, size: float, width: float) -> tuple[Text, ...]:
        face = self.typeface.face()
        count = int((width - x - (face.width(" ", size) if x else 0)) / face.width(".", size))
        if count < 1:
            return ()
        line = break_lines(self.typeface, (Run("." * count),), Style(size), width)[0]
        return (set_line(line, "right", size, 0, base, width),)


FIGURE_MIDDLE = 0.33
"""Half the height of a figure, as a part of the size."""


def page_size(paper: Paper) -> tuple[float, float]:
    """Width and height in millimetres."""
    page = paper.pack.page
    return (page.height, page.width) if paper.landscape else (page.width, page.height)
