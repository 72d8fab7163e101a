"""The window: rail, pages, foot; it shows what the desk asks for. Screens are imported when first shown."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QStackedWidget

from desktop.qt.boxes import column, holder, row
from desktop.qt.buttons import Button, fill_menu
from desktop.qt.commands import Command
from desktop.qt.notices import ProgressLine, Toast
from desktop.qt.pages import EmptyState, Tabs
from desktop.screens.base.desk import Asking, Desk
from desktop.screens.base.places import KEYS, PLACES, SETTINGS, Place
from desktop.screens.base.screen import Screen, Width
from desktop.screens.today.screen import TodayScreen
from desktop.screens.window import offices
from desktop.screens.window.rail import Banner, Rail, StatusLine
from desktop.usecases.today.page import Page

if TYPE_CHECKING:
    from desktop.domain.findings import Cite, Finding
    from desktop.qt.palette import Found, Palette
    from desktop.screens.window.backups import CopyKeeper
    from desktop.usecases.office.search import Index

PROGRAM = "Thư Ký"
JUDGED = ("today", "calendar", "absences", "assignments", "compliance")
"""The screens that show findings of the whole office."""

_SEARCH_ICON = {
    "Người": "mdi6.account-outline",
    "Đơn vị": "mdi6.sitemap-outline",
    "Hội nghị": "mdi6.account-group-outline",
    "Văn bản": "mdi6.file-document-outline",
    "Phiếu": "mdi6.email-check-outline",
    "Nhiệm vụ": "mdi6.clipboard-list-outline",
    "Chương trình": "mdi6.clipboard-list-outline",
}


READ_ONLY = "Tệp chỉ đọc: xem và in được, nhưng không ghi được thay đổi nào."
SAMPLE = "Văn phòng mẫu để xem thử: không phải số liệu của cơ quan nào, ngày hôm nay là ngày của mẫu."
NOT_RECORDED = "Kết quả này xét trên nội dung đang soạn; ghi xong mới xem được cách tính."
NOTHING_JUDGED = "Ở đây không có kết quả đối chiếu nào để xem cách tính."
MINUTE = 60_000
"""Milliseconds."""


class Shell(QMainWindow):
    """`first_painted` comes once, when the first picture of the window is complete."""

    first_painted = Signal()
    office_asked = Signal(str)
    """Another office is wanted: `new`, `other`, `sample` or the path of a file."""

    def __init__(self, desk: Desk, *, page: Page | None = None, file_name: str = "") -> None:
        super().__init__()
        self.desk = desk
        self._screens: dict[str, Screen] = {}
        self._stale: set[str] = set()
        self._palette: Palette | None = None
        self._index: Index | None = None
        self._painted = False
        self._alt = False
        self.extra_commands: tuple[Command, ...] = ()
        self.setMinimumSize(640, 330)
        self._layout(page)
        self._connect()
        self.status.set_file(file_name)
        if page is not None:
            self._dress(page)
        self._adopt("today", TodayScreen(desk, page=page))
        self.show_place("today")

    def _layout(self, page: Page | None) -> None:
        self.rail, self.status = Rail(), StatusLine()
        self.stack = QStackedWidget()
        self.read_only = Banner("mdi6.lock-outline", READ_ONLY)
        make = Button("Lập văn phòng mới…", kind="small", run=lambda: self.office_asked.emit(offices.NEW))
        self.sample = Banner("mdi6.school-outline", SAMPLE, make)
        self._area = holder(column(self.read_only, self.sample, (self.stack, 1), gap=0))
        self.progress = ProgressLine(self._area)
        top = row(self.rail, (self._area, 1), gap=0)
        whole = holder(column((top, 1), self.status, gap=0))
        self.toast = Toast(whole)
        self.setCentralWidget(whole)
        self.setWindowTitle(PROGRAM)

    def _connect(self) -> None:
        desk = self.desk
        self.rail.chosen.connect(self.show_place)
        self.rail.search_asked.connect(self.open_palette)
        self.status.article_asked.connect(self.show_governing)
        self.status.undo_asked.connect(self._undo)
        self.toast.undo_asked.connect(self._undo)
        desk.changed.connect(self._changed)
        desk.judged.connect(self._judged)
        desk.went.connect(self.show_place)
        self.status.menu_asked.connect(self._toggle_menu_bar)
        desk.said.connect(self.toast.say)
        desk.stepped.connect(self._stepped)
        desk.told.connect(self._tell)
        desk.busied.connect(self.progress.set_busy)
        desk.asking.connect(self._ask)
        desk.article_asked.connect(lambda cite: self._show_articles((cite,)))
        desk.reasoning_asked.connect(self._show_reasoning)
        desk.preview_asked.connect(self._preview)
        desk.plan_asked.connect(self._plan)
        for key, place in zip(KEYS, PLACES, strict=True):
            self._shortcut(f"Ctrl+{key}", partial(self.show_place, place.key))
        self._minutes = QTimer(self, interval=MINUTE)
        self._minutes.timeout.connect(self._turn_day)
        self._minutes.start()
        self._shortcut("Ctrl+K", self.open_palette)
        self._shortcut("F1", self.show_governing)
        self._shortcut("Shift+F1", self.show_reasoning)
        self._shortcut("Ctrl+Z", self._undo).setAutoRepeat(False)
        for keys in ("Ctrl+Y", "Ctrl+Shift+Z"):
            self._shortcut(keys, self._redo).setAutoRepeat(False)
        self._shortcut("Ctrl+Tab", partial(self._turn_tab, 1))
        self._shortcut("Ctrl+Shift+Tab", partial(self._turn_tab, -1))
        self._shortcut("Ctrl+O", partial(self.office_asked.emit, offices.OTHER))

    def _shortcut(self, keys: str, run: Callable[[], object]) -> QShortcut:
        made = QShortcut(QKeySequence(keys), self)
        made.activated.connect(lambda: run())
        return made

    # screens

    def _adopt(self, key: str, screen: Screen) -> Screen:
        self._screens[key] = screen
        self.stack.addWidget(screen)
        screen.set_width(Width.of(self.width()))
        return screen

    def _place(self, key: str) -> Place:
        return next(place for place in (*PLACES, SETTINGS) if place.key == key)

    def screen_of(self, key: str) -> Screen:
        """Return a screen, made now if it was never shown."""
        if key not in self._screens:
            place = self._place(key)
            made: type[Screen] = getattr(import_module(place.path), place.name)
            self._adopt(key, made(self.desk))
        return self._screens[key]

    def warm(self) -> None:
        """Import beside the window what the other screens are made of, so that the first look at them is quick."""
        for place in PLACES:
            self.desk.tasks.run(partial(import_module, place.path), lambda _module: None, lambda _error: None)

    def current(self) -> Screen:
        shown = self.stack.currentWidget()
        assert isinstance(shown, Screen)
        return shown

    def show_place(self, key: str, record_id: str = "") -> None:
        """Show a screen and, where one is named, a record on it."""
        if not self.desk.ready and key != "today":
            return
        screen = self.screen_of(key)
        if key in self._stale:
            self._stale.discard(key)
            screen.refresh(frozenset())
        self.rail.choose(key)
        self.stack.setCurrentWidget(screen)
        self.menuBar().hide()
        if self.desk.ready:
            screen.open_record(record_id)
            if not record_id:
                self._begin_empty(screen)

    @staticmethod
    def _begin_empty(screen: Screen) -> None:
        """Where there is nothing to list yet, the keyboard goes to the button that begins."""
        for empty in screen.findChildren(EmptyState):
            if empty.isVisible() and empty.primary is not None:
                empty.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, kinds: frozenset[str]) -> None:
        """Refresh what is seen now, and the rest when it is next shown; what was said of the last act goes."""
        self._index = None
        self.toast.hide()
        shown = self.current()
        for key, screen in self._screens.items():
            if screen is shown or key == "today":
                screen.refresh(kinds)
            else:
                self._stale.add(key)
        page = self.today_page()
        if page is not None:
            self._dress(page)
        self.status.set_file(self.desk.file.path.name, self.desk.file.read_only)
        self.read_only.setVisible(self.desk.file.read_only)
        self.sample.setVisible(offices.is_sample(self.desk.file.path))

    def _judged(self) -> None:
        """The findings came after the change they belong to: show them where they are seen."""
        for key, screen in self._screens.items():
            if key in JUDGED and (screen is self.current() or key == "today"):
                screen.refresh(frozenset({"findings"}))
            elif key in JUDGED:
                self._stale.add(key)
        page = self.today_page()
        if page is not None:
            self._dress(page)

    def keep_copies(self, keeper: "CopyKeeper") -> None:
        """Show at the foot of the window when the file was last copied."""
        self.desk.copies = keeper
        keeper.told.connect(lambda words, _failed: self.status.set_copied(words, keeper.trouble))

    def today_page(self) -> Page | None:
        """What Hôm nay shows, to be remembered for the next start."""
        today = self._screens["today"]
        return today.page if isinstance(today, TodayScreen) else None

    def _dress(self, page: Page) -> None:
        """Put the office's name, its regulation and what waits around the pages."""
        self.setWindowTitle(f"{page.office} – {PROGRAM}")
        self.rail.set_office(page.office, page.term)
        self.rail.set_badges(page.badges)
        self.status.set_regulation(page.regulation)

    # what the desk asks

    def _undo(self) -> None:
        if self.desk.ready:
            self.desk.undo()

    def _turn_tab(self, step: int) -> None:
        """The next of the tabs in sight."""
        for tabs in self.current().findChildren(Tabs):
            if tabs.isVisible():
                tabs.turn(step)

    def _redo(self) -> None:
        if self.desk.ready:
            self.desk.redo()

    def _stepped(self, sentence: str, touched: tuple[tuple[str, str], ...]) -> None:
        """Say what was undone or made again and where it is, with the way there where that is not in sight."""
        from desktop.domain.refs import RecordRef
        from desktop.screens.base import where

        kind, ident = next(iter(touched), ("", ""))
        if not kind:
            self.toast.say(sentence)
            return
        ref = RecordRef.of(kind, ident)
        way = where.way_to(ref)
        see = None if way[0] == self.current().place else partial(self.show_place, *way)
        self.toast.say(f"{sentence} · {where.words_of(self.desk.facts, ref)}", see=see)

    def _tell(self, title: str, sentence: str) -> None:
        from desktop.qt.dialog import tell

        tell(self, title, sentence)

    def _contrary(self) -> None:
        from desktop.screens.base.contrary import ContraryDialog

        ContraryDialog(self.desk, parent=self).exec()

    def _ask(self, asking: Asking) -> None:
        """Over the dialog that makes the change, where one does."""
        from desktop.screens.window.amending import ask

        ask(asking, QApplication.activeModalWidget() or self)

    def _plan(self, day: dt.date | None, body: str, kind: str) -> None:
        if self.desk.ready:
            from desktop.screens.meetings.plan import PlanDialog

            PlanDialog(self.desk, day=day, body=body, kind=kind, parent=self).exec()

    def _preview(self, slug: str, record_id: str, person: str | None) -> None:
        if self.desk.ready:
            from desktop.screens.papers.screen import show_preview

            show_preview(self.desk, slug, record_id, person=person, parent=self)

    def show_governing(self) -> None:
        """F1: the articles that govern what is on the screen."""
        if self.desk.ready:
            self._show_articles(self.current().governing())

    def _show_articles(self, cites: "tuple[Cite, ...]") -> None:
        from desktop.screens.window.article import ArticleDialog

        ArticleDialog(self.desk, cites, parent=self).exec()

    def show_reasoning(self) -> None:
        """Shift+F1: how the finding shown or chosen on the screen came about."""
        if self.desk.ready:
            self._show_reasoning(self.current().reasoned())

    def _show_reasoning(self, finding: "Finding | None") -> None:
        """A record followed from there is shown once every dialog over the window has been left."""
        if finding is None:
            self.desk.toast(NOTHING_JUDGED)
            return
        from desktop.domain.refusal import Refusal
        from desktop.screens.compliance.reasoning import ReasoningDialog

        try:
            dialog = ReasoningDialog(self.desk, finding, parent=self)
        except Refusal:
            self.desk.tell("Cách tính", NOT_RECORDED)
            return
        dialog.exec()
        if dialog.way and self._leave_dialogs():
            self.show_place(*dialog.way)

    @staticmethod
    def _leave_dialogs() -> bool:
        """Close what is open over the window, the last opened first; False where the clerk stays in one."""
        while isinstance(shown := QApplication.activeModalWidget(), QDialog):
            shown.reject()
            if shown.isVisible():
                return False
        return True

    # Ctrl+K and the menu behind Alt

    def commands(self) -> tuple[Command, ...]:
        """Every command there is now: the screens, the program's, and those of the screen shown."""
        go = tuple(
            Command(f"go.{place.key}", place.text, partial(self.show_place, place.key), f"Ctrl+{key}",
                    place.icon, "Xem")
            for key, place in zip(KEYS, PLACES, strict=True)
        )  # fmt: skip
        own = (
            Command("plan", "Xếp lịch hội nghị", self.desk.plan, "", "mdi6.calendar-plus", "Việc"),
            Command("absence", "Ghi đi vắng…", partial(self.show_place, "absences", "new"), "",
                    "mdi6.account-clock-outline", "Việc"),
            Command("assignment", "Phân công…", partial(self.show_place, "assignments", "new"), "",
                    "mdi6.account-plus-outline", "Việc"),
            Command("task", "Giao nhiệm vụ…", partial(self.show_place, "assignments", "new-task"), "",
                    "mdi6.clipboard-list-outline", "Việc"),
            Command("programme", "Lập chương trình…", partial(self.show_place, "programmes", "new-programmes"), "",
                    "mdi6.clipboard-list-outline", "Việc"),
            Command("propose", "Đề xuất lịch họp năm…", partial(self.show_place, "programmes", "propose"), "",
                    "mdi6.calendar-plus", "Việc"),
            Command("contrary", "Chỗ ghi trái nhau", self._contrary, "", "mdi6.not-equal-variant", "Việc"),
            Command("undo", "Hoàn tác", self._undo, "Ctrl+Z", "mdi6.undo", "Việc"),
            Command("redo", "Làm lại", self._redo, "Ctrl+Y", "mdi6.redo", "Việc"),
            Command("article", "Điều quy định", self.show_governing, "F1", "mdi6.book-open-variant", "Trợ giúp"),
            Command("reasoning", "Cách tính kết quả đối chiếu", self.show_reasoning, "Shift+F1",
                    "mdi6.calculator-variant-outline", "Trợ giúp"),
            Command("settings", "Cài đặt", lambda: self.show_place("settings"), "", SETTINGS.icon, "Tệp"),
        )  # fmt: skip
        here = self.current().commands()
        named = {command.text for command in here}
        shown = self.desk.file.path if self.desk.ready else None
        opening = offices.commands(self.desk.state, shown, self.office_asked.emit)
        others = (command for command in own if command.text not in named)
        return (*here, *others, *self.extra_commands, *opening, *go)

    def open_palette(self) -> None:
        if not self.desk.ready:
            return
        if self._palette is None:
            from desktop.qt.palette import Palette

            central = self.centralWidget()
            assert central is not None
            self._palette = Palette(central, self._find)
        self._palette.open()

    @property
    def palette_box(self) -> "Palette | None":
        return self._palette

    def _find(self, text: str) -> "list[Found]":
        from desktop import vi
        from desktop.qt.palette import Found

        words = vi.fold(text).split()
        lines = [
            Found(command.text, command.run, kind="Lệnh", key=command.shortcut, icon=command.icon)
            for command in self.commands()
            if command.enabled and all(f" {word}" in f" {vi.fold(command.text)}" for word in words)
        ]
        if not words:
            return lines
        found = [
            Found(hit.title, partial(self.show_place, hit.place, hit.record), hit.second, hit.kind,
                  icon=_SEARCH_ICON.get(hit.kind, ""))
            for hit in self._search_index().find(text)
        ]  # fmt: skip
        return [*found, *lines]

    def _search_index(self) -> "Index":
        if self._index is None:
            from desktop.usecases.office.search import Index

            papers = self.desk.searching.ready()
            if papers is None:  # a large office: its documents are found from the next letter on
                self.desk.searching.ask(self._drop_index)
            self._index = Index(self.desk.facts, papers)
        return self._index

    def _drop_index(self, _papers: object) -> None:
        self._index = None

    def _fill_menu_bar(self) -> None:
        bar = self.menuBar()
        bar.clear()
        menus: dict[str, QMenu] = {}
        for name in ("Tệp", "Xem", "Việc", "Trợ giúp"):
            menus[name] = bar.addMenu(name)
        for command in self.commands():
            fill_menu(menus.get(command.group, menus["Việc"]), command)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key no field took is that of a command of the screen shown, if one bears it."""
        self._alt = event.key() == Qt.Key.Key_Alt and not event.isAutoRepeat()
        pressed = QKeySequence(event.keyCombination()) if event.modifiers() else None
        for command in self.current().commands() if pressed and self.desk.ready else ():
            if command.shortcut and command.enabled and QKeySequence(command.shortcut) == pressed:
                command.run()
                return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Alt and self._alt and self.desk.ready:
            self._toggle_menu_bar()
        self._alt = False
        super().keyReleaseEvent(event)

    def _toggle_menu_bar(self) -> None:
        """Alt alone shows the menus, and hides them again."""
        bar = self.menuBar()
        if bar.isVisible() and bar.actions():
            bar.hide()
            self.current().setFocus()
            return
        self._fill_menu_bar()
        bar.show()
        bar.setActiveAction(bar.actions()[0])

    # the window itself

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = Width.of(self.width())
        single = width is Width.SINGLE
        self.rail.set_slim(width <= Width.NARROW, low=self.height() < 500)
        self.status.set_single(single)
        self.progress.setGeometry(0, 0, self._area.width(), 3)
        self.toast.place()
        for screen in self._screens.values():
            screen.set_width(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._turn_day()

    def _turn_day(self) -> None:
        """Also by the minute: a window left in front all night or through a sleep hears of it from nothing else."""
        if self.desk.ready:
            self.desk.turn_day()

    def closeEvent(self, event: QCloseEvent) -> None:
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()  # whatever was typed last is saved on leaving its field
        self.desk.tasks.wait()
        self.desk.state.put("window", [self.width(), self.height(), self.window().isMaximized()])
        super().closeEvent(event)
