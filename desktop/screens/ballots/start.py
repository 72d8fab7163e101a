"""Lập phiếu xin ý kiến: the form with what the regulation says beside it; a refusal offers a session instead."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.records import AgendaItem, Ballot
from desktop.domain.refusal import Refusal
from desktop.qt.boxes import STRETCH, column, framed, holder, label, row, scroll
from desktop.qt.dialog import Dialog
from desktop.qt.fields import form
from desktop.qt.notices import Band
from desktop.screens.ballots.form import BallotFields, CheckLines
from desktop.screens.base.acting import Acting
from desktop.screens.base.desk import Desk
from desktop.screens.base.live import on_typing
from desktop.usecases.ballots import edits as ballot_edits
from desktop.usecases.ballots import findings as ballot_findings
from desktop.usecases.ballots import rows as ballots
from desktop.usecases.meetings import edits as meeting_edits


class StartBallot(Dialog):
    """`made_id` is the ballot made; `planned_id` the session planned instead, with the matter on its agenda."""

    def __init__(self, desk: Desk, *, parent: QWidget | None = None) -> None:
        icon = "mdi6.email-check-outline"
        super().__init__("Lập phiếu xin ý kiến", primary="Lập phiếu", primary_icon=icon, close="Hủy", parent=parent)
        self._desk = desk
        self.made_id = self.planned_id = ""
        self._base = ballot_edits.suggest(desk.facts, desk.today)
        self._due_by_hand = False
        self.band = Band()
        self.fields_ = BallotFields(desk)
        self.checks = CheckLines(desk)
        self._acting = Acting(desk, self.band, "draft")
        self._acting.remedy = self._remedy
        self._acting.at_field = self._at_field
        self._layout()
        self.fields_.show_ballot(self._base, anew=True)
        for field in self.fields_.values():
            on_typing(field, self._show_checks)
            field.saved.connect(lambda _: self._show_checks())
        self.fields_["sent"].saved.connect(lambda _: self._follow_sent())
        self.fields_["due"].saved.connect(lambda _: self._due_taken())
        self._show_checks()
        self.fields_["title"].setFocus()

    def _layout(self) -> None:
        one = self.fields_
        lines = form(
            one["title"],
            (one["body"], one["directed_by"]),
            ((one["reason"], 6), (one["matter"], 5)),
            (one["sent"], one["due"]),
            one["questions"],
        )
        left = holder(column(lines, STRETCH, margins=(0, 0, 12, 0)))
        beside = column(label("Quy chế", "section"), self.checks, STRETCH, gap=10, margins=(14, 12, 14, 12))
        rules = framed(beside)
        rules.setFixedWidth(250)
        self.body.addWidget(self.band)
        self.body.addLayout(row((scroll(left), 1), rules, gap=12), 1)
        self.set_size(800, 580)

    def draft(self) -> Ballot:
        made = self.fields_.typed(self._base)
        return ballot_edits.with_questions(made, self.fields_["questions"].read().splitlines())

    def _show_checks(self) -> None:
        self.checks.show_checks(ballot_findings.checks(self._desk.facts, self.draft(), self._desk.today))

    def _follow_sent(self) -> None:
        """Until the day for answers is written by hand it follows the office's own number of days."""
        sent = self.fields_["sent"].value()
        if sent is not None and not self._due_by_hand:
            self.fields_["due"].set_value(ballots.due_of(self._desk.facts, sent))
            self.fields_.show_due_note(self.draft())

    def _due_taken(self) -> None:
        self._due_by_hand = True
        self.fields_.show_due_note(self.draft())

    def accept(self) -> None:
        if not all(field.commit() for field in self.fields_.values()):
            return
        made: list[Ballot] = []

        def start(store: Any, **given: Any) -> None:  # noqa: ANN401 - what the use case takes, handed on
            made.append(ballot_edits.start(store, **given))

        self._acting.shown = self.draft()
        if self._acting.do("Lập phiếu xin ý kiến", start):
            self.made_id = made[0].id
            super().accept()
            self._desk.toast(f"Đã lập phiếu xin ý kiến {len(self._asked(made[0]))} ủy viên.", undo=True)
            self._desk.go("ballots", self.made_id)

    def _asked(self, ballot: Ballot) -> tuple[object, ...]:
        return self._desk.facts.members(ballot.body, ballot.sent)

    def _at_field(self, field: str, sentence: str) -> None:
        places = self.fields_
        if field in places and not self.band.isVisibleTo(self):
            places[field].set_error(sentence)

    def _remedy(self, refusal: Refusal) -> tuple[str, Callable[[], object]] | None:
        return ("Xếp lịch hội nghị", self.plan) if refusal.cite else None

    def plan(self) -> None:
        """Plan a session of the body instead; the matter typed here goes on its agenda, and nothing is lost."""
        from desktop.screens.meetings.plan import PlanDialog

        dialog = PlanDialog(self._desk, parent=self)
        draft = self.draft()
        dialog.body_.set_value(draft.body)
        dialog.exec()
        if dialog.planned_id and self._put_on_agenda(dialog.planned_id, draft):
            self.planned_id = dialog.planned_id
            super().reject()

    def _put_on_agenda(self, meeting_id: str, draft: Ballot) -> bool:
        facts, today = self._desk.facts, self._desk.today
        meeting = facts.meeting(meeting_id)
        if meeting is None or not draft.title:
            return False
        item = AgendaItem(id="", title=draft.title, matter=draft.matter, purpose="decision")
        return self._desk.do(
            "Đưa nội dung vào chương trình",
            lambda store: meeting_edits.add_item(store, facts=facts, meeting=meeting, item=item, on=today),
            said=f"Đã đưa “{draft.title}” vào chương trình {vi.day(meeting.start.date())}.",
        )
