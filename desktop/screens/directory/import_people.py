"""People from an Excel sheet into the directory: shown first, then added whole or not at all."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.qt.boxes import column, holder, label
from desktop.qt.dialog import Dialog
from desktop.qt.table import Column
from desktop.screens.base.desk import Change, Desk
from desktop.screens.base.faults_dialog import FaultsDialog
from desktop.screens.base.import_dialog import ImportDialog
from desktop.screens.base.reading import read_aside
from desktop.usecases.directory import people as people_list
from desktop.usecases.directory import rows as directory
from desktop.usecases.directory.people import PeopleRead, UnreadableList


def read_list(desk: Desk, parent: QWidget, path: Path) -> None:
    """Read a file off the window's thread; show what was read, or everything that is wrong."""
    term = desk.facts.office.office.term
    start = (term and term.from_) or desk.today

    def show(read: PeopleRead) -> None:
        PeopleDialog(desk, read, parent=parent).exec()

    def refused(error: UnreadableList) -> None:
        if rest := rest_of(error, parent):
            show(rest)

    read_aside(
        desk.tasks, parent, path, lambda stop: people_list.read_people(path, start=start, stop=stop), show, refused
    )


def rest_of(refused: UnreadableList, parent: QWidget) -> PeopleRead | None:
    """Show what is wrong with a list; the lines without fault, where they are wanted all the same."""
    dialog = FaultsDialog(refused, parent=parent)
    return (
        refused.rest if dialog.exec() == Dialog.DialogCode.Accepted and isinstance(refused.rest, PeopleRead) else None
    )


class PeopleDialog(ImportDialog):
    """The people of a list beside those of the directory, the ones to be asked about first."""

    TITLE, ENTER, UNIT, NAME = "Nhập danh sách từ Excel", "Thêm", "người", "Danh sách đọc được"
    OTHERS = "{} người trùng tên là người khác, thêm cả những người này"
    COLUMNS = (
        Column("Họ và tên", lambda r: r.entry.name, width=200, bold=True, second=lambda r: r.told, tip=lambda r: r.told,
               second_tone=lambda r: "unclear" if r.state == "asked" else "text3"),
        Column("Năm sinh", lambda r: str(r.entry.born or ""), width=76, align="right"),
        Column("Chức vụ", lambda r: r.entry.position, tone="text2"),
        Column("Chức vụ trong cấp ủy", lambda r: r.seats, share=2, tip=lambda r: r.seats),
        Column("Từ ngày", lambda r: vi.day(r.entry.seats[0].from_) if r.entry.seats else "", width=92),
        Column("", lambda r: people_list.STATE[r.state], width=84, tone="text2"),
    )  # fmt: skip

    def __init__(self, desk: Desk, read: PeopleRead, *, parent: QWidget | None = None) -> None:
        self.entries = read.entries
        lines = people_list.standing(desk.facts, read.entries)
        super().__init__(desk, lines, parent=parent)
        known = sum(one.state == "known" for one in lines)
        kept = [f"{known} người đã có trong Danh mục (cùng họ tên, năm sinh) được giữ nguyên."] if known else []
        told = [label(sentence, "second", wrap=True) for sentence in (*read.told, *kept)]
        lead = holder(column(*told, gap=4))
        lead.setVisible(bool(told))
        self.show_lines(sorted(lines, key=lambda one: (not one.asked, one.row)))
        self.lay_out(lead)

    def change(self, *, others: bool) -> Change:
        return partial(directory.add_people, facts=self.desk.facts, entries=self.entries, others=others)

    def left(self) -> str:
        left = len(self.entries) - self.coming
        return f", giữ nguyên {left} người" if left else ""
