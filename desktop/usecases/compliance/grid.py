"""Every rule in every period with its verdict: a year in months, the term in years or quarters.

Reads only; a finding stands in exactly one cell, by its one day. Imports domain, vi and other use cases.
"""

import datetime as dt
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import GRAVITY, Cite, Finding, Verdict
from desktop.domain.periods import Period, holding
from desktop.domain.regulation import InForce
from desktop.domain.rules import regulation_in_force
from desktop.exchange.rule_words import Plan, load_words, words_of
from desktop.usecases.compliance.account_tally import part_of, sections
from desktop.usecases.compliance.finding_days import FindingDays
from desktop.usecases.compliance.rules import ground_of, name_of

Unit = Literal["month", "quarter", "year"]
State = Literal["before", "live", "future"]
"""Before any regulation was in force; with something judged or to judge by now; still to come."""

SILENT = "Quy chế không quy định"
"""The heading over the rules on which the regulation says nothing."""
_UNJUDGED = regulation_in_force.RULE.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    period: Period
    title: str
    state: State


@dataclass(frozen=True, kw_only=True)
class Cell:
    """The findings of one rule in one period, the gravest first."""

    findings: tuple[Finding, ...]

    @cached_property
    def counts(self) -> Counter[Verdict]:
        """By verdict; what the office has not held against its own text counts in none."""
        return Counter(finding.verdict for finding in self.findings if not finding.cite.unchecked)

    @property
    def asked(self) -> int:
        """All but what is exempt."""
        return self.counts.total() - self.counts[Verdict.EXEMPT]

    @property
    def met(self) -> int:
        return self.counts[Verdict.MET]

    @property
    def verdict(self) -> Verdict:
        """The worst; an exemption speaks for the cell only where it stands alone."""
        found = self.counts or Counter({Verdict.UNCLEAR: len(self.findings)})
        return next((one for one in GRAVITY if found[one] and one is not Verdict.EXEMPT), Verdict.EXEMPT)

    @property
    def figure(self) -> str:
        """`1/2` where some were not met, else how many there are."""
        held = self._meetings()
        if held:
            return held
        if self.met == self.asked or not (self.met or self.counts[Verdict.BREACH]):
            return str(self.asked or len(self.findings))
        return f"{self.met}/{self.asked}"

    def _meetings(self) -> str:
        """How many meetings of how many asked, where one finding counts them."""
        one = self.findings[0]
        if len(self.findings) > 1 or not words_of(one.rule).held:
            return ""
        if not (one.expected.isdecimal() and one.actual.isdecimal()):
            return ""
        return one.actual if int(one.actual) >= int(one.expected) else f"{one.actual}/{one.expected}"

    @property
    def share(self) -> tuple[int, int]:
        """How many were kept of those settled either way."""
        return self.met, self.met + self.counts[Verdict.BREACH]

    @property
    def words(self) -> str:
        """`27/30 đạt, 3 vi phạm`; `1/2 phiên` where one finding counts meetings."""
        held = self._meetings()
        if held:
            return f"{held} {words_of(self.findings[0].rule).held}"
        if not self.counts:
            return f"{len(self.findings)} {vi.UNCHECKED}"
        if not self.asked:
            return f"{len(self.findings)} miễn"
        others = [
            f"{self.counts[one]} {vi.VERDICT[one].lower()}"
            for one in GRAVITY
            if self.counts[one] and one is not Verdict.MET
        ]
        if self.verdict is Verdict.UNREGULATED:
            return others[0]
        return ", ".join([f"{self.met}/{self.asked} đạt", *others])


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One rule, or one part of it, with a cell for each column and one for them all; without any it had no case.

    A rule on which no regulation of the span speaks is `silent`.
    """

    rule: str
    part: str
    group: str
    name: str
    article: str
    cite: Cite
    cells: tuple[Cell | None, ...]
    total: Cell | None
    silent: bool = False

    @property
    def key(self) -> str:
        return f"{self.rule}/{self.part}"

    @property
    def is_broken(self) -> bool:
        return self.total is not None and self.total.verdict is Verdict.BREACH


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def cell(self, rule: str, part: str, code: str) -> Cell | None:
        """The cell of a rule in the period of that code."""
        place = next(index for index, one in enumerate(self.columns) if one.period.code == code)
        return next((row.cells[place] for row in self.rows if (row.rule, row.part) == (rule, part)), None)


def years(facts: Facts, findings: Iterable[Finding], on: dt.date) -> list[int]:
    """The years in which a rule judged anything, and this one; the latest first."""
    days = FindingDays(facts, on)
    return sorted({on.year, *(days.day(one).year for one in findings if one.rule != _UNJUDGED)}, reverse=True)


def year_grid(facts: Facts, findings: Sequence[Finding], on: dt.date, year: int) -> Grid:
    return _grid(facts, findings, on, "month", (dt.date(year, 1, 1), dt.date(year, 12, 31)))


def term_grid(facts: Facts, findings: Sequence[Finding], on: dt.date, unit: Unit) -> Grid:
    """The whole term in years or quarters; what lies outside it widens it, so that no finding is left out."""
    days, term = FindingDays(facts, on), facts.office.office.term
    found = [days.day(one) for one in findings] + [on]
    found += [day for day in (term.from_, term.to) if day] if term else []
    return _grid(facts, findings, on, unit, (min(found).replace(month=1, day=1), max(found).replace(month=12, day=31)))


def _grid(facts: Facts, findings: Sequence[Finding], on: dt.date, unit: Unit, span: tuple[dt.date, dt.date]) -> Grid:
    columns = _periods(unit, span)
    starts, days = [one.first for one in columns], FindingDays(facts, on)
    held: defaultdict[tuple[str, str], defaultdict[int, list[Finding]]] = defaultdict(lambda: defaultdict(list))
    for finding in findings:
        day = days.day(finding)
        if span[0] <= day <= span[1]:
            place = bisect_right(starts, day) - 1
            held[finding.rule, part_of(facts, finding)][place].append(finding)
    judged = {place for (rule, _part), cells in held.items() if rule != _UNJUDGED for place in cells}
    rows = [_row(facts, key, cells, columns, on) for key, cells in held.items()]
    rows += _without_case(facts, held, span, len(columns))
    return Grid(
        columns=tuple(_column(facts, one, unit, on, place in judged) for place, one in enumerate(columns)),
        rows=tuple(sorted(rows, key=_order)),
    )


def _order(row: Row) -> tuple[bool, int, int]:
    words = load_words()
    return row.silent, words.order[row.rule], words.parts.index(row.part) if row.part in words.parts else -1


def _without_case(
    facts: Facts, judged: Container[tuple[str, str]], span: tuple[dt.date, dt.date], columns: int
) -> Iterator[Row]:
    """The rules a regulation of the span lays down though nothing fell under them, and those on which it is silent.

    What the office has not confirmed yet has no row: nothing is known of it.
    """
    held = _held(facts, *span)
    day = max(span[0], held[-1].from_) if held else span[0]
    for _key, _title, lines in sections(facts, (), held, span):
        for plan, line in lines:
            if held and line.state != "open" and (plan.rule, plan.part) not in judged:
                yield _empty_row(facts, plan, day, columns, silent=line.state == "silent")


def _held(facts: Facts, first: dt.date, last: dt.date) -> list[InForce]:
    """The regulations that held on a day between two."""
    listed = facts.in_force_list
    ends = [*(each.from_ for each in listed[1:]), dt.date.max]
    return [each for each, end in zip(listed, ends, strict=False) if each.from_ <= last and first < end]


def _empty_row(facts: Facts, plan: Plan, day: dt.date, columns: int, *, silent: bool) -> Row:
    cite = Cite() if silent else ground_of(facts, plan.rule, plan.part, day)
    return Row(
        rule=plan.rule,
        part=plan.part,
        group=SILENT if silent else words_of(plan.rule).group,
        name=name_of(facts, plan.rule, plan.part, day),
        article=article_short(cite),
        cite=cite,
        cells=(None,) * columns,
        total=None,
        silent=silent,
    )


def _periods(unit: Unit, span: tuple[dt.date, dt.date]) -> list[Period]:
    made = [holding(unit, span[0])]
    while made[-1].last < span[1]:
        made.append(holding(unit, made[-1].last + dt.timedelta(days=1)))
    return made


def _column(facts: Facts, one: Period, unit: Unit, on: dt.date, judged: bool) -> Column:
    began = facts.in_force_list[0].from_ if facts.in_force_list else dt.date.max
    state: State = "live"
    if not judged and one.last <= began:
        state = "before"
    elif not judged and one.first > on:
        state = "future"
    title = {"month": f"th.{one.first.month}", "quarter": one.words.removeprefix("quý ")}.get(unit, str(one.first.year))
    return Column(period=one, title=title, state=state)


def _row(
    facts: Facts, key: tuple[str, str], cells: dict[int, list[Finding]], columns: Sequence[Period], on: dt.date
) -> Row:
    rule, part = key
    latest = max(cells)
    cite = Counter(finding.cite for finding in cells[latest]).most_common(1)[0][0]
    everything = [finding for found in cells.values() for finding in found]
    return Row(
        rule=rule,
        part=part,
        group=words_of(rule).group,
        name=name_of(facts, rule, part, _day_in_force(facts, columns[latest], on)),
        article=article_short(cite),
        cite=cite,
        cells=tuple(_cell(cells.get(place, ())) for place in range(len(columns))),
        total=_cell(everything),
    )


def _day_in_force(facts: Facts, one: Period, on: dt.date) -> dt.date:
    """The day of a period whose regulation names the row: today where it lies within, else the last."""
    day = min(one.last, on) if one.first <= on else one.first
    return max(day, facts.in_force_list[0].from_) if facts.in_force_list else day


def _cell(findings: Sequence[Finding]) -> Cell | None:
    if not findings:
        return None
    return Cell(findings=tuple(sorted(findings, key=lambda one: (GRAVITY.index(one.verdict), one.subject))))


def article_short(cite: Cite) -> str:
    """`18.1`, `4`; `đơn vị` where only a setting of the office stands behind the rule."""
    if cite.at is None:
        return "đơn vị" if cite.office else ""
    parts = (cite.at.article, cite.at.clause or "")
    return ".".join(part.split()[-1] for part in parts if part)
