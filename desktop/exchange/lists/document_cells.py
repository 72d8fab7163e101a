"""What the cells of an old register of documents mean: columns found by their names, every line with its own faults.

May import domain, vi and exchange. Nothing is evaluated and nothing stored; a line at fault is shown as it was read.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from desktop import vi
from desktop.domain.records import Secrecy, Urgency
from desktop.domain.series import SYMBOL, clean_symbol
from desktop.exchange.lists.cell_text import Cells, UnreadableList, day_of, folded, is_formula, short, text_of
from desktop.exchange.lists.lines import Head, Passed, unused
from desktop.exchange.lists.lines import head_of as head_with
from desktop.exchange.lists.words import words

C = TypeVar("C")
HEADERS: dict[str, str] = {
    "symbol": "Số, ký hiệu",
    "number": "Số",
    "type": "Loại văn bản",
    "date": "Ngày",
    "title": "Trích yếu",
    "issuer": "Cơ quan ban hành",
    "signer": "Người ký",
    "secrecy": "Độ mật",
    "urgency": "Độ khẩn",
    "recipients": "Nơi nhận",
    "note": "Ghi chú",
}
"""The columns in the order of our own sheet; a register of the office's may order them otherwise and leave some out."""
SECRET: dict[str, Secrecy] = {"mat": "mat", "toi mat": "toi-mat", "tuyet mat": "tuyet-mat"}
URGENT: dict[str, Urgency] = {"khan": "khan", "thuong khan": "thuong-khan", "hoa toc": "hoa-toc"}
NOTHING = frozenset({"", "-", "–", "khong", "thuong", "0"})
LONGEST = 1000
NO_HEAD = "Không thấy dòng tiêu đề: cần cột Trích yếu và cột Số, ký hiệu hoặc cột Số."


@dataclass(slots=True, kw_only=True)
class Entry:
    """A document as a line of the register gives it; `faults` are sentences that name the cell.

    `cancelled` is what the register notes of a number that was cancelled.
    """

    row: int
    symbol: str = ""
    number: int | None = None
    type: str = ""
    date: dt.date | None = None
    title: str = ""
    issuer: str = ""
    signer: str = ""
    secrecy: Secrecy = "none"
    urgency: Urgency = "none"
    recipients: tuple[str, ...] = ()
    cancelled: str = ""
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RegisterRead:
    """The documents of a register, and what has to be said of it: lines passed over, columns not used."""

    entries: list[Entry]
    told: list[str]


def head_of(rows: Cells) -> Head | None:
    """The first line with a column of what the documents are about and one of their numbers."""
    enough = {"symbol", "number"}
    return head_with(
        rows, words("documents", "columns"), lambda columns: "title" in columns and bool(columns.keys() & enough)
    )


def read_cells(rows: Cells, types: Mapping[str, str]) -> RegisterRead:
    """Every line under the head; `types` are the codes of document types with their words.

    Raises `UnreadableList` where there is no head or no line.
    """
    head = head_of(rows)
    if head is None:
        raise UnreadableList([NO_HEAD])
    passed, below = Passed(head), rows[head.under :]
    known = {vi.fold(name): code for code, name in types.items()} | {vi.fold(code): code for code in types}
    entries = [
        _Line(number, row, head, known).entry()
        for number, row in enumerate(below, head.under + 1)
        if any(text_of(cell) for cell in row) and not passed.takes(number, row, key="title")
    ]
    if not entries:
        raise UnreadableList(["Sổ chưa có văn bản nào dưới dòng tiêu đề."])
    noted = [entry.row for entry in entries if entry.row in _noted(head, below) and not entry.cancelled]
    told = [*passed.told(), *unused(head, below)]
    if noted:
        told.append(f"Ghi chú ở {len(noted)} dòng không đưa vào sổ: dòng {', '.join(map(str, noted))}.")
    return RegisterRead(entries, told)


def _noted(head: Head, below: Cells) -> set[int]:
    return {number for number, row in enumerate(below, head.under + 1) if head.values(row, "note")}


@dataclass(slots=True)
class _Line:
    number: int
    row: Sequence[object]
    head: Head
    types: Mapping[str, str]
    faults: list[str] = field(default_factory=list)

    def entry(self) -> Entry:
        symbol = clean_symbol(self.words("symbol"))
        said = SYMBOL.fullmatch(symbol)
        cancelled = self.cancelled()
        return Entry(
            row=self.number,
            symbol=symbol if said else "",
            number=int(said[1]) if said else self.count(symbol),
            type=self.kind(said[2] if said else ""),
            date=self.day(),
            title=self.title(cancelled),
            issuer=self.words("issuer"),
            signer=self.words("signer"),
            secrecy=self.choice("secrecy", SECRET, "none"),
            urgency=self.choice("urgency", URGENT, "none"),
            recipients=tuple(one for part in self.words("recipients").split(";") if (one := part.strip(" -"))),
            cancelled=cancelled,
            faults=self.faults,
        )

    def value(self, column: str) -> object:
        found = next(iter(self.head.values(self.row, column)), None)
        if not is_formula(found):
            return found
        self.fault(column, "ô chứa công thức, cần ghi thẳng nội dung.")
        return None

    def fault(self, column: str, sentence: str) -> None:
        self.faults.append(f"{HEADERS[column]}: {sentence}")

    def words(self, column: str) -> str:
        text = text_of(self.value(column))
        if len(text) > LONGEST:
            self.fault(column, f"dài {len(text)} chữ, nhiều nhất {LONGEST}.")
        return text[:LONGEST]

    def count(self, symbol: str) -> int | None:
        """The number of its own cell, or of a symbol that is a bare number."""
        text = self.words("number") or symbol
        digits = text.lstrip("0") if text.isdecimal() else ""
        if text and not digits:
            self.fault("number" if "number" in self.head.columns else "symbol",
                       f"“{short(text)}” không phải số văn bản, cần dạng 12 hoặc 12-NQ/HU.")  # fmt: skip
        if not text:
            return None
        return int(digits) if digits and len(digits) < 6 else None

    def kind(self, said: str) -> str:
        text = self.words("type") or said
        code = self.types.get(vi.fold(text))
        if code is None:
            known = "loại như NQ hoặc Nghị quyết"
            self.fault(
                "type", f"“{short(text)}” không có trong danh mục, cần {known}." if text else f"cần ghi, {known}."
            )
        return code or ""

    def day(self) -> dt.date | None:
        value = self.value("date")
        found, text = day_of(value), text_of(value)
        if found is None:
            self.fault("date", f"“{short(text)}” không phải ngày, cần dạng 01/8/2020." if text else "cần ghi ngày.")
        return found

    def title(self, cancelled: str) -> str:
        """A number that was cancelled may never have had words; what is noted of it stands for them."""
        title = self.words("title") or cancelled
        if not title:
            self.fault("title", "cần ghi trích yếu.")
        return title

    def cancelled(self) -> str:
        note = self.words("note")
        said = vi.fold(note)
        return note if any(re.match(rf"{word}\b", said) for word in words("documents", "words", "cancelled")) else ""

    def choice(self, column: str, known: Mapping[str, C], nothing: C) -> C:
        text = folded(self.value(column))
        if text in known:
            return known[text]
        if text not in NOTHING:
            self.fault(column, f"“{short(text)}” không hiểu được, cần {', '.join(known)} hoặc để trống.")
        return nothing
