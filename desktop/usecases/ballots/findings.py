"""The findings on one ballot as its page shows them: the check lines under the form, the names of the rules.

Reads only. Imports domain and vi.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from desktop import vi
from desktop.domain.ballots import Poll
from desktop.domain.compliance import judge_ballot
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Finding, Verdict
from desktop.domain.records import Ballot
from desktop.domain.terms import matters
from desktop.usecases.meetings.session_items import bodies_words

RULE = {
    "ballot.electorate": "Đối tượng lấy ý kiến",
    "ballot.ground": "Lý do",
    "ballot.matter": "Vấn đề",
    "ballot.ordered": "Chỉ đạo gửi phiếu",
    "ballot.majority": "Tỷ lệ tán thành",
    "ballot.differences": "Ý kiến khác nhau",
    "ballot.reported": "Báo cáo kết quả",
}
CHECKED = ("ballot.electorate", "ballot.ground", "ballot.matter", "ballot.ordered")
"""The rules told under the form, in the order of its fields."""


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
    return [_check(facts, ballot, name, found.get(name)) for name in CHECKED if provided or name in found]


def _check(facts: Facts, ballot: Ballot, name: str, finding: Finding | None) -> Check:
    if finding is None:
        text = f"{RULE[name]}: {vi.SILENT[:1].lower()}{vi.SILENT[1:]}"
        return Check(rule=name, verdict="", text=text, full=text)
    words = _WORDS[name](facts, ballot, finding)
    return Check(rule=name, verdict=finding.verdict, text=words, full=finding.text, cite=finding.cite, finding=finding)


def _electorate(facts: Facts, ballot: Ballot, finding: Finding) -> str:
    body = vi.BODY[ballot.body]
    if finding.verdict is Verdict.MET:
        return f"Đối tượng lấy ý kiến: {body}"
    ruling = facts.ruling("ballot.electorate.bodies", ballot.sent)
    if ruling and ballot.body not in ruling.words:
        return f"Chỉ được lấy ý kiến {bodies_words(ruling.words)}"
    return f"Chưa gửi đủ ủy viên {body}"


def _ground(_facts: Facts, ballot: Ballot, finding: Finding) -> str:
    if finding.verdict is Verdict.MET:
        return "Lý do được phép"
    return "Chưa ghi lý do" if ballot.reason is None else "Lý do ngoài quy định"


def _matter(facts: Facts, ballot: Ballot, finding: Finding) -> str:
    allowed = facts.ruling(f"ballot.matter.{ballot.body}.allowed", ballot.sent)
    excluded = facts.ruling("ballot.matter.excluded", ballot.sent)
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
    ruling = facts.ruling("ballot.ordered.by", ballot.sent)
    asked = bodies_words([ruling.word]) if ruling else ""
    if finding.verdict is Verdict.MET:
        return f"{asked} chỉ đạo"
    return "Chưa ghi ai chỉ đạo" if ballot.directed_by is None else f"Phải do {asked} chỉ đạo"


_WORDS: Mapping[str, Callable[[Facts, Ballot, Finding], str]] = {
    "ballot.electorate": _electorate,
    "ballot.ground": _ground,
    "ballot.matter": _matter,
    "ballot.ordered": _ordered,
}


def governing(facts: Facts, ballot: Ballot, on: dt.date) -> tuple[Cite, ...]:
    return tuple(dict.fromkeys(finding.cite for finding in judge(facts, ballot, on).values()))
