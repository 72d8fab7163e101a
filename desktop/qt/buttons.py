"""Buttons, text links, key hints and the menu of further commands."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from desktop.qt import theme
from desktop.qt.boxes import Label, label, row
from desktop.qt.commands import Command
from desktop.qt.tips import set_tip

_HEIGHT = {"small": 26, "small-icon": 26}
_PAD = {"small": 10, "search": 9, "icon": 0, "small-icon": 0, "flat": 6}
_ICON, _GAP = 16, 6


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
        self._icon, self._hint, self._kind = icon, hint, kind
        self._icon_token = ""
        self.setProperty("kind", kind)
        self.setCheckable(checkable)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if tip:
            set_tip(self, tip)
        self.setAccessibleName(text or tip)
        if run is not None:
            self.clicked.connect(lambda: run())

    def set_icon(self, name: str, token: str = "") -> None:
        """Change the icon before the words; a token gives it a colour of its own, as to a verdict's mark."""
        self._icon, self._icon_token = name, token
        self.updateGeometry()
        self.update()

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text or self.toolTip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as Space does; with Ctrl it is left to the dialog."""
        entering = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entering and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.click()
        else:
            super().keyPressEvent(event)

    def _point(self) -> float:
        return 9 if self._kind == "small" else 10

    def _words_width(self) -> int:
        """The room for the words, so much that choosing the button does not move its neighbours."""
        bold = self._kind == "primary" or self.isCheckable()
        return theme.text_width(self.text(), self._point(), bold) if self.text() else 0

    def _inside(self) -> int:
        icon = (_ICON + (_GAP if self.text() else 0)) if self._icon else 0
        hint = theme.text_width(self._hint, 8) + 8 if self._hint else 0
        return icon + self._words_width() + hint

    def sizeHint(self) -> QSize:
        height = _HEIGHT.get(self._kind, 30)
        if self._kind in ("icon", "small-icon"):
            return QSize(32 if self._kind == "icon" else 38, height)
        return QSize(self._inside() + 2 * _PAD.get(self._kind, 12) + 2, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _tone(self) -> str:
        if not self.isEnabled():
            return "text3"
        if self._kind == "primary":
            return "prim-text"
        return "accent" if self.isChecked() else "text3" if self._kind == "search" else "text"

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        look, tone, middle = theme.current(), self._tone(), Qt.AlignmentFlag.AlignVCenter
        left = 1 + _PAD["search"] if self._kind == "search" else max(1, (self.width() - self._inside()) // 2)
        if self._icon:
            token = self._icon_token or ("text2" if self._kind == "search" else tone)
            top = (self.height() - _ICON) / 2
            theme.paint_icon(painter, QRectF(left, top, _ICON, _ICON), self._icon, token)
            left += _ICON + _GAP
        bold = self._kind == "primary" or self.isChecked()
        painter.setFont(look.font(self._point(), bold))
        painter.setPen(look.color(tone))
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), middle, self.text())
        if self._hint:
            painter.setFont(look.font(8))
            painter.setPen(look.color("text3"))
            painter.drawText(self.rect().adjusted(0, 0, -10, 0), middle | Qt.AlignmentFlag.AlignRight, self._hint)
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
        if self.parentWidget() or not commands:  # shown without a parent it would be a window of its own
            self.setVisible(bool(commands))

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))


def fill_menu(menu: QMenu, command: Command) -> None:
    """Put one command into a menu; its shortcut is shown, not bound a second time."""
    words = command.text.replace("&", "&&")
    text = f"{words}\t{command.shortcut}" if command.shortcut else words
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


def small_link(text: str, name: str, run: Callable[[], object]) -> Link:
    """A short word beside a line, heard with what it is about."""
    link = Link(text, run=run, role="link-caption")
    link.setAccessibleName(name)
    return link


class ArticleLink(QWidget):
    """An article in full, with a caption beside it where a setting of the office fills what the text leaves open."""

    clicked = Signal()

    def __init__(self, text: str, caption: str = "") -> None:
        super().__init__()
        self.link = Link(text, role="link-caption")
        self.link.setWordWrap(True)
        self.caption = label(caption, "caption")
        self.link.clicked.connect(self.clicked)
        self._box = row((self.link, 0), (self.caption, 1), gap=4)
        self.setLayout(self._box)
        self.set(text, caption)

    def set(self, text: str, caption: str = "") -> None:
        """Long articles have their caption under them."""
        room = theme.text_width(text, 9)
        below = room + theme.text_width(caption, 9) > _BESIDE
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
        self._box.setSpacing(0 if below else 4)
        self.link.set_text(text)
        self.link.setMinimumWidth(min(room + 2, _BESIDE))
        self.caption.setText(f"{'' if below else '· '}{caption}" if caption else "")
        self.caption.setVisible(bool(caption))


_BESIDE = 230
"""Side panels are some 230 px wide inside; what is wider goes on two lines."""


class KeyHint(QWidget):
    """A key cap with what the key does, under a list worked by keyboard."""

    def __init__(self, key: str, text: str) -> None:
        super().__init__()
        self.setLayout(row(label(key, "key"), label(text, "caption"), gap=6))
