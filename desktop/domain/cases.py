"""What rules are of: each kind of record with its cases between two days, and what is no single record."""

from collections.abc import Iterator
from typing import NamedTuple

from desktop.domain.absences import Trip
from desktop.domain.ballots import Poll
from desktop.domain.delegation import Settled
from desktop.domain.directives import Directed
from desktop.domain.facts import Facts
from desktop.domain.incoming import Asked, entered
from desktop.domain.judging import Window
from desktop.domain.records import AgendaItem
from desktop.domain.refs import RecordRef
from desktop.domain.register import Paper, Register
from desktop.domain.rule import Cases, Whole
from desktop.domain.sittings import Sitting


class Point(NamedTuple):
    """An item of a meeting's agenda."""

    sitting: Sitting
    item: AgendaItem


def points(sitting: Sitting) -> Iterator[tuple[Point, RecordRef]]:
    for item in sitting.meeting.agenda:
        yield Point(sitting, item), RecordRef.to(sitting.meeting, item.id)


def _sittings(facts: Facts, window: Window) -> Iterator[tuple[Sitting, RecordRef]]:
    """The meetings that are judged: a cancelled one is not, nor one under no regulation (no rule then speaks)."""
    for meeting in facts.sessions:
        if window.holds(meeting.start.date()):
            yield Sitting(facts, meeting, window.on), RecordRef.to(meeting)


def _points(facts: Facts, window: Window) -> Iterator[tuple[Point, RecordRef]]:
    for sitting, _subject in _sittings(facts, window):
        yield from points(sitting)


def _polls(facts: Facts, window: Window) -> Iterator[tuple[Poll, RecordRef]]:
    for ballot in facts.office.ballots:
        if window.holds(ballot.sent):
            yield Poll(facts, ballot, window.on), RecordRef.to(ballot)


def _trips(facts: Facts, window: Window) -> Iterator[tuple[Trip, RecordRef]]:
    for absence in facts.office.absences:
        if window.holds(absence.from_):
            yield Trip(facts, absence, window.on), RecordRef.to(absence)


def _settled(facts: Facts, window: Window) -> Iterator[tuple[Settled, RecordRef]]:
    for decision in facts.office.delegated:
        if decision.decided and window.holds(decision.decided):
            yield Settled(facts, decision, decision.decided, window.on), RecordRef.to(decision)


def _papers(facts: Facts, window: Window) -> Iterator[tuple[Paper, RecordRef]]:
    """A document without a day is a draft."""
    register = Register(facts)
    for document in facts.office.documents:
        if document.date and window.holds(document.date):
            yield Paper(facts, document, document.date, window.on, register), RecordRef.to(document)


def _asked(facts: Facts, window: Window) -> Iterator[tuple[Asked, RecordRef]]:
    """By the day a paper came in, or else by its own; one that bears neither cannot be placed."""
    for paper in facts.office.incoming:
        day = entered(paper)
        if day and window.holds(day):
            yield Asked(facts, paper, day, window.on), RecordRef.to(paper)


def _directed(facts: Facts, window: Window) -> Iterator[tuple[Directed, RecordRef]]:
    for directive in facts.office.directives:
        yield Directed(facts, directive, window), RecordRef.to(directive)


SITTINGS = Cases[Sitting](_sittings)
POINTS = Cases[Point](_points)
BALLOTS = Cases[Poll](_polls, dated=lambda poll: poll)
ABSENCES = Cases[Trip](_trips)
DELEGATED = Cases[Settled](_settled, dated=lambda settled: settled)
DOCUMENTS = Cases[Paper](_papers, dated=lambda paper: paper)
INCOMING = Cases[Asked](_asked, dated=lambda asked: asked)

DIRECTIVES = Cases[Directed](_directed)

PEOPLE = Whole()
UNITS = Whole()
BODIES = Whole()
OFFICE = Whole()
RECORDS = Whole()
DUTIES = Whole()
