"""How the dialog of a visit is opened."""

from functools import partial
from pathlib import Path

from desktop.qt.dialog import Dialog
from desktop.screens.base.desk import Desk
from desktop.screens.visits.dialogs import VisitDialog


def dialogs(desk: Desk, folder: Path) -> list[partial[Dialog]]:
    return [partial(VisitDialog, desk)]
