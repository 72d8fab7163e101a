"""Work programmes as the office reads them: which are asked for, which there are, how far each has come.

Reads only; what changes one is in `programmes_edits`, what a new one begins with in `programmes_draft`. Imports domain
and vi.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop import vi
from desktop.domain.bodies import BODIES
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding, Verdict
from desktop.domain.judging import Window
from desktop.domain.periods import TERM, Period, period
from desktop.domain.programmes import document as issued_as
from desktop.domain.programmes import done_on
from desktop.domain.records import Body, Meeting, Programme, ProgrammeItem, ProgrammeKind
from desktop.domain.refs import INSPECTION, RecordRef
from desktop.domain.rules import programme_adopted
from desktop.usecases.meetings.names import short_title
from desktop.usecases.tasks import rows as tasks

RULE = programme_adopted.RULE.id
KIND: dict[ProgrammeKind, str] = {"work": "Chương trình công tác", "inspection": "Chương trình kiểm tra, giám sát"}
UNIT = {
    "term": "Toàn khóa",
    "year": "Năm",
    "half": "6 tháng",
    "nine-months": "9 tháng",
    "quarter": "Quý",
    "month": "Tháng",
    "week": "Tuần",
}
"""The kinds of period, the longest first."""


class State(StrEnum):
    MISSING = "missing"
    DRAFT = "draft"
    ADJUSTING = "adjusting"
    ADOPTED = "adopted"


STATE = {
    State.MISSING: "Chưa lập",
    State.DRAFT: "Dự thảo",
    State.ADJUSTING: "Đang điều chỉnh",
    State.ADOPTED: "Đã thông qua",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """One item; `session` is the meeting that takes it, `done` the day it was done or that meeting was held."""

    id: str
    place: int
    item: ProgrammeItem
    state: tasks.State
    done: dt.date | None
    lead: str
    session: str
    carried: str
    late: int

    @property
    def verdict(self) -> str:
        return "breach" if self.done and self.late else tasks.VERDICT[self.state]


# Periods


def span_of(facts: Facts, code: str) -> Period | None:
    """The period of a code; the term is the office's own, and has no days where the office gave none."""
    if code != TERM:
        return period(code)
    term = facts.office.office.term
    return Period(TERM, term.from_, term.to or dt.date.max) if term and term.from_ else None


def unit_of(code: str) -> str:
    """`month` of `2024-07`: the kind of period a code names."""
    _, _, part = code.partition("-")
    if not part:
        return "term" if code == TERM else "year"
    named = {"H": "half", "Q": "quarter", "W": "week", "9": "nine-months"}
    return named.get(part[0], "month") if not part.isdecimal() else "month"


def subject_of(programme: Programme) -> RecordRef:
    """What the rule calls it: `btv/2024-07`, `bch/2024/inspection`."""
    return subject(programme.kind, programme.body or "", programme.period)


def subject(kind: str, body: str, code: str) -> RecordRef:
    return RecordRef.of(body, code, *((INSPECTION,) if kind == INSPECTION else ()))


def key_of(subject: RecordRef) -> tuple[ProgrammeKind, Body, str] | None:
    """The kind, body and period a subject names; None where it names none."""
    code, found = subject.id, next((one for one in BODIES if one == subject.kind), None)
    if found is None or (code != TERM and period(code) is None):
        return None
    return ("inspection" if subject.part else "work"), found, code


def title_of(programme: Programme) -> str:
    """`Chương trình công tác tháng 7/2024 của Ban Thường vụ`."""
    body = f" của {vi.BODY[programme.body]}" if programme.body else ""
    return f"{KIND[programme.kind]} {period_words(programme.period)}{body}"


def within(programme: Programme) -> str:
    """The same in the middle of a sentence."""
    title = title_of(programme)
    return f"{title[:1].lower()}{title[1:]}"


def period_words(code: str) -> str:
    found = period(code)
    return "toàn khóa" if code == TERM else found.words if found else code


# Rows


def state_of(programme: Programme | None) -> State:
    if programme is None:
        return State.MISSING
    if programme.adopted is None:
        return State.DRAFT
    opened = programme.versions and programme.versions[-1].replaced is None
    return State.ADJUSTING if opened else State.ADOPTED


