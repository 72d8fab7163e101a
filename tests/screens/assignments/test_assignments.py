"""Phân công through the window: work handed over, a task given from a conclusion and finished, gaps, every width."""

import datetime as dt
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.domain.records import Office
from desktop.qt.buttons import Button
from desktop.qt.table import GroupRow
from desktop.screens.assignments.dialogs import AssignmentDialog, HandOverDialog
from desktop.screens.assignments.members import MembersTab
from desktop.screens.assignments.screen import AssignmentsScreen
from desktop.screens.assignments.units import UnitsTab
from desktop.screens.meetings.course import CoursePane
from desktop.screens.tasks.dialogs import DoneDialog, TaskDialog
from desktop.screens.tasks.tab import TasksTab
from desktop.usecases.assignments import rows as assignments
from tests.screens.conftest import MakeWindow, Window
from tests.screens.hands import CTRL, Key, click, write
from tests.usecases.assignments.test_assignments import DOCUMENTS, GIVEN, UNITS
from tests.usecases.meeting_office import LONG_NAME, TODAY, an_office, people
from tests.usecases.tasks.test_tasks import HELD

D = dt.date


def office(**lists: Any) -> Office:  # noqa: ANN401 - lists of the interchange JSON
    given = {"units": UNITS, "assignments": GIVEN, "documents": DOCUMENTS, "meetings": [], **lists}
    return an_office(**given)


def shown(window: Window, tab: str = "members") -> AssignmentsScreen:
    screen = window.screen("assignments")
    assert isinstance(screen, AssignmentsScreen)
    screen.show_tab(tab)
    return screen


def words(widget: Any) -> str:  # noqa: ANN401 - any widget
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def button(widget: Any, text: str) -> Button:  # noqa: ANN401 - any widget
    found: list[Button] = widget.findChildren(Button)
    return next(one for one in found if one.text() == text)


def test_all_of_a_persons_work_is_handed_over(window: MakeWindow) -> None:
    made = window(office())
    screen = shown(made)
    tab = screen.tab()
    assert isinstance(tab, MembersTab)
    tab.table.setFocus()
    tab.table.select("p4")
    assert "12-QĐ/HU ngày 02/01/2024" in words(tab.side)

    def fill(dialog: HandOverDialog) -> None:
        assert len(dialog.checks) == 2
        click(dialog.primary)
        assert "Chưa chọn người nhận" in dialog.band.text()
        line = dialog.to.box.lineEdit()
        assert line is not None
        write(line, "vo thi lan")
        write(dialog.day.editor, "1/9")
        QTest.keyClick(dialog.day.editor, Key.Key_Return)

    made.in_dialog(fill)
    click(button(tab.side, "Bàn giao…"))
    taken = assignments.of_person(made.desk.facts, "p8")
    assert [(one.from_, one.to) for one in taken] == [(D(2024, 9, 1), None)] * 2
    assert {one.to for one in assignments.of_person(made.desk.facts, "p4")} == {D(2024, 8, 31)}
    write(tab.day.editor, "2/9")
    tab.table.select("p8")
    assert "Đảng ủy xã Bình Nghi" in words(tab.side)
    made.activate()
    tab.table.setFocus()
    QTest.keyClick(made.shell, Key.Key_Z, CTRL)
    assert assignments.of_person(made.desk.facts, "p8") == []


def test_a_unit_with_nobody_is_marked_and_given_to_somebody(window: MakeWindow) -> None:
    made = window(office())
    screen = shown(made, "units")
    tab = screen.tab()
    assert isinstance(tab, UnitsTab)
    tab.filters["only"].set_value("gap")
    tab.refresh()
    tab.table.select("d2")
    assert "Chưa có ủy viên nào phụ trách" in words(tab.side)
    assert [cite.at.article for cite in screen.governing() if cite.at] == ["Điều 4"]

    def fill(dialog: AssignmentDialog) -> None:
        line = dialog.fields["person"].box.lineEdit()
        assert line is not None
        write(line, "mai thi van")
        draft = dialog.draft()
        assert (draft.unit, draft.kind, draft.decided_by) == (
            "d2",
            "unit",
            "btv",
        )
        click(dialog.primary)

    made.in_dialog(fill)
    click(button(tab.side, "Phân công…"))
    (given,) = (one for one in made.desk.facts.office.assignments if one.unit == "d2")
    assert (given.person, given.from_) == ("p12", TODAY)


