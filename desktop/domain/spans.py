"""The periods for which a regulation asks something again and again: a programme, a report, a review.

`desktop.domain` only. A period is governed by the regulation in force on its first day; those that began before the
first regulation the office has are not asked for. A term is the office's own; without its first day there is none.
"""

import datetime as dt
from collections.abc import Iterator

from desktop.domain.facts import Facts
from desktop.domain.judging import Window
from desktop.domain.periods import TERM, UNITS, Period, Unit, following, periods
from desktop.domain.regulation import Ruling

Span = tuple[Period, Ruling]


def asked(facts: Facts, key: str, window: Window, *, ahead: bool = False) -> Iterator[Span]:
    """The periods of the kinds a parameter lists; with `ahead` also the next of each kind, of what is due before it."""
    for unit in UNITS:
        for period in begun(facts, unit, window, ahead=ahead):
            ruling = facts.ruling(key, period.first)
            if ruling and unit in ruling.words:
                yield period, ruling
    term = term_of(facts, window)
    ruling = facts.ruling(key, term.first) if term else None
    if term and ruling and TERM in ruling.words:
        yield term, ruling


def begun(facts: Facts, unit: Unit, window: Window, *, ahead: bool = False) -> Iterator[Period]:
    """The periods of one kind since the first regulation, up to the last day asked about."""
    if not facts.in_force_list:
        return
    last = following(unit, window.end).first if ahead else window.end
    for period in periods(unit, facts.in_force_list[0].from_, last):
        if window.holds(period.first):
            yield period


def term_of(facts: Facts, window: Window) -> Period | None:
    """The office's term; where it bears no last day, the period has none to speak of."""
    term = facts.office.office.term
    if term is None or term.from_ is None or term.from_ > window.end or not window.holds(term.from_):
        return None
    return Period(TERM, term.from_, term.to or dt.date.max)
