"""Phân công: who answers for what as of a day, which unit has nobody, and the tasks that conclusions have led to."""

from functools import partial

from desktop.qt.commands import Command
from desktop.screens.assignments.members import MembersTab
from desktop.screens.assignments.units import UnitsTab
from desktop.screens.base.tab import DirectoryTab
from desktop.screens.base.tabbed import TabbedScreen
from desktop.screens.tasks.tab import TasksTab
from desktop.usecases.assignments import rows as assignments
from desktop.usecases.tasks import rows as tasks

TABS: tuple[tuple[type[DirectoryTab], str], ...] = (
    (MembersTab, "Theo người"),
    (UnitsTab, "Theo đơn vị"),
    (TasksTab, "Nhiệm vụ"),
)
_NEW = {"new": MembersTab.key, "new-task": TasksTab.key}


class AssignmentsScreen(TabbedScreen):
    place, title = "assignments", "Phân công"
    kinds = TABS

    def said(self) -> str:
        """How much is covered, or how much is late, according to the tab."""
        facts, today = self.desk.facts, self.desk.today
        if self.bar.current() == TasksTab.key:
            rows = tasks.rows(facts, today)
            open_ = sum(1 for row in rows if row.task.done is None)
            late = sum(1 for row in rows if row.state is tasks.State.LATE)
            return f"{open_}/{len(rows)} chưa xong · {late} quá hạn" if rows else ""
        found = assignments.balance(facts, self.desk.findings(), today)
        return (
            f"{found.with_work}/{found.members} cấp ủy viên có việc · "
            f"{found.covered}/{found.units} tổ chức đảng có người"
        )

    def open_record(self, record_id: str) -> None:
        """Show a tab by its name, a task, a person, a unit, the holder of an assignment; `new…` begins an entry."""
        if record_id in _NEW:
            self.show_tab(_NEW[record_id])
            self.tab().begin()
        elif record_id in (kind.key for kind, _title in TABS):
            self.show_tab(record_id)
        elif record_id:
            self._open(record_id)
        self.tab().setFocus()

    def _open(self, record_id: str) -> None:
        facts = self.desk.facts
        one = assignments.assignment_of(facts, record_id)
        if tasks.task_of(facts, record_id):
            key, ident = TasksTab.key, record_id
        elif facts.unit(record_id):
            key, ident = UnitsTab.key, record_id
        else:
            key, ident = MembersTab.key, (one.person or "") if one else record_id
        self.show_tab(key)
        self.tab().select(ident)
        self.tab().show_side()

    def commands(self) -> tuple[Command, ...]:
        views = tuple(
            Command(
                f"assignments.{kind.key}", f"Phân công: {title.lower()}", partial(self.show_tab, kind.key), f"Alt+{n}"
            )
            for n, (kind, title) in enumerate(TABS, 1)
        )
        return (*self.tab().commands(), *views)
