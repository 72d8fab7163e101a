"""What is written in the register of documents: a new number, a field mended, a line taken out.

May import domain, vi and db. Nothing is committed here.
"""

import datetime as dt
from dataclasses import replace
from typing import Any

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import Document
from desktop.domain.refusal import Refusal
from desktop.domain.series import SHORT, clean_symbol, is_secret, issuers
from desktop.usecases.base.attachments import SECRET, kept
from desktop.usecases.documents.numbers import COMMITTEE, in_store, next_number, refuse_taken, symbol_of


def refuse_content(document: Document) -> None:
    """Raises `Refusal` where a secret document would keep more than its line."""
    kept = document.body or document.attachments or document.issued
    if is_secret(document) and kept:
        name = "toàn văn" if document.body else "tệp kèm" if document.attachments else "bản phát hành"
        raise Refusal(f"Văn bản mật chỉ giữ dòng đăng ký; cần bỏ {name} trước khi ghi độ mật.", field="secrecy")


def numbered(facts: Facts, document: Document, on: dt.date) -> Document:
    """The document under the next number of its series, with the symbol that follows from type, number and issuers."""
    organs = issuers(document) or (COMMITTEE,)
    number = document.number or next_number(facts, document.type, document.date or on, organs[0])
    return replace(document, number=number, symbol=symbol_of(facts, document.type, number, organs))


def unabbreviated(document: Document) -> str:
    """The partner in a joint paper of whom no abbreviation is known for the symbol; empty where there is none."""
    partners = issuers(document)[1:]
    return next((one for one in partners if " " in one and not SHORT.search(one)), "")


def _refuse_unabbreviated(document: Document) -> None:
    name = unabbreviated(document)
    if name:
        told = f"Chưa biết chữ viết tắt của “{name}” để ghi vào ký hiệu"
        raise Refusal(f"{told}; gõ thêm trong ngoặc, ví dụ: {name} (VIẾT-TẮT).", field="joint")


def register(store: Store, *, facts: Facts, document: Document, on: dt.date) -> Document:
    """Enter a document that is made of no form, under the number it bears or the next one of its series."""
    _refuse_empty(document)
    _refuse_unabbreviated(document)
    given = numbered(in_store(store, facts), document, on)
    made = replace(given, id=store.new_id(Document), title=vi.nfc(document.title).strip())
    refuse_taken(store, facts, made, on)
    refuse_content(made)
    store.put(made, before=None)
    return made


def _refuse_empty(document: Document) -> None:
    for value, field, sentence in (
        (document.type, "type", "Chọn loại văn bản."),
        (document.title.strip(), "title", "Gõ trích yếu nội dung văn bản."),
        (document.date, "date", "Gõ ngày văn bản, ví dụ 06/9/2024."),
    ):
        if not value:
            raise Refusal(sentence, field=field)


def edit(store: Store, *, facts: Facts, document: Document, on: dt.date, **changes: Any) -> None:  # noqa: ANN401 - the fields of the record
    """Mend fields of a line; what makes up the symbol makes it anew, unless the symbol itself was typed."""
    changed = replace(document, **changes)
    if "symbol" in changes:
        changed = replace(changed, symbol=clean_symbol(changed.symbol))
    if document.number is not None and changed.number is None:
        raise Refusal(f"{_name(document)} đã cấp nên không bỏ số; hủy số thì số ấy không cấp lại.", field="number")
    if "issuer" in changes:
        _refuse_unabbreviated(changed)
    if changes.keys() & {"type", "number", "issuer"} and _follows(facts, document):
        changed = replace(changed, symbol=_symbol(facts, changed))
    if (changed.number, changed.symbol, changed.type, changed.date, changed.issuer) != (
        document.number, document.symbol, document.type, document.date, document.issuer,
    ):  # fmt: skip
        refuse_taken(store, facts, changed, on)
    refuse_content(changed)
    store.put(changed, before=document)


def take_issued(store: Store, *, facts: Facts, document: Document, name: str, content: bytes, on: dt.date) -> None:
    """Keep a PDF as the paper that was issued under this line's number."""
    if is_secret(document):
        raise Refusal(SECRET, field="issued")
    if not content.startswith(b"%PDF"):
        raise Refusal(f"Tệp {name} không phải PDF; bản phát hành cần là tệp PDF.", field="issued")
    store.put(replace(document, issued=kept(store, name, content)), before=document)


def _follows(facts: Facts, document: Document) -> bool:
    """Whether the symbol is the one the program makes; one written otherwise is the clerk's own."""
    return document.symbol in ("", _symbol(facts, document))


def _symbol(facts: Facts, document: Document) -> str:
    if document.number is None or not document.type:
        return ""
    return symbol_of(facts, document.type, document.number, issuers(document) or (COMMITTEE,))


def cancel(store: Store, *, document: Document, on: dt.date, reason: str) -> None:
    """Cancel a number that was given: its line stays in the register, struck out, and the number is not given again."""
    if document.number is None:
        raise Refusal("Văn bản chưa có số nên không có số để hủy; xóa khỏi sổ.")
    if not reason.strip():
        raise Refusal("Gõ lý do hủy số, ví dụ: ghi nhầm loại văn bản.", field="reason")
    if document.date and on < document.date:
        raise Refusal(f"Ngày hủy {vi.day(on)} trước ngày văn bản {vi.day(document.date)}.", field="day")
    store.put(replace(document, cancelled=on, cancel_reason=reason.strip()), before=document)


def take_up(store: Store, *, document: Document) -> None:
    """Let a number that was cancelled stand again."""
    store.put(replace(document, cancelled=None, cancel_reason=""), before=document)


def remove(store: Store, *, document: Document) -> None:
    """Take out a line that has no number yet; raises `Refusal` of one whose number was given."""
    if document.number is not None:
        raise Refusal(
            f"{_name(document)} đã cấp nên không xóa khỏi sổ; hủy số thì dòng vẫn còn, gạch ngang, kèm lý do."
        )
    store.remove(Document, document.id, before=document)


def _name(document: Document) -> str:
    return document.symbol or f"Số {document.number:02}"
