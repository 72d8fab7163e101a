"""What waits to be issued: the papers of meetings and ballots that have come due and are on no line of the register.

May import domain and vi. Reads only.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.facts import Facts
from desktop.domain.records import SESSION_KINDS, Meeting
from desktop.usecases.ballots import rows as ballots
from desktop.usecases.documents.numbers import next_number, symbol_of
from desktop.usecases.meetings import rows as meetings
from desktop.usecases.meetings.documents import TYPE_OF_FORM

AHEAD, BACK = dt.timedelta(days=30), dt.timedelta(days=60)
"""Meetings so far to come and so long past are looked at; older papers were issued elsewhere or never."""

SETTLES = {"thong-bao-ket-luan": ("TB", "KL", "NQ", "QĐ")}
"""The types any of which puts in writing what a form would; other forms wait for their own type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A paper to be issued: its form `slug` made of the record `of`; `place` and `record` lead to what it is about."""

    slug: str
    of: str
    title: str
    source: str
    why: str
    since: dt.date
    next: str
    place: str
    record: str

    @property
    def id(self) -> str:
        return f"{self.slug} {self.of}"


def waiting(facts: Facts, on: dt.date) -> list[Waiting]:
    """The longest waiting first."""
    found = [*_of_meetings(facts, on), *_of_ballots(facts, on)]
    return sorted(found, key=lambda one: (one.since, one.title))


def _of_meetings(facts: Facts, on: dt.date) -> Iterator[Waiting]:
    issued = {
        (paper.source.meeting, paper.type) for paper in facts.office.documents if paper.source and paper.source.meeting
    }
    for meeting in facts.sessions:
        day = meeting.start.date()
        if meeting.kind not in SESSION_KINDS or not on - BACK <= day <= on + AHEAD:
            continue
        for slug, title, why, since in _papers(meeting, on):
            if not any((meeting.id, kind) in issued for kind in SETTLES.get(slug, (TYPE_OF_FORM[slug],))):
                yield _one(facts, on, slug, title, why, since, meeting)


def _papers(meeting: Meeting, on: dt.date) -> Iterator[tuple[str, str, str, dt.date]]:
    """Form, name, why it waits and since when; a session to come asks for its invitation, one held for its minutes."""
    day = meeting.start.date()
    if day > on:
        yield "giay-moi", "Giấy mời", "Hội nghị sắp tới chưa có giấy mời được cấp số.", on
        return
    if meeting.attendance:
        yield "bien-ban", "Biên bản", "Hội nghị đã họp, biên bản chưa được cấp số.", day
    if any(item.conclusion for item in meeting.agenda):
        yield "thong-bao-ket-luan", "Thông báo kết luận", "Hội nghị đã ghi kết luận, thông báo chưa được cấp số.", day


def _one(facts: Facts, on: dt.date, slug: str, title: str, why: str, since: dt.date, meeting: Meeting) -> Waiting:
    kind = TYPE_OF_FORM[slug]
    return Waiting(
        slug=slug,
        of=meeting.id,
        title=title,
        source=meetings.title_of(meeting),
        why=why,
        since=since,
        next=symbol_of(facts, kind, next_number(facts, kind, on)),
        place="meetings",
        record=meeting.id,
    )


def _of_ballots(facts: Facts, on: dt.date) -> Iterator[Waiting]:
    """A closed ballot asks for the minutes of its answers, one still out for the letter it goes with."""
    issued = {(paper.source.ballot, paper.type) for paper in facts.office.documents if paper.source}
    for ballot in facts.office.ballots:
        if ballot.sent < on - BACK:
            continue
        closed = ballot.closed is not None
        slug = "tong-hop-y-kien" if closed else "cong-van-xin-y-kien"
        kind = TYPE_OF_FORM[slug]
        if (ballot.id, kind) in issued:
            continue
        yield Waiting(
            slug=slug,
            of=ballot.id,
            title="Biên bản tổng hợp ý kiến" if closed else "Công văn xin ý kiến",
            source=ballots.title_of(ballot),
            why="Phiếu đã đóng, biên bản tổng hợp chưa được cấp số." if closed
            else "Phiếu đang xin ý kiến, công văn chưa được cấp số.",
            since=ballot.closed or ballot.sent,
            next=symbol_of(facts, kind, next_number(facts, kind, on)),
            place="ballots",
            record=ballot.id,
        )  # fmt: skip
