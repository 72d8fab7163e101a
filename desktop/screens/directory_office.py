"""The office itself: its names, place and term, and its settings for what the regulations leave open."""

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.domain.records import Term
from desktop.qt.boxes import STRETCH, column, framed, holder, label, row, scroll
from desktop.qt.buttons import Button
from desktop.qt.fields import Combo, DateField, TextField, form
from desktop.qt.table import Column, Table
from desktop.screens.desk import Desk
from desktop.screens.directory_tab import DirectoryTab, keep_chosen
from desktop.usecases import office, settings
from desktop.usecases.settings import SettingRow

COLUMNS = (
    Column("Thiết đặt", lambda r: r.title, second=lambda r: r.means, tip=lambda r: r.means),
    Column("Đang dùng", lambda r: r.value, width=210, second=lambda r: "do đơn vị đặt" if r.own else "mặc định"),
)


class OfficeTab(DirectoryTab):
    """Every field saves when left; a setting that is emptied goes back to its default."""

    key = "office"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.fields = {key: TextField(title) for key, title in office.FIELDS.items()}
        self.term_from = DateField("Nhiệm kỳ từ", today=desk.today)
        self.term_to = DateField("đến hết", today=desk.today)
        self.table = Table(
            COLUMNS, name="Thiết đặt", memory=self.desk.state, row_height=44, empty="Không có thiết đặt nào khớp."
        )
        self.means, self.default = label("", "second", wrap=True), label("", "caption", wrap=True)
        self.typed, self.picked = TextField("Giá trị của đơn vị"), Combo("Giá trị của đơn vị", empty="Theo mặc định")
        self.back = Button("Dùng mặc định", run=lambda: self._set(""))
        self.side.add(column(self.means, self.typed, self.picked, self.default, row(self.back, STRETCH), gap=10))
        self.sheet = framed(column(self._form(), margins=(16, 12, 16, 14)))
        self.table.setMinimumHeight(180)
        self.lay_out(scroll(holder(column(self.sheet, (self.table, 1), gap=12))), label("Cơ quan", "section"))
        self._connect()

    def _form(self) -> QWidget:
        names = ((self.fields["name"], 2), (self.fields["superior"], 2), (self.fields["province"], 2))
        marks = ((self.fields["place"], 3), (self.fields["symbol"], 2), (self.fields["congress"], 2))
        return holder(form(names, (*marks, (self.term_from, 2), (self.term_to, 2))))

    def _connect(self) -> None:
        for key, field in self.fields.items():
            field.saved.connect(partial(self._amend, key))
        for day in (self.term_from, self.term_to):
            day.saved.connect(self._amend_term)
        self.table.chosen.connect(self._show)
        self.table.opened.connect(self.show_side)
        self.typed.saved.connect(self._set)
        self.picked.saved.connect(lambda code: self._set(code or ""))

    def refresh(self) -> None:
        head = self.desk.facts.office.office
        for key, field in self.fields.items():
            _show(field, getattr(head, key))
        term = head.term or Term()
        _show(self.term_from, term.from_)
        _show(self.term_to, term.to)
        self.table.set_rows(settings.settings(self.desk.facts))
        keep_chosen(self.table)
        self._show(self.table.current())

    def _amend(self, key: str, text: object) -> None:
        change = partial(office.amend_head, facts=self.desk.facts, field=key, text=str(text))
        if self.desk.do(f"Sửa {office.FIELDS[key]}", change, band=self.band):
            self.band.clear()

    def _amend_term(self, _day: object) -> None:
        change = partial(
            office.amend_term, facts=self.desk.facts, from_=self.term_from.value(), to=self.term_to.value()
        )
        if self.desk.do("Sửa nhiệm kỳ", change, band=self.band):
            self.band.clear()

    # Settings

    def _show(self, setting: SettingRow | None) -> None:
        self.side.set_title(setting.title if setting else "Chưa chọn thiết đặt nào")
        for widget in (self.means, self.default, self.typed, self.picked, self.back):
            widget.setVisible(setting is not None)
        if setting:
            self._fill(setting)

    def _fill(self, setting: SettingRow) -> None:
        self.means.setText(setting.means)
        self.default.setText(f"Mặc định: {setting.default}")
        self.typed.setVisible(not setting.choices)
        self.picked.setVisible(bool(setting.choices))
        self.picked.set_options(setting.choices)
        own = setting.value if setting.own else ""
        self.picked.set_value(own or None)
        self.typed.set_value(own)
        self.back.setVisible(setting.own)

    def _set(self, text: object) -> None:
        setting: SettingRow | None = self.table.current()
        if setting:
            change = partial(settings.set_setting, facts=self.desk.facts, key=setting.key, text=str(text))
            if self.desk.do(f"Thiết đặt: {setting.title}", change, band=self.band):
                self.band.clear()


def _show(field: TextField | DateField, value: object) -> None:
    """Show a value where it is not shown already, so that what is being typed stays."""
    if field.value() != value:
        field.set_value(value)
