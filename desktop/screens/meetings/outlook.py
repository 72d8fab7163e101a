"""What a draft of a meeting would mean: who will be there, the deadlines, every finding; beside the planning form."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from desktop import vi
from desktop.domain.findings import Finding
from desktop.domain.records import Meeting
from desktop.qt.boxes import STRETCH, column, holder, label, row
from desktop.qt.buttons import Button
from desktop.qt.marks import Mark
from desktop.qt.pages import SidePanel
from desktop.screens.base.day_lines import absence_lines, deadline_line, quorum_lines, section
from desktop.screens.base.desk import Desk
from desktop.screens.base.show import article_link
from desktop.usecases.base.said import said_of
from desktop.usecases.meetings import findings as meeting_findings
from desktop.usecases.meetings import planning
from desktop.usecases.meetings import rows as meetings

MOST_AWAY = 3


class OutlookPanel(SidePanel):
    """`wanted` a better day was taken."""

    wanted = Signal(dt.date)

    def __init__(self, desk: Desk) -> None:
        super().__init__("Nếu họp ngày này")
        self._desk = desk

    def show_draft(self, draft: Meeting) -> None:
        outlook = planning.outlook(self._desk.facts, draft, self._desk.today)
        day = draft.start.date()
        self.clear()
        self.set_title(f"{vi.capital(vi.weekday(day))}, {vi.day(day)}", planning.far(day, self._desk.today))
        self.add(column(*self._day_lines(outlook), *quorum_lines(self._desk, draft), *self._better(outlook), gap=6))
        if outlook.away:
            self.add(section("Đi vắng ngày này", self._away(outlook)))
        if outlook.quorum.taken:
            self.add(section("Bận việc khác cùng giờ", self._taken(outlook)))
        if outlook.back.deadlines:
            lines = [deadline_line(one, day) for one in outlook.back.deadlines]
            self.add(section("Hạn tính ngược", [*lines, label(outlook.back.said, "caption", wrap=True)]))
        self.add(section("Theo Quy chế", self._findings(draft, outlook)))

    def _day_lines(self, outlook: planning.Outlook) -> list[QWidget]:
        lines = []
        if outlook.why_off:
            lines.append(_warning(f"Là ngày nghỉ: {outlook.why_off}."))
        for other in outlook.clashes:
            lines.append(_warning(f"Cùng ngày: {vi.clock(other.start)} {meetings.title_of(other)}."))
        return lines

    def _away(self, outlook: planning.Outlook) -> list[QLayout | QWidget]:
        """Each with where and until when; of many only the names, so that the deadlines stay in sight."""
        if len(outlook.away) <= MOST_AWAY:
            return [absence_lines(self._desk, absence) for _, absence in outlook.away]
        names = ", ".join(person.name for person, _ in outlook.away)
        return [label(f"{len(outlook.away)} ủy viên: {names}", wrap=True)]

    def _taken(self, outlook: planning.Outlook) -> list[QLayout | QWidget]:
        """Each event with those it takes."""
        facts, found = self._desk.facts, outlook.quorum.taken
        events = dict.fromkeys(one for _, one in found)
        names = {one: ", ".join(facts.named(ident) for ident, by in found if by == one) for one in events}
        return [
            column(
                label(names[one], wrap=True), label(f"bận: {vi.event_title(one.event)}", "caption", wrap=True), gap=1
            )
            for one in events
        ]

    def _better(self, outlook: planning.Outlook) -> list[QWidget]:
        """The nearest days on which the quorum holds, each a button that takes it."""
        if outlook.quorum.holds:
            return []
        if not outlook.better:
            return [label(f"Trong {planning.SEARCH_DAYS} ngày gần đó không có ngày nào đủ số.", "caption", wrap=True)]
        buttons = [self._day_button(day) for day in outlook.better]
        return [label("Ngày gần nhất đủ số", "caption"), holder(row(*buttons, STRETCH, gap=6))]

    def _day_button(self, day: dt.date) -> Button:
        short = f"{vi.WEEKDAY_SHORT[day.weekday()]} {vi.day_short(day)}"
        return Button(short, kind="small", run=lambda: self.wanted.emit(day))

    def _findings(self, draft: Meeting, outlook: planning.Outlook) -> list[QLayout | QWidget]:
        lines = meeting_findings.grouped(draft, outlook.findings)
        if not lines:
            return [label("Không có quy định nào áp dụng.", "second")]
        return [self._finding(name, finding) for name, finding in lines]

    def _finding(self, name: str, finding: Finding) -> QLayout:
        words = column(
            label(name, "strong"),
            label(finding.text, "caption", wrap=True),
            article_link(self._desk, finding.cite),
            gap=1,
        )
        return row(column(Mark(finding.verdict, said_of(finding)), STRETCH, gap=0), (words, 1), gap=8)


def _warning(text: str) -> QWidget:
    return holder(row(Mark("unclear", "Chú ý", 16), (label(text, wrap=True), 1), gap=8))
