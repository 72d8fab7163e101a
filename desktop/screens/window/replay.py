"""What was pressed and clicked while only the picture of the window was there, done in the real window."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QInputEvent, QKeyEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QApplication, QWidget


def replay(window: QWidget, events: Iterable[QInputEvent]) -> None:
    """In their order: each where it would have gone had the window been there."""
    for event in events:
        if isinstance(event, QKeyEvent):
            _press(window, event)
        elif isinstance(event, QMouseEvent):
            _click(window, event)
        QApplication.processEvents()


def _press(window: QWidget, event: QKeyEvent) -> None:
    keys = QKeySequence(event.keyCombination())
    shortcut = next((one for one in window.findChildren(QShortcut) if one.isEnabled() and one.key() == keys), None)
    target = QApplication.focusWidget()
    if shortcut is None:
        QApplication.sendEvent(target if target and window.isAncestorOf(target) else window, event)
    elif event.type() == QEvent.Type.KeyPress:
        shortcut.activated.emit()


def _click(window: QWidget, event: QMouseEvent) -> None:
    spot = event.position().toPoint()
    target = window.childAt(spot) or window
    there = QPointF(target.mapFrom(window, spot))
    made = QMouseEvent(event.type(), there, event.globalPosition(), event.button(), event.buttons(), event.modifiers())
    QApplication.sendEvent(target, made)
