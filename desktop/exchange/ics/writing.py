"""Meetings and events as an iCalendar file (RFC 5545), at the hours of Viet Nam. May import domain and icalendar."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneStandard

from desktop.exchange.ics.series import Rule

ZONE = "Asia/Ho_Chi_Minh"
OFFSET = dt.timedelta(hours=7)
PRODUCT = "-//Thu Ky//Lich//VI"
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Item:
    """One line of a calendar; `rule`, `until` and the days `without` are of a series."""

    uid: str
    title: str
    start: dt.datetime
    end: dt.datetime | None = None
    all_day: bool = False
    place: str = ""
    told: str = ""
    category: str = ""
    rule: Rule = field(default_factory=dict)
    until: dt.date | None = None
    without: tuple[dt.date, ...] = ()


def calendar_file(name: str, items: Iterable[Item], *, made: dt.datetime) -> bytes:
    """The same bytes for the same items and hour."""
    calendar = Calendar()
    for key, value in (("prodid", PRODUCT), ("version", "2.0"), ("calscale", "GREGORIAN"), ("x-wr-calname", name)):
        calendar.add(key, value)
    calendar.add_component(_zone())
    for item in items:
        calendar.add_component(_event(item, made))
    content: bytes = calendar.to_ical()
    return content


def _zone() -> Timezone:
    """Without summer time, so that one line says it for every year."""
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", ZONE)
    standard.add("dtstart", dt.datetime(1975, 6, 13))
    standard.add("tzoffsetfrom", OFFSET)
    standard.add("tzoffsetto", OFFSET)
    standard.add("tzname", "+07")
    zone.add_component(standard)
    return zone


def _event(item: Item, made: dt.datetime) -> Event:
    event = Event()
    event.add("uid", item.uid)
    event.add("dtstamp", made.replace(microsecond=0, tzinfo=ZoneInfo(ZONE)).astimezone(dt.UTC))
    event.add("summary", item.title)
    event.add("dtstart", _at(item, item.start))
    if item.all_day:
        event.add("dtend", (item.end or item.start).date() + _DAY)
    elif item.end:
        event.add("dtend", _at(item, item.end))
    for key, text in (("location", item.place), ("description", item.told)):
        if text:
            event.add(key, text)
    if item.category:
        event.add("categories", [item.category])
    _series(event, item)
    return event


def _series(event: Event, item: Item) -> None:
    if not item.rule:
        return
    event.add("rrule", {**item.rule, **({"UNTIL": [_until(item, item.until)]} if item.until else {})})
    if item.without:
        hour = item.start.time()
        event.add("exdate", [_at(item, dt.datetime.combine(day, hour)) for day in item.without])


def _at(item: Item, at: dt.datetime) -> dt.datetime | dt.date:
    return at.date() if item.all_day else at.replace(tzinfo=ZoneInfo(ZONE))


def _until(item: Item, day: dt.date) -> dt.datetime | dt.date:
    """The standard asks for the hour of Greenwich where the beginning has a zone."""
    last = dt.datetime.combine(day, dt.time(23, 59, 59), ZoneInfo(ZONE))
    return day if item.all_day else last.astimezone(dt.UTC)
