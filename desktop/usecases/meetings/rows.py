"""Meetings as the office reads them: rows of the list, the state of one, attendance, votes and guests.

Reads only; what changes a meeting is in `meeting_edits` and `meeting_votes`. Imports domain and vi.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop import vi
from desktop.domain.events import Happening
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite
from desktop.domain.guests import REQUIRED
from desktop.domain.judging import share_in_use
from desktop.domain.records import (
    Absence,
    AgendaItem,
    AttendanceStatus,
    Body,
    Choice,
    Counts,
    Guest,
    Meeting,
    Person,
)
from desktop.domain.rules import decision_majority, meeting_guests_ubkt, meeting_quorum
from desktop.domain.shapes import Portion
from desktop.domain.sittings import is_of_body, is_session
from desktop.domain.taken import taken
from desktop.domain.terms import OF


class State(StrEnum):
    PREPARING = "preparing"
    RUNNING = "running"
    HELD = "held"
    POSTPONED = "postponed"


STATE = {
    State.PREPARING: "Đang chuẩn bị",
    State.RUNNING: "Đang họp",
    State.HELD: "Đã họp",
    State.POSTPONED: "Đã hoãn",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    id: str
    start: dt.datetime
    title: str
    body: Body
    kind: str
    place: str
    state: State
    present: str
    items: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceRow:
    person: Person
    name: str
    position: str
    status: AttendanceStatus | None
    reason: str
    away: Absence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quorum:
    """Members present against those the text counts; `needed` and `cite` are None where the regulation is silent.

    Of those `away`, the `taken` are on no trip: they attend an event at the same hours.
    """

    present: int
    members: int
    needed: int | None = None
    share: Portion | None = None
    cite: Cite | None = None
    away: tuple[Person, ...] = ()
    taken: tuple[tuple[str, Happening], ...] = ()

    @property
    def holds(self) -> bool:
        return self.needed is None or self.present >= self.needed


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A vote counted over all members in office; `away` are the members who gave no choice."""

    approve: int
    reject: int
    other: int
    away: int
    members: int
    exceptions: tuple[Choice, ...] = ()


def title_of(meeting: Meeting) -> str:
    """The title it bears, or what it is where it bears none."""
    return meeting.title or f"{vi.BODY[meeting.body]}: {vi.kind_of(meeting).lower()}"


def last_day(meeting: Meeting) -> dt.date:
    """Its last day, which is its first where no end is known."""
    return (meeting.end or meeting.start).date()


def stand_ins(facts: Facts, meeting: Meeting) -> list[Meeting]:
    """The meetings that may take the place of one called off: of the same body, not called off, not before it."""
    return [
        other
        for other in facts.office.meetings
        if other.id != meeting.id and other.body == meeting.body and not other.is_off and other.start >= meeting.start
    ]


def in_place_of(facts: Facts, meeting: Meeting) -> list[Meeting]:
    """The meetings called off whose place this one takes."""
    return [other for other in facts.office.meetings if other.postponed_to == meeting.id]


def state(meeting: Meeting, now: dt.datetime) -> State:
    """Held once its minutes are signed, its end or day has passed; running from its hour or its first attendance."""
    if meeting.is_off:
        return State.POSTPONED
    if meeting.minutes or last_day(meeting) < now.date() or (meeting.end and meeting.end <= now):
        return State.HELD
    if meeting.start.date() <= now.date() and (meeting.attendance or meeting.start <= now):
        return State.RUNNING
    return State.PREPARING


def rows(
    facts: Facts,
    now: dt.datetime,
    *,
    body: str = "",
    year: int | None = None,
    state_is: State | None = None,
    text: str = "",
) -> list[MeetingRow]:
    """The meetings that pass every filter given, the latest first."""
    wanted = vi.fold(text)
    found = [
        _row(facts, meeting, now)
        for meeting in facts.office.meetings
        if (not body or meeting.body == body)
        and (year is None or meeting.start.year == year)
        and (not wanted or wanted in vi.fold(f"{title_of(meeting)} {meeting.place}"))
    ]
    kept = (row for row in found if state_is is None or row.state is state_is)
    return sorted(kept, key=lambda row: (row.start, row.id), reverse=True)


