"""Form 1: Giấy mời họp, one for all or one for each invitee. May import domain, vi, papers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop import vi
from desktop.domain.records import AgendaItem, Guest, Meeting
from desktop.domain.refusal import Refusal
from desktop.domain.reserved import open_items
from desktop.papers.forms.base.form import Form
from desktop.papers.forms.base.words import (
    bare,
    comrade,
    guest_words,
    item_lines,
    listed,
    lowered,
    meeting_name,
    post_of,
    time_of,
)
from desktop.papers.forms.base.writing import Writing
from desktop.papers.forms.meetings.made_of import MEETING
from desktop.papers.paper import Block, Paper, Run, bold, heading, para


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitee:
    """Someone to invite. `key` is the person's or the unit's id, or the name of a guest who has neither."""

    key: str
    name: str
    member: bool
    away: str = ""


def invitees(writing: Writing, meeting: Meeting) -> list[Invitee]:
    """The members of the meeting's body that day, then its guests."""
    day = meeting.start.date()
    members = writing.facts.members(meeting.body, day)
    rows = [
        Invitee(key=each.id, name=each.name, member=True, away=_away(writing, each.id, meeting)) for each in members
    ]
    guests = [
        Invitee(key=guest_key(guest), name=_guest_name(writing, guest), member=False)
        for guest in meeting.guests
        if guest.person not in {row.key for row in rows}
    ]
    return rows + guests


def guest_key(guest: Guest) -> str:
    return guest.person or guest.unit or guest.name


def for_all(writing: Writing, meeting: Meeting) -> Paper:
    opening = f"{_inviter(writing, meeting)} các đồng chí {writing.members_of(meeting.body)}"
    guests = " và các đồng chí khách mời" if meeting.guests else ""
    first = para(f"{opening}{guests} {attending(writing, meeting)}.")
    items = open_items(meeting) if meeting.guests else meeting.agenda
    middle = (*_contents(writing, meeting, items), *_everyone(writing, meeting))
    return _paper(writing, meeting, (first, *middle, *_ending(writing, meeting, "các đồng chí")))


def for_each(writing: Writing, meeting: Meeting, keys: Sequence[str]) -> list[Paper]:
    """A paper for each key, all with the same text but the line that names the invitee.

    What stays among the members is on their own papers only. Raises Refusal where a key is neither a member's nor a
    guest's.
    """
    whole, open_ = (
        _paper(
            writing,
            meeting,
            (
                *_contents(writing, meeting, items),
                _participants(writing, meeting),
                *_ending(writing, meeting, "đồng chí"),
            ),
        )
        for items in (meeting.agenda, open_items(meeting))
    )
    opening = f"{_inviter(writing, meeting)} "
    closing = f", {attending(writing, meeting)}."
    papers = []
    for key in keys:
        first = para(opening, *_named(writing, meeting, key), closing)
        member = writing.facts.holds(key, meeting.body, meeting.start.date())
        papers.append(_with_first(whole if member else open_, first))
    return papers


def _with_first(paper: Paper, first: Block) -> Paper:
    return replace(paper, blocks=(first, *paper.blocks))


def _paper(writing: Writing, meeting: Meeting, blocks: tuple[Block, ...]) -> Paper:
    document = writing.document("GM", meeting)
    issued = writing.day(document, meeting.invitations_sent)
    day = issued or writing.on
    pack = writing.pack(day)
    return Paper(
        pack=pack,
        slug="giay-moi",
        day=day,
        head=writing.head("GM", document, issued, day.year, body=meeting.body),
        title=pack.types["GM"],
        summary=attending(writing, meeting),
        blocks=blocks,
        signer=writing.office_signer(document, day, meeting.body),
        recipients=writing.recipients(document, "Như trên", f"{writing.names.permanent} (báo cáo)", body=meeting.body),
        stamps=writing.stamps(document, pack),
    )


def attending(writing: Writing, meeting: Meeting) -> str:
    """`dự Hội nghị …`; a title that begins with the word is not led by it once more."""
    name = meeting_name(writing, meeting)
    return lowered(name) if name.lower().startswith("dự ") else f"dự {name}"


def _inviter(writing: Writing, meeting: Meeting) -> str:
    body = "ubkt" if meeting.body == "ubkt" else meeting.convened_by or meeting.decided_by
    return f"{writing.names.body(body)} trân trọng kính mời" if body else "Trân trọng kính mời"


