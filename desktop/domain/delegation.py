"""A decision of Thường trực as of a day; of a matter not yet decided nothing is judged. `desktop.domain` only."""

import datetime as dt
import re
from dataclasses import dataclass

from desktop.domain import own_items
from desktop.domain.facts import Facts
from desktop.domain.keys import Key
from desktop.domain.names import same
from desktop.domain.records import Delegated, Person
from desktop.domain.regulation import Ruling

COMPLEX_TO = Key("delegated.complex.to")
ITEMS = Key("delegated.matter.items")
LIKE = "Chi hỗ trợ đột xuất"
_POINT = re.compile(r"^điểm (?=\S+$)", re.IGNORECASE)


@dataclass(frozen=True)
class Settled:
    """A decision of Thường trực, taken on a day, as of another."""

    facts: Facts
    decision: Delegated
    day: dt.date
    on: dt.date

    def ruling(self, key: Key) -> Ruling | None:
        return self.facts.ruling(key, self.day)

    @property
    def members(self) -> tuple[Person, ...]:
        return self.facts.members("thuong-truc", self.day)

    @property
    def is_settled(self) -> bool:
        """Whether it was decided either way, rather than prepared again or passed on."""
        return self.decision.decision in (None, "adopted", "rejected")

    @property
    def is_urgent_only(self) -> bool:
        """Whether it was settled as urgent, and not by a point of the list of what is delegated."""
        catalogue = self.ruling(ITEMS)
        return self.decision.urgent and not (catalogue and self.item in catalogue.words)

    @property
    def item(self) -> str:
        return as_listed(self.ruling(ITEMS), self.decision.item)


_LETTER = re.compile(r"(?:[a-zđ]|[1-9]\d?)(?:-[1-9]\d?)?")


def is_point(code: str) -> bool:
    """Whether it is a point by its letter or number, with the number of its dash: `a-2`, `k`, `3`."""
    return _LETTER.fullmatch(code) is not None


def is_item(item: str) -> bool:
    """What a list of what is delegated may hold: points, and matters in the words of the office's own text."""
    return is_point(item) or own_items.is_own(item)


def as_listed(listed: Ruling | None, written: str) -> str:
    """The item as the list has it, however a record writes it: `Điểm K` is `k`."""
    bare = _POINT.sub("", " ".join(written.split()))
    found = (item for item in (listed.words if listed else ()) if same(item, bare))
    return next(found, bare if own_items.is_own(bare) else bare.lower())
