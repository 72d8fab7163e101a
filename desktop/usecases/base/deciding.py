"""Which body decides on assignments and on duty."""

import datetime as dt

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import AssignmentKind, Body
from desktop.domain.rules import absence_duty, assignment_member


def decider(facts: Facts, day: dt.date, kind: AssignmentKind | None = None) -> Body | None:
    """The body the regulation has decide on assignments, or on who is on duty in place of Thường trực."""
    key = absence_duty.DECIDED_BY if kind == "duty" else assignment_member.DECIDED_BY
    ruling = facts.ruling(key, day)
    return next((body for body in vi.BODY if ruling and body == ruling.word), None)
