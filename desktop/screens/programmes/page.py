"""One work programme: its items in their order, with who leads, by when, which session takes them, how far they are."""

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.records import Programme
from desktop.qt.boxes import Elided, column, empty, holder, label, row
from desktop.qt.buttons import Button
from desktop.qt.notices import Band
from desktop.qt.table import Column, Table
from desktop.screens.base.desk import Change, Desk
from desktop.screens.programmes.dialogs import NOT_ASKED, DoneDialog, ItemDialog, verdict_lines
from desktop.usecases.programmes import edits as programmes_edits
from desktop.usecases.programmes import rows as programmes
from desktop.usecases.programmes.rows import ItemRow
from desktop.usecases.tasks import rows as tasks


class ProgrammePage(QWidget):
    """`chosen` is the item the panel beside it shows; `left` asks for the list again; `head` stands over the page."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, band: Band) -> None:
        super().__init__()
        self.desk, self.band = desk, band
        self.ident = ""
        self.back = Button("", icon="mdi6.arrow-left", kind="icon", tip="Về danh sách", run=self.left.emit)
        self.title, self.facts_line = Elided("", "section"), Elided("", "second")
        self.verdict = column(gap=0)
        self.table = Table(self._columns(), name="Việc trong chương trình", row_height=42, action=_action, least=330,
                           empty="Chương trình chưa có việc nào; chọn Thêm việc.", memory=desk.state)  # fmt: skip
        self.table.set_movable(True)
        self.head = holder(row(self.back, column(self.title, self.facts_line, gap=0), gap=8))
        self.about = holder(self.verdict)
        self.setLayout(column(self.about, (self.table, 1), gap=10))
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(self.amend)
        self.table.acted.connect(self.finish)
        self.table.keyed.connect(lambda one, key: self.remove(one) if key == "Delete" else None)
        self.table.moved.connect(lambda at, to: self.move_item(at, to - at))

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("", lambda _: "", width=36, mark=lambda one: one.verdict, word=_word, sortable=False),
            Column("Việc", lambda one: one.item.title, second=_under, tip=_whole, sortable=False),
            Column("Chủ trì", lambda one: one.lead, width=150, tone="text2", drop=1, sortable=False,
                   tip=lambda one: one.lead),
            Column("Ngày, hạn", self._due, width=112, second=self._distance, second_tone=_late_tone, sortable=False),
            Column("", lambda _: "", width=92, sortable=False),
        )  # fmt: skip

    def _due(self, one: ItemRow) -> str:
        return vi.day_short(one.item.due, self.desk.today) if one.item.due else "Chưa ghi"

    def _distance(self, one: ItemRow) -> str:
        if one.done:
            return f"chậm {one.late} ngày" if one.late else f"xong {vi.day_short(one.done, self.desk.today)}"
        return vi.distance(one.item.due, self.desk.today) if one.item.due else ""

    # What is shown

    @property
    def programme(self) -> Programme | None:
        return self.desk.facts.one(Programme, self.ident)

    def show_programme(self, ident: str) -> None:
        if ident != self.ident:
            self.table.set_rows(())
        self.ident = ident
        self.refresh()

    def refresh(self) -> None:
        programme = self.programme
        if programme is None:
            self.left.emit()
            return
        rows = programmes.items(self.desk.facts, programme, self.desk.today)
        self.title.setText(programmes.title_of(programme))
        self.facts_line.setText(programmes.standing(self.desk.facts, programme, rows))
        empty(self.verdict)
        finding = programmes.finding_of(self.desk.facts, programme, self.desk.today)
        self.verdict.addWidget(verdict_lines(self.desk, finding, NOT_ASKED))
        self.table.set_rows(tuple(rows))
        if self.table.current() is None:
            self.table.select_first()
        if self.table.current() is None:
            self.chosen.emit(None)

    def current(self) -> ItemRow | None:
        return cast("ItemRow | None", self.table.current())

    # What is done

    def add(self) -> None:
        programme = self.programme
        if programme:
            ItemDialog(self.desk, programme, parent=self).exec()

    def amend(self, one: ItemRow) -> None:
        programme = self.programme
        if programme:
            ItemDialog(self.desk, programme, place=one.place, parent=self).exec()

    def finish(self, one: ItemRow) -> None:
        programme = self.programme
        if programme:
            DoneDialog(self.desk, programme, one.place, parent=self).exec()

    def reopen(self, one: ItemRow) -> None:
        programme = self.programme
        if programme:
            self._do(
                f"Việc chưa xong: {one.item.title}",
                lambda store: programmes_edits.reopen(store, programme=programme, place=one.place),
            )

    def remove(self, one: ItemRow) -> None:
        programme = self.programme
        if programme:
            self._do(
                f"Bỏ việc: {one.item.title}",
                lambda store: programmes_edits.remove_item(store, programme=programme, place=one.place),
                said=f"Đã bỏ việc {one.item.title}.",
            )

    def move_item(self, place: int, by: int) -> None:
        programme = self.programme
        if programme is None or not 0 <= place + by < len(programme.items):
            return
        moved = self._do(
            f"Đổi thứ tự: {programme.items[place].title}",
            lambda store: programmes_edits.move_item(store, programme=programme, place=place, by=by),
        )
        if moved:
            self.table.select(str(place + by))

    def _do(self, what: str, change: Change, *, said: str = "") -> bool:
        self.band.clear()
        return self.desk.do(what, change, said=said, band=self.band)


def _action(one: ItemRow) -> str:
    return "" if one.done else "Đã xong"


def _word(one: ItemRow) -> str:
    return f"Xong chậm {one.late} ngày" if one.done and one.late else tasks.STATE[one.state]


def _late_tone(one: ItemRow) -> str:
    return "breach" if one.state is tasks.State.LATE else "text2"


def _under(one: ItemRow) -> str:
    session = f"Kỳ họp {one.session}" if one.session and not _is_session(one) else ""
    parts = (one.carried, session, one.item.product, one.item.participants, one.item.progress)
    return " · ".join(part for part in parts if part)


def _is_session(one: ItemRow) -> bool:
    """Whether the item is nothing but the session: its day says as much."""
    return one.item.lead is None and not one.item.product


def _whole(one: ItemRow) -> str:
    return "\n".join(part for part in (one.item.title, _under(one)) if part)


def item_lines(one: ItemRow) -> list[QWidget]:
    """The item chosen, as lines of the panel beside the list."""
    item = one.item
    due = f"{vi.day(item.due)}" if item.due else "không ghi thời hạn"
    said = (
        f"{tasks.STATE[one.state]} · {due}",
        f"Chủ trì: {one.lead}" if one.lead else "Chưa ghi cơ quan chủ trì.",
        f"Phối hợp, tham gia: {item.participants}" if item.participants else "",
        f"Sản phẩm: {item.product}" if item.product else "",
        f"Tiến độ: {item.progress}" if item.progress else "",
        one.carried,
    )
    return [label(item.title, "strong", wrap=True), *(label(text, "second", wrap=True) for text in said if text)]
