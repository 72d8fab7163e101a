"""How each dialog of an absence is opened."""

from functools import partial
from pathlib import Path

from desktop.domain.absences import Run
from desktop.qt.dialog import Dialog
from desktop.screens.absences.dialog import AbsenceDialog
from desktop.screens.absences.small import CoverDialog, DutyDialog, ReportDialog
from desktop.screens.base.desk import Desk
from desktop.usecases.absences.outlook import Duty


def dialogs(desk: Desk, folder: Path) -> list[partial[Dialog]]:
    absence, people = desk.facts.office.absences[0], desk.facts.office.people
    duty = Duty(run=Run(desk.today, desk.today), cite=None, finding=None, candidates=people[:4])
    return [
        partial(AbsenceDialog, desk),
        partial(ReportDialog, desk, absence),
        partial(DutyDialog, desk, duty),
        partial(CoverDialog, desk, absence),
    ]
