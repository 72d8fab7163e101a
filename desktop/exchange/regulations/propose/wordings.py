"""Looks for a wording in the words of a sentence, step by step. Standard library only.

Between the steps of a wording stand gaps: `~` words in between that name nobody, `·` words in between without a number,
`…` any words in between; none goes past a semicolon, `…;…` goes past one. A step is looked for once in each text,
however many wordings have it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from desktop.exchange.regulations.propose.pattern import SIGNS, folded, joined, tokens

SOMEBODY = "\ue000-\uf8ff"
"""Every character that stands for somebody who was named (`mentions.py`)."""
VALUES = frozenset({"cadence", "share", "deadline", "periods", "number", "to", "cadence-held", "here", "bracket"})
"""The names of places that hold the value."""
_APART = frozenset({"start", "end", "n", "periods-here", "cadence-here"})
"""The names of places whose expression is large and is looked for by itself."""
_WORD = re.compile(rf"[{SIGNS[0]}-{SIGNS[-1]}]|\w+")
_NEXT = "next"
_GAPS = {
    _NEXT: re.compile(r"[\s,\"'().:-]{0,4}"),
    "~": re.compile(f"[^;{SOMEBODY}]{{0,120}}"),
    "…": re.compile(r"[^;]{0,240}"),
    "·": re.compile(r"[^;\d]{0,200}"),
    "…;…": re.compile(r"[^;]{0,240};[^;]{0,240}"),
    "here": re.compile(r"[^;]{1,240}"),
    "bracket": re.compile(r"[^;)]{1,160}"),
}
_SIGNS = frozenset(SIGNS)
_OPEN = ("here", "bracket")
Span = tuple[int, int]


class Words:
    """A text, and where each step that was looked for stands in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._found: dict[str, list[Span]] = {}

    @cached_property
    def all(self) -> frozenset[str]:
        return frozenset(_WORD.findall(self.text))

    def places(self, expression: str) -> list[Span]:
        if expression not in self._found:
            self._found[expression] = [match.span() for match in _compiled(expression).finditer(self.text)]
        return self._found[expression]


@dataclass(frozen=True, slots=True)
class Step:
    """What is looked for, what may stand before it, and whether it is the value.

    Most are never looked for in a text, and so their expressions are compiled when they are.
    """

    expression: str
    gap: str
    value: bool = False
    shape: bool = False

    def places(self, words: Words, begin: int) -> Iterator[Span]:
        """Where it stands from there on; of a shape, `định kỳ` or `trước` may belong to the step before."""
        for start, end in words.places(self.expression):
            if start >= begin:
                yield start, end
            elif self.shape and end > begin:
                yield begin, end


@dataclass(frozen=True, slots=True)
class Met:
    """Where a wording stands, and where the value in it."""

    span: Span
    value: Span | None


@dataclass(frozen=True, slots=True)
class Wording:
    """`rest` is the open place that ends it, if one does; of each choice `needed` one word must stand in a text."""

    steps: tuple[Step, ...]
    needed: tuple[frozenset[str], ...] = ()
    rest: str = ""

    @property
    def rarest(self) -> frozenset[str]:
        """The choice that the fewest sentences can meet: plain words before names; nothing where there is no choice."""
        return min(self.needed, key=lambda choice: (not choice.isdisjoint(_SIGNS), len(choice)), default=frozenset())

    def search(self, words: Words) -> Met | None:
        for choice in self.needed:
            if words.all.isdisjoint(choice):
                return None
        for step in self.steps:
            if not words.places(step.expression):
                return None
        spans = next(self._from(0, 0, words), None)
        return self._met(spans, words) if spans else None

    def _from(self, index: int, begin: int, words: Words) -> Iterator[list[Span]]:
        if index == len(self.steps):
            yield []
            return
        step = self.steps[index]
        for start, end in step.places(words, begin):
            if index == 0 or _GAPS[step.gap].fullmatch(words.text, begin, start):
                yield from ([(start, end), *rest] for rest in self._from(index + 1, end, words))

    def _met(self, spans: list[Span], words: Words) -> Met | None:
        value = next((span for step, span in zip(self.steps, spans, strict=True) if step.value), None)
        for index, step in enumerate(self.steps):
            if step.gap in _OPEN:
                value = (spans[index - 1][1] if index else 0, spans[index][0])
        end = spans[-1][1]
        if self.rest:
            open_place = _GAPS[self.rest].match(words.text, end)
            if open_place is None:
                return None
            value = open_place.span()
            end = value[1]
        return Met((min(spans[0][0], value[0] if value else spans[0][0]), end), value)


def wording(line: str, names: Mapping[str, str]) -> Wording:
    """The steps of a line of the reading words; raises `KeyError` for a name that is not known."""
    building = _Building(names)
    for token in tokens(line):
        building.add(token)
    building.close()
    needed = (_needed(token, names) for token in tokens(line) if token[0] != "(")
    rest = building.gap if building.gap in _OPEN else ""
    return Wording(tuple(building.steps), tuple(choice for choice in needed if choice), rest)


def _needed(token: str, names: Mapping[str, str]) -> frozenset[str]:
    """The words or names one of which a token must meet; nothing where that cannot be told."""
    if token in _GAPS or token[0] == "{":
        return frozenset(names.get(token[1:-1], "")) & _SIGNS
    choices = token[1:-1].split("|") if token[0] == "[" else [token]
    firsts = [choice.split()[0] for choice in choices]
    if not all(first[0] != "{" or frozenset(names[first[1:-1]]) & _SIGNS for first in firsts):
        return frozenset()
    return frozenset[str]().union(*(_needed(first, names) if first[0] == "{" else {folded(first)} for first in firsts))


class _Building:
    """The steps of a wording so far, the tokens of the next one and the gap before it."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self.steps: list[Step] = []
        self.gap = "…"
        self._names, self._held = names, list[str]()

    def add(self, token: str) -> None:
        name = token[1:-1] if token.startswith("{") else ""
        if token in _GAPS or name in _OPEN:
            self.close()
            self.gap = self.gap if self.gap == "…" and self.steps else name or token
        elif name in VALUES or name in _APART:
            self.close()
            self._step(self._names[name], value=name in VALUES, shape=name != "to")
        else:
            self._held.append(token)

    def close(self) -> None:
        """A step of nothing but optional words says nothing."""
        if any(not token.startswith("(") for token in self._held):
            self._step(joined(self._held, self._names))
        self._held = []

    def _step(self, expression: str, *, value: bool = False, shape: bool = False) -> None:
        self.steps.append(Step(expression, self.gap, value, shape))
        self.gap = _NEXT


def met_by(wordings: Iterable[Wording], *words: Words) -> bool:
    """Whether one of the wordings stands in one of the texts."""
    return any(each.search(where) for each in wordings for where in words)


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)
