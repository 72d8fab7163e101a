"""What a meeting's day asks for before it, and which meetings an absence would leave without a quorum.

`desktop.domain` only.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from desktop.domain.facts import Facts
from desktop.domain.judging import Limit, limit
from desktop.domain.keys import Key, RuleId
from desktop.domain.own_items import is_of_kind
from desktop.domain.papers import EXEMPT_KINDS
from desktop.domain.records import Absence, Body, Meeting
from desktop.domain.regulation import Ruling
from desktop.domain.rules import meeting_invitations, meeting_papers_received, meeting_papers_sent, meeting_quorum
from desktop.domain.sittings import is_session

_BEFORE: tuple[tuple[RuleId, Callable[[Body], Key], str], ...] = (
    (meeting_papers_received.RULE.id, lambda _: meeting_papers_received.AHEAD, "Nhận tài liệu của đơn vị chuẩn bị"),
    (meeting_invitations.RULE.id, meeting_invitations.AHEAD.of, "Gửi giấy mời"),
    (meeting_papers_sent.RULE.id, meeting_papers_sent.AHEAD.of, "Gửi tài liệu cho ủy viên"),
)
"""The rule, where its number of days stands, and what is to be done by then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """`calendar` says that its days were counted as they come."""

    rule: RuleId
    what: str
    due: dt.date
    ruling: Ruling
    calendar: bool


def deadlines(facts: Facts, meeting: Meeting) -> list[Deadline]:
    """The deadlines of a meeting in the order of their days; an exempt kind of session has none."""
    found: list[tuple[RuleId, str, Limit | None]] = []
    if is_session(meeting):
        found = [
            (rule, what, limit(facts, ahead(meeting.body), meeting.start))
            for rule, ahead, what in _BEFORE
            if not _exempt(facts, rule, meeting)
        ]
    made = [
        Deadline(rule=rule, what=what, due=each.last, ruling=each.ruling, calendar=each.calendar)
        for rule, what, each in found
        if each
    ]
    return sorted(made, key=lambda deadline: deadline.due)


def _exempt(facts: Facts, rule: RuleId, meeting: Meeting) -> bool:
    """Where the text does not say plainly whether it exempts a kind, the day is kept to."""
    kinds = facts.ruling(EXEMPT_KINDS.of(rule), meeting.start.date())
    return kinds is not None and is_of_kind(meeting, kinds.words)


class BrokenQuorum(NamedTuple):
    """A planned session for which an absence leaves fewer members than it needs."""

    meeting: Meeting
    expected: int
    needed: int


def broken_quorums(facts: Facts, absence: Absence) -> list[BrokenQuorum]:
    """The sessions not yet attended, in order, whose quorum holds without the absence and does not with it."""
    found = [_broken(facts, absence, meeting) for meeting in facts.sessions if _may_break(absence, meeting)]
    return [each for each in found if each]


def _may_break(absence: Absence, meeting: Meeting) -> bool:
    """A list of those who came settles the quorum; nothing planned can change it any more."""
    day = meeting.start.date()
    return is_session(meeting) and absence.from_ <= day <= absence.to and not meeting.attendance


def _broken(facts: Facts, absence: Absence, meeting: Meeting) -> BrokenQuorum | None:
    day = meeting.start.date()
    ruling = facts.ruling(meeting_quorum.SHARE.of(meeting.body), day)
    members = {person.id for person in facts.members(meeting.body, day)}
    if ruling is None or absence.person not in members:
        return None
    others = (other for other in facts.office.absences if other.id != absence.id)
    here = members - {other.person for other in others if other.from_ <= day <= other.to}
    expected, needed = len(here - {absence.person}), ruling.share.needed(len(members))
    return BrokenQuorum(meeting, expected, needed) if expected < needed <= len(here) else None
