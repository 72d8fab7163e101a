"""The national calendar of Viet Nam: holidays from the `holidays` library, with the swaps that it misses.

May import `desktop.domain` and `holidays`. A year is computed when a day of it is first asked for.
"""

import datetime as dt
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import holidays

from desktop.domain.wording import day as day_words

Table = Mapping[dt.date, str]
YEARS = range(1990, 2100)
"""The years the calendar is made for; the lunar tables of the library end with the last of them."""


@cache
def _ordered() -> dict[str, Any]:
    return tomllib.loads((files("resources") / "days.toml").read_text(encoding="utf-8"))


@cache
def _year(year: int) -> tuple[Table, Table]:
    """The days off of one year, and its Saturdays and Sundays that are worked."""
    library = holidays.country_holidays("VN", years=year, language="vi")
    off = {day: name.replace("Nguyên Đán", "Nguyên đán") for day, name in library.items() if day.year == year}
    made_up = {day: "làm bù" for day in library.weekend_workdays if day.year == year}
    for swap in _ordered()["swaps"]:
        if swap["off"].year == year:
            off[swap["off"]] = f"Ngày nghỉ (thay cho ngày {day_words(swap['working'])})"
        if swap["working"].year == year:
            made_up[swap["working"]] = f"làm bù cho ngày {day_words(swap['off'])}"
    return off, made_up


class _Days(Mapping[dt.date, str]):
    """A table of days over all years that computes only those it is asked about."""

    def __init__(self, of_year: Callable[[int], Table]) -> None:
        self._of_year = of_year

    def __getitem__(self, day: dt.date) -> str:
        return self._of_year(day.year)[day]

    def __contains__(self, day: object) -> bool:
        return isinstance(day, dt.date) and day in self._of_year(day.year)

    def get(self, day: dt.date, default: Any = None) -> Any:  # noqa: ANN401 - as in Mapping
        """Nearly every day asked about is in no table: that costs no error raised and caught."""
        return self._of_year(day.year).get(day, default)

    def __iter__(self) -> Iterator[dt.date]:
        return (day for year in YEARS for day in sorted(self._of_year(year)))

    def __len__(self) -> int:
        return sum(len(self._of_year(year)) for year in YEARS)


def national_holidays() -> Table:
    return _Days(lambda year: _year(year)[0])


def make_up_days() -> Table:
    return _Days(lambda year: _year(year)[1])


def provisional_years() -> frozenset[int]:
    """The years whose official decision on days off is not in the data."""
    return frozenset(YEARS) - frozenset(_ordered()["decided"])
