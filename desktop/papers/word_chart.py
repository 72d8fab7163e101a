"""Puts a chart into a Word file: a picture fine enough to print, or its numbers in a table. May import docx, papers."""

from io import BytesIO

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from desktop.domain.form import FormPack
from desktop.papers.fonts import Typeface
from desktop.papers.paper import Chart, Column, Run, Table, row
from desktop.papers.word_parts import Column as Lines
from desktop.papers.word_parts import write_table


def write_chart(document: WordDocument, chart: Chart, pack: FormPack, width: float, typeface: Typeface | None) -> None:
    """The picture says the chart's numbers in its description; without a typeface to draw in they make a table."""
    if typeface is None:
        _table(document, chart, pack, width)
        return
    from desktop.papers.picture import picture  # it brings pypdfium2, which papers without charts do not need

    line = document.add_paragraph()
    line.alignment, line.paragraph_format.space_before = WD_ALIGN_PARAGRAPH.CENTER, Pt(pack.text.gap)
    drawn = line.add_run().add_picture(BytesIO(picture(chart, pack, typeface, width)), width=Mm(width))
    drawn._inline.docPr.set("title", chart.title)
    drawn._inline.docPr.set("descr", chart.words)


def _table(document: WordDocument, chart: Chart, pack: FormPack, width: float) -> None:
    Lines(document, pack).line((Run(chart.title, bold=True),), "table", align="center", keep=True)
    columns = (Column("Nội dung", 3), Column(chart.legend[0], 2, "center"))
    rows = tuple(row(bar.label, bar.said) for bar in chart.bars)
    write_table(document, Table(columns=columns, rows=rows), pack, width)
