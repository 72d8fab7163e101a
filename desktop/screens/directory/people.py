"""The people of the directory: who holds which seat on a day; the chosen person's panel stands beside the table."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from desktop import vi
from desktop.domain.bodies import BODIES
from desktop.domain.records import Body, Person
from desktop.qt.buttons import Button
from desktop.qt.commands import Command
from desktop.qt.fields import CheckField, Combo, DateField
from desktop.qt.table import Column, Table
from desktop.screens.base.desk import Desk
from desktop.screens.base.tab import DirectoryTab, keep_chosen, narrow, search_field
from desktop.screens.directory.dialogs import PersonDialog
from desktop.screens.directory.person import PersonPanel
from desktop.usecases.directory import rows as directory
from desktop.usecases.directory.rows import MemberRow

ROLE_CELL = {
    "bi-thu": "Bí thư",
    "pho-bi-thu-thuong-truc": "Phó Bí thư Thường trực",
    "pho-bi-thu": "Phó Bí thư",
    "uy-vien": "Ủy viên",
    "chu-nhiem": "Chủ nhiệm",
    "pho-chu-nhiem": "Phó Chủ nhiệm",
}
"""Roles as short as a cell needs them."""


def _role(body: Body) -> Callable[[MemberRow], str]:
    def text(member: MemberRow) -> str:
        seat = member.seat_in(body)
        return ROLE_CELL[seat.role] if seat else ""

    return text


COLUMNS = (
    Column("Họ và tên", lambda r: r.person.name, width=164, bold=True, key=lambda r: vi.name_key(r.person.name)),
    Column("Năm sinh", lambda r: str(r.person.born or ""), width=76, align="right", drop=1),
    Column("Chức vụ", lambda r: r.person.position or r.posts, tone="text2", tip=lambda r: r.person.position),
    Column("BCH", _role("bch"), width=88, drop=3),
    Column("BTV", _role("btv"), width=88),
    Column("Thường trực", _role("thuong-truc"), width=126, drop=4, tip=_role("thuong-truc")),
    Column("UBKT", _role("ubkt"), width=112, drop=2),
)
_EVERY_BODY = "Mọi cơ quan"


class PeopleTab(DirectoryTab):
    """The table follows the filters while they are typed in."""

    key = "people"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.search = search_field("Tìm theo tên, chức vụ")
        self.body = narrow(Combo("", [(b, vi.BODY[b]) for b in BODIES], empty=_EVERY_BODY, name="Cơ quan"), 160)
        self.day = narrow(DateField("", today=desk.today, name="Tính đến ngày", required=True), 124)
        self.former = CheckField("Cả người ngoài cấp ủy")
        self.table = Table(
            COLUMNS,
            name="Nhân sự",
            memory=self.desk.state,
            row_key=lambda r: r.person.id,
            empty="Không có ai khớp bộ lọc.",
        )
        self.person = PersonPanel(desk, self.band, self.remove)
        self.side.add(self.person, bare=True)
        self.lay_out(self.table, self.search, self.body, self.day, self.former)
        self.spare = (self.day, self.former)
        self._fill_filters()
        self._connect()

    def _fill_filters(self) -> None:
        self.day.set_value(self.desk.today)
        self.former.set_value(True)

    def _connect(self) -> None:
        self.search.line.textChanged.connect(self.refresh)
        for field in (self.body, self.day, self.former):
            field.saved.connect(self.refresh)
        self.table.chosen.connect(self._show)
        self.table.opened.connect(self.show_side)
        self.table.keyed.connect(self._keyed)

    def refresh(self) -> None:
        body = self.body.value()
        rows = directory.members(
            self.desk.facts,
            self._on(),
            text=self.search.line.text(),
            body=next((each for each in BODIES if each == body), None),
            everyone=self.former.value(),
        )
        self.table.set_rows(rows)
        keep_chosen(self.table)
        self._show(self.table.current())

    def _on(self) -> dt.date:
        return self.day.value() or self.desk.today

    def select(self, record_id: str) -> None:
        self.search.set_value("")
        self.table.select(record_id)

    def primary(self) -> Button:
        return Button("Thêm người", icon="mdi6.account-plus-outline", kind="primary", run=self.add)

    def secondary(self) -> tuple[Button, ...]:
        return (Button("Nhập từ Excel", icon="mdi6.file-excel-outline", run=self.import_list),)

    def commands(self) -> tuple[Command, ...]:
        return (
            Command("directory.add-person", "Thêm người", self.add, "Ctrl+N", "mdi6.account-plus-outline", "Danh mục"),
            Command(
                "directory.import",
                "Nhập danh sách từ Excel",
                self.import_list,
                "",
                "mdi6.file-excel-outline",
                "Danh mục",
            ),
        )

    def _show(self, member: MemberRow | None) -> None:
        self.side.set_title(member.person.name if member else "Chưa chọn người nào")
        self.person.show_person(member.person if member else None, self._on())

    # What is done

    def _keyed(self, member: MemberRow, key: str) -> None:
        if key == "Delete":
            self.remove(member.person)

    def add(self) -> None:
        dialog = PersonDialog(self.desk, parent=self)
        if dialog.exec():
            self.refresh()
            self.table.select(dialog.made)
            self.show_side()

    def import_list(self) -> None:
        from desktop.screens.directory.import_people import import_people  # brings the reader of Excel sheets with it

        import_people(self.desk, self)

    def remove(self, person: Person) -> None:
        change = partial(directory.remove_person, facts=self.desk.facts, person=person)
        if self.desk.do(f"Xóa {person.name}", change, band=self.band):
            self.desk.toast(f"Đã xóa {person.name} khỏi danh mục", undo=True)
