"""Lists that take what the office's own text names in words, and those that refuse it since no rule could count it."""

from dataclasses import replace
from typing import Any

import pytest

from desktop.domain.records import Delegated, OwnCite, OwnParameter, OwnProfile, Review
from desktop.exchange.office_json import read_office, write_office
from desktop.exchange.profiles import known_as, known_parameters, load_profiles
from desktop.exchange.value_kinds import NO_OWN, problem_of
from tests.domain.small_office import office

KINDS = ["extraordinary", "Hội nghị chuyên đề"]
TAKEN: tuple[tuple[str, list[str]], ...] = (
    ("delegated.matter.items", ["a-2", "k", "12", "Chi hỗ trợ đột xuất"]),
    ("meeting.invitations.exempt_kinds", KINDS),
    ("meeting.papers.sent.exempt_kinds", KINDS),
    ("meeting.papers.received.unclear_kinds", KINDS),
    ("meeting.report-between-sessions.unclear_kinds", KINDS),
    ("review.quarterly.periods", ["quarter", "Nhận xét hằng tháng", "Xếp loại cán bộ mỗi 6 tháng"]),
)
REFUSED: tuple[tuple[str, list[str], str], ...] = (
    ("report.received.periods", ["month", "Báo cáo nhanh hằng tuần"], NO_OWN),
    ("meeting.extraordinary.bch.grounds", ["need", "khi có thiên tai"], NO_OWN),
    ("ballot.matter.excluded", ["Đất đai, bồi thường"], NO_OWN),
    ("absence.reported.areas", ["Ngoài vùng biển"], NO_OWN),
    ("visit.unit.kinds", ["Hợp tác xã"], NO_OWN),
    ("meeting.invitations.exempt_kinds", ["chuyên đề"], "tên riêng như “Hội nghị chuyên đề”"),
    ("review.quarterly.periods", ["Nhận xét cán bộ"], "tên riêng như “Nhận xét hằng tháng”"),
    ("review.quarterly.periods", ["month", "Nhận xét hằng tháng"], "mỗi kỳ chỉ một lần"),
    ("delegated.matter.items", ["abc"], "tên riêng như “Chi hỗ trợ đột xuất”"),
    ("meeting.invitations.exempt_kinds", ["Hội nghị chuyên đề", "Hội nghị Chuyên đề"], "chỉ một lần"),
)


def problem(key: str, value: Any) -> str | None:  # noqa: ANN401 - any JSON
    return problem_of(key, known_parameters(load_profiles())[key].unit, value)


@pytest.mark.parametrize(("key", "value"), TAKEN)
def test_an_own_item_is_taken_where_a_rule_counts_it(key: str, value: list[str]) -> None:
    assert problem(key, value) is None


@pytest.mark.parametrize(("key", "value", "said"), REFUSED)
def test_what_no_rule_could_count_is_refused_with_its_reason(key: str, value: list[str], said: str) -> None:
    assert said in (problem(key, value) or "")


def test_a_wrong_code_is_told_the_codes_alone() -> None:
    assert problem("ballot.matter.excluded", ["personel"]) == problem("ballot.matter.excluded", ["x"])
    assert NO_OWN not in (problem("ballot.matter.excluded", ["personel"]) or "")


@pytest.mark.parametrize(("key", "known"), [("k", True), ("d-12", True), ("a-1", True), ("abc", False), ("", False)])
def test_a_point_that_no_regulation_that_ships_has_may_say_what_it_covers(key: str, known: bool) -> None:
    found = known_as(f"delegated.matter.item.{key}", known_parameters(load_profiles()))
    assert (found is not None and found.unit == "matters") is known


def test_own_items_and_what_bears_them_are_carried_in_json() -> None:
    cite = OwnCite(article="Điều 3")
    items = OwnParameter(key="delegated.matter.items", value=["k", "Chi hỗ trợ đột xuất"], cite=cite)
    covers = OwnParameter(key="delegated.matter.item.k", value=["investment"], cite=cite, means="Cho ý kiến đầu tư.")
    given = replace(
        office(),
        profiles=(OwnProfile(id="q1", base="lung-phinh-2025", parameters=(items, covers)),),
        delegated=(Delegated(id="d1", item="Chi hỗ trợ đột xuất"),),
        reviews=(Review(id="k1", kind="quarterly-rating", kind_name="Nhận xét hằng tháng"),),
    )
    assert read_office(write_office(given)) == given
