"""The agenda of a meeting: its items in order, and the form of the one chosen."""

import datetime as dt
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.findings import Finding
from desktop.domain.records import AgendaItem, Meeting
from desktop.qt.boxes import STRETCH, column, framed, holder, label, row
from desktop.qt.buttons import Button
from desktop.qt.fields import Field
from desktop.qt.table import Column, Table
from desktop.screens.base.attachments import FilesButton
from desktop.screens.base.blocks import bodies
from desktop.screens.base.desk import Desk
from desktop.screens.base.live import on_typing
from desktop.screens.base.record_fields import Ask, RecordFields
from desktop.usecases.base import names
from desktop.usecases.directory import units
from desktop.usecases.meetings import findings as meeting_findings
from desktop.usecases.meetings import rows as meetings

COLUMNS = (
    Column("#", lambda row: str(row.number), width=38, tone="text2", sortable=False),
    Column("Giờ", lambda row: row.time, width=54, second=lambda row: row.day, sortable=False),
    Column("Nội dung, đơn vị chuẩn bị", lambda row: row.title, second=lambda row: row.unit, sortable=False),
    Column("Mục đích", lambda row: row.purpose, width=92, drop=1, sortable=False),
    Column("Nhận tài liệu", lambda row: row.papers, mark=lambda row: row.papers_mark, width=126, sortable=False),
)
NEW = AgendaItem(id="", title="")
STATES = tuple(vi.PAPERS_STATE.items())


class AgendaTable(QWidget):
    """`chosen` an item by its id · `adding` · `moving` an item by one place · `removing` an item."""

    chosen = Signal(str)
    adding = Signal()
    moving = Signal(str, int)
    removing = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._layout()
        self.table.chosen.connect(lambda one: self.chosen.emit(one.id if one else ""))
        self.table.keyed.connect(lambda one, key: self.removing.emit(one.id) if key == "Delete" else None)
        self.table.moved.connect(lambda old, new: self._move(new - old))

    def _layout(self) -> None:
        self.note = label("", "caption")
        self.up = Button("", icon="mdi6.arrow-up", kind="icon", tip="Đưa mục lên (Alt+↑)", run=lambda: self._move(-1))
        self.down = Button(
            "", icon="mdi6.arrow-down", kind="icon", tip="Đưa mục xuống (Alt+↓)", run=lambda: self._move(1)
        )
        self.add = Button("Thêm mục", icon="mdi6.plus", kind="small", run=self.adding.emit)
        self.table = Table(
            COLUMNS, name="Chương trình", row_height=42, empty="Chưa có mục nào. Chọn “Thêm mục” để lập chương trình."
        )
        self.table.set_movable(True)
        self.title = label("Chương trình", "section")
        self.bar = holder(row(self.title, self.note, STRETCH, self.up, self.down, self.add))
        self.setLayout(column(self.bar, (self.table, 1), gap=8))

    def _move(self, by: int) -> None:
        one = self.table.current()
        if one is not None:
            self.moving.emit(one.id, by)

    def show_rows(self, rows: list[meeting_findings.AgendaRow], meeting: Meeting) -> None:
        self.table.set_rows(tuple(rows))
        self.note.setText(f"{len(rows)} mục, {meeting_findings.hours(meeting)}")
        for button in (self.up, self.down):
            button.setEnabled(len(rows) > 1)


