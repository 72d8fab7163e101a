"""Lịch out as a calendar file and in from one: nobody is named, nothing comes in twice or by halves."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from desktop.domain.events import happenings
from desktop.domain.findings import Verdict
from desktop.domain.records import Event
from desktop.exchange.ics import reading
from desktop.exchange.lists.cell_text import UnreadableList
from desktop.usecases.events import exporting, importing
from tests.usecases.meeting_office import NOW, Door, an_office, session

EVENTS: list[dict[str, Any]] = [
    {"id": "e1", "title": "Chào cờ", "kind": "ceremony", "start": "2024-01-01T07:00", "organs": ["thuong-truc"],
     "repeats": {"often": "weekly", "working_days": True, "left_out": ["2024-09-09"]}},
    {"id": "e2", "title": "Tiếp công dân", "start": "2024-09-12T08:00", "people": ["p8"], "note": "Bà Lan đau chân",
     "vehicle": "77A-001.23", "called_by": "90-GM/HU", "units": ["u2"]},
    {"id": "e3", "title": "Đã hoãn", "start": "2024-09-13T08:00", "cancelled": True},
    {"id": "e4", "title": "Năm khác", "start": "2023-09-13T08:00"},
]  # fmt: skip
CLOSED = session(id="m2", start="2024-09-20T07:30", end=None, closed_session=True, title="Hội nghị kín")
OFF = session(id="m3", start="2024-09-21T07:30", end=None, cancelled=True)


@pytest.fixture
def door(tmp_path: Path) -> Door:
    return Door(tmp_path / "a.thuky", an_office(meetings=[session(), CLOSED, OFF], events=EVENTS))


def parts(door: Door, chosen: str = "2024") -> dict[str, Any]:
    content, count = exporting.export(door.facts, chosen, NOW)
    found = {str(one["SUMMARY"]): one for one in Calendar.from_ical(content).walk("VEVENT")}
    assert len(found) == count
    return found


def test_meetings_and_events_of_the_year_go_out_without_what_is_closed_or_anybodys_name(door: Door) -> None:
    found = parts(door)
    assert set(found) == {"Hội nghị Ban Thường vụ lần thứ 57", "Hội nghị kín", "Chào cờ", "Tiếp công dân"}
    assert "Đề án sắp xếp trường, lớp học" in str(found["Hội nghị Ban Thường vụ lần thứ 57"]["DESCRIPTION"])
    assert "DESCRIPTION" not in found["Hội nghị kín"]
    assert str(found["Tiếp công dân"]["DESCRIPTION"]) == "Thành phần: Phòng Tài chính – Kế hoạch\nTheo 90-GM/HU"
    text = exporting.export(door.facts, "2024", NOW)[0].decode().replace("\r\n ", "")
    assert not [word for word in ("đau chân", "77A", "Võ Thị Lan", "Nguyễn Văn An", "p8") if word in text]
    assert "Năm khác" in parts(door, exporting.TERM)


def test_a_series_goes_out_as_one_with_the_days_it_is_not_held(door: Door) -> None:
    flag = parts(door)["Chào cờ"]
    assert flag["RRULE"].to_ical().decode() == "FREQ=WEEKLY;UNTIL=20241231T165959Z;BYDAY=MO"
    out = {each.dt.date() for each in flag["EXDATE"].dts}
    assert {dt.date(2024, 9, 2), dt.date(2024, 9, 9), dt.date(2024, 2, 12)} <= out
    assert dt.date(2024, 9, 16) not in out


def test_the_same_calendar_is_the_same_file(door: Door) -> None:
    assert exporting.export(door.facts, "2024", NOW) == exporting.export(door.facts, "2024", NOW)
    assert exporting.name_of(door.facts, "2024") == "Lịch Huyện ủy Tây Sơn 2024.ics"
    assert exporting.spans(door.facts, 2024) == (("2024", "Năm 2024"), ("term", "Cả nhiệm kỳ 2020–2025"))


def test_what_went_out_is_there_already_and_comes_in_once_elsewhere(door: Door, tmp_path: Path) -> None:
    file = tmp_path / "lịch.ics"
    file.write_bytes(exporting.export(door.facts, "2024", NOW)[0])
    assert {one.verdict for one in importing.read_file(file, door.facts)} == {Verdict.EXEMPT}
    other = Door(tmp_path / "b.thuky", replace(an_office(meetings=[]), office=replace(an_office().office, name="Xã A")))
    lines = importing.read_file(file, other.facts)
    with other.writing() as store:
        assert importing.put(store, incoming=lines) == 4
    held, ours = other.facts.office.events, door.facts
    flag = next(one for one in held if one.title == "Chào cờ")
    first, last = dt.date(2024, 1, 1), dt.date(2024, 12, 31)
    own = happenings(ours.office.events[0], first, last, ours.workdays.is_working)
    assert [one.day for one in happenings(flag, first, last)] == [one.day for one in own]
    assert {one.verdict for one in importing.read_file(file, other.facts)} == {Verdict.EXEMPT}
    assert [one.id for one in held] == ["e1", "e2", "e3", "e4"]
    with other.writing() as store:
        store.put(replace(flag, title="Chào cờ, sinh hoạt", start=dt.datetime(2024, 1, 1, 8)), before=flag)
    again = {one.title: one.verdict for one in importing.read_file(file, other.facts)}
    assert again["Chào cờ"] == Verdict.EXEMPT  # by its name in the file, whatever it was made of here


def calendar(*events: str) -> bytes:
    body = "".join(f"BEGIN:VEVENT\r\n{one}\r\nEND:VEVENT\r\n" for one in events)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{body}END:VCALENDAR\r\n".encode()


def test_each_line_is_told_what_becomes_of_it(door: Door) -> None:
    content = calendar(
        "UID:1\r\nSUMMARY:Dự lễ kỷ niệm\r\nDTSTART:20240925T000000Z\r\n"
        "ATTENDEE;CN=võ thị lan:mailto:a@b\r\nCATEGORIES:Trực",
        "UID:1\r\nSUMMARY:Lần hai\r\nDTSTART:20240926T000000Z",
        "UID:2\r\nSUMMARY:TIẾP CÔNG DÂN\r\nDTSTART:20240912T080000",
        "UID:3\r\nSUMMARY:Họp giờ\r\nDTSTART:20240912T080000\r\nRRULE:FREQ=HOURLY",
        "UID:4\r\nDTSTART:20240927T080000\r\nRRULE:FREQ=WEEKLY",
    )
    lines = importing.plan(door.facts, reading.read_calendar(content))
    assert [(one.verdict, one.told) for one in lines] == [
        (Verdict.MET, ""),
        (Verdict.EXEMPT, importing.TWICE),
        (Verdict.EXEMPT, importing.THERE),
        (Verdict.BREACH, "“Họp giờ” lặp lại theo giờ, phút, chưa ghi được; nhập bằng tay."),
        (Verdict.MET, f"Hằng tuần vào thứ Sáu · {importing.NOBODY}"),
    ]
    with door.writing() as store:
        assert importing.put(store, incoming=lines) == 2
    made = door.facts.one(Event, "e5")
    assert made is not None
    assert (made.start, made.people, made.kind, made.uid) == (dt.datetime(2024, 9, 25, 7), ("p8",), "duty", "1")
    assert door.facts.office.events[-1].title == "Không có tên"


def test_a_file_too_large_is_not_even_read(door: Door, tmp_path: Path) -> None:
    file = tmp_path / "lớn.ics"
    file.write_bytes(b"x" * (reading.LARGEST + 1))
    with pytest.raises(UnreadableList) as refused:
        importing.read_file(file, door.facts)
    assert refused.value.sentence == reading.TOO_LARGE
    with pytest.raises(UnreadableList, match="Không đọc được tệp"):
        importing.read_file(tmp_path / "không có.ics", door.facts)
