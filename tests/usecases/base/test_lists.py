"""The lists of the screens, over a whole sample office: a filter leaves exactly what fits it, in the order promised.

What fits is said here again, from the record itself, by the day and the word; the days tried are those at which it
turns.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

import pytest

from desktop import vi
from desktop.domain.compliance import check
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.records import Absence, Ballot, Delegated, Document, Meeting, Task, Visit
from desktop.domain.refs import RecordRef
from desktop.sample.sample import closing_day, sample_office
from desktop.usecases.absences import rows as absences
from desktop.usecases.assignments import rows as assignments
from desktop.usecases.ballots import rows as ballots
from desktop.usecases.base.facts import facts_of
from desktop.usecases.delegated import rows as delegated
from desktop.usecases.directives import rows as directives
from desktop.usecases.documents import rows as documents
from desktop.usecases.meetings import rows as meetings
from desktop.usecases.programmes import list as programmes
from desktop.usecases.reviews import rows as reviews
from desktop.usecases.tasks import rows as tasks
from desktop.usecases.visits import rows as visits

PROFILE = "tay-son-2024"
DAY = dt.timedelta(days=1)
NOON = dt.time(12)
ON = dt.date(2024, 8, 29)
"""A day in the middle of the sample, with sessions, ballots and absences on both sides of it."""


@cache
def office() -> Facts:
    """The sample, which is of one year, with a record of the year before in every list, and one over New Year."""
    made = sample_office(PROFILE, as_of=closing_day(PROFILE))
    was = dt.date(2023, 12, 28)
    before = replace(made.meetings[0], id="old", start=dt.datetime.combine(was, NOON), end=None)
    away = replace(made.absences[0], id="old", from_=was, to=dt.date(2024, 1, 3))
    asked = replace(made.ballots[0], id="old", sent=was, due=was, closed=was)
    return facts_of(
        replace(
            made,
            meetings=(*made.meetings, before),
            absences=(*made.absences, away, replace(away, id="older", to=was)),
            ballots=(*made.ballots, asked),
            delegated=(*made.delegated, replace(made.delegated[0], id="old", decided=was)),
        )
    )


@cache
def findings() -> Sequence[Finding]:
    return check(office(), on=ON)


# What a record is on a day, said again


def meeting_state(one: Meeting, on: dt.date) -> str:
    now, last = dt.datetime.combine(on, NOON), (one.end or one.start).date()
    if one.cancelled or one.postponed_to:
        return "postponed"
    if one.minutes or last < on or (one.end and one.end <= now):
        return "held"
    return "running" if one.start <= now or (one.start.date() == on and one.attendance) else "preparing"


def absence_state(one: Absence, on: dt.date) -> str:
    return "ahead" if on < one.from_ else "back" if on > one.to else "away"


def _was_told(session: str | None, on: dt.date) -> bool:
    return any(each.id == session and each.start.date() <= on for each in office().office.meetings)


def ballot_state(one: Ballot, on: dt.date) -> str:
    if _was_told(one.reported_at, on):
        return "reported"
    return "referred" if one.important_differences else "closed" if one.closed else "open"


def delegated_state(one: Delegated, on: dt.date) -> str:
    settled = one.decision in ("adopted", "rejected") and _was_told(one.reported_at, on)
    return "reported" if settled else one.decision or "pending"


def task_state(one: Task, on: dt.date) -> str:
    if one.done:
        return "done"
    if one.due is None:
        return "no-day"
    ahead = (one.due - on).days
    return "late" if ahead < 0 else "soon" if ahead <= 7 else "open"


# The lists


class Listed(NamedTuple):
    """A list: its records, how it is asked, what stands in a row to be searched, and by what it is in order."""

    records: Callable[[], Iterable[Any]]
    ask: Callable[..., Sequence[Any]]
    words: Callable[[Any, Any], str]
    falls: Callable[[Any], Any]
    filters: dict[str, Callable[[Any, Any], bool]]
    states: type[Any] | None = None
    state: Callable[[Any, dt.date], str] | None = None


def _of_year(day: dt.date | None, year: int) -> bool:
    return day is not None and day.year == year


LISTS = {
    "meetings": Listed(
        lambda: office().office.meetings,
        lambda **only: meetings.rows(office(), dt.datetime.combine(ON, NOON), **only),
        lambda one, row: f"{row.title} {one.place}",
        lambda row: (row.start, row.id),
        {"body": lambda one, body: one.body == body, "year": lambda one, year: one.start.year == year},
        meetings.State,
        meeting_state,
    ),
    "absences": Listed(
        lambda: office().office.absences,
        lambda **only: absences.rows(office(), findings(), ON, **only),
        lambda one, row: f"{office().named(one.person)} {row.where}",
        lambda row: 0,
        {
            "person": lambda one, person: one.person == person,
            "area": lambda one, area: one.area == area,
            "year": lambda one, year: year in range(one.from_.year, one.to.year + 1),
        },
        absences.State,
        absence_state,
    ),
    "ballots": Listed(
        lambda: office().office.ballots,
        lambda **only: ballots.rows(office(), ON, **only),
        lambda one, row: f"{row.title} {vi.MATTER[one.matter] if one.matter else ''}",
        lambda row: (row.sent, row.number),
        {"body": lambda one, body: one.body == body, "year": lambda one, year: one.sent.year == year},
        ballots.State,
        ballot_state,
    ),
    "delegated": Listed(
        lambda: office().office.delegated,
        lambda **only: delegated.rows(office(), ON, **only),
        lambda one, row: one.title,
        lambda row: (row.decided or dt.date.max, row.id),
        {"year": lambda one, year: (one.decided or ON).year == year},
        delegated.State,
        delegated_state,
    ),
    "tasks": Listed(
        lambda: office().office.tasks,
        lambda **only: tasks.rows(office(), ON, **only),
        lambda one, row: f"{one.title} {one.product} {row.unit} {row.person} {row.source}",
        lambda row: 0,
        {
            "unit": lambda one, unit: unit in (one.unit, *one.with_),
            "year": lambda one, year: one.done is None or one.done.year == year,
        },
        tasks.State,
        task_state,
    ),
}  # fmt: skip
NAMED = pytest.mark.parametrize("name", LISTS)


def ids(rows: Iterable[Any]) -> list[str]:
    return sorted(row.id for row in rows)


@NAMED
def test_without_a_filter_every_record_is_listed_once(name: str) -> None:
    listed = LISTS[name]
    assert ids(listed.ask()) == ids(listed.records())


@NAMED
def test_a_filter_leaves_exactly_what_fits(name: str) -> None:
    listed = LISTS[name]
    records = list(listed.records())
    values: dict[str, set[Any]] = {"year": {2023, 2024, 2025}, "body": set(vi.BODY), "area": set(vi.AREA)}
    values |= {"person": {one.id for one in office().office.people}, "unit": {one.id for one in office().office.units}}
    for what, fits in listed.filters.items():
        shown = {value: ids(listed.ask(**{what: value})) for value in values[what]}
        assert shown == {value: ids(one for one in records if fits(one, value)) for value in values[what]}
        assert any(0 < len(found) < len(records) for found in shown.values())


@NAMED
def test_a_state_is_that_of_the_day(name: str) -> None:
    listed = LISTS[name]
    assert listed.states
    assert listed.state
    told = {one.id: listed.state(one, ON) for one in listed.records()}
    assert len(set(told.values())) > 1
    for state in listed.states:
        if state.value in ("unreported", "no-result"):  # they ask for what is missing, not for the day
            continue
        assert ids(listed.ask(state_is=state)) == sorted(one for one, said in told.items() if said == state.value)


@NAMED
@pytest.mark.parametrize("words", ["", " ngân sách ", "HANOI", "quy nhon", "đề án", "xã", "họp", "can bo", "Đầu tư"])
def test_words_are_found_however_they_are_typed(name: str, words: str) -> None:
    listed = LISTS[name]
    records = {one.id: one for one in listed.records()}
    wanted = vi.fold(words.strip())
    fits = [row for row in listed.ask() if wanted in vi.fold(listed.words(records[row.id], row))]
    assert ids(listed.ask(text=words.strip())) == ids(fits)


@NAMED
def test_the_latest_stands_first(name: str) -> None:
    rows = LISTS[name].ask()
    assert all(LISTS[name].falls(one) >= LISTS[name].falls(other) for one, other in pairwise(rows))


def _turns(one: Any) -> set[dt.date]:  # noqa: ANN401 - any record
    """The days at which something may change of a record: its own, and those of the session that heard it."""
    names = ("from_", "to", "due", "start", "end", "minutes")
    days = [value for name in names if (value := getattr(one, name, None))]
    heard = office().meeting(getattr(one, "reported_at", None))
    days += [heard.start] if heard else []
    own = {value.date() if isinstance(value, dt.datetime) else value for value in days}
    return {day + DAY * step for day in own for step in (-8, -7, -1, 0, 1)}


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("meetings", lambda one, on: meetings.state(one, dt.datetime.combine(on, NOON))),
        ("absences", absences.state),
        ("ballots", lambda one, on: ballots.state(office(), one, on)),
        ("delegated", lambda one, on: delegated.state(office(), one, on)),
        ("tasks", tasks.state),
    ],
)
def test_a_state_turns_on_its_day(name: str, asked: Callable[[Any, dt.date], Any]) -> None:
    state = LISTS[name].state
    assert state
    for one in LISTS[name].records():
        for on in _turns(one):
            assert asked(one, on).value == state(one, on), (one.id, on)


def test_who_is_away_stands_before_who_leaves_and_who_is_back() -> None:
    shown = absences.rows(office(), findings(), ON)
    groups = ["away", "ahead", "back"]
    assert [row.state.value for row in shown] == sorted((row.state.value for row in shown), key=groups.index)
    for state in groups:
        days = [row.absence.from_ for row in shown if row.state.value == state]
        assert days == sorted(days, reverse=state == "back")


def test_tasks_to_do_stand_by_their_day_and_done_ones_after_them_the_latest_first() -> None:
    shown = [row.task for row in tasks.rows(office(), ON)]
    undone, done = [one for one in shown if not one.done], [one for one in shown if one.done]
    assert shown == undone + done
    assert [one.due or dt.date.max for one in undone] == sorted(one.due or dt.date.max for one in undone)
    finished = [one.done for one in done if one.done]
    assert finished == sorted(finished, reverse=True)


def test_how_late_a_task_is() -> None:
    for row in tasks.rows(office(), ON):
        task = row.task
        days = ((task.done or ON) - task.due).days if task.due else 0
        assert row.late == max(days, 0)
        assert (row.verdict == "breach") == (row.late > 0)


# The register, which is asked otherwise


def _register(**wanted: Any) -> list[Document]:  # noqa: ANN401 - fields of what is wanted
    return [row.document for row in documents.rows(office(), findings(), documents.Wanted(**wanted))]


def test_the_register_by_type_issuer_and_span() -> None:
    every = list(office().office.documents)
    assert ids(_register()) == ids(every)
    for kind in {one.type for one in every}:
        assert ids(_register(kind=kind)) == ids(one for one in every if one.type == kind)
    for year in (2023, 2024, 2025):
        assert ids(_register(span=str(year))) == ids(one for one in every if _of_year(one.date, year))
    found = {every[0].id, every[5].id}
    assert set(ids(_register(found=found))) == found
    days = [(one.date or dt.date.max, one.type, one.number or 0) for one in _register()]
    assert days == sorted(days, reverse=True)


def test_visits_of_a_year_the_latest_first_with_those_without_a_day_on_top() -> None:
    made: list[Visit] = list(office().office.visits)
    for year in (2023, 2024, 2025):
        shown = [row.visit for row in visits.rows(office(), ON, year=year)]
        assert ids(shown) == ids(one for one in made if one.date is None or one.date.year == year)
        days = [one.date or dt.date.max for one in shown]
        assert days == sorted(days, reverse=True)


def test_absences_not_reported_yet_and_what_is_said_of_those_that_were() -> None:
    told = {(one.subject, one.rule): one.verdict for one in findings()}
    asked = ("absence.reported", "absence.commune")
    late: list[str] = []
    for row in absences.rows(office(), findings(), ON):
        one, about = row.absence, RecordRef.to(row.absence)
        verdicts = [told[about, rule] for rule in asked if (about, rule) in told]
        if one.reported:
            assert row.told.startswith(vi.day_short(one.reported, one.from_))
        else:
            assert row.told == ("Chưa báo cáo" if verdicts else "Không phải báo cáo")
            late += [one.id] if {"due", "breach"} & set(verdicts) else []
        assert (row.result != "") == bool(one.result_reported or (about, "absence.result") in told)
    assert ids(absences.rows(office(), findings(), ON, state_is=absences.State.UNREPORTED)) == sorted(late) != []


def test_the_register_by_issuer_and_by_what_is_odd_about_a_line() -> None:
    every = list(office().office.documents)
    for issuer in ("bch", "btv", "ubkt", "van-phong"):
        fits = [one for one in every if issuer in [part.strip() for part in one.issuer.split(";")]]
        assert ids(_register(issuer=issuer)) == ids(fits)
    states: dict[str, Callable[[Document], bool]] = {
        documents.SECRET: lambda one: one.secrecy != "none",
        documents.JOINT: lambda one: ";" in one.issuer,
        documents.UNNUMBERED: lambda one: one.number is None,
        documents.KEPT: lambda one: one.issued is not None,
        documents.CANCELLED: lambda one: one.cancelled is not None,
        documents.ODD: lambda one: one.id == every[3].id,
    }
    for state, fits_state in states.items():
        assert ids(_register(state=state, odd={every[3].id})) == ids(one for one in every if fits_state(one))


# Rows that no single record stands behind: a filter leaves exactly those of the whole list that fit it


NARROWED: dict[str, tuple[Callable[..., Sequence[Any]], list[tuple[dict[str, Any], Callable[[Any], bool]]]]] = {
    "programmes": (
        lambda **only: programmes.rows(office(), findings(), ON, **only),
        [
            *(({"body": body}, lambda row, body=body: row.body == body) for body in vi.BODY),
            *(({"unit": unit}, lambda row, unit=unit: row.unit == unit) for unit in ("year", "quarter", "month")),
            *(
                ({"year": year}, lambda row, year=year: row.span.first.year <= year <= row.span.last.year)
                for year in (2023, 2024, 2025)
            ),
            ({"text": " thang 9 "}, lambda row: "thang 9" in vi.fold(f"{row.title} {vi.BODY[row.body]}")),
            ({"text": "ban thường"}, lambda row: row.body == "btv"),
        ],
    ),
    "members": (
        lambda **only: assignments.members(office(), findings(), ON, **only),
        [
            ({"only": "gap"}, lambda row: not row.held),
            ({"only": "doubled"}, lambda row: bool(row.doubled)),
            ({"text": "pho bi thu"}, lambda row: "pho bi thu" in vi.fold(row.position)),
        ],
    ),
    "units": (
        lambda **only: assignments.units(office(), findings(), ON, **only),
        [
            ({"only": "gap"}, lambda row: not row.people),
            ({"only": "doubled"}, lambda row: bool(row.doubled)),
            *(({"kind": kind}, lambda row, kind=kind: row.unit.kind == kind) for kind in vi.UNIT_KIND),
            ({"text": "XÃ tây"}, lambda row: "xa tay" in vi.fold(f"{row.unit.name} {' '.join(row.people)}")),
        ],
    ),
    "reviews": (
        lambda **only: reviews.rows(office(), findings(), ON, **only),
        [
            *(({"kind": kind}, lambda row, kind=kind: row.kind == kind) for kind in reviews.KIND),
            *(({"year": year}, lambda row, year=year: row.year in (None, year)) for year in (2023, 2024, 2025)),
            ({"text": "kiem diem"}, lambda row: "kiem diem" in vi.fold(f"{reviews.KIND[row.kind]} {row.title}")),
        ],
    ),
    "directives": (
        lambda **only: directives.rows(office(), findings(), ON, **only),
        [
            *(({"state": state}, lambda row, state=state: row.state == state) for state in directives.STATE),
            ({"text": "nghi quyet"}, lambda row: "nghi quyet" in vi.fold(f"{row.name} {row.lead}")),
        ],
    ),
}


@pytest.mark.parametrize("name", NARROWED)
def test_a_filter_leaves_of_the_whole_list_what_fits(name: str) -> None:
    ask, filters = NARROWED[name]
    whole = ask()
    assert len(whole) > 3
    for only, fits in filters:
        assert [row.id for row in ask(**only)] == [row.id for row in whole if fits(row)], only


def test_who_holds_what_on_a_day_and_the_counts_over_it() -> None:
    held = [one for one in office().office.assignments if (one.from_ or ON) <= ON <= (one.to or ON)]
    people = assignments.members(office(), findings(), ON)
    for row in people:
        assert ids(row.held) == ids(one for one in held if one.person == row.id)
    seated = [person.id for person in office().members("bch", ON)]
    assert [row.id for row in people][: len(seated)] == seated
    places = assignments.units(office(), findings(), ON)
    asked = [row for row in places if row.unit.kind == "party-organisation"]
    made = assignments.balance(office(), findings(), ON)
    assert (made.members, made.with_work) == (len(seated), sum(bool(row.held) for row in people if row.id in seated))
    assert (made.units, made.covered) == (len(asked), sum(bool(row.people) for row in asked))
    assert made.doubled == sum(bool(row.doubled) for row in places)


def test_programmes_to_adopt_stand_first_by_their_day_then_by_kind_the_latest_first() -> None:
    rows = programmes.rows(office(), findings(), ON)
    waiting = [row for row in rows if row.state.value != "adopted" and row.span.last >= ON]
    assert waiting
    assert list(rows[: len(waiting)]) == waiting
    days = [row.due or row.span.first for row in waiting]
    assert days == sorted(days)
    rest = [(list(programmes.UNIT).index(row.unit), -row.span.first.toordinal()) for row in rows[len(waiting) :]]
    assert rest == sorted(rest)
    groups = {programmes.group_of(row, ON) for row in waiting}
    assert groups == {programmes.PENDING}
    assert programmes.PENDING not in {programmes.group_of(row, ON) for row in rows[len(waiting) :]}
