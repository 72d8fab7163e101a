"""Which signed minutes and issued papers no longer say what the records say, once a record is changed.

`desktop.domain` only. A paper dated before its meeting was held or its ballot counted says only what was called for.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from desktop.domain.facts import Facts
from desktop.domain.issued import OF_DECISIONS, standing
from desktop.domain.records import AgendaItem, Ballot, Delegated, Document, Meeting, Source

MINUTES = "BB"
Said = tuple[object, ...]
"""What a paper says of a record; another value is another paper."""


@dataclass(frozen=True, slots=True)
class Bound:
    """The meeting whose signed minutes, and the documents that, say otherwise than the records now do."""

    minutes: Meeting | None = None
    documents: tuple[Document, ...] = ()

    def __bool__(self) -> bool:
        return self.minutes is not None or bool(self.documents)


def bound(facts: Facts, changes: Iterable[tuple[Any, Any]]) -> Bound:
    """`changes` are records as they were and as they are to be; what is new or taken out binds nothing."""
    minutes: Meeting | None = None
    documents: dict[str, Document] = {}
    for before, after in changes:
        if before is None or after is None:
            continue
        if isinstance(before, Meeting) and before.minutes and _held(before) != _held(after):
            minutes = after
        documents |= {one.id: one for one in _papers(facts, before, after)}
    return Bound(minutes, tuple(documents.values()))


def _papers(facts: Facts, before: Any, after: Any) -> Iterator[Document]:  # noqa: ANN401 - any record
    if isinstance(before, Document):
        if before.issued and before.cancelled is None and _line(before) != _line(after):
            yield after
        return
    for paper in standing(facts) if isinstance(before, Meeting | Ballot | Delegated) else ():
        made = paper.number is not None and paper.source is not None and _is_of(paper.source, before)
        if made and _said(paper, before) != _said(paper, after):
            yield paper


def _is_of(source: Source, record: Meeting | Ballot | Delegated) -> bool:
    if isinstance(record, Meeting):
        return source.meeting == record.id
    return (source.ballot if isinstance(record, Ballot) else source.delegated) == record.id


def _said(paper: Document, record: Any) -> Said:  # noqa: ANN401 - a record that papers are made from
    """What the paper says of its source."""
    if isinstance(record, Meeting):
        return _of_meeting(paper, record)
    if isinstance(record, Ballot):
        early = record.closed is None or _is_before(paper, record.closed)
        return _asked(record) if early else (*_asked(record), record.closed, record.responses, record.conclusion)
    return record.item, record.matter, record.title, record.decided, record.decision, record.choices


def _of_meeting(paper: Document, meeting: Meeting) -> Said:
    if paper.type == MINUTES:
        return _held(replace(meeting, minutes=None))
    if paper.type not in OF_DECISIONS or _is_before(paper, meeting.start.date()):
        return _called(meeting)
    named = paper.source.agenda if paper.source else None
    items = (_settled(item) for item in meeting.agenda if named in (None, item.id))
    return meeting.body, meeting.start.date(), *items


def _is_before(paper: Document, day: dt.date) -> bool:
    return paper.date is not None and paper.date < day


def _called(meeting: Meeting) -> Said:
    """What an invitation and a programme say."""
    agenda = tuple((item.id, item.title, item.day, item.time, item.presenter) for item in meeting.agenda)
    return meeting.body, meeting.title, meeting.start, meeting.place, meeting.chair, agenda


def _held(meeting: Meeting) -> Said:
    """What minutes say, but for the hour of the end: a body whose every meeting is minuted has it written down last."""
    people = meeting.chair_authorised, meeting.secretary, meeting.attendance, meeting.guests
    items = tuple((item.discussion, *_settled(item)) for item in meeting.agenda)
    return *_called(meeting), *people, items, meeting.minutes


def _settled(item: AgendaItem) -> Said:
    return item.id, item.title, item.conclusion, item.vote


def _asked(ballot: Ballot) -> Said:
    return ballot.body, ballot.title, ballot.matter, ballot.sent, ballot.due, ballot.questions


def _line(document: Document) -> Said:
    """What is printed of a line of the register."""
    signed = document.signed_by, document.authority, document.post
    return (
        *(document.type, document.number, document.symbol, document.date, document.title, document.issuer),
        *(*signed, document.recipients),
    )
