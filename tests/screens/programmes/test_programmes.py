"""Chương trình through the window: drawn up, filled, adopted, adjusted; a year of meetings proposed and planned."""

import datetime as dt
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.domain.records import Programme
from desktop.nouns import tabs_of
from desktop.qt.buttons import Button
from desktop.qt.table import GroupRow
from desktop.screens.base.issue_dialog import IssueDialog
from desktop.screens.calendar.screen import CalendarScreen
from desktop.screens.programmes.dialogs import AdjustDialog, AdoptDialog, DoneDialog, ItemDialog, StartDialog
from desktop.screens.programmes.proposal import ProposalDialog
from desktop.screens.programmes.screen import ProgrammesScreen
from desktop.screens.programmes.tab import ProgrammesTab
from tests.screens.conftest import MakeWindow, Window
from tests.screens.hands import CTRL, Key, click, write
from tests.usecases.meeting_office import TODAY, an_office
from tests.usecases.programmes.test_programmes import AUGUST, QUARTER

D = dt.date
VISITS = [{"id": "v1", "body": "btv", "date": "2024-05-10"}]


def shown(window: Window) -> ProgrammesScreen:
    screen = window.screen("programmes")
    assert isinstance(screen, ProgrammesScreen)
    return screen


def tab_of(window: Window) -> ProgrammesTab:
    screen = shown(window)
    screen.show_tab("programmes")
    tab = screen.tab()
    assert isinstance(tab, ProgrammesTab)
    return tab


def words(widget: Any) -> str:  # noqa: ANN401 - any widget
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def button(widget: Any, text: str) -> Button:  # noqa: ANN401 - any widget
    found: list[Button] = widget.findChildren(Button)
    return next(one for one in found if one.text() == text)


def titles(tab: ProgrammesTab) -> list[str]:
    return [one.item.title for one in tab.page.table.rows()]


def test_a_record_opens_in_the_tab_that_lists_it(window: MakeWindow) -> None:
    made = window(an_office(programmes=[AUGUST], visits=VISITS))
    screen = shown(made)
    for record, tab in (("v1", "visits"), ("w1", "programmes"), ("reports", "reports"), ("", "reports")):
        made.shell.show_place("programmes", record)
        assert screen.bar.current() == tab


def test_every_tab_shows_an_empty_office(window: MakeWindow) -> None:
    made = window(an_office(meetings=[]))
    screen = shown(made)
    for _noun, tab in tabs_of("programmes"):
        screen.show_tab(tab.key)
        assert screen.tab().key == tab.key


def test_a_programme_is_drawn_up_from_the_row_that_asks_for_it(window: MakeWindow) -> None:
    made = window(an_office(programmes=[AUGUST, QUARTER]))
    tab = tab_of(made)
    tab.table.select("btv/2024-09")
    assert "khoản 1 Điều 17" in words(tab.side)
    assert "Dự thảo có" in words(tab.side)

    def check(dialog: StartDialog) -> None:
        assert isinstance(dialog, StartDialog)
        assert dialog.period.value() == "2024-09"
        assert "hạn cuối 31/8/2024" in words(dialog)
        click(dialog.primary)

    made.in_dialog(check)
    tab.table.setFocus()
    QTest.keyClick(tab.table, Key.Key_Return, CTRL)
    made.qtbot.waitUntil(tab.on_page)
    assert "Rà soát quy hoạch chợ" in titles(tab)
    assert "Dự thảo" in tab.page.facts_line.text()
    made.activate()
    QTest.keyClick(made.shell, Key.Key_Z, CTRL)
    made.qtbot.waitUntil(lambda: not tab.on_page())
    assert len(made.desk.facts.office.programmes) == 2