def _row(facts: Facts, meeting: Meeting, now: dt.datetime) -> MeetingRow:
    count = present(facts, meeting)
    return MeetingRow(
        id=meeting.id,
        start=meeting.start,
        title=title_of(meeting),
        body=meeting.body,
        kind=vi.kind_of(meeting),
        place=meeting.place,
        state=state(meeting, now),
        present=f"{count.present}/{count.members}" if meeting.attendance else "",
        items=len(meeting.agenda),
    )


def years(facts: Facts, today: dt.date) -> list[int]:
    """The years with meetings, and this one; the latest first."""
    return sorted({today.year, *(meeting.start.year for meeting in facts.office.meetings)}, reverse=True)


def item_of(meeting: Meeting, item_id: str) -> AgendaItem | None:
    return next((item for item in meeting.agenda if item.id == item_id), None)


def away_on(facts: Facts, day: dt.date, people: Iterable[Person]) -> dict[str, Absence]:
    """The absences that cover the day, by the id of the person."""
    ids = {person.id for person in people}
    return {
        absence.person: absence
        for absence in facts.office.absences
        if absence.person in ids and absence.from_ <= day <= absence.to
    }


def position_of(facts: Facts, person: Person, body: Body, day: dt.date) -> str:
    """The post written on the person, or the role in the body."""
    seat = facts.holds(person.id, body, day)
    return person.position or (vi.ROLE[seat.role] if seat else "")


def attendance(facts: Facts, meeting: Meeting) -> list[AttendanceRow]:
    """Every member in office that day, the secretary and deputies first, then by given name."""
    day = meeting.start.date()
    members = facts.members(meeting.body, day)
    marks = {mark.person: mark for mark in meeting.attendance if mark.status}
    away = away_on(facts, day, members)
    return [
        AttendanceRow(
            person=person,
            name=facts.named(person.id),
            position=position_of(facts, person, meeting.body, day),
            status=marks[person.id].status if person.id in marks else None,
            reason=marks[person.id].reason if person.id in marks else "",
            away=away.get(person.id),
        )
        for person in members
    ]


def present_members(facts: Facts, meeting: Meeting) -> list[Person]:
    here = {mark.person for mark in meeting.attendance if mark.status == "present"}
    return [person for person in facts.members(meeting.body, meeting.start.date()) if person.id in here]


def _quorum(facts: Facts, meeting: Meeting, members: Sequence[Person], away: Collection[str]) -> Quorum:
    """Of all members, or of those summoned where the text counts them; without those away."""
    ruling = facts.ruling(meeting_quorum.SHARE.of(meeting.body), meeting.start.date()) if is_of_body(meeting) else None
    share = ruling.share.about(*(item.matter for item in meeting.agenda)) if ruling else None
    ids = {person.id for person in members}
    among = meeting_quorum.counted_among(meeting, ids, share) if share else ids
    return Quorum(
        present=len(among - set(away)),
        members=len(among),
        needed=share.needed(len(among)) if share else None,
        share=share,
        cite=ruling.cite if ruling else None,
        away=tuple(person for person in members if person.id in among and person.id in away),
    )


def present(facts: Facts, meeting: Meeting) -> Quorum:
    """Those marked present, against the quorum of the regulation in force that day."""
    members = facts.members(meeting.body, meeting.start.date())
    here = {person.id for person in present_members(facts, meeting)}
    return _quorum(facts, meeting, members, {person.id for person in members} - here)


def forecast(facts: Facts, meeting: Meeting) -> Quorum:
    """Those who will be there as far as the absences and the events at the same hours say."""
    day = meeting.start.date()
    members = facts.members(meeting.body, day)
    absent = away_on(facts, day, members)
    busy = {ident: one for ident, one in taken(facts, meeting, members).items() if ident not in absent}
    found = _quorum(facts, meeting, members, {*absent, *busy})
    return replace(found, taken=tuple((person.id, busy[person.id]) for person in found.away if person.id in busy))


