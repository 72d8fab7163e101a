"""Over a page: the one before and after, the place among them, and the size."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from desktop.qt.boxes import STRETCH, label, row
from desktop.qt.buttons import Button
from desktop.qt.pages import SegmentRow
from desktop.qt.pdf_view import ACROSS, WHOLE

NO_PRINTER = "Máy này chưa có máy in"


class PageBar(QFrame):
    """Over the page: the one before and after, the place among them, and the size."""

    turned = Signal(int)
    stepped = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "toolbar")
        self.place = label("")
        self.back = self._button("mdi6.chevron-left", "Trang trước", lambda: self.turned.emit(-1))
        self.forth = self._button("mdi6.chevron-right", "Trang sau", lambda: self.turned.emit(1))
        smaller = self._button("mdi6.magnify-minus-outline", "Thu nhỏ", lambda: self.stepped.emit(False))
        larger = self._button("mdi6.magnify-plus-outline", "Phóng to", lambda: self.stepped.emit(True))
        self.zoom = SegmentRow([(WHOLE, "Cả trang"), (ACROSS, "Vừa ngang")], name="Cỡ trang")
        turning = (self.back, self.place, self.forth)
        self.setLayout(row(*turning, STRETCH, smaller, self.zoom, larger, margins=(12, 8, 12, 8)))

    @staticmethod
    def _button(icon: str, tip: str, run: Callable[[], object]) -> Button:
        return Button("", icon=icon, kind="icon", tip=tip, run=run)

    def show_place(self, at: int, all_: int) -> None:
        self.place.setText(f"Trang {at}/{all_}")
        self.back.setEnabled(at > 1)
        self.forth.setEnabled(at < all_)
