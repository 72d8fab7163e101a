"""The year's meetings proposed to the clerk: rows to keep, move or drop, and the one change that plans them all.

Imports domain, vi and the planning of single meetings. The proposal itself is `desktop.domain.cadence_proposal`.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from db.store import Store
from desktop import vi
from desktop.domain.cadence import Rhythm
from desktop.domain.cadence_proposal import Slot, propose, too_few
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding, Verdict
from desktop.domain.judging import Window
from desktop.domain.records import Meeting
from desktop.domain.refusal import Refusal
from desktop.domain.rules import meeting_cadence, meeting_working
from desktop.domain.rules.meeting_cadence import CADENCES
from desktop.domain.rules.meeting_working import WORKING, chair_of
from desktop.usecases.meetings import edits as meeting_edits
from desktop.usecases.meetings import planning
from desktop.usecases.meetings import rows as meetings

_DAY = dt.timedelta(days=1)
HOUR = dt.time(7, 30)
RHYTHMS = {
    "bch": "Ban Chấp hành",
    "btv": "Ban Thường vụ",
    "thuong-truc": "Thường trực hằng tuần",
    "ubkt": "Ủy ban Kiểm tra",
    "front-and-unions": "Làm việc với Mặt trận, đoàn thể",
    "front-and-unions-deputy": "Phó Bí thư làm việc với Mặt trận",
    "advisory-bodies": "Giao ban cơ quan tham mưu",
    "internal-affairs": "Họp nội chính",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """One meeting asked for; `verdict` is breach where it cannot be held, unclear where something is to be seen to.

    Of a week nobody works in the texts do not say whether it is excused.
    """

    id: str
    slot: Slot
    day: dt.date | None
    title: str
    asked: str
    why: str
    wanted: bool
    verdict: str

    @property
    def planned(self) -> bool:
        """Whether it is already in the calendar."""
        return self.slot.meeting is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The rows of a year from a day on, with the days moved and the rows dropped by hand laid over them.

    `assumed` are the meetings still to be planned before that day, from which the intervals run on.
    """

    first: dt.date
    last: dt.date
    rows: tuple[PlanRow, ...]
    assumed: tuple[Slot, ...] = ()

    @property
    def to_plan(self) -> tuple[PlanRow, ...]:
        return tuple(row for row in self.rows if row.wanted and row.day and not row.planned)


def rhythms(facts: Facts, year: int) -> list[tuple[str, str]]:
    """The kinds of meeting for which the regulation of that year's end names a rhythm."""
    day = dt.date(year, 12, 31)
    return [(one.name, RHYTHMS[one.name]) for one in (*CADENCES, *WORKING) if _is_set(facts, one, day)]


def _is_set(facts: Facts, one: Rhythm, day: dt.date) -> bool:
    return one.is_held(facts) and facts.ruling(one.key, day) is not None


def years(today: dt.date) -> list[int]:
    """This year's remaining months and the next year."""
    return [today.year, today.year + 1]


def usual_year(today: dt.date) -> int:
    """The next year is planned from autumn on."""
    return today.year + (today.month >= 10)


def proposal(
    facts: Facts,
    year: int,
    today: dt.date,
    *,
    superior: frozenset[dt.date] = frozenset(),
    names: frozenset[str] | None = None,
    moved: Mapping[str, dt.date] | None = None,
    dropped: frozenset[str] = frozenset(),
) -> Proposal:
    """Of next year the months before it are proposed too and left out, since intervals run on from them."""
    first, last = max(dt.date(year, 1, 1), today + _DAY), dt.date(year, 12, 31)
    slots = propose(facts, today + _DAY, last, superior=superior, names=names)
    rows = [
        _row(facts, slot, (moved or {}).get(slot.key, slot.day), slot.key not in dropped, superior)
        for slot in slots
        if first <= (slot.day or slot.last)
    ]
    return Proposal(
        first=first,
        last=last,
        rows=tuple(sorted(rows, key=lambda row: (row.day or row.slot.last, row.id))),
        assumed=tuple(slot for slot in slots if slot.day and slot.day < first and slot.meeting is None),
    )


def _row(facts: Facts, slot: Slot, day: dt.date | None, wanted: bool, superior: frozenset[dt.date]) -> PlanRow:
    by_hand = day is not None and day != slot.day
    why = list(_faults(facts, slot, day, superior)) if by_hand and day else list(slot.why)
    wrong = day is None or (by_hand and bool(why))
    return PlanRow(
        id=slot.key,
        slot=slot,
        day=day,
        title=meetings.title_of(slot.meeting) if slot.meeting else _title(slot),
        asked=slot.asked,
        why="; ".join(why),
        wanted=wanted,
        verdict=_verdict(facts, slot, day, doubtful=wrong or _is_warning(slot, by_hand)),
    )


def _verdict(facts: Facts, slot: Slot, day: dt.date | None, *, doubtful: bool) -> str:
    if day is None and facts.workdays.count(slot.first, slot.last):
        return "breach"
    return "unclear" if doubtful else ""


