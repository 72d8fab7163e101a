"""What is written down on the day itself: attendance, votes, discussion, conclusions, the minutes, the end.

Below its quorum a body cannot decide: a vote, or the conclusion of an item to be decided, is refused with the article.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import (
    AgendaItem,
    Attendance,
    AttendanceStatus,
    Choice,
    Counts,
    Meeting,
    Remark,
    Vote,
    VoteMethod,
)
from desktop.domain.refusal import Refusal
from desktop.domain.rules import meeting_minutes
from desktop.usecases.meetings import rows as meetings
from desktop.usecases.meetings.edits import amend, amend_item


def set_attendance(
    store: Store, *, facts: Facts, meeting: Meeting, marks: Mapping[str, AttendanceStatus | None], on: dt.date
) -> Meeting:
    """Mark people; None takes a mark away. Reasons already written are kept for those still excused or absent.

    The votes of who is no longer there go in the same change, and what was counted of more slips than are left:
    whoever makes the change is asked first (`afterwards.question`).
    """
    day = meeting.start.date()
    if day > on:
        raise Refusal(f"Hội nghị họp ngày {vi.day(day)}, chưa đến ngày điểm danh.", field="attendance")
    kept = {mark.person: mark for mark in meeting.attendance if mark.person}
    for person, status in marks.items():
        old = kept.pop(person, None)
        if status is not None:
            reason = old.reason if old and status != "present" else ""
            kept[person] = Attendance(person=person, status=status, reason=reason)
    order = {person.id: rank for rank, person in enumerate(facts.members(meeting.body, day))}
    listed = sorted(kept.values(), key=lambda mark: order.get(mark.person or "", len(order)))
    after = _without_votes_of_absent(facts, replace(meeting, attendance=tuple(listed)))
    return amend(store, facts=facts, meeting=meeting, after=after, on=on)


def _without_votes_of_absent(facts: Facts, meeting: Meeting) -> Meeting:
    here = {person.id for person in meetings.present_members(facts, meeting)}
    return replace(meeting, agenda=tuple(_among(item, here) for item in meeting.agenda))


def _among(item: AgendaItem, here: set[str]) -> AgendaItem:
    """Who is not there has no vote; more slips than are there are to be counted again, since nobody knows whose."""
    vote = item.vote
    if vote is None:
        return item
    if vote.counts and vote.counts.approve + vote.counts.reject + vote.counts.other > len(here):
        vote = replace(vote, counts=None)
    vote = replace(vote, choices=tuple(choice for choice in vote.choices if choice.person in here))
    if vote == item.vote:
        return item
    return replace(item, vote=vote if vote.choices or vote.method == "secret-ballot" else None)


def all_present(store: Store, *, facts: Facts, meeting: Meeting, on: dt.date) -> Meeting:
    """All members but those whose absence on record covers the day: they are excused."""
    day = meeting.start.date()
    marks: dict[str, AttendanceStatus | None] = {
        person.id: "excused" if facts.absence(person.id, day) else "present"
        for person in facts.members(meeting.body, day)
    }
    return set_attendance(store, facts=facts, meeting=meeting, marks=marks, on=on)


def set_reason(store: Store, *, facts: Facts, meeting: Meeting, person: str, reason: str, on: dt.date) -> Meeting:
    """Why a member was not there; only beside a mark of absence."""
    marks = tuple(
        replace(mark, reason=vi.nfc(reason).strip()) if mark.person == person and mark.status != "present" else mark
        for mark in meeting.attendance
    )
    return amend(store, facts=facts, meeting=meeting, after=replace(meeting, attendance=marks), on=on)


def _item(meeting: Meeting, item_id: str) -> AgendaItem:
    item = meetings.item_of(meeting, item_id)
    if item is None:
        raise Refusal("Mục này không còn trong chương trình; cần chọn một mục khác.", field="agenda")
    return item


def refuse_below_quorum(facts: Facts, meeting: Meeting, act: str) -> None:
    """Raise with the article where the body is not numerous enough to decide (rule Q1)."""
    count = meetings.present(facts, meeting)
    if count.needed is None or count.holds:
        return
    if not meeting.attendance:
        raise Refusal(
            f"Chưa điểm danh nên chưa {act} được; cần {count.needed}/{count.members} có mặt.",
            field="attendance",
            cite=count.cite,
        )
    assert count.share is not None
    raise Refusal(
        f"Mới có {count.present}/{count.members} ủy viên dự, chưa {count.share.reached} (cần {count.needed}) "
        f"nên chưa {act} được; có thể hoãn họp.",
        field="attendance",
        cite=count.cite,
    )


def set_vote(
    store: Store,
    *,
    facts: Facts,
    meeting: Meeting,
    item_id: str,
    method: VoteMethod,
    exceptions: Sequence[Choice] = (),
    on: dt.date,
) -> Meeting:
    """All members present approve but for the exceptions; a secret ballot is counted by `set_counts` instead."""
    refuse_below_quorum(facts, meeting, "biểu quyết")
    here = meetings.present_members(facts, meeting)
    by_name = {choice.person: choice for choice in exceptions}
    for person in by_name.keys() - {person.id for person in here}:
        known = facts.person(person)
        raise Refusal(
            f"{known.name if known else person} không có mặt nên không có ý kiến biểu quyết.", field="choices"
        )
    choices = tuple(by_name.get(person.id, Choice(person=person.id, choice="approve")) for person in here)
    vote = Vote(method=method, choices=choices)
    return amend_item(store, facts=facts, meeting=meeting, item=replace(_item(meeting, item_id), vote=vote), on=on)


def set_counts(store: Store, *, facts: Facts, meeting: Meeting, item_id: str, counts: Counts, on: dt.date) -> Meeting:
    """What a secret ballot counted; never more slips than members present."""
    refuse_below_quorum(facts, meeting, "biểu quyết")
    cast, here = counts.approve + counts.reject + counts.other, len(meetings.present_members(facts, meeting))
    if min(counts.approve, counts.reject, counts.other) < 0:
        raise Refusal("Số phiếu không thể âm; cần số từ 0 trở lên.", field="counts")
    if cast > here:
        raise Refusal(f"Đếm được {cast} phiếu mà chỉ có {here} ủy viên dự; cần không quá {here} phiếu.", field="counts")
    vote = Vote(method="secret-ballot", counts=counts)
    return amend_item(store, facts=facts, meeting=meeting, item=replace(_item(meeting, item_id), vote=vote), on=on)


def set_exception(
    store: Store, *, facts: Facts, meeting: Meeting, item_id: str, choice: Choice, on: dt.date
) -> Meeting:
    """Put one member's choice, note and reserved opinion over an open vote; the others keep theirs."""
    item = _item(meeting, item_id)
    old = item.vote.choices if item.vote else ()
    method = item.vote.method if item.vote and item.vote.method != "secret-ballot" else "show-of-hands"
    others = tuple(one for one in meetings.exceptions(old) if one.person != choice.person)
    clean = replace(choice, note=vi.nfc(choice.note).strip())
    return set_vote(
        store, facts=facts, meeting=meeting, item_id=item_id, method=method, exceptions=(*others, clean), on=on
    )


