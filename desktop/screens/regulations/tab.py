"""The regulations in force: every parameter with its value and article, the office's own values, the silences."""

from functools import partial
from typing import ClassVar

from desktop import vi
from desktop.domain.findings import Cite
from desktop.qt.buttons import Button
from desktop.qt.commands import Command
from desktop.qt.dialog import ask
from desktop.qt.model import Column, GroupRow
from desktop.screens.base.filters import Choice, Search, Segments
from desktop.screens.base.record_tab import Begin, Listed, RecordTab
from desktop.screens.base.screen import Width
from desktop.screens.base.tab import grouped, halves
from desktop.screens.regulations.change import ChangeDialog
from desktop.screens.regulations.parameter import ParameterPanel
from desktop.screens.regulations.use import OdditiesDialog
from desktop.usecases.regulations import ruleset
from desktop.usecases.regulations.ruleset import ParameterRow, UseRow


def _article(row: ParameterRow) -> str:
    return vi.cite(row.cite) if row.cite else ""


def _source(row: ParameterRow) -> str:
    return vi.BY_OFFICE if row.overridden else vi.UNCHECKED if row.cite and row.cite.unchecked else ""


def _tone(row: ParameterRow) -> str:
    return "text2" if row.cite is None else "text"


def _place(row: ParameterRow) -> str:
    """What the article's second line holds: point, paragraph, dash."""
    at = row.cite.at if row.cite else None
    return " ".join(part for part in (at.point, at.paragraph, at.dash) if part) if at else ""


def _article_line(row: ParameterRow) -> str:
    at = row.cite.at if row.cite else None
    return " ".join(part for part in (at.article, at.clause) if part) if at else ""


LETTERS = {Width.WIDE: 74, Width.MIDDLE: 70, Width.NARROW: 74, Width.SINGLE: 40}
"""How many letters of a sentence stand in a line, for each width of the window."""


def columns(letters: int) -> tuple[Column, ...]:
    first, rest = halves(letters, lambda row: row.means)
    return (
        Column("Nội dung", first, second=rest, second_tone="text", caption=True, tip=lambda r: r.means),
        Column("Mức quy định", lambda r: r.value, width=150, second=_source, tone=_tone, tip=lambda r: r.value),
        Column("Điều", _article_line, width=128, second=_place, second_tone="accent", link=True, tip=_article),
    )


SEGMENTS = (("", "Tất cả"), ("own", "Của đơn vị"), ("silent", "Không quy định"), ("reading", "Tra cứu"))

DROP = (
    "{title} thôi áp dụng cho đơn vị từ đầu; mọi đánh giá trong thời gian ấy được xét lại theo quy chế trước đó. "
    "Chỉ bỏ khi nhập nhầm."
)


class RegulationTab(RecordTab[ParameterRow]):
    """The regulation in force today is shown first; another may be chosen."""

    key = "regulation"
    FILTERS: ClassVar = {"use": Choice("Quy chế", 290, least=Width.NARROW)}
    SEARCH = Search("Tìm nội dung", 126)
    SEGMENTS = Segments("Nội dung nào", SEGMENTS)
    TABLE = Listed("Nội dung quy chế", "Không có nội dung nào khớp.", least=480)
    FITTED = True
    BEGIN = Begin("Áp dụng quy chế khác…", icon="mdi6.book-open-variant")
    UNCHOSEN = "Chưa chọn nội dung nào"

    def make(self) -> None:
        self.panel = ParameterPanel(self.desk)
        self.side.add(self.panel, bare=True)
        self._uses: tuple[UseRow, ...] = ()
        self.table.linked.connect(lambda row, _column: self.desk.show_article(row.cite) if row.cite else None)

    def columns(self) -> tuple[Column, ...]:
        return columns(LETTERS[self._width])

    def _offer(self) -> None:
        """Who looked at the regulation in force goes on looking at it, when it was listed again from today."""
        before = self._use()
        self._uses = ruleset.uses(self.desk.facts, self.desk.today)
        waiting = [(words, words) for words in ruleset.not_yet(self.desk.facts)]
        self.filters["use"].set_options([*((use.id, _title(use)) for use in self._uses), *waiting])
        now = next((use for use in self._uses if use.now), None)
        shown = now if before and before.now and now else self._use()
        if shown:
            self.filters["use"].set_value(shown.id)

    def _use(self) -> UseRow | None:
        """The regulation chosen, else the one in force today, else the latest; None for one that holds from no day."""
        if self.filters["use"].value() in ruleset.not_yet(self.desk.facts):
            return None
        chosen = [use for use in self._uses if use.id == self.filters["use"].value()]
        now = [use for use in self._uses if use.now]
        return next(iter((*chosen, *now, *self._uses)), None)

    def rows(self) -> tuple[ParameterRow | GroupRow, ...]:
        self._offer()
        use = self._use()
        if use is None:
            return ()
        day = max(use.from_, min(self.desk.today, use.to or self.desk.today))
        rows = ruleset.parameters(use.in_force, day, text=self.filters.text(), only=self.only.current())
        return grouped(rows, lambda row: row.topic)

    def show_row(self, one: ParameterRow | None) -> None:
        self.side.set_title(one.topic if one else self.UNCHOSEN)
        self.panel.show_row(one, self._use() if one else None)

    def governing(self) -> tuple[Cite, ...]:
        row = self.current()
        return (row.cite,) if row and row.cite else ()

    def select(self, record_id: str) -> None:
        self.table.select(record_id)

    def secondary(self) -> tuple[Button, ...]:
        return (
            Button("Điểm lưu ý của văn bản", icon="mdi6.alert-circle-outline", run=self.show_oddities),
            Button("Sửa đổi từ ngày…", icon="mdi6.file-document-edit-outline", run=self.amend),
        )

    def more(self) -> tuple[Command, ...]:
        return (Command("directory.drop-regulation", "Bỏ quy chế đang xem", self.drop, group="Danh mục"),)

    def commands(self) -> tuple[Command, ...]:
        return (
            *self.more(),
            Command("directory.take-regulation", "Áp dụng quy chế khác…", self.begin, group="Danh mục"),
            Command("directory.amend-regulation", "Sửa đổi quy chế từ ngày…", self.amend, group="Danh mục"),
            Command("directory.oddities", "Điểm lưu ý của văn bản quy chế", self.show_oddities, group="Danh mục"),
        )

    def begin(self) -> None:
        ChangeDialog(self.desk, parent=self).exec()

    def amend(self) -> None:
        ChangeDialog(self.desk, amend=True, parent=self).exec()

    def drop(self) -> None:
        """Take a regulation entered by mistake out of the office's list."""
        use = self._use()
        if use:
            what = f"Bỏ quy chế áp dụng từ {vi.day(use.from_)}"
            if not ask(self, what, DROP.format(title=_title(use)), "Bỏ quy chế"):
                return
            change = partial(ruleset.end_use, facts=self.desk.facts, from_=use.from_)
            if self.desk.do(what, change, band=self.band):
                self.desk.toast(f"Đã bỏ quy chế áp dụng từ {vi.day(use.from_)}", undo=True)

    def show_oddities(self) -> None:
        use = self._use()
        if use:
            OdditiesDialog(use, parent=self).exec()


def _title(use: UseRow) -> str:
    span = f"từ {vi.day(use.from_)}" + (f" đến {vi.day(use.to)}" if use.to else "")
    profile = use.in_force.profile
    return f"{profile.title if profile.described else profile.committee}, {span}"
