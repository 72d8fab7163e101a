"""Hôm nay of a worked Friday, 30/8/2024, before Quốc khánh: what is still to be done, by when, by what article."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from desktop.domain.compliance import check
from desktop.domain.facts import Facts
from desktop.domain.findings import Verdict
from desktop.domain.records import Office, Value
from desktop.usecases.base.facts import facts_of
from desktop.usecases.today import page as pages
from desktop.usecases.today import rows as today
from desktop.usecases.today.page import Card, Page, Row
from tests.domain.small_office import facts as small_facts
from tests.usecases.meeting_office import ABSENCES, AGENDA, TODAY, an_office, session

D = dt.date
DAY = dt.timedelta(days=1)
MEMBERS = [f"p{number}" for number in range(1, 14)]
HERE = [{"person": person, "status": "present"} for person in MEMBERS]
CONCLUDED = {**AGENDA[1], "conclusion": "Giao Phòng Tài chính lập kế hoạch."}
HELD = session(
    id="m0", start="2024-08-16T07:30", end="2024-08-16T11:00", agenda=[CONCLUDED], attendance=HERE,
    invitations_sent="2024-08-12",
)  # fmt: skip
WEEKLY = session(
    id="m4", body="thuong-truc", kind="weekly", title="", start="2024-08-15T14:00", end="2024-08-15T16:00", agenda=[],
)  # fmt: skip
COMING = session(guests=[{"name": "Trưởng phòng Tài chính"}])
COMMITTEE = session(
    id="m2", body="bch", title="", start="2024-09-20T14:00", end="2024-09-20T17:00", agenda=[], place="",
    invitations_sent="2024-08-29",
)  # fmt: skip


def answers(count: int, back: str) -> list[dict[str, str]]:
    return [{"person": person, "choice": "approve", "returned": back} for person in MEMBERS[:count]]


ASKED = {
    "id": "b1", "body": "btv", "title": "Nhà văn hóa xã Bình Thuận", "matter": "investment", "sent": "2024-08-26",
    "due": "2024-08-29", "directed_by": "thuong-truc", "reason": "no-meeting-possible",
    "responses": answers(8, "2024-08-28"),
}  # fmt: skip
COUNTED = {
    **ASKED, "id": "b2", "title": "Đường liên xã", "sent": "2024-08-05", "due": "2024-08-09", "closed": "2024-08-09",
    "responses": answers(13, "2024-08-08"),
}  # fmt: skip
SETTLED = {
    "id": "d1", "title": "Chi dự phòng", "decided": "2024-08-20", "decision": "adopted", "matter": "reserve-budget",
    "item": "c-1", "choices": [{"person": person, "choice": "approve"} for person in MEMBERS[:3]],
}  # fmt: skip
FROM = {"source": {"meeting": "m0", "agenda": "a2"}}
TASKS = [
    {"id": "t1", "title": "Lập kế hoạch", "unit": "u2", "due": "2024-08-26", "cause": "Chờ số liệu", **FROM},
    {"id": "t2", "title": "Rà soát", "person": "p8", "due": "2024-09-13", "cause": "Chưa tới", **FROM},
    {"id": "t3", "title": "Còn xa", "unit": "u2", "due": "2024-09-14", **FROM},
    {"id": "t4", "title": "Đã xong", "unit": "u2", "due": "2024-08-30", "done": "2024-08-29", **FROM},
    {"id": "t5", "title": "Không hạn", "unit": "u2", **FROM},
]
BACK = {"id": "x3", "person": "p9", "from": "2024-08-19", "to": "2024-08-23", "area": "abroad"}


def office(settings: dict[str, Value] | None = None, **lists: Any) -> Facts:  # noqa: ANN401 - lists of the JSON
    given: dict[str, Any] = {
        "meetings": [WEEKLY, HELD, COMING, COMMITTEE], "ballots": [ASKED, COUNTED], "delegated": [SETTLED],
        "tasks": TASKS, "absences": [*ABSENCES, BACK], **lists,
    }  # fmt: skip
    made: Office = an_office(**given)
    return facts_of(replace(made, office=replace(made.office, settings=settings or {})))


def shown(on: dt.date = TODAY, **given: Any) -> Page:  # noqa: ANN401
    facts = office(**given)
    return today.page_of(facts, check(facts, on=on), on)


def of(page: Page, rule: str) -> list[Row]:
    return [row for row in page.rows if row.id.startswith(f"{rule}|")]


def titles(page: Page, rule: str) -> list[str]:
    return [row.title for row in of(page, rule)]


def only(page: Page, rule: str) -> Row:
    (row,) = of(page, rule)
    return row


# The list


@pytest.mark.parametrize(
    ("rule", "due", "title", "second", "article", "caption", "act"),
    [
        ("meeting.papers.received", D(2024, 8, 29), "Chưa nhận tài liệu: Đề án sắp xếp trường, lớp học",
         "Ban Tuyên giáo · Hội nghị Ban Thường vụ 06/9, mục 3", "khoản 3 Điều 18", "4 ngày làm việc",
         ("Đã nhận", "received", "meetings", "m1/a3")),
        ("meeting.papers.sent", D(2024, 8, 30), "Tài liệu Hội nghị Ban Thường vụ 06/9: 4 mục chưa gửi ủy viên",
         "5 mục chương trình", "khoản 3 Điều 18", "3 ngày làm việc",
         ("Đã gửi", "sent", "meetings", "m1/a1,a2,a3,a5")),
        ("meeting.invitations", D(2024, 8, 30), "Giấy mời Hội nghị Ban Thường vụ 06/9: đã gửi 0/13",
         "5 mục chương trình, 1 khách mời", "khoản 3 Điều 18", "3 ngày làm việc",
         ("In giấy mời", "invite", "meetings", "m1")),
        ("meeting.minutes", D(2024, 8, 20), "Biên bản thường trực: họp hằng tuần chưa ký",
         "Thường trực, thứ Năm 15/8/2024", "khoản 1 Điều 15", "hạn theo quy ước của đơn vị",
         ("Ghi ngày ký", "sign", "meetings", "m4")),
        ("absence.reported", D(2024, 8, 30), "Trần Thị Hạnh chưa báo cáo đi ngoài tỉnh",
         "30/8–06/9, 4 ngày làm việc, Hà Nội, công tác", "khoản 14 Điều 4", "",
         ("Đã báo cáo", "reported", "absences", "x1")),
        ("ballot.majority", D(2024, 8, 29), "Phiếu chưa về 5/13: Nhà văn hóa xã Bình Thuận",
         "Chưa về: Bùi Xuân Nam, Đặng Ngọc Phúc, Hồ Anh Tuấn và 2 người nữa", "khoản 3 Điều 20",
         "hạn theo quy ước của đơn vị", ("Nhập phiếu", "open", "ballots", "b1")),
        ("delegated.reported", D(2024, 9, 6), "Chưa báo cáo việc theo ủy quyền: Chi dự phòng", "Quyết định 20/8/2024",
         "khoản 4 Điều 3", "", ("Đưa vào chương trình", "tell-delegated", "ballots", "delegated:d1")),
        ("delegated.written", D(2024, 8, 23), "Chưa ban hành văn bản: Chi dự phòng", "Quyết định 20/8/2024",
         "khoản 1 Điều 20", "hạn theo quy ước của đơn vị", ("Mở", "open", "ballots", "delegated:d1")),
    ],
)  # fmt: skip
def test_a_thing_to_do_says_what_by_when_by_what_article_and_how(
    rule: str, due: dt.date, title: str, second: str, article: str, caption: str, act: tuple[str, str, str, str]
) -> None:
    row = only(shown(settings={"meeting.minutes.days": 5}), rule)
    assert (row.due, row.title, row.second) == (due, title, second)
    assert (row.article, row.caption) == (article, caption)
    assert (row.action, row.act, row.place, row.record) == act


def test_the_tasks_of_conclusions_that_are_late_or_due_within_two_weeks() -> None:
    late, soon = of(shown(), "task")
    assert (late.title, late.second, late.due) == (
        "Nhiệm vụ: Lập kế hoạch", "Phòng Tài chính – Kế hoạch · Chờ số liệu", D(2024, 8, 26)
    )  # fmt: skip
    assert (late.article, late.caption, late.record) == ("Kết luận", "mục 1", "t1")
    assert (soon.title, soon.second) == ("Nhiệm vụ: Rà soát", "Võ Thị Lan")


def test_bodies_that_still_have_to_meet() -> None:
    found = {row.record: (row.title, row.second, row.due) for row in of(shown(), "meeting.cadence")}
    assert found == {
        "bch": ("Ban Chấp hành chưa xếp lịch kỳ họp tiếp theo", "Chưa có lần nào", D(2024, 8, 31)),
        "btv": ("Ban Thường vụ mới có 1/2 kỳ họp tháng 8/2024", "Lần gần nhất: thứ Sáu 16/8/2024", D(2024, 8, 31)),
        "thuong-truc": ("Thường trực chưa họp tuần 35", "Lần gần nhất: thứ Năm 15/8/2024", D(2024, 9, 1)),
    }
    planned = session(id="m3", start="2024-08-31T07:30", agenda=[])
    assert "btv" not in {row.record for row in of(shown(meetings=[HELD, planned]), "meeting.cadence")}
    unmet = of(shown(meetings=[]), "meeting.cadence")
    assert "Ban Thường vụ chưa họp tháng 8/2024" in [row.title for row in unmet]


def test_what_many_owe_is_one_line_with_the_first_three_of_them() -> None:
    july, august = of(shown(), "report.received")
    assert (july.title, july.due) == ("Báo cáo tháng 7/2024: 5 đơn vị chưa gửi", D(2024, 7, 31))
    units = "Văn phòng Huyện ủy, Phòng Tài chính – Kế hoạch, Ban Tuyên giáo và 2 đơn vị khác"
    assert (july.second, july.caption, july.act, july.record) == (units, "ngày cuối kỳ", "urge", "reports:2024-07")
    assert (august.due, august.act, august.record) == (D(2024, 8, 31), "open", "reports:2024-08")
    sent = [{"id": f"r{n}", "unit": f"u{n}", "period": "2024-07", "received": "2024-07-31"} for n in (1, 2)]
    july, _ = of(shown(reports=sent), "report.received")
    assert (july.title, july.second) == (
        "Báo cáo tháng 7/2024: 3 đơn vị chưa gửi", "Ban Tuyên giáo, Ban Tổ chức, Đảng ủy xã Bình Nghi"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "lists"),
    [
        ("meeting.papers.received", {"meetings": [session(agenda=[AGENDA[1]])]}),
        ("meeting.invitations", {"meetings": [session(invitations_sent="2024-08-30")]}),
        ("meeting.papers.sent", {"meetings": [session(agenda=[{**AGENDA[2], "documents_sent": "2024-08-30"}])]}),
        ("meeting.minutes", {"meetings": [{**WEEKLY, "minutes": "2024-08-29"}]}),
        ("absence.reported", {"absences": [{**ABSENCES[0], "reported": "2024-08-30"}]}),
        ("ballot.majority", {"ballots": [{**ASKED, "closed": "2024-08-30"}]}),
        ("ballot.majority", {"ballots": [{**ASKED, "responses": answers(13, "2024-08-28")}]}),
        ("delegated.reported", {"delegated": [{**SETTLED, "reported_at": "m1"}]}),
        ("delegated.written", {"documents": [
            {"id": "o1", "type": "TB", "number": 1, "date": "2024-08-29", "source": {"delegated": "d1"}}]}),
        ("task", {"tasks": [{**TASKS[0], "done": "2024-08-30", "evidence": "12-KH/HU"}]}),
    ],
)  # fmt: skip
def test_what_is_done_is_no_longer_to_be_done(rule: str, lists: dict[str, Any]) -> None:
    assert of(shown(settings={"meeting.minutes.days": 5}), rule)
    assert of(shown(settings={"meeting.minutes.days": 5}, **lists), rule) == []


@pytest.mark.parametrize(
    ("rule", "first", "last"),
    [
        ("meeting.papers.received|meetings/m1/a3", D(2024, 8, 15), D(2024, 9, 6)),
        ("meeting.invitations|meetings/m1", D(2024, 8, 16), D(2024, 9, 6)),
        ("meeting.papers.sent|meetings/m1/a1", D(2024, 8, 16), D(2024, 9, 6)),
        ("meeting.minutes|meetings/m4", D(2024, 8, 15), D(2024, 10, 14)),
        ("absence.reported|absences/x1", D(2024, 8, 16), D(2024, 9, 6)),
        ("ballot.majority|ballots/b1", D(2024, 8, 15), D(2024, 10, 28)),
        ("task|tasks/t3", D(2024, 8, 31), None),
    ],
)
def test_it_stands_in_the_list_from_two_weeks_before_its_day_as_long_as_it_can_be_mended(
    rule: str, first: dt.date, last: dt.date | None
) -> None:
    def stands(on: dt.date) -> bool:
        return any(row.id == rule for row in shown(on, settings={"meeting.minutes.days": 5}).rows)

    assert (stands(first - DAY), stands(first)) == (False, True)
    assert last is None or (stands(last), stands(last + DAY)) == (True, False)


def test_a_written_report_is_printed_while_it_is_in_time_and_noted_from_the_day_of_leaving() -> None:
    acts = [only(shown(on), "absence.reported") for on in (D(2024, 8, 29), TODAY)]
    assert [(row.action, row.act) for row in acts] == [("In báo cáo", "print-absence"), ("Đã báo cáo", "reported")]


def test_sessions_that_the_absences_leave_without_their_number() -> None:
    away = [
        {"id": f"y{n}", "person": f"p{n}", "from": "2024-09-06", "to": "2024-09-06", "area": "abroad"}
        for n in range(9, 14)
    ]
    assert of(shown(absences=away[:4]), "quorum") == []
    thin = only(shown(absences=away), "quorum")
    assert thin.title == "Hội nghị Ban Thường vụ 06/9 không đủ số: dự kiến 8/13, cần 9"
    assert (thin.article, thin.due, thin.act, thin.record) == ("khoản 1 Điều 18", D(2024, 9, 6), "open", "m1")
    assert of(shown(D(2024, 8, 6), absences=away), "quorum") == []
    assert of(shown(D(2024, 8, 7), absences=away), "quorum")


def test_all_the_permanent_members_away_ask_for_somebody_on_duty() -> None:
    days = {"from": "2024-09-04", "to": "2024-09-05", "area": "abroad"}
    away = [{"id": f"y{n}", "person": f"p{n}", **days} for n in (1, 2, 3)]
    row = only(shown(absences=away), "absence.duty")
    assert row.title == "Cả Thường trực vắng, chưa đủ người trực"
    assert row.second == "04/9–05/9, Ban Thường vụ phân công một ủy viên trực"
    assert (row.action, row.act, row.place, row.record) == ("Phân công trực…", "open", "absences", "y1")
    assert only(shown(D(2024, 9, 5), absences=away), "absence.duty")
    assert of(shown(D(2024, 9, 6), absences=away), "absence.duty") == []


# The page around it


def cards() -> list[Card]:
    return list(shown().cards)


def test_a_session_to_come_counts_back_to_its_days() -> None:
    first, second = cards()
    assert [(line.day, line.verdict, line.text, line.figure) for line in first.lines] == [
        (D(2024, 8, 29), Verdict.BREACH, "Nhận tài liệu", "3/5"),
        (D(2024, 8, 30), Verdict.DUE, "Gửi giấy mời, tài liệu", "0/13"),
        (D(2024, 8, 31), "", "Nghỉ lễ đến 03/9", "4 ngày"),
        (D(2024, 9, 6), "", "Họp, Phòng họp A", "07:30"),
    ]
    assert [line.faint for line in first.lines] == [False, False, True, False]
    assert (first.present, first.members, first.needed, first.away) == (11, 13, 9, "Lê Quốc Bảo, Trần Thị Hạnh")
    assert [(line.day, line.verdict, line.text, line.figure) for line in second.lines] == [
        (D(2024, 9, 16), "", "Nhận tài liệu", "0/0"),
        (D(2024, 9, 17), "", "Gửi giấy mời, tài liệu", "25/25"),
        (D(2024, 9, 20), "", "Họp", "14:00"),
    ]
    assert (second.present, second.members, second.needed, second.away) == (25, 25, 17, "")


def test_cards_and_badges_hold_the_sessions_of_thirty_days_not_held_yet() -> None:
    def seen(*starts: str) -> tuple[list[str], int]:
        made = [session(id=f"s{n}", start=start, agenda=[], attendance=[]) for n, start in enumerate(starts)]
        page = shown(meetings=[HELD, *made])
        return [card.record for card in page.cards], next((b.count for b in page.badges if b.place == "meetings"), 0)

    assert seen("2024-09-29T07:30", "2024-09-30T07:30") == (["s0"], 1)
    assert seen("2024-08-30T07:30", "2024-08-29T07:30") == (["s0"], 1)
    assert seen("2024-09-05T07:30", "2024-09-04T07:30", "2024-09-03T07:30") == (["s2", "s1"], 3)


def test_a_card_whose_papers_are_all_in_is_met_before_its_day() -> None:
    came = [{**item, "documents_received": "2024-08-28"} for item in AGENDA]

    def received(on: dt.date, agenda: list[dict[str, Any]]) -> tuple[str, str]:
        line = shown(on, meetings=[session(agenda=agenda)]).cards[0].lines[0]
        return line.verdict, line.figure

    assert received(D(2024, 8, 29), came) == (Verdict.MET, "5/5")
    assert received(D(2024, 8, 29), [*came[:4], AGENDA[2]]) == (Verdict.DUE, "4/5")
    assert received(D(2024, 8, 22), list(AGENDA)) == (Verdict.DUE, "3/5")
    assert received(D(2024, 8, 21), list(AGENDA)) == ("", "3/5")


def test_the_next_session_hears_what_thuong_truc_did() -> None:
    page = shown()
    assert page.told_title == "Báo cáo tại phiên họp Ban Thường vụ 06/9"
    assert [(one.text, one.article) for one in page.told] == [
        ("1 việc Thường trực đã quyết theo ủy quyền", "khoản 4 Điều 3"),
        ("Kết quả 1 lần xin ý kiến bằng phiếu", ""),
    ]
    later = {**SETTLED, "id": "d2", "decided": "2024-08-31"}
    told = {**SETTLED, "id": "d3", "reported_at": "m0"}
    page = shown(delegated=[later, told], ballots=[ASKED, {**COUNTED, "reported_at": "m0"}, {**COUNTED, "body": "bch"}])
    assert page.told == ()
    assert shown(meetings=[HELD]).told_title == ""


def test_the_week_from_monday_with_who_is_away_and_what_is_due() -> None:
    week = shown().week
    assert [(day.date.day, day.lunar, day.off) for day in week] == [
        (26, "23/7", False), (27, "24/7", False), (28, "25/7", False), (29, "26/7", False), (30, "27/7", False),
        (31, "28/7", True), (1, "29/7", True),
    ]  # fmt: skip
    assert week[0].lines == (("Gửi phiếu: Nhà văn hóa xã Bình Thuận", False),)
    assert week[3].lines == (
        ("Hạn tài liệu BTV", False), ("Hạn phiếu: Nhà văn hóa xã Bình Thuận", False), ("Vắng: Bảo", True),
    )  # fmt: skip
    assert week[4].lines[-1] == ("Vắng: Bảo, Hạnh", True)
    assert week[5].lines == (("Nghỉ cuối tuần", True),)
    next_week = shown(D(2024, 9, 2)).week
    assert next_week[4].lines[0] == ("07:30 BTV lần 57", False)


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (D(2024, 8, 25), ""),
        (D(2024, 8, 26), "Nghỉ Quốc khánh 31/8–03/9"),
        (D(2024, 8, 30), "Nghỉ Quốc khánh 31/8–03/9"),
        (D(2024, 9, 2), "Nghỉ Quốc khánh 03/9"),
        (D(2024, 9, 4), ""),
        (D(2024, 12, 30), "Nghỉ Tết Dương lịch 01/01"),
    ],
)
def test_the_holiday_this_week_leads_into(on: dt.date, said: str) -> None:
    assert shown(on).holiday_words.startswith(said)
    assert bool(said) == bool(shown(on).holiday_words)


def test_the_head_of_the_page_and_what_waits_behind_the_rail() -> None:
    page = shown()
    assert (page.office, page.term, page.regulation) == ("Huyện ủy Tây Sơn", "Khóa XXI · 2020–2025", "Quy chế 5/2024")
    assert page.lunar == "ngày 27 tháng 7 Giáp Thìn"
    counts = {badge.place: (badge.count, badge.late) for badge in page.badges}
    sunday = [row for row in page.rows if row.due <= D(2024, 9, 1)]
    assert counts["today"] == (len(sunday), True)
    assert (counts["meetings"], counts["ballots"], counts["absences"]) == ((2, False), (1, False), (1, False))
    empty = shown(D(2024, 6, 3), meetings=[], ballots=[], delegated=[], tasks=[], absences=[])
    assert {badge.place for badge in empty.badges} == {"today", "compliance"}


def test_rows_are_grouped_by_how_near_they_are() -> None:
    page = shown()
    assert [row.due for row in page.rows] == sorted(row.due for row in page.rows)
    late, now, week, after = pages.groups(page, TODAY)
    assert (late.title, now.title, now.note) == ("Quá hạn", "Phải xong hôm nay", "Thứ Sáu 30/8")
    assert (week.title, week.note) == ("Đến Chủ nhật 01/9", "Nghỉ Quốc khánh 31/8–03/9")
    assert (after.title, after.note) == ("Sau đó", "đến 13/9")
    for group, fits in (
        (late, lambda due: due < TODAY),
        (now, lambda due: due == TODAY),
        (week, lambda due: TODAY < due <= D(2024, 9, 1)),
        (after, lambda due: due > D(2024, 9, 1)),
    ):
        assert list(group.rows) == [row for row in page.rows if fits(row.due)]


@pytest.mark.parametrize(("areas", "asked"), [(["outside-province"], False), (["abroad"], True), (None, False)])
def test_a_trip_told_of_by_the_longer_report_is_not_asked_for_twice(areas: list[str] | None, asked: bool) -> None:
    """A text that names no area asks the longer report of every trip."""
    trip = {"id": "x1", "person": "p5", "from": "2024-09-02", "to": "2024-09-20", "area": "outside-province"}
    laid = {"absence.commune.required": True, "absence.commune.purposes": ["work"]}
    laid |= {"absence.reported.areas": areas} if areas else {}
    given = small_facts(absences=[trip | {"purpose": "work"}], contents=laid)
    if areas is None:
        (held,) = given.in_force_list
        kept = {key: one for key, one in held.profile.parameters.items() if key != "absence.reported.areas"}
        given = replace(given, in_force_list=(replace(held, profile=replace(held.profile, parameters=kept)),))
    on = dt.date(2024, 8, 30)
    rows = today.rows_of(given, check(given, on=on), on)
    assert ("absence.commune|absences/x1" in {row.id for row in rows}) is asked
