"""Differences judged important go to a session of a body the text names, carried or not."""

from desktop.domain import ballots
from desktop.domain.ballots import Poll
from desktop.domain.cases import BALLOTS
from desktop.domain.findings import Verdict
from desktop.domain.judging import CONTRARY, Outcome, doubted
from desktop.domain.keys import Key
from desktop.domain.nearest import Errand, bodies_words, outstanding, session_named
from desktop.domain.rule import Reads, Rule
from desktop.domain.wording import BODY, day

TO = Key("ballot.differences.to")

RULE = Rule("ballot.differences", of=BALLOTS, reads=(Reads.MEETINGS,), cites=(TO, ballots.ELECTORATE))


@RULE.judged_by
def judge(poll: Poll) -> Outcome | None:
    ruling = poll.ruling(TO)
    if ruling is None or not poll.ballot.important_differences:
        return None
    referred = session_named(poll.facts, poll.ballot.referred_to, ruling.words, poll.day)
    judged = poll.ballot.differences_judged
    if referred:
        where = f"{BODY[referred.body]} {day(referred.start.date())}"
        text = f"Ý kiến khác nhau về vấn đề quan trọng đã chuyển phiên họp {where}."
        told = Outcome(verdict=Verdict.MET, cite=ruling.cite, text=text)
        on = judged.on if judged else None
        return doubted(
            told,
            f"phiên họp trước ngày xác định ý kiến khác nhau, {CONTRARY}" if on and referred.start.date() < on else "",
            f"xác định ý kiến khác nhau {day(on)}, trước ngày gửi phiếu, {CONTRARY}" if on and on < poll.day else "",
        )
    errand = Errand(
        bodies=ruling.words,
        since=(judged.on if judged else None) or poll.ended,
        cite=ruling.cite,
        word="",
        undone=f"Ý kiến khác nhau về vấn đề quan trọng chưa chuyển hội nghị {bodies_words(ruling.words)}",
    )
    return outstanding(poll.facts, errand, poll.on)
