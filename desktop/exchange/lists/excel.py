"""Lists of people from an Excel file, and the sheet an office fills in; `people_cells.py` says what the cells mean.

May import domain, vi and openpyxl. Formulas are neither evaluated when read nor made when written.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from desktop import vi
from desktop.domain.bodies import BODIES
from desktop.exchange.lists.cell_text import UnreadableList
from desktop.exchange.lists.people_cells import HEADERS, Entry, PeopleRead, head_of, read_cells
from desktop.exchange.lists.sheet_file import Sheet, Stop, sheets_of, spread, told_of

MOST_ROWS = 5000
TEMPLATE_SHEET = "Danh sách cấp ủy"


def read_people(source: Path | bytes, *, start: dt.date, stop: Stop = lambda: False) -> PeopleRead:
    """Read the first sheet that has the columns; `start` is the first day of a seat whose line names none."""
    sheet = next((sheet for sheet in sheets_of(source, most=MOST_ROWS, stop=stop) if head_of(sheet.rows)), Sheet())
    if sheet.filled > MOST_ROWS:
        raise UnreadableList([f"Danh sách có hơn {MOST_ROWS} dòng; chia thành nhiều tệp rồi nhập lần lượt."])
    head = head_of(sheet.rows)
    used = [place for places in head.columns.values() for place in places] if head else []
    about = told_of(sheet, spread(sheet, head.under if head else 0, used))
    try:
        read = read_cells(sheet.rows, start=start)
    except UnreadableList as refused:
        rest = refused.rest
        raise UnreadableList(refused.found, _about(rest, about) if isinstance(rest, PeopleRead) else None) from None
    return _about(read, about)


def _about(read: PeopleRead, about: list[str]) -> PeopleRead:
    return replace(read, told=(*about, *read.told))


def template(entries: Iterable[Entry] = ()) -> bytes:
    """The sheet an office fills in, with the people it is given already written; nothing in it can become a formula."""
    widths = (28, 10, 36, 16, 16, 24, 18, 13)
    return sheet_of(TEMPLATE_SHEET, list(HEADERS.values()), widths, (_line(entry) for entry in entries))


def sheet_of(title: str, heads: Sequence[str], widths: Sequence[int], lines: Iterable[Sequence[object]]) -> bytes:
    """An Excel file of one sheet with a bold head that stays in sight; text in it never becomes a formula."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    sheet.append(list(heads))
    for column, width in enumerate(widths, start=1):
        cell = sheet.cell(row=1, column=column)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "B2"
    for line in lines:
        sheet.append([escaped(value) for value in line])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def escaped(value: object) -> object:
    """Text that Excel would take for a formula gets an apostrophe before it, which reading takes off again."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "'") else value


def _line(entry: Entry) -> list[object]:
    seats = {seat.body: vi.ROLE[seat.role] for seat in entry.seats}
    first = min((seat.from_ for seat in entry.seats), default=None)
    return [
        entry.name,
        entry.born,
        entry.position,
        *(seats.get(body, "") for body in BODIES),
        vi.day(first) if first else "",
    ]
