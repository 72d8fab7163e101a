"""What the tabs by person and by unit of Phân công share: the day asked, its findings, the lines of one assignment."""

import datetime as dt
from collections.abc import Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.findings import Finding
from desktop.domain.records import Assignment
from desktop.qt.boxes import STRETCH, column, holder, label, row
from desktop.qt.buttons import Button, small_link
from desktop.qt.commands import Command
from desktop.qt.fields import DateField
from desktop.screens.assignments.dialogs import AssignmentDialog
from desktop.screens.base.end_dialog import EndDialog
from desktop.screens.base.filters import Choice, narrow
from desktop.screens.base.record_tab import Begin, RecordTab
from desktop.screens.base.screen import Width
from desktop.screens.base.show import judged
from desktop.usecases.assignments import edits as assignment_edits
from desktop.usecases.assignments import rows as assignments

ONLY = Choice("Lọc", 176, (("gap", "Còn trống"), ("doubled", "Nhiều người cùng giữ")), "Tất cả", Width.NARROW)
R = TypeVar("R")
TABLE_PAPER = "bang-phan-cong"


class AssignmentTab(RecordTab[R]):
    """What both tabs share: the day asked, the findings of that day, the lines of one assignment."""

    BEGIN = Begin("Phân công", "assignments.assign", "Phân công…", "mdi6.account-plus-outline")

    def make(self) -> None:
        self.day = narrow(DateField("", today=self.desk.today, name="Tính đến ngày", required=True), 124)
        self.day.set_value(self.desk.today)
        self.day.saved.connect(self.refresh)

    def bar(self) -> tuple[QWidget, ...]:
        return (self.day, *self.filters.widgets())

    def said(self) -> str:
        """How much is covered today."""
        found = assignments.balance(self.desk.facts, self.desk.findings(), self.desk.today)
        return (
            f"{found.with_work}/{found.members} cấp ủy viên có việc · "
            f"{found.covered}/{found.units} tổ chức đảng có người"
        )

    def on(self) -> dt.date:
        return self.day.value() or self.desk.today

    def judged(self) -> Sequence[Finding]:
        """The findings are those of today; of another day only the counts are shown."""
        return self.desk.findings() if self.on() == self.desk.today else ()

    def line(self, one: Assignment, *, named: str) -> QWidget:
        """One assignment with who decided on it and the ways to change it."""
        facts = self.desk.facts
        held = assignments.in_force(one, self.on())
        head = row(
            (label(named, "strong" if held else "second", wrap=True), 1), label(_kind_word(one), "caption"), gap=8
        )
        parts: list[QWidget] = [holder(head)]
        subject = assignments.subject(facts, one)
        if subject != named:
            parts.append(label(subject, "second", wrap=True))
        parts.append(label(assignments.source(facts, one), "caption", wrap=True))
        span = label(vi.span(one.from_, one.to) or "Chưa ghi ngày", "caption")
        parts.append(holder(row(span, STRETCH, *self._links(one, named), gap=12)))
        return holder(column(*parts, gap=1))

    def _links(self, one: Assignment, named: str) -> list[QWidget]:
        end = small_link("Kết thúc…", f"Kết thúc phân công {named}", partial(self._end, one, named))
        if one.to is not None:
            end.hide()  # never shown before it has a parent: it would be a window of its own and take the keyboard
        return [end, small_link("Sửa…", f"Sửa phân công {named}", partial(self._amend, one))]

    def _end(self, one: Assignment, named: str) -> None:
        ending = partial(assignment_edits.end, facts=self.desk.facts, one=one)
        EndDialog(self.desk, "Kết thúc phân công", named, ending, parent=self).exec()

    def _amend(self, one: Assignment) -> None:
        AssignmentDialog(self.desk, one=one, parent=self).exec()

    def finding_lines(self, finding: Finding | None) -> list[QWidget]:
        return [holder(judged(self.desk, finding))] if finding else []

    def print_table(self) -> None:
        self.desk.preview(TABLE_PAPER, self.on().isoformat())

    def secondary(self) -> tuple[Button, ...]:
        return (Button("In bảng phân công", icon="mdi6.printer-outline", run=self.print_table),)

    def commands(self) -> tuple[Command, ...]:
        printed = Command("assignments.print", "In bảng phân công", self.print_table, icon="mdi6.printer-outline")
        return (*super().commands(), printed)


def _kind_word(one: Assignment) -> str:
    return assignments.KIND[assignments.kind_of(one)]
