"""Đi vắng through the window: a quorum that breaks is warned of before the absence is saved; the list and the year."""

import datetime as dt
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.qt.buttons import Button, Link
from desktop.qt.table import GroupRow
from desktop.screens.absences.dialog import AbsenceDialog
from desktop.screens.absences.screen import AbsencesScreen
from desktop.screens.absences.small import CoverDialog, DutyDialog, ReportDialog
from desktop.screens.base.screen import Width
from desktop.usecases.absences.rows import AbsenceRow
from tests.screens.conftest import MakeWindow, Window
from tests.screens.hands import CTRL, LEFT, Key, click, write
from tests.usecases.absences.test_absences import crowd
from tests.usecases.meeting_office import LONG_NAME, TODAY, an_office, people, session


def shown(window: Window) -> AbsencesScreen:
    screen = window.screen("absences")
    assert isinstance(screen, AbsencesScreen)
    return screen


def rows(screen: AbsencesScreen) -> list[AbsenceRow]:
    return [row for row in screen.table.rows() if not isinstance(row, GroupRow)]


def words(widget: Any) -> str:  # noqa: ANN401 - any widget
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def choose(dialog: AbsenceDialog, name: str) -> None:
    line = dialog.fields["person"].box.lineEdit()
    assert line is not None
    write(line, name)


def test_an_absence_that_breaks_a_quorum_is_warned_of_before_it_is_saved(window: MakeWindow) -> None:
    made = window(an_office(meetings=[session(id="h1", body="bch", title="Hội nghị Huyện ủy 19")], absences=crowd(8)))
    screen = shown(made)
    seen: list[str] = []

    def fill(dialog: AbsenceDialog) -> None:
        assert "Chọn người vắng" in words(dialog.panel)
        choose(dialog, "phan dinh khoi")
        write(dialog.fields["from_"].editor, "5/9")
        write(dialog.fields["to"].editor, "9/9")
        write(dialog.fields["destination"].editor, "Hà Nội")
        write(dialog.fields["reported"].editor, "30/8")
        draft = dialog.draft()
        assert (draft.reported_to, draft.form) == ("thuong-truc", "written")
        made.qtbot.waitUntil(lambda: "còn 16/25, cần 17" in words(dialog.panel))
        seen.extend([words(dialog.panel), dialog._note.text()])
        assert [one.id for one in made.desk.facts.office.absences if one.person == "p7"] == []
        QTest.keyClick(dialog.fields["destination"].editor, Key.Key_Return)

    made.in_dialog(fill)
    click(screen.add_button)
    panel, note = seen
    assert "Hội nghị Huyện ủy 19" in panel
    assert "Ngày gần nhất đủ số: " in panel
    assert "Báo cáo Thường trực bằng văn bản, chậm nhất 05/9/2024." in panel
    assert "3 ngày làm việc: đã trừ 2 ngày cuối tuần." in panel
    assert note == "Ngày 06/9 còn 16/25, cần 17. Vẫn ghi được."
    (kept,) = (one for one in made.desk.facts.office.absences if one.person == "p7")
    assert (kept.from_, kept.to, kept.destination) == (dt.date(2024, 9, 5), dt.date(2024, 9, 9), "Hà Nội")
    assert screen.table.current().id == kept.id
    assert "còn 16/25, cần 17" in words(screen.panel)
    today = made.screen("today")
    assert any("không đủ số: dự kiến 16/25, cần 17" in row.title for row in today.table.rows() if hasattr(row, "act"))


