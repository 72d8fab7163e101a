"""Quy chế riêng: the office's own regulation beside the shipped one it is made from, checked line by line."""

from functools import partial

from PySide6.QtWidgets import QStackedWidget

from desktop import vi
from desktop.domain.findings import Cite
from desktop.qt.boxes import column, holder, label
from desktop.qt.buttons import Button
from desktop.qt.commands import Command
from desktop.qt.fields import Combo
from desktop.qt.pages import EmptyState, SegmentRow
from desktop.qt.table import Column, GroupRow, Table
from desktop.screens.base.desk import Desk
from desktop.screens.base.screen import Width
from desktop.screens.base.tab import DirectoryTab, grouped, halves, keep_chosen, narrow, search_field
from desktop.screens.regulations.change import ChangeDialog
from desktop.screens.regulations.own_dialogs import NewProfileDialog, TitleDialog, attach_text
from desktop.screens.regulations.own_panel import OwnPanel
from desktop.usecases.regulations import own_profile, own_profile_edits
from desktop.usecases.regulations.own_profile import OPEN, STATE, Head, OwnRow

SEGMENTS = (
    ("", "Tất cả"),
    ("open", "Chưa đối chiếu"),
    ("own", "Đã ghi"),
    ("silent", "Không quy định"),
    ("absent", "Mẫu không có"),
)
NONE = "Lập từ quy chế có sẵn gần nhất, rồi ghi con số và điều, khoản của đơn vị vào từng nội dung."


def _base_article(row: OwnRow) -> str:
    return vi.cite(row.base_cite) if row.base_cite else ""


def _own_value(row: OwnRow) -> str:
    return row.own[0].value if row.own else ""


def _own_line(row: OwnRow) -> str:
    """The values from later days, else how far the parameter has been checked."""
    later = [f"{each.since}: {each.value}" for each in row.own[1:]]
    return "; ".join(later) or STATE[row.state]


def _own_tip(row: OwnRow) -> str:
    return f"{row.value}\n{STATE[row.state]}" if row.own else STATE[row.state]


def _state_tone(row: OwnRow) -> str:
    return "unclear" if row.state in OPEN else "text3"


LETTERS = {Width.WIDE: 41, Width.MIDDLE: 40, Width.NARROW: 50, Width.SINGLE: 40}
"""How many letters of a sentence stand in a line, for each width of the window."""


def columns(letters: int) -> tuple[Column, ...]:
    first, rest = halves(letters, lambda row: row.means)
    return (
        Column("Nội dung", first, second=rest, second_tone="text", caption=True, tip=lambda r: r.means),
        Column("Quy chế mẫu", lambda r: r.base if r.base_cite else "", width=132, second=_base_article, drop=1,
               tone="text2", tip=lambda r: r.base),
        Column("Quy chế đơn vị", _own_value, width=198, second=_own_line,
               second_tone=_state_tone, tip=_own_tip),
        Column("Điều", lambda r: r.article, width=124, tone="accent", tip=lambda r: r.article),
    )  # fmt: skip


