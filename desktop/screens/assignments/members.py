"""Phân công by person: members by what they answer for as of a day, and handing work over."""

from collections.abc import Sequence
from functools import partial
from textwrap import wrap

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.findings import Cite
from desktop.domain.records import Assignment, AssignmentKind, Body, Person
from desktop.qt.boxes import column, empty, framed, holder, label, row
from desktop.qt.buttons import Button
from desktop.qt.commands import Command
from desktop.qt.fields import Combo
from desktop.qt.marks import Mark
from desktop.qt.pages import EmptyState
from desktop.qt.table import Column, Table
from desktop.screens.absences.parts import block
from desktop.screens.assignments.dialogs import AssignmentDialog, HandOverDialog
from desktop.screens.assignments.tab import AssignmentTab
from desktop.screens.base.desk import Desk
from desktop.screens.base.show import word
from desktop.screens.base.tab import keep_chosen, narrow, search_field
from desktop.usecases.assignments import rows as assignments
from desktop.usecases.assignments.rows import MATRIX, MemberRow

LETTERS = 14
"""How many letters of a name stand in one of the two lines of a cell."""


def _two_lines(names: Sequence[str]) -> tuple[str, str]:
    """A name alone takes both lines; of more than two the second line says how many are left."""
    if len(names) != 1:
        return next(iter(names), ""), f"+{len(names) - 1} nữa" if len(names) > 2 else "".join(names[1:])
    lines = wrap(names[0], LETTERS) or [""]
    return lines[0], " ".join(lines[1:])


