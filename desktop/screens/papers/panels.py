"""The two sides of the print preview: whom it is printed for, and how; with what was checked."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop import vi
from desktop.domain.findings import Finding
from desktop.qt.boxes import STRETCH, column, empty, framed, hairline, holder, label, scroll
from desktop.qt.fields import CheckField, Combo, DateField, NumberField, form
from desktop.qt.marks import MarkLine
from desktop.qt.table import Column, GroupRow, Table
from desktop.qt.tips import set_tip
from desktop.screens.base.desk import Desk
from desktop.screens.base.page_bar import NO_PRINTER
from desktop.screens.base.show import grounds
from desktop.usecases.base.said import said_of
from desktop.usecases.papers.preview import ALL, EACH, NEXT, NONE, Choice, Made, Recipient, Subject

LEFT, RIGHT = 250, 268


@dataclass(frozen=True, slots=True)
class Ticked:
    """A recipient with the tick before the name."""

    who: Recipient
    on: bool

    @property
    def id(self) -> str:
        return self.who.id


COLUMNS = (
    Column("", lambda r: "", width=36, check=lambda r: r.on, sortable=False),
    Column("Người nhận", lambda r: r.who.name, tip=lambda r: f"{r.who.name} {_away(r)}".strip(), sortable=False),
    Column("", lambda r: "đi vắng" if r.who.away else r.who.note, width=70, align="right", tone="text3", caption=True,
           sortable=False, tip=lambda r: _away(r)),
)  # fmt: skip


def _away(row: Ticked) -> str:
    return f"đi vắng {row.who.away}" if row.who.away else ""


class RecipientList(QWidget):
    """Space or a click takes one out of the printing; moving along the list turns the page."""

    changed = Signal()
    looked_at = Signal(str)

    def __init__(self, what: Subject) -> None:
        super().__init__()
        self._what = what
        self._off: set[str] = set()
        self.table = Table(COLUMNS, name="Người nhận", head=False, bare=True)
        self.table.ticked.connect(self._tick)
        self.table.keyed.connect(self._keyed)
        self.table.chosen.connect(lambda row: self.looked_at.emit(row.id) if row else None)
        self.setLayout(column(self.table, gap=0))
        self._list()

    def chosen(self) -> tuple[str, ...]:
        """The recipients ticked, in the order in which they stand."""
        return tuple(who.id for who in self._what.sending.recipients if who.id not in self._off)

    def look_at(self, who: str) -> None:
        self.table.blockSignals(True)
        self.table.select(who)
        self.table.blockSignals(False)

    def _tick(self, row: Ticked) -> None:
        self._off ^= {row.id}
        self._list()
        self.changed.emit()

    def _keyed(self, _row: Ticked, key: str) -> None:
        if key == "Ctrl+A":
            self._off = set() if self._off else {who.id for who in self._what.sending.recipients}
            self._list()
            self.changed.emit()

    def _list(self) -> None:
        groups = ((self._what.sending.members, True), ("Khách mời", False))
        if not self._what.invites:
            groups = (("Cơ quan, đơn vị", False), (self._what.sending.members, True))
        self.table.set_rows(tuple(line for title, member in groups for line in self._group(title, member)))
        for index, shown in enumerate(self.table.rows()):
            if isinstance(shown, Ticked) and not (shown.who.away or shown.who.note):
                self.table.setSpan(index, 1, 1, 2)

    def _group(self, title: str, member: bool) -> tuple[GroupRow | Ticked, ...]:
        held = [Ticked(who, who.id not in self._off) for who in self._what.sending.recipients if who.member is member]
        return (GroupRow(title, note=str(len(held))), *held) if held else ()


class Settings(QFrame):
    """What is chosen for this printing; every change is told at once."""

    changed = Signal()

    def __init__(self, desk: Desk, what: Subject, printers: Sequence[str]) -> None:
        super().__init__()
        self.desk, self._what = desk, what
        self.setProperty("role", "side")
        self.mode = Combo("Mẫu", what.sending.modes if what.of_many else [(EACH, what.title.partition(",")[0])])
        self.number = Combo("Số văn bản", what.numbers)
        self.day = DateField("Ngày văn bản", today=desk.today, required=True)
        self.copies = NumberField("Số bản", low=1, high=99)
        self.signer = Combo("Người ký", what.signers)
        self.printer = Combo("Máy in", [(name, name) for name in printers] or [("", NO_PRINTER)])
        self.sent = CheckField("")
        self._checks = column(gap=8)
        self._lay_out()
        self._fill(printers)
        for field in (self.mode, self.number, self.day, self.signer):
            field.saved.connect(self._changed)

    def _lay_out(self) -> None:
        fields = form(self.mode, self.number, ((self.day, 3), (self.copies, 2)), self.signer, self.printer, self.sent)
        inside = column(fields, hairline(), label("Kiểm tra", "section"), self._checks, STRETCH, gap=10,
                        margins=(16, 12, 16, 12))  # fmt: skip
        self.setLayout(column(scroll(holder(inside)), gap=0, margins=(1, 0, 0, 0)))

    def _fill(self, printers: Sequence[str]) -> None:
        what = self._what
        self.mode.set_value(what.sending.modes[0][0] if what.of_many else EACH)
        self.mode.set_enabled(what.of_many)
        self.number.set_value(what.numbers[0][0] if what.numbers else None)
        self.number.setVisible(bool(what.numbers))
        self.signer.set_value(what.signer or None)
        self.signer.setVisible(bool(what.signers))
        self.day.set_value(what.day)
        self.copies.set_value(1)
        self.printer.set_value(printers[0] if printers else None)
        self.printer.set_enabled(bool(printers))
        self.sent.setVisible(bool(what.sending.noting))
        self.sent.set_value(bool(what.sending.noting) and what.day <= self.desk.today)
        self._name_day()

    def renew(self, what: Subject) -> None:
        """Offer the numbers there are now, everything else staying as chosen, and nothing of it still to be used."""
        self._what = what
        self.day.by_hand = self.copies.by_hand = False
        self.number.set_options(what.numbers)
        self.number.set_value(what.numbers[0][0] if what.numbers else None)

    def _changed(self, _value: object) -> None:
        self._name_day()
        self.changed.emit()

    def _name_day(self) -> None:
        self.sent.box.setText(f"{self._what.sending.noting} {vi.day(self._day())}")

    def _day(self) -> dt.date:
        return self.day.value() or self.desk.today

    def whole(self) -> bool:
        """Whether one paper serves everybody."""
        return self.mode.value() == ALL

    def choice(self) -> Choice:
        number = self.number.value() if self._what.numbers else NONE
        return Choice(
            mode=self.mode.value() or EACH,
            number=number or NONE,
            day=self._day(),
            signer=self.signer.value() or "",
        )

    def notes_sending(self) -> bool:
        return self.sent.isVisibleTo(self) and self.sent.value()

    def gives_number(self) -> bool:
        return self.choice().number == NEXT

    def show_checks(self, made: Made) -> None:
        empty(self._checks)
        for name, problems in made.checks:
            for words in problems or (name,):
                self._checks.addWidget(_check(words, wrong=bool(problems)))
        if made.in_time:
            self._checks.addWidget(self._deadline(made.in_time))

    def _deadline(self, finding: Finding) -> QWidget:
        words = {"met": "Đúng hạn gửi", "breach": "Quá hạn gửi", "exempt": "Không tính hạn gửi"}
        due = f", hạn {vi.day_short(finding.due)}" if finding.due and finding.verdict == "breach" else ""
        said = f"{words.get(finding.verdict, 'Hạn gửi')}{due}"
        mark = MarkLine(finding.verdict, said, word=said_of(finding), wrap=True)
        set_tip(mark, finding.text)
        link = grounds(self.desk, finding)
        return holder(column(mark, _indented(link), gap=0))


def _indented(widget: QWidget) -> QFrame:
    return framed(column(widget, margins=(26, 0, 0, 0)), "plain")


def _check(words: str, *, wrong: bool) -> MarkLine:
    return MarkLine("breach" if wrong else "met", words, word="Cần sửa" if wrong else "Đạt", wrap=True)


def with_recipients(choice: Choice, recipients: tuple[str, ...], person: str | None) -> Choice:
    return replace(choice, recipients=recipients, person=person)
