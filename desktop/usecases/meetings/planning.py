"""What planning a meeting on a day means, told before it is saved.

Reads only. Imports domain and vi.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop import vi
from desktop.domain import planning as rules
from desktop.domain.compliance import judge_meeting
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Finding, Verdict
from desktop.domain.judging import awaited
from desktop.domain.records import Absence, Body, Meeting, MeetingKind, Person
from desktop.domain.rules.meeting_working import chair_of
from desktop.domain.sittings import is_session
from desktop.exchange.rule_words import words_of
from desktop.usecases.meetings import rows as meetings

DAY = dt.timedelta(days=1)
SEARCH_DAYS = 30
"""How far from the day wanted a better one is looked for, on both sides."""

_DEFAULT_LENGTH = dt.timedelta(hours=3, minutes=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDay:
    """The last day of one duty before a meeting; `working_days` where days off between are not counted."""

    rule: str
    title: str
    due: dt.date
    cite: Cite
    verdict: Verdict
    working_days: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CountBack:
    """The duties counted back from a meeting, the earliest first, and the days off that were passed over, in words."""

    deadlines: tuple[DueDay, ...]
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """Everything the planning dialog shows of a draft; `better` is empty while the quorum holds."""

    back: CountBack
    quorum: meetings.Quorum
    away: tuple[tuple[Person, Absence], ...]
    findings: tuple[Finding, ...]
    better: tuple[dt.date, ...]
    clashes: tuple[Meeting, ...]
    why_off: str


def suggest(facts: Facts, body: Body, kind: MeetingKind, start: dt.datetime) -> Meeting:
    """A draft filled as the body's last meeting was: number, place, hour of ending, chair and secretary."""
    last = _last(facts, body, kind, start)
    length = last.end - last.start if last and last.end else _DEFAULT_LENGTH
    return Meeting(
        id="",
        body=body,
        kind=kind,
        title=suggested_title(facts, body, kind, start),
        start=start,
        end=start + length,
        place=last.place if last else "",
        chair=to_chair(facts, kind, start.date()),
        secretary=last.secretary if last and _still_here(facts, last.secretary) else None,
    )


def to_chair(facts: Facts, kind: MeetingKind, day: dt.date) -> str | None:
    """Who is to chair such a meeting; nobody yet where he is known to be away that day."""
    chair = chair_of(facts, kind, day)
    return chair.id if chair and facts.absence(chair.id, day) is None else None


def _still_here(facts: Facts, person_id: str | None) -> bool:
    return person_id is not None and facts.person(person_id) is not None


def _last(facts: Facts, body: Body, kind: MeetingKind, start: dt.datetime) -> Meeting | None:
    before = [one for one in facts.office.meetings if one.body == body and one.start < start and not one.is_off]
    alike = [one for one in before if one.kind == kind] or before
    return max(alike, key=lambda one: one.start, default=None)


def suggested_title(facts: Facts, body: Body, kind: MeetingKind, start: dt.datetime) -> str:
    """Sessions are numbered on within the term; other meetings bear their kind and the week or month."""
    name = vi.BODY[body]
    if kind == "weekly":
        return f"Họp {name} tuần {start.isocalendar().week}"
    if kind not in ("regular", "extraordinary", "enlarged"):
        return f"{vi.MEETING_KIND[kind]} tháng {start.month}"
    tail = "" if kind == "regular" else f" ({vi.MEETING_KIND[kind].lower()})"
    return f"Hội nghị {name} lần thứ {_next_number(facts, body, start)}{tail}"


def _next_number(facts: Facts, body: Body, start: dt.datetime) -> int:
    term = facts.office.office.term
    since = term.from_ if term and term.from_ else dt.date.min
    sessions = [
        one
        for one in facts.office.meetings
        if one.body == body and is_session(one) and not one.is_off and one.start.date() >= since
    ]
    earlier = [one for one in sessions if one.start < start]
    numbers = _numbers(earlier) or _numbers(sessions)
    return max(numbers) + 1 if numbers else len(earlier) + 1


def _numbers(sessions: list[Meeting]) -> list[int]:
    return [number for one in sessions if (number := vi.ordinal(one.title)) is not None]


def deadlines(facts: Facts, draft: Meeting, on: dt.date) -> tuple[DueDay, ...]:
    """The last days that follow from the day of a session; none where the text is silent or excuses the kind."""
    judged: dict[str, list[Verdict]] = {}
    for finding in judge(facts, draft, on):
        judged.setdefault(finding.rule, []).append(finding.verdict)
    return tuple(
        DueDay(
            rule=one.rule,
            title=words_of(one.rule).deed,
            due=one.due,
            cite=one.ruling.cite,
            verdict=_worst(judged.get(one.rule, []), awaited(one.due, on)),
            working_days=not one.calendar,
        )
        for one in rules.deadlines(facts, draft)
    )


