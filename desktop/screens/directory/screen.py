"""Danh mục: people, units, the office and its settings, the regulations in force, the days off."""

from desktop.screens.base.screen import Width
from desktop.screens.base.tabbed import TabbedScreen
from desktop.usecases.directory import rows as directory
from desktop.usecases.directory import units


class DirectoryScreen(TabbedScreen):
    place, title = "directory", "Danh mục"

    def said(self) -> str:
        if self._width < Width.MIDDLE:
            return ""
        held = directory.counts(self.desk.facts, self.desk.today)
        there = len(units.standing(self.desk.facts, self.desk.today))
        return f"{held['bch']} cấp ủy viên · {held['btv']} ủy viên Ban Thường vụ · {there} đơn vị"

    def open_record(self, record_id: str) -> None:
        """Show a person, a unit, or a tab by its key (`people`, `office`, `regulation` …)."""
        if record_id in self.tabs:
            self.show_tab(record_id)
        elif record_id:
            self.show_tab("units" if self.desk.facts.unit(record_id) else "people")
            self.tab().select(record_id)
            self.tab().show_side()
        self.tab().setFocus()
