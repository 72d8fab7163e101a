"""What the print preview shows and does: the papers of a form with their checks, the number given, the day of sending.

May import domain, vi, db and papers. Making is free of side effects; `give_number` and `mark_sent` are writes.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from db.store import Store
from desktop import vi
from desktop.domain.compliance import judge_meeting
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.issued import issued_from, standing
from desktop.domain.owed import Owed, owing
from desktop.domain.records import Ballot, Document, Meeting, Record, Source
from desktop.domain.refs import RecordRef
from desktop.domain.refusal import Refusal
from desktop.domain.rules import meeting_invitations, report_member
from desktop.domain.signing import Asked, organ_of, signers
from desktop.papers.forms.base.form import Form
from desktop.papers.forms.base.writing import Issue
from desktop.papers.forms.meetings.giay_moi import FORM as INVITATION
from desktop.papers.forms.reminders.reminded import FORM as REMINDER
from desktop.papers.paper import Paper, Signer
from desktop.usecases.base import attachments
from desktop.usecases.documents import registering
from desktop.usecases.documents.numbers import COMMITTEE, issued_name, next_number, refuse_taken, symbol_of
from desktop.usecases.papers import issued_copy, printing
from desktop.usecases.reports import reminders

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
class Sending:
    """To whom a paper goes, where it goes to many, and in which `modes`; `members` are the words for the body's own.

    `counted` is what the papers are counted in; `sent` the day of sending, `noting` the words where it may be noted.
    """

    recipients: tuple[Recipient, ...] = ()
    members: str
    modes: tuple[tuple[str, str], ...] = ()
    counted: str = "văn bản"
    sent: dt.date | None = None
    noting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is to be printed and the choices there are."""

    form: Form[Any]
    ref: RecordRef
    title: str
    kind: str
    numbers: tuple[tuple[str, str], ...]
    signers: tuple[tuple[str, str], ...]
    signer: str
    day: dt.date
    issuer: str = COMMITTEE
    held: Document | None = None
    sending: Sending

    @property
    def of_many(self) -> bool:
        return bool(self.sending.recipients)

    @property
    def invites(self) -> bool:
        return self.form is INVITATION


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


def subject(facts: Facts, slug: str, record: str | RecordRef, *, person: str | None = None, on: dt.date) -> Subject:
    """Raises `Refusal` where the form or the record is not known."""
    form = printing.form_of(slug)
    ref = record if isinstance(record, RecordRef) else form.read(facts, record, on)
    writing = printing.writing_of(facts, on, whom=(person,) if person else None)
    papers = form.papers(writing, ref)
    signer = (papers[0].signer if papers else None) or Signer()
    of, entry = facts.at(ref), form.entry_of(writing, ref)
    source = form.source(ref)
    kind = form.type if source or entry else ""
    held = entry.document if entry else _held(facts, kind, source) if source else None
    issuer = held.issuer if held else of.body if isinstance(of, Meeting | Ballot) else facts.acting(COMMITTEE)
    sending = _sending(facts, form, ref, person, on)
    day = (held.date if held else None) or sending.sent
    day = day or (None if isinstance(of, Meeting) else form.day_of(writing, ref)) or on
    return Subject(
        form=form,
        ref=ref,
        title=entry.title if entry else _title(form.title.removesuffix(" họp"), of),
        kind=kind,
        numbers=_numbers(facts, kind, held, on, issuer),
        signers=_signers(facts, day, signer, organ_of(facts, held, issuer), held),
        signer=signer.person,
        issuer=issuer,
        held=held,
        day=day,
        sending=sending,
    )


def _sending(facts: Facts, form: Form[Any], ref: RecordRef, person: str | None, on: dt.date) -> Sending:
    """An invitation and the reminder of a period's reports go to many, one to all or one to each."""
    meeting = facts.at(ref)
    if form is INVITATION and isinstance(meeting, Meeting):
        noting = "" if meeting.invitations_sent else "Ghi đã gửi ngày"
        sending = Sending(members=_members(meeting), sent=meeting.invitations_sent, noting=noting)
        if person:
            return sending
        return replace(sending, recipients=_recipients(facts, ref, on), modes=MODES, counted="giấy mời")
    if form is REMINDER and not ref.is_record:
        owed = [one for one in owing(facts, ref.code, on) if person in (None, one.who)]
        sending = Sending(members="Ủy viên", counted="công văn", noting="Ghi đã đôn đốc ngày" if owed else "")
        if person:
            return sending
        return replace(sending, recipients=tuple(_debtor(one, on) for one in owed), modes=reminders.MODES)
    return Sending(members=_members(meeting) if isinstance(meeting, Meeting) else "")


