"""A dialog that no test waits for fails the test at once with its words, instead of waiting for a hand for ever."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.qt.dialog import ask, choose_file, tell
from tests.screens.conftest import MakeWindow, UnexpectedDialog
from tests.screens.hands import click
from tests.usecases.meeting_office import an_office


@pytest.fixture(autouse=True)
def _closed_at_last(qapp: QApplication) -> None:
    """What the guard lets through is closed, so that this file itself cannot hang."""
    QTimer.singleShot(2000, lambda: (box := QApplication.activeModalWidget()) and box.close())


def test_a_dialog_nobody_waits_for_fails_with_its_words() -> None:
    with pytest.raises(UnexpectedDialog, match="Chưa in được: Không có hội nghị 'm9'"):
        tell(None, "Chưa in được", "Không có hội nghị 'm9'")
    with pytest.raises(UnexpectedDialog, match="Trang in còn lỗi: Thiếu số trang"):
        ask(None, "Trang in còn lỗi", "Thiếu số trang", "Vẫn in")
    with pytest.raises(UnexpectedDialog, match="Lưu PDF"):
        choose_file(None, "Lưu PDF", save=True)


def test_one_that_is_waited_for_is_answered(window: MakeWindow) -> None:
    made = window(an_office())
    made.in_dialog(lambda dialog: click(dialog.primary))
    assert ask(made.shell, "Trang in còn lỗi", "Thiếu số trang", "Vẫn in")
    with pytest.raises(UnexpectedDialog):
        ask(made.shell, "Trang in còn lỗi", "Thiếu số trang", "Vẫn in")


def test_a_hand_that_fails_leaves_no_dialog_open(window: MakeWindow, qtbot: object) -> None:
    made = window(an_office())

    def fail(_dialog: object) -> None:
        raise UnexpectedDialog("khác lời")

    made.in_dialog(fail)
    with qtbot.capture_exceptions() as caught:  # type: ignore[attr-defined]
        assert not ask(made.shell, "Trang in còn lỗi", "Thiếu số trang", "Vẫn in")
    assert [str(each[1]) for each in caught] == ["khác lời"]
    assert not QFileDialog().isVisible()
