"""When an event is on, each time of a series, and whom it takes; `desktop.domain.records` only.

A time of a series is named by the day it begins on. Of a day that a month has not, its last day is taken: no month is
passed over and none has two.
"""

import datetime as dt
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import get_args

from desktop.domain.records import Event, Often, Repeats, Weekday

WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)
NOON = dt.time(12)
_DAY = dt.timedelta(days=1)
_WEEK = 7
_FARTHEST = 2400

Works = Callable[[dt.date], bool]
"""Whether a day is worked."""


def _always(_day: dt.date) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Happening:
    """One time that an event is on."""

    event: Event
    start: dt.datetime

    @property
    def day(self) -> dt.date:
        return self.start.date()

    @property
    def last(self) -> dt.date:
        return self.day + _days_more(self.event)

    @property
    def end(self) -> dt.datetime | None:
        """Its hour of ending, where that is known."""
        end = self.event.end
        return self.start + (end - self.event.start) if end and not self.event.all_day else None

    def takes(self, start: dt.datetime, end: dt.datetime | None) -> bool:
        """Whether who attends it is taken at those hours; what has no hour of ending lasts its half of the day."""
        first, last = self._hours
        return first < (end or half_day_end(start)) and start < last

    @property
    def _hours(self) -> tuple[dt.datetime, dt.datetime]:
        if self.event.all_day:
            return _midnight(self.day), _midnight(self.last + _DAY)
        return self.start, self.end or half_day_end(self.start)


def half_day_end(start: dt.datetime) -> dt.datetime:
    noon = dt.datetime.combine(start.date(), NOON)
    return noon if start < noon else _midnight(start.date() + _DAY)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time())


def _days_more(event: Event) -> dt.timedelta:
    """How many days it goes on after its first."""
    return (event.end.date() - event.start.date()) if event.end else dt.timedelta()


def happenings(event: Event, first: dt.date, last: dt.date, works: Works = _always) -> list[Happening]:
    """Each time it is on, in part or in whole, from one day to the other, in order; a cancelled one never is."""
    if event.cancelled:
        return []
    begun = _begins(event, _back(first, _days_more(event)), last, works)
    return [Happening(event, dt.datetime.combine(day, event.start.time())) for day in begun]


def _back(day: dt.date, days: dt.timedelta) -> dt.date:
    return day - days if day - dt.date.min >= days else dt.date.min


def _begins(event: Event, first: dt.date, last: dt.date, works: Works) -> Iterator[dt.date]:
    start, repeats = event.start.date(), event.repeats
    if repeats is None or repeats.often is None:
        yield from (start,) if first <= start <= last else ()
        return
    last = min(last, repeats.until or last)
    for day in _SERIES[repeats.often](start, repeats, max(first, start)):
        if day > last:
            return
        if max(first, start) <= day and day not in repeats.left_out and (works(day) or not repeats.working_days):
            yield day


def every(repeats: Repeats) -> int:
    """Whatever stands there, one step goes no further than days can be reckoned."""
    return min(max(repeats.every, 1), _FARTHEST)


def weekdays_of(event: Event) -> tuple[Weekday, ...]:
    """Those a weekly one is held on, from Monday; the one it begins on is always among them."""
    told = event.repeats.weekdays if event.repeats else ()
    return tuple(day for at, day in enumerate(WEEKDAYS) if day in told or at == event.start.weekday())


def _weekly(start: dt.date, repeats: Repeats, since: dt.date) -> Iterator[dt.date]:
    at = sorted({start.weekday(), *(WEEKDAYS.index(day) for day in repeats.weekdays)})
    step = _WEEK * every(repeats)
    monday = start - _DAY * start.weekday()
    monday += _DAY * (max((since - monday).days // step, 0) * step)
    while True:
        yield from (monday + _DAY * weekday for weekday in at)
        monday += _DAY * step


def _monthly(pick: Callable[[dt.date, int, int], dt.date]) -> Callable[[dt.date, Repeats, dt.date], Iterator[dt.date]]:
    """By months, counted from year nought; `pick` chooses the day by the first one, the year and the month."""

    def days(start: dt.date, repeats: Repeats, since: dt.date) -> Iterator[dt.date]:
        step, month = every(repeats), _months(start)
        month += max((_months(since) - month) // step, 0) * step
        while True:
            yield pick(start, month // 12, month % 12 + 1)
            month += step

    return days


def _months(day: dt.date) -> int:
    return day.year * 12 + day.month - 1


def _same_day(start: dt.date, year: int, month: int) -> dt.date:
    return dt.date(year, month, min(start.day, monthrange(year, month)[1]))


def nth(start: dt.date) -> int:
    """Which of its weekday in its month a day is; the fifth counts as the last (-1), as not every month has it."""
    found = (start.day - 1) // _WEEK + 1
    return found if found < 5 else -1


def _same_weekday(start: dt.date, year: int, month: int) -> dt.date:
    if nth(start) < 0:
        return _last_weekday(start, year, month)
    first = dt.date(year, month, 1)
    return first + _DAY * ((start.weekday() - first.weekday()) % _WEEK + _WEEK * (nth(start) - 1))


def _last_weekday(start: dt.date, year: int, month: int) -> dt.date:
    last = dt.date(year, month, monthrange(year, month)[1])
    return last - _DAY * ((last.weekday() - start.weekday()) % _WEEK)


_SERIES: dict[Often, Callable[[dt.date, Repeats, dt.date], Iterator[dt.date]]] = {
    "weekly": _weekly,
    "month-day": _monthly(_same_day),
    "month-weekday": _monthly(_same_weekday),
    "month-last-weekday": _monthly(_last_weekday),
}
