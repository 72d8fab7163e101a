"""Ghi đi vắng: who, when, where to, with what follows shown while it is typed; and the small dialogs beside it."""

import datetime as dt
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop.domain.records import Absence
from desktop.domain.terms import FIELD
from desktop.qt.boxes import STRETCH, column, holder, label, row, scroll
from desktop.qt.dialog import Dialog
from desktop.qt.notices import Band
from desktop.qt.pages import SidePanel
from desktop.screens.absences.parts import AREAS, FORMS, PURPOSES, asked_lines, duty_lines, thinned_lines, warning
from desktop.screens.base.blocks import addressees, block
from desktop.screens.base.contrary import ContraryLines, found_with
from desktop.screens.base.desk import Change, Desk
from desktop.screens.base.live import on_typing, typed
from desktop.screens.base.record_fields import Ask, RecordFields
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
        lead = "Chọn người vắng, ngày đi và ngày về. Quy chế và số người dự các hội nghị hiện ngay tại đây."
        self.add(label(lead, "second", wrap=True))

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
        first = day or desk.today
        self._held = absence or Absence(id="", person=person, from_=first, to=first, area="outside-province")
        self._layout()
        self.fields.fill(self._held)
        self._connect()
        self._show()

    def _layout(self) -> None:
        people = names.everyone(self._desk.facts)
        told = addressees(self._desk.facts, self._held.reported_to)
        self.of_days = ContraryLines(self._desk, ABOUT_DAYS, within=self)
        self.of_result = ContraryLines(self._desk, ("result_reported",), within=self)
        self.band = Band()
        self.panel = AbsenceOutlookPanel(self._desk)
        self.panel.setMinimumWidth(290)
        self.fields = RecordFields(Absence, self._desk.today)
        fields = self.fields.form(
            Ask("person", "Người vắng", people, ""),
            (Ask("from_", "Từ ngày"), Ask("to", "Đến hết ngày")),
            self.of_days,
            (Ask("area", "Phạm vi đi", AREAS), Ask("purpose", "Lý do", PURPOSES, "Chưa ghi")),
            Ask("destination", "Nơi đến", hint="Hà Nội"),
            Ask("content", "Nội dung"),
            Ask("cover", "Người thay", people, "Không có"),
            (
                Ask("reported", "Báo cáo ngày", hint="Chưa báo cáo"),
                Ask("reported_to", FIELD["reported_to"], told, "Chưa ghi"),
            ),
            (
                Ask("form", FIELD["form"], FORMS, "Chưa ghi"),
                Ask("result_reported", "Báo kết quả ngày", hint="Chưa báo"),
            ),
            self.of_result,
        )
        self.fields["result_reported"].setVisible(self._absence is not None)
        left = holder(column(self.band, fields, STRETCH, margins=(0, 0, 16, 0)))
        area = scroll(left)
        area.setMinimumWidth(280)
        self.body.addLayout(row((area, 1), (self.panel, 1), gap=0), 1)
        self.set_size(780, 590)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._show)
        self.fields["from_"].saved.connect(self._follow)
        self.fields["reported"].saved.connect(self._as_asked)
        for field in self.fields.values():
            on_typing(field, self._timer.start)
            field.saved.connect(lambda _: self._timer.start())
        line = self.fields.choice("person").box.lineEdit()
        assert line is not None
        line.textEdited.connect(lambda _: self._timer.start())

    def _follow(self, first: dt.date | None) -> None:
        """The last day is never before the first: it goes along where it would be."""
        last = typed(self.fields["to"])
        if first and last and last < first:
            self.fields["to"].set_value(first)

    def _as_asked(self, day: object) -> None:
        """Once a day of reporting stands there, to whom and how are what the regulation asks, where nothing is said."""
        draft = self.draft()
        if day is None or draft is None:
            return
        asked = (("reported_to", absence_edits.asked_body), ("form", absence_edits.asked_form))
        for name, find in asked:
            if self.fields[name].value() is None:
                self.fields[name].set_value(find(self._desk.facts, draft))

    def draft(self) -> Absence | None:
        """The absence as typed; None until there is a person and two days in order."""
        if typed(self.fields["from_"]) is None or typed(self.fields["to"]) is None:
            return None
        draft = self.fields.typed(self._held)
        return draft if draft.person and draft.from_ <= draft.to else None

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

    def accept(self) -> None:
        """A refusal stays over the form; what was typed stays in it."""
        wrong = [field for field in self.fields.values() if not field.commit()]
        if wrong:
            wrong[0].setFocus()
            return
        draft = self.draft()
        if draft is None:
            self._say_what_is_missing()
            return
        self._show()
        change, made = self._change(draft), list[Any]()
        name = absences.name_of(self._desk.facts, draft.person)
        what = f"{'Sửa' if self._absence else 'Ghi'} đi vắng: {name}"
        if self._desk.do(what, lambda store: made.append(change(store)), band=self.band):
            self.saved_id = made[0].id
            super().accept()
            self._desk.toast(f"Đã ghi {name} vắng {absences.span(draft)}.", undo=True)

    def _change(self, draft: Absence) -> Change:
        facts, today = self._desk.facts, self._desk.today
        if self._absence:
            return partial(absence_edits.amend, facts=facts, absence=self._absence, after=draft, on=today)
        return partial(absence_edits.add, facts=facts, draft=draft, on=today)

    def _say_what_is_missing(self) -> None:
        chosen = bool(typed(self.fields["person"]))
        field = self.fields["to" if chosen else "person"]
        field.set_error("Cần ngày đi hoặc sau đó." if chosen else "Chọn người vắng trong danh mục.")
        field.setFocus()
