"""A quorum of those summoned: the window counts as the rule does, and a body of any kind has its own."""

from typing import Any

import pytest

from desktop.domain.compliance import check
from desktop.domain.decoding import from_plain
from desktop.domain.facts import Facts
from desktop.domain.records import Office
from desktop.usecases.base.facts import facts_of
from desktop.usecases.meetings import rows as meetings
from tests.screens.regulations.company import NOW, OFFICE

SHARE = {"at_least": "2/3", "of": "summoned"}
CITE = {"article": "Điều 3", "clause": "khoản 4"}


def facts(status: dict[str, str], share: dict[str, str] = SHARE, *, body: str = "btv", kind: str = "regular") -> Facts:
    """One meeting on whose list stand those named, under a text that lays down a quorum for its body alone."""
    listed = [{"person": person, "status": each} for person, each in status.items()]
    held = {"id": "m1", "body": body, "kind": kind, "start": "2026-03-02T08:00", "attendance": listed}
    parameter = {"key": f"meeting.quorum.{body}", "value": share, "cite": CITE}
    own = {"id": "f1", "title": "Quy chế riêng", "base": "bac-kan-ccq-2020", "parameters": [parameter]}
    head: dict[str, Any] = {**OFFICE["office"], "regulations": [{"profile": "f1", "from": "2026-01-01"}]}
    return facts_of(from_plain(Office, {**OFFICE, "office": head, "profiles": [own], "meetings": [held]}))


@pytest.mark.parametrize(
    ("status", "present", "of", "needed"),
    [
        ({"p1": "present", "p2": "present", "p3": "absent"}, 2, 3, 2),
        ({"p1": "present", "p2": "absent", "p3": "absent"}, 1, 3, 2),
        ({f"p{n}": "present" for n in range(1, 6)}, 5, 5, 4),
        ({"p1": "present", "p7": "present"}, 1, 1, 1),  # one who is no member of the body never counts
        ({}, 0, 5, 4),
    ],
)
def test_the_window_counts_those_summoned_as_the_rule_does(
    status: dict[str, str], present: int, of: int, needed: int
) -> None:
    given = facts(status)
    count = meetings.present(given, given.office.meetings[0])
    assert (count.present, count.members, count.needed) == (present, of, needed)
    (judged,) = (one for one in check(given, on=NOW.date()) if one.rule == "meeting.quorum")
    assert judged.expected == f"{needed}/{of}"
    assert judged.actual == (f"{present}/{of}" if status else "")


def test_all_in_office_are_counted_where_the_text_says_so() -> None:
    given = facts({"p1": "present", "p2": "present", "p3": "absent"}, {"at_least": "2/3", "of": "members"})
    count = meetings.present(given, given.office.meetings[0])
    assert (count.present, count.members, count.needed) == (2, 5, 4)
    assert [person.id for person in count.away] == ["p3", "p4", "p5"]


def test_the_weekly_meeting_of_thuong_truc_has_the_quorum_its_text_gives_it() -> None:
    given = facts({"p1": "present"}, {"over": "1/2", "of": "members"}, body="thuong-truc", kind="weekly")
    count = meetings.present(given, given.office.meetings[0])
    assert (count.present, count.members, count.needed, count.holds) == (1, 2, 2, False)
