"""The day by which a record of each kind is judged; `desktop.domain` only."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from desktop.domain.facts import Facts
from desktop.domain.incoming import entered
from desktop.domain.periods import TERM, period
from desktop.domain.records import Term


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
    "incoming": lambda _, paper: entered(paper),
    "programmes": lambda facts, programme: _start(facts, programme.period),
    "reports": lambda facts, report: _start(facts, report.period),
}
