"""What no record may hold: days and periods that cannot be, ends before beginnings, a thing that follows itself."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.domain.records import Absence, AgendaItem, Assignment, Meeting, Person, Programme, Report, Seat, Unit
from desktop.domain.reserved import is_reserved, open_items
from desktop.domain.sound import Unsound, is_period, outside, unsound
from desktop.domain.units import stands, stands_within, succeeds_itself

D = dt.date
START = dt.datetime(2024, 9, 6, 7, 30)
MEETING = Meeting(id="m1", body="btv", kind="regular", start=START)


def trip(first: dt.date, last: dt.date) -> Absence:
    return Absence(id="x1", person="p1", from_=first, to=last, area="abroad")


def test_days_lie_in_the_years_of_an_office() -> None:
    assert list(unsound(trip(D(1900, 1, 1), D(2199, 12, 31)))) == []
    assert list(unsound(trip(D(1899, 12, 31), D(2024, 1, 1)))) == [Unsound(D(1899, 12, 31))]
    assert list(unsound(trip(D(2024, 1, 1), D(2200, 1, 1)))) == [Unsound(D(2200, 1, 1))]
    deep = Person(id="p1", name="An", seats=(Seat(body="bch", role="uy-vien", from_=D(202, 8, 1)),))
    assert list(unsound(deep)) == [Unsound(D(202, 8, 1))]


def test_nothing_ends_before_it_begins() -> None:
    day = D(2024, 9, 6)
    assert list(unsound(trip(day, day))) == []
    assert list(unsound(trip(day, D(2024, 9, 5)))) == [Unsound(D(2024, 9, 5), day)]
    assert list(unsound(Assignment(id="g1", from_=None, to=day))) == []
    assert list(unsound(Assignment(id="g1", from_=day, to=None))) == []
    assert list(unsound(replace(MEETING, end=START))) == []
    early = START - dt.timedelta(minutes=1)
    assert list(unsound(replace(MEETING, end=early))) == [Unsound(early, START)]


@pytest.mark.parametrize(
    "code",
    ["term", "2024", "2024-H1", "2024-H2", "2024-9M", "2024-Q4", "2024-01", "2024-12", "2026-W53", "1900", "2199"],
)
def test_a_period_that_a_calendar_has(code: str) -> None:
    assert is_period(code)
    assert list(unsound(Report(id="r1", period=code))) == []


@pytest.mark.parametrize(
    "code",
    [
        "",
        "terms",
        "2024-H3",
        "2024-Q5",
        "2024-00",
        "2024-13",
        "2025-W53",
        "2024-W00",
        "1899",
        "2200",
        "2200-W01",
        "24",
        "x",
        "٢٠٢٤",
    ],
)
def test_a_period_that_no_calendar_has(code: str) -> None:
    assert not is_period(code)
    wrong = [Unsound(code)] if code else []
    assert list(unsound(Programme(id="w1", period=code))) == wrong
    assert list(unsound(Report(id="r1", period=code))) == wrong


def test_nothing_follows_itself() -> None:
    assert list(unsound(Unit(id="u1", successor="u1"))) == [Unsound("u1", why="itself")]
    assert list(unsound(Unit(id="u1", successor="u2"))) == []
    assert list(unsound(replace(MEETING, postponed_to="m1"))) == [Unsound("m1", why="itself")]
    assert list(unsound(replace(MEETING, postponed_to="m2"))) == []
    ring = {
        "u1": Unit(id="u1", successor="u2"),
        "u2": Unit(id="u2", successor="u3"),
        "u3": Unit(id="u3", successor="u2"),
    }
    assert succeeds_itself(ring["u1"], ring)
    assert not succeeds_itself(Unit(id="u0", successor="u9"), ring)
    assert not succeeds_itself(Unit(id="u0"), ring)


def test_an_item_lies_on_a_day_of_its_meeting() -> None:
    def with_(*days: dt.date | None, end: dt.datetime | None = None) -> list[str]:
        agenda = tuple(AgendaItem(id=f"a{place}", day=day, title="") for place, day in enumerate(days))
        return [item.id for item in outside(replace(MEETING, agenda=agenda, end=end))]

    before, first, next_day, last, after = (D(2024, 9, day) for day in (5, 6, 7, 8, 9))
    end = dt.datetime(2024, 9, 8, 11)
    assert with_(None, before, first, next_day, last, after, end=end) == ["a1", "a5"]
    assert with_(None, before, first, after) == ["a1"]
    (found,) = unsound(replace(MEETING, agenda=(AgendaItem(id="a1", day=before, title=""),)))
    assert found == Unsound(before, why="outside")


def test_a_unit_stands_from_its_first_day_to_its_last() -> None:
    unit = Unit(id="u1", from_=D(2024, 2, 1), to=D(2024, 3, 31))
    days = (D(2024, 1, 31), D(2024, 2, 1), D(2024, 3, 31), D(2024, 4, 1))
    assert [stands(unit, day) for day in days] == [False, True, True, False]
    for first, last, there in ((0, 0, False), (0, 1, True), (2, 3, True), (3, 3, False), (0, 3, True)):
        assert stands_within(unit, days[first], days[last]) is there
    assert stands_within(Unit(id="u2"), days[0], days[3])


def test_what_stays_among_those_who_were_there() -> None:
    items = (
        AgendaItem(id="open", matter="budget", title=""),
        AgendaItem(id="untold", title=""),
        AgendaItem(id="closed", closed=True, title=""),
        AgendaItem(id="cadres", matter="personnel", title=""),
        AgendaItem(id="discipline", matter="discipline", title=""),
    )
    meeting = replace(MEETING, agenda=items)
    assert [item.id for item in open_items(meeting)] == ["open", "untold"]
    assert open_items(replace(meeting, closed_session=True)) == ()
    assert is_reserved(meeting, items[2])
