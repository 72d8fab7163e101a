"""The regulation that follows one of the office's own: its text is read, what did not change is taken over."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.domain.refusal import Refusal
from desktop.qt.boxes import label
from desktop.qt.dialog import choose_file
from desktop.qt.fields import TextField
from desktop.qt.notices import Band
from desktop.screens.base.desk import Change, Desk
from desktop.screens.base.record_dialog import SmallDialog
from desktop.screens.regulations.own_dialogs import KINDS
from desktop.usecases.regulations import succession
from desktop.usecases.regulations.own_profile import Head
from desktop.usecases.regulations.succession import Coming

LEAD = (
    "Nội dung có lời văn không đổi được giữ theo điều mới; nội dung có lời văn hoặc mức quy định thay đổi "
    "chờ xác nhận lại. "
    "Việc trước ngày áp dụng vẫn xét theo quy chế trước."
)


class FollowDialog(SmallDialog):
    """What was read of the new text is told before anything is made of it."""

    def __init__(self, desk: Desk, head: Head, coming: Coming, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, f"{coming.title} thay {head.title}", "Lập quy chế", LEAD, parent)
        self.setWindowTitle("Lập từ quy chế trước")
        self._head, self._coming = head, coming
        self.title = TextField("Tên, số quy chế mới")
        self.title.set_value(coming.title)
        self.told = label("\n".join(coming.told), wrap=True)
        self.lay_out(self.title, width=560)
        self.body.insertWidget(1, self.told)

    def change(self) -> tuple[str, Change]:
        title = self.title.value()
        return f"Lập {title or 'quy chế mới'} từ {self._head.title}", self._made

    def _made(self, store: object) -> str:
        return succession.follow(
            store, facts=self.desk.facts, ident=self._head.id, title=self.title.value(), text=self._coming.text
        )


def follow(desk: Desk, head: Head, parent: QWidget, band: Band) -> str:
    """Choose the new text, show what it changes, and begin; the id of what was begun, empty where nothing was."""
    path = choose_file(parent, "Văn bản quy chế mới hoặc văn bản sửa đổi, bổ sung", kinds=KINDS)
    return follow_with(desk, head, path, parent, band) if path else ""


def follow_with(desk: Desk, head: Head, path: Path, parent: QWidget, band: Band) -> str:
    try:
        coming = succession.coming(desk.facts, head.id, path)
    except Refusal as refusal:
        band.show_refusal(refusal.sentence)
        return ""
    band.clear()
    dialog = FollowDialog(desk, head, coming, parent=parent)
    return dialog.made if dialog.exec() else ""
