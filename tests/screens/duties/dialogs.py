"""How each dialog of Việc riêng is opened."""

from functools import partial
from pathlib import Path

from desktop.domain.records import Duty, OwnCite
from desktop.qt.dialog import Dialog
from desktop.screens.base.desk import Desk
from desktop.screens.duties.dialogs import DutyDialog, DutyDoneDialog
from desktop.usecases.duties import rows as duties


def dialogs(desk: Desk, folder: Path) -> list[partial[Dialog]]:
    duty = Duty(id="y1", title="Kiểm kê con dấu", often={"n": 1, "per": "quarter"}, cite=OwnCite(article="Điều 5"))
    desk.do("Ghi việc riêng", lambda store: store.put(duty, before=None))
    row = duties.rows(desk.facts, desk.findings())[0]
    return [partial(DutyDialog, desk), partial(DutyDoneDialog, desk, row)]
