"""The tab Đi cơ sở, làm việc: units against years, the visits of a year, the working sessions asked for."""

from functools import partial

from desktop import vi
from desktop.domain.findings import Cite
from desktop.domain.records import Visit
from desktop.qt.boxes import column, holder
from desktop.qt.buttons import Button
from desktop.qt.commands import Command
from desktop.qt.fields import Combo
from desktop.qt.mark_grid import GridCell, GridColumn, GridRow, MarkGrid
from desktop.qt.pages import EmptyState, SegmentRow
from desktop.qt.table import Column, Table
from desktop.screens.base.desk import Desk
from desktop.screens.base.filters import narrow, offer_years, search_field
from desktop.screens.base.screen import Width
from desktop.screens.base.tab import DirectoryTab, keep_chosen
from desktop.screens.visits.panel import VisitActs, VisitPanel
from desktop.usecases.base.said import said_of
from desktop.usecases.visits import rows as visits
from desktop.usecases.visits.rows import UnitLine, WorkingRow, YearCell

UNITS, LIST, WORKING = "units", "list", "working"
VIEWS = ((UNITS, "Theo đơn vị"), (LIST, "Các chuyến đi"), (WORKING, "Buổi làm việc"))
NAMES = {Width.WIDE: 300, Width.MIDDLE: 280, Width.NARROW: 260, Width.SINGLE: 200}


