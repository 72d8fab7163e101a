"""When an event is on: each time of a series once, none lost at a month's end or over Tết, and whom it takes."""

import datetime as dt

import pytest
from dateutil.rrule import MO, MONTHLY, WEEKLY, rrule, weekday
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.events import WEEKDAYS, happenings, nth, weekdays_of
from desktop.domain.records import Event, Repeats
from desktop.usecases.base.facts import facts_of
from tests.usecases.meeting_office import an_office

DAY = dt.timedelta(days=1)
STARTS = st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2027, 12, 31)).map(lambda at: at.replace(microsecond=0))
SPANS = st.tuples(st.dates(dt.date(2019, 6, 1), dt.date(2030, 1, 1)), st.integers(0, 500))
FREE = st.builds(
    Repeats,
    often=st.sampled_from(["weekly", "month-day", "month-weekday", "month-last-weekday"]),
    every=st.integers(1, 5),
    weekdays=st.lists(st.sampled_from(WEEKDAYS), unique=True).map(tuple),
    until=st.none() | st.dates(dt.date(2020, 1, 1), dt.date(2029, 12, 31)),
    left_out=st.lists(st.dates(dt.date(2020, 1, 1), dt.date(2028, 12, 31)), max_size=3).map(tuple),
)


def event(start: str, repeats: Repeats | None = None, end: str = "", **more: object) -> Event:
    last = dt.datetime.fromisoformat(end) if end else None
    return Event(id="e1", start=dt.datetime.fromisoformat(start), end=last, repeats=repeats, **more)  # type: ignore[arg-type]


