"""Quy ước của đơn vị: what the regulation in force leaves to the office, and what it leaves open altogether."""

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.findings import Cite
from desktop.qt.boxes import column, empty, hairline, holder, label
from desktop.qt.model import Column, GroupRow
from desktop.screens.base.desk import Desk
from desktop.screens.base.filters import Search, Segments
from desktop.screens.base.record_tab import Listed, RecordTab
from desktop.screens.base.screen import Width
from desktop.screens.base.show import article_link
from desktop.screens.base.tab import grouped
from desktop.screens.regulations.own_value_part import OwnValuePart
from desktop.usecases.regulations import own_values
from desktop.usecases.regulations import settings_gathered as office_settings
from desktop.usecases.regulations.settings_gathered import FILLING, OPEN, SettingLine

LEAD = (
    "Nội dung quy chế chưa quy định, đơn vị ghi quy ước của mình ở đây. "
    "Kết quả dựa vào quy ước đều ghi “theo quy ước của đơn vị”."
)
UNJUDGED = "Quy chế không quy định và không giao đơn vị quy ước, nên việc này không được đối chiếu."
DECIDED = "Quy chế đang áp dụng đã quy định"
UNCHANGED = "quy ước riêng không làm thay đổi kết quả đối chiếu nào"
SEGMENTS = (("", "Tất cả"), ("fill", "Đơn vị quy ước"), ("open", "Không có quy định"))
_GROUPS = {"": "", "fill": FILLING, "open": OPEN}
_BLOCK = (16, 12, 16, 12)


def _value(line: SettingLine) -> str:
    return line.value


def _filled(line: SettingLine) -> str:
    return line.silences[0] if line.silences else ""


def _value_tone(line: SettingLine) -> str:
    return "text" if line.setting else "text2"


def _whole(line: SettingLine) -> str:
    return f"{line.title}\n{line.means}"


class SettingsTab(RecordTab[SettingLine]):
    """Enter on a setting changes it from a day on; what nothing depends on today is shown, not offered."""

    key = "settings"
    SEARCH = Search("Tìm quy ước", 170, Width.NARROW)
    SEGMENTS = Segments("Quy ước nào", SEGMENTS)
    TABLE = Listed("Quy ước của đơn vị", "Không có quy ước nào khớp.", least=300, row_height=44)
    COLUMNS = (
        Column("Nội dung", lambda r: r.title, second=lambda r: r.means, tip=_whole),
        Column("Đang dùng", _value, 150, second=lambda r: r.source, second_tone="text2", tone=_value_tone, tip=_value),
        Column("Dùng khi quy chế chưa quy định", _filled, width=280, tone="text2", drop=1, tip=_filled),
    )

    def make(self) -> None:
        self.lead = label(LEAD, "second", wrap=True)
        self.least[self.lead] = Width.MIDDLE
        self.panel = SettingPanel(self.desk)
        self.side.add(self.panel, bare=True)

    def sheet(self) -> QWidget:
        return holder(column(self.lead, (self.table, 1), gap=10))

    def rows(self) -> tuple[SettingLine | GroupRow, ...]:
        wanted = _GROUPS[self.only.current()]
        lines = office_settings.gathered(self.desk.facts, self.desk.today, text=self.filters.text())
        return grouped([line for line in lines if wanted in ("", line.group)], lambda line: line.group)

    def show_row(self, one: SettingLine | None) -> None:
        self.side.set_title("Quy ước" if one and one.setting else "Nội dung chưa quy định")
        self.panel.show_line(one)

    def open(self, one: SettingLine) -> None:
        self.show_side()
        self.panel.own.open()

    def governing(self) -> tuple[Cite, ...]:
        line = self.current()
        return line.cites if line else ()

    def select(self, record_id: str) -> None:
        self.table.select(record_id)


def show_setting(part: OwnValuePart, line: SettingLine) -> None:
    """A setting in its part, with why it is not offered where it is not."""
    assert line.setting
    subject, note, day = own_values.of_setting(line.setting), _why_idle(line), part.desk.today
    part.show_subject(subject, note=note, back="Dùng mặc định", offered=line.offered, day=day)


def _why_idle(line: SettingLine) -> str:
    if line.offered:
        return ""
    idle = "Quy chế đang áp dụng không có thời hạn nào tính theo quy ước này" if line.silences else DECIDED
    return f"{vi.capital(line.why) or idle}; {UNCHANGED}."


class SettingPanel(QWidget):
    """What the setting means, its value and default, and which silences of the regulation it fills."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.title, self.means = label("", "strong", wrap=True), label("", wrap=True)
        self.own = OwnValuePart(desk)
        self._fills_title, self._fills = label("", "strong", wrap=True), column(gap=6)
        self._below = holder(column(self._fills_title, self._fills, gap=6, margins=_BLOCK))
        self._line = hairline()
        self.setLayout(
            column(column(self.title, self.means, self.own, gap=8, margins=_BLOCK), self._line, self._below, gap=0)
        )

    def show_line(self, line: SettingLine | None) -> None:
        self.setVisible(line is not None)
        if line is None:
            return
        self.own.setVisible(line.setting is not None)
        self.title.setText(line.title)
        self.means.setText(line.means if line.setting else UNJUDGED)
        if line.setting:
            show_setting(self.own, line)
        self._show_fills(line)

    def _show_fills(self, line: SettingLine) -> None:
        empty(self._fills)
        shown = bool(line.silences or line.cites)
        self._below.setVisible(shown)
        self._line.setVisible(shown)
        self._fills_title.setText("Quy chế đang áp dụng chưa quy định" if line.silences else DECIDED)
        for silence in line.silences:
            self._fills.addWidget(label(silence, wrap=True))
        for cite in () if line.silences else dict.fromkeys(line.cites):
            self._fills.addWidget(article_link(self.desk, cite))
