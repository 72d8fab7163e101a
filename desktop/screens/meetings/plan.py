"""Xếp lịch hội nghị: a body, a kind and a day, with everything that follows shown while it is typed."""

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain import own_items
from desktop.domain.records import Body, Meeting, MeetingKind
from desktop.qt.boxes import STRETCH, column, holder, label, row, scroll
from desktop.qt.dialog import Dialog
from desktop.qt.fields import Combo, DateField, Field, TextField, TimeField, form
from desktop.qt.notices import Band
from desktop.screens.base.acting import Acting
from desktop.screens.base.blocks import bodies, body_of
from desktop.screens.base.desk import Desk
from desktop.screens.base.live import on_typing, typed
from desktop.screens.meetings.form import KIND_NAME, NO_NAME
from desktop.screens.meetings.outlook import OutlookPanel
from desktop.usecases.meetings import edits as meeting_edits
from desktop.usecases.meetings import planning

T = TypeVar("T")
FIRST_HOUR = dt.time(7, 30)


class PlanDialog(Dialog):
    """The name, place and hours follow the body's last meeting until they are written by hand."""

    def __init__(
        self, desk: Desk, *, day: dt.date | None = None, body: str = "", kind: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(
            "Xếp lịch hội nghị", primary="Xếp lịch", primary_icon="mdi6.calendar-plus", close="Hủy", parent=parent
        )
        self._desk = desk
        self._by_hand: set[Field[Any]] = set()
        self._timer = QTimer(self, singleShot=True, interval=120)
        self.planned_id = ""
        self._layout()
        self._acting = Acting(desk, self.band, "draft")
        self._acting.at_field = self._at_field
        wanted: MeetingKind = next((one for one in vi.MEETING_KIND if one == kind), "regular")
        self._fill(day or desk.today, body_of(body) or desk.facts.standing, wanted)
        self._connect()
        self._show()

    def _layout(self) -> None:
        self.band = Band()
        self.body_ = Combo("Cơ quan", bodies(self._desk.facts))
        self.kind = Combo("Loại hội nghị", planning.kinds_of(self._desk.facts.standing))
        self.kind_name = Combo(KIND_NAME, empty=NO_NAME)
        self.title = TextField("Tên hội nghị")
        self.day = DateField("Ngày", today=self._desk.today, required=True)
        self.start = TimeField("Từ", required=True)
        self.end = TimeField("Đến")
        self.place_ = TextField("Địa điểm")
        self.ground = Combo(vi.FIELD["ground"], tuple(vi.GROUND.items()), empty="Chưa ghi")
        self.outlook = OutlookPanel(self._desk)
        self.outlook.setMinimumWidth(300)
        times = ((self.day, 5), (self.start, 3), (self.end, 3))
        fields = form(self.body_, self.kind, self.kind_name, times, self.title, self.place_, self.ground)
        hint = label(
            "Hạn, số người dự và Quy chế được tính ngay khi gõ. Chưa ghi gì cho đến khi chọn “Xếp lịch”.",
            "caption",
            wrap=True,
        )
        left = holder(column(self.band, fields, STRETCH, hint, margins=(0, 0, 16, 0)))
        area = scroll(left)
        area.setMinimumWidth(270)
        self.body.addLayout(row((area, 1), (self.outlook, 1), gap=0), 1)
        self.set_size(760, 560)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._show)
        by_hand: tuple[Field[Any], ...] = (self.title, self.place_, self.end)
        for field in by_hand:
            on_typing(field, partial(self._by_hand.add, field))
        for field in self._fields():
            on_typing(field, self._typing)
            field.saved.connect(lambda _: self._typing())
        self.outlook.wanted.connect(self._take)

    def _fields(self) -> tuple[Field[Any], ...]:
        return (
            self.body_,
            self.kind,
            self.kind_name,
            self.title,
            self.day,
            self.start,
            self.end,
            self.place_,
            self.ground,
        )

    def _fill(self, day: dt.date, body: Body, kind: MeetingKind) -> None:
        self.body_.set_value(body)
        self.kind.set_options(planning.kinds_of(body))
        self.kind.set_value(kind)
        self.day.set_value(day)
        self.start.set_value(FIRST_HOUR)
        self._suggest()

    def _suggest(self) -> None:
        """Fill what was not written by hand from the body's last meeting."""
        made = self._suggested()
        self._follow(self.title, made.title)
        self._follow(self.place_, made.place)
        self._follow(self.end, made.end.time() if made.end else None)

    def _follow(self, field: Field[T], value: T) -> None:
        if field not in self._by_hand:
            field.set_value(value)

    def _suggested(self) -> Meeting:
        day, start = typed(self.day), typed(self.start)
        body, kind = typed(self.body_), typed(self.kind)
        assert day is not None
        assert start is not None
        assert body is not None
        assert kind is not None
        return planning.suggest(self._desk.facts, body, kind, dt.datetime.combine(day, start))

    def draft(self) -> Meeting:
        made, end = self._suggested(), typed(self.end)
        ground = typed(self.ground) if made.kind == "extraordinary" else None
        return replace(
            made,
            kind_name=typed(self.kind_name) or "",
            title=typed(self.title),
            place=typed(self.place_),
            end=dt.datetime.combine(made.start.date(), end) if end is not None else None,
            ground=ground,
        )

    def _typing(self) -> None:
        self._timer.start()

    def _show(self) -> None:
        body = typed(self.body_) or self._desk.facts.standing
        self.kind.set_options(planning.kinds_of(body))
        if self.kind.box.currentIndex() < 0:
            self.kind.set_value(planning.kinds_of(body)[0][0])
        self._offer_names()
        self._suggest()
        self.ground.setVisible(typed(self.kind) == "extraordinary")
        self.outlook.show_draft(self.draft())

    def _offer_names(self) -> None:
        """The names of its own that the regulation of that day has for a kind of meeting."""
        names = own_items.choices(self._desk.facts, "kinds", typed(self.day) or self._desk.today, "")
        self.kind_name.set_options(names)
        self.kind_name.setVisible(bool(names))

    def _take(self, day: dt.date) -> None:
        self.day.set_value(day)
        self._show()

    def accept(self) -> None:
        """A refusal stays over the form; what was typed stays in it."""
        if not all(field.commit() for field in self._fields()):
            return
        draft = self.draft()
        self._acting.shown = draft
        if self._acting.do("Xếp lịch hội nghị", self._put, said=f"Đã xếp {draft.title}."):
            super().accept()
            self._desk.go("meetings", self.planned_id)

    def _put(self, store: Any, **given: Any) -> None:  # noqa: ANN401 - what the use case takes, handed on
        self.planned_id = meeting_edits.plan(store, **given).id

    def _at_field(self, name: str, sentence: str) -> None:
        fields: dict[str, Field[Any]] = {"title": self.title, "end": self.end, "body": self.body_}
        if name in fields:
            fields[name].set_error(f"Sau {vi.clock(self._suggested().start)}" if name == "end" else sentence)
