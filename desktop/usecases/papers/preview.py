"""What the print preview shows and does: the papers of a form with their checks, the number given, the day of sending.

May import domain, vi, db and papers. Making is free of side effects; `give_number` and `mark_sent` are writes.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from db.store import Store
from desktop import vi
from desktop.domain.compliance import judge_meeting
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.issued import issued_from, standing
from desktop.domain.owed import Owed, owing
from desktop.domain.records import Ballot, Document, Meeting, Source
from desktop.domain.refusal import Refusal
from desktop.domain.rules import meeting_invitations, report_member
from desktop.domain.signing import Asked, organ_of, signers
from desktop.exchange.forms import load_committees
from desktop.papers.forms.compliance import bao_cao_quy_che
from desktop.papers.forms.reminders.don_doc_bao_cao import letter_on, title_of
from desktop.papers.paper import Paper, Signer
from desktop.usecases.base import attachments
from desktop.usecases.compliance.account import period_of
from desktop.usecases.documents import registering
from desktop.usecases.documents.numbers import COMMITTEE, issued_name, next_number, refuse_taken, symbol_of
from desktop.usecases.meetings.documents import TYPE_OF_FORM
from desktop.usecases.papers import issued_copy, printing
from desktop.usecases.reports import reminders

INVITATION = "giay-moi"
ACCOUNT = "bao-cao-quy-che"
OF_BALLOTS = ("cong-van-xin-y-kien", "tong-hop-y-kien")
EACH, ALL = "each", "all"
MODES = ((EACH, "Mỗi người một giấy mời"), (ALL, "Một giấy mời chung"))
NEXT, KEPT, NONE = "next", "kept", "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Someone a paper is printed for; `away` says when they are absent, `note` what is to be said beside the name."""

    id: str
    name: str
    member: bool
    away: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is to be printed and the choices there are.

    `counted` is what the papers are counted in; `noting` the words for the day of sending, empty where none is noted.
    """

    slug: str
    record: str
    title: str
    kind: str
    numbers: tuple[tuple[str, str], ...]
    signers: tuple[tuple[str, str], ...]
    signer: str
    recipients: tuple[Recipient, ...]
    members: str
    day: dt.date
    sent: dt.date | None
    issuer: str = COMMITTEE
    held: Document | None = None
    modes: tuple[tuple[str, str], ...] = ()
    counted: str = "văn bản"
    noting: str = ""

    @property
    def of_many(self) -> bool:
        return bool(self.recipients)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What was chosen beside the page; `recipients` in the order in which they are printed."""

    mode: str = EACH
    number: str = NONE
    day: dt.date
    signer: str = ""
    recipients: tuple[str, ...] = ()
    person: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The finished pages; `pages` holds each paper's own, from 0, without the empty backs of sheets."""

    pdf: bytes
    papers: tuple[Paper, ...]
    pages: tuple[tuple[int, ...], ...]
    checks: tuple[tuple[str, tuple[str, ...]], ...]
    in_time: Finding | None


def subject(facts: Facts, slug: str, record: str, *, person: str | None = None, on: dt.date) -> Subject:
    """Raises `Refusal` where the form or the record is not known."""
    form = printing.FORMS.get(slug)
    if form is None:
        raise Refusal(f"Không có mẫu {slug}.", field="form")
    if reminders.is_of_reports(facts, slug, record):
        return _of_reports(facts, record, person, on)
    meeting = _meeting(facts, record)
    source = _source(facts, slug, record)
    named = _named(facts, slug, record, on)
    kind = TYPE_OF_FORM.get(slug, "") if source or named else ""
    held = _held(facts, kind, source) if source and kind else _held_by_title(facts, slug, named, on)
    of = meeting or _ballot(facts, record)
    issuer = held.issuer if held else of.body if of else COMMITTEE
    sent = meeting.invitations_sent if meeting and slug == INVITATION else None
    day = (held.date if held else None) or sent or (None if meeting else _printed_day(facts, slug, record, on)) or on
    signer = _signer(facts, slug, record, person, on)
    return Subject(
        slug=slug,
        record=record,
        title=named or _title(form.title.removesuffix(" họp"), of),
        kind=kind,
        numbers=_numbers(facts, kind, held, on, issuer),
        signers=_signers(facts, day, signer, organ_of(facts, held, issuer), held),
        signer=signer.person,
        issuer=issuer,
        held=held,
        recipients=_recipients(facts, record, on) if slug == INVITATION and person is None else (),
        members=_members(meeting) if meeting else "",
        day=day,
        sent=sent,
        modes=MODES if slug == INVITATION and person is None else (),
        counted="giấy mời" if slug == INVITATION and person is None else "văn bản",
        noting="Ghi đã gửi ngày" if slug == INVITATION and sent is None else "",
    )


