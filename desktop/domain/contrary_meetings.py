"""What contradicts itself about meetings: who was there, who voted, and the days of what came of it.

`desktop.domain` only.
"""

from collections.abc import Iterator

from desktop.domain.contrary import Contradiction, before, covering, met, trip_words
from desktop.domain.decisions import counted_apart, too_many, voted_absent
from desktop.domain.facts import Facts
from desktop.domain.records import AgendaItem, Meeting, Vote
from desktop.domain.refs import RecordRef
from desktop.domain.rules.meeting_quorum import lacks_quorum
from desktop.domain.sittings import Sitting
from desktop.domain.wording import BODY, day


def of_meeting(facts: Facts, meeting: Meeting) -> Iterator[Contradiction]:
    """Every contradiction the meeting is one side of."""
    yield from _called_off(facts, meeting)
    if meeting.is_off:
        return
    sitting = Sitting(facts, meeting, meeting.start.date())
    yield from _chair(sitting)
    yield from _elsewhere(sitting)
    yield from _present_and_away(sitting)
    yield from _authorised(sitting)
    yield from _deciders(sitting)
    yield from _dates(meeting)
    for item in meeting.agenda:
        yield from _item(sitting, item)
    yield from _same_hour(facts, meeting)


def _called_off(facts: Facts, meeting: Meeting) -> Iterator[Contradiction]:
    if not meeting.is_off:
        return
    done = "đã ký biên bản" if meeting.minutes else ""
    done = done or ("có ghi biểu quyết" if any(item.vote for item in meeting.agenda) else "")
    if done:
        text = f"{_capital(met(meeting))} ghi hoãn nhưng {done}."
        yield Contradiction(subjects=(RecordRef.to(meeting),), text=text, field="cancelled")
    other = facts.meeting(meeting.postponed_to)
    if other is None:
        return
    wrong = "hội nghị ấy của cơ quan khác" if other.body != meeting.body else ""
    wrong = wrong or ("hội nghị ấy cũng hoãn" if other.is_off else "")
    wrong = wrong or before("hội nghị ấy họp", other.start.date(), "ngày hoãn", meeting.start.date())
    if wrong:
        text = f"{_capital(met(meeting))} hoãn, họp thay ngày {day(other.start.date())}, nhưng {wrong}."
        yield Contradiction(subjects=(RecordRef.to(meeting), RecordRef.to(other)), text=text, field="postponed_to")


def _chair(sitting: Sitting) -> Iterator[Contradiction]:
    """The chair, and whoever keeps the minutes, cannot be away."""
    meeting = sitting.meeting
    for field, person, part in (("chair", meeting.chair, "chủ trì"), ("secretary", meeting.secretary, "ghi biên bản")):
        if not person:
            continue
        said = sitting.not_there(person)
        trip = sitting.facts.absence(person, sitting.day) if said and said == sitting.away(person) else None
        if said:
            text = f"{sitting.facts.named(person)} {part} {met(meeting)} nhưng {said}."
            where = (RecordRef.to(trip),) if trip else ()
            yield Contradiction(subjects=(RecordRef.to(meeting), *where), text=text, field=field)


def _elsewhere(sitting: Sitting) -> Iterator[Contradiction]:
    """One person chairs two meetings at the same hours; the earlier is named first."""
    own = sitting.meeting
    for other in sitting.facts.meetings_on(sitting.day):
        if other.id != own.id and own.chair and other.chair == own.chair and _meet(own, other):
            one, two = sorted((own, other), key=lambda each: (each.start, each.id))
            text = f"{sitting.facts.named(own.chair)} chủ trì {met(one)} và {met(two)} cùng giờ."
            yield Contradiction(subjects=(RecordRef.to(one), RecordRef.to(two)), text=text, field="chair")


def _deciders(sitting: Sitting) -> Iterator[Contradiction]:
    """One other body calls a session of the standing committee, not two."""
    meeting = sitting.meeting
    decided, called = meeting.decided_by, meeting.convened_by
    if meeting.body == "btv" and decided and called and len({decided, called, "btv"}) == 3:
        text = f"{_capital(met(meeting))} ghi {BODY[decided]} quyết định nhưng {BODY[called]} triệu tập."
        yield Contradiction(subjects=(RecordRef.to(meeting),), text=text, field="convened_by")


