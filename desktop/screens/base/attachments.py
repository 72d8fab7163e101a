"""The files of a record: added from the disk or dropped in, opened by their own programs, taken off."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QImage, QImageWriter, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop import files, vi
from desktop.domain.records import Attachment, Document, Incoming
from desktop.domain.refusal import Refusal
from desktop.domain.series import is_secret
from desktop.qt.boxes import STRETCH, Elided, column, empty, holder, label, row
from desktop.qt.buttons import Button, Link
from desktop.qt.dialog import Dialog, ask, choose_files
from desktop.qt.notices import Band
from desktop.qt.tips import set_tip
from desktop.screens.base.desk import Desk
from desktop.usecases.base import attachments
from desktop.usecases.base.attachments import Holder

CLIP = "mdi6.paperclip"
RUNS = (
    "{name} là tệp chạy được hoặc có thể mang chương trình bên trong, không phải văn bản thường. "
    "Chỉ mở khi biết rõ ai gửi và tệp làm gì."
)
EMPTY = "Chưa có tệp nào. Kéo tệp vào đây hoặc bấm Thêm tệp."


NOTHING_COPIED = "Chưa có tệp hay ảnh nào được sao chép; sao chép tệp trong thư mục, hoặc ảnh quét, rồi bấm Ctrl+V."


Opener = Callable[[Path], str | None]
"""Opens a file; gives back what to say where that cannot be done."""


def open_outside(path: Path) -> str | None:
    """Open a file by the program the system has for it."""
    if not path.is_file():
        return f"Không còn tệp {path.name} ở {files.shown(path.parent)}."
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(files.shown(path))):
        return f"Không mở được {path.name}: máy này chưa có chương trình cho tệp {path.suffix or 'loại này'}."
    return None


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def content_of(desk: Desk, attachment: Attachment) -> bytes:
    """Raises `Refusal` where the office file does not hold it."""
    with desk.file.read() as store:
        return attachments.read(store, attachment)


class AttachmentsPanel(QWidget):
    """The files of the record shown, one line each; `opener` opens a copy of one, `sure` asks before one that runs."""

    def __init__(self, desk: Desk, *, opener: Opener = open_outside, sure: Callable[[str], bool] | None = None) -> None:
        super().__init__()
        self._desk, self._opener, self._sure = desk, opener, sure or self._ask
        self._owner: Holder | None = None
        self._item = ""
        self.band = Band()
        self.adding = Button("Thêm tệp…", icon=CLIP, kind="small", run=self._choose)
        self.note = label("", "caption", wrap=True)
        self._lines = column(gap=4)
        self.setLayout(
            column(row(label("Tệp kèm", "section"), STRETCH, self.adding), self.band, self._lines, self.note, gap=8)
        )
        self.setAcceptDrops(True)

    # What is shown

    def show_owner(self, owner: Holder, item: str = "") -> None:
        """Show the files of a record, or of one agenda item of a meeting."""
        self._owner, self._item = owner, item
        self.band.clear()
        secret = isinstance(owner, Document | Incoming) and is_secret(owner)
        held = attachments.of_owner(owner, item)
        self.adding.setVisible(not secret)
        self.note.setText(attachments.SECRET if secret else "" if held else EMPTY)
        self.note.setVisible(secret or not held)
        empty(self._lines)
        with self._desk.file.read() as store:
            sizes = store.file_sizes() if held else {}
        for one in held:
            self._lines.addWidget(self._line(one, kept=one.sha256 in sizes))

    def _line(self, one: Attachment, *, kept: bool) -> QWidget:
        size = vi.size(one.bytes) if kept else "không có nội dung tệp"
        name = FileLink(one.name) if kept else Elided(one.name, "second")
        if isinstance(name, FileLink):
            name.clicked.connect(lambda: self.open_file(one))
        drop = Button("", icon="mdi6.trash-can-outline", kind="icon", tip=f"Bỏ tệp {one.name}")
        drop.clicked.connect(lambda: self.drop(one))
        return holder(row((name, 1), label(size, "caption"), drop, gap=8))

    # What is done

    def _choose(self) -> None:
        self.add(choose_files(self, "Thêm tệp kèm"))

    def add(self, paths: Sequence[Path]) -> None:
        """Attach files, all in one change or none."""
        if self._owner is None or not paths:
            return
        try:
            contents = [(path.name, attachments.read_file(path)) for path in paths]
        except Refusal as refusal:
            self.band.show_refusal(refusal.sentence)
            return
        self._attach(contents)

    def paste(self) -> None:
        """Attach the files that were copied, or the picture: what a scanner or a screen left on the clipboard."""
        held = QApplication.clipboard().mimeData()
        if self._owner is None or not self.adding.isVisibleTo(self):
            return
        if held.hasUrls():
            self.add([files.given(url.toLocalFile()) for url in held.urls() if url.isLocalFile()])
        elif held.hasImage():
            self._attach([(f"Ảnh dán {self._desk.now():%Y-%m-%d %H.%M}.png", _png(QApplication.clipboard().image()))])
        else:
            self.band.show_refusal(NOTHING_COPIED)

    def _attach(self, contents: Sequence[tuple[str, bytes]]) -> None:
        owner, item = self._owner, self._item
        assert owner is not None
        said = f"Đã kèm tệp {contents[0][0]}." if len(contents) == 1 else f"Đã kèm {len(contents)} tệp."

        def change(store: Any) -> None:  # noqa: ANN401 - the store, which screens never import
            for name, content in contents:
                attachments.attach(store, type(owner), owner.id, name, content, item=item)

        self._desk.do("Kèm tệp", change, said=said, band=self.band)

    def drop(self, one: Attachment) -> None:
        owner, item = self._owner, self._item
        assert owner is not None
        self._desk.do(
            f"Bỏ tệp {one.name}",
            lambda store: attachments.detach(store, type(owner), owner.id, one, item=item),
            said=f"Đã bỏ tệp {one.name}.",
            band=self.band,
        )

    def open_file(self, one: Attachment) -> None:
        """Open a copy that cannot be written: what is changed in it would not come back here."""
        if attachments.runs(one.name) and not self._sure(one.name):
            return
        try:
            content = content_of(self._desk, one)
        except Refusal as refusal:
            self.band.show_refusal(refusal.sentence)
            return
        path = self._desk.folder() / one.sha256[:8] / attachments.file_name(one)
        if not path.exists():
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                files.write_whole(path, content, lasting=False)
                path.chmod(0o444)
            except OSError as error:
                self.band.show_refusal(f"Không mở được {one.name}: {vi.os_reason(error)}.")
                return
        if complaint := self._opener(path):
            self.band.show_refusal(complaint)

    def _ask(self, name: str) -> bool:
        return ask(self, "Tệp này có thể chạy chương trình", RUNS.format(name=name), "Vẫn mở")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.adding.isVisibleTo(self) and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add([files.given(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()


class FileLink(Link):
    """A file's name as a link, cut in the middle where room runs out, so that its ending is seen."""

    def __init__(self, name: str) -> None:
        self._whole = name
        super().__init__(name)
        set_tip(self, f"Mở {name}")

    def minimumSizeHint(self) -> QSize:
        return QSize(60, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideMiddle, self.width()))


