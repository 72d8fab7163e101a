"""Fields read what clerks type, keep what is wrong as typed, and hand values out on leaving."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.qt.boxes import column, holder
from desktop.qt.fields import Combo, DateField, NumberField, TextArea, TextField, TimeField, Wrong
from desktop.qt.fields.date import read_date
from desktop.qt.fields.time import read_time

TODAY = dt.date(2024, 8, 29)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("5/8", dt.date(2024, 8, 5)),
        ("05082024", dt.date(2024, 8, 5)),
        ("0508", dt.date(2024, 8, 5)),
        ("05/8/2024", dt.date(2024, 8, 5)),
        ("5-8-24", dt.date(2024, 8, 5)),
        ("2/1", dt.date(2025, 1, 2)),
        ("30.12", dt.date(2024, 12, 30)),
        ("29/2", dt.date(2024, 2, 29)),
    ],
)
def test_a_day_is_read_in_every_way_it_is_typed(typed: str, day: dt.date) -> None:
    assert read_date(typed, TODAY) == day


def test_a_missing_year_is_the_nearest_one() -> None:
    assert read_date("3/1", dt.date(2025, 12, 20)) == dt.date(2026, 1, 3)
    assert read_date("28/12", dt.date(2026, 1, 5)) == dt.date(2025, 12, 28)


@pytest.mark.parametrize("typed", ["31/2", "abc", "5/13/2024", "1/2/3/4", "30/02/2024"])
def test_a_day_that_is_none_names_what_to_type(typed: str) -> None:
    with pytest.raises(Wrong, match=r"Gõ ngày/tháng|Không có ngày"):
        read_date(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "time"),
    [("7:30", (7, 30)), ("730", (7, 30)), ("0730", (7, 30)), ("7h30", (7, 30)), ("7g30", (7, 30)), ("14", (14, 0)),
     ("7 giờ 30 phút", (7, 30)), ("14h", (14, 0))],
)  # fmt: skip
def test_a_time_is_read_in_every_way_it_is_typed(typed: str, time: tuple[int, int]) -> None:
    assert read_time(typed) == dt.time(*time)


@pytest.mark.parametrize("typed", ["25:00", "7:65", "sáng", ""])
def test_a_time_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(Wrong):
        read_time(typed)


def test_a_day_is_handed_out_on_leaving_and_written_in_full(qtbot: QtBot) -> None:
    field, other = DateField("Ngày", today=TODAY), TextField("Địa điểm")
    page = holder(column(field, other))
    qtbot.addWidget(page)
    page.show()
    saved: list[object] = []
    field.saved.connect(saved.append)
    field.line.setFocus()
    QTest.keyClicks(field.line, "6/9")
    assert saved == []
    other.line.setFocus()
    field.commit()
    assert saved == [dt.date(2024, 9, 6)]
    assert field.line.text() == "06/9/2024"


def test_wrong_input_stays_as_typed_and_is_told_under_the_field(qtbot: QtBot) -> None:
    field = DateField("Ngày", today=TODAY)
    qtbot.addWidget(field)
    field.set_value(dt.date(2024, 9, 6))
    saved: list[object] = []
    field.saved.connect(saved.append)
    field.line.setText("40/9")
    assert not field.commit()
    assert (saved, field.line.text(), field.value()) == ([], "40/9", dt.date(2024, 9, 6))
    assert "40/09" in field.editor.accessibleDescription()
    field.line.setText("4/9")
    assert field.commit()
    assert field.editor.accessibleDescription() == ""


def test_setting_a_value_tells_nobody(qtbot: QtBot) -> None:
    field = TextField("Tên")
    qtbot.addWidget(field)
    field.saved.connect(lambda _value: pytest.fail("told"))
    field.set_value("Hội nghị")
    assert field.commit()


def test_text_is_composed_and_trimmed(qtbot: QtBot) -> None:
    field = TextField("Tên")
    qtbot.addWidget(field)
    field.line.setText("  Hội nghị ".replace("ộ", "o\u0323\u0302"))
    field.commit()
    assert field.value() == "Hội nghị"


def test_a_number_out_of_range_says_the_range(qtbot: QtBot) -> None:
    field = NumberField("Số bản", low=1, high=50)
    qtbot.addWidget(field)
    field.line.setText("60")
    assert not field.commit()
    assert "1 đến 50" in field.editor.accessibleDescription()


def test_a_name_is_found_without_diacritics(qtbot: QtBot) -> None:
    box = Combo("Chủ trì", [("p1", "Nguyễn Văn An"), ("p2", "Đỗ Minh Châu")], empty="Chưa chọn", searchable=True)
    qtbot.addWidget(box)
    box.box.setEditText("do minh")
    assert box.commit()
    assert (box.value(), box.box.currentText()) == ("p2", "Đỗ Minh Châu")
    box.box.setEditText("không ai")
    assert not box.commit()
    assert box.value() == "p2"


def test_options_replaced_keep_the_value(qtbot: QtBot) -> None:
    box = Combo("Cơ quan", [("a", "Một"), ("b", "Hai")])
    qtbot.addWidget(box)
    box.set_value("b")
    box.set_options([("b", "Hai"), ("c", "Ba")])
    assert (box.value(), box.box.currentText()) == ("b", "Hai")


def test_every_field_bears_its_label_as_its_name(qtbot: QtBot) -> None:
    for field in (TextField("Tên"), TimeField("Giờ"), DateField("Ngày", today=TODAY), Combo("", name="Năm")):
        qtbot.addWidget(field)
        assert field.editor.accessibleName()


def test_alt_down_opens_the_month_to_pick_from(qtbot: QtBot) -> None:
    field = DateField("Ngày", today=TODAY)
    qtbot.addWidget(field)
    field.show()
    opened: list[bool] = []
    field.open_picker = lambda: opened.append(True)  # type: ignore[method-assign]  # the pop-up itself grabs the keyboard
    QTest.keyClick(field.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert opened == [True]


def test_a_value_put_in_under_a_marked_one_is_marked_to_be_typed_over(qtbot: QtBot) -> None:
    """As the end of a meeting follows its start just when the end is about to be typed."""
    field = TimeField("Đến")
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow, timeout=20_000)
    field.set_value(dt.time(11))
    field.line.setFocus()
    field.line.selectAll()
    field.set_value(dt.time(11, 30))
    QTest.keyClicks(field.line, "1130")
    assert field.line.text() == "1130"


@pytest.mark.parametrize(
    "typed", ["5,8,2024", "05,08,2024", "5/8/2024.", "5\u00a0/\u00a08\u00a0/\u00a02024", "5\u00a08\u00a02024"]
)
def test_commas_hard_spaces_and_a_last_dot_part_a_day_too(typed: str) -> None:
    assert read_date(typed, TODAY) == dt.date(2024, 8, 5)


@pytest.mark.parametrize("typed", ["7.30", "7,30", "7\u00a0h\u00a030", "7:30."])
def test_dots_commas_and_hard_spaces_part_a_time_too(typed: str) -> None:
    assert read_time(typed) == dt.time(7, 30)


def test_what_no_eye_sees_is_not_kept(qtbot: QtBot) -> None:
    line, area = TextField("Tên"), TextArea("Nội dung")
    qtbot.addWidget(line)
    qtbot.addWidget(area)
    line.line.setText("Hội nghị\x0bBan\tThường vụ\u200b \u00d0ảng")
    area.edit.setPlainText("Một.\x0bHai.\x07")
    assert (line.read(), area.read()) == ("Hội nghị Ban Thường vụ Đảng", "Một.\nHai.")
