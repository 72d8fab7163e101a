"""How the preview of a paper is opened."""

from functools import partial
from pathlib import Path

from desktop.qt.dialog import Dialog
from desktop.screens.base.desk import Desk
from desktop.screens.papers.screen import Preview

LOSES_NOTHING = (Preview,)


def dialogs(desk: Desk, folder: Path) -> list[partial[Dialog]]:
    meeting = next(one for one in desk.facts.sessions if one.start.date() > desk.today)
    return [partial(Preview, desk, "giay-moi", meeting.id)]
