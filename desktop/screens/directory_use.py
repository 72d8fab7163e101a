"""Taking a regulation into use from a day, and what is odd in a regulation's own text."""

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.qt.boxes import STRETCH, column, holder, label, scroll
from desktop.qt.dialog import Dialog
from desktop.qt.fields import Combo, DateField
from desktop.screens.desk import Change, Desk
from desktop.screens.directory_dialogs import SmallDialog
from desktop.usecases import ruleset
from desktop.usecases.ruleset import UseRow

LEAD = "Quy chế mới thay quy chế đang dùng từ ngày này; việc trước đó vẫn xét theo quy chế cũ."


class UseDialog(SmallDialog):
    def __init__(self, desk: Desk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Áp dụng quy chế khác", "Áp dụng", LEAD, parent)
        self.profiles = ruleset.on_offer(desk.facts.office)
        self.profile = Combo("Quy chế", [(name, ruleset.title_of(held)) for name, held in self.profiles.items()])
        self.first = DateField("Có hiệu lực từ ngày", today=desk.today, required=True)
        self.lay_out(self.profile, self.first)
        self.setMinimumWidth(520)

    def change(self) -> tuple[str, Change]:
        name, first = self.profile.value() or "", self.first.value() or self.desk.today
        change = partial(
            ruleset.take_into_use, facts=self.desk.facts, profile=name, from_=first, profiles=self.profiles
        )
        return f"Áp dụng quy chế từ {vi.day(first)}", change


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