def _of_reports(facts: Facts, code: str, person: str | None, on: dt.date) -> Subject:
    """The letter to those whose report of a period is late, one to all or one to each."""
    owed = [one for one in owing(facts, code, on) if person in (None, one.who)]
    held, signer = letter_on(facts, title_of(code), on), _signer(facts, reminders.SLUG, code, person, on)
    many = [
        Recipient(id=one.who, name=one.name, member=one.rule == report_member.RULE.id, away="", note=_lateness(one, on))
        for one in owed
    ]
    return Subject(
        slug=reminders.SLUG,
        record=code,
        title=title_of(code),
        kind=TYPE_OF_FORM[reminders.SLUG],
        numbers=_numbers(facts, TYPE_OF_FORM[reminders.SLUG], held, on),
        signers=_signers(facts, on, signer, held=held),
        signer=signer.person,
        held=held,
        recipients=tuple(many) if person is None else (),
        members="Ủy viên",
        day=on,
        sent=None,
        modes=reminders.MODES if person is None else (),
        counted="công văn",
        noting="Ghi đã đôn đốc ngày" if owed else "",
    )


def _lateness(one: Owed, on: dt.date) -> str:
    return vi.distance(one.finding.due, on) if one.finding.due else ""


def _printed_day(facts: Facts, slug: str, record: str, on: dt.date) -> dt.date | None:
    """The day the records themselves give the paper; None where it is left open."""
    paper = printing.print_form(facts, slug, record, on=on)[0]
    return paper.day if paper.head and vi.day_words(paper.day) in paper.head.place_date else None


def _title(form: str, of: Meeting | Ballot | None) -> str:
    return f"{form}, {of.title}" if of and of.title else form


def _source(facts: Facts, slug: str, record: str) -> Source | None:
    """What a numbered paper comes from: a meeting, an item of it, or a ballot by the two papers of its own."""
    meeting = _meeting(facts, record)
    if meeting:
        return Source(meeting=meeting.id, agenda=record.partition("/")[2] or None)
    return Source(ballot=record) if slug in OF_BALLOTS and _ballot(facts, record) else None


def _ballot(facts: Facts, record: str) -> Ballot | None:
    return next((each for each in facts.office.ballots if each.id == record), None)


def _named(facts: Facts, slug: str, record: str, on: dt.date) -> str:
    """The title by which the register knows a paper that comes of no meeting or ballot."""
    if slug == ACCOUNT:
        return bao_cao_quy_che.title_of(period_of(facts, record, on))
    return reminders.title_of(facts, record) if slug == reminders.SLUG else ""


def _held_by_title(facts: Facts, slug: str, named: str, on: dt.date) -> Document | None:
    if slug == reminders.SLUG:
        return letter_on(facts, named, on)
    return bao_cao_quy_che.issued_as(facts, named)


def _held(facts: Facts, kind: str, source: Source) -> Document | None:
    """The document on record for the paper: of the agenda item or ballot where one is named, else of the meeting."""
    meeting = facts.meeting(source.meeting)
    if meeting:
        return issued_from(facts, kind, meeting, source.agenda)
    return next((each for each in standing(facts) if (each.type, each.source) == (kind, source)), None)


def _members(meeting: Meeting) -> str:
    """`Ủy viên Ban Thường vụ`; Thường trực has no plain members."""
    return vi.BODY[meeting.body] if meeting.body == "thuong-truc" else f"Ủy viên {vi.BODY[meeting.body]}"


def _meeting(facts: Facts, record: str) -> Meeting | None:
    return facts.meeting(record.partition("/")[0])


