"""What moving a meeting means, told line by line before it is moved.

Reads only. Imports domain and vi.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Verdict
from desktop.domain.issued import issued_from
from desktop.domain.records import Meeting
from desktop.domain.rules import meeting_invitations, meeting_papers_received, meeting_papers_sent, meeting_quorum
from desktop.usecases.meetings import planning
from desktop.usecases.meetings import rows as meetings
from desktop.usecases.meetings.edits import moved


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """One line told before a meeting is moved; `verdict` is empty where the line only informs."""

    text: str
    verdict: Verdict | None = None
    cite: Cite | None = None


def consequences(facts: Facts, meeting: Meeting, start: dt.datetime, on: dt.date) -> list[Consequence]:
    """What moving the meeting would change, line by line, the gravest first."""
    after = moved(meeting, start)
    lines = [
        *_day_lines(facts, after),
        *_quorum_lines(facts, meeting, after),
        *_deadline_lines(facts, meeting, after, on),
        *_invitation_lines(facts, meeting, after),
        *_verdict_lines(facts, meeting, after, on),
    ]
    return sorted(lines, key=lambda line: line.verdict is not Verdict.BREACH)


def _day_lines(facts: Facts, after: Meeting) -> Iterator[Consequence]:
    day = after.start.date()
    why = facts.workdays.why_off(day)
    if why:
        yield Consequence(
            text=f"{vi.capital(vi.weekday(day))} {vi.day(day)} là ngày nghỉ: {why}.", verdict=Verdict.UNCLEAR
        )
    for other in planning.clashes(facts, after):
        told = f"Cùng ngày đã có {meetings.title_of(other)} lúc {vi.clock(other.start)}."
        yield Consequence(text=told, verdict=Verdict.UNCLEAR)


def _quorum_lines(facts: Facts, before: Meeting, after: Meeting) -> Iterator[Consequence]:
    old, new = meetings.forecast(facts, before), meetings.forecast(facts, after)
    names = ", ".join(person.name for person in new.away)
    told = f"Dự kiến có mặt {old.present}/{old.members} → {new.present}/{new.members}"
    told += f", cần {new.needed}" if new.needed is not None else ""
    told += f". Vắng: {names}." if names else "."
    verdict = None if new.needed is None else Verdict.MET if new.holds else Verdict.BREACH
    yield Consequence(text=told, verdict=verdict, cite=new.cite)


def _deadline_lines(facts: Facts, before: Meeting, after: Meeting, on: dt.date) -> Iterator[Consequence]:
    old = {one.rule: one.due for one in planning.deadlines(facts, before, on)}
    for one in planning.deadlines(facts, after, on):
        if old.get(one.rule) == one.due:
            continue
        was = f"{vi.day_short(old[one.rule], on)} → " if one.rule in old else ""
        tail = f"đã qua {(on - one.due).days} ngày" if one.due < on else vi.distance(one.due, on)
        told = f"{one.title}: hạn {was}{vi.day_short(one.due, on)}, {tail}."
        yield Consequence(text=told, verdict=one.verdict, cite=one.cite)


def _invitation_lines(facts: Facts, before: Meeting, after: Meeting) -> Iterator[Consequence]:
    """Invitations that are out, or have their number, name the old day."""
    issued = issued_from(facts, "GM", before)
    if issued and before.start != after.start:
        day = f" ngày {vi.day(issued.date)}" if issued.date else ""
        yield Consequence(
            text=f"Đã phát hành giấy mời {issued.symbol}{day} ghi họp ngày {vi.day(before.start.date())}; "
            "phải gửi giấy mời khác.",
            verdict=Verdict.DUE,
        )
    elif before.invitations_sent and not after.invitations_sent:
        yield Consequence(
            text=f"Giấy mời gửi ngày {vi.day(before.invitations_sent)} ghi ngày họp cũ; phải gửi lại.",
            verdict=Verdict.DUE,
        )


_TOLD = frozenset(
    {meeting_quorum.RULE.id, meeting_invitations.RULE.id, meeting_papers_received.RULE.id, meeting_papers_sent.RULE.id}
)
"""Rules whose change the other lines tell already."""


def _verdict_lines(facts: Facts, before: Meeting, after: Meeting, on: dt.date) -> Iterator[Consequence]:
    old = {(one.rule, one.subject): one.verdict for one in planning.judge(facts, before, on)}
    for one in planning.judge(facts, after, on):
        if one.rule not in _TOLD and old.get((one.rule, one.subject)) != one.verdict:
            yield Consequence(text=one.text, verdict=one.verdict, cite=one.cite)
