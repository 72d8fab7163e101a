"""Undo and redo as they are seen: what was taken back and where, fields true after it, reasons typed after L and K."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.session import OfficeFile
from desktop.opening.office import attach
from desktop.qt.memory import Memory
from desktop.qt.notices import FOOT
from desktop.sample.sample import sample_office
from desktop.screens.base.desk import Desk
from desktop.screens.window.shell import Shell
from tests.screens.conftest import MakeWindow, Window
from tests.screens.hands import CTRL, Key, type_text, write
from tests.screens.window.test_shell import DAY, PROFILE

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def made(window: MakeWindow) -> Window:
    one = window(sample_office(PROFILE, as_of=DAY.date()))
    one.move_clock(DAY)
    return one


def rename(made: Window, name: str) -> str:
    person = made.desk.facts.office.people[0]
    assert made.desk.do("Sửa họ tên", lambda store: store.put(replace(person, name=name)))
    return person.name


def test_undo_says_what_was_taken_back_and_leads_there(made: Window) -> None:
    before = rename(made, "Trần Thị Mới")
    made.screen("calendar")
    QTest.keyClick(made.shell, Key.Key_Z, CTRL)
    toast = made.shell.toast
    assert toast.text() == f"Đã hoàn tác: Sửa họ tên · Danh mục: {before}"
    QTest.keyClick(toast._see, Key.Key_Return)
    assert made.shell.current().place == "directory"


@pytest.mark.parametrize("keys", [(Key.Key_Y, CTRL), (Key.Key_Z, CTRL | SHIFT)])
def test_redo_makes_it_again(made: Window, keys: tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
    before = rename(made, "Trần Thị Mới")
    QTest.keyClick(made.shell, Key.Key_Z, CTRL)
    assert made.desk.facts.office.people[0].name == before
    QTest.keyClick(made.shell, *keys)
    assert made.desk.facts.office.people[0].name == "Trần Thị Mới"
    assert made.shell.toast.text().startswith("Đã làm lại: Sửa họ tên")
    QTest.keyClick(made.shell, *keys)
    assert made.shell.toast.text() == "Không còn việc nào để làm lại"


def test_what_was_done_before_the_window_was_opened_stays(made: Window, qtbot: QtBot) -> None:
    rename(made, "Trần Thị Mới")
    with OfficeFile.open(made.file.path, clock=lambda: made.now, who="văn thư") as file:
        desk = Desk(clock=lambda: made.now, memory=Memory())
        shell = Shell(desk)
        qtbot.addWidget(shell)
        attach(shell, file)
        for _ in range(12):
            shell._undo()
        assert shell.toast.text() == "Không còn việc nào để hoàn tác"
        assert desk.facts.office.people[0].name == "Trần Thị Mới"
        desk.tasks.wait()


def test_what_is_said_covers_nothing_that_is_worked_on(made: Window) -> None:
    rename(made, "Trần Thị Mới")
    made.desk.toast("Đã sửa họ tên của người đứng đầu trong danh mục của đơn vị " * 4, undo=True)
    toast, whole = made.shell.toast, made.shell.centralWidget()
    assert whole is not None
    assert toast.geometry().top() == whole.height() - FOOT
    assert toast.width() <= whole.width()
    assert not toast.geometry().intersects(made.shell.stack.geometry())
    rename(made, "Trần Thị Khác")
    assert not toast.isVisible()


def test_the_field_left_last_shows_what_the_file_holds_after_undo(made: Window) -> None:
    meeting = next(one for one in made.desk.facts.sessions if one.start.date() > DAY.date())
    made.shell.show_place("meetings", meeting.id)
    form = made.shell.current().page.stack.currentWidget().form
    place = form.fields["place"]
    write(place.editor, "Phòng họp B", leave=False)
    place.commit()
    assert made.meeting(meeting.id).place == "Phòng họp B"
    assert place.editor.hasFocus()
    made.desk.undo()
    assert (place.line.text(), made.meeting(meeting.id).place) == (meeting.place, meeting.place)
    kind = form.fields["kind"]
    kind.box.setFocus()
    before, shown = meeting.kind, kind.box.currentText()
    QTest.keyClick(kind.box, Key.Key_Down)
    assert made.meeting(meeting.id).kind != before
    made.desk.undo()
    assert (kind.box.currentText(), made.meeting(meeting.id).kind) == (shown, before)


@pytest.mark.parametrize(("key", "status"), [("L", "excused"), ("K", "absent")])
@pytest.mark.parametrize("back", [Key.Key_Return, Key.Key_Escape])
def test_the_reason_typed_after_l_and_k_goes_into_its_field(made: Window, key: str, status: str, back: Qt.Key) -> None:
    held = [one for one in made.desk.facts.sessions if one.start < DAY and len(one.attendance) > 9][-1]
    unvoted = tuple(replace(item, vote=None) for item in held.agenda)
    meeting = replace(held, id="mx", minutes=None, agenda=unvoted)
    assert made.desk.do("Thêm", lambda store: store.put(meeting))
    made.shell.show_place("meetings", meeting.id)
    page = made.shell.current().page
    page.show_tab("course")
    made.activate()
    attendance = page.stack.currentWidget().people
    table = attendance.table
    table.setFocus()
    QTest.keyClick(table, Key.Key_A, CTRL)
    QTest.keyClick(table, Key.Key_End)
    last = table.rows()[-1].person.id
    assert table.current().person.id == last
    QTest.keyClick(table, key)
    assert attendance.reason.line.hasFocus()
    type_text(QApplication.focusWidget(), "khám bệnh, họp tỉnh")
    QTest.keyClick(attendance.reason.line, back)
    assert table.hasFocus()
    assert table.current().person.id == last
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))
    marks = {mark.person: (mark.status, mark.reason) for mark in made.meeting(meeting.id).attendance}
    assert marks[last] == (status, "khám bệnh, họp tỉnh")
    assert sum(one == ("present", "") for one in marks.values()) == len(marks) - 1


def test_home_and_end_go_to_the_first_and_last_row_of_a_list(made: Window) -> None:
    table = made.screen("meetings").table
    table.setFocus()
    QTest.keyClick(table, Key.Key_End)
    assert table.currentIndex().row() == table.model().rowCount() - 1
    QTest.keyClick(table, Key.Key_Home)
    assert table.current() is table.rows()[0]


def test_ctrl_tab_turns_the_tabs_of_a_meeting(made: Window) -> None:
    meeting = made.desk.facts.sessions[-1]
    made.shell.show_place("meetings", meeting.id)
    page = made.shell.current().page
    before = page.stack.currentWidget()
    made.shell._turn_tab(1)
    assert page.stack.currentWidget() is not before
    made.shell._turn_tab(-1)
    assert page.stack.currentWidget() is before


def test_the_list_of_meetings_has_the_keyboard_when_it_is_shown(made: Window) -> None:
    screen = made.screen("today")
    QTest.keyClick(made.shell, Key.Key_3, CTRL)
    screen = made.shell.current()
    assert screen.table.hasFocus()


def test_a_regulation_goes_only_when_that_is_confirmed(made: Window, tmp_path: Path) -> None:
    screen = made.screen("directory")
    screen.show_tab("regulation")
    uses = made.desk.facts.office.office.regulations
    asked: list[str] = []

    def refuse(dialog: object) -> None:
        asked.append(dialog.windowTitle())  # type: ignore[attr-defined]  # whatever dialog it is, it has a title
        dialog.reject()  # type: ignore[attr-defined]

    made.in_dialog(refuse)
    screen.tab().drop()
    assert len(asked) == 1
    assert made.desk.facts.office.office.regulations == uses
