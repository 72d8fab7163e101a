"""An office made ready for the rules: who held which seat, which regulation held, what each setting says.

Standard library and `desktop.domain` only. Everything is derived from the records, once, when first asked for.
"""

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple, Protocol, cast

from desktop.domain.bodies import BODIES, LEADING, ROLES_OF
from desktop.domain.committees import Committees
from desktop.domain.events import Happening, happenings
from desktop.domain.keys import Key, SettingKey
from desktop.domain.names import name_key
from desktop.domain.namesakes import told_apart
from desktop.domain.records import (
    LIST_OF,
    SESSION_KINDS,
    Absence,
    Body,
    Document,
    Event,
    Meeting,
    Office,
    Person,
    Record,
    Role,
    Seat,
    Unit,
    Value,
)
from desktop.domain.refs import R, RecordRef
from desktop.domain.regulation import InForce, Ruling
from desktop.domain.settings import Setting
from desktop.domain.workdays import Workdays

PRECEDENCE: tuple[Role, ...] = (
    "bi-thu",
    "pho-bi-thu-thuong-truc",
    "pho-bi-thu",
    "chu-nhiem",
    "pho-chu-nhiem",
    "uy-vien",
)
"""The order in which a roster names people."""
_NEXT = dt.timedelta(days=1)
_RANK = {role: rank for rank, role in enumerate(PRECEDENCE)}


class Lasting(Protocol):
    """What holds from a day to the end of another; an open end has no day."""

    @property
    def from_(self) -> dt.date | None: ...
    @property
    def to(self) -> dt.date | None: ...


def covers(held: Lasting, day: dt.date) -> bool:
    return (held.from_ is None or held.from_ <= day) and (held.to is None or day <= held.to)


class _Dated(NamedTuple):
    from_: dt.date
    value: Value | None


