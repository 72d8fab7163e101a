"""The proposed year before the clerk: rows moved and dropped, the superior's days read, all planned in one change."""

import datetime as dt
from pathlib import Path

import pytest

from desktop.domain.refusal import Refusal
from desktop.usecases.base.facts import facts_of
from desktop.usecases.meetings import cadence_plan
from tests.usecases.meeting_office import Door, an_office

D = dt.date
TODAY = D(2024, 8, 30)


def test_the_year_is_proposed_month_by_month() -> None:
    made = cadence_plan.proposal(facts_of(an_office()), 2025, TODAY)
    months = [title for title, _rows in cadence_plan.months(made.rows)]
    assert months == [f"Tháng {month}/2025" for month in range(1, 13)]
    assert made.first == D(2025, 1, 1)
    assert {row.slot.body for row in made.rows} == {"bch", "btv", "thuong-truc"}


def test_what_is_left_of_this_year_begins_tomorrow_and_keeps_what_is_planned() -> None:
    made = cadence_plan.proposal(facts_of(an_office()), 2024, TODAY)
    assert min(row.day for row in made.rows if row.day) > TODAY
    assert [row.title for row in made.rows if row.planned] == ["Hội nghị Ban Thường vụ lần thứ 57"]
    assert all(not row.planned for row in made.to_plan)


def test_a_row_moved_or_dropped_by_hand_says_what_is_wrong_with_it() -> None:
    facts = facts_of(an_office())
    first = cadence_plan.proposal(facts, 2025, TODAY, names=frozenset({"btv"})).rows[0]
    for day, words in (
        (D(2025, 1, 4), "nghỉ cuối tuần"),
        (D(2025, 2, 14), "ngoài hạn"),
        (D(2025, 1, 10), "trùng lịch của cấp trên"),
    ):
        made = cadence_plan.proposal(
            facts, 2025, TODAY, names=frozenset({"btv"}), moved={first.id: day}, superior=frozenset({D(2025, 1, 10)})
        )
        row = next(one for one in made.rows if one.id == first.id)
        assert (row.day, row.verdict) == (day, "unclear")
        assert words in row.why
    dropped = cadence_plan.proposal(facts, 2025, TODAY, names=frozenset({"btv"}), dropped=frozenset({first.id}))
    assert len(dropped.to_plan) == 23


def test_what_the_year_would_still_lack_is_judged_by_the_rules() -> None:
    facts = facts_of(an_office())
    whole = cadence_plan.proposal(facts, 2025, TODAY)
    (open_week,) = cadence_plan.shortfalls(facts, whole)
    assert open_week.verdict == "unclear"
    gone = next(row.id for row in whole.rows if row.slot.body == "btv")
    lacking = cadence_plan.shortfalls(facts, cadence_plan.proposal(facts, 2025, TODAY, dropped=frozenset({gone})))
    assert [one.subject for one in lacking if one.verdict == "breach"] == ["btv/2025-01"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("", set()),
        ("15/3; 5/4/2026", {D(2025, 3, 15), D(2026, 4, 5)}),
        ("20/4–22/4", {D(2025, 4, 20), D(2025, 4, 21), D(2025, 4, 22)}),
        ("1/5 - 2/5,\n3/5", {D(2025, 5, 1), D(2025, 5, 2), D(2025, 5, 3)}),
    ],
)
def test_the_superiors_days_are_read_as_they_are_written(text: str, days: set[dt.date]) -> None:
    assert cadence_plan.read_days(text, 2025) == days


@pytest.mark.parametrize("text", ["31/2", "tháng 3", "5/5–3/5"])
def test_days_that_are_none_are_refused_with_an_example(text: str) -> None:
    with pytest.raises(Refusal, match="cần"):
        cadence_plan.read_days(text, 2025)


def test_all_are_planned_at_once_each_numbered_after_the_one_before(tmp_path: Path) -> None:
    door = Door(tmp_path / "văn phòng.thuky", an_office())
    facts = door.facts
    rows = cadence_plan.proposal(facts, 2025, TODAY, names=frozenset({"btv"})).to_plan
    with door.writing() as store:
        made = cadence_plan.plan_all(store, facts=facts, rows=rows, on=TODAY)
    titles = [one.title for one in sorted(made, key=lambda one: one.start)]
    assert titles[:2] == ["Hội nghị Ban Thường vụ lần thứ 58", "Hội nghị Ban Thường vụ lần thứ 59"]
    assert made[0].place == "Phòng họp A, trụ sở Huyện ủy"
    assert len(door.facts.office.meetings) == 25
    door.file.undo()
    assert len(door.facts.office.meetings) == 1


def test_nothing_chosen_is_refused(tmp_path: Path) -> None:
    door = Door(tmp_path / "văn phòng.thuky", an_office())
    facts = door.facts
    with pytest.raises(Refusal, match="giữ lại ít nhất một dòng"), door.writing() as store:
        cadence_plan.plan_all(store, facts=facts, rows=(), on=TODAY)


def test_only_the_meetings_the_regulation_gives_a_rhythm_are_offered() -> None:
    assert [name for name, _words in cadence_plan.rhythms(facts_of(an_office(profile="bac-kan-ccq-2020")), 2025)] == [
        "bch",
        "btv",
    ]
