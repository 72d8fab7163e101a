"""The frame of a page: its head, tabs, segment rows, side panels, empty states and splitters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QLayout, QPushButton, QSplitter, QWidget

from desktop.qt import theme
from desktop.qt.boxes import STRETCH, Elided, Item, add, column, empty, hairline, holder, label, row, scroll
from desktop.qt.buttons import Button, Link, MoreButton
from desktop.qt.commands import Command
from desktop.qt.marks import SHAPE, Mark
from desktop.qt.memory import Memory

Crumb = tuple[str, Callable[[], object] | None]


class PageHead(QWidget):
    """Title, a line of facts, the way back; on the right at most two buttons, ⋯, and the one primary last."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self._crumbs = row(gap=4)
        self._crumb_line = holder(self._crumbs)
        self._crumb_line.hide()
        self._back = Button("", icon="mdi6.arrow-left", kind="icon", tip="Về danh sách")
        self._back.hide()
        self._going: Callable[[], object] | None = None
        self._back.clicked.connect(self._go_back)
        self._title = Elided(title, "title")
        self._facts = Elided("", "second")
        self._secondary = row(gap=8)
        self._more = MoreButton()
        self._primary = row(gap=0)
        line = row(self._back, self._title, 3, (self._facts, 1), gap=8)
        left = column(STRETCH, self._crumb_line, line, STRETCH, gap=0)
        self._box = row((left, 1), 12, self._secondary, self._more, self._primary, gap=8, margins=(20, 0, 20, 0))
        self.setLayout(self._box)
        self.setFixedHeight(60)

    def set_title(self, text: str) -> None:
        self._title.setText(text)

    def set_facts(self, text: str) -> None:
        self._facts.setText(text)

    def set_crumbs(self, crumbs: Sequence[Crumb]) -> None:
        empty(self._crumbs)
        for index, (text, run) in enumerate(crumbs):
            if index:
                self._crumbs.addWidget(label("›", "faint"))
            self._crumbs.addWidget(Link(text, run=run, role="link-caption") if run else label(text, "caption"))
        self._crumbs.addStretch(1)
        self._crumb_line.setVisible(bool(crumbs) and not self._compact)
        self.setFixedHeight(44 if self._compact else 64 if crumbs else 60)

    def set_back(self, run: Callable[[], object] | None) -> None:
        """Show the arrow that leads back to the list, where only one pane fits."""
        self._going = run
        self._back.setVisible(run is not None and self._compact)

    def _go_back(self) -> None:
        if self._going:
            self._going()

    def set_secondary(self, *buttons: QWidget) -> None:
        empty(self._secondary)
        for button in buttons:
            self._secondary.addWidget(button)

    def set_more(self, commands: Sequence[Command]) -> None:
        self._more.set_commands(commands)

    def set_primary(self, button: Button | None) -> None:
        empty(self._primary)
        if button:
            self._primary.addWidget(button)

    _compact = False

    def set_compact(self, compact: bool) -> None:
        """Shrink to 44 px with an 11 pt title and no breadcrumb, for one pane at a time."""
        self._compact = compact
        self._title.set_role("compact-title" if compact else "title")
        self._back.setVisible(self._going is not None and compact)
        self._facts.setVisible(not compact)
        self._crumb_line.setVisible(not compact and self._crumbs.count() > 0)
        for index in range(self._secondary.count()):
            widget = self._secondary.itemAt(index).widget()
            if widget:
                widget.setVisible(not compact)
        margin = 12 if compact else 20
        self._box.setContentsMargins(margin, 0, margin, 0)
        self.setFixedHeight(44 if compact else 64 if self._crumbs.count() else 60)


