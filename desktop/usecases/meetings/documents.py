"""The documents issued from a meeting: their register lines, and the number given when one is issued."""

import datetime as dt
from dataclasses import dataclass

from db.store import Store
from desktop.domain.facts import Facts
from desktop.domain.issued import issued_from
from desktop.domain.records import Document, Meeting, Source
from desktop.usecases.documents.numbers import refuse_taken

TYPE_OF_FORM = {
    "giay-moi": "GM",
    "bien-ban": "BB",
    "thong-bao-ket-luan": "TB",
    "nghi-quyet": "NQ",
    "ket-luan": "KL",
    "quyet-dinh": "QĐ",
    "don-doc": "CV",
    "cong-van-xin-y-kien": "CV",
    "tong-hop-y-kien": "BB",
    "bao-cao-uy-quyen": "BC",
    "bao-cao-giua-hai-ky": "BC",
    "bao-cao-quy-che": "BC",
}
"""The type of document a form is issued as; other forms bear no number."""


def issued(facts: Facts, meeting_id: str, kind: str) -> Document | None:
    """The document of that type issued from the meeting as a whole."""
    meeting = facts.meeting(meeting_id)
    return issued_from(facts, kind, meeting) if meeting else None


def issue(
    store: Store, *, facts: Facts, meeting: Meeting, form: str, number: int, day: dt.date, on: dt.date
) -> Document:
    """Register the meeting's paper as it prints; a number already used in the term is refused."""
    from desktop.usecases.documents import registering
    from desktop.usecases.papers import printing

    (paper,) = printing.print_form(facts, form, meeting.id, on=on, issue=printing.Issue(number=number, day=day))
    registering.refuse_incomplete(paper)
    document = registering.entered(
        facts,
        paper,
        id=store.new_id(Document),
        kind=TYPE_OF_FORM[form],
        number=number,
        day=day,
        issuer=meeting.body,
        source=Source(meeting=meeting.id),
    )
    refuse_taken(store, facts, document, on)
    store.put(document, before=None)
    return document


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRow:
    """A form that can be printed of a meeting, with the document it was issued as; `kind` is empty where none is."""

    id: str
    title: str
    kind: str
    issued: Document | None


def forms(facts: Facts, meeting: Meeting) -> list[FormRow]:
    """The forms made of a meeting as a whole, in the order of the table of forms."""
    from desktop.usecases.papers.printing import FORMS

    return [
        FormRow(
            id=form.slug,
            title=form.title,
            kind=TYPE_OF_FORM.get(form.slug, ""),
            issued=issued(facts, meeting.id, TYPE_OF_FORM[form.slug]) if form.slug in TYPE_OF_FORM else None,
        )
        for form in FORMS.values()
        if form.record.startswith("meeting") or form.record == f"session-{meeting.body}"
    ]
