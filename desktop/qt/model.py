"""The rows of a table: held as they came, sorted and filtered by index, told to the view only when asked."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop import vi
from desktop.qt.tips import plain

Index = QModelIndex | QPersistentModelIndex
Row = Any
"""A frozen row of some screen; only its columns know its class."""
CellData = Any
"""What Qt takes from a model: whatever the role asks for."""
Align = Literal["left", "right"]
Tone = Literal["text", "text2", "text3", "accent", "breach", "due", "unclear", "met"]
"""The colours words are written in; a row's own tone may also be its verdict."""
_NONE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column:
    """A column as data: everything but the title is asked of the row when it is seen.

    `width` 0 takes the room left; `drop` 1 is the first to go where room runs out, 0 never goes.
    """

    title: str
    text: Callable[[Row], str]
    width: int = 0
    second: Callable[[Row], str] | None = None
    align: Align = "left"
    mark: Callable[[Row], str] | None = None
    word: Callable[[Row], str] | None = None
    icon: Callable[[Row], str] | None = None
    icon_tone: Callable[[Row], str] | Tone = "text2"
    tone: Callable[[Row], str] | Tone = "text"
    second_tone: Callable[[Row], str] | Tone = "text3"
    bold: bool = False
    caption: bool = False
    struck: Callable[[Row], bool] | None = None
    drop: int = 0
    share: int = 1
    key: Callable[[Row], Any] | None = None
    link: bool = False
    check: Callable[[Row], bool | None] | None = None
    sortable: bool = True
    tip: Callable[[Row], str] | None = None


def _no_words(_row: Row) -> str:
    return ""


def mark_column(
    mark: Callable[[Row], str],
    word: Callable[[Row], str],
    *,
    tip: Callable[[Row], str] | None = None,
    sortable: bool = False,
) -> Column:
    """A column of marks alone; `word` is what is heard of one."""
    return Column("", _no_words, width=36, mark=mark, word=word, tip=tip, sortable=sortable)


def button_column(width: int) -> Column:
    """Room for the button in each row."""
    return Column("", _no_words, width=width, sortable=False)


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A heading over the rows that follow it."""

    title: str
    count: int | None = None
    note: str = ""


class Rows(QAbstractTableModel):
    """A lazy model: no item objects, no text made before it is shown."""

    def __init__(
        self, columns: Sequence[Column], row_key: Callable[[Row], Hashable], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.action: Callable[[Row], str] | None = None
        self.sorted_by: tuple[int, bool] | None = None
        self._row_key = row_key
        self._all: tuple[Row, ...] = ()
        self._shown: list[int] | range = range(0)
        self._filter = ""
        self._folded: dict[int, str] = {}
        self._keys: dict[int, list[Any]] = {}

    # what Qt asks

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> CellData:
        row = self.at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if isinstance(row, GroupRow):
            return _group_text(row) if role in (_DISPLAY, _SPOKEN) and index.column() == 0 else None
        column = self.columns[index.column()]
        if role == _DISPLAY:
            return column.text(row)
        if role == _SPOKEN:
            return self._spoken(column, row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(column.tip(row)) if column.tip else None
        return None

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> CellData:
        if way is Qt.Orientation.Horizontal and section < len(self.columns):
            if role == _DISPLAY:
                return self.columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole and self.columns[section].align == "right":
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.at(index.row()), GroupRow):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def _spoken(self, column: Column, row: Row) -> str:
        """What a screen reader says of a cell: the mark's word, both lines, and the row's action on its last cell."""
        parts = [column.word(row) if column.word else "", column.text(row)]
        parts.append(column.second(row) if column.second else "")
        if self.action and column is self.columns[-1]:
            parts.append(self.action(row))
        return ", ".join(part for part in parts if part)

    # what the table asks

    def action_of(self, row: Row) -> str:
        return self.action(row) if self.action and row is not None and not isinstance(row, GroupRow) else ""

    def set_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self._all = tuple(rows)
        self._folded.clear()
        self._keys.clear()
        self._arrange()
        self.endResetModel()

    def set_columns(self, columns: Sequence[Column]) -> None:
        self.beginResetModel()
        self.columns = tuple(columns)
        self.sorted_by = None
        self._folded.clear()
        self._keys.clear()
        self._arrange()
        self.endResetModel()

    def set_filter(self, text: str) -> None:
        folded = vi.fold(text.strip())
        if folded != self._filter:
            self.beginResetModel()
            self._filter = folded
            self._arrange()
            self.endResetModel()

    def sort_by(self, column: int, descending: bool) -> None:
        self.beginResetModel()
        self.sorted_by = (column, descending)
        self._arrange()
        self.endResetModel()

    def at(self, row: int) -> Row:
        """Return the row shown there, or None."""
        return self._all[self._shown[row]] if 0 <= row < len(self._shown) else None

    def shown(self) -> tuple[Row, ...]:
        return tuple(self._all[index] for index in self._shown)

    def key_at(self, row: int) -> Hashable | None:
        found = self.at(row)
        return None if found is None or isinstance(found, GroupRow) else self._row_key(found)

    def row_of(self, key: Hashable) -> int:
        for place, index in enumerate(self._shown):
            row = self._all[index]
            if not isinstance(row, GroupRow) and self._row_key(row) == key:
                return place
        return -1

    def groups(self) -> list[int]:
        if not self.has_groups():
            return []
        return [place for place, index in enumerate(self._shown) if isinstance(self._all[index], GroupRow)]

    def has_groups(self) -> bool:
        return bool(self._all) and isinstance(self._all[0], GroupRow)

    def _arrange(self) -> None:
        order: list[int] | range = range(len(self._all))
        if self._filter:
            order = [index for index in order if self._fits(index)]
            if self.has_groups():
                order = self._without_empty_groups(order)
        if self.sorted_by and not self.has_groups() and self.sorted_by[0] < len(self.columns):
            column, descending = self.sorted_by
            keys = self._sort_keys(column)
            order = sorted(order, key=keys.__getitem__, reverse=descending)
        self._shown = order

    def _sort_keys(self, column: int) -> list[Any]:
        if column not in self._keys:
            made = self.columns[column]
            by = made.key or (lambda row: vi.word_key(made.text(row)))
            self._keys[column] = [by(row) for row in self._all]
        return self._keys[column]

    def _fits(self, index: int) -> bool:
        row = self._all[index]
        if isinstance(row, GroupRow):
            return True
        if index not in self._folded:
            words = (part(row) for column in self.columns for part in (column.text, column.second) if part)
            self._folded[index] = vi.fold(" ".join(words))
        return self._filter in self._folded[index]

    def _without_empty_groups(self, order: Sequence[int]) -> list[int]:
        kept: list[int] = []
        for index in order:
            if isinstance(self._all[index], GroupRow) and kept and isinstance(self._all[kept[-1]], GroupRow):
                kept.pop()
            kept.append(index)
        if kept and isinstance(self._all[kept[-1]], GroupRow):
            kept.pop()
        return kept


_DISPLAY = Qt.ItemDataRole.DisplayRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def _group_text(row: GroupRow) -> str:
    return " ".join(part for part in (row.title, "" if row.count is None else str(row.count), row.note) if part)