def _is_warning(slot: Slot, by_hand: bool) -> bool:
    return not by_hand and any(reason.startswith(("không ngày nào", "không kịp")) for reason in slot.why)


def _title(slot: Slot) -> str:
    if slot.kind == "weekly":
        return f"Họp {vi.BODY[slot.body]}"
    return f"Hội nghị {vi.BODY[slot.body]}" if slot.kind == "regular" else vi.MEETING_KIND[slot.kind]


def _faults(facts: Facts, slot: Slot, day: dt.date, superior: frozenset[dt.date]) -> Iterator[str]:
    """What is wrong with a day chosen by hand."""
    off = facts.workdays.why_off(day)
    if off:
        yield vi.day_short(day) + f" là ngày nghỉ: {off}"
    if not slot.first <= day <= slot.last:
        yield f"ngoài hạn {vi.day(slot.first)}–{vi.day(slot.last)} của quy chế"
    if day in superior:
        yield "trùng lịch của cấp trên"
    few = too_few(facts, slot.body, day)
    if few:
        yield f"dự kiến có {few[0]}, cần {few[1]}"
    others = [one for one in facts.sessions if one.start.date() == day]
    if others:
        yield f"cùng ngày có {meetings.title_of(others[0])}"


def shortfalls(facts: Facts, made: Proposal) -> list[Finding]:
    """What the regulation would still lack at the year's end if just these meetings were held."""
    wanted = [(row.slot, row.day) for row in made.to_plan] + [(slot, slot.day) for slot in made.assumed]
    drafts = (
        Meeting(
            id=f"dự thảo {slot.key}",
            body=slot.body,
            kind=slot.kind,
            start=dt.datetime.combine(day, HOUR),
            chair=chair.id if (chair := chair_of(facts, slot.kind, day)) else None,
        )
        for slot, day in wanted
        if day
    )
    planned = replace(facts, office=replace(facts.office, meetings=(*facts.office.meetings, *drafts)))
    window = Window.of(facts, made.last)
    found = [one for rule in (meeting_cadence.RULE, meeting_working.RULE) for one in rule(planned, window)]
    return [one for one in found if one.verdict in _SHORT and one.due and made.first <= one.due <= made.last]


_SHORT = (Verdict.BREACH, Verdict.UNCLEAR)


# The superior's days


def read_days(text: str, year: int) -> frozenset[dt.date]:
    """`15/3; 20/4–22/4; 05/5/2025`: days and spans of days, of that year where none is written."""
    found: set[dt.date] = set()
    for part in (each.strip() for each in re.split(r"[;,\n]", text)):
        if part:
            ends = [_day(each.strip(), year, part) for each in re.split(r"[–-]", part, maxsplit=1)]
            if ends[-1] < ends[0]:
                raise Refusal(f"Khoảng ngày “{part}” viết ngược; cần ngày đầu trước ngày cuối.", field="superior")
            found |= {ends[0] + _DAY * step for step in range((ends[-1] - ends[0]).days + 1)}
    return frozenset(found)


def _day(text: str, year: int, part: str) -> dt.date:
    match = re.fullmatch(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}))?", text)
    try:
        if match:
            return dt.date(int(match[3] or year), int(match[2]), int(match[1]))
    except ValueError:
        pass
    raise Refusal(f"Ngày “{part}” chưa đúng; cần dạng 15/3, 15/3/{year} hoặc 20/4–22/4.", field="superior")


# Planning them all


def plan_all(store: Store, *, facts: Facts, rows: Sequence[PlanRow], on: dt.date) -> list[Meeting]:
    """Put every wanted meeting at once, in the order of their days, each named after those before it."""
    if not rows:
        raise Refusal("Chưa chọn hội nghị nào để xếp; cần giữ lại ít nhất một dòng.", field="rows")
    made: list[Meeting] = []
    for row in sorted(rows, key=lambda one: (one.day or on, one.id)):
        assert row.day is not None
        draft = _draft(facts, row, row.day)
        meeting = meeting_edits.plan(store, facts=facts, draft=draft, on=on)
        made.append(meeting)
        facts = facts.replacing(meeting)
    return made


def _draft(facts: Facts, row: PlanRow, day: dt.date) -> Meeting:
    """At the hour of the body's last meeting of that kind."""
    alike = [one for one in facts.sessions if (one.body, one.kind) == (row.slot.body, row.slot.kind)]
    before = [one for one in alike if one.start.date() < day]
    hour = before[-1].start.time() if before else HOUR
    return planning.suggest(facts, row.slot.body, row.slot.kind, dt.datetime.combine(day, hour))


def months(rows: Iterable[PlanRow]) -> Iterator[tuple[str, list[PlanRow]]]:
    """The rows by the month they lie in."""
    held: dict[str, list[PlanRow]] = {}
    for row in rows:
        day = row.day or row.slot.last
        held.setdefault(f"Tháng {day.month}/{day.year}", []).append(row)
    yield from held.items()
