"""Past documents from an Excel sheet into the register, and the register out as a sheet.

May import domain, vi, exchange and db. Lines are planned first; those at fault stay out and are named.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Verdict
from desktop.domain.records import Document
from desktop.domain.refusal import Refusal
from desktop.domain.series import SYMBOL, issuers, organ_symbol, series_of
from desktop.exchange.lists.document_cells import DOCUMENTS, Entry, read_cells
from desktop.exchange.lists.excel import file_of, rows_of
from desktop.exchange.lists.sheet_file import Stop
from desktop.usecases.documents.numbers import COMMITTEE, in_store, named, symbol_of
from desktop.usecases.documents.rows import ISSUER, issuer_words, types

SHORT = {"btv": "btv", "bch": "bch", "tt": "thuong-truc", "vp": "van-phong", "ubkt": "ubkt"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A line as it would come in: `breach` stays out till it is mended, `unclear` comes in with a doubt in `told`.

    A line that stands in the register already is `exempt`: it is left as it is. Of one that is `asked` the number is in
    use: it may be the same document, and stays out unless it is said to be another.
    """

    row: int
    document: Document
    verdict: str
    told: str
    asked: bool = False

    @property
    def comes_in(self) -> bool:
        """Whether it comes in without a further word."""
        return self.can_come_in and not self.asked

    @property
    def can_come_in(self) -> bool:
        return self.verdict in (Verdict.MET, Verdict.UNCLEAR)


@dataclass(frozen=True, slots=True)
class Register:
    """The lines of a sheet as they would come in, and what has to be said of the sheet as a whole."""

    lines: list[Incoming]
    told: tuple[str, ...] = ()


def read_file(path: Path, facts: Facts, on: dt.date, *, stop: Stop = lambda: False) -> Register:
    """Plan the first sheet that has the columns; raises `UnreadableList` where none has."""
    rows, about = rows_of(DOCUMENTS, path, stop=stop)
    read = read_cells(rows, types(facts, on), about)
    return Register(plan(facts, read.entries), read.told)


def plan(facts: Facts, entries: Sequence[Entry]) -> list[Incoming]:
    """Each line made a document and held against the register and against the lines before it."""
    planning = _Planning(facts)
    return [planning.line(entry) for entry in entries]


class _Planning:
    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._people = {vi.fold(person.name): person.id for person in facts.office.people}
        self._there = {_fingerprint(one) for one in facts.office.documents}
        self._taken = {_place(facts, one): named(one) for one in reversed(facts.office.documents) if one.number}

    def line(self, entry: Entry) -> Incoming:
        document = self._document(entry)
        verdict, told = self._judge(entry, document)
        asked = verdict == Verdict.UNCLEAR and self._holder(document) is not None
        if document.number and verdict != Verdict.BREACH:
            self._taken.setdefault(_place(self._facts, document), f"dòng {entry.row}")
        return Incoming(row=entry.row, document=document, verdict=verdict, told=told, asked=asked)

    def _holder(self, document: Document) -> str | None:
        """What has its number, in words."""
        return self._taken.get(_place(self._facts, document)) if document.number else None

    def _judge(self, entry: Entry, document: Document) -> tuple[str, str]:
        if entry.faults:
            return Verdict.BREACH, " ".join(vi.capital(fault) for fault in entry.faults)
        if _fingerprint(document) in self._there:
            return Verdict.EXEMPT, "Đã có trong sổ, giữ nguyên dòng đã có."
        doubts = list(self._doubts(entry, document))
        return (Verdict.UNCLEAR, " ".join(doubts)) if doubts else (Verdict.MET, "")

    def _doubts(self, entry: Entry, document: Document) -> Iterator[str]:
        if document.number is None:
            yield "Chưa có số."
        elif held := self._holder(document):
            yield f"Số này đã cấp cho {held}."
        if document.cancelled:
            yield f"Số đã hủy ({entry.cancelled}); ngày hủy không ghi trong sổ, lấy ngày văn bản."
        if entry.signer and document.signed_by is None:
            yield f"Người ký “{entry.signer}” không có trong Danh mục, để trống."

    def _document(self, entry: Entry) -> Document:
        issuer = self._issuer(entry)
        made = Document(
            id="",
            type=entry.type,
            number=entry.number,
            symbol=entry.symbol,
            date=entry.date,
            title=entry.title,
            issuer=issuer,
            signed_by=self._people.get(vi.fold(entry.signer)) if entry.signer else None,
            secrecy=entry.secrecy,
            urgency=entry.urgency,
            recipients=entry.recipients,
            cancelled=entry.date if entry.cancelled else None,
            cancel_reason=entry.cancelled,
        )
        if made.symbol or made.number is None or not made.type:
            return made
        return replace(made, symbol=symbol_of(self._facts, made.type, made.number, issuers(made)))

    def _issuer(self, entry: Entry) -> str:
        """The codes of the organs named; where none is, the organ whose symbol the paper bears."""
        words = {vi.fold(name): code for code, name in ISSUER.items()} | SHORT
        named_ = [part.strip() for part in entry.issuer.split(";") if part.strip()]
        if named_:
            return "; ".join(words.get(vi.fold(part), part) for part in named_)
        said = SYMBOL.fullmatch(entry.symbol)
        if said is None:
            return COMMITTEE
        organ = said[3].partition("-")[0]
        own = {organ_symbol(self._facts, code): code for code in ("ubkt", "van-phong", COMMITTEE)}
        return own.get(organ, organ)