class OwnTab(DirectoryTab):
    """Nothing is asked at once: what is not yet checked is judged as in the base, and says so wherever it is cited."""

    key = "own"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.which = narrow(Combo("", name="Quy chế của đơn vị"), 170)
        self.search = search_field("Tìm nội dung, điều", 150)
        self.only = SegmentRow(SEGMENTS, name="Nội dung nào", small=True)
        self.facts_line = label("", "second", wrap=True)
        self.table = Table(
            columns(LETTERS[Width.WIDE]), name="Quy chế của đơn vị", row_height=42, least=285, memory=desk.state,
            empty="Không có nội dung nào khớp.",
        )  # fmt: skip
        self.begin_button = Button("Lập quy chế của đơn vị…", icon="mdi6.plus", kind="primary", run=self.begin)
        self.none = EmptyState(
            "mdi6.book-account-outline", "Chưa có quy chế của đơn vị", NONE, primary=self.begin_button
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(holder(column(self.facts_line, (self.table, 1), gap=8)))
        self.stack.addWidget(self.none)
        self.panel = OwnPanel(desk, self.band)
        self.side.add(self.panel, bare=True)
        self.lay_out(self.stack, self.which, self.search, self.only)
        self.spare = (self.search,)
        self._heads: tuple[Head, ...] = ()
        self._connect()

    def _connect(self) -> None:
        self.which.saved.connect(lambda _ident: self.refresh())
        self.search.line.textChanged.connect(self._list)
        self.only.chosen.connect(self._list)
        self.table.chosen.connect(self._show)
        self.table.opened.connect(self._open)

    def refresh(self) -> None:
        self._heads = own_profile.heads(self.desk.facts)
        self.which.set_options([(head.id, head.title) for head in self._heads])
        head = self.head()
        self._show_which()
        if head:
            self.which.set_value(head.id)
            self.facts_line.setText(_facts(head))
        self.stack.setCurrentIndex(0 if head else 1)
        for widget in (self.which, self.search, self.only):
            widget.setEnabled(bool(head))
        self._list()

    def _show_which(self) -> None:
        """Where there is but one, nothing is to be chosen."""
        self.which.setVisible(len(self._heads) > 1 and self._width is not Width.SINGLE)

    def head(self) -> Head | None:
        chosen = [head for head in self._heads if head.id == self.which.value()]
        return next(iter((*chosen, *self._heads)), None)

    def _list(self, _changed: object = None) -> None:
        head = self.head()
        if head is None:
            self.table.set_rows(())
            self._show(None)
            return
        place = self.table.currentIndex().row()
        only, text = self.only.current(), self.search.line.text()
        rows = own_profile.rows(self.desk.facts, head.id, text=text, only=only)
        self.table.set_rows(grouped(rows, lambda row: row.topic))
        if self.table.current() is None:
            self._choose_near(place)
        self._show(self.table.current())

    def _choose_near(self, place: int) -> None:
        """Where the chosen line has left the list, go on with the one that took its place."""
        rows = [row for row in self.table.rows()[max(place, 0) :] if not isinstance(row, GroupRow)]
        if rows:
            self.table.select(rows[0].id)
        keep_chosen(self.table)

    def _show(self, row: OwnRow | None) -> None:
        head = self.head()
        self.side.set_title(row.topic if row else "Quy chế của đơn vị")
        self.panel.show_row(head.id if head else "", row if head else None)

    def _open(self, _row: object) -> None:
        self.show_side()
        self.panel.cite.setFocus()

    def set_width(self, width: Width) -> None:
        super().set_width(width)
        self.facts_line.setVisible(width >= Width.NARROW)
        self._show_which()
        row: OwnRow | None = self.table.current()
        self.table.set_columns(columns(LETTERS[width]))
        if row:
            self.table.select(row.id)

    # what can be done

    def begin(self) -> None:
        dialog = NewProfileDialog(self.desk, parent=self)
        if dialog.exec():
            self.which.set_value(dialog.made)
            self.refresh()

    def attach(self) -> None:
        head = self.head()
        if head:
            attach_text(self.desk, head.id, self, self.band)

    def rename(self) -> None:
        head = self.head()
        if head:
            TitleDialog(self.desk, head, parent=self).exec()

    def remove(self) -> None:
        head = self.head()
        if head:
            change = partial(own_profile_edits.remove, facts=self.desk.facts, ident=head.id)
            if self.desk.do(f"Bỏ {head.title}", change, band=self.band):
                self.desk.toast(f"Đã bỏ {head.title}", undo=True)

    def take_into_use(self) -> None:
        head = self.head()
        if head:
            ChangeDialog(self.desk, profile=head.id, parent=self).exec()

    def primary(self) -> Button:
        return Button("Lập quy chế của đơn vị…", icon="mdi6.plus", kind="primary", run=self.begin)

    def secondary(self) -> tuple[Button, ...]:
        return (
            Button("Kèm văn bản…", icon="mdi6.file-document-outline", run=self.attach),
            Button("Áp dụng từ ngày…", icon="mdi6.book-open-variant", run=self.take_into_use),
        )

    def more(self) -> tuple[Command, ...]:
        return (
            Command("own.rename", "Sửa tên quy chế đang xem…", self.rename, group="Danh mục"),
            Command("own.remove", "Bỏ quy chế đang xem", self.remove, group="Danh mục"),
        )

    def commands(self) -> tuple[Command, ...]:
        return (
            Command("own.begin", "Lập quy chế của đơn vị…", self.begin, group="Danh mục"),
            Command("own.attach", "Kèm văn bản quy chế…", self.attach, group="Danh mục"),
            Command("own.use", "Áp dụng quy chế của đơn vị từ ngày…", self.take_into_use, group="Danh mục"),
            *self.more(),
        )

    def governing(self) -> tuple[Cite, ...]:
        row: OwnRow | None = self.table.current()
        return (row.base_cite,) if row and row.base_cite else ()

    def select(self, record_id: str) -> None:
        self.table.select(record_id)


def _facts(head: Head) -> str:
    """How far it has been checked, what it was made from, since when it is in use."""
    used = f"áp dụng từ {', '.join(map(vi.day, head.used_from))}" if head.used_from else "chưa áp dụng"
    text = "đã kèm văn bản" if head.text else "chưa kèm văn bản"
    return f"{head.title}: đã đối chiếu {head.checked}/{head.of} nội dung · mẫu: {head.base} · {used} · {text}"
