"""Asks for the kind, number and day of the document that puts a record in writing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.qt.dialog import Dialog
from desktop.qt.fields import Combo, DateField, NumberField, form
from desktop.screens.base.desk import Desk
from desktop.usecases.documents import numbers as document_numbers


class IssueDialog(Dialog):
    """`taken` carries the kind, number and day of the document that puts a record in writing."""

    taken = Signal(str, int, object)

    def __init__(self, desk: Desk, kinds: Sequence[tuple[str, str]], *, parent: QWidget | None = None) -> None:
        super().__init__("Cấp số văn bản", primary="Cấp số văn bản", close="Hủy", parent=parent)
        self._desk = desk
        self.kind = Combo("Loại văn bản", kinds)
        self.number = NumberField("Số", low=1, high=9999)
        self.day = DateField("Ngày văn bản", today=desk.today, required=True)
        self.body.addLayout(form(self.kind, (self.number, self.day)))
        self.kind.saved.connect(lambda _: self._suggest())
        self.day.set_value(desk.today)
        self._suggest()
        self.set_size(380, 190)

    def _suggest(self) -> None:
        kind = self.kind.value() or "TB"
        self.number.set_value(document_numbers.next_number(self._desk.facts, kind, self._desk.today))

    def accept(self) -> None:
        if not all(field.commit() for field in (self.kind, self.number, self.day)):
            return
        if self.number.value() is None:
            self.number.set_error("Gõ số văn bản.")
            return
        super().accept()
        self.taken.emit(self.kind.value(), self.number.value(), self.day.value())
