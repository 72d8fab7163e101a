"""The units of the directory: subordinate organisations, advisory bodies, the front and the unions, and the others."""

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import Unit
from desktop.qt.boxes import STRETCH, column, hairline, label, row
from desktop.qt.buttons import Button
from desktop.qt.commands import Command
from desktop.qt.fields import Combo
from desktop.qt.pages import EmptyState
from desktop.qt.table import Column, Table
from desktop.screens.base.desk import Desk
from desktop.screens.base.record_fields import Ask, RecordFields
from desktop.screens.base.tab import DirectoryTab, grouped, keep_chosen, narrow, search_field
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


class UnitsTab(DirectoryTab):
    """Units stand under their kind."""

    key = "units"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.search = search_field("Tìm đơn vị")
        self.kind = narrow(Combo("", list(vi.UNIT_KIND.items()), empty="Mọi loại", name="Loại đơn vị"), 220)
        self.table = Table(
            COLUMNS,
            name="Đơn vị",
            memory=self.desk.state,
            row_key=lambda r: r.unit.id,
            empty="Không có đơn vị nào khớp.",
        )
        self.panel = UnitPanel(desk)
        self.side.add(self.panel, bare=True)
        self.nothing = EmptyState(
            "mdi6.sitemap-outline",
            "Chưa có đơn vị nào",
            "Đơn vị chuẩn bị tài liệu, được mời họp, nộp báo cáo và nhận nhiệm vụ; ghi một lần, chọn ở mọi nơi.",
            primary=Button("Thêm đơn vị", icon="mdi6.plus", kind="primary", run=self.add),
        )
        self.shown = QStackedWidget()
        self.shown.addWidget(self.table)
        self.shown.addWidget(self.nothing)
        self.lay_out(self.shown, self.search, self.kind)
        self._connect()

    def _connect(self) -> None:
        self.search.line.textChanged.connect(self.refresh)
        self.kind.saved.connect(self.refresh)
        self.table.chosen.connect(self._show)
        self.table.opened.connect(self.show_side)
        self.table.keyed.connect(lambda unit, key: self.remove() if key == "Delete" else None)
        for field in self.panel.fields.values():
            field.saved.connect(self._amend)
        self.panel.remove.clicked.connect(self.remove)

    def refresh(self) -> None:
        kind = self.kind.value()
        rows = units.units(self.desk.facts, self.desk.today, text=self.search.line.text(), kind=kind)
        self.table.set_rows(grouped(rows, lambda row: row.group))
        keep_chosen(self.table)
        self.shown.setCurrentWidget(self.table if self.desk.facts.office.units else self.nothing)
        self._show(self.table.current())

    def select(self, record_id: str) -> None:
        self.table.select(record_id)

    def primary(self) -> Button:
        return Button("Thêm đơn vị", icon="mdi6.plus", kind="primary", run=self.add)

    def commands(self) -> tuple[Command, ...]:
        return (
            Command("directory.add-unit", "Thêm đơn vị", self.add, "Ctrl+N", "mdi6.plus", "Danh mục"),
            Command("directory.merge-units", "Sáp nhập đơn vị…", self.merge, icon=MERGE, group="Danh mục"),
        )

    def secondary(self) -> tuple[Button, ...]:
        return (Button("Sáp nhập…", icon=MERGE, run=self.merge),)

    def _show(self, row: UnitRow | None) -> None:
        self.side.set_title("Đơn vị" if row else "Chưa chọn đơn vị nào")
        self.panel.setVisible(row is not None)
        if row:
            self.panel.show_row(self.desk.facts, row)

    def _unit(self) -> Unit | None:
        row: UnitRow | None = self.table.current()
        return self.desk.facts.unit(row.unit.id) if row else None

    def _amend(self, _saved: object) -> None:
        unit = self._unit()
        if unit:
            change = partial(units.amend_unit, facts=self.desk.facts, unit=unit, after=self.panel.fields.draft(unit))
            if self.desk.do(f"Sửa {unit.name}", change, band=self.band):
                self.band.clear()

    def add(self) -> None:
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

    def remove(self) -> None:
        unit = self._unit()
        if unit:
            change = partial(units.remove_unit, facts=self.desk.facts, unit=unit)
            if self.desk.do(f"Xóa {unit.name}", change, band=self.band):
                self.desk.toast(f"Đã xóa {unit.name}", undo=True)
