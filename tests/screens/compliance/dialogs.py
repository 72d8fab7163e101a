"""How each dialog of Thực hiện Quy chế is opened."""

from functools import partial
from pathlib import Path

from desktop.qt.dialog import Dialog
from desktop.screens.base.desk import Desk
from desktop.screens.compliance.reasoning import ReasoningDialog

READ_ONLY = (ReasoningDialog,)


def dialogs(desk: Desk, folder: Path) -> list[partial[Dialog]]:
    return [partial(ReasoningDialog, desk, desk.findings()[0])]
