"""Tables over frozen rows: a true Qt model, sorted by Vietnamese names, filtered by fold, worked by keyboard."""

from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop import vi
from desktop.qt import theme
from desktop.qt.cells import FIRST_PAD, PAD, action_rect
from desktop.qt.memory import Memory
from desktop.qt.model import Tone
from desktop.qt.table import Column, GroupRow, Table
from desktop.qt.tokens import DARK, LIGHT

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@dataclass(frozen=True)
class Person:
    id: str
    name: str
    act: str = ""
    here: bool = False


COLUMNS = (
    Column("", lambda _one: "", width=30, check=lambda one: one.here),
    Column("Họ và tên", lambda one: one.name, key=lambda one: vi.name_key(one.name), mark=lambda _one: "due",
           word=lambda _one: "Còn hạn"),
    Column("Mã", lambda one: one.id, width=120, drop=1),
    Column("", lambda _one: "", width=140),
)  # fmt: skip
PEOPLE = (
    Person("1", "Nguyễn Văn Ân", "Đã nhận"),
    Person("2", "Lê Quốc Bảo"),
    Person("3", "Nguyễn Văn An"),
    Person("4", "Đỗ Minh Châu", "Đã nhận"),
    Person("5", "Nguyễn Đức Lâm"),
    Person("6", "Đặng Văn Đạt"),
)


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    made = Table(COLUMNS, name="Danh sách", action=lambda one: one.act, memory=Memory())
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.set_rows(PEOPLE)
    made.show()
    return made


def names(table: Table) -> list[str]:
    return [one.name for one in table.rows()]


def test_the_model_keeps_the_rules_of_qt(table: Table) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(table.model_rows, fatal)
    table.set_rows((GroupRow("Nhóm", 1), *PEOPLE))
    table.set_filter("nguyen")
    table.set_rows(PEOPLE)
    table.sort_by(1)
    table.set_rows(())
    assert tester.model() is table.model_rows


def test_names_sort_as_vietnamese_lists_do(table: Table) -> None:
    table.sort_by(1)
    assert [vi.given_name(name) for name in names(table)] == ["An", "Ân", "Bảo", "Châu", "Đạt", "Lâm"]
    table.sort_by(1, descending=True)
    assert vi.given_name(names(table)[0]) == "Lâm"


def test_a_filter_finds_with_and_without_diacritics(table: Table) -> None:
    table.set_filter("nguyen duc")
    assert names(table) == ["Nguyễn Đức Lâm"]
    table.set_filter("Đạt")
    assert names(table) == ["Đặng Văn Đạt"]
    table.set_filter("")
    assert len(names(table)) == 6


def test_the_current_row_stays_when_rows_are_replaced(table: Table) -> None:
    table.select("5")
    table.set_rows(tuple(reversed(PEOPLE)))
    assert table.current() == PEOPLE[4]


def test_keys_open_act_tick_and_pass_letters_on(table: Table, qtbot: QtBot) -> None:
    heard: list[tuple[str, str]] = []
    table.opened.connect(lambda one: heard.append(("opened", one.id)))
    table.acted.connect(lambda one: heard.append(("acted", one.id)))
    table.ticked.connect(lambda one: heard.append(("ticked", one.id)))
    table.keyed.connect(lambda one, key: heard.append((key, one.id)))
    table.select("4")
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(table, Qt.Key.Key_Space)
    QTest.keyClick(table, Qt.Key.Key_L)
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert heard == [("opened", "4"), ("acted", "4"), ("ticked", "4"), ("L", "4"), ("Ctrl+A", "4")]


def test_the_button_of_a_row_is_clicked_where_it_is_painted(table: Table) -> None:
    heard: list[str] = []
    table.acted.connect(lambda one: heard.append(one.id))
    spot = action_rect(table.row_rect(3), "Đã nhận").center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, spot.y()))
    assert heard == ["4"]


def test_the_button_of_a_row_bears_the_ring_only_where_the_keyboard_is(table: Table, qtbot: QtBot) -> None:
    other = QLineEdit(table)
    other.show()
    table.activateWindow()
    qtbot.waitUntil(table.isActiveWindow, timeout=20_000)
    table.select("4")

    def look() -> QImage:
        QApplication.processEvents()
        return table.viewport().grab(action_rect(table.row_rect(3), "Đã nhận").adjusted(-4, -4, 4, 4)).toImage()

    table.setFocus()
    ringed = look()
    other.setFocus()
    assert look() != ringed


def test_group_rows_span_and_are_stepped_over(table: Table) -> None:
    table.set_rows((GroupRow("Quá hạn", 1), PEOPLE[0], GroupRow("Hôm nay", 1, "Thứ Năm"), PEOPLE[1]))
    table.select("1")
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.current() == PEOPLE[1]
    QTest.keyClick(table, Qt.Key.Key_Up)
    assert table.current() == PEOPLE[0]
    assert table.columnSpan(2, 0) == len(COLUMNS)
    assert table.rowHeight(2) == 28


