"""A list of choices of which any may be ticked, saved at each tick."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtWidgets import QWidget

from desktop.qt.boxes import column, empty
from desktop.qt.fields import CheckField, Field, Options


class TickField(Field):
    """The value is the tuple of the ticked codes, in the order of the options."""

    def __init__(self, text: str, options: Options = (), *, name: str = "") -> None:
        self._box = column(gap=0)
        holder = QWidget()
        holder.setLayout(self._box)
        self.boxes: dict[str, CheckField] = {}
        super().__init__(text, holder, name=name)
        self._was = ()
        self.set_options(options)

    def set_options(self, options: Options) -> None:
        """Offer other choices; nothing is drawn anew where they are the same."""
        if [code for code, _words in options] == list(self.boxes):
            return
        empty(self._box)
        self.boxes = {code: CheckField(words) for code, words in options}
        for box in self.boxes.values():
            box.box.setFixedHeight(26)
            box.saved.connect(lambda _on: self.commit())
            self._box.addWidget(box)
        self.fill(self._was)

    def set_value(self, value: object) -> None:
        super().set_value(tuple(cast("Sequence[str]", value or ())))

    def read(self) -> tuple[str, ...]:
        return tuple(code for code, box in self.boxes.items() if box.value())

    def fill(self, value: object) -> None:
        ticked = cast("Sequence[str]", value or ())
        for code, box in self.boxes.items():
            box.set_value(code in ticked)

    def value(self) -> tuple[str, ...]:
        return cast("tuple[str, ...]", self._was or ())
