"""The three steps of starting an office; each says in one sentence what is missing and keeps what was typed."""

import datetime as dt
from collections.abc import Callable, Container
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.records import OfficeHead, RegulationUse
from desktop.domain.refusal import Refusal
from desktop.qt.boxes import STRETCH, column, label, row
from desktop.qt.buttons import Button
from desktop.qt.dialog import choose_file
from desktop.qt.fields import Combo, DateField, Field, RadioCards, TextField, form
from desktop.qt.notices import Band
from desktop.qt.tasks import Tasks
from desktop.screens.base.faults_dialog import KINDS, save_template
from desktop.screens.base.people_grid import PeopleGrid
from desktop.screens.base.reading import read_aside
from desktop.screens.directory.import_people import rest_of
from desktop.usecases.directory import office_head as office
from desktop.usecases.directory import people as people_list
from desktop.usecases.directory.people import Entry, PeopleRead, UnreadableList
from desktop.usecases.office import start
from desktop.usecases.regulations import ruleset


class StepPage(QWidget):
    """`check` raises `Refusal`; the field it names shows the sentence, else the band over the page does."""

    title = ""
    lead = ""

    def __init__(self) -> None:
        super().__init__()
        self.band = Band()
        self.fields: dict[str, Field[Any]] = {}

    def lay_out(self, *items: object) -> None:
        self.told_lead = label(self.lead, "second", wrap=True)
        head = column(label(self.title, "title"), self.told_lead, gap=4)
        self.setLayout(column(head, self.band, *items, gap=14, margins=(24, 20, 24, 16)))

    def begin(self) -> None:
        """Put the keyboard where the step begins."""
        next(iter(self.fields.values())).setFocus()

    def check(self) -> None:
        """Raise where the step cannot be left."""

    def passes(self) -> bool:
        """Whether the step can be left; if not, what is missing is shown."""
        self.band.clear()
        wrong = [field for field in self.fields.values() if not field.commit()]
        if wrong:
            wrong[0].setFocus()
            return False
        try:
            self.check()
        except Refusal as refusal:
            self.say(refusal)
            return False
        return True

    def say(self, refusal: Refusal) -> None:
        """Show a refusal under the field it names, else over the page."""
        field = self.fields.get(refusal.field)
        if field:
            field.set_error(refusal.sentence)
            field.setFocus()
        else:
            self.band.show_refusal(refusal.sentence)


class OfficePage(StepPage):
    """The names that stand on every paper; the symbol and the place are suggested from the committee's name."""

    title = "Cơ quan"
    lead = "Các tên này in trên đầu văn bản. Sửa được bất cứ lúc nào ở Danh mục."

    def __init__(self, today: dt.date) -> None:
        super().__init__()
        self.texts = {key: TextField(title) for key, title in office.FIELDS.items()}
        for key, example in EXAMPLES.items():
            self.texts[key].line.setPlaceholderText(example)
        self.kind = Combo(office.KIND, office.kinds(), empty="Theo tên gọi")
        self.term_from = DateField("Nhiệm kỳ từ ngày", today=today)
        self.term_to = DateField("đến hết ngày", today=today)
        self.fields = {**self.texts, "kind": self.kind, "term_from": self.term_from, "term_to": self.term_to}
        short = ((self.texts["place"], 2), (self.texts["symbol"], 1))
        term = ((self.texts["congress"], 1), (self.term_from, 1), (self.term_to, 1))
        above = (self.texts["superior"], self.texts["province"])
        self.lay_out(form(((self.texts["name"], 2), (self.kind, 1)), above, short, term), STRETCH)
        self._today = today
        self.texts["name"].saved.connect(self._suggest)
        self.kind.saved.connect(lambda _: self._hint())

    def _suggest(self, name: object) -> None:
        for key, text in start.suggested(str(name)).items():
            if not self.texts[key].value():
                self.texts[key].set_value(text)
        self._hint()

    def _hint(self) -> None:
        """How the name of the Party organisation above such a committee begins."""
        head = OfficeHead(name=self.texts["name"].value(), kind=self.kind.value() or "", regulations=())
        self.texts["superior"].line.setPlaceholderText(office.superiors(head, self._today) or EXAMPLES["superior"])

    def model(self) -> str:
        """The regulation offered to such a committee, as far as its level is known."""
        return office.model_of(self.texts["name"].value(), self.kind.value() or "")

    def lacking(self) -> frozenset[str]:
        return office.lacking(self.texts["name"].value(), self.kind.value() or "")

    def values(self) -> dict[str, str]:
        return {key: field.value() for key, field in self.texts.items()}

    def check(self) -> None:
        for key, text in self.values().items():
            office.checked_text(key, text)
        start.refuse_unserved(self.texts["name"].value())
        office.checked_term(self.term_from.value(), self.term_to.value())


EXAMPLES = {
    "name": "Đảng ủy xã Lùng Phình",
    "superior": "Đảng bộ tỉnh Lào Cai",
    "province": "Lào Cai",
    "place": "Lùng Phình",
    "symbol": "ĐU",
    "congress": "I",
}


