"""Turns the description of a paper into pages of marks. May import domain and the papers' own modules."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from desktop.domain.form import FormPack
from desktop.papers.charts import chart_strips
from desktop.papers.flow import Strip, break_pages, shifted
from desktop.papers.fonts import Typeface
from desktop.papers.head import head_strips
from desktop.papers.lines import MM, Mark, Style, Text, baseline, break_lines, set_line, style_of
from desktop.papers.paper import Block, Chart, Paper, Paragraph, Run, Space, Table
from desktop.papers.signature import signature_strips
from desktop.papers.table import table_strips

Marks = tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class SetPage:
    """A page as it is drawn: parts of marks, in points from its upper left corner."""

    width: float
    height: float
    parts: tuple[Marks, ...]


@dataclass(slots=True)
class Setter:
    """Sets papers in one typeface. What was set before is not set again, and equal parts are one object."""

    typeface: Typeface
    _known: dict[object, tuple[Strip, ...]] = field(default_factory=dict)
    _packs: dict[tuple[int, float], FormPack] = field(default_factory=dict)
    _moved: dict[tuple[int, float, float], tuple[Marks, Marks]] = field(default_factory=dict)

    def pages(self, paper: Paper) -> list[SetPage]:
        """Return the pages of a paper, numbered from the second on."""
        return self.fit(paper)[1]

    def fit(self, paper: Paper) -> tuple[Paper, list[SetPage]]:
        """The paper with its pages; one of a few pages is set tighter, within the form, where that saves a page."""
        pages = self._pages(paper)
        if not 1 < len(pages) <= FEW_PAGES:
            return paper, pages
        for pitch in _tighter(paper.pack):
            tight = replace(paper, pack=self._pack(paper.pack, pitch))
            fewer = self._pages(tight)
            if len(fewer) < len(pages):
                return tight, fewer
        return paper, pages

    def _pack(self, pack: FormPack, pitch: float) -> FormPack:
        """The pack with that pitch; one object for each, since what was set is kept by its identity."""
        known = self._packs.get((id(pack), pitch))
        if known is None:
            known = self._packs[id(pack), pitch] = replace(pack, text=replace(pack.text, pitch=pitch))
        return known

    def _pages(self, paper: Paper) -> list[SetPage]:
        page, (width, height) = paper.pack.page, page_size(paper)
        room = (height - page.top - page.bottom) * MM
        strips = self._strips(paper, (width - page.left - page.right) * MM)
        pages = []
        for number, placed in enumerate(break_pages(strips, room), 1):
            left = page.right if page.both_sides and number % 2 == 0 else page.left
            parts = [self._move(marks, left * MM, page.top * MM + y) for y, marks in placed if marks]
            if number > 1:
                parts.append((self._page_number(paper.pack, number, width),))
            pages.append(SetPage(width * MM, height * MM, tuple(parts)))
        return pages

    def _move(self, marks: Marks, x: float, y: float) -> Marks:
        """The marks at their place on the page; kept beside the ones they were made of, whose identity is the key."""
        key = (id(marks), x, y)
        known = self._moved.get(key)
        if known is None:
            known = self._moved[key] = (marks, tuple(shifted(mark, x, y) for mark in marks))
        return known[1]

    def _page_number(self, pack: FormPack, number: int, width: float) -> Text:
        element = pack.elements["page_number"]
        line = break_lines(self.typeface, (Run(str(number)),), style_of(element), width * MM)[0]
        base = pack.page.number_top * MM + FIGURE_MIDDLE * element.size
        return set_line(line, "center", element.size, 0, base, width * MM)

    def _strips(self, paper: Paper, width: float) -> list[Strip]:
        pack = paper.pack
        above = (paper.head, paper.title, paper.summary, paper.addressed, paper.stamps, paper.drafts, id(pack), width)
        below = (paper.signer, paper.left_signer, paper.recipients, id(pack), width)
        return [
            *self._once(("above", above), lambda: head_strips(self.typeface, paper, width)),
            *self._body(paper, width),
            *self._once(("below", below), lambda: signature_strips(self.typeface, paper, width)),
        ]

    def _once(self, key: object, make: Callable[[], Iterable[Strip]]) -> tuple[Strip, ...]:
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = tuple(make())
        return known

    def _body(self, paper: Paper, width: float) -> list[Strip]:
        """The first strip stays with the title; the last one brings the one before it, to stand above the signature.

        A row of a table that says again what the rows above say stands there with the table's head.
        """
        strips: list[Strip] = []
        tied = True
        for block in paper.blocks:
            first, *more = self._block(block, paper.pack, width)
            strips += [replace(first, tied=True) if tied else first, *more]
            tied = isinstance(block, Paragraph) and block.tied
        if paper.signer and len(strips) > 1 and not strips[-1].opening:
            strips[-1] = replace(strips[-1], tied=True, bound=True)
        return strips

    def _block(self, block: Block, pack: FormPack, width: float) -> tuple[Strip, ...]:
        return self._once((block, id(pack), width), lambda: self._set(block, pack, width))

    def _set(self, block: Block, pack: FormPack, width: float) -> Iterator[Strip]:
        if isinstance(block, Space):
            return iter((Strip(block.points, ()),))
        if isinstance(block, Table):
            return table_strips(self.typeface, block, pack, width)
        if isinstance(block, Chart):
            return chart_strips(self.typeface, block, pack, width)
        return self._paragraph(block, pack, width)

    def _paragraph(self, block: Paragraph, pack: FormPack, width: float) -> Iterator[Strip]:
        element, measures = pack.elements["text"], pack.text
        indent = measures.indent * MM if block.indent else 0.0
        lines = break_lines(self.typeface, block.runs, style_of(element), width, indent)
        base = baseline(measures.pitch, element.size)
        for place, line in enumerate(lines):
            x = 0.0 if place else indent
            mark = set_line(line, block.align, element.size, x, base, width - x)
            marks: Marks = (mark,) if mark.pieces else ()
            if block.dotted and line.last:
                marks += self._dots(x + line.width, base, element.size, width)
            tied = len(lines) > 1 and place in (1, len(lines) - 1)
            yield Strip(measures.pitch, marks, 0 if place else measures.gap, tied)

    def _dots(self, x: float, base: float, size: float, width: float) -> tuple[Text, ...]:
        """Dots up to the right margin, after a space where words stand before them."""
        face = self.typeface.face()
        count = int((width - x - (face.width(" ", size) if x else 0)) / face.width(".", size))
        if count < 1:
            return ()
        line = break_lines(self.typeface, (Run("." * count),), Style(size), width)[0]
        return (set_line(line, "right", size, 0, base, width),)


FIGURE_MIDDLE = 0.33
"""Half the height of a figure, as a part of the size."""


FEW_PAGES = 3
"""The most pages a paper may have to be set tighter."""


def _tighter(pack: FormPack) -> Iterator[float]:
    pitch = pack.text.pitch - 1
    while pitch >= pack.text.least_pitch:
        yield pitch
        pitch -= 1


def page_size(paper: Paper) -> tuple[float, float]:
    """Width and height in millimetres."""
    page = paper.pack.page
    return (page.height, page.width) if paper.landscape else (page.width, page.height)
