"""Văn bản: the papers of a meeting, each seen as it prints, saved as PDF or Word, and given its number."""

from pathlib import Path
from typing import Any

from desktop import vi
from desktop.domain.findings import Cite
from desktop.domain.records import Meeting
from desktop.domain.rules import document_direction, meeting_minutes
from desktop.qt.boxes import STRETCH, column, holder, label, row
from desktop.qt.buttons import Button
from desktop.qt.dialog import NOT_SAVED, choose_file
from desktop.qt.fields import DateField, Field, NumberField, TextField, form
from desktop.qt.pages import SidePanel
from desktop.qt.table import Column, Table
from desktop.screens.base.attachments import AttachmentsPanel
from desktop.screens.base.desk import Desk
from desktop.screens.base.live import refill
from desktop.screens.base.panes import Panes, Part
from desktop.screens.base.screen import Width
from desktop.screens.meetings.pane import Pane
from desktop.usecases.documents import numbers as document_numbers
from desktop.usecases.meetings import votes as meeting_votes
from desktop.usecases.papers import of_meetings
from desktop.usecases.papers.of_meetings import FormRow

COLUMNS = (
    Column("Mẫu", lambda one: one.title, sortable=False, bold=True, tip=lambda one: one.title),
    Column(
        "Số, ký hiệu",
        lambda one: one.issued.symbol if one.issued else ("Chưa cấp số" if one.kind else "Không đánh số"),
        width=130,
        tone=lambda one: "text" if one.issued else "text3",
        sortable=False,
    ),
    Column(
        "Ngày",
        lambda one: vi.day(one.issued.date) if one.issued and one.issued.date else "",
        width=96,
        drop=1,
        sortable=False,
    ),
    Column("", lambda one: "", width=130, sortable=False),
)
NO_NOTICE = "Không ban hành văn bản ý kiến chỉ đạo, vì"
PDF, WORD = "PDF (*.pdf)", "Word (*.docx)"


