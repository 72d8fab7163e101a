"""What the cells of a list of people mean: columns found by their names, every fault named by its cell.

May import domain, vi and exchange. Nothing is evaluated; what is passed over or taken from elsewhere is said.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop import vi
from desktop.domain.bodies import BODIES, ONE_AT_A_TIME, ROLES_OF
from desktop.domain.records import Body, Seat
from desktop.exchange.lists.cell_text import (
    Cells,
    Fault,
    UnreadableList,
    folded,
    is_old_letters,
    short,
    text_of,
    whole_year,
)
from desktop.exchange.lists.lines import Columns, Head
from desktop.exchange.lists.list_kind import Line, ListKind
from desktop.exchange.lists.people_seats import Rank, seats_of_position, seats_said
from desktop.exchange.lists.words import words

NAME, GIVEN, BORN, POSITION, FROM = "name", "given", "born", "position", "from_"
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


def cells_of(text: str) -> list[list[str]]:
    """The cells of a text parted by tabs, as Word and Excel put it on the clipboard."""
    return [row for row in vi.pasted_cells(text) if any(cell.strip() for cell in row)]


def in_our_order(rows: Cells) -> list[list[str]] | None:
    """The lines under a head, their cells in the order of our own sheet; None where the rows have no head."""
    head = PEOPLE.head_of(rows)
    if head is None:
        return None
    return [[" ".join(map(text_of, head.values(row, key))) for key in PEOPLE.columns] for row in rows[head.under :]]


def cells(entry: Entry) -> list[object]:
    """The cells of an entry in the order of our own sheet."""
    seats = {seat.body: vi.ROLE[seat.role] for seat in entry.seats}
    first = min((seat.from_ for seat in entry.seats), default=None)
    bodies = (seats.get(body, "") for body in BODIES)
    return [entry.name, entry.born, entry.position, *bodies, vi.day(first) if first else ""]


def read_cells(rows: Cells, *, start: dt.date, typed: bool = False, about: Sequence[str] = ()) -> PeopleRead:
    """Every line as an entry, or raise `UnreadableList` with all the faults at once and with the lines that have none.

    Cells `typed` into a grid are named by line and column, those of a sheet as Excel names them.
    """
    lines, told = PEOPLE.lines(rows, typed=typed)
    lowered: list[str] = []
    entries = [_entry(line, start, lowered) for line in lines]
    faults = [line.at(*fault) for line in lines for fault in line.faults] + list(_doubles(lines, entries))
    wrong = {fault.row + 1 for fault in faults}
    told = [*about, *told]
    if lowered:
        told.append(f"{len(lowered)} họ tên viết hoa toàn bộ được ghi lại theo cách viết thường.")
    read = _with_seats(lines[0], [entry for entry in entries if entry.row not in wrong], start, told)
    if faults:
        raise UnreadableList(faults, read if read.entries else None)
    return read


# The head


def _whole(head: Head, rows: Cells) -> Head:
    columns: Columns = {**head.columns, NAME: (*head.columns[NAME], *head.columns.get(GIVEN, _beside(head, rows)))}
    columns.pop(GIVEN, None)
    return replace(head, columns=_with_permanent(head, rows, columns))


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


PEOPLE = ListKind(
    name="people",
    sheet="Danh sách cấp ủy",
    columns={
        NAME: ("Họ và tên", 28),
        BORN: ("Năm sinh", 10),
        POSITION: ("Chức vụ", 36),
        "bch": ("Ban Chấp hành", 16),
        "btv": ("Ban Thường vụ", 16),
        "thuong-truc": ("Thường trực", 24),
        "ubkt": ("Ủy ban Kiểm tra", 18),
        FROM: ("Từ ngày", 13),
    },
    chief=NAME,
    beside=frozenset({BORN, POSITION, *BODIES, FROM}),
    longest=300,
    most=5000,
    no_head="Không thấy dòng tiêu đề: cần cột Họ và tên và ít nhất một cột nữa, như Chức vụ hoặc Ban Chấp hành.",
    called="Danh sách",
    holds="người",
    whole=_whole,
)


# The lines


def _entry(line: Line, start: dt.date, lowered: list[str]) -> Entry:
    first = line.day(FROM) or start
    held = {body: line.value(body) for body in BODIES if body in line.head.columns}
    return Entry(
        name=_name(line, lowered),
        born=_born(line),
        position=line.words(POSITION),
        seats=_seats(line, held, first),
        row=line.number,
    )


def _name(line: Line, lowered: list[str]) -> str:
    """Without the word of address before it; one all in capitals is kept in `lowered` and spelt as names are."""
    spoken = "|".join(map(re.escape, words("people", "words", "honorifics")))
    name = re.sub(rf"^(?:{spoken})[\s.:]+", "", line.words(NAME), flags=re.IGNORECASE)
    if len(name.split()) < 2 or any(letter.isdigit() for letter in name):
        line.fault(NAME, f"“{name}” chưa phải họ và tên đầy đủ." if name else "cần ghi họ và tên.")
    elif is_old_letters(name):
        line.fault(NAME, f"“{short(name)}” gõ theo bảng mã cũ (TCVN3), cần chuyển sang Unicode.")
    elif name.isupper() and not line.typed:
        lowered.append(name)
        return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), name)
    return name


def _born(line: Line) -> int | None:
    text = text_of(line.value(BORN))
    if not text:
        return None
    if year := re.search(r"(?:^|\D)((?:19|20)\d\d)$", text):
        return int(year[1])
    if year := re.fullmatch(r"\d{1,2}[/.\-]\d{1,2}[/.\-](\d\d)", text):
        return whole_year(int(year[1]), turn=_YOUNGEST)
    line.fault(BORN, f"“{short(text)}” không phải năm sinh, cần bốn chữ số như 1975.")
    return None


_YOUNGEST = 20
"""Of a birth year in two figures, those below are of this century."""


def _seats(line: Line, held: dict[Body, object], first: dt.date) -> tuple[Seat, ...]:
    """What the bodies' columns say; a rank that brings other seats along gives those that have no column."""
    found: dict[Body, Rank] = {}
    for body, value in held.items():
        said = seats_said(body, value)
        if said is None:
            offered = ", ".join(vi.ROLE[each] for each in ROLES_OF[body])
            tick = "" if body == "thuong-truc" else "x, "
            line.fault(body, f"“{short(text_of(value))}” không hiểu được, cần {tick}{offered} hoặc để trống.")
        for rank in said or ():
            if rank[0] == body or rank[0] not in held:
                found.setdefault(rank[0], rank)
    return tuple(Seat(body=body, role=found[body][1], from_=first) for body in BODIES if body in found)