class FilesButton(Button):
    """`Tệp kèm (2)`: opens the files of a record where a page has no room for them."""

    def __init__(self, desk: Desk, *, opener: Opener = open_outside) -> None:
        super().__init__("Tệp kèm", icon=CLIP, kind="small", run=self.open_files)
        self._desk, self._opener = desk, opener
        self._owner: Holder | None = None
        self._item, self._title = "", ""

    def show_owner(self, owner: Holder, title: str, item: str = "") -> None:
        self._owner, self._title, self._item = owner, title, item
        count = len(attachments.of_owner(owner, item))
        self.setText(f"Tệp kèm ({count})" if count else "Tệp kèm")

    def open_files(self) -> None:
        if self._owner is not None:
            dialog = FilesDialog(self._desk, self._owner, self._title, self._item, opener=self._opener, parent=self)
            dialog.exec()


class FilesDialog(Dialog):
    """The files of a record, following every change to it."""

    def __init__(
        self, desk: Desk, owner: Holder, title: str, item: str, *, opener: Opener,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(f"Tệp kèm – {title}", parent=parent)
        self._desk, self._owner, self._item = desk, owner, item
        self.panel = AttachmentsPanel(desk, opener=opener)
        self.body.addWidget(self.panel)
        self.body.addStretch(1)
        self.panel.show_owner(owner, item)
        self.set_size(520, 320)
        desk.changed.connect(self._renew)

    def _renew(self, _kinds: frozenset[str]) -> None:
        found = attachments.owner_in(self._desk.facts.office, self._owner)
        if found is None:
            self.reject()
        else:
            self.panel.show_owner(found, self._item)
