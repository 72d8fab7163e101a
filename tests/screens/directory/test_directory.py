"""Danh mục worked as a clerk works it: people, seats, units, the office, the regulation's values, the days off."""

import datetime as dt
import time
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.records import Office, OwnProfile
from desktop.exchange.lists.excel import template
from desktop.exchange.lists.people_cells import Entry
from desktop.qt.buttons import Link
from desktop.qt.table import GroupRow
from desktop.sample.sample import sample_office
from desktop.screens.base.screen import Width
from desktop.screens.directory.import_people import read_list
from desktop.screens.directory.screen import DirectoryScreen
from tests.screens.conftest import MakeWindow, Window
from tests.screens.hands import Key, click, write
from tests.screens.regulations.own_values import give_back, lay_down

TODAY = dt.date(2024, 8, 30)


@pytest.fixture(scope="module")
def office() -> Office:
    return sample_office("tay-son-2024", as_of=TODAY)


@pytest.fixture
def opened(window: MakeWindow, office: Office) -> Window:
    return window(office)


def tab(window: Window, key: str) -> Any:  # noqa: ANN401 - each test knows the class of its tab
    screen = window.screen("directory")
    assert isinstance(screen, DirectoryScreen)
    screen.show_tab(key)
    QApplication.processEvents()
    return screen.tab()


def names(window: Window) -> list[str]:
    return [row.person.name for row in tab(window, "people").table.rows()]


def link(widget: Any, name: str) -> Link:  # noqa: ANN401 - any widget
    return next(each for each in widget.findChildren(Link) if each.accessibleName() == name)


# People


def test_people_are_found_without_diacritics_while_typing(opened: Window) -> None:
    people = tab(opened, "people")
    assert len(names(opened)) == len(opened.desk.facts.office.people)
    people.search.setFocus()
    QTest.keyClicks(people.search.editor, "nguyen duc lam")
    assert names(opened) == ["Nguyễn Đức Lâm"]
    assert people.person.name.value() == "Nguyễn Đức Lâm"


def test_a_body_filter_shows_its_members_of_that_day(opened: Window) -> None:
    people = tab(opened, "people")
    people.filters["body"].set_value("btv")
    people.filters["body"].saved.emit("btv")
    assert len(names(opened)) == 13
    people.day.set_value(dt.date(2019, 1, 1))
    people.refresh()
    assert names(opened) == []


def test_a_field_saves_when_left_and_is_undone(opened: Window) -> None:
    people = tab(opened, "people")
    people.select("p1")
    write(people.person.position.editor, "Bí thư Huyện ủy, Chủ tịch HĐND")
    assert opened.desk.facts.person("p1").position == "Bí thư Huyện ủy, Chủ tịch HĐND"  # type: ignore[union-attr]
    opened.desk.undo()
    assert people.person.position.value() == "Bí thư Huyện ủy"


def test_a_wrong_name_is_said_over_the_table_and_kept(opened: Window) -> None:
    people = tab(opened, "people")
    people.select("p1")
    write(people.person.name.editor, "An")
    assert people.band.text() == "Họ và tên: cần ghi đủ họ và tên."
    assert people.person.name.line.text() == "An"
    assert opened.desk.facts.person("p1").name == "Nguyễn Văn An"  # type: ignore[union-attr]


def test_a_second_secretary_is_refused_in_the_dialog_which_stays(opened: Window) -> None:
    people = tab(opened, "people")
    people.select("p2")
    said: list[str] = []

    def fill(dialog: Any) -> None:  # noqa: ANN401 - a SeatDialog
        dialog.fields["body"].box.setCurrentIndex(2)
        dialog.fields["body"].commit()
        dialog.fields["role"].set_value("bi-thu")
        click(dialog.primary)
        said.append(dialog.band.text())
        dialog.reject()

    opened.in_dialog(fill)
    click(people.person.add_seat)
    assert said == [
        "Bí thư: Nguyễn Văn An đang giữ (01/8/2020–nay); mỗi lúc chỉ một người, cần ghi thôi giữ chức vụ trước."
    ]


