"""Proposes a value for every content that a regulation's own words give. May import domain.

For each sentence and each wording of a content: is it met, what value stands in it, where. What is not worded in a
way that is known is silent: a wrong value costs the office more than a missing one.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from desktop.domain.findings import Clause
from desktop.exchange.regulations.propose.fold import fold
from desktop.exchange.regulations.propose.items import delegated
from desktop.exchange.regulations.propose.mentions import Cast, own_names, units_above
from desktop.exchange.regulations.propose.places import Sentence, sentences
from desktop.exchange.regulations.propose.reading_words import Content, cast_of, contents, duties, item_words, names
from desktop.exchange.regulations.propose.topics import Marked, marked
from desktop.exchange.regulations.propose.values import Found, Value, read, size
from desktop.exchange.regulations.propose.wordings import Wording, Words
from desktop.exchange.regulations.words import RegulationWords

_AROUND = " \n\t;,:-–+("
ITEMS, ITEM, OPEN = "delegated.matter.items", "delegated.matter.item", "delegated.matter.open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A value, the place that says so, and the words it rests on (`start`, `end` in the article's own words)."""

    key: str
    name: str
    value: Value
    at: Clause
    start: int
    end: int
    text: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Proposals:
    """`silent` are the keys of which the text says nothing that is understood, `unread` the duties no content took."""

    found: tuple[Proposal, ...] = ()
    silent: tuple[str, ...] = ()
    unread: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    """`order` puts the better one first: the first wording of the file, the article it belongs in, the fuller value.

    One that `adds` says something only beside another; those of a `union` are laid together.
    """

    proposal: Proposal
    sentence: Sentence
    order: tuple[int, ...]
    adds: bool
    union: bool


def propose(words: RegulationWords) -> Proposals:
    """Everything that can be read out of a text, each content at most once."""
    sentences_read = list(sentences(words))
    cast = cast_of(own_names(each.folded for each in sentences_read), units_above(fold(words.title)))
    known = contents(cast)
    candidates = [one for each in marked(sentences_read, cast) for one in _candidates(each, known, cast)]
    grouped = groupby(sorted(candidates, key=_by_key), key=_by_key)
    found = {key: best for key, group in grouped if (best := _best(list(group)))}
    listed = list(_listed(sentences_read, cast))
    keys = dict.fromkeys((*(content.key for content in known), ITEMS))
    found |= {each.key: each for each in listed}
    if listed:
        found.pop(OPEN, None)
    taken = {id(each.sentence) for each in candidates} | {(each.at) for each in listed}
    return Proposals(
        found=tuple(
            sorted(found.values(), key=lambda each: list(keys).index(each.key) if each.key in keys else len(keys))
        ),
        silent=tuple(key for key in keys if key not in found),
        unread=tuple(_unread(sentences_read, taken)),
    )


def _listed(read: Sequence[Sentence], cast: Cast) -> Iterator[Proposal]:
    """What is delegated: the list, then its items."""
    says, matters = item_words(cast)
    opening, listed = delegated(read, cast, says, matters)
    if opening:
        listed_names = [name for name, _, _ in listed]
        yield _proposal(ITEMS, names()[ITEMS], listed_names, opening, (0, len(opening.text)), sure=True)
    for name, value, sentence in listed:
        whole = (0, len(sentence.text))
        yield _proposal(f"{ITEM}.{name}", f"{names()[ITEM]} {name}", value, sentence, whole, sure=False)


def _by_key(candidate: _Candidate) -> str:
    return candidate.proposal.key


def _candidates(shapes: Sequence[Marked], known: Iterable[Content], cast: Cast) -> Iterator[_Candidate]:
    for rank, content in enumerate(known):
        for shape in shapes:
            if not shape.words.all.isdisjoint(content.announced) and (found := _met(shape, content, cast)):
                order = (rank, not _at_home(shape, content), -size(found.value))
                yield _Candidate(found, shape.sentence, order, content.adds, content.union)
                break


def _at_home(shape: Marked, content: Content) -> bool:
    return met_by(content.home, shape.heading)


def met_by(wordings: Iterable[Wording], *words: Words) -> bool:
    return any(each.search(where) for each in wordings for where in words)


def _met(shape: Marked, content: Content, cast: Cast) -> Proposal | None:
    """The proposal of the first wording that is met and not excluded."""
    return next((found for each in content.says if (found := _read(each, shape, content, cast))), None)


def _read(wording: Wording, shape: Marked, content: Content, cast: Cast) -> Proposal | None:
    met = wording.search(shape.words)
    if met is None or (content.only_home and not _at_home(shape, content)):
        return None
    if content.needs and not met_by(content.needs, shape.words, shape.lead, shape.heading):
        return None
    found = Found(content, shape.words, met, cast)
    if met_by(content.never, shape.whole) or met_by(content.unless, Words(found.segment)):
        return None
    value = read(found)
    if value is None:
        return None
    span = max(met.span[0] - shape.shift, 0), met.span[1] - shape.shift
    return _proposal(content.key, content.name, value, shape.sentence, span, sure=content.sure)


def _proposal(key: str, name: str, value: Value, sentence: Sentence, span: tuple[int, int], *, sure: bool) -> Proposal:
    """A proposal that rests on a part of a sentence, without the blanks and signs around it."""
    text = sentence.text[slice(*span)]
    begin = span[0] + len(text) - len(text.lstrip(_AROUND))
    text = text.strip(_AROUND)
    start = sentence.start + begin
    return Proposal(
        key=key, name=name, value=value, at=sentence.at, start=start, end=start + len(text), text=text, sure=sure
    )


def _best(candidates: Sequence[_Candidate]) -> Proposal | None:
    """The best of them; it is not sure where another as good says something else."""
    best = min(candidates, key=lambda each: each.order)
    if best.adds:
        return None
    if best.union:
        return replace(best.proposal, value=_together(candidates))
    rivals = (each.proposal.value for each in candidates if each.order[:2] == best.order[:2])
    agreed = all(_agree(best.proposal.value, value) for value in rivals)
    return best.proposal if agreed else replace(best.proposal, sure=False)


def _together(candidates: Iterable[_Candidate]) -> list[str]:
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


def _unread(read: Sequence[Sentence], taken: Container[object]) -> Iterator[Sentence]:
    duty = duties()
    return (
        each for each in read if id(each) not in taken and each.at not in taken and met_by(duty, Words(each.folded))
    )
