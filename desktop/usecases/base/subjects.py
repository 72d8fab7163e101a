"""What a finding is about, in a line: the record, the session by its day, the regulation then in force. Imports vi."""

import datetime as dt

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import Meeting
from desktop.domain.refs import RecordRef
from desktop.domain.sittings import is_session
from desktop.nouns import PLACE_OF


def regulation_words(facts: Facts, on: dt.date) -> str:
    """`Quy chế 5/2024`: the month in which the regulation in force took effect."""
    held = facts.in_force(on)
    return f"Quy chế {vi.month(held.from_.month)}/{held.from_.year}" if held else "Chưa có quy chế"


def short_name(meeting: Meeting, on: dt.date) -> str:
    """`Hội nghị Ban Thường vụ 06/9`."""
    kind = "Hội nghị" if is_session(meeting) else "Họp"
    return f"{kind} {vi.BODY[meeting.body]} {vi.day_short(meeting.start.date(), on)}"


def record_words(facts: Facts, about: RecordRef) -> str:
    """A line on the record a finding is about, as far as its list gives one."""
    record = facts.at(about) if about.kind in PLACE_OF else None
    person = facts.person(getattr(record, "person", None))
    unit = facts.unit(getattr(record, "unit", None))
    named = person.name if person else unit.name if unit else ""
    return " · ".join(part for part in (named, str(getattr(record, "title", ""))) if part)