def test_a_seat_is_ended_from_the_panel(opened: Window) -> None:
    people = tab(opened, "people")
    people.select("p1")

    def end(dialog: Any) -> None:  # noqa: ANN401 - an EndDialog
        write(dialog.last.editor, "31/8/2024")
        click(dialog.primary)

    opened.in_dialog(end)
    link(people.person, "Thôi giữ chức vụ Bí thư Huyện ủy").clicked.emit()
    assert opened.desk.facts.secretary(dt.date(2024, 8, 31)) is not None
    assert opened.desk.facts.secretary(dt.date(2024, 9, 1)) is None


def test_a_person_on_record_is_not_removed(opened: Window) -> None:
    people = tab(opened, "people")
    people.select("p1")
    people.table.setFocus()
    QTest.keyClick(people.table, Key.Key_Delete)
    assert "Nguyễn Văn An còn được ghi ở" in people.band.text()


def test_a_person_is_added_by_a_dialog_and_chosen(opened: Window) -> None:
    people = tab(opened, "people")

    def fill(dialog: Any) -> None:  # noqa: ANN401 - a PersonDialog
        write(dialog.fields["name"].editor, "Âu Thị Ánh")
        QTest.keyClick(dialog.fields["name"].editor, Key.Key_Return)

    opened.in_dialog(fill)
    people.begin()
    assert people.table.current().person.name == "Âu Thị Ánh"


def test_an_excel_list_is_shown_before_it_is_added(opened: Window, tmp_path: Path) -> None:
    people = tab(opened, "people")
    path = tmp_path / "danh sách.xlsx"
    path.write_bytes(template([Entry(name="Âu Thị Ánh", born=1980)]))
    opened.in_dialog(lambda dialog: click(dialog.primary))
    read_list(opened.desk, people, path)
    opened.qtbot.waitUntil(lambda: "Âu Thị Ánh" in names(opened), timeout=10_000)


def test_who_may_be_known_is_asked_about_and_counted_truly(opened: Window, tmp_path: Path) -> None:
    people, before = tab(opened, "people"), len(opened.desk.facts.office.people)
    known = opened.desk.facts.office.people[:3]
    path = tmp_path / "danh sách.xlsx"
    sure = Entry(name=known[2].name, born=known[2].born)
    path.write_bytes(template([*(Entry(name=one.name) for one in known[:2]), sure, Entry(name="Âu Thị Ánh")]))
    seen: list[Any] = []

    def look(dialog: Any) -> None:  # noqa: ANN401 - a PeopleDialog
        seen.append(dialog.primary.text())
        dialog.others.box.click()
        seen.append(dialog.primary.text())
        dialog.others.box.click()
        seen.extend((one.state, "chưa rõ có phải một người" in one.told) for one in dialog.table.rows())
        click(dialog.primary)

    opened.in_dialog(look)
    read_list(opened.desk, people, path)
    opened.qtbot.waitUntil(lambda: "Âu Thị Ánh" in names(opened), timeout=20_000)
    assert seen == [
        "Thêm 1 người", "Thêm 3 người", ("asked", True), ("asked", True), ("known", False), ("new", False),
    ]  # fmt: skip
    assert len(opened.desk.facts.office.people) == before + 1


def test_lines_at_fault_are_left_out_where_the_others_are_wanted(opened: Window, tmp_path: Path) -> None:
    people = tab(opened, "people")
    path = tmp_path / "danh sách.xlsx"
    path.write_bytes(template([Entry(name="Âu Thị Ánh", born=1980), Entry(name="An")]))
    opened.in_dialog(lambda dialog: (opened.in_dialog(lambda shown: click(shown.primary)), click(dialog.primary)))
    read_list(opened.desk, people, path)
    opened.qtbot.waitUntil(lambda: "Âu Thị Ánh" in names(opened), timeout=20_000)


