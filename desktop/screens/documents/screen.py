"""Văn bản: the register with its panel, and what still waits to be issued."""

from desktop import vi
from desktop.screens.base.tabbed import TabbedScreen


class DocumentsScreen(TabbedScreen):
    place = "documents"
    title = "Văn bản"

    def said(self) -> str:
        count = len(self.desk.facts.office.documents)
        return f"{count} văn bản, tính đến {vi.day(self.desk.today)}" if count else ""

    def open_record(self, record_id: str) -> None:
        """A document of the register by its id; `queue` shows what waits to be issued, `new` begins a number."""
        self.show_tab("queue" if record_id == "queue" else "register")
        self.tab().setFocus()
        if record_id == "new":
            self.tab().begin()
        elif record_id not in ("", "queue"):
            self.tab().select(record_id)