class _Tab(QPushButton):
    """One tab: semibold and underlined in accent where chosen."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.setProperty("kind", "flat")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(text)
        self._pad = 26

    def set_compact(self, compact: bool) -> None:
        """Stand closer together, so that five still fit where only one pane does."""
        self._pad = 18 if compact else 26
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(theme.text_width(self.text(), 10, True) + self._pad, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, chosen = theme.current(), self.isChecked()
        painter = QPainter(self)
        painter.setFont(look.font(10, chosen))
        painter.setPen(look.color("text" if chosen or self.underMouse() else "text2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if chosen:
            painter.fillRect(QRectF(0, self.height() - 3, self.width(), 3), look.color("accent"))
        painter.end()


class _Choice(QWidget):
    """Buttons of which one is chosen; arrow keys move the choice."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)

    def _adopt(self, key: str, button: QPushButton) -> None:
        self._buttons[key] = button
        self._group.addButton(button)
        button.clicked.connect(lambda: self._pick(key))

    def _pick(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)

    def choose(self, key: str) -> None:
        """Show a choice as made, without saying so to listeners."""
        self._buttons[key].setChecked(True)

    def current(self) -> str:
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def has_keyboard(self) -> bool:
        """Whether arrows choose here now, so that the keyboard is not to be taken to what is chosen."""
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def turn(self, step: int) -> str:
        """Go so many on, round the ends; returns the choice then."""
        keys = list(self._buttons)
        key = keys[(keys.index(self.current()) + step) % len(keys)]
        self._pick(key)
        return key

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._buttons[self.turn(step)].setFocus(Qt.FocusReason.TabFocusReason)


