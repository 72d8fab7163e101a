"""The print preview: recipients, the page as it will print, the choices for this printing, and the way out on paper."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from desktop import files
from desktop.domain.facts import Facts
from desktop.domain.refusal import Refusal
from desktop.qt.boxes import STRETCH, column, framed, holder, row
from desktop.qt.buttons import Button
from desktop.qt.dialog import Dialog, ask, choose_file, write_file
from desktop.qt.notices import Band
from desktop.qt.pages import SegmentRow
from desktop.qt.pdf_view import ACROSS, PdfView, page_sizes
from desktop.qt.print_job import PrintJob, in_use_first, printer_named, printers
from desktop.qt.tasks import Tasks
from desktop.qt.tips import set_tip
from desktop.screens.base.attachments import Opener, content_of, open_outside
from desktop.screens.base.desk import Desk
from desktop.screens.base.page_bar import NO_PRINTER, PageBar
from desktop.screens.papers.panels import LEFT, RIGHT, RecipientList, Settings, with_recipients
from desktop.usecases.papers import preview
from desktop.usecases.papers.preview import Choice, Made, Subject

Sizes = tuple[tuple[float, float], ...]
_NARROW = 820
PANES = (("people", "Người nhận"), ("page", "Trang"), ("settings", "Cách in"))
PRINTER = "printer"
"""The name under which the last printer is remembered."""
WORD_KINDS, PDF_KINDS = "Tệp Word (*.docx)", "Tệp PDF (*.pdf)"


class Preview(Dialog):
    """Raises `Refusal` where there is no such form or record. Pages are made and rendered in one thread of its own."""

    def __init__(
        self,
        desk: Desk,
        slug: str,
        record_id: str,
        *,
        person: str | None = None,
        opener: Opener = open_outside,
        parent: QWidget | None = None,
    ) -> None:
        self.word = Button("Lưu Word", icon="mdi6.file-word-outline", run=self.save_word)
        self.pdf = Button("Lưu PDF", icon="mdi6.file-pdf-box", run=self.save_pdf)
        self.stop = Button("Hủy", run=lambda: self._job.stop() if self._job else None)
        self.outside = Button("Mở tệp", icon="mdi6.open-in-new", run=self._open_saved)
        others = (self.stop, self.outside, self.word, self.pdf)
        super().__init__(
            "Xem trước khi in", primary="In", primary_icon="mdi6.printer", others=others,
            parent=parent, bare=True,
        )  # fmt: skip
        self.desk, self._person, self._opener = desk, person, opener
        self._saved: Path | None = None
        self.what = preview.subject(desk.facts, slug, record_id, person=person, on=desk.today)
        self._kept = self._issued()
        self._tasks = Tasks(self, threads=1)
        self._made: Made | None = None
        self._sizes: Sizes = ()
        self._paper, self._asked, self._shown = 0, 0, 0
        self._job: PrintJob | None = None
        self.recipients = RecipientList(self.what)
        self.settings = Settings(desk, self.what, in_use_first(printers(), str(desk.state.get(PRINTER, ""))))
        self.view = PdfView(self._tasks)
        self.view.setProperty("begins", True)
        self.band = Band()
        self.bar = PageBar()
        self.panes = SegmentRow(PANES, name="Phần")
        self._lay_out()
        self._connect()
        self._make()

    def _issued(self) -> bytes:
        """What was issued under the number the paper has; none where the office file does not hold it."""
        held = self.what.held
        try:
            return content_of(self.desk, held.issued) if held and held.issued else b""
        except Refusal:
            return b""

    def _lay_out(self) -> None:
        self.setWindowTitle(f"Xem trước khi in – {self.what.title}")
        self.middle = holder(column(self.bar, (self.view, 1), gap=0))
        self.left = framed(column(self.recipients, gap=0), "side-left")
        self.left.setFixedWidth(LEFT)
        self.settings.setFixedWidth(RIGHT)
        self._panes_bar = holder(row(self.panes, STRETCH, margins=(12, 8, 12, 8)))
        panes = row(self.left, (self.middle, 1), self.settings, gap=0)
        self.body.setSpacing(0)
        self.body.addLayout(column(holder(column(self.band)), self._panes_bar, (panes, 1), gap=0))
        self.panes.choose("page")
        self.setMinimumSize(480, 300)
        self.set_size(1170, 704)
        self._arrange()
        self.stop.hide()
        self.outside.hide()

    def _connect(self) -> None:
        self.recipients.changed.connect(self._make)
        self.recipients.looked_at.connect(self._look_at)
        self.settings.changed.connect(self._make)
        self.bar.turned.connect(self.turn)
        self.bar.stepped.connect(self.view.step_zoom)
        self.bar.zoom.chosen.connect(self.view.set_zoom)
        self.panes.chosen.connect(lambda _pane: self._arrange())

    # The pages

    def choice(self) -> Choice:
        return with_recipients(self.settings.choice(), self.recipients.chosen(), self._person)

    def _make(self) -> None:
        """Make the pages for what is chosen now; an older making that ends later is not shown."""
        self._asked += 1
        self.set_busy(True)
        work = partial(_made, self.desk.facts, self.what, self.choice(), self.desk.today, self._kept)
        self._tasks.run(work, partial(self._show, self._asked), partial(self._failed, self._asked))

    def _show(self, asked: int, result: tuple[Made, Sizes]) -> None:
        if asked != self._asked:
            return
        self._shown = asked
        self.set_busy(False)
        self.band.clear()
        self._made, self._sizes = result
        self._paper = min(self._paper, len(self._made.pages) - 1)
        self.view.set_pdf(self._made.pdf, self._sizes, self._first_page())
        self.settings.show_checks(self._made)
        self._say()

    def _failed(self, asked: int, error: Exception) -> None:
        self.set_busy(False)
        if not isinstance(error, Refusal):
            raise error
        if asked == self._asked:
            self._shown, self._made = asked, None
            self.primary.setEnabled(False)
            self.band.show_refusal(error.sentence)

    def _first_page(self) -> int:
        assert self._made
        return self._made.pages[self._paper][0] if self._made.pages else 0

    def _shown_pages(self) -> tuple[int, ...]:
        return tuple(page for pages in self._made.pages for page in pages) if self._made else ()

    def turn(self, by: int) -> None:
        """Go to the next or the last page, and to its recipient."""
        pages = self._shown_pages()
        if self._made and pages:
            at = max(0, min(pages.index(self.view.page()) + by, len(pages) - 1))
            self.view.show_page(pages[at])
            self._paper = next(n for n, own in enumerate(self._made.pages) if pages[at] in own)
            self._mark_recipient()
            self._say()

    def _look_at(self, who: str) -> None:
        chosen = self.recipients.chosen()
        if self._made and not self.settings.whole() and who in chosen and chosen.index(who) < len(self._made.pages):
            self._paper = chosen.index(who)
            self.view.show_page(self._first_page())
            self._say()

    def _mark_recipient(self) -> None:
        chosen = self.recipients.chosen()
        if self.what.of_many and not self.settings.whole() and self._paper < len(chosen):
            self.recipients.look_at(chosen[self._paper])

    def _say(self) -> None:
        """The place among the pages, what will come out, and whether it can."""
        pages = self._shown_pages()
        at = pages.index(self.view.page()) + 1 if self.view.page() in pages else 0
        self.bar.show_place(at, len(pages))
        self.foot_note(f"{self._count()}, {len(pages)} trang A4")
        can = bool(printers())
        self.primary.setText(f"In {self._count()}" if self.what.of_many else "In")
        self.primary.setEnabled(can and bool(pages))
        set_tip(self.primary, "" if can else f"{NO_PRINTER}; lưu PDF để in ở máy khác.")

    def _count(self) -> str:
        made = len(self._made.pages) if self._made else 0
        return f"{made} {self.what.sending.counted}"

    def set_busy(self, busy: bool) -> None:
        """Nothing leaves while other pages are being made than those chosen."""
        super().set_busy(busy)
        for button in (self.word, self.pdf):
            button.setEnabled(not busy)

    def is_making(self) -> bool:
        return self._shown != self._asked

    def is_printing(self) -> bool:
        return self._job is not None

    # Out on paper or into a file

    def accept(self) -> None:
        self.print_to(partial(printer_named, self.settings.printer.value() or ""))

    def print_to(self, printer: Callable[[], QPrinter]) -> None:
        """Print what is shown; the number is given and the sending noted once all pages are out."""
        made = self._made
        if made is None or not self._allowed(made, sent=self.settings.notes_sending()):
            return
        pages = self._shown_pages()
        both = len(made.pages) == 1 and len(pages) > 1
        device = printer()
        device.setCopyCount(self.settings.copies.value() or 1)
        self._job = PrintJob(device, made.pdf, self._sizes, pages, self._tasks, both_sides=both)
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
            self.desk.state.put(PRINTER, self.settings.printer.value())
        if whole and self._carry_out(sent=self.settings.notes_sending()):
            self.desk.toast(f"Đã in {self._count()}", undo=self.settings.gives_number())
            super().accept()
        elif not whole:
            self._say()
            self.band.show_refusal(
                "Máy in dừng giữa chừng nên chưa cấp số, chưa ghi ngày gửi. Hủy các bản đã in rồi in lại."
            )

    def save_pdf(self) -> None:
        self._save("Lưu PDF", ".pdf", PDF_KINDS, self.pdf_bytes)

    def save_word(self) -> None:
        self._save("Lưu Word", ".docx", WORD_KINDS, self.word_bytes)

    @staticmethod
    def pdf_bytes(made: Made) -> bytes:
        return made.pdf

    @staticmethod
    def word_bytes(made: Made) -> bytes:
        return preview.word_file(made)

    def _save(self, title: str, ending: str, kinds: str, data: Callable[[Made], bytes]) -> None:
        if self._made and self._allowed(self._made, sent=False):
            name = f"{files.safe_name(self.what.title)}{ending}"
            path = choose_file(self, title, save=True, name=str(self.desk.papers_folder() / name), kinds=kinds)
            if path:
                self.write_file(path, data)

    def write_file(self, path: Path, data: Callable[[Made], bytes]) -> None:
        """Write what is shown; the number it bears is registered with it."""
        if self._made and write_file(path, data(self._made), self.band.show_refusal) and self._carry_out(sent=False):
            self.desk.toast(f"Đã lưu {path.name}", undo=self.settings.gives_number())
            self._saved = path
            self.outside.setText("Mở tệp Word" if path.suffix.lower() == ".docx" else "Mở tệp PDF")
            set_tip(self.outside, files.shown(path))
            self.outside.show()
            self._reopen()

    def _open_saved(self) -> None:
        if self._saved and (complaint := self._opener(self._saved)):
            self.band.show_refusal(complaint)

    def _allowed(self, made: Made, *, sent: bool) -> bool:
        """Refuse before anything leaves what would be refused after; pages at fault leave only if that is wanted."""
        if self._made is None:
            return False
        try:
            preview.check_out(self.what, self.choice(), made=made, sent=sent, on=self.desk.today)
        except Refusal as refusal:
            self.band.show_refusal(refusal.sentence)
            return False
        faults = [problem for _name, problems in made.checks for problem in problems]
        return not faults or ask(self, "Trang in còn lỗi", faults[0], "Vẫn in, lưu")

    def _carry_out(self, *, sent: bool) -> bool:
        if self._made is None or not (sent or self.settings.gives_number()):
            return True
        change = partial(
            preview.carry_out,
            facts=self.desk.facts,
            what=self.what,
            choice=self.choice(),
            made=self._made,
            sent=sent,
            on=self.desk.today,
        )
        return self.desk.do(f"In {self.what.title}", change, band=self.band)

    def _reopen(self) -> None:
        """Take up the number just given, so that it is not given twice."""
        person, slug, ref = self._person, self.what.form.slug, self.what.ref
        self.what = preview.subject(self.desk.facts, slug, ref, person=person, on=self.desk.today)
        self._kept = self._issued()
        self.settings.renew(self.what)
        self._make()

    # The window

    def _arrange(self) -> None:
        """All three panes side by side, or the chosen one alone where the window is narrow."""
        narrow, pane = self.width() < _NARROW, self.panes.current()
        if narrow and not self._panes_bar.isVisibleTo(self):
            self.bar.zoom.choose(ACROSS)
            self.view.set_zoom(ACROSS)
        self._panes_bar.setVisible(narrow)
        self.left.setVisible(self.what.of_many and (not narrow or pane == "people"))
        self.middle.setVisible(not narrow or pane == "page")
        self.settings.setVisible(not narrow or pane == "settings")
        for side, width in ((self.left, LEFT), (self.settings, RIGHT)):
            side.setMinimumWidth(0 if narrow else width)
            side.setMaximumWidth(16_777_215 if narrow else width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def done(self, result: int) -> None:
        """Closing by any way ends here; a printing still under way is stopped first."""
        self._tasks.end()
        if self._job:
            self._job.give_up()
        super().done(result)


def show_preview(
    desk: Desk, slug: str, record_id: str, *, person: str | None = None, parent: QWidget | None = None
) -> None:
    """Show a form before printing it, or say why it cannot be made."""
    try:
        dialog = Preview(desk, slug, record_id, person=person, parent=parent)
    except Refusal as refusal:
        desk.show_refusal(refusal, title="Chưa in được")
        return
    dialog.exec()


def _made(facts: Facts, what: Subject, choice: Choice, on: dt.date, kept: bytes) -> tuple[Made, Sizes]:
    """Off the window's thread: the pages, and the size of each."""
    made = preview.make(facts, what, choice, on=on, kept=kept)
    return made, page_sizes(made.pdf)
