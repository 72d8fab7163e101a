"""What changes a ballot itself: starting one, its form, its questions, closing it, its conclusion.

A ballot the regulation excludes is refused before it is made, with the article and what to do instead. Each function
takes the record as it was read (`ballot`), so that a change made elsewhere meanwhile is never overwritten.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from db.store import Store
from desktop import vi
from desktop.domain.ballots import ELECTORATE, Poll
from desktop.domain.facts import Facts
from desktop.domain.findings import Verdict
from desktop.domain.judging import Outcome
from desktop.domain.records import Ballot, Body, Question
from desktop.domain.refusal import Refusal
from desktop.domain.rules import ballot_differences, ballot_electorate, ballot_ground, ballot_matter, ballot_ordered
from desktop.usecases.ballots import rows as ballots
from desktop.usecases.ballots.follow import report_back, reports_back
from desktop.usecases.base.edits import has_members, not_after, not_before
from desktop.usecases.meetings.session_items import bodies_words, coming


def suggest(facts: Facts, on: dt.date) -> Ballot:
    """A draft as the text would have it: the body it names, sent today, due when the office's own setting says."""
    ruling, ordered = facts.ruling(ELECTORATE, on), facts.ruling(ballot_ordered.BY, on)
    body: Body = facts.standing if ruling is None or "btv" in ruling.words else "bch"
    permanent = bool(ordered and ordered.word == "thuong-truc") and "thuong-truc" in facts.bodies
    directed: Body | None = "thuong-truc" if permanent else None
    return Ballot(id="", body=body, sent=on, due=ballots.due_of(facts, on), directed_by=directed)


def start(store: Store, *, facts: Facts, draft: Ballot, on: dt.date) -> Ballot:
    """Put a new ballot under a new id, unless the regulation in force on the day it is sent excludes it."""
    ballot = replace(draft, id=store.new_id(Ballot), title=vi.nfc(draft.title).strip())
    check(facts, ballot)
    _complete(ballot)
    refuse_excluded(facts, ballot, on)
    store.put(ballot, before=None)
    return ballot


def _complete(ballot: Ballot) -> None:
    """The ground and the matter are chosen, since the regulation is judged by them."""
    if ballot.reason is None:
        raise Refusal("Chưa chọn lý do xin ý kiến bằng phiếu; cần chọn một lý do trong danh sách.", field="reason")
    if ballot.matter is None:
        raise Refusal("Chưa chọn vấn đề xin ý kiến; cần chọn một vấn đề trong danh sách.", field="matter")


def check(facts: Facts, ballot: Ballot) -> None:
    """Refuse what no ballot can be, naming the field."""
    if not ballot.title.strip():
        raise Refusal("Phiếu chưa có tên; cần ghi nội dung xin ý kiến.", field="title")
    has_members(facts, ballot.body, ballot.sent, "body")
    not_before(ballot.due, ballot.sent, "due", "Hạn trả", "ngày gửi")
    not_before(ballot.closed, ballot.sent, "closed", "Ngày chốt", "ngày gửi")


def refuse_excluded(facts: Facts, ballot: Ballot, on: dt.date, *, was: Ballot | None = None) -> None:
    """Raise with the article where the text does not allow asking this in writing; what it was already is let be."""
    poll = Poll(facts, ballot, on)
    before = Poll(facts, was, on) if was else None
    for field, rule in _EXCLUDING.items():
        outcome = rule(poll)
        if outcome is None or outcome.verdict is not Verdict.BREACH:
            continue
        old = rule(before) if before else None
        if old is None or old.verdict is not Verdict.BREACH:
            raise Refusal(_with_way_out(facts, ballot, outcome, field), field=field, cite=outcome.cite)


def _electorate(poll: Poll) -> Outcome | None:
    """Only a body the text does not ask in writing; members not yet asked can still be."""
    return None if poll.provided else ballot_electorate.judge(poll)


_EXCLUDING: dict[str, Callable[[Poll], Outcome | None]] = {
    "body": _electorate,
    "matter": ballot_matter.judge,
    "reason": ballot_ground.judge,
}
"""The rules that keep a ballot from being made, by the field each concerns."""


def _with_way_out(facts: Facts, ballot: Ballot, outcome: Outcome, field: str) -> str:
    """The rule's own sentence, then what to do instead and on which day that can be done."""
    sentence = outcome.text.rstrip(".")
    if "đưa ra hội nghị" not in sentence:
        sentence += f"; cần đưa ra hội nghị {vi.BODY[ballot.body]}"
        if field == "body" and (named := facts.ruling(ELECTORATE, ballot.sent)):
            sentence += f" hoặc lấy ý kiến {bodies_words(named.words)}"
    nearest = next(iter(coming(facts, (ballot.body,), ballot.sent)), None)
    return f"{sentence}. Hội nghị gần nhất đã xếp: {nearest.words}." if nearest else f"{sentence}."


