"""Visits to units by year, and the working sessions asked for: made, planned, missing, and what no visit can be."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.compliance import check
from desktop.domain.facts import Facts
from desktop.domain.records import Visit
from desktop.domain.refusal import Refusal
from desktop.usecases.base.facts import facts_of
from desktop.usecases.visits import rows as visits
from tests.usecases.meeting_office import Door, an_office

D = dt.date
ON = D(2025, 10, 15)
UNITS = [
    {"id": "u1", "name": "Đảng ủy xã Bình Nghi", "kind": "party-organisation"},
    {"id": "u2", "name": "Đảng ủy xã Vĩnh Lâm", "kind": "party-organisation"},
    {"id": "u3", "name": "Ban Tuyên giáo", "kind": "advisory-body"},
    {"id": "u4", "name": "Ban Dân vận", "kind": "advisory-body"},
]
VISITS = [
    {"id": "v1", "body": "btv", "person": "p4", "unit": "u1", "date": "2025-03-10", "content": "Làm việc quý I"},
    {"id": "v2", "body": "btv", "person": "p5", "unit": "u1", "date": "2025-09-05", "result": "Đã nghe kiến nghị"},
    {"id": "v3", "person": "p1", "unit": "u2", "date": "2025-11-20"},
    {"id": "v4", "body": "btv", "person": "p6", "unit": "u3", "date": "2024-12-01"},
]
WORKING = [
    {"id": "w1", "body": "btv", "kind": "front-and-unions", "start": "2025-04-10T08:00"},
    {"id": "w2", "body": "thuong-truc", "kind": "advisory-bodies", "start": "2025-11-12T08:00"},
]


def office(**lists: Any) -> Any:  # noqa: ANN401 - lists of the interchange JSON
    return an_office(units=UNITS, **{"meetings": WORKING, "visits": VISITS, **lists})


def lines(facts: Facts, **only: Any) -> list[visits.UnitLine]:  # noqa: ANN401 - the use case's own arguments
    return visits.lines(facts, check(facts, on=ON), ON, **only)


def put(door: Door, edit: Callable[..., Any], **rest: Any) -> Any:  # noqa: ANN401 - the use case's own arguments
    facts = door.facts
    with door.writing() as store:
        return edit(store, facts=facts, on=ON, **rest)


def test_units_stand_against_years_with_what_was_made_and_planned() -> None:
    facts = facts_of(office())
    found = {line.unit.id: line for line in lines(facts)}
    assert visits.years(facts, ON) == [2024, 2025]
    assert list(found) == ["u1", "u2", "u3"]
    assert [visits.short(cell) for cell in found["u1"].cells] == ["", "05/9 ×2"]
    assert visits.short(found["u2"].cells[1]) == "xếp 20/11"
    assert found["u3"].group == visits.OTHERS
    assert found["u1"].last
    assert found["u1"].last.id == "v2"
    assert found["u2"].last is None


def test_the_mark_is_the_rules_and_the_tip_says_why() -> None:
    facts = facts_of(office())
    found = {line.unit.id: line.cells for line in lines(facts)}
    kept, open_ = found["u1"][1].finding, found["u2"][1].finding
    assert kept
    assert open_
    assert (kept.verdict, open_.verdict) == ("met", "due")
    assert "đã xếp ngày 20/11/2025" in visits.tip(found["u2"][1])
    assert visits.tip(found["u3"][0]) == "Năm 2024: 01/12/2024."
    assert visits.tip(found["u1"][0]) == ""
    late = visits.lines(facts, check(facts, on=D(2026, 1, 5)), D(2026, 1, 5))
    assert [line.unit.id for line in late if line.cells[-2].missing] == []
    never = facts_of(office(visits=[]))
    missed = visits.lines(never, check(never, on=D(2026, 1, 5)), D(2026, 1, 5))
    assert [line.unit.id for line in missed if line.cells[-2].missing] == ["u1", "u2"]


def test_those_not_yet_visited_can_be_asked_for_alone() -> None:
    facts = facts_of(office())
    assert [line.unit.id for line in lines(facts, missing=2025)] == ["u2", "u3"]
    assert [line.unit.id for line in lines(facts, missing=2024)] == ["u1", "u2"]


def test_the_list_of_a_year_says_who_went_and_what_is_lacking() -> None:
    facts = facts_of(office())
    found = visits.rows(facts, ON, year=2025)
    assert [(row.id, row.state) for row in found] == [
        ("v3", "Đã xếp, còn 36 ngày"), ("v2", ""), ("v1", "Chưa ghi kết quả"),
    ]  # fmt: skip
    assert found[1].who == "Ban Thường vụ · Đỗ Minh Châu"
    assert [row.id for row in visits.rows(facts, ON, year=2025, text="quy i")] == ["v1"]
    assert [one.id for one in visits.of_unit(facts, "u1")] == ["v2", "v1"]
    assert [one.id for one in visits.of_unit(facts, "u1", 2024)] == []


def test_working_sessions_name_the_meeting_planned_or_the_kind_to_plan() -> None:
    facts = facts_of(office())
    found = {row.id: row for row in visits.working(facts, check(facts, on=ON), ON, year=2025)}
    advisory, front = found["advisory-bodies/2025-Q4"], found["meetings/w1"]
    assert not found["advisory-bodies/2025-Q3"].open
    assert advisory.open
    assert front.open
    assert advisory.planned
    assert (advisory.planned.id, advisory.body) == ("w2", "thuong-truc")
    assert (front.finding.due, front.finding.verdict) == (D(2025, 10, 10), "breach")
    assert [one.id for one in front.held] == ["w1"]
    assert front.body == "btv"


def test_a_visit_is_written_amended_and_taken_out(tmp_path: Path) -> None:
    door = Door(tmp_path / "a.thuky", office())
    draft = Visit(id="", unit="u2", person="p4", body="btv", date=ON, content=" Kiểm tra  thu ngân sách ")
    made = put(door, visits.add, draft=draft)
    assert made.content == "Kiểm tra thu ngân sách"
    put(door, visits.amend, visit=made, after=replace(made, result="Giao báo cáo lại"))
    kept = door.facts.one(Visit, made.id)
    assert kept
    assert kept.result == "Giao báo cáo lại"
    with door.writing() as store:
        visits.remove(store, visit=kept)
    door.file.undo()
    assert door.facts.one(Visit, made.id) == kept


def test_a_visit_of_a_member_of_the_standing_committee_is_its_visit_where_nothing_else_is_said(tmp_path: Path) -> None:
    door = Door(tmp_path / "a.thuky", office())
    made = put(door, visits.add, draft=Visit(id="", unit="u2", person="p4", date=ON))
    found = {one.subject: one for one in check(door.facts, on=ON)}
    assert (made.body, found["units/u2/2025"].verdict) == ("btv", "met")
    other = put(door, visits.add, draft=Visit(id="", unit="u2", person="p20", date=D(2025, 10, 1)))
    assert other.body is None


@pytest.mark.parametrize(
    ("draft", "field", "words"),
    [
        (Visit(id="", person="p4", date=ON), "unit", "Chưa chọn nơi đến"),
        (Visit(id="", unit="u1", person="p4"), "date", "Chưa ghi ngày đi"),
        (Visit(id="", unit="u1", date=ON), "person", "Chưa ghi ai đi"),
        (Visit(id="", unit="u1", body="btv", date=D(2025, 12, 1), result="Tốt"), "result", "chưa đi nên chưa có"),
        (Visit(id="", unit="u1", body="btv", person="p4", date=D(2025, 3, 10)), "date", "không ghi lần thứ hai"),
    ],
)
def test_what_is_no_visit_is_refused(tmp_path: Path, draft: Visit, field: str, words: str) -> None:
    door = Door(tmp_path / "a.thuky", office())
    with pytest.raises(Refusal, match=words) as refused:
        put(door, visits.add, draft=draft)
    assert refused.value.field == field
    assert len(door.facts.office.visits) == 4
