"""What hands do without looking, in every dialog: type at once, press Esc, turn the wheel, choose one of two twins."""

import unicodedata
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from desktop.qt.choice_box import ChoiceBox
from desktop.qt.dialog import EDITORS, LEAVE, STAY, Dialog
from desktop.qt.fields import Combo, DateField, Field, NumberField, TextArea, TextField, TimeField
from desktop.sample.sample import demo_day
from desktop.screens.base.places import PLACES
from tests.screens.conftest import MakeWindow, Window
from tests.screens.every_dialog import TWIN, classes, every_dialog, named, with_twins
from tests.screens.hands import type_text
from tests.screens.window.test_shell import DAY, PROFILE

assert demo_day(PROFILE) == DAY.date()


@pytest.fixture
def made(window: MakeWindow) -> Window:
    one = window(with_twins(PROFILE))
    one.move_clock(DAY)
    return one


def opened(made: Window, folder: Path) -> Iterator[tuple[str, Dialog]]:
    for name, make in every_dialog(made, folder).items():
        dialog = make()
        made.qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        made.qtbot.waitUntil(dialog.isActiveWindow, timeout=20_000)
        yield name, dialog
        if dialog.isVisible():
            dialog.done(0)


def test_no_dialog_is_left_out_of_the_walk(made: Window, tmp_path: Path) -> None:
    assert set(every_dialog(made, tmp_path)) == classes()


def test_every_dialog_opens_with_the_keyboard_in_a_field(made: Window, tmp_path: Path) -> None:
    wrong, read_only = {}, named("READ_ONLY")
    for name, dialog in opened(made, tmp_path):
        focused = dialog.focusWidget()
        begins = focused is not None and (isinstance(focused, EDITORS) or bool(focused.property("begins")))
        if begins is (name in read_only):
            wrong[name] = (focused, focused and focused.accessibleName(), focused and focused.parentWidget())
    assert not wrong


def wheel(box: QWidget) -> None:
    middle = QPointF(box.rect().center())
    turned = QWheelEvent(
        middle, QPointF(box.mapToGlobal(box.rect().center())), QPoint(0, 0), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, turned)


def test_the_wheel_changes_no_choice_anywhere(made: Window, tmp_path: Path) -> None:
    seen = 0
    dialogs = (dialog for _name, dialog in opened(made, tmp_path))
    screens = (made.screen(place.key) for place in PLACES)
    for page in (*screens, *dialogs):
        for box in page.findChildren(QComboBox):
            seen += 1
            assert box.focusPolicy() & Qt.FocusPolicy.WheelFocus != Qt.FocusPolicy.WheelFocus, box.accessibleName()
            box.setFocus()
            before = box.currentIndex()
            wheel(box)
            assert box.currentIndex() == before, box.accessibleName()
    assert seen > 80


def test_people_of_one_name_are_told_apart_in_every_picker(made: Window, tmp_path: Path) -> None:
    seen = 0
    dialogs = (dialog for name, dialog in opened(made, tmp_path) if name not in named("LOSES_NOTHING"))
    pages = [made.screen(place.key) for place in PLACES]
    made.shell.show_place("meetings", next(one.id for one in made.desk.facts.sessions if one.start.date() > DAY.date()))
    for page in (*pages, *dialogs):
        for box in page.findChildren(ChoiceBox):
            words = [box.itemText(row) for row in range(box.count()) if box.itemText(row).startswith(TWIN)]
            seen += len(words) > 1
            assert len(set(words)) == len(words), (page, box.accessibleName(), words)
    assert seen >= 8


TYPED = "Trùng lịch làm việc"


def text_fields(dialog: Dialog) -> list[TextField | TextArea]:
    found = [field for field in dialog.findChildren(Field) if isinstance(field, (TextField, TextArea))]
    return [field for field in found if field.isVisibleTo(dialog) and field.editor.isEnabled()]


def press_button(made: Window, words: str) -> None:
    def press(asked: Dialog) -> None:
        next(one for one in asked.findChildren(QPushButton) if one.text() == words).click()

    made.in_dialog(press)


