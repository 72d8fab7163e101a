"""Everything that is wrong with a list from Excel, each with its cell, and the sheet to start from."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.qt.boxes import STRETCH, column, holder, label, scroll
from desktop.qt.buttons import Button
from desktop.qt.dialog import NOT_SAVED, Dialog, choose_file, tell, write_file
from desktop.qt.marks import MarkLine
from desktop.usecases.directory import people as people_list
from desktop.usecases.directory.people import PeopleRead, UnreadableList

KINDS = "Tệp Excel (*.xlsx)"


TEMPLATE_NAME = "Danh sách cấp ủy.xlsx"


class FaultsDialog(Dialog):
    """Everything that is wrong with a list, each with its cell, and the sheet to start from."""

    def __init__(
        self,
        refused: UnreadableList,
        *,
        template: Callable[[], bytes] = people_list.template,
        name: str = TEMPLATE_NAME,
        parent: QWidget | None = None,
    ) -> None:
        self._template, self._name = template, name
        button = Button("Lưu mẫu Excel…", icon="mdi6.file-excel-outline", run=self._save_template)
        rest = refused.rest.entries if isinstance(refused.rest, PeopleRead) else ()
        primary = f"Bỏ qua, xem {len(rest)} người còn lại" if rest else ""
        super().__init__("Danh sách chưa nhập được", primary=primary, others=(button,), parent=parent)
        lines = [MarkLine("breach", sentence) for sentence in refused.faults]
        count = f"{len(lines)} chỗ cần sửa; chưa có gì được nhập."
        self.body.addWidget(label(count, "section"))
        self.body.addWidget(scroll(holder(column(*lines, STRETCH, gap=8, margins=(0, 0, 8, 0)))), 1)
        self.set_size(640, 420)

    def _save_template(self) -> None:
        save_template(self, self._template, self._name)


def save_template(
    parent: QWidget, template: Callable[[], bytes] = people_list.template, name: str = TEMPLATE_NAME
) -> None:
    path = choose_file(parent, "Lưu mẫu Excel", save=True, name=name, kinds=KINDS)
    if path:
        write_file(path, template(), partial(tell, parent, NOT_SAVED))
