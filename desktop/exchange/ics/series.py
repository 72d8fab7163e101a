"""How an event comes again, as iCalendar says it (RRULE), both ways. May import domain and vi.

What the records cannot say exactly is refused, never rounded: a series that stands elsewhere than in its file would be
worse than none.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from desktop.domain.events import WEEKDAYS, every, happenings, nth, weekdays_of
from desktop.domain.records import Event, Repeats, Weekday

Rule = dict[str, list[Any]]
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LATEST = dt.date(2199, 12, 31)
_MOST_COUNTED = 5000
_KNOWN = {"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "COUNT", "UNTIL", "WKST"}


class Unsayable(Exception):
    """The argument says in a few words what of a rule the records cannot hold."""


def rule_of(event: Event) -> Rule:
    """Without its end; empty for what is once."""
    repeats, day = event.repeats, event.start.date()
    if repeats is None or repeats.often is None:
        return {}
    step: Rule = {"INTERVAL": [every(repeats)]} if every(repeats) > 1 else {}
    if repeats.often == "weekly":
        named = [CODES[WEEKDAYS.index(each)] for each in weekdays_of(event)]
        return {"FREQ": ["WEEKLY"], **step, "BYDAY": named}
    if repeats.often == "month-day":
        return {"FREQ": ["MONTHLY"], **step, **_month_day(day)}
    which = -1 if repeats.often == "month-last-weekday" else nth(day)
    return {"FREQ": ["MONTHLY"], **step, "BYDAY": [f"{which}{CODES[day.weekday()]}"]}


def _month_day(day: dt.date) -> Rule:
    """Of a day that some months have not, the last that each has."""
    if day.day <= 28:
        return {"BYMONTHDAY": [day.day]}
    return {"BYMONTHDAY": list(range(28, day.day + 1)), "BYSETPOS": [-1]}


def repeats_of(rule: Mapping[str, Sequence[Any]], start: dt.datetime, shift: int = 0) -> Repeats:
    """What a rule says of an event that begins then, days left out aside; raises `Unsayable`.

    `shift` is how many days its beginning lies later here than where its file was written.
    """
    told = {str(key).upper(): list(values) for key, values in rule.items()}
    unknown = sorted(set(told) - _KNOWN)
    if unknown:
        raise Unsayable(f"theo {', '.join(unknown)}")
    step = _whole(told.pop("INTERVAL", [1]))
    read = _READ.get(str(_only(told.pop("FREQ", [""]))).upper())
    if read is None:
        raise Unsayable("theo giờ, phút")
    count, until, week = told.pop("COUNT", None), told.pop("UNTIL", None), told.pop("WKST", ["MO"])
    if str(_only(week)) != "MO" and step > 1 and "BYDAY" in told:
        raise Unsayable("theo tuần không bắt đầu từ thứ Hai")
    found = read(told, start, step, shift)
    return _ended(found, start, _whole(count) if count else 0, _only(until) if until else None)


def _only(values: Sequence[Any]) -> Any:  # noqa: ANN401 - what the library made of it
    if len(values) != 1:
        raise Unsayable("theo nhiều cách cùng lúc")
    return values[0]


def _whole(values: Sequence[Any]) -> int:
    value = _only(values)
    if not isinstance(value, int) or not 1 <= value <= 10_000:
        raise Unsayable("với số lần không rõ")
    return value


def _nothing_more(told: Rule) -> None:
    if told:
        raise Unsayable(f"theo {', '.join(sorted(told))}")


def _daily(told: Rule, start: dt.datetime, step: int, shift: int) -> Repeats:
    if step > 1:
        raise Unsayable("cách mấy ngày một lần")
    return _weekly({"BYDAY": list(CODES), **told}, start, step, shift)


def _weekly(told: Rule, start: dt.datetime, step: int, shift: int) -> Repeats:
    named = [str(each).upper() for each in told.pop("BYDAY", [])]
    _nothing_more(told)
    if any(each not in CODES for each in named):
        raise Unsayable("theo thứ không rõ")
    at = {(CODES.index(each) + shift) % 7 for each in named} or {start.weekday()}
    if start.weekday() not in at:
        raise Unsayable("không có ngày đầu trong các thứ lặp lại")
    if shift and step > 1 and len(at) > 1:
        raise Unsayable("theo tuần của múi giờ khác")
    days: tuple[Weekday, ...] = tuple(WEEKDAYS[each] for each in sorted(at))
    return Repeats(often="weekly", every=step, weekdays=days if len(days) > 1 else ())


def _monthly(told: Rule, start: dt.datetime, step: int, shift: int) -> Repeats:
    day = start.date()
    if shift:
        raise Unsayable("theo ngày của múi giờ khác")
    if "BYDAY" in told:
        return _by_weekday(told, day, step)
    asked = _month_day(day)
    plain = {"BYMONTHDAY": told.get("BYMONTHDAY", [day.day]), **told}
    if plain != asked and not (day.day == 31 and plain == {"BYMONTHDAY": [-1]}):
        raise Unsayable("theo ngày mà không phải tháng nào cũng có, hoặc nhiều ngày trong tháng")
    return Repeats(often="month-day", every=step)


def _by_weekday(told: Rule, day: dt.date, step: int) -> Repeats:
    named, place = str(_only(told.pop("BYDAY"))).upper(), told.pop("BYSETPOS", None)
    _nothing_more(told)
    which = f"{_only(place)}{named}" if place else named
    code = CODES[day.weekday()]
    if which in (f"-1{code}",) and (day + dt.timedelta(days=7)).month != day.month:
        return Repeats(often="month-last-weekday", every=step)
    if nth(day) > 0 and which in (f"{nth(day)}{code}", f"+{nth(day)}{code}"):
        return Repeats(often="month-weekday", every=step)
    raise Unsayable("theo thứ trong tháng không khớp ngày đầu")


def _yearly(told: Rule, start: dt.datetime, step: int, shift: int) -> Repeats:
    """By the month and the day it begins on; the 29th of February is not every year's."""
    day = start.date()
    month, on = told.pop("BYMONTH", [day.month]), told.pop("BYMONTHDAY", [day.day])
    _nothing_more(told)
    if shift or (day.month, day.day) == (2, 29) or month != [day.month] or on != [day.day]:
        raise Unsayable("hằng năm theo ngày không khớp ngày đầu")
    return Repeats(often="month-day", every=12 * step)


