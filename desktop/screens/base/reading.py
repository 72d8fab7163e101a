"""A file read off the window's thread, with a dialog that gives the reading up once it takes time."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop.qt.boxes import STRETCH, column, label
from desktop.qt.dialog import Dialog
from desktop.qt.tasks import Tasks
from desktop.usecases.directory.people import Stopped

T = TypeVar("T")
Stop = Callable[[], bool]
_SOON = 500
"""Milliseconds: most files are read before anything need be shown."""


class ReadingDialog(Dialog):
    """Says which file is being read; closing it gives the reading up."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__("Đang đọc tệp", close="Dừng", parent=parent)
        self.body.addLayout(column(label(f"Đang đọc {name}. Chưa có gì được nhập.", wrap=True), STRETCH))
        self.set_size(420, 140)
        self.soon = QTimer(self)
        self.soon.setSingleShot(True)
        self.soon.timeout.connect(self.open)
        self.set_busy(True)


def read_aside(
    tasks: Tasks,
    parent: QWidget,
    path: Path,
    read: Callable[[Stop], T],
    done: Callable[[T], object],
    failed: Callable[[Exception], object],
) -> None:
    """Read, and hand on the answer or the failure unless the reading was given up meanwhile."""
    given_up, dialog = Event(), ReadingDialog(path.name, parent=parent)
    dialog.rejected.connect(given_up.set)
    tasks.run(
        partial(read, given_up.is_set), partial(_end, dialog, given_up, done), partial(_end, dialog, given_up, failed)
    )
    dialog.soon.start(_SOON)


def _end(dialog: ReadingDialog, given_up: Event, then: Callable[[T], object], answer: T) -> None:
    stopped = given_up.is_set() or isinstance(answer, Stopped)
    dialog.soon.stop()
    dialog.done(Dialog.DialogCode.Accepted)
    dialog.deleteLater()
    if not stopped:
        then(answer)