def test_a_refusal_stays_over_the_form_and_what_was_typed_in_it(window: MakeWindow) -> None:
    made = window(an_office())
    screen = shown(made)
    said: list[str] = []

    def fill(dialog: AbsenceDialog) -> None:
        click(dialog.primary)
        said.append(words(dialog.fields["person"]))
        choose(dialog, "tran thi hanh")
        write(dialog.fields["from_"].editor, "6/9")
        click(dialog.primary)
        said.append(dialog.band.text())
        assert dialog.fields["from_"].value() == dt.date(2024, 9, 6)
        QTest.keyClick(dialog, Key.Key_Escape)

    made.in_dialog(fill)
    QTest.keyClick(screen.table, Key.Key_Escape)
    screen.add()
    assert "Chọn" in said[0]
    assert "đã ghi vắng 30/8–06/9/2024" in said[1]
    assert len(made.desk.facts.office.absences) == 2


def test_reported_by_one_key_and_taken_back(window: MakeWindow) -> None:
    made = window(an_office())
    screen = shown(made)
    screen.table.setFocus()
    screen.table.select("x1")
    QTest.keyClick(screen.table, Key.Key_Return, CTRL)
    (row,) = (row for row in rows(screen) if row.id == "x1")
    assert (row.absence.reported, row.absence.form, row.verdict) == (TODAY, "written", "met")
    QTest.keyClick(made.shell, Key.Key_Z, CTRL)
    (row,) = (row for row in rows(screen) if row.id == "x1")
    assert (row.absence.reported, row.absence.form) == (None, None)


def test_the_report_dialog_is_filled_with_what_is_asked(window: MakeWindow) -> None:
    made = window(an_office())
    screen = shown(made)
    screen.table.select("x1")

    def fill(dialog: ReportDialog) -> None:
        draft = dialog.draft()
        assert (draft.reported, draft.reported_to, draft.form) == (TODAY, "thuong-truc", "written")
        write(dialog.fields["reported"].editor, "29/8")
        click(dialog.primary)

    made.in_dialog(fill)
    screen.acts.report(screen.table.current().absence)
    (kept,) = (one for one in made.desk.facts.office.absences if one.id == "x1")
    assert kept.reported == dt.date(2024, 8, 29)
    assert "Báo cáo Thường trực ngày 29/8/2024, bằng văn bản." in words(screen.panel)


def test_who_covers_is_chosen_among_those_who_are_here(window: MakeWindow) -> None:
    made = window(an_office())
    screen = shown(made)
    screen.table.select("x1")

    def fill(dialog: CoverDialog) -> None:
        offered = {dialog.fields["cover"].box.itemText(index) for index in range(dialog.fields["cover"].box.count())}
        assert not offered & {"Trần Thị Hạnh", "Lê Quốc Bảo"}
        line = dialog.fields["cover"].box.lineEdit()
        assert line is not None
        write(line, "vo thi lan")
        click(dialog.primary)

    made.in_dialog(fill)
    (link,) = (one for one in screen.panel.findChildren(Link) if one.text() == "Chọn người thay…")
    click(link)
    assert "Người thay: Võ Thị Lan" in words(screen.panel)


def test_the_year_is_walked_by_arrows_and_opened_by_enter(window: MakeWindow) -> None:
    made = window(an_office())
    screen = shown(made)
    click(screen.views._buttons["year"])
    strips = screen.strips
    assert strips.isVisible()
    while "Trần Thị Hạnh" not in strips.accessibleDescription():
        QTest.keyClick(strips, Key.Key_Down)
    assert "Chưa báo cáo" in screen.told.text()
    QTest.keyClick(strips, Key.Key_Return)
    assert screen.table.isVisible()
    assert screen.table.current().id == "x1"


def test_a_bar_is_chosen_by_the_mouse(window: MakeWindow) -> None:
    made = window(an_office())
    screen = shown(made)
    screen.show_view("year")
    QApplication.processEvents()
    strips = screen.strips
    names = [strip.person.name for strip in strips._strips()]
    row = names.index("Lê Quốc Bảo")
    spot = strips._bar_rect(row, strips._strips()[row].bars[0]).center()
    QTest.mouseClick(strips.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, QPoint(spot))
    bar = strips.current()
    assert bar is not None
    assert bar.id == "x2"


