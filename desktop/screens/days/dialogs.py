"""A day off or a make-up day of the office's own, with the document that ordered it."""

import datetime as dt
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.qt.fields import DateField, RadioCards, TextField
from desktop.screens.base.desk import Change, Desk
from desktop.screens.base.record_dialog import SmallDialog
from desktop.usecases.days import edits as days

OFF, WORKED = "off", "worked"


class DayDialog(SmallDialog):
    """A day off or a make-up day of the office's own, with the document that ordered it."""

    def __init__(self, desk: Desk, day: dt.date | None = None, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Thêm ngày của đơn vị", "Ghi ngày", "", parent)
        self.day = DateField("Ngày", today=desk.today, required=True)
        self.kind = RadioCards(
            "Loại",
            [
                (OFF, "Nghỉ", "Một ngày làm việc được cho nghỉ"),
                (WORKED, "Làm việc bù", "Một ngày nghỉ phải làm việc"),
            ],
        )
        self.document = TextField("Theo văn bản", placeholder="Thông báo 12-TB/VPHU")
        self.lay_out(self.day, self.kind, self.document)
        self.day.set_value(day)
        self.kind.set_value(OFF)

    def change(self) -> tuple[str, Change]:
        add = days.add_working_day if self.kind.value() == WORKED else days.add_day_off
        day = self.day.value() or self.desk.today
        what = f"{'Làm bù' if self.kind.value() == WORKED else 'Nghỉ'} ngày {vi.day(day)}"
        return what, partial(add, facts=self.desk.facts, day=day, document=self.document.value())
