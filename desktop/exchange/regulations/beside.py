"""Lays two parsed regulations beside each other, clause by clause. May import domain and exchange."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from desktop.domain.text_change import Comparison, Kind, Line, Piece, Side
from desktop.exchange.regulations.pairing import Pairs, Text, pairs
from desktop.exchange.regulations.units import Unit, units
from desktop.exchange.regulations.word_marks import marked, unmarked, words_of
from desktop.exchange.regulations.words import RegulationWords


def compared(old: RegulationWords, new: RegulationWords) -> Comparison:
    """In the order of the new text; what is gone stands after what it stood behind."""
    beside = _Beside(Text(units(old)), Text(units(new)))
    return Comparison(old_title=old.title, new_title=new.title, lines=tuple(beside.lines()))


class _Beside:
    def __init__(self, old: Text, new: Text) -> None:
        self.old, self.new = old, new
        self.pairs: Pairs = pairs(old, new)
        self.before = {theirs: ours for ours, theirs in self.pairs.items()}

    def lines(self) -> Iterator[Line]:
        gone = self._gone()
        yield from gone[-1]
        for place, unit in enumerate(self.new.units):
            ours = self.before.get(place)
            yield Line(kind="new", new=_side(unit)) if ours is None else self._line(ours, place)
            yield from gone[place]

    def _gone(self) -> defaultdict[int, list[Line]]:
        """By the place in the new text after which they are shown; -1 is its beginning."""
        found: defaultdict[int, list[Line]] = defaultdict(list)
        for place, unit in enumerate(self.old.units):
            if place not in self.pairs:
                found[self._after(place)].append(Line(kind="gone", old=_side(unit)))
        return found

    def _after(self, place: int) -> int:
        holder = self.old.units[place].holder
        if holder >= 0 and holder not in self.pairs:
            return self._after(holder)
        for sibling in reversed(self.old.under[holder]):
            if sibling < place and self._stayed(sibling):
                return self.new.last_under(self.pairs[sibling])
        return self.pairs[holder] if holder >= 0 else -1

    def _stayed(self, place: int) -> bool:
        """Whether it stands in the new text in what it stood in."""
        there = self.pairs.get(place)
        return there is not None and self._same_holder(place, there)

    def _same_holder(self, ours: int, theirs: int) -> bool:
        holder = self.old.units[ours].holder
        return self.new.units[theirs].holder == (self.pairs.get(holder) if holder >= 0 else -1)

    def _line(self, ours: int, theirs: int) -> Line:
        old, new = self.old.units[ours], self.new.units[theirs]
        renumbered = old.own != new.own or not self._same_holder(ours, theirs)
        if words_of(old.text) == words_of(new.text):
            kind: Kind = "kept" if old.at == new.at and not renumbered else "moved"
            return Line(kind=kind, old=_side(old), new=_side(new), renumbered=renumbered)
        was, now = marked(old.text, new.text)
        return Line(kind="changed", old=_side(old, was), new=_side(new, now), renumbered=renumbered)


def _side(unit: Unit, pieces: Sequence[Piece] = ()) -> Side:
    return Side(at=unit.at, mark=unit.mark, pieces=tuple(pieces) or unmarked(unit.text))
