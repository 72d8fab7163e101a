"""What happened before any regulation the office has was in force is not judged by it: one finding for each record."""

import datetime as dt
from collections.abc import Iterator

from desktop.domain.cases import RECORDS
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Finding, Verdict
from desktop.domain.judging import Window
from desktop.domain.own_days import OWN_DAY
from desktop.domain.records import LIST_OF, Record
from desktop.domain.refs import RecordRef
from desktop.domain.rule import Reads, Rule
from desktop.domain.wording import day

RULE = Rule(
    "regulation.in-force",
    of=RECORDS,
    reads=(
        Reads.MEETINGS,
        Reads.BALLOTS,
        Reads.ABSENCES,
        Reads.DELEGATED,
        Reads.PROGRAMMES,
        Reads.REPORTS,
        Reads.VISITS,
        Reads.REVIEWS,
        Reads.DOCUMENTS,
        Reads.INCOMING,
        Reads.OFFICE,
    ),
)


@RULE.judged_by
def judge(facts: Facts, window: Window) -> Iterator[Finding]:
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
        yield _unregulated(facts, RecordRef.to(record), on)


def _unregulated(facts: Facts, subject: RecordRef, on: dt.date) -> Finding:
    first = facts.in_force_list[0].from_ if facts.in_force_list else None
    since = f"quy chế đầu tiên được ghi có hiệu lực từ {day(first)}" if first else "chưa ghi quy chế nào"
    text = f"Ngày {day(on)} chưa có quy chế để đối chiếu; {since}."
    return Finding(rule=RULE.id, subject=subject, verdict=Verdict.UNREGULATED, cite=Cite(), text=text)
