"""Tables over tuples of frozen rows: columns are data, cells are painted when seen, nothing is copied.

`model.py` holds the rows, sorts and filters them; this file shows them and takes the keys.
"""

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from desktop.qt import theme
from desktop.qt.cells import Cells, action_rect, row_rect, text_room
from desktop.qt.memory import Memory
from desktop.qt.model import Column, GroupRow, Row, Rows


class _Head(QHeaderView):
    """Knows whether a hand is on it, so that only widths given by hand are kept."""

    def __init__(self, table: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.held = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.held = True
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.held = False


class SheetView(QTableView):
    """A table without lines of Qt's own, scrolled by pixels, one row or cell of it current."""

    def dress(self, name: str, row_height: int, *, headed: bool = True) -> None:
        """`headed` leads the head on above the scroll bar."""
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        side = self.verticalHeader()
        side.hide()
        side.setMinimumSectionSize(20)
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(row_height)
        if headed:
            end = QFrame()
            end.setProperty("role", "head-end")
            end.setFixedHeight(28)
            self.addScrollBarWidget(end, Qt.AlignmentFlag.AlignTop)

    def say_empty(self, painter: QPainter, words: str) -> None:
        """Say in place of rows that there are none."""
        painter.setPen(theme.current().color("text3"))
        painter.drawText(self.viewport().rect().adjusted(12, 10, -12, 0), Qt.TextFlag.TextWordWrap, words)


class Table(SheetView):
    """A sheet of rows worked by keyboard: Enter opens, Ctrl+Enter does the row's action, Space ticks.

    `least` is the room in pixels a flexible column keeps before the first column is dropped.
    """

    opened = Signal(object)
    acted = Signal(object)
    ticked = Signal(object)
    linked = Signal(object, int)
    chosen = Signal(object)
    keyed = Signal(object, str)
    moved = Signal(int, int)

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        name: str,
        row_height: int = 32,
        row_key: Callable[[Row], Hashable] = lambda row: row.id,
        action: Callable[[Row], str] | None = None,
        head: bool = True,
        dense_groups: bool = False,
        bare: bool = False,
        empty: str = "",
        least: int = 200,
        memory: Memory | None = None,
    ) -> None:
        super().__init__()
        self._row_height, self._group_height = row_height, 24 if dense_groups else 28
        self._empty = empty
        self._name, self._memory, self._headed = name, memory or Memory(), head
        self._movable = self._quiet = self._laying = False
        self._least = least
        self._grouped: list[int] = []
        self.setProperty("bare", bare)
        self._rows = Rows(columns, row_key, self)
        self._rows.action = action
        self.setModel(self._rows)
        self._cells = Cells(self, self._rows)
        self.setItemDelegate(self._cells)
        self._dress(head)
        self.selectionModel().currentRowChanged.connect(self._changed)
        self._restore_sort()

    def _dress(self, head: bool) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setWordWrap(False)
        self.setMinimumHeight(60)
        self._head = top = _Head(self)
        top.setAccessibleName(f"{self._name}: tên các cột")
        self.setHorizontalHeader(top)
        self.dress(self._name, self._row_height, headed=head)
        top.setVisible(head)
        top.setFixedHeight(28)
        top.setMinimumSectionSize(18)
        top.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        top.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        top.sectionResized.connect(self._dragged)
        top.sectionHandleDoubleClicked.connect(self._forget_width)
        top.setHighlightSections(False)
        top.setSectionsClickable(True)
        top.sectionClicked.connect(self._head_clicked)

    # rows

    def set_rows(self, rows: Sequence[Row], *, at: Hashable = None) -> None:
        """Show other rows, keeping the current one by its key, or going to `at`, the sort and the filter."""
        kept = at if at is not None else self._rows.key_at(self.currentIndex().row())
        place = self.verticalScrollBar().value()
        self._quiet = True
        self._rows.set_rows(rows)
        self._lay_rows()
        self._lay_columns()
        found = self._rows.row_of(kept) if kept is not None else -1
        if found >= 0:
            self.setCurrentIndex(self._rows.index(found, 0))
            self.verticalScrollBar().setValue(place)
        if at is not None:
            self.scrollTo(self.currentIndex())
        self._quiet = False
        if kept is not None:
            self.chosen.emit(self.current())

    def rows(self) -> tuple[Row, ...]:
        """Return the rows as shown: filtered and sorted."""
        return self._rows.shown()

    def current(self) -> Row:
        """Return the current row, or None."""
        row = self._rows.at(self.currentIndex().row())
        return None if isinstance(row, GroupRow) else row

    def select(self, key: Hashable) -> None:
        found = self._rows.row_of(key)
        if found >= 0:
            self.setCurrentIndex(self._rows.index(found, 0))

    def select_first(self) -> None:
        self._select_edge(last=False)

    def _select_edge(self, *, last: bool) -> None:
        shown = self._rows.shown()
        order = range(len(shown) - 1, -1, -1) if last else range(len(shown))
        at = next((index for index in order if not isinstance(shown[index], GroupRow)), -1)
        if at >= 0:
            self.setCurrentIndex(self._rows.index(at, 0))

    def set_filter(self, text: str) -> None:
        """Keep the rows in whose words the text is found, with or without diacritics."""
        kept = self._rows.key_at(self.currentIndex().row())
        self._rows.set_filter(text)
        self._lay_rows()
        if kept is not None:
            self.select(kept)

    def sort_by(self, index: int, descending: bool = False) -> None:
        kept = self._rows.key_at(self.currentIndex().row())
        self._rows.sort_by(index, descending)
        self._lay_rows()
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(index, order)
        if kept is not None:
            self.select(kept)

    def set_columns(self, columns: Sequence[Column]) -> None:
        self._rows.set_columns(columns)
        self._lay_rows()
        self._lay_columns()

    def set_movable(self, movable: bool) -> None:
        self._movable = movable

    @property
    def model_rows(self) -> Rows:
        return self._rows

    # layout

    def _lay_rows(self) -> None:
        self.clearSpans()
        side = self.verticalHeader()
        for index in self._grouped:
            if index < side.count():
                side.resizeSection(index, self._row_height)
        self._grouped = self._rows.groups()
        for index in self._grouped:
            self.setSpan(index, 0, 1, max(2, self._rows.columnCount()))
            side.resizeSection(index, self._group_height)

    def _lay_columns(self) -> None:
        room, columns = self.viewport().width(), self._rows.columns
        hidden: set[int] = set()
        fixed = [self._kept_width(column) for column in columns]
        for index in sorted((i for i, c in enumerate(columns) if c.drop), key=lambda i: columns[i].drop):
            taken = sum(width for i, width in enumerate(fixed) if i not in hidden)
            if room - taken >= max(1, fixed.count(0)) * self._least:
                break
            hidden.add(index)
        if self._headed:
            self._widen(room, fixed, hidden)
        self._share(room, fixed, hidden)

    def _widen(self, room: int, fixed: list[int], hidden: set[int]) -> None:
        """Give columns that hold more than they were made for what the flexible ones can spare."""
        shown = [i for i in range(len(fixed)) if i not in hidden]
        spare = room - sum(fixed[i] for i in shown) - sum(1 for i in shown if not fixed[i]) * self._least
        for index in shown:
            column = self._rows.columns[index]
            if spare > 0 and column.width and column.title not in self._widths():
                more = min(spare, max(0, self._needed(column) - fixed[index]), column.width)
                fixed[index], spare = fixed[index] + more, spare - more

    def _needed(self, column: Column) -> int:
        """The width in which the first rows of a column are not cut."""
        title = theme.current().font(9, True)
        widest = QFontMetrics(title).horizontalAdvance(column.title) + 20 if self._headed else 0
        for index in range(min(self._rows.rowCount(), 60)):
            row = self._rows.at(index)
            if not isinstance(row, GroupRow):
                widest = max(widest, text_room(column, row))
        return widest

    def _share(self, room: int, fixed: list[int], hidden: set[int]) -> None:
        columns = self._rows.columns
        rest = [i for i, width in enumerate(fixed) if not width and i not in hidden]
        free = max(0, room - sum(width for i, width in enumerate(fixed) if i not in hidden))
        widths = dict(enumerate(fixed)) | self._parts(rest, free)
        self._laying = True
        for index in range(len(columns)):
            self.setColumnHidden(index, index in hidden)
            if index not in hidden:
                self.setColumnWidth(index, widths[index])
        self._laying = False

    def _parts(self, rest: list[int], free: int) -> dict[int, int]:
        """Part the room by share; a column that holds less than its part leaves the others what it can spare."""
        columns, found = self._rows.columns, dict[int, int]()
        needs = {i: self._needed(columns[i]) for i in rest} if len(rest) > 1 else {}
        while rest:
            parts = sum(columns[i].share for i in rest)
            part = {i: max(60, free * columns[i].share // parts) for i in rest}
            small = [i for i in rest if needs.get(i, part[i]) < part[i]]
            if not small or len(small) == len(rest):
                return found | part
            found |= {i: needs[i] for i in small}
            free -= sum(needs[i] for i in small)
            rest = [i for i in rest if i not in small]
        return found

    # widths the user gave, kept by the column's title

    def _widths(self) -> dict[str, int]:
        kept = self._memory.get(f"widths.{self._name}")
        return {str(title): int(width) for title, width in kept.items()} if isinstance(kept, dict) else {}

    def _kept_width(self, column: Column) -> int:
        return self._widths().get(column.title, column.width) if column.title else column.width

    def _dragged(self, index: int, _old: int, new: int) -> None:
        """Keep the width a column was dragged to; one column always stays free to take the room left."""
        if self._laying or not self._head.held or index >= self._rows.columnCount():
            return
        column, widths = self._rows.columns[index], self._widths()
        others = [c for c in self._rows.columns if c is not column and not self._kept_width(c)]
        if column.title and (column.width or others):
            room = self.viewport().width() - sum(
                self._kept_width(c) or 80 for c in self._rows.columns if c is not column
            )
            self._memory.put(f"widths.{self._name}", {**widths, column.title: max(40, min(new, room))})
        self._lay_columns()

    def _forget_width(self, index: int) -> None:
        """A double click on the edge gives a column its own width back."""
        title = self._rows.columns[index].title
        self._memory.put(f"widths.{self._name}", {t: w for t, w in self._widths().items() if t != title})
        self._lay_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_columns()
        row = self.row_rect(self.currentIndex().row())
        if row.top() < event.oldSize().height() and row.bottom() >= event.size().height():
            self.scrollTo(self.currentIndex())  # a field that opens below must not hide the row it belongs to

    def content_height(self) -> int:
        """The height at which every row shows, for sheets that take no more room than they need."""
        head = 28 if self.horizontalHeader().isVisible() else 0
        return self.verticalHeader().length() + head + 2

    # sort, kept by name

    def _head_clicked(self, index: int) -> None:
        if not self._rows.columns[index].sortable or self._rows.has_groups():
            return
        descending = self._rows.sorted_by == (index, False)
        self.sort_by(index, descending)
        self.horizontalHeader().setSortIndicatorShown(True)
        self._memory.put(f"sort.{self._name}", [index, descending])

    def _restore_sort(self) -> None:
        kept = self._memory.get(f"sort.{self._name}")
        if isinstance(kept, list) and len(kept) == 2 and int(kept[0]) < self._rows.columnCount():
            self.sort_by(int(kept[0]), bool(kept[1]))
            self.horizontalHeader().setSortIndicatorShown(True)

    # keys and mouse

    def _changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.viewport().update()
        if self._quiet:
            return
        if isinstance(self._rows.at(current.row()), GroupRow):
            return
        self.chosen.emit(self.current())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current()
        if row is not None and self._pressed(event, row):
            event.accept()
            return
        super().keyPressEvent(event)
        self._leave_group(event)

    def _pressed(self, event: QKeyEvent, row: Row) -> bool:
        key, ctrl = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if ctrl and self._rows.action_of(row):
                self.acted.emit(row)
            elif not ctrl:
                self.opened.emit(row)
        elif key == Qt.Key.Key_Space:
            self.ticked.emit(row)
        elif self._movable and alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            at = self.currentIndex().row()
            self.moved.emit(at, at + (1 if key == Qt.Key.Key_Down else -1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._select_edge(last=key == Qt.Key.Key_End)
        elif ctrl and key == Qt.Key.Key_A:
            self.keyed.emit(row, "Ctrl+A")
        elif key == Qt.Key.Key_Delete:
            self.keyed.emit(row, "Delete")
        elif not ctrl and not alt and Qt.Key.Key_A <= key <= Qt.Key.Key_Z:
            self.keyed.emit(row, chr(key))
        else:
            return False
        return True

    def _leave_group(self, event: QKeyEvent) -> None:
        """Step over group rows, which cannot be current."""
        row = self.currentIndex().row()
        if not isinstance(self._rows.at(row), GroupRow):
            return
        step = -1 if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_PageUp) and row > 0 else 1
        self.setCurrentIndex(self._rows.index(row + step, 0))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current() is None:
            self.select_first()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = self._rows.at(index.row())
        if row is None or isinstance(row, GroupRow):
            event.accept()
            return
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._clicked(index, row, event)

    def _clicked(self, index: QModelIndex, row: Row, event: QMouseEvent) -> None:
        column = self._rows.columns[index.column()]
        text = self._rows.action_of(row)
        if text and action_rect(self.row_rect(index.row()), text).contains(event.position().toPoint()):
            self.acted.emit(row)
        elif column.check and column.check(row) is not None:
            self.ticked.emit(row)
        elif column.link:
            self.linked.emit(row, index.column())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self._rows.at(self.indexAt(event.position().toPoint()).row())
        if row is not None and not isinstance(row, GroupRow):
            self.opened.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        column = self._rows.columns[index.column()] if index.isValid() else None
        pointing = column is not None and column.link
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor)
        self._hover(index.row())

    def _hover(self, row: int) -> None:
        if row != self._cells.hovered:
            self._cells.hovered = row
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def row_rect(self, row: int) -> QRect:
        return row_rect(self, row)

    # paint

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if not self._rows.rowCount() and self._empty:
            self.say_empty(painter, self._empty)
        if not self.property("bare"):
            _round(painter, self.viewport().rect(), top=not self.horizontalHeader().isVisible())
        painter.end()


def _round(painter: QPainter, rect: QRect, *, top: bool) -> None:
    """Give square cells the round corners of their sheet."""
    look = theme.current()
    whole, sheet = QPainterPath(), QPainterPath()
    outer = rect.adjusted(0, 0 if top else -20, 0, 0)
    whole.addRect(outer.toRectF())
    sheet.addRoundedRect(outer.toRectF().adjusted(-0.5, -0.5, 0.5, 0.5), 5.5, 5.5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(whole.subtracted(sheet), look.color("bg"))
    painter.setPen(QPen(look.color("line"), 1))
    painter.setClipRect(rect)
    painter.drawPath(sheet)


__all__ = ["Column", "GroupRow", "Table"]
