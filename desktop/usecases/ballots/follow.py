"""What follows a count: differences judged important go to a session, results are reported where the text asks.

Whether differences are important is a human decision: who took it, when and why is kept. Nothing is committed here.
"""

import datetime as dt
from dataclasses import dataclass, replace

from db.store import Store
from desktop import vi
from desktop.domain.ballots import ELECTORATE
from desktop.domain.facts import Facts
from desktop.domain.records import AgendaItem, Ballot, DifferencesJudged, Person
from desktop.domain.refusal import Refusal
from desktop.domain.regulation import Ruling
from desktop.domain.rules import ballot_differences, ballot_reported
from desktop.usecases.ballots import rows as ballots
from desktop.usecases.meetings.session_items import Coming, coming, put_item, session_for, short_name, take_item


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """Where the differences or the result of a ballot go: the rule, the sessions to choose from, the one chosen."""

    ruling: Ruling | None
    sessions: tuple[Coming, ...] = ()
    chosen: str = ""


def differences_to(facts: Facts, ballot: Ballot) -> Ruling | None:
    ruling = facts.ruling(ballot_differences.TO, ballot.sent)
    asked = facts.ruling(ELECTORATE, ballot.sent)
    return ruling if asked is None or ballot.body in asked.words else None


def reports_back(facts: Facts, ballot: Ballot) -> Ruling | None:
    return facts.ruling(ballot_reported.TO.of(ballot.body), ballot.sent)


def referral(facts: Facts, ballot: Ballot, on: dt.date) -> Next:
    """The body asked comes first among those the text names."""
    ruling = differences_to(facts, ballot)
    if ruling is None:
        return Next(ruling=None)
    sessions = sorted(coming(facts, ruling.words, on), key=lambda one: ballot.body != _body(facts, one))
    return Next(ruling=ruling, sessions=_with(facts, sessions, ballot.referred_to), chosen=ballot.referred_to or "")


def _body(facts: Facts, one: Coming) -> str:
    meeting = facts.meeting(one.id)
    return meeting.body if meeting else ""


def _with(facts: Facts, sessions: list[Coming], chosen: str | None) -> tuple[Coming, ...]:
    """The sessions, with the one already chosen though it may be over; the number is that of its item."""
    meeting = facts.meeting(chosen)
    if meeting is None or chosen in {one.id for one in sessions}:
        return tuple(sessions)
    return (Coming(id=meeting.id, words=short_name(meeting), number=len(meeting.agenda)), *sessions)


def report(facts: Facts, ballot: Ballot, on: dt.date) -> Next:
    ruling = reports_back(facts, ballot)
    if ruling is None:
        return Next(ruling=None)
    sessions = coming(facts, [ruling.word], on)
    return Next(ruling=ruling, sessions=_with(facts, sessions, ballot.reported_at), chosen=ballot.reported_at or "")


def item_number(facts: Facts, meeting_id: str | None, title: str) -> int:
    """The place of the item of that title on the agenda; 0 where it is not there."""
    meeting = facts.meeting(meeting_id)
    titles = [item.title for item in meeting.agenda] if meeting else []
    return titles.index(title) + 1 if title in titles else 0


def judges(facts: Facts, ballot: Ballot, on: dt.date) -> tuple[Person, ...]:
    """Those who weigh the differences: the members of Thường trực, and whoever already did."""
    members = facts.members("thuong-truc", on)
    known = facts.person(ballot.differences_judged.by) if ballot.differences_judged else None
    return members if known is None or known in members else (*members, known)


