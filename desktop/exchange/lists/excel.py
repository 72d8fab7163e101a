"""Lists from an Excel file, and the sheet an office fills in; the kind of list says what the cells mean.

May import exchange and openpyxl. Formulas are neither evaluated when read nor made when written.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from desktop.exchange.lists.cell_text import Cells, UnreadableList
from desktop.exchange.lists.list_kind import ListKind
from desktop.exchange.lists.people_cells import PEOPLE, Entry, PeopleRead, cells, read_cells
from desktop.exchange.lists.sheet_file import Sheet, Stop, sheets_of, spread, told_of


def read_people(source: Path | bytes, *, start: dt.date, stop: Stop = lambda: False) -> PeopleRead:
    """The people of an Excel file; `start` is the first day of a seat whose line names none."""
    rows, about = rows_of(PEOPLE, source, stop=stop)
    return read_cells(rows, start=start, about=about)


def rows_of(kind: ListKind, source: Path | bytes, *, stop: Stop = lambda: False) -> tuple[Cells, list[str]]:
    """The first sheet that has the columns, with what has to be said of it; no row where none has."""
    sheet = next((sheet for sheet in sheets_of(source, most=kind.most, stop=stop) if kind.head_of(sheet.rows)), Sheet())
    if sheet.filled > kind.most:
        raise UnreadableList([f"{kind.called} có hơn {kind.most} dòng; chia thành nhiều tệp rồi nhập lần lượt."])
    head = kind.head_of(sheet.rows)
    used = [place for places in head.columns.values() for place in places] if head else []
    return sheet.rows, told_of(sheet, spread(sheet, head.under if head else 0, used))


def template(entries: Iterable[Entry] = ()) -> bytes:
    """The sheet an office fills in, with the people it is given already written."""
    return file_of(PEOPLE, map(cells, entries))


def file_of(kind: ListKind, lines: Iterable[Sequence[object]] = ()) -> bytes:
    """The lines as the sheet of their kind; nothing in it can become a formula."""
    return sheet_of(kind.sheet, list(kind.titles.values()), [width for _, width in kind.columns.values()], lines)


def sheet_of(title: str, heads: Sequence[str], widths: Sequence[int], lines: Iterable[Sequence[object]]) -> bytes:
    """An Excel file of one sheet with a bold head that stays in sight; text in it never becomes a formula."""
    return book_of([Table(title, heads, widths, lines)])


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet to be written: its name, the head and the width of each column, the lines under them."""

    title: str
    heads: Sequence[str]
    widths: Sequence[int]
    lines: Iterable[Sequence[object]]


def book_of(tables: Iterable[Table]) -> bytes:
    """An Excel file with a sheet for every table, as `sheet_of` makes one."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables:
        _fill(book.create_sheet(table.title), table)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _fill(sheet: Worksheet, table: Table) -> None:
    sheet.append(list(table.heads))
    for column, width in enumerate(table.widths, start=1):
        cell = sheet.cell(row=1, column=column)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "B2"
    for line in table.lines:
        sheet.append([escaped(value) for value in line])


def escaped(value: object) -> object:
    """Text that Excel would take for a formula gets an apostrophe before it, which reading takes off again."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "'") else value