def test_items_are_written_ordered_and_finished(window: MakeWindow) -> None:
    draft = {**AUGUST, "adopted": None}
    made = window(an_office(programmes=[draft]))
    tab = tab_of(made)
    tab.select("w1")

    def add(dialog: ItemDialog) -> None:
        write(dialog.fields["title"].editor, "Tổng hợp ý kiến nhân dân")
        write(dialog.fields["due"].editor, "5/9")
        click(dialog.primary)
        assert "nằm ngoài tháng 8/2024" in dialog.band.text()
        write(dialog.fields["due"].editor, "28/8")
        click(dialog.primary)

    made.in_dialog(add)
    tab.page.add()
    assert titles(tab)[-1] == "Tổng hợp ý kiến nhân dân"
    made.activate()
    tab.page.table.setFocus()
    tab.page.table.select("3")
    QTest.keyClick(tab.page.table, Key.Key_Up, QApplication.keyboardModifiers().AltModifier)
    assert titles(tab)[2] == "Tổng hợp ý kiến nhân dân"

    def finish(dialog: DoneDialog) -> None:
        write(dialog.fields["progress"].editor, "Báo cáo 31-BC/HU")
        click(dialog.primary)

    made.in_dialog(finish)
    QTest.keyClick(tab.page.table, Key.Key_Return, CTRL)
    item = made.desk.facts.office.programmes[0].items[2]
    assert (item.done, item.progress) == (TODAY, "Báo cáo 31-BC/HU")
    tab.page.table.select("1")
    QTest.keyClick(tab.page.table, Key.Key_Delete)
    assert len(titles(tab)) == 3


def test_adopting_shows_the_rule_before_it_is_written(window: MakeWindow) -> None:
    draft = {**AUGUST, "adopted": None, "period": "2024-09", "items": [{"title": "Việc một"}]}
    made = window(an_office(programmes=[draft]))
    tab = tab_of(made)

    def adopt(dialog: AdoptDialog) -> None:
        assert "thông qua 30/8/2024; hạn cuối 31/8/2024" in words(dialog)
        assert "không có phiên họp nào" in words(dialog)
        write(dialog.day.editor, "2/9")
        assert "chậm 2 ngày" in words(dialog)
        click(dialog.primary)
        assert "chưa đến" in dialog.band.text()
        write(dialog.day.editor, "30/8")
        click(dialog.primary)

    made.in_dialog(adopt)
    row = next(one for one in tab.table.rows() if not isinstance(one, GroupRow) and one.id == "w1")
    tab.table.acted.emit(row)
    assert made.desk.facts.office.programmes[0].adopted == TODAY


def test_an_adopted_programme_is_adjusted_and_its_versions_compared(window: MakeWindow) -> None:
    made = window(an_office(programmes=[AUGUST]))
    screen, tab = shown(made), tab_of(made)
    tab.select("w1")
    assert tab.primary().text() == "Lập chương trình"
    tab.page.table.setFocus()
    tab.page.table.select("0")
    QTest.keyClick(tab.page.table, Key.Key_Delete)
    assert "cần chọn Điều chỉnh trước" in tab.band.text()

    def adjust(dialog: AdjustDialog) -> None:
        click(dialog.primary)
        assert "vì sao điều chỉnh" in dialog.band.text()
        write(dialog.reason.editor, "Bổ sung việc mới")
        click(dialog.primary)

    made.in_dialog(adjust)
    click(button(screen.head, "Điều chỉnh…"))
    assert "đang điều chỉnh lần 1" in tab.page.facts_line.text()
    made.activate()
    tab.page.table.setFocus()
    tab.page.table.select("0")
    QTest.keyClick(tab.page.table, Key.Key_Delete)
    assert "Bỏ: Rà soát quy hoạch chợ" in words(tab.side)
    assert "Lý do: Bổ sung việc mới" in words(tab.side)
    (back,) = [one for one in tab.more() if one.text == "Bỏ điều chỉnh"]
    back.run()
    assert len(titles(tab)) == 3


@pytest.mark.parametrize("size", [(1366, 768), (1000, 700), (683, 384)])
def test_the_page_fits_every_width(window: MakeWindow, size: tuple[int, int]) -> None:
    made = window(an_office(programmes=[AUGUST, QUARTER]))
    tab = tab_of(made)
    made.shell.resize(*size)
    QApplication.processEvents()
    tab.select("w1")
    QApplication.processEvents()
    assert tab.page.table.isVisible()
    assert made.shell.width() == size[0]
    click(tab.page.back)
    assert not tab.on_page()
    assert tab.table.isVisible()


