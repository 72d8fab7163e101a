"""The first two tabs of Phân công: members by what they answer for, units by who answers for them, as of a day."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.findings import Cite, Finding
from desktop.domain.records import Assignment, AssignmentKind, Body, Person, Unit
from desktop.qt.boxes import STRETCH, column, empty, framed, holder, label, row
from desktop.qt.buttons import Button, Link
from desktop.qt.commands import Command
from desktop.qt.fields import Combo, DateField
from desktop.qt.marks import Mark
from desktop.qt.pages import EmptyState
from desktop.qt.table import Column, Table
from desktop.screens.absence_parts import block
from desktop.screens.assignment_dialogs import AssignmentDialog, HandOverDialog
from desktop.screens.desk import Desk
from desktop.screens.directory_dialogs import EndDialog
from desktop.screens.directory_tab import DirectoryTab, grouped, keep_chosen, narrow, search_field
from desktop.screens.show import article_link, mark_of, word
from desktop.usecases import assignment_edits, assignments
from desktop.usecases.assignments import MATRIX, MemberRow, UnitRow

ONLY = (("gap", "Còn trống"), ("doubled", "Nhiều người cùng giữ"))
TABLE_PAPER = "bang-phan-cong"
_WIDTH: dict[str, int] = {"team": 116, "steering-committee": 98}
"""The columns few have anything in."""


class AssignmentTab(DirectoryTab):
    """What both tabs share: the day asked, the findings of that day, the lines of one assignment."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.day = narrow(DateField("", today=desk.today, name="Tính đến ngày", required=True), 124)
        self.day.set_value(desk.today)
        self.only = narrow(Combo("", ONLY, empty="Tất cả", name="Lọc"), 176)
        self.day.saved.connect(self.refresh)
        self.only.saved.connect(self.refresh)

    def on(self) -> dt.date:
        return self.day.value() or self.desk.today

    def judged(self) -> Sequence[Finding]:
        """The findings are those of today; of another day only the counts are shown."""
        return self.desk.findings() if self.on() == self.desk.today else ()

    def line(self, one: Assignment, *, named: str) -> QWidget:
        """One assignment with who decided on it and the ways to change it."""
        facts = self.desk.facts
        held = assignments.in_force(one, self.on())
        head = row(
            (label(named, "strong" if held else "second", wrap=True), 1), label(_kind_word(one), "caption"), gap=8
        )
        parts: list[QWidget] = [holder(head)]
        subject = assignments.subject(facts, one)
        if subject != named:
            parts.append(label(subject, "second", wrap=True))
        parts.append(label(assignments.source(facts, one), "caption", wrap=True))
        parts.append(holder(row(label(assignments.span(one.from_, one.to) or "Chưa ghi ngày", "caption"), STRETCH,
                                *self._links(one, named), gap=12)))  # fmt: skip
        return holder(column(*parts, gap=1))

    def _links(self, one: Assignment, named: str) -> list[QWidget]:
        end = _link("Kết thúc…", f"Kết thúc phân công {named}", partial(self._end, one, named))
        end.setVisible(one.to is None)
        return [end, _link("Sửa…", f"Sửa phân công {named}", partial(self._amend, one))]

    def _end(self, one: Assignment, named: str) -> None:
        ending = partial(assignment_edits.end, facts=self.desk.facts, one=one)
        EndDialog(self.desk, "Kết thúc phân công", named, ending, parent=self).exec()

    def _amend(self, one: Assignment) -> None:
        AssignmentDialog(self.desk, one=one, parent=self).exec()

    def finding_lines(self, finding: Finding | None) -> list[QWidget]:
        if finding is None:
            return []
        words = column(label(finding.text, wrap=True), article_link(self.desk, finding.cite), gap=2)
        return [holder(row(column(1, mark_of(finding, 16), STRETCH, gap=0), (words, 1), gap=8))]

    def begin(self) -> None:
        """Begin a new entry."""
        self.assign()

    def primary(self) -> Button:
        return Button("Phân công", icon="mdi6.account-plus-outline", kind="primary", run=self.assign)

    def assign(self) -> None:
        AssignmentDialog(self.desk, parent=self).exec()

    def print_table(self) -> None:
        self.desk.preview(TABLE_PAPER, self.on().isoformat())

    def secondary(self) -> tuple[Button, ...]:
        return (Button("In bảng phân công", icon="mdi6.printer-outline", run=self.print_table),)

    def commands(self) -> tuple[Command, ...]:
        return (
            Command("assignments.assign", "Phân công…", self.assign, "Ctrl+N", "mdi6.account-plus-outline"),
            Command("assignments.print", "In bảng phân công", self.print_table, icon="mdi6.printer-outline"),
        )


