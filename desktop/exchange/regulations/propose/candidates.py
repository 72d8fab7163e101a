"""Tries every wording of every content on every sentence. May import domain.

What is met is a candidate; `proposals.py` takes the best one of each content.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop.domain.findings import Clause
from desktop.exchange.regulations.propose.mentions import Cast
from desktop.exchange.regulations.propose.places import Sentence
from desktop.exchange.regulations.propose.reading_words import Content
from desktop.exchange.regulations.propose.topics import Marked
from desktop.exchange.regulations.propose.values import Found, Value, read, size
from desktop.exchange.regulations.propose.wordings import Words, met_by

_AROUND = " \n\t;,:-–+("
Span = tuple[int, int]


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
class Candidate:
    """`order` puts the better one first: the first wording of the file, the article it belongs in, the fuller value.

    One that `adds` says something only beside another; those of a `union` are laid together.
    """

    proposal: Proposal
    sentence: Sentence
    order: tuple[int, ...]
    adds: bool
    union: bool


def candidates(shapes: Sequence[Marked], known: Iterable[Content], cast: Cast) -> Iterator[Candidate]:
    """What a sentence says of each content, as it stands or with whom it speaks of before it."""
    for rank, content in enumerate(known):
        for shape in shapes:
            if shape.words.all.isdisjoint(content.announced) or not _stands(shape, content):
                continue
            if found := _met(shape, content, cast):
                order = (rank, not _at_home(shape, content), -size(found.value))
                yield Candidate(found, shape.sentence, order, content.adds, content.union)
                break


def _at_home(shape: Marked, content: Content) -> bool:
    return met_by(content.home, shape.heading)


def _stands(shape: Marked, content: Content) -> bool:
    """Whether a content that is said only in its article, or only below its body's name, may be said here."""
    if content.only_home and not _at_home(shape, content):
        return False
    return not content.under or met_by(content.under, shape.heading, shape.lead)


def _met(shape: Marked, content: Content, cast: Cast) -> Proposal | None:
    """The proposal of the first wording that is met, not excluded and gives a value."""
    for wording in content.says:
        met = wording.search(shape.words)
        found = Found(content, shape.words, met, cast) if met else None
        if met and found and _holds(shape, content, found) and (value := read(found)) is not None:
            span = max(met.span[0] - shape.shift, 0), met.span[1] - shape.shift
            return proposal(content.key, content.name, value, shape.sentence, span, sure=content.sure)
    return None


def _holds(shape: Marked, content: Content, found: Found) -> bool:
    """Whether what a content needs is there, and nothing that excludes it."""
    if content.needs and not met_by(content.needs, shape.words, shape.lead, shape.heading):
        return False
    if content.follows and not met_by(content.follows, shape.heading, shape.earlier):
        return False
    if met_by(content.elsewhere, shape.heading, shape.lead) and not met_by(content.own, shape.heading, shape.lead):
        return False
    return not met_by(content.never, shape.whole) and not met_by(content.unless, Words(found.segment))


def proposal(key: str, name: str, value: Value, sentence: Sentence, span: Span, *, sure: bool) -> Proposal:
    """A proposal that rests on a part of a sentence, without the blanks and signs around it."""
    text = sentence.text[slice(*span)]
    start = sentence.start + span[0] + len(text) - len(text.lstrip(_AROUND))
    text = text.strip(_AROUND)
    end = start + len(text)
    return Proposal(key=key, name=name, value=value, at=sentence.at, start=start, end=end, text=text, sure=sure)
