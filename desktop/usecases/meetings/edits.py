"""What changes a meeting before and around its day: planning, agenda, papers, invitations, guests, moving, postponing.

Each function takes the record as it was read (`meeting`), refuses what cannot be, and puts the changed record with it,
so that a change made elsewhere meanwhile is never overwritten. Nothing is committed here.
"""

import datetime as dt
from dataclasses import replace

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import AgendaItem, Guest, Meeting
from desktop.domain.refusal import Refusal
from desktop.domain.sound import outside
from desktop.usecases.meetings import rows as meetings


def _past(day: dt.date | None, on: dt.date, field: str, name: str) -> None:
    if day is not None and day > on:
        raise Refusal(f"{name} {vi.day(day)} chưa đến; cần ngày không sau hôm nay, {vi.day(on)}.", field=field)


def _no_item_twice(meeting: Meeting) -> None:
    ids = [item.id for item in meeting.agenda]
    if len(set(ids)) < len(ids):
        raise Refusal("Hai mục chương trình trùng mã; cần mỗi mục một mã.", field="agenda")


def _check_times(meeting: Meeting) -> None:
    if meeting.end is not None and meeting.end.date() < meeting.start.date():
        told = f"Ngày kết thúc {vi.day(meeting.end)} trước ngày họp {vi.day(meeting.start)}"
        raise Refusal(f"{told}; cần ngày họp hoặc sau đó.", field="last_day")
    if meeting.end is not None and meeting.end <= meeting.start:
        raise Refusal(
            f"Giờ kết thúc {vi.clock(meeting.end)} không sau giờ bắt đầu {vi.clock(meeting.start)}; "
            "cần giờ kết thúc sau giờ bắt đầu.",
            field="end",
        )


def check_item(item: AgendaItem, meeting: Meeting, on: dt.date) -> None:
    """Refuse an item without a title, or with a day that has not come."""
    if not item.title.strip():
        raise Refusal("Mục chương trình chưa có nội dung; cần ghi nội dung của mục.", field="title")
    _past(item.documents_received, on, "documents_received", "Ngày nhận tài liệu")
    _past(item.documents_sent, on, "documents_sent", "Ngày gửi tài liệu")


def check_meeting(facts: Facts, meeting: Meeting, on: dt.date) -> None:
    """Refuse what no meeting can be, naming the field; rules of the regulation are judged beside it, not here."""
    _check_times(meeting)
    if not meeting.title.strip():
        raise Refusal("Hội nghị chưa có tên; cần ghi tên hội nghị.", field="title")
    if not facts.members(meeting.body, meeting.start.date()):
        raise Refusal(
            f"{vi.BODY[meeting.body]} chưa có thành viên nào vào ngày {vi.day(meeting.start.date())}; "
            "cần nhập thành viên trong Danh mục trước.",
            field="body",
        )
    _past(meeting.invitations_sent, on, "invitations_sent", "Ngày gửi giấy mời")
    _past(meeting.minutes, on, "minutes", "Ngày ký biên bản")
    if meeting.minutes is not None and meeting.minutes < meeting.start.date():
        raise Refusal(
            f"Ngày ký biên bản {vi.day(meeting.minutes)} trước ngày họp {vi.day(meeting.start.date())}; "
            "cần ngày họp hoặc sau đó.",
            field="minutes",
        )
    for item in outside(meeting):
        told = f"Mục “{item.title}” xếp vào ngày {vi.day(item.day or meeting.start)}, ngoài các ngày họp"
        raise Refusal(f"{told}; cần một ngày họp.", field="day")
    _no_item_twice(meeting)
    for item in meeting.agenda:
        check_item(item, meeting, on)


def plan(store: Store, *, facts: Facts, draft: Meeting, on: dt.date) -> Meeting:
    """Put a new meeting under a new id; a rule it would break is a verdict beside it, not a refusal."""
    meeting = replace(
        draft, id=store.new_id(Meeting), title=vi.nfc(draft.title).strip(), place=vi.nfc(draft.place).strip()
    )
    check_meeting(facts, meeting, on)
    store.put(meeting, before=None)
    return meeting


def amend(store: Store, *, facts: Facts, meeting: Meeting, after: Meeting, on: dt.date) -> Meeting:
    """Put the changed record; whatever fields changed, the same checks hold."""
    if after == meeting:
        return meeting
    check_meeting(facts, after, on)
    store.put(after, before=meeting)
    return after


# The agenda


def _new_item_id(meeting: Meeting) -> str:
    numbers = [int(item.id[1:]) for item in meeting.agenda if item.id[:1] == "a" and item.id[1:].isdecimal()]
    return f"a{max(numbers, default=0) + 1}"


