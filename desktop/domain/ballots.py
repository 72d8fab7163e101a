"""Rules on asking opinions in writing: whom, on what ground, on whose word, on what matter, and what came of it.

`desktop.domain` only. A ballot of a body the text does not ask in writing is judged by that alone: the rest of the
article speaks of the bodies it names. Members are those in office on the day it was sent; silence is never approval.
An answer without the day it came back, or that another record contradicts, may be one or not: nothing rests on it.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Verdict
from desktop.domain.judging import (
    CONTRARY,
    Outcome,
    article,
    awaited,
    doubted,
    majority_share,
    more_than,
    share_words,
)
from desktop.domain.nearest import Errand, bodies_words, brought, outstanding, session_named
from desktop.domain.records import Ballot, BallotReason, Opinion, Person, Response
from desktop.domain.regulation import Ruling
from desktop.domain.terms import MATTER, matters, of_cadres, unfilled
from desktop.domain.wording import BODY, day, distance_said

_REASON: dict[BallotReason, str] = {
    "not-complex": "nội dung không phức tạp",
    "no-meeting-possible": "không tổ chức họp được",
}


@dataclass(frozen=True)
class Poll:
    """A ballot as of a day."""

    facts: Facts
    ballot: Ballot
    on: dt.date

    @property
    def day(self) -> dt.date:
        return self.ballot.sent

    @cached_property
    def electorate(self) -> Ruling | None:
        return self.facts.ruling("ballot.electorate.bodies", self.day)

    @property
    def provided(self) -> bool:
        """Whether the text does not rule out asking this body in writing."""
        return self.electorate is None or self.ballot.body in self.electorate.words

    def ruling(self, key: str) -> Ruling | None:
        return self.facts.ruling(key, self.day) if self.provided else None

    @property
    def members(self) -> tuple[Person, ...]:
        return self.facts.members(self.ballot.body, self.day)

    @property
    def body(self) -> str:
        return BODY[self.ballot.body]

    @property
    def is_closed(self) -> bool:
        return self.ballot.closed is not None and self.ballot.closed <= self.on

    @property
    def ended(self) -> dt.date:
        """The day after which its result can be brought to a session."""
        return self.ballot.closed or self.ballot.due or self.ballot.sent

    @property
    def told_since(self) -> dt.date:
        """The first day on which there can be a result to tell."""
        return self.ballot.closed or self.ballot.sent


def electorate(poll: Poll) -> Outcome | None:
    """The body is one the text asks in writing, and every member in office of it is asked."""
    ruling = poll.electorate
    if ruling is None:
        return None
    judged = Outcome(verdict=Verdict.MET, cite=ruling.cite, text="")
    if not poll.provided:
        asked = bodies_words(ruling.words)
        text = f"Phiếu xin ý kiến {poll.body}; {article(ruling.cite)} chỉ cho lấy ý kiến {asked} bằng văn bản."
        return replace(judged, verdict=Verdict.BREACH, text=text)
    if not poll.members:
        return _nobody(poll, ruling.cite)
    total, missing, others = len(poll.members), _not_asked(poll), _others_asked(poll)
    beside = f"; {others} người khác được gửi không phải ủy viên, không tính" if others else ""
    lack = f"; còn thiếu {', '.join(missing)}" if missing else ""
    text = f"Gửi {total - len(missing)}/{total} ủy viên {poll.body} đương nhiệm{lack}{beside}."
    verdict = awaited(poll.day, poll.on) if missing else Verdict.MET
    counted = replace(judged, expected=f"{total}/{total}", actual=f"{total - len(missing)}/{total}", due=poll.day)
    return replace(counted, verdict=verdict, text=text)


def _nobody(poll: Poll, cite: Cite) -> Outcome:
    text = f"Không có ủy viên {poll.body} nào đương nhiệm để tính."
    return Outcome(verdict=Verdict.UNKNOWN, cite=cite, text=text)


def _not_asked(poll: Poll) -> list[str]:
    asked = poll.ballot.sent_to
    return [] if asked is None else [person.name for person in poll.members if person.id not in asked]


def _others_asked(poll: Poll) -> int:
    return len(set(poll.ballot.sent_to or ()) - {person.id for person in poll.members})


def ground(poll: Poll) -> Outcome | None:
    """Opinions are asked in writing only for a reason the text has."""
    ruling = poll.ruling(f"ballot.ground.{poll.ballot.body}.reasons")
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


def ordered(poll: Poll) -> Outcome | None:
    """The body the text names tells the office to send it."""
    ruling = poll.ruling("ballot.ordered.by")
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


def matter(poll: Poll) -> Outcome | None:
    """The matter is not one the text keeps for a session; where it lists what may be asked, it is one of those."""
    excluded, allowed = poll.ruling("ballot.matter.excluded"), poll.ruling(f"ballot.matter.{poll.ballot.body}.allowed")
    ruling = allowed or excluded
    if ruling is None:
        return _special(poll)
    where = article(ruling.cite)
    limit = f"{where} chỉ cho {matters(ruling.words)}" if allowed else f"{where} trừ {matters(ruling.words)}"
    if poll.ballot.matter is None:
        return Outcome(verdict=Verdict.UNCLEAR, cite=ruling.cite, text=f"{unfilled('matter')}; {limit}.")
    word = MATTER[poll.ballot.matter]
    if excluded and not allowed and of_cadres(poll.ballot.matter, excluded.words):
        text = f"{word} lấy ý kiến bằng văn bản; {limit}, chưa nêu rõ việc này có phải là công tác cán bộ hay không."
        return Outcome(verdict=Verdict.UNCLEAR, cite=ruling.cite, text=text)
    if (poll.ballot.matter in ruling.words) == bool(allowed):
        text = f"{word} được lấy ý kiến bằng văn bản; {limit}."
        return Outcome(verdict=Verdict.MET, cite=ruling.cite, text=text)
    text = f"{word} lấy ý kiến bằng văn bản; {limit}; phải đưa ra hội nghị {poll.body}."
    return Outcome(verdict=Verdict.BREACH, cite=ruling.cite, text=text)


def _special(poll: Poll) -> Outcome | None:
    """Where the text only sets aside what has rules of its own, such a matter is to be looked up there."""
    ruling, of_own = poll.ruling("ballot.matter.special_rules"), poll.ruling("ballot.matter.special_matters")
    named = poll.ballot.matter
    if ruling is None or not ruling.value or of_own is None or named is None:
        return None
    if named not in of_own.words and not of_cadres(named, of_own.words):
        return None
    word = MATTER[named]
    text = (
        f"{word} lấy ý kiến bằng văn bản; {article(ruling.cite)} không loại việc này nhưng trừ những vấn đề "
        "có quy định riêng. Đối chiếu quy định về công tác cán bộ: nếu phải họp thì đưa ra hội nghị."
    )
    return Outcome(verdict=Verdict.UNCLEAR, cite=ruling.cite, text=text)


def majority(poll: Poll) -> Outcome | None:
    """Over the share of all members in office approve; open, it may still come to that, closed or overdue not."""
    rule = majority_share(poll.facts, "ballot.majority.share", poll.day) if poll.provided else None
    if rule is None:
        return None
    share, cite = rule
    if not poll.members:
        return _nobody(poll, cite)
    total, needed = len(poll.members), more_than(share, len(poll.members))
    count = least_approved(poll)
    approve = count["approve"]
    fact = f"{_question(poll)}{approve}/{total} ủy viên tán thành, cần {needed}/{total} (trên {share_words(share)})"
    rest = _rest(poll, count)
    judged = Outcome(
        verdict=Verdict.MET, cite=cite, text=f"{fact}{rest}.", expected=f"{needed}/{total}", actual=f"{approve}/{total}"
    )
    if approve >= needed:
        return doubted(judged, _closed_before(poll))
    perhaps = _least(poll, [*_answers(poll), *_doubtful(poll)])["approve"]
    if perhaps >= needed:
        why = ", ".join(sorted({_doubt(poll, line) for line in _doubtful(poll)}))
        text = f"{fact}; còn {perhaps - approve} phiếu tán thành {why}, chưa tính được{rest}."
        return replace(judged, verdict=Verdict.UNCLEAR, text=text)
    return _short(poll, judged, f"{fact}, thiếu {needed - approve}{rest}")


def _closed_before(poll: Poll) -> str:
    closed = poll.ballot.closed
    if closed is None or closed >= poll.day:
        return ""
    return f"ghi chốt {day(closed)}, trước ngày gửi {day(poll.day)}, {CONTRARY}"


def _question(poll: Poll) -> str:
    asked = len(poll.ballot.questions)
    return f"Câu được ít tán thành nhất trong {asked} câu: " if asked > 1 else ""


def _short(poll: Poll, judged: Outcome, fact: str) -> Outcome:
    """Not yet carried: awaited until the day for answers, which is the office's where the ballot bears none."""
    last, by_office = _last_day(poll)
    if poll.is_closed:
        text = f"{fact}; đã chốt {day(poll.ended)}."
        return replace(judged, verdict=Verdict.BREACH, text=text)
    if last is None:
        return replace(judged, verdict=Verdict.DUE, text=f"{fact}; chưa đặt hạn trả lời.")
    note = " theo quy ước của đơn vị" if by_office else ""
    text = f"{fact}; hạn trả lời {day(last)}{note}, {distance_said(last, poll.on)}."
    cite = replace(judged.cite, office=True) if by_office else judged.cite
    return replace(judged, verdict=awaited(last, poll.on), cite=cite, text=text, due=last)


