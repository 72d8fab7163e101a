"""Chuẩn bị: the meeting's form, its agenda, the item chosen, and what the regulation says while it is typed."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer

from desktop import vi
from desktop.domain.findings import Cite, Finding, gravest
from desktop.domain.records import AgendaItem, Meeting
from desktop.domain.refs import RecordRef
from desktop.qt.boxes import column, framed, holder, label, row, scroll
from desktop.qt.buttons import Button
from desktop.qt.notices import QuorumBar
from desktop.screens.base.contrary import found_with
from desktop.screens.base.desk import Desk
from desktop.screens.base.findings_panel import FindingsPanel
from desktop.screens.base.panes import Panes, Part
from desktop.screens.base.screen import Width
from desktop.screens.meetings.agenda import AgendaTable, ItemForm, first_open, item_or_new, number_of
from desktop.screens.meetings.dialogs import NoteDialog, PeopleDialog
from desktop.screens.meetings.form import MeetingForm
from desktop.screens.meetings.move import MoveDialog
from desktop.screens.meetings.pane import Pane
from desktop.usecases.meetings import edits as meeting_edits
from desktop.usecases.meetings import findings as meeting_findings
from desktop.usecases.meetings import planning
from desktop.usecases.meetings import rows as meetings

SEGMENTS = (("form", "Thông tin"), ("agenda", "Chương trình"), ("item", "Mục"), ("rules", "Quy chế"))


class PreparePane(Pane):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._item = ""
        self._asked_by_item = self._filling = False
        self._timer = QTimer(self, singleShot=True, interval=120)
        self._draft: Meeting | None = None
        self._layout()
        self._connect()

    def _layout(self) -> None:
        self.form = MeetingForm(self.desk)
        self.agenda = AgendaTable()
        self.item = ItemForm(self.desk)
        self.bar = QuorumBar()
        self.bar.setFixedWidth(190)
        self.expected, self.away = label("", "strong"), label("", "caption", wrap=True)
        self.forecast = framed(row((column(self.expected, self.away, gap=0), 1), self.bar, margins=(12, 6, 12, 6)))
        self.findings = FindingsPanel(self.desk)
        middle = column((self.agenda, 1), self.item, self.forecast, gap=9, margins=(14, 9, 14, 9))
        self.middle = scroll(holder(middle))
        self.panes = Panes(
            "prepare",
            Part(self.form, ("form",)),
            Part(self.middle, ("agenda", "item")),
            Part(self.findings, ("rules",), "comes"),
            segments=SEGMENTS,
            first="agenda",
            toggle=Button("Quy chế", kind="small", checkable=True, icon="mdi6.scale-balance"),
            sizes=(272, 582, 292),
            memory=self.desk.state,
            inner=(Part(self.agenda, ("agenda",)), Part(self.item, ("item",))),
            least={self.agenda.title: Width.NARROW, self.forecast: Width.NARROW},
            fits={Width.WIDE: (272, 0, 292), Width.MIDDLE: (272, 0, 260)},
        )
        self.setLayout(column((self.panes, 1), gap=0))

    def _connect(self) -> None:
        self._timer.timeout.connect(self._judge_draft)
        self.form.saved.connect(self._save)
        self.form.typing.connect(self._typing)
        self.form.moving.connect(self._move)
        self.form.asking.connect(self._ask_petitioners)
        self.agenda.chosen.connect(self._choose)
        self.agenda.adding.connect(self.add_item)
        self.agenda.moving.connect(self._move_item)
        self.agenda.removing.connect(self._remove_item)
        self.agenda.table.opened.connect(lambda _: self._open_item())
        self.item.saved.connect(self._save_item)
        self.item.typing.connect(self._typing_item)
        self.item.received.connect(self._receive)
        self.item.accepted.connect(
            lambda: self.act("Ghi đã thẩm định tài liệu", meeting_edits.accept_papers, item_id=self._item)
        )
        self.item.returning.connect(self._return)
        self.item.urging.connect(self._urge)
        self.findings.chosen.connect(self._go_to)
        self.findings.set_quote(self._quote)

    # What is shown

    def begin(self) -> None:
        """Where nothing is on the agenda yet, the keyboard begins in the line of the first item."""
        lines = self.meeting is not None and self.meeting.agenda
        (self.agenda.table if lines else self.item.fields["title"]).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_meeting(self, meeting: Meeting, *, anew: bool) -> None:
        self.meeting = meeting
        self._draft = None
        if anew or (self._item and meetings.item_of(meeting, self._item) is None):
            self._item = first_open(meeting, self.desk.today)
        self.form.show_meeting(meeting, anew=anew)
        self._show_item(anew=anew)
        self._show_findings(meeting)
        self._show_forecast(meeting)

    def _show_item(self, *, anew: bool) -> None:
        assert self.meeting is not None
        item = item_or_new(self.meeting, self._item)
        number = number_of(self.meeting, self._item)
        self.item.show_item(self.meeting, item, number, anew=anew or item.id != self.item.item.id)
        self.item.setEnabled(bool(item.id) or not self._item)
        self.panes.segments.set_text("item", f"Mục {number}" if item.id else "Mục mới")

    def _show_findings(self, draft: Meeting) -> None:
        found = planning.judge(self.desk.facts, draft, self.desk.today)
        lines = meeting_findings.grouped(draft, found)
        names = {(finding.rule, finding.subject): name for name, finding in lines}
        self.findings.set_findings([finding for _, finding in lines], lambda one: names[one.rule, one.subject])
        if self.findings.current() is None and lines:
            self.findings.choose(lines[0][1])
        self.form.show_findings(meeting_findings.beside_fields(found))
        self.form.show_contrary(draft, found_with(self.desk, draft))
        self.item.show_findings(meeting_findings.beside_fields(found, self._item or NO_ITEM))
        self._filling = True
        self.agenda.show_rows(meeting_findings.agenda(self.desk.facts, draft, found, self.desk.today), draft)
        if self._item:
            self.agenda.table.select(self._item)
        self._filling = False
        verdict = gravest(finding.verdict for finding in found)
        self.panes.mark("rules", verdict)

    def _quote(self, finding: Finding) -> str:
        assert self.meeting is not None
        return meeting_findings.quote(self.desk.facts, finding, self.meeting.start.date())

    def _show_forecast(self, draft: Meeting) -> None:
        facts, held = self.desk.facts, bool(draft.attendance)
        count = meetings.present(facts, draft) if held else meetings.forecast(facts, draft)
        needed = f", cần {count.needed}" if count.needed is not None else ""
        self.expected.setText(f"{'Có mặt' if held else 'Dự kiến có mặt'} {count.present}/{count.members}{needed}")
        names = ", ".join(meetings.away_names(facts, count))
        self.away.setText(f"Vắng: {names}" if names else "Không ai vắng." if held else "Không ai báo vắng ngày này.")
        self.bar.set(count.present, count.members, count.needed or 0)

    # While typing

    def _typing(self, draft: Meeting) -> None:
        self._draft = draft
        self._timer.start()

    def _typing_item(self, item: AgendaItem) -> None:
        if self.meeting is not None and item.id:
            self._typing(meeting_edits.with_item(self.meeting, item))

    def _judge_draft(self) -> None:
        if self._draft is not None:
            self._show_findings(self._draft)
            self._show_forecast(self._draft)

    # What is done

    def _save(self, what: str, after: Meeting) -> None:
        self._asked_by_item = False
        self.act(what, meeting_edits.amend, after=after)

    def _move(self, start: dt.datetime) -> None:
        """Another day is asked about with its consequences; closed without moving, the field shows the old day."""
        assert self.meeting is not None
        dialog = MoveDialog(self.desk, self.meeting, start.date(), parent=self)
        dialog.finished.connect(lambda _: self._reset_form())
        dialog.open()

    def _reset_form(self) -> None:
        if self.meeting is not None:
            self.form.show_meeting(self.meeting, anew=True)

    def _ask_petitioners(self) -> None:
        assert self.meeting is not None
        members = self.desk.facts.members(self.meeting.body, self.meeting.start.date())
        dialog = PeopleDialog("Ủy viên đề nghị họp", members, self.meeting.requested_by, parent=self)
        dialog.taken.connect(self._save_petitioners)
        dialog.open()

    def _save_petitioners(self, people: Sequence[str]) -> None:
        assert self.meeting is not None
        self._save("Ghi ủy viên đề nghị họp", replace(self.meeting, requested_by=tuple(people)))

    def _choose(self, item_id: str) -> None:
        if item_id and item_id != self._item and not self._filling:
            self._item = item_id
            self._show_item(anew=True)
            if self.meeting is not None:
                found = planning.judge(self.desk.facts, self.meeting, self.desk.today)
                self.item.show_findings(meeting_findings.beside_fields(found, item_id))

    def _open_item(self) -> None:
        self.panes.segments.choose("item")
        self.panes.turn_to("item")
        self.item.fields["title"].setFocus(Qt.FocusReason.OtherFocusReason)

    def add_item(self) -> None:
        """An empty form; the item is put in once its title is written."""
        self._item = ""
        self.agenda.table.clearSelection()
        self._show_item(anew=True)
        self.item.show_findings({})
        self._open_item()

    def _save_item(self, item: AgendaItem) -> None:
        self._asked_by_item = True
        if item.id:
            self.act("Sửa mục chương trình", meeting_edits.amend_item, item=item)
        elif self.act("Thêm mục chương trình", meeting_edits.add_item, item=item) and self.meeting is not None:
            self._item = self.meeting.agenda[-1].id
            self._show_item(anew=False)
            self._show_findings(self.meeting)

    def _move_item(self, item_id: str, by: int) -> None:
        self.act("Đổi thứ tự chương trình", meeting_edits.move_item, item_id=item_id, by=by)

    def _remove_item(self, item_id: str) -> None:
        if self.act("Bỏ mục chương trình", meeting_edits.remove_item, item_id=item_id):
            self.desk.toast("Đã bỏ mục khỏi chương trình.", undo=True)

    def remove_item(self) -> None:
        if self._item:
            self._remove_item(self._item)

    def _receive(self) -> None:
        today = self.desk.today
        self.act("Ghi nhận tài liệu", meeting_edits.receive_papers, item_id=self._item, day=today)

    def _return(self) -> None:
        dialog = NoteDialog("Trả lại tài liệu", "Cần bổ sung, sửa", "Trả lại", parent=self)
        dialog.taken.connect(
            lambda note: self.act("Trả lại tài liệu", meeting_edits.return_papers, item_id=self._item, note=note)
        )
        dialog.open()

    def _urge(self) -> None:
        assert self.meeting is not None
        self.desk.preview("don-doc", RecordRef.to(self.meeting, self._item).rest)

    def _go_to(self, finding: Finding) -> None:
        """A finding leads to its item, or to the field it concerns."""
        item = meeting_findings.item_id_of(finding)
        name = meeting_findings.field_of(finding)
        if item:
            self.agenda.table.select(item)
        field = (self.item.fields if item else self.form.fields).get(name)
        if field is not None and not self.panes.are_alone():
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, field: str, sentence: str) -> bool:
        """Put a refusal beside its field; False where no field here bears that name."""
        places = self.item.fields if self._asked_by_item else self.form.fields
        if field not in places:
            return False
        assert self.meeting is not None
        narrow = field == "end"  # the band over the page has the whole sentence
        places[field].set_error(f"Sau {vi.clock(self.meeting.start)}" if narrow else sentence)
        return True

    # How it fits

    def set_width(self, width: Width) -> None:
        self.panes.set_width(width)

    def governing(self) -> tuple[Cite, ...]:
        assert self.meeting is not None
        found = planning.judge(self.desk.facts, self.meeting, self.desk.today)
        own = [one.cite for one in found if meeting_findings.item_id_of(one) == self._item and self._item]
        lines = meeting_findings.grouped(self.meeting, found)
        return tuple(dict.fromkeys([*own, *(finding.cite for _, finding in lines)]))


NO_ITEM = "–"
"""No item bears this id: beside the fields of a new one stands nothing."""


def when_and_where(meeting: Meeting, today: dt.date) -> str:
    """`Thứ Sáu 06/9/2024, 07:30 · Phòng họp A · còn 7 ngày`."""
    day = meeting.start.date()
    last = meetings.last_day(meeting)
    days = vi.day(day) + (f"–{vi.day(last)}" if last != day else "")
    parts = [f"{vi.capital(vi.weekday(day))} {days}, {vi.clock(meeting.start)}", meeting.place.split(",")[0]]
    parts += [vi.distance(day, today)] if day >= today else []
    return " · ".join(part for part in parts if part)
