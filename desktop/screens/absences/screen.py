"""Đi vắng: the list with its filters and one absence beside it, or the year of every member."""

from functools import partial
from typing import cast

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.findings import Cite
from desktop.domain.records import Absence
from desktop.qt.boxes import STRETCH, column, holder, label, row
from desktop.qt.buttons import Button
from desktop.qt.commands import Command
from desktop.qt.fields import Combo, TextField
from desktop.qt.pages import EmptyState, PageHead, SegmentRow, Split, Step
from desktop.qt.table import Table
from desktop.screens.absences.columns import COLUMNS, action_of
from desktop.screens.absences.panel import AbsenceActs, AbsencePanel
from desktop.screens.absences.parts import AREAS
from desktop.screens.absences.strips import YearStrips
from desktop.screens.base.desk import Desk
from desktop.screens.base.filters import narrow
from desktop.screens.base.screen import Screen, Width
from desktop.screens.base.tab import SIDE, grouped, keep_chosen
from desktop.usecases.absences import rows as absences
from desktop.usecases.absences import year as absence_year
from desktop.usecases.absences.rows import AbsenceRow, State

MONTH_PAPER = "bang-vang-mat-thang"
STATES = tuple((str(state), text) for state, text in absences.STATE.items())
VIEWS = (("list", "Danh sách"), ("year", "Dải năm"))


