"""What waits to be issued: the papers of meetings and ballots that have come due and are on no line of the register.

May import domain, vi and papers. Reads only.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from desktop.domain.facts import Facts
from desktop.domain.findings import Verdict
from desktop.domain.issued import of_meeting
from desktop.domain.records import SESSION_KINDS, Meeting
from desktop.domain.rules import document_direction
from desktop.domain.sittings import Sitting
from desktop.papers.forms.ballots import tong_hop, xin_y_kien
from desktop.papers.forms.base.form import Form
from desktop.papers.forms.meetings import bien_ban, giay_moi, ket_luan
from desktop.usecases.ballots import rows as ballots
from desktop.usecases.documents.numbers import next_number, symbol_of
from desktop.usecases.meetings import rows as meetings

AHEAD, BACK = dt.timedelta(days=30), dt.timedelta(days=60)
"""Meetings so far to come and so long past are looked at; older papers were issued elsewhere or never."""


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
        if not on - BACK <= day <= on + AHEAD:
            continue
        if meeting.kind not in SESSION_KINDS:
            yield from _direction(facts, meeting, on)
            continue
        for form, title, why, since in _papers(meeting, on):
            if not any((meeting.id, kind) in issued for kind in (form.type, *form.settled_by)):
                yield _one(facts, on, form, title, why, since, meeting)


def _direction(facts: Facts, meeting: Meeting, on: dt.date) -> Iterator[Waiting]:
    """What Thường trực directed at any other meeting of its, where the regulation asks for a paper and none is out."""
    judged = document_direction.judge(Sitting(facts, meeting, on))
    if judged and judged.verdict is not Verdict.EXEMPT and not of_meeting(facts, meeting):
        why = "Thường trực đã cho ý kiến chỉ đạo; quy chế yêu cầu ban hành văn bản, trừ việc xử lý trực tiếp."
        yield _one(facts, on, ket_luan.NOTICE, "Thông báo ý kiến chỉ đạo", why, meeting.start.date(), meeting)


def _papers(meeting: Meeting, on: dt.date) -> Iterator[tuple[Form[Any], str, str, dt.date]]:
    """Form, name, why it waits and since when; a session to come asks for its invitation, one held for its minutes."""
    day = meeting.start.date()
    if day > on:
        yield giay_moi.FORM, "Giấy mời", "Hội nghị sắp tới chưa có giấy mời được cấp số.", on
        return
    if meeting.attendance:
        yield bien_ban.FORM, "Biên bản", "Hội nghị đã họp, biên bản chưa được cấp số.", day
    if any(item.conclusion for item in meeting.agenda):
        yield ket_luan.NOTICE, "Thông báo kết luận", "Hội nghị đã ghi kết luận, thông báo chưa được cấp số.", day


def _one(facts: Facts, on: dt.date, form: Form[Any], title: str, why: str, since: dt.date, meeting: Meeting) -> Waiting:
    return Waiting(
        slug=form.slug,
        of=meeting.id,
        title=title,
        source=meetings.title_of(meeting),
        why=why,
        since=since,
        next=symbol_of(facts, form.type, next_number(facts, form.type, on)),
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
        form = tong_hop.FORM if closed else xin_y_kien.LETTER
        if (ballot.id, form.type) in issued:
            continue
        yield Waiting(
            slug=form.slug,
            of=ballot.id,
            title=form.title,
            source=ballots.title_of(ballot),
            why="Phiếu đã đóng, biên bản tổng hợp chưa được cấp số." if closed
            else "Phiếu đang xin ý kiến, công văn chưa được cấp số.",
            since=ballot.closed or ballot.sent,
            next=symbol_of(facts, form.type, next_number(facts, form.type, on)),
            place="ballots",
            record=ballot.id,
        )  # fmt: skip
