"""Form 17: what Thường trực settled by delegation, told to the standing committee. May import domain, vi, papers."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop import vi
from desktop.domain import delegation
from desktop.domain.facts import Facts
from desktop.domain.records import Body, Choice, Delegated, Document, Meeting
from desktop.domain.refs import RecordRef
from desktop.domain.rules import delegated_matter, delegated_reported
from desktop.domain.sittings import is_session
from desktop.papers.forms.base.form import Form, RecordKind
from desktop.papers.forms.base.parts import said
from desktop.papers.forms.base.words import bare, meeting_name, of_book
from desktop.papers.forms.base.writing import Writing
from desktop.papers.forms.meetings.made_of import session_of
from desktop.papers.paper import Block, Paper, heading, para

DECISION = {"adopted": "thông qua", "rejected": "không thông qua", "prepare-again": "chuẩn bị lại"}
UNSETTLED = ("prepare-again", "referred")


BOOK = "Quy chế làm việc"


@dataclass(frozen=True, slots=True)
class Between:
    """The days between two sessions of a body; `after` is the day of the earlier one, `before` that of the later."""

    session: Meeting | None
    earlier: Meeting | None
    after: dt.date | None
    before: dt.date

    def holds(self, day: dt.date | None) -> bool:
        return day is not None and (self.after is None or self.after <= day) and day < self.before


def between(facts: Facts, body: Body, session: Meeting | None, before: dt.date) -> Between:
    """From the body's session before that one, or before a day where none is planned."""
    held = [each for each in facts.sessions if each.body == body and is_session(each)]
    start = session.start if session else dt.datetime.combine(before, dt.time.max)
    earlier = [each for each in held if each.start < start and each != session]
    last = earlier[-1] if earlier else None
    return Between(session, last, last.start.date() if last else None, before)


def _issued_as(writing: Writing, session: Meeting | None) -> Document | None:
    return writing.document("BC", session) if session else None


def delegated_report(writing: Writing, session: Meeting | None, decided: dt.date | None = None) -> Paper:
    """For a session of the standing committee; with only a decision's day, for the next one, not planned yet."""
    day = session.start.date() if session else (decided or writing.on) + dt.timedelta(days=1)
    gap = between(writing.facts, "btv", session, day)
    document = _issued_as(writing, session)
    issued = writing.day(document)
    lines = _of(writing, gap)
    older = _untold(writing, gap)
    pack = writing.pack(issued or day)
    return Paper(
        pack=pack,
        slug="bao-cao-uy-quyen",
        day=issued or day,
        head=writing.head("BC", document, issued, day.year),
        title=pack.types["BC"],
        summary=f"những việc {writing.names.body('thuong-truc')} đã giải quyết theo ủy quyền",
        blocks=tuple(_blocks(writing, gap, lines, older)),
        signer=writing.body_signer("btv", document, issued or day),
        recipients=writing.recipients(document, f"Các đồng chí {writing.members_of('btv')}"),
    )


def _of(writing: Writing, gap: Between) -> list[Delegated]:
    """Decided since the session before, or told at this one."""
    told = gap.session.id if gap.session else None
    lines = [
        each
        for each in writing.facts.office.delegated
        if gap.holds(each.decided) or (told and each.reported_at == told)
    ]
    return sorted(lines, key=lambda each: (each.decided or dt.date.max, each.id))


def _untold(writing: Writing, gap: Between) -> list[Delegated]:
    """Decided before the earlier session, and told at none; only under a regulation that asks for it."""
    return [
        each
        for each in writing.facts.office.delegated
        if each.decided
        and gap.after
        and each.decided < gap.after
        and each.reported_at is None
        and each.decision not in UNSETTLED
        and writing.facts.ruling(delegated_reported.TO, each.decided)
    ]


def _blocks(writing: Writing, gap: Between, lines: list[Delegated], older: list[Delegated]) -> Iterator[Block]:
    yield _opening(writing, gap, lines)
    settled = [each for each in lines if each.decision not in UNSETTLED]
    others = [each for each in lines if each.decision in UNSETTLED]
    parts = (
        ("Việc đã giải quyết theo ủy quyền", settled),
        ("Việc chuẩn bị lại, việc trình Ban Thường vụ", others),
        ("Việc giải quyết từ trước kỳ họp trước, chưa báo cáo", older),
    )
    for number, (title, part) in enumerate([each for each in parts if each[1]], 1):
        yield heading(f"{vi.roman(number)}. {title} ({len(part)})")
        for place, line in enumerate(part, 1):
            yield from _line(writing, line, place)
    if not lines and not older:
        yield para("Trong thời gian trên không có việc nào được giải quyết theo ủy quyền.")
    yield para(f"{writing.names.body('thuong-truc')} báo cáo {writing.names.body('btv')} xem xét, cho ý kiến.")


def _opening(writing: Writing, gap: Between, lines: list[Delegated]) -> Block:
    ruling = writing.facts.ruling(delegated_reported.TO, gap.before)
    since = f"từ {meeting_name(writing, gap.earlier)} ({vi.day(gap.after)})" if gap.earlier and gap.after else ""
    until = f"{meeting_name(writing, gap.session)} ({vi.day(gap.before)})" if gap.session else "nay"
    ground = f"Thực hiện {of_book(ruling.cite, writing.regulation)}, " if ruling else ""
    settled = sum(each.decision not in UNSETTLED for each in lines)
    told = f"đã giải quyết {settled} việc" if settled else "không giải quyết việc nào"
    count = f"{told} theo ủy quyền của {writing.names.body('btv')}"
    others = len(lines) - settled
    count += f", chuẩn bị lại hoặc trình {writing.names.body('btv')} {others} việc" if others else ""
    text = f"{ground}{since or 'đến'}{' đến ' if since else ' '}{until}, {writing.names.body('thuong-truc')} {count}."
    return para(vi.capital(text))