class VisitsTab(DirectoryTab):
    key = "visits"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._lines: dict[str, UnitLine] = {}
        self.acts = VisitActs(desk, self)
        self.side = self.panel = VisitPanel(desk, self.acts)
        self._view = UNITS
        self.views = SegmentRow(VIEWS, name="Cách xem")
        self.year = narrow(Combo("", name="Năm"), 114)
        self.only = Button("Chưa đến trong năm", icon="mdi6.filter-outline", checkable=True)
        self.search = search_field("Tìm nơi, người, việc", 168)
        self.grid = MarkGrid("Đơn vị theo năm", "Đơn vị")
        self.table = Table(self._columns(), name="Các chuyến đi", row_height=42, memory=desk.state,
                           empty="Không có chuyến đi nào trong năm này.")  # fmt: skip
        self.working = Table(self._working_columns(), name="Buổi làm việc", row_height=42, memory=desk.state,
                             action=_action, empty="Quy chế không quy định buổi làm việc định kỳ nào trong năm này.",
                             least=240)  # fmt: skip
        self.none = EmptyState(
            "mdi6.map-marker-outline", "Chưa có đơn vị trực thuộc nào",
            "Ghi các tổ chức đảng trực thuộc ở Danh mục rồi ghi từng chuyến đi; nơi chưa đến trong năm sẽ hiện ở đây.",
            primary=Button("Mở Danh mục", kind="primary", run=lambda: desk.go("directory", "units")),
        )  # fmt: skip
        main = holder(column((self.grid, 1), (self.table, 1), (self.working, 1), (self.none, 1), gap=0))
        self.lay_out(main, self.views, self.year, self.only, self.search)
        self.least[self.search] = Width.NARROW
        self._connect()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("Ngày", lambda one: vi.day(one.visit.date) if one.visit.date else "Chưa ghi", width=104,
                   key=lambda one: one.visit.date),
            Column("Nơi đến", lambda one: one.unit, second=lambda one: one.visit.content, share=3,
                   tip=lambda one: f"{one.unit}\n{one.visit.content}".strip(), key=lambda one: vi.word_key(one.unit)),
            Column("Ai đi", lambda one: one.who, width=190, tone="text2", drop=2),
            Column("Kết quả", lambda one: one.visit.result or one.state, share=2, drop=1,
                   tone=lambda one: "text2" if one.visit.result else "text3", tip=lambda one: one.visit.result),
        )  # fmt: skip

    def _working_columns(self) -> tuple[Column, ...]:
        today = self.desk.today
        return (
            Column("", lambda _: "", width=36, mark=lambda one: one.finding.verdict,
                   word=lambda one: said_of(one.finding), sortable=False),
            Column("Buổi làm việc", lambda one: one.title, second=lambda one: one.finding.text,
                   tip=lambda one: one.finding.text, sortable=False),
            Column("Điều", lambda one: vi.cite(one.finding.cite), width=140, tone="accent", caption=True, drop=1,
                   sortable=False),
            Column("Hạn", lambda one: vi.day(one.finding.due), width=104, sortable=False,
                   second=lambda one: vi.distance(one.finding.due, today) if one.open else "",
                   second_tone=lambda one: "breach" if one.finding.due < today else "text2"),
            Column("", lambda _: "", width=108, sortable=False),
        )  # fmt: skip

    def _connect(self) -> None:
        self.views.chosen.connect(self.show_view)
        self.year.saved.connect(self.refresh)
        self.only.toggled.connect(self.refresh)
        self.search.line.textChanged.connect(self.refresh)
        self.grid.moved.connect(self._show)
        self.grid.opened.connect(self.record)
        self.grid.ticked.connect(self.record)
        for table in (self.table, self.working):
            table.chosen.connect(lambda _one: self._show())
        self.table.opened.connect(lambda one: self.acts.amend(one.visit))
        self.table.keyed.connect(lambda one, key: self.acts.remove(one.visit) if key == "Delete" else None)
        self.working.acted.connect(self.acts.follow)
        self.working.opened.connect(self.acts.follow)

    # Showing

    def show_view(self, key: str) -> None:
        self._view = key
        self.views.choose(key)
        self.refresh()
        self.shown().setFocus()

    def shown(self) -> MarkGrid | Table:
        return self.grid if self._view == UNITS else self.table if self._view == LIST else self.working

    def refresh(self, _value: object = None) -> None:
        facts, today = self.desk.facts, self.desk.today
        offer_years(self.year, sorted(visits.years(facts, today), reverse=True), today)
        self._fill_grid()
        year, text = self._year(), self.search.line.text()
        self.table.set_rows(visits.rows(facts, today, year=year, text=text) if self._view == LIST else ())
        rows = visits.working(facts, self.desk.findings(), today, year=year) if self._view == WORKING else ()
        self.working.set_rows([one for one in rows if vi.fold(text) in vi.fold(f"{one.title} {one.finding.text}")])
        any_ = bool(self._lines) or self._view != UNITS or self._is_filtered()
        for key, widget in ((UNITS, self.grid), (LIST, self.table), (WORKING, self.working)):
            widget.setVisible(any_ and key == self._view)
        self.none.setVisible(not any_)
        self.year.setVisible(self._view != UNITS)
        self.only.setVisible(self._view == UNITS)
        self.setFocusProxy(self.shown())
        if self._view != UNITS:
            keep_chosen(self.table if self._view == LIST else self.working)
        self._show()

    def _is_filtered(self) -> bool:
        return self.only.isChecked() or bool(self.search.line.text().strip())

    def _year(self) -> int:
        return int(self.year.value() or self.desk.today.year)

    def _fill_grid(self) -> None:
        facts, today, wanted = self.desk.facts, self.desk.today, vi.fold(self.search.line.text().strip())
        missing = today.year if self.only.isChecked() else None
        first = not self._lines
        lines = visits.lines(facts, self.desk.findings(), today, missing=missing)
        lines = [one for one in lines if wanted in vi.fold(one.unit.name)]
        self._lines = {one.unit.id: one for one in lines}
        columns = tuple(self._head(year, lines) for year in visits.years(facts, today))
        rows: list[GridRow] = []
        for group in dict.fromkeys(one.group for one in lines):
            held = [one for one in lines if one.group == group]
            rows.append(GridRow(key=group, title=group, heading=True, note=str(len(held))))
            rows += [GridRow(key=one.unit.id, title=one.unit.name, cells=tuple(map(_cell, one.cells))) for one in held]
        self.grid.set_grid(columns, tuple(rows))
        if first and lines:
            self.grid.select(lines[0].unit.id, today.year)

    def _head(self, year: int, lines: list[UnitLine]) -> GridColumn:
        cells = [cell for one in lines for cell in one.cells if cell.year == year and cell.finding]
        count = f"{sum(bool(cell.made) for cell in cells)}/{len(cells)}" if cells else ""
        return GridColumn(key=year, title=f"Năm {year}", words=f"năm {year}", count=count,
                          now=year == self.desk.today.year)  # fmt: skip

    def set_width(self, width: Width) -> None:
        super().set_width(width)
        self.grid.set_names_width(NAMES[width])

    def select(self, record_id: str) -> None:
        """A visit by its id, a unit by its, or a view by its name."""
        self.search.set_value("")
        self.only.setChecked(False)
        visit = self.desk.facts.one(Visit, record_id)
        if record_id in dict(VIEWS):
            self.show_view(record_id)
        elif visit:
            if visit.date:
                self.year.set_value(str(visit.date.year))
            self.show_view(LIST)
            self.table.select(record_id)
        else:
            self.show_view(UNITS)
            self.grid.select(record_id, self.desk.today.year)

    def _show(self) -> None:
        if self._view == UNITS:
            found = self.grid.current()
            line = self._lines.get(str(found[0].key)) if found else None
            year = found[1].key if found else None
            self.panel.show_unit(line, next((one for one in line.cells if one.year == year), None) if line else None)
        elif self._view == LIST:
            self.panel.show_visit(self.table.current())
        else:
            self.panel.show_working(self.working.current())

    # What is done

    def record(self) -> None:
        """A visit to the unit stood on."""
        found = self.grid.current() if self._view == UNITS else None
        self.acts.record(str(found[0].key) if found else "")

    def begin(self) -> None:
        self.record()

    def primary(self) -> Button:
        return Button("Ghi chuyến đi", icon="mdi6.map-marker-outline", kind="primary", run=self.record)

    def commands(self) -> tuple[Command, ...]:
        return (
            Command("visits.record", "Ghi chuyến đi cơ sở…", self.record, "Ctrl+N", "mdi6.map-marker-outline"),
            Command("visits.working", "Xem buổi làm việc định kỳ", partial(self.show_view, WORKING)),
        )

    def governing(self) -> tuple[Cite, ...]:
        return self.panel.governing()


def _cell(one: YearCell) -> GridCell:
    return GridCell(
        mark=str(one.finding.verdict) if one.finding else "",
        text=visits.short(one),
        tip=visits.tip(one),
        tone="breach" if one.missing else "text2",
    )


def _action(one: WorkingRow) -> str:
    return "Mở" if one.planned else "Xếp lịch" if one.open else ""
