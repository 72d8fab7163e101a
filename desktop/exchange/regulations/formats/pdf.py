"""Reads the words of a PDF that holds text. May import pypdfium2.

Heads, feet and page numbers are handed back beside it. Lines come as they stand on the page; the parser joins those
broken at the margin. A wider gap is an empty line.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from desktop.domain.refusal import Refusal
from desktop.exchange.regulations.page_edges import Line, edges
from desktop.exchange.regulations.source import Format, RegulationSource, refused

_MOST_PAGES = 500
_WIDE = 1.35
"""A step from line to line so much longer than usual is a gap."""
_WRITTEN = {0: "", 0x2: "-", 0xD: "", 0xFFFE: "", 0xFFFF: ""}
"""What pdfium gives for letters it knows nothing of, for line ends, and (2) for a hyphen at the end of a line."""
_HALVES = range(0xD800, 0xE000)


def read_pdf(path: Path) -> RegulationSource:
    import pypdfium2  # only here: it is slow to load, and most starts never need it

    try:
        document = pypdfium2.PdfDocument(path.read_bytes())
    except pypdfium2.PdfiumError as error:
        raise refused(path, _why(str(error))) from error
    try:
        return _source(path, [_lines(page, number) for number, page in enumerate(_pages(path, document), 1)])
    except pypdfium2.PdfiumError as error:
        raise refused(path, _why("")) from error
    finally:
        document.close()


def _why(error: str) -> str:
    if "password" in error.lower() or "security" in error.lower():
        return "có mật khẩu; cần bỏ mật khẩu rồi chọn lại."
    return "hỏng hoặc không phải tệp PDF."


def _pages(path: Path, document: Any) -> Iterator[Any]:  # noqa: ANN401 - pypdfium2 ships no types
    if len(document) > _MOST_PAGES:
        raise Refusal(f"Tệp {path.name} quá dài, cần một văn bản không quá {_MOST_PAGES} trang.", field="file")
    return (document[number] for number in range(len(document)))


def _source(path: Path, pages: Sequence[list[Line]]) -> RegulationSource:
    if not any(pages):
        raise refused(path, "là bản chụp, không có chữ để đọc; cần bản .docx hoặc bản PDF có chữ của văn bản.")
    left_out = edges(pages)
    kept = [[line for line in page if line not in left_out] for page in pages]
    text = "\n".join(line for page in kept for line in _spaced(page))
    return RegulationSource(text, tuple(left_out.values()), tuple(_empty(pages)))


def _empty(pages: Sequence[list[Line]]) -> Iterator[str]:
    empty = [str(number) for number, page in enumerate(pages, 1) if not page]
    if empty:
        yield f"Trang {', '.join(empty)} của tệp không có chữ (trang trống hoặc ảnh chụp)."


def _lines(page: Any, number: int) -> list[Line]:  # noqa: ANN401 - as above
    """The lines of a page in the order of the file, each with its place."""
    textpage = page.get_textpage()
    found: list[Line] = []
    letters: list[str] = []
    begun = 0
    for at, letter in enumerate([*_letters(textpage), "\n"]):
        if letter != "\n":
            letters.append(letter)
            continue
        if words := "".join(letters).strip():
            first = begun + next(place for place, each in enumerate(letters) if each.strip())
            found.append(Line(words, _depth(page, textpage, first), page.get_height(), number, len(found)))
        letters, begun = [], at + 1
    return found


def _letters(textpage: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    from pypdfium2 import raw

    for at in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage, at)
        yield _WRITTEN.get(code, "\ufffd" if code in _HALVES else chr(code))


def _depth(page: Any, textpage: Any, letter: int) -> float:  # noqa: ANN401 - as above
    """How far a letter stands below the upper edge of its page."""
    _, low, _, _ = textpage.get_charbox(letter, loose=True)
    return float(page.get_height() - low)


def _spaced(page: Sequence[Line]) -> Iterator[str]:
    steps = [below.y - above.y for above, below in pairwise(page)]
    usual = median([step for step in steps if step > 0] or [0])
    for line, step in zip(page, [0.0, *steps], strict=False):
        if step > usual * _WIDE:
            yield ""
        yield line.words


FORMAT = Format((".pdf",), read_pdf)