def test_those_who_left_the_committee_are_brought_up(window: MakeWindow) -> None:
    roster = people()
    roster[3] = {**roster[3], "name": LONG_NAME, "seats": [{**one, "to": "2024-08-15"} for one in roster[3]["seats"]]}
    made = window(office(roster=roster))
    tab = shown(made).tab()
    assert isinstance(tab, MembersTab)
    assert tab.left.isVisible()
    assert LONG_NAME in tab.left_words.text()


def course(made: Window, item: str) -> CoursePane:
    made.shell.show_place("meetings", "m0")
    screen = made.shell.current()
    screen.page.show_tab("course")  # type: ignore[attr-defined]  # the meetings screen
    pane = screen.page.stack.currentWidget()  # type: ignore[attr-defined]  # the same
    assert isinstance(pane, CoursePane)
    pane.items.table.select(item)
    QApplication.processEvents()
    return pane


def test_a_task_is_given_from_the_conclusion_and_done_with_its_product(window: MakeWindow) -> None:
    made = window(an_office(meetings=[HELD]))
    pane = course(made, "a2")

    def give(dialog: TaskDialog) -> None:
        assert "Giao Phòng Tài chính lập kế hoạch." in words(dialog.source)
        write(dialog.fields["title"].editor, "Lập kế hoạch bổ sung dự toán")
        write(dialog.fields["product"].editor, "Kế hoạch")
        line = dialog.fields["unit"].box.lineEdit()
        assert line is not None
        write(line, "phong tai chinh")
        click(dialog.primary)

    made.in_dialog(give)
    click(pane.sheet.give)
    (task,) = made.desk.facts.office.tasks
    assert (task.title, task.unit, task.due) == ("Lập kế hoạch bổ sung dự toán", "u2", None)
    assert task.source is not None
    assert (task.source.meeting, task.source.agenda) == ("m0", "a2")
    tab = shown(made, "tasks").tab()
    assert isinstance(tab, TasksTab)
    tab.table.setFocus()

    def finish(dialog: DoneDialog) -> None:
        click(dialog.primary)
        assert "cần nêu sản phẩm" in dialog.band.text()
        write(dialog.fields["evidence"].editor, "12-KH/HU ngày 30/8/2024", leave=False)
        QTest.keyClick(dialog.fields["evidence"].editor, Key.Key_Return)

    made.in_dialog(finish)
    QTest.keyClick(tab.table, Key.Key_Return, CTRL)
    (task,) = made.desk.facts.office.tasks
    assert (task.done, task.evidence) == (TODAY, "12-KH/HU ngày 30/8/2024")


def test_mere_discussion_gives_no_task(window: MakeWindow) -> None:
    made = window(an_office(meetings=[HELD]))
    pane = course(made, "a3")
    click(pane.sheet.give)
    page = made.shell.current().page  # type: ignore[attr-defined]  # the meetings screen
    assert "ý kiến thảo luận chưa phải là nhiệm vụ" in page.band.text()
    assert made.desk.facts.office.tasks == ()


def test_an_overdue_task_stands_on_today_with_its_cause(window: MakeWindow) -> None:
    given = {"id": "t1", "title": "Lập kế hoạch", "unit": "u2", "due": "2024-08-20", "cause": "Chờ số liệu",
             "source": {"meeting": "m0", "agenda": "a2"}}  # fmt: skip
    made = window(an_office(meetings=[HELD], tasks=[given]))
    today = made.screen("today")
    (row,) = (one for one in today.table.rows() if not isinstance(one, GroupRow) and one.id == "task|tasks/t1")
    assert "Chờ số liệu" in row.second
    today.table.acted.emit(row)
    assert made.shell.current().place == "assignments"


@pytest.mark.parametrize("size", [(683, 352), (900, 700), (1280, 736), (1366, 736)])
def test_it_fits_every_width_empty_and_full(window: MakeWindow, size: tuple[int, int]) -> None:
    roster = people()
    roster[3]["name"] = LONG_NAME
    for each in (office(roster=roster), an_office(roster=[], meetings=[], absences=[], units=[])):
        made = window(each)
        screen = shown(made)
        made.shell.resize(*size)
        for tab in ("members", "units", "tasks"):
            screen.show_tab(tab)
            QApplication.processEvents()
            assert made.shell.width() == size[0]
            assert screen.tab().isVisible()
