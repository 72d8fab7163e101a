"""Calendar files: what is written is read back the same by the library of the standard and by ourselves."""

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from desktop.domain.events import happenings
from desktop.domain.records import Event, Repeats
from desktop.exchange.ics import reading
from desktop.exchange.ics.reading import Line, read_calendar
from desktop.exchange.ics.series import rule_of
from desktop.exchange.ics.writing import Item, calendar_file
from desktop.exchange.lists.cell_text import UnreadableList
from tests.domain.test_events import FREE, STARTS

MADE = dt.datetime(2024, 8, 30, 8)
START = dt.datetime(2024, 9, 2, 7)


def file(*lines: str, more: str = "") -> bytes:
    """A calendar of one event with these lines."""
    body = "\r\n".join(["BEGIN:VEVENT", "UID:1@x", "SUMMARY:Giao ban", *lines, "END:VEVENT"])
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{body}\r\n{more}END:VCALENDAR\r\n".encode()


def one(*lines: str) -> Line:
    (found,) = read_calendar(file(*lines))
    return found


def event(*lines: str) -> Event:
    found = one(*lines).event
    assert found is not None, one(*lines).wrong
    return found


def written(made: Event, until: dt.date | None) -> bytes:
    item = Item(
        uid="1@x", title="Giao ban", start=made.start, end=made.end, all_day=made.all_day, rule=rule_of(made),
        until=until, without=made.repeats.left_out if made.repeats else (),
    )  # fmt: skip
    return calendar_file("Lịch", [item], made=MADE)


@settings(deadline=None)
@given(STARTS, FREE, st.booleans())
def test_a_series_written_is_the_same_to_the_standard_and_to_us(
    start: dt.datetime, repeats: Repeats, all_day: bool
) -> None:
    start = dt.datetime.combine(start.date(), dt.time()) if all_day else start.replace(second=0)
    last = start.date() + dt.timedelta(days=800)
    until = max(min(repeats.until or last, last), start.date())
    if repeats.often == "month-last-weekday" and (start.date() + dt.timedelta(days=7)).month == start.month:
        return  # a form refuses it: the first day is not of the series
    repeats = replace(repeats, until=until)
    made = Event(id="e1", title="Giao ban", start=start, all_day=all_day, repeats=repeats)
    held = [each.day for each in happenings(made, start.date(), until)]
    content = written(made, until)
    (part,) = Calendar.from_ical(content).walk("VEVENT")
    rule = part["RRULE"].to_ical().decode()
    theirs = rrulestr(rule, dtstart=part["DTSTART"].dt if not all_day else start)
    days = [each.date() for each in theirs]
    assert [day for day in days if day not in repeats.left_out] == held
    (line,) = read_calendar(content)
    assert line.event is not None, line.wrong
    assert [each.day for each in happenings(line.event, start.date(), last)] == held
    assert (line.event.start, line.event.all_day) == (start, all_day)


def test_hours_are_those_of_viet_nam_whatever_zone_they_are_written_in() -> None:
    assert event("DTSTART:20240906T003000Z").start == dt.datetime(2024, 9, 6, 7, 30)
    assert event("DTSTART:20240906T183000Z").start == dt.datetime(2024, 9, 7, 1, 30)
    assert event("DTSTART;TZID=Asia/Tokyo:20240906T093000").start == dt.datetime(2024, 9, 6, 7, 30)
    assert event("DTSTART;TZID=SE Asia Standard Time:20240906T073000").start == dt.datetime(2024, 9, 6, 7, 30)
    assert event("DTSTART:20240906T073000").start == dt.datetime(2024, 9, 6, 7, 30)
    (part,) = Calendar.from_ical(written(Event(id="", start=START, end=START.replace(hour=9)), None)).walk("VEVENT")
    assert part["DTSTART"].dt == dt.datetime(2024, 9, 2, 0, tzinfo=dt.UTC).replace(hour=0)
    assert part["DTEND"].dt == START.replace(hour=9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def test_whole_days_end_on_their_last_day() -> None:
    made = event("DTSTART;VALUE=DATE:20240907", "DTEND;VALUE=DATE:20240909")
    assert (made.all_day, made.start.date(), made.end and made.end.date()) == (
        True,
        dt.date(2024, 9, 7),
        dt.date(2024, 9, 8),
    )
    assert event("DTSTART;VALUE=DATE:20240907", "DTEND;VALUE=DATE:20240908").end is None
    again = read_calendar(written(made, None))[0].event
    assert again is not None
    assert (again.start, again.end, again.all_day) == (made.start, made.end, True)


def test_a_length_and_what_else_stands_there_is_read() -> None:
    found = one("DTSTART:20240906T073000", "DURATION:PT2H30M", "LOCATION:Hội trường\\, tầng 2", "DESCRIPTION:a\\nb",
                "STATUS:CANCELLED", "ATTENDEE;CN=Võ Thị Lan:mailto:x@y", "CATEGORIES:Trực")  # fmt: skip
    assert found.event is not None
    assert found.event.end == dt.datetime(2024, 9, 6, 10)
    assert (found.event.place, found.event.note, found.event.cancelled) == ("Hội trường, tầng 2", "a\nb", True)
    assert (found.names, found.category, found.event.uid) == (("Võ Thị Lan",), "Trực", "1@x")


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=DAILY;COUNT=3", ["02", "03", "04"]),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20240909", ["02", "03", "04", "05", "06", "09"]),
        ("FREQ=WEEKLY;COUNT=3", ["02", "09", "16"]),
        ("FREQ=WEEKLY;BYDAY=MO,FR;UNTIL=20240909T000000Z", ["02", "06", "09"]),
        ("FREQ=WEEKLY;UNTIL=20240916T000000Z", ["02", "09", "16"]),
        ("FREQ=WEEKLY;UNTIL=20240915T170000", ["02", "09"]),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=MO;COUNT=2", ["02", "16"]),
    ],
)
def test_the_usual_ways_of_coming_again_are_read(rule: str, days: list[str]) -> None:
    made = event("DTSTART;TZID=Asia/Ho_Chi_Minh:20240902T070000", f"RRULE:{rule}")
    found = [each.day for each in happenings(made, START.date(), dt.date(2024, 9, 30))]
    assert [f"{day:%d}" for day in found] == days


