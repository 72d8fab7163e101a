"""The result is told to the body's nearest session after the ballot ended."""

from dataclasses import replace

from desktop.domain import ballots
from desktop.domain.ballots import Poll
from desktop.domain.cases import BALLOTS
from desktop.domain.judging import Outcome
from desktop.domain.keys import KeyOf
from desktop.domain.nearest import Errand, bodies_words, brought, outstanding, session_named
from desktop.domain.records import Body
from desktop.domain.rule import Reads, Rule

TO = KeyOf[Body]("ballot.reported.{}.to")

RULE = Rule("ballot.reported", of=BALLOTS, reads=(Reads.MEETINGS,), cites=(ballots.ELECTORATE, TO))


@RULE.judged_by
def judge(poll: Poll) -> Outcome | None:
    ruling = poll.ruling(TO.of(poll.ballot.body))
    if ruling is None:
        return None
    errand = Errand(
        bodies=[ruling.word],
        since=poll.ended,
        cite=ruling.cite,
        word="Thông báo kết quả phiếu",
        undone=f"Chưa thông báo kết quả phiếu với {bodies_words([ruling.word])}",
    )
    told = session_named(poll.facts, poll.ballot.reported_at, errand.bodies, poll.day)
    if told is None:
        return outstanding(poll.facts, errand, poll.on)
    since = min(errand.since, max(poll.told_since, told.start.date()))
    return brought(poll.facts, replace(errand, since=since), told, poll.on)