def test_a_year_of_meetings_is_proposed_moved_dropped_and_planned_in_one_change(window: MakeWindow) -> None:
    made = window(an_office())
    dialog = ProposalDialog(made.desk)
    made.qtbot.addWidget(dialog)
    dialog.show()
    dialog.year.set_value("2025")
    dialog.show_proposal()
    dialog.which.set_value("btv")
    dialog.show_proposal()
    assert dialog.primary.text() == "Xếp 24 hội nghị"
    dialog.table.select_first()
    first = dialog.current()
    assert first
    QTest.keyClick(dialog.table, Key.Key_Space)
    assert dialog.primary.text() == "Xếp 23 hội nghị"
    QTest.keyClick(dialog.table, Key.Key_Space)
    write(dialog.day.editor, "9/1/2025")
    click(dialog.move_button)
    moved = dialog.current()
    assert moved
    assert (moved.id, moved.day) == (first.id, D(2025, 1, 9))
    write(dialog.busy.editor, "31/2")
    assert "chưa đúng; cần" in words(dialog)
    write(dialog.busy.editor, "10/1–20/1")
    click(dialog.primary)
    assert len(made.desk.facts.office.meetings) == 25
    made.activate()
    made.desk.undo()
    assert len(made.desk.facts.office.meetings) == 1


def test_what_a_dropped_meeting_leaves_open_is_said(window: MakeWindow) -> None:
    made = window(an_office(profile="bac-kan-ccq-2020"))
    dialog = ProposalDialog(made.desk)
    made.qtbot.addWidget(dialog)
    dialog.year.set_value("2025")
    dialog.show_proposal()
    dialog.table.select_first()
    dialog.drop_row()
    assert "thiếu 1" in words(dialog)
    assert dialog.drop_button.text() == "Giữ lại"


def test_the_commands_are_found_from_anywhere(window: MakeWindow) -> None:
    made = window(an_office(programmes=[QUARTER]))
    found = {command.text for command in made.shell.commands()}
    assert {"Lập chương trình…", "Đề xuất lịch họp năm…"} <= found
    opened: list[str] = []

    def close(dialog: Any) -> None:  # noqa: ANN401 - any dialog
        opened.append(type(dialog).__name__)
        dialog.reject()

    for record in ("propose", "new-programmes", "new:btv/2024-Q4"):
        made.in_dialog(close)
        made.shell.show_place("programmes", record)
    assert opened == ["ProposalDialog", "StartDialog", "StartDialog"]
    assert made.desk.facts.one(Programme, "w2")


def test_the_calendar_leads_from_an_item_to_its_programme(window: MakeWindow) -> None:
    made = window(an_office(programmes=[AUGUST, QUARTER]))
    screen = made.screen("calendar")
    assert isinstance(screen, CalendarScreen)
    screen.show_day(D(2024, 9, 18))
    assert "Đề án sắp xếp trường, lớp học" in words(screen.panel)
    screen.show_view("agenda")
    row = next(one for one in screen.agenda.rows() if not isinstance(one, GroupRow) and one.entry.kind == "programme")
    screen.agenda.opened.emit(row)
    assert tab_of(made).page.ident == "w2"
    screen.layers["deadline"].box.click()
    shown = [one for one in screen.agenda.rows() if not isinstance(one, GroupRow)]
    assert not any(one.entry.kind in ("programme", "deadline") for one in shown)


def test_an_adopted_programme_is_numbered_from_its_page(window: MakeWindow) -> None:
    made = window(an_office(programmes=[AUGUST]))
    tab = tab_of(made)
    tab.select("w1")

    def take(dialog: IssueDialog) -> None:
        write(dialog.number.editor, "12")
        click(dialog.primary)

    made.in_dialog(take)
    next(one for one in tab.more() if one.text == "Cấp số văn bản…").run()
    assert "12-CTr/HU" in tab.page.facts_line.text()
    assert [one.text for one in tab.more()] == ["In tình hình thực hiện"]
