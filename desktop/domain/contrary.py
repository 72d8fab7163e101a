"""Two records that cannot both be true: what is said of them, and the days and names it is said with.

`desktop.domain` only.
"""

import datetime as dt
from dataclasses import dataclass

from desktop.domain.facts import Facts
from desktop.domain.records import Absence, Meeting
from desktop.domain.refs import RecordRef
from desktop.domain.wording import BODY, day


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """`subjects` are the records, as `meetings/m1`; `field` is where a form of the first of them meets it."""

    subjects: tuple[RecordRef, ...]
    text: str
    field: str = ""


def met(meeting: Meeting) -> str:
    """`phiên họp Ban Thường vụ ngày 06/9/2024`."""
    return f"phiên họp {BODY[meeting.body]} ngày {day(meeting.start.date())}"


def trip_words(facts: Facts, trip: Absence) -> str:
    """`Nguyễn Văn An vắng từ 04/4/2025 đến 09/4/2025`."""
    return f"{facts.named(trip.person)} vắng từ {day(trip.from_)} đến {day(trip.to)}"


def covering(facts: Facts, person: str | None, first: dt.date, last: dt.date) -> list[Absence]:
    """The absences of a person that reach into those days."""
    return [trip for trip in facts.absences_of(person or "") if trip.from_ <= last and first <= trip.to]


def before(what: str, done: dt.date | None, after: str, since: dt.date | None) -> str:
    """`biên bản ký 01/9/2024, trước ngày họp 06/9/2024`; empty where nothing is before its time."""
    if done is None or since is None or done >= since:
        return ""
    return f"{what} {day(done)}, trước {after} {day(since)}"