def _numbers(
    facts: Facts, kind: str, held: Document | None, on: dt.date, issuer: str = COMMITTEE
) -> tuple[tuple[str, str], ...]:
    if not kind:
        return ()
    if held and held.number:
        return ((KEPT, f"{held.symbol}, đã cấp"),)
    following = symbol_of(facts, kind, next_number(facts, kind, on, issuer), (issuer,))
    return ((NEXT, f"{following}, số tiếp theo"), (NONE, "Để trống số"))


def _signers(
    facts: Facts, day: dt.date, signer: Signer, organ: str = COMMITTEE, held: Document | None = None
) -> tuple[tuple[str, str], ...]:
    """Everyone who may sign such a paper, each with the authority they sign by; first those of the form's own.

    A paper that has its number is signed by nobody else any more, nor are minutes by another than their chair.
    """
    own = [(signer.person, _by(signer.name, signer.code))] if signer.person else []
    if own and (held or (not signer.code and organ != "van-phong")):
        return tuple(own)
    asked = Asked(organ=organ, day=day)
    found = [(one.person, one.code) for one in signers(facts, load_committees(), asked)]
    found.sort(key=lambda one: one[1] != signer.code)
    options = [(person.id, _by(person.name, code)) for person, code in found if person]
    return tuple({**dict(options), **dict(own)}.items())


def _by(name: str, code: str) -> str:
    return f"{name}, {code}" if code else name


def _recipients(facts: Facts, record: str, on: dt.date) -> tuple[Recipient, ...]:
    rows = printing.invitees(facts, record, on=on)
    return tuple(
        Recipient(
            id=row.key,
            name=facts.named(row.key) if facts.person(row.key) else row.name,
            member=row.member,
            away=row.away,
        )
        for row in rows
    )


def _signer(facts: Facts, slug: str, record: str, person: str | None, on: dt.date) -> Signer:
    """Who the form would be signed by, where nobody is chosen."""
    papers = printing.print_form(facts, slug, record, on=on, person=person)
    return (papers[0].signer if papers else None) or Signer()


def make(facts: Facts, what: Subject, choice: Choice, *, on: dt.date, kept: bytes = b"") -> Made:
    """Make the pages and check them, also against those `kept`; nothing of the window or the file is touched."""
    papers = _papers(facts, what, choice, on)
    pdf = printing.to_pdf(papers)
    return Made(
        pdf=pdf,
        papers=tuple(papers),
        pages=_pages_of(pdf),
        checks=(
            *((check.name, check.problems) for check in printing.checks(pdf, papers)),
            *_against(facts, what, kept),
        ),
        in_time=_in_time(facts, what, choice.day, on),
    )


def _against(facts: Facts, what: Subject, kept: bytes) -> Iterator[tuple[str, tuple[str, ...]]]:
    """How the paper stands with what was issued under its number."""
    if what.held and kept and issued_copy.is_kept(what.held):
        told = f"{issued_copy.changed(what.held)}; in lại bản đã phát hành ở Văn bản."
        differs = issued_copy.differs(facts, what.slug, what.record, what.held, kept)
        yield "Khớp bản đã phát hành", (told,) if differs else ()


def _pages_of(pdf: bytes) -> tuple[tuple[int, ...], ...]:
    from desktop.papers.readback import read_pdf, runs_of  # it brings pypdfium2, which is slow to import

    pages = read_pdf(pdf)
    places = {id(page): number for number, page in enumerate(pages)}
    return tuple(tuple(places[id(page)] for page in group) for group in runs_of(pages))


def _papers(facts: Facts, what: Subject, choice: Choice, on: dt.date) -> list[Paper]:
    issue = printing.Issue(number=_number(facts, what, choice), day=_day(what, choice), signed_by=_chosen(what, choice))
    if what.of_many and choice.person is None:
        _refuse_nobody(what, choice)
    if what.of_many and what.slug == reminders.SLUG:
        each = choice.mode == EACH
        return printing.reports_reminded(facts, what.record, choice.recipients, each=each, on=on, issue=issue)
    if what.of_many and choice.mode == EACH and choice.person is None:
        return printing.invitations(facts, what.record, choice.recipients, on=on, issue=issue)
    return printing.print_form(facts, what.slug, what.record, on=on, person=choice.person, issue=issue)


