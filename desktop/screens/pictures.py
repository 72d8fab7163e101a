"""A picture of every screen, for the demo and for looking at: the same office and day give the same pictures."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from desktop.qt import theme
from desktop.screens.absences import AbsencesScreen
from desktop.screens.places import PLACES, SETTINGS
from desktop.screens.shell import Shell

LAPTOP = QSize(1366, 736)
"""1366×768 with the title bar taken off."""


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


def shots(meeting: str = "") -> Iterable[Shot]:
    """Every screen as drawn, then Hôm nay and a meeting at the other widths and in the dark."""
    for number, place in enumerate((*PLACES, SETTINGS), 1):
        yield Shot(f"{number:02}-{place.key}", place.key)
    yield Shot("20-today-dark", "today", dark=True)
    for name, size in (("1280", QSize(1280, 736)), ("900", QSize(900, 700))):
        yield Shot(f"21-today-{name}", "today", size=size)
    yield Shot("22-today-683", "today", size=QSize(683, 352), ratio=2.0)
    yield Shot("50-absences-year", "absences", before=_year_of_absences)
    yield Shot("51-absences-year-dark", "absences", dark=True, before=_year_of_absences)
    yield Shot("52-absences-683", "absences", size=QSize(683, 352), ratio=2.0, before=_list_of_absences)
    yield Shot("53-assignments-units", "assignments", "units")
    yield Shot("54-tasks", "assignments", "tasks")
    yield Shot("55-tasks-683", "assignments", "tasks", size=QSize(683, 352), ratio=2.0)
    for name, open_last in (("ballot", _last_ballot), ("delegated", _last_delegated)):
        yield Shot(f"40-{name}", "ballots", before=open_last)
        yield Shot(f"41-{name}-dark", "ballots", dark=True, before=open_last)
        yield Shot(f"42-{name}-1280", "ballots", size=QSize(1280, 736), before=open_last)
        yield Shot(f"43-{name}-683", "ballots", size=QSize(683, 352), ratio=2.0, before=open_last)
    if meeting:
        yield Shot("30-meeting", "meetings", meeting)
        yield Shot("31-meeting-dark", "meetings", meeting, dark=True)
        yield Shot("32-meeting-1280", "meetings", meeting, size=QSize(1280, 736))
        yield Shot("33-meeting-683", "meetings", meeting, size=QSize(683, 352), ratio=2.0)


def _last_ballot(shell: Shell) -> None:
    for one in shell.desk.facts.office.ballots[-1:]:
        shell.show_place("ballots", one.id)


def _last_delegated(shell: Shell) -> None:
    for one in shell.desk.facts.office.delegated[-1:]:
        shell.show_place("ballots", f"delegated:{one.id}")


def _year_of_absences(shell: Shell) -> None:
    screen = shell.current()
    assert isinstance(screen, AbsencesScreen)
    screen.show_view("year")


def _list_of_absences(shell: Shell) -> None:
    screen = shell.current()
    assert isinstance(screen, AbsencesScreen)
    screen.show_view("list")


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
    if theme.current().dark is not shot.dark:
        theme.install(app, "dark" if shot.dark else "light")
    shell.resize(shot.size)
    shell.show_place(shot.place, shot.record)
    if shot.before:
        shot.before(shell)
    app.processEvents()
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
