"""The window's composition root: the only file that knows everybody.

The order is the point: paint the page remembered in the office file first, import and open everything after it.
"""

import builtins
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

_python_import = builtins.__import__  # PySide6 puts its own in its place, through which imports cost a quarter more

from PySide6.QtCore import QLockFile, Qt, QTimer  # noqa: E402  (after the original import was kept)
from PySide6.QtGui import QIcon  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from db.glance import read_glance  # noqa: E402
from desktop.context import Context  # noqa: E402
from desktop.qt import theme  # noqa: E402
from desktop.qt.focus import FocusRing  # noqa: E402
from desktop.qt.memory import Memory  # noqa: E402
from desktop.screens.desk import Desk  # noqa: E402
from desktop.screens.shell import Shell  # noqa: E402
from desktop.usecases import today_page  # noqa: E402

if TYPE_CHECKING:
    from db.session import OfficeFile

ROOT = Path(__file__).resolve().parent.parent
GLANCE = "today"


@contextmanager
def plain_imports() -> Iterator[None]:
    """Import as Python itself does while PySide6's own import hook stands aside."""
    hooked, builtins.__import__ = builtins.__import__, _python_import
    try:
        yield
    finally:
        builtins.__import__ = hooked


def open_window(words: list[str], context: Context) -> int:
    """Open the office named, or the user's own; returns the exit status."""
    app = application(words)
    path = _path(words, context)
    memory = Memory(context.paths.state)
    dress(app, memory)
    if not path.is_file() and not _make_office(path, context):
        return 0
    lock = _lock(path)
    if lock is None:
        return 2
    desk = Desk(clock=context.clock, memory=memory)
    shell = Shell(desk, page=remembered(path), file_name=path.name)
    ring = FocusRing(app)
    desk.look_asked.connect(lambda mode: theme.install(app, mode))
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: dress(app, memory))
    _place(shell, memory)
    if "--quit-after-paint" in words:
        shell.first_painted.connect(app.quit)
    else:
        shell.first_painted.connect(lambda: wake(shell, path, context))
    shell.show()
    status = int(app.exec())
    ring.deleteLater()
    if desk.ready:
        desk.file.close()
    lock.unlock()
    return status


def application(words: list[str]) -> QApplication:
    """The process's one application, made with the words of the command line that Qt itself understands."""
    app = QApplication.instance() or QApplication([sys.argv[0], *_qt_words(words)])
    assert isinstance(app, QApplication)
    return app


def dress(app: QApplication, memory: Memory) -> None:
    """Put on the colours kept, or the system's, and the program's own icon."""
    theme.install(app, str(memory.get("theme", "system")))
    app.setWindowIcon(QIcon(str(ROOT / "resources" / "icons" / "thuky-64.png")))


def _qt_words(words: list[str]) -> list[str]:
    """What Qt itself understands of the command line."""
    return words[words.index("-platform") : words.index("-platform") + 2] if "-platform" in words else []


def _path(words: list[str], context: Context) -> Path:
    if "--office" in words[:-1]:
        return Path(words[words.index("--office") + 1])
    named = [word for word in words if word.endswith(".thuky")]
    return Path(named[0]) if named else context.paths.office


def remembered(path: Path) -> today_page.Page | None:
    """The page the window painted last, if the office has not changed since; None where there is none to trust."""
    text, fresh = read_glance(path, GLANCE) or ("", False)
    try:
        return today_page.from_json(text) if fresh else None
    except (ValueError, KeyError, TypeError):  # written by another version
        return None


def _lock(path: Path) -> QLockFile | None:
    """Keep a second window off the same file, naming who holds it."""
    lock = QLockFile(str(path.with_name(f"{path.name}.lock")))
    lock.setStaleLockTime(0)
    if lock.tryLock(200):
        return lock
    if lock.error() is not QLockFile.LockError.LockFailedError:
        return lock  # a folder that cannot be written: the file opens only to be read
    from desktop.qt.dialog import tell

    number, host, program = lock.getLockInfo()
    holder = f"{program or 'một chương trình khác'} (tiến trình {number}) trên máy {host}"
    tell(None, "Tệp đang được mở", f"{path.name} đang mở ở cửa sổ khác: {holder}. Hãy đóng cửa sổ đó trước.")
    return None


def _place(shell: Shell, memory: Memory) -> None:
    kept = memory.get("window")
    width, height, maximised = kept if isinstance(kept, list) and len(kept) == 3 else (1366, 736, False)
    room = shell.screen().availableGeometry()
    shell.resize(min(int(width), room.width()), min(int(height), room.height()))
    if maximised:
        shell.setWindowState(Qt.WindowState.WindowMaximized)


def _make_office(path: Path, context: Context) -> bool:
    """The first run: ask for the office; False if it was closed."""
    from desktop.screens.wizard import Wizard

    with plain_imports():
        wizard = Wizard(path, clock=context.clock, who=context.who)
    return bool(wizard.exec())


class _Rules:
    """The doors into the rules, bound after the first paint."""

    def __init__(self) -> None:
        from desktop.domain.compliance import check
        from desktop.usecases.facts import facts_of

        self.facts_of, self.check = facts_of, check


def wake(shell: Shell, path: Path, context: Context) -> None:
    """Import everything else, open the office, and let every screen show the real facts."""
    from desktop.domain.refusal import Refusal

    with plain_imports():
        from db.session import OfficeFile
    try:
        file = OfficeFile.open(path, clock=context.clock, who=context.who)
    except Refusal as refusal:
        shell.desk.tell("Không mở được tệp", refusal.sentence)
        shell.close()
        return
    attach(shell, file)


def attach(shell: Shell, file: "OfficeFile") -> None:
    """Hand an open file to a window."""
    with plain_imports():
        rules = _Rules()
        from desktop.usecases import today

        assert today
    keep = _keeper(shell.desk, shell)
    shell.desk.open(file, rules)
    shell.desk.changed.connect(lambda _kinds: keep.start())
    keep.start()


def _keeper(desk: Desk, shell: Shell) -> QTimer:
    """Writes the page into the file a moment after the last change, for the next start to paint."""
    timer = QTimer(shell)
    timer.setSingleShot(True)
    timer.setInterval(1500)
    timer.timeout.connect(lambda: remember(shell, desk))
    return timer


def remember(shell: Shell, desk: Desk) -> None:
    page = shell.today_page()
    if page is None or desk.file.read_only:
        return
    with desk.file.write("") as store:
        store.put_glance(GLANCE, today_page.to_json(page))