def _kind_word(one: Assignment) -> str:
    return assignments.KIND[assignments.kind_of(one)]


def _link(text: str, name: str, run: Callable[[], object]) -> Link:
    link = Link(text, role="link-caption", run=run)
    link.setAccessibleName(name)
    return link


# By person


class MembersTab(AssignmentTab):
    key = "members"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.body = narrow(Combo("", (("bch", "Ban Chấp hành"), ("btv", "Ban Thường vụ")), name="Cơ quan"), 144)
        self.search = search_field("Tìm người, việc", 170)
        self.table = Table(self._columns(), name="Phân công theo người", row_height=42, least=104,
                           empty="Không có ai khớp với bộ lọc.", memory=desk.state)  # fmt: skip
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

        def second(one: MemberRow) -> str:
            rest = names(one)[1:]
            return rest[0] if len(rest) == 1 else f"+{len(rest)} nữa" if rest else ""

        return Column(
            assignments.KIND[kind],
            lambda one: next(iter(names(one)), ""),
            second=second,
            tip=whole,
            width=_WIDTH.get(kind, 0),
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
        self._show(self.table.current())

    def _show_left(self) -> None:
        """Those who sit in the committee no longer and still hold work."""
        gone = assignments.ended_seats(self.desk.facts, self.on())
        names = ", ".join(person.name for person in gone)
        self.left_words.setText(f"{names} đã thôi cấp ủy viên mà còn giữ việc; cần bàn giao cho người khác.")
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


# By unit


class UnitsTab(AssignmentTab):
    key = "units"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.kind = narrow(Combo("", tuple(vi.UNIT_KIND.items()), empty="Mọi loại", name="Loại đơn vị"), 190)
        self.search = search_field("Tìm đơn vị, người", 170)
        self.table = Table(
            (
                Column("", lambda _: "", width=36, mark=self._mark, word=lambda one: word(self._mark(one))),
                Column("Đơn vị", lambda one: one.unit.name, tip=lambda one: one.unit.name),
                Column("Người phụ trách", lambda one: ", ".join(one.people) or "Chưa có ai",
                       tone=lambda one: "text" if one.people else "text3", tip=lambda one: ", ".join(one.people)),
            ),
            name="Phân công theo đơn vị", empty="Không có đơn vị nào khớp với bộ lọc.", memory=desk.state,
        )  # fmt: skip
        self.lay_out(self.table, self.day, self.kind, self.only, self.search)
        self.spare = (self.kind, self.only)
        self.kind.saved.connect(self.refresh)
        self.search.line.textChanged.connect(self.refresh)
        self.table.chosen.connect(self._show)
        self.table.opened.connect(self.show_side)

    def _mark(self, one: UnitRow) -> str:
        return one.finding.verdict if one.finding and one.gap else ""

    def refresh(self) -> None:
        rows = assignments.units(
            self.desk.facts, self.judged(), self.on(),
            text=self.search.line.text(), only=self.only.value() or "", kind=self.kind.value() or "",
        )  # fmt: skip
        self.table.set_rows(grouped(rows, lambda one: one.kind))
        keep_chosen(self.table)
        self._show(self.table.current())

    def select(self, record_id: str) -> None:
        self.search.set_value("")
        self.only.set_value(None)
        self.refresh()
        self.table.select(record_id)

    def assign(self) -> None:
        one = self.table.current()
        AssignmentDialog(self.desk, unit=one.id if one else "", parent=self).exec()

    def _show(self, one: UnitRow | None) -> None:
        self.side.clear()
        empty(self.side.foot)
        self.side.set_title(one.unit.name if one else "Chưa chọn đơn vị nào")
        if one is None:
            return
        self.side.add(column(*self._said(one, one.unit), gap=6))
        if one.held:
            self.side.add(block("Người phụ trách", [self._line(each) for each in one.held]))
        self.side.foot.addWidget(Button("Phân công…", icon="mdi6.plus", run=self.assign))
        self.side.foot.addStretch(1)

    def _said(self, one: UnitRow, unit: Unit) -> list[QWidget]:
        lines: list[QWidget] = [label(one.kind, "second"), *self.finding_lines(one.finding)]
        if one.doubled:
            lines.append(label("Nhiều người cùng phụ trách; quy chế không cấm.", "caption", wrap=True))
        if not one.finding and not one.people:
            lines.append(label("Chưa có ai phụ trách; quy chế không đòi với loại đơn vị này.", wrap=True))
        return lines

    def _line(self, one: Assignment) -> QWidget:
        person = self.desk.facts.person(one.person)
        return self.line(one, named=person.name if person else "Chưa rõ người")

    def governing(self) -> tuple[Cite, ...]:
        one = self.table.current()
        return (one.finding.cite,) if isinstance(one, UnitRow) and one.finding else ()
