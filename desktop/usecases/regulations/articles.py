"""What an article asks, for showing beside what it governs: the project's own sentences, and the attached words."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Clause
from desktop.usecases.regulations import rows as regulations

NOT_ATTACHED = "Chưa kèm văn bản quy chế, nên không trích nguyên văn."


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    title: str
    means: tuple[str, ...]
    words: str = ""
    note: str = ""


def articles(facts: Facts, cites: Sequence[Cite], on: dt.date) -> list[Article]:
    """One for each clause cited, in their order, each once."""
    found = {at: cite.profile for cite in reversed(cites) for at in _clauses(cite)}
    order = dict.fromkeys(at for cite in cites for at in _clauses(cite))
    return [_article(facts, Cite(profile=found[at], at=at), on) for at in order]


def _clauses(cite: Cite) -> Iterable[Clause]:
    if cite.at:
        yield cite.at
    yield from cite.also


def _article(facts: Facts, cite: Cite, on: dt.date) -> Article:
    assert cite.at is not None
    words = regulations.clause_text(facts.office, cite) or ""
    note = "" if words else NOT_ATTACHED
    return Article(
        title=vi.capital(vi.clause(cite.at)), means=tuple(_means(facts, cite.at, on)), words=words, note=note
    )


def _means(facts: Facts, at: Clause, on: dt.date) -> Iterable[str]:
    """The sentences of every parameter that rests on the clause."""
    held = facts.in_force(on)
    parameters = held.profile.parameters.values() if held else ()
    said: dict[str, None] = {}
    for parameter in parameters:
        dated = parameter.on(on)
        if dated.at and (dated.at.article, dated.at.clause) == (at.article, at.clause):
            said[parameter.says(on)] = None
    return said


def regulation_title(facts: Facts, on: dt.date) -> str:
    held = facts.in_force(on)
    return f"{held.profile.title}, hiệu lực từ {vi.day(held.from_)}" if held else "Chưa có quy chế có hiệu lực"
