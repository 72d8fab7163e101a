"""A day off or a make-up day of the office's own, with the document that ordered it."""

import datetime as dt
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.records import OfficeDay
from desktop.qt.fields import RadioCards
from desktop.screens.base.desk import Change, Desk
from desktop.screens.base.record_dialog import RecordDialog
from desktop.screens.base.record_fields import Ask
from desktop.usecases.days import edits as days

OFF, WORKED = "off", "worked"


class DayDialog(RecordDialog[OfficeDay]):
    """A day off or a make-up day of the office's own, with the document that ordered it."""

    def __init__(self, desk: Desk, day: dt.date | None = None, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Thêm ngày của đơn vị", "Ghi ngày", "", parent)
        self.kind = RadioCards(
            "Loại",
            [
                (OFF, "Nghỉ", "Một ngày làm việc được cho nghỉ"),
                (WORKED, "Làm việc bù", "Một ngày nghỉ phải làm việc"),
            ],
        )
        self.kind.set_value(OFF)
        self.ask(
            OfficeDay(date=day),
            Ask("date", "Ngày", required=True),
            self.kind,
            Ask("document", "Theo văn bản", hint="Thông báo 12-TB/VPHU"),
        )

    def change(self) -> tuple[str, Change]:
        draft, worked = self.draft(), self.kind.value() == WORKED
        day = draft.date or self.desk.today
        add = days.add_working_day if worked else days.add_day_off
        what = f"{'Làm bù' if worked else 'Nghỉ'} ngày {vi.day(day)}"
        return what, partial(add, facts=self.desk.facts, day=day, document=draft.document)
