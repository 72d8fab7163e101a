"""Regulations of our own making with the defects real ones have: damaged headings, bookmarks, gaps, page breaks."""

import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.refusal import Refusal
from desktop.exchange.regulations import lines as regulation_lines
from desktop.exchange.regulations.file import read_regulation
from desktop.exchange.regulations.lines import BOOKMARK
from desktop.exchange.regulations.text import parse_text, seen
from desktop.exchange.regulations.words import RegulationWords, TextClause, TextPoint

TYPED = """\tĐẢNG BỘ TỈNH AN BÌNH

QUY CHẾ

làm việc của Đảng ủy Thử Nghiệm,
khóa II

-----
- Căn cứ giấy tờ số 10-QĐ/TU;
Chương I

VIỆC CỦA TẬP THỂ

Điều 1. Việc của Đảng ủy
Đảng ủy lo các việc sau:
1. Bàn việc lớn. Quyết định:
a) Việc thứ nhất;
b) Việc thứ hai (kèm giải thích.

Đoạn nói thêm về danh sách.
2. Xem báo cáo tại Điều 9 Quy chế này.
- Gạch đầu dòng một.
- Gạch đầu dòng hai.
Điều 2: Việc của Thường trực
1. Họp mỗi tuần.
3. Báo cáo lại.
Chương II
CÁCH LÀM VIỆC

Điều 3. Hội nghị
1. Họp.
2.1 Không phải khoản con.
Với vai trò khác:
1. Họp lại.
9 con số đứng đầu dòng nhưng không phải khoản.
2 Lãnh đạo chung.
Chương II ĐIỀU KHOẢN THI HÀNH

Điều 5. Mọi người chịu trách nhiệm thi hành.

Đoạn sau cùng của điều cuối.
\tNơi nhận:
- Lưu Văn phòng.
1. Không phải khoản.
"""

SCANNED = """QUY ĐỊNH
về việc thử

Chương I
PHẦN ĐẦU

Đỉềii 1. Phạm vi của bản thử nghiệm dùng cho việc
đọc chữ quét

Bản này nói về những việc nhỏ và được in thành nhiều
dòng ngắn. Câu này bắt đầu giữa dòng và
kéo sang trang.

2.MAUTHU.DOC 4

Điểu 2. Việc nhỏ

1. Các việc gồm có những thứ được kể ở dưới đây, theo
Điều 1 bản này:
i) việc một;
k) việc hai;
1) việc ba.

7

Điều l1. Việc cuối
• •

1. Hết.
"""


def joined(words: RegulationWords) -> str:
    """Every word of the result in the order of the text."""
    parts = [*words.preamble]
    for chapter in words.chapters:
        parts += [chapter.heading, *chapter.paragraphs]
        for article in chapter.articles:
            parts += [article.heading, *article.paragraphs, *map(marked, article.points)]
            for clause in article.clauses:
                parts += [marked(clause), *map(marked, clause.points)]
    return " ".join([*parts, *words.closing])


def marked(part: TextClause | TextPoint) -> str:
    return f"{part.mark} {part.text}"


def squeezed(text: str) -> str:
    return "".join(text.split())


def assert_unchanged(text: str) -> RegulationWords:
    """The parsed words are those of the text but for bookmarks and the lines said to be skipped."""
    words = parse_text(text)
    skipped = {each.line for each in words.left_out}
    kept = [line for at, line in enumerate(BOOKMARK.sub("", seen(text)).splitlines(), 1) if at not in skipped]
    assert squeezed(joined(words)) == squeezed("\n".join(kept))
    return words


def test_a_typed_text_is_read() -> None:
    words = assert_unchanged(TYPED)
    assert words.title == "QUY CHẾ làm việc của Đảng ủy Thử Nghiệm, khóa II"
    assert [(chapter.number, chapter.title) for chapter in words.chapters] == [
        ("I", "VIỆC CỦA TẬP THỂ"),
        ("II", "CÁCH LÀM VIỆC"),
        ("II", "ĐIỀU KHOẢN THI HÀNH"),
    ]
    assert [(article.number, article.title) for article in words.articles] == [
        ("1", "Việc của Đảng ủy"),
        ("2", "Việc của Thường trực"),
        ("3", "Hội nghị"),
        ("5", ""),
    ]
    assert words.closing[0] == "Nơi nhận:"


