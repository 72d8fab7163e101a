"""Proposes a value for every content that a regulation's own words give. May import domain.

For each sentence and each wording of a content: is it met, what value stands in it, where. What is not worded in a
way that is known is silent: a wrong value costs the office more than a missing one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from desktop.domain.findings import Clause
from desktop.exchange.regulations.propose.mentions import Cast, own_names
from desktop.exchange.regulations.propose.places import Sentence, sentences
from desktop.exchange.regulations.propose.reading_words import Content, Line, contents, duties, who
from desktop.exchange.regulations.propose.topics import Marked, marked
from desktop.exchange.regulations.propose.values import Met, Value, read, size
from desktop.exchange.regulations.words import RegulationWords


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
    """`order` puts the better one first: the first wording of the file, the article it belongs in, the fuller value."""

    proposal: Proposal
    sentence: Sentence
    order: tuple[int, ...]


def propose(words: RegulationWords) -> Proposals:
    """Everything that can be read out of a text, each content at most once."""
    sentences_read = list(sentences(words))
    cast = Cast(who(), own_names(each.folded for each in sentences_read))
    known = contents(cast)
    candidates = [one for each in marked(sentences_read, cast) for one in _candidates(each, known, cast)]
    found = {key: _best(list(group)) for key, group in groupby(sorted(candidates, key=_by_key), key=_by_key)}
    keys = dict.fromkeys(content.key for content in known)
    return Proposals(
        found=tuple(found[key] for key in keys if key in found),
        silent=tuple(key for key in keys if key not in found),
        unread=tuple(_unread(sentences_read, candidates)),
    )


def _by_key(candidate: _Candidate) -> str:
    return candidate.proposal.key


def _candidates(shapes: Sequence[Marked], known: Iterable[Content], cast: Cast) -> Iterator[_Candidate]:
    for rank, content in enumerate(known):
        for shape in shapes:
            if found := _met(shape, content, cast):
                order = (rank, not _at_home(shape, content), -size(found.value))
                yield _Candidate(found, shape.sentence, order)
                break


def _at_home(shape: Marked, content: Content) -> bool:
    return bool(content.home and content.home.search(shape.heading))


def _met(shape: Marked, content: Content, cast: Cast) -> Proposal | None:
    """The proposal of the first wording that is met and not excluded."""
    if content.only_home and not _at_home(shape, content):
        return None
    if content.needs and not content.needs.search(f"{shape.heading}\n{shape.lead}\n{shape.text}"):
        return None
    for line in content.lines:
        if line.needed <= shape.words and (found := _read(line, shape, content, cast)):
            return found
    return None


def _read(line: Line, shape: Marked, content: Content, cast: Cast) -> Proposal | None:
    match = line.expression.search(shape.text)
    if match is None:
        return None
    met = Met(content, shape.text, match, cast)
    if content.unless and content.unless.search(met.segment):
        return None
    value = read(met)
    if value is None:
        return None
    sentence = shape.sentence
    begin, end = max(match.start() - shape.shift, 0), match.end() - shape.shift
    return Proposal(
        key=content.key,
        name=content.name,
        value=value,
        at=sentence.at,
        start=sentence.start + begin,
        end=sentence.start + end,
        text=sentence.text[begin:end],
        sure=content.sure,
    )


def _best(candidates: Sequence[_Candidate]) -> Proposal:
    """The best of them; it is not sure where another as good says something else."""
    best = min(candidates, key=lambda each: each.order)
    rivals = (each.proposal.value for each in candidates if each.order[:2] == best.order[:2])
    agreed = all(_agree(best.proposal.value, value) for value in rivals)
    return best.proposal if agreed else replace(best.proposal, sure=False)


def _agree(value: Value, other: Value) -> bool:
    """Whether the fuller of two values says what the other says too."""
    if isinstance(value, dict) and isinstance(other, dict):
        return other.items() <= value.items()
    if isinstance(value, list) and isinstance(other, list):
        return set(other) <= set(value)
    return bool(value == other)


def _unread(read: Sequence[Sentence], candidates: Sequence[_Candidate]) -> Iterator[Sentence]:
    taken = {id(each.sentence) for each in candidates}
    duty = duties()
    return (each for each in read if id(each) not in taken and duty.search(each.folded))
