"""The body the text names tells the office to send it."""

from desktop.domain import ballots
from desktop.domain.ballots import Poll
from desktop.domain.cases import BALLOTS
from desktop.domain.findings import Verdict
from desktop.domain.judging import Outcome, article
from desktop.domain.keys import Key
from desktop.domain.nearest import bodies_words
from desktop.domain.rule import Rule
from desktop.domain.terms import unfilled
from desktop.domain.wording import BODY

BY = Key("ballot.ordered.by")

RULE = Rule("ballot.ordered", of=BALLOTS, beside="directed_by", cites=(ballots.ELECTORATE, BY))


@RULE.judged_by
def judge(poll: Poll) -> Outcome | None:
    ruling = poll.ruling(BY)
    if ruling is None:
        return None
    asked, said = bodies_words([ruling.word]), poll.ballot.directed_by
    if said is None:
        verdict = Verdict.DUE if poll.on <= poll.day else Verdict.UNCLEAR
        text = f"{unfilled('directed_by')}; {article(ruling.cite)} giao {asked}."
        return Outcome(verdict=verdict, cite=ruling.cite, text=text, due=poll.day)
    if said == ruling.word:
        return Outcome(verdict=Verdict.MET, cite=ruling.cite, text=f"{asked} chỉ đạo gửi phiếu.")
    text = f"{BODY[said]} chỉ đạo gửi phiếu; {article(ruling.cite)} giao {asked}."
    return Outcome(verdict=Verdict.BREACH, cite=ruling.cite, text=text)
