"""A long text to be read: its headings stand out, words are marked in it, and the mouse may mark others."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.qt import theme

Span = tuple[int, int]
_LINE_HEIGHT = 135
_MARGIN = 14
_POINTS = 10.5
_ABOVE, _BELOW = (18, 10, 0), 4
"""Pixels over a chapter, an article, a paragraph; and under each."""


class ReadingText(QTextEdit):
    """Places count in letters of the text; `picked` says that the marked words are others now."""

    picked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFont(theme.current().font(_POINTS))
        self.document().setDocumentMargin(_MARGIN)
        self._text = ""
        self._strong: Span | None = None
        self._light: tuple[Span, ...] = ()
        self.selectionChanged.connect(self.picked)

    def set_text(self, text: str, chapters: Sequence[Span] = (), articles: Sequence[Span] = ()) -> None:
        if text == self._text:
            return
        self._text = text
        self.setPlainText(text)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(_block(2))
        for level, spans in enumerate((chapters, articles)):
            for span in spans:
                self._head(cursor, span, level)
        cursor.endEditBlock()
        self._mark()

    def _head(self, cursor: QTextCursor, span: Span, level: int) -> None:
        bold = QTextCharFormat()
        bold.setFont(theme.current().font(_POINTS + (0.5 if level == 0 else 0), semibold=True))
        _select(cursor, span)
        cursor.mergeCharFormat(bold)
        cursor.setPosition(span[0])
        cursor.setBlockFormat(_block(level))

    def set_marks(self, strong: Span | None, light: Sequence[Span] = ()) -> None:
        """`strong` are the words in hand, brought into sight; `light` those that were dealt with."""
        self._strong, self._light = strong, tuple(light)
        self._mark()
        if strong:
            self._bring(strong)

    def _mark(self) -> None:
        light, strong = _light(), _strong()
        self.setExtraSelections(
            [
                *(self._selection(span, light) for span in self._light if span != self._strong),
                *([self._selection(self._strong, strong)] if self._strong else []),
            ]
        )

    def _selection(self, span: Span, shape: QTextCharFormat) -> QTextEdit.ExtraSelection:
        found = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        _select(cursor, span)
        found.cursor, found.format = cursor, shape  # type: ignore[attr-defined]  # fields that the stubs leave out
        return found

    def _bring(self, span: Span) -> None:
        """Scroll so that the words stand in the upper third, without moving what the mouse marked."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(span[0])
        place = self.cursorRect(cursor).top() - self.viewport().height() // 3
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + place)

    def selected(self) -> Span | None:
        """The letters that are marked by hand, without blanks at either end; None where none are."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        held = self._text[start:end]
        start, end = start + len(held) - len(held.lstrip()), end - (len(held) - len(held.rstrip()))
        return (start, end) if start < end else None

    def select_span(self, span: Span) -> None:
        cursor = self.textCursor()
        _select(cursor, span)
        self.setTextCursor(cursor)

    def clear_selection(self) -> None:
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._strong:
            self._bring(self._strong)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._mark()


def _select(cursor: QTextCursor, span: Span) -> None:
    cursor.setPosition(span[0])
    cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)


def _light() -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setBackground(theme.current().color("surface2"))
    shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    shape.setUnderlineColor(theme.current().color("lines"))
    return shape


def _strong() -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setBackground(theme.current().color("asoft"))
    shape.setForeground(theme.current().color("accent"))
    shape.setFontWeight(600)
    return shape


def _block(level: int) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    made.setTopMargin(_ABOVE[level])
    made.setBottomMargin(_BELOW)
    return made
