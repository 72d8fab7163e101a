"""Whose report of a period is still awaited from others: units, members, the government; `desktop.domain` only.

What the committee itself owes (upward, to its members) is not asked of anybody by letter.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desktop.domain.facts import Facts
from desktop.domain.findings import Finding, Verdict
from desktop.domain.judging import Window
from desktop.domain.keys import RuleId
from desktop.domain.names import fold
from desktop.domain.periods import period
from desktop.domain.records import Report, Unit
from desktop.domain.rules import report_government, report_member, report_received

_OTHERS: tuple[Callable[[Facts, Window], Iterator[Finding]], ...] = (
    report_received.RULE,
    report_member.RULE,
    report_government.RULE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """`who` is a unit's id, a person's, or `government`; `wrong` says that what came was not what the text asks."""

    who: str
    name: str
    rule: RuleId
    finding: Finding
    reminded: dt.date | None

    @property
    def late(self) -> bool:
        return self.finding.verdict is Verdict.BREACH

    @property
    def wrong(self) -> bool:
        return self.late and self.finding.due is None


def asked(facts: Facts, code: str, on: dt.date) -> list[Finding]:
    """What is judged of the reports others make for one period; those excused and the office itself are left out."""
    span = period(code)
    if span is None:
        return []
    window = Window.of(facts, max(on, span.first), span.first, span.first)
    found = [one for rule in _OTHERS for one in rule(facts, window) if one.subject.code == code]
    return [one for one in found if one.verdict is not Verdict.EXEMPT and not _of_office(facts, one)]


def _of_office(facts: Facts, finding: Finding) -> bool:
    unit = facts.unit(finding.subject.id) if finding.subject.names(Unit) else None
    return unit is not None and is_office(facts, unit)


def is_office(facts: Facts, unit: Unit) -> bool:
    """Whether the unit is the committee's own office, which writes no letter to itself."""
    committee, office = facts.office.office.name, facts.committees.organ("van-phong")
    called = (facts.committees.called(committee), committee)
    return office is not None and fold(unit.name) in [fold(f"{office.name} {each}") for each in called]


def owing(facts: Facts, code: str, on: dt.date) -> list[Owed]:
    """Those who are late with the report of a period; before its last day those from whom it is still awaited."""
    owed = [_owed(facts, one, code) for one in asked(facts, code, on) if not one.actual and one.verdict in _OPEN]
    late = [one for one in owed if one.late]
    return late or owed


_OPEN = (Verdict.DUE, Verdict.BREACH)


def _owed(facts: Facts, finding: Finding, code: str) -> Owed:
    who = finding.subject.id if finding.subject.is_record else "government"
    record = facts.unit(who) or facts.person(who)
    reminded = [one.reminded for one in facts.office.reports if _is_of(one, who, code) and one.reminded]
    return Owed(
        who=who,
        name=record.name if record else "Ủy ban nhân dân",
        rule=finding.rule,
        finding=finding,
        reminded=max(reminded, default=None),
    )


def _is_of(report: Report, who: str, code: str) -> bool:
    return report.period == code and who in (report.unit, report.person)
