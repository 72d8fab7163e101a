"""One value of a regulation or a setting: typed, chosen among words, or ticked in a list, as its unit asks.

Under the ticks of a list that takes items of the office's own stands a field for their words.
"""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.qt.boxes import column
from desktop.qt.fields import Combo, Field, TextField
from desktop.qt.fields.ticks import TickField
from desktop.usecases.regulations import values

OWN_TEXT = "Tên riêng của đơn vị, cách nhau bằng dấu chấm phẩy"


class ValueEditor(QWidget):
    """Takes and hands out a value in words, as `values.typed` reads them; empty words are no value."""

    saved = Signal(str)

    def __init__(self, text: str, *, name: str = "") -> None:
        super().__init__()
        self.name = name or text
        self._unit, self._key = "", ""
        self.typed, self.picked = TextField(text, name=self.name), Combo(text, name=self.name)
        self.ticks, self.own = TickField(text, name=self.name), TextField(OWN_TEXT)
        self._fields: tuple[Field[Any], ...] = (self.typed, self.picked, self.ticks)
        self._shown: Field[Any] = self.typed
        self.setLayout(column(*self._fields, self.own, gap=0))
        for field in (*self._fields, self.own):
            field.saved.connect(lambda _value: self.saved.emit(self.text()))

    def show_value(
        self, words: str, *, unit: str, key: str = "", choices: tuple[tuple[str, str], ...] = (), none: str = "",
        base: str = "",
    ) -> None:  # fmt: skip
        """`none` says in the empty editor what then holds; a list begins with the ticks of `base`."""
        self._unit, self._key = unit, key
        codes = values.ticked(unit)
        self._shown = self.ticks if codes else self.picked if choices else self.typed
        for field in self._fields:
            field.setVisible(field is self._shown)
        self.typed.line.setPlaceholderText(none)
        self.picked.set_options((("", none), *choices) if choices else ())
        self.ticks.set_options(codes)
        self._offer_own(bool(codes))
        self._fill(words, words or base)

    def _offer_own(self, ticked: bool) -> None:
        own = values.own_of(self._key) if ticked else None
        self.own.setVisible(own is not None)
        self.own.line.setPlaceholderText(own.like if own else "")

    def _fill(self, words: str, list_words: str) -> None:
        self.typed.set_value(words)
        self.picked.set_value(vi.capital(words) if words else "")
        if self._shown is self.ticks:
            silent = not list_words or list_words == vi.SILENT
            listed = [] if silent else values.typed(self.name, self._unit, list_words, own=values.own_of(self._key))
            items = tuple(listed) if isinstance(listed, list) else ()
            self.ticks.set_value(tuple(item for item in items if item in self.ticks.boxes))
            self.own.set_value("; ".join(item for item in items if item not in self.ticks.boxes))

    def text(self) -> str:
        if self._shown is self.ticks:
            words = dict(values.ticked(self._unit))
            own = str(self.own.value()).strip(" ;")
            return "; ".join((*(words[code] for code in self.ticks.value()), *((own,) if own else ()))) or values.EMPTY
        return str(self._shown.value() or "")

    def commit(self) -> bool:
        """Take what stands in the editor without telling anyone; False where it cannot be read."""
        self.blockSignals(True)
        good = self._shown.commit() and self.own.commit()
        self.blockSignals(False)
        return good

    def set_error(self, sentence: str) -> None:
        """What is wrong with a list that bears own items is what was typed of them: a tick is never wrong."""
        typed = self._shown is self.ticks and self.own.value()
        (self.own if typed else self._shown).set_error(sentence)
        if not sentence:
            self.own.set_error("")

    def set_focus(self) -> None:
        first = next(iter(self.ticks.boxes.values()), None) if self._shown is self.ticks else None
        (first or self._shown).setFocus()