def test_the_last_leader_to_leave_leads_to_the_duty(window: MakeWindow) -> None:
    gone = [
        {"id": f"y{n}", "person": f"p{n}", "from": "2024-09-09", "to": "2024-09-10", "area": "outside-province"}
        for n in (1, 2, 3)
    ]
    made = window(an_office(absences=gone))
    screen = shown(made)
    screen.open_record("y1")
    assert "Cả Thường trực vắng 09/9–10/9" in words(screen.panel)

    def fill(dialog: Any) -> None:  # noqa: ANN401 - the duty's dialog
        assert dialog.fields["person"].box.count() == 10
        click(dialog.primary)

    made.in_dialog(fill)
    (button,) = (one for one in screen.panel.findChildren(Button) if one.text() == "Phân công trực…")
    click(button)
    (duty,) = made.desk.facts.office.assignments
    assert (duty.kind, duty.from_, duty.to) == ("duty", dt.date(2024, 9, 9), dt.date(2024, 9, 10))
    assert "In phân công trực: Lê Quốc Bảo" in words(screen.panel)


def test_entering_the_last_leaders_absence_asks_at_once_who_stands_in(window: MakeWindow) -> None:
    gone = [
        {"id": f"y{n}", "person": f"p{n}", "from": "2024-09-09", "to": "2024-09-10", "area": "outside-province"}
        for n in (1, 2)
    ]
    made = window(an_office(absences=gone))
    command = next(one for one in made.shell.commands() if one.id == "absence")

    def on_duty(dialog: DutyDialog) -> None:
        assert isinstance(dialog, DutyDialog)
        QTest.keyClick(dialog.fields["from_"].editor, Key.Key_Return)

    def fill(dialog: AbsenceDialog) -> None:
        choose(dialog, "huynh tan dung")
        write(dialog.fields["from_"].editor, "9/9")
        write(dialog.fields["to"].editor, "10/9")
        made.qtbot.waitUntil(lambda: "Cả Thường trực vắng" in words(dialog.panel))
        made.in_dialog(on_duty)
        click(dialog.primary)

    made.in_dialog(fill)
    command.run()
    (duty,) = made.desk.facts.office.assignments
    assert (duty.kind, duty.decided_by, duty.from_) == ("duty", "btv", dt.date(2024, 9, 9))
    assert made.shell.current().place == "absences"


def test_a_silent_regulation_says_so(window: MakeWindow) -> None:
    made = window(an_office(profile="bac-kan-ccq-2020"))
    screen = shown(made)
    screen.table.select("x1")
    assert "Không có quy định" in words(screen.panel)
    assert [cite.at.article for cite in screen.governing() if cite.at] == ["Điều 11"], "only the quorum of the session"


@pytest.mark.parametrize("size", [(683, 352), (900, 700), (1280, 736), (1366, 736)])
def test_it_fits_every_width_empty_and_full(window: MakeWindow, size: tuple[int, int]) -> None:
    roster = people()
    roster[5]["name"] = LONG_NAME
    for office in (an_office(roster=roster), an_office(absences=[])):
        made = window(office)
        screen = shown(made)
        made.shell.resize(*size)
        QApplication.processEvents()
        assert made.shell.width() == size[0]
        for view in ("list", "year"):
            screen.show_view(view)
            QApplication.processEvents()
            for button in (screen.toggle, screen.search, screen.views):
                right = button.mapTo(screen, button.rect().topRight()).x()
                assert not button.isVisible() or right <= screen.width()
        if Width.of(size[0]) <= Width.NARROW and office.absences:
            screen.show_view("list")
            screen.toggle.setChecked(True)
            assert screen.panel.isVisible()


def test_an_empty_office_says_what_to_do_first(window: MakeWindow) -> None:
    made = window(an_office(absences=[]))
    screen = shown(made)
    assert "Chưa ghi lần đi vắng nào" in words(screen.middle.currentWidget())
    assert not screen.add_button.isVisible()
