"""Events: entered, mended, cancelled, a day taken out; what cannot be is refused; where they then stand."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.events import Happening
from desktop.domain.records import Event, Repeats
from desktop.domain.refusal import Refusal
from desktop.usecases.calendar import rows as calendar
from desktop.usecases.events import edits
from desktop.usecases.events import rows as events
from desktop.usecases.events.edits import Typed
from desktop.usecases.meetings import planning
from desktop.usecases.meetings import rows as meetings
from desktop.usecases.today.rows import page_of
from tests.usecases.meeting_office import MEETING_DAY, TODAY, Door, an_office

ONLINE = Typed(
    title=" Hội nghị  trực tuyến của Tỉnh ủy ",
    kind="online",
    day=MEETING_DAY,
    hour=dt.time(8),
    to=dt.time(11),
    place="Phòng họp trực tuyến",
    vehicle="77A-001.23",
    people=("p7", "p8"),
    called_by="90-GM/TU",
)
FLAG = replace(ONLINE, title="Chào cờ", day=dt.date(2024, 9, 9), hour=dt.time(7), to=dt.time(7, 30), often="weekly")


@pytest.fixture
def door(tmp_path: Path) -> Door:
    return Door(tmp_path / "a.thuky", an_office())


def put(door: Door, edit: Callable[..., Any], **rest: Any) -> Any:  # noqa: ANN401 - the use case's own arguments
    with door.writing() as store:
        return edit(store, **rest)


def enter(door: Door, typed: Typed, before: Event | None = None) -> Event:
    made: Event = put(door, edits.save, facts=door.facts, before=before, typed=typed)
    return made


def of(door: Door, ident: str = "e1") -> Event:
    found = door.facts.one(Event, ident)
    assert found is not None
    return found


def test_an_event_is_entered_mended_and_its_form_shows_what_was_typed(door: Door) -> None:
    made = enter(door, ONLINE)
    assert (made.id, made.title) == ("e1", "Hội nghị trực tuyến của Tỉnh ủy")
    assert (made.start, made.end) == (dt.datetime(2024, 9, 6, 8), dt.datetime(2024, 9, 6, 11))
    assert edits.typed_of(made) == replace(ONLINE, title=made.title)
    enter(door, replace(edits.typed_of(made), place="Hội trường"), before=made)
    assert of(door).place == "Hội trường"
    put(door, edits.remove, event=of(door))
    assert door.facts.office.events == ()


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        (replace(ONLINE, title=" "), "title", "Nội dung: cần ghi sự kiện là việc gì, một câu ngắn."),
        (replace(ONLINE, day=None), "day", "Ngày: cần ghi ngày diễn ra."),
        (replace(ONLINE, hour=None), "hour", "Từ giờ: cần ghi giờ bắt đầu, hoặc đánh dấu Cả ngày."),
        (
            replace(ONLINE, to=dt.time(7)),
            "to",
            "Đến giờ 07:00 không sau giờ bắt đầu 08:00; cần giờ sau đó, hoặc ghi Đến ngày.",
        ),
        (
            replace(ONLINE, last=dt.date(2024, 9, 5)),
            "last",
            "Đến ngày 05/9/2024 trước ngày bắt đầu 06/9/2024; cần ngày bắt đầu hoặc sau đó.",
        ),
        (
            replace(ONLINE, to=None, last=dt.date(2024, 9, 7)),
            "to",
            "Đến giờ: việc nhiều ngày cần ghi giờ kết thúc, hoặc đánh dấu Cả ngày.",
        ),
        (
            replace(ONLINE, chair="p8"),
            "people",
            "Người dự: Võ Thị Lan được ghi hai lần; mỗi người ghi một lần, ở Chủ trì hoặc ở Người dự.",
        ),
        (
            replace(ONLINE, people=()),
            "people",
            "Người dự: cần chọn ít nhất một người, một cơ quan hoặc đơn vị, hoặc ghi Thành phần khác.",
        ),
        (
            replace(FLAG, until=dt.date(2024, 9, 8)),
            "until",
            "Lặp đến hết ngày 08/9/2024 trước ngày bắt đầu 09/9/2024; cần ngày bắt đầu hoặc sau đó.",
        ),
        (
            replace(FLAG, often="month-last-weekday"),
            "often",
            "Lặp lại: 09/9/2024 không phải thứ Hai cuối cùng của tháng; chọn ngày khác hoặc cách lặp khác.",
        ),
        (
            replace(FLAG, last=dt.date(2024, 9, 11), weekdays=("tue",)),
            "last",
            "Đến ngày: mỗi lần kéo dài sang lần sau của cách lặp đã chọn; "
            "cần ngày kết thúc sớm hơn hoặc cách lặp thưa hơn.",
        ),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence_at_its_field(
    door: Door, typed: Typed, field: str, sentence: str
) -> None:
    with pytest.raises(Refusal) as refused:
        enter(door, typed)
    assert (refused.value.field, refused.value.sentence) == (field, sentence)
    assert door.facts.office.events == ()


def test_a_day_is_taken_out_of_a_series_and_comes_back(door: Door) -> None:
    made = enter(door, replace(FLAG, weekdays=("fri",), until=dt.date(2024, 12, 31), working_days=True))
    assert events.series(made) == "Hằng tuần vào thứ Hai, thứ Sáu, đến 31/12/2024, trừ ngày nghỉ"
    day = dt.date(2024, 9, 13)
    (one,) = door.facts.events_on(day)
    put(door, edits.leave_out, one=one)
    assert door.facts.events_on(day) == ()
    assert [each.event.id for each in door.facts.events_on(dt.date(2024, 9, 16))] == ["e1"]
    kept = enter(door, replace(edits.typed_of(of(door)), place="Sân"), before=of(door))
    assert events.left_out(kept) == "13/9/2024"
    enter(door, replace(edits.typed_of(kept), keep_left_out=False), before=kept)
    assert door.facts.events_on(day)
    with pytest.raises(Refusal, match="chỉ có một lần"):
        put(door, edits.leave_out, one=Happening(enter(door, ONLINE), dt.datetime(2024, 9, 6, 8)))


@pytest.mark.parametrize(
    ("repeats", "words"),
    [
        (Repeats(often="weekly", every=2), "2 tuần một lần vào thứ Sáu"),
        (Repeats(often="month-day"), "Hằng tháng vào ngày 6"),
        (Repeats(often="month-weekday", every=3), "3 tháng một lần vào thứ Sáu đầu tiên"),
        (Repeats(often="month-last-weekday"), "Hằng tháng vào thứ Sáu cuối cùng"),
        (None, ""),
    ],
)
def test_a_series_is_said_in_words(repeats: Repeats | None, words: str) -> None:
    assert events.series(Event(id="e1", start=dt.datetime(2024, 9, 6, 8), repeats=repeats)) == words


def test_who_attends_at_the_same_hours_is_missing_from_the_forecast_and_named(door: Door) -> None:
    before = meetings.forecast(door.facts, door.meeting())
    enter(door, ONLINE)
    count = meetings.forecast(door.facts, door.meeting())
    assert (before.present, count.present, count.members) == (11, 9, 13)
    assert meetings.away_names(door.facts, count) == [
        "Lê Quốc Bảo",
        "Trần Thị Hạnh",
        "Phan Đình Khôi, Võ Thị Lan (bận: Hội nghị trực tuyến của Tỉnh ủy)",
    ]
    later = replace(door.meeting(), start=dt.datetime(2024, 9, 6, 14), end=dt.datetime(2024, 9, 6, 17))
    assert meetings.forecast(door.facts, later).taken == ()
    put(door, edits.cancel, event=of(door))
    assert meetings.forecast(door.facts, door.meeting()) == before
    put(door, edits.cancel, event=of(door), cancelled=False)
    assert meetings.forecast(door.facts, door.meeting()) == count


def test_a_body_that_takes_part_takes_its_members_and_better_days_avoid_them(door: Door) -> None:
    enter(door, replace(ONLINE, people=(), organs=("btv",), all_day=True, last=dt.date(2024, 9, 9)))
    outlook = planning.outlook(door.facts, door.meeting(), TODAY)
    assert not outlook.quorum.holds
    assert [person.id for person, _ in outlook.away] == ["p4", "p6"]
    assert outlook.better
    assert dt.date(2024, 9, 9) not in outlook.better
    assert next(iter(page_of(door.facts, [], TODAY).cards)).away.endswith("(bận: Hội nghị trực tuyến của Tỉnh ủy)")


def test_one_away_and_at_an_event_is_told_once_as_away(door: Door) -> None:
    enter(door, replace(ONLINE, people=("p4",)))
    assert meetings.forecast(door.facts, door.meeting()).taken == ()
    assert meetings.away_names(door.facts, meetings.forecast(door.facts, door.meeting())) == [
        "Lê Quốc Bảo",
        "Trần Thị Hạnh",
    ]


def test_an_event_stands_in_the_calendar_among_the_meetings_by_the_hour(door: Door) -> None:
    enter(door, replace(ONLINE, hour=dt.time(7)))
    enter(door, replace(FLAG, day=MEETING_DAY, last=dt.date(2024, 9, 7), often=None))
    first, second = calendar.days(door.facts, [], MEETING_DAY, dt.date(2024, 9, 7))
    assert [(one.kind, one.time) for one in first.entries[:3]] == [
        ("event", dt.time(7)),
        ("event", dt.time(7)),
        ("meeting", dt.time(7, 30)),
    ]
    assert first.entries[1].tip.splitlines() == [
        "07:00 Hội nghị trực tuyến của Tỉnh ủy",
        "07:00–11:00, Phòng họp trực tuyến · xe 77A-001.23",
        "Phan Đình Khôi, Võ Thị Lan",
    ]
    assert [(one.kind, one.text, one.time, one.record) for one in second.entries if one.kind == "event"] == [
        ("event", "Chào cờ", None, "e2/2024-09-07")
    ]
    (without,) = calendar.days(door.facts, [], MEETING_DAY, MEETING_DAY, frozenset({"meeting"}))
    assert [one.kind for one in without.entries] == ["meeting"]


def test_an_opened_day_shows_the_cancelled_too(door: Door) -> None:
    put(door, edits.cancel, event=enter(door, ONLINE))
    assert [one.event.cancelled for one in calendar.open_day(door.facts, [], MEETING_DAY).events] == [True]
    (day,) = calendar.days(door.facts, [], MEETING_DAY, MEETING_DAY)
    assert "event" not in {one.kind for one in day.entries}


def test_hom_nay_shows_the_events_of_the_week(door: Door) -> None:
    enter(door, replace(ONLINE, day=dt.date(2024, 8, 31), all_day=True))
    saturday = page_of(door.facts, [], TODAY).week[5]
    assert ("Hội nghị trực tuyến của Tỉnh ủy", False) in saturday.lines


def test_the_paper_that_calls_it_is_named_by_its_line_in_the_register(tmp_path: Path) -> None:
    papers = [{"id": "i1", "symbol": "12-GM/TU", "sender": "Tỉnh ủy", "title": "Giấy mời"}]
    door = Door(tmp_path / "b.thuky", an_office(incoming=papers))
    made = enter(door, replace(ONLINE, called_by="", paper="i1"))
    assert events.called_by(door.facts, made) == "Văn bản 12-GM/TU của Tỉnh ủy"
