"""Asks for the last day of something that lasts, and ends it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.qt.fields import DateField
from desktop.screens.base.desk import Change, Desk
from desktop.screens.base.record_dialog import SmallDialog


class EndDialog(SmallDialog):
    """Asks for the last day of something and ends it."""

    def __init__(
        self, desk: Desk, title: str, lead: str, end: Callable[..., object], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, title, "Kết thúc", lead, parent)
        self._what, self._end = f"{title}: {lead}", end
        self.last = DateField("Đến hết ngày", today=desk.today, required=True)
        self.last.set_value(desk.today)
        self.lay_out(self.last)

    def change(self) -> tuple[str, Change]:
        return self._what, partial(self._end, to=self.last.value())
