"""The rows of the forms say of each form what its papers show: the day they bear and the type they are numbered as."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import pytest

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import Meeting
from desktop.domain.refs import RecordRef
from desktop.papers.forms.base.form import Form
from desktop.papers.forms.table import FORMS
from desktop.sample.sample import PROFILES, closing_day, sample_office
from desktop.usecases.base.facts import facts_of
from desktop.usecases.papers.printing import writing_of

OFTEN = {"week": "2024-W35", "month": "2024-08", "day": "2024-08-28", "account": "2024-Q2", "register": "NQ/2024"}


def refs_of(facts: Facts, form: Form[Any], on: dt.date) -> Iterator[RecordRef]:
    """One of every kind of record a form can be made of, with what was typed for it."""
    office = facts.office
    lists = {
        "ballot": office.ballots,
        "absence": office.absences,
        "duty": [one for one in office.assignments if one.kind == "duty"],
        "programme": office.programmes,
        "session-btv": office.delegated,
    }
    typed = [OFTEN[form.of.name]] if form.of.name in OFTEN else [one.id for one in lists.get(form.of.name, ())]
    if form.type in ("TB", "NQ", "KL", "QĐ"):
        typed += [one.id for one in office.documents if one.type == form.type and not one.cancelled]
    yield from (form.read(facts, one, on) for one in typed)


@pytest.mark.parametrize("slug", FORMS)
def test_a_row_says_the_day_its_paper_bears(slug: str) -> None:
    form = FORMS[slug]
    for profile in PROFILES:
        on = closing_day(profile)
        facts = facts_of(sample_office(profile, as_of=on))
        writing = writing_of(facts, on)
        for ref in refs_of(facts, form, on):
            assert not ref.names(Meeting)
            head, day = form.papers(writing, ref)[0].head, form.day_of(writing, ref)
            assert head is not None
            left_open = day is None and not re.search(r"ngày \d", head.place_date)
            assert left_open or vi.day_words(day or on) in head.place_date, (ref, day, head.place_date)


@pytest.mark.parametrize("slug", FORMS)
def test_a_row_says_the_type_its_paper_is_numbered_as(slug: str) -> None:
    form, on = FORMS[slug], closing_day("tay-son-2024")
    facts = facts_of(sample_office("tay-son-2024", as_of=on))
    found = [*refs_of(facts, form, on), *(RecordRef.to(one) for one in facts.sessions if form.of.fits(one))]
    for ref in found[:3]:
        head = form.papers(writing_of(facts, on), ref)[0].head
        assert head is not None
        assert not form.type or f"-{form.type}/" in head.number, ref
