"""The Word file says the same as the page, in real paragraphs, and LibreOffice opens it."""

import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from desktop.domain.form import FormPack
from desktop.papers.paper import Chart, Paper, Table
from desktop.papers.readback import number_on, read_pdf, squeezed
from desktop.papers.word import make_docx
from desktop.usecases.papers.printing import FORMS, print_form, to_pdf
from tests.papers.conftest import ON
from tests.papers.forms.an_office import facts
from tests.papers.forms.test_forms import record_of
from tests.papers.test_page import a_paper


def letters(pdf: bytes, papers: list[Paper]) -> list[str]:
    """Every letter in order of the alphabet, for columns may be read in any order.

    Dots, page numbers, the heads of tables and what rows say again are left out: pages may end elsewhere. So are the
    words of a chart's legend, which its table does without.
    """
    tables = [block for paper in papers for block in paper.blocks if isinstance(block, Table)]
    heads = {squeezed(column.title) for table in tables for column in table.columns}
    charts = [block for paper in papers for block in paper.blocks if isinstance(block, Chart)]
    heads |= {squeezed(word) for chart in charts for word in ("Nội dung", *chart.legend)}
    heads |= {line for table in tables for line in said_again(table)}
    texts = [squeezed(read.text) for page in read_pdf(pdf) for read in page.texts if read is not number_on(page)]
    return sorted("".join(text for text in texts if text not in heads).replace(".", "").replace("…", ""))


def said_again(table: Table) -> Iterator[str]:
    """The lines of the cells that go on below, which a row at the top of a page repeats."""
    going = [place for row in table.rows if row.splits for place, cell in enumerate(row.cells) if cell is None]
    for row in table.rows:
        for cell in (row.cells[place] for place in set(going)):
            text = "".join(run.text for run in cell) if isinstance(cell, tuple) else cell or ""
            yield from (squeezed(line) for line in text.split("\n"))


@pytest.mark.needs("libreoffice-writer-nogui")
def test_libreoffice_shows_every_form_with_the_same_text(tmp_path: Path) -> None:
    made = {slug: print_form(facts(), slug, record_of(slug), on=ON) for slug in FORMS}
    for slug, papers in made.items():
        (tmp_path / f"{slug}.docx").write_bytes(make_docx(papers))
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf"]
    files = [str(tmp_path / f"{slug}.docx") for slug in made]
    subprocess.run([*command, "--outdir", str(tmp_path), *files], check=True, capture_output=True, timeout=180)
    for slug, papers in made.items():
        assert letters((tmp_path / f"{slug}.pdf").read_bytes(), papers) == letters(to_pdf(papers), papers), slug


def test_page_and_paragraphs_are_those_of_the_form(pack: FormPack) -> None:
    document = Document(BytesIO(make_docx([a_paper(pack)])))
    section = document.sections[0]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    sizes = (section.page_width, section.page_height, *margins)
    assert [round(size / 36000) for size in sizes if size] == [210, 297, 20, 20, 30, 15]
    body = next(line for line in document.paragraphs if line.text.startswith("Ban Thường vụ thống nhất"))
    assert (body.paragraph_format.line_spacing, body.paragraph_format.space_before) == (Pt(20), Pt(6))
    assert body.paragraph_format.first_line_indent == pytest.approx(Mm(10), abs=100)
    assert body.runs[0].font.size == Pt(14)


def test_even_pages_are_mirrored_only_when_printed_on_both_sides(pack: FormPack) -> None:
    both = replace(pack, page=replace(pack.page, both_sides=True))
    mirrored = [
        Document(BytesIO(make_docx([a_paper(each)]))).settings.element.find(qn("w:mirrorMargins"))
        for each in (pack, both)
    ]
    assert [found is not None for found in mirrored] == [False, True]


def test_the_page_number_is_a_field_from_page_2_on(pack: FormPack) -> None:
    section = Document(BytesIO(make_docx([a_paper(pack)]))).sections[0]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header.paragraphs[0]._p.xml
    assert "PAGE" not in section.first_page_header._element.xml


def test_the_same_paper_gives_the_same_file(pack: FormPack) -> None:
    assert make_docx([a_paper(pack)]) == make_docx([a_paper(pack)])


def test_many_papers_are_sections_that_count_their_pages_anew(pack: FormPack) -> None:
    papers: list[Paper] = [a_paper(pack), a_paper(pack, landscape=True)]
    document = Document(BytesIO(make_docx(papers)))
    assert [section.orientation for section in document.sections] == [0, 1]
    assert zipfile.is_zipfile(BytesIO(make_docx(papers)))
    starts = [section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) for section in document.sections]
    assert starts == ["1", "1"]
