"""Regulations as offices hold them: issued by a Decision, numbered by Word or otherwise, with tracked changes."""

import zipfile
from contextlib import suppress
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.findings import Clause
from desktop.domain.refusal import Refusal
from desktop.exchange.regulations.clause import words_at
from desktop.exchange.regulations.file import read_regulation
from desktop.exchange.regulations.text import parse_text, seen
from desktop.exchange.regulations.words import RegulationWords
from desktop.usecases.regulations.rows import parse, plain_text

DECISION = """ĐẢNG BỘ TỈNH THỬ
Số 07-QĐ/ĐU

QUYẾT ĐỊNH
ban hành Quy chế làm việc của Đảng ủy xã Thử

Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.
Điều 2. Quyết định có hiệu lực từ ngày ký.
Điều 3. Văn phòng thi hành Quyết định này.
"""
RECIPIENTS = "\nNơi nhận:\n- Như Điều 3,\n- Lưu Văn phòng.\n"
REGULATION = """
QUY CHẾ LÀM VIỆC
của Đảng ủy xã Thử

Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
1. Quy chế này nói về cách làm việc.
2. Áp dụng cho mọi đảng ủy viên.
Điều 2. Chế độ họp
1. Họp mỗi quý.
Chương II
ĐIỀU KHOẢN THI HÀNH
Điều 3. Hiệu lực
Từ ngày ký.

Nơi nhận:
- Các chi bộ.
"""


def clauses(words: RegulationWords) -> list[list[str]]:
    return [[clause.number for clause in article.clauses] for article in words.articles]


@pytest.mark.parametrize("between", [RECIPIENTS, "", "T/M ĐẢNG ỦY\nBÍ THƯ\n*\n"])
def test_the_regulation_a_decision_issues_is_what_is_read(between: str) -> None:
    words = parse_text(DECISION + between + REGULATION)
    assert words.title == "QUY CHẾ LÀM VIỆC của Đảng ủy xã Thử"
    assert [article.title for article in words.articles] == ["Phạm vi", "Chế độ họp", "Hiệu lực"]
    assert words_at(words, Clause(article="Điều 1", clause="khoản 2")) == "2. Áp dụng cho mọi đảng ủy viên."
    out = [each.text for each in words.left_out]
    assert out[0] == "ĐẢNG BỘ TỈNH THỬ"
    assert "Điều 3. Văn phòng thi hành Quyết định này." in out
    assert "Quyết định ban hành đứng trước" in words.oddities[0]
    assert words.closing == ["Nơi nhận:", "- Các chi bộ."]


def test_a_regulation_whose_title_is_not_in_capitals_begins_at_its_first_chapter() -> None:
    words = parse_text(DECISION + REGULATION.replace("QUY CHẾ LÀM VIỆC", "Quy chế làm việc"))
    assert [article.title for article in words.articles] == ["Phạm vi", "Chế độ họp", "Hiệu lực"]


def test_a_decision_alone_says_that_its_regulation_is_not_there() -> None:
    assert "Tệp là Quyết định ban hành, không thấy quy chế kèm theo." in parse_text(DECISION + RECIPIENTS).oddities


def test_a_regulation_alone_leaves_nothing_out() -> None:
    assert parse_text(REGULATION).left_out == []


def test_an_appendix_stays_apart() -> None:
    words = parse_text(REGULATION + "\nPHỤ LỤC\nĐiều 1. Mẫu\n1. Một.\n")
    assert [article.title for article in words.articles] == ["Phạm vi", "Chế độ họp", "Hiệu lực"]
    assert [each.text for each in words.left_out] == ["PHỤ LỤC", "Điều 1. Mẫu", "1. Một."]
    assert "Phụ lục (từ dòng 20) được để ngoài, không đọc thành điều của quy chế." in words.oddities


def test_articles_after_the_recipients_are_said() -> None:
    words = parse_text(REGULATION + "\nĐiều 1. Mẫu\n1. Một.\n")
    assert "Sau “Nơi nhận” còn 1 dòng ghi Điều, không đọc thành điều của quy chế." in words.oddities


