"""The units of the directory: subordinate organisations, advisory bodies, the front and the unions, and the others."""

from functools import partial
from typing import ClassVar, cast

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import Unit, UnitKind
from desktop.qt.boxes import STRETCH, column, hairline, label, row
from desktop.qt.buttons import Button
from desktop.qt.commands import Command
from desktop.qt.model import Column, GroupRow
from desktop.screens.base.desk import Desk
from desktop.screens.base.filters import Choice, Search
from desktop.screens.base.record_fields import Ask, RecordFields
from desktop.screens.base.record_tab import Begin, Listed, Nothing, RecordTab
from desktop.screens.base.tab import grouped
from desktop.screens.directory.dialogs import UnitDialog
from desktop.screens.directory.merging import MergeDialog
from desktop.usecases.directory import units
from desktop.usecases.directory.units import UnitRow

MERGE = "mdi6.call-merge"
COLUMNS = (
    Column("Tên đơn vị", lambda r: r.unit.name, tone=lambda r: "text2" if r.ended else "text"),
    Column("Thời gian", lambda r: r.days, width=170, tone="text2", drop=2),
    Column("Được ghi ở", lambda r: f"{r.used} mục" if r.used else "", width=110, align="right", tone="text2", drop=1),
)


class UnitPanel(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.fields = RecordFields(Unit, desk.today)
        lines = self.fields.form(
            Ask("name", "Tên đơn vị"),
            Ask("kind", "Loại", list(vi.UNIT_KIND.items()), "Chưa xếp loại"),
            (Ask("from_", "Có từ ngày", hint="Không ghi"), Ask("to", "Đến hết ngày", hint="Đang hoạt động")),
            Ask("successor", "Đơn vị kế thừa", empty="Không có"),
        )
        self.used = label("", "caption", wrap=True)
        self.remove = Button("Xóa khỏi danh mục", icon="mdi6.trash-can-outline")
        fields = column(lines, self.used, gap=10, margins=(16, 12, 16, 12))
        foot = row(self.remove, STRETCH, margins=(16, 12, 16, 12))
        self.setLayout(column(fields, hairline(), foot, gap=0))

    def show_row(self, facts: Facts, row: UnitRow) -> None:
        unit = row.unit
        successor = self.fields.choice("successor")
        successor.set_options([one for one in units.options(facts, None) if one[0] != unit.id])
        self.fields.fill(unit)
        successor.set_enabled(unit.to is not None)
        self.used.setText(f"Được ghi ở {row.used} mục." if row.used else "Chưa mục nào ghi đơn vị này.")


class UnitsTab(RecordTab[UnitRow]):
    """Units stand under their kind."""

    key = "units"
    FILTERS: ClassVar = {"kind": Choice("Loại đơn vị", 220, list(vi.UNIT_KIND.items()), "Mọi loại")}
    SEARCH = Search("Tìm đơn vị", first=True)
    TABLE = Listed("Đơn vị", "Không có đơn vị nào khớp.", row_height=32)
    COLUMNS = COLUMNS
    LIST = "units"
    NOTHING = Nothing(
        "mdi6.sitemap-outline",
        "Chưa có đơn vị nào",
        "Đơn vị chuẩn bị tài liệu, được mời họp, nộp báo cáo và nhận nhiệm vụ; ghi một lần, chọn ở mọi nơi.",
    )
    BEGIN = Begin("Thêm đơn vị", "directory.add-unit", "Thêm đơn vị", group="Danh mục")
    UNCHOSEN = "Chưa chọn đơn vị nào"

    def make(self) -> None:
        self.panel = UnitPanel(self.desk)
        self.side.add(self.panel, bare=True)
        for field in self.panel.fields.values():
            field.saved.connect(self._amend)
        self.panel.remove.clicked.connect(self.remove)

    def key_of(self, one: UnitRow) -> str:
        return one.unit.id

    def rows(self) -> tuple[UnitRow | GroupRow, ...]:
        kind = cast("UnitKind | None", self.filters.of("kind") or None)
        rows = units.units(self.desk.facts, self.desk.today, text=self.filters.text(), kind=kind)
        return grouped(rows, lambda row: row.group)

    def select(self, record_id: str) -> None:
        self.table.select(record_id)

    def commands(self) -> tuple[Command, ...]:
        merge = Command("directory.merge-units", "Sáp nhập đơn vị…", self.merge, icon=MERGE, group="Danh mục")
        return (*super().commands(), merge)

    def secondary(self) -> tuple[Button, ...]:
        return (Button("Sáp nhập…", icon=MERGE, run=self.merge),)

    def show_row(self, one: UnitRow | None) -> None:
        self.side.set_title("Đơn vị" if one else self.UNCHOSEN)
        self.panel.setVisible(one is not None)
        if one:
            self.panel.show_row(self.desk.facts, one)

    def _amend(self, _saved: object) -> None:
        row = self.current()
        unit = self.desk.facts.unit(row.unit.id) if row else None
        if unit:
            change = partial(units.amend_unit, facts=self.desk.facts, unit=unit, after=self.panel.fields.draft(unit))
            if self.desk.do(f"Sửa {unit.name}", change, band=self.band):
                self.band.clear()

    def begin(self) -> None:
        dialog = UnitDialog(self.desk, parent=self)
        if dialog.exec():
            self.refresh()
            self.table.select(dialog.made)

    def merge(self) -> None:
        dialog = MergeDialog(self.desk, parent=self)
        if dialog.exec():
            self.refresh()
            self.table.select(dialog.made)
            self.desk.toast("Đã sáp nhập đơn vị", undo=True)

    def delete(self, one: UnitRow) -> None:
        unit = self.desk.facts.unit(one.unit.id) or one.unit
        change = partial(units.remove_unit, facts=self.desk.facts, unit=unit)
        if self.desk.do(f"Xóa {unit.name}", change, band=self.band):
            self.desk.toast(f"Đã xóa {unit.name}", undo=True)
