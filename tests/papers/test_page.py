"""Every element of the form, measured in the finished page with the pack's own figures (±0.5 mm)."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest

from desktop.domain.form import FormPack
from desktop.exchange.forms import load_forms
from desktop.papers.fonts import Typeface
from desktop.papers.lines import MM
from desktop.papers.paper import ROOM, Column, Head, Paper, Signer, Table, heading, para, row
from desktop.papers.pdf import make_pdf
from desktop.papers.readback import ReadPage, number_on, read_pdf
from tests.papers.reading import NEAR, at, page_text

BODY = "Ban Thường vụ thống nhất chủ trương bổ sung dự toán và giao cơ quan chuyên môn hoàn thiện hồ sơ theo quy định. "


def a_paper(pack: FormPack, **changes: object) -> Paper:
    paper = Paper(
        pack=pack,
        slug="thu",
        day=dt.date(2026, 2, 3),
        head=Head(
            superior="Đảng bộ tỉnh Bình Định",
            body="Huyện ủy Tây Sơn",
            number="Số 05-NQ/HU",
            place_date="Tây Sơn, ngày 03 tháng 02 năm 2026",
        ),
        title="Nghị quyết",
        summary="về một việc để thử",
        blocks=tuple(para(BODY * 3) for _ in range(3)),
        signer=Signer(("T/M Ban Thường vụ",), ("Bí thư",), "Nguyễn Văn An"),
        recipients=("Như trên", "Lưu Văn phòng Huyện ủy"),
    )
    return replace(paper, **changes)  # type: ignore[arg-type]


def printed(paper: Paper, typeface: Typeface) -> list[ReadPage]:
    return read_pdf(make_pdf([paper], typeface))


@pytest.fixture
def page(pack: FormPack, typeface: Typeface) -> ReadPage:
    return printed(a_paper(pack), typeface)[0]


@pytest.mark.parametrize(
    ("text", "size", "bold", "italic"),
    [
        ("ĐẢNG CỘNG SẢN VIỆT NAM", 15, True, False),
        ("ĐẢNG BỘ TỈNH BÌNH ĐỊNH", 14, False, False),
        ("HUYỆN ỦY TÂY SƠN", 14, True, False),
        ("*", 14, False, False),
        ("Số 05-NQ/HU", 14, False, False),
        ("Tây Sơn, ngày 03 tháng 02 năm 2026", 14, False, True),
        ("NGHỊ QUYẾT", 16, True, False),
        ("về một việc để thử", 14, True, False),
        ("-----", 14, True, False),
        ("T/M BAN THƯỜNG VỤ", 14, True, False),
        ("BÍ THƯ", 14, False, False),
        ("Nguyễn Văn An", 14, True, False),
        ("Nơi nhận:", 14, False, False),
        ("- Như trên,", 12, False, False),
        ("- Lưu Văn phòng Huyện ủy.", 12, False, False),
    ],
)
def test_an_element_has_the_size_and_weight_of_the_form(
    page: ReadPage, text: str, size: float, bold: bool, italic: bool
) -> None:
    read = at(page, text)
    assert (read.size, read.bold, read.italic, read.embedded) == (size, bold, italic, True)


def test_the_head_stands_in_two_columns_of_76_and_89_mm(page: ReadPage) -> None:
    for text in ("ĐẢNG BỘ TỈNH BÌNH ĐỊNH", "HUYỆN ỦY TÂY SƠN", "*", "Số 05-NQ/HU"):
        assert at(page, text).middle == pytest.approx((30 + 76 / 2) * MM, abs=NEAR)
    for text in ("ĐẢNG CỘNG SẢN VIỆT NAM", "Tây Sơn, ngày 03 tháng 02 năm 2026", "T/M BAN THƯỜNG VỤ", "BÍ THƯ"):
        assert at(page, text).middle == pytest.approx((30 + 76 + 89 / 2) * MM, abs=NEAR)
    for text in ("NGHỊ QUYẾT", "về một việc để thử", "-----"):
        assert at(page, text).middle == pytest.approx((30 + 165 / 2) * MM, abs=NEAR)


def test_superior_and_party_share_the_first_line_and_the_rest_follows_in_order(page: ReadPage) -> None:
    order = (
        "ĐẢNG BỘ TỈNH BÌNH ĐỊNH",
        "HUYỆN ỦY TÂY SƠN",
        "*",
        "Số 05-NQ/HU",
        "NGHỊ QUYẾT",
        "về một việc để thử",
        "-----",
    )
    heights = [at(page, text).y for text in order]
    assert heights == sorted(heights)
    assert at(page, "ĐẢNG CỘNG SẢN VIỆT NAM").y == pytest.approx(heights[0], abs=1)
    assert at(page, "ĐẢNG CỘNG SẢN VIỆT NAM").top >= 20 * MM - NEAR


def test_the_rule_under_the_party_is_exactly_as_long_as_the_words(page: ReadPage) -> None:
    party, date = at(page, "ĐẢNG CỘNG SẢN VIỆT NAM"), at(page, "Tây Sơn, ngày 03 tháng 02 năm 2026")
    rules = [line for line in page.lines if party.y < line.y < date.y]
    assert len(rules) == 1
    assert rules[0].x == pytest.approx(party.x, abs=1)
    assert rules[0].right == pytest.approx(party.right, abs=1)


def test_lines_of_the_body_stand_exactly_20_points_apart_and_paragraphs_at_least_6_more(page: ReadPage) -> None:
    body = [read for read in page.texts if read.size == 14 and not read.bold and 150 < read.y < 560 and read.x < 115]
    steps = [round(below.y - above.y, 2) for above, below in pairwise(body) if below.y < at(page, "Nơi nhận:").y]
    assert set(steps) == {20.0, 26.0}


def test_the_body_is_justified_and_its_first_line_indented_10_mm(page: ReadPage) -> None:
    first, second = [read for read in page.texts if BODY[:12] in read.text or "bổ sung" in read.text][:2]
    assert first.x == pytest.approx(40 * MM, abs=NEAR)
    assert second.x == pytest.approx(30 * MM, abs=NEAR)
    assert first.right == pytest.approx(195 * MM, abs=2)
    assert second.right == pytest.approx(195 * MM, abs=2)


def test_recipients_stand_at_the_left_level_with_the_authority(page: ReadPage) -> None:
    label = at(page, "Nơi nhận:")
    assert label.y == pytest.approx(at(page, "T/M BAN THƯỜNG VỤ").y, abs=0.1)
    assert label.x == pytest.approx(30 * MM, abs=NEAR)
    under = [line for line in page.lines if 0 < line.y - label.y < 5]
    assert under[0].right - under[0].x == pytest.approx(label.right - label.x, abs=2)


def test_there_is_room_for_signature_and_seal(page: ReadPage, pack: FormPack) -> None:
    assert at(page, "Nguyễn Văn An").y - at(page, "BÍ THƯ").y >= pack.signature.room


def test_long_names_wrap_inside_their_column_and_stay_centred(pack: FormPack, typeface: Typeface) -> None:
    long = "Đảng ủy Các cơ quan Đảng, chính quyền và đoàn thể tỉnh Bắc Kạn"
    head = Head(
        superior="Đảng bộ tỉnh Bắc Kạn",
        body=long,
        number=f"Số{ROOM}-GM/ĐU",
        place_date="Bắc Kạn, ngày 01 tháng 10 năm 2024",
    )
    page = printed(a_paper(pack, head=head), typeface)[0]
    lines = [read for read in page.texts if read.bold and read.size == 14 and read.y < 170 and read.right < 106 * MM]
    assert len(lines) >= 2
    assert " ".join(read.text for read in lines) == long.upper()
    for read in lines:
        assert read.middle == pytest.approx(68 * MM, abs=NEAR)
        assert read.x >= 30 * MM


def test_page_numbers_stand_10_mm_from_the_top_and_not_on_page_1(pack: FormPack, typeface: Typeface) -> None:
    pages = printed(a_paper(pack, blocks=tuple(para(BODY * 4) for _ in range(40))), typeface)
    assert len(pages) > 3
    assert number_on(pages[0]) is None
    for place, page in enumerate(pages[1:], 2):
        number = number_on(page)
        assert number
        assert (number.text, number.size, number.bold, number.italic) == (str(place), 14, False, False)
        assert number.middle == pytest.approx(105 * MM, abs=NEAR)
        assert (number.top + number.bottom) / 2 == pytest.approx(10 * MM, abs=NEAR)


def test_even_pages_are_mirrored_when_printed_on_both_sides(pack: FormPack, typeface: Typeface) -> None:
    both = replace(pack, page=replace(pack.page, both_sides=True))
    pages = printed(a_paper(both, blocks=tuple(para(BODY * 4) for _ in range(20))), typeface)
    assert min(read.x for read in pages[0].texts) == pytest.approx(30 * MM, abs=NEAR)
    assert min(read.x for read in pages[1].texts) == pytest.approx(15 * MM, abs=NEAR)
    assert max(read.right for read in pages[1].texts) == pytest.approx(180 * MM, abs=2)


@pytest.mark.parametrize("lines", range(1, 60, 3))
def test_the_signature_is_never_alone_on_a_page(pack: FormPack, typeface: Typeface, lines: int) -> None:
    pages = printed(a_paper(pack, blocks=tuple(para(f"Việc thứ {n}.") for n in range(lines))), typeface)
    last = pages[-1]
    above = {
        round(read.y)
        for read in last.texts
        if read.y < at(last, "T/M BAN THƯỜNG VỤ").y - 1 and read is not number_on(last)
    }
    assert len(above) >= 2
    assert at(last, "Nguyễn Văn An").bottom <= 277 * MM + NEAR


def test_the_signature_stays_with_text_even_where_a_row_has_to_be_torn(pack: FormPack, typeface: Typeface) -> None:
    for words in range(36, 60):
        table = Table(columns=(Column("Việc", 1), Column("Ai", 9)), rows=(row("một " * words, ""),))
        pages = printed(a_paper(pack, blocks=(table, para("Tổng cộng."))), typeface)
        assert [read for read in pages[-1].texts if read.y < at(pages[-1], "T/M BAN THƯỜNG VỤ").y and read.y > 50]


def test_no_line_of_a_paragraph_is_left_alone_at_a_page_edge(pack: FormPack, typeface: Typeface) -> None:
    for spare in range(8):
        blocks = (
            *(para("Một dòng.") for _ in range(16 + spare)),
            para(BODY * 3),
            *(para("Một dòng.") for _ in range(6)),
        )
        pages = printed(a_paper(pack, blocks=blocks), typeface)
        counts = [
            sum(
                1
                for read in page.texts
                if read.text.strip() and read.text.split()[0] not in ("Một",) and _of(read.text)
            )
            for page in pages
        ]
        assert 1 not in counts


def _of(text: str) -> bool:
    """Whether a line is part of the long paragraph."""
    return text.strip() in " ".join((BODY * 3).split())


def test_a_heading_is_never_the_last_line_of_a_page(pack: FormPack, typeface: Typeface) -> None:
    for before in range(15, 30):
        blocks = (*(para("Một dòng.") for _ in range(before)), heading("2. Đầu mục"), *(para(BODY) for _ in range(4)))
        for page in printed(a_paper(pack, blocks=blocks), typeface):
            assert page.texts[-1].text != "2. Đầu mục"


def test_a_table_repeats_its_head_and_tears_only_a_row_longer_than_a_page(pack: FormPack, typeface: Typeface) -> None:
    columns = (Column("Thứ tự", 12, "center"), Column("Nội dung dài", 90), Column("Ghi chú", 40))
    rows = (
        row("1", "ngắn", ""),
        row("2", BODY * 40, "dài hơn một trang"),
        *(row(str(n), BODY * 2, "") for n in range(3, 20)),
    )
    pages = printed(a_paper(pack, blocks=(Table(columns=columns, rows=rows),)), typeface)
    assert len(pages) > 3
    for page in pages[:-1]:
        assert "Nội dung dài" in page_text(page)
        assert max(read.bottom for read in page.texts) <= 277 * MM + NEAR
        assert max(line.bottom for line in page.lines) <= 277 * MM + NEAR
    assert all(read.right <= 195 * MM + NEAR for page in pages for read in page.texts)


def test_a_row_that_splits_may_open_a_page_and_says_again_what_it_goes_on_with(
    pack: FormPack, typeface: Typeface
) -> None:
    columns = (Column("Ngày", 20), Column("Buổi", 20), Column("Nội dung", 90))
    rows = (
        row("Thứ Hai\n26/8", "Sáng", "\n".join(["một việc dài"] * 30)),
        row(None, "Chiều", "\n".join(["một việc khác"] * 20), splits=True),
    )
    first, second = printed(a_paper(pack, blocks=(Table(columns=columns, rows=rows),), signer=None), typeface)
    assert "Sáng" in page_text(first)
    assert at(second, "26/8").y == pytest.approx(at(second, "Thứ Hai").y + pack.table.pitch, abs=0.1)
    assert at(second, "Thứ Hai").y == pytest.approx(at(second, "Chiều").y, abs=0.1)
    kept = (rows[0], replace(rows[1], splits=False))
    assert "Thứ Hai" not in page_text(
        printed(a_paper(pack, blocks=(Table(columns=columns, rows=kept),), signer=None), typeface)[-1]
    )


def test_stamps_stand_under_the_number_secrecy_first_and_are_framed(pack: FormPack, typeface: Typeface) -> None:
    page = printed(a_paper(pack, stamps=("Mật", "Khẩn"), drafts=("Dự thảo lần 1",)), typeface)[0]
    number, secret, urgent = at(page, "Số 05-NQ/HU"), at(page, "MẬT"), at(page, "KHẨN")
    assert number.y < secret.y < urgent.y
    for stamp in (secret, urgent):
        assert (
            sum(
                1
                for line in page.lines
                if line.x - 1 <= stamp.x and stamp.right <= line.right + 1 and abs(line.y - stamp.y) < 20
            )
            >= 2
        )
    assert at(page, "DỰ THẢO LẦN 1").y > at(page, "Tây Sơn, ngày 03 tháng 02 năm 2026").y


def test_text_is_composed_and_can_be_copied(pack: FormPack, typeface: Typeface) -> None:
    decomposed = "Nguye\u0302\u0303n Đu\u031b\u0301c"
    page = printed(a_paper(pack, blocks=(para(decomposed),)), typeface)[0]
    assert "Nguyễn Đức" in page_text(page)


def test_words_wider_than_the_measure_are_cut_not_lost(pack: FormPack, typeface: Typeface) -> None:
    pages = printed(a_paper(pack, blocks=(para("x" * 300),)), typeface)
    assert sum(read.text.count("x") for read in pages[0].texts) == 300
    assert all(read.right <= 195 * MM + NEAR for read in pages[0].texts)


def test_both_packs_give_the_same_page(typeface: Typeface) -> None:
    forms = load_forms()
    old, new = (printed(a_paper(forms[name]), typeface)[0] for name in ("hd36", "hd05"))
    assert old.texts == new.texts


def test_the_same_paper_gives_the_same_bytes(pack: FormPack, typeface: Typeface) -> None:
    assert make_pdf([a_paper(pack)], typeface) == make_pdf([a_paper(pack)], typeface)


def test_many_papers_share_forms_and_read_as_each_alone(pack: FormPack, typeface: Typeface) -> None:
    papers = [a_paper(pack, blocks=(para(f"Kính mời đồng chí thứ {n}."), para(BODY * 3))) for n in range(30)]
    together = read_pdf(make_pdf(papers, typeface))
    alone = [printed(paper, typeface)[0] for paper in papers]
    assert [[read.text for read in page.texts] for page in together] == [
        [read.text for read in page.texts] for page in alone
    ]
    assert len(make_pdf(papers, typeface)) < 3 * len(make_pdf(papers[:1], typeface))


def pitch_of(page: ReadPage) -> float:
    """The least step between lines of the body."""
    body = sorted({round(read.y, 2) for read in page.texts if read.size == 14 and read.x < 86 and read.y > 160})
    return min(round(below - above, 2) for above, below in pairwise(body))


def test_a_short_paper_is_set_tighter_where_that_saves_a_page(pack: FormPack, typeface: Typeface) -> None:
    loose = replace(pack, text=replace(pack.text, least_pitch=20))
    tries = [(para(BODY * 3), *(para("Một dòng.") for _ in range(count))) for count in range(5, 25)]
    blocks = next(each for each in tries if len(printed(a_paper(loose, blocks=each), typeface)) == 2)
    pages = printed(a_paper(pack, blocks=blocks), typeface)
    assert len(pages) == 1
    assert 18 <= pitch_of(pages[0]) < 20


def test_a_long_paper_keeps_the_pitch_of_the_form(pack: FormPack, typeface: Typeface) -> None:
    assert pitch_of(printed(a_paper(pack, blocks=tuple(para(BODY * 4) for _ in range(40))), typeface)[1]) == 20
