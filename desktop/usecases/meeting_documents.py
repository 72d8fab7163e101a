"""The documents issued from a meeting: their register lines, and the number given when one is issued.

A number runs from 01 for each type through one term and is never used twice.
"""

import datetime as dt
from dataclasses import dataclass

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import Document, Meeting, Source
from desktop.domain.refusal import Refusal

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


def next_number(facts: Facts, kind: str, on: dt.date) -> int:
    """One more than the highest number of that type in the term."""
    term = facts.office.office.term
    since = term.from_ if term and term.from_ else dt.date.min
    used = [
        document.number
        for document in facts.office.documents
        if document.type == kind and document.number is not None and (document.date or on) >= since
    ]
    return max(used, default=0) + 1


def symbol_of(facts: Facts, kind: str, number: int) -> str:
    """`05-NQ/HU`."""
    return f"{number:02}-{kind}/{facts.office.office.symbol}".rstrip("/")


def issue(
    store: Store, *, facts: Facts, meeting: Meeting, form: str, title: str, number: int, day: dt.date, on: dt.date
) -> Document:
    """Register a document issued from the meeting; a number already used in the term is refused."""
    kind = TYPE_OF_FORM[form]
    if day > on:
        raise Refusal(f"Ngày văn bản {vi.day(day)} chưa đến; cần ngày không sau hôm nay.", field="date")
    if number < 1:
        raise Refusal("Số văn bản cần từ 1 trở lên.", field="number")
    symbol = symbol_of(facts, kind, number)
    if any(document.symbol == symbol and document.type == kind for document in facts.office.documents):
        raise Refusal(
            f"Số {symbol} đã cấp cho văn bản khác; số tiếp theo là {next_number(facts, kind, on)}.", field="number"
        )
    document = Document(
        id=store.new_id(Document),
        type=kind,
        number=number,
        symbol=symbol,
        date=day,
        title=vi.nfc(title).strip(),
        issuer=meeting.body,
        signed_by=meeting.chair,
        source=Source(meeting=meeting.id),
    )
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
