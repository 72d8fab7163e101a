"""One document beside the register: its line edited in place, what the regulation says of it, its source, its files."""

from PySide6.QtCore import QObject, Signal

from desktop import vi
from desktop.domain.compliance import judge_document
from desktop.domain.findings import Cite
from desktop.domain.records import Document
from desktop.domain.series import is_secret
from desktop.qt.boxes import STRETCH, column, empty, holder, label, row
from desktop.qt.buttons import Button, Link
from desktop.qt.fields import TextArea, TextField
from desktop.qt.notices import Band
from desktop.qt.pages import SidePanel
from desktop.screens.base.acting import Acting
from desktop.screens.base.attachments import AttachmentsPanel
from desktop.screens.base.blocks import block
from desktop.screens.base.desk import Desk
from desktop.screens.base.live import on_typing
from desktop.screens.base.record_fields import Ask, RecordFields
from desktop.screens.documents.issued import IssuedBlock
from desktop.screens.documents.parts import FindingLines, typed_document
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
        self._upper = holder(column(self.cancelled, self._secret, self._form, gap=9))
        self._lower = holder(column(self._long))
        side.add(self._upper)
        side.add(self.signing)
        side.add(self.found)
        side.add(self._lower)
        self.drop = Button("Xóa khỏi sổ", icon="mdi6.trash-can-outline", kind="small", run=self.removing.emit)
        side.add(column(self._from, self.issued, self.files, row(self.drop, STRETCH), gap=18))
        for name, field in self.fields.items():
            on_typing(field, self._judge)
            field.saved.connect(lambda _, name=name: self._save(name))

    def _make_fields(self) -> None:
        self.fields = RecordFields(Document, self._desk.today)
        self.signing = label("", "caption", wrap=True)
        self.fields["joint"] = TextField("Liên tịch với", placeholder="Không")
        self.fields["recipients"] = TextArea("Nơi nhận, mỗi dòng một nơi", lines=4)
        self._form = self.fields.form(
            ((Ask("type", "Loại văn bản", search=True), 5), (Ask("number", "Số", low=1, high=99_999), 3)),
            (Ask("symbol", "Số, ký hiệu"), Ask("date", "Ngày", hint="Chưa ghi")),
            Ask("title", "Trích yếu", lines=3),
            Ask("signed_by", "Người ký", empty="Chưa ghi"),
            (
                Ask("authority", "Thẩm quyền", [(one, one) for one in documents.AUTHORITY], "Không"),
                Ask("post", "Chức vụ in", hint="Theo người ký"),
            ),
            Ask("issuer", "Cơ quan ban hành", tuple(documents.ISSUER.items())),
            self.fields["joint"],
            (
                Ask("secrecy", "Độ mật", tuple(vi.SECRECY.items())),
                Ask("urgency", "Độ khẩn", tuple(vi.URGENCY.items())),
            ),
        )
        self._long = self.fields.form(self.fields["recipients"], Ask("body", "Toàn văn, để tìm lại", lines=5))

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
        types = documents.types(self._desk.facts, self._desk.today)
        self._side.set_title(document.symbol or "Chưa có số", types.get(document.type, document.type))
        self._fill(document, anew=anew)
        self._secret.setVisible(is_secret(document))
        self.fields["body"].setVisible(not is_secret(document))
        self._judge()
        self._show_source(document)
        self.issued.show_document(document)
        for part in (self.issued, self.files):
            part.setVisible(not is_secret(document))
        self.files.show_owner(document)

    def _fill(self, document: Document, *, anew: bool) -> None:
        facts, today = self._desk.facts, self._desk.today
        self.fields.choice("type").set_options(list(documents.types(facts, today).items()))
        self.fields.choice("issuer").set_options(documents.issuer_choices(self._desk.facts, document))
        self.fields.choice("signed_by").set_options(documents.signer_options(facts, document.date or today))
        self.fields.fill(
            document,
            anew=anew,
            joint=documents.joint_words(document),
            recipients="\n".join(document.recipients),
            issuer=documents.leading(document),
        )

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
        return typed_document(self.fields, document)

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
        if field in self.fields:
            self.fields[field].set_error(sentence)
