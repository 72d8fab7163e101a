"""The office last open is not there: a network drive not connected yet, a stick taken out.

Shown before there is a window; knows no office, and makes nothing in its place unasked.
"""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop import files
from desktop.qt.boxes import label
from desktop.qt.buttons import Button
from desktop.qt.dialog import Dialog, choose_file
from desktop.qt.notices import Band

KINDS = "Tệp văn phòng (*.thuky)"
WORDS = (
    "Chưa thấy tệp văn phòng {path}. Nội dung đã ghi không mất: có thể ổ đĩa mạng chưa nối, USB chưa cắm, hoặc tệp đã "
    "được chuyển đi. Nối lại rồi bấm Thử lại."
)


class MissingOffice(Dialog):
    """`found` is the file to open, `anew` whether another office is to be made; neither where it was closed."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        self.make = Button("Lập văn phòng mới…", run=self._make)
        self.other = Button("Mở tệp khác…", icon="mdi6.folder-outline", run=self._choose)
        super().__init__("Chưa thấy tệp văn phòng", primary="Thử lại", others=(self.make, self.other), parent=parent)
        self._path = path
        self.found: Path | None = None
        self.anew = False
        self.band = Band()
        self.words = label(WORDS.format(path=files.shown(path)), wrap=True)
        self.body.addWidget(self.words)
        self.body.addWidget(self.band)
        self.body.addStretch(1)
        self.set_size(580, 230)

    def accept(self) -> None:
        """Look again."""
        if files.is_there(self._path):
            self._take(self._path)
        else:
            self.band.show_refusal(f"Vẫn chưa thấy {self._path.name}.")

    def _choose(self) -> None:
        chosen = choose_file(self, "Mở tệp văn phòng", kinds=KINDS)
        if chosen:
            self._take(chosen)

    def _make(self) -> None:
        self.anew = True
        super().accept()

    def _take(self, path: Path) -> None:
        self.found = path
        super().accept()
