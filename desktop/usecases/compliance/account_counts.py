"""What an account simply counts in the records of a period, each figure with the records it counts; domain and vi."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence

from desktop import vi
from desktop.domain import sittings
from desktop.domain.account import Figure
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite
from desktop.domain.records import (
    SESSION_KINDS,
    Absence,
    AgendaItem,
    Ballot,
    Body,
    Delegated,
    Document,
    Meeting,
    MeetingKind,
    Programme,
    Record,
    Review,
    Visit,
)
from desktop.domain.refs import RecordRef
from desktop.domain.sittings import is_session

BODIES: tuple[Body, ...] = ("bch", "btv", "thuong-truc")
KINDS: tuple[MeetingKind, ...] = (*SESSION_KINDS, "weekly")
Days = tuple[dt.date, dt.date]
"""The first and the last day counted."""


def counts(facts: Facts, section: str, days: Days) -> tuple[Figure, ...]:
    """The plain counts that stand before the lines of a section."""
    made = _COUNTS.get(section)
    return tuple(made(facts, days)) if made else ()


def held(facts: Facts, days: Days) -> list[Meeting]:
    """The meetings held in the period, in order."""
    return [one for one in facts.sessions if days[0] <= one.start.date() <= days[1]]


# What is counted, for the paper's figures and for those by kind


def items(facts: Facts, days: Days) -> list[tuple[Meeting, AgendaItem]]:
    return [(one, item) for one in held(facts, days) if is_session(one) for item in one.agenda]


def ballots(facts: Facts, days: Days) -> list[Ballot]:
    return [one for one in facts.office.ballots if days[0] <= one.sent <= days[1]]


def delegated(facts: Facts, days: Days) -> list[Delegated]:
    return [one for one in facts.office.delegated if one.decided and days[0] <= one.decided <= days[1]]


def absences(facts: Facts, days: Days) -> list[Absence]:
    return [one for one in facts.office.absences if days[0] <= one.from_ <= days[1]]


def visits(facts: Facts, days: Days) -> list[Visit]:
    return [one for one in facts.office.visits if one.date and days[0] <= one.date <= days[1]]


def reviews(facts: Facts, days: Days) -> list[Review]:
    return [one for one in facts.office.reviews if one.date and days[0] <= one.date <= days[1]]


def documents(facts: Facts, days: Days) -> list[Document]:
    return [one for one in facts.office.documents if one.date and days[0] <= one.date <= days[1]]


def refs(records: Iterable[Record]) -> tuple[RecordRef, ...]:
    return tuple(map(RecordRef.to, records))


def count(key: str, words: str, unit: str, subjects: Sequence[RecordRef], cites: tuple[Cite, ...] = ()) -> Figure:
    return Figure(key=key, words=words, unit=unit, part=len(subjects), cites=cites, subjects=tuple(subjects))


# The figures of the paper


def _meetings(facts: Facts, days: Days) -> Iterator[Figure]:
    for body in BODIES:
        yield from sessions_of(facts, body, days)


def sessions_of(facts: Facts, body: Body, days: Days) -> Iterator[Figure]:
    """The sessions of a body by kind, all of them, and who was there."""
    own = [one for one in held(facts, days) if one.body == body and one.kind in KINDS]
    yield from of_kinds(body, own, KINDS)
    yield count(f"held.{body}", f"Số phiên họp {vi.BODY[body]}", "phiên họp", refs(own))
    yield _attendance(facts, body, own, days)


def of_kinds(body: Body, own: Sequence[Meeting], kinds: Sequence[MeetingKind]) -> Iterator[Figure]:
    for kind in kinds:
        of_kind = [one for one in own if one.kind == kind]
        yield count(f"held.{body}.{kind}", f"{vi.MEETING_KIND[kind]}, {vi.BODY[body]}", "", refs(of_kind))


def _attendance(facts: Facts, body: Body, own: Sequence[Meeting], days: Days) -> Figure:
    """Members present among members in office, over the sessions of which attendance was marked."""
    present = whole = 0
    marked = [one for one in own if any(line.person and line.status for line in one.attendance)]
    for meeting in marked:
        members = {person.id for person in facts.members(body, meeting.start.date())}
        here = {line.person for line in meeting.attendance if line.status == "present"}
        present, whole = present + len(members & here), whole + len(members)
    ruling = facts.ruling(sittings.ATTENDANCE, days[1])
    return Figure(
        key=f"attendance.{body}",
        words=f"Lượt dự họp {vi.BODY[body]}",
        unit="lượt",
        part=present,
        whole=whole,
        cites=(ruling.cite,) if ruling else (),
        subjects=refs(marked),
    )


def _decisions(facts: Facts, days: Days) -> Iterator[Figure]:
    found = items(facts, days)
    every = [RecordRef.to(one, item.id) for one, item in found]
    yield count("agenda.items", "Nội dung đưa ra hội nghị", "nội dung", every)
    voted = [RecordRef.to(one, item.id) for one, item in found if item.vote]
    yield count("agenda.voted", "Nội dung có biểu quyết", "nội dung", voted)


def _ballots(facts: Facts, days: Days) -> Iterator[Figure]:
    sent = ballots(facts, days)
    yield count("ballots.sent", "Số lần lấy ý kiến bằng văn bản", "lần", refs(sent))
    asked = back = 0
    for one in sent:
        members = {person.id for person in facts.members(one.body, one.sent)}
        wanted = members if one.sent_to is None else members & set(one.sent_to)
        answers = {each.person for each in one.responses if each.returned or each.choice or each.questions}
        asked, back = asked + len(wanted), back + len(wanted & answers)
    yield Figure(
        key="ballots.answers",
        words="Phiếu thu về",
        unit="phiếu",
        part=back,
        whole=asked,
        subjects=refs(sent),
    )


def _delegated(facts: Facts, days: Days) -> Iterator[Figure]:
    found = delegated(facts, days)
    yield count("decisions.delegated", "Việc Thường trực đã giải quyết", "việc", refs(found))


def _absences(facts: Facts, days: Days) -> Iterator[Figure]:
    found = absences(facts, days)
    yield count("absences.taken", "Số lần đi vắng đã ghi", "chuyến", refs(found))


def _tasks(facts: Facts, days: Days) -> Iterator[Figure]:
    """Tasks whose day came in the period; in time are those done by it."""
    found = [one for one in facts.office.tasks if one.due and days[0] <= one.due <= days[1]]
    yield Figure(
        key="tasks.done",
        words="Nhiệm vụ đến hạn trong kỳ đã hoàn thành đúng hạn",
        unit="nhiệm vụ",
        part=sum(bool(one.done and one.due and one.done <= one.due) for one in found),
        whole=len(found),
        subjects=refs(found),
    )


def _visits(facts: Facts, days: Days) -> Iterator[Figure]:
    found = visits(facts, days)
    yield count("visits.made", "Số buổi làm việc với cơ sở", "buổi", refs(found))


def _reviews(facts: Facts, days: Days) -> Iterator[Figure]:
    found = reviews(facts, days)
    words = "Số cuộc kiểm điểm, đánh giá, lấy phiếu tín nhiệm, chất vấn đã ghi"
    yield count("reviews.held", words, "cuộc", refs(found))
    asked = [RecordRef.to(one) for one in found for _each in one.questions]
    yield count("reviews.questions", "Số lượt chất vấn đã ghi", "lượt", asked)


def _programmes(facts: Facts, days: Days) -> Iterator[Figure]:
    """Items whose day came in the period, of programmes adopted of which the office notes how their items went."""
    found = [
        (programme.id, item)
        for programme in facts.office.programmes
        for item in programme.items
        if programme.adopted and any(each.done or each.progress for each in programme.items)
        if item.due and days[0] <= item.due <= days[1]
    ]
    done = sum(bool(item.done and item.done <= days[1]) for _id, item in found)
    if found:
        words = "Mục đến hạn trong kỳ đã hoàn thành, của các chương trình có ghi kết quả"
        subjects = tuple(RecordRef.of(Programme, ident) for ident, _item in found)
        yield Figure(key="programmes.items", words=words, unit="mục", part=done, whole=len(found), subjects=subjects)


def _reports(facts: Facts, days: Days) -> Iterator[Figure]:
    found = [one for one in facts.office.reports if one.reminded and days[0] <= one.reminded <= days[1]]
    yield count("reports.reminded", "Số báo cáo đã đôn đốc", "báo cáo", refs(found))


def _directives(facts: Facts, days: Days) -> Iterator[Figure]:
    found = [one for one in facts.office.directives if one.date and days[0] <= one.date <= days[1]]
    words = "Số nghị quyết, chỉ thị ban hành trong kỳ được theo dõi"
    yield count("directives.issued", words, "văn bản", refs(found))


def _documents(facts: Facts, days: Days) -> Iterator[Figure]:
    found = documents(facts, days)
    yield count("documents.issued", "Số văn bản đã đăng ký", "văn bản", refs(found))
    for kind in sorted({one.type for one in found}):
        yield count(f"documents.issued.{kind}", kind, "", refs(one for one in found if one.type == kind))


_COUNTS: dict[str, Callable[[Facts, Days], Iterator[Figure]]] = {
    "meetings": _meetings,
    "decisions": _decisions,
    "ballots": _ballots,
    "delegated": _delegated,
    "absences": _absences,
    "assignments": _tasks,
    "programmes": _programmes,
    "reports": _reports,
    "visits": _visits,
    "reviews": _reviews,
    "directives": _directives,
    "documents": _documents,
}
