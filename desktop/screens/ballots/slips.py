"""The slips of a ballot: every member in one table worked by keys, and the slip chosen with its words."""

import datetime as dt
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import Ballot
from desktop.qt.boxes import STRETCH, column, empty, framed, holder, label, row
from desktop.qt.buttons import Button, KeyHint
from desktop.qt.fields import CheckField, Combo, DateField, Field, TextArea, form
from desktop.qt.table import Column, Table
from desktop.screens.base.desk import Desk
from desktop.screens.base.live import refill
from desktop.screens.base.opinions import KEYS
from desktop.usecases.ballots import rows as ballots
from desktop.usecases.ballots.rows import SlipRow

_ICON = {"approve": "mdi6.check", "reject": "mdi6.close", "other": "mdi6.comment-text-outline"}
OPINIONS = tuple(vi.OPINION.items())


def opinion(one: SlipRow) -> str:
    """What stands in the cell: the choice, or why there is none."""
    if not one.asked and not one.back:
        return "Chưa gửi phiếu"
    if not one.back:
        return "Chưa về"
    said = "Ý kiến theo từng câu" if one.mixed else vi.OPINION[one.choice] if one.choice else "Chưa ghi ý kiến"
    return said if one.valid else f"Không hợp lệ ({said.lower()})"


def _icon(one: SlipRow) -> str:
    if not one.back:
        return "mdi6.email-outline"
    if not one.valid:
        return "mdi6.cancel"
    return _ICON.get(one.choice or "", "mdi6.format-list-checks" if one.mixed else "mdi6.email-open-outline")


def _note(one: SlipRow) -> str:
    outside = "" if one.number else "Không phải ủy viên, không tính"
    return " · ".join(part for part in (outside, " ".join(one.note.split())) if part)


COLUMNS = (
    Column("#", lambda one: str(one.number or "–"), width=38, tone="text2", sortable=False),
    Column("Họ và tên", lambda one: one.name, share=12, bold=True, key=lambda one: vi.name_key(one.name),
           tip=lambda one: one.name),
    Column("Về ngày", lambda one: vi.day_short(one.returned) if one.returned else "", width=70, tone="text2",
           key=lambda one: one.returned or dt.date.max),
    Column("Ý kiến", opinion, width=156, icon=_icon, icon_tone=lambda one: _tone(one, "accent"),
           tone=lambda one: _tone(one, "text"), key=opinion),
    Column("Ghi chú", _note, share=8, tone="text2", drop=1, sortable=False, tip=lambda one: one.note),
)  # fmt: skip


def _tone(one: SlipRow, here: str) -> str:
    """Opinions are no verdicts: approval in accent, the rest grey."""
    if not one.back:
        return "text3"
    if here == "text":
        return "text" if one.valid else "text2"
    return "accent" if one.choice == "approve" and one.valid else "text2"


class SlipForm(QWidget):
    """The slip chosen: `mended` its day, words, validity · `answered` one question's choice."""

    mended = Signal(object, str, bool)
    answered = Signal(str, object)
    chose = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.person = ""
        self.name = label("", "strong")
        self.choice = Combo("Ý kiến", OPINIONS, empty="Chưa về")
        self.returned = DateField("Về ngày", today=desk.today, placeholder="Chưa về")
        self.note = TextArea("Nguyên văn ý kiến", lines=2)
        self.valid = CheckField("Phiếu hợp lệ")
        self._questions = column(gap=6)
        self._asked: dict[str, Combo[Any]] = {}
        self._area = holder(self._questions)
        self.choice.setFixedWidth(152)
        self.returned.setFixedWidth(116)
        left = holder(column(row(self.choice, self.returned, STRETCH), row(self.valid, STRETCH), gap=2))
        left.setFixedWidth(276)
        self.setLayout(
            column(framed(column(self.name, form(((left, 0), (self.note, 1)), gap=0), self._area, gap=4,
                                 margins=(12, 6, 12, 4))), gap=0)
        )  # fmt: skip
        for field in (self.returned, self.note, self.valid):
            field.saved.connect(lambda _: self._mend())
        self.choice.saved.connect(lambda code: self.chose.emit(str(code or "")))

    def fields(self) -> dict[str, Field[Any]]:
        return {"returned": self.returned, "note": self.note, "slips": self.choice}

    def _mend(self) -> None:
        if self.person:
            self.mended.emit(self.returned.value(), self.note.value(), self.valid.value())

    def show_slip(self, ballot: Ballot, one: SlipRow | None) -> None:
        anew = one is None or one.id != self.person
        self.person = one.id if one else ""
        self.setEnabled(one is not None and bool(one.number))
        self.name.setText(one.name if one else "Chọn một phiếu trong bảng")
        refill(self.choice, one.choice if one else None, anew=anew)
        refill(self.returned, one.returned if one else None, anew=anew)
        refill(self.note, one.note if one else "", anew=anew)
        refill(self.valid, one.valid if one else True, anew=anew)
        self._show_questions(ballot, anew=anew)

    def _show_questions(self, ballot: Ballot, *, anew: bool) -> None:
        asked = ballot.questions if len(ballot.questions) > 1 else ()
        self._area.setVisible(bool(asked))
        if list(self._asked) != [question.id for question in asked]:
            self._make_questions(ballot)
        answer = ballots.answer_of(ballot, self.person) if self.person else None
        for question in asked:
            given = (answer.questions or {}).get(question.id, None) if answer else None
            self._asked[question.id].set_label(f"{asked.index(question) + 1}. {question.text}")
            refill(self._asked[question.id], given, anew=anew)

    def _make_questions(self, ballot: Ballot) -> None:
        empty(self._questions)
        self._asked = {}
        for question in ballot.questions if len(ballot.questions) > 1 else ():
            combo = Combo(question.text, OPINIONS, empty="Chưa ghi")
            combo.saved.connect(lambda code, id=question.id: self.answered.emit(id, code))
            self._asked[question.id] = combo
        combos = list(self._asked.values())
        pairs = [tuple(combos[place : place + 2]) for place in range(0, len(combos), 2)]
        if pairs:
            self._questions.addLayout(form(*pairs))


