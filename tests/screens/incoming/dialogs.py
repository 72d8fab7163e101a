"""How each dialog of Văn bản đến is opened."""

from functools import partial
from pathlib import Path

from desktop.domain.records import Incoming
from desktop.qt.dialog import Dialog
from desktop.screens.base.desk import Desk
from desktop.screens.incoming.dialogs import IncomingDialog, PassDialog, SettleDialog


def dialogs(desk: Desk, folder: Path) -> list[partial[Dialog]]:
    paper = Incoming(id="i1", number=1, arrived=desk.today, sender="Tỉnh ủy", title="Báo cáo quý", asks="report")
    desk.do("Vào sổ văn bản đến", lambda store: store.put(paper, before=None))
    return [partial(IncomingDialog, desk), partial(PassDialog, desk, paper), partial(SettleDialog, desk, paper)]
