"""Makes a Word file of papers, of real paragraphs and tables. May import docx and the papers' own modules."""

import datetime as dt
import zipfile
from collections.abc import Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt

from desktop import vi
from desktop.domain.form import FormPack
from desktop.papers.fonts import Typeface
from desktop.papers.layout import page_size
from desktop.papers.paper import Chart, Head, Paper, Paragraph, Run, Signer, Space, Table
from desktop.papers.signature import listed
from desktop.papers.word_chart import write_chart
from desktop.papers.word_parts import Column, element, field, plain_table, write_table

TYPEFACE = "Times New Roman"


def make_docx(papers: Sequence[Paper], typeface: Typeface | None = None) -> bytes:
    """Return the papers one after another, a section each; the same papers give the same bytes.

    Charts are pictures drawn in the typeface; without one their numbers stand in a table.
    """
    document = Document()
    _defaults(document, papers[0])
    for place, paper in enumerate(papers):
        section = document.add_section(WD_SECTION.NEW_PAGE) if place else document.sections[0]
        _page(document, section, paper)
        _write(document, paper, typeface)
    return _settled(document)


def _defaults(document: WordDocument, paper: Paper) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = TYPEFACE, Pt(paper.pack.elements["text"].size)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("w:eastAsia", "w:cs", "w:hAnsi"):
        fonts.set(qn(kind), TYPEFACE)
    language = element("w:lang", val="vi-VN", eastAsia="vi-VN")
    normal.element.get_or_add_rPr().append(language)
    made = dt.datetime(paper.day.year, paper.day.month, paper.day.day)
    core = document.core_properties
    core.title, core.language = _property(paper.name), "vi-VN"
    core.author, core.created, core.modified = _property(paper.head.body if paper.head else ""), made, made
    core.last_modified_by, core.comments = "", ""
    if paper.pack.page.both_sides:
        document.settings.element.insert(0, element("w:mirrorMargins"))


MOST = 255
"""The letters Word takes in a property of a file."""


def _property(text: str) -> str:
    text = vi.nfc(text)
    return text if len(text) <= MOST else f"{text[: MOST - 1]}…"


def _page(document: WordDocument, section: Section, paper: Paper) -> None:
    page, (width, height) = paper.pack.page, page_size(paper)
    section.orientation = WD_ORIENT.LANDSCAPE if paper.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
    size = paper.pack.elements["page_number"].size
    section.header_distance = Pt(page.number_top * 72 / 25.4 - size * 0.6)
    section.different_first_page_header_footer = True
    section.header.is_linked_to_previous = False
    section.first_page_header.is_linked_to_previous = False
    numbers = element("w:pgNumType", start="1")
    section._sectPr.append(numbers)
    line = section.header.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field(line, "PAGE", size)


def _write(document: WordDocument, paper: Paper, typeface: Typeface | None) -> None:
    body = Column(document, paper.pack)
    width = page_size(paper)[0] - paper.pack.page.left - paper.pack.page.right
    if paper.head:
        _head(document, paper, paper.head, width)
    _title(body, paper, width)
    for place, block in enumerate(paper.blocks):
        last = bool(paper.signer) and place == len(paper.blocks) - 1
        if isinstance(block, Paragraph):
            _paragraph(body, block, width, keep=block.tied or last)
            if isinstance(next(iter(paper.blocks[place + 1 :]), None), Table):
                document.paragraphs[-1].paragraph_format.space_after = Pt(paper.pack.table.above)
        elif isinstance(block, Table):
            write_table(document, block, paper.pack, width)
        elif isinstance(block, Chart):
            write_chart(document, block, paper.pack, width, typeface)
        elif isinstance(block, Space):
            body.line((Run(""),), "text", pitch=block.points)
    if paper.signer:
        _signature(document, paper, paper.signer, width)


def _shares(pack: FormPack, width: float) -> tuple[float, float]:
    scale = width / (pack.head.left + pack.head.right)
    return pack.head.left * scale, pack.head.right * scale


def _head(document: WordDocument, paper: Paper, head: Head, width: float) -> None:
    pack = paper.pack
    left, right = (Column(cell, pack) for cell in plain_table(document, _shares(pack, width)))
    pitch = pack.head.pitch
    left.set("superior", head.superior, pitch)
    left.set("body", head.body, pitch)
    left.set("asterisk", pack.words["asterisk"], pitch)
    left.set("number", head.number, pitch)
    left.set("letter_summary", head.letter_summary, pitch)
    for stamp in paper.stamps:
        left.framed("stamp", stamp, pitch + 4, before=pack.head.stamp_gap)
    right.set("party", pack.words["party"], pitch, underlined=True)
    right.set("place_date", head.place_date, pitch, before=pack.head.date_below - pitch)
    for draft in paper.drafts:
        right.set("draft", draft, pitch, before=pack.head.stamp_gap / 2)


def _title(body: Column, paper: Paper, width: float) -> None:
    pack, left = paper.pack, _shares(paper.pack, width)[0] / 2
    body.set("type", paper.title, pack.text.pitch, before=pack.text.title_above, keep=True)
    if paper.summary:
        body.set("summary", paper.summary, pack.text.summary_pitch, keep=True)
        body.set("dashes", pack.words["dashes"], pack.text.summary_pitch * 0.7, after=pack.text.title_below, keep=True)
    label = pack.words["addressed"]
    if len(paper.addressed) == 1:
        body.line(
            (Run(f"{label} ", italic=True), Run(paper.addressed[0])),
            "text",
            align="center",
            before=pack.text.title_above,
        )
    elif paper.addressed:
        body.line((Run(label, italic=True),), "text", before=pack.text.title_above, left=left)
        for name in paper.addressed:
            body.line((Run(f"- {name}"),), "text", left=left + pack.text.indent)


def _paragraph(body: Column, block: Paragraph, width: float, *, keep: bool) -> None:
    indent = body.pack.text.indent if block.indent else 0
    line = body.line(block.runs, "text", align=block.align, before=body.pack.text.gap, first=indent, keep=keep)
    if block.dotted:
        body.dots(line, width)


def _signature(document: WordDocument, paper: Paper, signer: Signer, width: float) -> None:
    pack = paper.pack
    left, right = (Column(cell, pack) for cell in plain_table(document, _shares(pack, width)))
    _signer(right, signer)
    if paper.left_signer:
        _signer(left, paper.left_signer)
    elif paper.recipients:
        before = pack.signature.above
        left.set("recipients_label", pack.words["recipients"], pack.signature.pitch, before=before, align="left")
        for line in listed(pack, paper.recipients):
            left.set("recipients", line, pack.signature.recipients_pitch, align="left")


def _signer(column: Column, signer: Signer) -> None:
    measures = column.pack.signature
    lines = [("authority", line) for line in signer.authority] + [("post", line) for line in signer.post]
    for place, (name, line) in enumerate(lines):
        column.set(name, line, measures.pitch, before=0 if place else measures.above, keep=True)
    column.set("signer", signer.name or " ", measures.pitch, before=measures.room)


def _settled(document: WordDocument) -> bytes:
    """Pack the file anew with one fixed time in it."""
    out, settled = BytesIO(), BytesIO()
    document.save(out)
    with zipfile.ZipFile(out) as source, zipfile.ZipFile(settled, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), source.read(name), zipfile.ZIP_DEFLATED)
    return settled.getvalue()
