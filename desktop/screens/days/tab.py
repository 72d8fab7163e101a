"""The days off of a year: national ones with their lunar days, and the office's own with the document behind each."""

from functools import partial

from desktop import vi
from desktop.qt.boxes import STRETCH, column, label, row
from desktop.qt.buttons import Button
from desktop.qt.commands import Command
from desktop.qt.fields import Combo
from desktop.qt.table import Column, Table
from desktop.screens.base.desk import Desk
from desktop.screens.base.tab import DirectoryTab, keep_chosen, narrow
from desktop.screens.days.dialogs import DayDialog
from desktop.usecases.days import edits as days
from desktop.usecases.days.edits import DayRow

COLUMNS = (
    Column("Ngày", lambda r: vi.day(r.date), width=96, key=lambda r: r.date),
    Column("Thứ", lambda r: vi.capital(vi.weekday(r.date)), width=84, drop=2, key=lambda r: r.date.weekday()),
    Column("Âm lịch", lambda r: r.lunar, width=150, tone="text2", drop=1, key=lambda r: r.date),
    Column("Nội dung", lambda r: r.what, tone=lambda r: "accent" if r.works else "text"),
    Column("Theo văn bản", lambda r: r.ground, tone="text2", width=190, drop=3),
)
_YEARS_BEFORE, _YEARS_AFTER = 5, 2
PROVISIONAL = "Chương trình chưa có thông báo chính thức về nghỉ lễ, Tết năm {year}; các ngày dưới đây còn tạm tính."


class DaysTab(DirectoryTab):
    """Only the office's own days can be taken away."""

    key = "days"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        years = range(desk.today.year - _YEARS_BEFORE, desk.today.year + _YEARS_AFTER + 1)
        self.year = narrow(Combo("", [(str(year), f"Năm {year}") for year in years], name="Năm"), 130)
        self.count = label("", "second")
        self.table = Table(
            COLUMNS,
            name="Lịch nghỉ",
            memory=self.desk.state,
            row_key=lambda r: r.date,
            empty="Năm này chưa có ngày nghỉ nào.",
        )
        self.day, self.what = label("", "strong"), label("", wrap=True)
        self.lunar, self.ground = label("", "caption", wrap=True), label("", "caption", wrap=True)
        self.remove_button = Button("Bỏ ngày này", icon="mdi6.trash-can-outline", run=self.remove)
        self.side.add(column(self.day, self.lunar, self.what, self.ground, row(self.remove_button, STRETCH), gap=6))
        self.lay_out(self.table, self.year, self.count)
        self.year.set_value(str(desk.today.year))
        self._connect()

    def _connect(self) -> None:
        self.year.saved.connect(self.refresh)
        self.table.chosen.connect(self._show)
        self.table.opened.connect(self.show_side)
        self.table.keyed.connect(lambda day, key: self.remove() if key == "Delete" else None)

    def refresh(self) -> None:
        year = int(self.year.value() or self.desk.today.year)
        rows = days.days_of(self.desk.facts, year)
        own = sum(row.own for row in rows)
        self.count.setText(f"{len(rows)} ngày, {own} ngày của đơn vị" if own else f"{len(rows)} ngày")
        self.table.set_rows(rows)
        keep_chosen(self.table)
        self._say_provisional(year)
        self._show(self.table.current())

    def _say_provisional(self, year: int) -> None:
        self.band.clear()
        if days.is_provisional(self.desk.facts, year):
            self.band.set_verdict("unclear")
            self.band.show_refusal(PROVISIONAL.format(year=year))

    def primary(self) -> Button:
        return Button("Thêm ngày", icon="mdi6.calendar-plus", kind="primary", run=self.add)

    def commands(self) -> tuple[Command, ...]:
        return (
            Command(
                "directory.add-day", "Thêm ngày nghỉ, làm bù", self.add, "Ctrl+N", "mdi6.calendar-plus", "Danh mục"
            ),
        )

    def _show(self, row: DayRow | None) -> None:
        self.side.set_title("Ngày" if row else "Chưa chọn ngày nào")
        for widget in (self.day, self.lunar, self.what, self.ground):
            widget.setVisible(row is not None)
        self.remove_button.setVisible(bool(row and row.own))
        if row:
            self.day.setText(f"{vi.capital(vi.weekday(row.date))} {vi.day(row.date)}")
            self.lunar.setText(f"Âm lịch: {row.lunar}")
            self.what.setText(row.what)
            self.ground.setText(f"Theo {row.ground}" if row.own else row.ground or "Theo lịch nghỉ lễ, Tết của cả nước")

    def add(self) -> None:
        dialog = DayDialog(self.desk, parent=self)
        if dialog.exec():
            day = dialog.draft().date or self.desk.today
            self.year.set_value(str(day.year))
            self.refresh()
            self.table.select(day)

    def remove(self) -> None:
        row: DayRow | None = self.table.current()
        if row and row.own:
            change = partial(days.remove_day, facts=self.desk.facts, day=row.date)
            if self.desk.do(f"Bỏ ngày {vi.day(row.date)} của đơn vị", change):
                self.desk.toast(f"Đã bỏ ngày {vi.day(row.date)} của đơn vị", undo=True)
