"""How each dialog of the directory is opened."""

from functools import partial
from pathlib import Path

from desktop.exchange.lists.people_cells import Entry, PeopleRead
from desktop.qt.dialog import Dialog
from desktop.screens.base.desk import Desk
from desktop.screens.directory.dialogs import PersonDialog, PostDialog, SeatDialog, UnitDialog
from desktop.screens.directory.import_people import ImportDialog
from desktop.screens.directory.merging import MergeDialog


def dialogs(desk: Desk, folder: Path) -> list[partial[Dialog]]:
    person = desk.facts.office.people[0]
    entries = (Entry(row=2, name="Lê Thị Hai", born=1980),)
    return [
        partial(PersonDialog, desk),
        partial(SeatDialog, desk, person),
        partial(PostDialog, desk, person),
        partial(UnitDialog, desk),
        partial(MergeDialog, desk),
        partial(ImportDialog, desk, PeopleRead(entries, ("Bỏ qua 1 dòng cộng: 9 “Cộng”.",))),
    ]