def _named(writing: Writing, meeting: Meeting, key: str) -> tuple[str | Run, ...]:
    day = meeting.start.date()
    person = writing.facts.person(key)
    guest = next((each for each in meeting.guests if guest_key(each) == key), None)
    if person and (guest or writing.facts.holds(key, meeting.body, day)):
        post = post_of(writing, person, day)
        return ("đồng chí ", bold(person.name), f", {post}" if post else "")
    if guest:
        lead, name = _LEAD.fullmatch(guest_words(writing, guest, day)).groups()  # type: ignore[union-attr]  # takes any
        return (lead, bold(name))
    raise Refusal(f"Không có người được mời '{key}' trong hội nghị '{meeting.id}'", field="person")


_LEAD = re.compile(r"((?:(?:các )?(?:đồng chí|đại diện|đại biểu|ông|bà) )?)(.*)", re.DOTALL)


def _contents(writing: Writing, meeting: Meeting, items: tuple[AgendaItem, ...]) -> tuple[Block, ...]:
    lines = item_lines(writing, items)
    blocks: list[Block] = [heading("1. Nội dung")] if lines else [para(bold("1. Nội dung:"), dotted=True)]
    if meeting.agenda and not lines:
        blocks = [para(bold("1. Nội dung: "), "theo chương trình của hội nghị.")]
    chair = vi.capital(comrade(writing, meeting.chair, meeting.start.date()))
    return (*blocks, *(para(line) for line in lines), para(bold("2. Chủ trì: "), f"{chair}."))


def _participants(writing: Writing, meeting: Meeting) -> Block:
    guests = " và các đại biểu được mời" if meeting.guests else ""
    return para(bold("3. Thành phần: "), f"Các đồng chí {writing.members_of(meeting.body)}{guests}.")


def _everyone(writing: Writing, meeting: Meeting) -> tuple[Block, ...]:
    if not meeting.guests:
        return (_participants(writing, meeting),)
    day = meeting.start.date()
    lines = [f"Các đồng chí {writing.members_of(meeting.body)}"]
    lines += [vi.capital(guest_words(writing, guest, day)) for guest in meeting.guests]
    return (heading("3. Thành phần"), *(para(line) for line in listed(lines)))


def _ending(writing: Writing, meeting: Meeting, whom: str) -> tuple[Block, ...]:
    place = (
        para(bold("5. Địa điểm: "), f"{bare(meeting.place)}.")
        if meeting.place
        else para(bold("5. Địa điểm:"), dotted=True)
    )
    papers = "Tài liệu gửi kèm giấy mời. " if _papers_go_along(meeting) else ""
    absent = (
        f"Đề nghị {whom} sắp xếp thời gian dự họp đúng giờ; trường hợp không dự được, "
        f"báo cáo {_told_of_absence(writing, meeting)} trước ngày họp."
    )
    return (para(bold("4. Thời gian: "), f"{time_of(meeting)}."), place, para(papers + absent))


def _told_of_absence(writing: Writing, meeting: Meeting) -> str:
    """The inspection committee sees to its own sessions."""
    if meeting.body == "ubkt":
        return writing.keeper("ubkt")
    return f"{writing.names.permanent} qua {writing.names.chancery}"


def _papers_go_along(meeting: Meeting) -> bool:
    """Whether the records say that every item's papers went out with the invitation."""
    sent = [item.documents_sent for item in meeting.agenda if item.preparer]
    return bool(sent) and meeting.invitations_sent is not None and all(day == meeting.invitations_sent for day in sent)


def _away(writing: Writing, person: str, meeting: Meeting) -> str:
    away = writing.facts.absence(person, meeting.start.date())
    return vi.day_range(away.from_, away.to, meeting.start.date()) if away else ""


def _guest_name(writing: Writing, guest: Guest) -> str:
    person, unit = writing.facts.person(guest.person), writing.facts.unit(guest.unit)
    return person.name if person else guest.name or (unit.name if unit else "")


def _make(writing: Writing, meeting: Meeting) -> Paper | list[Paper]:
    return for_all(writing, meeting) if writing.whom is None else for_each(writing, meeting, writing.whom)


FORM = Form(
    slug="giay-moi",
    title="Giấy mời họp",
    of=MEETING,
    may_add=", có thể thêm mã người được mời",
    type="GM",
    make=_make,
)
