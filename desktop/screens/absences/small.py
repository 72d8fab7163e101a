"""The small dialogs of an absence: how it was reported, who covers, who is on duty in place of Thường trực."""

from functools import partial
from typing import cast

from PySide6.QtWidgets import QWidget

from desktop.domain.records import Absence, Assignment, ReportForm
from desktop.domain.terms import FIELD
from desktop.qt.fields import Combo, DateField
from desktop.screens.absences.parts import BODIES, FORMS, body_of
from desktop.screens.base.contrary import ContraryLines, found_with
from desktop.screens.base.desk import Change, Desk
from desktop.screens.directory.dialogs import SmallDialog
from desktop.usecases.absences import edits as absence_edits
from desktop.usecases.absences import outlook as absence_outlook
from desktop.usecases.absences import rows as absences
from desktop.usecases.absences.outlook import Duty
from desktop.usecases.base import names


class ReportDialog(SmallDialog):
    """When, to whom and how an absence was reported; filled with what the regulation asks."""

    def __init__(self, desk: Desk, absence: Absence, *, parent: QWidget | None = None) -> None:
        lead = f"{absences.name_of(desk.facts, absence.person)}, vắng {absences.span(absence)}"
        super().__init__(desk, "Đã báo cáo", "Ghi", lead, parent)
        self.absence = absence
        self.day = DateField("Báo cáo ngày", today=desk.today, required=True)
        self.to = Combo(FIELD["reported_to"], BODIES)
        self.form = Combo(FIELD["form"], FORMS)
        self.lay_out(self.day, (self.to, self.form))
        self.day.set_value(min(desk.today, absence.reported or desk.today))
        self.to.set_value(absence.reported_to or absence_edits.asked_body(desk.facts, absence) or "thuong-truc")
        self.form.set_value(absence.form or absence_edits.asked_form(desk.facts, absence) or "written")

    def change(self) -> tuple[str, Change]:
        what = f"Ghi báo cáo đi vắng: {absences.name_of(self.desk.facts, self.absence.person)}"
        return what, partial(
            absence_edits.mark_reported,
            facts=self.desk.facts,
            absence=self.absence,
            day=self.day.value() or self.desk.today,
            on=self.desk.today,
            to=body_of(self.to.value()),
            form=cast("ReportForm | None", self.form.value()),
        )


class DutyDialog(SmallDialog):
    """Puts a member of the standing committee on duty while all of Thường trực are away."""

    def __init__(self, desk: Desk, duty: Duty, *, parent: QWidget | None = None) -> None:
        span = absences.span_of(duty.run.first, duty.run.last)
        lead = f"Cả Thường trực vắng {span}. Chỉ nêu những ủy viên Ban Thường vụ có mặt cả những ngày ấy."
        super().__init__(desk, "Phân công trực", "Phân công", lead, parent)
        self.person = Combo("Người trực", names.options(desk.facts, duty.candidates))
        self.first = DateField("Từ ngày", today=desk.today, required=True)
        self.last = DateField("Đến hết ngày", today=desk.today, required=True)
        self.contrary = ContraryLines(desk, ("person",), within=self)
        self.lay_out(self.person, (self.first, self.last), self.contrary)
        self.first.set_value(duty.run.first)
        self.last.set_value(duty.run.last)
        for field in (self.person, self.first, self.last):
            field.saved.connect(lambda _: self._tell())

    def _tell(self) -> None:
        """Whoever is chosen may be away on days that were typed since."""
        draft = Assignment(
            id="", person=self.person.value(), kind="duty", from_=self.first.value(), to=self.last.value()
        )
        self.contrary.show_of(draft, found_with(self.desk, draft))

    def change(self) -> tuple[str, Change]:
        first, last = self.first.value() or self.desk.today, self.last.value() or self.desk.today
        return f"Phân công trực {absences.span_of(first, last)}", partial(
            absence_edits.put_on_duty, facts=self.desk.facts, person=self.person.value() or "", first=first, last=last
        )


class CoverDialog(SmallDialog):
    """Who stands in for somebody away; those away themselves on any of the days are left out."""

    def __init__(self, desk: Desk, absence: Absence, *, parent: QWidget | None = None) -> None:
        lead = f"{absences.name_of(desk.facts, absence.person)}, vắng {absences.span(absence)}"
        super().__init__(desk, "Người thay", "Ghi", lead, parent)
        self.absence = absence
        here = names.options(desk.facts, absence_outlook.may_cover(desk.facts, absence))
        self.cover = Combo("Người thay", here, empty="Không có", searchable=True)
        self.lay_out(self.cover)
        self.cover.set_value(absence.cover)

    def change(self) -> tuple[str, Change]:
        what = f"Ghi người thay {absences.name_of(self.desk.facts, self.absence.person)}"
        given = {"facts": self.desk.facts, "absence": self.absence, "on": self.desk.today}
        return what, partial(absence_edits.set_cover, cover=self.cover.value(), **given)  # type: ignore[arg-type]