def add_item(store: Store, *, facts: Facts, meeting: Meeting, item: AgendaItem, on: dt.date) -> Meeting:
    """Append an item under a new id; `unscheduled` items need the body that approved them (judged, not refused)."""
    new = replace(item, id=_new_item_id(meeting), title=vi.nfc(item.title).strip())
    return amend(store, facts=facts, meeting=meeting, after=replace(meeting, agenda=(*meeting.agenda, new)), on=on)


def with_item(meeting: Meeting, item: AgendaItem) -> Meeting:
    """The meeting with one item replaced by the item of the same id."""
    return replace(meeting, agenda=tuple(item if old.id == item.id else old for old in meeting.agenda))


def amend_item(store: Store, *, facts: Facts, meeting: Meeting, item: AgendaItem, on: dt.date) -> Meeting:
    return amend(store, facts=facts, meeting=meeting, after=with_item(meeting, item), on=on)


def move_item(store: Store, *, facts: Facts, meeting: Meeting, item_id: str, by: int, on: dt.date) -> Meeting:
    """Move an item up (-1) or down (+1); at either end nothing changes."""
    items = list(meeting.agenda)
    old = next(index for index, item in enumerate(items) if item.id == item_id)
    new = min(max(old + by, 0), len(items) - 1)
    items.insert(new, items.pop(old))
    return amend(store, facts=facts, meeting=meeting, after=replace(meeting, agenda=tuple(items)), on=on)


def remove_item(store: Store, *, facts: Facts, meeting: Meeting, item_id: str, on: dt.date) -> Meeting:
    """Take an item off the agenda; one already voted on or concluded stays."""
    item = _item(meeting, item_id)
    if item.vote is not None or item.conclusion:
        raise Refusal(f"Mục “{item.title}” đã biểu quyết hoặc đã kết luận nên không bỏ được.", field="agenda")
    left = tuple(other for other in meeting.agenda if other.id != item_id)
    return amend(store, facts=facts, meeting=meeting, after=replace(meeting, agenda=left), on=on)


def _item(meeting: Meeting, item_id: str) -> AgendaItem:
    item = meetings.item_of(meeting, item_id)
    if item is None:
        raise Refusal("Mục này không còn trong chương trình; cần chọn một mục khác.", field="agenda")
    return item


# Papers and invitations


def receive_papers(store: Store, *, facts: Facts, meeting: Meeting, item_id: str, day: dt.date, on: dt.date) -> Meeting:
    """The unit's papers came in; those handed in again after a return count from the new day."""
    item = replace(_item(meeting, item_id), documents_received=day, documents_state="received")
    return amend_item(store, facts=facts, meeting=meeting, item=item, on=on)


def return_papers(store: Store, *, facts: Facts, meeting: Meeting, item_id: str, note: str, on: dt.date) -> Meeting:
    """Appraisal gave them back; what is to be mended must be said."""
    item = _item(meeting, item_id)
    if item.documents_received is None:
        raise Refusal("Tài liệu chưa nhận nên chưa trả lại được; cần ghi ngày nhận trước.", field="documents_state")
    if not note.strip():
        raise Refusal("Trả lại tài liệu cần ghi rõ phải bổ sung, sửa gì.", field="documents_note")
    after = replace(item, documents_state="returned", documents_note=vi.nfc(note).strip())
    return amend_item(store, facts=facts, meeting=meeting, item=after, on=on)


def accept_papers(store: Store, *, facts: Facts, meeting: Meeting, item_id: str, on: dt.date) -> Meeting:
    """Appraisal found them in order."""
    item = _item(meeting, item_id)
    if item.documents_received is None or item.documents_state == "returned":
        raise Refusal(
            "Tài liệu chưa nhận nên chưa thẩm định xong được; cần ghi ngày nhận trước.", field="documents_state"
        )
    return amend_item(store, facts=facts, meeting=meeting, item=replace(item, documents_state="accepted"), on=on)


def mark_papers_sent(
    store: Store, *, facts: Facts, meeting: Meeting, item_ids: frozenset[str], day: dt.date, on: dt.date
) -> Meeting:
    """The papers of these items went out to the members on that day."""
    agenda = tuple(replace(item, documents_sent=day) if item.id in item_ids else item for item in meeting.agenda)
    return amend(store, facts=facts, meeting=meeting, after=replace(meeting, agenda=agenda), on=on)


def mark_all_sent(store: Store, *, facts: Facts, meeting: Meeting, on: dt.date) -> Meeting:
    """The invitations went out today, and with them the papers of every item that are in hand and not yet sent."""
    agenda = tuple(replace(item, documents_sent=on) if _in_hand(item) else item for item in meeting.agenda)
    return amend(store, facts=facts, meeting=meeting, after=replace(meeting, invitations_sent=on, agenda=agenda), on=on)


