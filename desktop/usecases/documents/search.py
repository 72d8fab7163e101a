"""Finds documents by the beginnings of words in all they say, with or without diacritics, the newest first.

May import domain and vi. The index is made of the facts and touches nothing else, so that it may be made in a thread.
"""

import datetime as dt
import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from operator import and_, or_

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import Document
from desktop.domain.series import clean_symbol
from desktop.usecases.documents.rows import issuer_words

WORD = re.compile(r"[^\W_]+")
"""A word is a run of letters and digits: `12-NQ/HU` is three."""
PAIR = re.compile(r"(?<![^\W_])(?=([^\W_]+(?:(?!\s)[\W_])+[^\W_]))")
"""A word, the signs after it and the letter they tie to it: `12-n` and `nq/h` of `12-NQ/HU`."""
_DENSE = 64
"""A word that stands in one text of so many is kept as bits, a rarer one as the list of its texts."""
_HEAVY = 5000
"""The beginnings of one or two letters that would gather more than so many rare places are gathered beforehand."""


class WordIndex:
    """Folded texts by place, 0 being the newest; the places of a word are the bits of a whole number."""

    def __init__(self, folded: Iterable[str]) -> None:
        self._texts = list(folded)
        rare: dict[str, array[int]] = {}
        for place, text in enumerate(self._texts):
            for word in {*WORD.findall(text), *PAIR.findall(text)}:
                if word not in rare:
                    rare[word] = array("I")
                rare[word].append(place)
        most = max(1, len(self._texts) // _DENSE)
        self._dense = {word: self._bits([places]) for word, places in rare.items() if len(places) > most}
        self._rare = {word: places for word, places in rare.items() if len(places) <= most}
        self._words = sorted(rare)
        self._begun: dict[str, int] = {}
        self._gather()

    def _gather(self) -> None:
        for head in {word[:size] for word in self._words for size in (1, 2)}:
            if sum(len(self._rare[word]) for word in self._beginning(head) if word in self._rare) > _HEAVY:
                self._begun[head] = self._places(head)

    def _bits(self, lists: Iterable["array[int]"]) -> int:
        """Many places at once: written as digits and read as one number, which no shifting bit by bit comes near."""
        digits = bytearray(b"0") * len(self._texts)
        for places in lists:
            for place in places:
                digits[~place] = 49
        return int(digits, 2) if digits else 0

    def _beginning(self, head: str) -> Iterator[str]:
        for at in range(bisect_left(self._words, head), len(self._words)):
            if not self._words[at].startswith(head):
                return
            yield self._words[at]

    def _places(self, head: str) -> int:
        if head in self._begun:
            return self._begun[head]
        words = list(self._beginning(head))
        rare = [self._rare[word] for word in words if word in self._rare]
        return reduce(
            or_, (self._dense[word] for word in words if word in self._dense), self._bits(rare) if rare else 0
        )

    def find(self, typed: str) -> Iterator[int]:
        """The places, in their order, of texts in which every typed word begins a word; signs alone ask for nothing."""
        asked = [word for part in vi.fold(typed).split() if (word := part.strip(_signs(part)))]
        if not asked:
            yield from range(len(self._texts))
            return
        heads = {head for word in asked for head in PAIR.findall(word) or [word]}
        bits = reduce(and_, (self._places(head) for head in heads))
        tied = [re.compile(rf"(?<![^\W_]){re.escape(word)}") for word in asked if not WORD.fullmatch(word)]
        for place in _set(bits):
            if all(pattern.search(self._texts[place]) for pattern in tied):
                yield place


def _signs(text: str) -> str:
    return "".join(letter for letter in text if not WORD.match(letter))


_STEP = 512


def _set(bits: int) -> Iterator[int]:
    """The places of the set bits, the lowest first, some hundred at a time so that the first come at once."""
    base = 0
    while bits:
        low = bits & ((1 << _STEP) - 1)
        while low:
            first = low & -low
            yield base + first.bit_length() - 1
            low ^= first
        bits >>= _STEP
        base += _STEP


class Search:
    """Every document of one office, ready to be found; `before` lends what was folded for the last facts."""

    def __init__(self, facts: Facts, before: "Search | None" = None) -> None:
        papers = sorted(facts.office.documents, key=lambda one: (one.date or dt.date.max, one.id), reverse=True)
        known: Mapping[str, str] = before.folded if before else {}
        said = [text_of(facts, one) for one in papers]
        self.folded: dict[str, str] = {text: known.get(text) or vi.fold(text) for text in said}
        self._ids = [one.id for one in papers]
        self._index = WordIndex(self.folded[text] for text in said)

    def find(self, typed: str) -> Iterator[str]:
        """The ids of the documents found, the newest first."""
        return (self._ids[place] for place in self._index.find(typed))


def text_of(facts: Facts, document: Document) -> str:
    """Everything that can be searched: the line itself, its text, and the conclusion it was made of."""
    signer = facts.person(document.signed_by)
    parts = (clean_symbol(document.symbol), document.title, issuer_words(document), signer.name if signer else "",
             *document.recipients, document.body, _conclusion(facts, document))  # fmt: skip
    return " ".join(part for part in parts if part)


def _conclusion(facts: Facts, document: Document) -> str:
    source = document.source
    if source is None or document.secrecy != "none":
        return ""
    meeting = facts.meeting(source.meeting)
    items = meeting.agenda if meeting else ()
    return " ".join(item.conclusion for item in items if source.agenda in (None, item.id) and item.conclusion)
