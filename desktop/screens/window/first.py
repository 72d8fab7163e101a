"""The window before anything is known: it plays the picture of Hôm nay kept among the user's own data.

Everything else of the program is imported after that first paint. Every class of Qt that is touched costs part of a
millisecond and the namespace `Qt` fourteen, so this touches next to none.
"""

import datetime as dt
import hashlib
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPicture
from PySide6.QtWidgets import QMainWindow, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QInputEvent, QKeyEvent, QMouseEvent

Paint = Callable[[QPainter, int, int], None]
PICTURE = "hom-nay.picture"
"""The name of the kept picture. Qt reads such a file unchecked, so none is ever taken from an office file."""


def fits(page: str, day: dt.date, size: tuple[int, int], *, dark: bool) -> str:
    """What a picture must have been made of and for to be played; `page` is the remembered page as it was written."""
    of = hashlib.blake2b(page.encode(), digest_size=16).hexdigest()
    return f"{of} {day} {size[0]}x{size[1]} {'dark' if dark else 'light'}"


def packed(wanted: str, title: str, picture: bytes) -> bytes:
    """The kept file of a picture."""
    return b"\n".join((wanted.encode(), title.encode(), zlib.compress(picture)))


def play(folder: Path, wanted: str) -> tuple[str, Paint] | None:
    """The title and the painting of the kept picture; None where it was made for something else or cannot be read."""
    try:
        made_for, title, rest = (folder / PICTURE).read_bytes().split(b"\n", 2)
        if made_for != wanted.encode():
            return None
        data = zlib.decompress(rest)
    except (OSError, ValueError, zlib.error):
        return None
    picture = QPicture()
    picture.setData(data)
    return title.decode(), lambda painter, _w, _h: painter.drawPicture(0, 0, picture)


class FirstWindow(QMainWindow):
    """Holds the real window once there is one; until then paints what it was given.

    `of_today` says whether that shows the records as they are on this day.
    """

    def __init__(self, title: str, paint: Paint, *, of_today: bool = False) -> None:
        super().__init__()
        self._paint = paint
        self.of_today = of_today
        self.after_paint: Callable[[], object] | None = None
        self.kept: list[QInputEvent] = []
        """What was pressed and clicked before there was anything to take it."""
        self.setMinimumSize(640, 330)
        self.setWindowTitle(title)

    def paintEvent(self, event: object) -> None:
        if self.centralWidget() is not None:
            return
        painter = QPainter(self)
        self._paint(painter, self.width(), self.height())
        painter.end()
        if self.after_paint is not None:
            run, self.after_paint = self.after_paint, None
            run()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        self._keep(event)

    def keyReleaseEvent(self, event: "QKeyEvent") -> None:
        self._keep(event)

    def mousePressEvent(self, event: "QMouseEvent") -> None:
        self._keep(event)

    def mouseReleaseEvent(self, event: "QMouseEvent") -> None:
        self._keep(event)

    def _keep(self, event: "QInputEvent") -> None:
        """Only until the real window is there; what that leaves over comes here too."""
        if self.centralWidget() is None:
            self.kept.append(event.clone())
        else:
            event.ignore()

    def given_back(self) -> "list[QInputEvent]":
        """What was kept, once."""
        kept, self.kept = self.kept, []
        return kept

    def take(self, shell: QWidget) -> None:
        """Lay the real window over the picture."""
        shell.windowTitleChanged.connect(self.setWindowTitle)
        self.setWindowTitle(shell.windowTitle())
        self.setCentralWidget(shell)

    def closeEvent(self, event: "QCloseEvent") -> None:
        shell = self.centralWidget()
        if shell is not None:
            shell.close()
        super().closeEvent(event)
