"""The field of a choice among codes."""

from collections.abc import Sequence
from typing import Generic, TypeVar, overload

from desktop import vi
from desktop.qt.choice_box import FOLDED, ChoiceBox
from desktop.qt.fields.field import Field, Wrong, write

C = TypeVar("C", bound=str)


Options = Sequence[tuple[C, str]]


class Combo(Field[C | None], Generic[C]):
    """A choice among codes shown by their words; `empty` is the word for no choice, value None."""

    @overload
    def __init__(
        self: "Combo[str]",
        text: str,
        options: tuple[()] = (),
        *,
        empty: str | None = None,
        searchable: bool = False,
        name: str = "",
    ) -> None: ...
    @overload
    def __init__(
        self, text: str, options: Options[C], *, empty: str | None = None, searchable: bool = False, name: str = ""
    ) -> None: ...
    def __init__(
        self, text: str, options: Options[C] = (), *, empty: str | None = None, searchable: bool = False, name: str = ""
    ) -> None:
        self.box = ChoiceBox()
        self._empty = empty
        super().__init__(text, self.box, None, name=name)
        if searchable:
            self._search()
        self.set_options(options)
        self.box.picked.connect(lambda: self.commit())

    @property
    def required(self) -> bool:
        """Whether there is no line for no choice."""
        return self._empty is None

    def _search(self) -> None:
        """Let a name be typed, found anywhere in the words."""
        self.box.let_search()
        line = self.box.lineEdit()
        assert line is not None
        line.setAccessibleName(self.box.accessibleName())
        line.editingFinished.connect(self.commit)
        line.textEdited.connect(self._touch)

    def set_options(self, options: Options[C]) -> None:
        """Replace the choices, keeping the value where it is still among them, and what is being chosen or typed."""
        kept, line = self._was, self.box.lineEdit()
        led = self.box.currentData() if self.box.searching() else None
        words = line.text() if line is not None and line.hasFocus() and line.isModified() else None
        self.box.blockSignals(True)
        self.box.clear()
        if self._empty is not None:
            self.box.add_line(self._empty, "")
        for code, text in options:
            self.box.add_line(text, code)
        self.box.blockSignals(False)
        self.fill(kept if led is None else led)
        if line is not None and words is not None:
            line.setText(words)
            line.setModified(True)
        if kept is None and self._empty is None and self.box.count():
            self._was = self.box.itemData(0)
            self.box.setCurrentIndex(0)

    def read(self) -> C | None:
        if not self.box.isEditable():
            return self.box.currentData() or None
        row = self._typed()
        if row < 0:
            raise Wrong("Chọn một dòng trong danh sách.")
        return self.box.itemData(row) or None

    def commit(self) -> bool:
        """What was typed is written out only here: while it is typed nothing moves under the hands."""
        good = super().commit()
        if good and self.box.isEditable():
            self.fill(self._was)
        return good

    def _typed(self) -> int:
        """Return the row whose words were typed, with or without diacritics; -1 if none fits alone."""
        typed = vi.fold(vi.typed_line(self.box.currentText()))
        if not typed and self._empty is not None:
            return 0
        words = [str(self.box.itemData(row, FOLDED)) for row in range(self.box.count())]
        same = [row for row, word in enumerate(words) if word == typed]
        if self.box.currentIndex() in same:
            return self.box.currentIndex()
        fitting = same or [row for row, word in enumerate(words) if typed and typed in word]
        return fitting[0] if len(fitting) == 1 else -1

    def fill(self, value: C | None) -> None:
        self.box.forget()
        index, line = self.box.findData(value or ""), self.box.lineEdit()
        before = line.text() if line is not None else ""
        self.box.setCurrentIndex(index if index >= 0 else (0 if self._empty is not None else -1))
        if line is not None:
            write(line, self.box.itemText(self.box.currentIndex()))
            if line.text() != before and not line.hasSelectedText():
                line.setCursorPosition(0)  # Qt leaves it at the end, the beginning out of sight

    def being_typed(self) -> bool:
        line = self.box.lineEdit()
        return self.box.searching() or (line is not None and line.isModified())
