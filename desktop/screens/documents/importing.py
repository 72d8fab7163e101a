"""Past documents from an Excel sheet into the register: each line is shown, those at fault stay out."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.qt.boxes import STRETCH, column, label, row
from desktop.qt.dialog import NOT_SAVED, choose_file, write_file
from desktop.qt.pages import SegmentRow
from desktop.qt.table import Column
from desktop.screens.base.desk import Change, Desk
from desktop.screens.base.faults_dialog import KINDS, FaultsDialog
from desktop.screens.base.import_dialog import ImportDialog
from desktop.screens.base.reading import read_aside
from desktop.usecases.directory.people import UnreadableList
from desktop.usecases.documents import importing as document_import
from desktop.usecases.documents.importing import Register

TEMPLATE_NAME = "Sổ đăng ký văn bản.xlsx"
WORDS = {"breach": "Phải sửa", "unclear": "Cần xem lại", "exempt": "Đã có trong sổ", "met": "Nhập được"}


def read_register(desk: Desk, parent: QWidget, path: Path) -> None:
    """Read a file off the window's thread and show what would come in."""
    facts, today = desk.facts, desk.today

    def show(register: Register) -> None:
        RegisterDialog(desk, register, parent=parent).exec()

    def refused(error: UnreadableList) -> None:
        FaultsDialog(error, parent=parent, template=document_import.template, name=TEMPLATE_NAME).exec()

    read_aside(
        desk.tasks, parent, path, lambda stop: document_import.read_file(path, facts, today, stop=stop), show, refused
    )


class RegisterDialog(ImportDialog):
    """What was read, the lines to mend first, which the primary leaves out."""

    TITLE, ENTER, UNIT, NAME = "Nhập sổ văn bản từ Excel", "Nhập", "văn bản", "Văn bản đọc được"
    OTHERS = "{} dòng có số đã cấp là văn bản khác, nhập cả những dòng này"
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

    def __init__(self, desk: Desk, register: Register, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, register.lines, parent=parent)
        self.incoming = register.lines
        counts = {verdict: sum(one.verdict == verdict for one in self.incoming) for verdict in WORDS}
        shown = [(key, f"{words} ({counts[key]})") for key, words in WORDS.items() if counts[key]]
        self.views = SegmentRow([("", f"Tất cả ({len(self.incoming)})"), *shown], name="Dòng nào", small=True)
        self.wrong = counts["breach"]
        lead = "Dòng cần xem lại vẫn được nhập, trừ dòng có số đã cấp; sổ nêu số còn trống để văn phòng kiểm tra."
        if self.wrong:
            lead = f"{self.wrong} dòng phải sửa không được nhập; sửa trong tệp rồi nhập lại, dòng đã có giữ nguyên."
        told = column(*(label(sentence, "second", wrap=True) for sentence in (lead, *register.told)), gap=4)
        self.lay_out(told, row(self.views, STRETCH))
        self.views.chosen.connect(self._show)
        self._show(shown[0][0] if self.wrong else "")

    def _show(self, verdict: str) -> None:
        self.views.choose(verdict)
        self.show_lines(one for one in self.incoming if not verdict or one.verdict == verdict)

    def change(self, *, others: bool) -> Change:
        return partial(document_import.put, facts=self.desk.facts, incoming=self.incoming, others=others)

    def left(self) -> str:
        return f", còn {self.wrong} dòng phải sửa" if self.wrong else ""


def export_documents(desk: Desk, parent: QWidget, ids: Sequence[str]) -> None:
    """Write the documents shown as an Excel sheet."""
    path = choose_file(parent, "Xuất sổ ra Excel", save=True, name=TEMPLATE_NAME, kinds=KINDS)
    if path:
        write_register(desk, path, ids)


def write_register(desk: Desk, path: Path, ids: Sequence[str]) -> None:
    found = [one for ident in ids if (one := desk.facts.document(ident))]
    if write_file(path, document_import.export(desk.facts, found), partial(desk.tell, NOT_SAVED)):
        desk.toast(f"Đã xuất {len(found)} văn bản ra {path.name}.")
