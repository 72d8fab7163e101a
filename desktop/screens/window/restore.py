"""Choosing the copy from which the office file is restored; the file that was open is kept beside it."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.qt.boxes import label
from desktop.qt.buttons import Button
from desktop.qt.dialog import Dialog, choose_file
from desktop.qt.notices import Band
from desktop.qt.table import Column, Table
from desktop.screens.base.desk import Copies, Desk
from desktop.usecases.office.backups import Copy
from desktop.usecases.office.file import Restored

LEAD = (
    "Khôi phục đưa tệp đang mở về đúng lúc sao lưu. "
    "Bản hiện nay vẫn được giữ cùng thư mục, tên có thêm chữ “cu” và ngày."
)
KINDS = "Tệp văn phòng (*.thuky)"
COLUMNS = (
    Column("Ngày", lambda copy: f"{vi.capital(vi.weekday(copy.at.date()))} {vi.day(copy.at.date())}", width=190),
    Column("Giờ", lambda copy: vi.clock(copy.at), width=70),
    Column("Thay đổi cuối", lambda copy: f"thứ {copy.sequence}" if copy.sequence else "chưa có", width=120),
    Column("Thư mục", lambda copy: str(copy.path.parent), tone="text3", tip=lambda copy: str(copy.path)),
)


class RestoreDialog(Dialog):
    def __init__(self, desk: Desk, keeper: Copies, *, parent: QWidget | None = None) -> None:
        other = Button("Chọn tệp khác…", icon="mdi6.folder-open-outline", run=self._choose)
        super().__init__("Khôi phục từ bản sao lưu", primary="Khôi phục", close="Hủy", others=(other,), parent=parent)
        self._desk, self._keeper = desk, keeper
        self.band = Band()
        self.table = Table(COLUMNS, name="Các bản sao lưu", empty="Chưa có bản sao lưu nào của tệp này.")
        self.table.set_rows(tuple(keeper.made()))
        self.table.select_first()
        self.table.opened.connect(lambda _copy: self.accept())
        for part in (label(LEAD, "second", wrap=True), self.band, self.table):
            self.body.addWidget(part)
        self.primary.setEnabled(bool(self.table.rows()))
        self.set_size(640, 420)

    def _choose(self) -> None:
        chosen = choose_file(self, "Chọn bản sao lưu", kinds=KINDS)
        if chosen:
            self.restore(chosen)

    def accept(self) -> None:
        copy: Copy | None = self.table.current()
        if copy is not None:
            self.restore(copy.path)

    def restore(self, copy: Path) -> None:
        self.band.clear()
        self._wait(True)
        self._keeper.restore(copy, self._done, self._refused)

    def reject(self) -> None:
        """Not while the file is being put back."""
        if not self._desk.paused:
            super().reject()

    def _wait(self, busy: bool) -> None:
        self.set_busy(busy)
        self.table.setEnabled(not busy)
        self.close_button.setEnabled(not busy)

    def _done(self, restored: Restored) -> None:
        self._wait(False)
        super().accept()
        kept = f"; bản trước giữ ở {restored.kept.name}" if restored.kept else ""
        self._desk.toast(f"Đã khôi phục{kept}")
        if restored.remarks:
            self._desk.tell("Đã khôi phục, cần xem lại", "\n".join(restored.remarks[:10]))

    def _refused(self, sentence: str) -> None:
        self._wait(False)
        self.band.show_refusal(sentence)
