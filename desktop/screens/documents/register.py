"""The tab Sổ đăng ký: every document by type and term, what is odd among their numbers, and the one chosen."""

import datetime as dt
from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.findings import Cite
from desktop.domain.records import Document
from desktop.qt.boxes import Elided, row
from desktop.qt.buttons import Button, Link
from desktop.qt.commands import Command
from desktop.qt.marks import Mark
from desktop.qt.model import Column, mark_column
from desktop.screens.base.filters import Choice, Search
from desktop.screens.base.import_dialog import import_file
from desktop.screens.base.record_tab import Begin, Listed, Nothing, RecordTab
from desktop.screens.base.screen import Width
from desktop.screens.base.show import word
from desktop.screens.documents.dialogs import CancelDialog, NumberDialog
from desktop.screens.documents.importing import RegisterDialog, export_documents, read_register
from desktop.screens.documents.panel import DocumentPanel
from desktop.usecases.documents import edits as document_edits
from desktop.usecases.documents import numbers as document_numbers
from desktop.usecases.documents import rows as documents
from desktop.usecases.documents.rows import RegisterRow, Wanted

PAPER = "so-van-ban"
EXCEL = "mdi6.file-excel-outline"
NUMBER = "mdi6.file-document-plus-outline"


def _marks(one: RegisterRow) -> str:
    """That its number was cancelled, else the secrecy and urgency that the paper bears."""
    return "Đã hủy số" if one.document.cancelled else vi.marks(one.document)


def _struck(one: RegisterRow) -> bool:
    return one.document.cancelled is not None


def _said_of(document: Document) -> str:
    """That its number was cancelled, or that its records were changed after it was issued."""
    return documents.cancelled_words(document) or documents.amended_words(document)


def _order(one: RegisterRow) -> tuple[str, int]:
    return one.document.type, one.document.number or 0


def _day(one: RegisterRow) -> str:
    return vi.day(one.document.date) if one.document.date else "Chưa ghi"


def _below(one: RegisterRow) -> str:
    return _said_of(one.document) or one.issuer


def _whole(one: RegisterRow) -> str:
    return "\n".join(filter(None, (one.document.title, _said_of(one.document))))


def _authority(one: RegisterRow) -> str:
    return one.document.authority


def _signer(one: RegisterRow) -> object:
    return vi.name_key(one.signer)


def _copies(one: RegisterRow) -> int:
    return len(one.document.recipients)


class OdditiesLine(QWidget):
    """What is wrong among the numbers of the types shown, in one line, with the way to see only those."""

    def __init__(self) -> None:
        super().__init__()
        self.words = Elided("", "second")
        self.link = Link("Chỉ xem các số này")
        self.setLayout(row(Mark("breach", "Số cần xem lại", 16), (self.words, 1), self.link, gap=8))
        self.hide()

    def show_found(self, found: list[document_numbers.Oddity], *, shown_alone: bool) -> None:
        self.words.setText("; ".join(one.text for one in found))
        self.link.set_text("Xem mọi văn bản" if shown_alone else "Chỉ xem các số này")
        self.setVisible(bool(found))


