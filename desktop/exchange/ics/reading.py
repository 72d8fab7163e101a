"""An iCalendar file as events: at the hours of Viet Nam, with what could not be read said of each line.

May import domain and icalendar. What comes in may have been written by anybody: sizes are limited before it is parsed.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from icalendar import Calendar, Component

from desktop.domain.events import happenings
from desktop.domain.records import Event, Repeats
from desktop.domain.sound import YEARS
from desktop.exchange.ics.series import Unsayable, repeats_of
from desktop.exchange.lists.cell_text import UnreadableList

LARGEST = 5_000_000
MOST = 5_000
LONGEST = 500
"""Letters of a title or a place; of a note there may be eight times as many."""
HERE = dt.timezone(dt.timedelta(hours=7))
TOO_LARGE = "Tệp lịch lớn quá 5 MB; hãy xuất từng năm hoặc từng lịch rồi nhập."
TOO_MANY = "Tệp lịch có quá 5.000 sự kiện; hãy xuất từng năm hoặc từng lịch rồi nhập."
NO_CALENDAR = "Không đọc được tệp: cần tệp lịch iCalendar (.ics)."
BROKEN = "có dòng sai chuẩn iCalendar"
EMPTY = "Tệp lịch không có sự kiện nào."
_PARTS = re.compile(rb"^[ \t]*BEGIN:", re.IGNORECASE | re.MULTILINE)
_EVENTS = re.compile(rb"^[ \t]*BEGIN:VEVENT", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Line:
    """An event as it stands in the file, with the names of whoever is to attend; or what is `wrong` with it."""

    title: str
    event: Event | None = None
    names: tuple[str, ...] = ()
    category: str = ""
    wrong: str = ""


def read_calendar(content: bytes) -> list[Line]:
    """Every event, in the order of the file; raises `UnreadableList` where it is no calendar, or one too large."""
    if len(content) > LARGEST:
        raise UnreadableList([TOO_LARGE])
    if len(_EVENTS.findall(content)) > MOST or len(_PARTS.findall(content)) > 4 * MOST:
        raise UnreadableList([TOO_MANY])
    parts = [part for calendar in _parsed(content) for part in calendar.walk("VEVENT")]
    if not parts:
        raise UnreadableList([EMPTY])
    return _without_moved([(part, _line(part)) for part in parts])


def _parsed(content: bytes) -> Sequence[Component]:
    try:
        found = Calendar.from_ical(content.removeprefix(b"\xef\xbb\xbf"), multiple=True)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableList([NO_CALENDAR]) from error
    calendars = [one for one in found if one.name == "VCALENDAR"]
    if not calendars:
        raise UnreadableList([NO_CALENDAR])
    return calendars


def _line(part: Component) -> Line:
    title = _text(part, "SUMMARY", LONGEST)
    try:
        event = _event(part, title)
    except Unsayable as unsaid:
        return Line(title, wrong=f"lặp lại {unsaid}, chưa ghi được; nhập bằng tay")
    except _Wrong as wrong:
        return Line(title, wrong=str(wrong))
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError):
        return Line(title, wrong=BROKEN)
    return Line(title, event, tuple(_names(part)), next(iter(_categories(part)), ""))


class _Wrong(Exception):
    """The argument says what, in words that follow the title."""


def _event(part: Component, title: str) -> Event:
    written = _time(part, "DTSTART")
    if written is None:
        raise _Wrong("không có ngày giờ bắt đầu")
    all_day, start = not isinstance(written, dt.datetime), _here(written)
    if part.get("RDATE"):
        raise Unsayable("vào những ngày lẻ (RDATE)")
    made = Event(
        id="",
        title=title,
        start=start,
        end=_end(part, written, start),
        all_day=all_day,
        place=_text(part, "LOCATION", LONGEST),
        note=_text(part, "DESCRIPTION", 8 * LONGEST, lines=True),
        cancelled=str(part.get("STATUS", "")).upper() == "CANCELLED",
        uid=_text(part, "UID", LONGEST),
    )
    made = replace(made, repeats=_repeats(part, written, start))
    _refuse_days(made)
    moved = _time(part, "RECURRENCE-ID")
    return replace(made, uid=f"{made.uid}/{_here(moved).date().isoformat()}", repeats=None) if moved else made


def _refuse_days(event: Event) -> None:
    days = [event.start.date(), (event.end or event.start).date()]
    days += [event.repeats.until] if event.repeats and event.repeats.until else []
    if any(day.year not in YEARS for day in days):
        raise _Wrong("có ngày ngoài các năm 1900–2199")


def _time(part: Component, name: str) -> dt.datetime | dt.date | None:
    held = part.get(name)
    if held is None:
        return None
    value = getattr(held, "dt", None)
    if not isinstance(value, dt.date):
        raise _Wrong(BROKEN)
    return value


def _here(at: dt.datetime | dt.date) -> dt.datetime:
    """The hour in Viet Nam; one that names no zone is meant so already."""
    if not isinstance(at, dt.datetime):
        return dt.datetime.combine(at, dt.time())
    local = at.astimezone(HERE) if at.tzinfo else at
    return local.replace(tzinfo=None, second=0, microsecond=0)


def _end(part: Component, written: dt.datetime | dt.date, start: dt.datetime) -> dt.datetime | None:
    """Of what lasts all day the standard names the day after its last."""
    until, length = _time(part, "DTEND"), part.get("DURATION")
    if until is None and length is not None:
        until = written + length.dt
    if until is None:
        return None
    end = _here(until)
    if not isinstance(written, dt.datetime):
        last = max(end - dt.timedelta(days=1), start)
        return last if last > start else None
    if end < start:
        raise _Wrong("kết thúc trước khi bắt đầu")
    return end if end > start else None


def _repeats(part: Component, written: dt.datetime | dt.date, start: dt.datetime) -> Repeats | None:
    rule = part.get("RRULE")
    if rule is None:
        return None
    if isinstance(rule, list):
        raise Unsayable("theo nhiều cách cùng lúc")
    if not isinstance(rule, Mapping) or "FREQ" not in rule:
        raise _Wrong(BROKEN)
    if isinstance(written, dt.datetime) and _changes_hours(written):
        raise Unsayable("theo múi giờ có giờ mùa hè")
    told = {
        key: [_here(each) if isinstance(each, dt.datetime) else each for each in values] for key, values in rule.items()
    }
    found = repeats_of(told, start, (start.date() - _day(written)).days)
    return replace(found, left_out=_left_out(part, found, start))


def _left_out(part: Component, repeats: Repeats, start: dt.datetime) -> tuple[dt.date, ...]:
    """Only days on which it would be held."""
    days = sorted({_here(each).date() for each in _all_days(part)})
    whole = Event(id="", start=start, repeats=repeats)
    return tuple(day for day in days if day.year in YEARS and happenings(whole, day, day))


def _all_days(part: Component) -> Iterator[dt.datetime | dt.date]:
    held = part.get("EXDATE", [])
    for one in held if isinstance(held, list) else [held]:
        yield from (each.dt for each in one.dts)


def _day(at: dt.datetime | dt.date) -> dt.date:
    return at.date() if isinstance(at, dt.datetime) else at


def _changes_hours(at: dt.datetime) -> bool:
    """Whether its zone has another hour in another season."""
    return len({at.replace(month=month, day=1).utcoffset() for month in range(1, 13)}) > 1


def _text(part: Component, name: str, most: int, *, lines: bool = False) -> str:
    held = part.get(name)
    told = str(held[0] if isinstance(held, list) else held) if held else ""
    return (told.strip() if lines else " ".join(told.split()))[:most]


def _names(part: Component) -> Iterator[str]:
    held = part.get("ATTENDEE", [])
    for one in held if isinstance(held, list) else [held]:
        name = str(getattr(one, "params", {}).get("CN", "")).strip()
        if name:
            yield name


def _categories(part: Component) -> Iterator[str]:
    held = part.get("CATEGORIES", [])
    for one in held if isinstance(held, list) else [held]:
        yield from (str(each) for each in getattr(one, "cats", []))


def _without_moved(read: Sequence[tuple[Component, Line]]) -> list[Line]:
    """A time that was moved stands by itself, and the series leaves its day out."""
    moved: dict[str, set[dt.date]] = {}
    for part, _ in read:
        day = part.get("RECURRENCE-ID")
        if isinstance(getattr(day, "dt", None), dt.date):
            moved.setdefault(str(part.get("UID", "")), set()).add(_here(day.dt).date())
    return [_leaving_out(line, moved.get(line.event.uid, set()) if line.event else set()) for _, line in read]


def _leaving_out(line: Line, days: set[dt.date]) -> Line:
    event = line.event
    if not days or event is None or event.repeats is None:
        return line
    out = tuple(sorted({*event.repeats.left_out, *days}))
    return replace(line, event=replace(event, repeats=replace(event.repeats, left_out=out)))
