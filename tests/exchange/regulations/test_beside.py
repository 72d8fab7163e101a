"""Two texts of our own laid beside each other: every clause finds its own, however it is numbered now."""

import time
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import vi
from desktop.domain.text_change import Comparison, Line, Side
from desktop.exchange.regulations.beside import compared
from desktop.exchange.regulations.text import parse_text
from desktop.exchange.regulations.units import units
from desktop.exchange.regulations.word_marks import marked

OLD = """QUY CHẾ LÀM VIỆC
của Đảng ủy Thử Nghiệm

Chương I
CHẾ ĐỘ HỘI NGHỊ
Điều 1. Hội nghị thường kỳ
1. Ban Chấp hành họp thường kỳ ba tháng một lần, vào tuần đầu của quý.
2. Ban Thường vụ họp thường kỳ mỗi tháng một lần.
Điều 2. Giấy mời, tài liệu
Văn phòng chuẩn bị giấy mời và tài liệu như sau:
1. Giấy mời gửi trước ngày họp ít nhất 03 ngày làm việc.
2. Tài liệu gửi trước ngày họp ít nhất 05 ngày, gồm:
a) Dự thảo nghị quyết của hội nghị;
b) Báo cáo của cơ quan chủ trì soạn thảo.
Điều 3. Đi vắng
Ủy viên đi công tác ngoài tỉnh phải báo cáo Thường trực bằng văn bản.
Điều 4. Khen thưởng của câu lạc bộ thơ
Câu lạc bộ thơ tự đặt giải thưởng hằng năm cho hội viên.
"""
NEW = """QUY CHẾ LÀM VIỆC
của Đảng ủy Thử Nghiệm

Chương I
CHẾ ĐỘ HỘI NGHỊ
Điều 1. Phạm vi áp dụng của bản này
Bản này áp dụng cho mọi tổ chức đảng trực thuộc, kể cả nơi mới lập.
Điều 2. Hội nghị thường kỳ
1. Ban Chấp hành họp thường kỳ hai tháng một lần, vào tuần đầu của quý.
2. Ban Thường vụ họp thường kỳ mỗi tháng một lần.
Điều 3. Giấy mời, tài liệu
Văn phòng chuẩn bị giấy mời và tài liệu như sau:
1. Tài liệu gửi trước ngày họp ít nhất 05 ngày, gồm:
a) Dự thảo nghị quyết của hội nghị;
b) Báo cáo của cơ quan chủ trì soạn thảo;
c) Phụ lục số liệu.
2. Giấy mời gửi trước ngày họp ít nhất 02 ngày làm việc.
Điều 4. Đi vắng
Uỷ viên đi công tác ngoài tỉnh phải báo cáo Thường trực bằng văn bản.
"""


def beside(old: str = OLD, new: str = NEW) -> Comparison:
    return compared(parse_text(old), parse_text(new))


def said(side: Side | None) -> str:
    return vi.clause(side.at) if side else ""


def shown(side: Side | None) -> str:
    return "".join(f"[{each.text}]" if each.marked else each.text for each in side.pieces) if side else ""


def line(found: Comparison, at: str) -> Line:
    return next(each for each in found.lines if said(each.new) == at)


def test_a_clause_is_followed_into_the_article_that_has_another_number_now() -> None:
    found = beside()
    kept = line(found, "khoản 2 Điều 2")
    assert (kept.kind, said(kept.old), kept.renumbered) == ("moved", "khoản 2 Điều 1", False)
    article = line(found, "Điều 2")
    assert (article.kind, said(article.old), article.renumbered) == ("moved", "Điều 1", True)


def test_the_words_that_changed_are_marked_on_both_sides() -> None:
    changed = line(beside(), "khoản 1 Điều 2")
    assert changed.kind == "changed"
    assert shown(changed.old) == "Ban Chấp hành họp thường kỳ [ba] tháng một lần, vào tuần đầu của quý."
    assert shown(changed.new) == "Ban Chấp hành họp thường kỳ [hai] tháng một lần, vào tuần đầu của quý."


def test_clauses_that_changed_places_find_each_other_with_their_points() -> None:
    found = beside()
    papers = line(found, "khoản 1 Điều 3")
    assert (papers.kind, said(papers.old), papers.renumbered) == ("moved", "khoản 2 Điều 2", True)
    assert line(found, "điểm a khoản 1 Điều 3").kind == "moved"
    invitation = line(found, "khoản 2 Điều 3")
    assert said(invitation.old) == "khoản 1 Điều 2"
    assert shown(invitation.new) == "Giấy mời gửi trước ngày họp ít nhất [02] ngày làm việc."


