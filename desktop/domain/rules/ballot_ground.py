"""Opinions are asked in writing only for a reason the text has."""

from desktop.domain import ballots
from desktop.domain.ballots import Poll
from desktop.domain.cases import BALLOTS
from desktop.domain.findings import Verdict
from desktop.domain.judging import Outcome, article
from desktop.domain.keys import KeyOf
from desktop.domain.records import BallotReason, Body
from desktop.domain.rule import Rule
from desktop.domain.terms import unfilled

REASONS = KeyOf[Body]("ballot.ground.{}.reasons")

RULE = Rule("ballot.ground", of=BALLOTS, beside="reason", cites=(ballots.ELECTORATE, REASONS))

_REASON: dict[BallotReason, str] = {
    "not-complex": "nội dung không phức tạp",
    "no-meeting-possible": "không tổ chức họp được",
}


@RULE.judged_by
def judge(poll: Poll) -> Outcome | None:
    ruling = poll.ruling(REASONS.of(poll.ballot.body))
    if ruling is None:
        return None
    listed = " hoặc ".join(word for code, word in _REASON.items() if code in ruling.words)
    limit = f"{article(ruling.cite)} chỉ cho khi {listed}"
    if poll.ballot.reason is None:
        return Outcome(verdict=Verdict.UNCLEAR, cite=ruling.cite, text=f"{unfilled('reason')}; {limit}.")
    word = _REASON[poll.ballot.reason]
    if poll.ballot.reason in ruling.words:
        return Outcome(verdict=Verdict.MET, cite=ruling.cite, text=f"Lấy ý kiến bằng văn bản vì {word}.")
    return Outcome(verdict=Verdict.BREACH, cite=ruling.cite, text=f"Lấy ý kiến bằng văn bản vì {word}; {limit}.")
