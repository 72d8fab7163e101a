"""Days and periods for counting an account again: written anew here, on nothing but the standard library."""

import datetime as dt
from calendar import monthrange
from collections.abc import Iterator
from typing import Any

Plain = dict[str, Any]
DAY = dt.timedelta(days=1)
HOLIDAYS = {
    2024: ("01-01", "02-08", "02-09", "02-10", "02-11", "02-12", "02-13", "02-14", "04-18", "04-30", "05-01", "09-02",
           "09-03"),
    2025: ("01-01", "01-27", "01-28", "01-29", "01-30", "01-31", "04-07", "04-30", "05-01", "05-02", "09-01", "09-02"),
    2026: ("01-01", "01-02", "02-16", "02-17", "02-18", "02-19", "02-20", "04-26", "04-27", "04-30", "05-01", "08-31",
           "09-01", "09-02"),
}  # fmt: skip
"""The State's days off, copied from its announcements; an office's own table lies over them."""
MADE_UP = ("2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22")


def day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text[:10]) if text else None


class Days:
    """Which days an office works, by its JSON."""

    def __init__(self, calendar: Plain) -> None:
        own = {name: {one if isinstance(one, str) else one["date"] for one in calendar[name]} for name in calendar}
        self.off = {f"{year}-{short}" for year, days in HOLIDAYS.items() for short in days} | own["days_off"]
        self.on = own["working_days"] | set(MADE_UP)

    def works(self, one: dt.date) -> bool:
        said = one.isoformat()
        return said in self.on or (one.weekday() < 5 and said not in self.off)

    def before(self, one: dt.date, count: int) -> dt.date:
        while count:
            one -= DAY
            count -= self.works(one)
        return one

    def between(self, first: dt.date, last: dt.date) -> int:
        return sum(self.works(first + DAY * ahead) for ahead in range((last - first).days + 1))


def months_after(one: dt.date, count: int) -> dt.date:
    whole = one.year * 12 + one.month - 1 + count
    year, month = whole // 12, whole % 12 + 1
    return dt.date(year, month, min(one.day, monthrange(year, month)[1]))


def month(year: int, first: int, last: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, first, 1), dt.date(year, last, monthrange(year, last)[1])


def spans(kind: str, years: range) -> Iterator[tuple[str, dt.date, dt.date]]:
    """Every period of a kind: its code, first and last day."""
    for year in years:
        if kind == "year":
            yield f"{year}", *month(year, 1, 12)
        elif kind == "half":
            yield from ((f"{year}-H{half + 1}", *month(year, 6 * half + 1, 6 * half + 6)) for half in (0, 1))
        elif kind == "nine-months":
            yield f"{year}-9M", *month(year, 1, 9)
        elif kind == "quarter":
            yield from ((f"{year}-Q{q}", *month(year, 3 * q - 2, 3 * q)) for q in range(1, 5))
        elif kind == "month":
            yield from ((f"{year}-{m:02}", *month(year, m, m)) for m in range(1, 13))
        else:
            yield from _weeks(year)


def _weeks(year: int) -> Iterator[tuple[str, dt.date, dt.date]]:
    monday = dt.date(year, 1, 4) - DAY * dt.date(year, 1, 4).weekday()
    number = 1
    while (monday + 3 * DAY).year == year:
        yield f"{year}-W{number:02}", monday, monday + 6 * DAY
        monday, number = monday + 7 * DAY, number + 1
