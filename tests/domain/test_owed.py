"""Whose report is awaited, by whom it is to be made, and the names of programmes as the register has them."""

import datetime as dt
from typing import Any

import pytest

from desktop.domain.facts import Facts
from desktop.domain.owed import asked, is_office, owing
from desktop.domain.programmes import document, done_on, title
from desktop.domain.records import Document, Programme, ProgrammeItem, ProgrammeVersion, Unit
from tests.domain.small_office import day, facts

D = dt.date
UNITS = [
    {"id": "u1", "name": "Đảng ủy xã Một", "kind": "party-organisation"},
    {"id": "u2", "name": "Đảng ủy xã Hai", "kind": "party-organisation"},
    {"id": "u3", "name": "Văn phòng Đảng ủy", "kind": "advisory-body"},
    {"id": "u4", "name": "Đảng ủy xã Bốn", "kind": "party-organisation"},
]


def report(ident: str, unit: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - keys of the interchange JSON
    return {"id": ident, "unit": unit, "period": "2024-09", **more}


REPORTS = [
    report("r1", "u1", received="2024-09-20", to="btv", form="written"),
    report("r2", "u2", reminded="2024-09-25"),
    report("r3", "u2", reminded="2024-09-28"),
    report("r4", "u4", received="2024-09-20", to="bch", form="oral"),
    {"id": "r5", "unit": "u1", "period": "2024-08", "reminded": "2024-08-30"},
]


def office(**lists: Any) -> Facts:  # noqa: ANN401
    return facts(from_="2024-01-01", units=UNITS, reports=REPORTS, **lists)


def told(on: str, code: str = "2024-09") -> list[tuple[str, str, bool, dt.date | None]]:
    return [(one.who, one.name, one.late, one.reminded) for one in owing(office(), code, day(on)) if one.who[0] != "p"]


def test_before_the_last_day_it_is_awaited_after_it_late() -> None:
    first, second, fourth = told("2024-09-15")
    assert (first[0], fourth[0]) == ("u1", "u4")
    assert second == ("u2", "Đảng ủy xã Hai", False, D(2024, 9, 28))
    assert told("2024-10-01") == [(*second[:2], True, second[3]), ("u4", "Đảng ủy xã Bốn", True, None)]
    assert told("2024-10-01", "không") == []


def test_what_came_otherwise_than_the_text_asks_is_wrong_though_its_last_day_is_to_come() -> None:
    assert [(one.who, one.late, one.wrong) for one in owing(office(), "2024-09", day("2024-09-30"))] == [
        ("u4", True, True)
    ]
    assert [(one.who, one.wrong) for one in owing(office(), "2024-09", day("2024-10-01"))] == [
        ("u2", False),
        ("u4", True),
    ]


def test_what_came_late_is_no_longer_owed() -> None:
    came = [report("r1", "u1", received="2024-10-05", to="btv", form="written"), *REPORTS[1:]]
    given = facts(from_="2024-01-01", units=UNITS, reports=came)
    assert [one.who for one in owing(given, "2024-09", day("2024-10-10"))] == ["u2", "u4"]


def test_once_something_is_late_what_is_only_awaited_is_not_told() -> None:
    assert all(one.late for one in owing(office(), "2024-09", day("2024-10-01")))
    early = owing(office(), "2024-09", day("2024-09-15"))
    assert early
    assert not any(one.late or one.wrong for one in early)


def test_what_is_asked_of_a_period_to_come_is_asked_as_of_its_first_day() -> None:
    found = asked(office(), "2024-09", day("2024-01-15"))
    assert {one.subject for one in found if one.rule == "report.received"} == {f"units/u{n}/2024-09" for n in (1, 2, 4)}
    assert asked(office(), "2024-W99", day("2024-01-15")) == []


@pytest.mark.parametrize(
    ("name", "own"),
    [("VĂN PHÒNG ĐẢNG UỶ", True), ("Văn phòng Đảng ủy thử", True), ("Văn phòng", False), ("Văn phòng Huyện ủy", False)],
)
def test_the_committees_own_office_writes_no_letter_to_itself(name: str, own: bool) -> None:
    assert is_office(office(), Unit(id="u9", name=name)) is own


@pytest.mark.parametrize(
    ("kind", "period", "said"),
    [
        ("work", "2024-08", "Chương trình công tác tháng 8/2024"),
        ("work", "2024-02", "Chương trình công tác tháng 2/2024"),
        ("inspection", "2024-W05", "Chương trình kiểm tra, giám sát tuần 5/2024"),
        ("work", "2024", "Chương trình công tác năm 2024"),
        ("work", "term", "Chương trình công tác toàn khóa"),
        ("work", "khác", "Chương trình công tác khác"),
        ("work", "", "Chương trình công tác"),
    ],
)
def test_a_programme_is_called_as_in_the_register(kind: Any, period: str, said: str) -> None:  # noqa: ANN401
    assert title(Programme(id="w1", kind=kind, period=period)) == said


def test_the_programmes_paper_is_the_first_of_its_version() -> None:
    def papers(*given: dict[str, Any]) -> Facts:
        whole = {"type": "CTr", "issuer": "btv", "title": "Chương trình công tác tháng 08/2024", "date": "2024-07-29"}
        return facts(documents=[{"id": f"o{place}", **whole, **each} for place, each in enumerate(given)])

    def found(programme: Programme, *given: dict[str, Any]) -> str:
        issued: Document | None = document(papers(*given), programme)
        return issued.id if issued else ""

    own = Programme(id="w1", body="btv", period="2024-08", adopted=D(2024, 7, 29))
    assert found(own, {"date": "2024-07-28"}, {"date": "2024-08-02"}, {"date": "2024-07-29"}) == "o2"
    wrong = ({"type": "TB"}, {"issuer": "bch"}, {"title": "Chương trình công tác tháng 9/2024"}, {"date": None})
    assert found(own, *wrong) == ""
    assert found(Programme(id="w1", body="btv", period="2024-08"), {}) == ""
    adjusted = ProgrammeVersion(adopted=D(2024, 7, 29), replaced=D(2024, 8, 5))
    later = Programme(id="w1", body="btv", period="2024-08", adopted=D(2024, 7, 29), versions=(adjusted,))
    assert found(later, {}, {"date": "2024-08-05"}) == "o1"


def test_an_item_that_is_a_meeting_is_done_once_that_was_held() -> None:
    ready = facts(
        meetings=[
            {"id": "m1", "body": "btv", "kind": "regular", "start": "2024-09-06T07:30"},
            {"id": "m2", "body": "btv", "kind": "regular", "start": "2024-09-06T07:30", "minutes": "2024-09-06"},
            {"id": "m3", "body": "btv", "kind": "regular", "start": "2024-09-06T07:30", "cancelled": True},
        ]
    )

    def done(meeting: str | None, on: str, day_: dt.date | None = None) -> dt.date | None:
        return done_on(ready, ProgrammeItem(title="x", meeting=meeting, done=day_), day(on))

    held = D(2024, 9, 6)
    assert [done("m1", on) for on in ("2024-09-05", "2024-09-06", "2024-09-07")] == [None, None, held]
    assert [done("m2", on) for on in ("2024-09-05", "2024-09-06")] == [held, held]
    assert done("m3", "2024-09-30") is None
    assert done(None, "2024-09-30") is None
    assert done("m1", "2024-09-30", D(2024, 9, 9)) == D(2024, 9, 9)