def test_what_is_new_and_what_is_gone_stand_where_they_stand_in_their_text() -> None:
    found = beside()
    assert [said(each.new) for each in found.lines if each.kind == "new"] == ["Điều 1", "điểm c khoản 1 Điều 3"]
    assert [said(each.old) for each in found.lines if each.kind == "gone"] == ["Điều 4"]
    assert found.lines[-1].kind == "gone"
    assert found.lines[1].kind == "new"


def test_signs_letter_case_and_where_the_tone_stands_are_no_other_words() -> None:
    assert line(beside(), "Điều 4").kind == "moved"
    assert line(beside(), "điểm b khoản 1 Điều 3").kind == "moved"
    old, new = marked("Hoà giải, uỷ quyền quý", "hòa giải – ủy quyền quý.")
    assert not any(each.marked for each in (*old, *new))


def test_a_word_left_between_two_changes_is_marked_with_them() -> None:
    old, new = marked("gửi trước ba ngày làm việc", "gửi chậm nhất ba hôm trước")
    assert [each.text for each in new if each.marked] == ["chậm nhất ba hôm trước"]
    assert [each.text for each in old if each.marked] == ["trước ba ngày làm việc"]


def test_a_clause_that_moved_into_another_article_is_found_there() -> None:
    moved = OLD.replace("2. Ban Thường vụ họp thường kỳ mỗi tháng một lần.\n", "").replace(
        "Điều 3. Đi vắng\nỦy viên", "Điều 3. Đi vắng\n1. Ban Thường vụ họp thường kỳ mỗi tháng một lần.\n2. Ủy viên"
    )
    found = line(beside(OLD, moved), "khoản 1 Điều 3")
    assert (found.kind, said(found.old), found.renumbered) == ("moved", "khoản 2 Điều 1", True)


def test_a_regulation_by_sections_is_compared_by_them() -> None:
    old = "QUY CHẾ\n\nI- HỘI NGHỊ\n1. Ban Chấp hành họp ba tháng một lần.\n2. Ban Thường vụ họp mỗi tháng.\n"
    found = beside(old, old.replace("ba tháng", "hai tháng"))
    assert [(each.kind, said(each.new)) for each in found.different] == [("changed", "khoản 1 Mục I")]


# Whatever the texts

WORDS = ["ban", "họp", "ngày", "tháng", "báo", "cáo", "ủy", "viên", "gửi", "trước", "quyết", "định", "kỳ", "quý", "năm"]
SENTENCE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(lambda found: " ".join(found).capitalize())
CLAUSE = st.tuples(SENTENCE, st.lists(SENTENCE, max_size=3))
ARTICLE = st.tuples(SENTENCE, st.lists(CLAUSE, max_size=4))
TEXTS = st.lists(ARTICLE, min_size=1, max_size=6).map(lambda articles: _text(articles))


def _text(articles: list[tuple[str, list[tuple[str, list[str]]]]]) -> str:
    made = ["QUY CHẾ", ""]
    for number, (title, clauses) in enumerate(articles, 1):
        made.append(f"Điều {number}. {title}")
        for clause, (words, points) in enumerate(clauses, 1):
            made.append(f"{clause}. {words}{':' if points else '.'}")
            made += [f"{letter}) {point};" for letter, point in zip("abc", points, strict=False)]
    return "\n".join(made)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_a_text_beside_itself_is_kept_whole(text: str) -> None:
    found = beside(text, text)
    assert {each.kind for each in found.lines} == {"kept"}
    assert found.different == ()


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_every_clause_of_both_stands_in_one_line_with_all_its_words(old: str, new: str) -> None:
    found = beside(old, new)
    for text, sides in ((old, [each.old for each in found.lines]), (new, [each.new for each in found.lines])):
        there = Counter((unit.at, unit.text) for unit in units(parse_text(text)))
        assert Counter((side.at, side.text) for side in sides if side) == there


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_seen_from_the_other_side_the_new_is_gone_and_the_gone_is_new(old: str, new: str) -> None:
    there, back = beside(old, new), beside(new, old)
    other = {"new": "gone", "gone": "new"}
    turned = Counter((other.get(each.kind, each.kind), said(each.old), said(each.new)) for each in there.lines)
    assert turned == Counter((each.kind, said(each.new), said(each.old)) for each in back.lines)


def test_two_long_texts_are_compared_in_well_under_a_second() -> None:
    clauses = "\n".join(f"{at}. Nội dung thứ {at} do cơ quan chủ trì báo cáo trước {at} ngày." for at in range(1, 9))
    old = "\n".join(f"Điều {at}. Việc thứ {at}\n{clauses}" for at in range(1, 31))
    new = "\n".join(f"Điều {at}. Việc thứ {at - 1}\n{clauses}" for at in range(1, 32))
    parsed = parse_text(old), parse_text(new)
    started = time.perf_counter()
    compared(*parsed)
    assert time.perf_counter() - started < 2
