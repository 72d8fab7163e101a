"""Whether the standing committee worked with every subordinate organisation in the year; `desktop.domain` only.

A visit recorded for a day to come is planned, not made. One that names no body is its visitor's.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from desktop.domain.facts import Facts
from desktop.domain.findings import Finding, Verdict
from desktop.domain.judging import Outcome, Window, awaited
from desktop.domain.periods import Period
from desktop.domain.records import Body, Visit
from desktop.domain.regulation import Ruling
from desktop.domain.spans import asked
from desktop.domain.wording import BODY, day, distance_said


def of_units(facts: Facts, window: Window) -> Iterator[Finding]:
    """Every unit of the kinds the text names was visited by the body it names in every period."""
    made: defaultdict[str, list[Visit]] = defaultdict(list)
    for visit in facts.office.visits:
        made[visit.unit or ""].append(visit)
    for period, ruling in asked(facts, "visit.unit.periods", window):
        kinds, body = facts.ruling("visit.unit.kinds", period.first), facts.ruling("visit.unit.body", period.first)
        for unit in facts.office.units:
            if kinds and body and unit.kind in kinds.words:
                days = _days(facts, made[unit.id], body.word, period)  # type: ignore[arg-type]
                judged = _judge(f"{BODY[body.word]} làm việc với {unit.name}", days, period, ruling, window.on)  # type: ignore[index]
                yield judged.of("visit.unit", f"units/{unit.id}/{period.code}")


def _days(facts: Facts, visits: list[Visit], body: Body, period: Period) -> list[dt.date]:
    return sorted(
        visit.date
        for visit in visits
        if visit.date and period.first <= visit.date <= period.last
        if visit.body == body or (visit.body is None and facts.holds(visit.person, body, visit.date))
    )


def _judge(name: str, days: list[dt.date], period: Period, ruling: Ruling, on: dt.date) -> Outcome:
    made = [one for one in days if one <= on]
    expected, last = period.last.isoformat(), period.last
    if made:
        times = f" và {len(made) - 1} lần nữa" if made[1:] else ""
        text = f"{name} {day(made[0])}{times} trong {period.words}."
        return Outcome(
            verdict=Verdict.MET, cite=ruling.cite, text=text, expected=expected, actual=made[0].isoformat(), due=last
        )
    planned = f", đã xếp ngày {day(days[0])}" if days else ""
    text = f"Chưa có buổi {name} trong {period.words}{planned}; hạn cuối {day(last)}, {distance_said(last, on)}."
    return Outcome(verdict=awaited(last, on), cite=ruling.cite, text=text, expected=expected, due=last)