def test_weekdays_of_another_zone_are_those_here() -> None:
    made = event("DTSTART:20240901T230000Z", "RRULE:FREQ=WEEKLY;BYDAY=SU,TU", "EXDATE:20240903T230000Z")
    assert made.start == dt.datetime(2024, 9, 2, 6)
    held = [each.day.day for each in happenings(made, START.date(), dt.date(2024, 9, 12))]
    assert held == [2, 9, 11]


def test_a_yearly_day_is_every_twelfth_month() -> None:
    made = event("DTSTART;VALUE=DATE:20240203", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=3")
    assert [each.day.year for each in happenings(made, dt.date(2024, 1, 1), dt.date(2026, 12, 31))] == [
        2024,
        2025,
        2026,
    ]


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        (["DTSTART:20240906T073000", "RRULE:FREQ=HOURLY"], "lặp lại theo giờ, phút"),
        (["DTSTART:20240906T073000", "RRULE:FREQ=DAILY;INTERVAL=3"], "lặp lại cách mấy ngày một lần"),
        (["DTSTART:20240906T073000", "RRULE:FREQ=WEEKLY;BYDAY=MO"], "không có ngày đầu trong các thứ lặp lại"),
        (["DTSTART:20240131T073000", "RRULE:FREQ=MONTHLY"], "không phải tháng nào cũng có"),
        (["DTSTART:20240906T073000", "RRULE:FREQ=MONTHLY;BYDAY=2MO"], "theo thứ trong tháng không khớp ngày đầu"),
        (["DTSTART:20240229T073000", "RRULE:FREQ=YEARLY"], "hằng năm"),
        (["DTSTART:20240906T073000", "RRULE:FREQ=WEEKLY;BYHOUR=7,9"], "theo BYHOUR"),
        (["DTSTART:20240906T073000", "RRULE:FREQ=WEEKLY;COUNT=99999"], "số lần không rõ"),
        (["DTSTART:20240906T073000", "RRULE:FREQ=WEEKLY;INTERVAL=0"], "số lần không rõ"),
        (["DTSTART;TZID=Europe/Paris:20240906T073000", "RRULE:FREQ=WEEKLY"], "giờ mùa hè"),
        (["DTSTART:20240906T073000", "RDATE:20240907T073000"], "ngày lẻ"),
        (["DTSTART:hôm nay"], "có dòng sai chuẩn iCalendar"),
        (["DTEND:20240906T073000"], "không có ngày giờ bắt đầu"),
        (["DTSTART:20240906T073000", "DTEND:20240906T070000"], "kết thúc trước khi bắt đầu"),
        (["DTSTART:99990906T073000"], "có ngày ngoài các năm 1900–2199"),
        (["DTSTART:20240906T073000", "RRULE:rác"], "iCalendar"),
    ],
)
def test_what_cannot_be_read_is_said_and_nothing_is_guessed(lines: list[str], wrong: str) -> None:
    found = one(*lines)
    assert found.event is None
    assert wrong in found.wrong


def test_a_time_that_was_moved_stands_by_itself_and_its_day_is_left_out() -> None:
    moved = "\r\n".join(
        ["BEGIN:VEVENT", "UID:1@x", "SUMMARY:Giao ban dời", "RECURRENCE-ID:20240909T070000", "DTSTART:20240910T080000",
         "END:VEVENT", ""]
    )  # fmt: skip
    series, single = read_calendar(file("DTSTART:20240902T070000", "RRULE:FREQ=WEEKLY", more=moved))
    assert series.event is not None
    assert single.event is not None
    held = [each.day.day for each in happenings(series.event, START.date(), dt.date(2024, 9, 20))]
    assert held == [2, 16]
    assert (single.event.start, single.event.uid) == (dt.datetime(2024, 9, 10, 8), "1@x/2024-09-09")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", reading.NO_CALENDAR),
        (b"hello", reading.NO_CALENDAR),
        (b"%PDF-1.7", reading.NO_CALENDAR),
        (bytes(range(256)), reading.NO_CALENDAR),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", reading.EMPTY),
        (b"BEGIN:VCALENDAR\r\n" * 3000, reading.NO_CALENDAR),
        (b"x" * (reading.LARGEST + 1), reading.TOO_LARGE),
        (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 5001 + b"END:VCALENDAR", reading.TOO_MANY),
        (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VTODO\r\nEND:VTODO\r\n" * 20001 + b"END:VCALENDAR", reading.TOO_MANY),
    ],
)
def test_what_is_no_calendar_or_too_large_is_refused_in_one_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableList) as refused:
        read_calendar(content)
    assert refused.value.sentence == sentence
