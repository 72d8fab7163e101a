"""What a week holds without an hour: events, visits, ballots, last days, tasks, items. Imports as `lich_tuan`."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop import vi
from desktop.domain.planning import deadlines
from desktop.domain.records import Meeting, Visit
from desktop.domain.rules import meeting_invitations, meeting_papers_sent
from desktop.papers.forms.base.words import bare, meeting_name
from desktop.papers.forms.base.writing import Writing
from desktop.papers.forms.calendar.lich_tuan_su_kien import content, participants, place


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something of a day without an hour of its own; the texts are those of the table's columns."""

    day: dt.date
    content: str
    chair: str = ""
    participants: str = ""
    place: str = ""
    preparers: tuple[str, ...] = ()


def things(writing: Writing, monday: dt.date, sunday: dt.date) -> list[Thing]:
    """By day; a task that a programme names too stands once."""
    found = [*_whole_days(writing, monday, sunday)]
    found += [each for source in (_visits, _ballots, _deadlines, _tasks, _items) for each in source(writing)]
    once = {(each.day, vi.fold(each.content)): each for each in reversed(found) if monday <= each.day <= sunday}
    return sorted(once.values(), key=lambda each: (each.day, found.index(each)))


def _whole_days(writing: Writing, monday: dt.date, sunday: dt.date) -> Iterator[Thing]:
    for ahead in range((sunday - monday).days + 1):
        day = monday + dt.timedelta(days=ahead)
        for event in (each.event for each in writing.facts.events_on(day) if each.event.all_day):
            yield Thing(
                day=day, content=content(writing, event), chair=writing.name(event.chair),
                participants=participants(writing, event), place=place(event),
            )  # fmt: skip


def _unit(writing: Writing, ident: str | None) -> str:
    found = writing.facts.unit(ident)
    return found.name if found else ""


def _visits(writing: Writing) -> Iterator[Thing]:
    for visit in writing.facts.office.visits:
        if visit.date:
            unit = _unit(writing, visit.unit)
            about = f": {bare(visit.content)}" if visit.content else ""
            yield Thing(
                day=visit.date, content=f"Làm việc với {unit or 'cơ sở'}{about}", chair=_visitor(writing, visit),
                participants=writing.names.body(visit.body) if visit.body else "", place=unit,
            )  # fmt: skip


def _visitor(writing: Writing, visit: Visit) -> str:
    return writing.name(visit.person)


def _ballots(writing: Writing) -> Iterator[Thing]:
    for ballot in writing.facts.office.ballots:
        if ballot.due and not ballot.closed:
            yield Thing(
                day=ballot.due, content=f"Hạn gửi lại phiếu xin ý kiến: {bare(ballot.title)}",
                participants=writing.members_of(ballot.body), preparers=(writing.names.chancery,),
            )  # fmt: skip


def _deadlines(writing: Writing) -> Iterator[Thing]:
    """The last days for papers and invitations of sessions, as far as they are not yet dealt with."""
    for meeting in writing.facts.sessions:
        if meeting.start.date() < writing.on:
            continue
        for one in deadlines(writing.facts, meeting):
            waiting = _waiting(writing, meeting, one.rule)
            if waiting is not None:
                what = f"{one.what[:1].lower()}{one.what[1:]}"
                yield Thing(day=one.due, content=f"Hạn {what}: {meeting_name(writing, meeting)}", preparers=waiting)


def _waiting(writing: Writing, meeting: Meeting, rule: str) -> tuple[str, ...] | None:
    """On whom it waits; None where it is done."""
    if rule == meeting_invitations.RULE.id:
        return None if meeting.invitations_sent else (writing.names.chancery,)
    if rule == meeting_papers_sent.RULE.id:
        unsent = [item for item in meeting.agenda if item.documents_sent is None]
        return (writing.names.chancery,) if unsent or not meeting.agenda else None
    lacking = [item.preparer for item in meeting.agenda if item.preparer and item.documents_received is None]
    return tuple(_unit(writing, unit) for unit in dict.fromkeys(lacking)) if lacking else None


def _tasks(writing: Writing) -> Iterator[Thing]:
    for task in writing.facts.office.tasks:
        if task.due and task.done is None:
            unit = _unit(writing, task.unit)
            yield Thing(
                day=task.due, content=f"Hạn: {bare(task.title)}", chair=writing.name(task.person),
                preparers=(unit,) if unit else (),
            )  # fmt: skip


def _items(writing: Writing) -> Iterator[Thing]:
    """What the programmes have for a day, where no meeting is that item."""
    for programme in writing.facts.office.programmes:
        for item in programme.items:
            if item.due and item.done is None and item.meeting is None:
                unit = _unit(writing, item.lead)
                yield Thing(
                    day=item.due, content=f"Hạn: {bare(item.title)}", participants=bare(item.participants),
                    preparers=(unit,) if unit else (),
                )  # fmt: skip


def notes(writing: Writing, monday: dt.date, sunday: dt.date) -> Iterator[str]:
    """Who is away in the week, and who is on duty in place of Thường trực."""
    office = writing.facts.office
    away = [each for each in office.absences if each.from_ <= sunday and monday <= each.to]
    named = [
        f"{writing.name(each.person)} ({vi.day_range(each.from_, each.to)})"
        for each in sorted(away, key=lambda each: (each.from_, vi.name_key(writing.name(each.person))))
    ]
    if named:
        yield f"Đi vắng trong tuần: {'; '.join(named)}."
    for line in office.assignments:
        starts, ends = line.from_ or dt.date.min, line.to or dt.date.max
        if line.kind == "duty" and starts <= sunday and monday <= ends and writing.name(line.person):
            span = f" ({vi.day_range(line.from_, line.to)})" if line.from_ and line.to else ""
            yield f"{vi.capital(bare(line.subject)) or 'Trực'}: đồng chí {writing.name(line.person)}{span}."
