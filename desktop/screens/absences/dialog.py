"""Ghi đi vắng: who, when, where to, with what follows shown while it is typed; and the small dialogs beside it."""

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop.domain.records import Absence, AbsenceArea, AbsencePurpose, ReportForm
from desktop.domain.terms import FIELD
from desktop.qt.boxes import STRETCH, column, holder, label, row, scroll
from desktop.qt.dialog import Dialog
from desktop.qt.fields import Combo, DateField, Field, TextField, form
from desktop.qt.notices import Band
from desktop.qt.pages import SidePanel
from desktop.screens.absences.parts import (
    AREAS,
    BODIES,
    FORMS,
    PURPOSES,
    asked_lines,
    block,
    body_of,
    duty_lines,
    thinned_lines,
    warning,
)
from desktop.screens.base.contrary import ContraryLines, found_with
from desktop.screens.base.desk import Change, Desk
from desktop.screens.base.live import on_typing, typed
from desktop.usecases.absences import edits as absence_edits
from desktop.usecases.absences import outlook as absence_outlook
from desktop.usecases.absences import rows as absences
from desktop.usecases.absences.outlook import Duty, Outlook
from desktop.usecases.base import names

ABOUT_DAYS = ("person", "attendance", "chair", "secretary", "date", "cover", "choices", "signed_by")
"""Where the other record speaks of somebody away on these days: a duty, a session, a visit, standing in, signing."""


