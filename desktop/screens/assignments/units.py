"""Phân công by unit: who answers for each as of a day, and which has nobody."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.findings import Cite
from desktop.domain.records import Assignment, Unit
from desktop.qt.boxes import column, label
from desktop.qt.buttons import Button
from desktop.qt.model import Column, GroupRow, mark_column
from desktop.screens.assignments.dialogs import AssignmentDialog
from desktop.screens.assignments.tab import ONLY, AssignmentTab
from desktop.screens.base.blocks import block
from desktop.screens.base.filters import Choice, Search
from desktop.screens.base.record_tab import Listed
from desktop.screens.base.screen import Width
from desktop.screens.base.show import word
from desktop.screens.base.tab import grouped
from desktop.usecases.assignments import rows as assignments
from desktop.usecases.assignments.rows import UnitRow


def _mark(one: UnitRow) -> str:
    return one.finding.verdict if one.finding and one.gap else ""


def _people(one: UnitRow) -> str:
    return ", ".join(one.people)


def _tone(one: UnitRow) -> str:
    return "text" if one.people else "text3"


class UnitsTab(AssignmentTab[UnitRow]):
    key = "units"
    FILTERS: ClassVar = {
        "kind": Choice("Loại đơn vị", 190, tuple(vi.UNIT_KIND.items()), "Mọi loại", Width.NARROW, kept=True),
        "only": ONLY,
    }
    SEARCH = Search("Tìm đơn vị, người", 170)
    TABLE = Listed("Phân công theo đơn vị", "Không có đơn vị nào khớp bộ lọc.", row_height=32)
    UNCHOSEN = "Chưa chọn đơn vị nào"
    COLUMNS = (
        mark_column(_mark, lambda one: word(_mark(one)), sortable=True),
        Column("Đơn vị", lambda one: one.unit.name, tip=lambda one: one.unit.name),
        Column("Người phụ trách", lambda one: _people(one) or "Chưa có ai", tone=_tone, tip=_people),
    )

    def rows(self) -> tuple[UnitRow | GroupRow, ...]:
        kind, only, text = self.filters.of("kind"), self.filters.of("only"), self.filters.text()
        rows = assignments.units(self.desk.facts, self.judged(), self.on(), text=text, only=only, kind=kind)
        return grouped(rows, lambda one: one.kind)

    def begin(self) -> None:
        one = self.current()
        AssignmentDialog(self.desk, unit=one.id if one else "", parent=self).exec()

    def title(self, one: UnitRow) -> str:
        return one.unit.name

    def show_one(self, one: UnitRow) -> None:
        self.side.add(column(*self._said(one, one.unit), gap=6))
        if one.held:
            self.side.add(block("Người phụ trách", [self._line(each) for each in one.held]))
        self.side.set_foot(Button("Phân công…", icon="mdi6.plus", run=self.begin))

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
        one = self.current()
        return (one.finding.cite,) if one and one.finding else ()
