"""Form 5: Biên bản hội nghị, in the order of Hướng dẫn 16-HD/VPTW (23/02/2023). May import domain, vi, papers."""

from collections.abc import Iterator, Sequence

from desktop import vi
from desktop.domain.decisions import counts
from desktop.domain.records import AgendaItem, Attendance, Choice, Meeting, Person
from desktop.domain.sittings import Sitting
from desktop.papers.forms.base.form import Form
from desktop.papers.forms.base.parts import said
from desktop.papers.forms.base.votes import counted
from desktop.papers.forms.base.words import (
    bare,
    comrade,
    guest_words,
    item_lines,
    listed,
    meeting_name,
    presented_by,
    when,
)
from desktop.papers.forms.base.writing import Writing
from desktop.papers.forms.meetings.made_of import MEETING
from desktop.papers.paper import (
    DOTS,
    FEW_DOTS,
    Block,
    Paper,
    Paragraph,
    Run,
    Signer,
    bold,
    heading,
    italic,
    para,
    writing_line,
)


def minutes(writing: Writing, meeting: Meeting) -> Paper:
    document = writing.document("BB", meeting)
    day = writing.day(document, meeting.start.date()) or meeting.start.date()
    pack = writing.pack(day)
    return Paper(
        pack=pack,
        slug="bien-ban",
        day=day,
        head=writing.head("BB", document, day, day.year, body=meeting.body),
        title=pack.types["BB"],
        summary=meeting_name(writing, meeting),
        blocks=(*_opening(writing, meeting), *_participants(writing, meeting), *_course(writing, meeting)),
        signer=chairing(writing, meeting),
        left_signer=Signer(("Người ghi biên bản",), (), writing.name(meeting.secretary)),
        stamps=writing.stamps(document, pack),
        faults=contradictions(writing, meeting, meeting.agenda),
    )


def chairing(writing: Writing, meeting: Meeting) -> Signer:
    """Minutes are signed by whoever chaired, by no authority but that."""
    return Signer(("Chủ trì hội nghị",), (), writing.name(meeting.chair), meeting.chair or "")


def _opening(writing: Writing, meeting: Meeting) -> Iterator[Block]:
    day = meeting.start.date()
    yield said("Thời gian khai mạc", f"{when(meeting.start)}.")
    yield said("Địa điểm", f"{bare(meeting.place)}." if meeting.place else "")
    lines = item_lines(writing, meeting.agenda)
    yield heading("Nội dung:") if lines else said("Nội dung", "")
    yield from (para(line) for line in lines)
    yield said("Chủ trì", _of(writing, meeting.chair, meeting))
    if meeting.chair_authorised and meeting.chair_authorised.by and meeting.chair_authorised.on:
        giver = comrade(writing, meeting.chair_authorised.by, day)
        yield para(f"(Chủ trì theo ủy quyền của {giver}, ngày {vi.day(meeting.chair_authorised.on)}.)")
    yield said("Người ghi biên bản", _of(writing, meeting.secretary, meeting))
    yield from _papers_used(meeting)


def _of(writing: Writing, person: str | None, meeting: Meeting) -> str:
    return f"{vi.capital(comrade(writing, person, meeting.start.date()))}." if writing.facts.person(person) else ""


def _papers_used(meeting: Meeting) -> Iterator[Block]:
    """The attachments by name, or the items whose papers were received."""
    names = [each.name for each in meeting.attachments if each.name]
    for item in meeting.agenda:
        names += [each.name for each in item.attachments if each.name]
        if not item.attachments and item.documents_received:
            names.append(f"Tài liệu về {_lowered(bare(item.title))}")
    yield heading("Tài liệu sử dụng tại hội nghị:") if names else said("Tài liệu sử dụng tại hội nghị", "")
    yield from (para(line) for line in listed(names))


def _lowered(title: str) -> str:
    first, rest = title[:1], title[1:]
    return title if rest[:1].isupper() else first.lower() + rest


def _participants(writing: Writing, meeting: Meeting) -> Iterator[Block]:
    yield heading("1. Thành phần")
    members = writing.facts.members(meeting.body, meeting.start.date())
    yield heading(
        f"1.1. Ủy viên {writing.names.body(meeting.body)}" if meeting.body != "thuong-truc" else "1.1. Thường trực"
    )
    status = {each.person: each for each in meeting.attendance if each.status}
    present = [each for each in members if each.id in status and status[each.id].status == "present"]
    away = [(each, status[each.id]) for each in members if each.id in status and status[each.id].status != "present"]
    unmarked = [each for each in members if each.id not in status]
    taken = len(unmarked) < len(members)
    yield para(_counted(len(members), len(present), len(away), taken))
    yield from (para(line) for line in listed([_absent(person, mark) for person, mark in away]))
    if unmarked and taken:
        yield para("Chưa điểm danh: ", ", ".join(f"đồng chí {each.name}" for each in unmarked), ".")
    yield heading("1.2. Đại biểu được mời")
    guests = [vi.capital(guest_words(writing, guest, meeting.start.date())) for guest in meeting.guests]
    yield from (para(line) for line in listed(guests or ["Không có"]))


