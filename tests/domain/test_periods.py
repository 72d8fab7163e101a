"""Calendar periods by their code and in words."""

import pytest

from desktop.domain.periods import following, holding, period, periods
from tests.domain.small_office import day


@pytest.mark.parametrize(
    ("code", "first", "last", "words"),
    [
        ("2024", "2024-01-01", "2024-12-31", "năm 2024"),
        ("2024-H1", "2024-01-01", "2024-06-30", "6 tháng đầu năm 2024"),
        ("2024-H2", "2024-07-01", "2024-12-31", "6 tháng cuối năm 2024"),
        ("2024-9M", "2024-01-01", "2024-09-30", "9 tháng đầu năm 2024"),
        ("2024-Q3", "2024-07-01", "2024-09-30", "quý III/2024"),
        ("2024-02", "2024-02-01", "2024-02-29", "tháng 02/2024"),
        ("2024-W08", "2024-02-19", "2024-02-25", "tuần 08/2024"),
        ("2025-W01", "2024-12-30", "2025-01-05", "tuần 01/2025"),
    ],
)
def test_codes(code: str, first: str, last: str, words: str) -> None:
    found = period(code)
    assert found is not None
    assert (found.first, found.last, found.words) == (day(first), day(last), words)


@pytest.mark.parametrize("code", ["term", "", "2024-13", "2024-Q5", "2024-W54", "2025-W53", "24-01", "2024-1"])
def test_what_names_no_period(code: str) -> None:
    assert period(code) is None


def test_periods_begin_within_the_days_given() -> None:
    months = [one.code for one in periods("month", day("2024-05-02"), day("2024-08-01"))]
    assert months == ["2024-06", "2024-07", "2024-08"]
    assert [one.code for one in periods("quarter", day("2024-07-01"), day("2024-10-01"))] == ["2024-Q3", "2024-Q4"]
    assert [one.code for one in periods("week", day("2024-12-30"), day("2025-01-06"))] == ["2025-W01", "2025-W02"]
    assert holding("week", day("2027-01-01")).code == "2026-W53"


def test_halves_nine_months_and_years() -> None:
    assert [one.code for one in periods("half", day("2024-01-01"), day("2025-07-01"))] == [
        "2024-H1",
        "2024-H2",
        "2025-H1",
        "2025-H2",
    ]
    assert [one.code for one in periods("nine-months", day("2024-01-02"), day("2026-01-01"))] == ["2025-9M", "2026-9M"]
    assert [one.code for one in periods("year", day("2024-05-31"), day("2025-12-31"))] == ["2025"]


@pytest.mark.parametrize(
    ("month", "half", "quarter", "nine"),
    [
        (1, "2024-H1", "2024-Q1", "2024-9M"),
        (3, "2024-H1", "2024-Q1", "2024-9M"),
        (4, "2024-H1", "2024-Q2", "2024-9M"),
        (6, "2024-H1", "2024-Q2", "2024-9M"),
        (7, "2024-H2", "2024-Q3", "2024-9M"),
        (9, "2024-H2", "2024-Q3", "2024-9M"),
        (10, "2024-H2", "2024-Q4", "2025-9M"),
        (12, "2024-H2", "2024-Q4", "2025-9M"),
    ],
)
def test_the_periods_in_which_a_month_lies(month: int, half: str, quarter: str, nine: str) -> None:
    last = day(f"2024-{month:02}-28")
    assert holding("half", last).code == half
    assert holding("quarter", last).code == quarter
    assert holding("nine-months", last).code == nine
    assert (holding("month", last).code, holding("year", last).code) == (f"2024-{month:02}", "2024")


def test_what_begins_after_a_day() -> None:
    assert following("month", day("2024-08-31")).code == "2024-09"
    assert following("year", day("2024-12-31")).code == "2025"
    assert following("nine-months", day("2024-10-01")).code == "2025-9M"
    assert following("week", day("2024-12-29")).code == "2025-W01"
