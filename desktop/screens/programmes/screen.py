"""Chương trình, báo cáo: programmes, periodic reports, directives, visits and reviews, each a tab."""

from functools import partial

from desktop.qt.commands import Command
from desktop.screens.base.tab import DirectoryTab
from desktop.screens.base.tabbed import TabbedScreen
from desktop.screens.directives.tab import DirectivesTab
from desktop.screens.programmes.tab import ProgrammesTab
from desktop.screens.reports.tab import ReportsTab
from desktop.screens.reviews.tab import ReviewsTab
from desktop.screens.visits.tab import VisitsTab

TABS: tuple[tuple[type[DirectoryTab], str], ...] = (
    (ProgrammesTab, "Chương trình"),
    (ReportsTab, "Báo cáo định kỳ"),
    (DirectivesTab, "Sơ kết, tổng kết"),
    (VisitsTab, "Đi cơ sở, làm việc"),
    (ReviewsTab, "Kiểm điểm, tín nhiệm"),
)


class ProgrammesScreen(TabbedScreen):
    place, title = "programmes", "Chương trình, báo cáo"
    kinds = TABS

    def open_record(self, record_id: str) -> None:
        """Show a tab by its name or a record in the tab that lists it; `new-TAB` begins an entry, `TAB:X` shows X."""
        keys = [kind.key for kind, _title in TABS]
        if record_id.removeprefix("new-") in keys:
            self.show_tab(record_id.removeprefix("new-"))
            if record_id.startswith("new-"):
                self.tab().begin()
        elif record_id.partition(":")[0] in keys:
            self.show_tab(record_id.partition(":")[0])
            self.tab().select(record_id.partition(":")[2])
        elif record_id:
            self.show_tab(self._tab_of(record_id))
            self.tab().select(record_id)
            self.tab().show_side()
        self.tab().setFocus()

    def _tab_of(self, record_id: str) -> str:
        """Each tab bears the name of the list of the office its records lie in; what none holds opens the first."""
        office = self.desk.facts.office
        for kind, _title in TABS:
            if any(one.id == record_id for one in getattr(office, kind.key)):
                return kind.key
        return TABS[0][0].key

    def commands(self) -> tuple[Command, ...]:
        views = tuple(
            Command(f"programmes.{kind.key}", f"Mở: {title}", partial(self.show_tab, kind.key), f"Alt+{n}")
            for n, (kind, title) in enumerate(TABS, 1)
        )
        return (*self.tab().commands(), *views)
