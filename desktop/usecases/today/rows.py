"""Makes Hôm nay out of the findings: what has to be done, by when, and the one act that deals with each.

Reads only. Imports domain, vi and other use cases.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Clause, Finding, Verdict
from desktop.domain.judging import limit
from desktop.domain.keys import Key
from desktop.domain.periods import Period, period
from desktop.domain.records import AgendaItem, Body, Meeting
from desktop.domain.refs import RecordRef
from desktop.domain.rules import (
    ballot_reported,
    decision_majority,
    delegated_reported,
    meeting_cadence,
    meeting_invitations,
    meeting_minutes,
    meeting_papers_received,
    meeting_papers_sent,
    meeting_quorum,
    meeting_working,
)
from desktop.domain.sittings import is_session
from desktop.domain.terms import span_words
from desktop.exchange.lunar import lunar
from desktop.nouns import PLACE_OF
from desktop.usecases.base.subjects import record_words, regulation_words, short_name
from desktop.usecases.calendar import rows as calendar
from desktop.usecases.meetings import planning
from desktop.usecases.meetings import rows as meetings
from desktop.usecases.today import absences as today_absences
from desktop.usecases.today import ballots as today_ballots
from desktop.usecases.today import incoming as today_incoming
from desktop.usecases.today import periodic as today_periodic
from desktop.usecases.today.page import DAY, Badge, Card, CardLine, Page, Row, Told, WeekDay, sunday_of

AHEAD = DAY * 14
"""How far ahead things to do are listed."""

CARDS_AHEAD = DAY * 30
_OPEN = (Verdict.DUE, Verdict.BREACH)
_LATE_MINUTES = DAY * 60
"""Minutes unsigned for longer than this are a matter for the report on the regulation, no longer for today."""


def page_of(facts: Facts, findings: Sequence[Finding], on: dt.date) -> Page:
    """Everything the screen shows as of a day."""
    rows = tuple(rows_of(facts, findings, on))
    cards = tuple(_cards(facts, on))
    session = _next_session(facts, "btv", on)
    head = facts.office.office
    return Page(
        day=on,
        office=head.name,
        term=_term(facts),
        regulation=regulation_words(facts, on),
        lunar=_lunar(on),
        rows=rows,
        holiday_words=_holidays(facts, on),
        cards=cards,
        told_title=f"Báo cáo tại phiên họp Ban Thường vụ {vi.day_short(session.start.date(), on)}" if session else "",
        told=tuple(_told(facts, on)) if session else (),
        week=tuple(_week(facts, findings, on)),
        badges=_badges(facts, findings, rows, on),
    )


def _term(facts: Facts) -> str:
    head = facts.office.office
    term = head.term
    years = f"{term.from_.year}–{term.to.year}" if term and term.from_ and term.to else ""
    congress = facts.committees.term.congress.format(congress=head.congress) if head.congress else ""
    return " · ".join(part for part in (congress, years) if part)


def _lunar(on: dt.date) -> str:
    """`ngày 26 tháng 7 Giáp Thìn`; nothing beyond the years the tables know."""
    try:
        found = lunar(on)
    except ValueError:
        return ""
    return f"ngày {found.day} {found.month_name} {found.year_name}"


# Things to do


@dataclass(frozen=True, slots=True)
class Todo:
    """What a rule asks of the office, in the office's words."""

    title: str
    second: str
    caption: str
    action: str
    act: str
    place: str
    record: str


Saying = Callable[[Facts, Sequence[Finding], dt.date], Todo | None]


def rows_of(facts: Facts, findings: Sequence[Finding], on: dt.date) -> list[Row]:
    """One row for each thing still to be done that is late or due soon, the oldest first."""
    open_ = [
        finding
        for finding in findings
        if finding.verdict in _OPEN and finding.due is not None and finding.due <= on + AHEAD
        if _can_be_mended(facts, finding, on)
    ]
    found = []
    for (rule, _about), group in groupby(sorted(open_, key=_grouping), _grouping):
        same = list(group)
        todo = _SAYINGS[rule](facts, same, on) if rule in _SAYINGS else _other(facts, same, on)
        if todo:
            found.append(_row(same[0], todo))
    found += today_absences.rows(facts, findings, on, on + AHEAD, article_words)
    found += today_ballots.rows(facts, findings, on, on + AHEAD, article_words)
    found += today_periodic.rows(facts, findings, on, on + AHEAD, article_words)
    found += today_incoming.rows(facts, findings, on, on + AHEAD, article_words)
    return sorted(found, key=lambda row: (row.due, _ORDER.get(row.id.split("|")[0], 9), row.title))


