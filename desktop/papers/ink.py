"""Writes marks as the operators of a PDF page. May import reportlab and the papers' own modules.

Written here rather than through the canvas' text objects, which spend most of their time on numbers and escapes.
"""

from collections.abc import Iterator, Sequence

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from desktop.papers.lines import Box, Mark, Piece, Rule, Text


class _Letters(dict[int, str]):
    """How each letter is written in the first subset of a font; a letter is given its place when first met."""

    def __init__(self, font: TTFont, document: object) -> None:
        self.font, self.document = font, document

    def __missing__(self, code: int) -> str:
        subset, written = self.font.splitString(chr(code), self.document)[0]
        if subset:
            raise LookupError(code)
        self[code] = _escaped(written)
        return self[code]


class Ink:
    """Draws on one canvas; each font's letters are looked up once in a document."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas, self.document = canvas, canvas.__dict__["_doc"]
        self._letters: dict[str, _Letters] = {}
        self._names: dict[tuple[str, int], str] = {}

    def draw(self, marks: Sequence[Mark], height: float) -> None:
        """Draw on a page of that height; boxes first, then texts, then lines."""
        written = "\n".join((*_boxes(marks, height), *self._texts(marks, height), *_rules(marks, height)))
        if written:
            self.canvas.addLiteral(written)

    def _texts(self, marks: Sequence[Mark], height: float) -> Iterator[str]:
        font, space = "", 0.0
        yield "BT"
        for mark in marks:
            if not isinstance(mark, Text):
                continue
            yield f"1 0 0 1 {_figure(mark.x)} {_figure(height - mark.y)} Tm"
            if mark.space != space:
                space = mark.space
                yield f"{_figure(space)} Tw"
            for piece in mark.pieces:
                for name, literal in self._encoded(piece):
                    chosen = f"{name} {_figure(piece.size)} Tf "
                    yield f"{'' if chosen == font else chosen}({literal}) Tj"
                    font = chosen
        yield "0 Tw ET" if space else "ET"

    def _encoded(self, piece: Piece) -> list[tuple[str, str]]:
        """The text as literals, each with the name of the font subset that holds its letters."""
        letters = self._letters.get(piece.face)
        if letters is None:
            letters = self._letters[piece.face] = _Letters(self._font(piece.face), self.document)
        try:
            return [(self._name(letters, piece.face, 0), piece.text.translate(letters))]
        except LookupError:
            split = letters.font.splitString(piece.text, self.document)
            return [(self._name(letters, piece.face, subset), _escaped(written)) for subset, written in split]

    def _font(self, face: str) -> TTFont:
        font = pdfmetrics.getFont(face)
        assert isinstance(font, TTFont)
        return font

    def _name(self, letters: _Letters, face: str, subset: int) -> str:
        known = self._names.get((face, subset))
        if known is None:
            letters.font.splitString(" ", self.document)
            known = self._names[face, subset] = letters.font.getSubsetInternalName(subset, self.document)
        return known


def _boxes(marks: Sequence[Mark], height: float) -> Iterator[str]:
    boxes = [mark for mark in marks if isinstance(mark, Box)]
    if boxes:
        yield f"q {_figure(OUTLINE)} w"
        for box in boxes:
            corner = f"{_figure(box.x)} {_figure(height - box.y - box.height)}"
            yield f"{_figure(box.grey)} g {corner} {_figure(box.width)} {_figure(box.height)} re B"
        yield "Q"


OUTLINE = 0.5
"""The thickness of a box's edge."""


def _rules(marks: Sequence[Mark], height: float) -> Iterator[str]:
    thickness = 0.0
    for mark in marks:
        if isinstance(mark, Rule):
            if mark.thickness != thickness:
                thickness = mark.thickness
                yield f"{_figure(thickness)} w"
            start = f"{_figure(mark.x)} {_figure(height - mark.y)} m"
            yield f"{start} {_figure(mark.to_x)} {_figure(height - mark.to_y)} l S"


def _figure(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _escaped(written: bytes) -> str:
    """A literal string: brackets and backslashes escaped, everything outside printable ASCII in octal."""
    return "".join(
        f"\\{chr(code)}" if code in b"()\\" else chr(code) if 32 <= code < 127 else f"\\{code:03o}" for code in written
    )