def _counted(members: int, present: int, away: int, taken: bool) -> str:
    if not taken or not members:
        total = f"{members}" if members else FEW_DOTS
        return f"Tổng số: {total} đồng chí; có mặt: {FEW_DOTS} đồng chí; vắng mặt: {FEW_DOTS} đồng chí."
    names = ", gồm:" if away else "."
    return f"Tổng số: {members} đồng chí; có mặt: {present}/{members} đồng chí; vắng mặt: {away} đồng chí{names}"


def _absent(person: Person, mark: Attendance) -> str:
    given = "có lý do" if mark.status == "excused" else "không có lý do"
    return f"Đồng chí {person.name}, {given}" + (f": {bare(mark.reason)}" if mark.reason else "")


def _course(writing: Writing, meeting: Meeting) -> Iterator[Block]:
    yield heading("2. Diễn biến hội nghị")
    if not meeting.agenda:
        yield writing_line()
    for place, item in enumerate(meeting.agenda, 1):
        yield heading(f"2.{place}. {bare(item.title)}")
        yield from _item(writing, meeting, item)
    if meeting.end:
        same = "cùng ngày" if meeting.end.date() == meeting.start.date() else vi.day_words(meeting.end.date())
        yield para(f"Hội nghị kết thúc lúc {vi.clock_words(meeting.end)} {same}.")
    else:
        yield para("Hội nghị kết thúc lúc", dotted=True)


def _item(writing: Writing, meeting: Meeting, item: AgendaItem) -> Iterator[Block]:
    presented = presented_by(writing, item)
    if presented:
        yield para(f"{vi.capital(presented)}.")
    if item.discussion:
        yield para(italic("Ý kiến thảo luận:"), tied=True)
    for remark in item.discussion:
        speaker = writing.facts.person(remark.person)
        first, *more = remark.text.strip().splitlines() or [""]
        yield para(f"- Đồng chí {speaker.name}: {first}" if speaker else f"- {first}")
        yield from (para(line.strip()) for line in more if line.strip())
    yield from vote_lines(writing, meeting, item)
    first, *more = item.conclusion.strip().splitlines() or [""]
    yield said("Kết luận", first)
    yield from (para(line.strip()) for line in more if line.strip())


def vote_lines(writing: Writing, meeting: Meeting, item: AgendaItem) -> Iterator[Block]:
    """Counts out of all members in office; who differed by name in an open vote, and opinions reserved."""
    if not item.vote:
        if item.purpose == "decision":
            yield said("Biểu quyết", "")
        return
    yield said(f"Biểu quyết ({vi.VOTE_METHOD[item.vote.method].lower()})", counted(writing, meeting, item))
    for choice in _differing(item):
        person = writing.facts.person(choice.person)
        note = f": {bare(choice.note)}" if choice.note else ""
        yield para(f"- Đồng chí {person.name if person else DOTS}, {_opinion(choice)}{note}.")
    for choice in item.vote.choices:
        if choice.reserved:
            yield _reserved(writing, choice)


def contradictions(
    writing: Writing, meeting: Meeting, items: Sequence[AgendaItem], *, recorder: bool = True
) -> tuple[str, ...]:
    """What the records of a session say against each other, and no paper may repeat; not all name the recorder."""
    sitting = Sitting(writing.facts, meeting, writing.on)
    if not sitting.attendance:
        return ()
    there, away = sitting.present, [line.person for line in sitting.attendance if line.status != "present"]
    named = (("Chủ trì", meeting.chair), ("Người ghi biên bản", meeting.secretary if recorder else None))
    found = [f"{role} {writing.name(person)} được ghi vắng mặt." for role, person in named if person and person in away]
    for item in items:
        title, votes = bare(item.title), counts(sitting, item.vote) if item.vote else None
        if votes and sum(votes) > len(there):
            found.append(f"“{title}”: {sum(votes)} phiếu biểu quyết, có mặt {len(there)} ủy viên.")
        voted = [choice.person for choice in item.vote.choices if choice.choice] if item.vote else []
        absent = [writing.name(person) for person in voted if person in away]
        if absent:
            found.append(f"“{title}”: {', '.join(absent)} được ghi vắng mặt nhưng có biểu quyết.")
    return tuple(found)


def _differing(item: AgendaItem) -> list[Choice]:
    if not item.vote or item.vote.method == "secret-ballot":
        return []
    return [choice for choice in item.vote.choices if choice.choice not in ("approve", None) and not choice.reserved]


def _reserved(writing: Writing, choice: Choice) -> Paragraph:
    person = writing.facts.person(choice.person)
    runs: tuple[str | Run, ...] = (bold("Ý kiến bảo lưu: "), f"Đồng chí {person.name if person else DOTS}")
    return para(*runs, f", {_opinion(choice)}" + (f": {bare(choice.note)}." if choice.note else "."))


def _opinion(choice: Choice) -> str:
    return vi.OPINION[choice.choice].lower() if choice.choice else DOTS


FORM = Form(slug="bien-ban", title="Biên bản hội nghị", of=MEETING, type="BB", make=minutes)
