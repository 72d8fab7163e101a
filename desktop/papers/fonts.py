"""Finds the typeface of the form on this machine and measures it. May import domain, vi and reportlab.

Windows has Times New Roman; elsewhere Liberation Serif (2 or later) or Tinos, of the same widths, are looked for.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from desktop import vi
from desktop.domain.refusal import Refusal

STYLES = ("regular", "bold", "italic", "bold-italic")
FAMILIES: tuple[tuple[str, str, tuple[str, str, str, str]], ...] = (
    ("times", "Times New Roman", ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf")),
    (
        "liberation",
        "Liberation Serif",
        tuple(f"LiberationSerif-{style}.ttf" for style in ("Regular", "Bold", "Italic", "BoldItalic")),
    ),
    ("tinos", "Tinos", tuple(f"Tinos-{style}.ttf" for style in ("Regular", "Bold", "Italic", "BoldItalic"))),
)  # type: ignore[assignment]
VIETNAMESE = frozenset(
    letter
    for base in "AĂÂEÊIOÔƠUƯY"
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    for plain in [vi.nfc(base + tone)]
    for letter in (plain, plain.lower())
    if not letter.isascii()
) | frozenset("Đđ")
"""The 134 letters of Vietnamese that ASCII lacks."""

MISSING = (
    "Chưa có phông chữ để in: hãy cài phông Times New Roman, hoặc Liberation Serif bản 2 "
    "(gói fonts-liberation2 trên Debian, Ubuntu)"
)


@dataclass(slots=True)
class Face:
    """One style of the typeface, registered under `name`; widths are in thousandths of the size."""

    name: str
    font: TTFont
    _words: dict[str, float] = field(default_factory=dict)

    def width(self, text: str, size: float) -> float:
        known = self._words.get(text)
        if known is None:
            widths, other = self.font.face.charWidths, self.font.face.defaultWidth
            known = self._words[text] = sum(widths.get(ord(letter), other) for letter in text) / 1000
        return known * size

    def lacks(self, letters: Iterable[str]) -> str:
        """Return those of the letters the face cannot draw."""
        return "".join(sorted(letter for letter in set(letters) if ord(letter) not in self.font.face.charToGlyph))


@dataclass(frozen=True)
class Typeface:
    """The four styles, each parsed when it is first asked for."""

    label: str
    prefix: str
    files: tuple[Path, ...]

    def face(self, *, bold: bool = False, italic: bool = False) -> Face:
        return (self._bold_italic if italic else self._bold) if bold else self._italic if italic else self.regular

    @cached_property
    def regular(self) -> Face:
        return self._load(0)

    @cached_property
    def _bold(self) -> Face:
        return self._load(1)

    @cached_property
    def _italic(self) -> Face:
        return self._load(2)

    @cached_property
    def _bold_italic(self) -> Face:
        return self._load(3)

    def _load(self, style: int) -> Face:
        name = f"{self.prefix}-{STYLES[style]}"
        try:
            font = TTFont(name, str(self.files[style]))
        except TTFError as error:
            raise Refusal(f"Không đọc được phông chữ {self.files[style].name}. {MISSING}") from error
        face = Face(name, font)
        if lacking := face.lacks(VIETNAMESE):
            raise Refusal(f"Phông {self.label} thiếu {len(lacking)} chữ tiếng Việt ({lacking[:8]}…). {MISSING}")
        pdfmetrics.registerFont(font)
        return face


def find_typeface(folders: Iterable[Path] | None = None) -> Typeface:
    """Return the first whole typeface with every Vietnamese letter; raises Refusal naming what to install."""
    refused: Refusal | None = None
    for typeface in _whole(_files(folders if folders is not None else font_folders())):
        try:
            typeface.face()
        except Refusal as refusal:
            refused = refusal
        else:
            return typeface
    raise refused or Refusal(MISSING)


def _whole(found: dict[Path, dict[str, Path]]) -> Iterator[Typeface]:
    """Every typeface whose four styles lie in one folder, in the order of FAMILIES."""
    for prefix, label, names in FAMILIES:
        for there in found.values():
            if all(name.lower() in there for name in names):
                yield Typeface(label, prefix, tuple(there[name.lower()] for name in names))


def font_folders() -> tuple[Path, ...]:
    """The folders in which this system keeps fonts; the program's own fallback beside the interpreter comes last."""
    home = Path.home()
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
        own = Path(os.environ.get("LOCALAPPDATA", home)) / "Microsoft/Windows/Fonts"
        return (windows, own, Path(sys.prefix) / "fonts")
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts")
    shares = os.environ.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share").split(":")
    data = Path(os.environ.get("XDG_DATA_HOME", home / ".local/share"))
    return (data / "fonts", home / ".fonts", *(Path(share) / "fonts" for share in shares if share))


def _files(folders: Iterable[Path]) -> dict[Path, dict[str, Path]]:
    """The wanted files by folder: an older version may lie beside the one that has the letters."""
    wanted = {name.lower() for _, _, names in FAMILIES for name in names}
    found: dict[Path, dict[str, Path]] = {}
    for path in _walk(folders):
        if path.name.lower() in wanted:
            found.setdefault(path.parent, {})[path.name.lower()] = path
    return found


def _walk(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for where, _, names in os.walk(folder):
            yield from (Path(where, name) for name in sorted(names))
