"""What the cells of an old register of documents mean: columns found by their names, every line with its own faults.

May import domain, vi and exchange. Nothing is evaluated and nothing stored; a line at fault is shown as it was read.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from desktop import vi
from desktop.domain.records import Secrecy, Urgency
from desktop.domain.series import SYMBOL, clean_symbol
from desktop.exchange.lists.cell_text import Cells, folded, short
from desktop.exchange.lists.list_kind import Line, ListKind
from desktop.exchange.lists.words import words

C = TypeVar("C")
DOCUMENTS = ListKind(
    name="documents",
    sheet="Sổ đăng ký văn bản",
    columns={
        "symbol": ("Số, ký hiệu", 16),
        "number": ("Số", 8),
        "type": ("Loại văn bản", 18),
        "date": ("Ngày", 12),
        "title": ("Trích yếu", 60),
        "issuer": ("Cơ quan ban hành", 24),
        "signer": ("Người ký", 24),
        "secrecy": ("Độ mật", 10),
        "urgency": ("Độ khẩn", 12),
        "recipients": ("Nơi nhận", 60),
        "note": ("Ghi chú", 24),
    },
    chief="title",
    beside=frozenset({"symbol", "number"}),
    longest=1000,
    most=20_000,  # a term's register is a few thousand
    no_head="Không thấy dòng tiêu đề: cần cột Trích yếu và cột Số, ký hiệu hoặc cột Số.",
    called="Sổ",
    holds="văn bản",
)
SECRET: dict[str, Secrecy] = {"mat": "mat", "toi mat": "toi-mat", "tuyet mat": "tuyet-mat"}
URGENT: dict[str, Urgency] = {"khan": "khan", "thuong khan": "thuong-khan", "hoa toc": "hoa-toc"}
NOTHING = frozenset({"", "-", "–", "khong", "thuong", "0"})


@dataclass(frozen=True, slots=True, kw_only=True)
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
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RegisterRead:
    """The documents of a register, and what has to be said of it: lines passed over, columns not used."""

    entries: list[Entry]
    told: tuple[str, ...]


def read_cells(rows: Cells, types: Mapping[str, str], about: Sequence[str] = ()) -> RegisterRead:
    """Every line under the head; `types` are the codes of document types with their words.

    Raises `UnreadableList` where there is no head or no line.
    """
    lines, told = DOCUMENTS.lines(rows)
    known = {vi.fold(name): code for code, name in types.items()} | {vi.fold(code): code for code in types}
    entries = [_entry(line, known) for line in lines]
    noted = [
        str(line.number)
        for line, entry in zip(lines, entries, strict=True)
        if line.held("note") and not entry.cancelled
    ]
    if noted:
        told.append(f"Ghi chú ở {len(noted)} dòng không đưa vào sổ: dòng {', '.join(noted)}.")
    return RegisterRead(entries, (*about, *told))


def _entry(line: Line, types: Mapping[str, str]) -> Entry:
    symbol = clean_symbol(line.words("symbol"))
    said = SYMBOL.fullmatch(symbol)
    cancelled = _cancelled(line)
    read = Entry(
        row=line.number,
        symbol=symbol if said else "",
        number=int(said[1]) if said else _number(line, symbol),
        type=_type(line, types, said[2] if said else ""),
        date=line.day("date", missing="cần ghi ngày."),
        title=_title(line, cancelled),
        issuer=line.words("issuer"),
        signer=line.words("signer"),
        secrecy=_choice(line, "secrecy", SECRET, "none"),
        urgency=_choice(line, "urgency", URGENT, "none"),
        recipients=tuple(one for part in line.words("recipients").split(";") if (one := part.strip(" -"))),
        cancelled=cancelled,
    )
    return replace(read, faults=tuple(f"{DOCUMENTS.columns[column][0]}: {said}" for column, said in line.faults))


def _number(line: Line, symbol: str) -> int | None:
    """The number of its own cell, or of a symbol that is a bare number."""
    text = line.words("number") or symbol
    digits = text.lstrip("0") if text.isdecimal() else ""
    if text and not digits:
        column = "number" if "number" in line.head.columns else "symbol"
        line.fault(column, f"“{short(text)}” không phải số văn bản, cần dạng 12 hoặc 12-NQ/HU.")
    return int(digits) if digits and len(digits) < 6 else None


def _type(line: Line, types: Mapping[str, str], said: str) -> str:
    text = line.words("type") or said
    code = types.get(vi.fold(text))
    if code is None:
        known = "loại như NQ hoặc Nghị quyết"
        line.fault("type", f"“{short(text)}” không có trong danh mục, cần {known}." if text else f"cần ghi, {known}.")
    return code or ""


def _title(line: Line, cancelled: str) -> str:
    """A number that was cancelled may never have had words; what is noted of it stands for them."""
    title = line.words("title") or cancelled
    if not title:
        line.fault("title", "cần ghi trích yếu.")
    return title


def _cancelled(line: Line) -> str:
    note = line.words("note")
    said = vi.fold(note)
    return note if any(re.match(rf"{word}\b", said) for word in words("documents", "words", "cancelled")) else ""


def _choice(line: Line, column: str, known: Mapping[str, C], nothing: C) -> C:
    text = folded(line.value(column))
    if text in known:
        return known[text]
    if text not in NOTHING:
        line.fault(column, f"“{short(text)}” không hiểu được, cần {', '.join(known)} hoặc để trống.")
    return nothing