class AbsencesScreen(Screen):
    place = "absences"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._width = Width.WIDE
        self.acts = AbsenceActs(desk, self)
        self._make_filters()
        self._layout()
        self._connect()
        self._show_years()
        self.year.set_value(str(desk.today.year))
        self.refresh(frozenset())

    # Layout

    def _make_filters(self) -> None:
        self.views = SegmentRow(VIEWS, name="Cách xem")
        self.year = narrow(Combo("", (), empty="Mọi năm", name="Năm"), 116)
        self.area = narrow(Combo("", AREAS, empty="Mọi nơi", name="Phạm vi đi"), 124)
        self.state = narrow(Combo("", STATES, empty="Mọi tình trạng", name="Tình trạng"), 164)
        self.search = narrow(TextField("", name="Tìm người, nơi đến", placeholder="Tìm người, nơi đến"), 190)
        self.toggle = Button("Chi tiết", checkable=True)
        self.filters = row(self.views, 4, self.year, self.area, self.state, STRETCH, self.search, self.toggle,
                           margins=(20, 0, 20, 10))  # fmt: skip

    def _layout(self) -> None:
        self.head = PageHead("Đi vắng")
        self.table = Table(COLUMNS, name="Danh sách đi vắng", row_height=42, action=action_of, least=130,
                           memory=self.desk.state,
                           empty="Không có lần đi vắng nào khớp bộ lọc. Đổi bộ lọc để xem lần khác.")  # fmt: skip
        self.panel = AbsencePanel(self.desk, self.acts)
        self._list_page = column(self.table, margins=(20, 0, 16, 14))
        self._sheet = holder(self._list_page)
        self.split = Split("absences", self._sheet, self.panel, sizes=(846, 300), memory=self.desk.state)
        self.strips = YearStrips()
        self.told = label("", "second")
        self.legend = label("", "caption", wrap=True)
        self.open_shown = Button("Mở", kind="small", run=self._open_bar)
        self.foot = row((self.told, 1), self.open_shown, gap=12)
        self._year_page = column((self.strips, 1), self.foot, self.legend, gap=8, margins=(20, 0, 20, 12))
        self.middle = QStackedWidget()
        for page in (self.split, holder(self._year_page)):
            self.middle.addWidget(page)
        self.setLayout(column(self.head, holder(self.filters), (self.middle, 1), gap=0))
        self.add_button = Button("Ghi đi vắng", icon="mdi6.plus", kind="primary", run=self.add)
        self.print_button = Button("In bảng tháng", icon="mdi6.printer-outline", run=self._print_month)
        self.head.set_primary(self.add_button)
        self.head.set_secondary(self.print_button)

    def _connect(self) -> None:
        for field in (self.year, self.area, self.state):
            field.saved.connect(lambda _: self._fill())
        self.search.line.textChanged.connect(lambda _: self._fill())
        self.views.chosen.connect(lambda _: self.show_view(self.views.current()))
        self.toggle.toggled.connect(lambda _: self._lay())
        self.table.chosen.connect(self._show_row)
        self.table.opened.connect(lambda one: self._open_row(one))
        self.table.acted.connect(self._act)
        self.table.keyed.connect(lambda one, key: self.acts.remove(one.absence) if key == "Delete" else None)
        self.strips.chosen.connect(lambda _: self._tell_bar())
        self.strips.opened.connect(self.open_record)
        self.strips.session_opened.connect(lambda ident: self.desk.go("meetings", ident))

    # What is shown

    def _show_years(self) -> None:
        found = absences.years(self.desk.facts, self.desk.today)
        self.year.set_options([(str(year), f"Năm {year}") for year in found])

    def refresh(self, kinds: frozenset[str]) -> None:
        self._show_years()
        self._fill()

    def _fill(self) -> None:
        if self.views.current() == "year":
            self._fill_year()
        else:
            self._fill_list()
        self._fill_empty()
        self._lay()

    def _fill_list(self) -> None:
        year, state = self.year.value(), self.state.value()
        rows = absences.rows(
            self.desk.facts,
            self.desk.findings(),
            self.desk.today,
            year=int(year) if year else None,
            area=self.area.value() or "",
            state_is=State(state) if state else None,
            text=self.search.line.text(),
        )
        self.table.set_rows(grouped(rows, lambda one: absences.STATE[one.state]))
        keep_chosen(self.table)
        self._show_row(self.table.current())
        open_ = sum(1 for one in rows if one.verdict in ("due", "breach") and not one.absence.reported)
        self.head.set_facts(f"{len(rows)} lần đi vắng" + (f" · {open_} chưa báo cáo" if open_ else ""))

    def _fill_year(self) -> None:
        year = int(self.year.value() or self.desk.today.year)
        shown = absence_year.year_of(
            self.desk.facts, self.desk.findings(), self.desk.today, year, text=self.search.line.text()
        )
        self.strips.set_year(shown)
        times = sum(len(strip.bars) for strip in shown.strips)
        self.head.set_facts(f"{len(shown.strips)} người · {times} lần đi vắng trong năm {year}")
        self.legend.setText(
            "Số ngày: ngày làm việc. Nền sẫm: ngày nghỉ. "
            "Vạch ở đầu bảng: hội nghị, cao là Ban Chấp hành, thấp là Ban Thường vụ. "
            "Phím ↑ ↓ chọn người, ← → chọn lần đi vắng, Enter mở."
        )
        self._tell_bar()

    def _tell_bar(self) -> None:
        self.told.setText(self.strips.accessibleDescription())
        self.open_shown.setVisible(self.strips.current() is not None)

    def _fill_empty(self) -> None:
        any_ = bool(self.desk.facts.office.absences)
        if not any_ and self.middle.count() == 2:
            self.middle.addWidget(holder(column(self._empty_state(), margins=(20, 0, 20, 14))))
        page = (1 if self.views.current() == "year" else 0) if any_ else 2
        self.middle.setCurrentIndex(page)
        self.add_button.setVisible(any_)
        self.print_button.setVisible(any_ and self._width is not Width.SINGLE)

    def _empty_state(self) -> EmptyState:
        add = Button("Ghi đi vắng", icon="mdi6.plus", kind="primary", run=self.add)
        steps = absences.first_steps(self.desk.facts, self.desk.today)
        return EmptyState(
            "mdi6.account-clock-outline",
            "Chưa ghi lần đi vắng nào",
            "Ghi người vắng và thời gian vắng. Chương trình tính số ngày làm việc, cho biết quy chế yêu cầu báo cáo gì "
            "và hội nghị nào vì thế không đủ số ủy viên dự.",
            primary=add,
            steps=tuple(Step(*step) for step in steps),
        )

    def _show_row(self, one: AbsenceRow | None) -> None:
        self.panel.show_absence(one.absence if one else None)

    def show_view(self, view: str) -> None:
        self.views.choose(view)
        self._fill()
        (self.strips if view == "year" else self.table).setFocus()

    def open_record(self, record_id: str) -> None:
        """Show one absence in the list, whatever the filters were; `new` begins an entry."""
        absence = self.desk.facts.one(Absence, record_id) if record_id else None
        if absence is not None:
            self.views.choose("list")
            for field in (self.area, self.state):
                field.set_value(None)
            self.search.set_value("")
            self.year.set_value(str(absence.from_.year))
            self._fill()
            self.table.select(record_id)
            self.toggle.setChecked(True)
        (self.strips if self.views.current() == "year" else self.table).setFocus()
        if record_id == "new":
            self.add()

    # What is done

    def add(self) -> None:
        made = self.acts.add()
        if made:
            self.open_record(made)

    def _open_row(self, one: AbsenceRow) -> None:
        if self.toggle.isVisible() and not self.toggle.isChecked():
            self.toggle.setChecked(True)
        else:
            self.acts.amend(one.absence)

    def _open_bar(self) -> None:
        bar = self.strips.current()
        if bar:
            self.open_record(bar.id)

    def _act(self, one: AbsenceRow) -> None:
        if action_of(one) == "Đã báo cáo":
            self.acts.reported_today(one.absence)
        else:
            self.acts.result_today(one.absence)

    def _print_month(self) -> None:
        self.desk.preview(MONTH_PAPER, f"{self.desk.today:%Y-%m}")

    def commands(self) -> tuple[Command, ...]:
        one = cast("AbsenceRow | None", self.table.current()) if self.views.current() == "list" else None
        found = [
            Command("absences.add", "Ghi đi vắng…", self.add, "Ctrl+N", "mdi6.plus"),
            Command("absences.list", "Đi vắng: danh sách", partial(self.show_view, "list"), "Alt+1"),
            Command("absences.year", "Đi vắng: dải năm", partial(self.show_view, "year"), "Alt+2"),
            Command("absences.month", "In bảng đi vắng tháng", self._print_month, icon="mdi6.printer-outline"),
        ]
        if one:
            held = one.absence
            found += [
                Command("absences.report", f"Đã báo cáo: {one.name}…", lambda: self.acts.report(held)),
                Command("absences.print", f"In báo cáo đi vắng: {one.name}", lambda: self.acts.print_report(held),
                        icon="mdi6.printer-outline"),
                Command("absences.amend", f"Sửa đi vắng: {one.name}…", lambda: self.acts.amend(held)),
            ]  # fmt: skip
        return tuple(found)

    def governing(self) -> tuple[Cite, ...]:
        return self.panel.governing()

    # How it fits

    def set_width(self, width: Width) -> None:
        self._width = width
        single = width is Width.SINGLE
        self.head.set_compact(single)
        side = 12 if single else 20
        self.filters.setContentsMargins(side, 8 if single else 0, side, 8 if single else 10)
        self._list_page.setContentsMargins(side, 0, side if width <= Width.NARROW else 16, 8 if single else 14)
        self._year_page.setContentsMargins(side, 0, side, 8 if single else 12)
        self.strips.set_names_width({Width.SINGLE: 128, Width.NARROW: 160}.get(width, 190))
        self.panel.setMinimumWidth(SIDE[width])
        self._fill_empty()
        self._lay()

    def _lay(self) -> None:
        """Filters and panes for the room there is and the view shown."""
        listed, width = self.views.current() == "list", self._width
        any_ = bool(self.desk.facts.office.absences)
        single, narrowed = width is Width.SINGLE, width <= Width.NARROW
        for field, wanted in (
            (self.views, any_),
            (self.year, any_),
            (self.area, any_ and listed and not narrowed),
            (self.state, any_ and listed and not single),
            (self.search, any_),
            (self.toggle, any_ and listed and narrowed),
            (self.legend, not single),
        ):
            field.setVisible(wanted)
        asked = self.toggle.isChecked()
        self.panel.setVisible(asked or not narrowed)
        self._sheet.setVisible(not (asked and single))
        self.toggle.setText("Về danh sách" if asked and single else "Chi tiết")
        self.search.setFixedWidth(120 if single else 190)
