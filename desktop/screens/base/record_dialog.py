"""A small form over the window: what is typed stays until the change is through."""

from typing import Any, Generic

from PySide6.QtWidgets import QLayout, QWidget

from desktop.qt.boxes import column, holder, label, row
from desktop.qt.dialog import Dialog
from desktop.qt.fields import Field, Line, form
from desktop.qt.notices import Band
from desktop.screens.base.desk import Change, Desk
from desktop.screens.base.record_fields import Asked, R, RecordFields


class SmallDialog(Dialog):
    """A form with one primary; it closes only when the change is through, and `made` is then the id it returned."""

    def __init__(
        self, desk: Desk, title: str, primary: str = "Ghi", lead: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(title, primary=primary, close="Hủy", parent=parent)
        self.desk, self.made = desk, ""
        self.band = Band()
        self._lead = label(lead, "second", wrap=True)
        self._fields: list[Field[Any]] = []

    def lay_out(self, *lines: Line, width: int = 420, beside: QWidget | None = None) -> None:
        """The lines under each other, with what stands `beside` them all."""
        self._fields = [field for line in lines for field in _fields_of(line)]
        fields: QLayout = row((holder(form(*lines)), 3), (beside, 2), gap=16) if beside else form(*lines)
        self.body.addLayout(column(self.band, self._lead, fields, gap=10))
        self._lead.setVisible(bool(self._lead.text()))
        self.body.addStretch(1)
        self.setMinimumWidth(width)

    def typed(self) -> bool:
        """Whether every field can be read; those that cannot say so themselves."""
        wrong = [field for field in self._fields if not field.commit()]
        return not wrong

    def change(self) -> tuple[str, Change]:
        """What is done, in words for the history, and how."""
        raise NotImplementedError

    def accept(self) -> None:
        if not self.typed():
            return
        what, change = self.change()
        if self.desk.do(what, lambda store: self._keep(change(store)), band=self.band):
            super().accept()

    def _keep(self, made: object) -> None:
        self.made = made if isinstance(made, str) else getattr(made, "id", "")


class RecordDialog(SmallDialog, Generic[R]):
    """Adds or amends one record: `ask` lays out what the form asks for, `draft` is the record as it then stands."""

    def ask(self, record: R, *lines: Asked, width: int = 420, beside: QWidget | None = None) -> None:
        self.record = record
        self.fields = RecordFields(type(record), self.desk.today)
        self.lay_out(*(self.fields.line(one) for one in lines), width=width, beside=beside)
        self.fields.fill(record)

    def draft(self) -> R:
        return self.fields.draft(self.record)


def _fields_of(line: Line) -> list[Field[Any]]:
    parts = line if isinstance(line, tuple) else (line,)
    inner = (part[0] if isinstance(part, tuple) else part for part in parts)
    return [part for part in inner if isinstance(part, Field)]
