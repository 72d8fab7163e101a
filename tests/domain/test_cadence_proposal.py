"""The proposed year of meetings: never on a day off, nothing the regulation asks for left out without its reason."""

import datetime as dt
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.cadence_proposal import Slot, propose, too_few
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding, Verdict
from desktop.domain.judging import Window
from desktop.domain.records import Meeting
from desktop.domain.rules import meeting_cadence, meeting_working
from desktop.domain.rules.meeting_cadence import CADENCES
from desktop.domain.rules.meeting_working import WORKING
from desktop.usecases.base.facts import facts_of
from tests.conftest import Kept
from tests.usecases.meeting_office import an_office

D = dt.date
PROFILES = ("tay-son-2024", "lung-phinh-2025", "bac-kan-ccq-2020", "202-qd-tw-2019")
FIRST, LAST = D(2025, 1, 1), D(2025, 12, 31)
every_profile = pytest.mark.parametrize("profile", PROFILES)


def facts(profile: str = "tay-son-2024", **lists: Any) -> Facts:  # noqa: ANN401 - lists of the interchange JSON
    return facts_of(an_office(**{"meetings": [], "absences": [], "profile": profile, **lists}))


@cache
def proposed(profile: str = "tay-son-2024") -> tuple[Slot, ...]:
    """What is proposed to an office that has planned nothing."""
    return propose(facts(profile), FIRST, LAST)


def meeting(ident: str, body: str, kind: str, day: dt.date) -> dict[str, Any]:
    return {"id": ident, "body": body, "kind": kind, "start": f"{day}T08:00"}


def held(facts: Facts, slots: tuple[Slot, ...]) -> Facts:
    """The facts in which what was proposed has been planned."""
    made = tuple(
        Meeting(id=f"z{number}", body=one.body, kind=one.kind, start=dt.datetime.combine(one.day, dt.time(8)))
        for number, one in enumerate(slots)
        if one.day and one.meeting is None
    )
    return replace(facts, office=replace(facts.office, meetings=(*facts.office.meetings, *made)))


def breaches(facts: Facts, first: dt.date, last: dt.date) -> list[Finding]:
    found = [one for rule in (meeting_cadence.RULE, meeting_working.RULE) for one in rule(facts, Window(on=last))]
    return [one for one in found if one.verdict is Verdict.BREACH and one.due and first <= one.due]


def days(slots: tuple[Slot, ...], name: str) -> list[dt.date]:
    """Of the rhythm itself, by the period or by the interval: another may begin with its name."""
    own = (name, f"{name}.months", f"{name}.weeks")
    return [one.day for one in slots if one.key.split("/")[0] in own and one.day]


@every_profile
def test_a_whole_year_is_proposed_without_a_breach(profile: str) -> None:
    slots = proposed(profile)
    assert breaches(held(facts(profile), slots), FIRST, LAST) == []
    assert all(one.why for one in slots if one.day is None)


KEPT = [
    meeting("m1", "btv", "regular", D(2025, 3, 20)),
    meeting("m2", "bch", "regular", D(2025, 2, 12)),
    meeting("m3", "thuong-truc", "weekly", D(2024, 12, 24)),
    meeting("m4", "bch", "extraordinary", D(2025, 5, 6)),
]
AWAY = [
    {"id": "x1", "person": "p1", "from": "2025-02-24", "to": "2025-04-02", "area": "abroad"},
    *(
        {"id": f"y{n}", "person": f"p{n}", "from": "2025-06-02", "to": "2025-06-27", "area": "abroad"}
        for n in range(2, 9)
    ),
]
SUPERIOR = frozenset({*(D(2025, 7, day) for day in range(1, 32)), *(D(2025, 9, day) for day in (1, 2, 3, 4, 5))})


@every_profile
def test_a_year_with_meetings_absences_and_the_superiors_days_is_proposed_as_is_kept(kept: Kept, profile: str) -> None:
    ready = facts(profile, meetings=KEPT, absences=AWAY)
    kept(f"year-{profile}", map(_told, propose(ready, FIRST, LAST, superior=SUPERIOR)))
    kept(f"late-{profile}", map(_told, propose(ready, D(2025, 5, 15), D(2025, 8, 31), superior=SUPERIOR)))


def _told(slot: Slot) -> str:
    planned = slot.meeting.id if slot.meeting else "mới"
    return (
        f"{slot.day} {slot.body} {slot.kind} {slot.key} {planned} [{slot.first} {slot.last}] {slot.asked}: {slot.why}"
    )


def test_the_same_facts_give_the_same_days() -> None:
    assert propose(facts(), FIRST, LAST) == proposed()


WORDS = {
    "a fixed weekday": ("lung-phinh-2025", "meeting.cadence.thuong-truc", "quy chế quy định thứ Hai"),
    "the month's end": ("lung-phinh-2025", "meeting.cadence.btv", "quy chế quy định cuối tháng"),
    "the quarter's beginning": ("lung-phinh-2025", "meeting.cadence.bch", "quy chế quy định đầu quý"),
    "an interval": ("tay-son-2024", "meeting.cadence.bch", "trước hạn cuối"),
}


@pytest.mark.parametrize("case", WORDS)
def test_the_reason_names_what_the_text_lays_down(case: str) -> None:
    profile, name, words = WORDS[case]
    found = [one for one in proposed(profile) if one.key.startswith(f"{name}") and one.day]
    assert found
    assert any(words in reason for one in found for reason in one.why)


