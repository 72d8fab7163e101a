"""Reads the words of a Word file as they stand on the page, with the numbers Word itself writes. May import docx.

Insertions under tracked changes and what stands in content controls are words like others; what was struck out, notes,
heads and feet of pages, and the old wording in a table that compares two are handed back beside the text.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop.exchange.regulations.clauses import is_numbered
from desktop.exchange.regulations.comparison import Cell, compared
from desktop.exchange.regulations.source import Format, RegulationSource, refused
from desktop.exchange.regulations.word_numbering import Numbering
from desktop.exchange.regulations.word_xml import Node, attribute, child, on, qualified, tag_of
from desktop.exchange.regulations.words import LeftOut

STRUCK = "Chữ đã gạch bỏ ở chế độ theo dõi sửa đổi (Track Changes)"
BOXED = "Chữ trong hộp chữ hoặc hình vẽ"
HIDDEN = "Chữ ẩn"
_BESIDE = {
    "footnotes": "Chú thích cuối trang",
    "endnotes": "Chú thích cuối văn bản",
    "comments": "Lời góp ý bên lề",
    "header": "Đầu trang",
    "footer": "Cuối trang",
}
"""The parts of a file whose words stand beside the text."""
_OLD_WORD = b"\xd0\xcf\x11\xe0"
"""How a .doc begins, and a .docx that is locked with a password."""
_MOST_UNPACKED = 200_000_000
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
_PARAGRAPH, _TABLE, _ROW, _CELL, _RUN, _SYMBOL = map(qualified, ("p", "tbl", "tr", "tc", "r", "sym"))
_PRIVATE = range(0xE000, 0xF900)
"""Where fonts of signs keep theirs: a bullet, whatever it looks like."""


def read_word(path: Path) -> RegulationSource:
    data = path.read_bytes()
    if data.startswith(_OLD_WORD):
        raise refused(
            path, "là tệp Word kiểu cũ hoặc có mật khẩu. Mở bằng Word, bỏ mật khẩu nếu có, rồi lưu thành .docx."
        )
    try:
        return _read(io.BytesIO(data))
    except Exception as error:  # a damaged file fails anywhere in the libraries that unpack it
        raise refused(path, "hỏng hoặc không phải tệp Word .docx.") from error


def _read(data: io.BytesIO) -> RegulationSource:
    import docx  # only here: it is slow to load, and most starts never need it

    with zipfile.ZipFile(data) as packed:
        if sum(each.file_size for each in packed.infolist()) > _MOST_UNPACKED:
            raise ValueError(_MOST_UNPACKED)
    document = docx.Document(data)
    reader = _Reader(Numbering.of(document.part))
    reader.walk(document.element.body)
    reader.end()
    left_out = [*reader.left_out, *_beside(document.part)]
    return RegulationSource("\n\n".join(reader.paragraphs), tuple(left_out), tuple(reader.oddities))


def _beside(part: Any) -> Iterator[LeftOut]:  # noqa: ANN401 - python-docx does not name the type of its parts
    from docx.oxml import parse_xml

    for relation in part.rels.values():
        reason = _BESIDE.get(relation.reltype.rsplit("/", 1)[-1])
        if reason and not relation.is_external and (words := _words(parse_xml(relation.target_part.blob)).strip()):
            yield LeftOut(words, reason)


@dataclass(slots=True)
class _Reader:
    """The paragraphs of a file in the order of the page, and what was left out of them."""

    numbering: Numbering
    paragraphs: list[str] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    oddities: list[str] = field(default_factory=list)
    _begun: str = ""
    _boxes: list[str] = field(default_factory=list)

    def walk(self, parent: Node) -> None:
        """Every paragraph below a node, in order: in tables, content controls and what tracked changes brought in."""
        for node in parent:
            tag = tag_of(node)
            if tag in _STRUCK:
                self._leave(STRUCK, _words(node, struck=True))
            elif tag == _PARAGRAPH:
                self._paragraph(node)
            elif tag == _TABLE:
                self._table(node)
            elif tag not in _PASSED:
                self.walk(node)

    def end(self) -> None:
        """A paragraph whose mark was struck out waits for the next one; the last has none."""
        if self._begun:
            self.paragraphs.append(self._begun)
            self._begun = ""

    def _paragraph(self, paragraph: Node) -> None:
        words = "".join(self._runs(paragraph))
        mark = self.numbering.mark(paragraph)
        whole = self._begun + (f"{mark} {words.lstrip()}" if mark and words.strip() else words)
        joined = on(child(child(paragraph, "pPr"), "rPr"), "del")
        self._begun = whole if joined else ""
        self.paragraphs += [] if joined else [whole]
        self.paragraphs += self._boxes
        self._boxes = []

    def _runs(self, parent: Node) -> Iterator[str]:
        for node in parent:
            tag = tag_of(node)
            if tag in _STRUCK:
                self._leave(STRUCK, _words(node, struck=True))
            elif tag in _BOXED:
                self._box(node)
            elif tag == _RUN:
                yield from self._run(node)
            elif written := _written(node):
                yield written
            elif tag not in _PASSED and tag != _FALLBACK:
                yield from self._runs(node)

    def _run(self, run: Node) -> Iterator[str]:
        properties = child(run, "rPr")
        if on(properties, "vanish"):
            self._leave(HIDDEN, _words(run))
        elif on(properties, "caps"):
            yield "".join(self._runs(run)).upper()
        else:
            yield from self._runs(run)

    def _box(self, node: Node) -> None:
        """A box that holds numbered lines is part of the text, and comes behind the paragraph it hangs at."""
        words = _words(node).strip()
        if any(map(is_numbered, words.splitlines())):
            self._boxes += words.splitlines()
            self.oddities.append("Chữ trong một hộp chữ được đọc ngay sau đoạn có hộp ấy, cần xem lại.")
        else:
            self._leave(BOXED, words)

    def _table(self, table: Node) -> None:
        rows = [self._row(row) for row in table.iter(_ROW) if _owner(row, _TABLE) is table]
        kept, left, said = compared(rows)
        self.paragraphs += kept
        self.left_out += left
        self.oddities += said

    def _row(self, row: Node) -> list[Cell]:
        """The cells of a row, each at the column where it begins; nothing of a row struck out."""
        if on(child(row, "trPr"), "del"):
            self._leave(STRUCK, _words(row, struck=True))
            return []
        cells, column = [], 0
        for cell in [each for each in row.iter(_CELL) if _owner(each, _ROW) is row]:
            cells.append(Cell(column, self._inside(cell)))
            column += _span(cell)
        return cells

    def _inside(self, cell: Node) -> list[str]:
        outside, self.paragraphs = self.paragraphs, []
        self.walk(cell)
        self.end()
        inside, self.paragraphs = self.paragraphs, outside
        return inside

    def _leave(self, reason: str, words: str) -> None:
        if words.strip():
            self.left_out.append(LeftOut(words.strip(), reason))


def _owner(node: Node, tag: str) -> Node:
    """The nearest node of that kind above."""
    return next(node.iterancestors(tag), None)


def _span(cell: Node) -> int:
    span = attribute(child(child(cell, "tcPr"), "gridSpan"), "val")
    return int(span) if span.isdigit() else 1


def _words(parent: Node, *, struck: bool = False) -> str:
    """All the words below a node, a paragraph to a line."""
    parts = []
    for node in parent:
        tag = tag_of(node)
        if written := _written(node) or (node.text if struck and tag == _DELETED else ""):
            parts.append(written)
        elif tag not in _PASSED and tag != _FALLBACK:
            parts.append(_words(node, struck=struck) + ("\n" if tag == _PARAGRAPH else ""))
    return "".join(parts)


def _written(node: Node) -> str:
    """What a node of a run writes by itself."""
    tag = tag_of(node)
    if tag == _TEXT:
        return node.text or ""
    return _symbol(node) if tag == _SYMBOL else _SIGNS.get(tag, "")


def _symbol(node: Node) -> str:
    code = int(attribute(node, "char") or "0", 16)
    return "•" if code in _PRIVATE else chr(code) if code else ""


FORMAT = Format((".docx",), read_word)
