"""Meetings and events of a year or of the term as a calendar file for phones and other programs.

May import domain, vi, exchange and the use cases of meetings. Nobody is named in it, nor what is noted; a session that
is closed bears its title alone, and an item that is closed is left out.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256

from desktop import vi
from desktop.domain.events import Works, happenings
from desktop.domain.facts import Facts
from desktop.domain.records import Event, Incoming, Meeting
from desktop.domain.reserved import open_items
from desktop.exchange.ics.series import rule_of
from desktop.exchange.ics.writing import Item, calendar_file
from desktop.usecases.meetings import rows as meetings

Span = tuple[dt.date, dt.date]
TERM = "term"


def spans(facts: Facts, shown: int) -> tuple[tuple[str, str], ...]:
    """The year shown and the whole term, to choose from."""
    term = facts.office.office.term
    whole = ((TERM, f"Cả nhiệm kỳ {term.from_.year}–{term.to.year}"),) if term and term.from_ and term.to else ()
    return ((str(shown), f"Năm {shown}"), *whole)


def span_of(facts: Facts, chosen: str) -> Span:
    term = facts.office.office.term
    if chosen == TERM and term and term.from_ and term.to:
        return term.from_, term.to
    return dt.date(int(chosen), 1, 1), dt.date(int(chosen), 12, 31)


def name_of(facts: Facts, chosen: str) -> str:
    """Of the file: `Lịch Huyện ủy Tây Sơn 2024.ics`."""
    first, last = span_of(facts, chosen)
    years = str(first.year) if chosen != TERM else f"{first.year}–{last.year}"
    return f"Lịch {facts.office.office.name} {years}.ics"


def export(facts: Facts, chosen: str, now: dt.datetime) -> tuple[bytes, int]:
    """The file and how many meetings and events it holds, a series as one."""
    found = list(items(facts, span_of(facts, chosen)))
    return calendar_file(name_of(facts, chosen).removesuffix(".ics"), found, made=now), len(found)


def items(facts: Facts, span: Span) -> Iterator[Item]:
    first, last = span
    for meeting in facts.sessions:
        if first <= meeting.start.date() <= last:
            yield _meeting(facts, meeting)
    works = facts.workdays.is_working
    for event in facts.office.events:
        if happenings(event, first, last, works):
            yield _event(facts, event, last, works)


def uid_of(facts: Facts, record: Meeting | Event) -> str:
    """The same in every file of this office, and in no other's; what came from a file keeps what it bore there."""
    if isinstance(record, Event) and record.uid:
        return record.uid
    return f"{record.id}.{sha256(facts.office.office.name.encode()).hexdigest()[:12]}@thuky"


def _meeting(facts: Facts, meeting: Meeting) -> Item:
    shown = [] if meeting.closed_session else [item.title for item in open_items(meeting)]
    return Item(
        uid=uid_of(facts, meeting),
        title=meetings.title_of(meeting),
        start=meeting.start,
        end=meeting.end,
        place=meeting.place,
        told="\n".join(f"- {title}" for title in shown),
        category=vi.kind_of(meeting),
    )


def _event(facts: Facts, event: Event, last: dt.date, works: Works) -> Item:
    paper = facts.one(Incoming, event.paper)
    called = event.called_by or (paper.symbol if paper else "")
    until = min(event.repeats.until or last, last) if event.repeats else None
    return Item(
        uid=uid_of(facts, event),
        title=vi.event_title(event),
        start=event.start,
        end=event.end,
        all_day=event.all_day,
        place=event.place,
        told="\n".join([*_taking_part(facts, event), *([f"Theo {called}"] if called else [])]),
        category=vi.event_kind(event),
        rule=rule_of(event),
        until=until,
        without=_without(event, until, works) if until else (),
    )


def _taking_part(facts: Facts, event: Event) -> Iterable[str]:
    """Bodies and units; people are nobody's business outside."""
    named = [vi.BODY[organ] for organ in event.organs]
    named += [unit.name for one in event.units if (unit := facts.unit(one))]
    return [f"Thành phần: {', '.join(named)}"] if named else []


def _without(event: Event, until: dt.date, works: Works) -> tuple[dt.date, ...]:
    """The days of the bare series on which it is not held: taken out, or off where days off are passed over."""
    assert event.repeats is not None
    bare = replace(event, repeats=replace(event.repeats, left_out=(), working_days=False))
    held = {each.day for each in happenings(event, event.start.date(), until, works)}
    return tuple(each.day for each in happenings(bare, event.start.date(), until) if each.day not in held)
