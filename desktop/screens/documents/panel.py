"""One document beside the register: its line edited in place, what the regulation says of it, its source, its files."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLayout

from desktop.domain.compliance import judge_document
from desktop.domain.findings import Cite
from desktop.domain.records import Document
from desktop.domain.series import is_secret
from desktop.qt.boxes import STRETCH, column, empty, holder, label, row
from desktop.qt.buttons import Button, Link
from desktop.qt.fields import Combo, DateField, Field, NumberField, TextArea, TextField, form
from desktop.qt.notices import Band
from desktop.qt.pages import SidePanel
from desktop.screens.absences.parts import block
from desktop.screens.base.acting import Acting
from desktop.screens.base.attachments import AttachmentsPanel
from desktop.screens.base.desk import Desk
from desktop.screens.base.live import on_typing, refill
from desktop.screens.documents.issued import IssuedBlock
from desktop.screens.documents.parts import FindingLines, read_fields
from desktop.usecases.base import attachments
from desktop.usecases.documents import edits as document_edits
from desktop.usecases.documents import rows as documents

WHAT = {
    "type": "Đổi loại văn bản",
    "number": "Sửa số văn bản",
    "symbol": "Sửa ký hiệu văn bản",
    "date": "Sửa ngày văn bản",
    "title": "Sửa trích yếu",
    "issuer": "Đổi cơ quan ban hành",
    "signed_by": "Ghi người ký",
    "authority": "Ghi thẩm quyền ký",
    "post": "Ghi chức vụ in trên văn bản",
    "secrecy": "Ghi độ mật",
    "urgency": "Ghi độ khẩn",
    "recipients": "Ghi nơi nhận",
    "body": "Ghi toàn văn",
}


DROP = {(False, False): "Xóa khỏi sổ", (False, True): "Hủy số…", (True, True): "Bỏ hủy số", (True, False): "Bỏ hủy số"}
"""What takes a line away, by whether its number is cancelled and whether it has one."""


class DocumentPanel(QObject):
    """Fills the side panel of the register; a field is saved when it is left and judged while it is typed in."""

    removing = Signal()

    def __init__(self, desk: Desk, side: SidePanel, band: Band) -> None:
        super().__init__(side)
        self._desk, self._side, self._band = desk, side, band
        self.document: Document | None = None
        self.acting = Acting(desk, band, "document")
        self.acting.at_field = self._at_field
        self._make_fields()
        self.found = FindingLines(desk)
        self._secret = label(attachments.SECRET, "caption", wrap=True)
        self.cancelled = label("", "strong", wrap=True)
        self._source = column(gap=0)
        self._from = holder(self._source)
        self.issued = IssuedBlock(desk, self.acting, band)
        self.files = AttachmentsPanel(desk)
        self._upper = holder(column(self.cancelled, self._secret, self._line_form(), gap=9))
        self._lower = holder(column(form(self.recipients, self.body)))
        side.add(self._upper)
        side.add(self.signing)
        side.add(self.found)
        side.add(self._lower)
        self.drop = Button("Xóa khỏi sổ", icon="mdi6.trash-can-outline", kind="small", run=self.removing.emit)
        side.add(column(self._from, self.issued, self.files, row(self.drop, STRETCH), gap=18))
        for name, field in self.fields().items():
            on_typing(field, self._judge)
            field.saved.connect(lambda _, name=name: self._save(name))

    def _make_fields(self) -> None:
        today = self._desk.today
        self.type = Combo("Loại văn bản", searchable=True)
        self.number = NumberField("Số", low=1, high=99_999)
        self.symbol = TextField("Số, ký hiệu")
        self.date = DateField("Ngày", today=today, placeholder="Chưa ghi")
        self.title = TextArea("Trích yếu", lines=3)
        self.issuer = Combo("Cơ quan ban hành")
        self.joint = TextField("Liên tịch với", placeholder="Không")
        self.signed_by = Combo("Người ký", empty="Chưa ghi", searchable=True)
        self.authority = Combo("Thẩm quyền", [(one, one) for one in documents.AUTHORITY], empty="Không")
        self.post = TextField("Chức vụ in", placeholder="Theo người ký")
        self.signing = label("", "caption", wrap=True)
        self.secrecy = Combo("Độ mật", tuple(documents.SECRECY.items()))
        self.urgency = Combo("Độ khẩn", tuple(documents.URGENCY.items()))
        self.recipients = TextArea("Nơi nhận, mỗi dòng một nơi", lines=4)
        self.body = TextArea("Toàn văn, để tìm lại", lines=5)

    def _line_form(self) -> QLayout:
        return form(
            ((self.type, 5), (self.number, 3)),
            (self.symbol, self.date),
            self.title,
            self.signed_by,
            (self.authority, self.post),
            self.issuer,
            self.joint,
            (self.secrecy, self.urgency),
        )

    def fields(self) -> dict[str, Field]:
        """By the names of the record; `joint` is the rest of its issuers."""
        return {
            "type": self.type,
            "number": self.number,
            "symbol": self.symbol,
            "date": self.date,
            "title": self.title,
            "issuer": self.issuer,
            "joint": self.joint,
            "signed_by": self.signed_by,
            "authority": self.authority,
            "post": self.post,
            "secrecy": self.secrecy,
            "urgency": self.urgency,
            "recipients": self.recipients,
            "body": self.body,
        }

    # What is shown

    def show_document(self, document: Document | None) -> None:
        anew = document is None or self.document is None or document.id != self.document.id
        self.document = self.acting.shown = document
        parts = (self._upper, self.signing, self.found, self._lower, self._from, self.issued, self.files, self.drop)
        for part in parts:
            part.setVisible(document is not None)
        if document is None:
            self._side.set_title("Chưa chọn văn bản nào")
            return
        said = (documents.cancelled_words(document), documents.amended_words(document))
        self.cancelled.setText("\n".join(filter(None, said)))
        self.cancelled.setVisible(any(said))
        self.drop.setText(DROP[document.cancelled is not None, document.number is not None])
        self._side.set_title(document.symbol or "Chưa có số", documents.types(self._desk.facts, self._desk.today).get(
            document.type, document.type))  # fmt: skip
        self._fill(document, anew=anew)
        self._secret.setVisible(is_secret(document))
        self.body.setVisible(not is_secret(document))
        self._judge()
        self._show_source(document)
        self.issued.show_document(document)
        for part in (self.issued, self.files):
            part.setVisible(not is_secret(document))
        self.files.show_owner(document)

    def _fill(self, document: Document, *, anew: bool) -> None:
        facts, today = self._desk.facts, self._desk.today
        self.type.set_options(list(documents.types(facts, today).items()))
        self.issuer.set_options(documents.issuer_choices(document))
        self.signed_by.set_options(documents.signer_options(facts, document.date or today))
        shown = {"joint": documents.joint_words(document), "recipients": "\n".join(document.recipients),
                 "issuer": documents.leading(document)}  # fmt: skip
        for name, field in self.fields().items():
            refill(field, shown[name] if name in shown else getattr(document, name), anew=anew)

    def _show_source(self, document: Document) -> None:
        empty(self._source)
        words, place, record = documents.source_of(self._desk.facts, document)
        self._from.setVisible(bool(place))
        if place:
            link = Link("Mở", run=lambda: self._desk.go(place, record))
            self._source.addLayout(block("Nguồn", [label(words, wrap=True), link]))

    def _judge(self) -> None:
        """The verdicts follow what is typed before it is saved."""
        if self.document is not None:
            draft = self.draft(self.document)
            self.signing.setText(documents.signing_words(self._desk.facts, draft, self._desk.today))
            self.found.show_findings(judge_document(self._desk.facts, draft, self._desk.today))

    def draft(self, document: Document) -> Document:
        return replace(document, **read_fields(self.fields()))

    def governing(self) -> tuple[Cite, ...]:
        return self.found.cites()

    # What is written

    def _save(self, name: str) -> None:
        if self.document is None:
            return
        key = "issuer" if name == "joint" else name
        value = getattr(self.draft(self.document), key)
        if value != getattr(self.document, key):
            self.acting.do(WHAT[key], document_edits.edit, **{key: value})

    def _at_field(self, field: str, sentence: str) -> None:
        if field in self.fields():
            self.fields()[field].set_error(sentence)
