"""Form fields: a label above, the editor, and under it one line for what is wrong or what the regulation says.

A field hands out its value once it is left with a valid change; wrong input stays as typed.
"""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QIntValidator,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QCalendarWidget,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
    QWidgetAction,
)

from desktop import vi
from desktop.qt import theme
from desktop.qt.boxes import column, label, restyle, row
from desktop.qt.choice_box import FOLDED, ChoiceBox
from desktop.qt.marks import Mark
from desktop.qt.tips import set_tip


class Wrong(Exception):
    """What was typed cannot be read; the argument is the sentence shown under the field."""


class Field(QWidget):
    """The frame of every field; subclasses say how the editor is read and filled."""

    saved = Signal(object)
    by_hand: bool
    """Whether something was typed since a value was last put in."""

    def __init__(self, text: str, editor: QWidget, *, name: str = "") -> None:
        super().__init__()
        self.editor = editor
        self._was: object = None
        self.by_hand = False
        self._label = label(text, "caption")
        if not text:
            self._label.hide()  # never shown before it has a parent: it would be a window of its own
        self._label.setBuddy(editor)
        editor.setAccessibleName(name or text)
        self._line_mark, self._line_icon = Mark(size=14), _ErrorIcon()
        self._line_text = label("", "faint", wrap=True)
        self._line = QWidget()
        self._line.setLayout(row(self._line_icon, self._line_mark, (self._line_text, 1), gap=4))
        self._line.hide()
        self.setLayout(column(self._label, editor, self._line, gap=3))
        self.setFocusProxy(editor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(self._touch)

    def _touch(self) -> None:
        self.by_hand = True

    def being_typed(self) -> bool:
        """Whether something was typed that has not been taken yet."""
        return isinstance(self.editor, QLineEdit) and self.editor.isModified()

    def read(self) -> object:
        """Return what stands in the editor; raise Wrong where it cannot be read."""
        raise NotImplementedError

    def fill(self, value: object) -> None:
        raise NotImplementedError

    def value(self) -> object:
        """Return the last valid value."""
        return self._was

    def set_value(self, value: object) -> None:
        """Show a value; nobody is told, and an error under the field goes."""
        self._was = value
        self.fill(value)
        self.by_hand = False
        self.set_error("")

    def commit(self) -> bool:
        """Take what is typed now; return whether it can be read."""
        try:
            value = self.read()
        except Wrong as wrong:
            self.set_error(str(wrong))
            return False
        refused = self._wrong()
        if refused:
            self.set_error("")
        self._settle()
        if refused or value != self._was:
            self._was = value
            self.saved.emit(value)
        return True

    def _settle(self) -> None:
        """What stands there is taken: nothing is being typed any more."""
        if isinstance(self.editor, QLineEdit):
            self.editor.setModified(False)

    def set_error(self, sentence: str) -> None:
        self.editor.setProperty("wrong", bool(sentence))
        restyle(self.editor)
        self._say(sentence, "breach", error=True)

    def set_note(self, text: str, verdict: str = "") -> None:
        """Put a line under the field: a verdict with its mark, or a plain caption."""
        if not self._wrong():
            self._say(text, str(verdict), error=False)

    def set_label(self, text: str) -> None:
        self._label.setText(text)
        self.editor.setAccessibleName(text)

    def set_enabled(self, enabled: bool) -> None:
        self.editor.setEnabled(enabled)

    def _wrong(self) -> bool:
        return bool(self.editor.property("wrong"))

    def _say(self, text: str, verdict: str, *, error: bool) -> None:
        self._line.setVisible(bool(text))
        self._line_icon.setVisible(error)
        self._line_mark.setVisible(bool(verdict) and not error)
        self._line_mark.set(verdict)
        self._line_text.set_role(verdict or "faint")
        self._line_text.setText(text)
        self.editor.setAccessibleDescription(text)


class _ErrorIcon(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(14, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme.paint_icon(painter, QRectF(0, 0, 14, 14), "mdi6.alert-circle-outline", "breach")
        painter.end()


def _write(line: QLineEdit, text: str) -> None:
    """Put a text into a line; the same text stays untouched, one chosen whole to be typed over is so afterwards."""
    line.setModified(False)
    if line.text() == text:
        return
    whole = bool(line.text()) and line.hasFocus() and line.selectedText() == line.text()
    line.setText(text)
    line.setCursorPosition(0)
    if whole:
        line.selectAll()


class TextField(Field):
    """One line of text, stored composed (NFC) and without outer spaces."""

    def __init__(self, text: str, *, name: str = "", placeholder: str = "", numeric: bool = False) -> None:
        self.line = QLineEdit()
        self.line.setPlaceholderText(placeholder)
        if numeric:
            self.line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        super().__init__(text, self.line, name=name)
        self._was = ""
        self.line.editingFinished.connect(self.commit)

    def read(self) -> str:
        return vi.typed_line(self.line.text())

    def fill(self, value: object) -> None:
        _write(self.line, str(value or ""))

    def value(self) -> str:
        return cast("str", self._was or "")


class NumberField(Field):
    """A whole number between two limits, or nothing."""

    def __init__(self, text: str, *, low: int = 0, high: int = 9999, name: str = "") -> None:
        self.line = QLineEdit()
        self.line.setValidator(QIntValidator(0, 999_999, self.line))
        self._low, self._high = low, high
        super().__init__(text, self.line, name=name)
        self.line.editingFinished.connect(self.commit)

    def read(self) -> int | None:
        typed = self.line.text().strip()
        if not typed:
            return None
        if not typed.isdecimal() or not self._low <= int(typed) <= self._high:
            raise Wrong(f"Gõ một số từ {self._low} đến {self._high}.")
        return int(typed)

    def fill(self, value: object) -> None:
        _write(self.line, "" if value is None else str(value))

    def value(self) -> int | None:
        return cast("int | None", self._was)


class _TextEdit(QPlainTextEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class TextArea(Field):
    """Several lines of text; Tab leaves the field."""

    def __init__(self, text: str, *, lines: int = 3, placeholder: str = "", name: str = "") -> None:
        self.edit = _TextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setFixedHeight(lines * 18 + 14)
        super().__init__(text, self.edit, name=name)
        self._was = ""
        self.edit.left.connect(self.commit)
        self.edit.textChanged.connect(lambda: self._touch() if self.edit.hasFocus() else None)

    def read(self) -> str:
        return vi.typed(self.edit.toPlainText()).strip()

    def being_typed(self) -> bool:
        return self.edit.document().isModified()

    def _settle(self) -> None:
        self.edit.document().setModified(False)

    def fill(self, value: object) -> None:
        if str(value or "") != self.read():
            self.edit.setPlainText(str(value or ""))
        self._settle()

    def value(self) -> str:
        return cast("str", self._was or "")


_BETWEEN = r"(?:\s*[/.,\-–]\s*|\s+)"
_DATE = re.compile(rf"(\d{{1,2}}){_BETWEEN}(\d{{1,2}})(?:{_BETWEEN}(\d{{4}}|\d{{2}}))?[.,]?")
_DATE_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})?")


def read_date(typed: str, near: dt.date) -> dt.date:
    """Read 5/8, 05082024, 5/8/24 or 05/8/2024; a missing year is the one that puts the day nearest to `near`.

    Raises Wrong, naming what to type.
    """
    found = _DATE.fullmatch(typed.strip()) or _DATE_DIGITS.fullmatch(typed.strip())
    if not found:
        raise Wrong(f"Gõ ngày/tháng, ví dụ {near.day}/{near.month} hoặc {vi.day(near)}.")
    day, month, year = (int(part) if part else None for part in found.groups())
    assert day is not None
    assert month is not None
    years = [year if year > 99 else 2000 + year] if year is not None else [near.year, near.year - 1, near.year + 1]
    days = [made for made in (_date(one, month, day) for one in years) if made]
    if not days:
        raise Wrong(f"Không có ngày {day:02}/{month:02}" + (f"/{years[0]}." if year is not None else "."))
    return min(days, key=lambda one: abs((one - near).days))


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


class DateField(Field):
    """A day, typed in any of the office's ways or picked; shown as 06/9/2024."""

    def __init__(
        self, text: str, *, today: dt.date, placeholder: str = "", required: bool = False, name: str = ""
    ) -> None:
        self.line = QLineEdit()
        self.line.setPlaceholderText(placeholder)
        self._near, self._required = today, required
        super().__init__(text, self.line, name=name)
        self.line.setProperty("role", "day")
        self.line.setTextMargins(0, 0, 15, 0)
        self._pick = _PickButton(self.line, self.open_picker)
        self.line.installEventFilter(self)
        self.line.editingFinished.connect(self.commit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._pick.move(self.line.width() - 26, (self.line.height() - 24) // 2)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+↓ opens the month, as in every box with a list behind it."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_picker()
        else:
            super().keyPressEvent(event)

    def read(self) -> dt.date | None:
        typed = self.line.text().strip()
        if not typed and not self._required:
            return None
        return read_date(typed, self._near)

    def commit(self) -> bool:
        good = super().commit()
        if good:
            self.fill(self._was)
        return good

    def fill(self, value: object) -> None:
        _write(self.line, vi.day(value) if isinstance(value, dt.date) else "")

    def value(self) -> dt.date | None:
        return cast("dt.date | None", self._was)

    def open_picker(self) -> None:
        menu = QMenu(self)
        calendar = picker(self.value() or self._near)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        calendar.clicked.connect(lambda _day: self._picked(calendar, menu))
        calendar.activated.connect(lambda _day: self._picked(calendar, menu))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.line.mapToGlobal(QPoint(0, self.line.height())))
        calendar.setFocus()

    def _picked(self, calendar: QCalendarWidget, menu: QMenu) -> None:
        chosen = calendar.selectedDate()
        menu.close()
        self.line.setText(vi.day(dt.date(chosen.year(), chosen.month(), chosen.day())))
        self.commit()


class _PickButton(QAbstractButton):
    """The small calendar at the end of a day's field; the keyboard has Alt+↓ instead."""

    def __init__(self, line: QLineEdit, run: Callable[[], None]) -> None:
        super().__init__(line)
        self.setFixedSize(24, 24)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        set_tip(self, "Chọn ngày (Alt+↓)")
        self.setAccessibleName("Chọn ngày")
        self.clicked.connect(lambda: run())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme.paint_icon(painter, QRectF(4, 4, 16, 16), "mdi6.calendar-blank-outline", "text2")
        painter.end()


def picker(day: dt.date) -> QCalendarWidget:
    """A month to pick a day from, Monday first, named in Vietnamese."""
    calendar = QCalendarWidget()
    calendar.setLocale(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setSelectedDate(_qdate(day))
    return calendar


def _qdate(day: dt.date) -> QDate:
    return QDate(day.year, day.month, day.day)


_TIME = re.compile(r"(\d{1,2})(?:\s*(?:[:.,]|h|g|giờ)\s*(\d{2})?|(\d{2}))?(?:\s*(?:phút|ph|p))?[.,]?")


def read_time(typed: str) -> dt.time:
    """Read 7:30, 730, 7h30, 7g30 or 7; raises Wrong, naming what to type."""
    found = _TIME.fullmatch(typed.strip().casefold())
    hour, minute = (int(found[1]), int(found[2] or found[3] or 0)) if found else (99, 0)
    if hour > 23 or minute > 59:
        raise Wrong("Gõ giờ, ví dụ 7:30.")
    return dt.time(hour, minute)


class TimeField(Field):
    """A time of day, shown as 07:30."""

    def __init__(self, text: str, *, name: str = "", required: bool = False) -> None:
        self.line = QLineEdit()
        self._required = required
        super().__init__(text, self.line, name=name)
        self.line.setMaximumWidth(64)
        self.line.editingFinished.connect(self.commit)

    def read(self) -> dt.time | None:
        typed = self.line.text().strip()
        return read_time(typed) if typed or self._required else None

    def commit(self) -> bool:
        good = super().commit()
        if good:
            self.fill(self._was)
        return good

    def fill(self, value: object) -> None:
        _write(self.line, vi.clock(value) if isinstance(value, dt.time) else "")

    def value(self) -> dt.time | None:
        return cast("dt.time | None", self._was)


Options = Sequence[tuple[str, str]]


class Combo(Field):
    """A choice among codes shown by their words; `empty` is the word for no choice, value None."""

    def __init__(
        self, text: str, options: Options = (), *, empty: str | None = None, searchable: bool = False, name: str = ""
    ) -> None:
        self.box = ChoiceBox()
        self._empty = empty
        super().__init__(text, self.box, name=name)
        if searchable:
            self._search()
        self.set_options(options)
        self.box.picked.connect(lambda: self.commit())

    def _search(self) -> None:
        """Let a name be typed, found anywhere in the words."""
        self.box.let_search()
        line = self.box.lineEdit()
        assert line is not None
        line.setAccessibleName(self.box.accessibleName())
        line.editingFinished.connect(self.commit)
        line.textEdited.connect(self._touch)

    def set_options(self, options: Options) -> None:
        """Replace the choices, keeping the value where it is still among them, and what is being chosen or typed."""
        kept, line = self._was, self.box.lineEdit()
        led = self.box.currentData() if self.box.searching() else None
        words = line.text() if line is not None and line.hasFocus() and line.isModified() else None
        self.box.blockSignals(True)
        self.box.clear()
        if self._empty is not None:
            self.box.add_line(self._empty, "")
        for code, text in options:
            self.box.add_line(text, code)
        self.box.blockSignals(False)
        self.fill(kept if led is None else led)
        if line is not None and words is not None:
            line.setText(words)
            line.setModified(True)
        if kept is None and self._empty is None and self.box.count():
            self._was = self.box.itemData(0)
            self.box.setCurrentIndex(0)

    def read(self) -> str | None:
        if not self.box.isEditable():
            return self.box.currentData() or None
        row = self._typed()
        if row < 0:
            raise Wrong("Chọn một dòng trong danh sách.")
        return self.box.itemData(row) or None

    def commit(self) -> bool:
        """What was typed is written out only here: while it is typed nothing moves under the hands."""
        good = super().commit()
        if good and self.box.isEditable():
            self.fill(self._was)
        return good

    def _typed(self) -> int:
        """Return the row whose words were typed, with or without diacritics; -1 if none fits alone."""
        typed = vi.fold(vi.typed_line(self.box.currentText()))
        if not typed and self._empty is not None:
            return 0
        words = [str(self.box.itemData(row, FOLDED)) for row in range(self.box.count())]
        same = [row for row, word in enumerate(words) if word == typed]
        if self.box.currentIndex() in same:
            return self.box.currentIndex()
        fitting = same or [row for row, word in enumerate(words) if typed and typed in word]
        return fitting[0] if len(fitting) == 1 else -1

    def fill(self, value: object) -> None:
        self.box.forget()
        index, line = self.box.findData(value or ""), self.box.lineEdit()
        before = line.text() if line is not None else ""
        self.box.setCurrentIndex(index if index >= 0 else (0 if self._empty is not None else -1))
        if line is not None:
            _write(line, self.box.itemText(self.box.currentIndex()))
            if line.text() != before and not line.hasSelectedText():
                line.setCursorPosition(0)  # Qt leaves it at the end, the beginning out of sight

    def being_typed(self) -> bool:
        line = self.box.lineEdit()
        return self.box.searching() or (line is not None and line.isModified())

    def value(self) -> str | None:
        return cast("str | None", self._was)


class _CheckBox(QCheckBox):
    """A box drawn like the rest of the kit, in the accent where ticked; it may bear an icon before its words."""

    def __init__(self, text: str, icon: str = "", tone: str = "text2") -> None:
        super().__init__(text)
        self._sign, self._tone = icon, tone

    def _left(self) -> int:
        return 44 if self._sign else 26

    def sizeHint(self) -> QSize:
        return QSize(self._left() + 2 + theme.text_width(self.text()), 30)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        paint_check(painter, QRectF(0, (self.height() - 18) / 2, 18, 18), self.isChecked(), self.isEnabled())
        painter.setFont(look.font())
        painter.setPen(look.color("text" if self.isEnabled() else "text3"))
        painter.drawText(self.rect().adjusted(self._left(), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._sign:
            theme.paint_icon(painter, QRectF(24, (self.height() - 16) / 2, 16, 16), self._sign, self._tone)
        painter.end()


def paint_check(painter: QPainter, rect: QRectF, on: bool, enabled: bool = True) -> None:
    name = "mdi6.checkbox-marked" if on else "mdi6.checkbox-blank-outline"
    theme.paint_icon(painter, rect, name, ("accent" if on else "text2") if enabled else "text3")


class CheckField(Field):
    """Yes or no, saved at once."""

    def __init__(self, text: str, *, name: str = "", icon: str = "", tone: str = "text2") -> None:
        self.box = _CheckBox(text, icon, tone)
        self.box.setMinimumHeight(30)
        super().__init__("", self.box, name=name or text)
        self._was = False
        self.box.clicked.connect(lambda: self.commit())

    def read(self) -> bool:
        return self.box.isChecked()

    def fill(self, value: object) -> None:
        self.box.setChecked(bool(value))

    def value(self) -> bool:
        return bool(self._was)


Line = QWidget | tuple[object, ...]


def form(*lines: Line, gap: int = 9) -> QGridLayout:
    """Stack fields; a tuple stands side by side, each alone or with its share: (field, 2)."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(gap)
    for index, line in enumerate(lines):
        parts = line if isinstance(line, tuple) else (line,)
        grid.addLayout(_side_by_side(parts), index, 0)
    return grid


def _side_by_side(parts: Sequence[object]) -> QHBoxLayout:
    box = row(gap=8)
    for part in parts:
        item, share = part if isinstance(part, tuple) else (part, 1)
        if isinstance(item, QWidget):
            box.addWidget(item, share, Qt.AlignmentFlag.AlignTop)
        elif isinstance(item, int):
            box.addSpacing(item)
    return box


class RadioCards(Field):
    """A choice between few ways to go on, each with a line saying what follows; Tab comes to one, arrows go on."""

    def __init__(self, text: str, options: Sequence[tuple[str, str, str]], *, name: str = "") -> None:
        self._cards = {code: _Card(title, words) for code, title, words in options}
        self._holder = QWidget()
        self._holder.setLayout(column(*self._cards.values(), gap=6))
        super().__init__(text, self._holder, name=name)
        for code, card in self._cards.items():
            card.picked.connect(lambda code=code: self._pick(code))
            card.stepped.connect(lambda by, code=code: self._step(code, by))
        self.fill(None)

    def set_words(self, code: str, words: str) -> None:
        """Say anew what follows from one choice."""
        self._cards[code].set_words(words)

    def _pick(self, code: str) -> None:
        self.fill(code)
        self.commit()

    def _step(self, code: str, by: int) -> None:
        codes = list(self._cards)
        following = codes[min(max(codes.index(code) + by, 0), len(codes) - 1)]
        self._pick(following)
        self._cards[following].setFocus(Qt.FocusReason.TabFocusReason)

    def read(self) -> str | None:
        return next((code for code, card in self._cards.items() if card.chosen), None)

    def fill(self, value: object) -> None:
        for code, card in self._cards.items():
            card.choose(code == value)
        entry = self._cards.get(str(value)) or next(iter(self._cards.values()))
        for card in self._cards.values():
            card.setFocusPolicy(Qt.FocusPolicy.TabFocus if card is entry else Qt.FocusPolicy.NoFocus)
        self._holder.setFocusProxy(entry)

    def value(self) -> str | None:
        return cast("str | None", self._was)


class _Card(QFrame):
    picked = Signal()
    stepped = Signal(int)

    def __init__(self, title: str, words: str) -> None:
        super().__init__()
        self.chosen = False
        self._title, self._words = label(title, "strong"), label("", "caption", wrap=True)
        self._dot = _Dot(self)
        self.setLayout(
            row(column(self._dot, gap=0), (column(self._title, self._words, gap=0), 1), gap=10, margins=(10, 7, 10, 7))
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_words(words)
        self.choose(False)

    def set_words(self, words: str) -> None:
        self._words.setText(words)
        self.setAccessibleName(f"{self._title.text()}: {words}")

    def choose(self, chosen: bool) -> None:
        self.chosen = chosen
        self.setProperty("role", "card-chosen" if chosen else "card")
        restyle(self)
        self._dot.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}.get(
            Qt.Key(event.key())
        )
        if event.key() == Qt.Key.Key_Space:
            self.picked.emit()
        elif step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)


class _Dot(QWidget):
    def __init__(self, card: _Card) -> None:
        super().__init__()
        self._card = card
        self.setFixedSize(18, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        on = self._card.chosen
        name = "mdi6.radiobox-marked" if on else "mdi6.radiobox-blank"
        theme.paint_icon(painter, QRectF(0, 0, 18, 18), name, "accent" if on else "text2")
        painter.end()
