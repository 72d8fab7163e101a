"""On which days a unit is there, and who took over from it; `desktop.domain` only."""

import datetime as dt
from collections.abc import Mapping

from desktop.domain.records import Unit


def stands(unit: Unit, day: dt.date) -> bool:
    """Whether the unit is there on that day; its `to` is its last."""
    return (unit.from_ is None or unit.from_ <= day) and (unit.to is None or day <= unit.to)


def stands_within(unit: Unit, first: dt.date, last: dt.date) -> bool:
    """Whether the unit is there on any of these days."""
    return (unit.from_ is None or unit.from_ <= last) and (unit.to is None or first <= unit.to)


def succeeds_itself(unit: Unit, units: Mapping[str, Unit]) -> bool:
    """Whether the way from a unit to its successors leads back to one already passed."""
    passed, now = {unit.id}, unit.successor
    while now is not None and now not in passed:
        passed.add(now)
        after = units.get(now)
        now = after.successor if after else None
    return now is not None
