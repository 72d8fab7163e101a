"""How each dialog of Kiểm điểm, tín nhiệm is opened."""

from functools import partial
from pathlib import Path

from desktop.qt.dialog import Dialog
from desktop.screens.base.desk import Desk
from desktop.screens.reviews.dialogs import QuestionDialog, ReviewDialog
from desktop.screens.reviews.scores import ScoresDialog
from desktop.usecases.reviews import rows as reviews


def dialogs(desk: Desk, folder: Path) -> list[partial[Dialog]]:
    held = desk.facts.office.reviews
    vote = next(one for one in held if one.kind == "confidence-vote")
    asked = next(one for one in held if one.kind == "questioning")
    assert reviews.scored(desk.facts, vote)
    return [partial(ReviewDialog, desk), partial(QuestionDialog, desk, asked), partial(ScoresDialog, desk, vote)]
