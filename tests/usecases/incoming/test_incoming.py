"""Papers that come in: entered under the next number of the year, passed on, settled; what cannot be is refused."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from desktop.domain import contradictions
from desktop.domain.compliance import check
from desktop.domain.facts import Facts
from desktop.domain.findings import Verdict
from desktop.domain.records import Incoming, Passed
from desktop.domain.refusal import Refusal
from desktop.usecases.base import attachments
from desktop.usecases.calendar import rows as calendar
from desktop.usecases.incoming import edits, sheet
from desktop.usecases.incoming import rows as incoming
from desktop.usecases.incoming.rows import IncomingRow
from desktop.usecases.today.rows import page_of
from tests.usecases.meeting_office import TODAY, Door, an_office

DAY = dt.timedelta(days=1)
DOCUMENTS = [
    {"id": "o1", "type": "BC", "number": 7, "symbol": "07-BC/HU", "title": "Kết quả quý II", "date": "2024-08-20"},
    {"id": "o2", "type": "BC", "number": 3, "symbol": "03-BC/HU", "title": "Kết quả quý I", "date": "2024-04-20"},
]
PAPERS = [
    {"id": "i1", "number": 4, "arrived": "2024-08-12", "sender": "Tỉnh ủy", "superior": True, "symbol": "120-CV/TU",
     "date": "2024-08-09", "title": "Báo cáo quý", "asks": "report", "due": "2024-09-02"},
    {"id": "i2", "number": 5, "arrived": "2024-08-20", "sender": "Chi bộ thôn 1", "title": "Xin ý kiến",
     "asks": "report", "due": "2024-08-28", "date": "2024-08-19"},
    {"id": "i3", "number": 9, "arrived": "2023-12-28", "sender": "Tỉnh ủy", "superior": True, "title": "Để biết"},
]  # fmt: skip
NEW = Incoming(id="", arrived=TODAY, sender=" Ban  Tổ chức Tỉnh ủy ", title="Góp ý dự thảo", superior=True)


@pytest.fixture
def door(tmp_path: Path) -> Door:
    return Door(tmp_path / "a.thuky", an_office(meetings=[], documents=DOCUMENTS, incoming=PAPERS))


def put(door: Door, edit: Callable[..., Any], **rest: Any) -> Any:  # noqa: ANN401 - the use case's own arguments
    with door.writing() as store:
        return edit(store, **rest)


def of(door: Door, ident: str) -> Incoming:
    found = door.facts.one(Incoming, ident)
    assert found is not None
    return found


def rows(facts: Facts, **only: str) -> dict[str, IncomingRow]:
    return {row.id: row for row in incoming.rows(facts, check(facts, on=TODAY), TODAY, **only)}


def refused(door: Door, edit: Callable[..., Any], **rest: Any) -> Refusal:  # noqa: ANN401 - as `put`
    before = door.facts.office
    with pytest.raises(Refusal) as caught:
        put(door, edit, **rest)
    assert door.facts.office == before
    return caught.value


# Entering


def test_a_line_is_entered_under_the_next_number_of_the_year(door: Door) -> None:
    assert edits.next_number(door.facts.office, TODAY) == 6
    assert edits.next_number(door.facts.office, dt.date(2023, 12, 30)) == 10
    assert edits.next_number(door.facts.office, dt.date(2025, 1, 2)) == 1
    made = put(door, edits.save, before=Incoming(id=""), draft=NEW, on=TODAY)
    assert (made.id, made.number, made.sender) == ("i4", 6, "Ban Tổ chức Tỉnh ủy")
    assert of(door, "i4") == made


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"sender": "  "}, "sender", "Nơi gửi: cần ghi cơ quan, đơn vị hoặc người gửi văn bản."),
        ({"title": ""}, "title", "Trích yếu: cần ghi nội dung văn bản, một câu ngắn."),
        ({"arrived": None}, "arrived", "Ngày đến: cần ghi ngày văn bản đến, như 30/8/2024."),
        ({"arrived": TODAY + DAY}, "arrived",
         "Ngày đến 31/8/2024 chưa đến; cần ngày không sau hôm nay, 30/8/2024."),
        ({"date": TODAY + DAY}, "arrived",
         "Ngày đến 30/8/2024 trước ngày văn bản 31/8/2024; cần ngày văn bản hoặc sau đó."),
        ({"date": TODAY, "due": TODAY - DAY}, "due",
         "Hạn trả lời, thực hiện 29/8/2024 trước ngày văn bản 30/8/2024; cần ngày văn bản hoặc sau đó."),
        ({"number": 4}, "number",
         "Số đến 04 năm 2024 đã ghi cho 120-CV/TU; cần số khác, hoặc bỏ trống để lấy số tiếp theo."),
    ],
)  # fmt: skip
def test_what_cannot_stand_is_refused_at_its_field(
    door: Door, changed: dict[str, Any], field: str, sentence: str
) -> None:
    refusal = refused(door, edits.save, before=Incoming(id=""), draft=replace(NEW, **changed), on=TODAY)
    assert (refusal.field, refusal.sentence) == (field, sentence)


def test_the_number_of_another_year_is_free(door: Door) -> None:
    made = put(door, edits.save, before=Incoming(id=""), draft=replace(NEW, number=9), on=TODAY)
    assert made.number == 9


def test_a_line_is_mended_and_taken_out(door: Door) -> None:
    mended = put(door, edits.save, before=of(door, "i1"), draft=replace(of(door, "i1"), symbol="121-CV/TU"), on=TODAY)
    assert (mended.number, mended.symbol) == (4, "121-CV/TU")
    put(door, edits.remove, paper=mended)
    assert door.facts.one(Incoming, "i1") is None


# Passing on


def test_a_paper_is_passed_on_and_one_alone_has_the_lead(door: Door) -> None:
    put(door, edits.pass_on, paper=of(door, "i1"), passed=Passed(unit="u2", date=TODAY, lead=True), on=TODAY)
    put(door, edits.pass_on, paper=of(door, "i1"), passed=Passed(person="p2", date=TODAY, lead=True), on=TODAY)
    kept = of(door, "i1").passed
    assert [(one.unit, one.person, one.lead) for one in kept] == [("u2", None, False), (None, "p2", True)]
    assert rows(door.facts)["i1"].passed == "Nguyễn Đức Lâm, Phòng Tài chính – Kế hoạch"
    put(door, edits.take_back, paper=of(door, "i1"), place=0)
    assert [one.person for one in of(door, "i1").passed] == ["p2"]


@pytest.mark.parametrize(
    ("passed", "field", "sentence"),
    [
        (Passed(date=TODAY), "person", "Chuyển cho: cần chọn người hoặc đơn vị trong danh mục."),
        (Passed(person="p1", unit="u1", date=TODAY), "unit",
         "Chuyển cho: chọn một người hoặc một đơn vị; chuyển cho cả hai thì ghi hai lần."),
        (Passed(unit="u3", date=TODAY), "unit", "Chuyển cho: văn bản này đã chuyển nơi ấy."),
        (Passed(unit="u1", date=dt.date(2024, 8, 11)), "date",
         "Ngày chuyển 11/8/2024 trước ngày đến 12/8/2024; cần ngày đến hoặc sau đó."),
    ],
)  # fmt: skip
def test_who_it_cannot_go_to_is_refused(door: Door, passed: Passed, field: str, sentence: str) -> None:
    put(door, edits.pass_on, paper=of(door, "i1"), passed=Passed(unit="u3", date=TODAY), on=TODAY)
    refusal = refused(door, edits.pass_on, paper=of(door, "i1"), passed=passed, on=TODAY)
    assert (refusal.field, refusal.sentence) == (field, sentence)


# Settling


def settle(door: Door, **changed: Any) -> Incoming:  # noqa: ANN401 - the fields of the record
    paper = of(door, "i1")
    made: Incoming = put(door, edits.settle, facts=door.facts, paper=paper, draft=replace(paper, **changed), on=TODAY)
    return made


def test_a_paper_is_settled_by_the_document_that_answers_it(door: Door) -> None:
    assert [ident for ident, _ in incoming.answers(door.facts, of(door, "i1"))] == ["o1"]
    settle(door, answer="o1")
    row = rows(door.facts)["i1"]
    assert (row.state, row.verdict, row.settled) == ("done", Verdict.MET, dt.date(2024, 8, 20))
    assert row.answer == "07-BC/HU · Kết quả quý II"
    day_before = {one.id: one.state for one in incoming.rows(door.facts, (), dt.date(2024, 8, 19))}
    assert day_before["i1"] == "waiting"
    put(door, edits.reopen, paper=of(door, "i1"))
    assert rows(door.facts)["i1"].state == "waiting"


def test_a_paper_is_settled_without_one_where_it_is_said_what_was_done(door: Door) -> None:
    made = settle(door, settled=TODAY, result="Đã báo cáo trực tiếp")
    assert (made.settled, made.answer, rows(door.facts)["i1"].state) == (TODAY, None, "done")


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({}, "settled", "Ngày xong: chọn văn bản trả lời, hoặc ghi ngày đã làm xong không cần văn bản."),
        ({"settled": TODAY}, "result", "Kết quả: không có văn bản trả lời thì cần ghi đã làm gì."),
        ({"settled": TODAY + DAY, "result": "x"}, "settled",
         "Ngày xong 31/8/2024 chưa đến; cần ngày không sau hôm nay, 30/8/2024."),
        ({"settled": dt.date(2024, 8, 8), "result": "x"}, "settled",
         "Ngày xong 08/8/2024 trước ngày văn bản 09/8/2024; cần ngày văn bản hoặc sau đó."),
        ({"answer": "o2"}, "answer",
         "Văn bản trả lời 20/4/2024 trước ngày văn bản 09/8/2024; cần ngày văn bản hoặc sau đó."),
    ],
)  # fmt: skip
def test_what_settles_nothing_is_refused(door: Door, changed: dict[str, Any], field: str, sentence: str) -> None:
    paper = of(door, "i1")
    refusal = refused(door, edits.settle, facts=door.facts, paper=paper, draft=replace(paper, **changed), on=TODAY)
    assert (refusal.field, refusal.sentence) == (field, sentence)


# Looking


def test_what_is_late_stands_first_whoever_asked_for_it(door: Door) -> None:
    found = rows(door.facts)
    assert [(row.id, row.state, row.verdict) for row in found.values()] == [
        ("i2", "late", "breach"), ("i1", "waiting", Verdict.DUE), ("i3", "known", ""),
    ]  # fmt: skip
    assert list(rows(door.facts, state="waiting")) == ["i1"]
    assert list(rows(door.facts, year="2023")) == ["i3"]
    assert list(rows(door.facts, text="chi bo thon")) == ["i2"]
    assert incoming.counted(door.facts, TODAY) == "2 văn bản đến năm 2024 · 1 chờ trả lời · 1 quá hạn"


def test_what_waits_stands_on_today_with_its_article_only_where_a_superior_asked(door: Door) -> None:
    page = page_of(door.facts, check(door.facts, on=TODAY), TODAY)
    told = {row.record: row for row in page.rows if row.id.startswith("incoming.answered")}
    assert {key: (row.title, row.article, row.due) for key, row in told.items()} == {
        "i1": ("Chưa trả lời: 120-CV/TU của Tỉnh ủy", "khoản 1 Điều 11", dt.date(2024, 9, 2)),
        "i2": ("Chưa trả lời: văn bản số đến 05 của Chi bộ thôn 1", "", dt.date(2024, 8, 28)),
    }
    assert {row.place for row in told.values()} == {"documents"}
    settle(door, answer="o1")
    page = page_of(door.facts, check(door.facts, on=TODAY), TODAY)
    assert not any(row.record == "i1" for row in page.rows)


def test_what_waits_stands_in_the_calendar_on_its_day(door: Door) -> None:
    def on(day: dt.date) -> list[tuple[str, str]]:
        (one,) = calendar.days(door.facts, check(door.facts, on=TODAY), day, day, frozenset({"deadline"}))
        return [(entry.text, entry.record) for entry in one.entries if entry.place == "documents"]

    assert on(dt.date(2024, 9, 2)) == [("Báo cáo: 120-CV/TU", "i1")]
    settle(door, answer="o1")
    assert on(dt.date(2024, 9, 2)) == []


def test_a_superiors_paper_is_in_no_series_of_the_offices_own(door: Door) -> None:
    """The register of what goes out counts its own numbers only."""
    found = check(door.facts, on=TODAY)
    assert not [one for one in found if one.rule.startswith("document.") and one.subject.kind == "incoming"]
    assert [one.symbol for one in door.facts.office.documents] == ["07-BC/HU", "03-BC/HU"]


def test_two_papers_of_one_number_and_days_that_cannot_be_are_said() -> None:
    wrong = [
        {**PAPERS[0], "due": "2024-08-01", "arrived": "2024-08-01"},
        {**PAPERS[1], "number": 4, "passed": [{"unit": "u1", "date": "2024-08-01"}]},
    ]
    office = an_office(meetings=[], documents=DOCUMENTS, incoming=wrong)
    assert [one.text for one in contradictions.of_office(Facts(office))] == [
        "Số đến 04 năm 2024 ghi cho 2 văn bản (01/8/2024, 20/8/2024).",
        "Văn bản 120-CV/TU của Tỉnh ủy: đến 01/8/2024, trước ngày văn bản 09/8/2024.",
        "Văn bản 120-CV/TU của Tỉnh ủy: hạn 01/8/2024, trước ngày văn bản 09/8/2024.",
        "Văn bản “Xin ý kiến” của Chi bộ thôn 1: chuyển 01/8/2024, trước ngày đến 20/8/2024.",
    ]


# Secrets, Excel


def test_a_secret_paper_keeps_its_line_only(door: Door) -> None:
    secret = put(door, edits.save, before=of(door, "i1"), draft=replace(of(door, "i1"), secrecy="mat"), on=TODAY)
    refusal = refused(door, attachments.attach, cls=Incoming, ident=secret.id, name="quét.pdf", content=b"%PDF")
    assert refusal.sentence == attachments.SECRET
    attached = put(door, attachments.attach, cls=Incoming, ident="i2", name="quét.pdf", content=b"%PDF")
    held = of(door, "i2")
    assert held.attachments == (attached,)
    refusal = refused(door, edits.save, before=held, draft=replace(held, secrecy="mat"), on=TODAY)
    assert refusal.field == "secrecy"


def test_the_lines_shown_go_out_to_excel_as_they_stand(door: Door) -> None:
    settle(door, answer="o1")
    shown = incoming.rows(door.facts, (), TODAY)
    page = load_workbook(BytesIO(sheet.export(shown))).active
    assert page is not None
    head, *lines = page.iter_rows(values_only=True)
    assert head[:6] == ("Số đến", "Ngày đến", "Nơi gửi", "Số, ký hiệu", "Ngày văn bản", "Trích yếu")
    found = {line[0]: line for line in lines}
    assert found[4][9:14] == ("02/9/2024", None, "Đã xong", "20/8/2024", "07-BC/HU · Kết quả quý II")
    assert found[5][8:12] == ("Yêu cầu báo cáo, trả lời", "28/8/2024", None, "Quá hạn")
