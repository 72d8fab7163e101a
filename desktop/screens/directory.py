"""Danh mục: people, units, the office and its settings, the regulations in force, the days off."""

from PySide6.QtWidgets import QStackedWidget

from desktop.domain.findings import Cite
from desktop.qt.boxes import column
from desktop.qt.commands import Command
from desktop.qt.pages import PageHead, Tabs
from desktop.screens.desk import Desk
from desktop.screens.directory_days import DaysTab
from desktop.screens.directory_office import OfficeTab
from desktop.screens.directory_people import PeopleTab
from desktop.screens.directory_regulation import RegulationTab
from desktop.screens.directory_tab import DirectoryTab
from desktop.screens.directory_units import UnitsTab
from desktop.screens.screen import Screen, Width
from desktop.usecases import directory

TABS: tuple[tuple[type[DirectoryTab], str], ...] = (
    (PeopleTab, "Nhân sự"),
    (UnitsTab, "Đơn vị"),
    (OfficeTab, "Cơ quan"),
    (RegulationTab, "Quy chế"),
    (DaysTab, "Lịch nghỉ"),
)


class DirectoryScreen(Screen):
    """A tab is made when it is first shown."""

    place = "directory"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.head = PageHead("Danh mục")
        self.bar = Tabs([(tab.key, title) for tab, title in TABS])
        self.stack = QStackedWidget()
        self._made: dict[str, DirectoryTab] = {}
        self._stale: set[str] = set()
        self._width = Width.WIDE
        self.setLayout(column(self.head, self.bar, (self.stack, 1), gap=0))
        self.bar.chosen.connect(self.show_tab)
        self.show_tab(PeopleTab.key)

    def tab(self) -> DirectoryTab:
        return self._made[self.bar.current()]

    def show_tab(self, key: str) -> None:
        self.bar.choose(key)
        tab = self._made.get(key) or self._make(key)
        self.stack.setCurrentWidget(tab)
        single = self._width is Width.SINGLE
        self.head.set_primary(tab.primary())
        self.head.set_secondary(*(() if single else tab.secondary()))
        self.head.set_more(tab.commands() if single else tab.more())
        self._refresh_shown()

    def _make(self, key: str) -> DirectoryTab:
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
        if self._width < Width.MIDDLE:
            self.head.set_facts("")
            return
        held, units = directory.counts(self.desk.facts, self.desk.today), len(self.desk.facts.office.units)
        self.head.set_facts(f"{held['bch']} cấp ủy viên · {held['btv']} ủy viên Ban Thường vụ · {units} đơn vị")

    def open_record(self, record_id: str) -> None:
        """Show a person, a unit, or a tab by its name (`people`, `units`, `office`, `regulation`, `days`)."""
        if record_id in (kind.key for kind, _title in TABS):
            self.show_tab(record_id)
        elif record_id:
            self.show_tab("units" if self.desk.facts.unit(record_id) else "people")
            self.tab().select(record_id)
            self.tab().show_side()

    def commands(self) -> tuple[Command, ...]:
        return self.tab().commands()

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
        if self.desk.ready:
            self._say_facts()
