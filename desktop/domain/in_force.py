"""What happened before any regulation the office has was in force is not judged by it; `desktop.domain` only."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Finding, Verdict
from desktop.domain.judging import Window
from desktop.domain.periods import period
from desktop.domain.records import LIST_OF, Record
from desktop.domain.wording import day

_RULE = "regulation.in-force"


def _start(facts: Facts, code: str) -> dt.date | None:
    """The first day of a period; that of the office's term for `term`."""
    if code == "term":
        return facts.office.office.term.from_ if facts.office.office.term else None
    found = period(code)
    return found.first if found else None


OWN_DAY: Mapping[str, Callable[[Facts, Any], dt.date | None]] = {
    "meetings": lambda _, meeting: None if meeting.cancelled else meeting.start.date(),
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
    return Finding(rule=_RULE, subject=subject, verdict=Verdict.UNREGULATED, cite=Cite(), text=text)
