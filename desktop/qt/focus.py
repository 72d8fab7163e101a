"""The focus ring: a 2 px accent frame, 1 px off whatever control has the keyboard."""

from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QMenu, QSplitter, QWidget

from desktop.qt import theme

REDO = (QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z"))


class FocusRing(QObject):
    """Follows the focus of one application, whose child it is; tables show their current row instead."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._frame = _Frame()
        self._around: QWidget | None = None
        self._line: QLineEdit | None = None
        app.focusChanged.connect(self._move)

    @classmethod
    def of(cls, app: QApplication) -> "FocusRing":
        """The ring of an application, made once however many windows it opens."""
        return app.findChild(cls) or cls(app)

    def frame(self) -> QWidget:
        """The frame drawn; made anew where the last one went with the window it was in."""
        try:
            self._frame.isHidden()
        except RuntimeError:
            self._frame = _Frame()
        return self._frame

    def _move(self, _old: QWidget | None, new: QWidget | None) -> None:
        for watched in (self._around, self._line):
            if watched is not None:
                with suppress(RuntimeError):  # it went with its window, and Python still holds the name
                    watched.removeEventFilter(self)
        new = None if _in_qts_own_dialog() else new
        self._around, self._line = None, new if isinstance(new, QLineEdit) else None
        if self._line is not None:
            self._line.installEventFilter(self)
        target, frame = self._target(new), self.frame()
        if target is None:
            frame.hide()
            frame.setParent(None)
            return
        self._around = target
        target.installEventFilter(self)
        frame.setParent(target.parentWidget())
        self._fit()
        frame.show()

    @staticmethod
    def _target(widget: QWidget | None) -> QWidget | None:
        if widget is None or isinstance(widget, (QAbstractItemView, QMenu)) or widget.property("ring") is False:
            return None
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus:  # a page, which no key works in
            return None
        parent = widget.parentWidget()
        if parent is not None and parent.focusProxy() is not None and parent.property("composite"):
            widget, parent = parent, parent.parentWidget()
        if parent is None or isinstance(parent, QSplitter) or widget.isWindow():
            return None
        return widget

    def _fit(self) -> None:
        """Round the control; along the edges of a holder that has no room round it, so that no side is cut off."""
        holder = self.frame().parentWidget()
        if self._around is not None and holder is not None:
            self.frame().setGeometry(self._around.geometry().adjusted(-3, -3, 3, 3).intersected(holder.rect()))
            self.frame().raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.ParentChange):
            self._fit()
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(watched, QLineEdit):
            return _undoes_nothing(watched, event)
        elif event.type() in (QEvent.Type.Hide, QEvent.Type.DeferredDelete) and watched in (self._around, self._line):
            self._move(None, None)
        return False


def _in_qts_own_dialog() -> bool:
    """A file dialog that Qt makes and ends itself: asked for its parents, Python ends the page it was opened from."""
    modal = QApplication.activeModalWidget()
    return modal is not None and type(modal).__module__.startswith("PySide6")


class _Frame(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.current().color("accent"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()


def _undoes_nothing(line: QLineEdit, event: QEvent) -> bool:
    """Leave Ctrl+Z and Ctrl+Y to the window where nothing was typed that the line could take back or make again."""
    if not isinstance(event, QKeyEvent):
        return False
    undo = event.matches(QKeySequence.StandardKey.Undo) and not line.isUndoAvailable()
    redo = _is_redo(event) and not line.isRedoAvailable()
    if undo or redo:
        event.ignore()
    return undo or redo


def _is_redo(event: QKeyEvent) -> bool:
    return QKeySequence(event.keyCombination()) in REDO
