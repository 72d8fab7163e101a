"""Văn bản: the register with its panel, what still waits to be issued, and what came in."""

from desktop import vi
from desktop.screens.base.tabbed import TabbedScreen


class DocumentsScreen(TabbedScreen):
    place = "documents"
    title = "Văn bản"

    def said(self) -> str:
        count = len(self.desk.facts.office.documents)
        return self.tab().said() or (f"{count} văn bản, tính đến {vi.day(self.desk.today)}" if count else "")

    def open_record(self, record_id: str) -> None:
        """A tab by its name, a paper of either register by its id; `new` begins a number."""
        self.show_tab(record_id if record_id in self.tabs else self.tab_of(record_id))
        self.tab().setFocus()
        if record_id == "new":
            self.tab().begin()
        elif record_id and record_id not in self.tabs:
            self.tab().select(record_id)
            self.tab().show_side()
