"""What the cells of a list of people mean: columns found by their names, every fault named by its cell.

May import domain, vi and exchange. Nothing is evaluated; what is passed over or taken from elsewhere is said.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from desktop import vi
from desktop.domain.bodies import BODIES, ONE_AT_A_TIME, ROLES_OF
from desktop.domain.records import Body, Seat
from desktop.exchange.lists.cell_text import (
    Cells,
    Fault,
    UnreadableList,
    day_of,
    folded,
    is_formula,
    is_old_letters,
    letter,
    short,
    text_of,
    whole_year,
)
from desktop.exchange.lists.lines import Columns, Head, Passed, unused
from desktop.exchange.lists.lines import head_of as head_with
from desktop.exchange.lists.people_seats import Rank, seats_of_position, seats_said
from desktop.exchange.lists.words import words

NAME, GIVEN, BORN, POSITION, FROM = "name", "given", "born", "position", "from_"
HEADERS: dict[str, str] = {
    NAME: "Họ và tên",
    BORN: "Năm sinh",
    POSITION: "Chức vụ",
    "bch": "Ban Chấp hành",
    "btv": "Ban Thường vụ",
    "thuong-truc": "Thường trực",
    "ubkt": "Ủy ban Kiểm tra",
    FROM: "Từ ngày",
}
"""The columns in the order of our own sheet; a sheet of the office's may order them otherwise and leave some out."""
LONGEST = 300
NO_HEAD = "Không thấy dòng tiêu đề: cần cột Họ và tên và ít nhất một cột nữa, như Chức vụ hoặc Ban Chấp hành."
_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A person as a line of the list gives them; `row` is the line of the sheet."""

    name: str
    born: int | None = None
    position: str = ""
    seats: tuple[Seat, ...] = ()
    row: int = 0


@dataclass(frozen=True, slots=True)
class PeopleRead:
    """The people of a list, and what has to be said of it: lines passed over, columns not used, seats taken."""

    entries: tuple[Entry, ...]
    told: tuple[str, ...] = ()


@dataclass
class _Reading:
    head: Head
    start: dt.date
    typed: bool
    faults: list[Fault] = field(default_factory=list)
    short_of: list[str] = field(default_factory=list)
    capitals: int = 0

    def cell(self, row: int, column: str) -> str:
        if self.typed:
            return f"Dòng {row - 1}, {HEADERS[column]}"
        place = self.head.place(column)
        return f"{letter(place)}{row} ({HEADERS[column]})" if place >= 0 else f"Dòng {row} ({HEADERS[column]})"

    def fault(self, row: int, column: str, sentence: str) -> None:
        self.faults.append(Fault(f"{self.cell(row, column)}: {sentence}", row - 1, self.head.place(column)))


def cells_of(text: str) -> list[list[str]]:
    """The cells of a text parted by tabs, as Word and Excel put it on the clipboard."""
    return [row for row in vi.pasted_cells(text) if any(cell.strip() for cell in row)]


def in_our_order(rows: Cells) -> list[list[str]] | None:
    """The lines under a head, their cells in the order of `HEADERS`; None where the rows have no head."""
    head = head_of(rows)
    if head is None:
        return None
    return [[" ".join(map(text_of, head.values(row, key))) for key in HEADERS] for row in rows[head.under :]]


def read_cells(rows: Cells, *, start: dt.date, typed: bool = False) -> PeopleRead:
    """Every line as an entry, or raise `UnreadableList` with all the faults at once and with the lines that have none.

    Cells `typed` into a grid are named by line and column, those of a sheet as Excel names them.
    """
    head = head_of(rows)
    if head is None:
        raise UnreadableList([NO_HEAD])
    reading, passed = _Reading(head, start, typed), Passed(head)
    entries = [
        _entry(reading, number, row)
        for number, row in enumerate(rows[head.under :], head.under + 1)
        if any(text_of(cell) for cell in row) and (typed or not passed.takes(number, row, key=NAME))
    ]
    _refuse_doubles(reading, entries)
    if not entries and not reading.faults:
        reading.faults.append(Fault("Danh sách chưa có người nào dưới dòng tiêu đề."))
    wrong = {fault.row + 1 for fault in reading.faults}
    told = [*passed.told(), *unused(head, rows[head.under :])]
    read = _with_seats(reading, [entry for entry in entries if entry.row not in wrong], told)
    if reading.faults:
        raise UnreadableList(reading.faults, read if read.entries else None)
    return read


# The head


def head_of(rows: Cells) -> Head | None:
    """The first line with a name column and one column more."""
    head = head_with(
        rows, words("people", "columns"), lambda columns: NAME in columns and bool(columns.keys() - _NAMES)
    )
    if head is None:
        return None
    columns: Columns = {**head.columns, NAME: (*head.columns[NAME], *head.columns.get(GIVEN, _beside(head, rows)))}
    columns.pop(GIVEN, None)
    return replace(head, columns=_with_permanent(head, rows, columns))


_NAMES = frozenset({NAME, GIVEN})


def _beside(head: Head, rows: Cells) -> tuple[int, ...]:
    """The column right of the name's that has no title and holds words: a name in two columns under one title."""
    beside = head.place(NAME) + 1
    titled = {place for places in head.columns.values() for place in places} | {place for place, _ in head.titles}
    if beside in titled or beside == head.ordinal:
        return ()
    held = (text_of(row[beside]) for row in rows[head.under :] if beside < len(row) and len(row) > head.place(NAME))
    return (beside,) if any(text.isalpha() and text[:1].isupper() for text in held) else ()


