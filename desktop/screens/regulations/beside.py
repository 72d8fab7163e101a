"""Two of the office's regulations beside each other: what the new one changes, clause by clause, with its values."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from desktop import vi
from desktop.domain.change_words import summary
from desktop.domain.refusal import Refusal
from desktop.domain.text_change import Comparison, shown
from desktop.qt.boxes import Elided, column, framed, row
from desktop.qt.buttons import Button
from desktop.qt.dialog import Dialog
from desktop.qt.fields import Combo
from desktop.qt.notices import Band
from desktop.qt.pages import SegmentRow
from desktop.screens.base.desk import Desk
from desktop.screens.regulations.beside_page import page, style
from desktop.usecases.regulations import text_beside

PAPER = "bang-so-sanh"
SEGMENTS = (("diff", "Chỗ khác nhau"), ("all", "Tất cả"))
SAME = "Hai văn bản không khác nhau chữ nào."
NARROW = 760
"""Under this width the new wording stands under the old one."""


class BesideDialog(Dialog):
    """Only regulations whose text is attached can be chosen; the comparison is worked out off the window's thread."""

    def __init__(self, desk: Desk, new: str, old: str = "", *, parent: QWidget | None = None) -> None:
        self._print = Button("In bảng so sánh", icon="mdi6.printer-outline", run=self.print)
        super().__init__("So với quy chế trước", others=(self._print,), parent=parent)
        self.desk, self._found = desk, Comparison(old_title="", new_title="", lines=())
        self._asked, self._stacked = 0, False
        titles = tuple(text_beside.titles(desk.facts.office).items())
        self.band = Band()
        self.old, self.new = Combo("Quy chế trước", titles), Combo("Quy chế mới", titles)
        self.only = SegmentRow(SEGMENTS, name="Xem gì")
        self.told = Elided("", "second")
        self.page = QTextBrowser()
        self.old.set_value(old or text_beside.earlier_of(desk.facts, new))
        self.new.set_value(new)
        self._lay_out()
        self._connect()
        self._ask()

    def _lay_out(self) -> None:
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setOpenLinks(False)
        self.page.setAccessibleName("Hai văn bản đặt cạnh nhau")
        self.page.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.page.setProperty("begins", True)
        sheet = framed(column((self.page, 1), gap=0, margins=(1, 1, 1, 1)))
        self.body.addLayout(
            column(
                self.band,
                row((self.old, 1), (self.new, 1), gap=16),
                row(self.only, (self.told, 1), gap=16),
                (sheet, 1),
                gap=10,
            )
        )
        self.setMinimumSize(560, 320)
        self.set_size(1180, 680)

    def _connect(self) -> None:
        for field in (self.old, self.new):
            field.saved.connect(lambda _value: self._ask())
        self.only.chosen.connect(lambda _key: self._show())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._stacked is not (self.width() < NARROW):
            self._stacked = not self._stacked
            self._show()

    # what is compared

    def _ask(self) -> None:
        """An answer to an older question is dropped."""
        self._asked += 1
        self.band.clear()
        old, new = self.old.value() or "", self.new.value() or ""
        if not old or not new or old == new:
            self._take(self._asked, Comparison(old_title="", new_title="", lines=()))
            self.band.show_refusal("Chọn hai quy chế khác nhau đã kèm văn bản để so từng khoản.")
            return
        self.set_busy(True)
        work = partial(text_beside.beside, self.desk.facts, old, new)
        self.desk.tasks.run(work, partial(self._take, self._asked), self._refused)

    def _take(self, asked: int, found: Comparison) -> None:
        if asked == self._asked:
            self.set_busy(False)
            self._found = found
            self._show()

    def _refused(self, error: Exception) -> None:
        self.set_busy(False)
        if not isinstance(error, Refusal):
            raise error
        self.band.show_refusal(error.sentence)

    def _show(self) -> None:
        found, everything = self._found, self.only.current() == "all"
        rows = shown(found, everything=everything)
        self.only.set_text("diff", f"Chỗ khác nhau ({len(found.different)})")
        self.only.set_text("all", f"Tất cả ({len(found.lines)})")
        self.told.setText(vi.capital(summary(found)) if found.lines else "")
        self._print.setEnabled(bool(found.lines))
        self.page.document().setDefaultStyleSheet(style())
        self.page.setHtml(page(rows, stacked=self._stacked) if rows else SAME if found.lines else "")

    def print(self) -> None:
        """The preview takes the place of the dialog."""
        self.accept()
        self.desk.preview(PAPER, f"{self.new.value()}/{self.old.value()}")
