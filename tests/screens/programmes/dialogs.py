"""How each dialog of a programme is opened."""

from functools import partial
from pathlib import Path

from desktop.qt.dialog import Dialog
from desktop.screens.base.desk import Desk
from desktop.screens.programmes.dialogs import AdjustDialog, AdoptDialog, DoneDialog, ItemDialog, StartDialog
from desktop.screens.programmes.proposal import ProposalDialog


def dialogs(desk: Desk, folder: Path) -> list[partial[Dialog]]:
    programme = next(one for one in desk.facts.office.programmes if one.items)
    return [
        partial(StartDialog, desk),
        partial(ItemDialog, desk, programme),
        partial(DoneDialog, desk, programme, 0),
        partial(AdoptDialog, desk, programme),
        partial(AdjustDialog, desk, programme),
        partial(ProposalDialog, desk),
    ]
