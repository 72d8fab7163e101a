"""The figures of an office in a period: the account of the period, counted once, in the shape that can be added up.

May import domain, vi, exchange and the account. Nothing is counted here that the account does not count.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from desktop import vi
from desktop.domain.account import Account, Case, Figure, Held, Line
from desktop.domain.facts import Facts
from desktop.domain.figures import (
    CauseFigure,
    CountFigure,
    Days,
    Figures,
    InForceDays,
    Kind,
    LineFigures,
    OfficeNamed,
    Span,
)
from desktop.exchange.findings_json import plain_cite
from desktop.usecases.compliance.account import account
from desktop.usecases.compliance.account_kinds import UNSAID, by_kind, or_unsaid


def figures(facts: Facts, code: str, *, on: dt.date) -> Figures:
    """Raises Refusal where the code names no period, or one that has not begun."""
    drawn, head = account(facts, code, on=on), facts.office.office
    return Figures(
        names=(head.name,),
        office=OfficeNamed(name=head.name, superior=head.superior, symbol=head.symbol, province=head.province),
        kind=_kind(facts),
        period=_span(drawn),
        on=on,
        kept_from=drawn.kept_from,
        days=_days(drawn),
        in_force=tuple(_in_force(drawn, each) for each in drawn.regulations),
        before=drawn.before,
        total=_line(drawn, "", drawn.total),
        lines=tuple(_lines(drawn)),
        counts=tuple(_counts(facts, drawn)),
        causes=tuple(_causes(drawn)),
    )


def _kind(facts: Facts) -> Kind:
    head = facts.office.office
    level = facts.committees.level_of(head.name, head.kind)
    return Kind(code=level.code, words=level.name) if level else Kind()


# Days


def _span(drawn: Account) -> Span:
    last = None if drawn.period.last == dt.date.max else drawn.period.last
    return Span(code=drawn.period.code, first=drawn.period.first, last=last, until=drawn.until)


def _length(first: dt.date, last: dt.date) -> int:
    return max(0, (last - first).days + 1)


def _of(drawn: Account) -> int:
    """The days of the period; of a term whose end is not known, those that have passed."""
    last = drawn.until if drawn.period.last == dt.date.max else drawn.period.last
    return _length(drawn.period.first, last)


def _held_days(drawn: Account, held: Held, since: dt.date) -> int:
    return _length(max(held.from_, since), min(held.to or drawn.until, drawn.until))


def _days(drawn: Account) -> Days:
    since = max(drawn.period.first, drawn.kept_from or drawn.period.first)
    judged = sum(_held_days(drawn, each, since) for each in drawn.regulations)
    return Days(judged=judged, counted=_length(drawn.period.first, drawn.until), of=_of(drawn))


def _in_force(drawn: Account, held: Held) -> InForceDays:
    return InForceDays(
        profile=held.name,
        title=held.title,
        from_=held.from_,
        to=held.to,
        document=held.document,
        days=_held_days(drawn, held, drawn.period.first),
        of=_of(drawn),
    )


# Lines, counts, causes


def _lines(drawn: Account) -> Iterator[LineFigures]:
    for section in drawn.sections:
        for line in (*section.lines, *section.apart):
            yield _line(drawn, section.key, line)


def _line(drawn: Account, section: str, line: Line) -> LineFigures:
    """Without any regulation in force nothing is silent: there is none that could have said it."""
    silent = line.state == "silent" and bool(drawn.regulations)
    whole = line.figure.whole or 0
    return LineFigures(
        key=line.figure.key,
        rule=line.rule,
        section=section,
        words=line.figure.words,
        unit=line.figure.unit,
        n=line.figure.part,
        of=whole,
        breach=whole - line.figure.part,
        due=line.due,
        unclear=len(line.unclear),
        unknown=line.unknown,
        exempt=line.exempt,
        unchecked=line.unchecked,
        silent=silent,
        open=line.state == "open",
        silent_in=int(silent),
        open_in=int(line.state == "open"),
        cites=tuple(map(plain_cite, line.figure.cites)),
    )


def _counts(facts: Facts, drawn: Account) -> Iterator[CountFigure]:
    days = drawn.period.first, drawn.until
    for section in drawn.sections:
        for figure in (*section.counts, *by_kind(facts, section.key, days)):
            yield _count(section.key, figure)


def _count(section: str, figure: Figure) -> CountFigure:
    return CountFigure(
        key=figure.key, section=section, words=figure.words, unit=figure.unit, n=figure.part, of=figure.whole
    )


def _causes(drawn: Account) -> Iterator[CauseFigure]:
    """Of the cases told one by one those on which the office noted something, each once, by the kind of its cause."""
    cases = [case for article in drawn.articles for case in article.cases if _is_noted(case)]
    found = Counter[str](case.cause or UNSAID for case in cases)
    for code, words in or_unsaid(vi.CAUSE).items():
        yield CauseFigure(key=code, words=words, n=found[code])


def _is_noted(case: Case) -> bool:
    return bool(case.cause or case.explanation.strip())
