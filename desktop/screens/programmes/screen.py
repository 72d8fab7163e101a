"""Chương trình, báo cáo: programmes, periodic reports, directives, visits and reviews, each a tab."""

from desktop.qt.commands import Command
from desktop.screens.base.tabbed import TabbedScreen


class ProgrammesScreen(TabbedScreen):
    place, title = "programmes", "Chương trình, báo cáo"

    def open_record(self, record_id: str) -> None:
        """Show a tab by its name or a record in the tab that lists it; `new-TAB` begins an entry, `TAB:X` shows X."""
        tab, _, shown = record_id.partition(":")
        if record_id.removeprefix("new-") in self.tabs:
            self.show_tab(record_id.removeprefix("new-"))
            if record_id.startswith("new-"):
                self.tab().begin()
        elif tab in self.tabs:
            self.show_tab(tab)
            self.tab().select(shown)
        elif record_id:
            self.show_tab(self.tab_of(record_id))
            self.tab().select(record_id)
            self.tab().show_side()
        self.tab().setFocus()

    def commands(self) -> tuple[Command, ...]:
        return (*self.tab().commands(), *self.views(lambda title: f"Mở: {title}"))