@pytest.mark.parametrize(
    "marks",
    [("1-", "2-", "3-"), ("1- ", "2- ", "3- "), ("(1) ", "(2) ", "(3) "), ("1) ", "2) ", "3) "), ("1/ ", "2/ ", "3/ "),
     ("1\n", "2\n", "3\n"), ("1.\n", "2.\n\n", "3.\n"), ("\u200b1. ", "\u200b2. ", "\u200b3. "),
     ("1.\u00a0", "2.\u00a0", "3.\u00a0")],
)  # fmt: skip
def test_clauses_as_offices_number_them(marks: tuple[str, str, str]) -> None:
    one, two, three = marks
    text = (
        f"Điều 1. Họp\n{one}Họp mỗi quý.\n{two}Họp mỗi tháng.\n{three}Họp khi cần.\nĐiều 2. Khác\n{one}Một.\n{two}Hai."
    )
    words = assert_all_there(text)
    assert clauses(words) == [["1", "2", "3"], ["1", "2"]]
    assert words.articles[0].clauses[1].text == "Họp mỗi tháng."


@pytest.mark.parametrize("sign", ["-", "/", ")", ".", " –"])
def test_points_as_offices_letter_them(sign: str) -> None:
    words = assert_all_there(f"Điều 1. Họp\n1. Gồm:\na{sign} Một;\nb{sign} Hai;\nc{sign} Ba.\n")
    assert [point.number for point in words.articles[0].clauses[0].points] == ["a", "b", "c"]


def test_what_only_looks_like_a_number_is_none() -> None:
    text = (
        "Điều 1. Họp\n1. Theo các văn bản số\n02-QĐ/TW và số\n2-3 lần mỗi năm, công văn\nv/v chuẩn bị họp;\n"
        "(2) phần trong ngoặc.\n5\n2. Khác.\n"
    )
    words = assert_all_there(text)
    assert clauses(words) == [["1", "2"]]
    assert words.articles[0].clauses[0].points == []
    assert "Điều 1: dòng đánh số “(2)” khác kiểu, không đọc thành khoản." in words.oddities
    assert [each.text for each in words.left_out] == ["5"]


def test_parts_sections_and_roman_headings_stand_above_the_articles() -> None:
    text = (
        "QUY CHẾ\nI- QUY ĐỊNH CHUNG\nĐiều 1. Một\n1. Làm việc với Thường trực.\n"
        "II. TRÁCH NHIỆM\nMục 1\nCỦA TẬP THỂ\nĐiều 2. Hai\n1. Theo\nMục 1 của phần trên.\n"
        "Phần thứ ba\nĐIỀU KHOẢN THI HÀNH\nĐiều 3. Ba\n1. Xong.\nTrang 3/20\n2. Hết.\n"
    )
    words = assert_all_there(text)
    assert [(each.name, each.title) for each in words.chapters] == [
        ("Chương I", "QUY ĐỊNH CHUNG"),
        ("Chương II", "TRÁCH NHIỆM"),
        ("Mục 1", "CỦA TẬP THỂ"),
        ("Phần thứ ba", "ĐIỀU KHOẢN THI HÀNH"),
    ]
    assert clauses(words) == [["1"], ["1"], ["1", "2"]]
    assert not any("Chương" in each for each in words.oddities)
    assert [each.text for each in words.left_out] == ["Trang 3/20"]


def test_an_article_put_in_later_keeps_its_letter() -> None:
    words = assert_all_there("Điều 1. Một\n1. A.\nĐiều 1a. Một nữa\n1. Thêm.\nĐiều 2. Hai\n1. B.\n")
    assert [article.number for article in words.articles] == ["1", "1a", "2"]
    assert words_at(words, Clause(article="Điều 1a", clause="khoản 1")) == "1. Thêm."
    assert not any(each.startswith(("Có", "Thiếu")) for each in words.oddities)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("QUY CHẾ Điều 1. Một 1. A. Điều 2. Hai 1. B.", "Các điều không đứng đầu dòng"),
        ("§iÒu 1. Ph¹m vi\n1. Quy chÕ nµy.", "Chữ gõ theo bảng mã cũ"),
        ("Ñieàu 1. Phaïm vi", "Chữ gõ theo bảng mã cũ"),
        ("Điều 7. Bảy\n1. A.\nĐiều 8. Tám\n1. B.", "Văn bản bắt đầu từ Điều 7, không có các điều trước."),
        ("Đi\u00adều 1. Một\n1. A.\nNơi\u00a0nhận:\n- Lưu.\n", ""),
    ],
)
def test_why_little_was_found_is_said(text: str, said: str) -> None:
    words = parse_text(text)
    assert any(each.startswith(said) for each in words.oddities) if said else words.closing == ["Nơi nhận:", "- Lưu."]


