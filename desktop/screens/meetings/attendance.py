"""Điểm danh: every member ticked by keyboard, with the quorum following."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.records import AttendanceStatus, Meeting
from desktop.qt.boxes import STRETCH, column, holder, label, row
from desktop.qt.buttons import KeyHint
from desktop.qt.fields import TextField
from desktop.qt.marks import Pill
from desktop.qt.notices import QuorumBar
from desktop.qt.table import Column, Table
from desktop.screens.base.contrary import ContraryLines, found_with
from desktop.screens.base.desk import Desk
from desktop.screens.base.show import article_link
from desktop.usecases.meetings import rows as meetings
from desktop.usecases.meetings.rows import AttendanceRow

ICON = {
    "present": "mdi6.checkbox-marked",
    "excused": "mdi6.account-clock-outline",
    "absent": "mdi6.close-box-outline",
}
ICON_TONE = {"present": "accent", "excused": "text2", "absent": "breach"}
TONE = {"present": "text", "excused": "text2", "absent": "breach"}
NOT_YET = "mdi6.checkbox-blank-outline"


def said(one: AttendanceRow) -> str:
    if one.status is None:
        return "Báo vắng" if one.away else "Chưa ghi"
    return vi.ATTENDANCE[one.status]


COLUMNS = (
    Column(
        "",
        lambda one: "",
        icon=lambda one: ICON.get(one.status or "", NOT_YET),
        icon_tone=lambda one: ICON_TONE.get(one.status or "", "text3"),
        width=36,
        sortable=False,
    ),
    Column(
        "Họ và tên",
        lambda one: one.name,
        bold=True,
        key=lambda one: vi.name_key(one.person.name),
        tip=lambda one: one.name,
    ),
    Column("Chức vụ", lambda one: one.position, width=130, tone="text2", drop=1, tip=lambda one: one.position),
    Column("Dự họp", said, width=92, tone=lambda one: TONE.get(one.status or "", "text3"), tip=lambda one: one.reason),
)
_KEYS: dict[str, AttendanceStatus] = {"L": "excused", "K": "absent"}


class AttendanceList(QWidget):
    """`marked` a person with a status (None takes it away) · `all_present` · `reasoned` a person with a reason."""

    marked = Signal(str, object)
    all_present = Signal()
    reasoned = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._layout()
        self.table.ticked.connect(lambda one: self._mark(one, None if one.status == "present" else "present"))
        self.table.keyed.connect(self._key)
        self.table.chosen.connect(self._show_reason)
        self.reason.saved.connect(self._save_reason)
        self.reason.line.returnPressed.connect(self._back)
        escape = QShortcut(Qt.Key.Key_Escape, self.reason, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._back)

    def _layout(self) -> None:
        self.count, self.word = label("", "count"), label("có mặt", "section")
        self.pill = Pill()
        self.bar = QuorumBar()
        self.cite = row(gap=4)
        self.cite_line = holder(self.cite)
        self.table = Table(
            COLUMNS,
            name="Điểm danh",
            row_height=30,
            least=176,
            row_key=lambda one: one.person.id,
            empty="Cơ quan này chưa có thành viên vào ngày họp; nhập trong Danh mục.",
        )
        self.reason = TextField("Lý do vắng")
        self.contrary = ContraryLines(self._desk, ("attendance", "chair", "chair_authorised", "secretary"))
        keys = (("Dấu cách", "có mặt"), ("L", "có lý do"), ("K", "không lý do"), ("Ctrl+A", "tất cả có mặt"))
        self.hints = row(*(KeyHint(key, text) for key, text in keys), STRETCH, gap=14)
        head = row(self.count, self.word, STRETCH, self.pill, gap=8)
        self.setLayout(
            column(
                head,
                self.bar,
                self.cite_line,
                (self.table, 1),
                self.contrary,
                self.reason,
                self.hints,
                gap=6,
                margins=(20, 8, 16, 10),
            )
        )

    def show_meeting(self, meeting: Meeting) -> None:
        rows = meetings.attendance(self._desk.facts, meeting)
        self.table.set_rows(tuple(rows))
        if self.table.current() is None:
            self.table.select_first()
        self._show_reason(self.table.current())
        self._show_quorum(meetings.present(self._desk.facts, meeting), bool(meeting.attendance))
        self.contrary.show_of(meeting, found_with(self._desk, meeting))

    def _show_quorum(self, quorum: meetings.Quorum, called: bool) -> None:
        self.count.setText(f"{quorum.present}/{quorum.members}")
        self.bar.set(quorum.present, quorum.members, quorum.needed or 0)
        while item := self.cite.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        if quorum.needed is None or quorum.share is None or quorum.cite is None:
            self.pill.set("", "")
            self.cite.addWidget(label(vi.SILENT, "caption"))
        else:
            share = quorum.share.reached
            word = vi.capital(share) if quorum.holds else f"Chưa {share}"
            verdict = "met" if quorum.holds else "breach" if called else "due"
            self.pill.set(verdict, f"{word}, cần {quorum.needed}")
            self.cite.addWidget(article_link(self._desk, quorum.cite))
            self.cite.addWidget(label("· chỉ tính ủy viên đương nhiệm", "caption"))
        self.cite.addStretch(1)

    def _key(self, one: AttendanceRow, key: str) -> None:
        if key == "Ctrl+A":
            self.all_present.emit()
        elif key in _KEYS:
            self._mark(one, _KEYS[key])

    def _mark(self, one: AttendanceRow, status: AttendanceStatus | None) -> None:
        """Mark a member and go on to the next, so that a list is ticked by one key after another."""
        shown = self.table.rows()
        at = next(index for index, other in enumerate(shown) if other.person.id == one.person.id)
        self.marked.emit(one.person.id, status)
        if status == "present" and at + 1 < len(shown):
            self.table.select(shown[at + 1].person.id)
        elif status in ("excused", "absent"):
            self.reason.line.setFocus(Qt.FocusReason.TabFocusReason)

    def _back(self) -> None:
        """From the reason back to the list, at the same member."""
        self.table.setFocus()

    def _show_reason(self, one: AttendanceRow | None) -> None:
        away = one is not None and one.status in ("excused", "absent")
        self.reason.setVisible(away)
        if one is not None and away:
            self.reason.set_label(f"Lý do vắng: {one.name}")
            self.reason.set_value(one.reason or (one.away.content or one.away.destination if one.away else ""))

    def _save_reason(self, reason: object) -> None:
        one = self.table.current()
        if one is not None:
            self.reasoned.emit(one.person.id, str(reason))
