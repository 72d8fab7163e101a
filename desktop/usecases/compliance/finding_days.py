"""The day by which a finding is put in a month, a quarter or a year: one for each, wherever findings are counted.

A record's finding lies on the record's own day; one on a period, on the period's last day, but a programme on the
first day of what it is for; an interval between sessions on the last day in time; what is judged as things stand, on
the day of judging. Imports domain.
"""

import datetime as dt
from collections.abc import Iterable

from desktop.domain.compliance import RULES
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.own_days import OWN_DAY
from desktop.domain.periods import TERM, period
from desktop.domain.refs import RecordRef
from desktop.domain.rule import Placed


class FindingDays:
    """The records' own days are looked up once, for all findings of the office as of one day."""

    def __init__(self, facts: Facts, on: dt.date) -> None:
        self._term, self._on = facts.office.office.term, on
        self._own = {
            RecordRef.to(record): day
            for name, own_day in OWN_DAY.items()
            for record in getattr(facts.office, name)
            if (day := own_day(facts, record))
        }

    def day(self, finding: Finding) -> dt.date:
        placed = RULES[finding.rule].placed
        if placed is Placed.AS_THINGS_STAND:
            return self._on
        about = finding.subject
        own = self._own.get(about.whole)
        if own is not None:
            return (finding.due or own) if placed is Placed.LAST_DAY else own
        first = placed is Placed.FIRST_DAY
        if about.code == TERM:
            return self._of_term(first=first) or finding.due or self._on
        span = period(about.code)
        if span is None:
            return finding.due or self._on
        return span.first if first else span.last

    def _of_term(self, *, first: bool) -> dt.date | None:
        if self._term is None:
            return None
        return self._term.from_ if first else self._term.to


def between(
    facts: Facts, findings: Iterable[Finding], on: dt.date, first: dt.date | None, last: dt.date | None
) -> list[Finding]:
    """The findings that lie between two days, both included, in their order; no day on a side leaves it open."""
    days = FindingDays(facts, on)
    earliest, latest = first or dt.date.min, last or dt.date.max
    return [finding for finding in findings if earliest <= days.day(finding) <= latest]
