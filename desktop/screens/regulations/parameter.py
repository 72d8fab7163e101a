"""One parameter of a regulation beside its table: what it means, what the text lays down, the office's own value."""

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.qt.boxes import column, empty, hairline, holder, label
from desktop.screens.base.desk import Desk
from desktop.screens.base.show import article_link
from desktop.screens.regulations.own_value_part import OwnValuePart
from desktop.screens.regulations.settings import UNCHANGED, show_setting
from desktop.usecases.regulations import own_values, ruleset
from desktop.usecases.regulations import settings_gathered as office_settings
from desktop.usecases.regulations.ruleset import ParameterRow, UseRow
from desktop.usecases.regulations.settings_gathered import SettingLine

OWN = "Ghi khi đơn vị có quy định riêng; kết quả đối chiếu vẫn dẫn điều trên và ghi “theo quy ước của đơn vị”."
_BLOCK = (16, 12, 16, 12)


class ParameterPanel(QWidget):
    """Where the text is silent, the setting that fills it is offered instead; of what is for reading only, nothing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.means, self.text = label("", wrap=True), label("", "strong", wrap=True)
        self._link = column(gap=0)
        self.own_title = label("", "section")
        self.own = OwnValuePart(desk)
        self._own = holder(column(self.own_title, self.own, gap=8, margins=_BLOCK))
        self.setLayout(
            column(column(self.means, self.text, self._link, gap=8, margins=_BLOCK), hairline(), self._own, gap=0)
        )

    def show_row(self, row: ParameterRow | None, use: UseRow | None) -> None:
        self.setVisible(row is not None)
        if row and use:
            self._show_text(row, use)
            setting = None if row.cite else office_settings.line_of(self.desk.facts, self.desk.today, row.setting)
            self._own.setVisible(row.cite is not None or setting is not None)
            if setting:
                self._show_setting(setting)
            elif row.cite:
                self._show_own(row, use)

    def _show_text(self, row: ParameterRow, use: UseRow) -> None:
        self.means.setText(row.means)
        day = max(use.from_, min(self.desk.today, use.to or self.desk.today))
        self.text.setText(ruleset.text_says(use.in_force, row.key, day) if row.cite else vi.SILENT)
        self.text.set_role("strong" if row.cite else "second")
        empty(self._link)
        if row.cite:
            self._link.addWidget(article_link(self.desk, row.cite))

    def _show_own(self, row: ParameterRow, use: UseRow) -> None:
        self.own_title.setText("Quy ước của đơn vị")
        day = max(use.from_, min(self.desk.today, use.to or self.desk.today))
        if row.reading:
            self.own_title.setText("Chỉ để tra cứu")
        note = f"{vi.capital(row.reading)}; {UNCHANGED}." if row.reading else OWN
        self.own.show_subject(
            own_values.of_parameter(row), note=note, back=own_values.BY_TEXT, offered=not row.reading, day=day
        )

    def _show_setting(self, line: SettingLine) -> None:
        assert line.setting
        self.own_title.setText(line.title)
        show_setting(self.own, line)
