"""How each dialog of Văn bản đến is opened."""

from functools import partial
from pathlib import Path

from desktop.qt.dialog import Dialog
from desktop.screens.base.desk import Desk
from desktop.screens.incoming.dialogs import IncomingDialog, PassDialog, SettleDialog


def dialogs(desk: Desk, folder: Path) -> list[partial[Dialog]]:
    paper = desk.facts.office.incoming[0]
    return [partial(IncomingDialog, desk), partial(PassDialog, desk, paper), partial(SettleDialog, desk, paper)]
