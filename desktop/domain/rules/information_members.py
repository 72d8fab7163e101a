"""The members are told what happened, every month (000) or week (002)."""

from collections.abc import Iterator

from desktop.domain import reports
from desktop.domain.cases import OFFICE
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.judging import Window
from desktop.domain.reports import of_office, of_period
from desktop.domain.rule import Reads, Rule

RULE = Rule(
    "information.members",
    of=OFFICE,
    reads=(Reads.REPORTS, Reads.SETTINGS, Reads.OFFICE, Reads.WORKDAYS),
    cites=(reports.DUE, reports.FORM, reports.PERIODS),
)


@RULE.judged_by
def judge(facts: Facts, window: Window) -> Iterator[Finding]:
    yield from of_office(facts, window, RULE.id, "office", "thông tin {} cho cấp ủy viên", ["members"])


RULE.looks_through(of_period)