class AbsenceOutlookPanel(SidePanel):
    """Beside the form: working days, what is asked, which sessions lose their number, who stands in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Nếu vắng những ngày này")
        self._desk = desk

    def show_nothing(self) -> None:
        self.clear()
        self.set_title("Nếu vắng những ngày này")
        self.add(label("Chọn người vắng, ngày đi và ngày về. Quy chế và số người dự các hội nghị hiện ngay tại đây.",
                       "second", wrap=True))  # fmt: skip

    def show_outlook(self, outlook: Outlook) -> None:
        desk = self._desk
        self.clear()
        self.set_title("Nếu vắng những ngày này")
        self.add(label(f"{outlook.counted}.", "strong", wrap=True))
        if outlook.warnings:
            self.add(column(*map(warning, outlook.warnings), gap=6))
        broken = [one for one in outlook.thinned if one.breaks]
        kept = [one for one in outlook.thinned if not one.breaks]
        if broken:
            self.add(block("Hội nghị không đủ số", thinned_lines(desk, broken)))
        if outlook.duties:
            self.add(block("Trực thay Thường trực", duty_lines(desk, outlook.duties)))
        self.add(block("Theo Quy chế", asked_lines(desk, outlook.demands)))
        if kept:
            self.add(block("Hội nghị trong những ngày này", thinned_lines(desk, kept)))


class AbsenceDialog(Dialog):
    """Enters a new absence, or amends the one handed in."""

    def __init__(
        self,
        desk: Desk,
        *,
        absence: Absence | None = None,
        person: str = "",
        day: dt.date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = "Sửa đi vắng" if absence else "Ghi đi vắng"
        super().__init__(title, primary="Ghi", primary_icon="mdi6.check", close="Hủy", parent=parent)
        self._desk, self._absence = desk, absence
        self._timer = QTimer(self, singleShot=True, interval=120)
        self.saved_id = ""
        self.duties: tuple[Duty, ...] = ()
        self._make_fields()
        self._layout()
        self._fill(absence, person, day)
        self._connect()
        self._show()

    def _make_fields(self) -> None:
        people = names.everyone(self._desk.facts)
        today = self._desk.today
        self.person = Combo("Người vắng", people, empty="", searchable=True)
        self.first = DateField("Từ ngày", today=today, required=True)
        self.last = DateField("Đến hết ngày", today=today, required=True)
        self.area = Combo("Phạm vi đi", AREAS)
        self.purpose = Combo("Lý do", PURPOSES, empty="Chưa ghi")
        self.destination = TextField("Nơi đến", placeholder="Hà Nội")
        self.content = TextField("Nội dung")
        self.cover = Combo("Người thay", people, empty="Không có", searchable=True)
        self.reported = DateField("Báo cáo ngày", today=today, placeholder="Chưa báo cáo")
        self.to = Combo(FIELD["reported_to"], BODIES, empty="Chưa ghi")
        self.form = Combo(FIELD["form"], FORMS, empty="Chưa ghi")
        self.result_on = DateField("Báo kết quả ngày", today=today, placeholder="Chưa báo")
        self.of_days = ContraryLines(self._desk, ABOUT_DAYS, within=self)
        self.of_result = ContraryLines(self._desk, ("result_reported",), within=self)

    def _layout(self) -> None:
        self.band = Band()
        self.panel = AbsenceOutlookPanel(self._desk)
        self.panel.setMinimumWidth(290)
        self.result_on.setVisible(self._absence is not None)
        fields = form(
            self.person,
            (self.first, self.last),
            self.of_days,
            (self.area, self.purpose),
            self.destination,
            self.content,
            self.cover,
            (self.reported, self.to),
            (self.form, self.result_on),
            self.of_result,
        )
        left = holder(column(self.band, fields, STRETCH, margins=(0, 0, 16, 0)))
        area = scroll(left)
        area.setMinimumWidth(280)
        self.body.addLayout(row((area, 1), (self.panel, 1), gap=0), 1)
        self.set_size(780, 590)

    def _fields(self) -> tuple[Field, ...]:
        return (
            self.person, self.first, self.last, self.area, self.purpose, self.destination, self.content, self.cover,
            self.reported, self.to, self.form, self.result_on,
        )  # fmt: skip

    def _connect(self) -> None:
        self._timer.timeout.connect(self._show)
        self.first.saved.connect(lambda _: self._follow())
        self.reported.saved.connect(self._as_asked)
        for field in self._fields():
            on_typing(field, self._timer.start)
            field.saved.connect(lambda _: self._timer.start())
        line = self.person.box.lineEdit()
        assert line is not None
        line.textEdited.connect(lambda _: self._timer.start())

    def _fill(self, absence: Absence | None, person: str, day: dt.date | None) -> None:
        first = day or self._desk.today
        held = absence or Absence(id="", person=person, from_=first, to=first, area="outside-province")
        values = (
            held.person or None, held.from_, held.to, held.area, held.purpose, held.destination, held.content,
            held.cover, held.reported, held.reported_to, held.form, held.result_reported,
        )  # fmt: skip
        for field, value in zip(self._fields(), values, strict=True):
            field.set_value(value)

    def _follow(self) -> None:
        """The last day is never before the first: it goes along where it would be."""
        first, last = self.first.value(), typed(self.last)
        if first and isinstance(last, dt.date) and last < first:
            self.last.set_value(first)

    def _as_asked(self, day: object) -> None:
        """Once a day of reporting stands there, to whom and how are what the regulation asks, where nothing is said."""
        draft = self.draft()
        if day is None or draft is None:
            return
        if self.to.value() is None:
            self.to.set_value(absence_edits.asked_body(self._desk.facts, draft))
        if self.form.value() is None:
            self.form.set_value(absence_edits.asked_form(self._desk.facts, draft))

    def draft(self) -> Absence | None:
        """The absence as typed; None until there is a person and two days in order."""
        person, first, last = typed(self.person), typed(self.first), typed(self.last)
        if not isinstance(person, str) or not isinstance(first, dt.date) or not isinstance(last, dt.date):
            return None
        if last < first:
            return None
        held = self._absence or Absence(id="", person=person, from_=first, to=last, area="outside-province")
        reported = typed(self.reported)
        return replace(
            held,
            person=person,
            from_=first,
            to=last,
            area=cast("AbsenceArea", typed(self.area)),
            purpose=cast("AbsencePurpose | None", typed(self.purpose)),
            destination=str(typed(self.destination)),
            content=str(typed(self.content)),
            cover=cast("str | None", typed(self.cover)),
            reported=cast("dt.date | None", reported),
            reported_to=body_of(cast("str | None", typed(self.to))),
            form=cast("ReportForm | None", typed(self.form)),
            result_reported=cast("dt.date | None", typed(self.result_on)),
        )

    def _show(self) -> None:
        draft = self.draft()
        found = found_with(self._desk, draft) if draft else []
        for lines in (self.of_days, self.of_result):
            lines.show_of(draft, found)
        if draft is None:
            self.panel.show_nothing()
            self.foot_note("")
            return
        outlook = absence_outlook.outlook(self._desk.facts, draft, self._desk.today)
        self.duties = outlook.duties
        self.panel.show_outlook(outlook)
        broken = [one for one in outlook.thinned if one.breaks]
        self.foot_note(f"{broken[0].text}. Vẫn ghi được." if broken else "")

    def show_refusal(self, sentence: str, **rest: object) -> None:
        """A refusal stays over the form; what was typed stays in it."""
        self.band.show_refusal(sentence, **rest)  # type: ignore[arg-type]  # handed through as it came

    def accept(self) -> None:
        wrong = [field for field in self._fields() if not field.commit()]
        if wrong:
            wrong[0].setFocus()
            return
        draft = self.draft()
        if draft is None:
            self._say_what_is_missing()
            return
        self._show()
        change, made = self._change(draft), list[Absence]()
        name = absences.name_of(self._desk.facts, draft.person)
        what = f"{'Sửa' if self._absence else 'Ghi'} đi vắng: {name}"
        if self._desk.do(what, lambda store: made.append(change(store)), band=self):  # type: ignore[arg-type]
            self.saved_id = made[0].id
            super().accept()
            self._desk.toast(f"Đã ghi {name} vắng {absences.span(draft)}.", undo=True)

    def _change(self, draft: Absence) -> Change:
        facts, today = self._desk.facts, self._desk.today
        if self._absence:
            return partial(absence_edits.amend, facts=facts, absence=self._absence, after=draft, on=today)
        return partial(absence_edits.add, facts=facts, draft=draft, on=today)

    def _say_what_is_missing(self) -> None:
        if not typed(self.person):
            self.person.set_error("Chọn người vắng trong danh mục.")
            self.person.setFocus()
        else:
            self.last.set_error("Cần ngày đi hoặc sau đó.")
            self.last.setFocus()
