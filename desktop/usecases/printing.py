"""Prints the forms: the table of them, and papers as PDF or Word. May import domain, papers and exchange."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from desktop.domain.facts import Facts
from desktop.domain.records import AgendaItem, Meeting
from desktop.domain.refusal import Refusal
from desktop.exchange.forms import load_forms
from desktop.papers.fonts import Typeface, find_typeface
from desktop.papers.forms import bien_ban, giay_moi
from desktop.papers.forms.giay_moi import Invitee
from desktop.papers.forms.spelling import spelled
from desktop.papers.forms.writing import Issue, Writing
from desktop.papers.paper import Paper
from desktop.papers.pdf import make_pdf

__all__ = ["FORMS", "Form", "Invitee", "Issue", "invitations", "invitees", "print_form", "to_docx", "to_pdf"]


@dataclass(frozen=True, slots=True)
class Form:
    """`takes` says in Vietnamese which record the form is made of, `record` names it for the program."""

    slug: str
    title: str
    takes: str
    record: str
    make: Callable[[Writing, str, str | None], list[Paper]]


def print_form(
    facts: Facts, slug: str, record: str | None, *, on: dt.date, person: str | None = None, issue: Issue | None = None
) -> list[Paper]:
    """Make the papers of one form of one record; raises Refusal where the slug or the record is not known."""
    form = FORMS.get(slug)
    if form is None:
        raise Refusal(f"Không có mẫu '{slug}'; các mẫu: {', '.join(FORMS)}", field="form")
    if not record and form.record != "day":
        raise Refusal(f"Mẫu '{slug}' cần {form.takes}", field="record")
    writing = _writing(facts, on, issue)
    return _spelled(facts, form.make(writing, record or on.isoformat(), person))


def invitations(
    facts: Facts, meeting: str, recipients: Sequence[str], *, on: dt.date, issue: Issue | None = None
) -> list[Paper]:
    """An invitation for each recipient (`Invitee.key`), in their order."""
    writing = _writing(facts, on, issue)
    return _spelled(facts, giay_moi.for_each(writing, _meeting(writing, meeting), list(recipients)))


def invitees(facts: Facts, meeting: str, *, on: dt.date) -> list[Invitee]:
    """Everyone a meeting's invitation goes to: members in office that day, then guests."""
    writing = _writing(facts, on, None)
    return giay_moi.invitees(writing, _meeting(writing, meeting))


def to_pdf(papers: Sequence[Paper]) -> bytes:
    """Raises Refusal where this machine has no typeface to print in."""
    return make_pdf(papers, _typeface())


def to_docx(papers: Sequence[Paper]) -> bytes:
    from desktop.papers.word import make_docx

    return make_docx(papers)


@cache
def _typeface() -> Typeface:
    return find_typeface()


def _writing(facts: Facts, on: dt.date, issue: Issue | None) -> Writing:
    return Writing(facts, load_forms(), on, issue or Issue())


def _spelled(facts: Facts, papers: list[Paper]) -> list[Paper]:
    return [spelled(paper, str(facts.setting("spelling") or "ủy")) for paper in papers]


def _meeting(writing: Writing, record: str) -> Meeting:
    meeting = writing.facts.meeting(record)
    if meeting is None:
        raise Refusal(f"Không có hội nghị '{record}'", field="record")
    return meeting


def _item(writing: Writing, record: str) -> tuple[Meeting, AgendaItem]:
    name, _, wanted = record.partition("/")
    meeting = _meeting(writing, name)
    item = next((each for each in meeting.agenda if each.id == wanted), None)
    if item is None:
        known = ", ".join(each.id for each in meeting.agenda) or "chưa có mục nào"
        raise Refusal(f"Hội nghị '{name}' không có mục '{wanted}' (các mục: {known})", field="record")
    return meeting, item


def _invitation(writing: Writing, record: str, person: str | None) -> list[Paper]:
    meeting = _meeting(writing, record)
    return [giay_moi.for_one(writing, meeting, person) if person else giay_moi.for_all(writing, meeting)]


def _of_meeting(make: Callable[[Writing, Meeting], Paper]) -> Callable[[Writing, str, str | None], list[Paper]]:
    return lambda writing, record, person: [make(writing, _meeting(writing, record))]


def _of_item(
    make: Callable[[Writing, Meeting, AgendaItem], Paper],
) -> Callable[[Writing, str, str | None], list[Paper]]:
    return lambda writing, record, person: [make(writing, *_item(writing, record))]


MEETING = "mã hội nghị"
ITEM = "mã hội nghị và mục, viết HỘI-NGHỊ/MỤC"
FORMS: dict[str, Form] = {
    form.slug: form
    for form in (
        Form("giay-moi", "Giấy mời họp", f"{MEETING}, có thể thêm mã người được mời", "meeting+person", _invitation),
        Form("bien-ban", "Biên bản hội nghị", MEETING, "meeting", _of_meeting(bien_ban.minutes)),
    )
}
