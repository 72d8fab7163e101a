"""Quy chế riêng: the office's own regulation beside the shipped one it is made from, checked line by line."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop import vi
from desktop.domain.findings import Cite
from desktop.qt.boxes import STRETCH, column, holder, label
from desktop.qt.boxes import row as line
from desktop.qt.buttons import Button, KeyHint
from desktop.qt.commands import Command
from desktop.qt.model import Column, GroupRow
from desktop.screens.base.filters import Choice, Search, Segments
from desktop.screens.base.record_tab import Begin, Listed, Nothing, RecordTab
from desktop.screens.base.screen import Width
from desktop.screens.base.tab import grouped, halves, keep_chosen
from desktop.screens.regulations.beside import BesideDialog
from desktop.screens.regulations.change import ChangeDialog
from desktop.screens.regulations.confirming import ConfirmPage
from desktop.screens.regulations.follow import follow
from desktop.screens.regulations.own_dialogs import NewProfileDialog, PasteDialog, TitleDialog, attach_text
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


def _base_article(row: OwnRow) -> str:
    return vi.cite(row.base_cite) if row.base_cite else ""


def _base(row: OwnRow) -> str:
    return row.base if row.base_cite else ""


def _own_value(row: OwnRow) -> str:
    return row.own[0].value if row.own else row.read_value


def _own_line(row: OwnRow) -> str:
    """The values from later days, else how far the parameter has been checked."""
    later = [f"{each.since}: {each.value}" for each in row.own[1:]]
    return "; ".join(later) or STATE[row.state]


def _own_tip(row: OwnRow) -> str:
    return f"{row.value}\n{STATE[row.state]}" if row.own else STATE[row.state]


def _article(row: OwnRow) -> str:
    return row.article or row.read_article


def _state_tone(row: OwnRow) -> str:
    return "unclear" if row.state in OPEN else "text3"


LETTERS = {Width.WIDE: 41, Width.MIDDLE: 40, Width.NARROW: 50, Width.SINGLE: 40}
"""How many letters of a sentence stand in a line, for each width of the window."""


def columns(letters: int) -> tuple[Column, ...]:
    first, rest = halves(letters, lambda row: row.means)
    return (
        Column("Nội dung", first, second=rest, second_tone="text", caption=True, tip=lambda r: r.means),
        Column("Quy chế mẫu", _base, 132, _base_article, drop=1, tone="text2", tip=lambda r: r.base),
        Column("Quy chế đơn vị", _own_value, 198, _own_line, second_tone=_state_tone, tip=_own_tip),
        Column("Điều", _article, 124, tone="accent", tip=_article),
    )


class OwnTab(RecordTab[OwnRow]):
    """Nothing is asked at once: what is not yet checked is judged as in the base, and says so wherever it is cited."""

    key = "own"
    FILTERS: ClassVar = {"which": Choice("Quy chế của đơn vị", 170)}
    SEARCH = Search("Tìm nội dung, điều", 150, Width.NARROW)
    SEGMENTS = Segments("Nội dung nào", SEGMENTS, small=True)
    TABLE = Listed("Quy chế của đơn vị", "Không có nội dung nào khớp.", least=285)
    FITTED = True
    NOTHING = Nothing(
        "mdi6.book-account-outline",
        "Chưa có quy chế của đơn vị",
        "Lập từ quy chế có sẵn gần nhất, rồi ghi con số và điều, khoản của đơn vị vào từng nội dung.",
    )
    BEGIN = Begin("Lập quy chế của đơn vị…")
    UNCHOSEN = "Quy chế của đơn vị"

    def make(self) -> None:
        self.facts_line = label("", "second", wrap=True)
        keys = (("Enter", "đúng, sang nội dung sau"), ("K", "văn bản không quy định"))
        self.hints = holder(line(*(KeyHint(key, text) for key, text in keys), STRETCH, gap=14))
        self.table.keyed.connect(self._key)
        self.least[self.facts_line] = Width.NARROW
        self.panel = OwnPanel(self.desk, self.band)
        self.side.add(self.panel, bare=True)
        self._heads: tuple[Head, ...] = ()

    def lay_out(self, main: QWidget, *filters: QWidget) -> None:
        """The page Đối chiếu takes the place of the list and its panel."""
        super().lay_out(main, *filters)
        self.page = ConfirmPage(self.desk)
        self.page.hide()
        self.page.closed.connect(self.leave_page)
        held = self.layout()
        assert held is not None
        held.addWidget(self.page)

    def columns(self) -> tuple[Column, ...]:
        return columns(LETTERS[self._width])

    def sheet(self) -> QWidget:
        assert self.none
        self.stack = QStackedWidget()
        self.stack.addWidget(holder(column(self.facts_line, (self.table, 1), self.hints, gap=8)))
        self.stack.addWidget(self.none)
        return self.stack

    def _offer(self) -> None:
        self._heads = own_profile.heads(self.desk.facts)
        self.filters["which"].set_options([(head.id, head.title) for head in self._heads])
        head = self.head()
        self._show_which()
        if head:
            self.filters["which"].set_value(head.id)
            self.facts_line.setText(_facts(head))
        self.stack.setCurrentIndex(0 if head else 1)
        for widget in self.bar():
            widget.setEnabled(bool(head))
        self._place = self.table.currentIndex().row()

    def _show_which(self) -> None:
        """Where there is but one, nothing is to be chosen."""
        self.filters["which"].setVisible(len(self._heads) > 1 and self._width is not Width.SINGLE)

    def head(self) -> Head | None:
        chosen = [head for head in self._heads if head.id == self.filters["which"].value()]
        return next(iter((*chosen, *self._heads)), None)

    def rows(self) -> tuple[OwnRow | GroupRow, ...]:
        self._offer()
        head = self.head()
        if head is None:
            return ()
        rows = own_profile.rows(self.desk.facts, head.id, text=self.filters.text(), only=self.only.current())
        return grouped(rows, lambda row: row.topic)

    def any(self, found: bool) -> bool:
        return self.head() is not None

    def choose(self) -> None:
        """Where the chosen line has left the list, go on with the one that took its place."""
        rows = [row for row in self.table.rows()[max(self._place, 0) :] if not isinstance(row, GroupRow)]
        if rows:
            self.table.select(rows[0].id)
        keep_chosen(self.table)

    def show_row(self, one: OwnRow | None) -> None:
        head = self.head()
        self.side.set_title(one.topic if one else self.UNCHOSEN)
        self.panel.show_row(head.id if head else "", one if head else None)

    def open(self, one: OwnRow) -> None:
        """What was read is confirmed as it stands; anything else is gone into."""
        if one.state == "read":
            self._confirm(one, f"Xác nhận: {one.means}", own_profile_edits.accept)
            return
        self.show_side()
        self.panel.cite.setFocus()

    def _key(self, one: OwnRow, key: str) -> None:
        if key == "K" and one.state in OPEN:
            self._confirm(one, f"Không quy định: {one.means}", own_profile_edits.put_silent)

    def _confirm(self, one: OwnRow, what: str, change: Callable[..., object]) -> None:
        """Say it of the text, and go on to the next content that waits."""
        head, following = self.head(), self._following(one)
        if head and self.desk.do(
            what, partial(change, facts=self.desk.facts, ident=head.id, key=one.id), band=self.band
        ):
            self.table.select(following)

    def _following(self, one: OwnRow) -> str:
        """The next line that waits, round from the end to the beginning; the same where none does."""
        rows = [each for each in self.table.rows() if not isinstance(each, GroupRow)]
        return own_profile.next_waiting(rows, one.id)

    def set_width(self, width: Width) -> None:
        super().set_width(width)
        self.page.set_width(width)
        self._show_which()

    def refresh(self) -> None:
        """What is in sight: the list under the page is read again when it is gone back to."""
        if self.page.isVisibleTo(self):
            self.page.refresh()
        else:
            super().refresh()

    # The page beside the text

    def confirm(self) -> None:
        """Hold what was read against the text; where none is attached, that is asked for first."""
        head = self.head()
        if head and head.text is None:
            self.attach()
        elif head:
            self._turn(to_page=True)
            self.page.begin(head.id)

    def leave_page(self) -> None:
        self._turn(to_page=False)
        self.refresh()
        self.table.setFocus()

    def _turn(self, *, to_page: bool) -> None:
        self.split.setVisible(not to_page)
        self.page.setVisible(to_page)
        self.setFocusProxy(self.page if to_page else self.table)

    # what can be done

    def begin(self) -> None:
        dialog = NewProfileDialog(self.desk, parent=self)
        if dialog.exec():
            self.filters["which"].set_value(dialog.made)
            self.refresh()

    def attach(self) -> None:
        head = self.head()
        if head and attach_text(self.desk, head.id, self, self.band):
            self.confirm()

    def paste(self) -> None:
        head = self.head()
        if head:
            dialog = PasteDialog(self.desk, head.id, parent=self)
            dialog.exec()
            if dialog.kept:
                self.confirm()

    def follow(self) -> None:
        """Begin the one that takes the place of the one shown, or amends it, from its text."""
        head = self.head()
        if head:
            follow(self.desk, head, self, self.band, self.show_made)

    def show_made(self, made: str) -> None:
        self.filters["which"].set_value(made)
        self.refresh()

    def compare(self) -> None:
        head = self.head()
        if head:
            BesideDialog(self.desk, head.id, parent=self).exec()

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

    def secondary(self) -> tuple[Button, ...]:
        return (
            Button("Kèm văn bản…", icon="mdi6.file-document-outline", run=self.attach),
            Button("Đối chiếu", icon="mdi6.file-document-check-outline", run=self.confirm),
            Button("Áp dụng từ ngày…", icon="mdi6.book-open-variant", run=self.take_into_use),
        )

    def more(self) -> tuple[Command, ...]:
        return (
            Command("own.paste", "Dán văn bản quy chế…", self.paste, group="Danh mục"),
            Command("own.follow", "Lập từ quy chế đang xem…", self.follow, group="Danh mục"),
            Command("own.compare", "So với quy chế trước…", self.compare, group="Danh mục"),
            Command("own.rename", "Sửa tên, cách xét của quy chế đang xem…", self.rename, group="Danh mục"),
            Command("own.remove", "Bỏ quy chế đang xem", self.remove, group="Danh mục"),
        )

    def commands(self) -> tuple[Command, ...]:
        return (
            Command("own.begin", "Lập quy chế của đơn vị…", self.begin, group="Danh mục"),
            Command("own.attach", "Kèm văn bản quy chế…", self.attach, group="Danh mục"),
            Command("own.confirm", "Đối chiếu quy chế của đơn vị với văn bản", self.confirm, group="Danh mục"),
            Command("own.use", "Áp dụng quy chế của đơn vị từ ngày…", self.take_into_use, group="Danh mục"),
            *self.more(),
        )

    def governing(self) -> tuple[Cite, ...]:
        row = self.current()
        return (row.base_cite,) if row and row.base_cite else ()

    def select(self, record_id: str) -> None:
        self.table.select(record_id)


def _facts(head: Head) -> str:
    """How far it has been checked, what it was made from, since when it is in use."""
    used = f"áp dụng từ {', '.join(map(vi.day, head.used_from))}" if head.used_from else "chưa áp dụng"
    text = "đã kèm văn bản" if head.text else "chưa kèm văn bản"
    return f"{head.title}: đã đối chiếu {head.checked}/{head.of} nội dung · mẫu: {head.base} · {used} · {text}"
