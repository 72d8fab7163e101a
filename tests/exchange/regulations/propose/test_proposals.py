"""What holds for every proposal: its words stand in its article, and it follows when the text says something else."""

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.findings import Clause
from desktop.exchange.regulations.clause import words_at
from desktop.exchange.regulations.propose.proposals import Proposals, propose
from desktop.exchange.regulations.propose.reading_words import cast_of, contents, names
from desktop.exchange.regulations.text import parse_text
from tests.exchange.regulations.propose.texts import read, regulation, values

NUMBERS = {1: "một", 2: "hai", 3: "ba", 4: "bốn", 5: "năm", 6: "sáu", 7: "bảy", 8: "tám", 9: "chín", 10: "mười"}
UNITS = {"working-days": "ngày làm việc", "days": "ngày", "hours": "giờ"}


@st.composite
def a_number(draw: st.DrawFn, most: int = 10) -> tuple[int, str]:
    """A number with one of the ways to write it."""
    number = draw(st.integers(2, most))
    plain, padded, word = str(number), f"{number:02}", NUMBERS[number]
    return number, draw(st.sampled_from([plain, padded, word, f"{padded} ({word})"]))


@st.composite
def a_regulation(draw: st.DrawFn) -> tuple[list[str], dict[str, Any]]:
    """Clauses in any order with any numbers, and what they say."""
    times, often = draw(a_number())
    gap, apart = draw(a_number())
    days, span = draw(a_number())
    unit = draw(st.sampled_from(list(UNITS)))
    minutes, within = draw(a_number())
    ahead, before = draw(a_number())
    absent, away = draw(a_number())
    day = draw(st.integers(1, 28))
    above, below = draw(st.sampled_from([(1, 2), (2, 3), (3, 4), (3, 5)]))
    said = [
        (f"Ban Chấp hành họp mỗi năm {often} lần.", {"meeting.cadence.bch": {"n": times, "per": "year"}}),
        (f"Ban Thường vụ họp {apart} tuần một lần.", {"meeting.cadence.btv": {"gap": gap, "unit": "weeks"}}),
        (
            f"Tài liệu họp Ban Thường vụ gửi trước {span} {UNITS[unit]}.",
            {"meeting.papers.sent.btv": {"n": days, "unit": unit, "side": "before", "of": "meeting"}},
        ),
        (
            f"Biên bản phải hoàn thành trong {within} ngày sau hội nghị.",
            {"meeting.minutes.due": {"n": minutes, "unit": "days", "side": "after", "of": "meeting"}},
        ),
        (
            f"Hội nghị Ban Chấp hành phải có ít nhất {above}/{below} tổng số ủy viên tham dự.",
            {"meeting.quorum.bch": {"at_least": f"{above}/{below}", "of": "members"}},
        ),
        (
            f"Ủy viên vắng mặt từ {away} ngày trở lên phải báo cáo Bí thư Đảng ủy trước {before} ngày.",
            {
                "absence.reported.working_days": absent,
                "absence.reported.to": "bi-thu",
                "absence.reported.lead": {"n": ahead, "unit": "days", "side": "before", "of": "departure"},
            },
        ),
        (
            f"Các chi bộ trực thuộc báo cáo hằng tháng với Ban Thường vụ trước ngày {day:02} tháng sau.",
            {"report.received.due": {"day": day, "of": "next-month"}, "report.received.periods": ["month"]},
        ),
    ]
    order = draw(st.permutations(said))
    expected: dict[str, Any] = {}
    for _, each in order:
        expected |= each
    return [clause for clause, _ in order], expected


@settings(max_examples=60, deadline=None)
@given(a_regulation())
def test_the_proposals_follow_the_numbers_and_the_order(made: tuple[list[str], dict[str, Any]]) -> None:
    clauses, expected = made
    found = values(*clauses, title="Chế độ làm việc")
    assert {key: found.get(key) for key in expected} == expected


@settings(max_examples=40, deadline=None)
@given(a_regulation())
def test_the_words_of_a_proposal_stand_where_it_says(made: tuple[list[str], dict[str, Any]]) -> None:
    _assert_in_place(regulation(*made[0]))


def _assert_in_place(text: str) -> None:
    words = parse_text(text)
    proposed = propose(words)
    assert proposed.found
    for each in proposed.found:
        article = words_at(words, Clause(article=each.at.article))
        assert article is not None
        assert article[each.start : each.end] == each.text
        assert words_at(words, each.at) is not None


def test_words_stand_in_place_in_points_dashes_and_paragraphs() -> None:
    _assert_in_place(
        regulation(
            "Hội nghị\nBan Chấp hành họp mỗi quý một lần.\n"
            "- Ban Thường vụ họp hằng tháng.\n+ Thường trực họp hằng tuần.",
            "Tài liệu:\na) Tài liệu họp Ban Chấp hành gửi trước 3 ngày.\n"
            "b) Tài liệu họp Ban Thường vụ gửi trước 2 ngày.",
        )
    )