@dataclass(frozen=True)
class Facts:
    """`in_force_list` is in order of the days on which the regulations took effect."""

    office: Office
    in_force_list: tuple[InForce, ...] = ()
    workdays: Workdays = field(default_factory=Workdays)
    settings: Mapping[str, Setting] = field(default_factory=dict)
    committees: Committees = field(default_factory=Committees)

    @cached_property
    def lacking(self) -> frozenset[str]:
        """The organs that a committee of its kind has not."""
        return self.committees.lacking(self.office.office)

    @property
    def own_area(self) -> str:
        """`xã`, `huyện`: what the committee leads; empty where its name tells no area."""
        return self.committees.area_of(self.office.office.name)

    @property
    def bodies(self) -> tuple[Body, ...]:
        """The bodies the committee has."""
        return tuple(body for body in BODIES if body not in self.lacking)

    def roles(self, body: Body) -> tuple[Role, ...]:
        """Those a seat may have; a standing deputy stands for Thường trực, which not every committee has."""
        lacking = "thuong-truc" in self.lacking
        return tuple(role for role in ROLES_OF[body] if not (lacking and role == "pho-bi-thu-thuong-truc"))

    @property
    def standing(self) -> Body:
        """The body that leads between the sessions of the committee; without a standing committee, itself."""
        return "btv" if "btv" in self.bodies else "bch"

    @property
    def permanent(self) -> Body:
        """The body that leads from day to day; without Thường trực, the committee's secretary and deputies do."""
        return "thuong-truc" if "thuong-truc" in self.bodies else "bch"

    def acting(self, organ: str) -> str:
        """The organ itself, or whoever acts for it where the committee has it not."""
        return self.committees.acting(self.office.office, organ) if organ in self.lacking else organ

    def in_force(self, day: dt.date) -> InForce | None:
        for regulation in reversed(self.in_force_list):
            if regulation.from_ <= day:
                return regulation
        return None

    def ruling(self, key: Key, day: dt.date) -> Ruling | None:
        """What the regulation then in force says; None where it is silent or where none was in force."""
        regulation = self.in_force(day)
        return regulation.ruling(key, day) if regulation else None

    def every(self, key: str) -> list[Value]:
        """Every value that a parameter has on some day, in one of its regulations."""
        return [value for regulation in self.in_force_list for value in regulation.every(key)]

    def confirmed(self) -> "Facts":
        """The same office under what it confirmed of its regulations: all a paper may say of them."""
        held = tuple(replace(each, profile=each.profile.confirmed()) for each in self.in_force_list)
        return self if held == self.in_force_list else replace(self, in_force_list=held)

    def setting(self, key: SettingKey, on: dt.date) -> Value | None:
        """What the office's setting said on a day: its own value, else the default."""
        own = self.own_setting(key, on)
        if own is not None:
            return own
        return self.settings[key].default if key in self.settings else None

    def own_setting(self, key: SettingKey, on: dt.date) -> Value | None:
        """The office's own value on a day: the last set by then, else the one that bears no day."""
        dated = [each.value for each in self._dated_settings.get(key, ()) if each.from_ <= on]
        return dated[-1] if dated else (self.office.office.settings or {}).get(key)

    @cached_property
    def _dated_settings(self) -> dict[str, list[_Dated]]:
        held: defaultdict[str, list[_Dated]] = defaultdict(list)
        for each in self.office.office.settings_from:
            if each.from_:
                held[each.key].append(_Dated(each.from_, each.value))
        return {key: sorted(lines, key=lambda line: line.from_) for key, lines in held.items()}

    def members(self, body: Body, day: dt.date) -> tuple[Person, ...]:
        """Everyone in office in the body that day, once each, leaders first, then by given name."""
        since = bisect_right(self._changes, day)
        if (body, since) not in self._rosters:
            self._rosters[body, since] = self._roster(body, day)
        return self._rosters[body, since]

    def _roster(self, body: Body, day: dt.date) -> tuple[Person, ...]:
        ranks: dict[str, int] = {}
        for person, seat in self._seats[body]:
            if covers(seat, day):
                leader = self.leads(person.id, day)
                rank = min(_RANK[seat.role], _RANK[leader.role]) if leader else _RANK[seat.role]
                ranks[person.id] = min(rank, ranks.get(person.id, rank))
        order = sorted(ranks, key=lambda person: (ranks[person], self._name_order[person]))
        return tuple(self._people[person] for person in order)

    def holds(self, person: str | None, body: Body, day: dt.date) -> Seat | None:
        """The seat the person held in the body that day; on a day of handing over, the higher of two."""
        record = self._people.get(person or "")
        held = [seat for seat in record.seats if seat.body == body and covers(seat, day)] if record else []
        return min(held, key=lambda seat: (_RANK[seat.role], seat.from_), default=None)

    def leads(self, person: str | None, day: dt.date) -> Seat | None:
        """The seat from which the person leads the committee that day; without Thường trực, one in the committee."""
        seats = [self.holds(person, body, day) for body in self._led_from]
        return next((seat for seat in seats if seat and seat.role in LEADING), None)

    def leaders(self, day: dt.date) -> tuple[Person, ...]:
        """The secretary and the deputies in office that day."""
        if self.permanent == "thuong-truc":
            return self.members("thuong-truc", day)
        people = {person.id: person for body in self._led_from for person in self.members(body, day)}
        return tuple(person for person in people.values() if self.leads(person.id, day))

    @cached_property
    def _led_from(self) -> tuple[Body, ...]:
        return ("thuong-truc",) if self.permanent == "thuong-truc" else ("thuong-truc", "bch")

    def secretary(self, day: dt.date) -> Person | None:
        return self._leader("bi-thu", day)

    def standing_deputy(self, day: dt.date) -> Person | None:
        return self._leader("pho-bi-thu-thuong-truc", day)

    def _leader(self, role: Role, day: dt.date) -> Person | None:
        """On a day of handing over, whoever took the seat last."""
        held = [
            (seat.from_, person.id)
            for body in self._led_from
            for person, seat in self._seats[body]
            if seat.role == role and covers(seat, day)
        ]
        return self._people[max(held)[1]] if held else None

    def named(self, person: str | None) -> str:
        """The name as it is shown among others: with the post or the birth year after it where two share it."""
        held = self._people.get(person or "")
        return self._namesakes.get(held.id, held.name) if held else person or ""

    @cached_property
    def _namesakes(self) -> dict[str, str]:
        return told_apart(self.office.people)

    def absence(self, person: str, day: dt.date) -> Absence | None:
        """The recorded absence that covers the day, the one begun first where several do."""
        return next((away for away in self._absences[person] if away.from_ <= day <= away.to), None)

    def absences_of(self, person: str) -> list[Absence]:
        """In the order in which they began."""
        return self._absences[person]

    def events_on(self, day: dt.date) -> tuple[Happening, ...]:
        """What leaders attend that day beside meetings, in the order of the hours; what goes on from before too."""
        if day not in self._events:
            single, series = self._events_by_day.get(day, []), self._event_series
            works = self.workdays.is_working
            found = [*single, *(each for one in series for each in happenings(one, day, day, works))]
            self._events[day] = tuple(sorted(found, key=lambda each: (each.start, each.event.id)))
        return self._events[day]

    @cached_property
    def _events(self) -> dict[dt.date, tuple[Happening, ...]]:
        return {}

    @cached_property
    def _event_series(self) -> list[Event]:
        return [one for one in self.office.events if one.repeats]

    @cached_property
    def _events_by_day(self) -> dict[dt.date, list[Happening]]:
        days: defaultdict[dt.date, list[Happening]] = defaultdict(list)
        for one in self.office.events:
            for each in happenings(one, dt.date.min, dt.date.max) if not one.repeats else ():
                for ahead in range((each.last - each.day).days + 1):
                    days[each.day + _NEXT * ahead].append(each)
        return dict(days)

    def one(self, kind: type[R], id: str | None) -> R | None:
        return cast(R | None, self._by_id(LIST_OF[kind]).get(id or ""))

    def at(self, ref: RecordRef) -> Record | None:
        """The record itself, also where a part of it is named; None for a period and for what is gone."""
        return self._by_id(ref.kind).get(ref.id) if ref.is_record else None

    def _by_id(self, name: str) -> Mapping[str, Record]:
        if name not in self._held:
            self._held[name] = {record.id: record for record in getattr(self.office, name)}
        return self._held[name]

    @cached_property
    def _held(self) -> dict[str, dict[str, Record]]:
        return {}

    def person(self, id: str | None) -> Person | None:
        return self._people.get(id or "")

    def unit(self, id: str | None) -> Unit | None:
        return self.one(Unit, id)

    def meeting(self, id: str | None) -> Meeting | None:
        return self.one(Meeting, id)

    def document(self, id: str | None) -> Document | None:
        return self.one(Document, id)

    def replacing(self, record: Record) -> "Facts":
        """The same facts with one record put in, in the place of the one that bears its id."""
        name = LIST_OF[type(record)]
        kept: tuple[Record, ...] = getattr(self.office, name)
        if any(other.id == record.id for other in kept):
            put = tuple(record if other.id == record.id else other for other in kept)
        else:
            put = (*kept, record)
        return replace(self, office=replace(self.office, **{name: put}))  # type: ignore[arg-type]

    @cached_property
    def sessions(self) -> tuple[Meeting, ...]:
        """The meetings not cancelled, in the order in which they are held."""
        standing = [meeting for meeting in self.office.meetings if not meeting.is_off]
        return tuple(sorted(standing, key=lambda meeting: (meeting.start, meeting.id)))

    def meetings_on(self, day: dt.date) -> list[Meeting]:
        """The meetings that begin that day, in order."""
        return self._by_day.get(day, [])

    @cached_property
    def _by_day(self) -> dict[dt.date, list[Meeting]]:
        days: defaultdict[dt.date, list[Meeting]] = defaultdict(list)
        for meeting in self.sessions:
            days[meeting.start.date()].append(meeting)
        return dict(days)

    def next_session(self, bodies: Iterable[str], since: dt.date) -> Meeting | None:
        """The nearest session of any of the bodies on a later day, extraordinary ones included."""
        found = [meeting for body in bodies if (meeting := self._session_after(body, since))]
        return min(found, key=lambda meeting: (meeting.start, meeting.id), default=None)

    def _session_after(self, body: str, since: dt.date) -> Meeting | None:
        held = self._sessions_of.get(body, [])
        place = bisect_right(held, since, key=lambda meeting: meeting.start.date())
        return held[place] if place < len(held) else None

    def documents_on(self, delegated: str) -> list[Document]:
        """The documents that put a delegated decision in writing."""
        return self._documents.get(delegated, [])

    def documents_of(self, meeting: str) -> list[Document]:
        """The documents that come of a meeting or of an item of it, but those whose number was cancelled."""
        return self._documents_of_meetings.get(meeting, [])

    @cached_property
    def _documents_of_meetings(self) -> dict[str, list[Document]]:
        documents: defaultdict[str, list[Document]] = defaultdict(list)
        for document in self.office.documents:
            if document.source and document.source.meeting and document.cancelled is None:
                documents[document.source.meeting].append(document)
        return dict(documents)

    @cached_property
    def _sessions_of(self) -> dict[str, list[Meeting]]:
        sessions: defaultdict[str, list[Meeting]] = defaultdict(list)
        for meeting in self.sessions:
            if meeting.kind in SESSION_KINDS:
                sessions[meeting.body].append(meeting)
        return dict(sessions)

    @cached_property
    def _documents(self) -> dict[str, list[Document]]:
        documents: defaultdict[str, list[Document]] = defaultdict(list)
        for document in self.office.documents:
            if document.source and document.source.delegated and document.cancelled is None:
                documents[document.source.delegated].append(document)
        return dict(documents)

    @cached_property
    def _people(self) -> dict[str, Person]:
        return {person.id: person for person in self.office.people}

    @cached_property
    def _rosters(self) -> dict[tuple[Body, int], tuple[Person, ...]]:
        """By the body and how many changes of seats there were by the day: between two of them nothing differs."""
        return {}

    @cached_property
    def _changes(self) -> list[dt.date]:
        seats = [seat for person in self.office.people for seat in person.seats]
        ends = (seat.to + _NEXT for seat in seats if seat.to and seat.to < dt.date.max)
        return sorted({*(seat.from_ for seat in seats), *ends})

    @cached_property
    def _name_order(self) -> dict[str, int]:
        order = sorted(self.office.people, key=lambda person: (name_key(person.name), person.id))
        return {person.id: place for place, person in enumerate(order)}

    @cached_property
    def _seats(self) -> defaultdict[Body, list[tuple[Person, Seat]]]:
        seats: defaultdict[Body, list[tuple[Person, Seat]]] = defaultdict(list)
        for person in self.office.people:
            for seat in person.seats:
                seats[seat.body].append((person, seat))
        return seats

    @cached_property
    def _absences(self) -> defaultdict[str, list[Absence]]:
        absences: defaultdict[str, list[Absence]] = defaultdict(list)
        for away in sorted(self.office.absences, key=lambda away: (away.from_, away.to, away.id)):
            absences[away.person].append(away)
        return absences
