"""Every rule by its name, and what is asked of them: judge the whole office, judge one record while it is typed.

`desktop.domain` only. A rule is written once, in the module of its noun; this table is the only list of them.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from desktop.domain import (
    absences,
    assignments,
    ballots,
    calling,
    chairing,
    decisions,
    delegation,
    directives,
    documents,
    guests,
    in_force,
    meetings,
    papers,
    programmes,
    reports,
    reviews,
    visits,
)
from desktop.domain.absences import Trip
from desktop.domain.ballots import Poll
from desktop.domain.cadence import cadence, working
from desktop.domain.delegation import Settled
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.judging import Outcome, Window, to_come
from desktop.domain.records import Absence, AgendaItem, Ballot, Delegated, Document, Meeting
from desktop.domain.sittings import Sitting

Case = TypeVar("Case")
Rule = Callable[[Facts, Window], Iterator[Finding]]
ItemRule = Callable[[Sitting, AgendaItem], Outcome | None]

MEETING_RULES: Mapping[str, Callable[[Sitting], Outcome | None]] = {
    "meeting.quorum": meetings.quorum,
    "meeting.invitations": papers.invitations,
    "meeting.chair": chairing.chair,
    "meeting.minutes": meetings.minutes,
    "meeting.convened": calling.convened,
    "meeting.extraordinary": calling.extraordinary,
    "meeting.guests.ubkt": guests.of_inspection,
    "meeting.guests.superior": guests.of_superior,
    "meeting.guests.in-charge": guests.in_charge,
    "meeting.questioning": meetings.questioning,
    "meeting.report-between-sessions": meetings.report_between_sessions,
}
"""Their subject is `meetings/ID`."""

ITEM_RULES: Mapping[str, ItemRule] = {
    "meeting.papers.received": papers.received,
    "meeting.papers.sent": papers.sent,
    "decision.majority": decisions.majority,
}
"""Their subject is `meetings/ID/AGENDA`."""

BALLOT_RULES: Mapping[str, Callable[[Poll], Outcome | None]] = {
    "ballot.electorate": ballots.electorate,
    "ballot.ground": ballots.ground,
    "ballot.ordered": ballots.ordered,
    "ballot.matter": ballots.matter,
    "ballot.majority": ballots.majority,
    "ballot.differences": ballots.differences,
    "ballot.reported": ballots.reported,
}
"""Their subject is `ballots/ID`."""

ABSENCE_RULES: Mapping[str, Callable[[Trip], Outcome | None]] = {
    "absence.reported": absences.reported,
    "absence.commune": absences.commune,
    "absence.result": absences.result,
}
"""Their subject is `absences/ID`."""

DELEGATED_RULES: Mapping[str, Callable[[Settled], Outcome | None]] = {
    "delegated.matter": delegation.matter,
    "delegated.unanimity": delegation.unanimity,
    "delegated.reported": delegation.reported,
    "delegated.written": delegation.written,
}
"""Their subject is `delegated/ID`."""


def _each(rules: Mapping[str, Callable[[Case], Outcome | None]], case: Case, subject: str) -> Iterator[Finding]:
    """A ballot or a decision of a day still to come is neither kept nor broken yet; a meeting's rules say it each."""
    for name, rule in rules.items():
        outcome = rule(case)
        if outcome:
            if isinstance(case, Poll | Settled):
                outcome = to_come(outcome, case.day, case.on)
            yield outcome.of(name, subject)


def _of_items(sitting: Sitting, rules: Mapping[str, ItemRule]) -> Iterator[Finding]:
    for name, rule in rules.items():
        for item in sitting.meeting.agenda:
            outcome = rule(sitting, item)
            if outcome:
                yield outcome.of(name, f"meetings/{sitting.meeting.id}/{item.id}")


def _items_rule(name: str) -> Rule:
    def judge(facts: Facts, window: Window) -> Iterator[Finding]:
        for sitting, _subject in _sittings(facts, window):
            yield from _of_items(sitting, {name: ITEM_RULES[name]})

    return judge


def _rules(
    rules: Mapping[str, Callable[[Case], Outcome | None]],
    cases: Callable[[Facts, Window], Iterator[tuple[Case, str]]],
) -> Mapping[str, Rule]:
    """The rules on one kind of record, each over all its cases with their subjects."""

    def over_all(name: str) -> Rule:
        def judge(facts: Facts, window: Window) -> Iterator[Finding]:
            for case, subject in cases(facts, window):
                yield from _each({name: rules[name]}, case, subject)

        return judge

    return {name: over_all(name) for name in rules}


def _sittings(facts: Facts, window: Window) -> Iterator[tuple[Sitting, str]]:
    """The meetings that are judged: a cancelled one is not, nor one under no regulation (no rule then speaks)."""
    for meeting in facts.sessions:
        if window.holds(meeting.start.date()):
            yield Sitting(facts, meeting, window.on), f"meetings/{meeting.id}"


