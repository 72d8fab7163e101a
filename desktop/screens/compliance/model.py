"""The grid of rules and periods as Qt asks for it: words, tips and what is heard of each cell; paints nothing.

May import the kit, vi and the rows of `usecases.overview_grid`.
"""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop import vi
from desktop.domain.findings import Verdict
from desktop.qt.model import CellData, GroupRow
from desktop.qt.tips import plain
from desktop.usecases.compliance.grid import Cell, Column, Grid, Row

NAME, ARTICLE, FIRST = 0, 1, 2
"""The columns before the periods: the rule, its article; then the first period."""

Index = QModelIndex | QPersistentModelIndex
Line = GroupRow | Row
_NONE = QModelIndex()
_DISPLAY, _SPOKEN, _TIP = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)


class GridModel(QAbstractTableModel):
    """Group rows, then rules; one column for each period and, where asked, one for them all."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()
        self.columns: tuple[Column, ...] = ()
        self.totals = ""

    def set_grid(self, grid: Grid, rows: Sequence[Row], totals: str = "") -> None:
        """`totals` is the title of the column for all periods; without one there is none."""
        self.beginResetModel()
        self.columns, self.totals = grid.columns, totals
        lines: list[Line] = []
        for row in rows:
            if not lines or row.group != _group(lines[-1]):
                lines.append(GroupRow(row.group))
            lines.append(row)
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else FIRST + len(self.columns) + bool(self.totals)

    def row_at(self, place: int) -> Row | None:
        line = self.lines[place] if 0 <= place < len(self.lines) else None
        return line if isinstance(line, Row) else None

    def column_at(self, place: int) -> Column | None:
        """The period of a column; None for the names and for the column of all periods."""
        return self.columns[place - FIRST] if FIRST <= place < FIRST + len(self.columns) else None

    def cell_at(self, row: int, column: int) -> Cell | None:
        one = self.row_at(row)
        if one is None or column < FIRST:
            return None
        return one.cells[column - FIRST] if column < FIRST + len(self.columns) else one.total

    def data(self, index: Index, role: int = _DISPLAY) -> CellData:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if isinstance(line, GroupRow):
            return line.title if role in (_DISPLAY, _SPOKEN) and index.column() == 0 else None
        if role == _DISPLAY:
            return self._shown(line, index.row(), index.column())
        if role == _SPOKEN:
            return self.spoken(index.row(), index.column())
        return plain(self._tip(line, index.row(), index.column())) if role == _TIP else None

    def _shown(self, line: Row, row: int, column: int) -> str:
        if column == NAME:
            return line.name
        if column == ARTICLE:
            return line.article
        cell = self.cell_at(row, column)
        return cell.figure if cell else ""

    def _tip(self, line: Row, row: int, column: int) -> str:
        if column == NAME:
            return line.name
        return vi.cite(line.cite) if column == ARTICLE else self._judged(row, column)

    def spoken(self, row: int, column: int) -> str:
        """`Báo cáo của cấp dưới, tháng 8/2024: Vi phạm, 27/30 đạt, 3 vi phạm`."""
        line = self.row_at(row)
        if line is None:
            return ""
        if column < FIRST:
            return line.name if column == NAME else vi.cite(line.cite)
        return f"{line.name}, {self.period_words(column)}: {self._judged(row, column) or 'không có nội dung'}"

    def period_words(self, column: int) -> str:
        found = self.column_at(column)
        return found.period.words if found else self.totals.lower()

    def _judged(self, row: int, column: int) -> str:
        cell, found, line = self.cell_at(row, column), self.column_at(column), self.row_at(row)
        if line and line.silent:
            return vi.SILENT
        if cell:
            return f"{vi.VERDICT[cell.verdict]}, {cell.words}"
        before = found is not None and found.state == "before"
        return vi.VERDICT[Verdict.UNREGULATED] if before else ""

    def headerData(self, section: int, way: Qt.Orientation, role: int = _DISPLAY) -> CellData:
        if way is not Qt.Orientation.Horizontal or role not in (_DISPLAY, _SPOKEN):
            return None
        if section < FIRST:
            return ("Quy định", "Điều")[section]
        found = self.column_at(section)
        if role == _SPOKEN and found:
            return found.period.words
        return found.title if found else self.totals

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.row_at(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


def _group(line: Line) -> str:
    return line.title if isinstance(line, GroupRow) else line.group
