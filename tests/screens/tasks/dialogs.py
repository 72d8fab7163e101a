"""How each dialog of a task is opened."""

from functools import partial
from pathlib import Path

from desktop.qt.dialog import Dialog
from desktop.screens.base.desk import Desk
from desktop.screens.tasks.dialogs import CauseDialog, DoneDialog, TaskDialog


def dialogs(desk: Desk, folder: Path) -> list[partial[Dialog]]:
    task = desk.facts.office.tasks[0]
    return [partial(TaskDialog, desk), partial(DoneDialog, desk, task), partial(CauseDialog, desk, task)]