def is_open(programme: Programme | None) -> bool:
    """Whether its items may be changed."""
    return state_of(programme) in (State.DRAFT, State.ADJUSTING)


def stands_since(programme: Programme) -> dt.date | None:
    """The day the items that hold now were adopted: its own, or that of the last adjustment; None of a draft."""
    return programme.versions[-1].replaced if programme.versions else programme.adopted


def finding_of(facts: Facts, programme: Programme, on: dt.date) -> Finding | None:
    """The rule's answer to a programme as it is, or as it is being typed."""
    wanted = subject_of(programme)
    return next(
        (
            one
            for one in programme_adopted.judge(facts.replacing(programme), Window.of(facts, on))
            if one.subject == wanted
        ),
        None,
    )


# Items


def items(facts: Facts, programme: Programme, on: dt.date) -> list[ItemRow]:
    return [_item(facts, item, place, on) for place, item in enumerate(programme.items)]


def _item(facts: Facts, item: ProgrammeItem, place: int, on: dt.date) -> ItemRow:
    unit, meeting = facts.unit(item.lead), facts.meeting(item.meeting)
    done = done_on(facts, item, on)
    return ItemRow(
        id=str(place),
        place=place,
        item=item,
        state=_state(item, done, on),
        done=done,
        lead=unit.name if unit else "",
        session=session_words(meeting, on) if meeting else "",
        carried=carried_words(facts, item),
        late=max(((done or on) - item.due).days, 0) if item.due else 0,
    )


def _state(item: ProgrammeItem, done: dt.date | None, on: dt.date) -> tasks.State:
    if done:
        return tasks.State.DONE
    if item.due is None:
        return tasks.State.NO_DAY
    if item.due < on:
        return tasks.State.LATE
    return tasks.State.SOON if item.due <= on + tasks.SOON else tasks.State.OPEN


def session_words(meeting: Meeting, beside: dt.date) -> str:
    """`BTV lần 57, 06/9`."""
    return f"{short_title(meeting)}, {vi.day_short(meeting.start.date(), beside)}"


def carried_words(facts: Facts, item: ProgrammeItem) -> str:
    before = facts.one(Programme, item.carried_from or "")
    return f"Chuyển từ chương trình {period_words(before.period)}" if before else ""


def standing(facts: Facts, programme: Programme, rows: Sequence[ItemRow]) -> str:
    """`Dự thảo · 0/12 việc xong`, `Thông qua 25/6/2024 · 7/12 việc xong`."""
    said = f"Thông qua {vi.day(programme.adopted)}" if programme.adopted else STATE[State.DRAFT]
    times = len(programme.versions)
    if times:
        since = stands_since(programme)
        said += f", điều chỉnh lần {times} ngày {vi.day(since)}" if since else f", đang điều chỉnh lần {times}"
    late = sum(one.state is tasks.State.LATE for one in rows)
    done = f"{sum(one.done is not None for one in rows)}/{len(rows)} việc xong" if rows else "chưa có việc nào"
    paper = issued_as(facts, programme)
    parts = (said, paper.symbol if paper else "", done, f"{late} quá hạn" if late else "")
    return " · ".join(part for part in parts if part)


def judged(facts: Facts, programme: Programme, day: dt.date | None, on: dt.date) -> tuple[Finding | None, str]:
    """The rule's answer if it were adopted on a day, and a hint where the body had no session that day.

    On a day without one it cannot be told what adopted it: no answer is then plainly met. An adjustment leaves the day
    of the programme itself as it is.
    """
    by_then = max(on, day or on)
    finding = finding_of(facts, programme if programme.adopted else replace(programme, adopted=day), by_then)
    if day is None or not programme.body or sat(facts, programme, day):
        return finding, ""
    hint = f"Ngày {vi.day(day)} {vi.BODY[programme.body]} không có phiên họp nào."
    if finding is None or finding.verdict is not Verdict.MET:
        return finding, hint
    return replace(finding, verdict=Verdict.UNCLEAR), f"{hint} Chưa rõ chương trình được thông qua ở đâu."


def sat(facts: Facts, programme: Programme, day: dt.date) -> bool:
    """Whether the body whose programme it is sat that day."""
    return any(one.body == programme.body and one.start.date() == day for one in facts.sessions)