def _last_day(poll: Poll) -> tuple[dt.date | None, bool]:
    days = poll.facts.setting("ballot.days", poll.day)
    if poll.ballot.due or not isinstance(days, int):
        return poll.ballot.due, False
    return poll.day + dt.timedelta(days=days), True


def least_approved(poll: Poll) -> Counter[str]:
    """How the members answered, on the question that fewest approved: each once, by the last valid paper in time."""
    return _least(poll, _answers(poll))


def _least(poll: Poll, answers: Sequence[Response]) -> Counter[str]:
    questions: list[str | None] = [question.id for question in poll.ballot.questions] or [None]
    counts = [Counter[str](_choice(answer, question) or "silent" for answer in answers) for question in questions]
    return min(counts, key=lambda count: count["approve"])


def _answers(poll: Poll) -> list[Response]:
    """One answer of each member: the last that came back, wherever it stands in the list."""
    return list(_last_of_each(line for line in _valid(poll) if line.returned and not _doubt(poll, line)).values())


def _doubtful(poll: Poll) -> list[Response]:
    """An answer of each member of whom no other counts, that may be one."""
    counted = {line.person for line in _answers(poll)}
    doubtful = (line for line in _valid(poll) if line.person not in counted and _doubt(poll, line))
    return list(_last_of_each(doubtful).values())


