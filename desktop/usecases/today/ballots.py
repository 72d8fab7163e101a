"""The lines of Hôm nay on ballots and delegated matters: papers not back, results and decisions still to be told.

Reads only. Imports domain, vi and other use cases.
"""

import datetime as dt
from collections.abc import Iterator, Sequence

from desktop import vi
from desktop.domain import compliance
from desktop.domain.cases import BALLOTS, DELEGATED
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.keys import RuleId
from desktop.domain.records import Ballot, Delegated
from desktop.domain.refs import RecordRef
from desktop.domain.rules import (
    ballot_differences,
    ballot_majority,
    ballot_reported,
    delegated_reported,
    delegated_unanimity,
    delegated_written,
)
from desktop.usecases.ballots import rows as ballots
from desktop.usecases.today.page import Row
from desktop.usecases.today.parts import LATE, OPEN, Article, row_of

RULES = frozenset(name for name, rule in compliance.RULES.items() if rule.of in (BALLOTS, DELEGATED))
"""The rules told here and nowhere else on the page."""


def rows(facts: Facts, findings: Sequence[Finding], on: dt.date, until: dt.date, article: Article) -> list[Row]:
    """What is due until a day; each leads to its record, and what can be put on an agenda is, from here."""
    found = {(one.rule, one.subject): one for one in findings if one.rule in RULES}
    every = [*_unreturned(facts, found, on, article), *_to_tell(facts, found, on, article)]
    return [row for row in every if on - LATE <= row.due <= until]


Found = dict[tuple[RuleId, RecordRef], Finding]


def _unreturned(facts: Facts, found: Found, on: dt.date, article: Article) -> Iterator[Row]:
    for ballot in facts.office.ballots:
        due = ballot.due or ballots.due_of(facts, ballot.sent)
        waiting = ballots.unreturned(facts, ballot) if ballot.closed is None else ()
        if waiting and due is not None:
            yield _waiting(facts, ballot, due, found, article)


def _waiting(facts: Facts, ballot: Ballot, due: dt.date, found: Found, article: Article) -> Row:
    waiting = ballots.unreturned(facts, ballot)
    members = len(facts.members(ballot.body, ballot.sent))
    named = ", ".join(person.name for person in waiting[:3])
    more = f" và {len(waiting) - 3} người nữa" if len(waiting) > 3 else ""
    about = RecordRef.to(ballot)
    judged = found.get((ballot_majority.RULE.id, about))
    return Row(
        id=f"ballot.majority|{about}",
        title=f"Phiếu chưa về {len(waiting)}/{members}: {ballots.title_of(ballot)}",
        second=f"Chưa về: {named}{more}",
        article=article(judged.cite) if judged else vi.SILENT,
        caption="hạn theo quy ước của đơn vị",
        due=due,
        action="Nhập phiếu",
        act="open",
        place="ballots",
        record=ballot.id,
    )


def _to_tell(facts: Facts, found: Found, on: dt.date, article: Article) -> Iterator[Row]:
    for (rule, subject), finding in found.items():
        if finding.verdict not in OPEN or finding.due is None or (finding.actual and rule.endswith("reported")):
            continue
        record = facts.at(subject)
        if isinstance(record, Ballot) and (row := _of_ballot(record, finding, article)):
            yield row
        if isinstance(record, Delegated) and (row := _of_decision(record, finding, article)):
            yield row


def _of_ballot(ballot: Ballot, finding: Finding, article: Article) -> Row | None:
    name = ballots.title_of(ballot)
    if finding.rule == ballot_reported.RULE.id and ballot.closed is not None and not ballot.reported_at:
        title, action, act = f"Chưa thông báo kết quả phiếu: {name}", "Đưa vào chương trình", "tell-ballot"
    elif finding.rule == ballot_differences.RULE.id:
        title, action, act = f"Chưa đưa ra hội nghị: {name}", "Đưa vào chương trình", "refer-ballot"
    else:
        return None
    return _row(finding, title, f"Phiếu gửi {vi.day(ballot.sent)}", action, act, ballot.id, article)


def _of_decision(one: Delegated, finding: Finding, article: Article) -> Row | None:
    ident = f"delegated:{one.id}"
    second = f"Quyết định {vi.day(one.decided)}" if one.decided else ""
    if finding.rule == delegated_reported.RULE.id and not one.reported_at:
        title = f"Chưa báo cáo việc theo ủy quyền: {one.title}"
        return _row(finding, title, second, "Đưa vào chương trình", "tell-delegated", ident, article)
    if finding.rule == delegated_unanimity.RULE.id:
        return _row(finding, f"Thường trực chưa thống nhất: {one.title}", second, "Mở", "open", ident, article)
    if finding.rule == delegated_written.RULE.id and not finding.actual:
        return _row(finding, f"Chưa ban hành văn bản: {one.title}", second, "Mở", "open", ident, article)
    return None


def _row(finding: Finding, title: str, second: str, action: str, act: str, record: str, article: Article) -> Row:
    return row_of(
        finding, article, title=title, second=second, action=action, act=act, place="ballots", record=record
    )  # fmt: skip
