"""Cài đặt of the program: how it looks, where its file, its copies and its papers lie; the rest is in Danh mục."""

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLayout, QWidget

from desktop import files
from desktop.qt.boxes import STRETCH, column, framed, hairline, holder, label, row
from desktop.qt.buttons import Button
from desktop.qt.dialog import choose_file, choose_folder
from desktop.qt.fields import DateField
from desktop.qt.notices import Band
from desktop.qt.pages import PageHead, SegmentRow
from desktop.screens.base.desk import PAPERS, Copies, Desk
from desktop.screens.base.screen import Screen, Width
from desktop.usecases.directory import office_head as office

if TYPE_CHECKING:
    from desktop.usecases.office.backups import Copy

KINDS = "Tệp văn phòng (*.thuky)"
KEEPING = "Mỗi ngày một bản, tự làm khi mở; giữ 7 ngày, 8 tuần, 12 tháng gần nhất."
MODES = (("system", "Theo máy"), ("light", "Sáng"), ("dark", "Tối"))


class SettingsScreen(Screen):
    place = "settings"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.head = PageHead("Cài đặt")
        self.modes = SegmentRow(MODES, name="Giao diện")
        self.modes.choose(str(desk.state.get("theme", "system")))
        self.file = label("", "caption", selectable=True, wrap=True)
        rules = Button("Mở Danh mục", icon="mdi6.book-account-outline", run=lambda: desk.go("directory"))
        look = row((_words("Giao diện", "Màu của cửa sổ; giấy in luôn trắng."), 1), self.modes)
        book = row((_words("Quy chế, ngày nghỉ, cách tính hạn", "Thuộc về văn phòng, lưu trong tệp."), 1), rules)
        path = column(label("Tệp đang mở", "strong"), self.file, gap=1)
        parts = (
            look,
            hairline(),
            book,
            hairline(),
            self._kept(),
            hairline(),
            self._papers(),
            hairline(),
            path,
            hairline(),
            self._copies(),
        )
        sheet = framed(column(*parts, gap=12, margins=(16, 14, 16, 14)))
        sheet.setMaximumWidth(720)
        self._box = column(self.head, row((sheet, 1000), STRETCH, margins=(20, 0, 20, 0)), STRETCH, gap=0)
        self.setLayout(self._box)
        self.modes.chosen.connect(self._choose)
        self.refresh(frozenset())

    def _kept(self) -> QLayout:
        self.kept_from = DateField("", today=self.desk.today, name=office.KEPT_FROM, placeholder="Không ghi ngày")
        self.kept_from.setFixedWidth(150)
        self.kept_from.saved.connect(self._keep_from)
        self.kept_band = Band()
        words = _words(office.KEPT_FROM, f"{office.UNJUDGED}. Không ghi ngày thì mọi việc được đối chiếu.")
        return column(row((words, 1), self.kept_from), self.kept_band, gap=6)

    def _keep_from(self, day: dt.date | None) -> None:
        change = partial(office.amend_kept_from, facts=self.desk.facts, day=day)
        if self.desk.do(office.KEPT_FROM, change, band=self.kept_band):
            self.kept_band.clear()

    def _papers(self) -> QLayout:
        self.papers = label("", "caption", selectable=True, wrap=True)
        choose = Button("Chọn thư mục…", icon="mdi6.folder-outline", run=self._choose_papers)
        return row((holder(column(label("Thư mục lưu giấy tờ", "strong"), self.papers, gap=1)), 1), choose)

    def _choose_papers(self) -> None:
        chosen = choose_folder(self, "Thư mục lưu giấy tờ", self.desk.papers_folder())
        if chosen:
            self.desk.state.put(PAPERS, str(chosen))
            self.refresh(frozenset())

    def _copies(self) -> QLayout:
        self.copied, self.band = label("", "caption", wrap=True), Band()
        self.now = Button("Sao lưu ngay", icon="mdi6.shield-check-outline", run=self._copy_now)
        self.elsewhere = Button("Sao lưu ra nơi khác…", icon="mdi6.folder-outline", run=self._copy_elsewhere)
        self.back = Button("Khôi phục từ bản sao lưu…", icon="mdi6.backup-restore", run=self._restore)
        words = column(label("Sao lưu", "strong"), label(KEEPING, "caption", wrap=True), self.copied, gap=1)
        buttons = row(self.now, self.elsewhere, self.back, STRETCH, gap=8)
        return column(words, self.band, buttons, gap=10)

    def _copy_now(self) -> None:
        self._busy(True)
        self._keeper().make_now(self._copied, self._failed)

    def _copy_elsewhere(self) -> None:
        path = self.desk.file.path
        name = f"{path.stem} {self.desk.today:%Y-%m-%d}{path.suffix}"
        chosen = choose_file(self, "Sao lưu ra nơi khác", save=True, name=name, kinds=KINDS)
        if chosen:
            self._busy(True)
            self._keeper().copy_to(chosen, partial(self._copied_to, chosen), self._failed)

    def _restore(self) -> None:
        from desktop.screens.window.restore import RestoreDialog

        RestoreDialog(self.desk, self._keeper(), parent=self).exec()

    def _keeper(self) -> Copies:
        assert self.desk.copies is not None
        return self.desk.copies

    def _copied(self, copy: "Copy") -> None:
        self._busy(False)
        self.desk.toast(f"Đã sao lưu: {copy.path.name}")
        self.refresh(frozenset())

    def _copied_to(self, target: Path) -> None:
        self._busy(False)
        self.desk.toast(f"Đã sao lưu: {files.shown(target)}")

    def _failed(self, sentence: str) -> None:
        self._busy(False)
        self.band.show_refusal(sentence)

    def _busy(self, busy: bool) -> None:
        self.band.clear()
        self.desk.busy(busy)
        for button in (self.now, self.elsewhere, self.back):
            button.setEnabled(not busy)

    def _choose(self, mode: str) -> None:
        self.desk.state.put("theme", mode)
        self.desk.look_asked.emit(mode)

    def refresh(self, kinds: frozenset[str]) -> None:
        self.file.setText(files.shown(self.desk.file.path))
        self.papers.setText(files.shown(self.desk.papers_folder()))
        kept = self.desk.facts.office.office.kept_from
        if self.kept_from.value() != kept:
            self.kept_from.set_value(kept)
        if self.desk.copies is not None:
            self.copied.setText(self.desk.copies.last_words())
            if self.desk.copies.trouble:
                self.band.show_refusal(self.desk.copies.trouble)

    def open_record(self, record_id: str) -> None:
        self.modes.setFocus()

    def set_width(self, width: Width) -> None:
        self.head.set_compact(width is Width.SINGLE)


def _words(title: str, caption: str) -> QWidget:
    holder = QWidget()
    holder.setLayout(column(label(title, "strong"), label(caption, "caption", wrap=True), gap=1))
    return holder
