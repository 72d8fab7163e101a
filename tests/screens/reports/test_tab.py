"""Báo cáo định kỳ through the window: marked by keyboard alone, refused beside the field, reminded in one letter."""

import datetime as dt
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.qt.buttons import Button
from desktop.screens.base.screen import Width
from desktop.screens.programmes.screen import ProgrammesScreen
from desktop.screens.reports.tab import ReportsTab
from desktop.usecases.papers import preview
from tests.screens.conftest import MakeWindow, Window
from tests.screens.hands import CTRL, Key, click, type_text, write
from tests.usecases.meeting_office import TODAY, an_office
from tests.usecases.reports.test_reports import office

SHIFT = Qt.KeyboardModifier.ShiftModifier
SEPTEMBER = dt.datetime(2024, 9, 3, 8)


def shown(window: Window, record: str = "reports") -> ReportsTab:
    window.shell.show_place("programmes", record)
    QApplication.processEvents()
    screen = window.shell.current()
    assert isinstance(screen, ProgrammesScreen)
    tab = screen.tab()
    assert isinstance(tab, ReportsTab)
    window.activate()
    tab.grid.setFocus()
    window.qtbot.waitUntil(tab.grid.hasFocus)
    return tab


def received(window: Window, code: str = "2024-08") -> dict[str | None, dt.date | None]:
    return {one.unit: one.received for one in window.desk.facts.office.reports if one.period == code}


def words(widget: Any) -> str:  # noqa: ANN401 - any widget
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_space_marks_several_received_and_ctrl_z_takes_it_back(window: MakeWindow) -> None:
    made = window(office())
    tab = shown(made)
    assert tab.sum.text() == "Tháng 8/2024: 0/4 đã có"
    QTest.keyClick(tab.grid, Key.Key_Down, SHIFT)
    assert "2 báo cáo đang chọn" in words(tab.panel)
    QTest.keyClick(tab.grid, Key.Key_Space)
    assert received(made) == {"u2": TODAY, "u3": TODAY}
    assert tab.sum.text() == "Tháng 8/2024: 2/4 đã có"
    QTest.keyClick(tab.grid, Key.Key_Space)
    assert received(made) == {}
    made.desk.undo()
    assert received(made) == {"u2": TODAY, "u3": TODAY}
    assert len(tab.grid.marked()) == 2


def test_a_day_is_typed_on_the_grid_and_a_wrong_one_stays_as_typed(window: MakeWindow) -> None:
    made = window(office())
    tab = shown(made)
    field = tab.panel.received
    QTest.keyClick(tab.grid, Key.Key_3)
    made.qtbot.waitUntil(field.line.hasFocus)
    type_text(field.line, "1/8")
    QTest.keyClick(field.line, Key.Key_Return)
    assert "chưa đến" in words(field)
    assert field.line.text() == "31/8/2024"
    assert received(made) == {}
    made.qtbot.waitUntil(field.line.hasFocus)
    write(field.line, "20/8", leave=False)
    QTest.keyClick(field.line, Key.Key_Return)
    assert received(made) == {"u2": dt.date(2024, 8, 20)}
    made.qtbot.waitUntil(tab.grid.hasFocus)
    assert "Nhận báo cáo tháng 8/2024 của Đảng ủy xã Vĩnh Lâm 20/8/2024" in words(tab.panel)
    assert tab.governing()[0].at
    QTest.keyClick(tab.grid, Key.Key_Delete)
    assert received(made) == {}


def test_the_panel_changes_its_own_day_form_and_reminder(window: MakeWindow) -> None:
    made = window(office())
    tab = shown(made)
    write(tab.panel.due.line, "25/8")
    write(tab.panel.reminded.line, "28/8")
    (report,) = (one for one in made.desk.facts.office.reports if one.period == "2024-08")
    assert (report.unit, report.due, report.reminded) == ("u2", dt.date(2024, 8, 25), dt.date(2024, 8, 28))
    assert "Đã đôn đốc 28/8/2024." in words(tab.panel)
    assert "Quá hạn" in words(tab.panel)
    tab.panel.form_.box.setCurrentIndex(tab.panel.form_.box.findData("oral"))
    tab.panel.form_.commit()
    assert next(one.form for one in made.desk.facts.office.reports if one.id == report.id) == "oral"
    write(tab.panel.reminded.line, "1/9")
    assert "Ngày đôn đốc 01/9/2024 chưa đến" in words(tab.panel.reminded)
    tab.grid.select("government", "2024-Q3")
    assert not tab.panel.to.isVisibleTo(tab.panel)


def test_where_the_text_names_several_bodies_one_is_chosen(window: MakeWindow) -> None:
    made = window(office())
    tab = shown(made, "reports:2024-Q3/government")
    assert tab.kinds.current() == "quarter"
    to = tab.panel.to
    assert to.isVisibleTo(tab.panel)
    assert [to.box.itemText(n) for n in range(to.box.count())] == [
        "Chưa ghi", "Thường trực", "Ban Thường vụ", "Ban Chấp hành",
    ]  # fmt: skip
    to.box.setCurrentIndex(1)
    to.commit()
    assert not made.desk.facts.office.reports[3:]
    QTest.keyClick(tab.grid, Key.Key_Space)
    to.box.setCurrentIndex(1)
    to.commit()
    assert made.desk.facts.office.reports[-1].to == "thuong-truc"


