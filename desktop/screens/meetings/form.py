"""The form of a meeting: what, when, where, who chairs, who called it, when the invitations went out."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain import own_items
from desktop.domain.contrary import Contradiction
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.records import Authorisation, Body, Meeting
from desktop.qt.boxes import column, holder, scroll
from desktop.qt.buttons import Button
from desktop.qt.fields import DateField, Field, TimeField
from desktop.screens.base.blocks import bodies
from desktop.screens.base.contrary import ContraryLines
from desktop.screens.base.desk import Desk
from desktop.screens.base.live import on_typing, typed
from desktop.screens.base.record_fields import Ask, RecordFields
from desktop.usecases.base import names
from desktop.usecases.meetings import findings as meeting_findings
from desktop.usecases.meetings import rows as meetings

BODIES = tuple(vi.BODY.items())
KINDS = tuple(vi.MEETING_KIND.items())
KIND_NAME, NO_NAME = "Tên riêng theo quy chế", "Không có"
_DECIDERS: tuple[Body, ...] = ("bch", "btv", "thuong-truc")


class MeetingForm(QWidget):
    """`saved` the meeting as changed · `typing` as it would be · `moving` the day wanted · `asking` for petitioners."""

    saved = Signal(str, object)
    typing = Signal(object)
    moving = Signal(object)
    asking = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._meeting: Meeting | None = None
        self._layout()
        self._connect()

    def _layout(self) -> None:
        self.fields = RecordFields(Meeting, self._desk.today)
        self._make_times()
        self.petition = Button("Ủy viên đề nghị: 0", icon="mdi6.account-multiple-check-outline", run=self.asking.emit)
        self.contrary = {
            name: ContraryLines(self._desk, (name,)) for name in ("start", "chair", "chair_authorised", "secretary")
        }
        fields = self.fields.form(
            Ask("body", "Cơ quan", BODIES),
            Ask("kind", "Loại hội nghị", KINDS),
            Ask("kind_name", KIND_NAME, empty=NO_NAME),
            ((self.day, 1), (self.start, 0), (self.end, 0)),
            self.last_day,
            self.contrary["start"],
            Ask("place", "Địa điểm"),
            Ask("chair", "Chủ trì", empty="Chưa chọn"),
            self.contrary["chair"],
            self.authorised,
            self.contrary["chair_authorised"],
            Ask("secretary", "Người ghi biên bản", empty="Chưa chọn"),
            self.contrary["secretary"],
            Ask("decided_by", vi.FIELD["decided_by"], (), "Chưa ghi"),
            Ask("convened_by", vi.FIELD["convened_by"], (), "Chưa ghi"),
            Ask("ground", vi.FIELD["ground"], tuple(vi.GROUND.items()), "Chưa ghi"),
            Ask("invitations_sent", "Giấy mời gửi ngày", hint="Chưa gửi"),
            Ask("title", "Tên hội nghị"),
            Ask("reason", "Mục đích, yêu cầu", lines=3),
            Ask("closed_session", "Họp riêng, không mời khách"),
        )
        inside = holder(column(fields, self.petition, 8, gap=9, margins=(20, 12, 8, 12)))
        self.setLayout(column(scroll(inside), gap=0))

    def _make_times(self) -> None:
        """What the record keeps in other shapes: the day and the hours, the day of an authorisation."""
        today = self._desk.today
        self.day = DateField("Ngày", today=today, required=True)
        self.start, self.end = TimeField("Từ", required=True), TimeField("Đến")
        self.last_day = DateField("Họp đến hết ngày", today=today, placeholder="Trong một ngày")
        self.authorised = DateField("Bí thư ủy quyền ngày", today=today, placeholder="Chưa ghi")
        for field in (self.start, self.end):
            field.setFixedWidth(52)
        self.fields.update(
            day=self.day, start=self.start, end=self.end, last_day=self.last_day, chair_authorised=self.authorised
        )

    def _connect(self) -> None:
        for field in self.fields.values():
            on_typing(field, self._typed)
            field.saved.connect(lambda _, field=field: self._save(field))

    def show_meeting(self, meeting: Meeting, *, anew: bool) -> None:
        self._meeting = meeting
        facts, day = self._desk.facts, meeting.start.date()
        self.fields.choice("body").set_options(bodies(facts, kept=meeting.body))
        for name, kept in (("decided_by", meeting.decided_by), ("convened_by", meeting.convened_by)):
            self.fields.choice(name).set_options(bodies(facts, _DECIDERS, kept))
        self.fields.choice("chair").set_options(chairs(facts, meeting))
        self.fields.choice("secretary").set_options(names.everyone(facts))
        called = own_items.choices(facts, "kinds", day, meeting.kind_name)
        self.fields.choice("kind_name").set_options(called)
        self.fields["kind_name"].setVisible(bool(called))
        self.fields.fill(
            meeting,
            anew=anew,
            day=day,
            start=meeting.start.time(),
            end=meeting.end.time() if meeting.end else None,
            last_day=meetings.last_day(meeting) if meetings.last_day(meeting) != day else None,
            chair_authorised=meeting.chair_authorised.on if meeting.chair_authorised else None,
        )
        secretary = facts.secretary(day)
        self.authorised.setVisible(bool(meeting.chair and secretary and meeting.chair != secretary.id))
        self.fields["ground"].setVisible(meeting.kind == "extraordinary")
        self.petition.setVisible(meeting.kind == "extraordinary" and meeting.ground == "petition")
        self.petition.setText(f"Ủy viên đề nghị: {len(meeting.requested_by)}/{len(facts.members(meeting.body, day))}")

    def show_findings(self, found: dict[str, Finding]) -> None:
        """Put each verdict beside the field it concerns; a field without one bears none."""
        for name, field in self.fields.items():
            finding = found.get(name)
            quiet = finding is None or finding.verdict in ("met", "exempt")
            if finding is None or quiet:
                field.set_note("")
            else:
                field.set_note(meeting_findings.note_of(finding, self._desk.today), finding.verdict)

    def show_contrary(self, meeting: Meeting, found: Sequence[Contradiction]) -> None:
        """Under each field the other record that speaks against what stands in it."""
        for lines in self.contrary.values():
            lines.show_of(meeting, found)

    def draft(self) -> Meeting:
        """The meeting with everything that stands in the fields now."""
        assert self._meeting is not None
        day, start = typed(self.day), typed(self.start)
        assert day is not None
        assert start is not None
        return replace(
            self.fields.typed(self._meeting),
            start=dt.datetime.combine(day, start),
            end=self._end(day),
            chair_authorised=self._authorisation(),
        )

    def _end(self, day: dt.date) -> dt.datetime | None:
        """The hour on the last day; a last day without an hour ends with office hours."""
        end, last = typed(self.end), typed(self.last_day)
        if last is not None:
            return dt.datetime.combine(last, end if end is not None else _CLOSING)
        return dt.datetime.combine(day, end) if end is not None else None

    def _authorisation(self) -> Authorisation | None:
        day = typed(self.authorised)
        assert self._meeting is not None
        secretary = self._desk.facts.secretary(self._meeting.start.date())
        return Authorisation(by=secretary.id if secretary else None, on=day) if day else None

    def _typed(self) -> None:
        if self._meeting is not None:
            self.typing.emit(self.draft())

    def _save(self, field: Field[Any]) -> None:
        """Leaving a field saves it; another day is first asked about."""
        if self._meeting is None:
            return
        draft = self.draft()
        if field is self.day and draft.start.date() != self._meeting.start.date():
            self.moving.emit(draft.start)
        else:
            name = next(name for name, one in self.fields.items() if one is field)
            self.saved.emit(_WHAT.get(name, "Sửa hội nghị"), self._only(name, draft))

    def _only(self, name: str, draft: Meeting) -> Meeting:
        """The stored meeting with one field changed, so that a refused field does not come along with another."""
        assert self._meeting is not None
        if name in ("start", "end", "last_day"):
            return replace(self._meeting, start=draft.start, end=draft.end)
        return replace(self._meeting, **{name: getattr(draft, name)})


_CLOSING = dt.time(17)
_WHAT = {
    "invitations_sent": "Ghi ngày gửi giấy mời",
    "chair": "Ghi người chủ trì",
    "place": "Đổi địa điểm",
    "title": "Đổi tên hội nghị",
    "kind_name": "Ghi tên riêng của loại hội nghị",
    "start": "Đổi giờ họp",
    "end": "Đổi giờ họp",
    "last_day": "Đổi ngày kết thúc họp",
}


def chairs(facts: Facts, meeting: Meeting) -> list[tuple[str, str]]:
    """The leaders and the members of the body, each with the role held."""
    day = meeting.start.date()
    people = {person.id: person for person in (*facts.leaders(day), *facts.members(meeting.body, day))}
    found = []
    for person in people.values():
        seat = facts.leads(person.id, day)
        found.append(
            (person.id, f"{facts.named(person.id)} – {vi.ROLE[seat.role]}" if seat else facts.named(person.id))
        )
    if meeting.chair and meeting.chair not in people:
        known = facts.person(meeting.chair)
        found.append((meeting.chair, known.name if known else meeting.chair))
    return found
