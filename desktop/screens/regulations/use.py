"""What is odd in a regulation's own text, and how it is treated."""

from PySide6.QtWidgets import QWidget

from desktop.qt.boxes import STRETCH, column, holder, label, scroll
from desktop.qt.dialog import Dialog
from desktop.usecases.regulations import ruleset
from desktop.usecases.regulations.ruleset import UseRow


class OdditiesDialog(Dialog):
    """What the text's own slips are, and how each is treated."""

    def __init__(self, use: UseRow, *, parent: QWidget | None = None) -> None:
        super().__init__("Điểm lưu ý của văn bản", parent=parent)
        found = ruleset.oddities(use.in_force)
        lines = [self._line(at, finding, treatment) for at, finding, treatment in found]
        self.body.addWidget(label(f"{use.title}: {len(found)} điểm", "section", wrap=True))
        self.body.addWidget(scroll(holder(column(*lines, STRETCH, gap=12, margins=(0, 0, 8, 0)))), 1)
        self.set_size(640, 520)

    def _line(self, at: str, finding: str, treatment: str) -> QWidget:
        words = (label(finding, wrap=True), label(treatment, "second", wrap=True))
        return holder(column(label(at, "strong"), *words, gap=2))
