"""Whatever an office holds, each form makes its paper of each record, or refuses in a sentence.

What a record lacks is dots or nothing on paper, never a word of the program's.
"""

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice, pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from desktop.domain.facts import Facts
from desktop.domain.records import Office
from desktop.domain.refs import RecordRef
from desktop.domain.refusal import Refusal
from desktop.exchange.office_json import write_office
from desktop.papers.forms.base.form import Form
from desktop.papers.forms.table import FORMS
from desktop.papers.paper import Paper, Table
from desktop.sample.sample import closing_day, sample_office
from desktop.usecases.base.facts import facts_of
from desktop.usecases.papers.printing import writing_of
from tests.offices import offices
from tests.papers.forms.test_forms import lines
from tests.papers.forms.test_table import OFTEN

FEW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
DAYS = st.dates(dt.date(2023, 6, 1), dt.date(2026, 6, 30))
RAW = re.compile(r"\b(None|True|False)\b|thuong-truc|datetime|\bbtv\b")
"""What a paper would say of a fact that nobody asked for."""
SAID_RAW = re.compile(r"\b(None|True|False)\b")
"""The same, where an office has typed it itself."""


def _all_it_is_made_of(facts: Facts, form: Form[Any], on: dt.date) -> Iterator[RecordRef]:
    office = facts.office
    typed = [OFTEN[form.of.name], on.isoformat()] if form.of.name in OFTEN else []
    typed += [one.id for records in (office.meetings, office.ballots, office.absences) for one in records]
    typed += [f"{one.id}/{item.id}" for one in office.meetings for item in one.agenda]
    typed += [one.id for records in (office.assignments, office.programmes, office.documents) for one in records]
    typed += [one.id for records in (office.delegated, office.tasks, office.reports) for one in records]
    for one in dict.fromkeys(typed):
        try:
            yield form.read(facts, one, on)
        except Refusal:
            continue


def _around(paper: Paper) -> Iterator[str]:
    """What stands about the text: the head, whom it is addressed to and who signs."""
    if paper.head:
        yield from (paper.head.superior, paper.head.body, paper.head.number, paper.head.place_date)
    yield from (*paper.addressed, *paper.recipients)
    for signer in filter(None, (paper.signer, paper.left_signer)):
        yield from (*signer.authority, *signer.post, signer.name)


def _is_numbered_from_one(paper: Paper) -> None:
    """One after the other; under a label some tables begin anew."""
    for table in (block for block in paper.blocks if isinstance(block, Table) and block.columns[0].title == "TT"):
        firsts = [row.cells[0] for row in table.rows]
        numbers = [int(cell) for cell in firsts if isinstance(cell, str) and cell.isdigit()]
        assert all(now in (1, before + 1) for before, now in pairwise([0, *numbers])), (paper.slug, numbers)


@FEW
@given(offices(most=2), DAYS)
def test_every_form_is_made_of_whatever_there_is(office: Office, on: dt.date) -> None:
    assume(not SAID_RAW.search(write_office(office)))
    facts = facts_of(office)
    writing = writing_of(facts, on)
    for form in FORMS.values():
        for ref in _all_it_is_made_of(facts, form, on):
            try:
                papers = form.papers(writing, ref)
            except Refusal as refused:
                said = [refused.sentence]
            else:
                form.day_of(writing, ref)
                said = [text for paper in papers for text in (paper.title, paper.summary, *lines(paper))]
                said += [line for paper in papers for line in _around(paper)]
            assert not [text for text in said if RAW.search(text)]


@pytest.mark.parametrize("slug", [slug for slug in FORMS if slug != "bao-cao-quy-che"])
def test_the_lines_of_every_table_of_a_full_office_are_numbered_from_one(slug: str) -> None:
    on = closing_day("tay-son-2024")
    full = facts_of(sample_office("tay-son-2024", as_of=on))
    form, writing = FORMS[slug], writing_of(full, on)
    for ref in islice(_all_it_is_made_of(full, form, on), 12):
        with suppress(Refusal):
            for paper in form.papers(writing, ref):
                _is_numbered_from_one(paper)
