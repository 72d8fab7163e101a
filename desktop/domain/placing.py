"""Where in its period a regular meeting lies: at its beginning or end, on a day of the month or of the week.

`desktop.domain` only. How many days or months a beginning and an end are is the office's to say.
"""

import datetime as dt
from collections.abc import Callable, Iterator

from desktop.domain.facts import Facts
from desktop.domain.keys import SettingKey
from desktop.domain.periods import Period, holding
from desktop.domain.shapes import WEEKDAYS, Cadence
from desktop.domain.terms import PERIOD
from desktop.domain.wording import WEEKDAY
from desktop.domain.workdays import plus_months

MONTH_END = SettingKey("meeting.cadence.month_end.days")
QUARTER_START = SettingKey("meeting.cadence.quarter_start.months")

_DAY = dt.timedelta(days=1)
_WEEK = 7 * _DAY
_LATER, _EARLIER = "; chưa rõ họp sau đó có được tính hay không", "; chưa rõ họp sớm hơn có được tính hay không"


def fits(facts: Facts, held: dt.date, cadence: Cadence) -> bool:
    return not any(_misplaced(facts, held, cadence))


def misplaced(facts: Facts, held: dt.date, cadence: Cadence, where: str) -> str:
    """What of the place the text names a day misses; empty where nothing. `where` is the article."""
    return next((said.format(where=where) for said in _misplaced(facts, held, cadence)), "")


def asked_words(cadence: Cadence) -> str:
    """`cuối tháng`, `đầu quý`, `trước ngày 05`, `tuần đầu tháng`; empty where the text names no place."""
    named = _NAMES[cadence.when].format(PERIOD[cadence.period]) if cadence.when else ""
    before = f"trước ngày {cadence.before_day:02}" if cadence.before_day else ""
    day = f"ngày {cadence.on_day:02}" if cadence.on_day else ""
    return ", ".join(each for each in (named, before, day) if each)


def _misplaced(facts: Facts, held: dt.date, cadence: Cadence) -> Iterator[str]:
    if cadence.weekday and not _on(facts, held, held + _DAY * (WEEKDAYS.index(cadence.weekday) - held.weekday())):
        yield f"không vào {WEEKDAY[WEEKDAYS.index(cadence.weekday)]} như {{where}} nêu"
    if cadence.on_day and not _on_day_of_month(facts, held, cadence.on_day):
        yield f"không vào ngày {cadence.on_day:02} như {{where}} nêu"
    if cadence.before_day and held.day >= cadence.before_day:
        yield f"không trước ngày {cadence.before_day:02} như {{where}} nêu"
    if cadence.when:
        inside, said = _PLACES[cadence.when](facts, held, holding(cadence.period, held))
        if not inside:
            yield said


def _on(facts: Facts, held: dt.date, asked: dt.date) -> bool:
    """On the day asked; where nobody works on it, any day is."""
    return held == asked or not facts.workdays.is_working(asked)


def _on_day_of_month(facts: Facts, held: dt.date, day: int) -> bool:
    last = holding("month", held).last.day
    return _on(facts, held, held.replace(day=min(day, last)))


Place = tuple[bool, str]


def _start(facts: Facts, held: dt.date, period: Period) -> Place:
    words = PERIOD[_unit(period)]
    if _unit(period) == "month":
        days = _width(facts, MONTH_END, held)
        return held < period.first + days * _DAY, f"không vào {days} ngày đầu tháng{_LATER}"
    months = _width(facts, QUARTER_START, held)
    return held < plus_months(period.first, months), f"không vào {months} tháng đầu {words}{_LATER}"


def _end(facts: Facts, held: dt.date, period: Period) -> Place:
    words = PERIOD[_unit(period)]
    if _unit(period) == "month":
        days = _width(facts, MONTH_END, held)
        return held > period.last - days * _DAY, f"không vào {days} ngày cuối tháng{_EARLIER}"
    months = _width(facts, QUARTER_START, held)
    first = plus_months(period.last + _DAY, -months)
    return held >= first, f"không vào {months} tháng cuối {words}{_EARLIER}"


def _first_week(facts: Facts, held: dt.date, period: Period) -> Place:
    return held < period.first + _WEEK, f"không vào tuần đầu {PERIOD[_unit(period)]} như {{where}} nêu"


def _last_week(facts: Facts, held: dt.date, period: Period) -> Place:
    return held > period.last - _WEEK, f"không vào tuần cuối {PERIOD[_unit(period)]} như {{where}} nêu"


def _first_month(facts: Facts, held: dt.date, period: Period) -> Place:
    return held < plus_months(period.first, 1), f"không vào tháng đầu {PERIOD[_unit(period)]} như {{where}} nêu"


def _last_month(facts: Facts, held: dt.date, period: Period) -> Place:
    first = period.last.replace(day=1)
    return held >= first, f"không vào tháng cuối {PERIOD[_unit(period)]} như {{where}} nêu"


_PLACES: dict[str, Callable[[Facts, dt.date, Period], Place]] = {
    "start": _start,
    "end": _end,
    "first-week": _first_week,
    "last-week": _last_week,
    "first-month": _first_month,
    "last-month": _last_month,
}
_NAMES = {
    "start": "đầu {}",
    "end": "cuối {}",
    "first-week": "tuần đầu {}",
    "last-week": "tuần cuối {}",
    "first-month": "tháng đầu {}",
    "last-month": "tháng cuối {}",
}


def _unit(period: Period) -> str:
    part = period.code.partition("-")[2]
    return {"": "year", "Q": "quarter", "H": "half"}.get(part[:1], "month")


def _width(facts: Facts, key: SettingKey, on: dt.date) -> int:
    """How many days the end of a month has, how many months the beginning of a quarter."""
    said = facts.setting(key, on)
    return said if isinstance(said, int) else 1
