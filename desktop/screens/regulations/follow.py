"""The regulation that follows one of the office's own: its text is read, what did not change is taken over."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.refusal import Refusal
from desktop.qt.boxes import column, label
from desktop.qt.dialog import choose_file
from desktop.qt.fields import TextField
from desktop.qt.notices import Band
from desktop.screens.base.desk import Change, Desk
from desktop.screens.base.record_dialog import SmallDialog
from desktop.screens.regulations.own_dialogs import KINDS
from desktop.usecases.regulations import succession
from desktop.usecases.regulations.coming import Coming, coming
from desktop.usecases.regulations.own_profile import Head

LEAD = (
    "Nội dung có lời văn không đổi được giữ theo điều mới; nội dung có lời văn hoặc mức quy định thay đổi "
    "chờ xác nhận lại. "
    "Việc trước ngày áp dụng vẫn xét theo quy chế trước."
)


class FollowDialog(SmallDialog):
    """What was read of the new text is told before anything is made of it."""

    def __init__(self, desk: Desk, head: Head, coming: Coming, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Lập từ quy chế trước", "Lập quy chế", LEAD, parent)
        self._head, self.coming = head, coming
        self.title = TextField("Tên, số quy chế mới")
        self.title.set_value(coming.title)
        self.lay_out(self.title, width=560)
        told = column(*(label(each, wrap=True) for each in coming.told), gap=4)
        self.body.insertLayout(1, told)

    def change(self) -> tuple[str, Change]:
        title = self.title.value()
        return f"Lập {title or 'quy chế mới'} từ {self._head.title}", self._made

    def _made(self, store: Any) -> str:  # noqa: ANN401 - the store, which screens do not know
        return succession.follow(
            store, facts=self.desk.facts, ident=self._head.id, title=self.title.value(), text=self.coming.text
        )


def follow(desk: Desk, head: Head, parent: QWidget, band: Band, done: Callable[[str], object]) -> None:
    """Choose the new text, show what it changes, and begin; the id of what was begun is handed on."""
    path = choose_file(parent, "Văn bản quy chế mới hoặc văn bản sửa đổi, bổ sung", kinds=KINDS)
    if path:
        follow_with(desk, head, path, parent, band, done)


def follow_with(desk: Desk, head: Head, path: Path, parent: QWidget, band: Band, done: Callable[[str], object]) -> None:
    """The reading takes a second or two, off the window's thread."""

    def show(read: Coming) -> None:
        band.clear()
        dialog = FollowDialog(desk, head, read, parent=parent)
        if dialog.exec():
            done(dialog.made)

    def refused(error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        band.show_refusal(error.sentence)

    desk.tasks.run(partial(coming, desk.facts, head.id, path), show, refused)
