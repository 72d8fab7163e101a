"""On which days a unit is there, and who took over from it; `desktop.domain` only."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from desktop.domain.facts import covers
from desktop.domain.findings import Verdict
from desktop.domain.judging import Outcome
from desktop.domain.periods import Period
from desktop.domain.records import Unit
from desktop.domain.wording import day


def stands(unit: Unit, on: dt.date) -> bool:
    """Whether the unit is there on that day; its `to` is its last."""
    return covers(unit, on)


def stands_within(unit: Unit, first: dt.date, last: dt.date) -> bool:
    """Whether the unit is there on any of these days."""
    return (unit.from_ is None or unit.from_ <= last) and (unit.to is None or first <= unit.to)


def in_part(judged: Outcome, unit: Unit, period: Period) -> Outcome:
    """What is owed for a period of which the unit was there a part only: no text says how much of it is enough."""
    if judged.verdict is not Verdict.BREACH or (stands(unit, period.first) and stands(unit, period.last)):
        return judged
    born, gone = unit.from_ and unit.from_ > period.first, unit.to and unit.to < period.last
    said = [f"thành lập {day(unit.from_)}"] if born and unit.from_ else []
    said += [f"kết thúc hoạt động {day(unit.to)}"] if gone and unit.to else []
    doubt = f"đơn vị {' và '.join(said)}, quy chế không quy định kỳ chưa trọn có phải tính không"
    return replace(judged, verdict=Verdict.UNCLEAR, text=f"{judged.text.rstrip('.')}; {doubt}.")


def succeeds_itself(unit: Unit, units: Mapping[str, Unit]) -> bool:
    """Whether the way from a unit to its successors leads back to one already passed."""
    passed, now = {unit.id}, unit.successor
    while now is not None and now not in passed:
        passed.add(now)
        after = units.get(now)
        now = after.successor if after else None
    return now is not None
