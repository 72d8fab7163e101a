"""A picture of every screen, for the demo and for looking at: the same office and day give the same pictures."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QSize, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.rules import report_received
from desktop.nouns import tabs_of
from desktop.qt import theme
from desktop.screens.absences.screen import AbsencesScreen
from desktop.screens.base.desk import Desk
from desktop.screens.base.places import PLACES, SETTINGS
from desktop.screens.calendar.screen import CalendarScreen
from desktop.screens.compliance.screen import BY_QUARTER, BY_YEAR, ComplianceScreen
from desktop.screens.documents.screen import DocumentsScreen
from desktop.screens.meetings.plan import PlanDialog
from desktop.screens.meetings.screen import MeetingsScreen
from desktop.screens.papers.screen import Preview
from desktop.screens.programmes.dialogs import StartDialog
from desktop.screens.programmes.proposal import ProposalDialog
from desktop.screens.regulations.change import ChangeDialog
from desktop.screens.regulations.own_dialogs import NewProfileDialog
from desktop.screens.window.shell import Shell
from desktop.screens.window.wizard import Wizard
from desktop.usecases.regulations import ruleset

LAPTOP = QSize(1366, 736)
"""1366×768 with the title bar taken off."""

PREVIEW = QSize(1170, 704)
"""As large as a laptop lets the preview be."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: which screen and record, at which size, light or dark, and drawn how many times larger."""

    name: str
    place: str
    record: str = ""
    size: QSize = LAPTOP
    dark: bool = False
    ratio: float = 1.0
    before: Callable[[Shell], object] | None = None


def shots(meeting: str = "", held: str = "") -> Iterable[Shot]:
    """Every screen and tab as drawn, then some at the other widths and in the dark; a meeting to come and one held."""
    for number, place in enumerate((*PLACES, SETTINGS), 1):
        yield Shot(f"{number:02}-{place.key}", place.key)
    yield Shot("02-calendar-week", "calendar", before=partial(_view, "week"))
    yield Shot("02-calendar-agenda", "calendar", before=partial(_view, "agenda"))
    yield Shot("02-calendar-month", "calendar", dark=True, before=partial(_view, "month"))
    for tab in ("units", "office", "regulation", "own", "settings", "days"):
        yield Shot(f"10-directory-{tab}", "directory", tab)
    yield Shot("11-settings-dark", "directory", "settings", dark=True)
    yield Shot("11-settings-683", "directory", "settings", size=QSize(683, 352), ratio=2.0)
    yield Shot("20-today-dark", "today", dark=True)
    for name, size in (("1280", QSize(1280, 736)), ("900", QSize(900, 700))):
        yield Shot(f"21-today-{name}", "today", size=size)
    yield Shot("22-today-683", "today", size=QSize(683, 352), ratio=2.0)
    yield Shot("50-absences-year", "absences", before=_year_of_absences)
    yield Shot("51-absences-year-dark", "absences", dark=True, before=_year_of_absences)
    yield Shot("52-absences-683", "absences", size=QSize(683, 352), ratio=2.0, before=_list_of_absences)
    yield Shot("56-documents-queue", "documents", "queue")
    yield Shot("57-documents-dark", "documents", dark=True, before=_last_issued)
    yield Shot("57-documents-1280", "documents", size=QSize(1280, 736), before=_last_issued)
    yield Shot("58-documents-683", "documents", size=QSize(683, 352), ratio=2.0)
    yield Shot("53-assignments-units", "assignments", "units")
    yield Shot("54-tasks", "assignments", "tasks")
    yield Shot("55-tasks-683", "assignments", "tasks", size=QSize(683, 352), ratio=2.0)
    yield from _pictured("programmes")
    yield Shot("56-programme", "programmes", before=_adjusted_programme)
    yield Shot("57-programme-dark", "programmes", dark=True, before=_adjusted_programme)
    yield Shot("58-programme-683", "programmes", size=QSize(683, 352), ratio=2.0, before=_adjusted_programme)
    for name, open_last in (("ballot", _last_ballot), ("delegated", _last_delegated)):
        yield Shot(f"40-{name}", "ballots", before=open_last)
        yield Shot(f"41-{name}-dark", "ballots", dark=True, before=open_last)
        yield Shot(f"42-{name}-1280", "ballots", size=QSize(1280, 736), before=open_last)
        yield Shot(f"43-{name}-683", "ballots", size=QSize(683, 352), ratio=2.0, before=open_last)
    yield from _kept()
    if meeting:
        yield Shot("30-meeting", "meetings", meeting)
        yield Shot("31-meeting-dark", "meetings", meeting, dark=True)
        yield Shot("32-meeting-1280", "meetings", meeting, size=QSize(1280, 736))
        yield Shot("33-meeting-683", "meetings", meeting, size=QSize(683, 352), ratio=2.0)
    if held:
        for number, tab in enumerate(("people", "course", "papers"), 4):
            yield Shot(f"3{number}-meeting-{tab}", "meetings", held, before=partial(_meeting_tab, tab))


