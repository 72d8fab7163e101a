"""The letter that reminds those whose periodic report is late: which record it is of, and that it was sent.

May import domain, db and papers. Nothing is committed here.
"""

import datetime as dt
from collections.abc import Iterable

from db.store import Store
from desktop.domain.facts import Facts
from desktop.domain.owed import owing
from desktop.domain.periods import period
from desktop.domain.records import Ballot, Task
from desktop.papers.forms.reminders import don_doc_khac
from desktop.usecases.reports import edits

SLUG = "don-doc"
MODES = (("all", "Một công văn gửi chung"), ("each", "Mỗi nơi một công văn"))


def is_of_reports(facts: Facts, slug: str, record: str) -> bool:
    """Whether the letter is on the reports of a period, and not on a record that happens to bear such an id."""
    if slug != SLUG or period(record) is None:
        return False
    office = facts.office
    ids = {one.id for one in office.meetings} | {one.id for one in office.ballots} | {one.id for one in office.tasks}
    return record not in ids


def title_of(facts: Facts, record: str) -> str:
    """How the register names the reminder of a ballot or a task; empty for one of a meeting's papers."""
    records: tuple[Ballot | Task, ...] = (*facts.office.ballots, *facts.office.tasks)
    return next((don_doc_khac.title_of(one) for one in records if one.id == record), "")


def mark_sent(store: Store, *, facts: Facts, code: str, whom: Iterable[str], day: dt.date, on: dt.date) -> None:
    """Those who owe the report were reminded on a day; their expected reports say so."""
    named = frozenset(whom)
    keys = [edits.key_of(one.rule, one.who, code) for one in owing(facts, code, on) if one.who in named]
    edits.remind(store, facts=facts, keys=keys, day=day, on=on)
