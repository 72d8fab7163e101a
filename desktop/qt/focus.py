"""The focus ring: a 2 px accent frame, 1 px off whatever control has the keyboard."""

from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QLineEdit, QMenu, QSplitter, QWidget

from desktop.qt import theme

REDO = (QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z"))


class FocusRing(QObject):
    """Follows the focus of one application, whose child it is; tables show their current row instead."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._frame = _Frame()
        self._around: QWidget | None = None
        self._within: list[QWidget] = []
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
        for watched in (*self._within, self._line):
            if watched is not None:
                with suppress(RuntimeError):  # it went with its window, and Python still holds the name
                    watched.removeEventFilter(self)
        self._around, self._within = None, []
        self._line = new if isinstance(new, QLineEdit) else None
        if self._line is not None:
            self._line.installEventFilter(self)
        target, frame = self._target(new), self.frame()
        if target is None:
            frame.hide()
            frame.setParent(None)
            return
        self._around = target
        host, self._within = self._host(target)
        for widget in self._within:
            widget.installEventFilter(self)
        frame.setParent(host)
        self._fit()
        frame.show()

    @staticmethod
    def _target(widget: QWidget | None) -> QWidget | None:
        if widget is None or isinstance(widget, (QAbstractItemView, QMenu)) or widget.property("ring") is False:
            return None
        parent = widget.parentWidget()
        if parent is not None and parent.focusProxy() is not None and parent.property("composite"):
            widget, parent = parent, parent.parentWidget()
        if parent is None or isinstance(parent, QSplitter) or widget.isWindow():
            return None
        return widget

    @staticmethod
    def _host(target: QWidget) -> tuple[QWidget, list[QWidget]]:
        """The nearest widget around the control that has room for the whole ring, and what lies between them."""
        host, within = target, list[QWidget]()
        while not within or not (host.rect().contains(_around(target, host)) or _is_outermost(host)):
            within.append(host)
            host = host.parentWidget()  # type: ignore[assignment]  # the outermost ended it
        return host, within

    def _fit(self) -> None:
        host = self.frame().parentWidget()
        if self._around is not None and host is not None:
            self.frame().setGeometry(_around(self._around, host))
            self.frame().raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.ParentChange):
            self._fit()
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(watched, QLineEdit):
            return _undoes_nothing(watched, event)
        elif event.type() in (QEvent.Type.Hide, QEvent.Type.DeferredDelete) and watched in (self._around, self._line):
            self._move(None, None)
        return False


def _around(control: QWidget, host: QWidget) -> QRect:
    return QRect(control.mapTo(host, QPoint(0, 0)), control.size()).adjusted(-3, -3, 3, 3)


def _is_outermost(widget: QWidget) -> bool:
    """A window, what a scroll area moves, and a pane of a splitter, which would take the ring for another pane."""
    parent = widget.parentWidget()
    return (
        widget.isWindow()
        or parent is None
        or isinstance(parent, (QSplitter, QAbstractScrollArea))
        or isinstance(parent.parentWidget(), QAbstractScrollArea)
    )


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
