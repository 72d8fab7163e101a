"""Phân công by unit: who answers for each as of a day, and which has nobody."""

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.findings import Cite
from desktop.domain.records import Assignment, Unit
from desktop.qt.boxes import column, empty, label
from desktop.qt.buttons import Button
from desktop.qt.fields import Combo
from desktop.qt.table import Column, Table
from desktop.screens.absences.parts import block
from desktop.screens.assignments.dialogs import AssignmentDialog
from desktop.screens.assignments.tab import AssignmentTab
from desktop.screens.base.desk import Desk
from desktop.screens.base.show import word
from desktop.screens.base.tab import grouped, keep_chosen, narrow, search_field
from desktop.usecases.assignments import rows as assignments
from desktop.usecases.assignments.rows import UnitRow


class UnitsTab(AssignmentTab):
    key = "units"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.kind = narrow(Combo("", tuple(vi.UNIT_KIND.items()), empty="Mọi loại", name="Loại đơn vị"), 190)
        self.search = search_field("Tìm đơn vị, người", 170)
        self.table = Table(
            (
                Column("", lambda _: "", width=36, mark=self._mark, word=lambda one: word(self._mark(one))),
                Column("Đơn vị", lambda one: one.unit.name, tip=lambda one: one.unit.name),
                Column("Người phụ trách", lambda one: ", ".join(one.people) or "Chưa có ai",
                       tone=lambda one: "text" if one.people else "text3", tip=lambda one: ", ".join(one.people)),
            ),
            name="Phân công theo đơn vị", empty="Không có đơn vị nào khớp bộ lọc.", memory=desk.state,
        )  # fmt: skip
        self.lay_out(self.table, self.day, self.kind, self.only, self.search)
        self.spare = (self.kind, self.only)
        self.kind.saved.connect(self.refresh)
        self.search.line.textChanged.connect(self.refresh)
        self.table.chosen.connect(self._show)
        self.table.opened.connect(self.show_side)

    def _mark(self, one: UnitRow) -> str:
        return one.finding.verdict if one.finding and one.gap else ""

    def refresh(self) -> None:
        rows = assignments.units(
            self.desk.facts, self.judged(), self.on(),
            text=self.search.line.text(), only=self.only.value() or "", kind=self.kind.value() or "",
        )  # fmt: skip
        self.table.set_rows(grouped(rows, lambda one: one.kind))
        keep_chosen(self.table)
        if self.table.current() is None:
            self._show(None)

    def select(self, record_id: str) -> None:
        self.search.set_value("")
        self.only.set_value(None)
        self.refresh()
        self.table.select(record_id)

    def assign(self) -> None:
        one = self.table.current()
        AssignmentDialog(self.desk, unit=one.id if one else "", parent=self).exec()

    def _show(self, one: UnitRow | None) -> None:
        self.side.clear()
        empty(self.side.foot)
        self.side.set_title(one.unit.name if one else "Chưa chọn đơn vị nào")
        if one is None:
            return
        self.side.add(column(*self._said(one, one.unit), gap=6))
        if one.held:
            self.side.add(block("Người phụ trách", [self._line(each) for each in one.held]))
        self.side.foot.addWidget(Button("Phân công…", icon="mdi6.plus", run=self.assign))
        self.side.foot.addStretch(1)

    def _said(self, one: UnitRow, unit: Unit) -> list[QWidget]:
        lines: list[QWidget] = [label(one.kind, "second"), *self.finding_lines(one.finding)]
        if one.doubled:
            lines.append(label("Nhiều người cùng phụ trách; quy chế không cấm.", "caption", wrap=True))
        if not one.finding and not one.people:
            lines.append(label("Chưa có ai phụ trách; quy chế không yêu cầu với loại đơn vị này.", wrap=True))
        return lines

    def _line(self, one: Assignment) -> QWidget:
        person = self.desk.facts.person(one.person)
        return self.line(one, named=person.name if person else "Chưa rõ người")

    def governing(self) -> tuple[Cite, ...]:
        one = self.table.current()
        return (one.finding.cite,) if isinstance(one, UnitRow) and one.finding else ()
