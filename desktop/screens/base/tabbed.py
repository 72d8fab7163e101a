"""A screen of several tabs under one head: Phân công, Danh mục. Its tabs are those of the nouns shown there."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop import nouns
from desktop.domain.findings import Cite
from desktop.qt.boxes import column
from desktop.qt.commands import Command
from desktop.qt.pages import PageHead, Tabs
from desktop.screens.base.desk import Desk
from desktop.screens.base.screen import Screen, Width
from desktop.screens.base.tab import DirectoryTab


class TabbedScreen(Screen):
    """A tab is made when it is first shown, the first at once."""

    title = ""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.head = PageHead(self.title)
        self.tabs = {tab.key: (noun, tab) for noun, tab in nouns.tabs_of(self.place)}
        self.bar = Tabs([(key, tab.title) for key, (_noun, tab) in self.tabs.items()])
        self.stack = QStackedWidget()
        self._made: dict[str, DirectoryTab] = {}
        self._stale: set[str] = set()
        self._width = Width.WIDE
        self.setLayout(column(self.head, self.bar, (self.stack, 1), gap=0))
        self.bar.chosen.connect(self._turn_to)
        self.show_tab(next(iter(self.tabs)))

    def tab(self) -> DirectoryTab:
        return self._made[self.bar.current()]

    def _turn_to(self, key: str) -> None:
        self.show_tab(key)
        if not self.bar.has_keyboard():
            self.tab().setFocus()

    def show_tab(self, key: str) -> None:
        self.bar.choose(key)
        tab = self._made.get(key) or self._make(key)
        self.stack.setCurrentWidget(tab)
        self._dress_head()
        self._refresh_shown()

    def tab_of(self, record_id: str) -> str:
        """The tab of the noun whose records hold it; what none holds opens the first."""
        office = self.desk.facts.office
        for key, (noun, _tab) in self.tabs.items():
            if any(one.id == record_id for name in noun.records for one in getattr(office, name)):
                return key
        return next(iter(self.tabs))

    def _dress_head(self) -> None:
        tab, single = self.tab(), self._width is Width.SINGLE
        self.head.set_primary(tab.primary())
        self.head.set_secondary(*(() if single else tab.secondary()))
        self.head.set_more(tab.commands() if single else tab.more())

    def _make(self, key: str) -> DirectoryTab:
        noun, drawn = self.tabs[key]
        tab: DirectoryTab = noun.drawn(drawn)(self.desk)
        self._made[key] = tab
        self._stale.add(key)
        self.stack.addWidget(tab)
        tab.headed.connect(lambda: self._dress_head() if tab is self.stack.currentWidget() else None)
        tab.set_width(self._width)
        return tab

    def refresh(self, kinds: frozenset[str]) -> None:
        self._stale = set(self._made)
        self._refresh_shown()

    def _refresh_shown(self) -> None:
        key = self.bar.current()
        if not self.desk.ready:
            return
        if key in self._stale:
            self._stale.discard(key)
            self.tab().refresh()
        self.head.set_facts(self.said())

    def said(self) -> str:
        """What the head says beside the title."""
        return self.tab().said()

    def views(self, called: Callable[[str], str]) -> tuple[Command, ...]:
        """A command that shows each tab; `called` makes its words of the tab's title."""
        return tuple(
            Command(f"{self.place}.{key}", called(tab.title), partial(self.show_tab, key), f"Alt+{number}")
            for number, (key, (_noun, tab)) in enumerate(self.tabs.items(), 1)
        )

    def commands(self) -> tuple[Command, ...]:
        return self.tab().commands()

    def governing(self) -> tuple[Cite, ...]:
        return self.tab().governing()

    def set_width(self, width: Width) -> None:
        single = width is Width.SINGLE
        changed = (self._width is Width.SINGLE) != single
        self._width = width
        self.head.set_compact(single)
        self.bar.set_compact(single)
        for tab in self._made.values():
            tab.set_width(width)
        if changed:
            self.show_tab(self.bar.current())
        else:
            self._refresh_shown()
