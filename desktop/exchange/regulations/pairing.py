"""Finds which article, clause and point of one text is which of another, however numbered. May import exchange.

Likeness is that of their words, two and two; it is the same from either side, and so are the pairs.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from desktop.exchange.regulations.units import Unit
from desktop.exchange.regulations.word_marks import words_of

_ARTICLES, _WITHIN, _ANYWHERE = 0.34, 0.34, 0.6
"""How alike two articles must be, two clauses of articles that are the same, two places anywhere in the texts."""
_TITLE = 0.4
"""How much the title tells of an article, its words the rest."""
_FEWEST = 6
"""Shorter clauses are looked for in their own article only: too many are alike."""

Bag = Counter[str]
Pairs = dict[int, int]


class Text:
    """The units of a text, with the words that each is known by."""

    def __init__(self, found: Sequence[Unit]) -> None:
        self.units = found
        self.under: dict[int, list[int]] = {}
        for place, unit in enumerate(found):
            self.under.setdefault(unit.holder, []).append(place)
        self.titles = [_bag(unit.text.partition("\n")[0]) for unit in found]
        self.wholes = [_bag(unit.text) for unit in found]
        for place in reversed(range(len(found))):
            for each in self.under.get(place, ()):
                self.wholes[place].update(self.wholes[each])
        self.sizes = [whole.total() for whole in self.wholes]
        self.kinds = [frozenset(whole) for whole in self.wholes]

    def last_under(self, place: int) -> int:
        """The last unit that stands in one, or the unit itself."""
        while under := self.under.get(place):
            place = under[-1]
        return place

    def is_chapter(self, place: int) -> bool:
        unit = self.units[place]
        return unit.holder < 0 and unit.mark == unit.own


def _bag(text: str) -> Bag:
    words = words_of(text)
    return Counter(map(" ".join, pairwise(words)) if len(words) > 1 else words)


def pairs(old: Text, new: Text) -> Pairs:
    """Each unit of the old text that has its like in the new one, with it."""
    found: Pairs = {}
    for chapters in (True, False):
        ours, theirs = (
            [place for place in text.under.get(-1, ()) if text.is_chapter(place) is chapters] for text in (old, new)
        )
        _take(found, old, new, _best(ours, theirs, _article(old, new), _ARTICLES))
    ours, theirs = _left(found, old, new)
    _take(found, old, new, _best(ours, theirs, _whole(old, new), _ANYWHERE))
    return found


def _take(found: Pairs, old: Text, new: Text, chosen: Pairs) -> None:
    """Keep pairs, and look for those of what stands in them."""
    found |= chosen
    for ours, theirs in chosen.items():
        taken = set(found.values())
        left = [place for place in old.under.get(ours, ()) if place not in found]
        there = [place for place in new.under.get(theirs, ()) if place not in taken]
        if left and there:
            _take(found, old, new, _best(left, there, _whole(old, new), _WITHIN))


def _left(found: Pairs, old: Text, new: Text) -> tuple[list[int], list[int]]:
    taken = set(found.values())
    ours = (place for place in range(len(old.units)) if place not in found)
    theirs = (place for place in range(len(new.units)) if place not in taken)
    return [each for each in ours if old.sizes[each] >= _FEWEST], [
        each for each in theirs if new.sizes[each] >= _FEWEST
    ]


Score = Callable[[int, int], float]


def _best(ours: Sequence[int], theirs: Sequence[int], score: Score, least: float) -> Pairs:
    """The most alike first; of those as much alike, those that stand nearest to each other."""
    scored = (
        (-like, abs(i - j), i + j, here, there)
        for i, here in enumerate(ours)
        for j, there in enumerate(theirs)
        if (like := score(here, there)) >= least
    )
    made: Pairs = {}
    taken: set[int] = set()
    for *_, here, there in sorted(scored):
        if here not in made and there not in taken:
            made[here] = there
            taken.add(there)
    return made


def _whole(old: Text, new: Text) -> Score:
    def score(here: int, there: int) -> float:
        whole = old.sizes[here] + new.sizes[there]
        if not whole:
            return 1.0
        ours, theirs = old.wholes[here], new.wholes[there]
        return 2 * sum(min(ours[each], theirs[each]) for each in old.kinds[here] & new.kinds[there]) / whole

    return score


def _article(old: Text, new: Text) -> Score:
    """By title and words; by the words alone where that tells more, or where one has no title."""
    whole = _whole(old, new)

    def score(here: int, there: int) -> float:
        ours, theirs, alike = old.titles[here], new.titles[there], whole(here, there)
        if not ours or not theirs:
            return alike
        titled = 2 * (ours & theirs).total() / (ours.total() + theirs.total())
        return max(alike, _TITLE * titled + (1 - _TITLE) * alike)

    return score
