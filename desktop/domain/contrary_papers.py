"""What contradicts itself about ballots, decisions, documents, reports and what follows them; `desktop.domain` only."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from desktop.domain.amending import MINUTES
from desktop.domain.contrary import Contradiction, before, covering, met, trip_words
from desktop.domain.facts import Facts
from desktop.domain.issued import OF_DECISIONS
from desktop.domain.periods import period
from desktop.domain.records import (
    Ballot,
    Delegated,
    Directive,
    Document,
    Programme,
    Report,
    Response,
    Review,
    Task,
    Unit,
)
from desktop.domain.refs import RecordRef
from desktop.domain.series import SYMBOL, in_series, is_secret
from desktop.domain.wording import BODY, day


def of_ballot(facts: Facts, ballot: Ballot) -> Iterator[Contradiction]:
    path, words = RecordRef.to(ballot), f"Phiếu xin ý kiến “{ballot.title}” gửi {day(ballot.sent)}"
    judged = ballot.differences_judged.on if ballot.differences_judged else None
    since = ballot.closed or ballot.sent
    told: tuple[tuple[str, str], ...] = (
        ("closed", before("chốt", ballot.closed, "ngày gửi", ballot.sent)),
        ("due", before("hạn trả", ballot.due, "ngày gửi", ballot.sent)),
        ("differences_judged", before("xác định ý kiến khác nhau", judged, "ngày gửi", ballot.sent)),
    )
    for field, said in told:
        if said:
            yield Contradiction(subjects=(path,), text=f"{words}: {said}.", field=field)
    members = {person.id for person in facts.members(ballot.body, ballot.sent)}
    for line in ballot.responses:
        said = _response(facts, ballot, line, members)
        if said:
            yield Contradiction(subjects=(path,), text=f"{words}: {said}.", field="responses")
    yield from _at_session(facts, path, words, ballot.reported_at, since, "reported_at")
    yield from _at_session(facts, path, words, ballot.referred_to, judged or ballot.sent, "referred_to")


def _response(facts: Facts, ballot: Ballot, line: Response, members: set[str]) -> str:
    who = facts.named(line.person)
    if line.returned and line.returned < ballot.sent:
        return f"{who} trả phiếu {day(line.returned)}, trước ngày gửi"
    if line.returned and ballot.closed and line.valid and line.returned > ballot.closed:
        return f"{who} trả phiếu {day(line.returned)}, sau ngày chốt {day(ballot.closed)}"
    if line.person and line.person not in members:
        return f"{who} trả phiếu nhưng không phải ủy viên {BODY[ballot.body]} vào ngày gửi"
    if line.person and ballot.sent_to is not None and line.person not in ballot.sent_to:
        return f"{who} trả phiếu nhưng không có tên trong danh sách gửi"
    return ""


def _at_session(
    facts: Facts, path: RecordRef, words: str, ident: str | None, since: dt.date | None, field: str
) -> Iterator[Contradiction]:
    """What is told to a session came before it."""
    meeting = facts.meeting(ident)
    if meeting is None or since is None:
        return
    off = "đã hoãn" if meeting.is_off else ""
    wrong = off or before("họp", meeting.start.date(), "ngày", since)
    if wrong:
        text = f"{words}: đưa ra {met(meeting)}, nhưng phiên họp ấy {wrong}."
        yield Contradiction(subjects=(path, RecordRef.to(meeting)), text=text, field=field)


def of_delegated(facts: Facts, one: Delegated) -> Iterator[Contradiction]:
    path = RecordRef.to(one)
    dated = f" quyết định {day(one.decided)}" if one.decided else ""
    words = f"Việc theo ủy quyền “{one.title}”{dated}"
    members = {person.id for person in facts.members("thuong-truc", one.decided)} if one.decided else None
    for line in one.choices if members is not None else ():
        if line.person and line.choice and line.person not in (members or ()):
            text = f"{words}: {facts.named(line.person)} có ý kiến nhưng không thuộc Thường trực vào ngày ấy."
            yield Contradiction(subjects=(path,), text=text, field="choices")
    yield from _spoke_away(facts, one, words)
    yield from _at_session(facts, path, words, one.reported_at, one.decided, "reported_at")
    yield from _at_session(facts, path, words, one.referred_to, one.decided, "referred_to")


def _spoke_away(facts: Facts, one: Delegated, words: str) -> Iterator[Contradiction]:
    """Who said what he thought on a day on which he was away."""
    for line in one.choices if one.decided else ():
        for trip in covering(facts, line.person, one.decided, one.decided) if line.choice and one.decided else ():
            text = f"{words}: {facts.named(line.person)} có ý kiến nhưng {trip_words(facts, trip)}."
            yield Contradiction(subjects=(RecordRef.to(one), RecordRef.to(trip)), text=text, field="choices")


# The register


def of_document(facts: Facts, document: Document) -> Iterator[Contradiction]:
    """What one line says against itself and against what it was made from; its number among others apart."""
    path, words = RecordRef.to(document), _named(document)
    said = SYMBOL.fullmatch(document.symbol)
    if said and document.number is not None and int(said[1]) != document.number:
        text = f"{words} ghi số {document.number:02}, không khớp ký hiệu."
        yield Contradiction(subjects=(path,), text=text, field="number")
    late = before("hủy số", document.cancelled, "ngày văn bản", document.date)
    if late:
        yield Contradiction(subjects=(path,), text=f"{words}: {late}.", field="cancelled")
    if document.cancelled is None and document.date:
        yield from _of_its_source(facts, document, path, words)
        yield from _signed_away(facts, document, document.date)


def _signed_away(facts: Facts, document: Document, signed: dt.date) -> Iterator[Contradiction]:
    """On the day of leaving or of coming back from a longer trip, a paper may still be signed."""
    for trip in covering(facts, document.signed_by, signed, signed):
        if trip.from_ == trip.to or trip.from_ < signed < trip.to:
            who = facts.named(document.signed_by)
            text = f"{_named(document)} ghi ngày {day(signed)} do {who} ký nhưng {trip_words(facts, trip)}."
            subjects = (RecordRef.to(document), RecordRef.to(trip))
            yield Contradiction(subjects=subjects, text=text, field="signed_by")


def _of_its_source(facts: Facts, document: Document, path: RecordRef, words: str) -> Iterator[Contradiction]:
    source = document.source
    if source is None:
        return
    for record, what, since in _sources(facts, document):
        said = before("ghi ngày", document.date, what, since)
        if said:
            yield Contradiction(subjects=(path, record), text=f"{words} {said}.", field="date")
    meeting = facts.meeting(source.meeting)
    if meeting and document.type == MINUTES and meeting.minutes and document.date != meeting.minutes:
        text = f"{words} ghi ngày {day(document.date)}, {met(meeting)} ghi ký biên bản {day(meeting.minutes)}."  # type: ignore[arg-type]
        yield Contradiction(subjects=(path, RecordRef.to(meeting)), text=text, field="date")


def _sources(facts: Facts, document: Document) -> Iterator[tuple[RecordRef, str, dt.date | None]]:
    """The records whose decision it puts in writing, how their day is named, and that day."""
    source = document.source
    assert source is not None
    meeting = facts.meeting(source.meeting)
    if meeting and document.type in (*OF_DECISIONS, MINUTES):
        item = next((one for one in meeting.agenda if one.id == source.agenda), None)
        held = (item.day if item else None) or meeting.start.date()
        yield RecordRef.to(meeting), "ngày họp", held
    for ballot in facts.office.ballots if source.ballot and document.type in OF_DECISIONS else ():
        if ballot.id == source.ballot:
            yield (
                RecordRef.to(ballot),
                "ngày chốt phiếu" if ballot.closed else "ngày gửi phiếu",
                (ballot.closed or ballot.sent),
            )
    for one in facts.office.delegated if source.delegated else ():
        if one.id == source.delegated:
            yield RecordRef.to(one), "ngày quyết định", one.decided


def of_numbers(facts: Facts) -> Iterator[Contradiction]:
    """Two documents of one number in a series."""
    for papers in in_series(facts).values():
        of_number: defaultdict[int | None, list[Document]] = defaultdict(list)
        for paper in papers:
            of_number[paper.number].append(paper)
        for alike in of_number.values():
            if len(alike) > 1:
                yield _one_number(alike)


def _one_number(alike: list[Document]) -> Contradiction:
    ordered = sorted(alike, key=lambda paper: paper.id)
    dated = ", ".join(day(paper.date) if paper.date else "không ghi ngày" for paper in ordered)
    name = ordered[0].symbol or f"Số {ordered[0].number:02}-{ordered[0].type}"
    text = f"{name} cấp cho {len(ordered)} văn bản ({dated})."
    return Contradiction(subjects=tuple(RecordRef.to(paper) for paper in ordered), text=text, field="number")


def _named(document: Document) -> str:
    name = document.symbol or (f"“{document.title}”" if document.title and not is_secret(document) else "")
    return f"Văn bản {name or 'chưa có số'}"


# What comes of periods, decisions and visits


def of_report(facts: Facts, report: Report) -> Iterator[Contradiction]:
    kept = period(report.period)
    unit = facts.unit(report.unit)
    whose = unit.name if unit else facts.named(report.person)
    words = f"Báo cáo {kept.words if kept else report.period} {whose}".strip()
    early = before("nhận", report.received, "ngày đầu kỳ", kept.first if kept else None)
    twice = before("nhận", report.received, "ngày đôn đốc", report.reminded)
    for said in (early, twice):
        if said:
            yield Contradiction(subjects=(RecordRef.to(report),), text=f"{words}: {said}.", field="received")


def of_task(facts: Facts, task: Task) -> Iterator[Contradiction]:
    meeting = facts.meeting(task.source.meeting) if task.source else None
    said = before("hoàn thành", task.done, "ngày họp giao việc", meeting.start.date() if meeting else None)
    if said and meeting:
        text = f"Nhiệm vụ “{task.title}”: {said}."
        yield Contradiction(subjects=(RecordRef.to(task), RecordRef.to(meeting)), text=text, field="done")


def of_programme(facts: Facts, programme: Programme) -> Iterator[Contradiction]:
    body, done = programme.body, programme.adopted
    if body and done and not facts.members(body, done):
        text = f"Chương trình {programme.period} thông qua {day(done)}, ngày {BODY[body]} không có ai đương nhiệm."
        yield Contradiction(subjects=(RecordRef.to(programme),), text=text, field="adopted")
    for version in programme.versions:
        said = before("điều chỉnh", version.replaced, "ngày ban hành", version.adopted)
        if said:
            text = f"Chương trình {programme.period}: {said}."
            yield Contradiction(subjects=(RecordRef.to(programme),), text=text, field="versions")


def of_directive(_facts: Facts, directive: Directive) -> Iterator[Contradiction]:
    for review in directive.reviews:
        said = before("sơ kết, tổng kết", review.done, "ngày ban hành", directive.date)
        if said:
            text = f"{directive.symbol or directive.title}: {said}."
            yield Contradiction(subjects=(RecordRef.to(directive),), text=text, field="reviews")


def of_review(facts: Facts, review: Review) -> Iterator[Contradiction]:
    path, words = RecordRef.to(review), "Kiểm điểm, đánh giá" + (f" ngày {day(review.date)}" if review.date else "")
    said = before("gửi cấp trên", review.sent_up, "ngày làm", review.date)
    if said:
        yield Contradiction(subjects=(path,), text=f"{words}: {said}.", field="sent_up")
    yield from _at_session(facts, path, words, review.reported_at, review.date, "reported_at")


def of_unit(facts: Facts, unit: Unit) -> Iterator[Contradiction]:
    """Who takes over what a unit owed outlives it."""
    heir = facts.unit(unit.successor)
    if heir and unit.to and heir.to and heir.to < unit.to:
        text = f"{unit.name} chấm dứt {day(unit.to)}, đơn vị tiếp nhận {heir.name} chấm dứt trước, {day(heir.to)}."
        yield Contradiction(subjects=(RecordRef.to(unit), RecordRef.to(heir)), text=text, field="successor")
