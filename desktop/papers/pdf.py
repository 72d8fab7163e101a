"""Makes a PDF of papers. May import reportlab and the papers' own modules.

What stands on exactly the same pages is drawn once as a form and placed on each of them, so that five hundred
invitations hold their common text once. The same papers always give the same bytes.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import groupby

from reportlab.pdfgen.canvas import Canvas

from desktop import vi
from desktop.papers.fonts import Typeface
from desktop.papers.layout import SetPage, Setter
from desktop.papers.lines import Mark, Rule, Text
from desktop.papers.paper import Paper

SHARED_FROM = 8
"""On how many pages the same marks must stand to be drawn as a form."""


def make_pdf(papers: Sequence[Paper], typeface: Typeface) -> bytes:
    """Return the papers one after another, each on pages (sheets, when printed on both sides) of its own."""
    setter = Setter(typeface)
    pages: list[SetPage] = []
    for paper in papers:
        if paper.pack.page.both_sides and len(pages) % 2:
            pages.append(SetPage(pages[-1].width, pages[-1].height, ()))
        pages += setter.pages(paper)
    return _write(pages, papers)


def _write(pages: Sequence[SetPage], papers: Sequence[Paper]) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, invariant=1, pageCompression=1, lang="vi-VN", initialFontName=None)
    if papers:
        head = papers[0].head
        canvas.setTitle(vi.nfc(papers[0].name))
        canvas.setAuthor(vi.nfc(head.body if head else ""))
        canvas.setSubject(papers[0].pack.title)
    drawn: dict[tuple[Mark, ...], str] = {}
    for page, runs in zip(pages, _runs(pages), strict=True):
        canvas.setPageSize((page.width, page.height))
        for shared, marks in runs:
            if shared:
                _place_form(canvas, drawn, marks, page)
            else:
                _draw(canvas, marks, page.height)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _runs(pages: Sequence[SetPage]) -> Iterator[list[tuple[bool, tuple[Mark, ...]]]]:
    """Cut every page's marks into stretches that stand on the same pages; True where those are many."""
    if len(pages) < SHARED_FROM:
        yield from ([(False, page.marks)] for page in pages)
        return
    where: dict[tuple[Mark, float], list[int]] = defaultdict(list)
    for number, page in enumerate(pages):
        for mark in page.marks:
            where[mark, page.height].append(number)
    names: dict[tuple[int, ...], int] = {}
    group = {
        key: names.setdefault(tuple(numbers), len(names)) if len(numbers) >= SHARED_FROM else -1
        for key, numbers in where.items()
    }
    for page in pages:
        stretches = groupby(page.marks, lambda mark, height=page.height: group[mark, height])  # type: ignore[misc]
        yield [(name >= 0, tuple(marks)) for name, marks in stretches]


def _place_form(canvas: Canvas, drawn: dict[tuple[Mark, ...], str], marks: tuple[Mark, ...], page: SetPage) -> None:
    name = drawn.get(marks)
    if name is None:
        name = drawn[marks] = f"chung{len(drawn) + 1}"
        canvas.beginForm(name, 0, 0, page.width, page.height)
        _draw(canvas, marks, page.height)
        canvas.endForm()
    canvas.doForm(name)


def _draw(canvas: Canvas, marks: Sequence[Mark], height: float) -> None:
    text = canvas.beginText()
    space = 0.0
    for mark in marks:
        if isinstance(mark, Rule):
            continue
        text.setTextOrigin(mark.x, height - mark.y)
        if mark.space != space:
            text.setWordSpace(mark.space)
            space = mark.space
        for piece in mark.pieces:
            text.setFont(piece.face, piece.size)
            text.textOut(piece.text)
    if space:
        text.setWordSpace(0)
    canvas.drawText(text)
    for mark in marks:
        if not isinstance(mark, Text):
            canvas.setLineWidth(mark.thickness)
            canvas.line(mark.x, height - mark.y, mark.to_x, height - mark.to_y)
