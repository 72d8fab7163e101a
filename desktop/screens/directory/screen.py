"""Danh mục: people, units, the office and its settings, the regulations in force, the days off."""

from desktop.screens.base.screen import Width
from desktop.screens.base.tab import DirectoryTab
from desktop.screens.base.tabbed import TabbedScreen
from desktop.screens.directory.days import DaysTab
from desktop.screens.directory.office import OfficeTab
from desktop.screens.directory.people import PeopleTab
from desktop.screens.directory.units import UnitsTab
from desktop.screens.regulations.own import OwnTab
from desktop.screens.regulations.settings import SettingsTab
from desktop.screens.regulations.tab import RegulationTab
from desktop.usecases.directory import rows as directory
from desktop.usecases.directory import units

TABS: tuple[tuple[type[DirectoryTab], str], ...] = (
    (PeopleTab, "Nhân sự"),
    (UnitsTab, "Đơn vị"),
    (OfficeTab, "Cơ quan"),
    (RegulationTab, "Quy chế"),
    (OwnTab, "Quy chế riêng"),
    (SettingsTab, "Quy ước của đơn vị"),
    (DaysTab, "Lịch nghỉ"),
)


class DirectoryScreen(TabbedScreen):
    place, title = "directory", "Danh mục"
    kinds = TABS

    def said(self) -> str:
        if self._width < Width.MIDDLE:
            return ""
        held = directory.counts(self.desk.facts, self.desk.today)
        there = len(units.standing(self.desk.facts, self.desk.today))
        return f"{held['bch']} cấp ủy viên · {held['btv']} ủy viên Ban Thường vụ · {there} đơn vị"

    def open_record(self, record_id: str) -> None:
        """Show a person, a unit, or a tab by its key (`people`, `office`, `regulation` …)."""
        if record_id in (kind.key for kind, _title in TABS):
            self.show_tab(record_id)
        elif record_id:
            self.show_tab("units" if self.desk.facts.unit(record_id) else "people")
            self.tab().select(record_id)
            self.tab().show_side()
        self.tab().setFocus()
