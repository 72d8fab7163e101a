"""The dialog of one visit to a unit: who went, when, what for, and what came of it."""

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.records import Visit
from desktop.qt.fields import Combo, DateField, TextArea
from desktop.screens.absences.parts import BODIES, body_of
from desktop.screens.base.desk import Change, Desk
from desktop.screens.directory.dialogs import SmallDialog
from desktop.usecases.base import names
from desktop.usecases.directory import units
from desktop.usecases.visits import rows as visits


class VisitDialog(SmallDialog):
    """Adds a visit, made or planned, or amends the one handed in."""

    def __init__(
        self, desk: Desk, *, visit: Visit | None = None, unit: str = "", parent: QWidget | None = None
    ) -> None:
        lead = "Ngày sắp tới là chuyến đã xếp, chưa tính là đã đến."
        super().__init__(desk, "Sửa chuyến đi cơ sở" if visit else "Ghi chuyến đi cơ sở", "Ghi", lead, parent)
        self.visit, self.made = visit, ""
        facts = desk.facts
        people = sorted(facts.office.people, key=lambda one: vi.name_key(one.name))
        self._kept = (visit.unit if visit else None, unit or None)
        self.unit = Combo("Nơi đến", empty="Chưa chọn", searchable=True)
        self.date = DateField("Ngày", today=desk.today, required=True)
        self.in_body = Combo("Cơ quan đi", BODIES, empty="Theo người đi")
        self.person = Combo("Người đi, trưởng đoàn", names.options(facts, people), empty="Chưa chọn",
                            searchable=True)  # fmt: skip
        self.content = TextArea("Nội dung", lines=2)
        self.outcome = TextArea("Kết quả, việc giao lại", lines=3)
        self.lay_out(((self.unit, 2), (self.date, 1)), (self.in_body, self.person), self.content, self.outcome)
        self.setMinimumWidth(520)
        asked = facts.ruling(f"{visits.RULE}.body", desk.today)
        self._offer((visit.date if visit else None) or desk.today)
        self.date.saved.connect(self._offer)
        self._fill(visit or Visit(id="", unit=unit or None, date=desk.today, body=body_of(asked.word if asked else "")))

    def _offer(self, day: dt.date | None) -> None:
        """The units there on the day of the visit."""
        self.unit.set_options(units.options(self.desk.facts, day, keep=(*self._kept, self.unit.value())))

    def _fill(self, one: Visit) -> None:
        for field, value in (
            (self.unit, one.unit), (self.date, one.date), (self.in_body, one.body), (self.person, one.person),
            (self.content, one.content), (self.outcome, one.result),
        ):  # fmt: skip
            field.set_value(value)

    def draft(self) -> Visit:
        return replace(
            self.visit or Visit(id=""),
            unit=self.unit.value(),
            date=self.date.value(),
            body=body_of(self.in_body.value()),
            person=self.person.value(),
            content=self.content.value(),
            result=self.outcome.value(),
        )

    def change(self) -> tuple[str, Change]:
        found = self.desk.facts.unit(self.unit.value())
        name = found.name if found else ""
        if self.visit:
            return f"Sửa chuyến đi {name}", partial(
                visits.amend, facts=self.desk.facts, visit=self.visit, after=self.draft(), on=self.desk.today
            )
        return f"Đi cơ sở: {name}", self._add

    def _add(self, store: Any) -> None:  # noqa: ANN401 - the store, which screens do not know
        self.made = visits.add(store, facts=self.desk.facts, draft=self.draft(), on=self.desk.today).id
