"""Giving a number to a document that is made of no form: what it is, who issues and signs it, the next number."""

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.compliance import judge_document
from desktop.domain.records import Document
from desktop.qt.boxes import STRETCH, column, label
from desktop.qt.dialog import Dialog
from desktop.qt.fields import DateField, TextArea, TextField
from desktop.qt.notices import Band
from desktop.screens.base.desk import Desk
from desktop.screens.base.live import on_typing
from desktop.screens.base.record_fields import Ask, RecordFields
from desktop.screens.documents.parts import FindingLines, typed_document
from desktop.usecases.documents import edits as document_edits
from desktop.usecases.documents import rows as documents

CANCELLING = "Dòng {symbol} vẫn nằm trong sổ, gạch ngang, kèm lý do; số này không cấp cho văn bản khác."


class NumberDialog(Dialog):
    """`made` is the id of the document entered; empty where none was."""

    def __init__(self, desk: Desk, *, parent: QWidget | None = None) -> None:
        super().__init__("Cấp số văn bản", primary="Cấp số văn bản", close="Hủy", parent=parent)
        self._desk, self.made = desk, ""
        facts, today = desk.facts, desk.today
        self.band = Band()
        self.fields = RecordFields(Document, today)
        types = [(code, f"{code} – {words}") for code, words in documents.types(facts, today).items()]
        hint = "Không; nhiều cơ quan cách nhau bằng dấu ;"
        self.fields["joint"] = TextField("Liên tịch với", placeholder=hint)
        self.next, self.signing = label("", "section"), label("", "caption", wrap=True)
        self.found = FindingLines(desk)
        self.fields_form = self.fields.form(
            ((Ask("type", "Loại văn bản", types, search=True), 3), (Ask("date", "Ngày văn bản", required=True), 2)),
            ((Ask("issuer", "Cơ quan ban hành", documents.issuer_options(facts)), 3), (self.fields["joint"], 2)),
            Ask("title", "Trích yếu", lines=2),
            (
                (Ask("signed_by", "Người ký", documents.signer_options(facts, today), "Chưa ghi"), 3),
                (Ask("authority", "Thẩm quyền ký", [(one, one) for one in documents.AUTHORITY], "Không ghi"), 1),
                (Ask("secrecy", "Độ mật", tuple(vi.SECRECY.items())), 1),
            ),
        )
        self._lay_out()
        secretary = facts.secretary(today)
        signer = secretary.id if secretary else None
        self.fields.fill(
            Document(id="", type="CV", issuer=facts.standing, date=today, signed_by=signer, authority="T/M")
        )
        self._tell()

    def _lay_out(self) -> None:
        lines = (self.band, self.fields_form, self.next, self.signing, self.found, STRETCH)
        self.body.addLayout(column(*lines, gap=10))
        self.set_size(620, 520)
        for field in self.fields.values():
            on_typing(field, self._tell)
            field.saved.connect(lambda _: self._tell())

    def draft(self) -> Document:
        """The document as it is typed, under the number it would get."""
        draft = typed_document(self.fields, Document(id=""))
        return document_edits.numbered(self._desk.facts, draft, self._desk.today)

    def _tell(self) -> None:
        draft = self.draft()
        unknown = document_edits.unabbreviated(draft)
        asked = f"Cần chữ viết tắt trong ngoặc sau “{unknown}”, ví dụ (MTTQ), để ghi vào ký hiệu."
        self.next.setText(asked if unknown else f"Số sẽ cấp: {draft.symbol}")
        self.signing.setText(documents.signing_words(self._desk.facts, draft, self._desk.today))
        self.found.show_findings(judge_document(self._desk.facts, draft, self._desk.today))

    def accept(self) -> None:
        if not all(field.commit() for field in self.fields.values()):
            return
        facts, today, draft = self._desk.facts, self._desk.today, self.draft()
        made: list[Document] = []
        if self._desk.do(
            f"Cấp số văn bản {draft.symbol}",
            lambda store: made.append(document_edits.register(store, facts=facts, document=draft, on=today)),
            said=f"Đã cấp số {draft.symbol}.",
            band=self.band,
        ):
            self.made = made[0].id
            super().accept()


class CancelDialog(Dialog):
    """Cancels a number that was given: asks for the day and the reason, which stay in the register."""

    def __init__(self, desk: Desk, document: Document, *, parent: QWidget | None = None) -> None:
        super().__init__(f"Hủy số {document.symbol}", primary="Hủy số này", close="Đóng", parent=parent)
        self._desk, self._document = desk, document
        self.band = Band()
        self.reason = TextArea("Lý do hủy số", lines=2)
        self.date = DateField("Ngày hủy", today=desk.today, required=True)
        self.date.set_value(desk.today)
        told = label(CANCELLING.format(symbol=document.symbol), "caption", wrap=True)
        self.body.addLayout(column(self.band, told, self.reason, self.date, STRETCH, gap=10))
        self.set_size(460, 280)

    def accept(self) -> None:
        if not (self.reason.commit() and self.date.commit()):
            return
        day, reason = self.date.value() or self._desk.today, self.reason.value()
        if self._desk.do(
            f"Hủy số {self._document.symbol}",
            lambda store: document_edits.cancel(store, document=self._document, on=day, reason=reason),
            said=f"Đã hủy số {self._document.symbol}; số này không cấp lại.",
            band=self.band,
        ):
            super().accept()
