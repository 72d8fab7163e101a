"""Every unit of the kinds the text names was visited by the body it names in every period.

A visit recorded for a day to come is planned, not made. Of one that names no body it cannot be told whose it was.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from desktop.domain.cases import UNITS
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding, Verdict
from desktop.domain.judging import CONTRARY, Outcome, Window, article, awaited, doubted
from desktop.domain.keys import Key
from desktop.domain.periods import Period
from desktop.domain.periods import period as period_of
from desktop.domain.records import Body, Visit
from desktop.domain.refs import RecordRef
from desktop.domain.regulation import Ruling
from desktop.domain.rule import Reads, Rule
from desktop.domain.spans import asked
from desktop.domain.units import in_part, stands, stands_within
from desktop.domain.wording import BODY, day, distance_said

VISITOR = Key("visit.unit.body")
KINDS = Key("visit.unit.kinds")
PERIODS = Key("visit.unit.periods")

RULE = Rule(
    "visit.unit",
    of=UNITS,
    reads=(Reads.PEOPLE, Reads.UNITS, Reads.ABSENCES, Reads.VISITS, Reads.OFFICE),
    cites=(VISITOR, KINDS, PERIODS),
)


@RULE.judged_by
def judge(facts: Facts, window: Window) -> Iterator[Finding]:
    made: defaultdict[str, list[Visit]] = defaultdict(list)
    for visit in facts.office.visits:
        made[visit.unit or ""].append(visit)
    for period, ruling in asked(facts, PERIODS, window):
        kinds, body = facts.ruling(KINDS, period.first), facts.ruling(VISITOR, period.first)
        for unit in facts.office.units:
            if kinds and body and unit.kind in kinds.words and stands_within(unit, period.first, period.last):
                within = [one for one in _within(made[unit.id], period) if one.date and stands(unit, one.date)]
                days = [each.date for each in within if each.date and _counts(each, body.word, window.on)]
                judged = _judge(f"{BODY[body.word]} làm việc với {unit.name}", days, period, ruling, window.on)  # type: ignore[index]
                judged = doubted(judged, _visitor_away(facts, within, body.word, days))
                if judged.verdict is not Verdict.MET:
                    judged = _perhaps(facts, judged, within, body, window.on)
                judged = in_part(judged, unit, period)
                yield judged.of(RULE.id, f"units/{unit.id}/{period.code}")


def _within(visits: list[Visit], period: Period) -> list[Visit]:
    held = [each for each in visits if each.date and period.first <= each.date <= period.last]
    return sorted(held, key=lambda each: (each.date or dt.date.max, each.id))


def _counts(visit: Visit, body: str, on: dt.date) -> bool:
    """The body's own; what is only planned need not yet say whose it will be."""
    return visit.body == body or (visit.body is None and visit.date is not None and visit.date > on)


def _visitor_away(facts: Facts, within: list[Visit], body: str, days: list[dt.date]) -> str:
    """Where every visit is of one whom an absence on record has elsewhere."""
    own = [one for one in within if one.body == body and one.date in days]
    away = [facts.absence(one.person, one.date) if one.person and one.date else None for one in own]
    if not away or None in away:
        return ""
    return f"nhưng {facts.named(own[0].person)} có phiếu vắng mặt ngày ấy, {CONTRARY}"


def _perhaps(facts: Facts, judged: Outcome, within: list[Visit], body: Ruling, on: dt.date) -> Outcome:
    """A visit of nobody named, or of a member of the body, may have been the body's."""
    found = next((each for each in within if _may_be(facts, each, body.word, on)), None)  # type: ignore[arg-type]
    if found is None or found.date is None:
        return judged
    limit = f"{article(body.cite)} giao {BODY[body.word]}"  # type: ignore[index]
    text = f"Có buổi làm việc {day(found.date)} nhưng chưa ghi là của cơ quan nào; {limit}."
    return replace(judged, verdict=Verdict.UNCLEAR, text=text)


def _may_be(facts: Facts, visit: Visit, body: Body, on: dt.date) -> bool:
    if visit.body is not None or visit.date is None or visit.date > on:
        return False
    return visit.person is None or facts.holds(visit.person, body, visit.date) is not None


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


@RULE.looks_through
def _of_unit(facts: Facts, about: RecordRef) -> Iterator[Visit]:
    span = period_of(about.code)
    return (one for one in facts.office.visits if span and one.unit == about.id and span.holds(one.date))
