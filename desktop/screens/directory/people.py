"""The people of the directory: who holds which seat on a day; the chosen person's panel stands beside the table."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.bodies import BODIES
from desktop.domain.records import Body, Person
from desktop.qt.buttons import Button
from desktop.qt.commands import Command
from desktop.qt.fields import CheckField, DateField
from desktop.qt.model import Column
from desktop.screens.base.filters import Choice, Search, narrow
from desktop.screens.base.record_tab import Begin, Listed, RecordTab
from desktop.screens.base.screen import Width
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
EXCEL = "mdi6.file-excel-outline"


def _role(body: Body) -> Callable[[MemberRow], str]:
    def text(member: MemberRow) -> str:
        seat = member.seat_in(body)
        return ROLE_CELL[seat.role] if seat else ""

    return text


COLUMNS = (
    Column("Họ và tên", lambda r: r.person.name, width=164, bold=True, key=lambda r: vi.name_key(r.person.name)),
    Column("Năm sinh", lambda r: str(r.person.born or ""), width=76, align="right", drop=1),
    Column("Chức vụ", lambda r: r.person.position or r.posts, tone="text2", tip=lambda r: r.person.position),
)
OF_BODY: dict[Body, Column] = {
    "bch": Column("BCH", _role("bch"), width=88, drop=3),
    "btv": Column("BTV", _role("btv"), width=88),
    "thuong-truc": Column("Thường trực", _role("thuong-truc"), width=126, drop=4, tip=_role("thuong-truc")),
    "ubkt": Column("UBKT", _role("ubkt"), width=112, drop=2),
}


class PeopleTab(RecordTab[MemberRow]):
    """The table follows the filters while they are typed in."""

    key = "people"
    FILTERS: ClassVar = {"body": Choice("Cơ quan", 160, [(b, vi.BODY[b]) for b in BODIES], "Mọi cơ quan", kept=True)}
    SEARCH = Search("Tìm theo tên, chức vụ", first=True)
    TABLE = Listed("Nhân sự", "Không có ai khớp bộ lọc.", row_height=32)
    BEGIN = Begin("Thêm người", "directory.add-person", "Thêm người", "mdi6.account-plus-outline", "Danh mục")
    UNCHOSEN = "Chưa chọn người nào"

    def columns(self) -> tuple[Column, ...]:
        """A column for each body the committee has."""
        self._bodies = self.desk.facts.bodies
        return (*COLUMNS, *(OF_BODY[body] for body in self._bodies))

    def refresh(self) -> None:
        if self._bodies != self.desk.facts.bodies:
            self.table.set_columns(self.columns())
        super().refresh()

    def make(self) -> None:
        self.day = narrow(DateField("", today=self.desk.today, name="Tính đến ngày", required=True), 124)
        self.former = CheckField("Cả người ngoài cấp ủy")
        self.day.set_value(self.desk.today)
        self.former.set_value(True)
        for field in (self.day, self.former):
            field.saved.connect(self.refresh)
        self.person = PersonPanel(self.desk, self.band, self._remove)
        self.side.add(self.person, bare=True)
        self.least |= {self.day: Width.NARROW, self.former: Width.NARROW}

    def bar(self) -> tuple[QWidget, ...]:
        return (*self.filters.widgets(), self.day, self.former)

    def key_of(self, one: MemberRow) -> str:
        return one.person.id

    def rows(self) -> Sequence[MemberRow]:
        body = next((each for each in BODIES if each == self.filters.of("body")), None)
        text, everyone = self.filters.text(), self.former.value()
        return directory.members(self.desk.facts, self._on(), text=text, body=body, everyone=everyone)

    def _on(self) -> dt.date:
        return self.day.value() or self.desk.today

    def select(self, record_id: str) -> None:
        self.search.set_value("")
        self.table.select(record_id)

    def secondary(self) -> tuple[Button, ...]:
        return (Button("Nhập từ Excel", icon=EXCEL, run=self.import_list),)

    def commands(self) -> tuple[Command, ...]:
        taken = Command("directory.import", "Nhập danh sách từ Excel", self.import_list, "", EXCEL, "Danh mục")
        return (*super().commands(), taken)

    def show_row(self, one: MemberRow | None) -> None:
        self.side.set_title(one.person.name if one else self.UNCHOSEN)
        self.person.show_person(one.person if one else None, self._on())

    # What is done

    def delete(self, one: MemberRow) -> None:
        self._remove(one.person)

    def begin(self) -> None:
        dialog = PersonDialog(self.desk, parent=self)
        if dialog.exec():
            self.refresh()
            self.table.select(dialog.made)
            self.show_side()

    def import_list(self) -> None:
        from desktop.screens.base.import_dialog import import_file  # bring the reader of Excel sheets with them
        from desktop.screens.directory.import_people import PeopleDialog, read_list

        import_file(self.desk, self, PeopleDialog.TITLE, read_list)

    def _remove(self, person: Person) -> None:
        change = partial(directory.remove_person, facts=self.desk.facts, person=person)
        if self.desk.do(f"Xóa {person.name}", change, band=self.band):
            self.desk.toast(f"Đã xóa {person.name} khỏi danh mục", undo=True)
