"""How often bodies meet, and work with others: so many meetings a period, or one within months of the last.

`desktop.domain` only. A rhythm is counted from the day the first regulation that sets it took effect.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from desktop.domain import own_items
from desktop.domain.bodies import LEADING
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding, Verdict
from desktop.domain.judging import CONTRARY, Outcome, Window, article, awaited, doubted
from desktop.domain.keys import Key, KeyOf, RuleId
from desktop.domain.periods import Period, periods
from desktop.domain.periods import period as period_of
from desktop.domain.placing import misplaced
from desktop.domain.records import Body, Meeting, MeetingKind, Role
from desktop.domain.refs import RecordRef
from desktop.domain.regulation import Ruling
from desktop.domain.rule import Through
from desktop.domain.rules.meeting_quorum import lacks_quorum
from desktop.domain.shapes import Cadence, Per
from desktop.domain.sittings import Sitting
from desktop.domain.terms import ROLE
from desktop.domain.wording import clause, day, distance_said

Name = Literal[
    "bch",
    "btv",
    "thuong-truc",
    "ubkt",
    "front-and-unions",
    "front-and-unions-deputy",
    "advisory-bodies",
    "internal-affairs",
]
HOW_OFTEN = KeyOf[RuleId, Name]("{}.{}")
BODIES = KeyOf[RuleId, Name]("{}.{}.bodies")
CHAIR = KeyOf[RuleId, Name]("{}.{}.chair")
HOLIDAY_WEEKS = Key("meeting.cadence.thuong-truc.holiday_weeks")
KEYS = (HOW_OFTEN, BODIES, CHAIR)

_DAY = dt.timedelta(days=1)


def _is_one_of(meeting: Meeting, kinds: Collection[str]) -> bool:
    """One that bears the office's own name for its kind counts where that is named, and as nothing else."""
    return own_items.names(kinds, meeting.kind_name) if meeting.kind_name else meeting.kind in kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """What is counted under one name: the kinds of meeting of the bodies; no body means any."""

    rule: RuleId
    name: Name
    words: str
    kinds: tuple[MeetingKind, ...]
    bodies: tuple[Body, ...] = ()

    @property
    def key(self) -> Key:
        return HOW_OFTEN.of(self.rule, self.name)

    def is_held(self, facts: Facts) -> bool:
        """Whether the committee has a body that meets so."""
        return not self.bodies or any(body in facts.bodies for body in self.bodies)

    def counts(self, facts: Facts, meeting: Meeting) -> bool:
        """Where the text itself names the bodies whose meetings count, those alone do."""
        on = meeting.start.date()
        named, often = facts.ruling(BODIES.of(self.rule, self.name), on), facts.ruling(self.key, on)
        bodies = named.words if named else self.bodies
        kinds = (often.cadence.kinds if often else ()) or self.kinds
        return _is_one_of(meeting, kinds) and (not bodies or meeting.body in bodies)

    def counts_with_extraordinary(self, facts: Facts, meeting: Meeting) -> bool:
        return self.counts(facts, meeting) or (meeting.kind == "extraordinary" and meeting.body in self.bodies)


def judge_rhythm(facts: Facts, window: Window, rhythm: Rhythm) -> Iterator[Finding]:
    if not facts.in_force_list or not rhythm.is_held(facts):
        return
    for unit in _units(facts, rhythm.key):
        for period in periods(unit, facts.in_force_list[0].from_, window.end):
            ruling = facts.ruling(rhythm.key, period.first)
            if ruling and ruling.cadence.per == unit and window.holds(period.first):
                yield _count(facts, rhythm, period, ruling, window.on).of(
                    rhythm.rule, RecordRef.of(rhythm.name, period.code)
                )
    yield from _intervals(facts, window, rhythm)


def _units(facts: Facts, key: Key) -> list[Per]:
    """The periods that a regulation of the office counts in."""
    values = [value for value in facts.every(key) if isinstance(value, dict)]
    return [unit for unit in get_args(Per) if any(value.get("per") == unit for value in values)]


