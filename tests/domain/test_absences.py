"""An absence while it is typed, the sessions it would leave without a quorum, and how its length is counted."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.absences import runs
from desktop.domain.compliance import check, judge_absence
from desktop.domain.decoding import from_plain
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding, Verdict
from desktop.domain.planning import broken_quorums
from desktop.domain.records import Absence, Office
from desktop.usecases.base.facts import facts_of
from tests.domain.small_office import QUICK, day, facts, people

NEXT = dt.timedelta(days=1)
SESSION = {"id": "m1", "body": "btv", "kind": "regular", "start": "2024-09-12T07:30"}
PROFILES = ("tay-son-2024", "lung-phinh-2025")


def absence(person: str = "p5", first: str = "2024-09-10", last: str = "2024-09-13", **more: Any) -> dict[str, Any]:  # noqa: ANN401
    return {"id": f"x-{person}", "person": person, "from": first, "to": last, "area": "outside-province", **more}


def record(**given: Any) -> Absence:  # noqa: ANN401
    return from_plain(Absence, absence(**given))


def of(found: list[Finding], rule: str) -> Finding | None:
    return next((one for one in found if one.rule == rule), None)


def test_an_office_may_ask_sooner_than_its_regulation() -> None:
    head = {
        "name": "Đảng ủy thử",
        "regulations": [
            {"profile": "tay-son-2024", "from": "2024-05-31"},
            {"profile": "tay-son-2024", "from": "2025-01-01", "overrides": {"absence.reported.working_days": 2}},
        ],
    }
    sent = [absence("p5", "2024-11-14", "2024-11-15"), absence("p6", "2025-02-13", "2025-02-14")]
    ready = facts_of(from_plain(Office, {"office": head, "people": people({"bch": 9}), "absences": sent}))
    found = [one.subject for one in check(ready, on=day("2025-03-01")) if one.rule == "absence.reported"]
    assert found == ["absences/x-p6"]


def test_a_draft_is_judged_before_it_is_saved() -> None:
    ready = facts(absences=[absence("p1"), absence("p2")])
    found = judge_absence(ready, record(person="p3", first="2024-09-11", last="2024-09-12"), day("2024-09-02"))
    assert [(one.rule, one.subject, one.verdict) for one in found] == [
        ("absence.duty", "thuong-truc/2024-09-11..2024-09-12", Verdict.DUE)
    ]
    assert not ready.office.absences[2:]


def test_only_the_runs_an_absence_belongs_to_are_told_with_it() -> None:
    away = [absence(person, "2024-09-10", "2024-09-10") for person in ("p1", "p2", "p3")]
    later = [{**absence(person, "2024-10-10", "2024-10-10"), "id": f"y-{person}"} for person in ("p1", "p2", "p3")]
    ready = facts(absences=[*away, *later])
    found = judge_absence(ready, ready.office.absences[0], day("2024-12-01"))
    assert [one.subject for one in found if one.rule == "absence.duty"] == ["thuong-truc/2024-09-10..2024-09-10"]
    assert len([one for one in check(ready, on=day("2024-12-01")) if one.rule == "absence.duty"]) == 2


def test_a_permanent_member_who_joins_or_leaves_makes_or_ends_a_run() -> None:
    ready = facts(
        bodies={"bch": 9, "btv": 5, "thuong-truc": 1},
        absences=[absence("p1", "2024-09-10", "2024-09-12"), {**absence("p1", "2024-09-13", "2024-09-15"), "id": "y"}],
    )
    assert [run.subject for run in runs(ready)] == ["thuong-truc/2024-09-10..2024-09-15"]
    assert runs(facts(bodies={"bch": 9}, absences=[absence("p1")])) == []


def broken(ready: Facts, **given: Any) -> list[tuple[str, int, int]]:  # noqa: ANN401
    return [(each.meeting.id, each.expected, each.needed) for each in broken_quorums(ready, record(**given))]


def test_the_absence_that_breaks_a_quorum() -> None:
    away = [absence(f"p{number}") for number in (6, 7, 8)]
    ready = facts(absences=away, meetings=[SESSION])
    assert broken(ready) == [("m1", 7, 8)]
    assert broken(ready, last="2024-09-11") == []
    assert broken(ready, person="p20") == []
    assert broken(ready, person="k1") == []
    assert broken(facts(absences=away[:2], meetings=[SESSION])) == []
    assert broken(facts(absences=[*away, absence("p9")], meetings=[SESSION])) == []


def test_an_absence_being_changed_is_not_counted_twice() -> None:
    away = [absence(f"p{number}") for number in (5, 6, 7, 8)]
    assert broken(facts(absences=away, meetings=[SESSION])) == [("m1", 7, 8)]
    twice = [*away, {**absence("p5"), "id": "again"}]
    assert broken(facts(absences=twice, meetings=[SESSION])) == []


@pytest.mark.parametrize(
    "session",
    [
        {**SESSION, "cancelled": True},
        {**SESSION, "kind": "working-session"},
        {**SESSION, "body": "thuong-truc"},
        {**SESSION, "present": 11},
        {**SESSION, "start": "2024-05-30T07:30"},
    ],
)
def test_what_no_absence_can_break(session: dict[str, Any]) -> None:
    away = [absence(f"p{number}", "2024-05-01", "2024-12-31") for number in (6, 7, 8)]
    assert broken(facts(absences=away, meetings=[session]), first="2024-05-01", last="2024-12-31") == []


DAYS = st.dates(min_value=dt.date(2024, 12, 1), max_value=dt.date(2025, 5, 31))


def verdict(profile: str, first: dt.date, length: int, reported: dt.date | None, **more: Any) -> Verdict | None:  # noqa: ANN401
    told = {"reported": reported.isoformat() if reported else None, "reported_to": "thuong-truc", "form": "written"}
    away = absence("p5", first.isoformat(), (first + NEXT * length).isoformat(), **told, **more)
    ready = facts(profile=profile, from_="2024-01-01", absences=[away])
    found = of(judge_absence(ready, ready.office.absences[0], day("2025-12-31")), "absence.reported")
    return found.verdict if found else None


@QUICK
@given(st.sampled_from(PROFILES), DAYS, st.integers(0, 15), st.integers(-10, 10))
def test_telling_earlier_is_never_judged_worse(profile: str, first: dt.date, length: int, ahead: int) -> None:
    told = first - NEXT * ahead
    early, late = verdict(profile, first, length, told - NEXT), verdict(profile, first, length, told)
    assert early == late or (early, late) == (Verdict.MET, Verdict.BREACH)
    if late is not None:
        assert verdict(profile, first, length, None) is Verdict.BREACH


@QUICK
@given(st.sampled_from(PROFILES), DAYS, st.integers(0, 15))
def test_the_threshold_is_counted_in_working_days(profile: str, first: dt.date, length: int) -> None:
    workdays = facts().workdays
    least = 3 if profile == "tay-son-2024" else 2
    worked = sum(workdays.is_working(first + NEXT * ahead) for ahead in range(length + 1))
    assert (verdict(profile, first, length, None) is not None) == (worked >= least)
    doubt = verdict(profile, first, length, None, purpose="leave")
    assert (doubt is Verdict.UNCLEAR) == (profile == "lung-phinh-2025" and worked < least)


@QUICK
@given(DAYS, st.integers(0, 20), st.integers(1, 5))
def test_a_longer_absence_is_never_freed(first: dt.date, length: int, more: int) -> None:
    if verdict("tay-son-2024", first, length, None):
        assert verdict("tay-son-2024", first, length + more, None) is Verdict.BREACH
