"""Every rule by its name, and what is asked of them: judge the whole office, judge one record while it is typed.

`desktop.domain` only. A rule is a file of `rules`; the folder is the only list of them.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from desktop.domain import rules
from desktop.domain.absences import Trip, runs
from desktop.domain.ballots import Poll
from desktop.domain.cases import ABSENCES, BALLOTS, DELEGATED, DOCUMENTS, POINTS, SITTINGS, points
from desktop.domain.delegation import Settled
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.judging import Window
from desktop.domain.records import Absence, Ballot, Delegated, Document, Meeting
from desktop.domain.register import Paper, Register
from desktop.domain.rule import Cases, Rule
from desktop.domain.rules import absence_duty
from desktop.domain.rules.regulation_in_force import of_record
from desktop.domain.sittings import Sitting

Case = TypeVar("Case")

RULES: Mapping[str, Rule[Any]] = rules.load()


def check(facts: Facts, *, on: dt.date, from_: dt.date | None = None, to: dt.date | None = None) -> list[Finding]:
    """Try every rule on the whole office as of a day, for the subjects whose own day lies between two others."""
    window = Window.of(facts, on, from_, to)
    return _ordered(finding for rule in RULES.values() for finding in rule(facts, window))


def _ordered(found: Iterable[Finding]) -> list[Finding]:
    return sorted(found, key=lambda finding: (finding.subject, finding.rule))


def _all(kind: Cases[Case], *cases: tuple[Case, str]) -> Iterator[Finding]:
    """Every rule on that kind of record, on these cases alone."""
    for rule in RULES.values():
        if rule.of is kind:
            yield from kind.judged(rule, cases)


def judge_meeting(facts: Facts, meeting: Meeting, on: dt.date) -> list[Finding]:
    """Everything on one meeting and its items; nothing on one that is cancelled, or held before records were kept."""
    if meeting.is_off or not Window.of(facts, on).holds(meeting.start.date()):
        return []
    sitting = Sitting(facts, meeting, on)
    of_meeting = _all(SITTINGS, (sitting, f"meetings/{meeting.id}"))
    return _ordered([*of_record(facts, meeting), *of_meeting, *_all(POINTS, *points(sitting))])


def judge_ballot(facts: Facts, ballot: Ballot, on: dt.date) -> list[Finding]:
    """Everything on one ballot, as it stands in the office or as it is being typed."""
    if not Window.of(facts, on).holds(ballot.sent):
        return []
    case = Poll(facts, ballot, on), f"ballots/{ballot.id}"
    return _ordered([*of_record(facts, ballot), *_all(BALLOTS, case)])


def judge_absence(facts: Facts, absence: Absence, on: dt.date) -> list[Finding]:
    """Everything on one absence, with the runs of days it belongs to on which all of Thường trực are away."""
    ready = facts if absence in facts.office.absences else facts.replacing(absence)
    found: list[Finding] = []
    if Window.of(facts, on).holds(absence.from_):
        found += of_record(ready, absence)
        found += _all(ABSENCES, (Trip(ready, absence, on), f"absences/{absence.id}"))
    if ready.holds(absence.person, "thuong-truc", absence.from_):
        touched = {run.subject for run in runs(ready) if run.first <= absence.to and absence.from_ <= run.last}
        found += [one for one in absence_duty.judge(ready, Window.of(ready, on)) if one.subject in touched]
    return _ordered(found)


def judge_delegated(facts: Facts, decision: Delegated, on: dt.date) -> list[Finding]:
    """Everything on one decision of Thường trực; nothing before it bears the day on which it was taken."""
    if decision.decided is None or not Window.of(facts, on).holds(decision.decided):
        return []
    case = Settled(facts, decision, decision.decided, on), f"delegated/{decision.id}"
    return _ordered([*of_record(facts, decision), *_all(DELEGATED, case)])


def judge_document(facts: Facts, document: Document, on: dt.date) -> list[Finding]:
    """Everything on one document, as it stands in the register or as it is being typed."""
    ready = facts if document in facts.office.documents else facts.replacing(document)
    if document.date is None or not Window.of(facts, on).holds(document.date):
        return []
    case = Paper(ready, document, document.date, on, Register(ready)), f"documents/{document.id}"
    return _ordered([*of_record(ready, document), *_all(DOCUMENTS, case)])