class RegisterTab(RecordTab[RegisterRow]):
    key = "register"
    FILTERS: ClassVar = {
        "kind": Choice("Loại văn bản", 138, empty="Mọi loại"),
        "span": Choice("Nhiệm kỳ, năm", 130, empty="Mọi năm", least=Width.NARROW),
        "issuer": Choice("Cơ quan ban hành", 138, empty="Mọi cơ quan", least=Width.MIDDLE),
        "state": Choice("Tình trạng", 146, documents.STATES, "Mọi văn bản", least=Width.NARROW),
    }
    SEARCH = Search("Tìm số, trích yếu, toàn văn", 200, widths={Width.SINGLE: 130, Width.MIDDLE: 160})
    TABLE = Listed("Sổ đăng ký văn bản", "Không có văn bản nào khớp. Đổi bộ lọc hoặc chữ cần tìm.", least=220)
    COLUMNS = (
        mark_column(lambda one: one.verdict, lambda one: word(one.verdict), tip=lambda one: one.told),
        Column(
            "Số, ký hiệu",
            lambda one: one.symbol or "Chưa có số",
            124,
            bold=True,
            second=_marks,
            struck=_struck,
            key=_order,
        ),
        Column("Ngày", _day, width=96, key=lambda one: one.document.date or dt.date.max),
        Column("Trích yếu", lambda one: one.document.title, struck=_struck, second=_below, tip=_whole),
        Column("Người ký", lambda one: one.signer, 146, _authority, tone="text2", drop=2, key=_signer),
        Column("Nơi nhận", lambda one: str(_copies(one) or ""), 80, align="right", tone="text2", drop=1, key=_copies),
    )
    LIST = "documents"
    NOTHING = Nothing(
        "mdi6.file-document-multiple-outline",
        "Sổ chưa có văn bản nào",
        "Cấp số khi in văn bản của hội nghị, cấp số trực tiếp tại đây, hoặc nhập sổ cũ từ Excel.",
    )
    BEGIN = Begin("Cấp số văn bản", "documents.number", "Cấp số văn bản…", NUMBER)

    def make(self) -> None:
        self.odd = OdditiesLine()
        self.odd.link.clicked.connect(self._turn_odd)
        self.panel = DocumentPanel(self.desk, self.side, self.band)
        self.panel.removing.connect(self.remove)

    def over(self) -> tuple[QWidget, ...]:
        return (self.odd,)

    def other_way(self) -> Button:
        return Button("Nhập từ Excel", icon=EXCEL, run=self.take_in)

    # What is shown

    def refresh(self) -> None:
        """Show what the filters leave; where something is searched for, once the index is there."""
        typed = self.filters.text().strip()
        if typed:
            self.desk.searching.ask(lambda search: self._show_found(frozenset(search.find(typed))))
        else:
            self._show_found(None)

    def _show_found(self, found: frozenset[str] | None) -> None:
        self._found = found
        super().refresh()

    def rows(self) -> Sequence[RegisterRow]:
        facts = self.desk.facts
        self.filters["kind"].set_options(documents.used_types(facts, self.desk.today))
        self.filters["span"].set_options(documents.spans(facts))
        self.filters["issuer"].set_options(documents.used_issuers(facts))
        odd = self._oddities()
        self.odd.show_found(odd, shown_alone=self.filters.of("state") == documents.ODD)
        return documents.rows(self.desk.facts, self.desk.findings(), self._wanted(odd))

    def show_row(self, one: RegisterRow | None) -> None:
        self.panel.show_document(one.document if one else None)

    def _oddities(self) -> list[document_numbers.Oddity]:
        kind = self.filters.of("kind")
        return [one for one in document_numbers.oddities(self.desk.facts) if not kind or one.kind == kind]

    def _wanted(self, odd: list[document_numbers.Oddity]) -> Wanted:
        return Wanted(
            found=self._found,
            odd=frozenset(ident for one in odd for ident in one.documents),
            **{key: self.filters.of(key) for key in self.FILTERS},
        )

    def _turn_odd(self) -> None:
        self.filters["state"].set_value(None if self.filters.of("state") == documents.ODD else documents.ODD)
        self.refresh()

    def select(self, record_id: str) -> None:
        super().select(record_id)
        self.show_side()
        self.table.setFocus()

    # What is done

    def begin(self) -> None:
        dialog = NumberDialog(self.desk, parent=self)
        dialog.exec()
        if dialog.made:
            self.select(dialog.made)

    def delete(self, one: RegisterRow) -> None:
        """Take out a line without a number; cancel a number that was given, or let a cancelled one stand again."""
        document = one.document
        if document.cancelled:
            what, act, said = "Bỏ hủy số", partial(document_edits.take_up, document=document), "Đã bỏ hủy số"
        elif document.number is None:
            what, act, said = "Xóa khỏi sổ", partial(document_edits.remove, document=document), "Đã xóa khỏi sổ"
        else:
            CancelDialog(self.desk, document, parent=self).exec()
            return
        named = one.symbol or document.title
        self.desk.do(f"{what}: {named}", act, said=f"{said}: {named}.", band=self.band)

    def print_register(self) -> None:
        """Print the type and year shown; the whole term where neither is chosen."""
        year = self.filters.of("span")
        parts = (self.filters.of("kind"), year if year.isdecimal() else "")
        self.desk.preview(PAPER, "/".join(part for part in parts if part))

    def take_in(self) -> None:
        import_file(self.desk, self, RegisterDialog.TITLE, read_register)

    def take_out(self) -> None:
        export_documents(self.desk, self, [one.id for one in self.table.rows()])

    def secondary(self) -> tuple[Button, ...]:
        return (Button("In sổ", icon="mdi6.printer-outline", run=self.print_register),)

    def more(self) -> tuple[Command, ...]:
        return (
            Command("documents.print", "In sổ đăng ký văn bản", self.print_register, icon="mdi6.printer-outline"),
            Command("documents.import", "Nhập sổ cũ từ Excel…", self.take_in, icon=EXCEL),
            Command("documents.export", "Xuất sổ ra Excel…", self.take_out, icon=EXCEL),
        )

    def governing(self) -> tuple[Cite, ...]:
        return self.panel.governing()
