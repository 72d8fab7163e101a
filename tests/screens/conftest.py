"""A real window on a real office file, with a clock the test moves."""

import datetime as dt
import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.session import OfficeFile
from desktop.app import attach
from desktop.domain.records import Meeting, Office
from desktop.qt import dialog, theme
from desktop.qt.memory import Memory
from desktop.screens.desk import Desk
from desktop.screens.reading import ReadingDialog
from desktop.screens.shell import Shell
from tests.usecases.meeting_office import NOW


class Window:
    """The window as a clerk has it before them."""

    def __init__(self, qtbot: QtBot, path: Path, office: Office, *, patience: float = math.inf) -> None:
        self.now = NOW
        self.qtbot = qtbot
        self.told: list[str] = []
        self.file = OfficeFile.create(path, office, clock=lambda: self.now, who="văn thư")
        self.desk = Desk(clock=lambda: self.now, memory=Memory(), patience=patience)
        self.shell = Shell(self.desk)
        qtbot.addWidget(self.shell)
        attach(self.shell, self.file)
        self.shell.resize(1366, 768)
        self.shell.show()
        self.activate()

    def activate(self) -> None:
        """Bring the window forward, so that fields get and lose the focus as on a desktop."""
        self.shell.activateWindow()
        self.qtbot.waitUntil(self.shell.isActiveWindow)

    def move_clock(self, now: dt.datetime) -> None:
        self.now = now
        self.desk.turn_day()

    def meeting(self, ident: str = "m1") -> Meeting:
        found = self.desk.facts.meeting(ident)
        assert found is not None
        return found

    def screen(self, place: str) -> Any:  # noqa: ANN401 - each test knows the class of its screen
        self.shell.show_place(place)
        QApplication.processEvents()
        return self.shell.current()

    def in_dialog(self, act: Callable[[Any], None]) -> None:
        """Do this in the next dialog that opens, whether it blocks or not; that a file is read passes."""

        def wait() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None or isinstance(dialog, ReadingDialog):
                QTimer.singleShot(20, wait)
            else:
                act(dialog)

        QTimer.singleShot(20, wait)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A window of a loaded machine may be late to get the focus: such a test is tried once more, and pytest says so."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(autouse=True)
def _leaves(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests of other things let go what they typed; `asks` marks those that are asked as a clerk is."""
    if request.node.get_closest_marker("asks") is None:
        monkeypatch.setattr(dialog, "sure_to_leave", lambda _parent: True)


MakeWindow = Callable[[Office], Window]


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MakeWindow]:
    theme.install(qapp, "light")
    made: list[Window] = []

    def make(office: Office) -> Window:
        made.append(Window(qtbot, tmp_path / f"văn phòng {len(made)}.thuky", office))
        return made[-1]

    yield make
    for one in made:
        one.shell.close()
        one.file.close()
