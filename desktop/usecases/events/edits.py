"""What is written about events: entered, mended, cancelled, a day taken out of a series, deleted.

May import domain, vi and db. Writes are handed a store and raise `Refusal`.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from itertools import pairwise

from db.store import Store
from desktop import vi
from desktop.domain.events import Happening, happenings
from desktop.domain.facts import Facts
from desktop.domain.records import (
    Body,
    Event,
    EventKind,
    IncomingRef,
    Line,
    Often,
    PersonRef,
    Repeats,
    UnitRef,
    Weekday,
)
from desktop.domain.refusal import Refusal
from desktop.usecases.base import edits
from desktop.usecases.base.names import clean

TITLE, DAY, HOUR, LAST, TO, CHAIR, PEOPLE = "Nội dung", "Ngày", "Từ giờ", "Đến ngày", "Đến giờ", "Chủ trì", "Người dự"
OFTEN, UNTIL, ALL_DAY, OTHERS = "Lặp lại", "Lặp đến hết ngày", "Cả ngày", "Thành phần khác"
_LOOK = dt.timedelta(days=400)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """An event as its form asks for it: days and hours apart, how it comes again beside them.

    Without `last` it ends on its first day; without `keep_left_out` the days taken out of its series come back.
    """

    title: Line = ""
    kind: EventKind | None = None
    kind_name: Line = ""
    day: dt.date | None = None
    hour: dt.time | None = None
    last: dt.date | None = None
    to: dt.time | None = None
    all_day: bool = False
    place: Line = ""
    vehicle: Line = ""
    chair: PersonRef | None = None
    people: tuple[PersonRef, ...] = ()
    organs: tuple[Body, ...] = ()
    units: tuple[UnitRef, ...] = ()
    others: Line = ""
    called_by: Line = ""
    paper: IncomingRef | None = None
    note: str = ""
    often: Often | None = None
    every: int = 1
    weekdays: tuple[Weekday, ...] = ()
    until: dt.date | None = None
    working_days: bool = False
    keep_left_out: bool = True


_SAME = {one.name for one in fields(Event)} & {one.name for one in fields(Typed)}
_REPEATED = {one.name for one in fields(Repeats)} & {one.name for one in fields(Typed)}

_LINES = ("title", "kind_name", "place", "vehicle", "others", "called_by")


def typed_of(event: Event) -> Typed:
    """What the form shows of an event that is there."""
    repeats = {name: getattr(event.repeats, name) for name in _REPEATED} if event.repeats else {}
    timed, ends = not event.all_day, event.end and event.end.date() > event.start.date()
    return Typed(
        **{name: getattr(event, name) for name in _SAME},
        **repeats,
        day=event.start.date(),
        hour=event.start.time() if timed else None,
        last=event.end.date() if event.end and ends else None,
        to=event.end.time() if event.end and timed else None,
    )


def save(store: Store, *, facts: Facts, before: Event | None, typed: Typed) -> Event:
    """Enter an event, or mend the one that is there."""
    made = _event(facts, before, typed)
    if before is None:
        return edits.add(store, made)
    return edits.amend(store, before, made)


def _event(facts: Facts, before: Event | None, typed: Typed) -> Event:
    start, end = _hours(typed)
    plain = {name: getattr(typed, name) for name in _SAME}
    clean_ = {name: clean(plain[name]) for name in _LINES} | {"note": vi.nfc(typed.note).strip()}
    made = replace(before or Event(id="", start=start), **plain | clean_, start=start, end=end)
    made = replace(made, repeats=_repeats(before, typed))
    for refusal in _wrong(facts, made):
        raise refusal
    return made


def _hours(typed: Typed) -> tuple[dt.datetime, dt.datetime | None]:
    if not clean(typed.title):
        raise Refusal(f"{TITLE}: cần ghi sự kiện là việc gì, một câu ngắn.", field="title")
    if typed.day is None:
        raise Refusal(f"{DAY}: cần ghi ngày diễn ra.", field="day")
    edits.not_before(typed.last, typed.day, "last", LAST, "ngày bắt đầu")
    if typed.all_day:
        whole = dt.time()
        last = typed.last if typed.last and typed.last > typed.day else None
        return dt.datetime.combine(typed.day, whole), dt.datetime.combine(last, whole) if last else None
    return _timed(typed, typed.day)


def _timed(typed: Typed, day: dt.date) -> tuple[dt.datetime, dt.datetime | None]:
    if typed.hour is None:
        raise Refusal(f"{HOUR}: cần ghi giờ bắt đầu, hoặc đánh dấu {ALL_DAY}.", field="hour")
    start = dt.datetime.combine(day, typed.hour)
    if typed.to is None and typed.last and typed.last > day:
        raise Refusal(f"{TO}: việc nhiều ngày cần ghi giờ kết thúc, hoặc đánh dấu {ALL_DAY}.", field="to")
    end = dt.datetime.combine(typed.last or day, typed.to) if typed.to else None
    if end and end <= start:
        said = f"{TO} {vi.clock(end)} không sau giờ bắt đầu {vi.clock(start)}"
        raise Refusal(f"{said}; cần giờ sau đó, hoặc ghi {LAST}.", field="to")
    return start, end


def _repeats(before: Event | None, typed: Typed) -> Repeats | None:
    if typed.often is None:
        return None
    held = before.repeats.left_out if before and before.repeats and typed.keep_left_out else ()
    told = {name: getattr(typed, name) for name in _REPEATED}
    return Repeats(**told | {"weekdays": typed.weekdays if typed.often == "weekly" else ()}, left_out=held)


def _wrong(facts: Facts, event: Event) -> Iterator[Refusal]:
    twice = [one for place, one in enumerate(event.people) if one in (event.chair, *event.people[:place])]
    if twice:
        said = f"{PEOPLE}: {facts.named(twice[0])} được ghi hai lần"
        yield Refusal(f"{said}; mỗi người ghi một lần, ở {CHAIR} hoặc ở {PEOPLE}.", field="people")
    if not (event.chair or event.people or event.organs or event.units or event.others):
        said = f"{PEOPLE}: cần chọn ít nhất một người, một cơ quan hoặc đơn vị"
        yield Refusal(f"{said}, hoặc ghi {OTHERS}.", field="people")
    yield from _wrong_series(event)


def _wrong_series(event: Event) -> Iterator[Refusal]:
    repeats, day = event.repeats, event.start.date()
    if repeats is None:
        return
    if repeats.until and repeats.until < day:
        said = f"{UNTIL} {vi.day(repeats.until)} trước ngày bắt đầu {vi.day(day)}"
        yield Refusal(f"{said}; cần ngày bắt đầu hoặc sau đó.", field="until")
    if repeats.often == "month-last-weekday" and (day + dt.timedelta(days=7)).month == day.month:
        said = f"{OFTEN}: {vi.day(day)} không phải {vi.weekday(day)} cuối cùng của tháng"
        yield Refusal(f"{said}; chọn ngày khác hoặc cách lặp khác.", field="often")
    found = happenings(event, day, day + _LOOK)
    if any(after.day <= before.last for before, after in pairwise(found)):
        said = f"{LAST}: mỗi lần kéo dài sang lần sau của cách lặp đã chọn"
        yield Refusal(f"{said}; cần ngày kết thúc sớm hơn hoặc cách lặp thưa hơn.", field="last")


def cancel(store: Store, *, event: Event, cancelled: bool = True) -> Event:
    """It is not held, or is after all; it stays on record."""
    return edits.amend(store, event, replace(event, cancelled=cancelled))


def leave_out(store: Store, *, one: Happening) -> Event:
    """Take one time out of a series; the others stay."""
    event, repeats = one.event, one.event.repeats
    if repeats is None:
        raise Refusal("Sự kiện này chỉ có một lần; dùng Hủy hoặc Xóa.", field="often")
    days = tuple(sorted({*repeats.left_out, one.day}))
    return edits.amend(store, event, replace(event, repeats=replace(repeats, left_out=days)))


def remove(store: Store, *, event: Event) -> None:
    store.remove(Event, event.id, before=event)
