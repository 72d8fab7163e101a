"""A value of the office's own laid down or taken out from a day on: what it changes is seen before it is taken."""

import datetime as dt
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.records import OfficeHead
from desktop.domain.refusal import Refusal
from desktop.qt.boxes import STRETCH, column, holder, label, row, scroll
from desktop.qt.buttons import Button
from desktop.qt.dialog import Dialog
from desktop.qt.fields import DateField
from desktop.qt.notices import Band
from desktop.screens.base.desk import Desk
from desktop.screens.base.tab import grouped
from desktop.screens.regulations.difference import effects_table, group_of
from desktop.screens.regulations.value import ValueEditor
from desktop.usecases.compliance import regulation_change
from desktop.usecases.compliance.regulation_change import Effects
from desktop.usecases.regulations import own_values
from desktop.usecases.regulations.own_values import WORTH, Kept, Subject

NOTHING = "Không có kết quả nào thay đổi"
TRYING = "Đang đối chiếu lại…"
LEAD = "Kết quả đối chiếu thay đổi"
NARROW = 760
"""Under this width of the dialog one pane shows at a time."""
_FORM, _NO_LIMIT = 262, 16_777_215


class OwnValueDialog(Dialog):
    """With `back` the value is given back; of one `taken` out of the history nothing is typed.

    The primary can be pressed once what follows from what is written is in sight.
    """

    def __init__(
        self, desk: Desk, subject: Subject, *, day: dt.date | None = None, back: bool = False,
        taken: Kept | None = None, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        primary = "Bỏ quy ước" if taken else "Ghi quy ước"
        super().__init__(WORTH, primary=primary, close="Hủy", parent=parent)
        self.desk, self.subject, self._taken, self._back = desk, subject, taken, back
        self._asked, self._head = 0, desk.facts.office.office
        self.band = Band()
        self.value = ValueEditor(WORTH)
        self.first = DateField("Áp dụng từ ngày", today=desk.today, required=True)
        self.said = label("", "second", wrap=True)
        self.found = label("", "strong", wrap=True)
        self.otherwise = label(f"{subject.otherwise}." if back else "", wrap=True)
        self.otherwise.setVisible(back)
        self.table = effects_table(desk.state)
        self.toggle = Button("Xem thay đổi", checkable=True)
        self._lay_out()
        self.first.set_value((taken.from_ if taken else day) or desk.today)
        self._fill(subject.value)
        for field in (self.value, self.first):
            field.saved.connect(lambda _value: self._try())
        self._try()

    def _fill(self, text: str) -> None:
        one = self.subject
        self.value.show_value(text, unit=one.unit, key=one.key, choices=one.choices, none=one.otherwise, base=one.base)

    def _lay_out(self) -> None:
        form = column(
            label(self.subject.title, "strong", wrap=True), self.otherwise, self.value, self.first, self.said, STRETCH,
            gap=9, margins=(0, 0, 8, 0),
        )  # fmt: skip
        self.left = scroll(holder(form))
        self.value.setVisible(not (self._taken or self._back))
        self.first.setVisible(not self._taken)
        self.right = holder(column((self.table, 1), gap=0))
        bar = row(self.toggle, (self.found, 1), gap=16)
        self.body.addLayout(column(self.band, bar, (row((self.left, 0), (self.right, 1), gap=16), 1), gap=10))
        self.toggle.toggled.connect(lambda _on: self._show_panes())
        self.setMinimumSize(600, 300)
        self._show_panes()
        self.set_size(1000, 560)

    def _show_panes(self) -> None:
        """Where only one pane fits, the button brings what follows in the place of the fields."""
        narrow, asked = self.width() < NARROW, self.toggle.isChecked()
        self.toggle.setVisible(narrow)
        self.left.setVisible(not (narrow and asked))
        self.right.setVisible(not narrow or asked)
        self.left.setMinimumWidth(_FORM)
        self.left.setMaximumWidth(_NO_LIMIT if narrow else _FORM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_panes()

    # what is about to be taken

    def head(self) -> OfficeHead:
        """Raises `Refusal` where the value cannot be read, or nothing would be changed."""
        facts, day = self.desk.facts, self.first.value()
        if self._taken:
            return own_values.without(facts, self.subject, self._taken.from_)
        if day is None:
            raise Refusal("Áp dụng từ ngày: cần ghi ngày quy ước bắt đầu áp dụng.", field="from_")
        return own_values.with_value(facts, self.subject, "" if self._back else self.value.text(), day)

    def _day(self) -> dt.date:
        return (self._taken.from_ if self._taken else self.first.value()) or dt.date.min

    def _try(self) -> None:
        """Every rule is tried twice, off the window's thread; an answer to an older question is dropped."""
        self._asked += 1
        self.band.clear()
        self.primary.setEnabled(False)
        self.table.set_rows(())
        self._say_day()
        try:
            self._head = self.head()
        except Refusal as refusal:
            self._refuse(refusal)
            return
        self.found.setText(TRYING)
        changed = own_values.proposed(self.desk.facts, self._head)
        work = partial(regulation_change.effects, self.desk.facts, changed, self._day(), self.desk.today)
        self.desk.tasks.run(work, partial(self._arrived, self._asked))

    def _refuse(self, refusal: Refusal) -> None:
        """What changes nothing yet is no fault."""
        self.found.setText("" if refusal.field else refusal.sentence)
        if refusal.field == "value":
            self.value.set_error(refusal.sentence)
        elif refusal.field:
            self.band.show_refusal(refusal.sentence)

    def _say_day(self) -> None:
        """What lies before the day stays as it is; a day that has passed judges anew what came after it."""
        day = self._day()
        if self._taken:
            since = f"từ {vi.day(day)}" if day > dt.date.min else "từ đầu"
            self.said.setText(f"Bỏ mức “{self._taken.value}” ghi áp dụng {since}.")
            return
        kept = f"Việc trước {vi.day(day)} vẫn xét theo mức khi ấy."
        anew = f" Việc từ {vi.day(day)} đến nay được xét lại." if day < self.desk.today else ""
        self.said.setText(f"{kept}{anew}" if self.first.value() else "")

    def _arrived(self, asked: int, found: Effects) -> None:
        if asked != self._asked:
            return
        rows = (*found.ahead, *found.past, *found.earlier)
        self.table.set_rows(grouped(rows, partial(group_of, found)))
        self.table.setVisible(bool(rows))
        self.found.setText(f"{LEAD} ({len(rows)})" if rows else f"{NOTHING} tính đến {vi.day(self.desk.today)}.")
        self.primary.setEnabled(True)

    def accept(self) -> None:
        if not (self._taken or self.first.commit()):
            return
        one, day = self.subject, self._day()
        words = "Bỏ quy ước" if self._taken else "Quy ước của đơn vị"
        change = partial(own_values.put, facts=self.desk.facts, head=self._head)
        when = f", từ {vi.day(day)}" if day > dt.date.min else ""
        if self.desk.do(f"{words}: {one.title}{when}", change, said=f"Đã ghi{when}: {one.title}", band=self.band):
            super().accept()
