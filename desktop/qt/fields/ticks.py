"""A list of choices of which any may be ticked, saved at each tick."""

from PySide6.QtWidgets import QWidget

from desktop.qt.boxes import column, empty, row
from desktop.qt.fields.check import CheckField
from desktop.qt.fields.combo import Options
from desktop.qt.fields.field import Field


class TickField(Field[tuple[str, ...]]):
    """The value is the tuple of the ticked codes, in the order of the options; they stand in a line `across`."""

    def __init__(self, text: str, options: Options[str] = (), *, name: str = "", across: bool = False) -> None:
        self._box = row(gap=10) if across else column(gap=0)
        holder = QWidget()
        holder.setLayout(self._box)
        self.boxes: dict[str, CheckField] = {}
        super().__init__(text, holder, (), name=name)
        self.set_options(options)

    def set_options(self, options: Options[str]) -> None:
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

    def read(self) -> tuple[str, ...]:
        return tuple(code for code, box in self.boxes.items() if box.value())

    def fill(self, value: tuple[str, ...]) -> None:
        for code, box in self.boxes.items():
            box.set_value(code in value)
