"""The first run: the office, its regulation, its people, and the file all of it is kept in."""

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.records import Office
from desktop.domain.refusal import Refusal
from desktop.qt.boxes import STRETCH, column, framed, label, row, scroll
from desktop.qt.buttons import Button
from desktop.qt.dialog import Dialog, choose_file
from desktop.qt.marks import Mark
from desktop.qt.tasks import Tasks
from desktop.sample.file import create_sample
from desktop.screens.window.wizard_steps import OfficePage, PeoplePage, RegulationPage, StepPage
from desktop.usecases.directory import office_head as office
from desktop.usecases.office import start

KINDS = "Tệp văn phòng (*.thuky)"
_NARROW = 800
NEXT, CREATE = "Tiếp tục", "Tạo văn phòng…"


class StepList(QWidget):
    """The steps at the left: done, at hand, still to come."""

    def __init__(self, titles: tuple[str, ...]) -> None:
        super().__init__()
        self._marks = [Mark(size=18) for _title in titles]
        self._numbers = [label(f"{number}", "faint") for number in range(1, len(titles) + 1)]
        self._titles = [label(title) for title in titles]
        for number in self._numbers:
            number.setFixedWidth(18)
        lines = [row(*parts, STRETCH, gap=6) for parts in zip(self._marks, self._numbers, self._titles, strict=True)]
        self.setLayout(column(label("Thư Ký", "section"), 8, *lines, STRETCH, gap=12, margins=(20, 22, 16, 16)))

    def show_step(self, at: int) -> None:
        for index, (mark, number, title) in enumerate(zip(self._marks, self._numbers, self._titles, strict=True)):
            mark.set("met" if index < at else "", "Đã xong" if index < at else "")
            mark.setVisible(index < at)
            number.setVisible(index >= at)
            title.set_role("strong" if index == at else "second")


class Wizard(Dialog):
    """`result_path` is the office file made, opened or copied from the sample; nothing is written before the end."""

    def __init__(
        self, path: Path, *, clock: Callable[[], dt.datetime], who: str = "", parent: QWidget | None = None
    ) -> None:
        self.back = Button("Quay lại", run=self.go_back)
        self.sample = Button("Mở văn phòng mẫu", run=self.open_sample)
        self.other = Button("Mở tệp khác…", run=self.open_other)
        super().__init__("Lập văn phòng mới", primary=NEXT, close="Đóng", others=(self.sample, self.other, self.back),
                         parent=parent, bare=True)  # fmt: skip
        self._path, self._clock, self._who = path, clock, who
        self._tasks = Tasks(self)
        self.result_path: Path | None = None
        today = clock().date()
        self.office_page = OfficePage(today)
        self.regulation_page = RegulationPage(today, self.office_page.term_from.value, self.office_page.model)
        self.people_page = PeoplePage(self._tasks, self.first_day, self.office_page.lacking)
        self.pages: tuple[StepPage, ...] = (self.office_page, self.regulation_page, self.people_page)
        self.steps = StepList(tuple(page.title for page in self.pages))
        self.stack = QStackedWidget()
        self._lay_out()
        self.show_step(0)

    def _lay_out(self) -> None:
        for page in self.pages:
            self.stack.addWidget(scroll(page))
        self.rail = framed(column(self.steps, gap=0), "rail")
        self.rail.setFixedWidth(200)
        self.body.addLayout(row(self.rail, (self.stack, 1), gap=0))
        self.setMinimumSize(480, 300)
        self.set_size(1280, 660)

    def first_day(self) -> dt.date:
        """The first day of seats whose line names none: the term's, else the regulation's, else today."""
        term, regulation = self.office_page.term_from.value(), self.regulation_page.first.value()
        return term or regulation or self._clock().date()

    def step(self) -> int:
        return self.stack.currentIndex()

    def show_step(self, at: int) -> None:
        self.stack.setCurrentIndex(at)
        self.steps.show_step(at)
        self.back.setVisible(at > 0)
        self.sample.setVisible(at == 0)
        self.other.setVisible(at == 0)
        self.primary.setText(CREATE if at == len(self.pages) - 1 else NEXT)
        self.foot_note(f"Bước {at + 1}/{len(self.pages)}")
        self.pages[at].begin()

    def go_back(self) -> None:
        self.show_step(max(0, self.step() - 1))

    def accept(self) -> None:
        """Leave the step if it can be left; after the last one, ask where the file is kept."""
        if not self.pages[self.step()].passes():
            return
        if self.step() < len(self.pages) - 1:
            self.show_step(self.step() + 1)
            return
        with suppress(OSError):  # or the system's dialog would begin elsewhere
            self._path.parent.mkdir(parents=True, exist_ok=True)
        path = choose_file(self, "Lưu tệp văn phòng", save=True, name=str(self._suggested_path()), kinds=KINDS)
        if path:
            self.make_file(path.with_suffix(start.SUFFIX))

    def _suggested_path(self) -> Path:
        return self._path.with_name(f"{self.office_page.texts['name'].value().replace('/', '-')}{start.SUFFIX}")

    def make_file(self, path: Path) -> None:
        """Make the office file there; a refusal is shown on the page and nothing is left behind."""
        try:
            start.create_file(path, self._office(), clock=self._clock, who=self._who)
        except Refusal as refusal:
            self.pages[self.step()].say(refusal)
            return
        self._done(path)

    def _office(self) -> Office:
        use = self.regulation_page.use()
        return office.start_office(
            texts=self.office_page.values(),
            term_from=self.office_page.term_from.value(),
            term_to=self.office_page.term_to.value(),
            profile=use.profile,
            from_=use.from_,
            entries=self.people_page.entries(),
            profiles=self.regulation_page.profiles,
            kept_from=self.regulation_page.kept_from.value(),
            kind=self.office_page.kind.value() or "",
        )

    def open_sample(self) -> None:
        try:
            self._done(create_sample(self._path.parent, clock=self._clock, who=self._who))
        except Refusal as refusal:
            self.pages[self.step()].say(refusal)

    def open_other(self) -> None:
        path = choose_file(self, "Mở tệp văn phòng", name=str(self._path.parent), kinds=KINDS)
        if path:
            self._done(path)

    def holds_work(self) -> bool:
        return super().holds_work() or self.people_page.grid.touched

    def _done(self, path: Path) -> None:
        self.result_path = path
        super().accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.setVisible(self.width() >= _NARROW)

    def done(self, result: int) -> None:
        self._tasks.end()
        super().done(result)
