"""The days off of a year: the national ones, and the office's own over them, each with the document that ordered it.

May import domain, vi, db and exchange. Reads return frozen rows; writes are handed a store and raise `Refusal`.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import OfficeCalendar, OfficeDay
from desktop.domain.refusal import Refusal
from desktop.exchange.lunar import lunar


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """A day on which the calendar differs from the plain week; `own` where the office's table says so."""

    date: dt.date
    what: str
    ground: str
    lunar: str
    works: bool
    own: bool


def days_of(facts: Facts, year: int) -> tuple[DayRow, ...]:
    """National holidays and the office's own days of a year, in order; an own day covers the national one."""
    calendar, workdays = facts.office.calendar, facts.workdays
    rows: dict[dt.date, DayRow] = {}
    for day in _year(year):
        if day in workdays.national:
            rows[day] = _row(day, workdays.national[day], "", works=False, own=False)
        elif day in workdays.make_up:
            rows[day] = _row(day, "Làm việc bù", workdays.make_up[day], works=True, own=False)
    for day, document in _own(calendar.days_off, year):
        rows[day] = _row(day, "Nghỉ theo đơn vị", document, works=False, own=True)
    for day, document in _own(calendar.working_days, year):
        rows[day] = _row(day, "Làm việc bù", document, works=True, own=True)
    return tuple(rows[day] for day in sorted(rows))


def _own(days: Iterable[OfficeDay], year: int) -> Iterator[tuple[dt.date, str]]:
    return ((own.date, own.document) for own in days if own.date and own.date.year == year)


def _year(year: int) -> Iterator[dt.date]:
    first = dt.date(year, 1, 1)
    return (first + dt.timedelta(days=gone) for gone in range((dt.date(year, 12, 31) - first).days + 1))


def _row(day: dt.date, what: str, ground: str, *, works: bool, own: bool) -> DayRow:
    return DayRow(date=day, what=what, ground=ground, lunar=lunar(day).words, works=works, own=own)


def is_provisional(facts: Facts, year: int) -> bool:
    """Whether the official decision on the year's holidays is not yet in the data."""
    return year in facts.workdays.provisional


def add_day_off(store: Store, *, facts: Facts, day: dt.date, document: str) -> None:
    """Refuses a day that is already off."""
    why = facts.workdays.why_off(day)
    if why:
        raise Refusal(f"Ngày nghỉ: {vi.day(day)} vốn đã nghỉ ({why}).", field="date")
    calendar = _freed(facts.office.calendar, day)
    fresh = OfficeDay(date=day, document=_document(document))
    _put(store, facts, replace(calendar, days_off=_in_order(*calendar.days_off, fresh)))


def add_working_day(store: Store, *, facts: Facts, day: dt.date, document: str) -> None:
    """Refuses a day that is already a working one."""
    if facts.workdays.is_working(day):
        raise Refusal(f"Ngày làm bù: {vi.day(day)} vốn là ngày làm việc.", field="date")
    calendar = _freed(facts.office.calendar, day)
    fresh = OfficeDay(date=day, document=_document(document))
    _put(store, facts, replace(calendar, working_days=_in_order(*calendar.working_days, fresh)))


def remove_day(store: Store, *, facts: Facts, day: dt.date) -> None:
    """Give an own day back to the national calendar."""
    _put(store, facts, _freed(facts.office.calendar, day))


def _freed(calendar: OfficeCalendar, day: dt.date) -> OfficeCalendar:
    return OfficeCalendar(
        days_off=tuple(own for own in calendar.days_off if own.date != day),
        working_days=tuple(own for own in calendar.working_days if own.date != day),
    )


def _in_order(*days: OfficeDay) -> tuple[OfficeDay, ...]:
    return tuple(sorted(days, key=lambda own: own.date or dt.date.max))


def _document(text: str) -> str:
    clean = vi.nfc(" ".join(text.split()))
    if not clean:
        raise Refusal("Văn bản: cần ghi văn bản cho nghỉ hoặc làm bù, như Thông báo 12-TB/VPHU.", field="document")
    return clean


def _put(store: Store, facts: Facts, after: OfficeCalendar) -> None:
    store.put_calendar(after, before=facts.office.calendar)
