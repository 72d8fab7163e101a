"""A real window on a real office file, with a clock the test moves."""

import datetime as dt
import hashlib
import math
import pickle
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from db.session import OfficeFile
from desktop.domain.records import Meeting, Office
from desktop.opening.office import attach
from desktop.qt import dialog, theme
from desktop.qt.memory import Memory
from desktop.screens.base.desk import Desk
from desktop.screens.base.reading import ReadingDialog
from desktop.screens.window.shell import Shell
from tests.usecases.meeting_office import NOW

_MADE: dict[bytes, bytes] = {}
"""The file of each office that a window was opened on: making it anew takes longer than many a test."""


def made_file(path: Path, office: Office, *, clock: Callable[[], dt.datetime], who: str) -> OfficeFile:
    """The file that `OfficeFile.create` makes, which is the same whenever the office, the time and the name are."""
    key = hashlib.blake2b(pickle.dumps((office, clock(), who))).digest()
    if key not in _MADE:
        file = OfficeFile.create(path, office, clock=clock, who=who)
        if len(_MADE) < _FEW:
            file.close()
            _MADE[key] = path.read_bytes()
            return OfficeFile.open(path, clock=clock, who=who)
        return file
    path.write_bytes(_MADE[key])
    return OfficeFile.open(path, clock=clock, who=who)


_FEW = 24


class Window:
    """The window as a clerk has it before them."""

    def __init__(self, qtbot: QtBot, path: Path, office: Office, *, patience: float = math.inf) -> None:
        self.now = NOW
        self.qtbot = qtbot
        self.told: list[str] = []
        self.file = made_file(path, office, clock=lambda: self.now, who="văn thư")
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
        EXPECTED.append(act)

        def wait() -> None:
            shown = QApplication.activeModalWidget()
            if not any(each is act for each in EXPECTED):
                return
            if shown is None or isinstance(shown, ReadingDialog):
                QTimer.singleShot(20, wait)
            else:
                EXPECTED.remove(act)
                _act_in(shown, act)

        QTimer.singleShot(20, wait)


def _act_in(shown: QWidget, act: Callable[[Any], None]) -> None:
    """What fails in a dialog leaves it: else the test would wait in it for ever."""
    try:
        act(shown)
    except BaseException:
        assert isinstance(shown, QDialog)
        shown.done(0)
        raise


EXPECTED: list[Callable[[Any], None]] = []
"""What the running test will do in the dialogs it waits for."""


class UnexpectedDialog(AssertionError):
    """A dialog opened that the test does not wait for."""


def _words(shown: QDialog) -> str:
    said = [each.text() for each in shown.findChildren(QLabel) if each.text()]
    return f"{shown.windowTitle()}: {' '.join(said)}"


@pytest.fixture(autouse=True)
def _no_dialog_unawaited(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail at once in a dialog nobody waits for; `answers` marks tests that answer by a timer of their own."""
    waits = request.node.get_closest_marker("answers") is not None

    execute, choose = dialog.Dialog.exec, dialog._chosen

    def refuse(shown: QDialog) -> None:
        if not (waits or EXPECTED or isinstance(shown, ReadingDialog)):
            raise UnexpectedDialog(_words(shown))

    def guarded(shown: dialog.Dialog) -> int:
        refuse(shown)
        return execute(shown)

    def choosing(shown: QFileDialog) -> list[Path]:
        refuse(shown)
        return choose(shown)

    monkeypatch.setattr(dialog.Dialog, "exec", guarded)
    monkeypatch.setattr(dialog, "_chosen", choosing)
    yield
    EXPECTED.clear()


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
