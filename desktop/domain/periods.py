"""Calendar periods by their code (`2024`, `2024-H1`, `2024-9M`, `2024-Q3`, `2024-07`, `2024-F04`, `2024-W08`).

Standard library and `desktop.domain` only.
"""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from desktop.domain.wording import month

Unit = Literal["week", "fortnight", "month", "quarter", "half", "nine-months", "year"]
UNITS: tuple[Unit, ...] = ("week", "month", "quarter", "half", "nine-months", "year", "fortnight")
TERM = "term"
"""The code of the whole term of office, whose days only the office knows."""

_QUARTER = ("I", "II", "III", "IV")
_MONTHS = {"H1": (1, 6), "H2": (7, 12), "9M": (1, 9)} | {f"Q{q}": (3 * q - 2, 3 * q) for q in range(1, 5)}


@dataclass(frozen=True, slots=True)
class Period:
    """Both days belong to it."""

    code: str
    first: dt.date
    last: dt.date

    def holds(self, day: dt.date | None) -> bool:
        return day is not None and self.first <= day <= self.last

    @property
    def words(self) -> str:
        """`tháng 11/2024`, `quý III/2024`, `tuần 27/2024`, `9 tháng đầu năm 2024`, `toàn khóa`."""
        if self.code == TERM:
            return "toàn khóa"
        year, _, part = self.code.partition("-")
        if not part:
            return f"năm {year}"
        if part == "9M":
            return f"9 tháng đầu năm {year}"
        if part[0] == "H":
            return f"6 tháng {'đầu' if part == 'H1' else 'cuối'} năm {year}"
        if part[0] == "Q":
            return f"quý {_QUARTER[int(part[1]) - 1]}/{year}"
        if part[0] == "F":
            return f"hai tuần {self.first.isocalendar().week}–{self.last.isocalendar().week}/{year}"
        return f"tuần {part[1:]}/{year}" if part[0] == "W" else f"tháng {month(int(part))}/{year}"


@lru_cache(maxsize=4096)
def period(code: str) -> Period | None:
    """The period a code names; None where it names none (a term has no days of its own)."""
    match = re.fullmatch(r"(\d{4})(?:-(H[12]|9M|Q[1-4]|[WF]\d\d|\d\d))?", code)
    if match is None:
        return None
    try:
        return _made(code, int(match[1]), match[2] or "")
    except ValueError:
        return None


def _made(code: str, year: int, part: str) -> Period:
    if part.startswith("W"):
        monday = dt.date.fromisocalendar(year, int(part[1:]), 1)
        return Period(code, monday, monday + dt.timedelta(days=6))
    if part.startswith("F"):
        return _fortnight(code, year, int(part[1:]))
    first, last = _MONTHS.get(part) or ((int(part), int(part)) if part else (1, 12))
    return Period(code, dt.date(year, first, 1), dt.date(year, last, monthrange(year, last)[1]))


def _fortnight(code: str, year: int, number: int) -> Period:
    """The first two ISO weeks of a year and every two after them; a 53rd week belongs to the last two."""
    last_week = dt.date(year, 12, 28).isocalendar().week
    first = dt.date.fromisocalendar(year, 2 * number - 1, 1)
    if number > 26:
        raise ValueError
    return Period(code, first, dt.date.fromisocalendar(year, last_week if number == 26 else 2 * number, 7))


@lru_cache(maxsize=4096)
def holding(unit: Unit, day: dt.date) -> Period:
    """The period in which a day lies; nine months end with September, after which those of the next year come."""
    if unit == "week":
        year, week, _ = day.isocalendar()
        return _made(f"{year:04}-W{week:02}", year, f"W{week:02}")
    if unit == "fortnight":
        year, week, _ = day.isocalendar()
        number = min((week + 1) // 2, 26)
        return _made(f"{year:04}-F{number:02}", year, f"F{number:02}")
    year = day.year + (unit == "nine-months" and day.month > 9)
    part = _part(unit, day.month)
    return _made(f"{year:04}-{part}" if part else f"{year:04}", year, part)


def _part(unit: Unit, month: int) -> str:
    if unit == "month":
        return f"{month:02}"
    if unit == "quarter":
        return f"Q{(month + 2) // 3}"
    if unit == "half":
        return "H1" if month <= 6 else "H2"
    return "9M" if unit == "nine-months" else ""


def periods(unit: Unit, first: dt.date, last: dt.date) -> Iterator[Period]:
    """The periods that begin on the first day or later, and on the last or earlier."""
    found = holding(unit, first)
    while found.first <= last:
        if found.first >= first:
            yield found
        found = holding(unit, found.last + dt.timedelta(days=1))


def following(unit: Unit, day: dt.date) -> Period:
    """The first period that begins after a day."""
    found = holding(unit, day)
    return found if found.first > day else holding(unit, found.last + dt.timedelta(days=1))
