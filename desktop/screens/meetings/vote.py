"""Biểu quyết: the vote on each item by method, with exceptions by name, the conclusion and what was said."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.findings import Finding
from desktop.domain.records import AgendaItem, Choice, Counts, Meeting
from desktop.qt.boxes import STRETCH, column, framed, hairline, holder, label, row
from desktop.qt.buttons import Button
from desktop.qt.fields import NumberField, TextArea
from desktop.qt.marks import Pill
from desktop.qt.pages import SegmentRow
from desktop.qt.table import Column, Table
from desktop.qt.tips import set_tip
from desktop.screens.base.desk import Desk
from desktop.screens.base.live import refill
from desktop.screens.base.show import grounds, word
from desktop.usecases.meetings import findings as meeting_findings
from desktop.usecases.meetings import rows as meetings
from desktop.usecases.tasks import rows as tasks

ITEMS = (
    Column("#", lambda one: str(one.number), width=38, tone="text2", sortable=False),
    Column("Nội dung", lambda one: one.title, sortable=False, tip=lambda one: one.title),
    Column("Mục đích", lambda one: one.purpose, width=96, tone="text2", drop=1, sortable=False),
    Column(
        "Tán thành",
        lambda one: one.vote,
        mark=lambda one: one.vote_mark,
        width=140,
        tone=lambda one: "text" if one.vote_mark else "text3",
        sortable=False,
    ),
)


@dataclass(frozen=True, slots=True)
class Exception_:
    id: str
    name: str
    choice: Choice


EXCEPTIONS = (
    Column("Ủy viên", lambda one: one.name, width=150, bold=True, sortable=False, tip=lambda one: one.name),
    Column("Ý kiến", lambda one: vi.OPINION[one.choice.choice], width=120, sortable=False),
    Column("Nội dung", lambda one: one.choice.note, tone="text2", sortable=False, tip=lambda one: one.choice.note),
    Column(
        "Bảo lưu",
        lambda one: "Bảo lưu" if one.choice.reserved else "",
        icon=lambda one: "mdi6.bookmark-outline" if one.choice.reserved else "",
        icon_tone="accent",
        width=92,
        sortable=False,
    ),
)
METHODS = tuple(vi.VOTE_METHOD.items())


class VoteSheet(QWidget):
    """The vote of the item chosen; it only asks, the pane does."""

    method = Signal(str)
    all_approve = Signal()
    adding = Signal()
    editing = Signal(object)
    dropping = Signal(str)
    counted = Signal(object)
    concluded = Signal(str)
    discussing = Signal()
    giving = Signal()
    cleared = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._layout()
        self.methods.chosen.connect(self.method)
        self.exceptions.opened.connect(lambda one: self.editing.emit(one.choice))
        self.exceptions.keyed.connect(self._key)
        self.conclusion.saved.connect(lambda text: self.concluded.emit(str(text)))
        for field in self._numbers():
            field.saved.connect(lambda _: self.counted.emit(self.counts()))

    def _layout(self) -> None:
        self.head = label("", "section", wrap=True)
        self.methods = SegmentRow(METHODS, name="Cách biểu quyết", small=True)
        self.approve, self.reject, self.other, self.away = (label("", "count") for _ in range(4))
        names = ("tán thành", "không tán thành", "ý kiến khác", "vắng mặt")
        figures = (
            holder(column(figure, label(name, "caption"), gap=0))
            for figure, name in zip((self.approve, self.reject, self.other, self.away), names, strict=True)
        )
        self.pill, self.cite = Pill(), row(gap=4)
        self.figures = holder(row(*figures, STRETCH, column(row(STRETCH, self.pill), self.cite, gap=4), gap=20))
        self.count_approve = NumberField("Tán thành", low=0, high=999)
        self.count_reject = NumberField("Không tán thành", low=0, high=999)
        self.count_other = NumberField("Ý kiến khác, không hợp lệ", low=0, high=999)
        self.slips = holder(row(*self._numbers()))
        self.note = label("", "caption")
        self.all = Button("Tất cả tán thành", kind="small", hint="A", run=self.all_approve.emit)
        self.add = Button("Thêm ngoại lệ", icon="mdi6.account-plus-outline", kind="small", run=self.adding.emit)
        self.clear = Button("Xóa kết quả biểu quyết", icon="mdi6.undo", kind="small", run=self.cleared.emit)
        self.exceptions = Table(EXCEPTIONS, name="Ngoại lệ", row_height=30, head=False, bare=True)
        self.exceptions.setMinimumHeight(0)
        self.by_name = holder(
            column(row(label("Ngoại lệ", "strong"), self.note, STRETCH, self.all, self.add), self.exceptions, gap=6)
        )
        self.voting = holder(column(self.figures, hairline(), self.slips, self.by_name, gap=8))
        self.discuss = Button("Thảo luận…", icon="mdi6.comment-text-outline", kind="small", run=self.discussing.emit)
        self.give = Button("Giao nhiệm vụ…", icon="mdi6.clipboard-list-outline", kind="small", run=self.giving.emit)
        self.conclusion = TextArea("Kết luận", lines=3)
        self.setLayout(
            column(
                framed(
                    column(
                        row((self.head, 1), self.methods),
                        self.voting,
                        self.conclusion,
                        row(self.discuss, self.give, STRETCH, self.clear),
                        gap=8,
                        margins=(12, 10, 12, 10),
                    )
                )
            )
        )

    def _numbers(self) -> tuple[NumberField, NumberField, NumberField]:
        return self.count_approve, self.count_reject, self.count_other

    def counts(self) -> Counts:
        approve, reject, other = (field.value() or 0 for field in self._numbers())
        return Counts(approve=approve, reject=reject, other=other)

    def show_item(
        self, meeting: Meeting, item: AgendaItem, number: int, finding: Finding | None, *, anew: bool
    ) -> None:
        count = meetings.tally(self._desk.facts, meeting, item)
        self.head.setText(f"Mục {number}. {item.title}")
        method = item.vote.method if item.vote else "show-of-hands"
        self.methods.choose(method)
        self.slips.setVisible(method == "secret-ballot")
        self.by_name.setVisible(method != "secret-ballot")
        self.clear.setVisible(item.vote is not None)
        self._show_figures(count)
        self._show_verdict(finding, meetings.majority_words(self._desk.facts, meeting))
        self._show_exceptions(meeting, count)
        counts = item.vote.counts if item.vote and item.vote.counts else Counts()
        for field, value in zip(self._numbers(), (counts.approve, counts.reject, counts.other), strict=True):
            refill(field, value, anew=anew)
        refill(self.conclusion, item.conclusion, anew=anew)
        given = len(tasks.of_item(self._desk.facts, meeting.id, item.id))
        self.give.setText(f"Giao nhiệm vụ ({given})…" if given else "Giao nhiệm vụ…")
        self.discuss.setText(f"Thảo luận ({len(item.discussion)})…" if item.discussion else "Thảo luận…")

    def _show_figures(self, count: meetings.Tally | None) -> None:
        values = (count.approve, count.reject, count.other, count.away) if count else ("–",) * 4
        for figure, value in zip((self.approve, self.reject, self.other, self.away), values, strict=True):
            figure.setText(str(value))

    def _show_verdict(self, finding: Finding | None, base: str) -> None:
        while one := self.cite.takeAt(0):
            if widget := one.widget():
                widget.deleteLater()
        if finding is None:
            self.pill.set("", "")
            return
        passed = {"met": "Thông qua", "breach": "Không thông qua"}.get(finding.verdict, word(finding.verdict))
        needed = finding.expected.split("/")[0]
        self.pill.set(finding.verdict, f"{passed}: {finding.actual}, cần {needed}" if finding.actual else passed)
        set_tip(self.pill, finding.text)
        self.cite.addStretch(1)
        self.cite.addWidget(grounds(self._desk, finding))
        self.cite.addWidget(label(base, "caption"))

    def _show_exceptions(self, meeting: Meeting, count: meetings.Tally | None) -> None:
        facts = self._desk.facts
        rows = []
        for choice in count.exceptions if count else ():
            person = facts.person(choice.person)
            if person:
                rows.append(Exception_(person.id, facts.named(person.id), choice))
        self.exceptions.set_rows(tuple(rows))
        self.exceptions.setFixedHeight(min(max(len(rows), 0), 4) * 30 + (2 if rows else 0))
        self.exceptions.setVisible(bool(rows))
        self.note.setText("Người có mặt còn lại: tán thành" if count else "Chưa biểu quyết")

    def _key(self, one: Exception_, key: str) -> None:
        if key == "Delete":
            self.dropping.emit(one.id)


class VoteItems(QWidget):
    """The items with how each was voted; A on one lets all approve."""

    chosen = Signal(str)
    all_approve = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.table = Table(
            ITEMS,
            name="Biểu quyết theo mục",
            row_height=30,
            empty="Chương trình chưa có mục nào; thêm ở phần Chuẩn bị.",
        )
        self.setLayout(column(label("Biểu quyết theo mục", "section"), self.table, gap=8))
        self.table.chosen.connect(lambda one: self.chosen.emit(one.id if one else ""))
        self.table.keyed.connect(lambda _, key: self.all_approve.emit() if key == "A" else None)

    def show_rows(self, rows: list[meeting_findings.AgendaRow], current: str) -> None:
        self.table.set_rows(tuple(rows))
        self.table.setFixedHeight(max(min(self.table.content_height(), 212), 76))
        self.table.select(current)
