"""What an account of how the regulation was kept is made of: figures, each with the articles and records behind it.

Frozen data only; `desktop.domain` only.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Finding
from desktop.domain.periods import TERM, Period, period
from desktop.domain.records import Cause
from desktop.domain.refs import RecordRef
from desktop.domain.refusal import Refusal

State = Literal["judged", "idle", "silent", "open"]
"""Whether a rule was tried in the period, had nothing to be tried on, or is none of the regulation's; `open` where the
office has not confirmed what its regulation says on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """`part` of a `whole`, or a plain count; `subjects` are the paths of the records and periods it counts."""

    key: str
    words: str
    unit: str = ""
    part: int
    whole: int | None = None
    cites: tuple[Cite, ...] = ()
    subjects: tuple[RecordRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """How often a rule was kept: `figure` counts what was kept among what is settled either way.

    `topic` is what the rule is about, for where there is nothing to count, and `lack` what a broken case is called;
    `unchecked` are kept by an article the office has not confirmed, and not counted.
    """

    rule: str
    topic: str
    lack: str = "chưa đúng"
    state: State
    figure: Figure
    broken: tuple[Finding, ...] = ()
    unclear: tuple[Finding, ...] = ()
    due: int = 0
    exempt: int = 0
    unknown: int = 0
    unchecked: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """`lines` are told on paper; `apart` are those of which few regulations say anything, and this one does not."""

    key: str
    title: str
    counts: tuple[Figure, ...]
    lines: tuple[Line, ...]
    apart: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A regulation in force on some days of the period; `to` is None where it still is."""

    name: str
    title: str
    from_: dt.date
    to: dt.date | None = None
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A finding that is no plain yes: what it is on, what was found and counted, and what the office wrote on it."""

    finding: Finding
    record: str
    counting: tuple[str, ...] = ()
    cause: Cause | None = None
    explanation: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One rule under one clause, with everything found under it."""

    regulation: str
    cite: Cite
    words: str
    topic: str
    figure: Figure
    due: int
    exempt: int
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One person's share in the work of the period; `standing` of those who sat in the standing committee."""

    name: str
    standing: bool
    sessions: Figure
    excused: int
    votes: int
    ballots: Figure
    reports: Figure
    absences: Figure
    tasks: Figure
    visits: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What the national survey recommends, which is no rule."""

    words: str
    cite: Cite


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """`until` is the last day of the period that has passed by the day the account is drawn up.

    `before` counts the records of days on which no regulation was in force, which are not judged; `kept_from` is the
    day within the period from which the office keeps its records, where there is one.
    """

    period: Period
    on: dt.date
    until: dt.date
    regulations: tuple[Held, ...]
    monitored: Cite | None
    before: int
    kept_from: dt.date | None = None
    total: Line
    sections: tuple[Section, ...]
    charts: tuple[tuple[str, tuple[Figure, ...]], ...]
    members: tuple[Member, ...]
    articles: tuple[Article, ...]
    open_points: tuple[str, ...]
    advice: tuple[Advice, ...]

    @property
    def lines(self) -> Iterator[Line]:
        for section in self.sections:
            yield from section.lines

    @property
    def figures(self) -> Iterator[Figure]:
        """Every figure of the account, by which any number of the paper can be looked up."""
        yield self.total.figure
        for section in self.sections:
            yield from section.counts
            yield from (line.figure for line in section.lines)
        for _title, figures in self.charts:
            yield from figures
        for member in self.members:
            yield from (member.sessions, member.ballots, member.reports, member.absences, member.tasks)

    def figure(self, key: str) -> Figure | None:
        return next((figure for figure in self.figures if figure.key == key), None)


def period_of(facts: Facts, code: str, on: dt.date) -> Period:
    """The period of a code, the year of the day where there is none; raises Refusal for what is no such period."""
    term = facts.office.office.term
    if code == TERM:
        if term is None or term.from_ is None:
            raise Refusal("Nhiệm kỳ: cần ghi ngày bắt đầu nhiệm kỳ ở Danh mục trước khi lập báo cáo.", field="record")
        return Period(TERM, term.from_, term.to or dt.date.max)
    found = period(code or f"{on.year:04}")
    if found is None or "W" in found.code:
        said = (
            f"Kỳ báo cáo '{code}' chưa đúng; cần tháng, quý, nửa năm, chín tháng, năm hoặc cả nhiệm kỳ, như 2024-07, "
        )
        raise Refusal(f"{said}2024-Q3, 2024-H1, 2024-9M, 2024, term", field="record")
    return found
