"""Sheets typed in: Enter goes down also out of a cell being typed in, one copied cell fills all marked ones."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.qt.boxes import column, holder
from desktop.qt.dialog import Dialog
from desktop.qt.sheet import Sheet

CTRL = Qt.KeyboardModifier.ControlModifier


def made(qtbot: QtBot) -> Sheet:
    sheet = Sheet(4, 2)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow, timeout=20_000)
    sheet.setFocus()
    sheet.setCurrentCell(0, 1)
    return sheet


def type_in(sheet: Sheet, text: str) -> None:
    """The first key opens the cell, the others go into its editor."""
    QTest.keyClicks(sheet, text[:1])
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, text[1:])
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_enter_goes_down_a_column_of_figures(qtbot: QtBot) -> None:
    sheet = made(qtbot)
    for figure in ("20", "21", "22"):
        type_in(sheet, figure)
    assert [sheet.text(row, 1) for row in range(4)] == ["20", "21", "22", ""]
    assert (sheet.currentRow(), sheet.touched) == (3, True)


def test_one_copied_cell_fills_every_marked_one(qtbot: QtBot) -> None:
    sheet = made(qtbot)
    for row in (0, 1, 2):
        sheet.write(row, 1, "")
        item = sheet.item(row, 1)
        assert item
        item.setSelected(True)
    QGuiApplication.clipboard().setText("x\n")
    QTest.keyClick(sheet, Qt.Key.Key_V, CTRL)
    assert [sheet.text(row, 1) for row in range(4)] == ["x", "x", "x", ""]


def test_a_copied_cell_with_a_break_in_it_is_one_cell(qtbot: QtBot) -> None:
    sheet = made(qtbot)
    sheet.setCurrentCell(0, 0)
    QGuiApplication.clipboard().setText('"Trần Văn\nMẫu"\t1970\nLê "Hai"\t1980\n')
    QTest.keyClick(sheet, Qt.Key.Key_V, CTRL)
    assert [[sheet.text(row, column) for column in (0, 1)] for row in (0, 1, 2)] == [
        ["Trần Văn Mẫu", "1970"],
        ['Lê "Hai"', "1980"],
        ["", ""],
    ]


def test_ctrl_tab_leaves_the_sheet_either_way_and_tab_stays_in_it(qtbot: QtBot) -> None:
    before, sheet, after = QLineEdit(), Sheet(4, 2), QLineEdit()
    page = holder(column(before, sheet, after))
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow, timeout=20_000)
    sheet.setFocus()
    sheet.setCurrentCell(0, 0)
    QTest.keyClick(sheet, Qt.Key.Key_Tab)
    assert (page.focusWidget(), sheet.currentColumn()) == (sheet, 1)
    QTest.keyClick(sheet, Qt.Key.Key_Tab, CTRL)
    assert page.focusWidget() is after
    sheet.setFocus()
    QTest.keyClick(sheet, Qt.Key.Key_Backtab, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert page.focusWidget() is before


def test_ctrl_enter_is_the_primary_also_from_a_sheet_and_from_a_text_of_lines(qtbot: QtBot) -> None:
    dialog, lines, sheet = Dialog("Danh sách", primary="Nhập"), QPlainTextEdit(), Sheet(2, 2)
    qtbot.addWidget(dialog)
    for one in (lines, sheet):
        dialog.body.addWidget(one)
        dialog.show()
        one.setFocus()
        with qtbot.waitSignal(dialog.accepted):
            QTest.keyClick(one, Qt.Key.Key_Return, CTRL)