def _present_and_away(sitting: Sitting) -> Iterator[Contradiction]:
    for line in sitting.attendance:
        trips = covering(sitting.facts, line.person, sitting.day, sitting.day) if line.status == "present" else []
        for trip in trips:
            text = f"Điểm danh {met(sitting.meeting)} ghi có mặt nhưng {trip_words(sitting.facts, trip)}."
            subjects = (RecordRef.to(sitting.meeting), RecordRef.to(trip))
            yield Contradiction(subjects=subjects, text=text, field=f"attendance/{line.person}")


def _authorised(sitting: Sitting) -> Iterator[Contradiction]:
    """Nobody stands in for a secretary who sits there."""
    secretary = sitting.facts.secretary(sitting.day)
    if sitting.meeting.chair_authorised is None or secretary is None or sitting.status(secretary.id) != "present":
        return
    text = f"Có ghi ủy quyền chủ trì {met(sitting.meeting)} nhưng điểm danh ghi Bí thư {secretary.name} có mặt."
    yield Contradiction(subjects=(RecordRef.to(sitting.meeting),), text=text, field="chair_authorised")


def _dates(meeting: Meeting) -> Iterator[Contradiction]:
    said = before("ký biên bản", meeting.minutes, "ngày họp", meeting.start.date())
    if said:
        text = f"{_capital(met(meeting))}: {said}."
        yield Contradiction(subjects=(RecordRef.to(meeting),), text=text, field="minutes")


def _item(sitting: Sitting, item: AgendaItem) -> Iterator[Contradiction]:
    here = RecordRef.to(sitting.meeting, item.id)
    said = before("gửi tài liệu", item.documents_sent, "ngày nhận", item.documents_received)
    if said:
        text = f"Mục “{item.title}” của {met(sitting.meeting)}: {said}."
        yield Contradiction(subjects=(here,), text=text, field="documents_sent")
    if item.documents_sent and item.documents_state == "awaited":
        text = f"Mục “{item.title}” của {met(sitting.meeting)}: đã gửi tài liệu nhưng còn ghi là chờ nộp."
        yield Contradiction(subjects=(here,), text=text, field="documents_state")
    for told in of_vote(sitting, item.vote) if item.vote else ():
        text = f"Mục “{item.title}” của {met(sitting.meeting)}: {told}."
        yield Contradiction(subjects=(here,), text=text, field="vote")


def of_vote(sitting: Sitting, vote: Vote) -> Iterator[str]:
    """What other records say against a vote, each in words."""
    yield from filter(None, (_strangers(sitting, vote), _not_there(sitting, vote), too_many(sitting, vote)))
    yield from filter(None, (_two_counts(sitting, vote), _without_quorum(sitting)))


def _strangers(sitting: Sitting, vote: Vote) -> str:
    members = {person.id for person in sitting.members}
    others = [line.person for line in vote.choices if line.person and line.choice and line.person not in members]
    if not others:
        return ""
    names = ", ".join(sitting.facts.named(person) for person in others)
    return f"{names} có biểu quyết nhưng không phải ủy viên {BODY[sitting.meeting.body]} vào ngày họp"


def _not_there(sitting: Sitting, vote: Vote) -> str:
    names = ", ".join(sitting.facts.named(person) for person in voted_absent(sitting, vote))
    return f"{names} có biểu quyết nhưng điểm danh không ghi có mặt" if names else ""


def _two_counts(sitting: Sitting, vote: Vote) -> str:
    named = counted_apart(sitting, vote)
    if named is None or vote.counts is None:
        return ""
    return f"kiểm được {vote.counts.approve} tán thành nhưng ghi tên {named[0]} người tán thành"


def _without_quorum(sitting: Sitting) -> str:
    short = lacks_quorum(sitting)
    return f"có ghi biểu quyết nhưng {short}" if short else ""


def _same_hour(facts: Facts, meeting: Meeting) -> Iterator[Contradiction]:
    """Another meeting of the body goes on at the same time; the earlier of two is named first."""
    for other in facts.meetings_on(meeting.start.date()):
        if other.body == meeting.body and other.id != meeting.id and _meet(meeting, other):
            one, two = sorted((meeting, other), key=lambda each: (each.start, each.id))
            text = f"Hai cuộc họp {BODY[one.body]} ngày {day(one.start.date())} trùng giờ."
            yield Contradiction(subjects=(RecordRef.to(one), RecordRef.to(two)), text=text, field="start")


def _meet(one: Meeting, other: Meeting) -> bool:
    if one.start == other.start:
        return True
    first, later = sorted((one, other), key=lambda each: each.start)
    return first.end is not None and first.start.date() == first.end.date() and later.start < first.end


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