class ItemForm(QWidget):
    """`saved` the item as changed (without id: a new one) · `typing` it as it would be · the acts on its papers."""

    saved = Signal(object)
    typing = Signal(object)
    received = Signal()
    accepted = Signal()
    returning = Signal()
    urging = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.item = NEW
        self._layout()
        self._connect()

    def _layout(self) -> None:
        self.head = label("", "section")
        self.receive = Button("Đã nhận tài liệu", icon="mdi6.tray-arrow-down", kind="small", run=self.received.emit)
        self.accept = Button("Đã thẩm định", icon="mdi6.check", kind="small", run=self.accepted.emit)
        self.give_back = Button("Trả lại…", icon="mdi6.undo", kind="small", run=self.returning.emit)
        self.urge = Button("In công văn đôn đốc", icon="mdi6.printer-outline", kind="small", run=self.urging.emit)
        self.fields = RecordFields(AgendaItem, self._desk.today)
        spoken = "Cơ quan đồng ý bổ sung"
        self.state = label("", "caption", wrap=True)
        fields = self.fields.form(
            (
                (Ask("title", "Nội dung"), 3),
                (Ask("matter", vi.FIELD["matter"], tuple(vi.MATTER.items()), "Chưa chọn"), 2),
                (Ask("purpose", "Mục đích", tuple(vi.PURPOSE.items()), "Chưa chọn"), 2),
            ),
            (
                (Ask("preparer", "Đơn vị chuẩn bị", empty="Không có"), 3),
                (Ask("documents_received", "Nhận tài liệu ngày", hint="Chưa nhận"), 2),
                (Ask("documents_sent", "Gửi tài liệu ngày", hint="Chưa gửi"), 2),
            ),
            (
                (Ask("presenter", "Người trình bày", empty="Chưa chọn"), 4),
                (Ask("in_charge", "Ủy viên phụ trách", empty="Chưa chọn"), 4),
                (Ask("day", "Ngày", hint="Chưa xếp"), 3),
                (Ask("time", "Giờ"), 2),
            ),
            (
                (Ask("closed", "Họp riêng"), 2),
                (Ask("unscheduled", "Bổ sung ngoài chương trình"), 4),
                (Ask("approved_by", "", (), "Chưa ai đồng ý", spoken=spoken), 3),
            ),
        )
        self.files = FilesButton(self._desk)
        acts = row((self.head, 1), self.files, self.receive, self.accept, self.give_back, self.urge, gap=4)
        self.setLayout(column(framed(column(acts, fields, self.state, gap=7, margins=(12, 9, 12, 10)))))

    def _connect(self) -> None:
        for field in self.fields.values():
            on_typing(field, lambda: self.typing.emit(self.draft()))
            field.saved.connect(lambda _, field=field: self._save(field))

    def show_item(self, meeting: Meeting, item: AgendaItem, number: int, *, anew: bool) -> None:
        facts = self._desk.facts
        self.item = item
        self.head.setText(f"Mục {number}" if item.id else "Mục mới")
        members = names.options(facts, facts.members("bch", meeting.start.date()))
        people = names.everyone(facts)
        may = bodies(facts, ("thuong-truc", "btv"), item.approved_by)
        self.fields.choice("approved_by").set_options([(body, f"{words} đồng ý") for body, words in may])
        self.fields.choice("preparer").set_options(units.options(facts, meeting.start.date(), keep=(item.preparer,)))
        self.fields.choice("presenter").set_options(people)
        self.fields.choice("in_charge").set_options(members)
        self.fields.fill(item, anew=anew)
        self.files.setVisible(bool(item.id))
        self.files.show_owner(meeting, item.title, item.id)
        self.fields["day"].setVisible(item.day is not None or meetings.last_day(meeting) > meeting.start.date())
        self._show_state(item)

    def _show_state(self, item: AgendaItem) -> None:
        has, awaited = bool(item.id and item.preparer), item.documents_received is None
        self.receive.setVisible(bool(item.id) and (awaited or item.documents_state == "returned"))
        self.urge.setVisible(has and (awaited or item.documents_state == "returned"))
        self.accept.setVisible(not awaited and item.documents_state in (None, "received"))
        self.give_back.setVisible(not awaited and item.documents_state != "returned")
        self.fields["approved_by"].setVisible(item.unscheduled)
        told = vi.PAPERS_STATE[item.documents_state] if item.documents_state in ("returned", "accepted") else ""
        self.state.setText(f"Tài liệu: {told.lower()}{'. ' + item.documents_note if item.documents_note else ''}")
        self.state.setVisible(bool(told))

    def show_findings(self, found: dict[str, Finding]) -> None:
        for name, field in self.fields.items():
            finding = found.get(name)
            if finding is None or finding.verdict in ("met", "exempt"):
                field.set_note("")
            else:
                field.set_note(meeting_findings.note_of(finding, self._desk.today), finding.verdict)

    def draft(self) -> AgendaItem:
        return self.fields.typed(self.item)

    def _save(self, field: Field[Any]) -> None:
        """Leaving a field saves that one; a new item is first saved once it has a title."""
        draft = self.draft()
        if not self.item.id:
            if draft.title:
                self.saved.emit(draft)
            return
        name = next(name for name, one in self.fields.items() if one is field)
        changed = replace(self.item, **{name: getattr(draft, name)})
        self.saved.emit(_with_state(changed, self.item))


def _with_state(item: AgendaItem, before: AgendaItem) -> AgendaItem:
    """A day of receipt written by hand also says that the papers are in; one taken away, that they are awaited."""
    if item.documents_received == before.documents_received:
        return item
    if item.documents_received is None:
        return replace(item, documents_state="awaited" if item.preparer else None)
    return replace(item, documents_state="received")


def number_of(meeting: Meeting, item_id: str) -> int:
    """The place of an item in the agenda, from 1; one more than the last for a new one."""
    ids = [item.id for item in meeting.agenda]
    return ids.index(item_id) + 1 if item_id in ids else len(ids) + 1


def item_or_new(meeting: Meeting, item_id: str) -> AgendaItem:
    return meetings.item_of(meeting, item_id) or NEW


def first_open(meeting: Meeting, on: dt.date) -> str:
    """The item to show first: the first whose papers are still awaited, else the first."""
    waiting = [item.id for item in meeting.agenda if item.preparer and item.documents_received is None]
    return next(iter([*waiting, *(item.id for item in meeting.agenda)]), "")