def _count(facts: Facts, rhythm: Rhythm, period: Period, ruling: Ruling, on: dt.date) -> Outcome:
    """Enough meetings were held in the period, by whom and when the text fixes that."""
    every = [meeting for meeting in held_between(facts, period, on) if rhythm.counts(facts, meeting)]
    held = [meeting for meeting in every if not _ill_chaired(facts, rhythm, meeting)]
    found, needed = len(held), ruling.cadence.n
    judged = Outcome(
        verdict=Verdict.MET,
        cite=ruling.cite,
        text=f"Đã họp {found}/{needed} {rhythm.words} trong {period.words}{_alternative(facts, rhythm, period, on)}.",
        expected=str(needed),
        actual=str(found),
        due=period.last,
    )
    if found < needed:
        ill = ", ".join(_ill_chaired(facts, rhythm, meeting) for meeting in every if meeting not in held)
        short = replace(judged, text=f"{judged.text.rstrip('.')}; {ill}.") if ill else judged
        return _short(facts, short, period, needed - found, on, rhythm.name)
    doubts = {meeting.id: _doubt(facts, rhythm, meeting, ruling, on) for meeting in held}
    sound = sum(not doubt for doubt in doubts.values())
    return judged if sound >= needed else doubted(judged, *sorted(set(doubts.values())))


def _chair_asked(facts: Facts, rhythm: Rhythm, meeting: Meeting) -> tuple[Ruling | None, Role | None]:
    """The role that is to chair, and that of the one who did."""
    on = meeting.start.date()
    seats = (facts.holds(meeting.chair, body, on) for body in ("thuong-truc", "btv", "bch"))
    seat = next((each for each in seats if each), None)
    return facts.ruling(CHAIR.of(rhythm.rule, rhythm.name), on), seat.role if seat else None


def _ill_chaired(facts: Facts, rhythm: Rhythm, meeting: Meeting) -> str:
    """Who chaired without leading the committee, where the text names its chair; empty where nobody such did."""
    asked, role = _chair_asked(facts, rhythm, meeting)
    if asked is None or meeting.chair is None or role == asked.word or role in LEADING:
        return ""
    limit = f"{article(asked.cite)} giao {_role(asked)}"
    return f"buổi {day(meeting.start.date())} do {facts.named(meeting.chair)} chủ trì, {limit}"


def _role(asked: Ruling) -> str:
    return ROLE[asked.word]  # type: ignore[index]


def _doubt(facts: Facts, rhythm: Rhythm, meeting: Meeting, ruling: Ruling, on: dt.date) -> str:
    """Why a meeting may not be the one the text asks for; empty where nothing says so."""
    held, (asked, role) = meeting.start.date(), _chair_asked(facts, rhythm, meeting)
    if asked and meeting.chair is None:
        return f"buổi {day(held)} chưa ghi người chủ trì, {article(asked.cite)} giao {_role(asked)}"
    sitting = Sitting(facts, meeting, on)
    elsewhere = sitting.not_there(meeting.chair or "") if asked else ""
    if elsewhere:
        return f"buổi {day(held)} nhưng {elsewhere}, {CONTRARY}"
    if asked and role and not role.startswith(asked.word):
        return f"buổi {day(held)} do {ROLE[role]} chủ trì, {article(asked.cite)} giao {_role(asked)}"
    articles = (ruling.cite.at, *ruling.cite.also)
    place = misplaced(facts, held, ruling.cadence, " và ".join(clause(at) for at in articles if at))
    if place:
        return place if ruling.cadence.when else f"phiên họp {day(held)} {place}"
    short = lacks_quorum(sitting)
    return f"{short}, chưa đủ số ủy viên dự" if short else ""


def held_between(facts: Facts, period: Period, on: dt.date) -> list[Meeting]:
    """The meetings held in the period by a day, in order."""
    last = min(period.last, on)
    return [meeting for meeting in facts.sessions if period.first <= meeting.start.date() <= last]


def _alternative(facts: Facts, rhythm: Rhythm, period: Period, on: dt.date) -> str:
    """The count with extraordinary sessions, which the texts do not plainly shut out."""
    if not rhythm.bodies:
        return ""
    count = sum(rhythm.counts_with_extraordinary(facts, meeting) for meeting in held_between(facts, period, on))
    return f" (tính cả đột xuất: {count})"


def _short(facts: Facts, judged: Outcome, period: Period, lack: int, on: dt.date, name: Name) -> Outcome:
    text = judged.text.rstrip(".")
    if not any(
        facts.workdays.is_working(period.first + _DAY * ahead) for ahead in range((period.last - period.first).days + 1)
    ):
        return _without_work(facts, judged, text, period, name)
    verdict = awaited(period.last, on)
    limit = f"hạn cuối {day(period.last)}" if verdict is Verdict.DUE else f"thiếu {lack}"
    return replace(judged, verdict=verdict, text=f"{text}, {limit}.")