def _with_permanent(head: Head, rows: Cells, columns: Columns) -> Columns:
    """`TT` is the number of the line, but right of the names it can only be Thường trực."""
    right = (place for place, cell in enumerate(rows[head.at]) if folded(cell) == "tt" and place > columns[NAME][0])
    place = next(right, None)
    return columns if place is None or "thuong-truc" in columns else {**columns, "thuong-truc": (place,)}


# The lines


def _entry(reading: _Reading, number: int, row: Sequence[object]) -> Entry:
    def value(column: str) -> object:
        found = reading.head.values(row, column)
        if not any(map(is_formula, found)):
            return " ".join(map(text_of, found)) if len(found) > 1 else next(iter(found), None)
        reading.fault(number, column, "ô chứa công thức, cần ghi thẳng nội dung.")
        return None

    first = _day(reading, number, value(FROM))
    held = {body: value(body) for body in BODIES if body in reading.head.columns}
    return Entry(
        name=_name(reading, number, value(NAME)),
        born=_born(reading, number, value(BORN)),
        position=_words(reading, number, POSITION, value(POSITION)),
        seats=_seats(reading, number, held, first),
        row=number,
    )


def _name(reading: _Reading, number: int, value: object) -> str:
    name = _words(reading, number, NAME, value)
    spoken = "|".join(map(re.escape, words("people", "words", "honorifics")))
    name = re.sub(rf"^(?:{spoken})[\s.:]+", "", name, flags=re.IGNORECASE)
    if len(name.split()) < 2 or any(letter.isdigit() for letter in name):
        reading.fault(number, NAME, f"“{name}” chưa phải họ và tên đầy đủ." if name else "cần ghi họ và tên.")
    elif is_old_letters(name):
        reading.fault(number, NAME, f"“{short(name)}” gõ theo bảng mã cũ (TCVN3), cần chuyển sang Unicode.")
    elif name.isupper() and not reading.typed:
        reading.capitals += 1
        return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), name)
    return name


def _words(reading: _Reading, number: int, column: str, value: object) -> str:
    text = text_of(value)
    if len(text) > LONGEST:
        reading.fault(number, column, f"dài {len(text)} chữ, nhiều nhất {LONGEST}.")
    return text[:LONGEST]


