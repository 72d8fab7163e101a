"""A decision of Thường trực as of a day; of a matter not yet decided nothing is judged. `desktop.domain` only."""

import datetime as dt
from dataclasses import dataclass

from desktop.domain.facts import Facts
from desktop.domain.keys import Key
from desktop.domain.records import Delegated, Person
from desktop.domain.regulation import Ruling

COMPLEX_TO = Key("delegated.complex.to")
ITEMS = Key("delegated.matter.items")


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
        return self.decision.item.strip().lower().removeprefix("điểm ")
