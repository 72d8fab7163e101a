"""How each dialog of the office's own days is opened."""

from functools import partial
from pathlib import Path

from desktop.qt.dialog import Dialog
from desktop.screens.base.desk import Desk
from desktop.screens.days.dialogs import DayDialog


def dialogs(desk: Desk, folder: Path) -> list[partial[Dialog]]:
    return [partial(DayDialog, desk)]
