"""Thực hiện Quy chế: every rule in every period with its verdict and one cell beside it; or each member in figures."""

import datetime as dt
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.findings import Cite, Finding, Verdict
from desktop.domain.periods import holding
from desktop.qt.boxes import STRETCH, column, holder, label, row
from desktop.qt.buttons import Button
from desktop.qt.commands import Command
from desktop.qt.fields import Combo
from desktop.qt.marks import SHAPE, MarkLine
from desktop.qt.pages import EmptyState, PageHead, SegmentRow
from desktop.screens.base.contrary import TITLE, ContraryDialog
from desktop.screens.base.desk import Desk
from desktop.screens.base.screen import Screen, Width
from desktop.screens.base.show import word
from desktop.screens.compliance import reports as compliance_reports
from desktop.screens.compliance.grid import GridTable
from desktop.screens.compliance.members import MembersTable
from desktop.screens.compliance.panel import CellPanel, Chosen
from desktop.screens.compliance.reports import PAPER
from desktop.usecases.compliance import grid as overview_grid
from desktop.usecases.compliance import overview
from desktop.usecases.compliance.account_tally import part_of
from desktop.usecases.compliance.finding_days import FindingDays
from desktop.usecases.compliance.grid import Grid
from desktop.usecases.compliance.overview import Line
from desktop.usecases.directory import office_head as office

VIEWS = (("rules", "Theo quy định"), ("members", "Theo ủy viên"))
BY_YEAR, BY_QUARTER = "term-year", "term-quarter"
LEGEND = (
    Verdict.MET,
    Verdict.DUE,
    Verdict.BREACH,
    Verdict.EXEMPT,
    Verdict.UNCLEAR,
    Verdict.UNKNOWN,
    Verdict.UNREGULATED,
)
SIDE = {Width.WIDE: 284, Width.MIDDLE: 260, Width.NARROW: 284, Width.SINGLE: 0}
EXCEL = "mdi6.file-excel-outline"
_ANY = 16_777_215


