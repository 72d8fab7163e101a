"""What the office lays down itself on one matter, beside a list: the value, its days, the ways to change it."""

import datetime as dt
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.qt.boxes import STRETCH, column, empty, holder, label, row
from desktop.qt.buttons import Button, small_link
from desktop.screens.base.desk import Desk
from desktop.screens.regulations.own_value_dialog import OwnValueDialog
from desktop.usecases.regulations import own_values
from desktop.usecases.regulations.own_values import Kept, Subject


class OwnValuePart(QWidget):
    """Changed in a dialog, which shows first what follows; what is not `offered` can only be taken out."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._subject: Subject | None = None
        self._day: dt.date | None = None
        self.value, self.note = label("", "strong", wrap=True), label("", "caption", wrap=True)
        self.change = Button("Đổi từ ngày…", kind="small", run=self._change)
        self.back = Button("", kind="small", run=partial(self._change, back=True))
        self._days_title, self._days = label("Mức theo từng thời gian", "strong"), column(gap=4)
        self._days_part = holder(column(self._days_title, self._days, gap=6))
        self.setLayout(column(self.value, self.note, row(self.change, self.back, STRETCH), self._days_part, gap=8))

    def show_subject(self, subject: Subject, *, note: str, back: str, offered: bool = True, day: dt.date) -> None:
        """`back` names the way to what holds without an own value; a change is offered from `day` on."""
        self._subject, self._day = subject, day
        self.value.setText(subject.value or subject.otherwise)
        self.value.set_role("strong" if subject.value else "second")
        self.value.setVisible(offered or bool(subject.value))
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.change.setVisible(offered)
        self.back.setText(back)
        self.back.setVisible(offered and bool(subject.value))
        self._show_days(own_values.history(self.desk.facts, subject))

    def _show_days(self, kept: tuple[Kept, ...]) -> None:
        empty(self._days)
        for one in reversed(kept):
            link = small_link("Bỏ", f"Bỏ {one.value}, {span_of(one)}", partial(self._take_out, one))
            words = column(label(one.value, wrap=True), label(span_of(one), "caption"), gap=0)
            self._days.addWidget(holder(row((words, 1), link, gap=8)))
        self._days_part.setVisible(bool(kept))

    def _change(self, *, back: bool = False) -> None:
        if self._subject:
            OwnValueDialog(self.desk, self._subject, day=self._day, back=back, parent=self).exec()

    def _take_out(self, one: Kept) -> None:
        if self._subject:
            OwnValueDialog(self.desk, self._subject, taken=one, parent=self).exec()

    def open(self) -> None:
        """As the button does, where it is there."""
        if self.change.isVisibleTo(self):
            self._change()


def span_of(one: Kept) -> str:
    """`từ 01/6/2024 đến 31/8/2024`"""
    since = f"từ {vi.day(one.from_)}" if one.from_ else "từ đầu"
    return f"{since} đến {vi.day(one.to)}" if one.to else since
