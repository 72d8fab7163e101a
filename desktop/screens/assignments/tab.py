"""What the tabs by person and by unit of Phân công share: the day asked, its findings, the lines of one assignment."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.domain.findings import Finding
from desktop.domain.records import Assignment
from desktop.qt.boxes import STRETCH, column, holder, label, row
from desktop.qt.buttons import Button, Link
from desktop.qt.commands import Command
from desktop.qt.fields import Combo, DateField
from desktop.screens.assignments.dialogs import AssignmentDialog
from desktop.screens.base.desk import Desk
from desktop.screens.base.show import grounds, mark_of
from desktop.screens.base.tab import DirectoryTab, narrow
from desktop.screens.directory.dialogs import EndDialog
from desktop.usecases.assignments import edits as assignment_edits
from desktop.usecases.assignments import rows as assignments

ONLY = (("gap", "Còn trống"), ("doubled", "Nhiều người cùng giữ"))
TABLE_PAPER = "bang-phan-cong"


class AssignmentTab(DirectoryTab):
    """What both tabs share: the day asked, the findings of that day, the lines of one assignment."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.day = narrow(DateField("", today=desk.today, name="Tính đến ngày", required=True), 124)
        self.day.set_value(desk.today)
        self.only = narrow(Combo("", ONLY, empty="Tất cả", name="Lọc"), 176)
        self.day.saved.connect(self.refresh)
        self.only.saved.connect(self.refresh)

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
        parts.append(holder(row(label(assignments.span(one.from_, one.to) or "Chưa ghi ngày", "caption"), STRETCH,
                                *self._links(one, named), gap=12)))  # fmt: skip
        return holder(column(*parts, gap=1))

    def _links(self, one: Assignment, named: str) -> list[QWidget]:
        end = _link("Kết thúc…", f"Kết thúc phân công {named}", partial(self._end, one, named))
        if one.to is not None:
            end.hide()  # never shown before it has a parent: it would be a window of its own and take the keyboard
        return [end, _link("Sửa…", f"Sửa phân công {named}", partial(self._amend, one))]

    def _end(self, one: Assignment, named: str) -> None:
        ending = partial(assignment_edits.end, facts=self.desk.facts, one=one)
        EndDialog(self.desk, "Kết thúc phân công", named, ending, parent=self).exec()

    def _amend(self, one: Assignment) -> None:
        AssignmentDialog(self.desk, one=one, parent=self).exec()

    def finding_lines(self, finding: Finding | None) -> list[QWidget]:
        if finding is None:
            return []
        words = column(label(finding.text, wrap=True), grounds(self.desk, finding), gap=2)
        return [holder(row(column(1, mark_of(finding, 16), STRETCH, gap=0), (words, 1), gap=8))]

    def begin(self) -> None:
        self.assign()

    def primary(self) -> Button:
        return Button("Phân công", icon="mdi6.account-plus-outline", kind="primary", run=self.assign)

    def assign(self) -> None:
        AssignmentDialog(self.desk, parent=self).exec()

    def print_table(self) -> None:
        self.desk.preview(TABLE_PAPER, self.on().isoformat())

    def secondary(self) -> tuple[Button, ...]:
        return (Button("In bảng phân công", icon="mdi6.printer-outline", run=self.print_table),)

    def commands(self) -> tuple[Command, ...]:
        return (
            Command("assignments.assign", "Phân công…", self.assign, "Ctrl+N", "mdi6.account-plus-outline"),
            Command("assignments.print", "In bảng phân công", self.print_table, icon="mdi6.printer-outline"),
        )


def _kind_word(one: Assignment) -> str:
    return assignments.KIND[assignments.kind_of(one)]


def _link(text: str, name: str, run: Callable[[], object]) -> Link:
    link = Link(text, role="link-caption", run=run)
    link.setAccessibleName(name)
    return link
