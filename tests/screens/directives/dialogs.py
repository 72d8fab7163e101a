"""How each dialog of Sơ kết, tổng kết is opened."""

from functools import partial
from pathlib import Path

from desktop.qt.dialog import Dialog
from desktop.screens.base.desk import Desk
from desktop.screens.directives.dialogs import DirectiveDialog, DirectiveReviewDialog


def dialogs(desk: Desk, folder: Path) -> list[partial[Dialog]]:
    directive = desk.facts.office.directives[0]
    return [partial(DirectiveDialog, desk), partial(DirectiveReviewDialog, desk, directive)]