_ORDER: dict[str, int] = {meeting_papers_received.RULE.id: 0, meeting_invitations.RULE.id: 1}


_AFTER_THE_MEETING = (meeting_minutes.RULE.id, meeting_cadence.RULE.id)
"""What is asked once a meeting was held: its minutes, and that the next one be held in time."""


def _can_be_mended(facts: Facts, finding: Finding, on: dt.date) -> bool:
    """Whether acting now still helps: not where a meeting was held without it, nor where it was done, only late."""
    if finding.verdict is Verdict.BREACH and _is_day(finding.actual):
        return False
    meeting = _meeting_of(facts, finding)
    return meeting is None or meeting.start.date() >= on or finding.rule in _AFTER_THE_MEETING


def _is_day(words: str) -> bool:
    try:
        dt.date.fromisoformat(words)
    except ValueError:
        return False
    return True


def _grouping(finding: Finding) -> tuple[str, RecordRef]:
    """Papers to be sent for one meeting make one row; everything else stands alone."""
    papers = finding.rule == meeting_papers_sent.RULE.id
    return finding.rule, finding.subject.whole if papers else finding.subject


def _row(finding: Finding, todo: Todo) -> Row:
    assert finding.due is not None
    return Row(
        id=f"{finding.rule}|{finding.subject}",
        title=todo.title,
        second=todo.second,
        article=article_words(finding.cite),
        caption=todo.caption or ("hạn theo quy ước của đơn vị" if finding.cite.office else ""),
        due=finding.due,
        action=todo.action,
        act=todo.act,
        place=todo.place,
        record=todo.record,
    )


def article_words(cite: Cite) -> str:
    """The article as deep as a cell holds: `khoản 3 Điều 18`; the rest of the place is shown with the article."""
    at = cite.at
    return vi.clause(Clause(article=at.article, clause=at.clause, point=at.point)) if at else vi.SILENT


def _meeting_of(facts: Facts, finding: Finding) -> Meeting | None:
    return facts.meeting(finding.subject.id) if finding.subject.names(Meeting) else None


def _item_of(meeting: Meeting, finding: Finding) -> AgendaItem | None:
    return meetings.item_of(meeting, finding.subject.part or "")


def _received(facts: Facts, same: Sequence[Finding], on: dt.date) -> Todo | None:
    meeting = _meeting_of(facts, same[0])
    item = _item_of(meeting, same[0]) if meeting else None
    if not meeting or not item or item.documents_received or meeting.start.date() < on:
        return None
    unit = facts.unit(item.preparer)
    place = meeting.agenda.index(item) + 1
    return Todo(
        title=f"Chưa nhận tài liệu: {item.title}",
        second=f"{unit.name if unit else 'Chưa rõ đơn vị'} · {short_name(meeting, on)}, mục {place}",
        caption=_days_before(facts, meeting_papers_received.AHEAD, meeting),
        action="Đã nhận",
        act="received",
        place="meetings",
        record=RecordRef.to(meeting, item.id).rest,
    )


def _sent(facts: Facts, same: Sequence[Finding], on: dt.date) -> Todo | None:
    meeting = _meeting_of(facts, same[0])
    if not meeting or meeting.start.date() < on:
        return None
    waiting = [finding for finding in same if not finding.actual]
    if not waiting:
        return None
    return Todo(
        title=f"Tài liệu {short_name(meeting, on)}: {len(waiting)} mục chưa gửi ủy viên",
        second=f"{len(meeting.agenda)} mục chương trình",
        caption=_days_before(facts, meeting_papers_sent.AHEAD.of(meeting.body), meeting),
        action="Đã gửi",
        act="sent",
        place="meetings",
        record=RecordRef.to(meeting, ",".join(finding.subject.part or "" for finding in waiting)).rest,
    )