def _without_work(facts: Facts, judged: Outcome, text: str, period: Period, name: Name) -> Outcome:
    """Whether a period in which nobody works is excused is the text's to say."""
    ruling = facts.ruling(HOLIDAY_WEEKS, period.first) if name == "thuong-truc" else None
    fact = f"{text}; {period.words} không có ngày làm việc"
    if ruling is None:
        text = f"{fact}, quy chế không quy định có được miễn hay không."
        return replace(judged, verdict=Verdict.UNCLEAR, text=text)
    verdict, said = (Verdict.EXEMPT, "miễn họp") if ruling.value else (Verdict.BREACH, "không miễn họp")
    return replace(judged, verdict=verdict, cite=ruling.cite, text=f"{fact}, {said} theo {article(ruling.cite)}.")


def _intervals(facts: Facts, window: Window, rhythm: Rhythm) -> Iterator[Finding]:
    """`Ba tháng một lần`: each meeting held opens the interval to the next, and the regulation itself the first one."""
    held = [one for one in facts.sessions if rhythm.counts(facts, one) and one.start.date() <= window.on]
    began = first_asked(facts, rhythm)
    if began is None:
        return
    first = next((one for one in held if one.start.date() >= began), None)
    gaps = [_Gap(RecordRef.of(rhythm.name, "first"), began, first, f"{rhythm.words} đầu tiên")]
    for place, one in enumerate(held):
        following = held[place + 1] if held[place + 1 :] else None
        gaps.append(_Gap(RecordRef.to(one), one.start.date(), following, f"{rhythm.words} tiếp theo"))
    for gap in gaps:
        ruling = facts.ruling(rhythm.key, gap.since)
        if ruling and ruling.cadence.gap and window.holds(gap.since):
            yield _interval(facts, rhythm, ruling, gap, window.on).of(rhythm.rule, gap.subject)


def first_asked(facts: Facts, rhythm: Rhythm) -> dt.date | None:
    """The day from which a regulation asks that the meetings be no further apart than a gap."""
    asked = ((one.from_, one.ruling(rhythm.key, one.from_)) for one in facts.in_force_list)
    return next((since for since, ruling in asked if ruling and ruling.cadence.gap), None)


def gap_words(cadence: Cadence) -> str:
    """`3 tháng`, `2 tuần`."""
    return f"{cadence.gap} {'tháng' if cadence.unit == 'months' else 'tuần'}"


@dataclass(frozen=True, slots=True)
class _Gap:
    """The time from a meeting, or from the regulation's first day, to the meeting that followed."""

    subject: RecordRef
    since: dt.date
    following: Meeting | None
    awaited: str


def _interval(facts: Facts, rhythm: Rhythm, ruling: Ruling, gap: _Gap, on: dt.date) -> Outcome:
    last = ruling.cadence.latest_after(gap.since)
    limit = f"hạn cuối {day(last)} ({gap_words(ruling.cadence)} từ {day(gap.since)})"
    judged = Outcome(verdict=Verdict.MET, cite=ruling.cite, text="", expected=last.isoformat(), due=last)
    if gap.following is None:
        text = f"Chưa họp {gap.awaited}; {limit}, {distance_said(last, on)}."
        return replace(judged, verdict=awaited(last, on), text=text)
    next_day = gap.following.start.date()
    fact = f"Họp {gap.awaited} {day(next_day)}; {limit}"
    judged = replace(judged, actual=next_day.isoformat(), text=f"{fact}.")
    if next_day > last:
        return replace(judged, verdict=Verdict.BREACH, text=f"{fact}, chậm {(next_day - last).days} ngày.")
    return doubted(judged, _doubt(facts, rhythm, gap.following, ruling, on))


def of_period(rhythms: Sequence[Rhythm]) -> Through:
    """The meetings of a period that a rhythm counts."""

    def through(facts: Facts, about: RecordRef) -> Iterator[Meeting]:
        span = period_of(about.code)
        named = [rhythm for rhythm in rhythms if rhythm.name == about.kind]
        held = [one for one in facts.sessions if span and span.holds(one.start.date())]
        return (one for one in held if any(rhythm.counts(facts, one) for rhythm in named))

    return through
