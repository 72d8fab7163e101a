"""Breaks text into lines of a width. May import domain, vi and the papers' own modules."""

from collections.abc import Iterator
from typing import NamedTuple

from desktop import vi
from desktop.domain.form import Element
from desktop.papers.fonts import Face, Typeface
from desktop.papers.paper import Align, Run

MM = 72 / 25.4
"""Points in a millimetre."""


class Piece(NamedTuple):
    """Text drawn in one go."""

    face: str
    size: float
    text: str


class Text(NamedTuple):
    """A line as it is drawn: `x` from the left, `y` down from the top of what holds it; `space` widens each space."""

    x: float
    y: float
    width: float
    space: float
    pieces: tuple[Piece, ...]


class Rule(NamedTuple):
    """A straight line from (x, y) to (to_x, to_y)."""

    x: float
    y: float
    to_x: float
    to_y: float
    thickness: float


class Box(NamedTuple):
    """A rectangle from its upper left corner, outlined; `grey` is 0 for black and 1 for white."""

    x: float
    y: float
    width: float
    height: float
    grey: float


Mark = Text | Rule | Box


class Style(NamedTuple):
    """How runs are set unless they say otherwise."""

    size: float
    bold: bool = False
    italic: bool = False
    capitals: bool = False


def style_of(element: Element) -> Style:
    return Style(element.size, element.bold, element.italic, element.capitals)


class _Word(NamedTuple):
    """What may not be torn apart: parts of one or more runs, and whether a space stood before it."""

    parts: tuple[tuple[Face, str], ...]
    width: float
    gap: float


class Line(NamedTuple):
    words: tuple[_Word, ...]
    width: float
    last: bool


def baseline(pitch: float, size: float) -> float:
    """How far below the top of a line of that pitch its letters stand."""
    return pitch - 0.25 * size if pitch < 1.5 * size else pitch / 2 + 0.4 * size


def clean(text: str) -> str:
    """The text composed, with every control character and tab a space."""
    text = vi.nfc(text)
    return text if text.isprintable() else "".join(c if c.isprintable() or c == "\u00a0" else " " for c in text)


def break_lines(
    typeface: Typeface, runs: tuple[Run, ...], style: Style, width: float, first_indent: float = 0
) -> list[Line]:
    """Return the lines that fit the width; the first one is shorter by the indent. Nothing gives one empty line."""
    lines: list[Line] = []
    held: list[_Word] = []
    room, used = width - first_indent, 0.0
    for word in _words(typeface, runs, style, width - first_indent):
        ahead = used + word.gap + word.width if held else word.width
        if held and word.gap and ahead > room + 0.01:
            lines.append(Line(tuple(held), used, last=False))
            held, room, ahead = [], width, word.width
        held.append(word)
        used = ahead
    lines.append(Line(tuple(held), used, last=True))
    return lines


LOOSE = 0.4
"""How much of its type size a space may be widened by: a line that would need more is left short."""


def set_line(line: Line, align: Align, size: float, x: float, y: float, width: float) -> Text:
    """Place a line in a measure that begins at x; a justified line fills it, but not the last, nor one too loose."""
    gaps = sum(1 for word in line.words[1:] if word.gap)
    inner = sum(text.count("\u00a0") for word in line.words for _, text in word.parts)
    spare = width - line.width
    space = spare / (gaps + inner) if align == "justify" and not line.last and gaps else 0.0
    space = space if space <= LOOSE * size else 0.0
    shift = {"center": spare / 2, "right": spare}.get(align, 0.0)
    drawn = line.width + space * (gaps + inner)
    return Text(round(x + shift, 3), round(y, 3), round(drawn, 3), round(space, 4), tuple(_pieces(line, size)))


def _pieces(line: Line, size: float) -> Iterator[Piece]:
    face, text = "", ""
    for place, word in enumerate(line.words):
        for part, (next_face, more) in enumerate(word.parts):
            spaced = " " if place and part == 0 and word.gap else ""
            if next_face.name != face and text:
                yield Piece(face, size, text.replace("\u00a0", " ") + spaced)
                text, spaced = "", ""
            face, text = next_face.name, text + spaced + more
    if text:
        yield Piece(face, size, text.replace("\u00a0", " "))


def _words(typeface: Typeface, runs: tuple[Run, ...], style: Style, width: float) -> Iterator[_Word]:
    """Join what touches across runs, and cut what is wider than the whole measure."""
    parts: list[tuple[Face, str]] = []
    gap = pending = 0.0
    for run in runs:
        face = typeface.face(bold=run.bold or style.bold, italic=run.italic or style.italic)
        text = clean(run.text.upper() if style.capitals else run.text)
        for place, piece in enumerate(text.split(" ")):
            if place:
                if parts:
                    yield from _cut(parts, gap, style.size, width)
                    parts, gap = [], 0.0
                pending = face.width(" ", style.size)
            if piece:
                if not parts:
                    gap, pending = pending, 0.0
                parts.append((face, piece))
    if parts:
        yield from _cut(parts, gap, style.size, width)


def _cut(parts: list[tuple[Face, str]], gap: float, size: float, width: float) -> Iterator[_Word]:
    total = _width(parts, size)
    if total <= width:
        yield _Word(tuple(parts), total, gap)
        return
    if any(HARD in text for _, text in parts):
        for place, loose in enumerate(_loosened(parts)):
            yield from _cut(loose, loose[0][0].width(" ", size) if place else gap, size, width)
        return
    for face, text in parts:
        start = 0
        while start < len(text):
            end = start + 1
            while end < len(text) and face.width(text[start : end + 1], size) <= width:
                end += 1
            piece = text[start:end]
            yield _Word(((face, piece),), face.width(piece, size), gap)
            start, gap = end, width  # what follows begins a line of its own


HARD = "\u00a0"


def _loosened(parts: list[tuple[Face, str]]) -> Iterator[list[tuple[Face, str]]]:
    """What was held together by hard spaces, word by word: no line is long enough for it."""
    held: list[tuple[Face, str]] = []
    for face, text in parts:
        first, *more = text.split(HARD)
        held += [(face, first)] if first else []
        for word in more:
            if held:
                yield held
            held = [(face, word)] if word else []
    if held:
        yield held


def _width(parts: list[tuple[Face, str]], size: float) -> float:
    return sum(face.width(text.replace("\u00a0", " "), size) for face, text in parts)