CALLED = [
    ("Ban Chấp hành Đảng bộ phường Đông Hải", "Đảng ủy", "Tỉnh ủy"),
    ("Ban Chấp hành Đảng bộ huyện Hạ Lâm", "Huyện ủy", "Tỉnh ủy"),
    ("Ban Chấp hành Đảng bộ tỉnh Hạ Lâm", "Tỉnh ủy", "Ban Chấp hành Trung ương"),
    ("Ban Chấp hành Đảng bộ thành phố Hạ Lâm", "Thành ủy", "Bộ Chính trị"),
    ("Ban Chấp hành Đảng bộ Công ty Hạ Lâm", "Đảng ủy", "Đảng ủy Tập đoàn"),
    ("Ban Chấp hành Đảng bộ Trường Đại học Hạ Lâm", "Đảng ủy", "Đảng ủy Khối"),
    ("Ban Chấp hành Đảng bộ các cơ quan Đảng tỉnh", "Đảng ủy", "Thường trực Tỉnh ủy"),
]


@pytest.mark.parametrize(("of", "name", "above"), CALLED)
def test_a_committee_of_any_kind_knows_its_own_from_the_one_above(of: str, name: str, above: str) -> None:
    found = values(
        f"{name} họp mỗi quý một lần.",
        f"Ban Thường vụ {name} họp mỗi tháng một lần.",
        f"{above} họp mỗi năm hai lần.",
        f"Định kỳ hằng tháng, {name} báo cáo {above} tình hình.",
        of=of,
        name=name,
    )
    assert found["meeting.cadence.bch"] == {"n": 1, "per": "quarter"}
    assert found["meeting.cadence.btv"] == {"n": 1, "per": "month"}
    assert found["report.upward.periods"] == ["month"]


@pytest.mark.parametrize("change", [str.upper, lambda text: text.replace("ủy", "uỷ").replace("Ủy", "Uỷ")])
def test_spelling_and_capitals_do_not_matter(change: Callable[[str], str]) -> None:
    clause = "Ban Thường vụ Đảng ủy họp mỗi tháng hai lần, Uỷ viên vắng mặt phải báo cáo."
    assert values(change(clause))["meeting.cadence.btv"] == {"n": 2, "per": "month"}


def test_two_articles_that_say_different_things_are_not_sure() -> None:
    proposed = read("Ban Thường vụ họp mỗi tháng một lần.", "Ban Thường vụ họp mỗi tháng hai lần.")
    assert [each.sure for each in proposed.found if each.key == "meeting.cadence.btv"] == [False]


def test_a_duty_that_no_content_took_is_unread() -> None:
    proposed = read("Văn phòng phải chuẩn bị phòng họp.", "Ban Thường vụ họp hằng tháng.", "Đảng bộ có 20 chi bộ.")
    assert [each.text for each in proposed.unread] == ["Văn phòng phải chuẩn bị phòng họp."]


def test_a_content_is_found_or_silent() -> None:
    proposed = read("Ban Thường vụ họp hằng tháng.")
    found = {each.key for each in proposed.found}
    assert found == {"meeting.cadence.btv"}
    assert not found & set(proposed.silent)
    assert "meeting.quorum.btv" in proposed.silent


def test_an_empty_text_says_nothing() -> None:
    proposed = propose(parse_text(""))
    assert proposed.found == () == proposed.unread


def test_every_wording_needs_some_word_and_every_content_has_a_name() -> None:
    known = contents(cast_of(("dang uy", "cap uy"), ()))
    assert [content.key for content in known for wording in content.says if not wording.rarest] == []
    assert {key.partition(".")[0] for key in names()} >= {content.key.partition(".")[0] for content in known}
    assert all(content.name for content in known)


def _sure(proposed: Proposals) -> set[str]:
    return {each.key for each in proposed.found if each.sure}


def test_what_is_said_without_a_name_is_not_sure() -> None:
    proposed = read("Hội nghị phải có ít nhất 2/3 số thành viên tham dự.")
    assert {each.key for each in proposed.found} == {"meeting.quorum.bch", "meeting.quorum.btv"}
    assert _sure(proposed) == set()


def test_the_order_of_articles_does_not_matter() -> None:
    clauses = ["Ban Chấp hành họp mỗi quý một lần.", "Ban Thường vụ họp hằng tháng.", "Thường trực họp hằng tuần."]
    found = [values(*order) for order in itertools.permutations(clauses)]
    assert all(each == found[0] for each in found)
