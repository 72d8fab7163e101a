"""What the forms of a meeting are made of: the meeting, an item of its agenda, or either. May import domain."""

from dataclasses import dataclass

from desktop.domain.facts import Facts
from desktop.domain.records import AgendaItem, Body, Meeting
from desktop.domain.refs import RecordRef
from desktop.domain.refusal import Refusal
from desktop.domain.sittings import is_session
from desktop.papers.forms.base.form import RecordKind, named
from desktop.papers.forms.base.writing import Writing


@dataclass(frozen=True, slots=True)
class Items:
    """The items of a meeting a paper is on: all where it is `whole`, else the one that was named."""

    meeting: Meeting
    items: tuple[AgendaItem, ...]
    whole: bool


def read(_facts: Facts, typed: str) -> RecordRef:
    return RecordRef.of(Meeting, typed)


def _held(writing: Writing, ident: str) -> Meeting:
    """Raises Refusal where there is no such meeting, or it is not held."""
    meeting = named(writing.facts, Meeting, ident, "hội nghị")
    if meeting.is_off:
        name = meeting.title or f"Hội nghị {ident}"
        raise Refusal(f"{name} đã hoãn hoặc hủy; không in được giấy tờ của hội nghị này.", field="record")
    return meeting


def _item(writing: Writing, ref: RecordRef) -> tuple[Meeting, AgendaItem]:
    meeting, wanted = _held(writing, ref.id), ref.part or ""
    item = next((each for each in meeting.agenda if each.id == wanted), None)
    if item is None:
        known = ", ".join(each.id for each in meeting.agenda) or "chưa có mục nào"
        raise Refusal(f"Hội nghị '{ref.id}' không có mục '{wanted}' (các mục: {known})", field="record")
    return meeting, item


def items(writing: Writing, ref: RecordRef) -> Items:
    if ref.part is None:
        meeting = _held(writing, ref.id)
        return Items(meeting, meeting.agenda, whole=True)
    meeting, item = _item(writing, ref)
    return Items(meeting, (item,), whole=False)


def session_of(writing: Writing, ref: RecordRef, body: Body) -> Meeting:
    """Raises Refusal where the meeting is not a session of that body."""
    meeting = named(writing.facts, Meeting, ref.rest, "hội nghị")
    if meeting.body != body or not is_session(meeting):
        raise Refusal(f"'{ref.rest}' không phải hội nghị {writing.names.body(body)}", field="record")
    return meeting


def every(_meeting: Meeting) -> bool:
    return True


MEETING = RecordKind(
    name="meeting",
    takes="mã hội nghị",
    read=read,
    open=lambda writing, ref: _held(writing, ref.rest),
    fits=every,
)
ITEM = RecordKind(name="item", takes=f"{MEETING.takes} và mục, viết HỘI-NGHỊ/MỤC", read=read, open=_item)
EITHER = RecordKind(name="meeting+item", takes=f"{MEETING.takes} hoặc {ITEM.takes}", read=read, open=items, fits=every)
