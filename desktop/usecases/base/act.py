"""One act that deals with a thing on Hôm nay on the spot, through the use case of its noun."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from db.store import Store
from desktop.domain.facts import Facts


@dataclass(frozen=True, slots=True)
class Act:
    """`what` names the change in the history, `said` begins the line that says it was done."""

    what: str
    said: str
    write: Callable[[Store, Facts, str, dt.date], object]

    def take(self, store: Store, *, facts: Facts, record: str, on: dt.date) -> None:
        """Do it as of a day; `record` is `ID`, `MEETING/ITEM` or `MEETING/ITEM,ITEM`."""
        self.write(store, facts, record, on)