def test_clauses_points_and_paragraphs_keep_their_places() -> None:
    words = parse_text(TYPED)
    first, second, third, last = words.articles
    assert first.paragraphs == ["Đảng ủy lo các việc sau:"]
    assert [(point.number, point.mark) for point in first.clauses[0].points] == [("a", "a)"), ("b", "b)")]
    assert first.clauses[0].points[1].paragraphs[1] == "Đoạn nói thêm về danh sách."
    assert first.clauses[1].paragraphs[1:] == ["- Gạch đầu dòng một.", "- Gạch đầu dòng hai."]
    assert [clause.number for clause in second.clauses] == ["1", "3"]
    assert [clause.number for clause in third.clauses] == ["1", "1", "2"]
    assert third.clauses[2].text == "Lãnh đạo chung."
    assert last.paragraphs == ["Mọi người chịu trách nhiệm thi hành.", "Đoạn sau cùng của điều cuối."]


def test_what_is_odd_is_said() -> None:
    odd = parse_text(TYPED).oddities
    for sentence in (
        "Có 2 chương cùng mang số II.",
        "Thiếu Điều 4.",
        "Điều 5 không có tên.",
        "Điều 2 nhảy từ khoản 1 sang khoản 3.",
        "Điều 3 có hai dãy khoản, dãy sau lại bắt đầu từ khoản 1.",
        "Điều 3: khoản 2 thiếu dấu chấm sau số.",
        "Điều 1, khoản 1 có ngoặc mở mà không đóng.",
    ):
        assert sentence in odd
    assert len(odd) == 7


def test_a_scanned_text_is_read() -> None:
    words = assert_unchanged(SCANNED)
    assert [article.number for article in words.articles] == ["1", "2"]
    assert words.articles[0].title == "Phạm vi của bản thử nghiệm dùng cho việc đọc chữ quét"
    assert len(words.articles[0].paragraphs) == 1
    assert "theo Điều 1 bản này:" in words.articles[1].clauses[0].text
    assert [point.number for point in words.articles[1].clauses[0].points] == ["i", "k", "l"]


def test_what_a_scan_damaged_is_said() -> None:
    words = parse_text(SCANNED)
    assert [each.text for each in words.left_out] == ["2.MAUTHU.DOC 4", "7", "• •"]
    for sentence in (
        "Tên điều in “Đỉềii 1” được đọc là Điều 1.",
        "Tên điều in “Điểu 2” được đọc là Điều 2.",
        "Điều 2, khoản 1: ở đầu là điểm i, đáng lẽ là điểm a.",
        "Điều 2: điểm in “1)” sau điểm k được đọc là điểm l.",
        "Không có chương điều khoản thi hành.",
    ):
        assert sentence in words.oddities


def test_bookmarks_are_stripped_and_never_taken_for_numbers() -> None:
    marks = "[bookmark: dieu_17][bookmark: x_2]"
    text = f"Chương I\n[bookmark: chuong_4_name]ĐẦU\n{marks}Điều 1. Một\n[bookmark: k_3]1. Làm.\n"
    words = assert_unchanged(text)
    assert [(article.number, article.title) for article in words.articles] == [("1", "Một")]
    assert [clause.number for clause in words.articles[0].clauses] == ["1"]
    assert words.oddities[0] == "Đã bỏ 4 nhãn đánh dấu của trang mạng, không lấy số trong nhãn."


def test_chapters_may_lack_a_number_or_be_missing() -> None:
    text = "Chương\nMỞ ĐẦU\nĐiều 1. Một\n1. Làm.\nChương III\nGIỮA\nĐiều 2. Hai\n1. Làm.\nChương IV\nKẾT\n"
    words = assert_unchanged(text)
    assert [chapter.number for chapter in words.chapters] == ["", "III", "IV"]
    for sentence in ("Có chương không ghi số.", "Không có chương I.", "Không có chương II."):
        assert sentence in words.oddities
    assert "Chương IV không có điều nào." in words.oddities


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Chương I. PHẦN ĐẦU", ("I", "PHẦN ĐẦU")),
        ("CHƯƠNG 2: Phần sau", ("2", "Phần sau")),
        ("Chương III **CÁC VIỆC KHÁC**", ("III", "CÁC VIỆC KHÁC")),
        ("Chương NGUYÊN TẮC LÀM VIỆC", ("", "NGUYÊN TẮC LÀM VIỆC")),
        ("Chương I và chương II của Quy chế này", None),
        ("Chương I, chương II", None),
        ("Chương trình làm việc", None),
        ("Chương Mở đầu", None),
    ],
)
def test_what_a_chapter_heading_is(line: str, found: tuple[str, str] | None) -> None:
    mark = regulation_lines.chapter(line)
    assert (mark and (mark.number, mark.words)) == found


