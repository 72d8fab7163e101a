"""The papers of a meeting as a whole: which there are, what each was issued as, and the number given to one."""

import datetime as dt
from dataclasses import dataclass

from db.store import Store
from desktop.domain.facts import Facts
from desktop.domain.issued import issued_from
from desktop.domain.records import Document, Meeting, Source
from desktop.papers.forms.base.writing import Issue
from desktop.papers.forms.table import FORMS
from desktop.usecases.documents import registering
from desktop.usecases.documents.numbers import refuse_taken
from desktop.usecases.papers import printing


def issue(
    store: Store, *, facts: Facts, meeting: Meeting, form: str, number: int, day: dt.date, on: dt.date
) -> Document:
    """Register the meeting's paper as it prints; a number already used in the term is refused."""
    (paper,) = printing.print_form(facts, form, meeting.id, on=on, issue=Issue(number=number, day=day))
    registering.refuse_incomplete(paper)
    document = registering.entered(
        facts,
        paper,
        id=store.new_id(Document),
        kind=printing.form_of(form).type,
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
    return [
        FormRow(
            id=form.slug,
            title=form.title,
            kind=form.type,
            issued=issued_from(facts, form.type, meeting) if form.type else None,
        )
        for form in FORMS.values()
        if form.of.fits(meeting)
    ]