class PapersPane(Pane):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._layout()
        self._connect()

    def _layout(self) -> None:
        self.table = Table(COLUMNS, name="Văn bản của hội nghị", row_height=36, action=lambda _: "Xem trước khi in")
        self.left = holder(column(self.table, margins=(20, 14, 16, 14)))
        self.title, self.given = label("", "section", wrap=True), label("", "caption", wrap=True)
        self.see = Button("Xem trước khi in", icon="mdi6.printer-outline", run=self.preview)
        self.pdf = Button("Lưu PDF", icon="mdi6.file-pdf-box", kind="small", run=lambda: self._save(PDF))
        self.word = Button("Lưu Word", icon="mdi6.file-word-outline", kind="small", run=lambda: self._save(WORD))
        self.number = NumberField("Số", low=1, high=9999)
        self.date = DateField("Ngày văn bản", today=self.desk.today)
        self.issue = Button("Cấp số văn bản", icon="mdi6.numeric", kind="small", run=self._issue)
        self.minutes = DateField("Ngày ký biên bản", today=self.desk.today, placeholder="Chưa ký")
        self.panel = SidePanel()
        self.panel.add(column(self.title, self.given, row(self.see, STRETCH), row(self.pdf, self.word, STRETCH)))
        self.numbering = self.panel.add(column(form((self.number, self.date)), row(self.issue, STRETCH)))
        self.no_notice = TextField(NO_NOTICE, placeholder="Việc xử lý trực tiếp, không yêu cầu văn bản")
        self.panel.add(column(self.minutes, self.no_notice, gap=9))
        self.files = AttachmentsPanel(self.desk)
        self.panel.add(self.files)
        self.panes = Panes(
            "papers",
            Part(self.left, ("list",)),
            Part(self.panel, ("details",)),
            segments=(("list", "Văn bản"), ("details", "Cấp số, ngày ký")),
            sizes=(858, 288),
            memory=self.desk.state,
        )
        self.setLayout(column((self.panes, 1), gap=0))

    def _connect(self) -> None:
        self.table.opened.connect(lambda _: self.preview())
        self.table.acted.connect(lambda _: self.preview())
        self.table.chosen.connect(lambda _: self._show_form(anew=True))
        self.minutes.saved.connect(lambda day: self.act("Ghi ngày ký biên bản", meeting_votes.sign_minutes, day=day))
        self.no_notice.saved.connect(lambda why: self.act(NO_NOTICE, meeting_votes.need_no_notice, why=why))

    def begin(self) -> None:
        self.table.setFocus()

    def show_meeting(self, meeting: Meeting, *, anew: bool) -> None:
        self.meeting = meeting
        self.table.set_rows(tuple(of_meetings.forms(self.desk.facts, meeting)))
        if self.table.current() is None:
            self.table.select_first()
        refill(self.minutes, meeting.minutes, anew=anew)
        refill(self.no_notice, meeting.no_notice, anew=anew)
        self.no_notice.setVisible(document_direction.asking(self.desk.facts, meeting) is not None)
        self.files.show_owner(meeting)
        self._show_form(anew=anew)

    def _form(self) -> FormRow | None:
        found: FormRow | None = self.table.current()
        return found

    def _show_form(self, *, anew: bool) -> None:
        one = self._form()
        if one is None or self.meeting is None:
            return
        self.title.setText(one.title)
        given = f"Đã cấp số {one.issued.symbol}" if one.issued else "In ra còn chỗ để ghi số." if one.kind else ""
        day = f", ngày {vi.day(one.issued.date)}." if one.issued and one.issued.date else ""
        self.given.setText(f"{given}{day}")
        self.numbering.setVisible(bool(one.kind) and one.issued is None)
        if one.kind and one.issued is None:
            body = self.meeting.body
            next_ = document_numbers.next_number(self.desk.facts, one.kind, self.desk.today, body)
            refill(self.number, next_, anew=anew)
            refill(self.date, self.desk.today, anew=anew)

    def preview(self) -> None:
        one = self._form()
        if one is not None and self.meeting is not None:
            self.desk.preview(one.id, self.meeting.id)

    def _issue(self) -> None:
        one = self._form()
        if one is None or self.meeting is None or not (self.number.commit() and self.date.commit()):
            return
        number, day = self.number.value() or 0, self.date.value() or self.desk.today
        self.act(
            "Cấp số văn bản",
            of_meetings.issue,
            said=f"Đã cấp số {document_numbers.symbol_of(self.desk.facts, one.kind, number, (self.meeting.body,))}.",
            form=one.id,
            number=number,
            day=day,
        )

    def _save(self, kind: str) -> None:
        one = self._form()
        if one is None or self.meeting is None:
            return
        ending = "pdf" if kind == PDF else "docx"
        path = choose_file(self, "Lưu văn bản", save=True, name=f"{one.id}-{self.meeting.id}.{ending}", kinds=kind)
        if path is not None:
            self.save_to(path, one.id)

    def save_to(self, path: Path, slug: str) -> None:
        """Make the form and write it, off the window's own thread; a name ending in .docx makes it a Word file."""
        from desktop.usecases.papers import printing

        assert self.meeting is not None
        facts, today, record = self.desk.facts, self.desk.today, self.meeting.id

        def work() -> None:
            printing.write(printing.print_form(facts, slug, record, on=today), path)

        self.desk.busy(True)
        self.desk.tasks.run(work, lambda _: self._saved(path), self._failed)

    def _saved(self, path: Path) -> None:
        self.desk.busy(False)
        self.desk.toast(f"Đã lưu {path.name}.")

    def _failed(self, trouble: Exception) -> None:
        self.desk.busy(False)
        said = f"Không ghi được tệp: {vi.os_reason(trouble)}." if isinstance(trouble, OSError) else str(trouble)
        self.desk.tell(NOT_SAVED, said)

    def show_error(self, field: str, sentence: str) -> bool:
        places: dict[str, Field[Any]] = {"number": self.number, "date": self.date, "minutes": self.minutes}
        if field not in places:
            return False
        places[field].set_error(sentence)
        return True

    def set_width(self, width: Width) -> None:
        self.panes.set_width(width)

    def governing(self) -> tuple[Cite, ...]:
        assert self.meeting is not None
        ruling = self.desk.facts.ruling(meeting_minutes.BODIES, self.meeting.start.date())
        return (ruling.cite,) if ruling else ()
