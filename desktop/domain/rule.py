"""The card at the head of every rule: what it is of, what it reads, where its verdict stands; `desktop.domain` only."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import InitVar, dataclass, field
from enum import Enum
from typing import Generic, Protocol, TypeVar

from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.judging import Outcome, Window, to_come
from desktop.domain.keys import Cited, RuleId
from desktop.domain.records import Record
from desktop.domain.refs import RecordRef

Case = TypeVar("Case")
Judge = TypeVar("Judge", bound=Callable[..., object])


class Reads(Enum):
    """What a verdict hangs on beside the record it is on and the regulation in force."""

    PEOPLE = "people"
    """Who is in office: seats, posts, names."""
    UNITS = "units"
    MEETINGS = "meetings"
    """Other meetings: the nearest session, the rhythm, the same hours."""
    BALLOTS = "ballots"
    ABSENCES = "absences"
    ASSIGNMENTS = "assignments"
    DELEGATED = "delegated"
    PROGRAMMES = "programmes"
    REPORTS = "reports"
    DIRECTIVES = "directives"
    VISITS = "visits"
    DUTIES = "duties"
    REVIEWS = "reviews"
    DOCUMENTS = "documents"
    """The register: the numbers of a series, what was issued."""
    INCOMING = "incoming"
    SETTINGS = "settings"
    """What the office chose, by the day from which it holds."""
    OFFICE = "office"
    """The office itself: its name, its term, the day from which it keeps records."""
    WORKDAYS = "workdays"
    """Which days are worked."""


class Placed(Enum):
    """The day by which a finding is put in a month, a quarter or a year."""

    OWN_DAY = "own-day"
    """The record's own day; of a period, its last."""
    FIRST_DAY = "first-day"
    """The first day of the period it is for."""
    LAST_DAY = "last-day"
    """The last day in time: it speaks of the time from a meeting to the next."""
    AS_THINGS_STAND = "as-things-stand"
    """The day of judging."""


Through = Callable[[Facts, RecordRef], Iterable[Record]]


class Of(Generic[Judge]):
    """What the subjects of a rule are, and so what its `judge` is given."""

    def findings(self, rule: "Rule[Judge]", facts: Facts, window: Window) -> Iterator[Finding]:
        raise NotImplementedError


class Dated(Protocol):
    """A case that is neither kept nor broken before its day."""

    @property
    def day(self) -> dt.date: ...
    @property
    def on(self) -> dt.date: ...


@dataclass(frozen=True, eq=False)
class Cases(Of[Callable[[Case], Outcome | None]], Generic[Case]):
    """One kind of record; `each` gives every case between the window's days with its subject.

    `dated` says that nothing of a case is kept or broken before its day; other kinds of case say it each themselves.
    """

    each: Callable[[Facts, Window], Iterable[tuple[Case, RecordRef]]]
    dated: Callable[[Case], Dated] | None = None

    def findings(
        self, rule: "Rule[Callable[[Case], Outcome | None]]", facts: Facts, window: Window
    ) -> Iterator[Finding]:
        return self.judged(rule, self.each(facts, window))

    def judged(
        self, rule: "Rule[Callable[[Case], Outcome | None]]", cases: Iterable[tuple[Case, RecordRef]]
    ) -> Iterator[Finding]:
        for case, subject in cases:
            outcome = rule.judge(case)
            if outcome and self.dated:
                dated = self.dated(case)
                outcome = to_come(outcome, dated.day, dated.on)
            if outcome:
                yield outcome.of(rule.id, subject)


Sweep = Callable[[Facts, Window], Iterator[Finding]]


@dataclass(frozen=True, eq=False)
class Whole(Of[Sweep]):
    """No single record: people, units, bodies or the office, by period or as things stand."""

    def findings(self, rule: "Rule[Sweep]", facts: Facts, window: Window) -> Iterator[Finding]:
        return rule.judge(facts, window)


@dataclass(eq=False)
class Rule(Generic[Judge]):
    """`beside` is the field of a form that its verdict stands beside, `cites` the parameters it asks for."""

    name: InitVar[str]
    of: Of[Judge] = field(kw_only=True)
    reads: tuple[Reads, ...] = field(default=(), kw_only=True)
    beside: str = field(default="", kw_only=True)
    cites: tuple[Cited, ...] = field(default=(), kw_only=True)
    placed: Placed = field(default=Placed.OWN_DAY, kw_only=True)
    id: RuleId = field(init=False)
    judge: Judge = field(init=False)
    through: Through | None = field(init=False, default=None)

    def __post_init__(self, name: str) -> None:
        self.id = RuleId(name)

    def __call__(self, facts: Facts, window: Window) -> Iterator[Finding]:
        """Judge the whole office."""
        return self.of.findings(self, facts, window)

    def judged_by(self, judge: Judge) -> Judge:
        self.judge = judge
        return judge

    def looks_through(self, through: Through) -> Through:
        """The records of a subject's period that it looks through, beside the one the subject names."""
        self.through = through
        return through
