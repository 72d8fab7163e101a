"""Events in Lịch, as a clerk works them: entered, mended, a day taken out, cancelled, out to a file and in from one."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.domain.records import Event
from desktop.papers.readback import ReadPage, read_pdf, squeezed
from desktop.qt.buttons import Link
from desktop.screens.events import files
from desktop.screens.meetings.plan import PlanDialog
from desktop.usecases.papers import printing
from tests.screens.conftest import MakeWindow, Window
from tests.screens.hands import click, write
from tests.usecases.meeting_office import MEETING_DAY, an_office

PEOPLE = {"p7": "Phan Đình Khôi", "p8": "Võ Thị Lan"}
PAPERS = [
    {"id": "i1", "number": 3, "arrived": "2024-08-28", "sender": "Tỉnh ủy", "symbol": "90-GM/TU", "title": "Mời họp"}
]


@pytest.fixture
def office(window: MakeWindow) -> Window:
    made = window(an_office(incoming=PAPERS))
    made.screen("calendar").show_day(MEETING_DAY)
    return made


def calendar(window: Window) -> Any:  # noqa: ANN401 - a CalendarScreen
    return window.screen("calendar")


def events(window: Window) -> tuple[Event, ...]:
    return window.desk.facts.office.events


def fill(dialog: Any, typed: dict[str, Any]) -> None:  # noqa: ANN401 - an EventDialog
    """Texts are typed, ticks and choices taken."""
    for name, value in typed.items():
        if name in ("people", "units"):
            getattr(dialog, name).set_value(tuple(value))
        elif name in ("organs", "weekdays"):
            for code in value:
                click(dialog.fields[name].boxes[code].box)
        elif isinstance(value, str) and hasattr(dialog.fields[name].editor, "setText"):
            write(dialog.fields[name].editor, value)
        else:
            dialog.fields[name].set_value(value)
            dialog.fields[name].saved.emit(value)


def enter(window: Window, **typed: Any) -> None:  # noqa: ANN401 - what each field takes
    def act(dialog: Any) -> None:  # noqa: ANN401 - an EventDialog
        fill(dialog, typed)
        click(dialog.primary)

    window.in_dialog(act)
    click(calendar(window).adding)
    QApplication.processEvents()


def shown(window: Window) -> str:
    """Everything the panel says of the day."""
    return "\n".join(each.text() for each in calendar(window).panel.findChildren(QLabel))


def link(window: Window, text: str) -> Link:
    panel = calendar(window).panel
    return next(each for each in panel.findChildren(Link) if each.text() == text and each.isVisibleTo(panel))


def online(window: Window) -> None:
    enter(window, title="Hội nghị trực tuyến của Tỉnh ủy", kind="online", hour="08:00", to="11:00", people=["p7", "p8"],
          place="Phòng họp trực tuyến", vehicle="77A-001.23", paper="i1")  # fmt: skip


def test_an_event_is_entered_on_the_day_chosen_and_takes_those_who_attend(office: Window) -> None:
    online(office)
    (event,) = events(office)
    assert (event.start, event.end) == (dt.datetime(2024, 9, 6, 8), dt.datetime(2024, 9, 6, 11))
    assert (event.people, event.paper, event.kind) == (("p7", "p8"), "i1", "online")
    said = shown(office)
    assert "08:00–11:00, Phòng họp trực tuyến · xe 77A-001.23" in said
    assert "Theo Văn bản 90-GM/TU của Tỉnh ủy" in said
    assert "9/13" in said
    plan = PlanDialog(office.desk, day=MEETING_DAY, body="btv", parent=office.shell)
    words = [each.text() for each in plan.outlook.findChildren(QLabel)]
    assert "bận: Hội nghị trực tuyến của Tỉnh ủy" in words
    plan.reject()
    office.desk.go("meetings", "m1")
    QApplication.processEvents()
    prepare: Any = office.shell.current()
    labels = [each.text() for each in prepare.findChildren(QLabel)]
    assert any("Phan Đình Khôi, Võ Thị Lan (bận: Hội nghị trực tuyến của Tỉnh ủy)" in each for each in labels)


def test_a_series_is_entered_once_and_one_day_taken_out(office: Window) -> None:
    enter(office, title="Giao ban đầu tuần", day="09/9/2024", hour="07:30", often="weekly", weekdays=["thu"],
          organs=["thuong-truc"])  # fmt: skip
    (event,) = events(office)
    assert event.repeats is not None
    assert event.repeats.weekdays == ("thu",)
    screen = calendar(office)
    screen.show_day(dt.date(2024, 9, 19))
    assert "Hằng tuần vào thứ Hai, thứ Năm" in shown(office)
    click(link(office, "Bỏ ngày này"))
    QApplication.processEvents()
    assert events(office)[0].repeats.left_out == (dt.date(2024, 9, 19),)  # type: ignore[union-attr]
    assert screen.panel.events == {}
    screen.show_day(dt.date(2024, 9, 23))
    assert list(screen.panel.events) == ["e1"]
    office.desk.undo()
    assert events(office)[0].repeats.left_out == ()  # type: ignore[union-attr]


def test_it_is_mended_from_the_calendar_cancelled_and_deleted(office: Window) -> None:
    online(office)

    def mend(dialog: Any) -> None:  # noqa: ANN401 - an EventDialog
        assert dialog.people.value() == ("p7", "p8")
        write(dialog.fields["place"].editor, "Hội trường")
        click(dialog.primary)

    office.in_dialog(mend)
    click(link(office, "Hội nghị trực tuyến của Tỉnh ủy"))
    QApplication.processEvents()
    assert events(office)[0].place == "Hội trường"
    click(link(office, "Hủy"))
    QApplication.processEvents()
    assert "Đã hủy" in shown(office)
    assert "11/13" in shown(office)
    click(link(office, "Không hủy"))
    QApplication.processEvents()
    assert not events(office)[0].cancelled
    click(link(office, "Xóa"))
    QApplication.processEvents()
    assert events(office) == ()
    office.desk.undo()
    assert len(events(office)) == 1


def test_what_is_refused_stays_in_the_dialog(office: Window) -> None:
    said: list[str] = []

    def act(dialog: Any) -> None:  # noqa: ANN401 - an EventDialog
        fill(dialog, {"title": "Tiếp công dân", "hour": "08:00", "to": "07:00"})
        click(dialog.primary)
        said.append(dialog.band.text())
        fill(dialog, {"to": "09:00"})
        click(dialog.primary)
        said.append(dialog.band.text())
        dialog.reject()

    office.in_dialog(act)
    click(calendar(office).adding)
    assert said == [
        "Đến giờ 07:00 không sau giờ bắt đầu 08:00; cần giờ sau đó, hoặc ghi Đến ngày.",
        "Người dự: cần chọn ít nhất một người, một cơ quan hoặc đơn vị, hoặc ghi Thành phần khác.",
    ]
    assert events(office) == ()


def test_the_filter_hides_events_and_a_click_in_the_list_opens_one(office: Window) -> None:
    online(office)
    screen = calendar(office)
    screen.show_view("agenda")
    rows = [row for row in screen.agenda.rows() if getattr(row, "entry", None) and row.entry.kind == "event"]
    assert [row.entry.text for row in rows] == ["Hội nghị trực tuyến của Tỉnh ủy"]
    opened: list[str] = []

    def look(dialog: Any) -> None:  # noqa: ANN401 - an EventDialog
        opened.append(dialog.fields["title"].editor.text())
        dialog.reject()

    office.in_dialog(look)
    screen.agenda.opened.emit(rows[0])
    assert opened == ["Hội nghị trực tuyến của Tỉnh ủy"]
    click(screen.layers["event"].box)
    assert not [row for row in screen.agenda.rows() if getattr(row, "entry", None) and row.entry.kind == "event"]


def test_it_is_led_to_by_its_day(office: Window) -> None:
    online(office)
    office.desk.go("today", "")
    office.activate()
    office.desk.go("calendar", "e1/2024-09-06")
    QApplication.processEvents()
    assert calendar(office).panel.events["e1"].hasFocus() or office.shell.current().panel.events["e1"]
    assert "06/9/2024" in shown(office)


def test_the_calendar_goes_out_and_comes_in_elsewhere(office: Window, window: MakeWindow, tmp_path: Path) -> None:
    online(office)
    file = tmp_path / "lịch.ics"
    dialog = files.ExportDialog(office.desk, 2024, parent=office.shell)
    assert dialog.write_to(file, "2024")
    dialog.reject()
    other = window(an_office(meetings=[]))
    counted: list[str] = []

    def take(shown_: Any) -> None:  # noqa: ANN401 - an EventsImportDialog
        counted.append(shown_.primary.text())
        click(shown_.primary)

    other.in_dialog(take)
    files.read_calendar(other.desk, other.shell, file)
    other.qtbot.waitUntil(lambda: len(events(other)) == 2)
    assert counted == ["Nhập 2 sự kiện"]
    other.desk.undo()
    assert events(other) == ()


def test_a_file_that_is_no_calendar_is_refused_in_one_sentence(office: Window, tmp_path: Path) -> None:
    file = tmp_path / "x.ics"
    file.write_bytes(b"%PDF-1.7")
    told: list[str] = []
    office.desk.told.disconnect()
    office.desk.told.connect(lambda _title, sentence: told.append(sentence))
    files.read_calendar(office.desk, office.shell, file)
    office.qtbot.waitUntil(lambda: bool(told))
    assert told == ["Không đọc được tệp: cần tệp lịch iCalendar (.ics)."]


WEEK: tuple[dict[str, Any], ...] = (
    {"title": "Chào cờ đầu tháng", "kind": "ceremony", "day": "09/9/2024", "hour": "07:00", "organs": ["thuong-truc"],
     "place": "Sân trụ sở"},
    {"title": "Giao ban khối Đảng", "kind": "work", "day": "09/9/2024", "hour": "08:00", "chair": "p2",
     "units": ["u1", "u3"], "place": "Phòng họp B"},
    {"title": "Tiếp công dân định kỳ", "kind": "citizens", "day": "10/9/2024", "hour": "07:30", "to": "11:00",
     "people": ["p1"], "place": "Trụ sở tiếp công dân"},
    {"title": "Hội nghị trực tuyến của Chính phủ về đầu tư công", "kind": "online", "day": "10/9/2024", "hour": "14:00",
     "people": ["p1", "p3"], "called_by": "112-GM/UBND"},
    {"title": "Giám sát của Hội đồng nhân dân tại xã Bình Nghi", "kind": "other", "day": "11/9/2024", "hour": "08:00",
     "people": ["p13"], "units": ["u5"], "vehicle": "77A-002.11"},
    {"title": "Họp Hội đồng nghĩa vụ quân sự", "kind": "steering", "day": "11/9/2024", "hour": "14:00", "chair": "p3",
     "others": "Các thành viên Hội đồng"},
    {"title": "Làm việc với Đảng ủy xã Bình Nghi", "kind": "visit", "day": "12/9/2024", "hour": "08:00", "chair": "p1",
     "people": ["p8"], "vehicle": "77A-001.23", "place": "Trụ sở xã"},
    {"title": "Họp liên tịch Thường trực, Ban Thường vụ", "kind": "joint", "day": "12/9/2024", "hour": "14:00",
     "organs": ["thuong-truc", "btv"], "called_by": "90-GM/HU"},
    {"title": "Họp Ban Chỉ đạo phòng thủ khu vực", "kind": "steering", "day": "13/9/2024", "hour": "08:00",
     "chair": "p1", "people": ["p9", "p10"]},
    {"title": "Dự lễ khai giảng Trung tâm chính trị", "kind": "ceremony", "day": "13/9/2024", "hour": "14:00",
     "people": ["p8"], "paper": "i1"},
    {"title": "Ngày thứ Bảy tình nguyện", "kind": "other", "day": "14/9/2024", "hour": "06:30",
     "others": "Toàn cơ quan"},
    {"title": "Trực cuối tuần", "kind": "duty", "day": "14/9/2024", "last": "15/9/2024", "all_day": True,
     "people": ["p5"], "others": "Tổ văn thư, lái xe"},
    {"title": "Viếng nghĩa trang liệt sĩ", "kind": "ceremony", "day": "15/9/2024", "hour": "16:00",
     "organs": ["thuong-truc"]},
)  # fmt: skip


def test_a_week_of_thirteen_mixed_lines_is_typed_and_stands_in_the_printed_week(office: Window) -> None:
    for line in WEEK:
        enter(office, **line)
    assert len(events(office)) == 13
    facts = office.desk.facts
    pdf = printing.to_pdf(printing.print_form(facts, "lich-tuan", "2024-W37", on=office.desk.today))
    columns = [column for page in read_pdf(pdf) for column in columns_of(page)]
    for line in WEEK:
        for key in ("title", "hour", "place", "vehicle", "called_by", "others"):
            assert any(squeezed(line.get(key, "")) in column for column in columns), (line["title"], key)
        for ident in (*line.get("people", ()), line.get("chair", "p1")):
            assert any(squeezed(facts.named(ident)) in column for column in columns), (line["title"], ident)
    for told in (
        "(theo 90-GM/TU)",
        "đồng chí: Nguyễn Văn An, Huỳnh Tấn Dũng",
        "đại diện: Văn phòng Huyện ủy, Ban Tuyên giáo",
    ):
        assert any(squeezed(told) in column for column in columns), told
    assert sum(column.count(squeezed("Trực cuối tuần")) for column in columns) == 2


def columns_of(page: ReadPage) -> list[str]:
    """What begins at the same place of its line, from top to bottom: the cells of a column that stand to the left."""
    found: dict[int, list[str]] = {}
    for read in page.texts:
        found.setdefault(round(read.x), []).append(read.text)
    return [squeezed("".join(texts)) for texts in found.values()]


def test_the_day_panel_is_reached_by_keyboard(office: Window) -> None:
    online(office)
    screen = calendar(office)
    opened: list[str] = []

    def look(dialog: Any) -> None:  # noqa: ANN401 - an EventDialog
        opened.append(dialog.windowTitle())
        dialog.reject()

    office.in_dialog(look)
    title = screen.panel.events["e1"]
    title.setFocus()
    QTest.keyClick(title, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert opened == ["Sửa sự kiện"]
