"""The findings on one ballot as its page shows them: the check lines under the form, the names of the rules.

Reads only. Imports domain and vi.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from desktop import vi
from desktop.domain.ballots import ELECTORATE, Poll
from desktop.domain.compliance import judge_ballot
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Finding, Verdict
from desktop.domain.keys import RuleId
from desktop.domain.records import Ballot
from desktop.domain.rules import (
    ballot_electorate,
    ballot_ground,
    ballot_matter,
    ballot_ordered,
)
from desktop.domain.terms import matters
from desktop.exchange.rule_words import words_of
from desktop.usecases.meetings.session_items import bodies_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One line under the form; without a verdict the text is silent on it."""

    rule: str
    verdict: str
    text: str
    full: str
    cite: Cite | None = None
    finding: Finding | None = None


def judge(facts: Facts, ballot: Ballot, on: dt.date) -> dict[str, Finding]:
    """Everything the regulation in force on the day it was sent says of a ballot, by rule."""
    return {finding.rule: finding for finding in judge_ballot(facts, ballot, on)}


def checks(facts: Facts, ballot: Ballot, on: dt.date) -> list[Check]:
    """A line for each of the four, met or not."""
    found = judge(facts, ballot, on)
    provided = Poll(facts, ballot, on).provided
    return [_check(facts, ballot, name, found.get(name)) for name in _WORDS if provided or name in found]


def _check(facts: Facts, ballot: Ballot, name: RuleId, finding: Finding | None) -> Check:
    if finding is None:
        text = f"{words_of(name).panel}: {vi.SILENT[:1].lower()}{vi.SILENT[1:]}"
        return Check(rule=name, verdict="", text=text, full=text)
    words = _WORDS[name](facts, ballot, finding)
    return Check(rule=name, verdict=finding.verdict, text=words, full=finding.text, cite=finding.cite, finding=finding)


def _electorate(facts: Facts, ballot: Ballot, finding: Finding) -> str:
    body = vi.BODY[ballot.body]
    if finding.verdict is Verdict.MET:
        return f"Đối tượng lấy ý kiến: {body}"
    ruling = facts.ruling(ELECTORATE, ballot.sent)
    if ruling and ballot.body not in ruling.words:
        return f"Chỉ được lấy ý kiến {bodies_words(ruling.words)}"
    return f"Chưa gửi đủ ủy viên {body}"


def _ground(_facts: Facts, ballot: Ballot, finding: Finding) -> str:
    if finding.verdict is Verdict.MET:
        return "Lý do được phép"
    return "Chưa ghi lý do" if ballot.reason is None else "Lý do ngoài quy định"


def _matter(facts: Facts, ballot: Ballot, finding: Finding) -> str:
    allowed = facts.ruling(ballot_matter.ALLOWED.of(ballot.body), ballot.sent)
    excluded = facts.ruling(ballot_matter.EXCLUDED, ballot.sent)
    if ballot.matter is None:
        return "Chưa ghi vấn đề"
    if finding.verdict is Verdict.UNCLEAR:
        return "Cần xem quy định riêng"
    if finding.verdict is Verdict.MET:
        return (
            f"Không thuộc {matters(excluded.words)}"
            if excluded and not allowed
            else "Vấn đề được lấy ý kiến bằng phiếu"
        )
    return "Vấn đề phải đưa ra hội nghị"


def _ordered(facts: Facts, ballot: Ballot, finding: Finding) -> str:
    ruling = facts.ruling(ballot_ordered.BY, ballot.sent)
    asked = bodies_words([ruling.word]) if ruling else ""
    if finding.verdict is Verdict.MET:
        return f"{asked} chỉ đạo"
    return "Chưa ghi ai chỉ đạo" if ballot.directed_by is None else f"Phải do {asked} chỉ đạo"


_WORDS: Mapping[RuleId, Callable[[Facts, Ballot, Finding], str]] = {
    ballot_electorate.RULE.id: _electorate,
    ballot_ground.RULE.id: _ground,
    ballot_matter.RULE.id: _matter,
    ballot_ordered.RULE.id: _ordered,
}
"""The rules told under the form, in the order of its fields, with the few words of each."""


def governing(facts: Facts, ballot: Ballot, on: dt.date) -> tuple[Cite, ...]:
    return tuple(dict.fromkeys(finding.cite for finding in judge(facts, ballot, on).values()))
