"""How each dialog of a ballot is opened."""

from functools import partial
from pathlib import Path

from desktop.qt.dialog import Dialog
from desktop.screens.ballots.start import StartBallot
from desktop.screens.base.desk import Desk


def dialogs(desk: Desk, folder: Path) -> list[partial[Dialog]]:
    return [partial(StartBallot, desk)]
