"""Thiết đặt of the program itself: how it looks and where its file lies; the regulation's own are in Danh mục."""

from PySide6.QtWidgets import QWidget

from desktop.qt.boxes import STRETCH, column, framed, hairline, label, row
from desktop.qt.buttons import Button
from desktop.qt.pages import PageHead, SegmentRow
from desktop.screens.desk import Desk
from desktop.screens.screen import Screen, Width

MODES = (("system", "Theo hệ thống"), ("light", "Sáng"), ("dark", "Tối"))


class SettingsScreen(Screen):
    place = "settings"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.head = PageHead("Thiết đặt")
        self.modes = SegmentRow(MODES, name="Giao diện")
        self.modes.choose(str(desk.state.get("theme", "system")))
        self.file = label("", "caption", selectable=True, wrap=True)
        rules = Button("Mở Danh mục", icon="mdi6.book-account-outline", run=lambda: desk.go("directory"))
        look = row((_words("Giao diện", "Màu của cửa sổ; giấy in luôn trắng."), 1), self.modes)
        office = row((_words("Quy chế, ngày nghỉ, cách tính hạn", "Thuộc về văn phòng, lưu trong tệp."), 1), rules)
        path = column(label("Tệp đang mở", "strong"), self.file, gap=1)
        sheet = framed(column(look, hairline(), office, hairline(), path, gap=12, margins=(16, 14, 16, 14)))
        sheet.setMaximumWidth(720)
        self._box = column(self.head, row((sheet, 1), margins=(20, 0, 20, 0)), STRETCH, gap=0)
        self.setLayout(self._box)
        self.modes.chosen.connect(self._choose)
        self.refresh(frozenset())

    def _choose(self, mode: str) -> None:
        self.desk.state.put("theme", mode)
        self.desk.look_asked.emit(mode)

    def refresh(self, kinds: frozenset[str]) -> None:
        self.file.setText(str(self.desk.file.path))

    def open_record(self, record_id: str) -> None:
        self.modes.setFocus()

    def set_width(self, width: Width) -> None:
        self.head.set_compact(width is Width.SINGLE)


def _words(title: str, caption: str) -> QWidget:
    holder = QWidget()
    holder.setLayout(column(label(title, "strong"), label(caption, "caption", wrap=True), gap=1))
    return holder
