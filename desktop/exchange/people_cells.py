"""What the cells of a list of people mean: columns found by their names, every fault named by its cell.

May import domain and vi. Nothing is evaluated; all lines are read or none.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from desktop import vi
from desktop.domain.bodies import ROLES_OF
from desktop.domain.records import Body, Role, Seat
from desktop.domain.refusal import Refusal

NAME, BORN, POSITION, FROM = "name", "born", "position", "from_"
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
ALSO = {
    NAME: ("ho ten", "ho, ten", "ho va ten dem", "dong chi"),
    BORN: ("nam sinh", "ngay sinh", "ngay, thang, nam sinh", "ngay thang nam sinh"),
    POSITION: ("chuc vu", "chuc danh", "chuc vu, don vi cong tac"),
    "bch": ("bch", "ban chap hanh", "cap uy", "cap uy vien", "huyen uy vien", "dang uy vien"),
    "btv": ("btv", "ban thuong vu", "uy vien ban thuong vu"),
    "thuong-truc": ("tt", "thuong truc", "thuong truc cap uy"),
    "ubkt": ("ubkt", "uy ban kiem tra", "uy ban kiem tra dang uy", "uy ban kiem tra huyen uy"),
    FROM: ("tu ngay", "ngay bat dau", "tu"),
}
"""Folded headers that are understood as each column besides its own."""
TICKS = frozenset({"x", "v", "co", "uy vien", "1", "+", "true"})
NOTHING = frozenset({"", "-", "–", "khong", "0"})
ROLE_WORDS: dict[str, Role] = {
    "uy vien": "uy-vien",
    "bi thu": "bi-thu",
    "pho bi thu": "pho-bi-thu",
    "pho bi thu thuong truc": "pho-bi-thu-thuong-truc",
    "pbttt": "pho-bi-thu-thuong-truc",
    "chu nhiem": "chu-nhiem",
    "pho chu nhiem": "pho-chu-nhiem",
}
HEAD_ROWS, LONGEST = 30, 300
NO_HEAD = "Không thấy dòng tiêu đề: cần cột Họ và tên và ít nhất một cột nữa, như Chức vụ hoặc Ban Chấp hành."

Cells = Sequence[Sequence[object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A person as a line of the list gives them; `row` is the line of the sheet."""

    name: str
    born: int | None = None
    position: str = ""
    seats: tuple[Seat, ...] = ()
    row: int = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one cell; `row` counts from 0 in the rows as read, `column` from 0 in the sheet."""

    sentence: str
    row: int = -1
    column: int = -1


class UnreadableList(Refusal):
    """Raised with every fault of the list, each a sentence that names its cell."""

    def __init__(self, faults: Iterable[Fault | str]) -> None:
        self.found = tuple(fault if isinstance(fault, Fault) else Fault(fault) for fault in faults)
        self.faults = tuple(fault.sentence for fault in self.found)
        more = f" Còn {len(self.faults) - 1} chỗ khác cần sửa." if len(self.faults) > 1 else ""
        super().__init__(f"{self.faults[0]}{more}", field="people")


@dataclass
class _Reading:
    columns: dict[str, int]
    start: dt.date
    typed: bool
    faults: list[Fault] = field(default_factory=list)

    def cell(self, row: int, column: str) -> str:
        if self.typed:
            return f"Dòng {row - 1}, {HEADERS[column]}"
        return f"{letter(self.columns[column])}{row} ({HEADERS[column]})"

    def fault(self, row: int, column: str, sentence: str) -> None:
        place = self.columns.get(column, -1)
        self.faults.append(Fault(f"{self.cell(row, column)}: {sentence}", row - 1, place))


def cells_of(text: str) -> list[list[str]]:
    """The cells of a text parted by tabs, as Word and Excel put it on the clipboard."""
    return [row for row in vi.pasted_cells(text) if any(cell.strip() for cell in row)]


def in_our_order(rows: Cells) -> list[list[str]] | None:
    """The lines under a head, their cells in the order of `HEADERS`; None where the rows have no head."""
    head = head_of(rows)
    if head is None:
        return None
    at, columns = head
    places = [columns.get(key, -1) for key in HEADERS]
    return [[text_of(row[place]) if 0 <= place < len(row) else "" for place in places] for row in rows[at + 1 :]]


def read_cells(rows: Cells, *, start: dt.date, typed: bool = False) -> tuple[Entry, ...]:
    """Return every line as an entry, or raise `UnreadableList` with all the faults at once.

    Cells `typed` into a grid are named by line and column, those of a sheet as Excel names them.
    """
    head = head_of(rows)
    if head is None:
        raise UnreadableList([NO_HEAD])
    at, columns = head
    reading = _Reading(columns, start, typed)
    entries = [
        _entry(reading, number, row)
        for number, row in enumerate(rows[at + 1 :], at + 2)
        if any(text_of(cell) for cell in row)
    ]
    _refuse_doubles(reading, entries)
    if not entries and not reading.faults:
        reading.faults.append(Fault("Danh sách chưa có người nào dưới dòng tiêu đề."))
    if reading.faults:
        raise UnreadableList(reading.faults)
    return tuple(entries)


# The head


def head_of(rows: Cells) -> tuple[int, dict[str, int]] | None:
    """The first line with a name column and one column more."""
    for at, row in enumerate(rows[:HEAD_ROWS]):
        columns = _columns(row)
        if NAME in columns and len(columns) > 1:
            return at, columns
    return None


def _columns(row: Sequence[object]) -> dict[str, int]:
    found: dict[str, int] = {}
    for index, cell in enumerate(row):
        key = _column_of(folded(cell))
        if key:
            found.setdefault(key, index)
    return found


def _column_of(folded: str) -> str | None:
    known = (key for key, title in HEADERS.items() if folded == vi.fold(title) or folded in ALSO[key])
    return next(known, None)


# The lines


def _entry(reading: _Reading, number: int, row: Sequence[object]) -> Entry:
    def value(column: str) -> object:
        index = reading.columns.get(column, len(row))
        found = row[index] if index < len(row) else None
        if not is_formula(found):
            return found
        reading.fault(number, column, "ô chứa công thức, cần ghi thẳng nội dung.")
        return None

    first = _day(reading, number, value(FROM))
    seats = (_seat(reading, number, body, value(body), first) for body in ROLES_OF)
    return Entry(
        name=_name(reading, number, value(NAME)),
        born=_born(reading, number, value(BORN)),
        position=_words(reading, number, POSITION, value(POSITION)),
        seats=tuple(seat for seat in seats if seat),
        row=number,
    )


def is_formula(value: object) -> bool:
    """Whether a cell holds anything but plain text, a number or a day."""
    plain = value is None or isinstance(value, str | int | float | dt.date | dt.time | dt.timedelta)
    return not plain or (isinstance(value, str) and value.startswith("="))


def _name(reading: _Reading, number: int, value: object) -> str:
    name = _words(reading, number, NAME, value)
    if len(name.split()) < 2 or any(letter.isdigit() for letter in name):
        reading.fault(number, NAME, f"“{name}” chưa phải họ và tên đầy đủ." if name else "cần ghi họ và tên.")
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
    year = re.search(r"(?:^|\D)((?:19|20)\d\d)$", text)
    if year is None:
        reading.fault(number, BORN, f"“{short(text)}” không phải năm sinh, cần bốn chữ số như 1975.")
        return None
    return int(year.group(1))


def _day(reading: _Reading, number: int, value: object) -> dt.date:
    if not text_of(value):
        return reading.start
    found = value.date() if isinstance(value, dt.datetime) else value if isinstance(value, dt.date) else None
    found = found or parse_day(text_of(value))
    if found is None:
        reading.fault(number, FROM, f"“{short(text_of(value))}” không phải ngày, cần dạng 01/8/2020.")
    return found or reading.start


def parse_day(text: str) -> dt.date | None:
    """`1/8/2020`, `01-08-2020`, `01082020`, `2020-08-01`; None where it is no day."""
    parts = re.fullmatch(
        r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})|(\d{2})(\d{2})(\d{4})|(\d{4})-(\d\d)-(\d\d)", text.strip()
    )
    if not parts:
        return None
    found = [int(part) for part in parts.groups() if part]
    year, month, day = found if parts.group(7) else found[::-1]
    return _date(year, month, day)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _seat(reading: _Reading, number: int, body: Body, value: object, first: dt.date) -> Seat | None:
    word = folded(value)
    if word in NOTHING:
        return None
    role = _role(body, word)
    if role is None:
        offered = ", ".join(vi.ROLE[each] for each in ROLES_OF[body])
        tick = "" if body == "thuong-truc" else "x, "
        reading.fault(number, body, f"“{short(text_of(value))}” không hiểu được, cần {tick}{offered} hoặc để trống.")
        return None
    return Seat(body=body, role=role, from_=first)


def _role(body: Body, folded: str) -> Role | None:
    if folded in TICKS:
        return None if body == "thuong-truc" else "uy-vien"
    named = next((role for words, role in ROLE_WORDS.items() if folded == words), None)
    return named if named in ROLES_OF[body] else None


def _refuse_doubles(reading: _Reading, entries: Sequence[Entry]) -> None:
    seen: dict[tuple[str, int | None], int] = {}
    for entry in entries:
        first = seen.setdefault((entry.name.casefold(), entry.born), entry.row)
        if entry.name and first != entry.row:
            reading.fault(entry.row, NAME, f"đã có ở dòng {first - reading.typed}; ghi năm sinh để phân biệt.")


def letter(column: int) -> str:
    """The name Excel gives a column counted from 0: `A`, `Z`, `AA`."""
    above, rest = divmod(column, 26)
    return (letter(above - 1) if above else "") + chr(ord("A") + rest)


def text_of(value: object) -> str:
    """A cell as trimmed NFC text; a whole number loses its `.0`, an apostrophe that guards a formula goes."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime | dt.date):
        return vi.day(value.date() if isinstance(value, dt.datetime) else value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = vi.nfc(" ".join(str(value).split()))
    return text[1:] if re.match(r"'[=+\-@']", text) else text


def folded(value: object) -> str:
    """The cell for comparing with words: without diacritics, capitals and the signs around it."""
    return vi.fold(text_of(value)).strip(" .:*")


def short(text: str) -> str:
    """At most 40 letters, for a sentence that quotes a cell."""
    return text if len(text) <= 40 else f"{text[:37]}…"
