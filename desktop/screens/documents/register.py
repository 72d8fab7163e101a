"""The tab Sổ đăng ký: every document by type and term, what is odd among their numbers, and the one chosen."""

import datetime as dt
from functools import partial
from typing import cast

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.findings import Cite
from desktop.domain.records import Document
from desktop.domain.series import is_secret
from desktop.qt.boxes import Elided, column, holder, row
from desktop.qt.buttons import Button, Link
from desktop.qt.commands import Command
from desktop.qt.fields import Combo
from desktop.qt.marks import Mark
from desktop.qt.pages import EmptyState
from desktop.qt.table import Column, Table
from desktop.screens.base.desk import Desk
from desktop.screens.base.screen import Width
from desktop.screens.base.show import word
from desktop.screens.base.tab import DirectoryTab, keep_chosen, narrow, search_field
from desktop.screens.documents.dialogs import CancelDialog, NumberDialog
from desktop.screens.documents.importing import export_documents, import_documents
from desktop.screens.documents.panel import DocumentPanel
from desktop.usecases.documents import edits as document_edits
from desktop.usecases.documents import numbers as document_numbers
from desktop.usecases.documents import rows as documents
from desktop.usecases.documents.rows import RegisterRow, Wanted

PAPER = "so-van-ban"
EXCEL = "mdi6.file-excel-outline"
NUMBER = "mdi6.file-document-plus-outline"


def _marks(one: RegisterRow) -> str:
    """The type, and secrecy and urgency where the paper bears any."""
    document = one.document
    if document.cancelled:
        return "Đã hủy số"
    found = [documents.SECRECY[document.secrecy]] if is_secret(document) else []
    found += [documents.URGENCY[document.urgency]] if document.urgency != "none" else []
    return ", ".join(found)


def _struck(one: RegisterRow) -> bool:
    return one.document.cancelled is not None


def _said_of(document: Document) -> str:
    """That its number was cancelled, or that its records were changed after it was issued."""
    return documents.cancelled_words(document) or documents.amended_words(document)


COLUMNS = (
    Column("", lambda _: "", width=36, mark=lambda one: one.verdict, word=lambda one: word(one.verdict),
           tip=lambda one: one.told, sortable=False),
    Column("Số, ký hiệu", lambda one: one.symbol or "Chưa có số", width=124, bold=True, second=_marks, struck=_struck,
           key=lambda one: (one.document.type, one.document.number or 0)),
    Column("Ngày", lambda one: vi.day(one.document.date) if one.document.date else "Chưa ghi", width=96,
           key=lambda one: one.document.date or dt.date.max),
    Column("Trích yếu", lambda one: one.document.title, struck=_struck,
           second=lambda one: _said_of(one.document) or one.issuer,
           tip=lambda one: "\n".join(filter(None, (one.document.title, _said_of(one.document))))),
    Column("Người ký", lambda one: one.signer, width=146, tone="text2", drop=2,
           second=lambda one: one.document.authority, key=lambda one: vi.name_key(one.signer)),
    Column("Nơi nhận", lambda one: str(len(one.document.recipients) or ""), width=80, align="right", tone="text2",
           drop=1, key=lambda one: len(one.document.recipients)),
)  # fmt: skip


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


