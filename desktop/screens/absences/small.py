"""The small dialogs of an absence: how it was reported, who covers, who is on duty in place of Thường trực."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.domain.records import Absence, Assignment
from desktop.domain.terms import FIELD
from desktop.screens.absences.parts import FORMS
from desktop.screens.base.blocks import addressees
from desktop.screens.base.contrary import ContraryLines, found_with
from desktop.screens.base.desk import Change, Desk
from desktop.screens.base.record_dialog import RecordDialog
from desktop.screens.base.record_fields import Ask
from desktop.usecases.absences import edits as absence_edits
from desktop.usecases.absences import outlook as absence_outlook
from desktop.usecases.absences import rows as absences
from desktop.usecases.absences.outlook import Duty
from desktop.usecases.base import names


class ReportDialog(RecordDialog[Absence]):
    """When, to whom and how an absence was reported; filled with what the regulation asks."""

    def __init__(self, desk: Desk, absence: Absence, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Đã báo cáo", "Ghi", _lead(desk, absence), parent)
        self.absence = absence
        asked = replace(
            absence,
            reported=min(desk.today, absence.reported or desk.today),
            reported_to=absence.reported_to or absence_edits.asked_body(desk.facts, absence) or desk.facts.permanent,
            form=absence.form or absence_edits.asked_form(desk.facts, absence) or "written",
        )
        told = addressees(desk.facts, asked.reported_to)
        self.ask(
            asked,
            Ask("reported", "Báo cáo ngày", required=True),
            (Ask("reported_to", FIELD["reported_to"], told), Ask("form", FIELD["form"], FORMS)),
        )

    def change(self) -> tuple[str, Change]:
        draft, facts, today = self.draft(), self.desk.facts, self.desk.today
        return f"Ghi báo cáo đi vắng: {absences.name_of(facts, self.absence.person)}", partial(
            absence_edits.mark_reported,
            facts=facts,
            absence=self.absence,
            day=draft.reported or today,
            on=today,
            to=draft.reported_to,
            form=draft.form,
        )


class DutyDialog(RecordDialog[Assignment]):
    """Puts a member of the standing committee on duty while all of Thường trực are away."""

    def __init__(self, desk: Desk, duty: Duty, *, parent: QWidget | None = None) -> None:
        span = absences.span_of(duty.run.first, duty.run.last)
        lead = f"Cả Thường trực vắng {span}. Chỉ nêu những ủy viên Ban Thường vụ có mặt cả những ngày ấy."
        super().__init__(desk, "Phân công trực", "Phân công", lead, parent)
        self.contrary = ContraryLines(desk, ("person",), within=self)
        self.ask(
            Assignment(id="", kind="duty", from_=duty.run.first, to=duty.run.last),
            Ask("person", "Người trực", names.options(desk.facts, duty.candidates), search=False),
            (Ask("from_", "Từ ngày", required=True), Ask("to", "Đến hết ngày", required=True)),
            self.contrary,
        )
        for field in self.fields.values():
            field.saved.connect(lambda _: self._tell())

    def _tell(self) -> None:
        """Whoever is chosen may be away on days that were typed since."""
        self.contrary.show_of(self.draft(), found_with(self.desk, self.draft()))

    def change(self) -> tuple[str, Change]:
        draft = self.draft()
        first, last = draft.from_ or self.desk.today, draft.to or self.desk.today
        return f"Phân công trực {absences.span_of(first, last)}", partial(
            absence_edits.put_on_duty, facts=self.desk.facts, person=draft.person or "", first=first, last=last
        )


class CoverDialog(RecordDialog[Absence]):
    """Who stands in for somebody away; those away themselves on any of the days are left out."""

    def __init__(self, desk: Desk, absence: Absence, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Người thay", "Ghi", _lead(desk, absence), parent)
        self.absence = absence
        here = names.options(desk.facts, absence_outlook.may_cover(desk.facts, absence))
        self.ask(absence, Ask("cover", "Người thay", here, "Không có"))

    def change(self) -> tuple[str, Change]:
        facts, cover = self.desk.facts, self.draft().cover
        return f"Ghi người thay {absences.name_of(facts, self.absence.person)}", partial(
            absence_edits.set_cover, facts=facts, absence=self.absence, cover=cover, on=self.desk.today
        )


def _lead(desk: Desk, absence: Absence) -> str:
    return f"{absences.name_of(desk.facts, absence.person)}, vắng {absences.span(absence)}"