def _invitations(facts: Facts, same: Sequence[Finding], on: dt.date) -> Todo | None:
    meeting = _meeting_of(facts, same[0])
    if not meeting or meeting.invitations_sent or meeting.start.date() < on:
        return None
    members = len(facts.members(meeting.body, meeting.start.date()))
    guests = f", {len(meeting.guests)} khách mời" if meeting.guests else ""
    return Todo(
        title=f"Giấy mời {short_name(meeting, on)}: đã gửi 0/{members}",
        second=f"{len(meeting.agenda)} mục chương trình{guests}",
        caption=_days_before(facts, meeting_invitations.AHEAD.of(meeting.body), meeting),
        action="In giấy mời",
        act="invite",
        place="meetings",
        record=meeting.id,
    )


def _minutes(facts: Facts, same: Sequence[Finding], on: dt.date) -> Todo | None:
    meeting = _meeting_of(facts, same[0])
    if not meeting or meeting.minutes or not on - _LATE_MINUTES <= meeting.start.date() <= on:
        return None
    held = meeting.start.date()
    return Todo(
        title=f"Biên bản {_lowered(meetings.title_of(meeting))} chưa ký",
        second=f"{vi.BODY[meeting.body]}, {vi.weekday(held)} {vi.day(held)}",
        caption="hạn theo quy ước của đơn vị",
        action="Ghi ngày ký",
        act="sign",
        place="meetings",
        record=meeting.id,
    )


def _lowered(title: str) -> str:
    return title[:1].lower() + title[1:]


def _cadence(facts: Facts, same: Sequence[Finding], on: dt.date) -> Todo | None:
    finding = same[0]
    if finding.verdict is not Verdict.DUE:
        return None
    span = None if finding.subject.is_record else period(finding.subject.code)
    planned = _planned(facts, finding, finding.subject.kind, span, on)
    if planned is None:
        return None
    body, lack = planned
    return Todo(
        title=f"{_BODY[body]} {lack}" if body else finding.text.split(";")[0],
        second=_last_held(facts, body, on),
        caption="",
        action="Xếp lịch",
        act="plan",
        place="calendar",
        record=body,
    )


def _planned(
    facts: Facts, finding: Finding, name: str, span: Period | None, on: dt.date
) -> tuple[Body | str, str] | None:
    """The body that still has to meet and what is lacking; None where enough meetings are already planned."""
    body = name if name in _BODY else ""
    if span is None:
        meeting = _meeting_of(facts, finding)
        body = meeting.body if meeting else body
        coming = [one for one in facts.sessions if one.body == body and on <= one.start.date() <= (finding.due or on)]
        return None if coming or not body else (body, "chưa xếp lịch kỳ họp tiếp theo")
    held = [one for one in facts.sessions if one.body == body and span.first <= one.start.date() <= span.last]
    needed = int(finding.expected) if finding.expected.isdecimal() else 1
    if len(held) >= needed:
        return None
    if not held:
        return body, f"chưa họp {span.words.split('/')[0] if 'tuần' in span.words else span.words}"
    return body, f"mới có {len(held)}/{needed} kỳ họp {span.words}"


def _last_held(facts: Facts, body: str, on: dt.date) -> str:
    held = [one.start.date() for one in facts.sessions if one.body == body and one.start.date() <= on]
    return f"Lần gần nhất: {vi.weekday(held[-1])} {vi.day(held[-1])}" if held else "Chưa có lần nào"


def _other(facts: Facts, same: Sequence[Finding], on: dt.date) -> Todo | None:
    """A rule without words of its own: the finding says it, its record can be opened."""
    finding = same[0]
    about = finding.subject
    fact, _, _limit = finding.text.partition(";")
    return Todo(
        title=fact.rstrip("."),
        second=record_words(facts, about),
        caption="",
        action="Mở",
        act="open",
        place=PLACE_OF.get(about.kind, "compliance"),
        record=about.id,
    )


_BODY = dict[str, str](vi.BODY.items())

_SAYINGS: dict[str, Saying] = {
    meeting_papers_received.RULE.id: _received,
    meeting_papers_sent.RULE.id: _sent,
    meeting_invitations.RULE.id: _invitations,
    meeting_minutes.RULE.id: _minutes,
    meeting_cadence.RULE.id: _cadence,
    meeting_working.RULE.id: _cadence,
    meeting_quorum.RULE.id: lambda *_: None,
    decision_majority.RULE.id: lambda *_: None,
    **dict.fromkeys(today_absences.RULES, lambda *_: None),
    **dict.fromkeys(today_ballots.RULES, lambda *_: None),
    **dict.fromkeys(today_periodic.RULES, lambda *_: None),
    **dict.fromkeys(today_incoming.RULES, lambda *_: None),
}
"""How each rule is said; a quorum or a vote is settled in the meeting itself, not from here."""


