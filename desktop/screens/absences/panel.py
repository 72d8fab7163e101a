"""One absence beside the list: when and where to, how it was reported, what is asked of it, which sessions it meets."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.findings import Cite
from desktop.domain.records import Absence
from desktop.domain.terms import ADDRESSEE
from desktop.qt.boxes import STRETCH, column, empty, holder, label, row
from desktop.qt.buttons import Button, Link
from desktop.qt.pages import SidePanel
from desktop.screens.absences.dialog import AbsenceDialog
from desktop.screens.absences.parts import asked_lines, cites, duty_lines, thinned_lines, warning
from desktop.screens.absences.small import CoverDialog, DutyDialog, ReportDialog
from desktop.screens.base.attachments import AttachmentsPanel
from desktop.screens.base.blocks import block
from desktop.screens.base.desk import Desk
from desktop.usecases.absences import edits as absence_edits
from desktop.usecases.absences import outlook as absence_outlook
from desktop.usecases.absences import rows as absences
from desktop.usecases.absences.outlook import Outlook

PAPER = "bao-cao-vang-mat"
DUTY_PAPER = "phan-cong-truc"


class AbsenceActs:
    """What is done with an absence from the list, the panel and the commands."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self.desk, self._parent = desk, parent

    def add(self, person: str = "") -> str:
        """Return the id of the new absence; empty where none was entered."""
        dialog = AbsenceDialog(self.desk, person=person, parent=self._parent)
        dialog.exec()
        self._propose_duty(dialog.saved_id)
        return dialog.saved_id

    def amend(self, absence: Absence) -> None:
        dialog = AbsenceDialog(self.desk, absence=absence, parent=self._parent)
        dialog.exec()
        self._propose_duty(dialog.saved_id)

    def _propose_duty(self, ident: str) -> None:
        """Where the absence leaves days without Thường trực and nobody on duty, ask at once who stands in."""
        absence = self.desk.facts.one(Absence, ident) if ident else None
        if absence is None:
            return
        for duty in absence_outlook.outlook(self.desk.facts, absence, self.desk.today).duties:
            if duty.finding and duty.finding.verdict != "met" and duty.candidates:
                DutyDialog(self.desk, duty, parent=self._parent).exec()

    def report(self, absence: Absence) -> None:
        ReportDialog(self.desk, absence, parent=self._parent).exec()

    def reported_today(self, absence: Absence) -> None:
        facts, today = self.desk.facts, self.desk.today
        name = absences.name_of(facts, absence.person)
        self.desk.do(
            f"Ghi báo cáo đi vắng: {name}",
            lambda store: absence_edits.mark_reported(store, facts=facts, absence=absence, day=today, on=today),
            said=f"Đã ghi {name} báo cáo ngày {vi.day(today)}.",
        )

    def result_today(self, absence: Absence) -> None:
        facts, today = self.desk.facts, self.desk.today
        name = absences.name_of(facts, absence.person)
        self.desk.do(
            f"Ghi báo kết quả: {name}",
            lambda store: absence_edits.mark_result(store, facts=facts, absence=absence, day=today, on=today),
            said=f"Đã ghi {name} báo kết quả ngày {vi.day(today)}.",
        )

    def remove(self, absence: Absence) -> None:
        name = absences.name_of(self.desk.facts, absence.person)
        self.desk.do(
            f"Xóa lần đi vắng của {name}",
            lambda store: absence_edits.remove(store, absence=absence),
            said=f"Đã xóa lần đi vắng {absences.span(absence)} của {name}.",
        )

    def print_report(self, absence: Absence) -> None:
        self.desk.preview(PAPER, absence.id)