def _doubles(lines: Sequence[Line], entries: Sequence[Entry]) -> Iterator[Fault]:
    seen: dict[tuple[str, int | None], int] = {}
    for line, entry in zip(lines, entries, strict=True):
        first = seen.setdefault((entry.name.casefold(), entry.born), entry.row)
        if entry.name and first != entry.row:
            yield line.at(NAME, f"đã có ở dòng {first - line.typed}; ghi năm sinh để phân biệt.")


# Seats no column gives, and what is said of the list as a whole


def _with_seats(one: Line, entries: list[Entry], start: dt.date, told: list[str]) -> PeopleRead:
    """`one` line of the list says which columns it has."""
    if one.head.columns.keys().isdisjoint(BODIES):
        entries = _from_positions(entries, start, told)
    without = [entry.name for entry in entries if not entry.seats]
    if without and not one.typed:
        names = ", ".join(without[:_SHOWN]) + (" …" if len(without) > _SHOWN else "")
        told.append(f"{len(without)} người chưa có chức vụ trong cấp ủy: {names}; ghi ở Danh mục sau khi nhập.")
    return PeopleRead(tuple(entries), tuple(told))


def _from_positions(entries: list[Entry], start: dt.date, told: list[str]) -> list[Entry]:
    """The seats positions name plainly; a seat one person alone holds is given to nobody where several are named."""
    ranks = {entry.row: seats_of_position(entry.position) for entry in entries}
    every = [rank for held in ranks.values() for rank in held]
    twice = {rank for rank in ONE_AT_A_TIME if every.count(rank) > 1}
    given = [
        replace(
            entry,
            seats=tuple(
                Seat(body=body, role=role, from_=start)
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
