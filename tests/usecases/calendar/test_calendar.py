"""The calendar's rows: what stands on which day, in which order, and how a day is called."""

import datetime as dt

from desktop.domain.compliance import check
from desktop.domain.findings import Verdict
from desktop.usecases.base.facts import facts_of
from desktop.usecases.calendar import rows as calendar
from tests.usecases.meeting_office import TODAY, an_office


def month() -> dict[dt.date, calendar.Day]:
    office = an_office(
        ballots=[{"id": "b1", "body": "btv", "title": "Dự toán", "sent": "2024-08-29", "due": "2024-09-05"}],
        visits=[{"id": "v1", "unit": "u5", "person": "p3", "date": "2024-09-11"}],
    )
    facts = facts_of(office)
    first, last = calendar.month_span(dt.date(2024, 9, 6))
    return {day.date: day for day in calendar.days(facts, check(facts, on=TODAY), first, last)}


def texts(day: calendar.Day, kind: str) -> list[str]:
    return [entry.text for entry in day.entries if entry.kind == kind]


def test_a_month_is_six_whole_weeks_from_monday() -> None:
    days = month()
    assert len(days) == 42
    assert min(days) == dt.date(2024, 8, 26)
    assert calendar.week_span(dt.date(2024, 9, 6)) == (dt.date(2024, 9, 2), dt.date(2024, 9, 8))


def test_days_bear_their_lunar_name() -> None:
    days = month()
    named = {day.day: days[day].lunar for day in days if day.month == 9}
    assert named[3] == "1/8"
    assert named[6] == "4"
    assert named[17] == "Rằm 8"
    assert days[dt.date(2024, 8, 26)].lunar == "23/7"


def test_holidays_are_named_and_weekends_only_off() -> None:
    days = month()
    assert texts(days[dt.date(2024, 9, 2)], "holiday") == ["Quốc khánh"]
    assert days[dt.date(2024, 9, 7)].off
    assert texts(days[dt.date(2024, 9, 7)], "holiday") == []


def test_every_kind_stands_on_its_day() -> None:
    days = month()
    assert texts(days[dt.date(2024, 9, 6)], "meeting") == ["BTV lần 57"]
    assert texts(days[dt.date(2024, 9, 6)], "absence") == ["Bảo, Hạnh"]
    assert texts(days[dt.date(2024, 9, 7)], "absence") == ["Bảo"]
    assert texts(days[dt.date(2024, 8, 29)], "ballot") == ["Gửi phiếu: Dự toán"]
    assert texts(days[dt.date(2024, 9, 5)], "ballot") == ["Hạn phiếu: Dự toán"]
    assert texts(days[dt.date(2024, 9, 11)], "visit") == ["Đảng ủy xã Bình Nghi"]


def test_deadlines_come_from_the_findings_with_their_verdict() -> None:
    days = month()
    papers = [entry for entry in days[dt.date(2024, 8, 29)].entries if entry.kind == "deadline"]
    assert [(entry.text, entry.verdict, entry.record) for entry in papers] == [
        ("Nhận tài liệu BTV", Verdict.BREACH, "m1")
    ]
    assert "Giấy mời BTV" in texts(days[dt.date(2024, 8, 30)], "deadline")


def test_layers_are_left_out_one_by_one() -> None:
    facts = facts_of(an_office())
    day = dt.date(2024, 9, 6)
    (only,) = calendar.days(facts, [], day, day, frozenset({"meeting"}))
    assert [entry.kind for entry in only.entries] == ["meeting"]


def test_an_opened_day_says_what_it_is() -> None:
    facts = facts_of(an_office())
    full = calendar.open_day(facts, [], dt.date(2024, 9, 6))
    assert full.facts == "Mùng 4 tháng 8 Giáp Thìn · ngày làm việc"
    assert [meeting.id for meeting in full.meetings] == ["m1"]
    assert [absence.person for absence in full.absences] == ["p4", "p6"]


def test_a_year_beyond_the_lunar_tables_has_no_lunar_days() -> None:
    assert calendar.lunar_label(dt.date(2150, 1, 1)) == ""