class SlipsPane(QWidget):
    """`keyed` a person with the opinion · `cleared` a person · `urging` everyone from whom nothing came."""

    keyed = Signal(str, str)
    cleared = Signal(str)
    urging = Signal()
    completing = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._ballot: Ballot | None = None
        self.facts_ = label("", "second")
        self.title = label("Phiếu", "section")
        self.urge = Button("In đôn đốc", icon="mdi6.printer-outline", kind="small", run=self.urging.emit)
        self.complete = Button("Gửi thêm cho đủ ủy viên", icon="mdi6.account-plus-outline", kind="small",
                               run=self.completing.emit)  # fmt: skip
        self.table = Table(COLUMNS, name="Phiếu của ủy viên", least=112,
                           empty="Cơ quan này không có ủy viên nào vào ngày gửi phiếu.")  # fmt: skip
        self.slip = SlipForm(desk)
        hints = row(
            KeyHint("T", "tán thành"), KeyHint("K", "không tán thành"), KeyHint("Y", "ý kiến khác"),
            KeyHint("Delete", "xóa phiếu"), STRETCH, gap=14,
        )  # fmt: skip
        self.hints = holder(hints)
        self._head = holder(row(self.title, self.facts_, STRETCH, self.complete, self.urge))
        self._rest = QWidget()
        self._rest.hide()
        self._box = column(
            self._head, (self.table, 1), self.hints, self.slip, (self._rest, 1), gap=6, margins=(16, 7, 16, 9)
        )
        self.setLayout(self._box)
        self.table.keyed.connect(self._key)
        self.table.chosen.connect(lambda _: self._show_slip())
        self.table.opened.connect(lambda _: self.slip.note.setFocus(Qt.FocusReason.OtherFocusReason))
        self.slip.chose.connect(self._chose)

    def show_ballot(self, facts: Facts, ballot: Ballot, count: ballots.Tally, *, anew: bool) -> None:
        self._ballot = ballot
        rows = tuple(ballots.slips(facts, ballot))
        self.table.set_rows(rows)
        if anew or self.table.current() is None:
            first = next((one.id for one in rows if not one.back), rows[0].id if rows else "")
            self.table.select(first)
        self.facts_.setText(f"đã về {count.returned}/{count.members}, hợp lệ {count.valid}")
        missing = len(count.silent)
        self.urge.setText(f"In đôn đốc {missing} người")
        self.urge.setVisible(bool(missing) and ballot.closed is None)
        self.complete.setVisible(count.sent < count.members and ballot.closed is None)
        self._show_slip()

    def _show_slip(self) -> None:
        if self._ballot is not None:
            self.slip.show_slip(self._ballot, self.table.current())

    def _key(self, one: SlipRow, key: str) -> None:
        if key == "Delete":
            self.cleared.emit(one.id)
        elif key in KEYS:
            self.keyed.emit(one.id, KEYS[key])
            if KEYS[key] != "other":  # whose words are still to be typed
                self._next(one)

    def _next(self, one: SlipRow) -> None:
        """Go on to the next member, so that a heap of slips is entered by one key after another."""
        rows = self.table.rows()
        at = next(index for index, other in enumerate(rows) if other.id == one.id)
        if at + 1 < len(rows):
            self.table.select(rows[at + 1].id)

    def _chose(self, code: str) -> None:
        if self.slip.person:
            (self.keyed.emit(self.slip.person, code) if code else self.cleared.emit(self.slip.person))

    def show_part(self, part: str) -> None:
        """Where one pane fits: the table or the slip chosen; both where there is room (no part named)."""
        single = bool(part)
        for widget in (self.title, self.hints):
            widget.setVisible(not single)
        self.table.setVisible(part != "slip")
        self.slip.setVisible(part != "slips")
        self._head.setVisible(part != "slip")
        self._rest.setVisible(part == "slip")
        margin = 12 if single else 16
        self._box.setContentsMargins(margin, 6 if single else 7, margin, 6 if single else 9)
