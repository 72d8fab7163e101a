"""The dialog Sáp nhập đơn vị: which units end, into which they go, from when; what goes over is shown before."""

import datetime as dt
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.qt.boxes import column, label, row
from desktop.qt.fields import Combo, DateField, TextField, form
from desktop.qt.table import Column, Table
from desktop.screens.base.desk import Change, Desk
from desktop.screens.base.live import on_typing, typed
from desktop.screens.base.record_dialog import SmallDialog
from desktop.screens.base.tab import grouped
from desktop.screens.base.unit_ticks import UnitTicks
from desktop.usecases.directory import merging as unit_merging
from desktop.usecases.directory import units
from desktop.usecases.directory.merging import Merger, Moving

COLUMNS = (Column("Việc", lambda one: one.words, sortable=False, tip=lambda one: one.words),)
NEW = "Đơn vị mới"


class MergeDialog(SmallDialog):
    """`made` is the unit the others went into."""

    def __init__(self, desk: Desk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Sáp nhập đơn vị", "Sáp nhập", "", parent)
        self.day = DateField("Từ ngày", today=desk.today, required=True)
        self.day.set_value(desk.today)
        self.document = TextField("Theo văn bản", placeholder="Quyết định 12-QĐ/TU ngày 15/6/2025")
        self.old = UnitTicks((), "Các đơn vị sáp nhập, giải thể")
        self.into = Combo("Đơn vị kế thừa", empty=NEW, searchable=True)
        self.name = TextField("Tên đơn vị mới")
        self.kind = Combo("Loại", list(vi.UNIT_KIND.items()), empty="Như đơn vị cũ")
        self.told = label("", "caption", wrap=True)
        self.table = Table(
            COLUMNS,
            name="Việc chuyển sang đơn vị kế thừa",
            head=False,
            row_height=28,
            empty="Không có việc nào phải chuyển.",
        )
        self._lay()
        self._connect()
        self._offer()

    def _lay(self) -> None:
        self._fields = [self.day, self.document, self.into, self.name, self.kind]
        self._new = form((self.name, self.kind))
        lines = form(((self.day, 2), (self.document, 3)))
        left = column(lines, self.old, form(self.into), self._new, gap=10)
        right = column(label("Chuyển sang đơn vị kế thừa", "section"), self.told, (self.table, 1), gap=6)
        self.body.addLayout(column(self.band, row((left, 1), (right, 1), gap=20), gap=10), 1)
        self._lead.hide()
        self.set_size(920, 520)

    def _connect(self) -> None:
        on_typing(self.day, self._offer)
        self.day.saved.connect(lambda _: self._offer())
        self.old.changed.connect(self._show)
        self.into.saved.connect(lambda _: self._show())

    def _day(self) -> dt.date:
        return typed(self.day) or self.desk.today

    def _offer(self) -> None:
        """The units there on the eve may end, those there on the day may take over."""
        self.old.set_units(unit_merging.offered(self.desk.facts, self._day()))
        self.into.set_options(units.options(self.desk.facts, self._day()))
        self._show()

    def _show(self) -> None:
        new = self.into.value() is None
        self.name.set_enabled(new)
        self.kind.set_enabled(new)
        found = unit_merging.moving(self.desk.facts, self.merger())
        self.table.set_rows(grouped(found, _kind))
        eve = vi.day(self._day() - dt.timedelta(days=1))
        going = f"{len(found)} việc chuyển cho đơn vị kế thừa"
        self.told.setText(f"Các đơn vị cũ kết thúc hết ngày {eve}. {going}; Ctrl+Z hoàn tác tất cả.")

    def merger(self) -> Merger:
        return Merger(
            old=self.old.value(),
            into=self.into.value(),
            name=self.name.value(),
            kind=self.kind.value(),
            day=self._day(),
        )

    def change(self) -> tuple[str, Change]:
        facts, merger = self.desk.facts, self.merger()
        old = ", ".join(unit.name for ident in merger.old if (unit := facts.unit(ident)))
        into = facts.unit(merger.into)
        ground = f" theo {self.document.value()}" if self.document.value() else ""
        what = f"Sáp nhập {old} thành {into.name if into else merger.name}{ground}"
        return what, partial(unit_merging.merge, facts=facts, merger=merger)


def _kind(one: Moving) -> str:
    return one.kind
