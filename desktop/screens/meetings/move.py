"""Dời ngày and hoãn họp: what follows is shown before anything is taken."""

import datetime as dt

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.records import Meeting
from desktop.qt.boxes import STRETCH, column, empty, holder, label, row, scroll
from desktop.qt.dialog import Dialog
from desktop.qt.fields import DateField, TimeField, form
from desktop.qt.marks import Mark
from desktop.qt.notices import Band
from desktop.screens.base.acting import Acting
from desktop.screens.base.desk import Desk
from desktop.screens.base.live import on_typing, typed
from desktop.screens.base.show import article_link
from desktop.usecases.meetings import edits as meeting_edits
from desktop.usecases.meetings import moves as meeting_moves
from desktop.usecases.meetings import planning
from desktop.usecases.meetings import rows as meetings


class MoveDialog(Dialog):
    """Another day or hour, with every deadline, absence and verdict that changes with it."""

    def __init__(
        self, desk: Desk, meeting: Meeting, day: dt.date | None = None, *, parent: QWidget | None = None
    ) -> None:
        super().__init__("Dời ngày họp", primary="Dời ngày", primary_icon="mdi6.calendar-arrow-right", parent=parent)
        self._desk, self._meeting = desk, meeting
        self._layout()
        self._acting = Acting(desk, self.band, "meeting")
        self.day.set_value(day or meeting.start.date())
        self.time.set_value(meeting.start.time())
        for field in (self.day, self.time):
            on_typing(field, self._show)
            field.saved.connect(lambda _: self._show())
        self._show()

    def _layout(self) -> None:
        self.band = Band()
        self.day = DateField("Ngày mới", today=self._meeting.start.date(), required=True)
        self.time = TimeField("Giờ", required=True)
        self.day_line = label("", "caption")
        self.lines = column(gap=8)
        start = self._meeting.start
        was = f"{meetings.title_of(self._meeting)}, đang xếp {vi.weekday(start)} {vi.day(start)}"
        self.body.addLayout(
            column(
                label(was, wrap=True),
                self.band,
                form(((self.day, 2), (self.time, 1))),
                self.day_line,
                label("Dời sang ngày này thì", "section"),
                (scroll(holder(column(self.lines, gap=0))), 1),
            )
        )
        self.set_size(520, 500)

    def start(self) -> dt.datetime:
        day, time = typed(self.day), typed(self.time)
        assert day is not None
        assert time is not None
        return dt.datetime.combine(day, time)

    def _show(self) -> None:
        start = self.start()
        self.day_line.setText(f"{vi.capital(vi.weekday(start))}, {planning.far(start.date(), self._desk.today)}")
        empty(self.lines)
        for line in meeting_moves.consequences(self._desk.facts, self._meeting, start, self._desk.today):
            self.lines.addWidget(consequence_line(self._desk, line))
        self.lines.addStretch(1)
        self.primary.setEnabled(start != self._meeting.start)

    def accept(self) -> None:
        if not (self.day.commit() and self.time.commit()):
            return
        start = self.start()
        self._acting.shown = self._meeting
        said = f"Đã dời sang {vi.weekday(start)} {vi.day(start)}."
        if self._acting.do("Dời ngày họp", meeting_edits.move, said=said, start=start):
            super().accept()


def consequence_line(desk: Desk, line: meeting_moves.Consequence) -> QWidget:
    words = column(label(line.text, wrap=True), gap=1)
    if line.cite is not None:
        words.addWidget(article_link(desk, line.cite))
    verdict = line.verdict or ""
    mark = Mark(verdict, vi.VERDICT[line.verdict] if line.verdict else "", 18)
    return holder(row(column(mark, STRETCH, gap=0), (words, 1), gap=8))