class RegisterTab(DirectoryTab):
    key = "register"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.kind = narrow(Combo("", (), empty="Mọi loại", name="Loại văn bản"), 138)
        self.span = narrow(Combo("", (), empty="Mọi năm", name="Nhiệm kỳ, năm"), 130)
        self.issuer = narrow(Combo("", (), empty="Mọi cơ quan", name="Cơ quan ban hành"), 138)
        self.state = narrow(Combo("", documents.STATES, empty="Mọi văn bản", name="Tình trạng"), 146)
        self.search = search_field("Tìm số, trích yếu, toàn văn", 200)
        self.odd = OdditiesLine()
        self.table = Table(COLUMNS, name="Sổ đăng ký văn bản", row_height=42, least=220, memory=desk.state,
                           empty="Không có văn bản nào khớp. Đổi bộ lọc hoặc chữ cần tìm.")  # fmt: skip
        give = Button("Cấp số văn bản", icon=NUMBER, kind="primary", run=self.begin)
        self.none = EmptyState(
            "mdi6.file-document-multiple-outline", "Sổ chưa có văn bản nào",
            "Cấp số khi in văn bản của hội nghị, cấp số trực tiếp tại đây, hoặc nhập sổ cũ từ Excel.", primary=give,
            secondary=Button("Nhập từ Excel", icon=EXCEL, run=self.take_in),
        )  # fmt: skip
        self.panel = DocumentPanel(desk, self.side, self.band)
        main = holder(column(self.odd, (self.table, 1), (self.none, 1), gap=8))
        self.lay_out(main, self.kind, self.span, self.issuer, self.state, self.search)
        self.spare = (self.span,)
        self._connect()

    def _connect(self) -> None:
        for field in (self.kind, self.span, self.issuer, self.state):
            field.saved.connect(lambda _: self.refresh())
        self.search.line.textChanged.connect(lambda _: self.refresh())
        self.odd.link.clicked.connect(self._turn_odd)
        self.table.chosen.connect(lambda one: self.panel.show_document(one.document if one else None))
        self.table.opened.connect(lambda _: self.show_side())
        self.table.keyed.connect(lambda one, key: self.remove() if key == "Delete" else None)
        self.panel.removing.connect(self.remove)

    # What is shown

    def refresh(self) -> None:
        """Show what the filters leave; where something is searched for, once the index is there."""
        typed = self.search.line.text().strip()
        if typed:
            self.desk.searching.ask(lambda search: self._show_rows(frozenset(search.find(typed))))
        else:
            self._show_rows(None)

    def _show_rows(self, found: frozenset[str] | None) -> None:
        facts, today = self.desk.facts, self.desk.today
        self.kind.set_options(documents.used_types(facts, today))
        self.span.set_options(documents.spans(facts))
        self.issuer.set_options(documents.used_issuers(facts))
        odd = self._oddities()
        self.odd.show_found(odd, shown_alone=self.state.value() == documents.ODD)
        shown = documents.rows(facts, self.desk.findings(), self._wanted(odd, found))
        any_ = bool(facts.office.documents)
        self.table.setVisible(any_)
        self.none.setVisible(not any_)
        self.table.set_rows(shown)
        keep_chosen(self.table)
        if self.table.current() is None:
            self.panel.show_document(None)

    def _oddities(self) -> list[document_numbers.Oddity]:
        kind = self.kind.value()
        found = document_numbers.oddities(self.desk.facts)
        return [one for one in found if not kind or one.kind == kind]

    def _wanted(self, odd: list[document_numbers.Oddity], found: frozenset[str] | None) -> Wanted:
        return Wanted(
            found=found,
            kind=self.kind.value() or "",
            span=self.span.value() or "",
            issuer=self.issuer.value() or "",
            state=self.state.value() or "",
            odd=frozenset(ident for one in odd for ident in one.documents),
        )

    def _turn_odd(self) -> None:
        self.state.set_value(None if self.state.value() == documents.ODD else documents.ODD)
        self.refresh()

    def select(self, record_id: str) -> None:
        self.search.set_value("")
        for field in (self.kind, self.span, self.issuer, self.state):
            field.set_value(None)
        self.refresh()
        self.table.select(record_id)
        self.show_side()
        self.table.setFocus()

    def set_width(self, width: Width) -> None:
        super().set_width(width)
        self.issuer.setVisible(width >= Width.MIDDLE)
        self.state.setVisible(width is not Width.SINGLE)
        self.search.setFixedWidth(130 if width is Width.SINGLE else 160 if width is Width.MIDDLE else 200)

    # What is done

    def begin(self) -> None:
        dialog = NumberDialog(self.desk, parent=self)
        dialog.exec()
        if dialog.made:
            self.select(dialog.made)

    def remove(self) -> None:
        """Take out a line without a number; cancel a number that was given, or let a cancelled one stand again."""
        one = self._current()
        if one is None:
            return
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

    def _current(self) -> RegisterRow | None:
        return cast("RegisterRow | None", self.table.current())

    def print_register(self) -> None:
        """Print the type and year shown; the whole term where neither is chosen."""
        year = self.span.value() or ""
        parts = (self.kind.value() or "", year if year.isdecimal() else "")
        self.desk.preview(PAPER, "/".join(part for part in parts if part))

    def take_in(self) -> None:
        import_documents(self.desk, self)

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

    def primary(self) -> Button:
        return Button("Cấp số văn bản", icon=NUMBER, kind="primary", run=self.begin)

    def commands(self) -> tuple[Command, ...]:
        return (
            Command("documents.number", "Cấp số văn bản…", self.begin, "Ctrl+N", "mdi6.file-document-plus-outline"),
        )

    def governing(self) -> tuple[Cite, ...]:
        return self.panel.governing()
