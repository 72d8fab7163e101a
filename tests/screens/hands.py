"""A clerk's hands: Vietnamese typed letter by letter, fields left by Tab, buttons clicked."""

from PySide6.QtCore import QDeadlineTimer, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def type_text(editor: QWidget, text: str) -> None:
    """As an input method commits it: QTest itself types ASCII only."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(editor, QKeyEvent(kind, 0, PLAIN, letter))


def _focused(editor: QWidget) -> bool:
    """Ask for the focus until it is there: a dialog just closed may still be handing it back."""
    QApplication.processEvents()
    if QApplication.activeWindow() is not editor.window():
        editor.window().activateWindow()
    elif not editor.hasFocus():
        editor.setFocus()
    else:
        return True
    return False


def write(editor: QWidget, text: str, *, leave: bool = True) -> None:
    """Type over what stands in a field and leave it by Tab; a field is left only where its window is active."""
    deadline = QDeadlineTimer(20_000)
    while not _focused(editor):
        assert not deadline.hasExpired(), f"{editor.accessibleName()} gets no focus"
        QTest.qWait(5)
    QTest.keyClick(editor, Key.Key_A, CTRL)
    type_text(editor, text)
    if leave:
        QTest.keyClick(editor, Key.Key_Tab)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, LEFT)