def test_reading_a_file_can_be_given_up(opened: Window, tmp_path: Path) -> None:
    from desktop.screens.base.reading import ReadingDialog, read_aside

    people, heard, stopped = tab(opened, "people"), [], Event()

    def read(stop: Any) -> None:  # noqa: ANN401 - asks whether the reading is given up
        while not stop():
            time.sleep(0.01)
        stopped.set()

    read_aside(opened.desk.tasks, people, tmp_path / "lớn.xlsx", read, heard.append, heard.append)
    opened.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ReadingDialog), timeout=10_000)
    QTest.keyClick(QApplication.activeModalWidget(), Key.Key_Escape)
    opened.qtbot.waitUntil(stopped.is_set, timeout=10_000)
    opened.desk.tasks.wait()
    QApplication.processEvents()
    assert heard == []


def test_a_faulty_list_is_said_whole_and_changes_nothing(opened: Window, tmp_path: Path) -> None:
    people, before = tab(opened, "people"), opened.desk.facts.office
    path = tmp_path / "danh sách.xlsx"
    path.write_bytes(b"x")
    titles: list[str] = []
    opened.in_dialog(lambda dialog: (titles.append(dialog.windowTitle()), dialog.reject()))
    read_list(opened.desk, people, path)
    opened.qtbot.waitUntil(lambda: bool(titles), timeout=10_000)
    assert titles == ["Danh sách chưa nhập được"]
    assert opened.desk.facts.office == before


# Units, the office, settings


def test_units_stand_under_their_kind_and_are_renamed(opened: Window) -> None:
    units = tab(opened, "units")
    first = units.table.current()
    write(units.panel.fields["name"].editor, "Chi bộ Đảng, đoàn thể")
    assert opened.desk.facts.unit(first.unit.id).name == "Chi bộ Đảng, đoàn thể"  # type: ignore[union-attr]
    units.remove()
    assert "còn được ghi ở" in units.band.text()


def test_the_office_head_saves_by_field(opened: Window) -> None:
    page = tab(opened, "office")
    write(page.fields["congress"].editor, "XXII")
    assert opened.desk.facts.office.office.congress == "XXII"
    write(page.fields["congress"].editor, "hai hai")
    assert "cần số La Mã như XXI" in page.band.text()


def test_a_setting_becomes_the_offices_own_and_goes_back(opened: Window) -> None:
    page = tab(opened, "settings")
    page.table.select("meeting.minutes.days")
    lay_down(opened, page.panel.own, "3")
    row = page.table.current()
    assert (row.value, row.source) == ("3", "theo quy ước của đơn vị")
    give_back(opened, page.panel.own)
    assert page.table.current().source == "mặc định"


# The regulation


def test_a_parameter_shows_its_article_and_takes_the_offices_value(opened: Window) -> None:
    page = tab(opened, "regulation")
    page.select("absence.reported.working_days")
    assert page.panel.text.text() == "3 ngày làm việc"
    assert page.governing()[0].at.article == "Điều 4"
    lay_down(opened, page.panel.own, "2")
    row = page.table.current()
    assert (row.value, row.overridden) == ("2 ngày làm việc", True)
    assert page.panel.text.text() == "3 ngày làm việc", "what the text says stays in sight"
    page.only.choose("own")
    page.only.chosen.emit("own")
    assert "absence.reported.working_days" in [row.key for row in page.table.rows() if hasattr(row, "key")]


def test_a_wrong_value_is_refused_with_the_article(opened: Window) -> None:
    page = tab(opened, "regulation")
    page.select("meeting.quorum.bch")
    said: list[str] = []

    def fill(dialog: Any) -> None:  # noqa: ANN401 - an OwnValueDialog
        write(dialog.value.typed.editor, "quá nửa")
        said.extend((dialog.value.typed._line_text.text(), str(dialog.primary.isEnabled())))
        dialog.reject()

    opened.in_dialog(fill)
    click(page.panel.own.change)
    assert said == [
        "Quy ước của đơn vị: “quá nửa” chưa đúng; cần ghi như “ít nhất 2/3 tổng số ủy viên”, "
        "“trên 1/2 số ủy viên dự” (khoản 1 Điều 18).",
        "False",
    ]


