"""How each dialog of a delegated matter is opened."""

from functools import partial
from pathlib import Path

from desktop.qt.dialog import Dialog
from desktop.screens.base.desk import Desk
from desktop.screens.delegated.dialogs import ChoosePaper, StartDelegated


def dialogs(desk: Desk, folder: Path) -> list[partial[Dialog]]:
    return [partial(StartDelegated, desk), partial(ChoosePaper, list(desk.facts.office.documents[:3]))]