def test_rows_that_follow_a_group_away_are_full_height_again(table: Table) -> None:
    table.set_rows((GroupRow("Quá hạn", 1), PEOPLE[0], GroupRow("Hôm nay", 1), PEOPLE[1]))
    table.set_rows((GroupRow("Quá hạn", 3), *PEOPLE[:3]))
    assert [table.rowHeight(row) for row in range(4)] == [28, 32, 32, 32]


def test_a_filter_leaves_out_groups_without_rows(table: Table) -> None:
    table.set_rows((GroupRow("Quá hạn", 1), PEOPLE[0], GroupRow("Hôm nay", 1), PEOPLE[1]))
    table.set_filter("bao")
    assert table.rows() == (GroupRow("Hôm nay", 1), PEOPLE[1])


def test_columns_go_in_their_order_where_room_runs_out(table: Table, qtbot: QtBot) -> None:
    assert not table.isColumnHidden(2)
    table.resize(420, 300)
    assert table.isColumnHidden(2)
    assert table.columnWidth(1) >= 200


def test_a_screen_reader_hears_the_verdict_and_the_act(table: Table) -> None:
    model = table.model_rows
    assert model.data(model.index(0, 1), SPOKEN) == "Còn hạn, Nguyễn Văn Ân"
    assert model.data(model.index(0, 3), SPOKEN) == "Đã nhận"


def test_the_sort_is_kept_by_name(qtbot: QtBot) -> None:
    memory = Memory()
    first = Table(COLUMNS, name="Danh sách", memory=memory)
    qtbot.addWidget(first)
    first.set_rows(PEOPLE)
    first.horizontalHeader().sectionClicked.emit(1)
    again = Table(COLUMNS, name="Danh sách", memory=memory)
    qtbot.addWidget(again)
    again.set_rows(PEOPLE)
    assert [vi.given_name(one.name) for one in again.rows()][:2] == ["An", "Ân"]


def drag(table: Table, column: int, by: int) -> None:
    head = table.horizontalHeader()
    edge = QPoint(head.sectionViewportPosition(column) + head.sectionSize(column) - 2, 12)
    QTest.mouseMove(head.viewport(), edge)
    QTest.mousePress(head.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseMove(head.viewport(), edge + QPoint(by, 0))
    QTest.mouseRelease(head.viewport(), Qt.MouseButton.LeftButton, pos=edge + QPoint(by, 0))


def test_a_column_is_dragged_wider_and_stays_so(qtbot: QtBot, tmp_path: Path) -> None:
    for run in range(2):
        made = Table(COLUMNS, name="Danh sách", memory=Memory(tmp_path / "state.ini"))
        qtbot.addWidget(made)
        made.resize(700, 300)
        made.set_rows(PEOPLE)
        made.show()
        if run == 0:
            assert made.columnWidth(2) == 120
            drag(made, 2, 40)
        assert made.columnWidth(2) == 160
        assert sum(made.columnWidth(index) for index in range(4)) == made.viewport().width()


def test_the_one_flexible_column_keeps_taking_the_room_left(table: Table) -> None:
    before = table.columnWidth(1)
    drag(table, 1, -60)
    assert table.columnWidth(1) == before


def test_a_double_click_on_the_edge_gives_the_width_back(table: Table) -> None:
    drag(table, 2, 40)
    table.horizontalHeader().sectionHandleDoubleClicked.emit(2)
    assert table.columnWidth(2) == 120


def test_what_must_not_be_cut_widens_its_column(qtbot: QtBot) -> None:
    long = Person("đoạn 2 điểm a khoản 3 Điều 18", "Nguyễn Văn An")
    made = Table(COLUMNS, name="Danh sách", memory=Memory())
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.set_rows((long,))
    made.show()
    assert made.columnWidth(2) >= made.fontMetrics().horizontalAdvance(long.id) + 16


@pytest.mark.parametrize("name", ["Huỳnh Tấn Dũng", "Trần Thị Hạnh", "Đặng Ngọc Phúc", "Nguyễn Đức Lâm"])
def test_the_longest_name_is_whole_where_the_column_beside_it_is_full(qtbot: QtBot, name: str) -> None:
    long = "Phó Bí thư Thường trực Huyện ủy, Chủ tịch Hội đồng nhân dân huyện"
    columns = (Column("Họ và tên", lambda one: one.name, bold=True), Column("Chức vụ", lambda _one: long))
    made = Table(columns, name="Tên dài", memory=Memory())
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.set_rows((Person("1", name),))
    made.show()
    inner = made.columnWidth(0) - FIRST_PAD - PAD
    fitting = QFontMetrics(theme.current().font(10, True)).elidedText(name, Qt.TextElideMode.ElideRight, inner)
    assert fitting == name


def test_every_tone_of_a_column_is_a_colour_by_day_and_by_night() -> None:
    assert set(get_args(Tone)) <= LIGHT.keys() & DARK.keys()
