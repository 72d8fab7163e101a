"""The check goes red when a page is broken on purpose."""

import datetime as dt
from dataclasses import replace
from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from desktop.domain.form import FormPack
from desktop.papers import selfcheck
from desktop.papers.fonts import Typeface
from desktop.papers.paper import Column, Paper, Signer, Table, para, row
from desktop.papers.pdf import make_pdf
from tests.papers.test_page import BODY, a_paper


@pytest.fixture
def paper(pack: FormPack) -> Paper:
    return a_paper(pack)


def red(pdf: bytes, paper: Paper) -> dict[str, tuple[str, ...]]:
    return {check.name: check.problems for check in selfcheck.checks(pdf, [paper]) if not check.good}


def test_a_good_page_is_green_under_every_name(paper: Paper, typeface: Typeface) -> None:
    checks = selfcheck.checks(make_pdf([paper], typeface), [paper])
    assert [check.name for check in checks[:1]] == ["Đủ thành phần thể thức"]
    assert {"Không có chữ ra ngoài lề", "Phông chữ đã nhúng"} <= {check.name for check in checks}
    assert all(check.good for check in checks)


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ({"title": ""}, "Tên loại văn bản"),
        ({"summary": ""}, "Trích yếu"),
        ({"recipients": ()}, "Nơi nhận"),
        ({"signer": Signer((), ("Bí thư",), "Nguyễn Văn An")}, "Thể thức đề ký"),
        ({"signer": Signer(("T/M Ban Thường vụ",), ("Bí thư",), "")}, "Họ tên người ký"),
        ({"head": None}, "Tiêu đề"),
    ],
)
def test_a_missing_element_is_named(paper: Paper, typeface: Typeface, missing: dict[str, object], said: str) -> None:
    broken = make_pdf([replace(paper, **missing)], typeface)  # type: ignore[arg-type]
    assert any(said in problem for problem in red(broken, paper)[selfcheck.ELEMENTS])


def test_a_page_that_begins_with_its_first_paragraph_lacks_none(paper: Paper, typeface: Typeface) -> None:
    bare = replace(paper, head=None, title="", summary="", signer=None, recipients=())
    assert red(make_pdf([bare], typeface), bare) == {}


def test_a_wrong_size_and_a_wrong_place_are_named(paper: Paper, typeface: Typeface) -> None:
    elements = {**paper.pack.elements, "type": replace(paper.pack.elements["type"], size=13)}
    small = replace(paper, pack=replace(paper.pack, elements=elements))
    assert any("sai cỡ chữ" in problem for problem in red(make_pdf([small], typeface), paper)[selfcheck.ELEMENTS])
    moved = replace(paper, pack=replace(paper.pack, head=replace(paper.pack.head, left=100, right=65)))
    assert any("không đúng chỗ" in problem for problem in red(make_pdf([moved], typeface), paper)[selfcheck.ELEMENTS])


def test_text_outside_the_margins_is_named(paper: Paper, typeface: Typeface) -> None:
    wide = replace(paper, pack=replace(paper.pack, page=replace(paper.pack.page, right=5)))
    assert "ra ngoài lề" in red(make_pdf([wide], typeface), paper)[selfcheck.MARGINS][0]


def test_a_font_that_is_not_embedded_is_named(paper: Paper) -> None:
    out = BytesIO()
    canvas = Canvas(out)
    canvas.setFont("Times-Roman", 14)
    canvas.drawString(100, 700, "Giay moi")
    canvas.save()
    assert red(out.getvalue(), paper)[selfcheck.FONTS] == ("Phông Times-Roman chưa nhúng vào tệp.",)


def test_text_left_out_is_named(paper: Paper, typeface: Typeface) -> None:
    table = Table(columns=(Column("Ý", 1),), rows=(row("Xquang"),))
    more = replace(paper, blocks=(*paper.blocks, para("Một câu bị bỏ sót."), table))
    problems = red(make_pdf([paper], typeface), more)[selfcheck.TEXT]
    assert problems == ("Thiếu đoạn “Một câu bị bỏ sót.”.", "Thiếu chữ “Xquang” trong bảng.")


def test_a_letter_the_font_lacks_is_found(paper: Paper, typeface: Typeface) -> None:
    table = Table(columns=(Column("Ý", 1),), rows=(row("Xong✓"),))
    odd = replace(paper, summary="về kết quả ✓ 😀", blocks=(para("Kết quả 🙂 tốt."), table))
    found = red(make_pdf([odd], typeface), odd)
    told = "phông chữ không có ký tự {}; hãy bỏ đi hoặc viết bằng chữ."
    assert found[selfcheck.ELEMENTS] == (f"Trích yếu “về kết quả ✓ 😀”: {told.format('“✓”, “😀”')}",)
    assert found[selfcheck.TEXT] == (
        f"Đoạn “Kết quả 🙂 tốt.”: {told.format('“🙂”')}",
        f"Chữ “Xong✓” trong bảng: {told.format('“✓”')}",
    )


def test_a_lonely_signature_and_a_lost_page_number_are_named(paper: Paper, typeface: Typeface) -> None:
    long = replace(paper, blocks=tuple(para(BODY * 4) for _ in range(14)))
    signed = replace(long, blocks=long.blocks[:1])
    first, second = make_pdf([replace(long, signer=None)], typeface), make_pdf([signed], typeface)
    assert first != second
    alone = _alone(paper, typeface)
    assert selfcheck.SIGNATURE in red(alone, paper)


def _alone(paper: Paper, typeface: Typeface) -> bytes:
    """A first page without its signature, and the signature on a second one."""
    from desktop.papers import flow, layout, pdf

    setter = layout.Setter(typeface)
    strips = setter._strips(paper, 165 * 72 / 25.4)
    parts = [flow._place(strips[:-1], ends_early=False), flow._place(strips[-1:], ends_early=False)]
    pages = [
        layout.SetPage(595.28, 841.89, tuple(setter._move(marks, 85.04, 56.7 + y) for y, marks in placed if marks))
        for placed in parts
    ]
    numbered = layout.SetPage(595.28, 841.89, (*pages[1].parts, (setter._page_number(paper.pack, 2, 210),)))
    return pdf._write([pages[0], numbered], [paper], typeface)


def test_the_number_of_papers_is_counted(paper: Paper, typeface: Typeface) -> None:
    assert selfcheck.self_check(make_pdf([paper, paper], typeface), [paper]) == ["Tệp có 2 văn bản, cần 1."]
    assert dt.date(2026, 2, 3) == paper.day