def _debtor(one: Owed, on: dt.date) -> Recipient:
    late = vi.distance(one.finding.due, on) if one.finding.due else ""
    return Recipient(id=one.who, name=one.name, member=one.rule == report_member.RULE.id, away="", note=late)


def _title(form: str, of: Record | None) -> str:
    return f"{form}, {of.title}" if isinstance(of, Meeting | Ballot) and of.title else form


def _held(facts: Facts, kind: str, source: Source) -> Document | None:
    """The document on record for the paper: of the agenda item or ballot where one is named, else of the meeting."""
    meeting = facts.meeting(source.meeting)
    if meeting:
        return issued_from(facts, kind, meeting, source.agenda)
    return next((each for each in standing(facts) if (each.type, each.source) == (kind, source)), None)


def _members(meeting: Meeting) -> str:
    """`Ủy viên Ban Thường vụ`; Thường trực has no plain members."""
    return vi.BODY[meeting.body] if meeting.body == "thuong-truc" else f"Ủy viên {vi.BODY[meeting.body]}"


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
    found = [(one.person, one.code) for one in signers(facts, asked)]
    found.sort(key=lambda one: one[1] != signer.code)
    options = [(person.id, _by(person.name, code)) for person, code in found if person]
    return tuple({**dict(options), **dict(own)}.items())


def _by(name: str, code: str) -> str:
    return f"{name}, {code}" if code else name


def _recipients(facts: Facts, meeting: RecordRef, on: dt.date) -> tuple[Recipient, ...]:
    rows = printing.invitees(facts, meeting, on=on)
    return tuple(
        Recipient(
            id=row.key,
            name=facts.named(row.key) if facts.person(row.key) else row.name,
            member=row.member,
            away=row.away,
        )
        for row in rows
    )


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
        differs = issued_copy.differs(facts, what.form, what.ref, what.held, kept)
        yield "Khớp bản đã phát hành", (told,) if differs else ()


def _pages_of(pdf: bytes) -> tuple[tuple[int, ...], ...]:
    from desktop.papers.readback import read_pdf, runs_of  # it brings pypdfium2, which is slow to import

    pages = read_pdf(pdf)
    places = {id(page): number for number, page in enumerate(pages)}
    return tuple(tuple(places[id(page)] for page in group) for group in runs_of(pages))


def _papers(facts: Facts, what: Subject, choice: Choice, on: dt.date) -> list[Paper]:
    issue = Issue(number=_number(facts, what, choice), day=_day(what, choice), signed_by=_chosen(what, choice))
    if what.of_many and choice.person is None:
        _refuse_nobody(what, choice)
    each = choice.mode == EACH
    whom: tuple[str, ...] | None = (choice.person,) if choice.person else None
    if what.of_many and (not what.invites or (each and whom is None)):
        whom = choice.recipients
    apart = [(one,) for one in whom] if whom and each and not what.invites else [whom]
    return [
        paper for part in apart for paper in printing.made(facts, what.form, what.ref, on=on, whom=part, issue=issue)
    ]


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
    meeting = facts.meeting(what.ref.id)
    if not what.invites or meeting is None:
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
    source = what.form.source(what.ref)
    document = registering.entered(
        facts,
        made.papers[0],
        id=store.new_id(Document),
        kind=what.kind,
        number=number,
        day=choice.day,
        issuer=what.issuer,
        source=source,
        title="" if source else what.title,
    )
    refuse_taken(store, facts, document, on)
    kept = attachments.kept(store, issued_name(document.symbol), made.pdf)
    store.put(replace(document, issued=kept), before=None)


def mark_sent(store: Store, *, facts: Facts, what: Subject, choice: Choice, on: dt.date) -> None:
    """The invitations, or the reminders to those they went to."""
    if what.form is REMINDER:
        whom = choice.recipients or ((choice.person,) if choice.person else ())
        reminders.mark_sent(store, facts=facts, code=what.ref.code, whom=whom, day=choice.day, on=on)
        return
    meeting = facts.meeting(what.ref.id)
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
    if not choice.recipients and (choice.mode == EACH or not what.invites):
        counted = "người" if what.invites else "nơi"
        raise Refusal(f"Người nhận: cần chọn ít nhất một {counted}.", field="recipients")


def _refuse_future(day: dt.date, on: dt.date, name: str, instead: str) -> None:
    if day > on:
        raise Refusal(f"{name} {vi.day(day)} chưa đến; {instead}.", field="day")