# All that was given stands in the parsed text or in what is said to be left out


def squeezed(text: str) -> list[str]:
    """Every letter of a text, sorted; the order of the lines left out is not kept."""
    return sorted("".join(text.split()))


def assert_all_there(text: str) -> RegulationWords:
    words = parse_text(text)
    assert squeezed("".join(_texts(plain_text(words)))) == squeezed(seen(text))
    return words


def _texts(parsed: dict[str, object]) -> list[str]:
    """The words of the JSON that `parse` writes, each once."""
    chapters = parsed["chapters"]
    assert isinstance(chapters, list)
    found = [*_lines(parsed["preamble"]), *_lines(parsed["closing"])]
    found += [each["text"] for each in parsed["left_out"]]  # type: ignore[attr-defined]
    for chapter in chapters:
        found += [chapter["heading"], *chapter["paragraphs"]]
        for article in chapter["articles"]:
            found += [article["heading"], *article["paragraphs"]]
            for part in [
                *article["points"],
                *article["clauses"],
                *(p for c in article["clauses"] for p in c["points"]),
            ]:
                found += [part["mark"], part["text"]]
    return found


def _lines(value: object) -> list[str]:
    assert isinstance(value, list)
    return value


LINES = st.sampled_from(
    [
        *("QUYẾT ĐỊNH", "QUY CHẾ LÀM VIỆC", "Quy chế", "Chương I", "Phần thứ nhất", "Phần II MỘT", "I- ĐẦU", "II. SAU"),
        *("Mục 1", "MỤC II", "TIÊU ĐỀ", "Điều 1. Tên", "Điều 1a. Thêm", "Điều 2: Tên", "Điều 1. Một câu trọn.", ""),
        *("1", "2", "3.", "(1) Một", "(2) hai", "1- Một", "2-Hai", "1. Một.", "2) Hai", "3/ Ba", "2 Hai", "1.1 con"),
        *("a- điểm", "b/ điểm", "a) điểm", "v/v việc", "- gạch", "Trang 3/20", "trang 4", "- 5 -", "[bookmark: a_1]"),
        *("Nơi nhận:", "kèm theo Quyết định", "\u200b1.\u00a0Một", "Đi\u00adều 3. Ba", "T/M ĐẢNG ỦY", "*"),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(LINES, st.text(max_size=20)), max_size=30))
def test_no_word_of_any_text_is_lost(parts: list[str]) -> None:
    assert_all_there("\n".join(parts))


# Word


def a_word_file(tmp_path: Path, *paragraphs: str, numbering: str = "") -> Path:
    """A Word file of paragraphs given as the XML within them."""
    document = docx.Document()
    body = document.element.body
    if numbering:
        part = document.part.numbering_part.element
        for made in reversed(numbering.split("|")):
            part.insert(0, parse_xml(made.replace("<w:abstractNum ", f"<w:abstractNum {nsdecls('w')} ")))
        for ident in range(1, numbering.count("<w:abstractNum ") + 1):
            part.append(
                parse_xml(
                    f'<w:num {nsdecls("w")} w:numId="{900 + ident}"><w:abstractNumId w:val="{800 + ident}"/></w:num>'
                )
            )
    for inner in paragraphs:
        whole = inner if inner.startswith("<w:sdt") else f"<w:p>{inner}</w:p>"
        body.insert(len(body) - 1, parse_xml(whole.replace(">", f" {nsdecls('w')}>", 1)))
    file = tmp_path / "quy-che.docx"
    document.save(str(file))
    return file