def test_monday_gives_way_to_a_holiday_only() -> None:
    slots = propose(facts("lung-phinh-2025"), D(2025, 1, 6), LAST, names=frozenset({"thuong-truc"}))
    others = [one for one in slots if one.day and one.day.weekday() != 0]
    assert len(slots) == 52
    assert all(any(reason.startswith("không lấy thứ Hai") for reason in one.why) for one in others)


def test_a_week_without_a_working_day_is_left_open_and_said() -> None:
    (none,) = [one for one in proposed() if one.day is None]
    assert none.why == ("không có ngày làm việc nào từ 27/01/2025 đến 02/02/2025",)


def test_meetings_already_planned_stay_and_count() -> None:
    kept = [meeting("m1", "btv", "regular", D(2025, 3, 20)), meeting("m2", "bch", "regular", D(2025, 2, 12))]
    slots = propose(facts(meetings=kept), FIRST, LAST)
    assert {one.meeting.id for one in slots if one.meeting} == {"m1", "m2"}
    assert [day.month for day in days(slots, "meeting.cadence.btv")].count(3) == 2
    assert days(slots, "meeting.cadence.bch.months") or days(slots, "meeting.cadence.bch")


def test_the_superiors_days_are_left_free() -> None:
    superior = frozenset(D(2025, 4, day) for day in range(1, 20))
    slots = propose(facts(), FIRST, LAST, superior=superior)
    assert not superior & {one.day for one in slots}


def test_a_month_wholly_taken_by_the_superior_is_said_to_be_impossible() -> None:
    superior = frozenset(D(2025, 4, day) for day in range(1, 31))
    none = [one for one in propose(facts("bac-kan-ccq-2020"), FIRST, LAST, superior=superior) if one.day is None]
    assert [one.asked for one in none] == ["tháng 4/2025"]
    assert none[0].why[0].endswith("ngày còn lại đã có phiên họp như vậy")


def test_days_on_which_too_few_would_come_are_passed_over() -> None:
    away = [
        {"id": f"x{number}", "person": f"p{number}", "from": "2025-05-05", "to": "2025-05-23", "area": "abroad"}
        for number in range(1, 7)
    ]
    ready = facts(absences=away)
    may = [one for one in propose(ready, FIRST, LAST) if one.body == "btv" and one.day and one.day.month == 5]
    assert too_few(ready, "btv", D(2025, 5, 9)) == ("7/13", 9)
    assert may
    assert all(one.day and not D(2025, 5, 5) <= one.day <= D(2025, 5, 23) for one in may)
    assert any("dự kiến chỉ có 7/13, cần 9" in reason for one in may for reason in one.why)


def test_an_interval_already_missed_is_to_be_closed_as_soon_as_can_be() -> None:
    ready = facts(meetings=[meeting("m1", "bch", "regular", D(2024, 9, 5))])
    first = next(one for one in propose(ready, FIRST, LAST) if one.key.startswith("meeting.cadence.bch"))
    assert first.day == D(2025, 1, 6)  # the first day for which invitations can still go out in time
    assert first.why[0] == "đã quá hạn 05/12/2024, họp sớm nhất có thể"


people = st.integers(1, 13).map(lambda number: f"p{number}")
year = st.dates(D(2024, 9, 1), D(2025, 12, 31))
absences = st.lists(
    st.tuples(people, year, st.integers(0, 40)).map(
        lambda one: {
            "person": one[0],
            "from": one[1].isoformat(),
            "to": (one[1] + dt.timedelta(one[2])).isoformat(),
            "area": "abroad",
        }
    ),
    max_size=8,
)
planned = st.lists(
    st.tuples(
        st.sampled_from(
            [("bch", "regular"), ("btv", "regular"), ("thuong-truc", "weekly"), ("btv", "front-and-unions")]
        ),
        year,
    ),
    max_size=8,
    unique_by=lambda one: one[1],
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    profile=st.sampled_from(PROFILES),
    away=absences,
    plans=planned,
    superior=st.frozensets(st.dates(FIRST, LAST), max_size=40),
    first=st.dates(D(2024, 12, 1), D(2025, 8, 1)),
)
def test_every_period_is_kept_or_the_reason_said(
    profile: str,
    away: list[dict[str, Any]],
    plans: list[tuple[tuple[str, str], dt.date]],
    superior: frozenset[dt.date],
    first: dt.date,
) -> None:
    meetings = [meeting(f"m{number}", *kind, day) for number, (kind, day) in enumerate(plans)]
    ready = facts(profile, meetings=meetings, absences=[{"id": f"x{n}", **one} for n, one in enumerate(away)])
    slots = propose(ready, first, LAST, superior=superior)
    new = [one for one in slots if one.meeting is None]
    for one in new:
        assert one.day or one.why
        if one.day:
            assert ready.workdays.is_working(one.day)
            assert one.day not in superior
            assert first <= one.day
    for rhythm in (*CADENCES, *WORKING):
        own = days(tuple(new), rhythm.key)
        assert len(own) == len(set(own)), rhythm.key
    assert [one for one in breaches(held(ready, slots), first, LAST) if not explained(one, slots)] == []


def explained(finding: Finding, slots: tuple[Slot, ...]) -> bool:
    """A breach of a count is explained by a slot of that period without a day, one of an interval by one of those."""
    name, _, code = finding.subject.partition("/")
    none = [one for one in slots if one.day is None or any(reason.startswith("đã quá hạn") for reason in one.why)]
    if name == "meetings" or code == "first":
        return any(".months/" in one.key for one in none)
    return any(one.key.split("/")[0].endswith(f".{name}") and one.key.split("/")[1] == code for one in none)
