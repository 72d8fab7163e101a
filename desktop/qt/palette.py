"""The search box over everything (Ctrl+K): typed words on top, what they find under them, all by keyboard."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.qt import theme
from desktop.qt.boxes import column, hairline

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Found:
    """One line that can be run; `kind` and `key` stand grey at the right."""

    title: str
    run: Callable[[], object]
    second: str = ""
    kind: str = ""
    key: str = ""
    icon: str = ""


class _Lines(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.found: tuple[Found, ...] = ()

    def put(self, found: Sequence[Found]) -> None:
        self.beginResetModel()
        self.found = tuple(found)
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        one = self.found[index.row()]
        return ", ".join(part for part in (one.title, one.second, one.kind) if part)


class _Painter(QStyledItemDelegate):
    def __init__(self, lines: _Lines, parent: QObject) -> None:
        super().__init__(parent)
        self._lines = lines

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, one = theme.current(), self._lines.found[index.row()]
        rect = QRect(option.rect)  # type: ignore[attr-defined]  # the stub leaves out the fields of QStyleOption
        view = self.parent()
        assert isinstance(view, QListView)
        painter.save()
        if view.currentIndex().row() == index.row():
            painter.fillRect(rect, look.color("asoft"))
        icon = QRect(rect.left() + 14, rect.top() + (rect.height() - 16) // 2, 16, 16)
        if one.icon:
            theme.paint_icon(painter, icon.toRectF(), one.icon, "text2")
        self._words(painter, rect.adjusted(40, 0, -14, 0), one)
        painter.restore()

    @staticmethod
    def _words(painter: QPainter, rect: QRect, one: Found) -> None:
        look, middle = theme.current(), Qt.AlignmentFlag.AlignVCenter
        side = one.key or one.kind
        painter.setFont(look.font(9))
        painter.setPen(look.color("text3"))
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignRight, side)
        rect.setRight(rect.right() - QFontMetrics(look.font(9)).horizontalAdvance(side) - 12)
        metrics = QFontMetrics(look.font())
        title = metrics.elidedText(one.title, Qt.TextElideMode.ElideRight, rect.width())
        painter.setFont(look.font())
        painter.setPen(look.color("text"))
        painter.drawText(rect, middle, title)
        rect.setLeft(rect.left() + metrics.horizontalAdvance(title) + 10)
        if rect.width() > 40 and one.second:
            small = QFontMetrics(look.font(9))
            painter.setFont(look.font(9))
            painter.setPen(look.color("text2"))
            painter.drawText(rect, middle, small.elidedText(one.second, Qt.TextElideMode.ElideRight, rect.width()))


class Palette(QFrame):
    """Lies over the page of its window; `source` turns typed words into lines to choose from."""

    closed = Signal()

    def __init__(self, parent: QWidget, source: Callable[[str], Sequence[Found]]) -> None:
        super().__init__(parent)
        self._source = source
        self._before: QWidget | None = None
        self.setProperty("role", "palette")
        self.line = QLineEdit()
        self.line.setProperty("role", "palette")
        self.line.setProperty("ring", False)
        self.line.setPlaceholderText("Tìm người, hội nghị, văn bản hoặc một lệnh")
        self.line.setAccessibleName("Tìm mọi thứ")
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._search)
        self._lines = _Lines(self)
        self.list = QListView()
        self.list.setProperty("role", "results")
        self.list.setAccessibleName("Kết quả tìm")
        self.list.setModel(self._lines)
        self.list.setItemDelegate(_Painter(self._lines, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(lambda index: self._run(index.row()))
        self.setLayout(column(self.line, hairline(), self.list, gap=0, margins=(1, 1, 1, 1)))
        self.hide()

    def open(self) -> None:
        window = self.parentWidget()
        assert window is not None
        self._before = window.window().focusWidget()
        self.line.clear()
        self._search("")
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_up(self) -> None:
        """Go away and give the keyboard back to where it was."""
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.closed.emit()

    def found(self) -> tuple[Found, ...]:
        return self._lines.found

    def _search(self, text: str) -> None:
        self._lines.put(self._source(text))
        self.list.setCurrentIndex(self._lines.index(0))
        self._fit()

    def _fit(self) -> None:
        window = self.parentWidget()
        assert window is not None
        width = min(620, window.width() - 24)
        rows = max(1, min(11, self._lines.rowCount()))
        height = min(48 + rows * 32, window.height() - 24)
        self.setGeometry((window.width() - width) // 2, min(64, window.height() // 10), width, height)

    def _run(self, row: int) -> None:
        if 0 <= row < len(self._lines.found):
            chosen = self._lines.found[row]
            self.close_up()
            chosen.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self.isVisible() and watched is self.line:
            self.hide()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        key = Qt.Key(event.key())
        if key in step:
            last = self._lines.rowCount() - 1
            self.list.setCurrentIndex(self._lines.index(max(0, min(last, self._at() + step[key]))))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self._at())
        elif key is Qt.Key.Key_Escape:
            self.close_up()
        else:
            return False
        return True

    def _at(self) -> int:
        return self.list.currentIndex().row()