def _days_before(facts: Facts, key: Key, meeting: Meeting) -> str:
    last = limit(facts, key, meeting.start)
    return span_words(last.ruling.deadline) if last else ""


# Meetings soon, what they must be told, the week


def _coming(facts: Facts, on: dt.date, body: str = "") -> list[Meeting]:
    return [
        meeting
        for meeting in facts.sessions
        if is_session(meeting) and not meeting.attendance and meeting.start.date() >= on
        if not body or meeting.body == body
    ]


def _next_session(facts: Facts, body: str, on: dt.date) -> Meeting | None:
    return next(iter(_coming(facts, on, body)), None)


def _cards(facts: Facts, on: dt.date) -> Iterable[Card]:
    soon = [meeting for meeting in _coming(facts, on) if meeting.start.date() <= on + CARDS_AHEAD]
    for meeting in soon[:2]:
        quorum = meetings.forecast(facts, meeting)
        yield Card(
            record=meeting.id,
            title=meetings.title_of(meeting),
            start=meeting.start,
            lines=tuple(_card_lines(facts, meeting, on)),
            present=quorum.present,
            members=quorum.members,
            needed=quorum.needed or 0,
            away=", ".join(meetings.away_names(facts, quorum)),
        )


def _card_lines(facts: Facts, meeting: Meeting, on: dt.date) -> list[CardLine]:
    duties = planning.deadlines(facts, meeting, on)
    lines = [_received_line(meeting, duty) for duty in duties if duty.rule == meeting_papers_received.RULE.id]
    out = [duty for duty in duties if duty.rule != meeting_papers_received.RULE.id]
    for due, same in groupby(out, key=lambda duty: duty.due):
        lines.append(_sent_line(facts, meeting, due, list(same)))
    lines += _off_lines(facts, lines[0].day if lines else meeting.start.date(), meeting.start.date())
    lines.sort(key=lambda line: line.day)
    place = f", {meeting.place.split(',')[0]}" if meeting.place else ""
    last = CardLine(verdict="", day=meeting.start.date(), text=f"Họp{place}", figure=vi.clock(meeting.start))
    return [*(_calm(line, on) for line in lines), last]


def _calm(line: CardLine, on: dt.date) -> CardLine:
    """A day still more than a week off is told without a mark."""
    if line.verdict == "due" and line.day > on + DAY * 7:
        return CardLine(verdict="", day=line.day, text=line.text, figure=line.figure)
    return line


def _received_line(meeting: Meeting, duty: planning.DueDay) -> CardLine:
    wanted = [item for item in meeting.agenda if item.preparer]
    got = sum(1 for item in wanted if item.documents_received)
    verdict = Verdict.MET if wanted and got == len(wanted) and duty.verdict is Verdict.DUE else duty.verdict
    return CardLine(verdict=verdict, day=duty.due, text="Nhận tài liệu", figure=f"{got}/{len(wanted)}")


def _sent_line(facts: Facts, meeting: Meeting, due: dt.date, same: Sequence[planning.DueDay]) -> CardLine:
    rules = {duty.rule for duty in same}
    both = {meeting_invitations.RULE.id, meeting_papers_sent.RULE.id}
    text = "Gửi giấy mời, tài liệu" if rules == both else same[0].title
    members = len(facts.members(meeting.body, meeting.start.date()))
    figure = f"{members if meeting.invitations_sent else 0}/{members}" if meeting_invitations.RULE.id in rules else ""
    verdicts = [duty.verdict for duty in same]
    worst = next((one for one in (Verdict.BREACH, Verdict.DUE) if one in verdicts), verdicts[0])
    return CardLine(verdict=worst, day=due, text=text, figure=figure)


def _off_lines(facts: Facts, first: dt.date, last: dt.date) -> Iterable[CardLine]:
    """A run of days off with a holiday in it, between the first deadline and the meeting."""
    day = first
    while day < last:
        run = _run_of_days_off(facts, day)
        if run and any(one.weekday() < 5 for one in run):
            words = f"Nghỉ lễ đến {vi.day_short(run[-1])}" if len(run) > 1 else "Nghỉ lễ"
            yield CardLine(verdict="", day=run[0], text=words, figure=f"{len(run)} ngày", faint=True)
        day = (run[-1] if run else day) + DAY


