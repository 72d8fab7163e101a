"""Which periods a new work programme may be for, and which one is wanted next. Reads only."""

import datetime as dt
from collections.abc import Iterable, Sequence

from desktop.domain.facts import Facts
from desktop.domain.findings import Finding, Verdict
from desktop.domain.periods import TERM, UNITS, following, holding
from desktop.domain.records import Body, ProgrammeKind
from desktop.usecases.programmes.rows import RULE, key_of, span_of, subject, subject_of

_AHEAD = {"week": 5, "month": 12, "quarter": 4, "half": 2, "nine-months": 1, "year": 1}
"""How many periods of a kind after the running one are offered."""


def choices(facts: Facts, unit: str, today: dt.date) -> list[str]:
    """The running period of that kind and those to come."""
    named = next((one for one in UNITS if one == unit), None)
    if named is None:
        return [TERM] if span_of(facts, TERM) else []
    found = [holding(named, today)]
    for _ in range(_AHEAD[named]):
        found.append(following(named, found[-1].last))
    return [one.code for one in found]


def first_free(facts: Facts, kind: ProgrammeKind, body: Body, codes: Sequence[str]) -> str | None:
    """The first period, after the running one where there is a choice, for which the body has no programme yet."""
    taken = {subject_of(one) for one in facts.office.programmes}
    free = [code for code in codes if subject(kind, body, code) not in taken]
    return next((code for code in free if code != codes[0]), next(iter(free), next(iter(codes), None)))


def next_wanted(facts: Facts, findings: Iterable[Finding], today: dt.date) -> tuple[ProgrammeKind, Body, str]:
    """The programme that has to be adopted soonest and is not drawn up; else the standing committee's next month's."""
    taken = {subject_of(one) for one in facts.office.programmes}
    open_ = [one for one in findings if one.rule == RULE and one.verdict is Verdict.DUE and one.subject not in taken]
    soonest = min(open_, key=lambda one: (one.due or today, one.subject), default=None)
    key = key_of(soonest.subject) if soonest else None
    return key or ("work", facts.standing, following("month", today).code)
