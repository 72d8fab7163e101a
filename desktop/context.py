"""What the program is handed about the machine it runs on: its folders and its clock. Made once, in `__main__`."""

import datetime as dt
import getpass
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Clock = Callable[[], dt.datetime]
"""Gives the local time. Order of records never depends on it: clocks go back."""


@dataclass(frozen=True, slots=True)
class Paths:
    """The user's own folders; nothing is created until something is written."""

    data: Path
    documents: Path

    @classmethod
    def of_user(cls) -> "Paths":
        """The system's folders for this user, or everything under `THUKY_HOME` where that is set."""
        if home := os.environ.get("THUKY_HOME"):
            return cls.under(Path(home))
        import platformdirs  # only here: a start with THUKY_HOME or a test needs none of it

        return cls(Path(platformdirs.user_data_dir("ThuKy", appauthor=False)), Path(platformdirs.user_documents_dir()))

    @classmethod
    def under(cls, folder: Path) -> "Paths":
        return cls(folder / "data", folder / "documents")

    @property
    def office(self) -> Path:
        """The office file opened where none is named."""
        return self.data / "office.thuky"

    @property
    def state(self) -> Path:
        """Window sizes, columns and the last file opened."""
        return self.data / "state.ini"

    @property
    def log(self) -> Path:
        return self.data / "log" / "thuky.log"


@dataclass(frozen=True, slots=True)
class Context:
    paths: Paths
    clock: Clock
    who: str

    @property
    def today(self) -> dt.date:
        return self.clock().date()


def of_machine() -> Context:
    return Context(Paths.of_user(), dt.datetime.now, _user_name())


def _user_name() -> str:
    try:
        return getpass.getuser()
    except OSError:  # a user id without a name, as in some containers
        return ""


def has_display() -> bool:
    """Whether somebody could see a window."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