def judge_differences(
    store: Store,
    *,
    facts: Facts,
    ballot: Ballot,
    important: bool,
    by: str | None,
    day: dt.date | None,
    reason: str,
    meeting_id: str = "",
    on: dt.date,
) -> Ballot:
    """Record who judged, when and why; important ones go on the agenda of the session chosen, if one was."""
    ruling = differences_to(facts, ballot)
    if important and ruling is None:
        raise Refusal(
            "Quy chế đang áp dụng không quy định chuyển ý kiến khác nhau ra hội nghị; chỉ ghi ý kiến vào biên bản.",
            field="choice",
        )
    _check_judgement(by, day, reason, important, on)
    judged = DifferencesJudged(by=by, on=day or on, reason=vi.nfc(reason).strip())
    after = replace(ballot, important_differences=important, differences_judged=judged)
    if important and ballot.conclusion:
        after = replace(after, conclusion="")
    if not important and ballot.referred_to:
        _take_back(store, facts, ballot, on)
        after = replace(after, referred_to=None)
    if after != ballot:
        store.put(after, before=ballot)
    if meeting_id and meeting_id != ballot.referred_to:
        return refer(store, facts=facts, ballot=after, meeting_id=meeting_id, on=on)
    return after


def _check_judgement(by: str | None, day: dt.date | None, reason: str, important: bool, on: dt.date) -> None:
    if by is None:
        raise Refusal("Chưa ghi ai xem xét; cần chọn người của Thường trực đã quyết định.", field="by")
    if day is not None and day > on:
        raise Refusal(f"Ngày quyết định {vi.day(day)} chưa đến; cần ngày không sau hôm nay, {vi.day(on)}.", field="on")
    if important and not reason.strip():
        raise Refusal("Chưa ghi lý do đưa ra hội nghị; cần ghi ý kiến khác nhau về điều gì.", field="judged_reason")


def refer(store: Store, *, facts: Facts, ballot: Ballot, meeting_id: str = "", on: dt.date) -> Ballot:
    """Put the matter on the agenda of a session of a body the text names; the nearest one where none is chosen."""
    ruling = differences_to(facts, ballot)
    if ruling is None or not ballot.important_differences:
        raise Refusal("Chưa ghi có ý kiến khác nhau về vấn đề quan trọng nên chưa đưa ra hội nghị.", field="choice")
    bodies = [ballot.body, *ruling.words] if ballot.body in ruling.words else ruling.words
    own = coming(facts, [ballot.body], on) if ballot.body in ruling.words else []
    wanted = meeting_id or (own[0].id if own else "")
    meeting = session_for(facts, bodies, wanted, on, cite=ruling.cite)
    if ballot.referred_to and ballot.referred_to != meeting.id:
        _take_back(store, facts, ballot, on)
    item = AgendaItem(id="", title=ballots.title_of(ballot), matter=ballot.matter, purpose="decision")
    put_item(store, facts=facts, meeting=meeting, item=item, on=on)
    after = replace(ballot, referred_to=meeting.id)
    store.put(after, before=ballot)
    return after


def _take_back(store: Store, facts: Facts, ballot: Ballot, on: dt.date) -> None:
    meeting = facts.meeting(ballot.referred_to)
    if meeting is not None:
        take_item(store, facts=facts, meeting=meeting, title=ballots.title_of(ballot), purpose="decision", on=on)


def report_title(ballot: Ballot) -> str:
    return f"Thông báo kết quả xin ý kiến: {ballots.title_of(ballot)}"


def report_back(store: Store, *, facts: Facts, ballot: Ballot, meeting_id: str = "", on: dt.date) -> Ballot:
    """Put the result on the agenda of the session the text asks it to be told to."""
    ruling = reports_back(facts, ballot)
    if ruling is None:
        raise Refusal("Quy chế đang áp dụng không buộc báo cáo lại kết quả phiếu.", field="meeting")
    meeting = session_for(facts, [ruling.word], meeting_id, on, cite=ruling.cite)
    item = AgendaItem(id="", title=report_title(ballot), matter=ballot.matter, purpose="ballot-report")
    put_item(store, facts=facts, meeting=meeting, item=item, on=on)
    after = replace(ballot, reported_at=meeting.id)
    store.put(after, before=ballot)
    return after