def _in_hand(item: AgendaItem) -> bool:
    return item.documents_received is not None and item.documents_state != "returned" and item.documents_sent is None


# Guests


def add_guest(store: Store, *, facts: Facts, meeting: Meeting, guest: Guest, on: dt.date) -> Meeting:
    clean = replace(guest, name=vi.nfc(guest.name).strip())
    if not (clean.person or clean.unit or clean.name):
        raise Refusal("Khách mời chưa có tên; cần chọn người, đơn vị hoặc ghi tên.", field="guests")
    if clean in meeting.guests or (clean.person and clean.person in {old.person for old in meeting.guests}):
        raise Refusal("Khách mời này đã có trong danh sách.", field="guests")
    return amend(store, facts=facts, meeting=meeting, after=replace(meeting, guests=(*meeting.guests, clean)), on=on)


def remove_guest(store: Store, *, facts: Facts, meeting: Meeting, guest: Guest, on: dt.date) -> Meeting:
    left = tuple(other for other in meeting.guests if other != guest)
    return amend(store, facts=facts, meeting=meeting, after=replace(meeting, guests=left), on=on)


def invite_inspectors(store: Store, *, facts: Facts, meeting: Meeting, on: dt.date) -> Meeting:
    """Add every inspection member outside the committee whom the regulation asks to be invited."""
    missing = meetings.missing_inspectors(facts, meeting)
    added = tuple(Guest(person=person.id) for person in missing)
    return amend(store, facts=facts, meeting=meeting, after=replace(meeting, guests=meeting.guests + added), on=on)


# Moving and postponing


def _not_held(meeting: Meeting, act: str) -> None:
    if meeting.minutes or any(mark.status == "present" for mark in meeting.attendance):
        raise Refusal(f"Hội nghị đã điểm danh hoặc đã ký biên bản nên không {act} được.", field="start")


def moved(meeting: Meeting, start: dt.datetime) -> Meeting:
    """The meeting at another time, as long as before; invitations that named the old day are no longer sent."""
    shift = start - meeting.start
    days = start.date() - meeting.start.date()
    items = tuple(
        replace(item, day=item.day + days if item.day else None, time=_shifted(item.time, shift))
        for item in meeting.agenda
    )
    return replace(
        meeting,
        start=start,
        end=meeting.end + shift if meeting.end else None,
        agenda=items,
        invitations_sent=None if days else meeting.invitations_sent,
    )


def _shifted(time: dt.time | None, shift: dt.timedelta) -> dt.time | None:
    return (dt.datetime.combine(dt.date(2000, 1, 2), time) + shift).time() if time else None


def move(store: Store, *, facts: Facts, meeting: Meeting, start: dt.datetime, on: dt.date) -> Meeting:
    """Refused once attendance was taken; what follows from the move is told by `meeting_moves.consequences` before."""
    _not_held(meeting, "dời ngày")
    return amend(store, facts=facts, meeting=meeting, after=moved(meeting, start), on=on)


def postpone(store: Store, *, facts: Facts, meeting: Meeting, reason: str, on: dt.date) -> Meeting:
    """It keeps its record and its attendance: too few coming is the commonest reason to postpone."""
    if meeting.minutes or any(item.vote or item.conclusion for item in meeting.agenda):
        raise Refusal("Hội nghị đã biểu quyết, kết luận hoặc ký biên bản nên không hoãn được.", field="start")
    after = replace(meeting, cancelled=True, reason=vi.nfc(reason).strip() or meeting.reason)
    return amend(store, facts=facts, meeting=meeting, after=after, on=on)


def resume(store: Store, *, facts: Facts, meeting: Meeting, on: dt.date) -> Meeting:
    after = replace(meeting, cancelled=False, postponed_to=None)
    return amend(store, facts=facts, meeting=meeting, after=after, on=on)


def hold_instead(store: Store, *, facts: Facts, meeting: Meeting, other: str | None, on: dt.date) -> Meeting:
    """Say which meeting took the place of one called off, or that none did."""
    if not meeting.is_off:
        raise Refusal("Hội nghị chưa hoãn nên không có hội nghị họp thay.", field="postponed_to")
    if other is not None and other not in {one.id for one in meetings.stand_ins(facts, meeting)}:
        raise Refusal(
            "Hội nghị họp thay cần là một hội nghị của cùng cơ quan, họp sau và không hoãn.", field="postponed_to"
        )
    return amend(store, facts=facts, meeting=meeting, after=replace(meeting, postponed_to=other), on=on)
