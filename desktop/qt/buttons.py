"""Buttons, text links, key hints and the menu of further commands."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from desktop.qt import theme
from desktop.qt.boxes import Label, label, row
from desktop.qt.commands import Command

_ICON_TOKEN = {"primary": "prim-text"}


class Button(QPushButton):
    """`kind` is outline, primary, small or icon; `hint` is the key shown grey after the text."""

    def __init__(
        self,
        text: str,
        *,
        icon: str = "",
        kind: str = "outline",
        hint: str = "",
        tip: str = "",
        checkable: bool = False,
        run: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon, self._hint = icon, hint
        self.setProperty("kind", kind)
        self.setCheckable(checkable)
        self.setAutoDefault(False)
        self.setIconSize(QSize(20, 16) if text else QSize(16, 16))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if tip:
            self.setToolTip(tip)
        self.setAccessibleName(text or tip)
        if run is not None:
            self.clicked.connect(lambda: run())
        self._colour()

    def set_icon(self, name: str) -> None:
        self._icon = name
        self._colour()

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text or self.toolTip())

    def _colour(self) -> None:
        if self._icon:
            token = _ICON_TOKEN.get(str(self.property("kind")), "text")
            self.setIcon(theme.current().icon(self._icon, token))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(size.width() + (self._hint_width() + 6 if self._hint else 0), size.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _hint_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._hint)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._hint:
            painter = QPainter(self)
            painter.setFont(theme.current().font(8))
            painter.setPen(theme.current().color("text3"))
            area = self.rect().adjusted(0, 0, -12, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._hint)
            painter.end()


class MoreButton(Button):
    """The ⋯ button with the commands that have no button of their own."""

    def __init__(self, commands: Sequence[Command] = (), tip: str = "Việc khác") -> None:
        super().__init__("", icon="mdi6.dots-horizontal", kind="icon", tip=tip)
        self._menu = QMenu(self)
        self.clicked.connect(self._open)
        self.set_commands(commands)

    def set_commands(self, commands: Sequence[Command]) -> None:
        self._menu.clear()
        for command in commands:
            fill_menu(self._menu, command)
        self.setVisible(bool(commands))

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))


def fill_menu(menu: QMenu, command: Command) -> None:
    """Put one command into a menu; its shortcut is shown, not bound a second time."""
    text = f"{command.text}\t{command.shortcut}" if command.shortcut else command.text
    action = menu.addAction(text)
    if command.icon:
        action.setIcon(theme.current().icon(command.icon))
    action.setEnabled(command.enabled)
    action.triggered.connect(lambda: command.run())


class Link(Label):
    """An accent text that leads to a record or an article; Enter and Space follow it too."""

    clicked = Signal()

    def __init__(self, text: str, *, run: Callable[[], object] | None = None, role: str = "link") -> None:
        super().__init__(text, role)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)
        if run is not None:
            self.clicked.connect(lambda: run())

    def set_text(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()
            event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)


class ArticleLink(QWidget):
    """An article in full, with a caption beside it where a setting of the office fills what the text leaves open."""

    clicked = Signal()

    def __init__(self, text: str, caption: str = "") -> None:
        super().__init__()
        self.link = Link(text, role="link-caption")
        self.caption = label(caption, "caption")
        self.link.clicked.connect(self.clicked)
        box = row(self.link, self.caption, gap=4)
        box.addStretch(1)
        self.setLayout(box)
        self.set(text, caption)

    def set(self, text: str, caption: str = "") -> None:
        self.link.set_text(text)
        self.caption.setText(f"· {caption}" if caption else "")
        self.caption.setVisible(bool(caption))


class KeyHint(QWidget):
    """A key cap with what the key does, under a list worked by keyboard."""

    def __init__(self, key: str, text: str) -> None:
        super().__init__()
        self.setLayout(row(label(key, "key"), label(text, "caption"), gap=6))
