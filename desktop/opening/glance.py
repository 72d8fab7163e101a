"""What is kept of a page for the next start: the page in the office file, its picture in the user's own folder."""

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desktop import files
from desktop.screens.window import first

if TYPE_CHECKING:
    from desktop.screens.window.shell import Shell


GLANCE = "today"


def keeper(shell: "Shell", folder: Path) -> QTimer:
    """Keeps the page and its picture a moment after the last change, for the next start to paint."""
    timer = QTimer(shell)
    timer.setSingleShot(True)
    timer.setInterval(1500)
    timer.timeout.connect(partial(remember, shell, folder))
    return timer


def remember(shell: "Shell", folder: Path) -> None:
    """Keep the page in the office file, and the picture of it in the user's own folder."""
    from desktop.domain.refusal import Refusal
    from desktop.qt import theme
    from desktop.screens.window import first_paint
    from desktop.usecases.today import page as today_page

    page, desk = shell.today_page(), shell.desk
    if page is None or desk.file.read_only or desk.judging or desk.paused:
        return
    text, size = today_page.to_json(page), (shell.width(), shell.height())
    picture = first_paint.record(theme.current().tokens, text, file_name=desk.file.path.name, size=size)
    with suppress(Refusal, OSError):  # what is not kept is painted anew
        with desk.file.write("") as store:
            store.put_glance(GLANCE, text)
        folder.mkdir(parents=True, exist_ok=True)
        files.write_whole(folder / first.PICTURE, picture, lasting=False)