def _fingerprint(document: Document) -> tuple[object, ...]:
    return document.type, document.number, document.date, vi.fold(document.title)


def _place(facts: Facts, document: Document) -> tuple[tuple[str, str, int], int | None]:
    """Its number and its series."""
    return series_of(facts, document).key, document.number


def put(store: Store, *, facts: Facts, incoming: Iterable[Incoming], others: bool = False) -> int:
    """Enter every line that comes in and return how many; lines to be mended first are left for another time.

    `others` says that those whose number is in use are documents of their own. Raises `Refusal` where a number was
    given since the sheet was read.
    """
    lines = [line for line in incoming if line.comes_in or (others and line.asked and line.can_come_in)]
    held = in_store(store, facts)
    taken = {_place(held, one) for one in held.office.documents if one.number}
    for line in lines:
        if not line.asked and line.document.number and _place(held, line.document) in taken:
            raise Refusal(f"Số {line.document.symbol} vừa được cấp cho văn bản khác; đọc lại tệp rồi nhập.")
    coming = [line.document for line in lines]
    first = int(store.new_id(Document)[1:])
    for place, document in enumerate(coming):
        store.put(replace(document, id=f"o{first + place}"), before=None)
    return len(coming)


def template() -> bytes:
    return file_of(DOCUMENTS)


def export(facts: Facts, documents: Iterable[Document]) -> bytes:
    """The lines as an Excel sheet of the columns that are read in; text in it never becomes a formula."""
    return file_of(DOCUMENTS, (_cells(facts, one) for one in documents))


def _cells(facts: Facts, one: Document) -> list[object]:
    signer = facts.person(one.signed_by)
    return [
        one.symbol,
        one.number,
        one.type,
        vi.day(one.date) if one.date else "",
        one.title,
        issuer_words(one).replace(", ", "; "),
        signer.name if signer else "",
        vi.SECRECY[one.secrecy] if one.secrecy != "none" else "",
        vi.URGENCY[one.urgency] if one.urgency != "none" else "",
        "; ".join(one.recipients),
        _note(one),
    ]


def _note(one: Document) -> str:
    """A cancelled number with its reason, in words that are read back as such."""
    if one.cancelled is None:
        return ""
    return (
        one.cancel_reason if vi.fold(one.cancel_reason).startswith("huy") else f"Hủy: {one.cancel_reason}".rstrip(": ")
    )
