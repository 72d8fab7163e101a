"""A choice worked by hand: letters at every pace, arrows, the search, two lines of the same words, no wheel."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.qt import choice_box
from desktop.qt.boxes import column, holder
from desktop.qt.fields import Combo, TextField
from tests.screens.hands import type_text

SUBJECTS = (
    ("discipline", "Kỷ luật đảng"),
    ("audit", "Kiểm tra, giám sát"),
    ("economy", "Kinh tế – xã hội"),
    ("evaluation", "Nhận xét, đánh giá"),
)
PEOPLE = (("p1", "Nguyễn Văn An"), ("p2", "Đặng Văn Hùng (Bí thư)"), ("p9", "Đặng Văn Hùng (sinh 1987)"))


def shown(qtbot: QtBot, field: Combo) -> tuple[Combo, list[object], TextField]:
    other = TextField("Khác")
    page = holder(column(field, other))
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow, timeout=20_000)
    saved: list[object] = []
    field.saved.connect(saved.append)
    field.saved.connect(lambda _: field.set_options(SUBJECTS if not field.box.isEditable() else PEOPLE))
    field.box.setFocus()
    field.destroyed.connect(lambda _page=page: None)  # the page lives as long as what is in it
    return field, saved, other


@pytest.mark.parametrize("pace", [0, 60, 120, 200])
def test_letters_lead_to_one_line_at_every_pace_and_only_that_is_saved(qtbot: QtBot, pace: int) -> None:
    field, saved, other = shown(qtbot, Combo("Vấn đề", SUBJECTS, empty="Chưa chọn"))
    for letter in "Kinh":
        QTest.keyClick(field.box, letter)
        QTest.qWait(pace)
    assert (field.box.currentText(), saved) == ("Kinh tế – xã hội", [])
    other.line.setFocus()
    assert (saved, field.value()) == (["economy"], "economy")


def test_letters_with_their_signs_and_backspaces_lead_too(qtbot: QtBot) -> None:
    field, saved, other = shown(qtbot, Combo("Vấn đề", SUBJECTS, empty="Chưa chọn"))
    type_text(field.box, "Ky")
    QTest.keyClick(field.box, Qt.Key.Key_Backspace)
    type_text(field.box, "ỷ luật")
    assert field.box.currentText() == "Kỷ luật đảng"
    other.line.setFocus()
    assert saved == ["discipline"]


def test_letters_are_taken_after_a_pause(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    field, saved, _other = shown(qtbot, Combo("Vấn đề", SUBJECTS, empty="Chưa chọn"))
    field.box._pause.setInterval(30)
    assert choice_box.PAUSE > 1000
    QTest.keyClicks(field.box, "nh")
    qtbot.waitUntil(lambda: saved == ["evaluation"])


def test_letters_no_line_begins_with_are_let_pass(qtbot: QtBot) -> None:
    field, saved, other = shown(qtbot, Combo("Vấn đề", SUBJECTS, empty="Chưa chọn"))
    QTest.keyClicks(field.box, "zq")
    other.line.setFocus()
    assert (saved, field.value()) == ([], None)


@pytest.mark.parametrize("typed", ["Khen thưởng", "Nhân sự", "kiem toan"])
def test_words_that_lead_nowhere_take_no_line_their_first_letters_led_to(qtbot: QtBot, typed: str) -> None:
    field, saved, other = shown(qtbot, Combo("Vấn đề", SUBJECTS, empty="Chưa chọn"))
    type_text(field.box, typed)
    assert field.box.currentText() == "Chưa chọn"
    other.line.setFocus()
    assert (saved, field.value()) == ([], None)


def test_a_search_gone_astray_is_taken_back_letter_by_letter(qtbot: QtBot) -> None:
    field, saved, other = shown(qtbot, Combo("Vấn đề", SUBJECTS, empty="Chưa chọn"))
    type_text(field.box, "Kimh")
    for _ in "mh":
        QTest.keyClick(field.box, Qt.Key.Key_Backspace)
    type_text(field.box, "nh")
    other.line.setFocus()
    assert saved == ["economy"]


def test_a_refresh_while_letters_are_typed_leaves_the_line_they_led_to(qtbot: QtBot) -> None:
    field, _saved, _other = shown(qtbot, Combo("Vấn đề", SUBJECTS, empty="Chưa chọn"))
    QTest.keyClicks(field.box, "kin")
    field.set_options(SUBJECTS)
    assert field.box.currentText() == "Kinh tế – xã hội"


@pytest.mark.parametrize("typed", ["hung", "Hùng", "dang van", "Đặng", "\u00d0ặng"])
def test_the_second_of_two_of_one_name_is_chosen_by_keyboard(qtbot: QtBot, typed: str) -> None:
    field, saved, _other = shown(qtbot, Combo("Người trình bày", PEOPLE, empty="Chưa chọn", searchable=True))
    line = field.box.lineEdit()
    completer = field.box.completer()
    assert line is not None
    assert completer is not None
    line.selectAll()
    type_text(field.box, typed)
    QApplication.processEvents()
    popup = completer.popup()
    assert completer.completionCount() == 2
    for _ in range(2):
        QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert (field.value(), saved) == ("p9", ["p9"])
    assert line.text() == "Đặng Văn Hùng (sinh 1987)"


def test_the_list_found_is_as_wide_as_what_tells_two_of_one_name_apart(qtbot: QtBot) -> None:
    long = [(f"p{n}", f"Nguyễn Văn Hùng (Ủy viên, Trưởng Công an xã, tổ {n})") for n in (1, 2)]
    field, _saved, _other = shown(qtbot, Combo("Người trình bày", long, empty="Chưa chọn", searchable=True))
    field.window().resize(160, 200)
    line = field.box.lineEdit()
    assert line is not None
    line.selectAll()
    type_text(field.box, "hung")
    QApplication.processEvents()
    popup = field.box.completer().popup()
    assert popup.width() > popup.fontMetrics().horizontalAdvance(long[0][1])
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert (line.text(), line.cursorPosition()) == ("Nguyễn Văn An", 0)


def test_words_two_lines_share_are_not_taken_for_either(qtbot: QtBot) -> None:
    same = [("a", "Chi bộ thôn Một"), ("b", "Chi bộ thôn Một")]
    field = Combo("Đơn vị", same, empty="Không có", searchable=True)
    qtbot.addWidget(field)
    field.box.setEditText("chi bộ thôn một")
    assert not field.commit()
    assert field.value() is None
    field.set_value("b")
    assert field.commit()
    assert field.value() == "b"


def test_reading_a_box_changes_nothing_in_it(qtbot: QtBot) -> None:
    field = Combo("Người vắng", PEOPLE, empty="", searchable=True)
    qtbot.addWidget(field)
    field.box.setEditText("nguyen van")
    assert field.read() == "p1"
    assert (field.box.currentText(), field.box.currentData()) == ("nguyen van", "")
    assert field.commit()
    assert field.box.currentText() == "Nguyễn Văn An"


def test_an_emptied_search_is_no_choice(qtbot: QtBot) -> None:
    field = Combo("Chủ trì", PEOPLE, empty="Chưa chọn", searchable=True)
    qtbot.addWidget(field)
    field.set_value("p1")
    field.box.setEditText("")
    assert field.commit()
    assert (field.value(), field.box.currentText()) == (None, "Chưa chọn")


def test_a_click_marks_the_words_to_be_typed_over(qtbot: QtBot) -> None:
    field, _saved, other = shown(qtbot, Combo("Chủ trì", PEOPLE, empty="Chưa chọn", searchable=True))
    line = field.box.lineEdit()
    assert line is not None
    other.line.setFocus()
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    type_text(field.box, "hung")
    assert line.text() == "hung"


def test_a_long_name_in_a_narrow_box_is_read_from_its_beginning(qtbot: QtBot) -> None:
    chosen = Combo("Ủy viên phụ trách", [("p1", "Lý Thị Hồng Nhung, Chánh Văn phòng Đảng ủy")], searchable=True)
    qtbot.addWidget(chosen)
    chosen.setFixedWidth(120)
    chosen.show()
    chosen.set_value("p1")
    line = chosen.box.lineEdit()
    assert line is not None
    assert line.cursorPosition() == 0