class MembersTab(AssignmentTab):
    key = "members"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.body = narrow(Combo("", (("bch", "Ban Chấp hành"), ("btv", "Ban Thường vụ")), name="Cơ quan"), 144)
        self.search = search_field("Tìm người, việc", 170)
        self.table = Table(self._columns(), name="Phân công theo người", row_height=42, least=110,
                           empty="Không có ai khớp bộ lọc.", memory=desk.state)  # fmt: skip
        people = Button("Mở Danh mục", kind="primary", run=lambda: desk.go("directory", "people"))
        self.none = EmptyState("mdi6.sitemap-outline", "Chưa có cấp ủy viên nào",
                               "Nhập danh sách cấp ủy trong Danh mục; sau đó phân công từng người phụ trách "
                               "địa bàn, lĩnh vực, đơn vị.", primary=people)  # fmt: skip
        self.left_words = label("", wrap=True)
        self.left_button = Button("Bàn giao…", kind="small", run=self._hand_over_left)
        self.left = framed(row(Mark("due", "Còn việc"), (self.left_words, 1), self.left_button, margins=(12, 8, 12, 8)))
        main = holder(column(self.left, (self.table, 1), (self.none, 1), gap=8))
        self.lay_out(main, self.day, self.body, self.only, self.search)
        self.spare = (self.body, self.only)
        self.body.saved.connect(self.refresh)
        self.search.line.textChanged.connect(self.refresh)
        self.table.chosen.connect(self._show)
        self.table.opened.connect(self.show_side)

    def _columns(self) -> tuple[Column, ...]:
        drops = {"steering-committee": 1, "team": 2, "unit": 3}
        return (
            Column("", lambda _: "", width=36, mark=self._mark, word=lambda one: word(self._mark(one)), sortable=False),
            Column("Họ và tên", lambda one: one.person.name, width=168, bold=True, second=lambda one: one.position,
                   key=lambda one: vi.name_key(one.person.name), tip=lambda one: f"{one.person.name}, {one.position}"),
            *(self._column(kind, drops.get(kind, 0)) for kind in MATRIX),
        )  # fmt: skip

    def _mark(self, one: MemberRow) -> str:
        """Only what is wrong is marked: most members have their work."""
        return one.finding.verdict if one.finding and one.finding.verdict != "met" else ""

    def _column(self, kind: AssignmentKind, drop: int) -> Column:
        def names(one: MemberRow) -> list[str]:
            return [assignments.cell(self.desk.facts, held) for held in one.of(kind)]

        def whole(one: MemberRow) -> str:
            return "\n".join(assignments.subject(self.desk.facts, held) for held in one.of(kind))

        return Column(
            assignments.KIND[kind],
            lambda one: _two_lines(names(one))[0],
            second=lambda one: _two_lines(names(one))[1],
            second_tone="text",
            caption=True,
            tip=whole,
            drop=drop,
            key=lambda one: (-len(names(one)), names(one)),
        )

    def refresh(self) -> None:
        body: Body = "btv" if self.body.value() == "btv" else "bch"
        rows = assignments.members(
            self.desk.facts, self.judged(), self.on(), body=body,
            text=self.search.line.text(), only=self.only.value() or "",
        )  # fmt: skip
        self._show_left()
        any_ = bool(self.desk.facts.office.people)
        self.table.setVisible(any_)
        self.none.setVisible(not any_)
        self.table.set_rows(tuple(rows))
        keep_chosen(self.table)
        if self.table.current() is None:
            self._show(None)

    def _show_left(self) -> None:
        """Those who sit in the committee no longer and still hold work."""
        gone = assignments.ended_seats(self.desk.facts, self.on())
        names = ", ".join(person.name for person in gone)
        self.left_words.setText(f"{names} không còn là cấp ủy viên mà còn giữ việc; cần bàn giao cho người khác.")
        self.left.setVisible(bool(gone))

    def _hand_over_left(self) -> None:
        gone = assignments.ended_seats(self.desk.facts, self.on())
        if gone:
            self.hand_over(gone[0])

    def select(self, record_id: str) -> None:
        self.search.set_value("")
        self.only.set_value(None)
        self.refresh()
        self.table.select(record_id)

    def assign(self) -> None:
        one = self.table.current()
        AssignmentDialog(self.desk, person=one.id if one else "", parent=self).exec()

    def _show(self, one: MemberRow | None) -> None:
        self.side.clear()
        empty(self.side.foot)
        self.side.set_title(one.person.name if one else "Chưa chọn ai")
        if one is None:
            return
        facts = self.desk.facts
        held: list[Assignment] = []
        past: list[Assignment] = []
        for each in assignments.of_person(facts, one.id):
            (held if assignments.in_force(each, self.on()) else past).append(each)
        judged = self.finding_lines(one.finding)
        said = [label(one.position, "second", wrap=True)] if one.position else []
        said += [] if held else [label("Chưa được giao việc nào vào ngày này.", wrap=True)]
        self.side.add(column(*said, *judged, gap=6))
        if held:
            self.side.add(block(f"Đang phụ trách ({len(held)})", [self._line(each) for each in held]))
        if past:
            self.side.add(block("Trước hoặc sau ngày này", [self._line(each) for each in past]))
        self._add_buttons(one.person, bool(held))

    def _line(self, one: Assignment) -> QWidget:
        return self.line(one, named=assignments.short(self.desk.facts, one))

    def _add_buttons(self, person: Person, any_: bool) -> None:
        add = Button("Phân công…", icon="mdi6.plus", run=self.assign)
        self.side.foot.addWidget(add)
        if any_:
            over = Button("Bàn giao…", icon="mdi6.account-plus-outline", run=lambda: self.hand_over(person))
            self.side.foot.addWidget(over)
        self.side.foot.addStretch(1)

    def hand_over(self, person: Person) -> None:
        HandOverDialog(self.desk, person.id, parent=self).exec()

    def commands(self) -> tuple[Command, ...]:
        one = self.table.current()
        if not isinstance(one, MemberRow) or one.gap:
            return super().commands()
        over = Command(
            "assignments.hand-over", f"Bàn giao việc của {one.person.name}…", partial(self.hand_over, one.person)
        )
        return (*super().commands(), over)

    def governing(self) -> tuple[Cite, ...]:
        one = self.table.current()
        return (one.finding.cite,) if isinstance(one, MemberRow) and one.finding else ()
