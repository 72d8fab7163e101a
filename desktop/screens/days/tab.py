"""The days off of a year: national ones with their lunar days, and the office's own with the document behind each."""

import datetime as dt
from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.qt.boxes import STRETCH, column, label, row
from desktop.qt.buttons import Button
from desktop.qt.fields import Combo
from desktop.qt.model import Column
from desktop.screens.base.filters import narrow
from desktop.screens.base.record_tab import Begin, Listed, RecordTab
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


class DaysTab(RecordTab[DayRow]):
    """Only the office's own days can be taken away."""

    key = "days"
    TABLE = Listed("Lịch nghỉ", "Năm này chưa có ngày nghỉ nào.", row_height=32)
    COLUMNS = COLUMNS
    BEGIN = Begin("Thêm ngày", "directory.add-day", "Thêm ngày nghỉ, làm bù", "mdi6.calendar-plus", "Danh mục")

    def make(self) -> None:
        today = self.desk.today
        years = range(today.year - _YEARS_BEFORE, today.year + _YEARS_AFTER + 1)
        self.year = narrow(Combo("", [(str(year), f"Năm {year}") for year in years], name="Năm"), 130)
        self.year.set_value(str(today.year))
        self.year.saved.connect(self.refresh)
        self.count = label("", "second")
        self.day, self.what = label("", "strong"), label("", wrap=True)
        self.lunar, self.ground = label("", "caption", wrap=True), label("", "caption", wrap=True)
        self.remove_button = Button("Bỏ ngày này", icon="mdi6.trash-can-outline", run=self.remove)
        self.side.add(column(self.day, self.lunar, self.what, self.ground, row(self.remove_button, STRETCH), gap=6))

    def bar(self) -> tuple[QWidget, ...]:
        return self.year, self.count

    def key_of(self, one: DayRow) -> dt.date:
        return one.date

    def rows(self) -> Sequence[DayRow]:
        year = int(self.year.value() or self.desk.today.year)
        rows = days.days_of(self.desk.facts, year)
        own = sum(row.own for row in rows)
        self.count.setText(f"{len(rows)} ngày, {own} ngày của đơn vị" if own else f"{len(rows)} ngày")
        self._say_provisional(year)
        return rows

    def _say_provisional(self, year: int) -> None:
        self.band.clear()
        if days.is_provisional(self.desk.facts, year):
            self.band.set_verdict("unclear")
            self.band.show_refusal(PROVISIONAL.format(year=year))

    def show_row(self, row: DayRow | None) -> None:
        self.side.set_title("Ngày" if row else "Chưa chọn ngày nào")
        for widget in (self.day, self.lunar, self.what, self.ground):
            widget.setVisible(row is not None)
        self.remove_button.setVisible(bool(row and row.own))
        if row:
            self.day.setText(f"{vi.capital(vi.weekday(row.date))} {vi.day(row.date)}")
            self.lunar.setText(f"Âm lịch: {row.lunar}")
            self.what.setText(row.what)
            self.ground.setText(f"Theo {row.ground}" if row.own else row.ground or "Theo lịch nghỉ lễ, Tết của cả nước")

    def begin(self) -> None:
        dialog = DayDialog(self.desk, parent=self)
        if dialog.exec():
            day = dialog.draft().date or self.desk.today
            self.year.set_value(str(day.year))
            self.refresh()
            self.table.select(day)

    def delete(self, one: DayRow) -> None:
        if one.own:
            change = partial(days.remove_day, facts=self.desk.facts, day=one.date)
            if self.desk.do(f"Bỏ ngày {vi.day(one.date)} của đơn vị", change):
                self.desk.toast(f"Đã bỏ ngày {vi.day(one.date)} của đơn vị", undo=True)
