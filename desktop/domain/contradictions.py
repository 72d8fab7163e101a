"""Every contradiction of the records: two facts that cannot both be true, with the records that state them.

`desktop.domain` only. Nothing is judged here: which of the two is right, whoever keeps the records says.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from desktop.domain import contrary_incoming, contrary_meetings, contrary_papers, contrary_people
from desktop.domain.contrary import Contradiction
from desktop.domain.facts import Facts
from desktop.domain.records import (
    LIST_OF,
    Absence,
    Assignment,
    Ballot,
    Delegated,
    Directive,
    Document,
    Incoming,
    Meeting,
    Person,
    Programme,
    Record,
    Report,
    Review,
    Task,
    Unit,
    Visit,
)
from desktop.domain.refs import RecordRef

_OF: dict[type, Callable[[Facts, Any], Iterator[Contradiction]]] = {
    Unit: contrary_papers.of_unit,
    Meeting: contrary_meetings.of_meeting,
    Ballot: contrary_papers.of_ballot,
    Absence: contrary_people.of_absence,
    Assignment: contrary_people.of_assignment,
    Task: contrary_papers.of_task,
    Delegated: contrary_papers.of_delegated,
    Programme: contrary_papers.of_programme,
    Report: contrary_papers.of_report,
    Directive: contrary_papers.of_directive,
    Visit: contrary_people.of_visit,
    Review: contrary_papers.of_review,
    Document: contrary_papers.of_document,
    Incoming: contrary_incoming.of_incoming,
}
"""What finds the contradictions of a record of each kind, in the order of the lists."""


def of_office(facts: Facts) -> list[Contradiction]:
    """All of them, each once, in the order of the records."""
    each = (find(facts, one) for kind, find in _OF.items() for one in getattr(facts.office, LIST_OF[kind]))
    numbers = (contrary_papers.of_numbers(facts), contrary_incoming.of_arrivals(facts))
    apart = (contrary_people.of_single_seats(facts), *numbers)
    return _once(chain(*apart, *each))


def about(facts: Facts, record: Record) -> list[Contradiction]:
    """Those one record is a side of, which stands among the facts as it is given: for a form, before it is kept."""
    found = [*_OF[type(record)](facts, record)] if type(record) in _OF else []
    if isinstance(record, Person):
        found += contrary_people.of_person(facts, record)
    elif isinstance(record, Absence):
        found += _with_others(facts, record)
    return _once(found)


def _with_others(facts: Facts, trip: Absence) -> Iterator[Contradiction]:
    """Sessions, decisions and papers of the days away that say whoever is away was there; each as it tells it."""
    path, office = RecordRef.to(trip), facts.office
    meetings = [one for one in facts.sessions if trip.from_ <= one.start.date() <= trip.to]
    decisions = [one for one in office.delegated if one.decided and trip.from_ <= one.decided <= trip.to]
    papers = [one for one in office.documents if one.signed_by == trip.person]
    for record in (*meetings, *decisions, *papers):
        yield from (one for one in _OF[type(record)](facts, record) if path in one.subjects)


def _once(found: Iterable[Contradiction]) -> list[Contradiction]:
    return list({(one.subjects, one.text): one for one in found}.values())
