"""One meeting under judgement: its day, who is present, who decided on it; `desktop.domain` only."""

import datetime as dt
from dataclasses import dataclass

from desktop.domain.facts import Facts
from desktop.domain.keys import Key
from desktop.domain.records import SESSION_KINDS, Attendance, AttendanceStatus, Meeting, Person
from desktop.domain.regulation import Ruling
from desktop.domain.wording import day

ATTENDANCE = Key("meeting.attendance.required")


def is_session(meeting: Meeting) -> bool:
    """Whether it is a session of a body, to which quorum, papers, invitations and majority apply."""
    return meeting.body in ("bch", "btv") and meeting.kind in SESSION_KINDS


def is_of_body(meeting: Meeting) -> bool:
    """Whether a body sits at it, to which a text may set a quorum and days of its own."""
    return meeting.kind in (*SESSION_KINDS, "weekly")


@dataclass(frozen=True)
class Sitting:
    facts: Facts
    meeting: Meeting
    on: dt.date

    @property
    def day(self) -> dt.date:
        return self.meeting.start.date()

    @property
    def is_session(self) -> bool:
        return is_session(self.meeting)

    @property
    def is_of_body(self) -> bool:
        return is_of_body(self.meeting)

    @property
    def last_day(self) -> dt.date:
        """The day on which it ended, of a session of several days."""
        return self.meeting.end.date() if self.meeting.end else self.day

    @property
    def is_closed(self) -> bool:
        """Whether it is closed as a whole, or every item of it is."""
        agenda = self.meeting.agenda
        return self.meeting.closed_session or (bool(agenda) and all(item.closed for item in agenda))

    @property
    def of_committee(self) -> bool:
        return self.meeting.body == "bch" and self.is_session

    def ruling(self, key: Key) -> Ruling | None:
        return self.facts.ruling(key, self.day)

    def asked_of_committee(self, key: Key) -> Ruling | None:
        """What the text asks of every committee session."""
        ruling = self.ruling(key) if self.of_committee else None
        return ruling if ruling and ruling.value else None

    @property
    def members(self) -> tuple[Person, ...]:
        return self.facts.members(self.meeting.body, self.day)

    @property
    def attendance(self) -> tuple[Attendance, ...]:
        """What was marked; a line without a name or a mark says nothing."""
        return tuple(line for line in self.meeting.attendance if line.person and line.status)

    @property
    def present(self) -> frozenset[str]:
        """The members present; whoever else is listed never counts."""
        here = {line.person for line in self.attendance if line.status == "present"}
        return frozenset(person.id for person in self.members if person.id in here)

    @property
    def was_called(self) -> bool:
        """Whether the members were called: a list of others says nothing, nor one of a day not yet there.

        On the day itself a list with nobody present is still being filled.
        """
        if self.on < self.day:
            return False
        members = {person.id for person in self.members}
        listed = any(line.person in members for line in self.attendance)
        return bool(self.present or (listed and self.on > self.day))

    @property
    def is_listed(self) -> bool:
        """Whether the list names so many present that whoever is not on it was not there."""
        return self.was_called and 2 * len(self.present) > len(self.members)

    def status(self, person: str) -> AttendanceStatus | None:
        return next((line.status for line in self.attendance if line.person == person), None)

    def not_there(self, person: str) -> str:
        """Which record says that someone was not there; empty where none does."""
        if self.status(person) in ("excused", "absent"):
            return f"điểm danh ghi {self.name(person)} vắng mặt"
        if self.is_listed and person in {one.id for one in self.members} - self.present:
            return f"điểm danh không ghi {self.name(person)} có mặt"
        return self.away(person)

    def elsewhere(self) -> str:
        """Another meeting that the same person chairs at the same hours; empty where there is none."""
        own = self.meeting
        for other in self.facts.meetings_on(self.day):
            if other.id != own.id and own.chair and other.chair == own.chair and _overlap(own, other):
                return f"{self.name(own.chair)} cũng chủ trì {other.title or 'cuộc họp khác'} cùng giờ"
        return ""

    def away(self, person: str) -> str:
        """Which absence on record covers the day; empty where none does."""
        trip = self.facts.absence(person, self.day)
        return f"{self.name(person)} vắng từ {day(trip.from_)} đến {day(trip.to)}" if trip else ""

    def name(self, person: str | None) -> str:
        found = self.facts.person(person)
        return found.name if found else ""


def _overlap(one: Meeting, other: Meeting) -> bool:
    """Of meetings without an hour of ending only the beginning is known."""
    first, second = sorted((one, other), key=lambda meeting: (meeting.start, meeting.id))
    return first.start == second.start or (first.end is not None and second.start < first.end)
