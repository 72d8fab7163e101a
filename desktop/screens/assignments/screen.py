"""Phân công: who answers for what as of a day, which unit has nobody, tasks from conclusions, duties of the text."""

from desktop.domain.records import Assignment, Duty, Task
from desktop.qt.commands import Command
from desktop.screens.base.tabbed import TabbedScreen

_NEW = {"new": "members", "new-task": "tasks"}


class AssignmentsScreen(TabbedScreen):
    place, title = "assignments", "Phân công"

    def open_record(self, record_id: str) -> None:
        """Show a tab by its name, a task, a person, a unit, the holder of an assignment; `new…` begins an entry."""
        if record_id in _NEW:
            self.show_tab(_NEW[record_id])
            self.tab().begin()
        elif record_id in self.tabs:
            self.show_tab(record_id)
        elif record_id:
            self._open(record_id)
        self.tab().setFocus()

    def _open(self, record_id: str) -> None:
        facts = self.desk.facts
        one = facts.one(Assignment, record_id)
        if facts.one(Task, record_id):
            key, ident = "tasks", record_id
        elif facts.one(Duty, record_id):
            key, ident = "duties", record_id
        elif facts.unit(record_id):
            key, ident = "units", record_id
        else:
            key, ident = "members", (one.person or "") if one else record_id
        self.show_tab(key)
        self.tab().select(ident)
        self.tab().show_side()

    def commands(self) -> tuple[Command, ...]:
        return (*self.tab().commands(), *self.views(lambda title: f"Phân công: {title.lower()}"))
