"""How each dialog of events is opened."""

from functools import partial
from pathlib import Path

from desktop.exchange.ics.reading import read_calendar
from desktop.qt.dialog import Dialog
from desktop.screens.base.desk import Desk
from desktop.screens.events.dialogs import EventDialog
from desktop.screens.events.files import EventsImportDialog, ExportDialog
from desktop.usecases.events import exporting, importing


def dialogs(desk: Desk, folder: Path) -> list[partial[Dialog]]:
    event, year = desk.facts.office.events[0], desk.today.year
    content, _ = exporting.export(desk.facts, str(year), desk.now())
    lines = importing.plan(desk.facts, read_calendar(content))
    return [
        partial(EventDialog, desk),
        partial(EventDialog, desk, event),
        partial(ExportDialog, desk, year),
        partial(EventsImportDialog, desk, lines),
    ]
