"""What contradicts itself about people: seats, absences and who stands in; `desktop.domain` only."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from desktop.domain.bodies import ONE_AT_A_TIME
from desktop.domain.contrary import Contradiction, before, covering, trip_words
from desktop.domain.facts import Facts
from desktop.domain.records import Absence, Assignment, Body, Person, Role, Seat, Visit
from desktop.domain.refs import RecordRef
from desktop.domain.terms import ROLE
from desktop.domain.wording import BODY, day

# Seats


def of_person(facts: Facts, person: Person) -> Iterator[Contradiction]:
    yield from _twice_in_a_body(person)
    for body, role in ONE_AT_A_TIME:
        held = [seat for seat in person.seats if (seat.body, seat.role) == (body, role)]
        for other in facts.office.people if held else ():
            if other.id != person.id:
                yield from _one_seat(facts, (person, held), other, (body, role))


def of_single_seats(facts: Facts) -> Iterator[Contradiction]:
    """The same of all people at once, holder against holder."""
    holders: defaultdict[tuple[Body, Role], list[Person]] = defaultdict(list)
    for person in facts.office.people:
        for key in dict.fromkeys((seat.body, seat.role) for seat in person.seats):
            holders[key].append(person)
        yield from _twice_in_a_body(person)
    for key in ONE_AT_A_TIME:
        for one, other in combinations(holders[key], 2):
            held = [seat for seat in one.seats if (seat.body, seat.role) == key]
            yield from _one_seat(facts, (one, held), other, key)


def _one_seat(
    facts: Facts, one: tuple[Person, list[Seat]], other: Person, key: tuple[Body, Role]
) -> Iterator[Contradiction]:
    others = [seat for seat in other.seats if (seat.body, seat.role) == key]
    shared = next((found for mine in one[1] for theirs in others if (found := _shared(mine, theirs))), None)
    if shared:
        first, second = sorted((one[0], other), key=lambda each: each.id)
        title = ROLE[key[1]] if key[0] == "thuong-truc" else f"{ROLE[key[1]]} {BODY[key[0]]}"
        text = f"{facts.named(first.id)} và {facts.named(second.id)} cùng giữ chức {title} từ {day(shared)}."
        yield Contradiction(subjects=(RecordRef.to(first), RecordRef.to(second)), text=text, field="seats")


def _shared(one: Seat, other: Seat) -> dt.date | None:
    """The first day both are held; a single day of handing over is none."""
    first = max(one.from_, other.from_)
    last = min(one.to or dt.date.max, other.to or dt.date.max)
    return first if first < last else None


def _twice_in_a_body(person: Person) -> Iterator[Contradiction]:
    for one, other in combinations(person.seats, 2):
        shared = _shared(one, other) if one.body == other.body else None
        if shared:
            text = f"{person.name} có hai chức vụ trong {BODY[one.body]} cùng lúc từ {day(shared)}."
            yield Contradiction(subjects=(RecordRef.to(person),), text=text, field="seats")


# Absences and duties


def of_absence(facts: Facts, trip: Absence) -> Iterator[Contradiction]:
    """Every contradiction the absence is one side of, but for those that meetings, decisions and papers tell."""
    yield from _own(trip)
    yield from _overlaps(facts, trip)
    yield from _cover(facts, trip)
    yield from _covering_for(facts, trip)
    duties = (line for line in facts.office.assignments if line.person == trip.person)
    yield from (found for line in duties for found in _duty(facts, line, (trip,)))
    for visit in facts.office.visits:
        if visit.person == trip.person and visit.date and trip.from_ <= visit.date <= trip.to:
            yield from _visit(facts, visit, visit.date, trip)


def of_assignment(facts: Facts, line: Assignment) -> Iterator[Contradiction]:
    """Whoever is on duty is there."""
    if line.person:
        yield from _duty(facts, line, facts.absences_of(line.person))


def _own(trip: Absence) -> Iterator[Contradiction]:
    path, span = RecordRef.to(trip), f"Lần đi vắng {day(trip.from_)}–{day(trip.to)}"
    said = before("báo cáo kết quả", trip.result_reported, "ngày về", trip.to)
    if said:
        yield Contradiction(subjects=(path,), text=f"{span}: {said}.", field="result_reported")
    if trip.cover == trip.person:
        text = f"{span}: người làm thay là chính người đi vắng."
        yield Contradiction(subjects=(path,), text=text, field="cover")


def _overlaps(facts: Facts, trip: Absence) -> Iterator[Contradiction]:
    """One trip that goes on from the last day of another is one trip; days told twice are not."""
    for other in covering(facts, trip.person, trip.from_, trip.to):
        if other.id == trip.id:
            continue
        one, two = sorted((trip, other), key=lambda each: (each.from_, each.to, each.id))
        if two.from_ < one.to or two.to <= one.to:
            text = f"{trip_words(facts, one)}, lại ghi vắng từ {day(two.from_)} đến {day(two.to)}."
            yield Contradiction(subjects=(RecordRef.to(one), RecordRef.to(two)), text=text, field="from_")


def _cover(facts: Facts, trip: Absence) -> Iterator[Contradiction]:
    """Who stands in for somebody away is there."""
    if not trip.cover or trip.cover == trip.person:
        return
    for away in covering(facts, trip.cover, trip.from_, trip.to):
        who, told = facts.named(trip.cover), facts.named(trip.person)
        text = f"{who} làm thay {told} từ {day(trip.from_)} đến {day(trip.to)} nhưng {trip_words(facts, away)}."
        yield Contradiction(subjects=(RecordRef.to(trip), RecordRef.to(away)), text=text, field="cover")


def _covering_for(facts: Facts, trip: Absence) -> Iterator[Contradiction]:
    for other in facts.office.absences:
        if other.cover == trip.person:
            path = RecordRef.to(trip)
            yield from (found for found in _cover(facts, other) if path in found.subjects)


def _duty(facts: Facts, line: Assignment, trips: Iterable[Absence]) -> Iterator[Contradiction]:
    if line.kind != "duty" or line.from_ is None:
        return
    for trip in trips:
        if line.from_ <= trip.to and trip.from_ <= (line.to or dt.date.max):
            until = f" đến {day(line.to)}" if line.to else ""
            text = f"{facts.named(line.person)} trực từ {day(line.from_)}{until} nhưng {trip_words(facts, trip)}."
            yield Contradiction(subjects=(RecordRef.to(line), RecordRef.to(trip)), text=text, field="person")


def of_visit(facts: Facts, visit: Visit) -> Iterator[Contradiction]:
    """Nobody goes to a unit of the office's own while he is out of the province."""
    for trip in covering(facts, visit.person, visit.date, visit.date) if visit.date else ():
        yield from _visit(facts, visit, visit.date, trip)


def _visit(facts: Facts, visit: Visit, value: dt.date | None, trip: Absence) -> Iterator[Contradiction]:
    if value and trip.area != "outside-commune":
        text = f"{facts.named(visit.person)} đi cơ sở ngày {day(value)} nhưng {trip_words(facts, trip)}."
        yield Contradiction(subjects=(RecordRef.to(visit), RecordRef.to(trip)), text=text, field="date")