def _run_of_days_off(facts: Facts, first: dt.date) -> list[dt.date]:
    run = []
    while not facts.workdays.is_working(first):
        run.append(first)
        first += DAY
    return run


def _holidays(facts: Facts, on: dt.date) -> str:
    """`Nghỉ Quốc khánh 31/8–03/9`: the run of days off that this week leads into."""
    day = on + DAY
    while day <= sunday_of(on):
        run = _run_of_days_off(facts, day)
        named = [words for one in run if one.weekday() < 5 and (words := facts.workdays.why_off(one))]
        if named:
            return f"Nghỉ {named[0]} {vi.day_range(run[0], run[-1])}"
        day = (run[-1] if run else day) + DAY
    return ""


def _told(facts: Facts, on: dt.date) -> Iterable[Told]:
    """What Thường trực did between two sessions and the next one has to hear."""
    office = facts.office
    delegated = [one for one in office.delegated if one.decided and one.decided <= on and not one.reported_at]
    if delegated:
        yield Told(
            text=f"{len(delegated)} việc Thường trực đã quyết theo ủy quyền",
            article=_article(facts, delegated_reported.TO, on),
        )
    ballots = [one for one in office.ballots if one.body == "btv" and one.closed and not one.reported_at]
    if ballots:
        yield Told(
            text=f"Kết quả {len(ballots)} lần xin ý kiến bằng phiếu",
            article=_article(facts, ballot_reported.TO.of("btv"), on),
        )


def _article(facts: Facts, key: Key, on: dt.date) -> str:
    ruling = facts.ruling(key, on)
    return vi.clause(ruling.cite.at) if ruling and ruling.cite.at else ""


def _week(facts: Facts, findings: Sequence[Finding], on: dt.date) -> Iterable[WeekDay]:
    first, last = calendar.week_span(on)
    for day in calendar.days(facts, findings, first, last, frozenset(calendar.ORDER) - {"programme"}):
        lines = list(dict.fromkeys(_week_line(entry) for entry in day.entries))
        if day.off and not any(entry.kind in ("meeting", "event", "holiday") for entry in day.entries):
            lines = [(vi.capital(day.why_off), True)]
        lunar_words = calendar.lunar_label(day.date, full=True)
        full_moon = lunar_words.startswith("Rằm")
        yield WeekDay(date=day.date, lunar="Rằm" if full_moon else lunar_words, off=day.off, lines=tuple(lines))


def _week_line(entry: calendar.Entry) -> tuple[str, bool]:
    if entry.kind == "absence":
        return f"Vắng: {entry.text}", True
    if entry.kind == "deadline":
        what = entry.text.removeprefix("Nhận ").removeprefix("Gửi ")
        return f"Hạn {what if what[1:2].isupper() else what[:1].lower() + what[1:]}", False
    return (f"{vi.clock(entry.time)} {entry.text}" if entry.time else entry.text), False


def _badges(facts: Facts, findings: Sequence[Finding], rows: Sequence[Row], on: dt.date) -> tuple[Badge, ...]:
    """What waits behind each item of the rail."""
    week = [row for row in rows if row.due <= sunday_of(on)]
    soon = [one for one in _coming(facts, on) if one.start.date() <= on + CARDS_AHEAD]
    office = facts.office
    breaches = {(one.rule, one.subject) for one in findings if one.verdict is Verdict.BREACH and _this_year(one, on)}
    counts = (
        Badge(place="today", count=len(week), late=any(row.due < on for row in week)),
        Badge(place="meetings", count=len(soon)),
        Badge(place="ballots", count=sum(1 for one in office.ballots if not one.closed)),
        Badge(place="absences", count=today_absences.unreported(facts, findings, on)),
        Badge(place="compliance", count=len(breaches), late=True),
    )
    return tuple(badge for badge in counts if badge.count)


def _this_year(finding: Finding, on: dt.date) -> bool:
    return finding.due is not None and finding.due.year == on.year


def finding_of(findings: Sequence[Finding], row_id: str) -> Finding | None:
    """The finding behind a row."""
    rule, _, subject = row_id.partition("|")
    return next((one for one in findings if one.rule == rule and one.subject == subject), None)