def _pictured(place: str) -> Iterable[Shot]:
    """The tabs of a screen, each in every width and in the dark, and the other things shown in it."""
    for _noun, tab in tabs_of(place):
        for record in tab.pictured[:1]:
            yield Shot(f"80-{tab.key}", place, record)
            yield Shot(f"81-{tab.key}-dark", place, record, dark=True)
            yield Shot(f"82-{tab.key}-1280", place, record, size=QSize(1280, 736))
            yield Shot(f"83-{tab.key}-683", place, record, size=QSize(683, 352), ratio=2.0)
        for record in tab.pictured[1:]:
            yield Shot(f"84-{record.replace(':', '-')}", place, record)


def _kept() -> Iterable[Shot]:
    """How the regulation is kept: a month's worst cell, the term, the members."""
    yield Shot("70-compliance-cell", "compliance", before=_worst_cell)
    yield Shot("71-compliance-dark", "compliance", dark=True, before=_worst_cell)
    yield Shot("72-compliance-1280", "compliance", size=QSize(1280, 736), before=_worst_cell)
    yield Shot("73-compliance-683", "compliance", size=QSize(683, 352), ratio=2.0, before=_worst_cell)
    yield Shot("74-compliance-term", "compliance", before=partial(_term, BY_YEAR))
    yield Shot("75-compliance-quarters", "compliance", before=partial(_term, BY_QUARTER))
    yield Shot("76-compliance-members", "compliance", before=_members)


def _compliance(shell: Shell) -> ComplianceScreen:
    screen = shell.current()
    assert isinstance(screen, ComplianceScreen)
    return screen


def _worst_cell(shell: Shell) -> None:
    screen = _compliance(shell)
    screen.show_view("rules")
    screen.show_span(str(shell.desk.today.year))
    screen.table.select(report_received.RULE.id, "", f"{shell.desk.today:%Y-%m}")


def _term(span: str, shell: Shell) -> None:
    _compliance(shell).show_view("rules")
    _compliance(shell).show_span(span)


def _members(shell: Shell) -> None:
    screen = _compliance(shell)
    screen.show_view("members")
    screen.show_span(str(shell.desk.today.year))


def _view(key: str, shell: Shell) -> None:
    screen = shell.current()
    assert isinstance(screen, CalendarScreen)
    screen.show_view(key)


def _meeting_tab(key: str, shell: Shell) -> None:
    screen = shell.current()
    assert isinstance(screen, MeetingsScreen)
    screen.page.show_tab(key)


def _adjusted_programme(shell: Shell) -> None:
    for one in [each for each in shell.desk.facts.office.programmes if each.versions][:1]:
        shell.show_place("programmes", one.id)


