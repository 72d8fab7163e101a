"""The periods for which a regulation asks something again and again: a programme, a report, a review.

`desktop.domain` only. A report is governed by the regulation in force on its period's first day; what falls due once in
a period, by the one in force on its due day. What fell due before the first regulation the office has is not asked for.
A term is the office's own; without its first day there is none.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from desktop.domain.facts import Facts
from desktop.domain.judging import Window
from desktop.domain.keys import Key
from desktop.domain.names import nfc
from desktop.domain.periods import TERM, UNITS, Period, Unit, following, holding, periods
from desktop.domain.regulation import Ruling
from desktop.domain.terms import PERIOD

Span = tuple[Period, Ruling]
Day = Callable[[Period], dt.date]


def first(period: Period) -> dt.date:
    return period.first


def last(period: Period) -> dt.date:
    return period.last


def asked(facts: Facts, key: Key, window: Window, *, by: Day = first) -> Iterator[Span]:
    """The periods of the kinds a parameter lists; `by` gives the day whose regulation speaks."""
    for unit in listed(facts, key):
        for period in begun(facts, unit, window, by=by):
            ruling = facts.ruling(key, by(period))
            if ruling and unit in map(unit_of, ruling.words):
                yield period, ruling
    term = term_of(facts, window)
    ruling = facts.ruling(key, by(term)) if term else None
    if term and ruling and TERM in ruling.words:
        yield term, ruling


def listed(facts: Facts, key: str) -> list[Unit]:
    """The kinds of periods that a parameter lists on some day: of the others nothing is asked."""
    values = [value for value in facts.every(key) if isinstance(value, list)]
    return [unit for unit in UNITS if any(unit in map(unit_of, value) for value in values)]


class Occasion(NamedTuple):
    """`Nhận xét hằng tháng`: what the office's own text asks in each period of a kind."""

    name: str
    unit: Unit


_UNIT_OF: dict[str, Unit] = {PERIOD[unit]: unit for unit in UNITS}
_OFTEN = re.compile(rf"(\S.*?) (?:hằng|hàng|mỗi|từng) ({'|'.join(sorted(_UNIT_OF, key=len, reverse=True))})( \S.*)?")


def occasion(item: str) -> Occasion | None:
    """Read an item in words; None where it does not say how often."""
    found = _OFTEN.fullmatch(nfc(" ".join(item.split())))
    return Occasion(f"{found[1]}{found[3] or ''}", _UNIT_OF[found[2]]) if found else None


def unit_of(item: str) -> str:
    """The kind of period of an item: its code, or what an own item says."""
    said = occasion(item)
    return said.unit if said else item


def name_of(listed: Sequence[str], span: Period) -> str:
    """The own item that asks for something in this period; empty where a code does, or none."""
    own = (item for item in listed if (said := occasion(item)) and holding(said.unit, span.first).code == span.code)
    return next(own, "")


def begun(facts: Facts, unit: Unit, window: Window, *, by: Day = first, ahead: bool = False) -> Iterator[Period]:
    """The periods of one kind begun by the last day asked about, that a regulation could speak of.

    With `ahead` also the next one: what it needs is due before it.
    """
    if not facts.in_force_list:
        return
    since = facts.in_force_list[0].from_
    end = following(unit, window.end).first if ahead else window.end
    for period in periods(unit, holding(unit, since).first, end):
        if by(period) >= since and window.holds(period.first):
            yield period


def term_of(facts: Facts, window: Window) -> Period | None:
    """The office's term; where it bears no last day, the period has none to speak of."""
    term = facts.office.office.term
    if term is None or term.from_ is None or term.from_ > window.end:
        return None
    last = term.to or dt.date.max
    return Period(TERM, term.from_, last) if window.ends(term.from_, last) else None
