"""Each kind of file an office has: read, or refused in one sentence that says what to do."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from desktop.domain.findings import Clause
from desktop.domain.refusal import Refusal
from desktop.exchange.regulations import formats
from desktop.exchange.regulations.clause import words_at
from desktop.exchange.regulations.comparison import Cell, compared
from desktop.exchange.regulations.file import read_pasted, read_regulation
from desktop.exchange.regulations.old_codes import from_bytes, from_old_code
from desktop.exchange.regulations.text import parse_text
from desktop.usecases.regulations.rows import parse, parse_pasted, plain_text
from tests.exchange.regulations import old_typing, pdf_files, word_files
from tests.exchange.regulations.deformations import DECISION, RECIPIENTS

TEXT = "QUY CHẾ\nĐiều 1. Chế độ họp\n1. Ban Thường vụ họp mỗi tháng.\n2. Đảng ủy họp mỗi quý.\n"


def written(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def canvas_of(*lines: str, encrypt: StandardEncryption | None = None) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, encrypt=encrypt)
    for at, line in enumerate(lines):
        canvas.drawString(100, 700 - 20 * at, line)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


# What is refused


@pytest.mark.parametrize("ending", [".doc", ".odt", ".rtf", ".html"])
def test_a_file_of_another_program_is_refused_with_what_to_do(tmp_path: Path, ending: str) -> None:
    with pytest.raises(Refusal, match=r"Mở bằng Word rồi lưu thành \.docx"):
        read_regulation(written(tmp_path, f"quy-che{ending}", b"x"))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"", "a.txt trống"),
        ("a.docx", b"", "a.docx trống"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1", r"kiểu cũ hoặc có mật khẩu.*lưu thành \.docx"),
        ("a.txt", b" \n\n", "a.txt trống"),
        ("a.pdf", b"%PDF-1.4 x", "a.pdf hỏng"),
        ("a.pdf", canvas_of(), "là bản chụp, không có chữ"),
        ("a.pdf", canvas_of("x", encrypt=StandardEncryption("abc")), "có mật khẩu"),
        ("a.jpg", b"x", "là ảnh chụp"),
        ("a.xyz", b"x", r"cần tệp \.docx, \.md, \.pdf, \.txt"),
        ("a.txt", b"x" * 600_000, "quá dài"),
        ("a.txt", bytes(range(128, 256)), "UTF-8"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        read_regulation(written(tmp_path, name, data))


def test_a_word_file_that_unpacks_too_large_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for part in range(3):
            packed.writestr(f"{part}.xml", b"0" * 70_000_000)
    with pytest.raises(Refusal, match="hỏng"):
        read_regulation(file)


def test_every_kind_of_file_is_offered_or_refused() -> None:
    assert formats.offered() == (".docx", ".md", ".pdf", ".txt")
    assert {".doc", ".odt", ".rtf", ".png"} <= formats.load().keys()


# Codes from before Unicode


@pytest.mark.parametrize(("coding", "name"), [("tcvn3", "TCVN3 (ABC)"), ("vni", "VNI")])
def test_an_old_code_is_converted_and_said(coding: str, name: str) -> None:
    typed = old_typing.written(TEXT, coding)
    assert from_old_code(typed) == (TEXT, name)
    assert from_bytes(typed.encode("latin-1")) == (TEXT, name)
    words = parse_pasted(typed)
    assert words.oddities == [f"Chữ gõ theo bảng mã {name} đã được chuyển sang Unicode."]
    assert [clause.text for clause in words.articles[0].clauses][1] == "Đảng ủy họp mỗi quý."


def test_windows_1258_is_read() -> None:
    assert from_bytes(old_typing.cp1258(TEXT)) == (TEXT, "Windows 1258")


def test_a_line_already_in_unicode_is_left_as_it_is() -> None:
    mixed = f"Điều 1. Họp với các bên\n{old_typing.written('Các việc của Đảng ủy', 'tcvn3')}\n"
    assert from_old_code(mixed)[0] == "Điều 1. Họp với các bên\nCác việc của Đảng ủy\n"


@pytest.mark.parametrize("text", [TEXT, "", "Plain words of no language.", "Các bên và Ôn đá bò."])
def test_unicode_is_in_no_old_code(text: str) -> None:
    assert from_old_code(text) == (text, "")


def test_capitals_tcvn3_has_none_of_are_made_in_words_of_capitals() -> None:
    typed = old_typing.written("QUY CHẾ LÀM VIỆC CỦA BÍ THƯ\nBí thư, Phó Bí thư họp với Đảng ủy.", "tcvn3")
    assert from_old_code(typed)[0].splitlines()[0] == "QUY CHẾ LÀM VIỆC CỦA BÍ THƯ"


# PDF


def test_heads_feet_and_page_numbers_stand_beside_the_text(tmp_path: Path) -> None:
    text = TEXT + "".join(f"{number}. Khoản thêm để sang trang.\n" for number in range(3, 60))
    data, _ = pdf_files.printed(text, head="QUY CHẾ – bản in", foot="- {} -")
    words = parse(written(tmp_path, "a.pdf", data))
    assert len(words.articles[0].clauses) == 59
    assert {each.reason for each in words.left_out} == {"Số trang", "Đầu trang, cuối trang lặp lại"}
    assert "Số trang không được đọc (3 chỗ, đầu tiên: “- 1 -”)." in words.oddities


def test_a_page_without_text_among_others_is_said(tmp_path: Path) -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.showPage()
    canvas.drawString(100, 700, "1. A.")
    canvas.save()
    words = parse(written(tmp_path, "a.pdf", stream.getvalue()))
    assert "Trang 1 của tệp không có chữ (trang trống hoặc ảnh chụp)." in words.oddities


# Word


def test_notes_stand_beside_the_text_and_a_box_of_clauses_in_it(tmp_path: Path) -> None:
    words = parse(written(tmp_path, "a.docx", word_files.annotated(TEXT * 4)[0]))
    assert {(each.text, each.reason) for each in words.left_out} == {
        (word_files.BOX, "Chữ trong hộp chữ hoặc hình vẽ"),
        (word_files.NOTE, "Chú thích cuối trang"),
    }


def cells(*row: str) -> list[Cell]:
    return [Cell(at, text.split("\n")) for at, text in enumerate(row)]


def test_of_a_table_that_compares_the_new_column_is_read() -> None:
    rows = [
        cells("TT", "Quy chế hiện hành", "Dự thảo sửa đổi", "Lý do sửa đổi"),
        cells("1", "Điều 1. Cũ", "Điều 1. Mới", "Cho rõ"),
        cells("2", "Điều 2. Còn dùng", "Giữ nguyên", ""),
        [Cell(0, ["Chương II"])],
    ]
    kept, left, said = compared(rows)
    assert kept == ["Điều 1. Mới", "Điều 2. Còn dùng", "Chương II"]
    assert [each.text for each in left] == [
        *("TT", "Quy chế hiện hành", "Dự thảo sửa đổi", "Lý do sửa đổi"),
        *("1", "Điều 1. Cũ", "Cho rõ", "2", "Giữ nguyên"),
    ]
    assert said == [
        "Bảng so sánh: đọc cột 3 là nội dung mới.",
        "Bảng so sánh: 1 ô ghi giữ nguyên, đã đọc theo cột 2.",
    ]


def test_two_columns_of_articles_without_a_head_are_compared_and_said() -> None:
    kept, _, said = compared([cells("Điều 1. A", "Điều 1. B"), cells("Điều 2. C", "Điều 2. D")])
    assert kept == ["Điều 1. B", "Điều 2. D"]
    assert "cột sau cùng được coi là mới" in said[0]


def test_any_other_table_is_read_cell_by_cell() -> None:
    rows = [cells("ĐẢNG BỘ TỈNH", "ĐẢNG CỘNG SẢN"), cells("Nơi nhận:\n- Lưu", "T/M ĐẢNG ỦY\nmới")]
    assert compared(rows) == (["ĐẢNG BỘ TỈNH", "ĐẢNG CỘNG SẢN", "Nơi nhận:", "- Lưu", "T/M ĐẢNG ỦY", "mới"], [], [])


def test_a_paragraph_whose_mark_was_struck_out_goes_on_in_the_next(tmp_path: Path) -> None:
    document = docx.Document()
    for text in ("Điều 1. Họp", "1. Họp mỗi", "quý."):
        document.add_paragraph(text)
    properties = document.paragraphs[1]._p.get_or_add_pPr()
    run = properties.makeelement("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}rPr", {})
    run.append(run.makeelement("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}del", {}))
    properties.append(run)
    document.save(str(tmp_path / "a.docx"))
    assert parse(tmp_path / "a.docx").articles[0].clauses[0].text == "Họp mỗiquý."


# The Decision, sections, one line, a paste


def test_the_decision_offers_its_number_and_days() -> None:
    for between in (RECIPIENTS, ""):
        decision = plain_text(parse_text(DECISION + between + TEXT + "Điều 2. Khác\n"))["decision"]
        assert decision == {"number": "07-QĐ/ĐU", "date": "2025-08-05", "effect": "2025-08-05"}


def test_the_day_of_effect_may_be_another() -> None:
    decision = DECISION.replace("từ ngày ký", "kể từ ngày 01/9/2025")
    assert plain_text(parse_text(decision + TEXT + "Điều 2. Khác\n"))["decision"]["effect"] == "2025-09-01"


@pytest.mark.parametrize("title", ["# QUY CHẾ LÀM VIỆC", "Quy chế làm việc", "**QUY CHẾ LÀM VIỆC**"])
def test_a_title_in_markdown_or_in_small_letters_is_one(title: str) -> None:
    assert parse_text(TEXT.replace("QUY CHẾ", title)).title.lower() == "quy chế làm việc"


def test_a_regulation_names_the_decision_under_its_title() -> None:
    text = TEXT.replace("QUY CHẾ\n", "QUY CHẾ\n(Ban hành kèm theo Quyết định số 9-QĐ/ĐU ngày 02 tháng 3 năm 2026)\n")
    assert plain_text(parse_text(text))["decision"] == {"number": "9-QĐ/ĐU", "date": "2026-03-02", "effect": None}
    assert plain_text(parse_text(TEXT))["decision"] == {"number": None, "date": None, "effect": None}


SECTIONS = """QUY CHẾ
I. NGUYÊN TẮC
1. Tập trung dân chủ.
2. Bàn các việc:
2.1. Việc lớn.
2.2. Việc nhỏ.
II- CHẾ ĐỘ HỌP
1. Họp mỗi tháng.
a) Ngày 05.
"""


def test_a_regulation_without_articles_is_cited_by_section_and_clause() -> None:
    words = parse_text(SECTIONS)
    assert [(article.name, article.number, article.title) for article in words.articles] == [
        ("Mục I", "I", "NGUYÊN TẮC"),
        ("Mục II", "II", "CHẾ ĐỘ HỌP"),
    ]
    assert words_at(words, Clause(article="Mục I.2.2")) == "Việc nhỏ."
    assert words_at(words, Clause(article="Mục II.1", point="điểm a")) == "a) Ngày 05."
    assert words_at(words, Clause(article="Mục II", clause="khoản 1")) == "1. Họp mỗi tháng.\na) Ngày 05."
    assert words.oddities == ["Văn bản không chia thành điều, đọc theo mục (I, II, …)."]


def test_a_section_may_have_its_title_below_and_its_number_twice() -> None:
    words = parse_text("QUY CHẾ\nPhần thứ nhất\nMục 1\nHỌP\n1. Một.\nPhần thứ hai\nMục 1\nVIỆC\n1. Hai.\n")
    assert [(article.name, article.title) for article in words.articles] == [("Mục 1", "HỌP"), ("Mục 1", "VIỆC")]
    assert "Có 2 mục cùng mang số 1." in words.oddities


def test_a_decision_may_issue_sections() -> None:
    assert [article.name for article in parse_text(DECISION + RECIPIENTS + SECTIONS).articles] == ["Mục I", "Mục II"]


def test_a_text_on_one_line_is_broken_only_at_the_numbers_expected() -> None:
    text = (
        "QUY CHẾ Điều 1. Họp 1. Theo Điều 2. Ban Thường vụ họp. 2. Làm theo khoản 3. Bí thư chủ trì: a) Một; b) Hai. "
        "Điều 2. Khác 1. Xong. Điều 3. Cuối 1. Hết."
    )
    words = parse_text(text)
    assert [len(article.clauses) for article in words.articles] == [2, 1, 1]
    assert [point.text for point in words.articles[0].clauses[1].points] == ["Một;", "Hai."]
    assert words.oddities[0].startswith("Văn bản dồn trên một dòng")


def test_a_paste_reads_like_a_file(tmp_path: Path) -> None:
    assert parse_pasted(TEXT) == parse(written(tmp_path, "a.txt", TEXT.encode()))
    with pytest.raises(Refusal, match="Đoạn dán vào trống"):
        read_pasted("\n ")


# Numbers as people write them


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Điều 1. A\nKhoản 1. Một.\nKhoản 2: Hai.\n", ["1", "2"]),
        ("Điều 1. A\nKhoản 1\nMột.\nKhoản 2\nHai.\n", ["1", "2"]),
        ("Điều 1. A\n1.1. Một.\n1.2. Hai.\n", ["1", "2"]),
        ("Điều1. A\n1. Một.\n2. Hai.\n", ["1", "2"]),
        ("điều 1. A\n1. Một.\n2. Hai.\n", ["1", "2"]),
        ("### **Điều 1. A**\n1. Một.\n2. Hai.\n", ["1", "2"]),
        ("BAN BÍ THƯ QUYẾT ĐỊNH\nĐiều 1. A\n1. Một.\n2. Hai.\n", ["1", "2"]),
    ],
)
def test_numbers_as_people_write_them(text: str, found: list[str]) -> None:
    words = parse_text(text)
    assert [clause.number for clause in words.articles[0].clauses] == found
    assert words.oddities == []


@pytest.mark.parametrize("mark", ["({})", "{})", "{}-"])
def test_a_series_within_a_clause_is_no_series_of_clauses(mark: str) -> None:
    one, two = mark.format(1), mark.format(2)
    words = parse_text(f"Điều 1. A\n1. Gồm:\n{one} Việc một;\n{two} Việc hai.\n2. Khác.\n3. Nữa.\n")
    assert [clause.number for clause in words.articles[0].clauses] == ["1", "2", "3"]
    assert words.articles[0].clauses[0].paragraphs == ["Gồm:", f"{one} Việc một;", f"{two} Việc hai."]
    assert words.oddities == []


def test_a_reference_at_the_beginning_of_a_line_begins_no_article() -> None:
    words = parse_text("Điều 1. A\n1. Làm theo\nĐiều 2. của Quy chế này.\n2. Khác.\nĐiều 2. B\n1. Xong.\n")
    assert [article.title for article in words.articles] == ["A", "B"]
    assert words.oddities == []


def test_an_excerpt_says_once_where_it_begins_and_what_it_leaves_out() -> None:
    said = parse_text("Điều 15. A\n1. Một.\nĐiều 16. B\n1. Hai.\nĐiều 30. C\n1. Ba.\n").oddities
    assert said == ["Văn bản bắt đầu từ Điều 15, không có các điều trước.", "Thiếu các Điều từ 17 đến 29."]


def test_a_heading_behind_capitals_is_taken() -> None:
    words = parse_text("Điều 1. A\n1. Một.\nBAN BÍ THƯ QUYẾT ĐỊNH\nĐiều 3. B\n1. Hai.\n")
    assert [article.number for article in words.articles] == ["1", "3"]
