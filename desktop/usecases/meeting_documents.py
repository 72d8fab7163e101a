"""The documents issued from a meeting: their register lines, and the number given when one is issued."""

import datetime as dt
from dataclasses import dataclass

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import Document, Meeting, Source
from desktop.usecases.document_numbers import refuse_taken, symbol_of

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
    """The document of that type issued from the meeting."""
    return next(
        (
            document
            for document in facts.office.documents
            if document.type == kind and document.source and document.source.meeting == meeting_id
        ),
        None,
    )


def issue(
    store: Store, *, facts: Facts, meeting: Meeting, form: str, title: str, number: int, day: dt.date, on: dt.date
) -> Document:
    """Register a document issued from the meeting; a number already used in the term is refused."""
    kind = TYPE_OF_FORM[form]
    document = Document(
        id=store.new_id(Document),
        type=kind,
        number=number,
        symbol=symbol_of(facts, kind, number),
        date=day,
        title=vi.nfc(title).strip(),
        issuer=meeting.body,
        signed_by=meeting.chair,
        source=Source(meeting=meeting.id),
    )
    refuse_taken(facts, document, on)
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
    from desktop.usecases.printing import FORMS

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
