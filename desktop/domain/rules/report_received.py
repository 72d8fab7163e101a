"""Every unit of the kinds the text names reports for every period."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.domain import reports
from desktop.domain.cases import UNITS
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.judging import Window
from desktop.domain.keys import Key
from desktop.domain.records import Unit
from desktop.domain.refs import RecordRef
from desktop.domain.reports import Asked, asked_by, held_by, judge_report, of_period
from desktop.domain.rule import Reads, Rule
from desktop.domain.units import in_part, stands

FRONT_TO = Key("report.front.to")
KINDS = Key("report.received.kinds")

RULE = Rule(
    "report.received",
    of=UNITS,
    reads=(Reads.UNITS, Reads.REPORTS, Reads.SETTINGS, Reads.OFFICE, Reads.WORKDAYS),
    cites=(FRONT_TO, reports.DUE, reports.FORM, KINDS, reports.PERIODS, reports.TO),
)

_TO_OF: dict[str | None, Key] = {"front-and-unions": FRONT_TO}
"""Where a text names the addressees of one kind of unit apart."""


@RULE.judged_by
def judge(facts: Facts, window: Window) -> Iterator[Finding]:
    held = held_by(facts)
    for one in asked_by(facts, RULE.id, window):
        kinds = facts.ruling(KINDS, one.span[0].first)
        for unit in facts.office.units:
            if kinds and unit.kind in kinds.words and stands(unit, one.span[0].last):
                code = one.span[0].code
                wanted = replace(one, to=_addressees(facts, one, unit))
                judged = judge_report(
                    wanted, held.get((unit.id, code), ()), f"báo cáo {one.span[0].words} của {unit.name}"
                )
                judged = in_part(judged, unit, one.span[0])
                yield judged.of(RULE.id, RecordRef.to(unit, code))


def _addressees(facts: Facts, one: Asked, unit: Unit) -> Sequence[str]:
    own = facts.ruling(_TO_OF[unit.kind], one.span[0].first) if unit.kind in _TO_OF else None
    return own.words if own else one.to


RULE.looks_through(of_period)
