"""Reads the words of a Word file as they stand on the page, with the numbers Word itself writes.

May import docx. Insertions under tracked changes and what stands in content controls are words like others; what was
struck out, text boxes and notes are handed back beside the text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desktop.exchange.regulations.numbering import Node, Numbering, qualified
from desktop.exchange.regulations.words import LeftOut

STRUCK = "Chữ đã gạch bỏ ở chế độ theo dõi sửa đổi (Track Changes)"
BOXED = "Chữ trong hộp chữ hoặc hình vẽ"
_STRUCK = frozenset(map(qualified, ("del", "moveFrom")))
_BOXED = frozenset(map(qualified, ("drawing", "pict", "object")))
_PASSED = frozenset(map(qualified, ("pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "instrText")))
_SIGNS = {
    qualified("tab"): "\t",
    qualified("br"): "\n",
    qualified("cr"): "\n",
    qualified("noBreakHyphen"): "-",
    qualified("ptab"): "\t",
}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXT, _DELETED = qualified("t"), qualified("delText")
_PARAGRAPH = qualified("p")


@dataclass(slots=True)
class WordText:
    """The paragraphs of a file in the order of the page, and what was left out of them."""

    paragraphs: list[str] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


def read_docx(path: Path) -> WordText:
    import docx  # only here: it is slow to load, and most starts never need it

    document = docx.Document(str(path))
    reader = _Reader(Numbering.of(document.part))
    reader.walk(document.element.body)
    return reader.found


class _Reader:
    def __init__(self, numbering: Numbering) -> None:
        self.found = WordText()
        self._numbering = numbering

    def walk(self, parent: Node) -> None:
        """Every paragraph below a node, in order: in tables, content controls and what tracked changes brought in."""
        for child in parent:
            if _tag(child) in _STRUCK:
                self._leave(STRUCK, _words(child, struck=True))
            elif _tag(child) == _PARAGRAPH:
                self._paragraph(child)
            elif _tag(child) not in _PASSED:
                self.walk(child)

    def _paragraph(self, paragraph: Node) -> None:
        words = "".join(self._runs(paragraph))
        mark = self._numbering.mark(paragraph) if words.strip() else ""
        self.found.paragraphs.append(f"{mark} {words.lstrip()}" if mark else words)

    def _runs(self, parent: Node) -> Iterator[str]:
        for child in parent:
            tag = _tag(child)
            if tag in _STRUCK:
                self._leave(STRUCK, _words(child, struck=True))
            elif tag in _BOXED:
                self._leave(BOXED, _words(child))
            elif tag == _TEXT:
                yield child.text or ""
            elif tag in _SIGNS:
                yield _SIGNS[tag]
            elif tag not in _PASSED and tag != _FALLBACK:
                yield from self._runs(child)

    def _leave(self, reason: str, words: str) -> None:
        if words.strip():
            self.found.left_out.append(LeftOut(words.strip(), reason))


def _words(parent: Node, *, struck: bool = False) -> str:
    """All the words below a node, a paragraph to a line."""
    parts = []
    for child in parent:
        tag = _tag(child)
        if tag == _TEXT or (struck and tag == _DELETED):
            parts.append(child.text or "")
        elif tag not in _PASSED and tag != _FALLBACK:
            parts.append(_words(child, struck=struck) + ("\n" if tag == _PARAGRAPH else ""))
    return "".join(parts)


def _tag(node: Node) -> str:
    """Comments and processing instructions have none."""
    return node.tag if isinstance(node.tag, str) else ""
