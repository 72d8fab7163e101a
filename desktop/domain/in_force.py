"""What happened before any regulation the office has was in force is not judged by it; `desktop.domain` only."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Finding, Verdict
from desktop.domain.judging import Window
from desktop.domain.periods import TERM, period
from desktop.domain.records import LIST_OF, Record, Term
from desktop.domain.refs import RecordRef
from desktop.domain.wording import day

_RULE = "regulation.in-force"


def _start(facts: Facts, code: str) -> dt.date | None:
    """The first day of a period; for `term` the office's term's, or the day in it on which a regulation came."""
    if code == TERM:
        return _of_term(facts, facts.office.office.term)
    found = period(code)
    return found.first if found else None


def _of_term(facts: Facts, term: Term | None) -> dt.date | None:
    if term is None or term.from_ is None or not facts.in_force_list:
        return term.from_ if term else None
    since = max(term.from_, facts.in_force_list[0].from_)
    return since if since <= (term.to or dt.date.max) else term.from_


OWN_DAY: Mapping[str, Callable[[Facts, Any], dt.date | None]] = {
    "meetings": lambda _, meeting: None if meeting.is_off else meeting.start.date(),
    "ballots": lambda _, ballot: ballot.sent,
    "absences": lambda _, absence: absence.from_,
    "delegated": lambda _, decision: decision.decided,
    "visits": lambda _, visit: visit.date,
    "reviews": lambda _, review: review.date,
    "documents": lambda _, document: document.date,
    "programmes": lambda facts, programme: _start(facts, programme.period),
    "reports": lambda facts, report: _start(facts, report.period),
}
"""The day by which a record of each list is judged."""


def in_force(facts: Facts, window: Window) -> Iterator[Finding]:
    """One finding for each record of a day on which no regulation was in force."""
    for name, own_day in OWN_DAY.items():
        for record in getattr(facts.office, name):
            on = own_day(facts, record)
            if on and window.holds(on):
                yield from of_record(facts, record)


def of_record(facts: Facts, record: Record) -> Iterator[Finding]:
    """The finding of one record, which need not yet stand in the office."""
    name = LIST_OF[type(record)]
    on = OWN_DAY[name](facts, record)
    if on and facts.in_force(on) is None:
        yield _unregulated(facts, f"{name}/{record.id}", on)


def _unregulated(facts: Facts, subject: str, on: dt.date) -> Finding:
    first = facts.in_force_list[0].from_ if facts.in_force_list else None
    since = f"quy chế đầu tiên được ghi có hiệu lực từ {day(first)}" if first else "chưa ghi quy chế nào"
    text = f"Ngày {day(on)} chưa có quy chế để đối chiếu; {since}."
    return Finding(rule=_RULE, subject=RecordRef(subject), verdict=Verdict.UNREGULATED, cite=Cite(), text=text)