class ComplianceScreen(Screen):
    place = "compliance"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._width, self._grid = Width.WIDE, Grid(columns=(), rows=())
        self._make()
        self._layout()
        self._connect()
        self._show_spans()
        self.show_span(str(desk.today.year))

    # Layout

    def _make(self) -> None:
        self.head = PageHead("Thực hiện Quy chế")
        self.only = Button("Chỉ xem việc chưa đúng", icon="mdi6.filter-outline", checkable=True)
        self.contrary = Button(TITLE, icon="mdi6.not-equal-variant", run=self._show_contrary)
        self.report = Button("", icon=compliance_reports.ICON, kind="primary", run=self._print)
        self.export = Button("Xuất Excel", icon=EXCEL, run=self._export_members)
        self.views = SegmentRow(VIEWS, name="Cách xem")
        self.span = Combo("", name="Kỳ xem")
        self.span.setFixedWidth(178)
        marks = [MarkLine(one, word(one), word=word(one), tone="caption", size=16) for one in LEGEND]
        self.legend = holder(row(*marks, gap=12))
        self.toggle = Button("Chi tiết", checkable=True)
        self.kept = label("", "second", wrap=True)
        self.table, self.members = GridTable(), MembersTable()
        self.panel = CellPanel(self.desk)
        self.none = EmptyState(
            "mdi6.scale-balance",
            "Chưa có gì để xem xét",
            "Chọn quy chế đang áp dụng và ghi hội nghị; mỗi quy định được đối chiếu tại đây theo từng tháng.",
            primary=Button("Chọn quy chế", kind="primary", run=lambda: self.desk.go("directory", "regulation")),
        )

    def _layout(self) -> None:
        self.head.set_secondary(self.contrary, self.only, self.export)
        self.head.set_primary(self.report)
        self._bar = row(self.views, self.span, STRETCH, self.legend, self.toggle, margins=(20, 0, 20, 10))
        self._sheets = QStackedWidget()
        for sheet in (self.table, self.members, self.none):
            self._sheets.addWidget(sheet)
        self._left = column(self.kept, self._sheets, gap=6, margins=(20, 0, 14, 14))
        self._sheet = holder(self._left)
        self.setLayout(column(self.head, holder(self._bar), (row((self._sheet, 1), self.panel, gap=0), 1), gap=0))

    def _connect(self) -> None:
        self.only.toggled.connect(lambda _on: self._fill())
        self.span.saved.connect(lambda _span: self._fill())
        self.views.chosen.connect(lambda _view: self._fill())
        self.toggle.toggled.connect(lambda _on: self._lay())
        self.table.chosen.connect(self._show_cell)
        self.table.entered.connect(self._enter)
        self.table.opened.connect(self._open_worst)
        self.table.linked.connect(lambda one: self.desk.show_article(one.cite))
        self.panel.opened.connect(self._open)
        self.members.opened.connect(lambda one: self.desk.go("directory", one.id))

    def _show_contrary(self) -> None:
        ContraryDialog(self.desk, parent=self).exec()

    # What is shown

    def _show_spans(self) -> None:
        years = overview_grid.years(self.desk.facts, self.desk.findings(), self.desk.today)
        options = [(str(year), f"Năm {year}") for year in years]
        if self.views.current() == "members":
            if self.span.value() == BY_QUARTER:
                self.span.set_value(BY_YEAR)
            self.span.set_options([*options, (BY_YEAR, "Toàn khóa")])
        else:
            self.span.set_options([*options, (BY_YEAR, "Toàn khóa, theo năm"), (BY_QUARTER, "Toàn khóa, theo quý")])

    def refresh(self, kinds: frozenset[str]) -> None:
        self._fill()

    def _fill(self) -> None:
        self._show_spans()
        self.head.set_facts(overview.in_force_words(self.desk.facts, self.desk.today))
        kept = office.kept_words(self.desk.facts)
        self.kept.setText(kept and f"{kept}.")
        self.kept.setVisible(bool(kept))
        self._name_report()
        by_member = self.views.current() == "members"
        if by_member:
            self.members.show_days(self.desk, *self._days())
        else:
            self._fill_grid()
        empty = not by_member and (not self._grid.rows or not self.desk.facts.in_force_list)
        self._sheets.setCurrentWidget(self.none if empty else self.members if by_member else self.table)
        self._lay()

    def _fill_grid(self) -> None:
        facts, findings, today, span = self.desk.facts, self.desk.findings(), self.desk.today, self._chosen_span()
        if span in (BY_YEAR, BY_QUARTER):
            self._grid = overview_grid.term_grid(facts, findings, today, "year" if span == BY_YEAR else "quarter")
        else:
            self._grid = overview_grid.year_grid(facts, findings, today, int(span))
        shown = [one for one in self._grid.rows if not self.only.isChecked() or one.is_broken]
        self.table.show_grid(self._grid, shown, totals="Cả khóa" if span == BY_YEAR else "")
        if self.table.cell() is None and self.table.row() is None:
            self.table.select_first()
        self._show_cell()

    def _chosen_span(self) -> str:
        return str(self.span.value() or self.desk.today.year)

    def _days(self) -> tuple[dt.date, dt.date]:
        """The days of what is shown, none of them to come."""
        span, today, term = self._chosen_span(), self.desk.today, self.desk.facts.office.office.term
        if span in (BY_YEAR, BY_QUARTER):
            return (term.from_ if term and term.from_ else dt.date.min), today
        year = int(span)
        return dt.date(year, 1, 1), max(dt.date(year, 1, 1), min(today, dt.date(year, 12, 31)))

    def _show_cell(self) -> None:
        chosen, at = self.table.row(), self.table.currentIndex().column()
        found = self.table.grid.column_at(at)
        when = self.table.grid.period_words(at) if chosen else ""
        self.panel.show_cell(
            Chosen(chosen, self.table.cell(), when, found.period if found else None) if chosen else None
        )
        cell = self.table.cell()
        self.toggle.set_icon(SHAPE[cell.verdict] if cell else "", str(cell.verdict) if cell else "")

    def open_record(self, record_id: str) -> None:
        """Show the cell of one finding by its rule and subject (`RULE|SUBJECT`), whatever was shown before."""
        found = [one for one in self.desk.findings() if overview.key_of(one) == record_id] if record_id else []
        for finding in found[:1]:
            self._show_finding(finding)
        (self.members if self.views.current() == "members" else self.table).setFocus()

    def _show_finding(self, finding: Finding) -> None:
        day = FindingDays(self.desk.facts, self.desk.today).day(finding)
        self.views.choose("rules")
        self.only.setChecked(False)
        self.span.set_value(str(day.year))
        self._fill()
        self.table.select(finding.rule, part_of(self.desk.facts, finding), holding("month", day).code)
        self.panel.select(overview.key_of(finding))

    # What is done

    def _enter(self) -> None:
        """Enter leads into the list of the cell, which comes to the front where it hides behind the button."""
        if self.table.cell() is not None:
            self.toggle.setChecked(True)
            self.panel.list.setFocus()

    def _open_worst(self) -> None:
        line = self.panel.line()
        if line is not None:
            self._open(line)

    def _open(self, line: Line) -> None:
        self.desk.go(*overview.leads_to(self.desk.facts, line.finding))

    def _export_members(self) -> None:
        self.show_view("members")
        self.members.export(self.desk)

    # The report on a period

    def _name_report(self) -> None:
        self.report.setText(compliance_reports.words_of(self._report_code()))
        single = self._width is Width.SINGLE
        few = (*compliance_reports.commands(self.desk, self._day_shown()), self._figures())
        self.head.set_more(self.commands() if single else few)

    def _report_code(self) -> str:
        return compliance_reports.code_of(self._chosen_span())

    def _day_shown(self) -> dt.date:
        """A day of the chosen cell's period, none to come."""
        found = self.table.grid.column_at(self.table.currentIndex().column())
        return min(found.period.last, self.desk.today) if found and found.state == "live" else self.desk.today

    def _print(self) -> None:
        self.desk.preview(PAPER, self._report_code())

    def _figures(self) -> Command:
        def export() -> None:
            compliance_reports.export_figures(self.desk, self._report_code(), self)

        icon = compliance_reports.FIGURES_ICON
        return Command("compliance.figures", compliance_reports.FIGURES, export, icon=icon)

    def commands(self) -> tuple[Command, ...]:
        views = tuple(
            Command(f"compliance.{key}", f"Thực hiện Quy chế: {text.lower()}", partial(self.show_view, key), f"Alt+{n}")
            for n, (key, text) in enumerate(VIEWS, 1)
        )
        shown = (
            Command("compliance.only", "Chỉ xem việc chưa đúng", self.only.toggle, icon="mdi6.filter-outline"),
            Command("compliance.export", "Xuất số liệu theo ủy viên ra Excel…", self._export_members, icon=EXCEL),
        )
        year = (Command("compliance.report", self.report.text(), self._print, icon=compliance_reports.ICON),)
        return (*views, *shown, *year, *compliance_reports.commands(self.desk, self._day_shown()), self._figures())

    def show_view(self, view: str) -> None:
        self.views.choose(view)
        self._fill()
        (self.members if view == "members" else self.table).setFocus()

    def show_span(self, span: str) -> None:
        """A year by its number, or the term by `term-year` or `term-quarter`."""
        self.span.set_value(span)
        self._fill()

    def governing(self) -> tuple[Cite, ...]:
        return self.panel.governing() if self.views.current() == "rules" else ()

    def reasoned(self) -> Finding | None:
        line = self.panel.line() if self.views.current() == "rules" else None
        return line.finding if line else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads from the panel back to the cell."""
        if event.key() == Qt.Key.Key_Escape and self.panel.isAncestorOf(self.focusWidget() or self.table):
            self.toggle.setChecked(False)
            self.table.setFocus()
        else:
            super().keyPressEvent(event)

    # How it fits

    def set_width(self, width: Width) -> None:
        self._width = width
        single = width is Width.SINGLE
        self.head.set_compact(single)
        self._name_report()
        side = 12 if single else 20
        self._bar.setContentsMargins(side, 8 if single else 0, side, 8 if single else 10)
        self._left.setContentsMargins(side, 0, side if width <= Width.NARROW else 14, 8 if single else 14)
        self._lay()

    def _lay(self) -> None:
        """Grid, members or nothing; the panel beside the grid, behind its button, or in its place."""
        width, by_rule = self._width, self._sheets.currentWidget() is self.table
        narrowed, single, asked = width <= Width.NARROW, width is Width.SINGLE, self.toggle.isChecked()
        self.legend.setVisible(by_rule and not narrowed)
        rules = self.views.current() == "rules"
        self.contrary.setVisible(width is Width.WIDE)
        self.only.setVisible(rules and not single)
        self.export.setVisible(not rules and not single)
        self.toggle.setVisible(by_rule and narrowed)
        self.toggle.setText("Về bảng" if asked and single else "Chi tiết")
        self.panel.setVisible(by_rule and (asked or not narrowed))
        self.panel.setMinimumWidth(SIDE[width])
        self.panel.setMaximumWidth(_ANY if single else SIDE[width])
        self._sheet.setVisible(not (by_rule and asked and single))