class AbsencePanel(SidePanel):
    def __init__(self, desk: Desk, acts: AbsenceActs) -> None:
        super().__init__()
        self._desk, self._acts = desk, acts
        self.outlook: Outlook | None = None

    def show_absence(self, absence: Absence | None) -> None:
        self.clear()
        empty(self.foot)
        self.outlook = None
        if absence is None:
            self.set_title("Chưa chọn lần đi vắng nào")
            return
        outlook = absence_outlook.outlook(self._desk.facts, absence, self._desk.today)
        self.outlook = outlook
        self.set_title(absences.name_of(self._desk.facts, absence.person))
        self._add_trip(absence, outlook)
        self._add_report(absence)
        self._add_outlook(outlook)
        files = AttachmentsPanel(self._desk)
        files.show_owner(absence)
        self.add(files)
        self._add_foot(absence)

    def _add_trip(self, absence: Absence, outlook: Outlook) -> None:
        place = absences.where(absence)
        area = "" if not absence.destination else f" ({vi.AREA[absence.area].lower()})"
        lines: list[QWidget] = [
            label(absences.span(absence), "strong"),
            label(f"{outlook.counted}.", "second", wrap=True),
            label(f"{vi.capital(place)}{area}.", wrap=True),
        ]
        if absence.content:
            lines.append(label(absence.content, "second", wrap=True))
        cover = absences.name_of(self._desk.facts, absence.cover) if absence.cover else ""
        lines.append(label(f"Người thay: {cover}" if cover else "Chưa ghi người thay.", "second", wrap=True))
        if absence.to >= self._desk.today:
            lines.append(_link("Đổi người thay…" if cover else "Chọn người thay…", partial(self._cover, absence)))
        self.add(column(*lines, gap=3))
        if outlook.warnings:
            self.add(column(*map(warning, outlook.warnings), gap=6))

    def _cover(self, absence: Absence) -> None:
        CoverDialog(self._desk, absence, parent=self).exec()

    def _add_report(self, absence: Absence) -> None:
        acts = self._acts
        lines: list[QWidget] = [label(report_words(absence), wrap=True)]
        asked = "Sửa báo cáo…" if absence.reported else "Đã báo cáo…"
        buttons = [
            Button(asked, kind="small", run=lambda: acts.report(absence)),
            Button("In báo cáo", icon="mdi6.printer-outline", kind="small", run=lambda: acts.print_report(absence)),
        ]
        lines.append(holder(row(*buttons, STRETCH, gap=6)))
        if absence.result_reported:
            lines.append(label(f"Báo kết quả ngày {vi.day(absence.result_reported)}.", wrap=True))
        elif absence.to < self._desk.today and absence.purpose == "work":
            lines.append(_link("Ghi đã báo kết quả hôm nay", lambda: acts.result_today(absence)))
        self.add(block("Báo cáo", lines))

    def _add_outlook(self, outlook: Outlook) -> None:
        desk = self._desk
        self.add(block("Theo Quy chế", asked_lines(desk, outlook.demands, recorded=True)))
        for duty in outlook.duties:
            parts: list[object] = list(duty_lines(desk, [duty]))
            if duty.finding and duty.finding.verdict != "met":
                button = Button("Phân công trực…", icon="mdi6.account-plus-outline", kind="small")
                button.clicked.connect(lambda _=False, duty=duty: DutyDialog(desk, duty, parent=self).exec())
                parts.append(holder(row(button, STRETCH)))
            parts += [
                _link(f"In phân công trực: {name}", partial(desk.preview, DUTY_PAPER, ident))
                for ident, name in absence_outlook.on_duty(desk.facts, duty.run)
            ]
            self.add(block("Trực thay Thường trực", parts))  # type: ignore[arg-type]  # lines and a button
        if outlook.thinned:
            lines = thinned_lines(desk, outlook.thinned)
            first = outlook.thinned[0].meeting.id
            self.add(
                block(
                    "Hội nghị trong những ngày này", [*lines, _link("Mở hội nghị", lambda: desk.go("meetings", first))]
                )
            )

    def _add_foot(self, absence: Absence) -> None:
        acts = self._acts
        gone = Button("Xóa", icon="mdi6.trash-can-outline", run=lambda: acts.remove(absence))
        self.set_foot(Button("Sửa…", run=lambda: acts.amend(absence)), gone)

    def governing(self) -> tuple[Cite, ...]:
        return cites(self.outlook) if self.outlook else ()


def report_words(absence: Absence) -> str:
    """`Báo cáo Thường trực ngày 26/8/2024, bằng văn bản.`"""
    if absence.reported is None:
        return "Chưa báo cáo."
    to = f" {ADDRESSEE[absence.reported_to]}" if absence.reported_to else ""
    form = f", {absences.FORM[absence.form]}" if absence.form else ""
    return f"Báo cáo{to} ngày {vi.day(absence.reported)}{form}."


def _link(text: str, run: Callable[[], object]) -> Link:
    return Link(text, run=run)
