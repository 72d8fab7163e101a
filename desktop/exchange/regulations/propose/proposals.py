"""Proposes a value for every content that a regulation's own words give. May import domain.

What is not worded in a way that is known is silent: a wrong value costs the office more than a missing one.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from desktop.domain.delegation import ITEMS
from desktop.domain.findings import Clause
from desktop.domain.rules.delegated_matter import ITEM, OPEN
from desktop.exchange.regulations.propose.candidates import Candidate, Proposal, candidates, proposal
from desktop.exchange.regulations.propose.fold import fold
from desktop.exchange.regulations.propose.items import delegated
from desktop.exchange.regulations.propose.mentions import Cast, own_names, units_above
from desktop.exchange.regulations.propose.places import Sentence, sentences
from desktop.exchange.regulations.propose.reading_words import cast_of, contents, duties, item_words, names
from desktop.exchange.regulations.propose.topics import marked
from desktop.exchange.regulations.propose.values import Value
from desktop.exchange.regulations.propose.wordings import Words, met_by
from desktop.exchange.regulations.words import RegulationWords

_ITEM = ITEM.pattern.removesuffix(".{}")
"""What the content of one item is called by, whichever it is."""


@dataclass(frozen=True, slots=True)
class Proposals:
    """`silent` are the keys of which the text says nothing that is understood, `unread` the duties no content took."""

    found: tuple[Proposal, ...] = ()
    silent: tuple[str, ...] = ()
    unread: tuple[Sentence, ...] = ()


def propose(words: RegulationWords) -> Proposals:
    """Everything that can be read out of a text, each content at most once, in the order of the contents."""
    read = list(sentences(words))
    cast = cast_of(own_names(each.folded for each in read), units_above(fold(words.title)))
    known = contents(cast)
    met = [one for shapes in marked(read, cast) for one in candidates(shapes, known, cast)]
    listed = list(_listed(read, cast))
    best = _best_of_each(met)
    if listed:
        best.pop(OPEN, None)
    keys = list(dict.fromkeys(content.key for content in known))
    return Proposals(
        found=(*(best[key] for key in keys if key in best), *listed),
        silent=tuple(key for key in (*keys, *(() if listed else (ITEMS,))) if key not in best),
        unread=tuple(_unread(read, {id(each.sentence) for each in met}, {each.at for each in listed})),
    )


def _listed(read: Sequence[Sentence], cast: Cast) -> Iterator[Proposal]:
    """What is delegated: the list, then its items."""
    says, matters = item_words(cast)
    opening, listed = delegated(read, cast, says, matters)
    if opening:
        codes = [name for name, _, _ in listed]
        yield proposal(ITEMS, names()[ITEMS], codes, opening, (0, len(opening.text)), sure=True)
    for name, value, sentence in listed:
        whole = (0, len(sentence.text))
        yield proposal(ITEM.of(name), f"{names()[_ITEM]} {name}", value, sentence, whole, sure=False)


def _best_of_each(met: Iterable[Candidate]) -> dict[str, Proposal]:
    grouped = groupby(sorted(met, key=_by_key), key=_by_key)
    return {key: best for key, group in grouped if (best := _best(list(group)))}


def _by_key(candidate: Candidate) -> str:
    return candidate.proposal.key


def _best(candidates: Sequence[Candidate]) -> Proposal | None:
    """The best of them; it is not sure where another as good says something else."""
    best = min(candidates, key=lambda each: each.order)
    if best.adds:
        return None
    if best.union:
        return replace(best.proposal, value=_together(candidates))
    rivals = (each.proposal.value for each in candidates if each.order[:2] == best.order[:2])
    agreed = all(_agree(best.proposal.value, value) for value in rivals)
    return best.proposal if agreed else replace(best.proposal, sure=False)


def _together(candidates: Iterable[Candidate]) -> list[str]:
    """Every code that any of them says, the best one's first."""
    ordered = sorted(candidates, key=lambda each: each.order)
    return list(dict.fromkeys(code for each in ordered for code in each.proposal.value))


def _agree(value: Value, other: Value) -> bool:
    """Whether the fuller of two values says what the other says too."""
    if isinstance(value, dict) and isinstance(other, dict):
        return other.items() <= value.items()
    if isinstance(value, list) and isinstance(other, list):
        return set(other) <= set(value)
    return bool(value == other)


def _unread(read: Sequence[Sentence], taken: Container[int], listed: Container[Clause]) -> Iterator[Sentence]:
    """Every sentence that lays down a duty and that neither a content nor the list of what is delegated took."""
    duty = duties()
    for each in read:
        if id(each) not in taken and each.at not in listed and met_by(duty, Words(each.folded)):
            yield each