def test_a_point_out_of_order_and_points_without_a_clause_are_said() -> None:
    text = "Điều 1. Một\n1. Gồm:\ng) Bảy.\nh) Tám.\nj) Lạ.\nĐiều 2. Hai\na) Một.\nb) Hai.\n"
    words = assert_unchanged(text)
    assert [point.number for point in words.articles[1].points] == ["a", "b"]
    assert "Điều 1, khoản 1: sau điểm h là điểm j, đáng lẽ là điểm i." in words.oddities
    assert "Điều 2 có điểm mà không có khoản." in words.oddities


def test_numbered_parts_of_a_clause_are_its_points() -> None:
    words = assert_unchanged("Điều 1. Một\n4. Sai số.\n1. Gồm:\n1.1. Phần một.\n- Chi tiết.\n1.2 Phần hai.\n2. Tiếp.\n")
    first = words.articles[0].clauses[0]
    assert [point.number for point in first.points] == ["1.1", "1.2"]
    assert first.points[0].paragraphs == ["Phần một.", "- Chi tiết."]


def test_a_paragraph_broken_by_a_page_is_joined() -> None:
    long = "Đảng ủy " + "bàn kỹ và làm đến nơi đến chốn " * 6 + "các"
    words = assert_unchanged(f"Điều 1. Một\n\n1. {long}\n\nviệc còn lại.\n\n2. Đoạn khác.\n\nĐoạn mới.\n")
    assert words.articles[0].clauses[0].paragraphs == [f"{long} việc còn lại."]
    assert words.articles[0].clauses[1].paragraphs == ["Đoạn khác.", "Đoạn mới."]


@pytest.mark.parametrize("text", ["", "   \n\n", "Kính gửi: ai đó\n1. Một việc.\n", "Chương I\nĐẦU\n"])
def test_a_text_without_articles_says_so(text: str) -> None:
    words = assert_unchanged(text)
    assert words.articles == []
    assert words.oddities[-1] == "Không tìm thấy điều nào."


def test_decomposed_letters_are_composed() -> None:
    words = parse_text("Đie\u0302\u0300u 1. Vie\u0323\u0302c\n1. Là\u006d.\n")
    assert words.articles[0].title == "Việc"


LINES = st.sampled_from(
    [
        *("Chương I", "Chương IV ĐẦU", "Chương", "TIÊU ĐỀ", "Điều 1. Tên", "Điều 2: Tên", "Điểu 3. x", "Điều 7", ""),
        *(
            "Điều 1, Điều 2 của Quy chế này",
            "1. Một.",
            "2. hai",
            "3 Ba",
            "1.1. con",
            "10.2.3 sâu",
            "a) điểm",
            "đ) điểm",
        ),
        *("j) lạ", "1) l", "- gạch", "+ cộng", "• •", "12", "2.A.DOC 4", "[bookmark: dieu_9]", "chữ thường", "Chữ hoa"),
        *("Nơi nhận:", "*nghiêng*", "99. Xa", "(ngoặc", "…", "-----", "Điều O. Không", "\u2028", "Điều 0. Không"),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(LINES, st.text(max_size=30)), max_size=25))
def test_any_text_is_read_and_kept(parts: list[str]) -> None:
    import unicodedata

    assert_unchanged(unicodedata.normalize("NFC", "\n".join(parts)))


# Files


def test_a_plain_file_is_read_in_utf_8_and_utf_16(tmp_path: Path) -> None:
    file = tmp_path / "quy-che.txt"
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        file.write_text("Điều 1. Một\n", encoding=encoding)
        assert read_regulation(file).text == "Điều 1. Một\n"


def test_a_word_file_is_read_in_its_order_with_its_tables(tmp_path: Path) -> None:
    file = tmp_path / "quy-che.docx"
    document = docx.Document()
    document.add_table(rows=1, cols=2).cell(0, 0).text = "ĐẢNG BỘ"
    for line in ("QUY CHẾ", "Điều 1. Một", "1. Làm.", "a) Ngay."):
        document.add_paragraph(line)
    document.save(str(file))
    words = parse_text(read_regulation(file).text)
    assert words.preamble[0] == "ĐẢNG BỘ"
    assert [point.text for point in words.articles[0].clauses[0].points] == ["Ngay."]


def test_files_that_are_no_text_are_refused(tmp_path: Path) -> None:
    for name, data in (("a.txt", b"\xff\x00\x81\xe0"), ("b.docx", b"PK not a zip"), ("c.doc", b""), ("d.pdf", b"%PDF")):
        file = tmp_path / name
        file.write_bytes(data)
        with pytest.raises(Refusal, match=name):
            read_regulation(file)
    empty = tmp_path / "e.docx"
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("x", "y")
    with pytest.raises(Refusal, match=r"e\.docx"):
        read_regulation(empty)
