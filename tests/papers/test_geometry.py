"""Where everything of a page stands, in millimetres from its upper left corner, and what Word is told of the same.

Two papers hold every part a page is made of. Their marks are kept beside this test, so that whatever moves is seen;
what the form lays down in figures is asked of them one by one.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from desktop.exchange.forms import load_forms
from desktop.papers.fonts import find_typeface
from desktop.papers.layout import SetPage, Setter
from desktop.papers.lines import MM, Box, Mark, Rule, Text
from desktop.papers.paper import (
    Bar,
    Chart,
    Column,
    Head,
    Paper,
    Run,
    Signer,
    Space,
    Table,
    bold,
    centred,
    group,
    heading,
    italic,
    para,
    row,
    writing_line,
)
from desktop.papers.word import make_docx
from tests.conftest import Kept

BODY = "Ban Thường vụ thống nhất chủ trương bổ sung dự toán và giao cơ quan chuyên môn hoàn thiện hồ sơ theo quy định. "
TABLE = Table(
    columns=(
        Column("TT", 10, "center"),
        Column("Nội dung", 100),
        Column("Số tiền (triệu đồng)", 30, "right"),
        Column("Ghi chú", 25),
    ),
    rows=(
        group("I. Chi thường xuyên"),
        row("1", "Sửa chữa trụ sở các xã vùng cao, mua sắm bàn ghế và tủ hồ sơ cho bộ phận một cửa", "1.250", "Tiếp"),
        row("2", (Run("Hỗ trợ học phí", bold=True), Run("\nchia hai đợt")), "900", "Đợt 1", splits=True),
        row("", None, "900", "Đợt 2", splits=True),
        row("3", "Dự phòng", "75", "", height=60),
        *(row(str(number), f"Công trình số {number}", str(number * 10), "", height=40) for number in range(4, 14)),
    ),
)  # fmt: skip
LYING = Chart(
    title="Dự họp của từng ủy viên",
    legend=("Có mặt", "Vắng có lý do", "Vắng không lý do"),
    bars=(
        Bar(label="Nguyễn Văn An", parts=(20, 0, 0), said="20/20"),
        Bar(label="Trần Thị Hạnh", parts=(10, 5, 5), said="10/20"),
        Bar(label="Lý Thanh Ý", parts=(5, 10, 0), said="5/15"),
    ),
)
UPRIGHT = Chart(
    title="Đúng hạn theo tháng",
    legend=("Đúng hạn", "Quá hạn"),
    bars=(Bar(label="T6", parts=(24, 3), said="24/27"), Bar(label="T7", parts=(9, 0), said="9/9")),
    upright=True,
)


HEAD = Head(
    superior="Đảng bộ tỉnh Bình Định",
    body="Huyện ủy Tây Sơn",
    number="Số 05-BC/HU",
    place_date="Tây Sơn, ngày 03 tháng 02 năm 2026",
)


@cache
def report() -> Paper:
    return Paper(
        pack=load_forms()["hd36"],
        slug="thu",
        day=dt.date(2026, 2, 3),
        head=HEAD,
        title="Báo cáo",
        summary="kết quả thực hiện dự toán ngân sách năm 2025 và phương hướng, nhiệm vụ bổ sung dự toán năm 2026",
        blocks=(para(BODY * 2), heading("1. Số liệu"), TABLE, LYING, UPRIGHT, para("Trên đây là báo cáo.")),
        signer=Signer(("T/M Ban Thường vụ",), ("Phó Bí thư Thường trực",), "Nguyễn Đức Lâm"),
        recipients=("Tỉnh ủy (báo cáo)", *(f"Đảng ủy xã số {number}" for number in range(1, 9)), "Lưu Văn phòng"),
        stamps=("Mật", "Khẩn"),
        drafts=("Dự thảo lần 2",),
    )


@cache
def letter() -> Paper:
    return replace(
        report(),
        title="",
        summary="",
        head=replace(HEAD, letter_summary="V/v gửi báo cáo kết quả thực hiện dự toán ngân sách quý IV"),
        addressed=("Thường trực Hội đồng nhân dân huyện", "Các đảng ủy xã, thị trấn"),
        blocks=(
            para("Đề nghị ", bold("gửi ngay"), " và ", italic("đầy đủ"), "."),
            centred("Giữa trang"),
            para("Ý kiến:", dotted=True),
            writing_line(),
            Space(points=20),
        ),
        signer=Signer((), ("Chánh Văn phòng",), ""),
        left_signer=Signer((), ("Người lập",), "Đỗ Minh Châu"),
        recipients=(),
        stamps=(),
        drafts=(),
        landscape=True,
    )


PAPERS = {"report": report, "letter": letter}
NAMED = pytest.mark.parametrize("name", PAPERS)


@cache
def set_once(name: str) -> list[SetPage]:
    return Setter(find_typeface()).pages(PAPERS[name]())


@cache
def word(name: str) -> WordDocument:
    return Document(BytesIO(make_docx([PAPERS[name]()])))


def marks(page: SetPage) -> Iterator[Mark]:
    return (mark for part in page.parts for mark in part)


def texts(page: SetPage) -> list[Text]:
    return [mark for mark in marks(page) if isinstance(mark, Text)]


def said(text: Text) -> str:
    return "".join(piece.text for piece in text.pieces)


def at(page: SetPage, words: str) -> Text:
    return next(text for text in texts(page) if said(text) == words)


def mm(points: float) -> float:
    return round(points / MM, 1)


def middle(text: Text) -> float:
    return mm(text.x + text.width / 2)


def told(mark: Mark) -> str:
    if isinstance(mark, Text):
        faces = " ".join(f"{piece.size:g} {piece.face.partition('-')[2]}" for piece in mark.pieces)
        return f"{mm(mark.x)} {mm(mark.y)} {mm(mark.width)} {faces}: {said(mark)}"
    if isinstance(mark, Rule):
        return f"RULE {mm(mark.x)} {mm(mark.y)} {mm(mark.to_x)} {mm(mark.to_y)} {mark.thickness:g}"
    return f"BOX {mm(mark.x)} {mm(mark.y)} {mm(mark.width)} {mm(mark.height)} {mark.grey:g}"


@NAMED
def test_everything_stands_where_it_is_kept(name: str, kept: Kept) -> None:
    lines: list[str] = []
    for number, page in enumerate(set_once(name), 1):
        lines += [f"== {number}: {mm(page.width)} x {mm(page.height)}", *map(told, marks(page))]
    kept(f"set-{name}", lines)


def test_nothing_stands_outside_the_margins_of_20_20_30_and_15_mm() -> None:
    for page in set_once("report"):
        assert (mm(page.width), mm(page.height)) == (210, 297)
        for text in texts(page):
            if said(text).isdigit() and mm(text.y) < 20:  # the page's number
                continue
            assert 30 <= mm(text.x) <= mm(text.x + text.width) <= 195
            assert 20 < mm(text.y) <= 277
        for rule in (mark for mark in marks(page) if isinstance(mark, Rule)):
            assert 30 <= mm(min(rule.x, rule.to_x)) <= mm(max(rule.x, rule.to_x)) <= 195
            assert 20 <= mm(rule.y) <= 277


def test_a_page_turned_keeps_its_margins() -> None:
    (page,) = set_once("letter")
    assert (mm(page.width), mm(page.height)) == (297, 210)
    assert middle(at(page, "Giữa trang")) == pytest.approx(30 + 252 / 2, abs=0.1)
    dots = max(text.x + text.width for text in texts(page))
    assert 281 < mm(dots) <= 282


def test_the_number_of_a_page_stands_10_mm_from_the_top_in_the_middle() -> None:
    first, *more = set_once("report")
    assert not any(said(text) == "1" and mm(text.y) < 20 for text in texts(first))
    for number, page in enumerate(more, 2):
        (found,) = [text for text in texts(page) if mm(text.y) < 20]
        assert (said(found), found.pieces[0].size, middle(found)) == (str(number), 14, 105)
        assert 10 < mm(found.y) < 12.5


def test_stamps_stand_framed_under_the_number_and_drafts_under_the_date() -> None:
    page = set_once("report")[0]
    number, secret, urgent = (at(page, words) for words in ("Số 05-BC/HU", "MẬT", "KHẨN"))
    assert number.y < secret.y < urgent.y
    for stamp in (secret, urgent):
        assert middle(stamp) == 68
        sides = [mark for mark in marks(page) if isinstance(mark, Rule) and abs(mark.y - stamp.y) < 25]
        around = [mark for mark in sides if stamp.x - 12 < mark.x < stamp.x + stamp.width + 12 and mark.x < 106 * MM]
        assert min(mark.x for mark in around) < stamp.x
        assert max(mark.to_x for mark in around) > stamp.x + stamp.width
        assert min(mark.y for mark in around) < stamp.y - 10 < stamp.y < max(mark.y for mark in around)
    assert middle(at(page, "DỰ THẢO LẦN 2")) == 150.5
    assert at(page, "DỰ THẢO LẦN 2").y > at(page, "Tây Sơn, ngày 03 tháng 02 năm 2026").y


def test_a_long_summary_is_parted_into_lines_of_about_one_length_in_the_middle() -> None:
    page = set_once("report")[0]
    title, dashes = at(page, "BÁO CÁO"), at(page, "-----")
    lines = [text for text in texts(page) if title.y < text.y < dashes.y]
    assert len(lines) == 2
    assert {middle(line) for line in lines} <= {112.4, 112.5, 112.6}
    assert min(line.width for line in lines) > 0.8 * max(line.width for line in lines)


def test_a_table_is_as_wide_as_the_text_and_its_columns_have_their_shares() -> None:
    page = set_once("report")[0]
    head = at(page, "Nội dung")
    edges = sorted(
        {mm(mark.x) for mark in marks(page) if isinstance(mark, Rule) and mark.x == mark.to_x and mark.y > head.y - 40}
    )
    assert edges == [30, 40, 140, 170, 195]
    assert middle(head) == 90
    assert middle(at(page, "TT")) == middle(at(page, "1")) == 35
    amounts = [at(page, words) for words in ("1.250", "75", "900")]
    assert len({mm(text.x + text.width) for text in amounts}) == 1
    assert 167 < mm(amounts[0].x + amounts[0].width) < 170
    assert 40 < mm(at(page, "Dự phòng").x) < 43


def test_the_head_of_a_table_stands_again_on_the_next_page() -> None:
    first, second, *_ = set_once("report")
    assert any(said(text) == "Công trình số 13" for text in texts(second))
    for words in ("TT", "Nội dung", "Ghi chú"):
        assert at(second, words).x == at(first, words).x
    assert at(second, "Nội dung").y < at(second, "Công trình số 13").y


def test_bars_are_as_long_as_their_figures() -> None:
    boxes = [mark for page in set_once("report") for mark in marks(page) if isinstance(mark, Box)]
    legend, rest = [box for box in boxes if box.width == box.height], [box for box in boxes if box.width != box.height]
    assert len(legend) == 3 + 2
    an, hanh, hanh_2, hanh_3, y, y_2, june, june_2, july = rest
    assert [round(box.width / an.width, 3) for box in (hanh, hanh_2, hanh_3, y, y_2)] == [0.5, 0.25, 0.25, 0.25, 0.5]
    assert hanh_2.x == pytest.approx(hanh.x + hanh.width, abs=0.01)
    assert hanh_3.x == pytest.approx(hanh_2.x + hanh_2.width, abs=0.01)
    assert {box.x for box in (an, hanh, y)} == {an.x}
    assert {box.height for box in rest[:6]} == {an.height}
    assert [round(box.height / june.height * 24, 2) for box in (june_2, july)] == [3, 9]
    assert june_2.y + june_2.height == pytest.approx(june.y, abs=0.01)
    assert june.y + june.height == pytest.approx(july.y + july.height, abs=0.01)


@pytest.mark.parametrize("upright", [True, False])
def test_a_bar_of_one_is_as_long_as_there_is_room_where_no_other_is_longer(upright: bool) -> None:
    def longest(most: int) -> float:
        bars = (Bar(label="T6", parts=(most, 0), said=str(most)), Bar(label="T7", parts=(0, 0), said="0"))
        chart = Chart(title="Đúng hạn", legend=("Đúng hạn", "Quá hạn"), bars=bars, upright=upright)
        page = Setter(find_typeface()).pages(replace(report(), blocks=(chart,)))[0]
        bar = [mark for mark in marks(page) if isinstance(mark, Box)][-1]
        return bar.height if upright else bar.width

    assert longest(1) == pytest.approx(longest(2), abs=0.01)


def test_the_signature_stands_at_the_right_and_its_list_level_with_it_at_the_left() -> None:
    page = set_once("report")[-1]
    authority, post, name = (
        at(page, words) for words in ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC", "Nguyễn Đức Lâm")
    )
    assert [middle(text) for text in (authority, post, name)] == [150.5] * 3
    assert authority.y < post.y < name.y - 60
    label = at(page, "Nơi nhận:")
    assert (mm(label.x), label.y) == (30, authority.y)
    listed = [text for text in texts(page) if said(text).startswith("- ")]
    assert {mm(text.x) for text in listed} == {30}
    assert said(listed[-1]) == "- Lưu Văn phòng."
    assert all(below.y > above.y for above, below in pairwise(listed))


# Word


BORDER = f".//{qn('w:bdr')}"


def length(value: object) -> str:
    return "-" if value is None else f"{value.mm:.1f}"  # type: ignore[attr-defined]  # a length of python-docx


def line(paragraph: WordParagraph) -> str:
    shape = paragraph.paragraph_format
    points = [shape.space_before, shape.space_after, shape.line_spacing]
    runs = " ".join(
        f"[{run.font.size.pt:g}{'b' if run.bold else ''}{'i' if run.italic else ''}{'u' if run.underline else ''}"
        f"{' framed' if run._r.findall(BORDER) else ''}] {run.text}"
        for run in paragraph.runs
        if run.font.size
    )
    said = " ".join(f"{each.pt:g}" if each is not None else "-" for each in points)
    tabs = "".join(f" tab {stop.position.mm:.1f}" for stop in shape.tab_stops)
    return (
        f"{shape.alignment} {said} first {length(shape.first_line_indent)} left {length(shape.left_indent)}"
        f"{' keep' if shape.keep_with_next else ''}{tabs} {runs}"
    )


def table_lines(table: WordTable) -> Iterator[str]:
    yield f"TABLE {table.alignment} {[length(column.width) for column in table.columns]}"
    for number, one in enumerate(table.rows):
        marks = [name for name in ("tblHeader", "cantSplit") if one._tr.findall(f".//{qn(f'w:{name}')}")]
        yield f" ROW {number} {' '.join(marks)} {one.height.pt if one.height else ''}".rstrip()
        seen: list[object] = []
        for cell in one.cells:
            if cell._tc not in seen:
                seen.append(cell._tc)
                yield from cell_lines(cell)


def cell_lines(cell: _Cell) -> Iterator[str]:
    yield f"  CELL {length(cell.width)} {cell.vertical_alignment}"
    yield from (f"    {line(each)}" for each in cell.paragraphs)


def word_lines(document: WordDocument) -> Iterator[str]:
    for section in document.sections:
        sides = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
        yield f"PAGE {length(section.page_width)} x {length(section.page_height)} {' '.join(map(length, sides))}"
        yield f"NUMBER {length(section.header_distance)} {section.different_first_page_header_footer}"
        yield from (f"  {line(each)}" for each in section.header.paragraphs)
    for part in document.iter_inner_content():
        if isinstance(part, WordTable):
            yield from table_lines(part)
        else:
            yield line(part)


@NAMED
def test_word_is_told_what_is_kept(name: str, kept: Kept) -> None:
    kept(f"word-{name}", word_lines(word(name)))


def test_word_has_the_margins_columns_and_widths_of_the_form() -> None:
    document = word("report")
    (section,) = document.sections
    sides = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [length(side) for side in sides] == ["20.0", "20.0", "30.0", "15.0"]
    head, table, *_, end = document.tables
    for each in (head, end):
        assert [length(column.width) for column in each.columns] == ["76.0", "89.0"]
    assert [length(column.width) for column in table.columns] == ["10.0", "100.0", "30.0", "25.0"]
    assert [length(cell.width) for cell in table.rows[2].cells] == ["10.0", "100.0", "30.0", "25.0"]
    assert document.styles["Normal"].font.name == "Times New Roman"


def test_to_whom_a_letter_goes_stands_in_word_where_it_stands_on_the_page() -> None:
    (page,) = set_once("letter")
    indents = {one.text: one.paragraph_format.left_indent for one in word("letter").paragraphs}
    for words in ("Kính gửi:", "- Các đảng ủy xã, thị trấn"):
        assert float(length(indents[words])) == pytest.approx(mm(at(page, words).x) - 30, abs=0.1)


def test_a_cell_that_goes_on_is_one_in_word() -> None:
    table = word("report").tables[1]
    assert table.rows[3].cells[1]._tc is table.rows[4].cells[1]._tc
    assert table.rows[1].cells[0]._tc is table.rows[1].cells[3]._tc
    assert table.rows[5].height
    assert table.rows[5].height.pt == 60


def test_two_papers_are_two_sections_each_turned_as_it_is() -> None:
    document = Document(BytesIO(make_docx([report(), letter()])))
    assert [(length(one.page_width), length(one.page_height)) for one in document.sections] == [
        ("210.0", "297.0"),
        ("297.0", "210.0"),
    ]
