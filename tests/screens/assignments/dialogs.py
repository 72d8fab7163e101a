"""How each dialog of Phân công is opened."""

from functools import partial
from pathlib import Path

from desktop.qt.dialog import Dialog
from desktop.screens.assignments.dialogs import AssignmentDialog, HandOverDialog
from desktop.screens.base.desk import Desk


def dialogs(desk: Desk, folder: Path) -> list[partial[Dialog]]:
    return [partial(AssignmentDialog, desk), partial(HandOverDialog, desk, desk.facts.office.people[0].id)]
