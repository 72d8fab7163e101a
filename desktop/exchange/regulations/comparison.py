"""A table that sets the wording in force beside the new one: which column is the regulation. May import exchange.

The rows are those of the table, each cell with its paragraphs; any other table is read cell by cell.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from desktop.exchange.regulations.clauses import is_numbered
from desktop.exchange.regulations.lines import begins_article
from desktop.exchange.regulations.words import LeftOut

BESIDE = "Cột khác của bảng so sánh"
_NEW = re.compile(r"dự thảo|sửa đổi|bổ sung|\bmới\b|đề xuất|đề nghị", re.IGNORECASE)
_OLD = re.compile(r"hiện hành|hiện nay|\bcũ\b|đang (?:áp dụng|thực hiện)|(?:trước khi|chưa) sửa", re.IGNORECASE)
_NEITHER = re.compile(r"lý do|ghi chú|thuyết minh|căn cứ|cơ sở|giải trình|ý kiến|\bs?tt\b", re.IGNORECASE)
_UNCHANGED = re.compile(
    r"\W*(?:giữ nguyên|không (?:thay đổi|sửa đổi)|như (?:cũ|quy chế cũ))\b[^\n]{0,60}", re.IGNORECASE
)
_HEAD_ROWS = 2
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that begins at a column."""

    column: int
    paragraphs: list[str]

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs).strip()


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of the new wording and the old; how many rows the head takes."""

    new: int
    old: int
    head: int


Rows = Sequence[Sequence[Cell]]


def compared(rows: Rows) -> tuple[list[str], list[LeftOut], list[str]]:
    """The paragraphs to read, what stands beside them, and what is odd."""
    columns = _headed(rows) or _both_numbered(rows)
    if columns is None:
        return [line for row in rows for cell in row for line in cell.paragraphs], [], []
    kept: list[str] = []
    left: list[LeftOut] = []
    unchanged = 0
    for at, row in enumerate(rows):
        chosen = None if at < columns.head else _chosen(row, columns)
        unchanged += chosen is not None and len(row) > 1 and chosen.column == columns.old
        kept += chosen.paragraphs if chosen else []
        left += [LeftOut(cell.text, BESIDE) for cell in row if cell is not chosen and cell.text]
    return kept, left, list(_said(columns, unchanged))


def _said(columns: _Columns, unchanged: int) -> Iterator[str]:
    how = "" if columns.head else " (bảng không có dòng đầu, cột sau cùng được coi là mới)"
    yield f"Bảng so sánh: đọc cột {columns.new + 1} là nội dung mới{how}."
    if unchanged:
        yield f"Bảng so sánh: {unchanged} ô ghi giữ nguyên, đã đọc theo cột {columns.old + 1}."


def _headed(rows: Rows) -> _Columns | None:
    """The columns by the words at their heads."""
    for at, row in enumerate(rows[:_HEAD_ROWS]):
        named = [cell for cell in row if cell.text and not _NEITHER.search(cell.text) and not is_numbered(cell.text)]
        old = [cell.column for cell in named if _OLD.search(cell.text)]
        new = [cell.column for cell in named if _NEW.search(cell.text) and cell.column not in old]
        if len(new) == 1 and (others := old or [cell.column for cell in named if cell.column not in new]):
            return _Columns(new[0], others[0], at + 1) if old or _count(rows, others[0], is_numbered) else None
    return None


def _both_numbered(rows: Rows) -> _Columns | None:
    """Two columns that both hold articles, without a head: the later one is the new one."""
    numbered = [column for column in range(_widest(rows)) if _count(rows, column, begins_article) >= _FEWEST]
    return _Columns(numbered[-1], numbered[0], 0) if len(numbered) > 1 else None


def _widest(rows: Rows) -> int:
    return max((cell.column + 1 for row in rows for cell in row), default=0)


def _count(rows: Rows, column: int, begins: Callable[[str], bool]) -> int:
    """How many lines of a column begin so."""
    cells = (cell for row in rows if len(row) > 1 for cell in row if cell.column == column)
    return sum(begins(line) for cell in cells for line in cell.paragraphs)


def _chosen(row: Sequence[Cell], columns: _Columns) -> Cell | None:
    """The cell of the new wording, the old one where that says it stays; a row of one cell is for both."""
    if len(row) == 1:
        return row[0]
    new = next((cell for cell in row if cell.column == columns.new), None)
    old = next((cell for cell in row if cell.column == columns.old), None)
    return old if new and old and _UNCHANGED.fullmatch(new.text) else new
