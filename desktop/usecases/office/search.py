"""Finds a person, a meeting, a document or another record by any words of it, with or without diacritics."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.periods import period
from desktop.domain.records import Report
from desktop.usecases.directory.seats import seat_words
from desktop.usecases.directory.units import days_words
from desktop.usecases.documents.search import Search
from desktop.usecases.meetings import rows as meetings
from desktop.usecases.programmes import rows as programmes


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    kind: str
    title: str
    second: str
    place: str
    record: str


class Index:
    """Everything of one office that can be found, folded once; made anew after a change.

    `papers` finds documents by all they say; where it is still being made, none are found.
    """

    def __init__(self, facts: Facts, papers: Search | None) -> None:
        self._facts, self._papers = facts, papers
        self._hits = [(hit, f" {vi.fold(f'{hit.title} {hit.second}')}") for hit in _everything(facts)]

    def find(self, text: str, limit: int = 12) -> list[Hit]:
        """Those in which every typed word begins a word; titles that begin with the text come first."""
        typed = vi.fold(vi.nfc(text)).split()
        if not typed:
            return []
        whole = " ".join(typed)
        found = [(hit, folded) for hit, folded in self._hits if all(f" {word}" in folded for word in typed)]
        found.sort(key=lambda pair: (f" {whole}" not in pair[1], not pair[1].startswith(f" {whole}")))
        others = [hit for hit, _folded in found[:limit]]
        papers = [self._paper(ident) for ident in islice(self._papers.find(text), limit)] if self._papers else []
        most = max(limit // 2, limit - len(others))
        return [*others[: limit - len(papers[:most])], *papers[:most]]

    def _paper(self, ident: str) -> Hit:
        paper = self._facts.document(ident)
        assert paper is not None, ident
        words = " · ".join(part for part in (paper.symbol, vi.day(paper.date) if paper.date else "") if part)
        return Hit(kind="Văn bản", title=paper.title, second=words, place="documents", record=paper.id)


def _everything(facts: Facts) -> Iterable[Hit]:
    for maker in _MAKERS:
        yield from maker(facts)


def _people(facts: Facts) -> Iterable[Hit]:
    for person in sorted(facts.office.people, key=lambda one: vi.name_key(one.name)):
        seats = ", ".join(dict.fromkeys(seat_words(seat, facts.office.office.name) for seat in person.seats))
        yield Hit(kind="Người", title=person.name, second=person.position or seats, place="directory", record=person.id)


def _units(facts: Facts) -> Iterable[Hit]:
    for unit in facts.office.units:
        kind = vi.UNIT_KIND[unit.kind] if unit.kind else ""
        words = ", ".join(part for part in (kind, days_words(unit)) if part)
        yield Hit(kind="Đơn vị", title=unit.name, second=words, place="directory", record=unit.id)


def _meetings(facts: Facts) -> Iterable[Hit]:
    for meeting in sorted(facts.office.meetings, key=lambda one: one.start, reverse=True):
        when = f"{vi.day(meeting.start.date())}, {vi.clock(meeting.start)}"
        yield Hit(kind="Hội nghị", title=meetings.title_of(meeting), second=when, place="meetings", record=meeting.id)


def _ballots(facts: Facts) -> Iterable[Hit]:
    for ballot in reversed(facts.office.ballots):
        yield Hit(
            kind="Phiếu", title=ballot.title, second=f"gửi {vi.day(ballot.sent)}", place="ballots", record=ballot.id
        )


def _delegated(facts: Facts) -> Iterable[Hit]:
    for one in reversed(facts.office.delegated):
        when = f"quyết định {vi.day(one.decided)}" if one.decided else "chưa quyết định"
        yield Hit(
            kind="Việc theo ủy quyền", title=one.title, second=when, place="ballots", record=f"delegated:{one.id}"
        )


def _tasks(facts: Facts) -> Iterable[Hit]:
    for task in reversed(facts.office.tasks):
        due = f"hạn {vi.day(task.due)}" if task.due else ""
        yield Hit(kind="Nhiệm vụ", title=task.title, second=due, place="assignments", record=task.id)


def _programmes(facts: Facts) -> Iterable[Hit]:
    for one in reversed(facts.office.programmes):
        said = f"thông qua {vi.day(one.adopted)}" if one.adopted else programmes.STATE[programmes.state_of(one)].lower()
        yield Hit(kind="Chương trình", title=programmes.title_of(one), second=said, place="programmes", record=one.id)


def _directives(facts: Facts) -> Iterable[Hit]:
    for one in reversed(facts.office.directives):
        unit = facts.unit(one.lead)
        words = " · ".join(part for part in (one.symbol, unit.name if unit else "") if part)
        yield Hit(
            kind="Sơ kết, tổng kết", title=one.title or one.symbol, second=words, place="programmes", record=one.id
        )


def _reports(facts: Facts) -> Iterable[Hit]:
    """Of each unit and member who reports, the latest report on record, which leads to all of theirs."""
    latest: dict[str, Report] = {}
    for one in facts.office.reports:
        who = one.unit or one.person
        before = latest.get(who or "")
        if who and (before is None or (one.received or dt.date.min) >= (before.received or dt.date.min)):
            latest[who] = one
    for who, one in latest.items():
        record = facts.unit(who) or facts.person(who)
        if record:
            span = period(one.period)
            words = f"{span.words if span else one.period}, " + (
                f"nhận {vi.day(one.received)}" if one.received else "chưa nhận"
            )
            yield Hit(
                kind="Báo cáo", title=f"Báo cáo của {record.name}", second=words, place="programmes", record=one.id
            )


_MAKERS: tuple[Callable[[Facts], Iterable[Hit]], ...] = (
    _people,
    _meetings,
    _ballots,
    _delegated,
    _units,
    _tasks,
    _directives,
    _reports,
    _programmes,
)
