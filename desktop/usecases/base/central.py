"""What the centre lays down for this committee on a day, in a sentence each. May import domain, vi and exchange."""

import datetime as dt

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import Document
from desktop.domain.series import lead
from desktop.exchange.central import About, CentralFact, central_facts
from desktop.exchange.forms import load_committees

UNCHECKED = "cần đối chiếu văn bản gốc"


def said(facts: Facts, on: dt.date, about: About | None = None) -> tuple[str, ...]:
    """Everything that holds for the office's level, of one matter or of all."""
    return tuple(_sentence(each) for each in _holding(facts, on) if about in (None, each.about))


def on_document(facts: Facts, document: Document, on: dt.date) -> str:
    """What speaks against a paper of that type by that issuer; empty where nothing does."""
    day = document.date or on
    held = (each for each in _holding(facts, day) if each.about == "document")
    return " ".join(_sentence(each) for each in held if document.type in each.types and lead(document) in each.issuers)


def _holding(facts: Facts, on: dt.date) -> tuple[CentralFact, ...]:
    head = facts.office.office
    level = load_committees().level_of(head.name, head.kind)
    return tuple(each for each in central_facts() if level and each.holds(level.code, on))


def _sentence(fact: CentralFact) -> str:
    doubt = "" if fact.checked else f" ({UNCHECKED})"
    return f"Quy định {fact.number} ngày {vi.day(fact.day)}: {fact.says}{doubt}."
