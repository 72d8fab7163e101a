"""The regulation that takes the place of one of the office's own, or amends it: what did not change is taken over.

May import domain, vi, db and exchange; writes are handed a store and raise `Refusal`. A content is taken over under the
article it stands in now where the words it rests on are the same; of the rest only the old value is kept, and waits.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace

from db.store import Store
from desktop.domain.facts import Facts
from desktop.domain.findings import Clause
from desktop.domain.following import latest
from desktop.domain.records import Duty, OwnCite, OwnParameter, OwnProfile
from desktop.domain.regulation import clause_of
from desktop.domain.text_change import Line
from desktop.exchange.regulations.propose.candidates import Proposal
from desktop.exchange.regulations.units import place_of
from desktop.usecases.regulations import rows as regulations
from desktop.usecases.regulations.own_profile import held, read_of, text_of
from desktop.usecases.regulations.own_profile_edits import checked_title
from desktop.usecases.regulations.text_beside import texts_beside

SAME = ("kept", "moved")


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver:
    """What the new regulation begins with; `asked` are the contents that wait, `left` the own duties to look at."""

    parameters: tuple[OwnParameter, ...]
    duties: tuple[Duty, ...]
    asked: tuple[str, ...]
    left: tuple[Duty, ...]


def taken_over(facts: Facts, ident: str, text: str) -> TakenOver:
    """What of one of the office's own regulations goes over to one with this text."""
    own = held(facts, ident)
    moving = Moving.between(text_of(facts.office, ident), text)
    given = [each for key in dict.fromkeys(each.key for each in own.parameters) if (each := latest(own, key))]
    moved = [made for each in given if (made := moving.parameter(each))]
    duties = [(each, moving.cite(each.cite)) for each in facts.office.duties if each.profile == ident]
    kept = {each.key for each in moved if each.value is None or each.cite}
    asked = dict.fromkeys([*(each.key for each in given if each.key not in kept), *moving.new_ones(own)])
    return TakenOver(
        parameters=tuple(moved),
        duties=tuple(replace(each, cite=cite) for each, cite in duties if cite),
        asked=tuple(asked),
        left=tuple(each for each, cite in duties if not cite),
    )


def follow(store: Store, *, facts: Facts, ident: str, title: str, text: str) -> str:
    """Begin the regulation that follows one of the office's own, with its text and all that did not change."""
    clean = checked_title(facts, title, "")
    before, taken, made = held(facts, ident), taken_over(facts, ident, text), store.new_id(OwnProfile)
    record = replace(before, id=made, title=clean, follows=ident, parameters=taken.parameters)
    store.put(record, before=None)
    regulations.attach(store, text=text, profile=made)
    for duty in taken.duties:
        store.put(replace(duty, id=store.new_id(Duty), profile=made), before=None)
    return made


class Moving:
    """Follows what rests on the old text into the new one."""

    def __init__(self, lines: tuple[Line, ...], was: Mapping[str, Proposal], now: Mapping[str, Proposal]) -> None:
        self._lines, self._was, self._now = lines, was, now
        self._olds = [line.old.at if line.old else None for line in lines]
        self._news = [line.new.at if line.new else None for line in lines]

    @classmethod
    def between(cls, old: str, new: str) -> "Moving":
        """Nothing can be followed out of a regulation whose text the office did not attach."""
        return cls(texts_beside(old, new).lines if old else (), read_of(old), read_of(new))

    def parameter(self, given: OwnParameter) -> OwnParameter | None:
        """None for a silence that the new text breaks; a value without an article waits to be confirmed."""
        if given.value is None:
            return None if self._says_anew(given) else replace(given, from_=None)
        cite = None if self._says_anew(given) else self.cite(given.cite)
        return replace(given, from_=None, cite=cite)

    def cite(self, cite: OwnCite | None) -> OwnCite | None:
        """Where the same words stand now; None where they changed, are gone, or stand nowhere in the old text."""
        at = clause_of(cite)
        place = place_of(self._olds, at, exactly=True) if at else None
        if at is None or place is None or not all(self._is_same(each) for each in self._of(place)):
            return None
        if at.paragraph and any(self._lines[each].renumbered for each in self._of(place) if each != place):
            return None  # `đoạn sau điểm c` would now be another
        now = self._lines[place].new
        assert now
        return OwnCite(**asdict(replace(now.at, paragraph=at.paragraph, dash=at.dash)))

    def _of(self, place: int) -> Iterator[int]:
        """What a place is read with: itself, all that stands in it, and the clause that a point hangs on."""
        at = self._olds[place]
        assert at
        yield place
        for other, each in enumerate(self._olds):
            if each and each.article == at.article and (_within(each, at) or (at.point and _leads(each, at))):
                yield other

    def _is_same(self, place: int) -> bool:
        return self._lines[place].kind in SAME

    def _says_anew(self, given: OwnParameter) -> bool:
        """Whether words that the old text had not are read to say another value."""
        now = self._now.get(given.key)
        if now is None or now.value == given.value:
            return False
        place = place_of(self._news, now.at)
        return place is None or not self._is_same(place)

    def new_ones(self, own: OwnProfile) -> Iterator[str]:
        """Contents of which the old regulation told nothing and the new text is read to say something new."""
        told = {each.key for each in own.parameters}
        for key, now in self._now.items():
            was = self._was.get(key)
            if key not in told and (was is None or was.value != now.value):
                yield key


def _within(each: Clause, at: Clause) -> bool:
    return (at.clause is None and at.point is None) or (at.point is None and each.clause == at.clause)


def _leads(each: Clause, at: Clause) -> bool:
    return each.clause == at.clause and each.point is None
