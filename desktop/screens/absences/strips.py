"""Dải năm: a year of every member, walked by arrows; ↑ ↓ the members, ← → the absences of one, Enter opens."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from desktop.screens.absences.sheet import StripsSheet
from desktop.usecases.absences.year import Year


class YearStrips(StripsSheet):
    """↑ ↓ walk the members, ← → the absences of one, Enter opens; `opened` and `chosen` carry the absence's id."""

    opened = Signal(str)
    chosen = Signal(str)
    session_opened = Signal(str)

    # What is shown

    def set_year(self, year: Year) -> None:
        """Show a year, standing on the same member as before."""
        before = self._strip()
        kept = before.person.id if before else ""
        self._year = year
        ids = [strip.person.id for strip in year.strips]
        self._row = ids.index(kept) if kept in ids else 0
        self._bar = self._latest_bar()
        self._measure()
        self._say()
        self.viewport().update()

    def set_names_width(self, pixels: int) -> None:
        self._names = pixels
        self.viewport().update()

    def select(self, absence: str) -> None:
        """Stand on one absence."""
        for row, strip in enumerate(self._strips()):
            for place, bar in enumerate(strip.bars):
                if bar.id == absence:
                    self._stand(row, place)

    def _latest_bar(self) -> int:
        """The absence nearest to today, else the last."""
        strip = self._strip()
        today = self._year.today if self._year else None
        if strip is None or not strip.bars:
            return 0
        if today is None:
            return len(strip.bars) - 1
        return min(range(len(strip.bars)), key=lambda place: abs(strip.bars[place].first - today))

    def _stand(self, row: int, bar: int | None = None) -> None:
        self._row = min(max(row, 0), max(len(self._strips()) - 1, 0))
        strip = self._strip()
        last = len(strip.bars) - 1 if strip else 0
        self._bar = self._latest_bar() if bar is None else min(max(bar, 0), max(last, 0))
        self._show_row()
        self._say()
        self.viewport().update()
        shown = self.current()
        self.chosen.emit(shown.id if shown else "")

    def _say(self) -> None:
        strip, bar = self._strip(), self.current()
        if strip is None:
            self.setAccessibleDescription("Không có ai")
        elif bar is None:
            self.setAccessibleDescription(f"{strip.person.name}: không vắng lần nào")
        else:
            self.setAccessibleDescription(f"{strip.person.name}: {bar.text}")

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, page = event.key(), max((self.viewport().height() - self.head_height) // self.row_height - 1, 1)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page}
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self._strips()) - 1}
        sides = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if key in steps:
            self._stand(self._row + steps[Qt.Key(key)])
        elif key in ends:
            self._stand(ends[Qt.Key(key)])
        elif key in sides:
            self._stand(self._row, self._bar + sides[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (bar := self.current()):
            self.opened.emit(bar.id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row, bar = self._hit(event.position().toPoint())
        if row >= 0:
            self._stand(row, bar)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row, bar = self._hit(event.position().toPoint())
        session = self._session_at(event.position().toPoint())
        if session:
            self.session_opened.emit(session.id)
        elif row >= 0 and bar is not None:
            self.opened.emit(self._strips()[row].bars[bar].id)

    def tip_at(self, spot: QPoint) -> str:
        row, bar = self._hit(spot)
        session = self._session_at(spot)
        if row < 0:
            return session.text if session else ""
        strip = self._strips()[row]
        if bar is not None:
            return f"{strip.person.name}: {strip.bars[bar].text}"
        return strip.person.name if spot.x() < self._names else ""
