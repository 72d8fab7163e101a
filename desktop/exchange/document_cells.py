"""What the cells of an old register of documents mean: columns found by their names, every line with its own faults.

May import domain and vi. Nothing is evaluated and nothing stored; a line at fault is still shown as it was read.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from desktop import vi
from desktop.domain.records import Secrecy, Urgency
from desktop.domain.series import SYMBOL
from desktop.exchange.people_cells import (
    HEAD_ROWS,
    Cells,
    UnreadableList,
    folded,
    is_formula,
    parse_day,
    short,
    text_of,
)

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
}
"""The columns in the order of our own sheet; a register of the office's may order them otherwise and leave some out."""
ALSO: dict[str, tuple[str, ...]] = {
    "symbol": ("ky hieu", "so ky hieu", "so va ky hieu", "so, ky hieu van ban", "so ky hieu van ban", "so hieu"),
    "number": ("so vb", "so van ban", "so di", "so thu tu van ban"),
    "type": ("loai", "ten loai", "ten loai van ban", "loai vb", "the loai"),
    "date": ("ngay thang", "ngay, thang", "ngay van ban", "ngay ban hanh", "ngay, thang, nam", "ngay thang nam",
             "ngay thang van ban", "ngay ky"),
    "title": ("trich yeu noi dung", "ten loai va trich yeu", "ten loai va trich yeu noi dung", "noi dung",
              "trich yeu van ban", "ve viec", "trich yeu noi dung van ban"),
    "issuer": ("noi ban hanh", "don vi ban hanh", "co quan", "tac gia"),
    "signer": ("ho ten nguoi ky", "nguoi ky van ban", "ky"),
    "secrecy": ("mat", "muc do mat"),
    "urgency": ("khan", "muc do khan"),
    "recipients": ("noi nhan van ban", "noi gui"),
}  # fmt: skip
"""Folded headers that are understood as each column besides its own."""
SECRET: dict[str, Secrecy] = {"mat": "mat", "toi mat": "toi-mat", "tuyet mat": "tuyet-mat"}
URGENT: dict[str, Urgency] = {"khan": "khan", "thuong khan": "thuong-khan", "hoa toc": "hoa-toc"}
NOTHING = frozenset({"", "-", "–", "khong", "thuong", "0"})
LONGEST = 1000
NO_HEAD = "Không thấy dòng tiêu đề: cần cột Trích yếu và cột Số, ký hiệu hoặc cột Số."


@dataclass(slots=True, kw_only=True)
class Entry:
    """A document as a line of the register gives it; `faults` are sentences that name the cell."""

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
    faults: list[str] = field(default_factory=list)


def head_of(rows: Cells) -> tuple[int, dict[str, int]] | None:
    """The first line with a column of what the documents are about and one of their numbers."""
    for at, row in enumerate(rows[:HEAD_ROWS]):
        columns: dict[str, int] = {}
        for place, cell in enumerate(row):
            key = _column_of(folded(cell))
            if key:
                columns.setdefault(key, place)
        if "title" in columns and columns.keys() & {"symbol", "number"}:
            return at, columns
    return None


def _column_of(head: str) -> str | None:
    return next((key for key, title in HEADERS.items() if head == vi.fold(title) or head in ALSO[key]), None)


def read_cells(rows: Cells, types: Mapping[str, str]) -> list[Entry]:
    """Every line under the head; `types` are the codes of document types with their words.

    Raises `UnreadableList` where there is no head or no line.
    """
    head = head_of(rows)
    if head is None:
        raise UnreadableList([NO_HEAD])
    at, columns = head
    known = {vi.fold(words): code for code, words in types.items()} | {vi.fold(code): code for code in types}
    entries = [
        _Line(number, row, columns, known).entry()
        for number, row in enumerate(rows[at + 1 :], at + 2)
        if any(text_of(cell) for cell in row)
    ]
    if not entries:
        raise UnreadableList(["Sổ chưa có văn bản nào dưới dòng tiêu đề."])
    return entries


@dataclass(slots=True)
class _Line:
    number: int
    row: Sequence[object]
    columns: Mapping[str, int]
    types: Mapping[str, str]
    faults: list[str] = field(default_factory=list)

    def entry(self) -> Entry:
        symbol = self.words("symbol")
        said = SYMBOL.fullmatch(symbol)
        return Entry(
            row=self.number,
            symbol=symbol if said else "",
            number=int(said[1]) if said else self.count(symbol),
            type=self.kind(said[2] if said else ""),
            date=self.day(),
            title=self.title(),
            issuer=self.words("issuer"),
            signer=self.words("signer"),
            secrecy=self.choice("secrecy", SECRET, "none"),
            urgency=self.choice("urgency", URGENT, "none"),
            recipients=tuple(one for part in self.words("recipients").split(";") if (one := part.strip(" -"))),
            faults=self.faults,
        )

    def value(self, column: str) -> object:
        place = self.columns.get(column, len(self.row))
        found = self.row[place] if place < len(self.row) else None
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
            self.fault("number" if "number" in self.columns else "symbol",
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
        text = text_of(value)
        found = value.date() if isinstance(value, dt.datetime) else value if isinstance(value, dt.date) else None
        found = found or parse_day(text)
        if found is None:
            self.fault("date", f"“{short(text)}” không phải ngày, cần dạng 01/8/2020." if text else "cần ghi ngày.")
        return found

    def title(self) -> str:
        title = self.words("title")
        if not title:
            self.fault("title", "cần ghi trích yếu.")
        return title

    def choice(self, column: str, known: Mapping[str, C], nothing: C) -> C:
        text = folded(self.value(column))
        if text in known:
            return known[text]
        if text not in NOTHING:
            self.fault(column, f"“{short(text)}” không hiểu được, cần {', '.join(known)} hoặc để trống.")
        return nothing
