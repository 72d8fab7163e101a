"""Lists of people from an Excel file, and the sheet an office fills in; `people_cells.py` says what the cells mean.

May import domain, vi and openpyxl. Formulas are neither evaluated when read nor made when written.
"""

import datetime as dt
import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from desktop import vi
from desktop.domain.bodies import BODIES
from desktop.exchange.people_cells import HEADERS, Entry, UnreadableList, head_of, read_cells

MOST_ROWS = 5000
TEMPLATE_SHEET = "Danh sách cấp ủy"


def read_people(source: Path | bytes, *, start: dt.date) -> tuple[Entry, ...]:
    """Read the first sheet that has the columns; `start` is the first day of a seat whose line names none."""
    return read_cells(next((rows for rows in sheets_of(source) if head_of(rows)), []), start=start)


def sheets_of(source: Path | bytes, *, most: int = MOST_ROWS) -> list[list[Sequence[object]]]:
    """The rows of every sheet, at most so many of each; raises `UnreadableList` where it is no Excel file."""
    try:
        book = load_workbook(BytesIO(source) if isinstance(source, bytes) else source, data_only=False)
    except OSError as error:
        raise UnreadableList([f"Không đọc được tệp: {vi.os_reason(error)}."]) from error
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
    ) as error:
        raise UnreadableList(["Không đọc được tệp: cần tệp Excel dạng .xlsx."]) from error
    return [_rows(sheet.iter_rows(values_only=True), most) for sheet in book.worksheets]


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


def _rows(rows: Iterable[Sequence[object]], most: int) -> list[Sequence[object]]:
    return [row for row, _ in zip(rows, range(most), strict=False)]
