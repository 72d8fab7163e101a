"""How each dialog of a meeting is opened."""

from functools import partial
from pathlib import Path

from desktop.qt.dialog import Dialog
from desktop.screens.base.desk import Desk
from desktop.screens.meetings import dialogs as small
from desktop.screens.meetings.move import MoveDialog
from desktop.screens.meetings.plan import PlanDialog

LOSES_NOTHING = (small.PeopleDialog,)


def dialogs(desk: Desk, folder: Path) -> list[partial[Dialog]]:
    facts, people = desk.facts, desk.facts.office.people
    meeting = next(one for one in facts.sessions if one.start.date() > desk.today)
    return [
        partial(MoveDialog, desk, meeting),
        partial(PlanDialog, desk),
        partial(small.InsteadDialog, facts, meeting),
        partial(small.NoteDialog, "Hoãn họp", "Lý do", "Hoãn họp"),
        partial(small.PeopleDialog, "Ủy viên đề nghị họp", people, ()),
        partial(small.ChoiceDialog, facts, people),
        partial(small.GuestDialog, facts, people, facts.office.units),
        partial(small.DiscussionDialog, facts, "Mục 1", people, ()),
    ]
