"""One delegated matter: its form, every position in Thường trực, the decision and its report, the rules beside it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.findings import Cite, gravest
from desktop.domain.records import Delegated
from desktop.domain.refusal import Refusal
from desktop.domain.rules import delegated_unanimity
from desktop.qt.boxes import STRETCH, column, hairline, holder, scroll
from desktop.qt.buttons import Button
from desktop.qt.commands import Command
from desktop.qt.dialog import ask
from desktop.qt.marks import Pill
from desktop.qt.notices import Band
from desktop.qt.pages import PageHead
from desktop.screens.base.acting import Acting
from desktop.screens.base.desk import Desk
from desktop.screens.base.findings_panel import FindingsPanel
from desktop.screens.base.issue_dialog import IssueDialog
from desktop.screens.base.panes import Panes, Part
from desktop.screens.base.screen import Width
from desktop.screens.delegated.course import CoursePart
from desktop.screens.delegated.dialogs import ChoosePaper
from desktop.screens.delegated.form import DelegatedFields
from desktop.usecases.delegated import edits as delegated_edits
from desktop.usecases.delegated import rows as delegated
from desktop.usecases.delegated.rows import State
from desktop.usecases.documents import of_records as record_documents

SEGMENTS = (("form", "Thông tin"), ("course", "Ý kiến, quyết định"), ("rules", "Quy chế"))
REPORT = "bao-cao-uy-quyen"


class DelegatedPage(QWidget):
    """`left` the list is wanted · `opening` another record of the same matter."""

    left = Signal()
    opening = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.decision: Delegated | None = None
        self._width = Width.WIDE
        self._layout()
        self.acting = Acting(desk, self.band, "decision")
        self.acting.remedy = self._remedy
        self.acting.at_field = self._at_field
        self._connect()

    def _layout(self) -> None:
        self.head, self.band = PageHead(), Band()
        self.form = DelegatedFields(self.desk)
        self.course = CoursePart(self.desk)
        self.findings = FindingsPanel(self.desk)
        self.form_area = scroll(holder(column(self.form, STRETCH, margins=(20, 12, 16, 12))))
        self.form_area.setMinimumWidth(250)
        self.panes = Panes(
            "delegated",
            Part(self.form_area, ("form",)),
            Part(self.course, ("course",)),
            Part(self.findings, ("rules",), "comes"),
            segments=SEGMENTS,
            first="course",
            toggle=Button("Quy chế", kind="small", checkable=True, icon="mdi6.scale-balance"),
            sizes=(290, 560, 296),
            memory=self.desk.state,
        )
        self.setLayout(column(self.head, hairline(), self.band, (self.panes, 1), gap=0))

    def _connect(self) -> None:
        course = self.course
        self.form.changed.connect(
            lambda _name, after: self.acting.do("Sửa việc theo ủy quyền", delegated_edits.amend, after=after)
        )
        course.said.connect(
            lambda person, choice, note: self.acting.do(
                "Ghi ý kiến Thường trực", delegated_edits.set_position, person=person, choice=choice, note=note
            )
        )
        course.all_agree.connect(lambda: self.acting.do("Ghi tất cả tán thành", delegated_edits.all_agree))
        course.preparing.connect(self.prepare_again)
        course.referring.connect(self.refer)
        course.reporting.connect(self.report)
        course.issuing.connect(self.issue)
        course.linking.connect(self.link)
        course.opening.connect(self.opening)

    # What is shown

    def show_decision(self, one: Delegated) -> None:
        anew = self.decision is None or self.decision.id != one.id
        self.decision = self.acting.shown = one
        if anew:
            self.band.clear()
        self._show_head(one)
        self.form.show_decision(one, anew=anew)
        self.course.show_decision(one, anew=anew)
        found = delegated.judge(self.desk.facts, one, self.desk.today)
        self.findings.set_findings(found, delegated.called)
        self.panes.segments.set_mark("rules", gravest(finding.verdict for finding in found))

    def _show_head(self, one: Delegated) -> None:
        self.head.set_crumbs([("Việc theo ủy quyền", self.left.emit), (delegated.point_words(one), None)])
        self.head.set_back(self.left.emit)
        self.head.set_title(one.title)
        state = delegated.state(self.desk.facts, one, self.desk.today)
        self.head.set_secondary(Pill("", delegated.STATE[state]))
        self.head.set_more(self.more())
        self.head.set_primary(self._primary(one))
        self.head.set_compact(self._width is Width.SINGLE)

    def _primary(self, one: Delegated) -> Button | None:
        if one.decision is None:
            return Button("Ghi quyết định", icon="mdi6.check", kind="primary", run=self.adopt)
        if one.decision in ("adopted", "rejected"):
            return Button(
                "In báo cáo ủy quyền", icon="mdi6.printer-outline", kind="primary",
                run=lambda: self.desk.preview(REPORT, one.reported_at or one.id),
            )  # fmt: skip
        return None

    def more(self) -> tuple[Command, ...]:
        one = self.decision
        if one is None:
            return ()
        if one.decision is None:
            return (
                Command("delegated.adopt", "Ghi quyết định", self.adopt, icon="mdi6.check"),
                Command("delegated.reject", "Ghi không đồng ý", self.reject, icon="mdi6.close"),
                Command("delegated.refer", "Chuyển Ban Thường vụ", self.refer, icon="mdi6.calendar-import"),
            )
        if delegated.state(self.desk.facts, one, self.desk.today) is State.REPORTED:
            return ()
        return (Command("delegated.reopen", "Mở lại việc", self.reopen, icon="mdi6.undo"),)

    # What is done

    def adopt(self) -> None:
        """Write the decision; asked first where not most of Thường trực made it and no article forbids it."""
        facts, today = self.desk.facts, self.desk.today
        one = self.decision
        ruled = one and facts.ruling(delegated_unanimity.REQUIRED, delegated.day_of(one, today))
        doubt = "" if one is None or ruled else delegated.doubt(facts, one, today)
        if doubt and not ask(self, "Chưa quá nửa tán thành", doubt, "Vẫn ghi quyết định"):
            return
        self.acting.do(
            "Ghi quyết định theo ủy quyền", delegated_edits.adopt, said="Đã ghi quyết định.", day=self.desk.today
        )

    def reject(self) -> None:
        self.acting.do("Ghi không đồng ý", delegated_edits.reject, said="Đã ghi không đồng ý.", day=self.desk.today)

    def reopen(self) -> None:
        self.acting.do("Mở lại việc", delegated_edits.reopen, said="Đã mở lại việc.")

    def prepare_again(self) -> None:
        """Keep what was said now; the second round opens as a record of its own."""
        assert self.decision is not None
        made: list[Delegated] = []

        def again(store: Any, **given: Any) -> None:  # noqa: ANN401 - what the use case takes, handed on
            made.append(delegated_edits.prepare_again(store, **given))

        if self.acting.do("Chuẩn bị lại", again, said="Đã ghi chuẩn bị lại; lượt thảo luận thứ hai đã mở."):
            self.opening.emit(made[0].id)

    def refer(self, meeting_id: str = "") -> None:
        if self.acting.do("Chuyển Ban Thường vụ", delegated_edits.refer, meeting_id=meeting_id):
            self._say_where(self.decision.referred_to if self.decision else None)

    def report(self, meeting_id: str = "") -> None:
        if self.acting.do("Đưa báo cáo vào chương trình", delegated_edits.report, meeting_id=meeting_id):
            self._say_where(self.decision.reported_at if self.decision else None)

    def _say_where(self, meeting_id: str | None) -> None:
        meeting = self.desk.facts.meeting(meeting_id)
        if meeting is not None:
            where = f"{vi.BODY[meeting.body]} {vi.day(meeting.start.date())}"
            self.desk.toast(f"Đã đưa vào chương trình hội nghị {where}.", undo=True)

    def issue(self) -> None:
        dialog = IssueDialog(self.desk, record_documents.OF_DECISION, parent=self)
        dialog.taken.connect(
            lambda kind, number, day: self.acting.do(
                "Cấp số văn bản",
                record_documents.issue_decision,
                said="Đã cấp số văn bản.",
                kind=kind,
                number=number,
                day=day,
            )
        )
        dialog.open()

    def link(self) -> None:
        dialog = ChoosePaper(delegated.free_documents(self.desk.facts), parent=self)
        dialog.taken.connect(
            lambda ident: self.acting.do(
                "Gắn văn bản", delegated_edits.link_document, said="Đã gắn văn bản.", document_id=ident
            )
        )
        dialog.open()

    def _remedy(self, refusal: Refusal) -> tuple[str, Callable[[], object]] | None:
        """What can be done instead of deciding without agreement, or without a session to go to."""
        if refusal.field == "meeting":
            return "Xếp lịch hội nghị", self.desk.plan
        if refusal.field == "decision" and refusal.cite is not None and self.decision is not None:
            again = delegated.may_prepare_again(self.desk.facts, self.decision, self.desk.today)
            if again is not None and self.decision.choices:
                return "Chuẩn bị lại", self.prepare_again
            return "Chuyển Ban Thường vụ", self.refer
        if refusal.field == "choices" and "mở lại" in refusal.sentence:
            return "Mở lại việc", self.reopen
        if refusal.field == "matter" and refusal.cite is not None:
            return "Chuyển Ban Thường vụ", self.refer
        return None

    def _at_field(self, field: str, sentence: str) -> None:
        places = self.form.fields
        if field in places:
            places[field].set_error(sentence)

    # How it fits

    def set_width(self, width: Width) -> None:
        self._width = width
        if self.decision is not None:
            self._show_head(self.decision)
        self.panes.set_width(width)

    def governing(self) -> tuple[Cite, ...]:
        if self.decision is None:
            return ()
        found = delegated.judge(self.desk.facts, self.decision, self.desk.today)
        return tuple(dict.fromkeys(finding.cite for finding in found))
