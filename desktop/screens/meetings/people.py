"""Thành phần: who sits in the body that day and who will be away; the guests, and those the regulation asks for."""

import datetime as dt
from dataclasses import dataclass
from functools import partial

from desktop import vi
from desktop.domain.findings import Cite
from desktop.domain.guests import REQUIRED
from desktop.domain.records import Guest, Meeting
from desktop.domain.rules import meeting_guests_ubkt
from desktop.qt.boxes import STRETCH, column, empty, framed, holder, label, row
from desktop.qt.buttons import Button
from desktop.qt.marks import Mark
from desktop.qt.notices import QuorumBar
from desktop.qt.table import Column, Table
from desktop.screens.base.desk import Desk
from desktop.screens.base.panes import Panes, Part
from desktop.screens.base.screen import Width
from desktop.screens.meetings.dialogs import GuestDialog
from desktop.screens.meetings.move import MoveDialog
from desktop.screens.meetings.pane import Pane
from desktop.usecases.absences import outlook as absence_outlook
from desktop.usecases.directory import units
from desktop.usecases.meetings import edits as meeting_edits
from desktop.usecases.meetings import rows as meetings

MEMBERS = (
    Column("Họ và tên", lambda one: one.name, bold=True, key=lambda one: vi.name_key(one.person.name)),
    Column("Chức vụ", lambda one: one.position, tone="text2", drop=1, tip=lambda one: one.position),
    Column(
        "Dự kiến",
        lambda one: expected(one),
        icon=lambda one: "mdi6.account-clock-outline" if one.away else "mdi6.check",
        tone=lambda one: "text" if one.away else "text2",
        width=210,
        tip=lambda one: expected(one),
    ),
)


@dataclass(frozen=True, slots=True)
class GuestRow:
    id: int
    name: str
    note: str
    guest: Guest


GUESTS = (
    Column("Khách mời", lambda one: one.name, sortable=False, tip=lambda one: one.name),
    Column("Ghi chú", lambda one: one.note, width=140, tone="text2", sortable=False, drop=1),
    Column("", lambda one: "", width=56, sortable=False),
)


def expected(one: meetings.AttendanceRow) -> str:
    """`Dự họp`, or why and until when the member is away."""
    if one.away is None:
        return "Dự họp"
    until = vi.day_short(one.away.to)
    return f"Vắng đến {until}: {one.away.destination or vi.AREA[one.away.area].lower()}"


