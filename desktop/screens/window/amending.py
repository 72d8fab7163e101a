"""Asked before a change is taken: what of the votes falls away, which signed or issued papers it leaves behind."""

from PySide6.QtWidgets import QWidget

from desktop.qt.boxes import column, label
from desktop.qt.dialog import Dialog
from desktop.qt.fields import TextArea
from desktop.screens.base.desk import Asking
from desktop.usecases.base.afterwards import NO_REASON, Question

FALLING = "Người không có mặt thì không có ý kiến biểu quyết; ghi như vậy thì:"
LEFT_BEHIND = "Điều đang sửa có trong giấy tờ đã ký, đã ban hành; bản ấy sẽ khác điều đã ghi:"
AFTER = "Sửa thì lý do được giữ trong lịch sử, hiện ở mục này và ở sổ văn bản. Chỉ sửa khi cũng đính chính bản đã ký."


class AmendDialog(Dialog):
    """`reason` is asked where a paper is left behind."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question.title, primary=question.act, close="Không sửa", parent=parent)
        self._asked = question
        self.reason = TextArea("Lý do sửa", lines=2)
        if question.falling:
            self._list(FALLING, question.falling)
        if question.needs_reason:
            self._list(LEFT_BEHIND, question.papers)
            self.body.addWidget(label(AFTER, "second", wrap=True))
            self.reason.set_value(question.last_reason)
            self.body.addWidget(self.reason)

    def _list(self, head: str, lines: tuple[str, ...]) -> None:
        words = label(head, wrap=True)
        words.setMinimumWidth(440)
        self.body.addLayout(column(words, *(label(f"–  {line}", "strong", wrap=True) for line in lines), gap=4))

    def accept(self) -> None:
        if self._asked.needs_reason and not str(self.reason.read() or "").strip():
            self.reason.set_error(NO_REASON)
            return
        super().accept()


def ask(asking: Asking, parent: QWidget) -> None:
    """Put the question to whoever makes the change."""
    dialog = AmendDialog(asking.question, parent=parent)
    if dialog.exec() == AmendDialog.DialogCode.Accepted:
        asking.answer = str(dialog.reason.read() or "") if asking.question.needs_reason else ""
