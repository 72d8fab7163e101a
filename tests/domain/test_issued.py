"""Which line of the register is the paper of a meeting or an item, and which papers a change makes untrue."""

import datetime as dt
from dataclasses import fields, replace
from typing import Any

import pytest

from desktop.domain.amending import Bound, bound
from desktop.domain.facts import Facts
from desktop.domain.issued import issued_from
from desktop.domain.records import (
    AgendaItem,
    Attendance,
    Authorisation,
    Ballot,
    Choice,
    Delegated,
    Document,
    Guest,
    Meeting,
    Question,
    Remark,
    Response,
    Source,
    Vote,
)
from tests.domain.small_office import facts

D = dt.date
ITEM = AgendaItem(id="a1", title="Một", conclusion="Thống nhất")
MEETING = Meeting(
    id="m1", body="btv", kind="regular", start=dt.datetime(2024, 9, 6, 7, 30), minutes=D(2024, 9, 6),
    agenda=(ITEM, AgendaItem(id="a2", title="Hai")),
)  # fmt: skip


def paper(ident: str, kind: str, **more: Any) -> Document:  # noqa: ANN401 - fields of the record
    given = {"type": kind, "number": 1, "date": D(2024, 9, 10), "source": Source(meeting="m1"), **more}
    return Document(id=ident, **given)


def held(meeting: Meeting, *papers: Document, **lists: Any) -> Facts:  # noqa: ANN401
    made = facts()
    return replace(made, office=replace(made.office, meetings=(meeting,), documents=papers, **lists))


def found(kind: str, item: str | None, *papers: Document, meeting: Meeting = MEETING) -> str:
    issued = issued_from(held(meeting, *papers), kind, meeting, item)
    return issued.id if issued else ""


def test_the_paper_of_a_meeting_is_the_latest_of_its_type_that_stands() -> None:
    own = (paper("o1", "TB"), paper("o2", "TB"), paper("o3", "TB", cancelled=D(2024, 9, 11)))
    others = (paper("o4", "TB", source=Source(meeting="m2")), paper("o5", "KL"), paper("o6", "TB", source=None))
    assert found("TB", None, *own, *others) == "o2"
    assert found("NQ", None, *own, *others) == ""
    assert found("TB", None, *others) == ""


def test_an_item_has_its_own_paper_unless_it_is_the_only_one() -> None:
    whole, item = paper("o1", "KL"), paper("o2", "KL", source=Source(meeting="m1", agenda="a1"))
    assert [found("KL", each, whole, item) for each in (None, "a1", "a2")] == ["o1", "o2", ""]
    assert [found("KL", each, whole) for each in (None, "a1")] == ["o1", ""]
    single = replace(MEETING, agenda=(ITEM,))
    assert [found("KL", each, whole, meeting=single) for each in (None, "a1")] == ["o1", "o1"]
    assert [found("KL", each, item, meeting=single) for each in (None, "a1")] == ["o2", "o2"]
    assert [found("KL", each, whole, item, meeting=single) for each in (None, "a1")] == ["o1", "o2"]
    invited = paper("o3", "GM", source=Source(meeting="m1", agenda="a1"))
    assert [found("GM", each, invited, meeting=single) for each in (None, "a1")] == ["", "o3"]


@pytest.mark.parametrize(
    ("kind", "title", "is_its"),
    [
        ("CV", "V/v đôn đốc báo cáo", True),
        ("CV", "gửi TÀI LIỆU họp", True),
        ("CV", "về việc cử cán bộ", False),
        ("CTr", "Chương trình Hội nghị lần thứ 5", True),
        ("CTr", "cuộc họp tháng 9", True),
        ("CTr", "công tác năm", False),
        ("TB", "bất cứ việc gì", True),
    ],
)
def test_letters_and_programmes_are_the_meetings_where_they_say_so(kind: str, title: str, is_its: bool) -> None:
    assert bool(found(kind, None, paper("o1", kind, title=title))) is is_its


# What no longer says what the records say

PAPERS = (
    paper("BB", "BB"),
    paper("GM", "GM", date=D(2024, 9, 1)),
    paper("TB", "TB"),
    paper("KL-a1", "KL", source=Source(meeting="m1", agenda="a1")),
    paper("KL-a2", "KL", source=Source(meeting="m1", agenda="a2")),
    paper("NQ-before", "NQ", date=D(2024, 9, 5)),
    paper("NQ-that-day", "NQ", date=D(2024, 9, 6)),
    paper("NQ-undated", "NQ", date=None),
    paper("no-number", "TB", number=None),
    paper("cancelled", "TB", cancelled=D(2024, 9, 12)),
    paper("other", "TB", source=Source(meeting="m2")),
    paper("none", "TB", source=None),
    paper("ballot", "NQ", source=Source(ballot="b1"), date=D(2024, 9, 30)),
    paper("ballot-asked", "CV", source=Source(ballot="b1"), date=D(2024, 9, 1)),
    paper("delegated", "TB", source=Source(delegated="d1")),
    paper("same-id", "TB", source=Source(delegated="b1")),
)
BALLOT = Ballot(id="b1", body="btv", sent=D(2024, 9, 1), closed=D(2024, 9, 10))
DECISION = Delegated(id="d1", title="Chi dự phòng", decided=D(2024, 8, 20))
VOTE = Vote(choices=(Choice(person="p1", choice="approve"),))


def told(made: Bound) -> str:
    said = " ".join(each.id for each in made.documents)
    return f"{'minutes ' if made.minutes else ''}{said}".strip()


