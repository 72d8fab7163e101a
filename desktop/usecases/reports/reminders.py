"""The letter that reminds those whose periodic report is late: how it goes out, and that it was sent.

May import domain, db and papers. Nothing is committed here.
"""

import datetime as dt
from collections.abc import Iterable

from db.store import Store
from desktop.domain.facts import Facts
from desktop.domain.owed import owing
from desktop.usecases.reports import edits

MODES = (("all", "Một công văn gửi chung"), ("each", "Mỗi nơi một công văn"))


def mark_sent(store: Store, *, facts: Facts, code: str, whom: Iterable[str], day: dt.date, on: dt.date) -> None:
    """Those who owe the report were reminded on a day; their expected reports say so."""
    named = frozenset(whom)
    keys = [edits.key_of(one.rule, one.who, code) for one in owing(facts, code, on) if one.who in named]
    edits.remind(store, facts=facts, keys=keys, day=day, on=on)