def test_silences_are_plain_words_without_an_article(opened: Window) -> None:
    page = tab(opened, "regulation")
    page.only.choose("silent")
    page.only.chosen.emit("silent")
    rows = [row for row in page.table.rows() if hasattr(row, "key")]
    assert rows
    assert {row.value for row in rows} == {"Không có quy định"}
    assert all(row.cite is None for row in rows)
    assert page.governing() == ()


def test_another_regulation_is_taken_into_use(opened: Window) -> None:
    page = tab(opened, "regulation")

    def fill(dialog: Any) -> None:  # noqa: ANN401 - a UseDialog
        dialog.profile.set_value("lung-phinh-2025")
        write(dialog.first.editor, "01/7/2025")
        click(dialog.primary)

    opened.in_dialog(fill)
    page.begin()
    assert [use.profile for use in opened.desk.facts.office.office.regulations] == ["tay-son-2024", "lung-phinh-2025"]


def test_the_offices_own_regulation_is_offered_too(window: MakeWindow) -> None:
    own = OwnProfile(id="rieng", title="Quy chế làm việc của Huyện ủy, sửa đổi 2025", base="tay-son-2024")
    made = window(replace(sample_office("tay-son-2024"), profiles=(own,)))
    page = tab(made, "regulation")

    def fill(dialog: Any) -> None:  # noqa: ANN401 - a UseDialog
        dialog.profile.set_value("rieng")
        write(dialog.first.editor, "01/7/2025")
        click(dialog.primary)

    made.in_dialog(fill)
    page.begin()
    assert made.desk.facts.office.office.regulations[-1].profile == "rieng"
    held = made.desk.facts.in_force(dt.date(2025, 7, 1))
    assert held is not None
    assert held.profile.title == own.title


# Days


def test_a_make_up_day_is_added_and_taken_away(opened: Window) -> None:
    page = tab(opened, "days")

    def fill(dialog: Any) -> None:  # noqa: ANN401 - a DayDialog
        write(dialog.fields["date"].editor, "7/9/2024")
        dialog.kind.set_value("worked")
        write(dialog.fields["document"].editor, "Thông báo 15-TB/VPHU")
        click(dialog.primary)

    opened.in_dialog(fill)
    page.begin()
    assert opened.desk.facts.workdays.is_working(dt.date(2024, 9, 7))
    assert page.table.current().ground == "Thông báo 15-TB/VPHU"
    page.remove()
    assert not opened.desk.facts.workdays.is_working(dt.date(2024, 9, 7))


def test_a_provisional_year_is_said(opened: Window) -> None:
    page = tab(opened, "days")
    year = min(opened.desk.facts.workdays.provisional)
    if str(year) in [page.year.box.itemData(index) for index in range(page.year.box.count())]:
        page.year.set_value(str(year))
        page.refresh()
        assert "tạm tính" in page.band.text()


# Widths


@pytest.mark.parametrize("key", ["people", "units", "office", "regulation", "settings", "days"])
def test_one_pane_at_a_time_in_a_small_window(opened: Window, key: str) -> None:
    page = tab(opened, key)
    page.set_width(Width.SINGLE)
    assert not page.side.isVisibleTo(page)
    click(page.toggle)
    assert page.side.isVisibleTo(page)
    assert not page.main.isVisibleTo(page)
    page.set_width(Width.WIDE)
    assert page.side.isVisibleTo(page)
    assert page.main.isVisibleTo(page)


def test_from_when_records_are_kept_is_set_and_said_where_the_office_is_judged(opened: Window) -> None:
    settings = opened.screen("settings")
    assert settings.kept_from.value() is None
    write(settings.kept_from.editor, "1/8/2024")
    assert opened.desk.facts.office.office.kept_from == dt.date(2024, 8, 1)
    said = "Trước ngày 01/8/2024 chỉ ghi nhận, không đối chiếu"
    assert opened.screen("compliance").kept.text() == f"{said}."
    assert opened.screen("compliance").kept.isVisible()
    opened.desk.undo()
    assert opened.screen("settings").kept_from.value() is None
    assert not opened.screen("compliance").kept.isVisible()


