"""Everyone's position on a delegated matter, then what came of it: decided, prepared again, passed on; its document."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.records import Delegated
from desktop.domain.rules import delegated_reported, delegated_unanimity
from desktop.qt.boxes import STRETCH, column, empty, framed, hairline, holder, label, row, scroll
from desktop.qt.buttons import Button, KeyHint, Link
from desktop.qt.fields import Combo, TextArea
from desktop.qt.marks import Pill
from desktop.qt.table import Column, Table
from desktop.screens.base.desk import Desk
from desktop.screens.base.live import refill
from desktop.screens.base.opinions import KEYS
from desktop.screens.base.show import article_link
from desktop.usecases.delegated import rows as delegated
from desktop.usecases.delegated.rows import Position
from desktop.usecases.meetings.session_items import coming, short_name

_ICON = {"approve": "mdi6.check", "reject": "mdi6.close", "other": "mdi6.comment-text-outline"}


def _choice(one: Position) -> str:
    return vi.OPINION[one.choice.choice] if one.choice and one.choice.choice else "Chưa có ý kiến"


COLUMNS = (
    Column("Họ và tên", lambda one: one.name, width=160, bold=True, sortable=False, tip=lambda one: one.name),
    Column("Chức vụ", lambda one: one.role, width=160, tone="text2", drop=1, sortable=False),
    Column("Ý kiến", _choice, width=150, sortable=False,
           icon=lambda one: _ICON[one.choice.choice] if one.choice else "mdi6.account-clock-outline",
           icon_tone=lambda one: "accent" if one.choice and one.choice.choice == "approve" else "text2",
           tone=lambda one: "text" if one.choice else "text3"),
    Column("Nội dung ý kiến", lambda one: one.choice.note if one.choice else "", tone="text2", drop=2, sortable=False,
           tip=lambda one: one.choice.note if one.choice else ""),
)  # fmt: skip


class CoursePart(QWidget):
    """It only asks; the page does."""

    said = Signal(str, object, str)
    all_agree = Signal()
    preparing = Signal()
    referring = Signal(str)
    reporting = Signal(str)
    issuing = Signal()
    linking = Signal()
    opening = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._one: Delegated | None = None
        self._layout()
        self.table.keyed.connect(self._key)
        self.table.chosen.connect(lambda _: self._show_note())
        self.table.opened.connect(lambda _: self.note.setFocus(Qt.FocusReason.OtherFocusReason))
        self.note.saved.connect(lambda _: self._note_saved())

    def _layout(self) -> None:
        self.count, self.pill, self._cite = label("", "count"), Pill(), row(gap=4)
        self.all = Button("Tất cả tán thành", kind="small", hint="Ctrl+A", run=self.all_agree.emit)
        self.table = Table(COLUMNS, name="Ý kiến của Thường trực", least=120, row_height=32,
                           empty="Thường trực chưa có thành viên vào ngày này.")  # fmt: skip
        self.note = TextArea("Nội dung ý kiến của người đang chọn", lines=2)
        hints = row(KeyHint("T", "tán thành"), KeyHint("K", "không tán thành"), KeyHint("Y", "ý kiến khác"),
                    KeyHint("Delete", "xóa"), STRETCH, gap=14)  # fmt: skip
        self.hints = holder(hints)
        figures = row(self.count, label("tán thành", "strong"), STRETCH, self.pill, gap=8)
        top = column(row(label("Ý kiến của Thường trực", "section"), STRETCH, self.all), figures,
                     row(self._cite, STRETCH, gap=0), gap=6)  # fmt: skip
        self.outcome = self._outcome()
        self.papers = self._papers()
        inside = holder(column(top, self.table, self.hints, self.note, self.outcome, self.papers, STRETCH, gap=10,
                               margins=(16, 9, 16, 12)))  # fmt: skip
        self.setLayout(column(scroll(inside), gap=0))

    def _outcome(self) -> QWidget:
        self.told = label("", wrap=True)
        self.earlier = Link("", run=lambda: self.opening.emit(self._other))
        self._other = ""
        self.session = Combo("Hội nghị", empty="Chưa chọn")
        self.again = Button("Chuẩn bị lại", icon="mdi6.autorenew", run=self.preparing.emit)
        self.refer = Button("Chuyển Ban Thường vụ", icon="mdi6.calendar-import",
                            run=lambda: self.referring.emit(self.session.value() or ""))  # fmt: skip
        self.report = Button("Đưa vào chương trình", icon="mdi6.calendar-import",
                             run=lambda: self.reporting.emit(self.session.value() or ""))  # fmt: skip
        self.session.setMaximumWidth(300)
        return framed(
            column(label("Việc tiếp theo", "section"), self.told, row(self.earlier, STRETCH, gap=0),
                   self.session, row(self.again, self.refer, self.report, STRETCH), gap=8, margins=(12, 9, 12, 11))
        )  # fmt: skip

    def _papers(self) -> QWidget:
        self.issue = Button("Cấp số văn bản…", kind="small", icon="mdi6.file-document-plus-outline",
                            run=self.issuing.emit)  # fmt: skip
        self.link = Button("Gắn văn bản…", kind="small", icon="mdi6.link-variant", run=self.linking.emit)
        self._listed = column(gap=2)
        head = row(label("Văn bản", "section"), STRETCH, self.link, self.issue)
        return framed(column(head, hairline(), self._listed, gap=8, margins=(12, 9, 12, 11)))

    # What is shown

    def show_decision(self, one: Delegated, *, anew: bool) -> None:
        self._one = one
        facts, today = self._desk.facts, self._desk.today
        said = delegated.positions(facts, one, today)
        agree = sum(line.choice is not None and line.choice.choice == "approve" for line in said)
        self.count.setText(f"{agree}/{len(said)}")
        self.table.set_rows(tuple(said))
        self.table.setFixedHeight(30 + 32 * min(max(len(said), 1), 5))
        if anew or self.table.current() is None:
            first = next((line.id for line in said if line.choice is None), said[0].id if said else "")
            self.table.select(first)
        self.all.setVisible(one.decision is None)
        self._show_rule(one, agree, len(said))
        self._show_note(anew=anew)
        self._show_outcome(one)
        self._show_papers(one)

    def _show_rule(self, one: Delegated, agree: int, total: int) -> None:
        """Where the text asks all to agree: how many are needed; where it does not, that it is silent."""
        empty(self._cite)
        ruling = self._desk.facts.ruling(delegated_unanimity.REQUIRED, delegated.day_of(one, self._desk.today))
        if ruling is None:
            self.pill.set("", "")
            self._cite.addWidget(label(f"Tất cả cùng tán thành: {vi.SILENT.lower()}", "caption"))
            return
        if not one.choices:
            self.pill.set("unknown", f"Chưa ghi ý kiến, cần {total}/{total}")
        elif agree == total:
            self.pill.set("met", f"Thống nhất {total}/{total}")
        else:
            self.pill.set("breach" if one.decision == "adopted" else "due", f"Chưa thống nhất, cần {total}/{total}")
        self._cite.addWidget(article_link(self._desk, ruling.cite))

    def _show_note(self, *, anew: bool = True) -> None:
        position = self.table.current()
        self.note.set_enabled(position is not None and position.choice is not None)
        refill(self.note, position.choice.note if position and position.choice else "", anew=anew)

    def _show_outcome(self, one: Delegated) -> None:
        facts, today = self._desk.facts, self._desk.today
        pending, settled = one.decision is None, one.decision in ("adopted", "rejected")
        differ = bool(one.choices) and not delegated.agreed(facts, one, today)
        again = delegated.may_prepare_again(facts, one, today)
        self.told.setText(self._words(one, differ))
        self._show_other_round(one)
        sessions = delegated.report_sessions(facts, one, today) if settled else coming(facts, ["btv"], today)
        self.session.set_options([(item.id, f"{item.words}, mục {item.number}") for item in sessions])
        self.session.set_value(one.reported_at or one.referred_to or (sessions[0].id if sessions else None))
        asked = (pending and differ) or (settled and self._must_report(one))
        self.session.setVisible(asked and bool(sessions))
        self.again.setVisible(pending and differ and again is not None)
        self.refer.setVisible(pending and differ)
        self.report.setVisible(settled and self._must_report(one))

    def _must_report(self, one: Delegated) -> bool:
        facts, today = self._desk.facts, self._desk.today
        asked = facts.ruling(delegated_reported.TO, delegated.day_of(one, today)) is not None
        return asked and (not one.reported_at or bool(delegated.untold(facts, one, today)))

    def _words(self, one: Delegated, differ: bool) -> str:
        """Where the matter stands, and with whom opinions differ."""
        facts, today = self._desk.facts, self._desk.today
        meeting = facts.meeting(one.reported_at or one.referred_to)
        where = f" {short_name(meeting)}" if meeting else ""
        if one.decision == "referred":
            return f"Đã chuyển{where or ' Ban Thường vụ'}. {vi.capital(delegated.differing(facts, one, today))}."
        if one.decision == "prepare-again":
            return f"Đã chuẩn bị lại. {vi.capital(delegated.differing(facts, one, today))}."
        if one.decision is not None:
            done = "Đã quyết định" if one.decision == "adopted" else "Đã ghi không đồng ý"
            day = f" ngày {vi.day(one.decided)}" if one.decided else ""
            told = f"; báo cáo tại{where}" if meeting else "; chưa báo cáo"
            return f"{done}{day}{told}."
        if differ:
            return f"Thường trực chưa thống nhất: {delegated.differing(facts, one, today)}."
        return "Ghi đủ ý kiến rồi chọn “Ghi quyết định”."

    def _show_other_round(self, one: Delegated) -> None:
        first = delegated.earlier_round(self._desk.facts, one)
        self._other = first.id if first else ""
        day = f" ngày {vi.day(first.decided)}" if first and first.decided else ""
        self.earlier.set_text(f"Xem lượt thảo luận trước{day}")
        self.earlier.setVisible(first is not None)

    def _show_papers(self, one: Delegated) -> None:
        empty(self._listed)
        papers = delegated.documents_of(self._desk.facts, one)
        for paper in papers:
            when = f" ngày {vi.day(paper.date)}" if paper.date else ""
            self._listed.addWidget(label(f"{paper.symbol or paper.type}{when}: {paper.title}", wrap=True))
        if not papers:
            self._listed.addWidget(label("Chưa có văn bản.", "caption"))
        self.papers.setVisible(one.decision in ("adopted", "rejected") or bool(papers))

    # What is asked

    def _key(self, one: Position, key: str) -> None:
        note = one.choice.note if one.choice else ""
        if key == "Delete":
            self.said.emit(one.id, None, "")
        elif key == "Ctrl+A":
            self.all_agree.emit()
        elif key in KEYS:
            self.said.emit(one.id, KEYS[key], note)

    def _note_saved(self) -> None:
        one = self.table.current()
        if one is not None and one.choice is not None:
            self.said.emit(one.id, one.choice.choice, self.note.value())
