"""The figures of a member's year: counted by hand in a small office, adding up in the sample ones."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings

from desktop.domain.compliance import check
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Finding, Verdict
from desktop.domain.records import (
    Absence,
    AgendaItem,
    Attendance,
    Ballot,
    Choice,
    Meeting,
    Office,
    OfficeHead,
    Person,
    Response,
    Seat,
    Task,
    Visit,
    Vote,
)
from desktop.sample.sample import PROFILES, sample_office
from desktop.usecases.base.facts import facts_of
from desktop.usecases.compliance.member_figures import MemberFigures, member_figures
from tests.offices import offices

FIRST, LAST = dt.date(2024, 1, 1), dt.date(2024, 12, 31)


def day(month: int, number: int) -> dt.date:
    return dt.date(2024, month, number)


def person(ident: str, *seats: Seat) -> Person:
    return Person(id=ident, name=f"Nguyễn Văn {ident}", seats=seats)


def seat(to: dt.date | None = None) -> Seat:
    return Seat(body="btv", role="uy-vien", from_=dt.date(2020, 1, 1), to=to)


def session(ident: str, month: int, *marks: Attendance, choices: tuple[Choice, ...] = ()) -> Meeting:
    item = AgendaItem(id="a1", title="Việc", vote=Vote(choices=choices) if choices else None)
    start = dt.datetime(2024, month, 10, 8)
    return Meeting(id=ident, body="btv", kind="regular", start=start, attendance=marks, agenda=(item,))


OFFICE = Office(
    office=OfficeHead(name="Văn phòng", regulations=()),
    people=(person("a", seat()), person("b", seat(day(6, 30))), person("c")),
    meetings=(
        session(
            "m1", 3, Attendance(person="a", status="present"), Attendance(person="b", status="excused"),
            Attendance(person="c", status="present"),
            choices=(Choice(person="a", choice="approve"), Choice(person="b", choice="other", reserved=True)),
        ),
        session("m2", 9, Attendance(person="a", status="absent"), Attendance(person="b", status="present")),
        session("m3", 10),
    ),
    ballots=(
        Ballot(id="b1", body="btv", sent=day(2, 1), due=day(2, 5), responses=(
            Response(person="a", choice="approve", returned=day(2, 5)),
            Response(person="b", choice="approve", returned=day(2, 6)),
        )),
        Ballot(id="b2", body="btv", sent=day(4, 1), due=day(4, 5)),
        Ballot(id="b3", body="btv", sent=day(12, 30), due=LAST, sent_to=("a",)),
    ),
    absences=(
        Absence(id="x1", person="a", from_=day(5, 6), to=day(5, 8), area="abroad", reported=day(5, 2)),
        Absence(id="x2", person="a", from_=day(7, 1), to=day(7, 8), area="abroad"),
    ),
    visits=(Visit(id="v1", person="a", date=day(7, 2)), Visit(id="v2", person="a", date=dt.date(2025, 1, 1))),
    tasks=(
        Task(id="t1", person="a", due=day(3, 1), done=day(3, 1)),
        Task(id="t2", person="a", due=day(3, 1), done=day(3, 2)),
        Task(id="t3", person="a", due=day(3, 1)),
        Task(id="t4", person="a", due=LAST),
    ),
)  # fmt: skip


def report(subject: str, verdict: Verdict, actual: str = "") -> Finding:
    return Finding(rule="report.member", subject=subject, verdict=verdict, cite=Cite(), text="", actual=actual)


FINDINGS = (
    report("people/a/2024-Q1", Verdict.MET, "2024-03-30"),
    report("people/a/2024-Q2", Verdict.BREACH, "2024-07-03"),
    report("people/a/2024-Q3", Verdict.BREACH),
    report("people/a/2024-Q4", Verdict.EXEMPT),
    report("people/a/2023-Q4", Verdict.MET, "2023-12-30"),
)


def test_a_year_counted_by_hand() -> None:
    first, second = member_figures(Facts(OFFICE), FINDINGS, FIRST, LAST)
    assert first == MemberFigures(
        person="a", sessions=2, present=1, absent=1, votes=1, ballots=3, ballots_in_time=1, ballots_missing=1,
        reports=3, reports_in_time=1, reports_late=1, reports_missing=1, absences=2, absences_reported=1, visits=1,
        tasks=3, tasks_done=2, tasks_late=2,
    )  # fmt: skip
    assert second == MemberFigures(
        person="b", sessions=1, excused=1, votes=1, reserved=1, ballots=2, ballots_late=1, ballots_missing=1
    )


def test_whoever_never_sat_in_the_year_is_not_counted() -> None:
    assert [one.person for one in member_figures(Facts(OFFICE), (), day(7, 1), LAST)] == ["a"]


@given(offices())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_figure_is_larger_than_what_it_is_part_of(office: Office) -> None:
    facts = facts_of(office)
    for one in member_figures(facts, check(facts, on=LAST), FIRST, LAST):
        assert one.present + one.excused + one.absent <= one.sessions
        assert one.ballots_in_time + one.ballots_late + one.ballots_missing <= one.ballots
        assert one.reports_in_time + one.reports_late + one.reports_missing == one.reports
        assert one.tasks_done <= one.tasks
        assert one.tasks_late <= one.tasks


@pytest.mark.parametrize("profile", PROFILES)
def test_the_parts_add_up(profile: str) -> None:
    facts = facts_of(sample_office(profile))
    last = dt.date(2026, 6, 30) if profile == "lung-phinh-2025" else LAST
    made = member_figures(facts, check(facts, on=last), last.replace(month=1, day=1), last)
    assert len(made) == len({one.person for one in made}) >= 25
    for one in made:
        assert one.present + one.excused + one.absent == one.sessions
        assert one.ballots_in_time + one.ballots_late + one.ballots_missing <= one.ballots
        assert one.reports_in_time + one.reports_late + one.reports_missing == one.reports
        assert one.absences_reported <= one.absences
        assert one.tasks_done <= one.tasks
    assert sum(one.present for one in made) == sum(
        line.status == "present"
        for meeting in facts.sessions
        if last.replace(month=1, day=1) <= meeting.start.date() <= last
        if meeting.kind in ("regular", "extraordinary", "enlarged", "weekly")
        for line in meeting.attendance
        if facts.holds(line.person, meeting.body, meeting.start.date())
    )