def _last_ballot(shell: Shell) -> None:
    for one in shell.desk.facts.office.ballots[-1:]:
        shell.show_place("ballots", one.id)


def _last_delegated(shell: Shell) -> None:
    for one in shell.desk.facts.office.delegated[-1:]:
        shell.show_place("ballots", f"delegated:{one.id}")


def _last_issued(shell: Shell) -> None:
    """The newest paper whose pages are kept, its panel moved down to them."""
    kept = [one.id for one in shell.desk.facts.office.documents if one.issued]
    for ident in kept[-1:]:
        shell.show_place("documents", ident)
        screen = shell.current()
        assert isinstance(screen, DocumentsScreen)
        screen.tab().side.show_end()


def _year_of_absences(shell: Shell) -> None:
    screen = shell.current()
    assert isinstance(screen, AbsencesScreen)
    screen.show_view("year")


def _list_of_absences(shell: Shell) -> None:
    screen = shell.current()
    assert isinstance(screen, AbsencesScreen)
    screen.show_view("list")


def save_dialogs(desk: Desk, folder: Path, meeting: str) -> list[Path]:
    """Write a PNG of each dialog a clerk meets first, then of a new regulation, a programme and the year ahead."""
    planning, preview = PlanDialog(desk, day=desk.today), Preview(desk, "giay-moi", meeting)
    first_run = Wizard(folder / "van-phong.thuky", clock=desk.now)
    change, own = ChangeDialog(desk, profile=_another(desk)), NewProfileDialog(desk)
    change.take_day(desk.today + dt.timedelta(days=1))
    change.resize(PREVIEW)
    preview.resize(PREVIEW)
    files = []
    dialogs = (planning, preview, first_run, change, own, StartDialog(desk), ProposalDialog(desk))
    names = ("60-plan", "61-preview", "62-first-run", "63-regulation-change", "64-own-regulation", "65-draw-up",
             "66-year-ahead")  # fmt: skip
    for name, dialog in zip(names, dialogs, strict=True):
        dialog.show()
        _settle()
        files.append(folder / f"{name}.png")
        picture(dialog).save(str(files[-1]))
        dialog.close()
    return files


def _another(desk: Desk) -> str:
    """A regulation that ships and is not in force."""
    held = desk.facts.in_force(desk.today)
    return next(name for name in reversed(ruleset.on_offer()) if held is None or name != held.profile.name)


def _settle() -> None:
    """Let what was asked of the event loop and of the workers beside it come to rest."""
    loop = QEventLoop()
    QTimer.singleShot(400, loop.quit)
    loop.exec()


def save_all(shell: Shell, folder: Path, wanted: Iterable[Shot]) -> list[Path]:
    """Write a PNG of each; the window is shown, so this is for the offscreen window system."""
    folder.mkdir(parents=True, exist_ok=True)
    shell.show()
    files = []
    for shot in wanted:
        files.append(folder / f"{shot.name}.png")
        _take(shell, shot).save(str(files[-1]))
    return files


def _take(shell: Shell, shot: Shot) -> QImage:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setCursorFlashTime(0)  # a blinking one would be in some pictures and not in others
    if theme.current().dark is not shot.dark:
        theme.install(app, "dark" if shot.dark else "light")
    shell.resize(shot.size)
    shell.show_place(shot.place, shot.record)
    if shot.before:
        shot.before(shell)
    shell.desk.tasks.wait()  # what is worked out beside the window belongs into the picture
    for _turn in range(4):  # a layout that changes its own width asks for another turn
        app.processEvents()
    if (focused := app.focusWidget()) is not None:  # where the keyboard was left by what came before is in no picture
        focused.clearFocus()
        app.processEvents()
    return picture(shell, shot.ratio)


def picture(widget: QWidget, ratio: float = 1.0) -> QImage:
    """Draw a widget as a screen of that ratio would."""
    image = QImage(widget.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    widget.render(painter, QPoint(0, 0))
    painter.end()
    return image
