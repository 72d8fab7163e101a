"""A paper as it was issued: its kept pages shown and printed again, byte for byte, whatever the records say today."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.records import Attachment, Document
from desktop.domain.refusal import Refusal
from desktop.qt.boxes import STRETCH, column, holder, label, row
from desktop.qt.buttons import Button
from desktop.qt.dialog import Dialog, choose_file, write_file
from desktop.qt.fields import Combo
from desktop.qt.notices import Band
from desktop.qt.pdf_view import PdfView, page_sizes
from desktop.qt.print_job import PrintJob, printer_named, printers
from desktop.qt.tasks import Tasks
from desktop.screens.base.acting import Acting
from desktop.screens.base.attachments import content_of
from desktop.screens.base.desk import Desk
from desktop.screens.base.page_bar import NO_PRINTER, PageBar
from desktop.usecases.base import attachments
from desktop.usecases.documents import edits as document_edits


class IssuedBlock(QWidget):
    """What is kept of a document as it went out: printed again, saved, dropped, or taken from a PDF made elsewhere."""

    def __init__(self, desk: Desk, acting: Acting, band: Band) -> None:
        super().__init__()
        self._desk, self._acting, self._band = desk, acting, band
        self._held: Attachment | None = None
        self.words = label("", "caption", wrap=True)
        self.again = Button("In lại", icon="mdi6.printer-outline", kind="small", run=self.see)
        self.save = Button("Lưu PDF", icon="mdi6.file-pdf-box", kind="small", run=self._save)
        self.drop = Button("", icon="mdi6.trash-can-outline", kind="icon", tip="Bỏ bản phát hành", run=self._drop)
        self.take = Button("Gắn bản đã phát hành…", icon="mdi6.file-pdf-box", kind="small", run=self._take)
        buttons = row(self.again, self.save, self.take, STRETCH, self.drop, gap=6)
        self.setLayout(column(label("Bản phát hành", "section"), self.words, buttons, gap=8))

    def show_document(self, document: Document) -> None:
        held = self._held = document.issued
        words = f"{held.name}, {vi.size(held.bytes)}. Giữ đúng từng trang như khi phát hành." if held else ""
        self.words.setText(words or "Chưa giữ bản nào.")
        for button in (self.again, self.save, self.drop):
            button.setVisible(held is not None)
        self.take.setVisible(held is None)

    def see(self) -> None:
        content = self._content()
        if self._held and content:
            IssuedDialog(self._desk, self._held, content, parent=self).exec()

    def _save(self) -> None:
        content = self._content()
        path = choose_file(self, "Lưu bản đã phát hành", save=True, name=self._held.name) if self._held else None
        if path and content:
            self.write(path, content)

    def write(self, path: Path, content: bytes) -> None:
        if write_file(path, content, self._band.show_refusal):
            self._desk.toast(f"Đã lưu {path.name}.")

    def _content(self) -> bytes:
        """The bytes kept; none, with the sentence shown, where the office file does not hold them."""
        try:
            return content_of(self._desk, self._held) if self._held else b""
        except Refusal as refusal:
            self._band.show_refusal(refusal.sentence)
            return b""

    def _take(self) -> None:
        path = choose_file(self, "Gắn bản đã phát hành")
        if path:
            self.take_file(path)

    def take_file(self, path: Path) -> None:
        """Keep a PDF issued elsewhere, or signed and scanned, as the paper of this line."""
        try:
            content = attachments.read_file(path)
        except Refusal as refusal:
            self._band.show_refusal(refusal.sentence)
            return
        said = f"Đã giữ {path.name} làm bản phát hành."
        self._acting.do("Gắn bản đã phát hành", document_edits.take_issued, name=path.name, content=content, said=said)

    def _drop(self) -> None:
        self._acting.do("Bỏ bản phát hành", document_edits.edit, issued=None, said="Đã bỏ bản phát hành.")


class IssuedDialog(Dialog):
    """`content` is a PDF; one that cannot be read is refused before anything is shown."""

    def __init__(self, desk: Desk, issued: Attachment, content: bytes, *, parent: QWidget | None = None) -> None:
        self.stop = Button("Hủy", run=lambda: self._job.stop() if self._job else None)
        super().__init__(
            f"Bản đã phát hành – {issued.name}", primary="In lại", primary_icon="mdi6.printer", others=(self.stop,),
            parent=parent, bare=True,
        )  # fmt: skip
        self._desk, self.content = desk, content
        self._tasks = Tasks(self, threads=1)
        self._job: PrintJob | None = None
        self._sizes = page_sizes(content)
        self.band, self.bar, self.view = Band(), PageBar(), PdfView(self._tasks)
        self.printer = Combo("", [(name, name) for name in printers()] or [("", NO_PRINTER)], name="Máy in")
        self.printer.setFixedWidth(220)
        self.body.setSpacing(0)
        line = holder(row((self.bar, 1), self.printer, 12, gap=0))
        self.body.addLayout(column(holder(column(self.band)), line, (self.view, 1), gap=0))
        self.primary.setEnabled(bool(printers()))
        self.stop.hide()
        self.set_size(760, 700)
        self.bar.turned.connect(lambda by: self._turn(self.view.page() + by))
        self.bar.stepped.connect(self.view.step_zoom)
        self.bar.zoom.chosen.connect(self.view.set_zoom)
        self.view.set_pdf(content, self._sizes)
        self._turn(0)

    def _turn(self, page: int) -> None:
        self.view.show_page(page)
        self.bar.show_place(self.view.page() + 1, len(self._sizes))

    def accept(self) -> None:
        self.print_to(partial(printer_named, self.printer.value() or ""))

    def print_to(self, printer: Callable[[], QPrinter]) -> None:
        self._job = PrintJob(printer(), self.content, self._sizes, range(len(self._sizes)), self._tasks)
        self._job.moved.connect(lambda done, all_: self.foot_note(f"Đang in {min(done + 1, all_)}/{all_}"))
        self._job.ended.connect(self._printed)
        self.stop.show()
        self.set_busy(True)
        self._job.start()

    def _printed(self, whole: bool) -> None:
        self.stop.hide()
        self.set_busy(False)
        self._job = None
        if whole:
            self._desk.toast("Đã in lại bản đã phát hành.")
            super().accept()
        else:
            self.band.show_refusal("Chưa in hết.")

    def done(self, result: int) -> None:
        """Closing by any way ends here; a printing still under way is stopped first."""
        self._tasks.end()
        if self._job:
            self._job.give_up()
        super().done(result)
