"""What each member did between two days, in figures, for the yearly review: counted from the records, never judged.

Only the day of a member's report is judged; that is read off its finding. Imports domain.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields

from desktop.domain.facts import Facts
from desktop.domain.findings import Finding, Verdict
from desktop.domain.records import SESSION_KINDS, Ballot, Body, Meeting, Person, Response
from desktop.domain.rules import report_member
from desktop.usecases.compliance import finding_days

_BODIES: tuple[Body, ...] = ("bch", "btv", "thuong-truc")
_KINDS = (*SESSION_KINDS, "weekly")


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberFigures:
    """`sessions` are those of his bodies, held while he sat in them, at which attendance was marked.

    `ballots` are those sent to him; of them so many came back in time, late, or not (where their day is past).
    `reports` are those asked of him by then and not exempt; `tasks` those done, or due and not done.
    """

    person: str
    sessions: int = 0
    present: int = 0
    excused: int = 0
    absent: int = 0
    votes: int = 0
    reserved: int = 0
    ballots: int = 0
    ballots_in_time: int = 0
    ballots_late: int = 0
    ballots_missing: int = 0
    reports: int = 0
    reports_in_time: int = 0
    reports_late: int = 0
    reports_missing: int = 0
    absences: int = 0
    absences_reported: int = 0
    visits: int = 0
    tasks: int = 0
    tasks_done: int = 0
    tasks_late: int = 0


def member_figures(
    facts: Facts, findings: Iterable[Finding], first: dt.date, last: dt.date
) -> tuple[MemberFigures, ...]:
    """Everyone who sat in a body on one of the days, in the order of the roster; `last` is no day to come."""
    counted: Counter[tuple[str, str]] = Counter()
    for person, figure in _all(facts, findings, first, last):
        counted[person, figure] += 1
    figures = [field.name for field in fields(MemberFigures) if field.name != "person"]
    return tuple(
        MemberFigures(person=one.id, **{name: counted[one.id, name] for name in figures})
        for one in members(facts, first, last)
    )


def members(facts: Facts, first: dt.date, last: dt.date) -> list[Person]:
    """Those in office on the last day, then those whose seats ended before it."""
    sitting = {person.id: person for body in _BODIES for person in facts.members(body, last)}
    gone = [one for one in facts.office.people if one.id not in sitting and _sat(one, first, last)]
    return [*sitting.values(), *gone]


def _sat(person: Person, first: dt.date, last: dt.date) -> bool:
    return any(
        seat.body in _BODIES and seat.from_ <= last and (seat.to is None or first <= seat.to) for seat in person.seats
    )


def _all(facts: Facts, findings: Iterable[Finding], first: dt.date, last: dt.date) -> Iterator[tuple[str, str]]:
    yield from _in_sessions(facts, first, last)
    yield from _in_ballots(facts, first, last)
    yield from _in_reports(facts, findings, first, last)
    yield from _outside(facts, first, last)
    yield from _in_tasks(facts, first, last)


def _in_sessions(facts: Facts, first: dt.date, last: dt.date) -> Iterator[tuple[str, str]]:
    for meeting in facts.sessions:
        day = meeting.start.date()
        if first <= day <= last and meeting.body in _BODIES and meeting.kind in _KINDS:
            ids = {person.id for person in facts.members(meeting.body, day)}
            yield from ((one, figure) for one, figure in _in_session(meeting, ids) if one in ids)


def _in_session(meeting: Meeting, ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    marked = {line.person: line.status for line in meeting.attendance if line.person and line.status}
    if marked:
        yield from ((one, "sessions") for one in ids)
        yield from ((one, status) for one, status in marked.items())
    for item in meeting.agenda:
        last = {choice.person: choice for choice in (item.vote.choices if item.vote else ()) if choice.person}
        yield from ((one, "votes") for one, choice in last.items() if choice.choice)
        yield from ((one, "reserved") for one, choice in last.items() if choice.reserved)


def _in_ballots(facts: Facts, first: dt.date, last: dt.date) -> Iterator[tuple[str, str]]:
    for ballot in facts.office.ballots:
        if first <= ballot.sent <= last:
            answers = {one.person: one for one in ballot.responses}
            for person in facts.members(ballot.body, ballot.sent):
                if ballot.sent_to is None or person.id in ballot.sent_to:
                    yield person.id, "ballots"
                    yield from ((person.id, one) for one in _came_back(ballot, answers.get(person.id), last))


def _came_back(ballot: Ballot, answer: Response | None, last: dt.date) -> Sequence[str]:
    """A slip without a day came back in time as far as anyone knows."""
    if answer is None or not (answer.returned or answer.choice or answer.questions):
        over = ballot.closed is not None or (ballot.due is not None and ballot.due < last)
        return ("ballots_missing",) if over else ()
    late = answer.returned and ballot.due and ballot.due < answer.returned
    return ("ballots_late" if late else "ballots_in_time",)


def _in_reports(facts: Facts, findings: Iterable[Finding], first: dt.date, last: dt.date) -> Iterator[tuple[str, str]]:
    asked = [finding for finding in findings if finding.rule == report_member.RULE.id]
    for finding in finding_days.between(facts, asked, last, first, last):
        if finding.verdict in (Verdict.MET, Verdict.BREACH) and not finding.cite.unchecked:
            person = finding.subject.id
            late = "reports_late" if finding.actual else "reports_missing"
            yield person, "reports"
            yield person, "reports_in_time" if finding.verdict is Verdict.MET else late


def _outside(facts: Facts, first: dt.date, last: dt.date) -> Iterator[tuple[str, str]]:
    for absence in facts.office.absences:
        if first <= absence.from_ <= last:
            yield absence.person, "absences"
            if absence.reported:
                yield absence.person, "absences_reported"
    for visit in facts.office.visits:
        if visit.person and visit.date and first <= visit.date <= last:
            yield visit.person, "visits"


def _in_tasks(facts: Facts, first: dt.date, last: dt.date) -> Iterator[tuple[str, str]]:
    """Late is done after its day, or not done by the last day though its own is past."""
    for task in facts.office.tasks:
        done = task.done is not None and first <= task.done <= last
        left = task.done is None or task.done > last
        overdue = left and task.due is not None and first <= task.due < last
        if task.person and (done or overdue):
            yield task.person, "tasks"
            if done:
                yield task.person, "tasks_done"
            if overdue or (task.due and task.done and task.due < task.done):
                yield task.person, "tasks_late"
