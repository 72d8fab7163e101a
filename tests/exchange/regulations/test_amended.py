"""A paper that amends a regulation is written into it: each way of saying so, and what is not understood is told."""

import pytest
from hypothesis import given, settings

from desktop.domain.findings import Clause
from desktop.exchange.regulations.amended import Amended, amended
from desktop.exchange.regulations.amendment import instructions
from desktop.exchange.regulations.beside import compared
from desktop.exchange.regulations.clause import words_at
from desktop.exchange.regulations.text import parse_text
from tests.exchange.regulations.test_beside import OLD, TEXTS

HEAD = """QUYẾT ĐỊNH
sửa đổi, bổ sung một số điều của Quy chế làm việc của Đảng ủy Thử Nghiệm
Điều 1. Sửa đổi, bổ sung một số điều của Quy chế như sau:
"""
FOOT = """
Điều 2. Quyết định này có hiệu lực từ ngày 01/3/2026.
Điều 3. Văn phòng chịu trách nhiệm thi hành.
Nơi nhận:
- Như Điều 3,
"""


def written(*told: str, old: str = OLD) -> Amended:
    made = amended(old, HEAD + "\n".join(told) + FOOT)
    assert made is not None
    return made


def at(made: Amended, article: str, clause: str | None = None, point: str | None = None) -> str | None:
    return words_at(parse_text(made.text), Clause(article=article, clause=clause, point=point))


def differences(made: Amended) -> list[tuple[str, str]]:
    found = compared(parse_text(OLD), parse_text(made.text))
    return [(each.kind, each.side.text) for each in found.lines if each.kind not in ("kept", "moved")]


def test_a_clause_is_put_in_the_place_of_another() -> None:
    made = written("1. Sửa đổi khoản 1 Điều 1 như sau:", "“1. Ban Chấp hành họp thường kỳ hai tháng một lần.”.")
    assert at(made, "Điều 1", "khoản 1") == "1. Ban Chấp hành họp thường kỳ hai tháng một lần."
    assert len(made.done) == 1
    assert [kind for kind, _ in differences(made)] == ["changed"]


def test_without_quotation_marks_the_body_ends_at_the_next_instruction() -> None:
    made = written(
        "1. Sửa đổi, bổ sung khoản 1 Điều 1 như sau:",
        "1. Ban Chấp hành họp hằng quý.",
        "2. Bãi bỏ điểm b khoản 2 Điều 2.",
    )
    assert at(made, "Điều 1", "khoản 1") == "1. Ban Chấp hành họp hằng quý."
    assert at(made, "Điều 2", "khoản 2", "điểm b") is None
    assert made.left == ()


def test_a_clause_is_put_in_after_another_under_its_letter() -> None:
    made = written("1. Bổ sung khoản 1a vào sau khoản 1 Điều 1 như sau:", "“1a. Kỳ họp cuối năm họp trong tháng 12.”")
    assert at(made, "Điều 1", "khoản 1a") == "1a. Kỳ họp cuối năm họp trong tháng 12."
    assert differences(made) == [("new", "Kỳ họp cuối năm họp trong tháng 12.")]


def test_a_point_and_a_clause_are_added_at_the_end() -> None:
    made = written(
        "1. Bổ sung điểm c vào khoản 2 Điều 2 như sau:",
        "“c) Phụ lục số liệu.”",
        "2. Bổ sung khoản 3 Điều 1 như sau: “3. Thường trực họp hằng tuần.”",
    )
    assert at(made, "Điều 2", "khoản 2", "điểm c") == "c) Phụ lục số liệu."
    assert at(made, "Điều 1", "khoản 3") == "3. Thường trực họp hằng tuần."


