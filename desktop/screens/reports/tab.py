"""The tab Báo cáo định kỳ: everyone who reports against the periods of a year, marked received by keyboard."""

from collections.abc import Callable
from functools import partial
from typing import Any, cast

from PySide6.QtCore import Qt

from desktop import vi
from desktop.domain.findings import Cite, Verdict
from desktop.domain.periods import Unit, period
from desktop.domain.records import REPORTING, Person, Report
from desktop.domain.refs import RecordRef
from desktop.qt.boxes import column, holder, label, row
from desktop.qt.buttons import Button, KeyHint
from desktop.qt.commands import Command
from desktop.qt.fields import Combo
from desktop.qt.mark_grid import GridCell, GridColumn, GridRow, MarkGrid
from desktop.qt.pages import EmptyState, SegmentRow
from desktop.screens.base.desk import Desk
from desktop.screens.base.filters import narrow, offer_years, search_field
from desktop.screens.base.screen import Width
from desktop.screens.base.tab import DirectoryTab
from desktop.screens.reports.panel import REMINDER, ReportPanel, words_of
from desktop.usecases.reports import edits
from desktop.usecases.reports import rows as reports
from desktop.usecases.reports.rows import Cell, Grid, Line

NAMES = {Width.WIDE: 170, Width.MIDDLE: 170, Width.NARROW: 206, Width.SINGLE: 150}
REMINDED = "mdi6.email-outline"