def _polls(facts: Facts, window: Window) -> Iterator[tuple[Poll, str]]:
    for ballot in facts.office.ballots:
        if window.holds(ballot.sent):
            yield Poll(facts, ballot, window.on), f"ballots/{ballot.id}"


def _trips(facts: Facts, window: Window) -> Iterator[tuple[Trip, str]]:
    for absence in facts.office.absences:
        if window.holds(absence.from_):
            yield Trip(facts, absence, window.on), f"absences/{absence.id}"


def _settled(facts: Facts, window: Window) -> Iterator[tuple[Settled, str]]:
    for decision in facts.office.delegated:
        if decision.decided and window.holds(decision.decided):
            yield Settled(facts, decision, decision.decided, window.on), f"delegated/{decision.id}"


RULES: Mapping[str, Rule] = {
    "regulation.in-force": in_force.in_force,
    **_rules(MEETING_RULES, _sittings),
    **{name: _items_rule(name) for name in ITEM_RULES},
    "meeting.cadence": cadence,
    "meeting.working": working,
    **_rules(BALLOT_RULES, _polls),
    **_rules(ABSENCE_RULES, _trips),
    "absence.duty": absences.duty,
    **_rules(DELEGATED_RULES, _settled),
    "assignment.member": assignments.of_members,
    "assignment.unit": assignments.of_units,
    "programme.adopted": programmes.adopted,
    "report.received": reports.received,
    "report.member": reports.member,
    "report.upward": reports.upward,
    "report.government": reports.government,
    "information.members": reports.information,
    "visit.unit": visits.of_units,
    "review.annual": reviews.annual,
    "review.quarterly": reviews.quarterly,
    "review.term": reviews.term,
    "regulation.review": reviews.regulation,
    "directive.lead": directives.lead,
    "directive.review": directives.review,
    "document.number": documents.number,
    "document.signer": documents.signer,
}


def check(facts: Facts, *, on: dt.date, from_: dt.date | None = None, to: dt.date | None = None) -> list[Finding]:
    """Try every rule on the whole office as of a day, for the subjects whose own day lies between two others."""
    window = Window.of(facts, on, from_, to)
    found = [finding for judge in RULES.values() for finding in judge(facts, window)]
    return _ordered(found)


def _ordered(found: Iterable[Finding]) -> list[Finding]:
    return sorted(found, key=lambda finding: (finding.subject, finding.rule))


def judge_meeting(facts: Facts, meeting: Meeting, on: dt.date) -> list[Finding]:
    """Everything on one meeting and its items; nothing on one that is cancelled, or held before records were kept."""
    if meeting.is_off or not Window.of(facts, on).holds(meeting.start.date()):
        return []
    sitting = Sitting(facts, meeting, on)
    of_meeting = _each(MEETING_RULES, sitting, f"meetings/{meeting.id}")
    return _ordered([*in_force.of_record(facts, meeting), *of_meeting, *_of_items(sitting, ITEM_RULES)])


def judge_ballot(facts: Facts, ballot: Ballot, on: dt.date) -> list[Finding]:
    """Everything on one ballot, as it stands in the office or as it is being typed."""
    if not Window.of(facts, on).holds(ballot.sent):
        return []
    case = Poll(facts, ballot, on)
    return _ordered([*in_force.of_record(facts, ballot), *_each(BALLOT_RULES, case, f"ballots/{ballot.id}")])


def judge_absence(facts: Facts, absence: Absence, on: dt.date) -> list[Finding]:
    """Everything on one absence, with the runs of days it belongs to on which all of Thường trực are away."""
    ready = facts if absence in facts.office.absences else facts.replacing(absence)
    found: list[Finding] = []
    if Window.of(facts, on).holds(absence.from_):
        found += in_force.of_record(ready, absence)
        found += _each(ABSENCE_RULES, Trip(ready, absence, on), f"absences/{absence.id}")
    if ready.holds(absence.person, "thuong-truc", absence.from_):
        touched = {run.subject for run in absences.runs(ready) if run.first <= absence.to and absence.from_ <= run.last}
        found += [one for one in absences.duty(ready, Window.of(ready, on)) if one.subject in touched]
    return _ordered(found)


def judge_delegated(facts: Facts, decision: Delegated, on: dt.date) -> list[Finding]:
    """Everything on one decision of Thường trực; nothing before it bears the day on which it was taken."""
    if decision.decided is None or not Window.of(facts, on).holds(decision.decided):
        return []
    case = Settled(facts, decision, decision.decided, on)
    return _ordered([*in_force.of_record(facts, decision), *_each(DELEGATED_RULES, case, f"delegated/{decision.id}")])


def judge_document(facts: Facts, document: Document, on: dt.date) -> list[Finding]:
    """Everything on one document, as it stands in the register or as it is being typed."""
    ready = facts if document in facts.office.documents else facts.replacing(document)
    if document.date is None or not Window.of(facts, on).holds(document.date):
        return []
    return _ordered([*in_force.of_record(ready, document), *documents.of_document(ready, document, on)])
