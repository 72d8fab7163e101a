"""Every rule by its name, and the two questions asked of them: judge the whole office, judge one meeting.

`desktop.domain` only. A rule is written once, in the module of its noun; this table is the only list of them.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

from desktop.domain import decisions, extraordinary, guests, in_force, meetings, papers
from desktop.domain.cadence import cadence, working
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.judging import Outcome, Window
from desktop.domain.records import AgendaItem, Meeting
from desktop.domain.sittings import Sitting

Rule = Callable[[Facts, Window], Iterator[Finding]]

MEETING_RULES: Mapping[str, Callable[[Sitting], Outcome | None]] = {
    "meeting.quorum": meetings.quorum,
    "meeting.invitations": papers.invitations,
    "meeting.chair": meetings.chair,
    "meeting.minutes": meetings.minutes,
    "meeting.convened": meetings.convened,
    "meeting.extraordinary": extraordinary.extraordinary,
    "meeting.guests.ubkt": guests.of_inspection,
    "meeting.guests.superior": guests.of_superior,
    "meeting.guests.in-charge": guests.in_charge,
    "meeting.questioning": meetings.questioning,
    "meeting.report-between-sessions": meetings.report_between_sessions,
}
"""Their subject is `meetings/ID`."""

ITEM_RULES: Mapping[str, Callable[[Sitting, AgendaItem], Outcome | None]] = {
    "meeting.papers.received": papers.received,
    "meeting.papers.sent": papers.sent,
    "decision.majority": decisions.majority,
}
"""Their subject is `meetings/ID/AGENDA`."""


def _of_meetings(name: str) -> Rule:
    def judge(facts: Facts, window: Window) -> Iterator[Finding]:
        for sitting in _sittings(facts, window):
            yield from _meeting_findings(sitting, name)

    return judge


def _of_items(name: str) -> Rule:
    def judge(facts: Facts, window: Window) -> Iterator[Finding]:
        for sitting in _sittings(facts, window):
            yield from _item_findings(sitting, name)

    return judge


def _sittings(facts: Facts, window: Window) -> Iterator[Sitting]:
    """The meetings that are judged: a cancelled one is not, nor one under no regulation (no rule then speaks)."""
    for meeting in facts.sessions:
        if window.holds(meeting.start.date()):
            yield Sitting(facts, meeting, window.on)


def _meeting_findings(sitting: Sitting, name: str) -> Iterator[Finding]:
    outcome = MEETING_RULES[name](sitting)
    if outcome:
        yield outcome.of(name, f"meetings/{sitting.meeting.id}")


def _item_findings(sitting: Sitting, name: str) -> Iterator[Finding]:
    for item in sitting.meeting.agenda:
        outcome = ITEM_RULES[name](sitting, item)
        if outcome:
            yield outcome.of(name, f"meetings/{sitting.meeting.id}/{item.id}")


RULES: Mapping[str, Rule] = {
    "regulation.in-force": in_force.in_force,
    **{name: _of_meetings(name) for name in MEETING_RULES},
    **{name: _of_items(name) for name in ITEM_RULES},
    "meeting.cadence": cadence,
    "meeting.working": working,
}


def check(facts: Facts, *, on: dt.date, from_: dt.date | None = None, to: dt.date | None = None) -> list[Finding]:
    """Try every rule on the whole office as of a day, for the subjects whose own day lies between two others."""
    window = Window(on=on, from_=from_, to=to)
    found = [finding for judge in RULES.values() for finding in judge(facts, window)]
    return sorted(found, key=lambda finding: (finding.subject, finding.rule))


def judge_meeting(facts: Facts, meeting: Meeting, on: dt.date) -> list[Finding]:
    """Everything on one meeting and its items; nothing on one that is cancelled."""
    if meeting.cancelled:
        return []
    sitting = Sitting(facts, meeting, on)
    found = [*in_force.of_meeting(facts, meeting)]
    found += [finding for name in MEETING_RULES for finding in _meeting_findings(sitting, name)]
    found += [finding for name in ITEM_RULES for finding in _item_findings(sitting, name)]
    return sorted(found, key=lambda finding: (finding.subject, finding.rule))
