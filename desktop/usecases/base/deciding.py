"""Which body decides on assignments and on duty."""

import datetime as dt

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import AssignmentKind, Body


def decider(facts: Facts, day: dt.date, kind: AssignmentKind | None = None) -> Body | None:
    """The body the regulation has decide on assignments, or on who is on duty in place of Thường trực."""
    rule = "absence.duty" if kind == "duty" else "assignment.member"
    ruling = facts.ruling(f"{rule}.decided_by", day)
    return next((body for body in vi.BODY if ruling and body == ruling.word), None)