class RegulationPage(StepPage):
    """The regulation that comes nearest to the office's own; every value can be changed afterwards."""

    title = "Quy chế làm việc"
    lead = "Chọn quy chế gần với quy chế của đơn vị nhất; chỗ nào khác thì sửa ở Danh mục, mục Quy chế."

    def __init__(
        self, today: dt.date, term_from: Callable[[], dt.date | None], model: Callable[[], str] = lambda: ""
    ) -> None:
        super().__init__()
        self._term_from, self._model, self._modelled = term_from, model, ""
        self._offered: dt.date | None = None
        self.profiles = ruleset.on_offer()
        cards = [(name, *ruleset.card_of(profile)) for name, profile in self.profiles.items()]
        self.profile = RadioCards("", cards, name="Quy chế làm việc")
        self.first = DateField("Đơn vị áp dụng từ ngày", today=today)
        self.kept_from = DateField(office.KEPT_FROM, today=today, placeholder="Đối chiếu mọi việc")
        self.kept_from.set_value(today)
        for day in (self.first, self.kept_from):
            day.setFixedWidth(300)
        self.fields = {"profile": self.profile, "from_": self.first, "kept_from": self.kept_from}
        told = label(f"{office.UNJUDGED}; sửa được ở Cài đặt.", "caption", wrap=True)
        days = column(row(self.first, self.kept_from, STRETCH, gap=16), told, gap=4)
        self.lay_out(self.profile, days, STRETCH)
        self.profile.saved.connect(self._suggest)

    def begin(self) -> None:
        """The model of the committee's own kind is chosen at first."""
        wanted = self._model()
        if self.profile.value() in (None, self._modelled) and wanted in self.profiles:
            self._modelled = wanted
            self.profile.set_value(wanted)
            self._suggest(wanted)
        super().begin()

    def _suggest(self, name: object) -> None:
        if self.first.value() in (None, self._offered) and name in self.profiles:
            known = (start.began(self.profiles[str(name)]), self._term_from())
            self._offered = max(filter(None, known), default=None)
            self.first.set_value(self._offered)

    def use(self) -> RegulationUse:
        """Raises `Refusal` where no regulation or no day is chosen."""
        return ruleset.checked_use(self.profile.value() or "", self.first.value(), self.profiles)

    def check(self) -> None:
        self.use()


_TYPED = "Gõ thẳng vào bảng, dán từ Word, Excel (Ctrl+V) hoặc nhập từ tệp Excel; Ctrl+Tab ra khỏi bảng."
_LED = "Đánh x vào BCH, BTV, UBKT; cột Thường trực ghi Bí thư, Phó Bí thư Thường trực hoặc Phó Bí thư."
_ALONE = "Đánh x vào BCH, UBKT; cột BCH ghi Bí thư, Phó Bí thư cho người giữ chức vụ ấy."


class PeoplePage(StepPage):
    """Typed, pasted out of Word or Excel, or read from a sheet; a faulty sheet leaves the grid as it was."""

    title = "Danh sách cấp ủy"
    lead = f"{_TYPED} {_LED}"
    read = Signal()

    def __init__(
        self, tasks: Tasks, first_day: Callable[[], dt.date], lacking: Callable[[], Container[str]] = frozenset
    ) -> None:
        super().__init__()
        self._tasks, self._first_day, self._lacking = tasks, first_day, lacking
        self.grid = PeopleGrid()
        self.from_excel = Button("Nhập từ Excel…", icon="mdi6.file-excel-outline", run=self.read_excel)
        self.template = Button("Lưu mẫu Excel…", run=lambda: save_template(self))
        self.told = label("", "second", wrap=True)
        self.told.hide()
        self.lay_out(row(self.from_excel, self.template, STRETCH), self.told, (self.grid, 1))

    def begin(self) -> None:
        lacking = self._lacking()
        self.grid.offer(lacking)
        self.told_lead.setText(f"{_TYPED} {_ALONE if 'thuong-truc' in lacking else _LED}")
        self.grid.begin()

    def read_excel(self) -> None:
        path = choose_file(self, "Nhập danh sách từ Excel", kinds=KINDS)
        if path:
            self.read_file(path)

    def read_file(self, path: Path) -> None:
        first = self._first_day()
        read_aside(
            self._tasks,
            self,
            path,
            lambda stop: people_list.read_people(path, start=first, stop=stop),
            self._fill,
            self._refused,
        )

    def _fill(self, read: PeopleRead) -> None:
        self.grid.replace(people_list.grid_of(read.entries))
        self.told.setText("\n".join(read.told))
        self.told.setVisible(bool(read.told))
        self.band.clear()
        self.begin()
        self.read.emit()

    def _refused(self, error: UnreadableList) -> None:
        if rest := rest_of(error, self):
            self._fill(rest)

    def entries(self) -> tuple[Entry, ...]:
        """Raises `UnreadableList` with the cells at fault marked."""
        return self.grid.entries(self._first_day())

    def check(self) -> None:
        office.started_people(people_list.fitted(self.entries(), self._lacking()))
