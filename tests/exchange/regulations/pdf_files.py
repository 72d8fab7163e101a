"""PDF files of a text as an office prints it: lines broken at the margin, heads, feet and page numbers."""

import io
from collections.abc import Iterator

from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from desktop.papers.fonts import find_typeface

SIZE, LEFT, WIDTH, TOP, BOTTOM = 13, 85, 440, 770, 70
LEADING, AFTER = 17, 7


def printed(text: str, *, head: str = "", foot: str = "") -> tuple[bytes, str]:
    """The file, and what is seen on its pages; `foot` takes the page's number and how many there are."""
    font = find_typeface().face().name
    pages = list(_pages(text, font))
    stream = io.BytesIO()
    canvas = Canvas(stream, pageCompression=0)
    shown = [text]
    for number, page in enumerate(pages, 1):
        canvas.setFont(font, SIZE)
        around = ((head, 800), (foot.format(number, len(pages)), 40))
        for line, height in [*page, *((line, height) for line, height in around if line)]:
            canvas.drawString(LEFT, height, line)
        shown += [line for line, _ in around if line]
        canvas.showPage()
    canvas.save()
    return stream.getvalue(), "\n".join(shown)


def _pages(text: str, font: str) -> Iterator[list[tuple[str, float]]]:
    page: list[tuple[str, float]] = []
    height = float(TOP)
    for paragraph in text.splitlines():
        for line in simpleSplit(paragraph.replace("\t", " "), font, SIZE, WIDTH):
            if height < BOTTOM:
                yield page
                page, height = [], float(TOP)
            page.append((line, height))
            height -= LEADING
        height -= AFTER if paragraph.strip() else 0
    yield page
