"""How each dialog of the window itself is opened."""

from functools import partial
from pathlib import Path

from desktop.domain.amending import Bound
from desktop.qt.dialog import Dialog
from desktop.screens.base.desk import Desk
from desktop.screens.window.amending import AmendDialog
from desktop.screens.window.article import ArticleDialog
from desktop.screens.window.missing import MissingOffice
from desktop.screens.window.restore import RestoreDialog
from desktop.screens.window.wizard import Wizard
from desktop.usecases.base.afterwards import Question

READ_ONLY = (
    ArticleDialog,
    MissingOffice,
)


def dialogs(desk: Desk, folder: Path) -> list[partial[Dialog]]:
    meeting = next(one for one in desk.facts.sessions if one.start.date() > desk.today)
    falls = Question(falling=(), papers=("Biên bản đã ký ngày 06/9/2024",), bound=Bound(meeting, ()))
    assert desk.copies is not None
    return [
        partial(ArticleDialog, desk, ()),
        partial(AmendDialog, falls),
        partial(MissingOffice, folder / "office.thuky"),
        partial(Wizard, folder / "mới.thuky", clock=desk.now),
        partial(RestoreDialog, desk, desk.copies),
    ]
