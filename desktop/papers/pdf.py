"""Makes a PDF of papers. May import domain, vi, reportlab and the papers' own modules.

What stands on exactly the same pages is drawn once as a form and placed on each of them, so that five hundred
invitations hold their common text once. The same papers always give the same bytes.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import groupby

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from desktop import vi
from desktop.papers.fonts import Typeface
from desktop.papers.ink import Ink
from desktop.papers.layout import Marks, SetPage, Setter
from desktop.papers.paper import Paper

SHARED_FROM = 8
"""On how many pages the same marks must stand to be drawn as a form."""

Stretch = tuple[Marks, ...]
"""Marks that follow one another on a page."""


def make_pdf(papers: Sequence[Paper], typeface: Typeface) -> bytes:
    """Return the papers one after another, each on pages (sheets, when printed on both sides) of its own."""
    setter = Setter(typeface)
    pages: list[SetPage] = []
    for paper in papers:
        if paper.pack.page.both_sides and len(pages) % 2:
            pages.append(SetPage(pages[-1].width, pages[-1].height, ()))
        pages += setter.pages(paper)
    return _write(pages, papers, typeface)


def _write(pages: Sequence[SetPage], papers: Sequence[Paper], typeface: Typeface) -> bytes:
    out = BytesIO()
    rl_config.useA85 = 0  # streams are bytes; written as text they are a quarter longer and slow to make
    face = typeface.face().name  # else the file would name Helvetica, which is not embedded
    canvas = Canvas(out, invariant=1, pageCompression=1, lang="vi-VN", initialFontName=face)  # type: ignore[arg-type] # the stubs ask for a number
    if papers:
        head = papers[0].head
        canvas.setTitle(vi.nfc(papers[0].name))
        canvas.setAuthor(vi.nfc(head.body if head else ""))
        canvas.setSubject(papers[0].pack.title)
    ink, drawn = Ink(canvas), dict[Stretch, str]()
    for page, stretches in zip(pages, _stretches(pages), strict=True):
        canvas.setPageSize((page.width, page.height))
        for shared, stretch in stretches:
            if shared:
                _place_form(ink, drawn, stretch, page)
            else:
                ink.draw([mark for marks in stretch for mark in marks], page.height)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _stretches(pages: Sequence[SetPage]) -> Iterator[list[tuple[bool, Stretch]]]:
    """Cut every page into stretches that stand on the same pages; True where those are many.

    The setter gives equal marks at equal places as one object, so they are told apart by identity.
    """
    if len(pages) < SHARED_FROM:
        yield from ([(False, page.parts)] for page in pages)
        return
    where: dict[tuple[int, float], list[int]] = defaultdict(list)
    for number, page in enumerate(pages):
        for marks in page.parts:
            where[id(marks), page.height].append(number)
    names: dict[tuple[int, ...], int] = {}
    group = {
        key: names.setdefault(tuple(numbers), len(names)) if len(numbers) >= SHARED_FROM else -1
        for key, numbers in where.items()
    }
    for page in pages:
        named = [(group[id(marks), page.height], marks) for marks in page.parts]
        yield [(name >= 0, tuple(marks for _, marks in part)) for name, part in groupby(named, lambda each: each[0])]


def _place_form(ink: Ink, drawn: dict[Stretch, str], stretch: Stretch, page: SetPage) -> None:
    name = drawn.get(stretch)
    if name is None:
        name = drawn[stretch] = f"chung{len(drawn) + 1}"
        ink.canvas.beginForm(name, 0, 0, page.width, page.height)
        ink.draw([mark for marks in stretch for mark in marks], page.height)
        ink.canvas.endForm()
    ink.canvas.doForm(name)
