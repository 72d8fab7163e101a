"""The calendar as rows: for every day what meets, is attended, falls due, is asked by ballot, who is away, what is off.

Reads only, one pass over the records for a whole range of days. Imports domain, vi and the lunar calendar.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Literal

from desktop import vi
from desktop.domain.events import Happening
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding, Verdict
from desktop.domain.incoming import ASKS, Asked
from desktop.domain.keys import RuleId
from desktop.domain.records import Absence, Ballot, Meeting, Person
from desktop.domain.refs import RecordRef
from desktop.domain.rules import directive_review, incoming_answered, programme_adopted, visit_unit
from desktop.exchange import lunar
from desktop.exchange.rule_words import words_of
from desktop.usecases.events import rows as events
from desktop.usecases.meetings import rows as meetings
from desktop.usecases.meetings.names import short_title

Kind = Literal["holiday", "meeting", "event", "deadline", "ballot", "absence", "visit", "programme"]
ORDER: tuple[Kind, ...] = ("holiday", "meeting", "event", "deadline", "ballot", "visit", "programme", "absence")
TIMED = ("meeting", "event")
"""What stands together, by the hour."""
DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line in a day; `place` and `record` are where it leads, `verdict` is that of a deadline."""

    kind: Kind
    text: str
    place: str = ""
    record: str = ""
    time: dt.time | None = None
    verdict: Verdict | None = None
    tip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    date: dt.date
    lunar: str
    off: bool
    why_off: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFull:
    """One day opened: the line under its date, its meetings with their forecast, its events, and who is away."""

    date: dt.date
    facts: str
    meetings: tuple[Meeting, ...]
    events: tuple[Happening, ...]
    absences: tuple[Absence, ...]
    entries: tuple[Entry, ...]


def month_span(day: dt.date) -> tuple[dt.date, dt.date]:
    """The six weeks, Monday to Sunday, that show the month of the day."""
    first = day.replace(day=1)
    start = first - DAY * first.weekday()
    return start, start + DAY * 41


def week_span(day: dt.date) -> tuple[dt.date, dt.date]:
    start = day - DAY * day.weekday()
    return start, start + DAY * 6


def days(
    facts: Facts,
    findings: Sequence[Finding],
    first: dt.date,
    last: dt.date,
    kinds: frozenset[str] = frozenset(ORDER),
) -> list[Day]:
    """Every day of the range with its entries of the kinds asked for, in the order of `ORDER` and then by time."""
    found: dict[dt.date, list[Entry]] = defaultdict(list)
    makers: dict[Kind, Callable[[], Iterable[tuple[dt.date, Entry]]]] = {
        "meeting": lambda: _meetings(facts, first, last),
        "event": lambda: _events(facts, first, last),
        "deadline": lambda: chain(_deadlines(facts, findings, first, last), _incoming(facts, findings, first, last)),
        "ballot": lambda: _ballots(facts, first, last),
        "absence": lambda: _absences(facts, first, last),
        "visit": lambda: _visits(facts, first, last),
        "programme": lambda: _programme_items(facts, first, last),
    }
    for kind in ORDER:
        if kind in kinds and kind in makers:
            for day, entry in makers[kind]():
                found[day].append(entry)
    return [_day(facts, first + DAY * step, found, first) for step in range((last - first).days + 1)]


def _day(facts: Facts, day: dt.date, found: dict[dt.date, list[Entry]], first: dt.date) -> Day:
    off = not facts.workdays.is_working(day)
    why = holiday(facts, day)
    head = (Entry(kind="holiday", text=vi.capital(why)),) if why else ()
    return Day(
        date=day,
        lunar=lunar_label(day, full=day == first),
        off=off,
        why_off=facts.workdays.why_off(day) or "",
        entries=(*head, *sorted(found.get(day, ()), key=_rank)),
    )


def _rank(entry: Entry) -> tuple[int, dt.time, str]:
    kind: Kind = "meeting" if entry.kind in TIMED else entry.kind
    return ORDER.index(kind), entry.time or dt.time(0), entry.text


def holiday(facts: Facts, day: dt.date) -> str:
    """What a weekday is off for, or that a weekend is worked; empty on an ordinary day."""
    if facts.workdays.is_working(day):
        return "làm bù" if day.weekday() >= 5 else ""
    if day in facts.workdays.national:
        return facts.workdays.national[day]
    return "" if day.weekday() >= 5 else facts.workdays.why_off(day) or ""


def lunar_label(day: dt.date, *, full: bool = False) -> str:
    """`24`; `1/8` on the first of a lunar month or where `full` is asked; `Rằm 8` on the fifteenth."""
    there = _lunar(day)
    if there is None:
        return ""
    if there.day == 15:
        return f"Rằm {there.month}"
    return f"{there.day}/{there.month}" if full and there.day > 1 else there.short


