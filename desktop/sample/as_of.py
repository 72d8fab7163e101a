"""An office as it stood at the end of a day: what lies after is undone, what is planned soon stays planned.

May import `desktop.domain` only.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop.domain.records import (
    SESSION_KINDS,
    AgendaItem,
    Ballot,
    Delegated,
    Directive,
    Document,
    Incoming,
    Meeting,
    Note,
    Office,
    Programme,
    ProgrammeItem,
    Report,
    Review,
    Task,
    Visit,
)
from desktop.domain.refs import RecordRef

PLANNED = dt.timedelta(days=40)
"""How far ahead meetings, events, absences and visits are already entered."""
DRAFTED = dt.timedelta(days=14)
"""How far before its period a programme lies there as a draft."""


def office_as_of(office: Office, day: dt.date) -> Office:
    """The office at the end of a day; references to what is not yet there are taken out with it."""
    held = frozenset(m.id for m in office.meetings if m.start.date() <= day)
    secretary = next((p.id for p in office.people for s in p.seats if s.role == "bi-thu"), None)
    away = [(one.from_, one.to) for one in office.absences if one.person == secretary]
    known = _Known(day, held, secretary, tuple(away))
    meetings = tuple(known.meeting(m) for m in office.meetings if known.planned(m))
    ballots = tuple(known.ballot(b) for b in office.ballots if b.sent <= day)
    delegated = tuple(known.delegated(d) for d in office.delegated if known.past(d.decided))
    issued = {one.id for one in office.documents if known.past(one.date)}
    tasks = tuple(known.task(t) for t in office.tasks if known.sourced(t))
    return replace(
        office,
        meetings=meetings,
        ballots=ballots,
        absences=tuple(
            replace(a, reported=known.then(a.reported), result_reported=known.then(a.result_reported))
            if known.past(a.reported)
            else replace(a, reported=None, reported_to=None, form=None, result_reported=None)
            for a in office.absences
            if a.from_ <= day + PLANNED
        ),
        assignments=tuple(a for a in office.assignments if known.past(a.from_)),
        tasks=tasks,
        delegated=delegated,
        programmes=tuple(known.programmes(office, {m.id for m in meetings})),
        reports=tuple(known.reports(office)),
        directives=tuple(known.directive(d, issued) for d in office.directives),
        visits=tuple(known.visit(v) for v in office.visits if v.date and v.date <= day + PLANNED),
        reviews=tuple(known.review(r) for r in office.reviews if known.past(r.date)),
        documents=tuple(d for d in office.documents if known.past(d.date) and known.has_source(d, office)),
        incoming=tuple(known.incoming(one, office) for one in office.incoming if known.past(one.arrived)),
        events=tuple(one for one in office.events if one.start.date() <= day + PLANNED),
        notes=tuple(n for n in office.notes if known.explains(n, meetings)),
    )


@dataclass(frozen=True)
class _Known:
    day: dt.date
    held: frozenset[str]
    secretary: str | None
    away: tuple[tuple[dt.date, dt.date], ...]
    """The days on which the secretary is to be away, which keep him from the chair."""

    def past(self, day: dt.date | None) -> bool:
        return day is not None and day <= self.day

    def then(self, day: dt.date | None) -> dt.date | None:
        return day if self.past(day) else None

    def session(self, meeting: str | None) -> str | None:
        return meeting if meeting in self.held else None

    def planned(self, meeting: Meeting) -> bool:
        """Held, or entered already; what is called suddenly is not known beforehand."""
        start = meeting.start.date()
        return start <= self.day or (start <= self.day + PLANNED and meeting.kind != "extraordinary")

    def meeting(self, meeting: Meeting) -> Meeting:
        kept = replace(
            meeting, minutes=self.then(meeting.minutes), invitations_sent=self.then(meeting.invitations_sent)
        )
        if meeting.id in self.held:
            return kept
        agenda = tuple(self._ahead(item) for item in meeting.agenda if not item.unscheduled)
        chair = self._chair(meeting) if meeting.kind in SESSION_KINDS else meeting.chair
        return replace(kept, cancelled=False, attendance=(), chair=chair, chair_authorised=None, agenda=agenda)

    def _chair(self, meeting: Meeting) -> str | None:
        """Who is to chair; nobody yet where the secretary will be away."""
        day = meeting.start.date()
        return None if any(first <= day <= last for first, last in self.away) else self.secretary

    def _ahead(self, item: AgendaItem) -> AgendaItem:
        received = self.then(item.documents_received)
        return replace(
            item,
            documents_received=received,
            documents_state=item.documents_state if received else "awaited" if item.preparer else None,
            documents_note=item.documents_note if received else "",
            documents_sent=self.then(item.documents_sent),
            discussion=(),
            conclusion="",
            vote=None,
        )

    def ballot(self, ballot: Ballot) -> Ballot:
        judged = ballot.differences_judged if self.past(_judged_on(ballot)) else None
        return replace(
            ballot,
            closed=self.then(ballot.closed),
            responses=tuple(one for one in ballot.responses if self.past(one.returned or ballot.closed)),
            differences_judged=judged,
            important_differences=bool(judged) and ballot.important_differences,
            referred_to=self.session(ballot.referred_to),
            reported_at=self.session(ballot.reported_at),
            conclusion=ballot.conclusion if self.past(ballot.closed) else "",
        )

    def delegated(self, decision: Delegated) -> Delegated:
        reported, referred = self.session(decision.reported_at), self.session(decision.referred_to)
        return replace(decision, reported_at=reported, referred_to=referred)

    def sourced(self, task: Task) -> bool:
        return task.source is None or task.source.meeting is None or task.source.meeting in self.held

    def task(self, task: Task) -> Task:
        done = self.then(task.done)
        late = task.due is not None and task.due < self.day
        return replace(task, done=done, evidence=task.evidence if done else "", cause=task.cause if late else "")

    def programmes(self, office: Office, meetings: set[str]) -> Iterator[Programme]:
        for programme in office.programmes:
            first = _first_day(programme.period)
            known = self._version(programme)
            if self.past(known.adopted) or (known.adopted and first <= self.day + DRAFTED):
                items = tuple(self._item(item, meetings) for item in known.items)
                versions = tuple(
                    replace(one, items=tuple(self._item(item, meetings) for item in one.items))
                    for one in known.versions
                )
                yield replace(known, adopted=self.then(known.adopted), items=items, versions=versions)

    def _version(self, programme: Programme) -> Programme:
        """The version that held that day."""
        while programme.versions and not self.past(programme.versions[-1].replaced):
            programme = replace(programme, items=programme.versions[-1].items, versions=programme.versions[:-1])
        return programme

    def _item(self, item: ProgrammeItem, meetings: set[str]) -> ProgrammeItem:
        undone = item.done is not None and not self.past(item.done)
        return replace(
            item,
            meeting=item.meeting if item.meeting in meetings else None,
            done=None if undone else item.done,
            progress="" if undone else item.progress,
        )

    def reports(self, office: Office) -> Iterator[Report]:
        """A report whose period has begun is expected; what has not come in yet has no day and no form."""
        for report in office.reports:
            reminded = self.then(report.reminded)
            if self.past(report.received):
                yield replace(report, reminded=reminded)
            elif self.past(_first_day(report.period)):
                yield replace(report, received=None, form=None, reminded=reminded)

    def incoming(self, paper: Incoming, office: Office) -> Incoming:
        """Answered later, it still waits."""
        answer = next((one for one in office.documents if one.id == paper.answer), None)
        if self.past(paper.settled) or (answer and self.past(answer.date)):
            return paper
        return replace(paper, answer=None, settled=None, result="")

    def directive(self, directive: Directive, issued: set[str]) -> Directive:
        reviews = tuple(
            replace(
                one,
                done=self.then(one.done),
                report=one.report if one.report in issued else None,
                notice=one.notice if one.notice in issued else None,
            )
            for one in directive.reviews
        )
        return replace(directive, reviews=reviews)

    def visit(self, visit: Visit) -> Visit:
        return visit if self.past(visit.date) else replace(visit, result="")

    def review(self, review: Review) -> Review:
        return replace(review, sent_up=self.then(review.sent_up), reported_at=self.session(review.reported_at))

    def has_source(self, document: Document, office: Office) -> bool:
        """A paper sent before its meeting (an invitation) stays, as its meeting is planned then."""
        planned = {meeting.id for meeting in office.meetings if self.planned(meeting)}
        return document.source is None or document.source.meeting is None or document.source.meeting in planned

    def explains(self, note: Note, meetings: tuple[Meeting, ...]) -> bool:
        about = RecordRef(note.subject)
        return not about.names(Meeting) or about.id in {m.id for m in meetings if m.id in self.held}


def _judged_on(ballot: Ballot) -> dt.date | None:
    return ballot.differences_judged.on if ballot.differences_judged else None


def _first_day(period: str) -> dt.date:
    """The first day of a period: `term`, `2024`, `2024-H1`, `2024-9M`, `2024-Q3`, `2024-07`, `2024-W08`."""
    if period == "term":
        return dt.date.min
    year, _, part = period.partition("-")
    if part.startswith("W"):
        return dt.date.fromisocalendar(int(year), int(part[1:]), 1)
    if part.startswith(("Q", "H")):
        return dt.date(int(year), (int(part[1:]) - 1) * {"Q": 3, "H": 6}[part[0]] + 1, 1)
    return dt.date(int(year), 1 if part in ("", "9M") else int(part), 1)