@pytest.mark.asks
def test_esc_over_typed_text_asks_in_every_dialog_and_stays(made: Window, tmp_path: Path) -> None:
    seen = 0
    for name, dialog in opened(made, tmp_path):
        fields = text_fields(dialog)
        if not fields or name in named("LOSES_NOTHING"):
            continue
        seen += 1
        field = fields[0]
        field.editor.setFocus()
        type_text(field.editor, TYPED)
        press_button(made, STAY)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible(), name
        assert TYPED in str(field.read()), name
        press_button(made, LEAVE)
        dialog.reject()
        assert not dialog.isVisible(), name
    assert seen > 25


def test_a_dialog_with_nothing_typed_closes_at_once(made: Window, tmp_path: Path) -> None:
    for name, dialog in opened(made, tmp_path):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible(), name


# Typing at the pace of a hand

PAUSE = 150
"""Milliseconds between two keys: longer than the moment after which a form works out what was typed."""


def telex(line: QWidget, text: str, *, each: bool) -> None:
    """As UniKey types: the plain letter first, then a Backspace and the letter with its sign."""
    for at, letter in enumerate(text):
        plain = unicodedata.normalize("NFD", letter)[0].replace("Đ", "D").replace("đ", "d")
        type_text(line, plain)
        if each or at == 0:
            QTest.qWait(PAUSE)
        if plain != letter:
            QTest.keyClick(line, Qt.Key.Key_Backspace)
            type_text(line, letter)


def written(field: Field) -> str:
    if isinstance(field, Combo):
        return field.box.currentText()
    editor = field.editor
    return editor.toPlainText() if isinstance(editor, QPlainTextEdit) else str(getattr(editor, "text", str)())


def test_what_is_typed_slowly_stands_in_every_field(made: Window, tmp_path: Path) -> None:
    """Between the keys every form has time to rewrite what stands there; none may."""
    name = made.desk.facts.office.people[0].name.split()[-1]
    seen, wrong = 0, []
    for title, dialog in opened(made, tmp_path):
        for field in dialog.findChildren(Field):
            if not field.isVisibleTo(dialog) or not field.editor.isEnabled():
                continue
            text = sample_of(field, name)
            if not text:
                continue
            seen += 1
            editor = field.editor
            editor.setFocus()
            line = field.box.lineEdit() if isinstance(field, Combo) else editor
            assert line is not None
            QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            telex(editor, text, each=isinstance(field, Combo))
            if written(field) != text:
                wrong.append((title, editor.accessibleName(), written(field)))
    assert not wrong
    assert seen > 80


def sample_of(field: Field, name: str) -> str:
    if isinstance(field, Combo):
        return name if field.box.isEditable() else ""
    kinds: tuple[tuple[type[Field], str], ...] = (
        (DateField, "5/8/24"),
        (TimeField, "9:45"),
        (NumberField, "12"),
        (TextArea, "Đủ ý"),
        (TextField, "Đủ ý"),
    )
    return next((text for kind, text in kinds if isinstance(field, kind)), "")


@pytest.mark.parametrize(("start", "end"), [("8h", "1130"), ("14h", "1700")])
def test_the_end_being_typed_is_not_rewritten_by_the_start(made: Window, start: str, end: str) -> None:
    from desktop.screens.meetings.plan import PlanDialog

    dialog = PlanDialog(made.desk)
    made.qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    made.qtbot.waitUntil(dialog.isActiveWindow, timeout=20_000)
    for waits in (0, 300):
        dialog.start.line.setFocus(Qt.FocusReason.TabFocusReason)
        type_text(dialog.start.line, start)
        QTest.keyClick(dialog.start.line, Qt.Key.Key_Tab)
        QTest.qWait(waits)
        type_text(dialog.end.line, end)
        QTest.qWait(300)
        assert dialog.end.line.text() == end
        QTest.keyClick(dialog.end.line, Qt.Key.Key_Tab)
        assert dialog.end.line.text() == f"{end[:2]}:{end[2:]}"
    dialog.done(0)


def test_lines_of_all_dialogs_have_names(made: Window, tmp_path: Path) -> None:
    nameless = [
        (name, line.parentWidget())
        for (name, dialog), kind in product(opened(made, tmp_path), (QLineEdit,))
        for line in dialog.findChildren(kind)
        if line.isVisibleTo(dialog) and not line.accessibleName() and line.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert not nameless
