"""The rail at the left: the office, the search box, the screens and what waits behind them; and the foot line."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QSizePolicy, QWidget

from desktop.qt import theme
from desktop.qt.boxes import STRETCH, Elided, column, hairline, holder, label, row
from desktop.qt.buttons import Button
from desktop.qt.marks import Badge
from desktop.qt.notices import FOOT
from desktop.qt.tips import set_tip
from desktop.screens.base.places import KEYS, PLACES, SETTINGS, Place
from desktop.usecases.today.page import Badge as Count

WIDE, SLIM = 220, 48


class RailButton(QPushButton):
    """One screen of the rail."""

    def __init__(self, place: Place, key: str) -> None:
        super().__init__(place.text)
        self._place = place
        self._slim = False
        self.setCheckable(True)
        self.setProperty("kind", "flat")
        self.setFixedHeight(34)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._hint = f"{place.text} (Ctrl+{key})" if key else place.text
        self.badge = Badge()
        self.badge.setParent(self)
        self.count(0, False)

    def count(self, count: int, late: bool) -> None:
        self.badge.set(count, late)
        self.setAccessibleName(f"{self._place.text}, {count}" if count else self._place.text)
        self.badge.setVisible(count > 0 and not self._slim)
        self._fit()

    def set_slim(self, slim: bool, height: int) -> None:
        self._slim = slim
        self.setFixedHeight(height)
        set_tip(self, self._hint if slim else "")
        self.count(self.badge.number, self.badge.late)

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def _fit(self) -> None:
        self.badge.move(self.width() - self.badge.width() - 8, (self.height() - self.badge.height()) // 2)

    def sizeHint(self) -> QSize:
        return QSize(SLIM - 10 if self._slim else WIDE - 16, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(30, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look, chosen = theme.current(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or self.underMouse():
            painter.setBrush(look.color("surface" if chosen else "line"))
            painter.drawRoundedRect(self.rect(), 4, 4)
        if chosen:
            painter.setBrush(look.color("accent"))
            painter.drawRoundedRect(QRectF(0, (self.height() - 18) / 2, 3, 18), 1.5, 1.5)
        left = (self.width() - 18) / 2 if self._slim else 9
        spot = QRectF(left, (self.height() - 18) / 2, 18, 18)
        theme.paint_icon(painter, spot, self._place.icon, "accent" if chosen else "text2")
        if not self._slim:
            painter.setFont(look.font(10, chosen))
            painter.setPen(look.color("text" if chosen else "text2"))
            painter.drawText(QRect(37, 0, self.width() - 40, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


class _SearchButton(Button):
    """Looks like the box it opens."""

    def __init__(self) -> None:
        super().__init__("Tìm mọi thứ", icon="mdi6.magnify", kind="search", hint="Ctrl+K")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(30, 30)


class Rail(QFrame):
    """220 px with words, or 48 with icons alone."""

    chosen = Signal(str)
    search_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self._office, self._term = Elided("", "office"), label("", "caption")
        head = column(self._office, self._term, gap=0, margins=(8, 0, 8, 0))
        self._head, self._gap = holder(head), QWidget()
        self._gap.setFixedHeight(11)
        self._below = QWidget()
        self._below.setFixedHeight(8)
        self.search = _SearchButton()
        self.search.clicked.connect(self.search_asked)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, RailButton] = {}
        keys = dict(zip((place.key for place in PLACES), KEYS, strict=True))
        for place in (*PLACES, SETTINGS):
            self._add(place, keys.get(place.key, ""))
        *screens, settings = self._buttons.values()
        self._items = column(*screens, gap=2)
        self._box = column(
            self._head, self._gap, self.search, self._below, self._items, STRETCH, hairline(), 5, settings, gap=0,
            margins=(8, 12, 8, 8),
        )  # fmt: skip
        self.setLayout(self._box)
        self.setFixedWidth(WIDE)

    def _add(self, place: Place, key: str) -> None:
        button = RailButton(place, key)
        button.clicked.connect(lambda: self.chosen.emit(place.key))
        self._group.addButton(button)
        self._buttons[place.key] = button

    def set_office(self, name: str, term: str) -> None:
        self._office.setText(name)
        self._term.setText(term)

    def choose(self, place: str) -> None:
        self._buttons[place].setChecked(True)

    def set_badges(self, badges: Iterable[Count]) -> None:
        found = {badge.place: badge for badge in badges}
        for key, button in self._buttons.items():
            badge = found.get(key)
            button.count(badge.count if badge else 0, bool(badge and badge.late))

    def set_slim(self, slim: bool, low: bool) -> None:
        """Only icons; `low` also presses them together for windows little over 360 px high."""
        for part in (self._head, self._gap, self.search, self._below):
            part.setVisible(not slim)
        self.setFixedWidth(SLIM if slim else WIDE)
        side = 4 if slim else 8
        self._box.setContentsMargins(side, 4 if slim else 12, side, 4 if slim else 8)
        self._items.setSpacing(0 if low else 2)
        for button in self._buttons.values():
            button.set_slim(slim, 29 if low else 34)

    def button(self, place: str) -> RailButton:
        return self._buttons[place]


_SHIELD = ("mdi6.shield-check-outline", "text2")


class StatusLine(QFrame):
    """Which file is open, that everything is saved, when it was last copied; the regulation and two keys."""

    article_asked = Signal()
    undo_asked = Signal()
    menu_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "status")
        self.setFixedHeight(FOOT)
        self._file, self._saved, self._copied = label(""), label("Đã lưu mọi thay đổi"), label("")
        self._regulation = label("")
        self._shield = _Icon(*_SHIELD)
        self._parts: list[QWidget] = [
            _with_icon("mdi6.database-outline", self._file, "text2"),
            _with_icon("mdi6.check", self._saved, "met"),
            holder(row(self._shield, self._copied, gap=5)),
            self._regulation,
            _key("F1", "Điều quy định", self.article_asked),
            _key("Ctrl+Z", "Hoàn tác", self.undo_asked),
            _key("Alt", "Trình đơn", self.menu_asked),
        ]
        file, saved, copied, regulation, *keys = self._parts
        self.setLayout(row(file, saved, copied, STRETCH, regulation, *keys, gap=18, margins=(12, 0, 12, 0)))
        self._wide = True

    def set_file(self, name: str, read_only: bool = False) -> None:
        self._file.setText(name)
        self._saved.setText("Chỉ đọc, không ghi được" if read_only else "Đã lưu mọi thay đổi")

    def set_copied(self, words: str, trouble: str = "") -> None:
        """When the file was last copied; `trouble` says what went wrong with the last attempt."""
        self._copied.setText(words)
        set_tip(self._copied, trouble)
        self._shield.show_icon(*(("mdi6.alert-circle-outline", "breach") if trouble else _SHIELD))
        self._parts[2].setVisible(bool(words) and self._wide)

    def set_regulation(self, words: str) -> None:
        self._regulation.setText(words)

    def set_single(self, single: bool) -> None:
        """Only that everything is saved, and F1."""
        self._wide = not single
        for index in (0, 3, 5):
            self._parts[index].setVisible(not single)
        self._parts[2].setVisible(not single and bool(self._copied.text()))


class _Icon(QWidget):
    def __init__(self, icon: str, token: str) -> None:
        super().__init__()
        self._icon, self._token = icon, token
        self.setFixedSize(14, 14)

    def show_icon(self, icon: str, token: str) -> None:
        self._icon, self._token = icon, token
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme.paint_icon(painter, QRectF(0, 0, 14, 14), self._icon, self._token)
        painter.end()


def _with_icon(icon: str, words: QWidget, token: str) -> QWidget:
    return holder(row(_Icon(icon, token), words, gap=5))


class _KeyPart(QWidget):
    """A key and what it does; a click does the same."""

    clicked = Signal()

    def __init__(self, key: str, words: str) -> None:
        super().__init__()
        self.setLayout(row(label(key, "hint"), label(words), gap=6))
        self.setAccessibleName(f"{words} ({key})")

    def mouseReleaseEvent(self, event: object) -> None:
        self.clicked.emit()


def _key(key: str, words: str, asked: SignalInstance) -> QWidget:
    part = _KeyPart(key, words)
    part.clicked.connect(asked)
    return part


class Banner(QFrame):
    """A line over every screen that says what kind of file this is, with what can be done about it."""

    def __init__(self, icon: str, sentence: str, button: Button | None = None) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        words = Elided(sentence)
        end = (button,) if button else ()
        self.setLayout(row(_Icon(icon, "text2"), (words, 1), *end, gap=8, margins=(20, 0, 12, 0)))
        self.setFixedHeight(34 if button else 28)
        self.setAccessibleName(words.text())
        self.hide()
