"""The parts Word papers are made of: columns of lines, tables, fields. May import docx and the papers' own modules."""

from collections.abc import Sequence
from typing import Protocol

from docx.document import Document as WordDocument
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from desktop.domain.form import FormPack
from desktop.papers.lines import clean
from desktop.papers.paper import Align, Cell, Row, Run, Table

ALIGN = {
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


class Holder(Protocol):
    """A document or a cell."""

    def add_paragraph(self) -> WordParagraph: ...


def element(name: str, **attributes: str) -> BaseOxmlElement:
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


class Column:
    """Lines under one another in a document or in a cell, whose first, empty paragraph is used up first."""

    def __init__(self, holder: WordDocument | _Cell, pack: FormPack) -> None:
        self.holder, self.pack = holder, pack
        self._first = holder.paragraphs[0] if isinstance(holder, _Cell) else None

    def line(
        self,
        runs: Sequence[Run],
        name: str,
        *,
        align: Align = "left",
        pitch: float = 0,
        before: float = 0,
        after: float = 0,
        first: float = 0,
        left: float = 0,
        keep: bool = False,
    ) -> WordParagraph:
        """A paragraph in the style of an element, at an exact pitch; `first` and `left` are indents in millimetres."""
        paragraph = self._first if self._first is not None else self.holder.add_paragraph()
        self._first = None
        shape = paragraph.paragraph_format
        shape.alignment, shape.keep_with_next, shape.widow_control = ALIGN[align], keep, True
        shape.space_before, shape.space_after = Pt(before), Pt(after)
        shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(pitch or self.pack.text.pitch)
        shape.first_line_indent, shape.left_indent = Mm(first), Mm(left)
        style = self.pack.elements[name]
        for run in runs:
            text = clean(run.text)
            written = paragraph.add_run(text.upper() if style.capitals else text)
            written.font.size = Pt(style.size)
            written.bold, written.italic = run.bold or style.bold, run.italic or style.italic
            written.underline = style.underlined
        return paragraph

    def set(
        self,
        name: str,
        text: str,
        pitch: float,
        *,
        before: float = 0,
        after: float = 0,
        align: Align = "center",
        keep: bool = False,
        underlined: bool = False,
    ) -> None:
        """One line of the form's own element; nothing where there is no text."""
        if text:
            paragraph = self.line((Run(text),), name, align=align, pitch=pitch, before=before, after=after, keep=keep)
            if underlined:
                paragraph.runs[0].underline = True

    def framed(self, name: str, text: str, pitch: float, *, before: float) -> None:
        paragraph = self.line((Run(text),), name, align="center", pitch=pitch, before=before)
        border = element("w:bdr", val="single", sz="6", space="0", color="auto")
        paragraph.runs[0]._r.get_or_add_rPr().append(border)

    def dots(self, paragraph: WordParagraph, width: float) -> None:
        """Fill the line with dots up to the right margin."""
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
        paragraph.add_run(" \t").font.size = Pt(self.pack.elements["text"].size)


def field(paragraph: WordParagraph, code: str, size: float) -> None:
    """A field Word works out itself, such as the page number."""
    run = paragraph.add_run()
    run.font.size = Pt(size)
    instruction = element("w:instrText")
    instruction.text = code
    for part in (element("w:fldChar", fldCharType="begin"), instruction, element("w:fldChar", fldCharType="end")):
        run._r.append(part)


def plain_table(document: WordDocument, shares: Sequence[float]) -> tuple[_Cell, ...]:
    """The cells of a one-row table without lines, of those widths in millimetres."""
    table = grid(document, 1, shares)
    _unsplit(table, 0)
    return tuple(table.rows[0].cells)


def grid(document: WordDocument, rows: int, shares: Sequence[float], style: str | None = None) -> WordTable:
    table: WordTable = document.add_table(rows, len(shares), style)
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Mm(share)
        for cell in column.cells:
            cell.width = Mm(share)
    properties = table._tbl.tblPr
    margins = element("w:tblCellMar")
    for side, room in (("top", "40"), ("left", "85"), ("bottom", "40"), ("right", "85")):
        margins.append(element(f"w:{side}", w="0" if style is None else room, type="dxa"))
    properties.append(margins)
    return table


def write_table(document: WordDocument, table: Table, pack: FormPack, width: float) -> None:
    whole = sum(column.share for column in table.columns)
    shares = [width * column.share / whole for column in table.columns]
    made = grid(document, 1 + len(table.rows), shares, "Table Grid")
    head = made.rows[0]
    head._tr.get_or_add_trPr().append(element("w:tblHeader"))
    cells = [list(row.cells) for row in made.rows]
    for cell, column in zip(cells[0], table.columns, strict=True):
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        _cell(cell, (Run(column.title, bold=True),), "center", pack)
    for number, row in enumerate(table.rows, 1):
        if not row.runs_on:
            _unsplit(made, number)
        if row.height:
            made.rows[number].height = Pt(row.height)
        _row(cells, number, row, table, pack)


def _row(cells: list[list[_Cell]], number: int, row: Row, table: Table, pack: FormPack) -> None:
    if row.span:
        _cell(cells[number][0].merge(cells[number][-1]), row.cells[0], "left", pack)
        return
    for place, (content, column) in enumerate(zip(row.cells, table.columns, strict=True)):
        cell = cells[number][place]
        if content is None:
            cells[number - 1][place].merge(cell)
            cells[number][place] = cells[number - 1][place]
        else:
            _cell(cell, content, column.align, pack)


def _cell(cell: _Cell, content: Cell, align: Align, pack: FormPack) -> None:
    runs = (Run(content),) if isinstance(content, str) else content or (Run(""),)
    column = Column(cell, pack)
    lines: list[list[Run]] = [[]]
    for run in runs:
        for place, text in enumerate(run.text.split("\n")):
            if place:
                lines.append([])
            lines[-1].append(Run(text, run.bold, run.italic))
    for line in lines:
        column.line(line, "table", align=align, pitch=pack.table.pitch)


def _unsplit(table: WordTable, row: int) -> None:
    table.rows[row]._tr.get_or_add_trPr().append(element("w:cantSplit"))
