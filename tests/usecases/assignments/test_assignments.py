"""Assignments as of a day, what nobody holds and two hold, and handing a person's work to another."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.compliance import check
from desktop.domain.records import Assignment
from desktop.domain.refusal import Refusal
from desktop.usecases.assignments import edits as assignment_edits
from desktop.usecases.assignments import rows as assignments
from desktop.usecases.base.deciding import decider
from desktop.usecases.base.facts import facts_of
from tests.usecases.meeting_office import LONG_NAME, TODAY, Door, an_office, people

D = dt.date
UNITS = [
    {"id": "d1", "name": "Đảng ủy xã Bình Nghi", "kind": "party-organisation"},
    {"id": "d2", "name": "Chi bộ Kiểm lâm", "kind": "party-organisation"},
    {"id": "u1", "name": "Phòng Tài chính", "kind": "government"},
]
GIVEN = [
    {"id": "g1", "person": "p4", "kind": "area", "unit": "d1", "decided_by": "btv", "document": "o1",
     "from": "2024-01-02"},
    {"id": "g2", "person": "p4", "kind": "field", "field": "Kinh tế", "from": "2024-01-02"},
    {"id": "g3", "person": "p5", "kind": "area", "unit": "d1", "from": "2024-06-01"},
    {"id": "g4", "person": "p6", "kind": "team", "subject": "Tổ trưởng Tổ cấp ủy số 1",
     "from": "2024-01-02", "to": "2024-06-30"},
]  # fmt: skip
DOCUMENTS = [{"id": "o1", "type": "QĐ", "symbol": "12-QĐ/HU", "date": "2024-01-02", "title": "Phân công cấp ủy viên"}]


def put(door: Door, edit: Callable[..., Any], **rest: Any) -> Any:  # noqa: ANN401 - the use case's own arguments
    """One use case through the one door, on the facts as they are now."""
    facts = door.facts
    with door.writing() as store:
        return edit(store, facts=facts, **rest)


def office(**lists: Any) -> Any:  # noqa: ANN401 - lists of the interchange JSON
    return an_office(meetings=[], **{"units": UNITS, "assignments": GIVEN, "documents": DOCUMENTS, **lists})


def test_the_matrix_is_as_of_a_day() -> None:
    facts = facts_of(office())
    then = {row.id: row for row in assignments.members(facts, [], D(2024, 3, 1))}
    now = {row.id: row for row in assignments.members(facts, [], TODAY)}
    assert [one.id for one in then["p6"].of("team")] == ["g4"]
    assert now["p6"].gap
    assert not then["p5"].held
    assert [one.id for one in now["p4"].of("area")] == ["g1"]
    assert assignments.source(facts, now["p4"].held[0]) == "Ban Thường vụ, 12-QĐ/HU ngày 02/01/2024"
    assert assignments.cell(facts, now["p4"].held[0]) == "Xã Bình Nghi"


def test_gaps_and_overlaps_stand_with_their_articles() -> None:
    facts = facts_of(office())
    findings = check(facts, on=TODAY)
    places = {row.id: row for row in assignments.units(facts, findings, TODAY)}
    assert places["d2"].gap
    assert places["d1"].doubled
    assert not places["u1"].gap
    assert [row.id for row in assignments.units(facts, findings, TODAY, only="gap")] == ["d2", "u1"]
    assert {row.id for row in assignments.members(facts, findings, TODAY, only="doubled")} == {"p4", "p5"}
    whole = assignments.balance(facts, findings, TODAY)
    assert (whole.members, whole.with_work, whole.units, whole.covered, whole.doubled) == (25, 2, 2, 1, 1)
    assert whole.unit_cite is not None
    (judged,) = (row.finding for row in assignments.members(facts, findings, TODAY) if row.id == "p4")
    assert judged is not None
    assert judged.verdict == "met"


def test_work_is_given_ended_and_refused_where_it_cannot_be(tmp_path: Path) -> None:
    door = Door(tmp_path / "a.thuky", office())
    draft = Assignment(id="", person="p7", kind="unit", unit="d2", decided_by="btv", from_=TODAY)
    made = put(door, assignment_edits.assign, draft=draft)
    for wrong, field in (
        (draft, "subject"),
        (Assignment(id="", kind="unit", unit="d2", from_=TODAY), "person"),
        (Assignment(id="", person="p8", kind="unit", unit="d2"), "from_"),
        (Assignment(id="", person="p8", kind="field", from_=TODAY), "subject"),
        (Assignment(id="", person="p8", unit="d2", from_=TODAY, to=D(2024, 8, 1)), "to"),
    ):
        with pytest.raises(Refusal) as refused:
            put(door, assignment_edits.assign, draft=wrong)
        assert refused.value.field == field
    put(door, assignment_edits.end, one=made, to=D(2024, 9, 30))
    kept = door.facts.one(Assignment, made.id)
    assert kept is not None
    assert kept.to == D(2024, 9, 30)


def test_handing_over_ends_the_old_the_day_before_and_begins_the_new_that_day(tmp_path: Path) -> None:
    door = Door(tmp_path / "a.thuky", office())
    day = D(2024, 9, 1)
    put(door, assignment_edits.hand_over, person="p4", to="p8", day=day, document="o1")
    facts = door.facts
    assert {one.to for one in assignments.of_person(facts, "p4")} == {D(2024, 8, 31)}
    taken = assignments.of_person(facts, "p8")
    assert [(one.from_, one.to, one.document) for one in taken] == [(day, None, "o1")] * 2
    assert {assignments.short(facts, one) for one in taken} == {"Đảng ủy xã Bình Nghi", "Kinh tế"}
    before = {row.id: row for row in assignments.members(facts, [], D(2024, 8, 31))}
    after = {row.id: row for row in assignments.members(facts, [], day)}
    assert (len(before["p4"].held), len(before["p8"].held)) == (2, 0)
    assert (len(after["p4"].held), len(after["p8"].held)) == (0, 2)


def test_what_is_handed_over_bears_the_body_the_text_has_decide(tmp_path: Path) -> None:
    door = Door(tmp_path / "a.thuky", office())
    held = assignments.of_person(door.facts, "p4")
    with door.writing() as store:
        for one in held:
            store.put(replace(one, decided_by=None), before=one)
    put(door, assignment_edits.hand_over, person="p4", to="p8", day=D(2024, 9, 1))
    assert {one.decided_by for one in assignments.of_person(door.facts, "p8")} == {"btv"}
    assert decider(door.facts, TODAY, "duty") == "btv"


def test_a_part_may_be_handed_over_and_what_the_taker_holds_is_not_doubled(tmp_path: Path) -> None:
    door = Door(tmp_path / "a.thuky", office())
    put(door, assignment_edits.hand_over, person="p4", to="p5", day=TODAY, ids=["g1"])
    facts = door.facts
    assert [one.id for one in assignments.of_person(facts, "p5")] == ["g3"]
    assert [one.id for one in assignments.of_person(facts, "p4") if one.to is None] == ["g2"]
    for wrong, field in ((("p4", "p4"), "to"), (("p4", "ai đó"), "to"), (("p9", "p8"), "day")):
        with pytest.raises(Refusal) as refused:
            put(door, assignment_edits.hand_over, person=wrong[0], to=wrong[1], day=TODAY)
        assert refused.value.field == field


def test_those_who_left_with_work_are_named() -> None:
    roster = people()
    roster[3]["seats"] = [{**seat, "to": "2024-08-15"} for seat in roster[3]["seats"]]
    roster[3]["name"] = LONG_NAME
    facts = facts_of(office(roster=roster))
    assert [person.name for person in assignments.ended_seats(facts, TODAY)] == [LONG_NAME]
    assert assignments.ended_seats(facts, D(2024, 8, 15)) == []


def test_an_empty_office_is_empty() -> None:
    facts = facts_of(an_office(meetings=[], absences=[], roster=[], units=[]))
    assert assignments.members(facts, [], TODAY) == []
    assert assignments.units(facts, [], TODAY) == []
    assert assignments.balance(facts, [], TODAY).members == 0