def test_a_day_no_calendar_has_is_no_day_to_keep_records_from(opened: Window) -> None:
    settings = opened.screen("settings")
    write(settings.kept_from.editor, "31/2/2024")
    assert opened.desk.facts.office.office.kept_from is None
    assert settings.kept_from.editor.accessibleDescription()


# Units through time


def test_a_unit_ends_on_a_day_and_names_who_takes_over(opened: Window) -> None:
    panel = tab(opened, "units").panel
    tab(opened, "units").select("ca")
    assert not panel.fields.choice("successor").editor.isEnabled()
    write(panel.fields["to"].editor, "15/8/2024")
    assert panel.fields.choice("successor").editor.isEnabled()
    panel.fields.choice("successor").set_value("phuphong")
    panel.fields.choice("successor").saved.emit("phuphong")
    unit = opened.desk.facts.unit("ca")
    assert unit is not None
    assert (unit.to, unit.successor) == (dt.date(2024, 8, 15), "phuphong")
    write(panel.fields["from_"].editor, "16/8/2024")
    assert "15/8/2024 trước ngày đầu 16/8/2024" in tab(opened, "units").band.text()
    last = tab(opened, "units").table.rows()[-1]
    assert (last.unit.id, last.days) == ("ca", "đến hết 15/8/2024")


def test_units_are_merged_in_one_deed_that_says_what_goes_over(opened: Window) -> None:
    units_tab, before = tab(opened, "units"), opened.desk.facts.office
    owing = next(task.unit for task in before.tasks if task.unit and not task.done)
    other = next(unit.id for unit in before.units if unit.id != owing)
    seen: list[Any] = []

    def fill(dialog: Any) -> None:  # noqa: ANN401 - a MergeDialog
        assert dialog.merger().old == ()
        write(dialog.day.editor, "1/9/2024")
        for row in [one for one in dialog.old.table.rows() if one.id in (owing, other)]:
            dialog.old.table.ticked.emit(row)
        seen.append(dialog.told.text())
        seen.append([row.kind for row in dialog.table.rows() if not isinstance(row, GroupRow)])
        click(dialog.primary)
        seen.append(dialog.band.text())
        write(dialog.name.editor, "Ban Xây dựng Đảng Huyện ủy")
        write(dialog.document.editor, "12-QĐ/TU")
        click(dialog.primary)

    opened.in_dialog(fill)
    units_tab.merge()
    assert seen[0].startswith("Các đơn vị cũ kết thúc hết ngày 31/8/2024. ")
    assert "Nhiệm vụ đang mở" in seen[1]
    assert seen[2] == "Tên đơn vị: cần ghi tên."
    made = units_tab.table.current().unit
    assert (made.name, made.from_) == ("Ban Xây dựng Đảng Huyện ủy", dt.date(2024, 9, 1))
    open_tasks = [task for task in opened.desk.facts.office.tasks if not task.done]
    assert not [task for task in open_tasks if {task.unit, *task.with_} & {owing, other}]
    assert opened.file.undoable().endswith("thành Ban Xây dựng Đảng Huyện ủy theo 12-QĐ/TU")  # type: ignore[union-attr]
    opened.desk.undo()
    assert opened.desk.facts.office == before


def test_a_unit_no_longer_there_is_not_offered_but_stays_where_it_was_chosen(opened: Window) -> None:
    from desktop.screens.tasks.dialogs import TaskDialog

    desk = opened.desk
    task = next(one for one in desk.facts.office.tasks if one.unit)
    gone = desk.facts.unit(task.unit)
    assert gone is not None
    desk.do("Giải thể", lambda store: store.put(replace(gone, to=dt.date(2024, 8, 1)), before=gone))

    def offered(field: Any) -> dict[str, str]:  # noqa: ANN401 - a Combo
        return {field.box.itemData(row): field.box.itemText(row) for row in range(field.box.count())}

    assert offered(TaskDialog(desk, task=task).fields.choice("unit"))[gone.id] == f"{gone.name} (đến hết 01/8/2024)"