def _worst(verdicts: list[Verdict], otherwise: Verdict) -> Verdict:
    gravest = (Verdict.BREACH, Verdict.DUE, Verdict.UNCLEAR, Verdict.MET, Verdict.EXEMPT)
    return next((verdict for verdict in gravest if verdict in verdicts), otherwise)


def count_back(facts: Facts, draft: Meeting, on: dt.date) -> CountBack:
    """The duties of a session with the days off between the earliest of them and the session."""
    found = deadlines(facts, draft, on)
    day = draft.start.date()
    first = min((one.due for one in found), default=day)
    between = [first + DAY * step for step in range((day - first).days)]
    holidays = [one for one in between if _is_holiday(facts, one)]
    weekend = sum(1 for one in between if one.weekday() >= 5 and not facts.workdays.is_working(one))
    return CountBack(
        deadlines=found, said=_passed_over(holidays, weekend, day) if any(one.working_days for one in found) else ""
    )


def _is_holiday(facts: Facts, day: dt.date) -> bool:
    return day.weekday() < 5 and not facts.workdays.is_working(day)


def _passed_over(holidays: list[dt.date], weekend: int, day: dt.date) -> str:
    """`Đã trừ 2 ngày nghỉ lễ 02/9, 03/9 và 2 ngày nghỉ cuối tuần.`"""
    named = ", ".join(vi.day_short(one, day) for one in holidays)
    parts = [f"{len(holidays)} ngày nghỉ lễ {named}"] if holidays else []
    parts += [f"{weekend} ngày nghỉ cuối tuần"] if weekend else []
    return f"Đã trừ {' và '.join(parts)}." if parts else ""


def outlook(facts: Facts, draft: Meeting, on: dt.date) -> Outlook:
    """Everything that follows from the draft's body, kind and day, with the findings it would have."""
    day = draft.start.date()
    quorum = meetings.forecast(facts, draft)
    absences = meetings.away_on(facts, day, quorum.away)
    return Outlook(
        back=count_back(facts, draft, on),
        quorum=quorum,
        away=tuple((person, absences[person.id]) for person in quorum.away if person.id in absences),
        findings=tuple(judge(facts, draft, on)),
        better=() if quorum.holds else tuple(better_days(facts, draft, on)),
        clashes=tuple(clashes(facts, draft)),
        why_off=facts.workdays.why_off(day) or "",
    )


def judge(facts: Facts, draft: Meeting, on: dt.date) -> list[Finding]:
    """The findings the meeting would have as drafted; a draft without an id is judged as if it were put in."""
    judged = draft if draft.id else replace(draft, id="dự thảo")
    return judge_meeting(facts.replacing(judged), judged, on)


def clashes(facts: Facts, draft: Meeting) -> Iterator[Meeting]:
    """The other meetings of that day, of whatever body."""
    day = draft.start.date()
    for other in facts.office.meetings:
        if other.start.date() == day and other.id != draft.id and not other.is_off:
            yield other


def better_days(facts: Facts, draft: Meeting, on: dt.date, *, limit: int = 3) -> list[dt.date]:
    """The nearest working days, from today on, on which the quorum would hold and the body meets for nothing else."""
    wanted = draft.start.date()
    taken = {one.start.date() for one in facts.office.meetings if one.body == draft.body and not one.is_off}
    near = sorted(
        (wanted + DAY * step for step in range(-SEARCH_DAYS, SEARCH_DAYS + 1)), key=lambda day: abs(day - wanted)
    )
    found = [day for day in near if day >= on and day not in taken and _holds(facts, draft, day)]
    return sorted(found[:limit])


def _holds(facts: Facts, draft: Meeting, day: dt.date) -> bool:
    if not facts.workdays.is_working(day):
        return False
    start = dt.datetime.combine(day, draft.start.time())
    there = replace(draft, start=start, end=start + (draft.end - draft.start) if draft.end else None)
    return meetings.forecast(facts, there).holds


_KINDS: dict[str, tuple[MeetingKind, ...]] = {
    "bch": ("regular", "extraordinary", "enlarged", "working-session"),
    "btv": ("regular", "extraordinary", "enlarged", "front-and-unions", "working-session"),
    "thuong-truc": (
        "weekly",
        "regular",
        "extraordinary",
        "internal-affairs",
        "front-and-unions",
        "front-and-unions-deputy",
        "advisory-bodies",
        "working-session",
    ),
    "ubkt": ("regular", "extraordinary", "working-session"),
}


def kinds_of(body: Body) -> list[tuple[MeetingKind, str]]:
    """The kinds of meeting a body holds, with their words; the commonest first."""
    return [(kind, vi.MEETING_KIND[kind]) for kind in _KINDS[body]]


def far(day: dt.date, on: dt.date) -> str:
    """How far ahead a day is; a day gone by is told as such, since a meeting on it is not late."""
    return "đã qua" if day < on else vi.distance(day, on)
