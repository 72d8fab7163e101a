"""Past documents from an Excel sheet into the register: each line is shown, those at fault stay out."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.qt.boxes import STRETCH, column, label, row
from desktop.qt.dialog import NOT_SAVED, Dialog, choose_file, write_file
from desktop.qt.fields import CheckField
from desktop.qt.notices import Band
from desktop.qt.pages import SegmentRow
from desktop.qt.table import Column, Table
from desktop.screens.base.desk import Desk
from desktop.screens.base.faults_dialog import KINDS, FaultsDialog
from desktop.screens.base.reading import read_aside
from desktop.usecases.directory.people import UnreadableList
from desktop.usecases.documents import importing as document_import
from desktop.usecases.documents.importing import Register

TEMPLATE_NAME = "Sổ đăng ký văn bản.xlsx"
WORDS = {"breach": "Phải sửa", "unclear": "Cần xem lại", "exempt": "Đã có trong sổ", "met": "Nhập được"}
COLUMNS = (
    Column("", lambda _: "", width=36, mark=lambda one: one.verdict, word=lambda one: WORDS[one.verdict],
           sortable=False),
    Column("Dòng", lambda one: str(one.row), width=56, align="right", tone="text2", key=lambda one: one.row),
    Column("Số, ký hiệu", lambda one: one.document.symbol or "Chưa có số", width=124, bold=True),
    Column("Ngày", lambda one: vi.day(one.document.date) if one.document.date else "", width=96,
           key=lambda one: str(one.document.date or "")),
    Column("Trích yếu", lambda one: one.document.title, second=lambda one: one.told, tip=lambda one: one.told,
           second_tone=lambda one: one.verdict if one.verdict in ("breach", "unclear") else "text3"),
)  # fmt: skip


def import_documents(desk: Desk, parent: QWidget) -> None:
    """Choose a file and take its register up."""
    path = choose_file(parent, "Nhập sổ văn bản từ Excel", kinds=KINDS)
    if path:
        read_register(desk, parent, path)


def read_register(desk: Desk, parent: QWidget, path: Path) -> None:
    """Read a file off the window's thread and show what would come in."""
    facts, today = desk.facts, desk.today
    read_aside(
        desk.tasks,
        parent,
        path,
        lambda stop: document_import.read_file(path, facts, today, stop=stop),
        partial(_read, desk, parent),
        partial(_failed, desk, parent),
    )


def _read(desk: Desk, parent: QWidget, register: Register) -> None:
    ImportDialog(desk, register, parent=parent).exec()


def _failed(desk: Desk, parent: QWidget, error: Exception) -> None:
    if not isinstance(error, UnreadableList):
        raise error
    FaultsDialog(error, parent=parent, template=document_import.template, name=TEMPLATE_NAME).exec()


class ImportDialog(Dialog):
    """What was read, the lines to mend first; nothing is entered before the primary, which leaves those out."""

    def __init__(self, desk: Desk, register: Register, *, parent: QWidget | None = None) -> None:
        self.lines = lines = tuple(register.lines)
        super().__init__("Nhập sổ văn bản từ Excel", primary="Nhập", close="Hủy", parent=parent)
        asked = sum(one.asked for one in lines)
        self.others = CheckField(f"{asked} dòng có số đã cấp là văn bản khác, nhập cả những dòng này")
        self.others.setVisible(asked > 0)
        self.others.saved.connect(self._count)
        self.desk, self.band = desk, Band()
        counts = {verdict: sum(one.verdict == verdict for one in lines) for verdict in WORDS}
        shown = [(key, f"{words} ({counts[key]})") for key, words in WORDS.items() if counts[key]]
        self.views = SegmentRow([("", f"Tất cả ({len(self.lines)})"), *shown], name="Dòng nào", small=True)
        self.table = Table(COLUMNS, name="Văn bản đọc được", row_height=42, row_key=lambda one: one.row)
        self.wrong = counts["breach"]
        lead = "Dòng cần xem lại vẫn được nhập, trừ dòng có số đã cấp; sổ nêu số còn trống để văn phòng kiểm tra."
        if self.wrong:
            lead = f"{self.wrong} dòng phải sửa không được nhập; sửa trong tệp rồi nhập lại, dòng đã có giữ nguyên."
        self.told = label("", wrap=True)
        told = column(*(label(sentence, "second", wrap=True) for sentence in (lead, *register.told)), gap=4)
        views = row(self.views, STRETCH)
        self.body.addLayout(column(self.band, told, views, (self.table, 1), self.told, self.others, gap=10))
        self.table.chosen.connect(
            lambda one: self.told.setText(f"Dòng {one.row}: {one.told}" if one and one.told else "")
        )
        self._count()
        self.views.chosen.connect(self._show)
        self._show(shown[0][0] if counts["breach"] else "")
        self.set_size(940, 600)

    @property
    def coming(self) -> int:
        return sum(one.comes_in or (bool(self.others.value()) and one.asked) for one in self.lines)

    def _count(self, *_: object) -> None:
        self.primary.setText(f"Nhập {self.coming} văn bản")
        self.primary.setEnabled(self.coming > 0)

    def _show(self, verdict: str) -> None:
        self.views.choose(verdict)
        self.table.set_rows([one for one in self.lines if not verdict or one.verdict == verdict])
        self.table.select_first()

    def accept(self) -> None:
        coming, others = self.coming, bool(self.others.value())
        change = partial(document_import.put, facts=self.desk.facts, incoming=self.lines, others=others)
        if self.desk.do("Nhập sổ văn bản từ Excel", change, band=self.band):
            left = f", còn {self.wrong} dòng phải sửa" if self.wrong else ""
            self.desk.toast(f"Đã nhập {coming} văn bản{left}", undo=True)
            super().accept()


def export_documents(desk: Desk, parent: QWidget, ids: Sequence[str]) -> None:
    """Write the documents shown as an Excel sheet."""
    path = choose_file(parent, "Xuất sổ ra Excel", save=True, name=TEMPLATE_NAME, kinds=KINDS)
    if path:
        write_register(desk, path, ids)


def write_register(desk: Desk, path: Path, ids: Sequence[str]) -> None:
    found = [one for ident in ids if (one := desk.facts.document(ident))]
    if write_file(path, document_import.export(desk.facts, found), partial(desk.tell, NOT_SAVED)):
        desk.toast(f"Đã xuất {len(found)} văn bản ra {path.name}.")
