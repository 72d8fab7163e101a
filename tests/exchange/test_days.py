"""The national calendar against the days known to be off, and the lunar one against Tết."""

import datetime as dt

import pytest

from desktop.domain.records import OfficeCalendar, OfficeDay
from desktop.exchange.lunar import lunar
from desktop.exchange.national_days import make_up_days, national_holidays, provisional_years
from desktop.usecases.base.facts import workdays_of

DAY = dt.timedelta(days=1)
OFF = [
    ("2024-04-29", "2024-05-01"),
    ("2024-09-02", "2024-09-03"),
    ("2025-01-27", "2025-01-31"),
    ("2025-04-07", "2025-04-07"),
    ("2025-04-30", "2025-05-02"),
    ("2026-01-01", "2026-01-02"),
    ("2026-02-16", "2026-02-20"),
    ("2026-08-31", "2026-09-02"),
    ("2026-11-24", "2026-11-24"),
]
MADE_UP = ["2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22"]
DAYS = workdays_of(OfficeCalendar())


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(("first", "last"), OFF)
def test_ordered_days_are_off(first: str, last: str) -> None:
    assert DAYS.count(day(first), day(last)) == 0


@pytest.mark.parametrize("saturday", MADE_UP)
def test_swapped_saturdays_are_worked(saturday: str) -> None:
    assert day(saturday).weekday() == 5
    assert DAYS.is_working(day(saturday))


def test_no_other_weekday_of_a_decided_year_is_off() -> None:
    """Every weekday off in 2024 to 2026 is known by name, and every Saturday worked is one of the ordered swaps."""
    every = [day("2024-01-01") + DAY * ahead for ahead in range(3 * 365 + 1)]
    assert [each for each in every if each.weekday() >= 5 and DAYS.is_working(each)] == [day(text) for text in MADE_UP]
    off = [each for each in every if each.weekday() < 5 and not DAYS.is_working(each)]
    assert len(off) == 12 + 12 + 14
    assert all(DAYS.why_off(each) not in (None, "nghỉ cuối tuần") for each in off)


def test_years_not_decided_are_provisional() -> None:
    assert not {2024, 2025, 2026} & provisional_years()
    assert {2027, 2030} <= provisional_years()


def test_the_tables_know_only_the_days_they_hold() -> None:
    assert day("2024-09-02") in national_holidays()
    assert day("2024-09-04") not in national_holidays()
    assert day("2024-09-02") not in make_up_days()


def test_the_office_has_the_last_word() -> None:
    calendar = OfficeCalendar(
        days_off=(OfficeDay(date=day("2024-05-04"), document="Thông báo 12"), OfficeDay(date=day("2024-10-10"))),
        working_days=(OfficeDay(date=day("2024-09-03")),),
    )
    own = workdays_of(calendar)
    assert own.why_off(day("2024-05-04")) == "nghỉ theo Thông báo 12"
    assert own.why_off(day("2024-10-10")) == "nghỉ theo lịch của đơn vị"
    assert own.why_off(day("2024-10-12")) == "nghỉ cuối tuần"
    assert own.why_off(day("2024-09-02")) == "Quốc khánh"
    assert own.is_working(day("2024-09-03"))


def test_lunar_days_in_words() -> None:
    assert lunar(day("2024-09-06")).words == "Mùng 4 tháng 8"
    assert lunar(day("2024-02-10")).words == "Mùng 1 tháng Giêng"
    assert lunar(day("2024-02-10")).year_name == "Giáp Thìn"
    assert lunar(day("2026-02-16")).words == "Ngày 29 tháng Chạp"
    assert lunar(day("2025-07-25")).short == "1/6 nhuận"
    assert lunar(day("2024-09-17")).short == "Rằm"
    assert lunar(day("2024-09-18")).short == "16"


@pytest.mark.parametrize("year", [2007, 2024, 2025, 2026, 2030, 2053])
def test_the_first_day_of_tet_is_the_vietnamese_one(year: int) -> None:
    """In 2007, 2030 and 2053 the Chinese year begins on another day."""
    tet = next(one for one, name in national_holidays().items() if one.year == year and name == "Tết Nguyên đán")
    found = lunar(tet)
    assert (found.day, found.month, found.leap, found.year) == (1, 1, False, year)