def days(one: Event, first: str, last: str) -> list[str]:
    found = happenings(one, dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    return [each.day.isoformat() for each in found]


def peer(one: Event, first: dt.date, last: dt.date) -> list[dt.datetime]:
    """The same series as the library of calendars reckons it, by day and by the rule of its own standard."""
    repeats = one.repeats
    assert repeats is not None
    until = dt.datetime.combine(min(repeats.until or last, last), dt.time(23, 59, 59))
    rule = {"dtstart": one.start, "interval": repeats.every, "until": until}
    at = one.start.weekday()
    if repeats.often == "weekly":
        by = sorted({at, *(WEEKDAYS.index(each) for each in repeats.weekdays)})
        found = rrule(WEEKLY, byweekday=by, wkst=MO, **rule)  # type: ignore[arg-type]
    elif repeats.often == "month-day":
        last_ones = list(range(min(one.start.day, 28), one.start.day + 1))
        found = rrule(MONTHLY, bymonthday=last_ones, bysetpos=-1, **rule)  # type: ignore[arg-type]
    else:
        which = nth(one.start.date()) if repeats.often == "month-weekday" else -1
        found = rrule(MONTHLY, byweekday=weekday(at, which), **rule)  # type: ignore[arg-type]
    return [each for each in found if first <= each.date() <= last and each.date() not in repeats.left_out]


@given(STARTS, FREE, SPANS)
def test_a_series_is_that_of_the_standard_whatever_span_is_looked_at(
    start: dt.datetime, repeats: Repeats, span: tuple[dt.date, int]
) -> None:
    one, first, last = Event(id="e1", start=start, repeats=repeats), span[0], span[0] + DAY * span[1]
    assert [each.start for each in happenings(one, first, last)] == peer(one, first, last)


@given(STARTS, FREE, st.integers(0, 4), SPANS)
def test_one_day_at_a_time_tells_what_the_whole_span_tells(
    start: dt.datetime, repeats: Repeats, more: int, span: tuple[dt.date, int]
) -> None:
    one = Event(id="e1", start=start, end=start + DAY * more, repeats=repeats)
    first, many = span[0], min(span[1], 60)
    whole = happenings(one, first, first + DAY * many)
    single = [each for ahead in range(many + 1) for each in happenings(one, first + DAY * ahead, first + DAY * ahead)]
    assert [each.start for each in whole] == sorted({each.start for each in single})
    assert len({each.start for each in whole}) == len(whole)


def test_the_last_day_of_a_month_stands_for_a_day_it_has_not() -> None:
    monthly = event("2024-01-31T08:00", Repeats(often="month-day"))
    assert days(monthly, "2024-01-01", "2024-05-31") == [
        "2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31",
    ]  # fmt: skip


def test_the_fifth_weekday_of_a_month_is_its_last() -> None:
    fifth = event("2024-08-29T08:00", Repeats(often="month-weekday"))
    assert days(fifth, "2024-08-01", "2024-10-31") == ["2024-08-29", "2024-09-26", "2024-10-31"]
    fourth = event("2024-09-26T08:00", Repeats(often="month-weekday"))
    assert days(fourth, "2024-09-01", "2024-10-31") == ["2024-09-26", "2024-10-24"]


def test_a_week_turns_with_the_year_and_days_left_out_are_not_made_up_for() -> None:
    repeats = Repeats(often="weekly", every=2, weekdays=("fri",), left_out=(dt.date(2025, 1, 3),))
    one = event("2024-12-16T07:30", repeats)
    assert weekdays_of(one) == ("mon", "fri")
    assert days(one, "2024-12-01", "2025-01-17") == [
        "2024-12-16", "2024-12-20", "2024-12-30", "2025-01-13", "2025-01-17",
    ]  # fmt: skip


def test_over_tet_only_what_is_held_on_working_days_pauses() -> None:
    facts = facts_of(an_office())
    works, span = facts.workdays.is_working, (dt.date(2025, 1, 20), dt.date(2025, 2, 10))
    flag = event("2025-01-20T07:15", Repeats(often="weekly", working_days=True))
    duty = event("2025-01-20T07:15", Repeats(often="weekly"))
    held = [each.day.day for each in happenings(flag, *span, works)]
    assert held == [20, 3, 10]
    assert [each.day.day for each in happenings(duty, *span, works)] == [20, 27, 3, 10]


def test_what_goes_on_from_before_is_on_and_what_is_cancelled_is_not() -> None:
    long = event("2024-09-05T08:00", end="2024-09-07T11:00")
    assert days(long, "2024-09-07", "2024-09-20") == ["2024-09-05"]
    assert days(long, "2024-09-08", "2024-09-20") == []
    assert days(event("2024-09-05T08:00", cancelled=True), "2024-09-01", "2024-09-30") == []


@pytest.mark.parametrize(
    ("one", "taken"),
    [
        (event("2024-09-06T08:00", end="2024-09-06T09:00"), True),
        (event("2024-09-06T10:00", end="2024-09-06T11:30"), False),
        (event("2024-09-06T07:00", end="2024-09-06T08:00"), False),
        (event("2024-09-06T07:00"), True),  # without an hour of ending: its half of the day
        (event("2024-09-06T14:00"), False),
        (event("2024-09-06T00:00", all_day=True), True),
        (event("2024-09-05T13:00", end="2024-09-07T11:00"), True),
    ],
)
def test_who_attends_is_taken_at_the_same_hours_only(one: Event, taken: bool) -> None:
    (held,) = happenings(one, dt.date(2024, 9, 6), dt.date(2024, 9, 6))
    meeting = dt.datetime(2024, 9, 6, 8), dt.datetime(2024, 9, 6, 10)
    assert held.takes(*meeting) is taken


def test_a_step_beyond_all_days_ends_the_series() -> None:
    rare = event("2024-09-06T08:00", Repeats(often="weekly", every=2**53))
    assert days(rare, "2024-09-01", "2060-01-01") == ["2024-09-06"]


def test_the_office_knows_what_is_on_each_day() -> None:
    events = [
        {"id": "e1", "title": "Chào cờ", "start": "2024-09-02T07:00", "repeats": {"often": "weekly"}},
        {"id": "e2", "title": "Tập huấn", "start": "2024-09-08T08:00", "end": "2024-09-10T17:00"},
    ]
    facts = facts_of(an_office(events=events))
    assert [each.event.id for each in facts.events_on(dt.date(2024, 9, 9))] == ["e2", "e1"]
    assert [each.event.id for each in facts.events_on(dt.date(2024, 9, 10))] == ["e2"]
    assert facts.events_on(dt.date(2024, 9, 11)) == ()
