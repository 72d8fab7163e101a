"""What stands beside visits: a unit with its visits of a year, one visit, one working session; what is done there."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.findings import Cite, Finding
from desktop.domain.records import Visit
from desktop.qt.boxes import STRETCH, column, holder, label, row
from desktop.qt.buttons import Button, Link, small_link
from desktop.qt.pages import SidePanel
from desktop.screens.base.blocks import block
from desktop.screens.base.desk import Desk
from desktop.screens.base.show import judged
from desktop.screens.base.tab import DirectoryTab
from desktop.screens.visits.dialogs import VisitDialog
from desktop.usecases.reports.rows import unjudged
from desktop.usecases.visits import rows as visits
from desktop.usecases.visits.rows import UnitLine, VisitRow, WorkingRow, YearCell


class VisitActs:
    """What is done with visits and working sessions from the lists, the panel and the commands."""

    def __init__(self, desk: Desk, tab: DirectoryTab) -> None:
        self.desk, self._tab = desk, tab

    def record(self, unit: str = "") -> None:
        VisitDialog(self.desk, unit=unit, parent=self._tab).exec()

    def amend(self, one: Visit) -> None:
        VisitDialog(self.desk, visit=one, parent=self._tab).exec()

    def remove(self, one: Visit) -> None:
        unit = self.desk.facts.unit(one.unit)
        name = unit.name if unit else ""
        self.desk.do(f"Xóa chuyến đi {name}", partial(visits.remove, visit=one),
                     said=f"Đã xóa chuyến đi {name}.", band=self._tab.band)  # fmt: skip

    def follow(self, one: WorkingRow) -> None:
        """Open the meeting planned, plan one where it is still to be held, else open the last."""
        if one.planned:
            self.desk.go("meetings", one.planned.id)
        elif one.open:
            due = one.finding.due
            self.desk.plan(max(due, self.desk.today) if due else None, body=one.body, kind=one.kind)
        elif one.held:
            self.desk.go("meetings", one.held[0].id)


class VisitPanel(SidePanel):
    def __init__(self, desk: Desk, acts: VisitActs) -> None:
        super().__init__()
        self.desk, self._acts = desk, acts
        self._cites: tuple[Cite, ...] = ()

    def governing(self) -> tuple[Cite, ...]:
        return self._cites

    def _begin(self, title: str) -> None:
        self.begin(title)
        self._cites = ()

    def show_unit(self, line: UnitLine | None, cell: YearCell | None) -> None:
        self._begin(line.unit.name if line else "Chưa chọn đơn vị nào")
        if line is None or cell is None:
            return
        self.add(column(label(f"Năm {cell.year}", "strong"), *self._judged(cell.finding, cell.year), gap=4))
        if cell.finding:
            self._cites = (cell.finding.cite,)
        held = [*reversed(cell.planned), *reversed(cell.made)]
        lines = [self._visit(one) for one in held] or [label("Chưa ghi chuyến đi nào trong năm này.", "second")]
        self.add(block("Các chuyến đi", lines))
        if line.last and line.last not in held:
            last = line.last
            day = vi.day(last.date) if last.date else ""
            self.add(label(f"Lần gần nhất: {day}, {visits.who(self.desk.facts, last)}.", "caption", wrap=True))
        self._offer("Ghi chuyến đi…", "mdi6.map-marker-outline", partial(self._acts.record, line.unit.id))

    def _offer(self, text: str, icon: str, run: Callable[[], object]) -> None:
        self.set_foot(Button(text, icon=icon, run=run))

    def _judged(self, finding: Finding | None, year: int = 0) -> list[QWidget]:
        if finding is None:
            why = unjudged(self.desk.facts, dt.date(year, 1, 1), self.desk.today, "Quy chế không quy định kỳ đi cơ sở.")
            return [label(why, "second", wrap=True)]
        return [holder(judged(self.desk, finding))]

    def _visit(self, one: Visit) -> QWidget:
        facts, state = self.desk.facts, visits.state(one, self.desk.today)
        day = vi.day(one.date) if one.date else "Chưa ghi thời hạn"
        parts: list[QWidget] = [holder(row((label(day, "strong"), 1), label(state, "caption"), gap=8))]
        parts.append(label(visits.who(facts, one), "second", wrap=True))
        parts += [label(text, wrap=True) for text in (one.content, one.result) if text]
        amend = small_link("Sửa…", f"Sửa chuyến đi {day}", partial(self._acts.amend, one))
        gone = small_link("Xóa", f"Xóa chuyến đi {day}", partial(self._acts.remove, one))
        parts.append(holder(row(STRETCH, amend, gone, gap=12)))
        return holder(column(*parts, gap=2))

    def show_visit(self, one: VisitRow | None) -> None:
        self._begin(one.unit if one else "Chưa chọn chuyến đi nào")
        if one:
            self.add(self._visit(one.visit))
            self._offer("Sửa…", "", partial(self._acts.amend, one.visit))

    def show_working(self, one: WorkingRow | None) -> None:
        self._begin(one.title if one else "Chưa chọn buổi làm việc nào")
        if one is None:
            return
        self._cites = (one.finding.cite,)
        self.add(column(*self._judged(one.finding), gap=4))
        if one.planned:
            self.add(block("Đã xếp", [self._meeting_link(one.planned.id)]))
        if one.held:
            self.add(block("Đã họp", [self._meeting_link(each.id) for each in one.held]))
        if one.open and not one.planned:
            self._offer("Xếp lịch…", "mdi6.calendar-plus", partial(self._acts.follow, one))

    def _meeting_link(self, ident: str) -> Link:
        meeting = self.desk.facts.meeting(ident)
        assert meeting is not None
        title = meeting.title or vi.kind_of(meeting)
        link = Link(f"{vi.day(meeting.start.date())}: {title}", run=partial(self.desk.go, "meetings", ident))
        link.setWordWrap(True)
        return link