def run(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def listed(ident: int, text: str, level: int = 0) -> str:
    return f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{ident}"/></w:numPr></w:pPr>{run(text)}'


def test_what_a_tracked_change_brings_in_is_read_and_what_it_strikes_is_said(tmp_path: Path) -> None:
    file = a_word_file(
        tmp_path,
        run("Điều 1. Họp"),
        f'{run("1. Họp mỗi tháng ")}<w:ins w:id="1" w:author="a">{run("hai lần")}</w:ins>'
        f'<w:del w:id="2" w:author="a">{run("một lần", "delText")}</w:del>{run(".")}',
        f'<w:ins w:id="3" w:author="a">{run("2. Họp thêm.")}</w:ins>',
        f"<w:hyperlink>{run('3. Xem ')}</w:hyperlink><w:smartTag>{run('Điều 1')}</w:smartTag>{run('.')}",
    )
    words = parse(file)
    assert [clause.text for clause in words.articles[0].clauses] == [
        "Họp mỗi tháng hai lần.",
        "Họp thêm.",
        "Xem Điều 1.",
    ]
    assert [(each.text, "Track Changes" in each.reason) for each in words.left_out] == [("một lần", True)]
    assert "không được đọc (1 chỗ, đầu tiên: “một lần”)" in words.oddities[0]


def test_content_controls_are_read(tmp_path: Path) -> None:
    inside = f"<w:sdt><w:sdtContent><w:p>{run('1. Họp mỗi quý.')}</w:p></w:sdtContent></w:sdt>"
    within = f"{run('2. Họp ')}<w:sdt><w:sdtContent>{run('mỗi tháng')}</w:sdtContent></w:sdt>{run('.')}"
    words = parse(a_word_file(tmp_path, run("Điều 1. Họp"), inside, within))
    assert [clause.text for clause in words.articles[0].clauses] == ["Họp mỗi quý.", "Họp mỗi tháng."]


def level(at: int, kind: str, pattern: str) -> str:
    return (f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{pattern}"/></w:lvl>')  # fmt: skip


def test_the_numbers_word_writes_are_read(tmp_path: Path) -> None:
    definitions = (
        f'<w:abstractNum w:abstractNumId="801">{level(0, "upperRoman", "Chương %1")}</w:abstractNum>|'
        f'<w:abstractNum w:abstractNumId="802">{level(0, "decimal", "Điều %1.")}{level(1, "decimal", "%2.")}'
        f"{level(2, 'lowerLetter', '%3)')}{level(3, 'bullet', '·')}</w:abstractNum>"
    )
    file = a_word_file(
        tmp_path,
        listed(901, "QUY ĐỊNH CHUNG"),
        *(listed(902, text, depth) for text, depth in (("Phạm vi", 0), ("Một.", 1), ("Hai:", 1), ("Điểm.", 2))),
        *(listed(902, text, depth) for text, depth in (("Điểm sau.", 2), ("Gạch.", 3), ("Họp", 0), ("Lại một.", 1))),
        listed(901, "THI HÀNH"),
        listed(902, "Hiệu lực", 0),
        numbering=definitions,
    )
    words = parse(file)
    assert [chapter.name for chapter in words.chapters] == ["Chương I", "Chương II"]
    assert [(article.number, article.title) for article in words.articles] == [
        ("1", "Phạm vi"), ("2", "Họp"), ("3", "Hiệu lực"),
    ]  # fmt: skip
    assert clauses(words) == [["1", "2"], ["1"], []]
    points = words.articles[0].clauses[1].points
    assert [(point.number, point.text) for point in points] == [("a", "Điểm."), ("b", "Điểm sau.\n- Gạch.")]


def test_a_list_that_comes_by_a_style_is_numbered(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Điều 1. Họp")
    for text in ("Một.", "Hai."):
        document.add_paragraph(text, style="List Number")
    file = tmp_path / "a.docx"
    document.save(str(file))
    assert clauses(parse(file)) == [["1", "2"]]


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "[Content_Types].xml"])
def test_a_damaged_word_file_is_one_sentence(tmp_path: Path, name: str) -> None:
    whole, broken = a_word_file(tmp_path, run("Điều 1. Họp")), tmp_path / "hong.docx"
    for damage in (lambda data: data[:-40], lambda data: b"", lambda data: data.replace(b"<", b"<<")):
        with zipfile.ZipFile(whole) as source, zipfile.ZipFile(broken, "w") as target:
            for each in source.namelist():
                target.writestr(each, damage(source.read(each)) if each == name else source.read(each))
        with pytest.raises(Refusal, match=r"hong\.docx hỏng"):
            read_regulation(broken)
    data = bytearray(whole.read_bytes())
    for begin in range(0, len(data) - 60, len(data) // 20):
        broken.write_bytes(data[:begin] + b"\xff" * 60 + data[begin + 90 :])
        with suppress(Refusal):
            read_regulation(broken)