def _lunar(day: dt.date) -> lunar.LunarDay | None:
    """None beyond the years the lunar tables know."""
    try:
        return lunar.lunar(day)
    except ValueError:
        return None


def _meetings(facts: Facts, first: dt.date, last: dt.date) -> Iterable[tuple[dt.date, Entry]]:
    for meeting in facts.office.meetings:
        day = meeting.start.date()
        if first <= day <= last and not meeting.is_off:
            yield (
                day,
                Entry(
                    kind="meeting",
                    text=short_title(meeting),
                    place="meetings",
                    record=meeting.id,
                    time=meeting.start.time(),
                    tip=f"{vi.clock(meeting.start)} {meetings.title_of(meeting)}",
                ),
            )


def _events(facts: Facts, first: dt.date, last: dt.date) -> Iterable[tuple[dt.date, Entry]]:
    """Of one that lasts for days the hour stands on the first; a day is all that is told of who attends it."""
    for step in range((last - first).days + 1):
        day = first + DAY * step
        for one in facts.events_on(day):
            timed = not one.event.all_day and one.day == day
            title = vi.event_title(one.event)
            told = (
                f"{vi.clock(one.start)} {title}" if timed else title,
                events.where(one),
                events.who(facts, one.event),
            )
            yield (
                day,
                Entry(
                    kind="event",
                    text=title,
                    place="calendar",
                    record=f"{one.event.id}/{day.isoformat()}",
                    time=one.start.time() if timed else None,
                    tip="\n".join(filter(None, told)),
                ),
            )


def _deadlines(
    facts: Facts, findings: Sequence[Finding], first: dt.date, last: dt.date
) -> Iterable[tuple[dt.date, Entry]]:
    def kept(finding: Finding) -> bool:
        open_ = finding.verdict in (Verdict.DUE, Verdict.BREACH)
        return (
            open_ and bool(words_of(finding.rule).calendar) and finding.due is not None and first <= finding.due <= last
        )

    def key(finding: Finding) -> tuple[dt.date, RuleId, RecordRef]:
        """By the body or the meeting it is about, so that the papers of one meeting's items make one line."""
        assert finding.due is not None
        together = finding.rule.startswith(("report.", "visit."))
        return finding.due, finding.rule, RecordRef("") if together else finding.subject.whole

    for (day, rule, about), group in groupby(sorted(filter(kept, findings), key=key), key):
        yield day, _deadline(facts, rule, about, list(group))


def _incoming(
    facts: Facts, findings: Sequence[Finding], first: dt.date, last: dt.date
) -> Iterable[tuple[dt.date, Entry]]:
    """What papers that came in ask for by a day, whoever sent them, until it is done."""
    judged = {finding.subject.id: finding.verdict for finding in findings if finding.rule == incoming_answered.RULE.id}
    for paper in facts.office.incoming:
        if paper.due and first <= paper.due <= last and Asked(facts, paper, paper.due, dt.date.max).waits:
            asked = vi.capital(ASKS[paper.asks].partition(",")[0]) if paper.asks else "Xử lý"
            yield (
                paper.due,
                Entry(
                    kind="deadline",
                    text=f"{asked}: {paper.symbol or paper.title}",
                    place="documents",
                    record=paper.id,
                    verdict=judged.get(paper.id, Verdict.DUE),
                    tip="\n".join(filter(None, (paper.sender, paper.title))),
                ),
            )


def _deadline(facts: Facts, rule: RuleId, about: RecordRef, group: Sequence[Finding]) -> Entry:
    late = any(finding.verdict is Verdict.BREACH for finding in group)
    about = about or group[0].subject.whole
    meeting = facts.meeting(about.id) if about.names(Meeting) else None
    name = vi.BODY_SHORT[meeting.body] if meeting else vi.BODY_SHORT.get(about.kind, "")
    name += f" {_period_name(about.id)}" if rule == programme_adopted.RULE.id else ""
    count = f" ({len(group)})" if len(group) > 1 and not meeting else ""
    tab = _tab(rule, group[0])
    return Entry(
        kind="deadline",
        text=f"{words_of(rule).calendar} {name}{count}".replace("  ", " ").strip(),
        place="meetings" if meeting else "programmes" if tab else "",
        record=meeting.id if meeting else tab,
        verdict=Verdict.BREACH if late else Verdict.DUE,
        tip="\n".join(finding.text for finding in group[:8]),
    )


def _tab(rule: RuleId, finding: Finding) -> str:
    """Where on Chương trình, báo cáo the thing is that falls due."""
    code = finding.subject.code
    if rule.startswith("report."):
        return f"reports:{code}"
    if rule == directive_review.RULE.id:
        return code
    return {visit_unit.RULE.id: "visits:units"}.get(rule, "reviews" if "review" in rule else "")


