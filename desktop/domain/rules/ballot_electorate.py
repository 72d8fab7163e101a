"""The body is one the text asks in writing, and every member in office of it is asked."""

from dataclasses import replace

from desktop.domain import ballots
from desktop.domain.ballots import Poll, nobody
from desktop.domain.cases import BALLOTS
from desktop.domain.findings import Verdict
from desktop.domain.judging import Outcome, article, awaited
from desktop.domain.nearest import bodies_words
from desktop.domain.rule import Reads, Rule

RULE = Rule("ballot.electorate", of=BALLOTS, beside="body", reads=(Reads.PEOPLE,), cites=(ballots.ELECTORATE,))


@RULE.judged_by
def judge(poll: Poll) -> Outcome | None:
    ruling = poll.electorate
    if ruling is None:
        return None
    judged = Outcome(verdict=Verdict.MET, cite=ruling.cite, text="")
    if not poll.provided:
        asked = bodies_words(ruling.words)
        text = f"Phiếu xin ý kiến {poll.body}; {article(ruling.cite)} chỉ cho lấy ý kiến {asked} bằng văn bản."
        return replace(judged, verdict=Verdict.BREACH, text=text)
    if not poll.members:
        return nobody(poll, ruling.cite)
    total, missing, others = len(poll.members), _not_asked(poll), _others_asked(poll)
    beside = f"; {others} người khác được gửi không phải ủy viên, không tính" if others else ""
    lack = f"; còn thiếu {', '.join(missing)}" if missing else ""
    text = f"Gửi {total - len(missing)}/{total} ủy viên {poll.body} đương nhiệm{lack}{beside}."
    verdict = awaited(poll.day, poll.on) if missing else Verdict.MET
    counted = replace(judged, expected=f"{total}/{total}", actual=f"{total - len(missing)}/{total}", due=poll.day)
    return replace(counted, verdict=verdict, text=text)


def _not_asked(poll: Poll) -> list[str]:
    asked = poll.ballot.sent_to
    return [] if asked is None else [person.name for person in poll.members if person.id not in asked]


def _others_asked(poll: Poll) -> int:
    return len(set(poll.ballot.sent_to or ()) - {person.id for person in poll.members})
