"""The box of a choice: its list by mouse, arrows and letters, the search in it, and no ear for the mouse wheel.

Imports the look and `desktop.vi`.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter

from desktop import vi
from desktop.qt import theme

FOLDED = Qt.ItemDataRole.UserRole + 1
"""Under this role each line of the list has its words without diacritics."""
PAUSE = 1500
"""Milliseconds after the last letter at which the line found by letters is taken."""


class ChoiceBox(QComboBox):
    """`picked` comes when a line is chosen for good: letters only lead to it, leaving the box or a pause takes it."""

    picked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(4)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(16)
        self._letters = ""
        self._set_out = -1
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.take)
        self.activated.connect(lambda _index: self._chosen())

    def add_line(self, words: str, code: str) -> None:
        self.addItem(words, code)
        self.setItemData(self.count() - 1, vi.fold(words), FOLDED)

    def searching(self) -> bool:
        """Whether letters have led to a line not taken yet."""
        return bool(self._letters)

    def take(self, *, always: bool = False) -> None:
        """Take the line the letters led to."""
        was, self._letters = self._letters, ""
        self._pause.stop()
        if was or always:
            self.picked.emit()

    def _chosen(self) -> None:
        """Take the line chosen, and show its words from their beginning: of a name in a narrow box, the name."""
        self.take(always=True)
        line = self.lineEdit()
        if line is not None:
            QTimer.singleShot(0, line, lambda: line.home(False))

    def forget(self) -> None:
        """Let the letters go without taking a line."""
        self._letters = ""
        self._pause.stop()

    def let_search(self) -> None:
        """Let words be typed and found anywhere in a line, with or without diacritics."""
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(_Finder(self))
        self.currentIndexChanged.connect(self._from_start)

    def _from_start(self) -> None:
        """A line longer than the box is read from its beginning, unless it is being typed in."""
        line = self.lineEdit()
        if line is not None and not line.hasFocus():
            line.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        finder = self.completer()
        if isinstance(finder, _Finder):
            finder.widen()
        if self.isEditable() or not self._letter(event):
            super().keyPressEvent(event)

    def _letter(self, event: QKeyEvent) -> bool:
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if event.key() == Qt.Key.Key_Backspace and self._letters:
            self._lead(self._letters[:-1])
            return True
        if not event.text().isprintable() or not event.text() or (event.text() == " " and not self._letters):
            return False
        self._lead(self._letters + vi.fold(event.text()))
        return True

    def _lead(self, letters: str) -> None:
        """Go to the first line the letters begin, else one a word of which they begin, else back where they set out."""
        if not self._letters:
            self._set_out = self.currentIndex()
        row = self._row(letters) if letters else -1
        self._letters = letters
        self.setCurrentIndex(row if row >= 0 else self._set_out)
        self._pause.start()

    def _row(self, letters: str) -> int:
        words = [str(self.itemData(row, FOLDED)) for row in range(self.count())]
        begun = [row for row, one in enumerate(words) if one.startswith(letters)]
        inside = [row for row, one in enumerate(words) if f" {letters}" in one]
        return next(iter(begun or inside), -1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        line = self.lineEdit()
        if line is not None and event.reason() is Qt.FocusReason.MouseFocusReason:
            QTimer.singleShot(0, line, line.selectAll)  # after the click that would put the cursor among the words

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.take()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel moves the page, also where the pointer happens to stand on a chosen box."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        spot = QRectF(self.width() - 24, (self.height() - 16) / 2, 16, 16)
        theme.paint_icon(painter, spot, "mdi6.chevron-down", "text2" if self.isEnabled() else "text3")
        painter.end()


class _Finder(QCompleter):
    """Offers the lines that hold what is typed, neither of the two with diacritics."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box.model(), box)
        self.setCompletionRole(FOLDED)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)

    def widen(self) -> None:
        """Let the list be as wide as its widest line, which is where two of one name are told apart."""
        box, words = self.parent(), self.popup().fontMetrics()
        assert isinstance(box, QComboBox)
        widest = max((words.horizontalAdvance(box.itemText(row)) for row in range(box.count())), default=0)
        self.popup().setMinimumWidth(min(widest + 28, box.screen().availableGeometry().width() // 2))

    def splitPath(self, path: str) -> list[str]:
        return [vi.fold(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))