class ReportsTab(DirectoryTab):
    key = "reports"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.side = self.panel = ReportPanel(desk)
        self.shown: Grid | None = None
        offered = reports.kinds(desk.facts, desk.today) or ["month"]
        self.kinds = SegmentRow([(one, reports.KIND[one]) for one in offered], name="Loại kỳ báo cáo")
        self._kind: Unit = "month" if "month" in offered else offered[0]
        self.kinds.choose(self._kind)
        self.year = narrow(Combo("", name="Năm"), 114)
        self.only = Button("Chỉ còn thiếu", icon="mdi6.filter-outline", checkable=True)
        self.search = search_field("Tìm đơn vị, người", 168)
        self.grid = MarkGrid("Báo cáo định kỳ", "Đơn vị, người báo cáo")
        self.sum = label("", "second")
        self.none = EmptyState(
            "mdi6.clipboard-list-outline", "Chưa có nơi nào phải báo cáo",
            "Ghi các đơn vị trực thuộc ở Danh mục; kỳ báo cáo của từng loại đơn vị lấy từ Quy chế.",
            primary=Button("Mở Danh mục", kind="primary", run=lambda: desk.go("directory", "units")),
        )  # fmt: skip
        self._hints = holder(row((self.sum, 1), *self._keys(), gap=14))
        main = holder(column((self.grid, 1), (self.none, 1), self._hints, gap=8))
        self.lay_out(main, self.kinds, self.year, self.only, self.search)
        self.least[self.search] = Width.NARROW
        self.setFocusProxy(self.grid)
        self._connect()

    def _keys(self) -> tuple[KeyHint, ...]:
        return (
            KeyHint("Dấu cách", "nhận hôm nay"), KeyHint("0–9", "gõ ngày nhận"), KeyHint("Shift ↑ ↓", "chọn nhiều"),
        )  # fmt: skip

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._choose_kind)
        self.year.saved.connect(self.refresh)
        self.only.toggled.connect(self.refresh)
        self.search.line.textChanged.connect(self.refresh)
        self.grid.moved.connect(self._show)
        self.grid.opened.connect(self._open)
        self.grid.ticked.connect(self.tick)
        self.grid.cleared.connect(self.take_back)
        self.grid.typed.connect(self._type_day)
        self.panel.received.line.returnPressed.connect(self._typed)

    # Showing

    def _choose_kind(self, key: str) -> None:
        self._kind = cast("Unit", key)
        self.shown = None
        self.refresh()

    def refresh(self, _value: object = None) -> None:
        facts, today = self.desk.facts, self.desk.today
        offer_years(self.year, reports.years(facts, today), today)
        self.year.setVisible(self._kind not in reports.LONG_KINDS and self._width is not Width.SINGLE)
        first = self.shown is None
        self.shown = reports.grid(facts, self.desk.findings(), self._kind, self._year(), today)
        self.grid.set_grid(self._columns(self.shown), self._rows(self.shown))
        if first and self.shown.lines:
            place = reports.this_period(self.shown, today)
            self.grid.select(self.shown.lines[0].id, self.shown.periods[place].code)
        self.grid.setVisible(bool(self.shown.lines))
        self._hints.setVisible(bool(self.shown.lines) and self._width is not Width.SINGLE)
        self.none.setVisible(not self.shown.lines)
        self._show()

    def _year(self) -> int:
        return int(self.year.value() or self.desk.today.year)

    def _columns(self, shown: Grid) -> tuple[GridColumn, ...]:
        made = []
        for place, span in enumerate(shown.periods):
            have, asked = shown.counts(place)
            made.append(
                GridColumn(key=span.code, title=reports.column_title(span), words=span.words,
                           count=f"{have}/{asked}" if asked else "", now=span.first <= self.desk.today <= span.last)
            )  # fmt: skip
        return tuple(made)

    def _rows(self, shown: Grid) -> tuple[GridRow, ...]:
        wanted = vi.fold(self.search.line.text().strip())
        lines = [line for line in shown.lines if wanted in vi.fold(line.name) and self._is_wanted(shown, line)]
        rows: list[GridRow] = []
        for group in dict.fromkeys(line.group for line in lines):
            held = [line for line in lines if line.group == group]
            rows.append(GridRow(key=group, title=group, heading=True, note=str(len(held))))
            rows += [GridRow(key=one.id, title=one.name, cells=self._cells(shown, one)) for one in held]
        return tuple(rows)

    def _is_wanted(self, shown: Grid, line: Line) -> bool:
        return not self.only.isChecked() or any(cell.missing for cell in shown.cells[line.id])

    def _cells(self, shown: Grid, line: Line) -> tuple[GridCell, ...]:
        return tuple(self._cell(cell) for cell in shown.cells[line.id])

    def _cell(self, cell: Cell) -> GridCell:
        finding, report = cell.finding, cell.report
        urged = report is not None and report.reminded is not None and report.received is None
        return GridCell(
            mark=str(finding.verdict) if finding else "",
            text=reports.short(cell, self.desk.today),
            sign=REMINDED if urged else "",
            tip=reports.tip(self.desk.facts, cell, self.desk.today),
            tone="breach" if cell.missing else "text2",
        )

    def _show(self) -> None:
        if self.shown is None:
            return
        self.panel.show_cells(self.chosen())
        found = self.grid.current()
        place = next((n for n, one in enumerate(self.shown.periods) if found and one.code == found[1].key), 0)
        self.sum.setText(reports.summary(self.desk.facts, self.shown, place))

    def chosen(self) -> list[Cell]:
        """The cells marked in the grid."""
        if self.shown is None:
            return []
        places = {span.code: place for place, span in enumerate(self.shown.periods)}
        return [
            self.shown.cells[str(row_.key)][places[str(column_.key)]]
            for row_, column_, _cell in self.grid.marked()
            if row_.key in self.shown.cells
        ]

    def set_width(self, width: Width) -> None:
        super().set_width(width)
        self.grid.set_names_width(NAMES[width])
        self._hints.setVisible(width is not Width.SINGLE and self.grid.isVisibleTo(self))
        for hint in self._hints.findChildren(KeyHint):
            hint.setVisible(width in (Width.WIDE, Width.MIDDLE))

    def select(self, record_id: str) -> None:
        """Show a report by its id, a period by its code, or the cell of `PERIOD/LINE`."""
        found = self.desk.facts.one(Report, record_id)
        cell = RecordRef.of(Report, record_id)
        code, line = cell.id, cell.part or ""
        if found:
            own = {"superior": "office/superior", "members": "office/members"}.get(found.to or "", found.unit or "")
            line = RecordRef.of(Person, found.person) if found.person else own if found.unit in REPORTING else ""
            code, line = found.period, line or RecordRef.of("units", found.unit or "")
        span = period(code)
        if span is None:
            return
        self._kind = reports.kind_of(code)
        if self._kind in reports.kinds(self.desk.facts, self.desk.today):
            self.kinds.choose(self._kind)
        self.search.set_value("")
        self.only.setChecked(False)
        self.year.set_value(code[:4])
        self.refresh()
        self.grid.select(line or self._first_late(code), code)

    def _first_late(self, code: str) -> str:
        """The first who is late in a period, else the first of all."""
        assert self.shown is not None
        place = next((n for n, one in enumerate(self.shown.periods) if one.code == code), 0)
        late = (line.id for line in self.shown.lines if self.shown.cells[line.id][place].missing)
        return next(late, self.shown.lines[0].id if self.shown.lines else "")

    # Acting

    def tick(self) -> None:
        """Received today; where all of them already are, not received after all."""
        cells = [one for one in self.chosen() if not (one.finding and one.finding.verdict is Verdict.EXEMPT)]
        if not cells:
            if self.chosen():
                self.band.show_refusal("Đơn vị này được miễn báo cáo kỳ này, không cần ghi ngày nhận.")
            return
        if all(one.report and one.report.received for one in cells):
            self.take_back()
            return
        waiting = [one for one in cells if not (one.report and one.report.received)]
        done = f"{reports.deed(waiting[0].key)[0]} {words_of(self.desk, waiting)}"
        edit = partial(edits.receive, day=self.desk.today)
        self._do(f"Ghi {done[:1].lower()}{done[1:]}", edit, waiting, f"{done}.")

    def take_back(self) -> None:
        cells = [one for one in self.chosen() if one.report and one.report.received]
        if cells:
            self._do(f"Bỏ ghi đã nhận {words_of(self.desk, cells)}", edits.take_back, cells, "")

    def _do(self, what: str, edit: Callable[..., Any], cells: list[Cell], said: str) -> None:
        keys = [one.key for one in cells]
        change = partial(edit, facts=self.desk.facts, keys=keys, on=self.desk.today)
        if self.desk.do(what, change, said=said, band=self.band):
            self.band.clear()

    def _type_day(self, figure: str) -> None:
        """The first figure of a day typed on the grid goes on in the field of the panel."""
        self.show_side()
        self.panel.received.set_error("")
        self.panel.received.line.setText(figure)
        self.panel.received.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.panel.received.line.end(False)

    def _typed(self) -> None:
        """Enter in the day's field leads back to the grid, where the day could be taken."""
        field = self.panel.received
        if field.commit() and not field.editor.property("wrong"):
            if self._width is Width.SINGLE:
                self.toggle.setChecked(False)
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        self.show_side()
        self.panel.received.line.setFocus(Qt.FocusReason.TabFocusReason)

    def remind(self) -> None:
        """Print the letter to all who are late in the period stood on."""
        found = self.grid.current()
        if found is None or self.shown is None:
            return
        code = str(found[1].key)
        place = next(n for n, one in enumerate(self.shown.periods) if one.code == code)
        if any(row_[place].missing and not row_[place].key.to for row_ in self.shown.cells.values()):
            self.band.clear()
            self.desk.preview(REMINDER, code)
        else:
            self.band.show_refusal(f"Không có đơn vị nào quá hạn báo cáo {found[1].words}; không cần công văn đôn đốc.")

    def primary(self) -> Button:
        return Button("Ghi đã nhận", icon="mdi6.tray-arrow-down", kind="primary", run=self.tick)

    def secondary(self) -> tuple[Button, ...]:
        return (Button("In công văn đôn đốc", icon="mdi6.printer-outline", run=self.remind),)

    def commands(self) -> tuple[Command, ...]:
        return (
            Command("reports.received", "Ghi đã nhận báo cáo", self.tick, icon="mdi6.tray-arrow-down"),
            Command("reports.remind", "In công văn đôn đốc báo cáo", self.remind, icon="mdi6.printer-outline"),
        )

    def governing(self) -> tuple[Cite, ...]:
        return self.panel.governing()