_PARTS = {"H1": "6 tháng đầu", "H2": "6 tháng cuối", "9M": "9 tháng"}


def _period_name(period: str) -> str:
    """`2024-09` as a cell writes it: `tháng 9`, `quý III`, `tuần 8`, `6 tháng đầu`, `2024`, `toàn khóa`."""
    _, _, tail = period.partition("-")
    if not tail:
        return "toàn khóa" if period == "term" else period
    if tail in _PARTS:
        return _PARTS[tail]
    if tail.isdecimal():
        return f"tháng {int(tail)}"
    return f"tuần {int(tail[1:])}" if tail.startswith("W") else f"quý {vi.roman(int(tail[1:]))}"


def _ballots(facts: Facts, first: dt.date, last: dt.date) -> Iterable[tuple[dt.date, Entry]]:
    for ballot in facts.office.ballots:
        for day, act in ((ballot.sent, "Gửi phiếu"), (ballot.due, "Hạn phiếu")):
            if day and first <= day <= last:
                yield day, _ballot(ballot, act)


def _ballot(ballot: Ballot, act: str) -> Entry:
    text = f"{act}: {ballot.title}" if ballot.title else act
    return Entry(kind="ballot", text=text, tip=ballot.title, place="ballots", record=ballot.id)


def _absences(facts: Facts, first: dt.date, last: dt.date) -> Iterable[tuple[dt.date, Entry]]:
    away: dict[dt.date, list[str]] = defaultdict(list)
    for absence in facts.office.absences:
        start, end = max(absence.from_, first), min(absence.to, last)
        for step in range((end - start).days + 1):
            away[start + DAY * step].append(absence.person)
    for day, gone in away.items():
        people = sorted(
            {person for one in gone if (person := facts.person(one))}, key=lambda one: vi.name_key(one.name)
        )
        text = ", ".join(_given(facts, person) for person in people)
        yield day, Entry(kind="absence", text=text, tip="\n".join(facts.named(person.id) for person in people))


def _given(facts: Facts, person: Person) -> str:
    """The given name, with what sets its bearer apart where two share the whole of it."""
    return f"{vi.given_name(person.name)}{facts.named(person.id).removeprefix(person.name)}"


def _visits(facts: Facts, first: dt.date, last: dt.date) -> Iterable[tuple[dt.date, Entry]]:
    for visit in facts.office.visits:
        if visit.date and first <= visit.date <= last:
            unit = facts.unit(visit.unit) if visit.unit else None
            person = facts.person(visit.person) if visit.person else None
            name = unit.name if unit else "Đi cơ sở"
            tip = "\n".join(part for part in (name, person.name if person else "", visit.content) if part)
            yield visit.date, Entry(kind="visit", text=name, tip=tip, place="programmes", record=visit.id)


def _programme_items(facts: Facts, first: dt.date, last: dt.date) -> Iterable[tuple[dt.date, Entry]]:
    """What the work programmes have for a day and is not done; an item that is a meeting stands there as such.

    What the programmes of a year, a quarter and a month all name is told once, of the first that names it.
    """
    told: set[tuple[dt.date, str]] = set()
    for programme in facts.office.programmes:
        for item in programme.items:
            if item.due is None or item.done or item.meeting or not first <= item.due <= last:
                continue
            if (item.due, item.title) not in told:
                told.add((item.due, item.title))
                unit = facts.unit(item.lead)
                tip = "\n".join(part for part in (item.title, unit.name if unit else "") if part)
                yield (
                    item.due,
                    Entry(kind="programme", text=item.title, place="programmes", record=programme.id, tip=tip),
                )


def open_day(facts: Facts, findings: Sequence[Finding], day: dt.date) -> DayFull:
    """What the panel beside the grid shows of a day."""
    there = _lunar(day)
    head = f"{there.words} {there.year_name} · " if there else ""
    told = head + (facts.workdays.why_off(day) or "ngày làm việc")
    return DayFull(
        date=day,
        facts=told,
        meetings=tuple(
            sorted(
                (one for one in facts.office.meetings if one.start.date() == day and not one.is_off),
                key=lambda one: one.start,
            )
        ),
        events=tuple(events.on_day(facts, day)),
        absences=tuple(
            sorted(
                (one for one in facts.office.absences if one.from_ <= day <= one.to),
                key=lambda one: vi.name_key(_name(facts, one.person)),
            )
        ),
        entries=days(facts, findings, day, day)[0].entries,
    )


def _name(facts: Facts, person_id: str) -> str:
    return facts.named(person_id)
