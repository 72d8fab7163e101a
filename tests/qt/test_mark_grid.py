"""The sheet of marks by keyboard and mouse: walked over headings, several cells marked, figures and keys passed on."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.qt import theme
from desktop.qt.mark_grid import GridCell, GridColumn, GridRow, MarkGrid
from desktop.qt.mark_grid_sheet import HEAD, mark_room

Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
COLUMNS = tuple(GridColumn(key=n, title=f"T{n}", words=f"tháng {n}", count="1/2") for n in range(1, 13))


def rows(*names: str) -> tuple[GridRow, ...]:
    cells = tuple(GridCell(mark="met", text="20/8", tip=f"ô {n}") for n in range(1, 13))
    made: list[GridRow] = []
    for name in names:
        if name.isupper():
            made.append(GridRow(key=name, title=name, heading=True, note="2"))
        else:
            made.append(GridRow(key=name, title=name, cells=cells))
    return tuple(made)


@pytest.fixture
def grid(qtbot: QtBot, qapp: QApplication) -> MarkGrid:
    theme.install(qapp, "light")
    made = MarkGrid("Báo cáo", "Đơn vị")
    qtbot.addWidget(made)
    made.resize(900, 260)
    made.show()
    made.set_grid(COLUMNS, rows("XÃ", "Bình Nghi", "Vĩnh Lâm", "BAN", "Tuyên giáo", "Tổ chức"))
    return made


def names(grid: MarkGrid) -> list[tuple[object, object]]:
    return [(row.key, column.key) for row, column, _cell in grid.marked()]


def press(grid: MarkGrid, *keys: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(grid, key, modifier)


def test_arrows_step_over_headings_and_stop_at_the_edges(grid: MarkGrid) -> None:
    assert names(grid) == [("Bình Nghi", 1)]
    press(grid, Key.Key_Up, Key.Key_Left)
    assert names(grid) == [("Bình Nghi", 1)]
    press(grid, Key.Key_Down, Key.Key_Down, Key.Key_Right)
    assert names(grid) == [("Tuyên giáo", 2)]
    press(grid, Key.Key_Up)
    assert names(grid) == [("Vĩnh Lâm", 2)]
    press(grid, Key.Key_End)
    assert names(grid) == [("Vĩnh Lâm", 12)]
    press(grid, Key.Key_Home, Key.Key_PageDown)
    assert names(grid) == [("Tổ chức", 1)]
    press(grid, Key.Key_Down, Key.Key_PageUp)
    assert names(grid) == [("Bình Nghi", 1)]


def test_shift_marks_a_block_ctrl_a_the_column_and_escape_lets_go(grid: MarkGrid) -> None:
    press(grid, Key.Key_Down, Key.Key_Down, modifier=SHIFT)
    assert names(grid) == [("Bình Nghi", 1), ("Vĩnh Lâm", 1), ("Tuyên giáo", 1)]
    press(grid, Key.Key_Right, modifier=SHIFT)
    assert len(names(grid)) == 6
    press(grid, Key.Key_Escape)
    assert names(grid) == [("Tuyên giáo", 2)]
    press(grid, Key.Key_A, modifier=CTRL)
    assert len(names(grid)) == 4
    assert "đã chọn 4 ô" in grid.accessibleDescription()


def test_what_is_marked_stays_marked_when_the_sheet_is_filled_anew(grid: MarkGrid) -> None:
    press(grid, Key.Key_Down, modifier=SHIFT)
    grid.set_grid(COLUMNS, rows("XÃ", "An Nhơn", "Bình Nghi", "Vĩnh Lâm"))
    assert names(grid) == [("Bình Nghi", 1), ("Vĩnh Lâm", 1)]
    grid.set_grid((), ())
    assert grid.marked() == []
    assert grid.current() is None
    assert grid.accessibleDescription() == "Không có dòng nào"
    press(grid, Key.Key_Down, Key.Key_Space)
    grid.set_grid(COLUMNS, rows("XÃ", "An Nhơn"))
    assert names(grid) == [("An Nhơn", 1)]


def test_keys_are_passed_on_as_what_they_mean(grid: MarkGrid, qtbot: QtBot) -> None:
    told: list[str] = []
    grid.opened.connect(lambda: told.append("opened"))
    grid.ticked.connect(lambda: told.append("ticked"))
    grid.cleared.connect(lambda: told.append("cleared"))
    grid.typed.connect(told.append)
    press(grid, Key.Key_Return, Key.Key_Space, Key.Key_Delete, Key.Key_5, Key.Key_B)
    assert told == ["opened", "ticked", "cleared", "5"]


def test_a_click_stands_shift_marks_to_there_and_ctrl_adds_one(grid: MarkGrid) -> None:
    def at(row: int, column: int) -> QPoint:
        return grid._cell(row, column).center()

    view = grid.viewport()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at(2, 3))
    assert names(grid) == [("Vĩnh Lâm", 4)]
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, SHIFT, at(4, 3))
    assert names(grid) == [("Vĩnh Lâm", 4), ("Tuyên giáo", 4)]
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, CTRL, at(5, 0))
    assert ("Tổ chức", 1) in names(grid)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(20, HEAD + 10))
    assert len(names(grid)) == 3
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(20, at(1, 0).y()))
    assert names(grid) == [("Bình Nghi", 1)]
    assert grid.tip_at(at(1, 4)) == "ô 5"
    assert grid.tip_at(QPoint(20, at(1, 0).y())) == "Bình Nghi"
    assert grid.tip_at(QPoint(20, HEAD + 10)) == ""


def test_where_room_runs_out_the_sheet_scrolls_to_the_cell_stood_on(grid: MarkGrid) -> None:
    grid.resize(420, 150)
    grid.select("Tổ chức", 12)
    spot = grid._cell(5, 11)
    assert spot.left() >= 0
    assert spot.right() <= grid.viewport().width()
    assert spot.bottom() <= grid.viewport().height()
    grid.select("Bình Nghi", 1)
    assert grid._cell(1, 0).left() == grid._names
    assert grid._cell(1, 0).top() >= HEAD


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_it_paints_marks_names_and_the_current_cell(grid: MarkGrid, qapp: QApplication, mode: str) -> None:
    look = theme.install(qapp, mode)
    image = grid.grab().toImage()
    ratio = image.devicePixelRatio()
    cell = grid._cell(1, 0)

    def colours(left: int, right: int) -> set[str]:
        return {
            image.pixelColor(round(x * ratio), round(y * ratio)).name()
            for x in range(left, right)
            for y in range(cell.top(), cell.bottom())
        }

    assert look.color("met").name() in colours(cell.left(), cell.right())
    assert look.color("asoft").name() in colours(2, 100)
    theme.install(qapp, "light")


@pytest.mark.parametrize(("cell", "words", "mark"), [(80, 30, 14), (51, 39, 11), (51, 37, 13), (40, 39, 10)])
def test_a_mark_makes_room_for_its_words(cell: int, words: int, mark: int) -> None:
    assert mark_room(cell, words) == mark
