"""The dialog of one visit to a unit: who went, when, what for, and what came of it."""

import datetime as dt
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.records import Visit
from desktop.domain.rules import visit_unit
from desktop.screens.base.blocks import FROM_ABOVE, bodies, body_of
from desktop.screens.base.desk import Change, Desk
from desktop.screens.base.record_dialog import RecordDialog
from desktop.screens.base.record_fields import Ask
from desktop.usecases.base import names
from desktop.usecases.directory import units
from desktop.usecases.visits import rows as visits


class VisitDialog(RecordDialog[Visit]):
    """Adds a visit, made or planned, or amends the one handed in."""

    def __init__(
        self, desk: Desk, *, visit: Visit | None = None, unit: str = "", parent: QWidget | None = None
    ) -> None:
        lead = "Ngày sắp tới là chuyến đã xếp, chưa tính là đã đến."
        super().__init__(desk, "Sửa chuyến đi cơ sở" if visit else "Ghi chuyến đi cơ sở", "Ghi", lead, parent)
        self.visit = visit
        people = sorted(desk.facts.office.people, key=lambda one: vi.name_key(one.name))
        self._kept = (visit.unit if visit else None, unit or None)
        whose = bodies(desk.facts, FROM_ABOVE, visit.body if visit else None)
        asked = desk.facts.ruling(visit_unit.VISITOR, desk.today)
        self.ask(
            visit or Visit(id="", unit=unit or None, date=desk.today, body=body_of(asked.word if asked else "")),
            ((Ask("unit", "Nơi đến", empty="Chưa chọn"), 2), (Ask("date", "Ngày", required=True), 1)),
            (
                Ask("body", "Cơ quan đi", whose, "Theo người đi"),
                Ask("person", "Người đi, trưởng đoàn", names.options(desk.facts, people), "Chưa chọn"),
            ),
            Ask("content", "Nội dung", lines=2),
            Ask("result", "Kết quả, việc giao lại", lines=3),
            width=520,
        )
        self._offer(self.record.date or desk.today)
        self.fields["date"].saved.connect(self._offer)

    def _offer(self, day: dt.date | None) -> None:
        """The units there on the day of the visit."""
        unit = self.fields.choice("unit")
        unit.set_options(units.options(self.desk.facts, day, keep=(*self._kept, unit.value())))

    def change(self) -> tuple[str, Change]:
        draft, facts, today = self.draft(), self.desk.facts, self.desk.today
        found = facts.unit(draft.unit)
        name = found.name if found else ""
        if self.visit:
            return f"Sửa chuyến đi {name}", partial(visits.amend, facts=facts, visit=self.visit, after=draft, on=today)
        return f"Đi cơ sở: {name}", partial(visits.add, facts=facts, draft=draft, on=today)
