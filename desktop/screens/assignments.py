"""Phân công: who answers for what as of a day, which unit has nobody, and the tasks that conclusions have led to."""

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.findings import Cite
from desktop.qt.boxes import column
from desktop.qt.commands import Command
from desktop.qt.pages import PageHead, Tabs
from desktop.screens.assignment_members import MembersTab
from desktop.screens.assignment_units import UnitsTab
from desktop.screens.desk import Desk
from desktop.screens.screen import Screen, Width
from desktop.screens.task_tab import TasksTab
from desktop.usecases import assignments, tasks

Tab = MembersTab | UnitsTab | TasksTab
TABS: tuple[tuple[type[Tab], str], ...] = (
    (MembersTab, "Theo người"),
    (UnitsTab, "Theo đơn vị"),
    (TasksTab, "Nhiệm vụ"),
)


_NEW = {"new": MembersTab.key, "new-task": TasksTab.key}


class AssignmentsScreen(Screen):
    """A tab is made when it is first shown."""

    place = "assignments"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.head = PageHead("Phân công")
        self.bar = Tabs([(tab.key, title) for tab, title in TABS])
        self.stack = QStackedWidget()
        self._made: dict[str, Tab] = {}
        self._stale: set[str] = set()
        self._width = Width.WIDE
        self.setLayout(column(self.head, self.bar, (self.stack, 1), gap=0))
        self.bar.chosen.connect(self.show_tab)
        self.show_tab(MembersTab.key)

    def tab(self) -> Tab:
        return self._made[self.bar.current()]

    def show_tab(self, key: str) -> None:
        self.bar.choose(key)
        tab = self._made.get(key) or self._make(key)
        self.stack.setCurrentWidget(tab)
        single = self._width is Width.SINGLE
        self.head.set_primary(tab.primary())
        self.head.set_secondary(*(() if single else tab.secondary()))
        self.head.set_more(tab.commands() if single else ())
        self._refresh_shown()

    def _make(self, key: str) -> Tab:
        tab = next(kind for kind, _title in TABS if kind.key == key)(self.desk)
        self._made[key] = tab
        self._stale.add(key)
        self.stack.addWidget(tab)
        tab.set_width(self._width)
        return tab

    def refresh(self, kinds: frozenset[str]) -> None:
        self._stale = set(self._made)
        self._refresh_shown()

    def _refresh_shown(self) -> None:
        key = self.bar.current()
        if self.desk.ready and key in self._stale:
            self._stale.discard(key)
            self.tab().refresh()
        self._say_facts()

    def _say_facts(self) -> None:
        """How much is covered, or how much is late, according to the tab."""
        facts, today = self.desk.facts, self.desk.today
        if self.bar.current() == TasksTab.key:
            rows = tasks.rows(facts, today)
            open_ = sum(1 for row in rows if row.task.done is None)
            late = sum(1 for row in rows if row.state is tasks.State.LATE)
            self.head.set_facts(f"{open_}/{len(rows)} chưa xong · {late} quá hạn" if rows else "")
            return
        found = assignments.balance(facts, self.desk.findings(), today)
        self.head.set_facts(
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

    def governing(self) -> tuple[Cite, ...]:
        return self.tab().governing()

    def set_width(self, width: Width) -> None:
        changed = (self._width is Width.SINGLE) != (width is Width.SINGLE)
        self._width = width
        self.head.set_compact(width is Width.SINGLE)
        self.bar.set_compact(width is Width.SINGLE)
        for tab in self._made.values():
            tab.set_width(width)
        if changed:
            self.show_tab(self.bar.current())
