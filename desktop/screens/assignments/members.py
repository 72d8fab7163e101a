"""Phân công by person: members by what they answer for as of a day, and handing work over."""

from collections.abc import Sequence
from functools import partial
from textwrap import wrap
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.findings import Cite
from desktop.domain.records import Assignment, AssignmentKind, Body, Person
from desktop.qt.boxes import column, framed, label, row
from desktop.qt.buttons import Button
from desktop.qt.commands import Command
from desktop.qt.marks import Mark
from desktop.qt.model import Column, mark_column
from desktop.screens.assignments.dialogs import AssignmentDialog, HandOverDialog
from desktop.screens.assignments.tab import ONLY, AssignmentTab
from desktop.screens.base.blocks import block
from desktop.screens.base.filters import Choice, Search
from desktop.screens.base.record_tab import Listed, Nothing
from desktop.screens.base.screen import Width
from desktop.screens.base.show import word
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


def _mark(one: MemberRow) -> str:
    """Only what is wrong is marked: most members have their work."""
    return one.finding.verdict if one.finding and one.finding.verdict != "met" else ""


def _name(one: MemberRow) -> str:
    return one.person.name


def _position(one: MemberRow) -> str:
    return one.position


class MembersTab(AssignmentTab[MemberRow]):
    key = "members"
    FILTERS: ClassVar = {
        "body": Choice("Cơ quan", 144, (("bch", "Ban Chấp hành"), ("btv", "Ban Thường vụ")), least=Width.NARROW),
        "only": ONLY,
    }
    SEARCH = Search("Tìm người, việc", 170)
    TABLE = Listed("Phân công theo người", "Không có ai khớp bộ lọc.", least=110)
    LIST = "people"
    NOTHING = Nothing(
        "mdi6.sitemap-outline",
        "Chưa có cấp ủy viên nào",
        "Nhập danh sách cấp ủy trong Danh mục; sau đó phân công từng người phụ trách địa bàn, lĩnh vực, đơn vị.",
        "Mở Danh mục",
        ("directory", "people"),
    )
    UNCHOSEN = "Chưa chọn ai"

    def make(self) -> None:
        super().make()
        self.left_words = label("", wrap=True)
        self.left_button = Button("Bàn giao…", kind="small", run=self._hand_over_left)
        self.left = framed(row(Mark("due", "Còn việc"), (self.left_words, 1), self.left_button, margins=(12, 8, 12, 8)))

    def over(self) -> tuple[QWidget, ...]:
        return (self.left,)

    def columns(self) -> tuple[Column, ...]:
        drops = {"steering-committee": 1, "team": 2, "unit": 3}
        whole, key = lambda one: f"{one.person.name}, {one.position}", lambda one: vi.name_key(one.person.name)
        return (
            mark_column(_mark, lambda one: word(_mark(one))),
            Column("Họ và tên", _name, width=168, bold=True, second=_position, key=key, tip=whole),
            *(self._column(kind, drops.get(kind, 0)) for kind in MATRIX),
        )

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

    def rows(self) -> Sequence[MemberRow]:
        self._show_left()
        body: Body = "btv" if self.filters.of("body") == "btv" else "bch"
        only, text = self.filters.of("only"), self.filters.text()
        return assignments.members(self.desk.facts, self.judged(), self.on(), body=body, text=text, only=only)

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

    def begin(self) -> None:
        one = self.current()
        AssignmentDialog(self.desk, person=one.id if one else "", parent=self).exec()

    def title(self, one: MemberRow) -> str:
        return one.person.name

    def show_one(self, one: MemberRow) -> None:
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
        self.side.set_foot(*self._buttons(one.person, bool(held)))

    def _line(self, one: Assignment) -> QWidget:
        return self.line(one, named=assignments.short(self.desk.facts, one))

    def _buttons(self, person: Person, any_: bool) -> list[Button]:
        add = Button("Phân công…", icon="mdi6.plus", run=self.begin)
        over = Button("Bàn giao…", icon="mdi6.account-plus-outline", run=partial(self.hand_over, person))
        return [add, over] if any_ else [add]

    def hand_over(self, person: Person) -> None:
        HandOverDialog(self.desk, person.id, parent=self).exec()

    def commands(self) -> tuple[Command, ...]:
        one = self.current()
        if one is None or one.gap:
            return super().commands()
        words = f"Bàn giao việc của {one.person.name}…"
        return (*super().commands(), Command("assignments.hand-over", words, partial(self.hand_over, one.person)))

    def governing(self) -> tuple[Cite, ...]:
        one = self.current()
        return (one.finding.cite,) if one and one.finding else ()