class PeoplePane(Pane):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._layout()
        self.guests.keyed.connect(lambda one, key: self._remove(one) if key == "Delete" else None)
        self.guests.acted.connect(self._remove)

    def _layout(self) -> None:
        self.count, self.needed = label("", "count"), label("", "second")
        self.bar = QuorumBar()
        self.members = Table(
            MEMBERS,
            name="Thành viên",
            row_height=30,
            least=150,
            row_key=lambda one: one.person.id,
            empty="Chưa có thành viên trong ngày họp.",
        )
        self.add = Button("Thêm khách mời…", icon="mdi6.plus", kind="small", run=self.add_guest)
        self.invite = Button(
            "Mời ủy viên Ủy ban Kiểm tra", icon="mdi6.account-plus-outline", kind="small", run=self._invite
        )
        self.hint_mark, self.hint = Mark("due", "Cần mời thêm"), label("", wrap=True)
        self.hint_row = framed(row(self.hint_mark, (self.hint, 1), self.invite, margins=(12, 8, 12, 8)))
        self.guests = Table(
            GUESTS,
            name="Khách mời",
            action=lambda _: "Bỏ",
            empty="Chưa mời ai. Khách mời không tính vào số ủy viên dự.",
        )
        self.guest_note = label("", "caption")
        head = row(self.count, self.needed, STRETCH, gap=8)
        self.better_words, self.better = label("", wrap=True), row(gap=6)
        self.better_row = framed(
            column(
                row(Mark("breach", "Không đủ số"), (self.better_words, 1)), self.better, gap=6, margins=(12, 8, 12, 8)
            )
        )
        self.left = holder(column(head, self.bar, self.better_row, (self.members, 1), gap=6, margins=(20, 8, 16, 12)))
        top = row(label("Khách mời", "section"), self.guest_note, STRETCH, self.add)
        self.right = holder(column(top, self.hint_row, (self.guests, 1), gap=8, margins=(16, 12, 20, 12)))
        self.panes = Panes(
            "people",
            Part(self.left, ("members",)),
            Part(self.right, ("guests",)),
            segments=(("members", "Thành viên"), ("guests", "Khách mời")),
            sizes=(640, 506),
            memory=self.desk.state,
            alone=Width.NARROW,
        )
        self.setLayout(column((self.panes, 1), gap=0))

    def begin(self) -> None:
        self.members.setFocus()

    def show_meeting(self, meeting: Meeting, *, anew: bool) -> None:
        self.meeting = meeting
        facts = self.desk.facts
        held = bool(meeting.attendance)
        forecast = meetings.present(facts, meeting) if held else meetings.forecast(facts, meeting)
        self.count.setText(f"{forecast.present}/{forecast.members}")
        needed = f", cần {forecast.needed}" if forecast.needed is not None else ""
        self.needed.setText(f"{'có mặt' if held else 'dự kiến có mặt'}{needed}")
        self.bar.set(forecast.present, forecast.members, forecast.needed or 0)
        self.members.set_rows(tuple(meetings.attendance(facts, meeting)))
        self.guests.set_rows(
            tuple(
                GuestRow(index, meetings.guest_name(facts, one), "Đại diện cấp trên" if one.superior else "", one)
                for index, one in enumerate(meeting.guests)
            )
        )
        self.guest_note.setText(f"{len(meeting.guests)} người, đơn vị" if meeting.guests else "")
        self._show_missing(meeting, meeting.start.date())
        self._show_better(meeting)

    def _show_better(self, meeting: Meeting) -> None:
        """Where the absences leave too few, the nearest days that hold, each a button that asks to move there."""
        one = absence_outlook.failing(self.desk.facts, meeting, self.desk.today)
        self.better_row.setVisible(one is not None)
        empty(self.better)
        if one is None:
            return
        days = "ngày gần nhất đủ số:" if one.better else "trong 30 ngày gần đó không có ngày nào đủ số."
        self.better_words.setText(f"{one.text}; {days}")
        for day in one.better:
            words = f"{vi.WEEKDAY_SHORT[day.weekday()]} {vi.day_short(day)}"
            self.better.addWidget(Button(words, kind="small", run=partial(self._move_to, day)))
        self.better.addStretch(1)

    def _move_to(self, day: dt.date) -> None:
        assert self.meeting is not None
        MoveDialog(self.desk, self.meeting, day, parent=self).open()

    def _show_missing(self, meeting: Meeting, day: dt.date) -> None:
        missing = meetings.missing_inspectors(self.desk.facts, meeting)
        ruling = self.desk.facts.ruling(REQUIRED.of(meeting_guests_ubkt.RULE.id), day)
        article = f" ({vi.cite(ruling.cite)})" if ruling else ""
        names = ", ".join(person.name for person in missing)
        self.hint.setText(f"Cần mời ủy viên Ủy ban Kiểm tra không phải cấp ủy viên: {names}{article}.")
        self.hint_row.setVisible(bool(missing))

    def add_guest(self) -> None:
        assert self.meeting is not None
        day = self.meeting.start.date()
        facts = self.desk.facts
        people = [one for one in facts.office.people if facts.holds(one.id, self.meeting.body, day) is None]
        people.sort(key=lambda one: vi.name_key(one.name))
        dialog = GuestDialog(facts, people, units.standing(facts, day), parent=self)
        dialog.taken.connect(lambda guest: self.act("Thêm khách mời", meeting_edits.add_guest, guest=guest))
        dialog.open()

    def _invite(self) -> None:
        self.act("Mời ủy viên Ủy ban Kiểm tra", meeting_edits.invite_inspectors, said="Đã thêm vào khách mời.")

    def _remove(self, one: GuestRow) -> None:
        self.act("Bỏ khách mời", meeting_edits.remove_guest, said="Đã bỏ khách mời.", guest=one.guest)

    def set_width(self, width: Width) -> None:
        self.panes.set_width(width)

    def governing(self) -> tuple[Cite, ...]:
        assert self.meeting is not None
        day = self.meeting.start.date()
        quorum = meetings.forecast(self.desk.facts, self.meeting).cite
        guests = self.desk.facts.ruling(REQUIRED.of(meeting_guests_ubkt.RULE.id), day)
        return tuple(cite for cite in (quorum, guests.cite if guests else None) if cite)
