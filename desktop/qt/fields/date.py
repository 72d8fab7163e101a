"""The field of a day, and how a day is read."""

import datetime as dt
import re
from collections.abc import Callable

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCalendarWidget, QLineEdit, QMenu, QWidgetAction

from desktop import vi
from desktop.qt import theme
from desktop.qt.fields.field import Field, Wrong, write
from desktop.qt.tips import set_tip

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


class DateField(Field[dt.date | None]):
    """A day, typed in any of the office's ways or picked; shown as 06/9/2024."""

    def __init__(
        self, text: str, *, today: dt.date, placeholder: str = "", required: bool = False, name: str = ""
    ) -> None:
        self.line = QLineEdit()
        self.line.setPlaceholderText(placeholder)
        self._near, self._required = today, required
        super().__init__(text, self.line, None, name=name)
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

    def fill(self, value: dt.date | None) -> None:
        write(self.line, vi.day(value) if value else "")

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