class Tabs(_Choice):
    """The bar of tabs under a page head, with room for facts at its right end."""

    def __init__(self, tabs: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._side = row(gap=8)
        self._bar = row(gap=0, margins=(8, 0, 20, 0))
        for key, text in tabs:
            button = _Tab(text)
            self._adopt(key, button)
            self._bar.addWidget(button)
        self._bar.addStretch(1)
        self._bar.addLayout(self._side)
        self.setLayout(column((self._bar, 1), hairline(), gap=0))
        self.setFixedHeight(38)
        if tabs:
            self.choose(tabs[0][0])

    def set_side(self, *widgets: QWidget) -> None:
        empty(self._side)
        for widget in widgets:
            self._side.addWidget(widget)

    def set_compact(self, compact: bool) -> None:
        self.setFixedHeight(34 if compact else 38)
        self._bar.setContentsMargins(0 if compact else 8, 0, 4 if compact else 20, 0)
        for button in self._buttons.values():
            assert isinstance(button, _Tab)
            button.set_compact(compact)
        for index in range(self._side.count()):
            widget = self._side.itemAt(index).widget()
            if widget:
                widget.setVisible(not compact)


class SegmentRow(_Choice):
    """A row of joined buttons for a view or a pane."""

    def __init__(self, segments: Sequence[tuple[str, str]], *, name: str = "", small: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        box = row(gap=0)
        for index, (key, text) in enumerate(segments):
            place = "first" if index == 0 else "last" if index == len(segments) - 1 else "middle"
            button = Button(text, kind="small" if small else "outline", checkable=True)
            button.setProperty("seg", place)
            self._adopt(key, button)
            box.addWidget(button)
        self.setLayout(box)
        if segments:
            self.choose(segments[0][0])

    def set_mark(self, key: str, verdict: str) -> None:
        """Put the worst mark of a pane before its name."""
        button = self._buttons[key]
        assert isinstance(button, Button)
        button.set_icon(SHAPE.get(verdict, ""), verdict)

    def set_text(self, key: str, text: str) -> None:
        self._buttons[key].setText(text)


@dataclass(frozen=True, slots=True)
class Step:
    """A step of setting up, done or still to do."""

    title: str
    text: str = ""
    done: bool = False


class EmptyState(QFrame):
    """What is missing, what it brings, the button that fills it, then the steps done and left."""

    def __init__(
        self,
        icon: str,
        title: str,
        text: str = "",
        *,
        primary: Button | None = None,
        secondary: Button | None = None,
        steps: Sequence[Step] = (),
    ) -> None:
        super().__init__()
        self.primary = primary
        self.setProperty("role", "sheet")
        head, words = label(title, "empty-title"), label(text, "second", wrap=True)
        for part in (head, words):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setMinimumWidth(400)
        words.setMaximumWidth(430)
        buttons = row(STRETCH, *(b for b in (primary, secondary) if b), STRETCH)
        middle = column(_centred(_Picture(icon)), 8, head, 2, _centred(words), 10, buttons, gap=4)
        for index, step in enumerate(steps):
            if index == 0:
                add(middle, 18)
                add(middle, _centred(_line(430)))
                add(middle, 10)
            add(middle, _centred(_step(step, index + 1)))
        inside = holder(column(STRETCH, middle, STRETCH, margins=(24, 24, 24, 24)))
        self.setLayout(column(scroll(inside), margins=(1, 1, 1, 1)))


class _Picture(QWidget):
    def __init__(self, icon: str, size: int = 40) -> None:
        super().__init__()
        self._icon, self._size = icon, size
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme.paint_icon(painter, QRectF(0, 0, self._size, self._size), self._icon, "text3")
        painter.end()


_NUMBERS = ("mdi6.numeric-1-circle-outline", "mdi6.numeric-2-circle-outline", "mdi6.numeric-3-circle-outline")
"""One for each of the first steps a page may list."""


class _Numbered(QWidget):
    """The number of a step still to do, in an open ring."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.setFixedSize(18, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme.paint_icon(painter, QRectF(0, 0, 18, 18), _NUMBERS[self._number - 1], "accent")
        painter.end()


def _centred(widget: QWidget) -> QLayout:
    return row(STRETCH, widget, STRETCH, gap=0)


def _line(width: int) -> QWidget:
    line = hairline()
    line.setFixedWidth(width)
    return line


def _step(step: Step, number: int) -> QWidget:
    mark: QWidget = Mark("met", "Đã xong") if step.done else _Numbered(number)
    words = column(
        label(step.title, "second" if step.done else "strong"), label(step.text, "caption", wrap=True), gap=0
    )
    widget = holder(row(column(mark, STRETCH), (words, 1), gap=10, margins=(0, 4, 0, 4)))
    widget.setFixedWidth(430)
    return widget


class SidePanel(QFrame):
    """White panel at the right of a page: a head, blocks with hairlines under them, a foot for buttons."""

    def __init__(self, title: str = "", note: str = "", *, margin: int = 16) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self._margin = margin
        self._title, self._note = label(title, "section"), label(note, "caption")
        self._head = holder(
            column(row((self._title, 1), self._note, margins=(margin, 12, margin, 11)), hairline(), gap=0)
        )
        if not title:
            self._head.hide()
        self._blocks = column(gap=0)
        self.foot = row(gap=8, margins=(margin, 8, margin, 12))
        inside = holder(column(self._blocks, STRETCH, gap=0))
        self._area = scroll(inside)
        self.setLayout(column(self._head, (self._area, 1), self.foot, gap=0, margins=(1, 0, 0, 0)))

    def set_title(self, title: str, note: str = "") -> None:
        self._title.setText(title)
        self._note.setText(note)
        self._head.setVisible(bool(title))

    def add(self, item: Item, *, bare: bool = False) -> QWidget:
        """Append a block with the line under it; `bare` leaves out the margins, for blocks that fill the width."""
        side = 0 if bare else self._margin
        block = column(item, margins=(side, 0 if bare else 12, side, 0 if bare else 12))
        made = holder(column(block, hairline(), gap=0))
        self._blocks.addWidget(made)
        return made

    def clear(self) -> None:
        empty(self._blocks)

    def begin(self, title: str) -> None:
        """Show nothing but a title."""
        self.clear()
        empty(self.foot)
        self.set_title(title)

    def set_foot(self, *buttons: QWidget) -> None:
        empty(self.foot)
        for button in buttons:
            self.foot.addWidget(button)
        self.foot.addStretch(1)

    def show_end(self) -> None:
        """Move down to the last block, once the panel is laid out."""
        bar = self._area.verticalScrollBar()
        QTimer.singleShot(0, lambda: bar.setValue(bar.maximum()))


class Split(QSplitter):
    """Panes side by side whose sizes are kept under a name."""

    def __init__(self, name: str, *panes: QWidget, sizes: Sequence[int], memory: Memory) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._name, self._memory = name, memory
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for pane in panes:
            self.addWidget(pane)
        kept = memory.sizes(f"split.{name}")
        self.setSizes(kept if len(kept) == len(panes) else list(sizes))
        for index, size in enumerate(sizes):
            self.setStretchFactor(index, 1 if size == max(sizes) else 0)
        self.splitterMoved.connect(lambda: memory.put(f"split.{name}", self.sizes()))


class ClickFrame(QFrame):
    """A frame that acts as one button: click, Enter or Space."""

    clicked = Signal()

    def __init__(self, content: QLayout, role: str = "sheet", name: str = "") -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setLayout(content)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)
