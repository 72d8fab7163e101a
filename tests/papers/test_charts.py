"""Charts read back from the page and from Word: bars as long as their numbers, told apart without colour."""

import ctypes
from io import BytesIO

import pypdfium2
import pypdfium2.raw as raw
import pytest
from docx import Document
from docx.document import Document as WordDocument
from PIL import Image

from desktop.domain.form import FormPack
from desktop.papers.charts import GREYS, TALL
from desktop.papers.fonts import Typeface
from desktop.papers.lines import MM
from desktop.papers.paper import Bar, Chart, Paper, para
from desktop.papers.pdf import make_pdf
from desktop.papers.readback import read_pdf
from desktop.papers.selfcheck import self_check
from desktop.papers.word import make_docx
from tests.papers.conftest import ON
from tests.papers.reading import at, page_text

MONTHS = (("T6", 24, 3), ("T7", 9, 0), ("T8", 15, 3), ("T9", 0, 0))
Box = tuple[float, float, float, float, float]
"""Left, top, right and bottom in points from the page's upper left corner, and how grey it is filled."""


def columns(upright: bool = True) -> Chart:
    bars = tuple(Bar(label=name, parts=(kept, late), said=f"{kept}/{kept + late}") for name, kept, late in MONTHS)
    return Chart(title="Đúng hạn theo tháng", legend=("Đúng hạn", "Quá hạn"), bars=bars, upright=upright)


def a_paper(pack: FormPack, *charts: Chart) -> Paper:
    return Paper(pack=pack, slug="thu", day=ON, head=None, title="Báo cáo", blocks=(para("Lời mở đầu."), *charts))


