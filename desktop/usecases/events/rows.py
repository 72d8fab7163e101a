"""Events in words: when, where, who attends, by which paper, how often it comes again. Imports domain and vi."""

import datetime as dt
from collections.abc import Iterator

from desktop import vi
from desktop.domain.events import WEEKDAYS, Happening, every, nth, weekdays_of
from desktop.domain.facts import Facts
from desktop.domain.incoming import name as paper_name
from desktop.domain.records import Event, Incoming, Often, Repeats

OFTEN: dict[Often, str] = {
    "weekly": "Hằng tuần",
    "month-day": "Hằng tháng, theo ngày",
    "month-weekday": "Hằng tháng, theo thứ trong tháng",
    "month-last-weekday": "Hằng tháng, thứ cuối cùng",
}
_NTH = {1: "đầu tiên", 2: "thứ hai", 3: "thứ ba", 4: "thứ tư", -1: "cuối cùng"}


def event_of(facts: Facts, ident: str) -> Event | None:
    return facts.one(Event, ident)


def hours(one: Happening) -> str:
    """`08:00–11:30`; `Cả ngày`; of several days the first and the last."""
    days = f", {vi.day_range(one.day, one.last)}" if one.last > one.day else ""
    if one.event.all_day:
        return f"Cả ngày{days}"
    return vi.clock(one.start) + (f"–{vi.clock(one.end)}" if one.end else "") + days


def where(one: Happening) -> str:
    """`08:00–11:30, Hội trường · xe 77A-001.23`."""
    place = f", {one.event.place}" if one.event.place else ""
    return f"{hours(one)}{place}" + (f" · xe {one.event.vehicle}" if one.event.vehicle else "")


def who(facts: Facts, event: Event) -> str:
    """Who presides first, then people, bodies, units and others."""
    return "; ".join(_who(facts, event))


def _who(facts: Facts, event: Event) -> Iterator[str]:
    if event.chair:
        yield f"Chủ trì: {facts.named(event.chair)}"
    if event.people:
        yield ", ".join(facts.named(person) for person in event.people)
    yield from (vi.BODY[organ] for organ in event.organs)
    yield from (unit.name for one in event.units if (unit := facts.unit(one)))
    if event.others:
        yield event.others


def called_by(facts: Facts, event: Event) -> str:
    """The paper that calls it: its symbol as typed, else how the register of papers that came in names it."""
    paper = facts.one(Incoming, event.paper)
    return event.called_by or (paper_name(paper) if paper else "")


def series(event: Event) -> str:
    """`Hằng tuần vào thứ Hai, thứ Sáu, đến 31/12/2024, trừ ngày nghỉ`; empty for what is once."""
    repeats = event.repeats
    if repeats is None or repeats.often is None:
        return ""
    until = f", đến {vi.day(repeats.until)}" if repeats.until else ""
    return f"{_rhythm(event, repeats)}{until}{', trừ ngày nghỉ' if repeats.working_days else ''}"


def _rhythm(event: Event, repeats: Repeats) -> str:
    step, day = every(repeats), event.start.date()
    if repeats.often == "weekly":
        named = ", ".join(vi.WEEKDAY[WEEKDAYS.index(one)] for one in weekdays_of(event))
        return f"{f'{step} tuần một lần' if step > 1 else 'Hằng tuần'} vào {named}"
    often = f"{step} tháng một lần" if step > 1 else "Hằng tháng"
    if repeats.often == "month-day":
        return f"{often} vào ngày {day.day}" + (" hoặc ngày cuối tháng" if day.day > 28 else "")
    which = -1 if repeats.often == "month-last-weekday" else nth(day)
    return f"{often} vào {vi.weekday(day)} {_NTH[which]}"


def left_out(event: Event) -> str:
    """The days taken out of a series, in order."""
    days = sorted(event.repeats.left_out) if event.repeats else []
    return ", ".join(vi.day(one) for one in days)


def on_day(facts: Facts, day: dt.date) -> list[Happening]:
    """What is on that day, and what would be had it not been cancelled."""
    off = [Happening(one, one.start) for one in facts.office.events if one.cancelled and one.start.date() == day]
    return [*facts.events_on(day), *off]
