"""The regulations in force: every parameter with its value and article, the office's own values, the silences."""

from functools import partial

from desktop import vi
from desktop.domain.findings import Cite
from desktop.qt.buttons import Button
from desktop.qt.commands import Command
from desktop.qt.dialog import ask
from desktop.qt.fields import Combo
from desktop.qt.pages import SegmentRow
from desktop.qt.table import Column, Table
from desktop.screens.base.desk import Desk
from desktop.screens.base.screen import Width
from desktop.screens.base.tab import DirectoryTab, grouped, halves, keep_chosen, narrow, search_field
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


class RegulationTab(DirectoryTab):
    """The regulation in force today is shown first; another may be chosen."""

    key = "regulation"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.use = narrow(Combo("", name="Quy chế"), 290)
        self.search = search_field("Tìm nội dung", 126)
        self.only = SegmentRow(SEGMENTS, name="Nội dung nào")
        self.table = Table(
            columns(LETTERS[Width.WIDE]),
            name="Nội dung quy chế",
            row_height=42,
            least=480,
            empty="Không có nội dung nào khớp.",
            memory=desk.state,
        )
        self.panel = ParameterPanel(desk)
        self.side.add(self.panel, bare=True)
        self.lay_out(self.table, self.use, self.search, self.only)
        self.spare = (self.use,)
        self._uses: tuple[UseRow, ...] = ()
        self._connect()

    def _connect(self) -> None:
        self.use.saved.connect(self._list)
        self.search.line.textChanged.connect(self._list)
        self.only.chosen.connect(self._list)
        self.table.chosen.connect(self._show)
        self.table.opened.connect(self.show_side)
        self.table.linked.connect(lambda row, _column: self.desk.show_article(row.cite) if row.cite else None)

    def refresh(self) -> None:
        """Who looked at the regulation in force goes on looking at it, when it was listed again from today."""
        before = self._use()
        self._uses = ruleset.uses(self.desk.facts, self.desk.today)
        waiting = [(words, words) for words in ruleset.not_yet(self.desk.facts)]
        self.use.set_options([*((use.id, _title(use)) for use in self._uses), *waiting])
        now = next((use for use in self._uses if use.now), None)
        shown = now if before and before.now and now else self._use()
        if shown:
            self.use.set_value(shown.id)
        self._list()

    def _use(self) -> UseRow | None:
        """The regulation chosen, else the one in force today, else the latest; None for one that holds from no day."""
        if self.use.value() in ruleset.not_yet(self.desk.facts):
            return None
        chosen = [use for use in self._uses if use.id == self.use.value()]
        now = [use for use in self._uses if use.now]
        return next(iter((*chosen, *now, *self._uses)), None)

    def _list(self, _changed: object = None) -> None:
        use = self._use()
        if use:
            day = max(use.from_, min(self.desk.today, use.to or self.desk.today))
            rows = ruleset.parameters(use.in_force, day, text=self.search.line.text(), only=self.only.current())
            self.table.set_rows(grouped(rows, lambda row: row.topic))
            keep_chosen(self.table)
        else:
            self.table.set_rows(())
        self._show(self.table.current())

    def _show(self, row: ParameterRow | None) -> None:
        use = self._use()
        self.side.set_title(row.topic if row else "Chưa chọn nội dung nào")
        self.panel.show_row(row, use if row else None)

    def set_width(self, width: Width) -> None:
        super().set_width(width)
        row: ParameterRow | None = self.table.current()
        self.table.set_columns(columns(LETTERS[width]))
        if row:
            self.table.select(row.id)

    def governing(self) -> tuple[Cite, ...]:
        row: ParameterRow | None = self.table.current()
        return (row.cite,) if row and row.cite else ()

    def select(self, record_id: str) -> None:
        self.table.select(record_id)

    def primary(self) -> Button:
        return Button("Áp dụng quy chế khác…", icon="mdi6.book-open-variant", kind="primary", run=self.take_into_use)

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
            Command("directory.take-regulation", "Áp dụng quy chế khác…", self.take_into_use, group="Danh mục"),
            Command("directory.amend-regulation", "Sửa đổi quy chế từ ngày…", self.amend, group="Danh mục"),
            Command("directory.oddities", "Điểm lưu ý của văn bản quy chế", self.show_oddities, group="Danh mục"),
        )

    def take_into_use(self) -> None:
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
