"""Form 17: what the standing committee settled between two sessions of the committee. May import domain, vi, papers."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from desktop import vi
from desktop.domain.ballots import Poll, least_approved
from desktop.domain.records import AgendaItem, Ballot, Delegated, Document, Meeting
from desktop.domain.reserved import is_reserved, open_items
from desktop.domain.rules import delegated_reported, meeting_report_between_sessions
from desktop.domain.sittings import is_session
from desktop.papers.forms.base.form import Form, RecordKind
from desktop.papers.forms.base.votes import counted
from desktop.papers.forms.base.words import bare, listed, meeting_name, of_book
from desktop.papers.forms.base.writing import Writing
from desktop.papers.forms.delegated.uy_quyen import UNSETTLED, Between, between
from desktop.papers.forms.meetings import made_of
from desktop.papers.paper import Block, Column, Paper, Table, bold, heading, para, row

ISSUED = ("NQ", "QĐ", "QĐi", "CT", "KL", "QC", "HD", "KH", "CTr", "ĐA")
"""The types by which a standing committee settles things, in the order in which they are counted."""
COLUMNS = (
    Column("TT", 11, "center"),
    Column("Số, ký hiệu", 34),
    Column("Ngày", 26, "center"),
    Column("Trích yếu", 94),
)


def report(writing: Writing, session: Meeting) -> Paper:
    """What has been settled by the day of printing, for that session of the committee."""
    day = session.start.date()
    gap = between(writing.facts, "bch", session, day)
    document = writing.document("BC", session)
    issued = writing.day(document)
    pack = writing.pack(issued or day)
    return Paper(
        pack=pack,
        slug="bao-cao-giua-hai-ky",
        day=issued or day,
        head=writing.head("BC", document, issued, day.year),
        title=pack.types["BC"],
        summary=f"những việc {writing.names.body('btv')} đã giải quyết giữa hai kỳ hội nghị",
        blocks=tuple(_blocks(writing, gap)),
        signer=writing.body_signer("btv", document, issued or day),
        recipients=writing.recipients(document, f"Các đồng chí {writing.members_of('bch')}"),
    )


def _blocks(writing: Writing, gap: Between) -> Iterator[Block]:
    held = _sessions(writing, gap)
    ballots = [each for each in writing.facts.office.ballots if each.body == "btv" and gap.holds(each.sent)]
    ballots = [each for each in ballots if each.sent <= writing.on]
    issued, delegated = _issued(writing, gap), _delegated(writing, gap)
    yield from _opening(writing, gap, held, ballots)
    parts = (
        ("Việc giải quyết tại các hội nghị Ban Thường vụ", list(_at_sessions(writing, held))),
        ("Việc lấy ý kiến bằng văn bản", list(_by_ballot(writing, ballots))),
        ("Việc Thường trực giải quyết theo ủy quyền", list(_by_delegation(delegated))),
        ("Văn bản đã ban hành", list(_documents(issued))),
    )
    kept = [part for part in parts if part[1]]
    for number, (title, blocks) in enumerate(kept, 1):
        yield heading(f"{vi.roman(number)}. {title}")
        yield from blocks
    yield para(f"{writing.names.body('btv')} báo cáo {writing.names.body('bch')} xem xét, cho ý kiến.")


def _sessions(writing: Writing, gap: Between) -> list[Meeting]:
    """The sessions held by the day of printing, those of the committee's own days included."""
    since = gap.earlier.start if gap.earlier else dt.datetime.min
    until = gap.session.start if gap.session else dt.datetime.max
    return [
        each
        for each in writing.facts.sessions
        if each.body == "btv" and is_session(each) and since <= each.start < until and each.start.date() <= writing.on
    ]


def _issued(writing: Writing, gap: Between) -> list[Document]:
    """By type, then in order of their days."""
    found = [
        each
        for each in writing.facts.office.documents
        if each.issuer == "btv" and each.type in ISSUED and gap.holds(each.date) and _is_past(each.date, writing.on)
    ]
    return sorted(found, key=lambda each: (ISSUED.index(each.type), each.date or dt.date.max, each.number or 0))


def _is_past(day: dt.date | None, on: dt.date) -> bool:
    return day is not None and day <= on


def _delegated(writing: Writing, gap: Between) -> list[Delegated]:
    """Only where the regulation has them told to the committee too."""
    ruling = writing.facts.ruling(delegated_reported.TO, gap.before)
    if ruling is None or "bch" not in ruling.words:
        return []
    lines = writing.facts.office.delegated
    found = [each for each in lines if gap.holds(each.decided) and each.decision not in UNSETTLED]
    return sorted(found, key=lambda each: (each.decided or dt.date.max, each.id))