def changed(record: Any, **changes: Any) -> str:  # noqa: ANN401 - any record
    return told(
        bound(held(MEETING, *PAPERS, ballots=(BALLOT,), delegated=(DECISION,)), [(record, replace(record, **changes))])
    )


def item(**changes: Any) -> dict[str, Any]:  # noqa: ANN401
    return {"agenda": (replace(ITEM, **changes), *MEETING.agenda[1:])}


CALLED = "minutes BB GM NQ-before"
SETTLED = "minutes BB TB KL-a1 NQ-that-day NQ-undated"


@pytest.mark.parametrize(
    ("changes", "untrue"),
    [
        ({}, ""),
        ({"place": "Phòng B"}, CALLED),
        ({"title": "Tên khác"}, CALLED),
        ({"chair": "p1"}, CALLED),
        ({"body": "bch"}, "minutes BB GM TB KL-a1 KL-a2 NQ-before NQ-that-day NQ-undated"),
        ({"start": dt.datetime(2024, 9, 6, 8)}, CALLED),
        ({"end": dt.datetime(2024, 9, 6, 11)}, ""),
        ({"secretary": "p4"}, "minutes BB"),
        ({"chair_authorised": Authorisation(by="p1")}, "minutes BB"),
        ({"attendance": (Attendance(person="p1", status="present"),)}, "minutes BB"),
        ({"guests": (Guest(name="Khách"),)}, "minutes BB"),
        ({"minutes": D(2024, 9, 7)}, "minutes"),
        (item(conclusion="Khác"), SETTLED),
        (item(vote=VOTE), SETTLED),
        (item(discussion=(Remark(person="p1", text="Ý kiến"),)), "minutes BB"),
        (item(presenter="p5"), CALLED),
        (item(time=dt.time(8)), CALLED),
        (item(day=D(2024, 9, 6)), CALLED),
        (item(title="Một khác"), "minutes BB GM TB KL-a1 NQ-before NQ-that-day NQ-undated"),
        (item(preparer="u1"), ""),
    ],
)
def test_a_changed_meeting_makes_untrue_what_says_it(changes: dict[str, Any], untrue: str) -> None:
    assert changed(MEETING, **changes) == untrue


def test_a_meeting_without_signed_minutes_binds_only_its_papers() -> None:
    open_ = replace(MEETING, minutes=None)
    assert changed(open_, place="Phòng B") == "BB GM NQ-before"


@pytest.mark.parametrize(
    ("changes", "untrue"),
    [
        ({"title": "Khác"}, "ballot ballot-asked"),
        ({"body": "bch"}, "ballot ballot-asked"),
        ({"matter": "budget"}, "ballot ballot-asked"),
        ({"due": D(2024, 9, 9)}, "ballot ballot-asked"),
        ({"sent": D(2024, 9, 2)}, "ballot ballot-asked"),
        ({"questions": (Question(id="q1"),)}, "ballot ballot-asked"),
        ({"conclusion": "Khác"}, "ballot"),
        ({"responses": (Response(person="p1"),)}, "ballot"),
        ({"closed": D(2024, 9, 11)}, "ballot"),
        ({"directed_by": "btv"}, ""),
    ],
)
def test_a_changed_ballot_makes_untrue_what_says_it(changes: dict[str, Any], untrue: str) -> None:
    assert changed(BALLOT, **changes) == untrue


def test_of_a_ballot_still_open_only_the_question_is_on_paper() -> None:
    open_ = replace(BALLOT, closed=None)
    assert changed(open_, responses=(Response(person="p1"),)) == ""
    assert changed(open_, title="Khác") == "ballot ballot-asked"


@pytest.mark.parametrize("name", [each.name for each in fields(Delegated) if each.name != "id"])
def test_a_changed_decision_makes_untrue_what_says_it(name: str) -> None:
    other: dict[str, Any] = {
        "item": "a-1", "matter": "budget", "title": "Khác", "decided": D(2024, 8, 21), "decision": "adopted",
        "choices": (Choice(person="p1"),),
    }  # fmt: skip
    asked = changed(DECISION, **{name: other.get(name, "x")})
    assert asked == ("delegated" if name in other else "")


LINES: dict[str, Any] = {
    "type": "KL", "number": 2, "symbol": "02-TB/HU", "date": D(2024, 9, 11), "title": "Khác", "issuer": "bch",
    "signed_by": "p1", "authority": "T/M", "post": "Bí thư", "recipients": ("Lưu",),
}  # fmt: skip


@pytest.mark.parametrize(
    "name", [each.name for each in fields(Document) if each.name not in ("id", "issued", "cancelled")]
)
def test_a_changed_line_makes_its_own_issued_paper_untrue(name: str) -> None:
    issued = paper("TB", "TB", issued=D(2024, 9, 10))
    change = {name: LINES.get(name, "x")}
    assert changed(issued, **change) == ("TB" if name in LINES else "")
    assert changed(replace(issued, issued=None), **change) == ""
    assert changed(replace(issued, cancelled=D(2024, 9, 12)), **change) == ""


def test_what_is_new_or_taken_out_binds_nothing_and_each_paper_is_named_once() -> None:
    given = held(MEETING, *PAPERS)
    moved, renamed = replace(MEETING, place="Phòng B"), replace(MEETING, title="Khác")
    assert told(bound(given, [(None, MEETING), (MEETING, None)])) == ""
    assert told(bound(given, [(None, MEETING), (MEETING, moved), (MEETING, renamed)])) == CALLED
    assert not bound(given, [])
    assert Bound(minutes=MEETING)
    assert Bound(documents=(PAPERS[0],))
