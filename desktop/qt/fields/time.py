"""The field of a time of day, and how one is read."""

import datetime as dt
import re

from PySide6.QtWidgets import QLineEdit

from desktop import vi
from desktop.qt.fields.field import Field, Wrong, write

_TIME = re.compile(r"(\d{1,2})(?:\s*(?:[:.,]|h|g|giờ)\s*(\d{2})?|(\d{2}))?(?:\s*(?:phút|ph|p))?[.,]?")


def read_time(typed: str) -> dt.time:
    """Read 7:30, 730, 7h30, 7g30 or 7; raises Wrong, naming what to type."""
    found = _TIME.fullmatch(typed.strip().casefold())
    hour, minute = (int(found[1]), int(found[2] or found[3] or 0)) if found else (99, 0)
    if hour > 23 or minute > 59:
        raise Wrong("Gõ giờ, ví dụ 7:30.")
    return dt.time(hour, minute)


class TimeField(Field[dt.time | None]):
    """A time of day, shown as 07:30."""

    def __init__(self, text: str, *, name: str = "", required: bool = False) -> None:
        self.line = QLineEdit()
        self._required = required
        super().__init__(text, self.line, None, name=name)
        self.line.setMaximumWidth(64)
        self.line.editingFinished.connect(self.commit)

    def read(self) -> dt.time | None:
        typed = self.line.text().strip()
        return read_time(typed) if typed or self._required else None

    def commit(self) -> bool:
        good = super().commit()
        if good:
            self.fill(self._was)
        return good

    def fill(self, value: dt.time | None) -> None:
        write(self.line, vi.clock(value) if value is not None else "")