def test_a_whole_article_is_changed_added_and_taken_out() -> None:
    made = written(
        "1. Sửa đổi Điều 3 như sau:",
        "“Điều 3. Đi vắng, đi nước ngoài",
        "1. Ủy viên đi vắng báo cáo Thường trực.",
        "2. Ủy viên đi nước ngoài báo cáo Ban Thường vụ.”",
        "2. Bổ sung Điều 3a vào sau Điều 3 như sau:",
        "“Điều 3a. Nghỉ phép",
        "Ủy viên nghỉ phép báo trước ba ngày.”",
        "3. Bãi bỏ Điều 4.",
    )
    assert at(made, "Điều 3", "khoản 2") == "2. Ủy viên đi nước ngoài báo cáo Ban Thường vụ."
    assert at(made, "Điều 3a") == "Điều 3a. Nghỉ phép\nỦy viên nghỉ phép báo trước ba ngày."
    assert at(made, "Điều 4") is None
    assert made.left == ()


def test_words_are_exchanged_where_the_paper_says_or_everywhere() -> None:
    made = written(
        "1. Thay cụm từ “03 ngày làm việc” bằng cụm từ “02 ngày làm việc” tại khoản 1 Điều 2.",
        "2. Thay thế cụm từ “Văn phòng” bằng cụm từ “Văn phòng Đảng ủy”.",
        "3. Bỏ cụm từ “thường kỳ” tại khoản 2 Điều 1.",
        "4. Bổ sung cụm từ “và kết luận” vào sau cụm từ “Dự thảo nghị quyết” tại điểm a khoản 2 Điều 2.",
    )
    assert at(made, "Điều 2", "khoản 1") == "1. Giấy mời gửi trước ngày họp ít nhất 02 ngày làm việc."
    assert "Văn phòng Đảng ủy chuẩn bị" in made.text
    assert at(made, "Điều 1", "khoản 2") == "2. Ban Thường vụ họp mỗi tháng một lần."
    assert at(made, "Điều 2", "khoản 2", "điểm a") == "a) Dự thảo nghị quyết và kết luận của hội nghị;"


def test_several_places_are_taken_out_at_once() -> None:
    made = written("1. Bãi bỏ các khoản 1, 2 Điều 2 và Điều 4.")
    assert [at(made, *place) for place in (("Điều 2", "khoản 1"), ("Điều 2", "khoản 2"), ("Điều 4",))] == [None] * 3


@pytest.mark.parametrize(
    "told",
    [
        "1. Sửa đổi khoản 9 Điều 1 như sau: “9. Không có khoản này.”",
        "1. Bãi bỏ Điều 40.",
        "1. Sửa đổi Chương II theo phụ lục kèm theo.",
        "1. Thay cụm từ “không có chữ này” bằng cụm từ “chữ khác”.",
        "1. Bãi bỏ khoản 1 Điều 1 và Điều 40.",
    ],
)
def test_what_finds_no_place_is_told_and_changes_nothing(told: str) -> None:
    made = written(told)
    assert (len(made.done), len(made.left)) == (0, 1)
    assert differences(made) == []


def test_a_regulation_that_stands_for_itself_amends_nothing() -> None:
    whole = OLD + "Điều 5. Sửa đổi Quy chế\nViệc sửa đổi, bổ sung Quy chế do Ban Chấp hành quyết định.\n"
    assert instructions(whole) == ()
    assert amended(OLD, whole) is None


def test_nothing_of_the_rest_is_lost() -> None:
    made = written("1. Bãi bỏ Điều 4.")
    assert [kind for kind, _ in differences(made)] == ["gone"]
    assert parse_text(made.text).title == parse_text(OLD).title


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_any_text_is_written_out_as_it_was_read(text: str) -> None:
    made = amended(f"{text}\nĐiều 90. Cuối\n1. Chữ riêng.", f"{HEAD}1. Thay cụm từ “Chữ riêng” bằng cụm từ “Chữ khác”.")
    assert made is not None
    found = compared(parse_text(f"{text}\nĐiều 90. Cuối\n1. Chữ khác."), parse_text(made.text))
    assert {each.kind for each in found.lines} == {"kept"}
