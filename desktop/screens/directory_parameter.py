"""One parameter of a regulation beside its table: what it means, what the text lays down, the office's own value."""

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.qt.boxes import STRETCH, column, empty, hairline, holder, label, row
from desktop.qt.buttons import Button
from desktop.qt.notices import Band
from desktop.screens.desk import Change, Desk
from desktop.screens.regulation_value import ValueEditor
from desktop.screens.show import article_link
from desktop.usecases import ruleset, settings
from desktop.usecases.ruleset import ParameterRow, UseRow
from desktop.usecases.settings import SettingRow

_BLOCK = (16, 12, 16, 12)


class ParameterPanel(QWidget):
    """The office's value saves when left; where the text is silent, the setting that fills it is offered instead."""

    def __init__(self, desk: Desk, band: Band) -> None:
        super().__init__()
        self.desk, self.band = desk, band
        self._row: ParameterRow | None = None
        self._use: UseRow | None = None
        self.means, self.text = label("", wrap=True), label("", "strong", wrap=True)
        self._link = column(gap=0)
        self.own_title = label("", "section")
        self.note = label("", "caption", wrap=True)
        self.value = ValueEditor("", name="Quy ước của đơn vị")
        self.back = Button("", kind="small", run=self._give_back)
        self._own = holder(
            column(self.own_title, self.value, self.note, row(self.back, STRETCH), gap=8, margins=_BLOCK)
        )
        self.setLayout(
            column(column(self.means, self.text, self._link, gap=8, margins=_BLOCK), hairline(), self._own, gap=0)
        )
        self.value.saved.connect(self._save)

    def show_row(self, row: ParameterRow | None, use: UseRow | None) -> None:
        self._row, self._use = row, use
        self.setVisible(row is not None)
        if row and use:
            self._show_text(row, use)
            setting = self._setting(row)
            self._own.setVisible(row.cite is not None or setting is not None)
            if setting:
                self._show_setting(setting)
            else:
                self._show_own(row)

    def _show_text(self, row: ParameterRow, use: UseRow) -> None:
        self.means.setText(row.means)
        day = max(use.from_, min(self.desk.today, use.to or self.desk.today))
        self.text.setText(ruleset.text_says(use.in_force, row.key, day) if row.cite else vi.SILENT)
        self.text.set_role("strong" if row.cite else "second")
        empty(self._link)
        if row.cite:
            self._link.addWidget(article_link(self.desk, row.cite))

    def _setting(self, row: ParameterRow) -> SettingRow | None:
        held = settings.settings(self.desk.facts, self.desk.today)
        return next((each for each in held if each.key == row.setting), None)

    def _show_own(self, row: ParameterRow) -> None:
        self.value.setVisible(not row.reading or row.overridden)
        if row.reading and not row.overridden:
            self._show_reading(row)
            return
        self.own_title.setText("Quy ước của đơn vị")
        self.note.setText(
            "Ghi khi đơn vị có quy định riêng; kết quả đối chiếu vẫn dẫn điều trên và ghi “theo quy ước của đơn vị”."
        )
        self.back.setText("Theo văn bản")
        own = vi.capital(row.value) if row.overridden else ""
        self.value.show_value(own, unit=row.unit, choices=row.choices, none="Theo văn bản", base=row.value)
        self.back.setVisible(row.overridden)

    def _show_reading(self, row: ParameterRow) -> None:
        """No value of the office's own is offered where it would change no answer."""
        self.own_title.setText("Chỉ để tra cứu")
        self.note.setText(f"{vi.capital(row.reading)}; quy ước riêng không làm thay đổi kết quả đối chiếu nào.")
        self.back.hide()

    def _show_setting(self, setting: SettingRow) -> None:
        self.value.show()
        self.own_title.setText(setting.title)
        self.note.setText(f"{setting.means} Mặc định: {setting.default[:1].lower()}{setting.default[1:]}.")
        self.back.setText("Dùng mặc định")
        own = setting.value if setting.own else ""
        self.value.show_value(own, unit=setting.kind, choices=setting.choices, none="Theo mặc định")
        self.back.setVisible(setting.own)

    def _give_back(self) -> None:
        self._save("")

    def _save(self, text: str) -> None:
        if not (self._row and self._use):
            return
        change = self._change(self._row, self._use, text)
        if self.desk.do(f"Quy ước của đơn vị: {self._row.means}", change, band=self.band):
            self.band.clear()

    def _change(self, row: ParameterRow, use: UseRow, text: str) -> Change:
        facts = self.desk.facts
        if row.cite is None:
            return partial(settings.set_setting, facts=facts, key=row.setting or "", text=text, from_=self.desk.today)
        if text:
            return partial(ruleset.set_override, facts=facts, key=row.key, from_=use.from_, text=text)
        return partial(ruleset.remove_override, facts=facts, key=row.key, from_=use.from_)