def _day(what: Subject, choice: Choice) -> dt.date:
    """A paper that has its number keeps its day."""
    return what.held.date if choice.number == KEPT and what.held and what.held.date else choice.day


def _chosen(what: Subject, choice: Choice) -> str | None:
    """The signer, where it is another than the form itself would name."""
    return choice.signer if choice.signer != what.signer else None


def _number(facts: Facts, what: Subject, choice: Choice) -> int | None:
    return next_number(facts, what.kind, choice.day, what.issuer) if choice.number == NEXT else None


def _in_time(facts: Facts, what: Subject, day: dt.date, on: dt.date) -> Finding | None:
    """How the invitation stands with its last day, were it sent on the day chosen; judged as of that day."""
    meeting = _meeting(facts, what.record)
    if what.slug != INVITATION or meeting is None:
        return None
    sent = replace(meeting, invitations_sent=meeting.invitations_sent or day)
    findings = judge_meeting(facts.replacing(sent), sent, max(on, day))
    return next((each for each in findings if each.rule == meeting_invitations.RULE.id), None)


# Writes


def carry_out(
    store: Store, *, facts: Facts, what: Subject, choice: Choice, made: Made, sent: bool, on: dt.date
) -> None:
    """Give the number chosen, if one was, and note the day of sending, if asked: one change."""
    check_out(what, choice, made=made, sent=sent, on=on)
    if choice.number == NEXT:
        give_number(store, facts=facts, what=what, choice=choice, made=made, on=on)
    if sent:
        mark_sent(store, facts=facts, what=what, choice=choice, on=on)


def give_number(store: Store, *, facts: Facts, what: Subject, choice: Choice, made: Made, on: dt.date) -> None:
    """Register the paper under the next number of its type, with its pages kept byte for byte as they go out."""
    number = next_number(facts, what.kind, choice.day, what.issuer)
    by_title = _source(facts, what.slug, what.record) is None
    document = registering.entered(
        facts,
        made.papers[0],
        id=store.new_id(Document),
        kind=what.kind,
        number=number,
        day=choice.day,
        issuer=what.issuer,
        source=_source(facts, what.slug, what.record),
        title=what.title if by_title else "",
    )
    refuse_taken(store, facts, document, on)
    kept = attachments.kept(store, issued_name(document.symbol), made.pdf)
    store.put(replace(document, issued=kept), before=None)


def mark_sent(store: Store, *, facts: Facts, what: Subject, choice: Choice, on: dt.date) -> None:
    """The invitations, or the reminders to those they went to."""
    if what.slug == reminders.SLUG:
        whom = choice.recipients or ((choice.person,) if choice.person else ())
        reminders.mark_sent(store, facts=facts, code=what.record, whom=whom, day=choice.day, on=on)
        return
    meeting = _meeting(facts, what.record)
    assert meeting, what
    store.put(replace(meeting, invitations_sent=choice.day), before=meeting)


def word_file(made: Made) -> bytes:
    """The papers as one Word file."""
    return printing.to_docx(made.papers)


def check_out(what: Subject, choice: Choice, *, made: Made, sent: bool, on: dt.date) -> None:
    """Raise beforehand what `carry_out` would refuse once the pages are out."""
    if what.of_many:
        _refuse_nobody(what, choice)
    if choice.number == NEXT:
        registering.refuse_incomplete(*made.papers)
        _refuse_future(choice.day, on, "Ngày văn bản", "cấp số vào ngày ký hoặc để trống số")
    if sent:
        _refuse_future(choice.day, on, "Ngày gửi", "ghi đã gửi vào đúng ngày gửi")


def _refuse_nobody(what: Subject, choice: Choice) -> None:
    """One invitation serves everybody, whoever is ticked; every other paper names those it goes to."""
    if not choice.recipients and (choice.mode == EACH or what.slug != INVITATION):
        counted = "người" if what.slug == INVITATION else "nơi"
        raise Refusal(f"Người nhận: cần chọn ít nhất một {counted}.", field="recipients")


def _refuse_future(day: dt.date, on: dt.date, name: str, instead: str) -> None:
    if day > on:
        raise Refusal(f"{name} {vi.day(day)} chưa đến; {instead}.", field="day")