def test_the_letter_goes_to_all_who_are_late_or_is_not_needed(window: MakeWindow) -> None:
    made = window(office())
    tab = shown(made)
    asked: list[tuple[str, str, str | None]] = []
    made.desk.preview_asked.disconnect()
    made.desk.preview_asked.connect(lambda *what: asked.append(what))
    tab.remind()
    assert "Không có đơn vị nào quá hạn báo cáo tháng 8/2024" in tab.band.text()
    made.move_clock(SEPTEMBER)
    tab.remind()
    button = next(one for one in tab.panel.findChildren(Button) if one.text() == "In công văn đôn đốc")
    click(button)
    assert asked == [("don-doc", "2024-08", None), ("don-doc", "2024-08", "u2")]


def test_the_sign_of_a_reminder_stands_in_the_grid(window: MakeWindow) -> None:
    made = window(office())
    made.move_clock(SEPTEMBER)
    what = preview.subject(made.desk.facts, "don-doc", "2024-08", on=SEPTEMBER.date())
    choice = preview.Choice(mode="all", day=SEPTEMBER.date(), recipients=("u2", "u3"))
    made.desk.do(
        "In công văn", lambda store: preview.mark_sent(
            store, facts=made.desk.facts, what=what, choice=choice, on=SEPTEMBER.date()
        )
    )  # fmt: skip
    tab = shown(made, "reports:2024-08")
    signs = {row.title: row.cells[7].sign for row in tab.grid._rows if not row.heading}
    assert [name for name, sign in signs.items() if sign] == ["Đảng ủy xã Vĩnh Lâm", "Đảng ủy xã Tây Hà"]


def test_only_what_is_missing_or_found_by_name_is_shown(window: MakeWindow) -> None:
    made = window(office())
    tab = shown(made)
    tab.only.setChecked(True)
    kept = [row.title for row in tab.grid._rows if not row.heading]
    assert kept[-1] == "Thông tin cho cấp ủy viên"
    assert "Báo cáo lên cấp trên" not in kept
    write(tab.search.line, "tay ha")
    assert [row.title for row in tab.grid._rows if not row.heading] == ["Đảng ủy xã Tây Hà"]
    tab.select("r1")
    found = tab.grid.current()
    assert found
    assert (found[0].title, found[1].key) == ("Văn phòng Huyện ủy", "2024-07")


def test_who_is_excused_is_not_marked(window: MakeWindow) -> None:
    people = [{"id": "p1", "name": "Bùi Xuân Nam", "posts": [{"post": "truong-cong-an"}],
               "seats": [{"body": "btv", "role": "uy-vien", "from": "2020-08-01"}]}]  # fmt: skip
    made = window(an_office(meetings=[], absences=[], roster=people))
    tab = shown(made, "reports:2024-Q3/people/p1")
    QTest.keyClick(tab.grid, Key.Key_Space)
    assert "được miễn" in tab.band.text()
    assert made.desk.facts.office.reports == ()
    assert "Miễn" in words(tab.panel)


def test_an_office_without_units_is_led_to_the_directory(window: MakeWindow) -> None:
    made = window(an_office(meetings=[], absences=[], units=[], roster=[]))
    made.shell.show_place("programmes", "reports")
    tab = made.shell.current().tab()  # type: ignore[attr-defined]
    assert tab.grid.isVisibleTo(tab) or tab.none.isVisibleTo(tab)


def test_where_one_pane_fits_enter_brings_the_panel_and_back(window: MakeWindow) -> None:
    made = window(office())
    made.shell.resize(683, 384)
    tab = shown(made)
    assert not tab.panel.isVisibleTo(tab)
    QTest.keyClick(tab.grid, Key.Key_Return)
    made.qtbot.waitUntil(tab.panel.received.line.hasFocus)
    assert tab.panel.isVisibleTo(tab)
    write(tab.panel.received.line, "21/8", leave=False)
    QTest.keyClick(tab.panel.received.line, Key.Key_Return)
    assert received(made) == {"u2": dt.date(2024, 8, 21)}
    made.qtbot.waitUntil(tab.grid.isVisible)
    assert not tab.panel.isVisibleTo(tab)


def test_ctrl_a_marks_the_whole_period(window: MakeWindow) -> None:
    made = window(office())
    tab = shown(made)
    QTest.keyClick(tab.grid, Key.Key_A, CTRL)
    tab.tick()
    assert set(received(made).values()) == {TODAY}
    assert tab.sum.text() == "Tháng 8/2024: 4/4 đã có"
    tab.set_width(Width.NARROW)
    assert tab.toggle.isVisibleTo(tab)
