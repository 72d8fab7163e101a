"""Counting working days forth and back, across Tết and the ordered swaps."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.workdays import Workdays, plus_months
from desktop.exchange.national_days import make_up_days, national_holidays
from tests.domain.small_office import day

DAYS = Workdays(national=national_holidays(), make_up=make_up_days())
ANY_DAY = st.dates(min_value=dt.date(2023, 12, 1), max_value=dt.date(2026, 12, 31))
NEXT = dt.timedelta(days=1)


@given(ANY_DAY, st.integers(1, 30))
def test_counting_back_is_the_inverse_of_counting(end: dt.date, n: int) -> None:
    last = DAYS.before(end, n)
    assert DAYS.is_working(last)
    assert DAYS.count(last, end - NEXT) == n
    assert DAYS.before(end, n, clear=True) == DAYS.before(end, n + 1)


@given(ANY_DAY, st.integers(1, 30))
def test_counting_forth_is_the_inverse_of_counting(start: dt.date, n: int) -> None:
    last = DAYS.after(start, n)
    assert DAYS.is_working(last)
    assert DAYS.count(start + NEXT, last) == n


@given(ANY_DAY, st.integers(0, 30))
def test_one_more_day_asked_is_never_a_later_day(end: dt.date, n: int) -> None:
    assert DAYS.before(end, n + 1) < DAYS.before(end, n) <= end


@pytest.mark.parametrize(
    ("end", "n", "last"),
    [
        ("2025-02-05", 3, "2025-01-24"),  # Tết 27–31/01: only the 3rd and 4th lie between
        ("2025-05-05", 2, "2025-04-28"),  # 30/4–02/5 off
        ("2025-04-28", 2, "2025-04-25"),  # Saturday 26/4 is worked for 02/5
        ("2024-09-06", 3, "2024-08-30"),
        ("2024-10-03", 4, "2024-09-27"),
        ("2026-01-12", 2, "2026-01-09"),  # Saturday 10/01/2026 is worked for 02/01
    ],
)
def test_known_last_days(end: str, n: int, last: str) -> None:
    assert DAYS.before(day(end), n) == day(last)


def test_absences_are_counted_with_both_ends() -> None:
    assert DAYS.count(day("2025-04-04"), day("2025-04-09")) == 3
    assert DAYS.count(day("2025-04-04"), day("2025-04-08")) == 2
    assert DAYS.count(day("2025-11-20"), day("2025-11-21")) == 2
    assert DAYS.count(day("2025-11-21"), day("2025-11-20")) == 0


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2024-11-30", 3, "2025-02-28"),
        ("2023-11-30", 3, "2024-02-29"),
        ("2024-08-31", 3, "2024-11-30"),
        ("2024-05-31", 12, "2025-05-31"),
        ("2024-12-15", 1, "2025-01-15"),
    ],
)
def test_months_later(start: str, months: int, end: str) -> None:
    assert plus_months(day(start), months) == day(end)