def clear_vote(store: Store, *, facts: Facts, meeting: Meeting, item_id: str, on: dt.date) -> Meeting:
    return amend_item(store, facts=facts, meeting=meeting, item=replace(_item(meeting, item_id), vote=None), on=on)


def set_conclusion(store: Store, *, facts: Facts, meeting: Meeting, item_id: str, text: str, on: dt.date) -> Meeting:
    """What the chair concluded; an item put to decision cannot be concluded below the quorum."""
    item = _item(meeting, item_id)
    if text.strip() and item.purpose == "decision":
        refuse_below_quorum(facts, meeting, "kết luận nội dung cần quyết định")
    after = replace(item, conclusion=vi.nfc(text).strip())
    return amend_item(store, facts=facts, meeting=meeting, item=after, on=on)


def set_discussion(
    store: Store, *, facts: Facts, meeting: Meeting, item_id: str, remarks: Sequence[Remark], on: dt.date
) -> Meeting:
    """Who spoke and what they said, in the order they spoke; lines without text fall away."""
    said = tuple(replace(remark, text=vi.nfc(remark.text).strip()) for remark in remarks if remark.text.strip())
    after = replace(_item(meeting, item_id), discussion=said)
    return amend_item(store, facts=facts, meeting=meeting, item=after, on=on)


def sign_minutes(store: Store, *, facts: Facts, meeting: Meeting, day: dt.date | None, on: dt.date) -> Meeting:
    return amend(store, facts=facts, meeting=meeting, after=replace(meeting, minutes=day), on=on)


def need_no_notice(store: Store, *, facts: Facts, meeting: Meeting, why: str, on: dt.date) -> Meeting:
    """Say why what was directed needs no paper; an empty reason takes it back."""
    return amend(store, facts=facts, meeting=meeting, after=replace(meeting, no_notice=vi.nfc(why).strip()), on=on)


def finish(store: Store, *, facts: Facts, meeting: Meeting, at: dt.datetime, on: dt.date) -> Meeting:
    """Write the hour it ended; a body whose every meeting must be minuted cannot close without them (rule M11)."""
    if meeting.start.date() > at.date():
        raise Refusal(f"Hội nghị họp ngày {vi.day(meeting.start.date())}, chưa đến ngày kết thúc.", field="end")
    ruling = facts.ruling(meeting_minutes.BODIES, meeting.start.date())
    if ruling is not None and meeting.body in ruling.words and meeting.minutes is None:
        raise Refusal(
            f"Cuộc họp của {vi.BODY[meeting.body]} phải có biên bản; cần ghi ngày ký biên bản rồi mới kết thúc.",
            field="minutes",
            cite=ruling.cite,
        )
    if not meeting.attendance:
        raise Refusal("Hội nghị chưa điểm danh; cần ghi người có mặt rồi mới kết thúc.", field="attendance")
    end = at if at.date() <= meetings.last_day(meeting) else meeting.end
    return amend(store, facts=facts, meeting=meeting, after=replace(meeting, end=end), on=on)
