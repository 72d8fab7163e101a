"""Small dialogs of delegated matters: recording one, issuing or choosing the document that puts it in writing."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.records import AgendaItem, Delegated, Document
from desktop.domain.refusal import Refusal
from desktop.qt.boxes import STRETCH, column, holder, label, scroll
from desktop.qt.dialog import Dialog
from desktop.qt.fields import TextField
from desktop.qt.notices import Band
from desktop.qt.table import Column, Table
from desktop.screens.base.acting import Acting
from desktop.screens.base.desk import Desk
from desktop.screens.delegated.form import DelegatedFields
from desktop.usecases.delegated import edits as delegated_edits
from desktop.usecases.meetings import edits as meeting_edits
from desktop.usecases.meetings.session_items import coming


class StartDelegated(Dialog):
    """`made_id` is the matter recorded. One the urgent power does not reach is refused; a session can take it."""

    def __init__(self, desk: Desk, *, parent: QWidget | None = None) -> None:
        super().__init__("Ghi việc theo ủy quyền", primary="Ghi việc", close="Hủy", parent=parent)
        self._desk = desk
        self.made_id = ""
        self.band = Band()
        self.fields_ = DelegatedFields(desk)
        self.fields_.fields["decided"].hide()
        self._acting = Acting(desk, self.band, "draft")
        self._acting.remedy = self._remedy
        self._acting.at_field = self._at_field
        hint = label("Ý kiến từng thành viên Thường trực và quyết định ghi ở trang của việc.", "caption", wrap=True)
        inside = holder(column(self.band, self.fields_, hint, STRETCH, gap=10))
        self.body.addWidget(scroll(inside), 1)
        self.fields_.show_decision(Delegated(id=""), anew=True)
        self.set_size(540, 470)
        self.fields_.fields["title"].setFocus()

    def accept(self) -> None:
        if not all(field.commit() for field in self.fields_.fields.values()):
            return
        made: list[Delegated] = []

        def start(store: Any, **given: Any) -> None:  # noqa: ANN401 - what the use case takes, handed on
            made.append(delegated_edits.start(store, **given))

        self._acting.shown = self.fields_.fields.typed(Delegated(id=""))
        if self._acting.do("Ghi việc theo ủy quyền", start):
            self.made_id = made[0].id
            super().accept()

    def _remedy(self, refusal: Refusal) -> tuple[str, Callable[[], object]] | None:
        return ("Đưa ra Ban Thường vụ", self._to_session) if refusal.cite else None

    def _to_session(self) -> None:
        """Put it on the agenda of the nearest session instead, or plan one where none is planned."""
        facts, today = self._desk.facts, self._desk.today
        nearest = next(iter(coming(facts, ["btv"], today)), None)
        meeting = facts.meeting(nearest.id) if nearest else None
        if meeting is None:
            self._desk.plan()
            return
        draft = self.fields_.fields.typed(Delegated(id=""))
        item = AgendaItem(id="", title=draft.title, matter=draft.matter, purpose="decision")
        if self._desk.do(
            "Đưa việc ra Ban Thường vụ",
            lambda store: meeting_edits.add_item(store, facts=facts, meeting=meeting, item=item, on=today),
            said=f"Đã đưa vào chương trình hội nghị {vi.day(meeting.start.date())}.",
        ):
            super().reject()

    def _at_field(self, field: str, sentence: str) -> None:
        places = self.fields_.fields
        if field in places and not self.band.isVisibleTo(self):
            places[field].set_error(sentence)


PAPERS = (
    Column("Số, ký hiệu", lambda one: one.symbol, width=130, bold=True, sortable=False),
    Column("Ngày", lambda one: vi.day(one.date) if one.date else "", width=100, tone="text2", sortable=False),
    Column("Trích yếu", lambda one: one.title, tip=lambda one: one.title, sortable=False),
)


class ChoosePaper(Dialog):
    """`taken` carries the id of a document already registered."""

    taken = Signal(str)

    def __init__(self, papers: list[Document], *, parent: QWidget | None = None) -> None:
        super().__init__("Gắn văn bản đã ban hành", primary="Gắn văn bản", close="Hủy", parent=parent)
        self.search = TextField("", name="Tìm văn bản", placeholder="Tìm theo số, trích yếu")
        self.table = Table(PAPERS, name="Văn bản chưa gắn với việc nào", empty="Không có văn bản nào chưa gắn.")
        self.body.addWidget(self.search)
        self.body.addWidget(self.table, 1)
        self.table.set_rows(tuple(papers))
        self.search.line.textEdited.connect(self.table.set_filter)
        self.table.opened.connect(lambda _: self.accept())
        self.set_size(620, 420)

    def accept(self) -> None:
        chosen = self.table.current()
        if chosen is not None:
            super().accept()
            self.taken.emit(chosen.id)
