"""People from an Excel sheet into the directory: shown first, then added whole or not at all."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.qt.boxes import STRETCH, column, holder, label, scroll
from desktop.qt.buttons import Button
from desktop.qt.dialog import NOT_SAVED, Dialog, choose_file, tell, write_file
from desktop.qt.marks import MarkLine
from desktop.qt.notices import Band
from desktop.qt.table import Column, Table
from desktop.screens.desk import Desk
from desktop.usecases import directory, people_list
from desktop.usecases.people_list import Entry, UnreadableList

KINDS = "Tệp Excel (*.xlsx)"
TEMPLATE_NAME = "Danh sách cấp ủy.xlsx"
COLUMNS = (
    Column("Họ và tên", lambda r: r.name, width=170, bold=True),
    Column("Năm sinh", lambda r: str(r.born or ""), width=76, align="right"),
    Column("Chức vụ", lambda r: r.position, tone="text2"),
    Column("Chức vụ trong cấp ủy", people_list.seats_words, share=2, tip=people_list.seats_words),
    Column("Từ ngày", lambda r: vi.day(r.seats[0].from_) if r.seats else "", width=92),
)


def import_people(desk: Desk, parent: QWidget) -> None:
    """Choose a file and take its list up."""
    path = choose_file(parent, "Nhập danh sách từ Excel", kinds=KINDS)
    if path:
        read_list(desk, parent, path)


def read_list(desk: Desk, parent: QWidget, path: Path) -> None:
    """Read a file off the window's thread; show what was read, or everything that is wrong."""
    term = desk.facts.office.office.term
    start = (term and term.from_) or desk.today
    desk.busy(True)
    desk.tasks.run(
        partial(people_list.read_file, path, start=start),
        partial(_read, desk, parent),
        partial(_failed, desk, parent),
    )


def _read(desk: Desk, parent: QWidget, entries: tuple[Entry, ...]) -> None:
    desk.busy(False)
    ImportDialog(desk, entries, parent=parent).exec()


def _failed(desk: Desk, parent: QWidget, error: Exception) -> None:
    desk.busy(False)
    if not isinstance(error, UnreadableList):
        raise error
    FaultsDialog(error, parent=parent).exec()


class ImportDialog(Dialog):
    """What was read from the sheet; nothing is added before the primary."""

    def __init__(self, desk: Desk, entries: tuple[Entry, ...], *, parent: QWidget | None = None) -> None:
        super().__init__("Nhập danh sách từ Excel", primary=f"Thêm {len(entries)} người", close="Hủy", parent=parent)
        self.desk, self.entries = desk, entries
        self.band = Band()
        self.table = Table(COLUMNS, name="Danh sách đọc được", row_key=lambda r: r.row)
        self.table.set_rows(entries)
        lead = label("Người đã có trong danh mục (cùng họ tên, năm sinh) được giữ nguyên.", "second", wrap=True)
        self.body.addLayout(column(self.band, lead, (self.table, 1), gap=10))
        self.set_size(900, 560)

    def accept(self) -> None:
        change = partial(directory.add_people, facts=self.desk.facts, entries=self.entries)
        if self.desk.do("Nhập danh sách từ Excel", change, band=self.band):
            self.desk.toast(f"Đã nhập danh sách {len(self.entries)} người", undo=True)
            super().accept()


class FaultsDialog(Dialog):
    """Everything that is wrong with a list, each with its cell, and the sheet to start from."""

    def __init__(
        self,
        refused: UnreadableList,
        *,
        template: Callable[[], bytes] = people_list.template,
        name: str = TEMPLATE_NAME,
        parent: QWidget | None = None,
    ) -> None:
        self._template, self._name = template, name
        button = Button("Lưu mẫu Excel…", icon="mdi6.file-excel-outline", run=self._save_template)
        super().__init__("Danh sách chưa nhập được", others=(button,), parent=parent)
        lines = [MarkLine("breach", sentence) for sentence in refused.faults]
        count = f"{len(lines)} chỗ cần sửa; chưa có gì được nhập."
        self.body.addWidget(label(count, "section"))
        self.body.addWidget(scroll(holder(column(*lines, STRETCH, gap=8, margins=(0, 0, 8, 0)))), 1)
        self.set_size(640, 420)

    def _save_template(self) -> None:
        save_template(self, self._template, self._name)


def save_template(
    parent: QWidget, template: Callable[[], bytes] = people_list.template, name: str = TEMPLATE_NAME
) -> None:
    path = choose_file(parent, "Lưu mẫu Excel", save=True, name=name, kinds=KINDS)
    if path:
        write_file(path, template(), partial(tell, parent, NOT_SAVED))