def away_names(facts: Facts, quorum: Quorum) -> list[str]:
    """Those away by name, then those taken: `Phan Đình Khôi, Võ Thị Lan (bận: Hội nghị trực tuyến của Tỉnh ủy)`."""
    busy = dict(quorum.taken)
    away = [facts.named(person.id) for person in quorum.away if person.id not in busy]
    for one in dict.fromkeys(busy.values()):
        names = [facts.named(person.id) for person in quorum.away if busy.get(person.id) == one]
        away.append(f"{', '.join(names)} (bận: {vi.event_title(one.event)})")
    return away


def tally(facts: Facts, meeting: Meeting, item: AgendaItem) -> Tally | None:
    """The vote on an item counted over all members in office that day; None where none was taken."""
    if item.vote is None:
        return None
    members = len(facts.members(meeting.body, meeting.start.date()))
    if item.vote.method == "secret-ballot":
        counts = item.vote.counts or Counts()
    else:
        given = [choice.choice for choice in item.vote.choices if choice.person]
        counts = Counts(approve=given.count("approve"), reject=given.count("reject"), other=given.count("other"))
    cast = counts.approve + counts.reject + counts.other
    return Tally(
        approve=counts.approve,
        reject=counts.reject,
        other=counts.other,
        away=max(members - cast, 0),
        members=members,
        exceptions=exceptions(item.vote.choices),
    )


def exceptions(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """Who did not simply approve; a line without a name or an opinion says nothing."""
    said = (line for line in choices if line.person and line.choice)
    return tuple(line for line in said if line.choice != "approve" or line.reserved)


def guest_name(facts: Facts, guest: Guest) -> str:
    person = facts.person(guest.person) if guest.person else None
    unit = facts.unit(guest.unit) if guest.unit else None
    named = person.name if person else guest.name
    return " – ".join(part for part in (named, unit.name if unit else "") if part)


def missing_inspectors(facts: Facts, meeting: Meeting) -> list[Person]:
    """Inspection members outside the committee whom the regulation asks to be invited and who are not yet guests."""
    day = meeting.start.date()
    ruling = facts.ruling(REQUIRED.of(meeting_guests_ubkt.RULE.id), day)
    if meeting.body != "bch" or not is_session(meeting) or ruling is None:
        return []
    invited = {guest.person for guest in meeting.guests}
    return [
        person
        for person in facts.members("ubkt", day)
        if facts.holds(person.id, "bch", day) is None and person.id not in invited
    ]


_SEATED: dict[Body, str] = {"bch": "cấp ủy viên", "btv": "ủy viên Ban Thường vụ"}


def first_steps(facts: Facts, today: dt.date) -> list[tuple[str, str, bool]]:
    """What an office does before its first meeting: title, where it stands, whether it is done."""
    use = facts.in_force(today) or next(iter(facts.in_force_list), None)
    seated = [(len(facts.members(body, today)), words) for body, words in _SEATED.items() if body in facts.bodies]
    told = ", ".join(f"{count} {words}" for count, words in seated)
    regulation = f"Có hiệu lực từ {vi.day(use.from_)}" if use else "Chưa chọn quy chế"
    return [
        ("Chọn quy chế làm việc", regulation, use is not None),
        ("Nhập danh sách cấp ủy", told, all(count for count, _ in seated)),
        ("Xếp lịch hội nghị đầu tiên", "Chọn cơ quan, ngày và giờ họp", False),
    ]


def majority_words(facts: Facts, meeting: Meeting) -> str:
    """`· trên 1/2 tổng số ủy viên`; empty where neither the text nor the office names a share."""
    found = share_in_use(facts, decision_majority.SHARE, meeting.start.date())
    return f"· {found[0].words} {OF[found[0].of]}" if found else ""
