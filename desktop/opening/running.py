"""One window from its first paint to its end."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.context import Context
from desktop.opening.dress import dress
from desktop.opening.files import LAST_FILE, chosen_office, context_of, take_lock
from desktop.opening.office import hand_over, load
from desktop.opening.plain import plain_imports
from desktop.opening.trouble import Trouble
from desktop.qt.memory import Memory
from desktop.screens.window import offices
from desktop.screens.window.first import FirstWindow

if TYPE_CHECKING:
    from PySide6.QtCore import QLockFile

    from desktop.qt.tasks import Tasks
    from desktop.screens.base.desk import Desk, Opened
    from desktop.screens.window.shell import Shell


class Running:
    """One window from its first paint to its end."""

    def __init__(
        self,
        app: QApplication,
        window: FirstWindow,
        path: Path,
        memory: Memory,
        context: Context,
        trouble: Trouble,
        *,
        quits: bool = False,
    ) -> None:
        self._app, self._window, self._path, self._memory = app, window, path, memory
        self._machine, self._context = context, context_of(path, context)
        self._trouble, self._quits = trouble, quits
        self._lock: QLockFile | None = None
        self._desk: Desk | None = None
        self._tasks: Tasks | None = None
        self._status = 0
        self.wanted: Path | None = None
        """The office to be opened after this one."""

    def wake(self) -> None:
        """Open and judge the office beside the window, make the real window meanwhile, and lay it over the picture."""
        with plain_imports():
            from desktop.qt.tasks import Tasks
        self._lock = take_lock(self._path)
        if self._lock is None:
            self._end(2)
            return
        self._tasks = Tasks(self._window)
        self._tasks.run(partial(load, self._path, self._context), self._opened, self._not_opened)

    def _opened(self, opened: "Opened") -> None:
        """The parts of the window are imported by now; they are made one turn of the event loop after the other."""
        dress(self._app, self._memory)
        shell = make_shell(self._app, self._memory, self._context)
        self._desk = shell.desk
        QTimer.singleShot(0, partial(self._show, shell, opened))

    def _show(self, shell: "Shell", opened: "Opened") -> None:
        hand_over(shell, opened, self._context.paths.data)
        if self._quits:
            shell.first_painted.connect(self._app.quit)
        self._window.take(shell)
        shell.current().open_record("")
        shell.office_asked.connect(self._change_office)
        offices.remember(self._memory, self._path)
        QTimer.singleShot(0, partial(self._replay, shell))
        assert shell.desk.copies is not None
        QTimer.singleShot(0, shell.desk.copies.start)
        shell.warm()

    def _replay(self, shell: "Shell") -> None:
        from desktop.screens.window.replay import replay

        replay(shell, self._window.given_back())

    def _change_office(self, asked: str) -> None:
        """Close this office, if another is really chosen, and open that one in its place."""
        path = chosen_office(asked, self._window, self._path, self._machine)
        if path is None or path == self._path:
            return
        if path.name != offices.SAMPLE_FILE:
            self._memory.put(LAST_FILE, str(path))
        self.wanted = path
        self._window.close()
        self._app.quit()

    def _not_opened(self, error: Exception) -> None:
        from desktop.domain.refusal import Refusal

        if isinstance(error, Refusal):
            self._refuse(error.sentence)
        else:
            self._trouble.keep(error)
            self._trouble.say()
            self._end(3)

    def _refuse(self, sentence: str) -> None:
        from desktop.qt.dialog import tell

        tell(self._window, "Không mở được tệp", sentence)
        self._end(2)

    def _end(self, status: int) -> None:
        self._status = status
        self._window.close()
        self._app.quit()

    def close(self) -> int:
        if self._tasks is not None:
            self._tasks.end()
        if self._desk is not None and self._desk.ready:
            self._desk.file.close()
        if self._lock is not None:
            self._lock.unlock()
        return self._status


def make_shell(app: QApplication, memory: Memory, context: Context) -> "Shell":
    """The real window, not yet holding an office."""
    with plain_imports():
        from desktop.qt import theme
        from desktop.screens.base.desk import Desk
        from desktop.screens.window.shell import Shell
    desk = Desk(clock=context.clock, memory=memory, documents=context.paths.documents)
    shell = Shell(desk)
    desk.look_asked.connect(lambda mode: theme.install(app, mode))
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: dress(app, memory))
    return shell
