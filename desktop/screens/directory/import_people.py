"""People from an Excel sheet into the directory: shown first, then added whole or not at all."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.qt.boxes import column, holder, label
from desktop.qt.dialog import Dialog, choose_file
from desktop.qt.fields import CheckField
from desktop.qt.notices import Band
from desktop.qt.table import Column, Table
from desktop.screens.base.desk import Desk
from desktop.screens.base.faults_dialog import KINDS, FaultsDialog
from desktop.screens.base.reading import read_aside
from desktop.usecases.directory import people as people_list
from desktop.usecases.directory import rows as directory
from desktop.usecases.directory.people import PeopleRead, UnreadableList

COLUMNS = (
    Column("Họ và tên", lambda r: r.entry.name, width=200, bold=True, second=lambda r: r.told, tip=lambda r: r.told,
           second_tone=lambda r: "unclear" if r.state == "asked" else "text3"),
    Column("Năm sinh", lambda r: str(r.entry.born or ""), width=76, align="right"),
    Column("Chức vụ", lambda r: r.entry.position, tone="text2"),
    Column("Chức vụ trong cấp ủy", lambda r: r.seats, share=2, tip=lambda r: r.seats),
    Column("Từ ngày", lambda r: vi.day(r.entry.seats[0].from_) if r.entry.seats else "", width=92),
    Column("", lambda r: people_list.STATE[r.state], width=84, tone="text2"),
)  # fmt: skip


def import_people(desk: Desk, parent: QWidget) -> None:
    """Choose a file and take its list up."""
    path = choose_file(parent, "Nhập danh sách từ Excel", kinds=KINDS)
    if path:
        read_list(desk, parent, path)


def read_list(desk: Desk, parent: QWidget, path: Path) -> None:
    """Read a file off the window's thread; show what was read, or everything that is wrong."""
    term = desk.facts.office.office.term
    start = (term and term.from_) or desk.today
    read_aside(
        desk.tasks,
        parent,
        path,
        lambda stop: people_list.read_file(path, start=start, stop=stop),
        partial(_read, desk, parent),
        partial(_failed, desk, parent),
    )


def _read(desk: Desk, parent: QWidget, read: PeopleRead) -> None:
    ImportDialog(desk, read, parent=parent).exec()


def _failed(desk: Desk, parent: QWidget, error: Exception) -> None:
    if not isinstance(error, UnreadableList):
        raise error
    if rest := rest_of(error, parent):
        _read(desk, parent, rest)


def rest_of(refused: UnreadableList, parent: QWidget) -> PeopleRead | None:
    """Show what is wrong with a list; the lines without fault, where they are wanted all the same."""
    dialog = FaultsDialog(refused, parent=parent)
    return (
        refused.rest if dialog.exec() == Dialog.DialogCode.Accepted and isinstance(refused.rest, PeopleRead) else None
    )


class ImportDialog(Dialog):
    """What was read from the sheet; nothing is added before the primary."""

    def __init__(self, desk: Desk, read: PeopleRead, *, parent: QWidget | None = None) -> None:
        super().__init__("Nhập danh sách từ Excel", primary="Thêm", close="Hủy", parent=parent)
        self.desk, self.entries = desk, read.entries
        lines = people_list.standing(desk.facts, read.entries)
        self.counts = {state: sum(one.state == state for one in lines) for state in people_list.STATE}
        self.band = Band()
        self.table = Table(COLUMNS, name="Danh sách đọc được", row_height=42, row_key=lambda one: one.row)
        self.told = label("", wrap=True)
        self.table.chosen.connect(
            lambda one: self.told.setText(f"Dòng {one.row}: {one.told}" if one and one.told else "")
        )
        self.table.set_rows(sorted(lines, key=lambda one: (one.state != "asked", one.row)))
        self.table.select_first()
        self.others = CheckField(f"{self.counts['asked']} người trùng tên là người khác, thêm cả những người này")
        self.others.setVisible(bool(self.counts["asked"]))
        self.others.saved.connect(self._count)
        told = [label(sentence, "second", wrap=True) for sentence in (*read.told, *self._known())]
        lead = holder(column(*told, gap=4))
        lead.setVisible(bool(told))
        self.body.addLayout(column(self.band, lead, (self.table, 1), self.told, self.others, gap=10))
        self._count()
        self.set_size(940, 600)

    def _known(self) -> list[str]:
        known = self.counts["known"]
        return [f"{known} người đã có trong Danh mục (cùng họ tên, năm sinh) được giữ nguyên."] if known else []

    @property
    def coming(self) -> int:
        return self.counts["new"] + (self.counts["asked"] if self.others.value() else 0)

    def _count(self, *_: object) -> None:
        self.primary.setText(f"Thêm {self.coming} người")
        self.primary.setEnabled(self.coming > 0)

    def accept(self) -> None:
        others = bool(self.others.value())
        change = partial(directory.add_people, facts=self.desk.facts, entries=self.entries, others=others)
        if self.desk.do("Nhập danh sách từ Excel", change, band=self.band):
            left = len(self.entries) - self.coming
            more = f", giữ nguyên {left} người" if left else ""
            self.desk.toast(f"Đã thêm {self.coming} người{more}", undo=True)
            super().accept()
