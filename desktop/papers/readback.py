"""Reads a finished PDF back: each text with its place, size and font, and each line. May import pypdfium2."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as raw


@dataclass(frozen=True, slots=True)
class Read:
    """Text in one font. `x` and `y` are its base line's beginning, in points from the page's upper left corner."""

    text: str
    x: float
    y: float
    right: float
    top: float
    bottom: float
    size: float
    font: str
    embedded: bool

    @property
    def bold(self) -> bool:
        return "Bold" in self.font

    @property
    def italic(self) -> bool:
        return "Italic" in self.font

    @property
    def middle(self) -> float:
        return (self.x + self.right) / 2


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line, from one end to the other, without its thickness."""

    x: float
    y: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class ReadPage:
    width: float
    height: float
    texts: tuple[Read, ...]
    lines: tuple[Drawn, ...]


def read_pdf(pdf: bytes) -> list[ReadPage]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_page(document[number]) for number in range(len(document))]
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage) -> ReadPage:
    width, height = page.get_size()
    textpage = page.get_textpage()
    texts, lines = [], []
    for item in page.get_objects():
        left, low, right, high = item.get_bounds()
        if item.type == raw.FPDF_PAGEOBJ_TEXT:
            texts.append(_text(item, textpage, height, (left, low, right, high)))
        elif item.type == raw.FPDF_PAGEOBJ_PATH:
            ink = _stroke(item)
            lines.append(Drawn(left + ink, height - high + ink, right - ink, height - low - ink))
    return ReadPage(width, height, tuple(text for text in texts if text.text.strip()), tuple(lines))


def _stroke(item: pypdfium2.PdfObject) -> float:
    """A line's thickness, by which pdfium's box is larger on every side."""
    width = ctypes.c_float()
    raw.FPDFPageObj_GetStrokeWidth(item, width)
    return width.value


def _text(
    item: pypdfium2.PdfObject, textpage: pypdfium2.PdfTextPage, height: float, box: tuple[float, float, float, float]
) -> Read:
    size = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(item, size)
    matrix, font = item.get_matrix(), raw.FPDFTextObj_GetFont(item)
    length = raw.FPDFTextObj_GetText(item, textpage, None, 0)
    letters = (ctypes.c_ushort * (length // 2 + 1))()
    raw.FPDFTextObj_GetText(item, textpage, letters, length)
    name = ctypes.create_string_buffer(256)
    raw.FPDFFont_GetBaseFontName(font, name, 256)
    _, low, right, high = box
    return Read(
        text=bytes(letters)[: max(length - 2, 0)].decode("utf-16le"),
        x=matrix.e,
        y=height - matrix.f,
        right=right,
        top=height - high,
        bottom=height - low,
        size=round(size.value, 2),
        font=name.value.decode("latin-1"),
        embedded=raw.FPDFFont_GetIsEmbedded(font) == 1,
    )


def squeezed(text: str) -> str:
    """The text without any white space, as texts are compared wherever lines may be broken."""
    return "".join(text.split())


def runs_of(pages: list[ReadPage]) -> Iterator[list[ReadPage]]:
    """Group pages into papers: a page without a number begins one; empty pages are skipped."""
    held: list[ReadPage] = []
    for page in pages:
        if not page.texts:
            continue
        if held and number_on(page) is None:
            yield held
            held = []
        held.append(page)
    if held:
        yield held


def number_on(page: ReadPage) -> Read | None:
    """The page number: figures alone in the upper margin."""
    above = [text for text in page.texts if text.y < NUMBER_ZONE and text.text.strip().isdigit()]
    return above[0] if above else None


NUMBER_ZONE = 50.0
"""No other text stands this near the top edge, in points."""
