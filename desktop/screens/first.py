"""The window before anything is known: it plays the picture of Hôm nay the office file holds for the day.

Everything else of the program is imported after that first paint. Every class of Qt that is touched costs part of a
millisecond and the namespace `Qt` fourteen, so this touches next to none.
"""

import binascii
import datetime as dt
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPicture
from PySide6.QtWidgets import QMainWindow, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QInputEvent, QKeyEvent, QMouseEvent

Paint = Callable[[QPainter, int, int], None]
DAYS = 4
"""For how many days ahead pictures are kept: a weekend and the day after it."""


def slot(day: dt.date) -> str:
    """Under which of the names kept in turn the picture of a day lies."""
    return f"first.{day.toordinal() % DAYS}"


def fits(day: dt.date, size: tuple[int, int], *, dark: bool) -> str:
    """What a picture must have been made for to be played."""
    return f"{day} {size[0]}x{size[1]} {'dark' if dark else 'light'}"


def play(text: str, wanted: str) -> tuple[str, Paint] | None:
    """The title and the painting of a kept picture; None where it was made for something else or cannot be read."""
    made_for, _, rest = text.partition("\n")
    title, _, packed = rest.partition("\n")
    if made_for != wanted:
        return None
    picture = QPicture()
    try:
        data = zlib.decompress(binascii.a2b_base64(packed))
    except (ValueError, zlib.error):
        return None
    picture.setData(data)
    return title, lambda painter, _w, _h: painter.drawPicture(0, 0, picture)


class FirstWindow(QMainWindow):
    """Holds the real window once there is one; until then paints what it was given."""

    def __init__(self, title: str, paint: Paint) -> None:
        super().__init__()
        self._paint = paint
        self.after_paint: Callable[[], object] | None = None
        self.kept: list[QInputEvent] = []
        """What was pressed and clicked before there was anything to take it."""
        self.setMinimumSize(640, 360)
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