def _born(reading: _Reading, number: int, value: object) -> int | None:
    text = text_of(value)
    if not text:
        return None
    if year := re.search(r"(?:^|\D)((?:19|20)\d\d)$", text):
        return int(year[1])
    if year := re.fullmatch(r"\d{1,2}[/.\-]\d{1,2}[/.\-](\d\d)", text):
        return whole_year(int(year[1]), turn=_YOUNGEST)
    reading.fault(number, BORN, f"“{short(text)}” không phải năm sinh, cần bốn chữ số như 1975.")
    return None


_YOUNGEST = 20
"""Of a birth year in two figures, those below are of this century."""


def _day(reading: _Reading, number: int, value: object) -> dt.date:
    if not text_of(value):
        return reading.start
    found = day_of(value)
    if found is None:
        reading.fault(number, FROM, f"“{short(text_of(value))}” không phải ngày, cần dạng 01/8/2020.")
    return found or reading.start


def _seats(reading: _Reading, number: int, held: dict[Body, object], first: dt.date) -> tuple[Seat, ...]:
    """What the bodies' columns say; a rank that brings other seats along gives those that have no column."""
    found: dict[Body, Rank] = {}
    for body, value in held.items():
        said = seats_said(body, value)
        if said is None:
            offered = ", ".join(vi.ROLE[each] for each in ROLES_OF[body])
            tick = "" if body == "thuong-truc" else "x, "
            expected = f"cần {tick}{offered} hoặc để trống."
            reading.fault(number, body, f"“{short(text_of(value))}” không hiểu được, {expected}")
        for rank in said or ():
            if rank[0] == body or rank[0] not in held:
                found.setdefault(rank[0], rank)
    return tuple(Seat(body=body, role=found[body][1], from_=first) for body in BODIES if body in found)


def _refuse_doubles(reading: _Reading, entries: Sequence[Entry]) -> None:
    seen: dict[tuple[str, int | None], int] = {}
    for entry in entries:
        first = seen.setdefault((entry.name.casefold(), entry.born), entry.row)
        if entry.name and first != entry.row:
            reading.fault(entry.row, NAME, f"đã có ở dòng {first - reading.typed}; ghi năm sinh để phân biệt.")


# Seats no column gives, and what is said of the list as a whole


def _with_seats(reading: _Reading, entries: list[Entry], told: list[str]) -> PeopleRead:
    if reading.capitals:
        told.append(f"{reading.capitals} họ tên viết hoa toàn bộ được ghi lại theo cách viết thường.")
    if not reading.head.columns.keys() & set(BODIES):
        entries = _from_positions(reading, entries, told)
    without = [entry.name for entry in entries if not entry.seats]
    if without and not reading.typed:
        names = ", ".join(without[:_SHOWN]) + (" …" if len(without) > _SHOWN else "")
        told.append(f"{len(without)} người chưa có chức vụ trong cấp ủy: {names}; ghi ở Danh mục sau khi nhập.")
    return PeopleRead(tuple(entries), tuple(told))


def _from_positions(reading: _Reading, entries: list[Entry], told: list[str]) -> list[Entry]:
    """The seats positions name plainly; a seat one person alone holds is given to nobody where several are named."""
    ranks = {entry.row: seats_of_position(entry.position) for entry in entries}
    every = [rank for held in ranks.values() for rank in held]
    twice = {rank for rank in ONE_AT_A_TIME if every.count(rank) > 1}
    days = {entry.row: reading.start for entry in entries}
    given = [
        replace(
            entry,
            seats=tuple(
                Seat(body=body, role=role, from_=days[entry.row])
                for body, role in sorted(ranks[entry.row], key=lambda rank: BODIES.index(rank[0]))
            )
            if not twice & set(ranks[entry.row])
            else (),
        )
        for entry in entries
    ]
    count = sum(bool(entry.seats) for entry in given)
    if count:
        told.append(
            "Danh sách không có cột Ban Chấp hành, Ban Thường vụ: "
            f"chức vụ trong cấp ủy của {count} người lấy từ cột Chức vụ."
        )
    for _, role in sorted(twice):
        told.append(f"Có nhiều người ghi {vi.ROLE[role]}; không lấy chức vụ trong cấp ủy của họ từ cột Chức vụ.")
    return given
