"""How each dialog of the register is opened."""

from functools import partial
from pathlib import Path

from desktop.domain.records import Attachment
from desktop.qt.dialog import Dialog
from desktop.screens.base.desk import Desk
from desktop.screens.documents.dialogs import CancelDialog, NumberDialog
from desktop.screens.documents.importing import ImportDialog
from desktop.screens.documents.issued import IssuedDialog
from desktop.usecases.documents.importing import Register
from desktop.usecases.papers import printing


def dialogs(desk: Desk, folder: Path) -> list[partial[Dialog]]:
    meeting = next(one for one in desk.facts.sessions if one.start.date() > desk.today)
    pdf = printing.to_pdf(printing.print_form(desk.facts, "giay-moi", meeting.id, on=desk.today))
    return [
        partial(CancelDialog, desk, desk.facts.office.documents[0]),
        partial(NumberDialog, desk),
        partial(ImportDialog, desk, Register([], ())),
        partial(IssuedDialog, desk, Attachment(name="x.pdf"), pdf),
    ]
