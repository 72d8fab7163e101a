"""What a meeting's day asks for before it: the last day of each thing to be sent or received; `desktop.domain` only."""

import datetime as dt
from dataclasses import dataclass

from desktop.domain.facts import Facts
from desktop.domain.judging import Limit, limit
from desktop.domain.records import Meeting
from desktop.domain.regulation import Ruling
from desktop.domain.sittings import is_session

_BEFORE: tuple[tuple[str, str, str], ...] = (
    ("meeting.papers.received", "meeting.papers.received", "Nhận tài liệu của đơn vị chuẩn bị"),
    ("meeting.invitations", "meeting.invitations.{body}", "Gửi giấy mời"),
    ("meeting.papers.sent", "meeting.papers.sent.{body}", "Gửi tài liệu cho ủy viên"),
)
"""The rule, where its number of days stands, and what is to be done by then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    rule: str
    what: str
    due: dt.date
    ruling: Ruling


def deadlines(facts: Facts, meeting: Meeting) -> list[Deadline]:
    """The deadlines of a meeting in the order of their days; an exempt kind of session has none."""
    found: list[tuple[str, str, Limit | None]] = []
    if is_session(meeting):
        found = [
            (rule, what, limit(facts, stem.format(body=meeting.body), meeting.start.date()))
            for rule, stem, what in _BEFORE
            if not _exempt(facts, rule, meeting)
        ]
    made = [Deadline(rule=rule, what=what, due=each.last, ruling=each.ruling) for rule, what, each in found if each]
    return sorted(made, key=lambda deadline: deadline.due)


def _exempt(facts: Facts, rule: str, meeting: Meeting) -> bool:
    """Where the text does not say plainly whether it exempts a kind, the day is kept to."""
    kinds = facts.ruling(f"{rule}.exempt_kinds", meeting.start.date())
    return kinds is not None and meeting.kind in kinds.words