def boxes(pdf: bytes) -> list[Box]:
    """The filled rectangles of the first page, in the order in which they are drawn."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    height = page.get_size()[1]
    found = []
    for item in page.get_objects():
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        if item.type == raw.FPDF_PAGEOBJ_PATH:
            raw.FPDFPath_GetDrawMode(item, fill, stroke)
            if fill.value:
                left, low, right, high = item.get_bounds()
                found.append((left, height - high, right, height - low, _grey(item)))
    document.close()
    return found


def _grey(item: pypdfium2.PdfObject) -> float:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    raw.FPDFPageObj_GetFillColor(item, red, green, blue, alpha)
    assert red.value == green.value == blue.value
    return red.value / 255


def test_columns_are_as_tall_as_their_numbers_and_stand_on_one_line(pack: FormPack, typeface: Typeface) -> None:
    _first, _second, *bars = boxes(make_pdf([a_paper(pack, columns())], typeface))
    kept = [bar for bar in bars if bar[4] < 0.5]
    late = [bar for bar in bars if bar[4] > 0.5]
    unit = TALL / 27
    assert [bar[3] - bar[1] for bar in kept] == pytest.approx([24 * unit, 9 * unit, 15 * unit], abs=1.1)
    assert [bar[3] - bar[1] for bar in late] == pytest.approx([3 * unit, 3 * unit], abs=1.1)
    assert len({round(bar[3]) for bar in kept}) == 1
    assert [round(bar[3]) for bar in late] == [round(kept[0][1]) + 1, round(kept[2][1]) + 1]
    assert len({round(bar[2] - bar[0]) for bar in bars}) == 1


def test_lying_bars_begin_on_one_line_and_share_one_scale(pack: FormPack, typeface: Typeface) -> None:
    _first, _second, *bars = boxes(make_pdf([a_paper(pack, columns(upright=False))], typeface))
    kept = [bar for bar in bars if bar[4] < 0.5]
    assert len({round(bar[0], 1) for bar in kept}) == 1
    long = [bar[2] - bar[0] - 1 for bar in kept]
    assert [one / long[0] for one in long] == pytest.approx([1, 9 / 24, 15 / 24], abs=0.02)


def test_every_number_stands_by_its_bar_and_its_label_under_it(pack: FormPack, typeface: Typeface) -> None:
    pdf = make_pdf([a_paper(pack, columns())], typeface)
    page, bars = read_pdf(pdf)[0], boxes(pdf)[2:]
    for label, said, bar in (("T6", "24/27", bars[1]), ("T7", "9/9", bars[2]), ("T8", "15/18", bars[4])):
        number, name = at(page, said), at(page, label)
        assert number.middle == pytest.approx((bar[0] + bar[2]) / 2, abs=0.6)
        assert name.middle == pytest.approx(number.middle, abs=0.6)
        assert 0 < bar[1] - number.y < 8
    assert "0/0" in page_text(page)


def test_parts_are_told_apart_without_colour(pack: FormPack, typeface: Typeface) -> None:
    pdf = make_pdf([a_paper(pack, columns())], typeface)
    assert {round(box[4], 2) for box in boxes(pdf)} == {round(grey, 2) for grey in GREYS}
    hatch = [line for line in read_pdf(pdf)[0].lines if 1 < line.right - line.x == pytest.approx(line.bottom - line.y)]
    assert len(hatch) >= 10


def test_a_paper_with_charts_passes_its_own_check_and_stays_in_its_margins(pack: FormPack, typeface: Typeface) -> None:
    many = Chart(
        title="Dự họp của từng ủy viên",
        legend=("Có mặt", "Vắng có lý do", "Vắng không lý do"),
        bars=tuple(Bar(label=f"Nguyễn Thị Hồng Vân {n}", parts=(n, 41 - n, 1), said=f"{n}/42") for n in range(42)),
    )
    paper = a_paper(pack, columns(), many, columns(upright=False))
    pdf = make_pdf([paper], typeface)
    assert self_check(pdf, [paper]) == []
    page = pack.page
    for read in read_pdf(pdf):
        for line in read.lines:
            assert page.left * MM - 1 <= line.x <= line.right <= (page.width - page.right) * MM + 1
            assert line.bottom <= (page.height - page.bottom) * MM + 1


def test_a_number_lost_from_a_chart_is_found(pack: FormPack, typeface: Typeface) -> None:
    good = a_paper(pack, columns())
    bars = (*columns().bars, Bar(label="T10", parts=(3, 1), said="3/4"))
    other = a_paper(pack, Chart(title="Đúng hạn theo tháng", legend=("Đúng hạn", "Quá hạn"), bars=bars, upright=True))
    problems = self_check(make_pdf([good], typeface), [other])
    assert problems == ["Thiếu chữ “T10” trong biểu đồ.", "Thiếu chữ “3/4” trong biểu đồ."]


def test_word_has_a_picture_fine_enough_to_print_that_says_its_numbers(pack: FormPack, typeface: Typeface) -> None:
    document = Document(BytesIO(make_docx([a_paper(pack, columns())], typeface)))
    (drawn,) = document.inline_shapes
    assert drawn._inline.docPr.get("descr") == "Đúng hạn theo tháng: T6 24/27; T7 9/9; T8 15/18; T9 0/0."
    (part,) = _pictures(document)
    with Image.open(BytesIO(part)) as picture:
        assert picture.size[0] / (drawn.width / 914400) >= 299
        assert picture.mode == "L"
        assert picture.getextrema()[0] < 120


def _pictures(document: WordDocument) -> list[bytes]:
    return [part.blob for part in document.part.package.iter_parts() if part.partname.endswith(".png")]


def test_word_has_the_numbers_in_a_table_where_nothing_can_be_drawn(pack: FormPack) -> None:
    document = Document(BytesIO(make_docx([a_paper(pack, columns())])))
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows][1:3] == [["T6", "24/27"], ["T7", "9/9"]]


def test_the_same_chart_gives_the_same_word_file(pack: FormPack, typeface: Typeface) -> None:
    paper = a_paper(pack, columns())
    assert make_docx([paper], typeface) == make_docx([paper], typeface)