def _last_of_each(lines: Iterable[Response]) -> dict[str | None, Response]:
    order = sorted(lines, key=lambda line: (line.returned or dt.date.min, line.choice or ""))
    return {line.person: line for line in order}


def _valid(poll: Poll) -> list[Response]:
    """The members' papers that are not void, and not known to have come after the count or to be still to come."""
    members = {person.id for person in poll.members}
    closed = poll.ballot.closed if poll.ballot.closed and poll.ballot.closed >= poll.day else None
    end = min(poll.on, closed) if closed else poll.on
    return [
        line
        for line in poll.ballot.responses
        if line.valid and line.person in members and (line.returned is None or line.returned <= end)
    ]


def _doubt(poll: Poll, line: Response) -> str:
    """Why it cannot be told whether a paper is an answer; empty of one that is."""
    if line.returned is None:
        return "chưa ghi ngày trả"
    if line.returned < poll.day:
        return f"ghi ngày trả trước ngày gửi {day(poll.day)}"
    if poll.ballot.sent_to is not None and line.person not in poll.ballot.sent_to:
        return "của người không có tên trong danh sách gửi"
    return ""


def _choice(answer: Response, question: str | None) -> Opinion | None:
    if question is not None and answer.questions:
        return answer.questions.get(question)
    return answer.choice


def _rest(poll: Poll, count: Counter[str]) -> str:
    """`; không tán thành 1, ý kiến khác 3, chưa có trả lời hợp lệ 2`."""
    silent = len(poll.members) - sum(count[choice] for choice in ("approve", "reject", "other"))
    said = (("không tán thành", count["reject"]), ("ý kiến khác", count["other"]), ("chưa có trả lời hợp lệ", silent))
    words = ", ".join(f"{word} {number}" for word, number in said if number)
    return f"; {words}" if words else ""


def differences(poll: Poll) -> Outcome | None:
    """Differences judged important go to a session of a body the text names, carried or not."""
    ruling = poll.ruling("ballot.differences.to")
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


def reported(poll: Poll) -> Outcome | None:
    """The result is told to the body's nearest session after the ballot ended."""
    ruling = poll.ruling(f"ballot.reported.{poll.ballot.body}.to")
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