def amend(store: Store, *, facts: Facts, ballot: Ballot, after: Ballot, on: dt.date) -> Ballot:
    """Put the changed record; a change to what the regulation excludes is refused as at the start."""
    if after == ballot:
        return ballot
    check(facts, after)
    refuse_excluded(facts, after, on, was=ballot)
    _members_kept(facts, ballot, after)
    store.put(after, before=ballot)
    return after


def _members_kept(facts: Facts, ballot: Ballot, after: Ballot) -> None:
    """Once papers are back the body cannot change under them."""
    if after.body != ballot.body and any(ballots.is_back(one) for one in ballot.responses):
        raise Refusal(
            f"Đã có phiếu của {vi.BODY[ballot.body]} gửi lại nên không đổi cơ quan được lấy ý kiến.", field="body"
        )
    late = [one for one in ballot.responses if one.returned and one.returned < after.sent]
    if after.sent != ballot.sent and late:
        person = facts.person(late[0].person)
        raise Refusal(
            f"Phiếu của {person.name if person else late[0].person} về trước ngày gửi {vi.day(after.sent)}; "
            "cần sửa ngày về của phiếu trước.",
            field="sent",
        )


def with_questions(ballot: Ballot, texts: Sequence[str]) -> Ballot:
    """The ballot asking these, one a line; a question keeps its id by its place."""
    clean = [vi.nfc(text).strip() for text in texts if text.strip()]
    old = [question.id for question in ballot.questions]
    fresh = (f"q{number}" for number in range(1, len(clean) + len(old) + 1) if f"q{number}" not in old)
    ids = [*old, *fresh]
    return replace(ballot, questions=tuple(Question(id=one, text=text) for one, text in zip(ids, clean, strict=False)))


def ask(store: Store, *, facts: Facts, ballot: Ballot, texts: Sequence[str], on: dt.date) -> Ballot:
    """Change the questions; once papers are back their number stays, since each answer belongs to one."""
    after = with_questions(ballot, texts)
    if len(after.questions) != len(ballot.questions) and any(ballots.is_back(one) for one in ballot.responses):
        raise Refusal(
            f"Đã có phiếu gửi lại với {len(ballot.questions)} câu hỏi nên chỉ sửa được lời, không thêm, bớt câu.",
            field="questions",
        )
    return amend(store, facts=facts, ballot=ballot, after=after, on=on)


def close(store: Store, *, facts: Facts, ballot: Ballot, day: dt.date, on: dt.date) -> Ballot:
    """Count no further papers; where the text asks for a report, it goes on the nearest session's agenda at once."""
    not_after(day, on, "closed", "Ngày chốt")
    after = amend(store, facts=facts, ballot=ballot, after=replace(ballot, closed=day), on=on)
    ruling = reports_back(facts, after)
    if ruling is None or after.reported_at or not coming(facts, [ruling.word], max(on, day)):
        return after
    return report_back(store, facts=facts, ballot=after, meeting_id="", on=on)


def reopen(store: Store, *, facts: Facts, ballot: Ballot, on: dt.date) -> Ballot:
    return amend(store, facts=facts, ballot=ballot, after=replace(ballot, closed=None), on=on)


def set_conclusion(store: Store, *, facts: Facts, ballot: Ballot, text: str, on: dt.date) -> Ballot:
    """What the ballot came to; refused while it cannot be issued as a session's resolution would be."""
    clean = vi.nfc(text).strip()
    if clean:
        refuse_unissuable(facts, ballot, on, "ghi kết luận")
    return amend(store, facts=facts, ballot=ballot, after=replace(ballot, conclusion=clean), on=on)


def refuse_unissuable(facts: Facts, ballot: Ballot, on: dt.date, act: str = "ban hành") -> None:
    """Raise where its result cannot be issued: still open, or differences that a session has to settle."""
    if ballot.important_differences:
        ruling = facts.ruling(ballot_differences.TO, ballot.sent)
        to = bodies_words(ruling.words) if ruling else vi.BODY[ballot.body]
        raise Refusal(
            f"Có ý kiến khác nhau về vấn đề quan trọng nên chưa {act} được theo phiếu; hội nghị {to} kết luận.",
            field="conclusion",
            cite=ruling.cite if ruling else None,
        )
    if ballot.closed is None:
        raise Refusal(f"Chưa chốt kiểm phiếu nên chưa {act} được; cần chốt kiểm phiếu trước.", field="conclusion")


def remove(store: Store, *, facts: Facts, ballot: Ballot, on: dt.date) -> None:
    """Take a ballot off the list while nobody has answered."""
    if any(ballots.is_back(one) for one in ballot.responses):
        raise Refusal(
            "Đã có phiếu gửi lại nên không xóa được lần xin ý kiến; muốn dừng thì chốt kiểm phiếu.", field="title"
        )
    store.remove(Ballot, ballot.id, before=ballot)
