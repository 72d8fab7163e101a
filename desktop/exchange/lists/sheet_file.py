"""The sheets of an Excel file as rows of cells, read in one pass over what is really there.

May import domain, vi, exchange and openpyxl. Formulas are not evaluated; a file that cannot be read, for whatever
reason, is one sentence.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet._reader import WorkSheetParser

from desktop import vi
from desktop.domain.refusal import Refusal
from desktop.exchange.lists.cell_text import UnreadableList, letter, text_of

MOST_COLUMNS = 200
MOST_CELLS = 2_000_000
"""Empty cells that only bear a format are counted too: reading them takes the same time."""
NO_EXCEL = "Không đọc được tệp: cần tệp Excel dạng .xlsx."
DAMAGED = "Tệp Excel bị hỏng, không đọc được; mở bằng Excel, lưu lại dạng .xlsx rồi nhập lại."
LOCKED = "Tệp Excel có đặt mật khẩu; mở bằng Excel, bỏ mật khẩu, lưu lại dạng .xlsx rồi nhập lại."
OLD = "Tệp Excel dạng cũ (.xls); mở bằng Excel, lưu lại dạng .xlsx rồi nhập lại."
_OLE, _ENCRYPTED = b"\xd0\xcf\x11\xe0", "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK"

Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Merged:
    """A range of cells made one; rows and columns count from 0, the last ones belong to it."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def name(self) -> str:
        return f"{letter(self.left)}{self.top + 1}:{letter(self.right)}{self.bottom + 1}"


@dataclass(slots=True)
class Sheet:
    """`rows` has an empty row for each that holds nothing; `hidden` counts rows from 0, `far` names cells not read."""

    rows: list[Sequence[object]] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    merged: list[Merged] = field(default_factory=list)
    far: list[str] = field(default_factory=list)
    filled: int = 0


class Stopped(Exception):
    """Raised where whoever asked for the file no longer wants it."""


def sheets_of(source: Path | bytes, *, most: int, stop: Stop = lambda: False) -> Iterator[Sheet]:
    """Every sheet, of each at most one row that holds something more than `most`.

    Raises `UnreadableList` where it is no Excel file or a damaged one.
    """
    with _readable():
        data = source if isinstance(source, bytes) else source.read_bytes()
        _refuse_others(data)
        book = load_workbook(BytesIO(data), read_only=True, data_only=False)
        for sheet in book.worksheets:
            if isinstance(sheet, ReadOnlyWorksheet):
                yield _sheet(sheet, most, stop)


@contextmanager
def _readable() -> Iterator[None]:
    try:
        yield
    except (Refusal, Stopped):
        raise
    except OSError as error:
        raise UnreadableList([f"Không đọc được tệp: {vi.os_reason(error)}."]) from error
    except Exception as error:  # a damaged file fails anywhere in the libraries that unpack it
        raise UnreadableList([DAMAGED]) from error


def _refuse_others(data: bytes) -> None:
    if data[:4] == _OLE:
        raise UnreadableList([LOCKED if _ENCRYPTED in data else OLD])
    if data[:2] != _ZIP:
        raise UnreadableList([NO_EXCEL])


def _sheet(worksheet: Any, most: int, stop: Stop) -> Sheet:  # noqa: ANN401 - openpyxl's reader of one sheet
    book, sheet, cells = worksheet.parent, Sheet(), 0
    with worksheet._get_source() as source:
        parser = WorkSheetParser(
            source,
            worksheet._shared_strings,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        for number, row in parser.parse():
            cells += len(row)
            if stop():
                raise Stopped
            if cells > MOST_CELLS:
                raise UnreadableList([_too_many(sheet)])
            _put(sheet, number - 1, row)
            if sheet.filled > most:
                return sheet
    sheet.hidden = _hidden(parser.row_dimensions, sheet)
    ranges = parser.merged_cells.mergeCell if parser.merged_cells else ()
    sheet.merged = [Merged(each.min_row - 1, each.min_col - 1, each.max_row - 1, each.max_col - 1) for each in ranges]
    return sheet


def _too_many(sheet: Sheet) -> str:
    return (
        f"Trang tính có quá nhiều ô trống mang định dạng (chỉ {sheet.filled} dòng có chữ); "
        "chép các dòng có chữ sang một tệp mới rồi nhập lại."
    )


def _put(sheet: Sheet, at: int, row: Sequence[dict[str, Any]]) -> None:
    held = [(cell["column"] - 1, cell["value"]) for cell in row if _holds(cell["value"])]
    near = [(column, value) for column, value in held if column < MOST_COLUMNS]
    sheet.far += [f"{letter(column)}{at + 1}" for column, _ in held if column >= MOST_COLUMNS]
    if not near:
        return
    cells: list[object] = [None] * (near[-1][0] + 1)
    for column, value in near:
        cells[column] = value
    sheet.rows += [()] * (at - len(sheet.rows))
    sheet.rows.append(cells)
    sheet.filled += 1


def _holds(value: object) -> bool:
    return value is not None and bool(text_of(value))


def _hidden(dimensions: dict[str, dict[str, str]], sheet: Sheet) -> list[int]:
    """The rows that hold something and are hidden, by hand or by a filter."""
    hidden = (int(number) - 1 for number, given in dimensions.items() if given.get("hidden") in ("1", "true"))
    return [at for at in hidden if at < len(sheet.rows) and sheet.rows[at]]


def spread(sheet: Sheet, first: int, columns: Sequence[int]) -> list[str]:
    """Write a cell merged down several rows into each of them, below a head; returns the names of such cells."""
    named = []
    for each in sheet.merged:
        if each.top < first or each.bottom == each.top or each.left not in columns or each.bottom >= len(sheet.rows):
            continue
        value = _cell(sheet.rows[each.top], each.left)
        if value is None:
            continue
        for at in range(each.top + 1, each.bottom + 1):
            if sheet.rows[at]:
                sheet.rows[at] = _with(sheet.rows[at], each.left, value)
        named.append(each.name)
    return named


def _cell(row: Sequence[object], column: int) -> object:
    return row[column] if column < len(row) else None


def _with(row: Sequence[object], column: int, value: object) -> list[object]:
    cells = [*row, *[None] * (column + 1 - len(row))]
    cells[column] = value
    return cells


def told_of(sheet: Sheet, merged: Sequence[str]) -> list[str]:
    """What a reader of the list has to know of its sheet."""
    told = []
    if sheet.hidden:
        rows = _spans([at + 1 for at in sheet.hidden])
        told.append(f"{len(sheet.hidden)} dòng đang ẩn hoặc bị lọc trong tệp cũng được đọc: dòng {rows}.")
    if merged:
        told.append(f"Ô gộp {', '.join(merged)}: nội dung được lấy cho mọi dòng trong ô.")
    if sheet.far:
        shown = ", ".join(sheet.far[:5]) + (" …" if len(sheet.far) > 5 else "")
        told.append(f"Không đọc {len(sheet.far)} ô nằm quá xa bên phải: {shown}.")
    return told


def _spans(rows: Sequence[int]) -> str:
    """`3–5, 9` of the rows 3, 4, 5 and 9."""
    spans: list[list[int]] = []
    for row in rows:
        if spans and row == spans[-1][1] + 1:
            spans[-1][1] = row
        else:
            spans.append([row, row])
    return ", ".join(str(low) if low == high else f"{low}–{high}" for low, high in spans)