def _opening(writing: Writing, gap: Between, held: list[Meeting], ballots: list[Ballot]) -> Iterator[Block]:
    ruling = writing.facts.ruling(meeting_report_between_sessions.REQUIRED, gap.before)
    ground = f"Thực hiện {of_book(ruling.cite, writing.regulation)}, " if ruling else ""
    since = f"từ {meeting_name(writing, gap.earlier)} ({vi.day(gap.after)})" if gap.earlier and gap.after else ""
    until = min(gap.before, writing.on)
    span = f"{since} đến ngày {vi.day(until)}" if since else f"đến ngày {vi.day(until)}"
    yield para(vi.capital(f"{ground}{span}, {writing.names.body('btv')} đã:"), tied=True)
    items = [item for meeting in held for item in meeting.agenda]
    issued = _issued(writing, gap)
    kinds = Counter(each.type for each in issued)
    types = writing.pack(gap.before).types
    named = ", ".join(f"{kinds[kind]} {types.get(kind, kind).lower()}" for kind in ISSUED if kinds[kind])
    settled = sum(bool(item.conclusion.strip()) for item in items)
    lines = [
        f"Tổ chức {len(held)} hội nghị, xem xét {len(items)} nội dung, có kết luận {settled} nội dung",
        f"Lấy ý kiến bằng văn bản {len(ballots)} lần",
        f"Ban hành {len(issued)} văn bản{f' ({named})' if named else ''}",
    ]
    yield from (para(line) for line in listed(lines))


def _at_sessions(writing: Writing, held: list[Meeting]) -> Iterator[Block]:
    told = [(meeting, [item for item in open_items(meeting) if _is_settled(item)]) for meeting in held]
    for place, (meeting, items) in enumerate([each for each in told if each[1]], 1):
        yield heading(f"{place}. {meeting_name(writing, meeting)}, {vi.day(meeting.start.date())}")
        for item in items:
            yield from _item(writing, meeting, item)
    apart = sum(is_reserved(meeting, item) and _is_settled(item) for meeting in held for item in meeting.agenda)
    if apart:
        yield para(f"{apart} nội dung về cán bộ, kỷ luật hoặc họp kín được báo cáo riêng.")


def _is_settled(item: AgendaItem) -> bool:
    """Whether something was concluded on the matter itself, rather than on a report of others' work."""
    return bool(item.conclusion.strip()) and item.purpose not in ("delegated-report", "ballot-report")


def _item(writing: Writing, meeting: Meeting, item: AgendaItem) -> Iterator[Block]:
    first, *more = [line.strip() for line in item.conclusion.splitlines() if line.strip()]
    voted = f" (biểu quyết {counted(writing, meeting, item).partition(';')[0]})" if item.vote else ""
    yield para(bold(f"- {bare(item.title)}"), f"{voted}: {first}")
    yield from (para(line) for line in more)


def _by_ballot(writing: Writing, ballots: list[Ballot]) -> Iterator[Block]:
    for place, ballot in enumerate(ballots, 1):
        poll = Poll(writing.facts, ballot, writing.on)
        approve, total = least_approved(poll)["approve"], len(poll.members)
        state = f"chốt {vi.day(ballot.closed)}" if poll.is_closed and ballot.closed else "chưa chốt"
        sent = f"(gửi {vi.day(ballot.sent)}, {state}; tán thành {approve}/{total} ủy viên)"
        yield para(
            bold(f"{place}. {bare(ballot.title)} "), f"{sent}: ", bare(ballot.conclusion) or "chưa có kết luận", "."
        )


def _by_delegation(lines: list[Delegated]) -> Iterator[Block]:
    words = [f"{bare(each.title)}, {vi.day_words(each.decided)}" for each in lines if each.decided]
    yield from (para(line) for line in listed(words))


def _documents(issued: list[Document]) -> Iterator[Block]:
    """Of a secret one only the line of the register."""
    rows = [
        row(
            str(place),
            each.symbol or f"…-{each.type}",
            vi.day(each.date) if each.date else "",
            bare(each.title) if each.secrecy == "none" else "(văn bản mật)",
        )
        for place, each in enumerate(issued, 1)
    ]
    if rows:
        yield Table(columns=COLUMNS, rows=tuple(rows))


FORM = Form(
    slug="bao-cao-giua-hai-ky",
    title="Báo cáo giữa hai kỳ",
    of=RecordKind(
        name="session-bch",
        takes="mã hội nghị Ban Chấp hành",
        read=made_of.read,
        open=lambda writing, ref: made_of.session_of(writing, ref, "bch"),
        fits=lambda meeting: meeting.body == "bch",
    ),
    type="BC",
    make=report,
)