_READ = {"DAILY": _daily, "WEEKLY": _weekly, "MONTHLY": _monthly, "YEARLY": _yearly}


def _ended(repeats: Repeats, start: dt.datetime, count: int, until: object) -> Repeats:
    """With its last day, from a number of times or from a time here or a day."""
    last = None
    if count:
        last = _counted(repeats, start, count)
    elif isinstance(until, dt.datetime):
        early = until.time() < start.time()
        last = until.date() - dt.timedelta(days=1) if early else until.date()
    elif isinstance(until, dt.date):
        last = until
    if last is not None and last < start.date():
        raise Unsayable("đến một ngày trước ngày đầu")
    return Repeats(often=repeats.often, every=repeats.every, weekdays=repeats.weekdays, until=last)


def _counted(repeats: Repeats, start: dt.datetime, count: int) -> dt.date:
    if count > _MOST_COUNTED:
        raise Unsayable("với số lần quá lớn")
    rare = 31 if repeats.often != "weekly" else 7
    span = dt.timedelta(days=min(rare * repeats.every * (count + 1), (LATEST - start.date()).days))
    found = happenings(Event(id="", start=start, repeats=repeats), start.date(), start.date() + span)
    if len(found) < count:
        raise Unsayable("đến một ngày quá xa")
    return found[count - 1].day