def _line(writing: Writing, line: Delegated, place: int) -> Iterator[Block]:
    day = f", {vi.day_words(line.decided)}" if line.decided else ""
    yield heading(f"{place}. {bare(line.title) or 'Việc'}{day}")
    yield said("Căn cứ ủy quyền", _ground(writing, line))
    yield said("Ý kiến của Thường trực", _positions(writing, line))
    yield from (para(f"- {text}.") for text in _differing(writing, line))
    yield said("Quyết định", _decision(writing, line))
    written = "; ".join(_document(writing, each) for each in writing.facts.documents_on(line.id))
    if written:
        yield said("Văn bản", f"{written}.")


def _document(writing: Writing, document: Document) -> str:
    """`Thông báo số 448-TB/HU, ngày 05 tháng 12 năm 2024`, as far as it is on record."""
    kind = writing.pack(document.date or writing.on).types.get(document.type, document.type)
    number = f"số {document.symbol}" if document.symbol else ""
    day = f", {vi.day_words(document.date)}" if document.date else ""
    return " ".join(part for part in (kind, number) if part) + day


def _ground(writing: Writing, line: Delegated) -> str:
    """The point of the list of what is delegated, or that the matter was urgent."""
    day = line.decided or writing.on
    listed = writing.facts.ruling(delegation.ITEMS, day)
    item = delegation.as_listed(listed, line.item)
    named = writing.facts.ruling(delegated_matter.ITEM.of(item), day) if delegation.is_point(item) else None
    if listed and not named and item in listed.words:
        return f"{vi.capital(vi.listed_point(item))}, {of_book(listed.cite, BOOK)}."
    if named:
        return f"{vi.capital(of_book(named.cite, BOOK))}."
    urgent = writing.facts.ruling(delegated_matter.URGENT_ALLOWED, day)
    if line.urgent:
        return f"Việc cấp bách{f', {of_book(urgent.cite, BOOK)}' if urgent and urgent.value else ''}."
    return f"{vi.capital(vi.listed_point(item))}." if item else ""


def _last(writing: Writing, line: Delegated) -> dict[str, Choice]:
    return {choice.person: choice for choice in line.choices if choice.person and choice.choice}


def _positions(writing: Writing, line: Delegated) -> str:
    """Counts out of all of Thường trực in office that day; dots where nothing is on record."""
    if line.decided is None or not line.choices:
        return ""
    members = [person.id for person in writing.facts.members("thuong-truc", line.decided)]
    kinds = [choice.choice for person, choice in _last(writing, line).items() if person in members]
    counts = [(vi.OPINION[kind].lower(), kinds.count(kind)) for kind in ("approve", "reject", "other")]
    words = [f"{word} {count}/{len(members)}" for word, count in counts if count or word == "tán thành"]
    silent = len(members) - len(kinds)
    return "; ".join([*words, *([f"chưa có ý kiến {silent}/{len(members)}"] if silent else [])]) + "."


def _differing(writing: Writing, line: Delegated) -> Iterator[str]:
    for person, choice in _last(writing, line).items():
        if choice.choice and choice.choice != "approve":
            note = f": {bare(choice.note)}" if choice.note else ""
            yield f"Đồng chí {writing.name(person) or person}, {vi.OPINION[choice.choice].lower()}{note}"


def _decision(writing: Writing, line: Delegated) -> str:
    if line.decision == "referred":
        at = writing.facts.meeting(line.referred_to)
        where = f": {meeting_name(writing, at)}, {vi.day_words(at.start.date())}" if at else ""
        return f"trình {writing.names.body(at.body if at else 'btv')}{where}."
    return f"{DECISION[line.decision]}." if line.decision else ""


def _read(facts: Facts, typed: str) -> RecordRef:
    """A meeting that bears the id comes before a decision."""
    return RecordRef.of(Delegated if facts.one(Delegated, typed) and not facts.meeting(typed) else Meeting, typed)


def _open(writing: Writing, ref: RecordRef) -> Meeting | Delegated:
    """A session, or a decision: then the report is of the session it is to be told at."""
    line = writing.facts.one(Delegated, ref.rest) if ref.names(Delegated) else None
    return line or session_of(writing, ref, "btv")


def _report(writing: Writing, of: Meeting | Delegated) -> Paper:
    if isinstance(of, Meeting):
        return delegated_report(writing, of)
    return delegated_report(writing, _told_at(writing, of), of.decided or writing.on)


def _told_at(writing: Writing, line: Delegated) -> Meeting | None:
    facts = writing.facts
    return facts.meeting(line.reported_at) or facts.next_session(["btv"], line.decided or writing.on)


def _day(writing: Writing, of: Meeting | Delegated) -> dt.date | None:
    session = of if isinstance(of, Meeting) else _told_at(writing, of)
    return writing.day(_issued_as(writing, session))


FORM = Form(
    slug="bao-cao-uy-quyen",
    title="Báo cáo việc theo ủy quyền",
    of=RecordKind(
        name="session-btv",
        takes="mã hội nghị Ban Thường vụ hoặc mã việc theo ủy quyền",
        read=_read,
        open=_open,
        fits=lambda meeting: meeting.body == "btv",
    ),
    type="BC",
    day=_day,
    make=_report,
)
