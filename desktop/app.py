"""The window's composition root: the only file that knows everybody.

The order is the point: paint the page remembered in the office file first, import and open everything after it.
"""

import builtins
import datetime as dt
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

_python_import = builtins.__import__  # PySide6 puts its own in its place, through which imports cost a quarter more

from PySide6.QtCore import QTimer  # noqa: E402  (after the original import was kept)
from PySide6.QtWidgets import QApplication  # noqa: E402

_hooked_import, builtins.__import__ = builtins.__import__, _python_import

from db.glance import read_glance, read_head  # noqa: E402
from desktop import failure, files  # noqa: E402
from desktop.context import Context  # noqa: E402
from desktop.qt.failures import told  # noqa: E402
from desktop.qt.memory import Memory  # noqa: E402
from desktop.qt.tokens import DARK, LIGHT  # noqa: E402
from desktop.screens.window import first, offices  # noqa: E402
from desktop.screens.window.first import FirstWindow  # noqa: E402

builtins.__import__ = _hooked_import

if TYPE_CHECKING:
    from PySide6.QtCore import QLockFile, QSize
    from PySide6.QtWidgets import QWidget

    from db.session import OfficeFile
    from desktop.qt.tasks import Tasks
    from desktop.screens.base.desk import Desk, Opened
    from desktop.screens.window.shell import Shell

ROOT = Path(__file__).resolve().parent.parent
GLANCE = "today"
SWITCH = 0.0005
"""Seconds after which work beside the window lets the window go on; at Python's 0.005 each call of Qt could wait so."""
FAILED = (
    "Chưa thực hiện được việc vừa làm; nội dung đã ghi vẫn còn. Hãy làm lại; nếu còn lỗi, gửi tệp {log} để được hỗ trợ."
)
MADE_FOR, FRAME = (1366, 736), 40
"""The size the window is made for, and the height a title bar takes above it."""
LAST_FILE = "office"
"""The name under which the file made or chosen at the first run is remembered."""


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
    app = QApplication.instance() or QApplication([sys.argv[0], *_qt_words(words)])
    assert isinstance(app, QApplication)
    memory = Memory(context.paths.state)
    chosen = office_asked_for(words, context, memory)
    quits = "--quit-after-paint" in words
    if quits and read_head(chosen) is None:
        print(
            f"{chosen}: không đọc được như tệp văn phòng; chọn tệp .thuky khác hoặc khôi phục từ bản sao lưu",
            file=sys.stderr,
        )
        return 2
    trouble = _Trouble(context)
    sys.setswitchinterval(SWITCH)
    with told(trouble.keep, trouble.say):
        path = office_to_open(app, chosen, memory, context)
        status, before = 0, path
        while path is not None:
            window = trouble.window = first_window(app, path, memory, context_of(path, context))
            running = _Running(app, window, path, memory, context, trouble, quits=quits)
            window.after_paint = partial(QTimer.singleShot, 0, app.quit if quits and window.of_today else running.wake)
            window.show()
            status = int(app.exec())
            status = running.close() or status
            before, path = path, running.wanted or (before if status == 2 and before != path else None)
            trouble.window = None
    return status


def context_of(path: Path, context: Context) -> Context:
    """The sample is looked at on a day of its own, in the middle of its work."""
    if path.name != offices.SAMPLE_FILE:
        return context
    with plain_imports():
        from desktop.sample.sample import SHOWN, demo_day
    day = demo_day(SHOWN)
    return replace(context, clock=lambda: dt.datetime.combine(day, context.clock().time()))


class _Trouble:
    """What nothing caught: into the log, and said over the window where there is one."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.window: FirstWindow | None = None

    def keep(self, error: BaseException) -> None:
        failure.keep(self._context.paths.log, error, self._context.clock())

    def say(self) -> None:
        from desktop.qt.dialog import tell

        tell(self.window, "Chương trình gặp lỗi", FAILED.format(log=self._context.paths.log))


def first_window(app: QApplication, path: Path, memory: Memory, context: Context) -> FirstWindow:
    """The window as it is painted before anything is known but what the file remembers."""
    mode = memory.get("theme", "system")
    dark = mode == "dark" or (mode == "system" and app.palette().window().color().lightness() < 128)
    room = app.primaryScreen().availableGeometry()
    width, height, maximised = first_size(memory.get("window"), room.size())
    size = min(width, room.width()), min(height, room.height())
    window = first_picture(path, context, size, dark=dark)
    window.resize(*size)
    if maximised:
        window.showMaximized()
    return window


def first_size(kept: object, room: "QSize") -> tuple[int, int, bool]:
    """As it was left, else as made for; whether it fills the screen, as where its frame would stand outside."""
    if isinstance(kept, list) and len(kept) == 3:
        return int(kept[0]), int(kept[1]), bool(kept[2])
    width, height = MADE_FOR
    return width, height, room.width() <= width or room.height() <= height + FRAME


def first_picture(path: Path, context: Context, size: tuple[int, int], *, dark: bool) -> FirstWindow:
    """The window that plays the picture kept of this day, or paints the remembered page."""
    text, fresh = read_glance(path, GLANCE) or ("", False)
    kept = first.play(context.paths.data, first.fits(text, context.today, size, dark=dark)) if fresh else None
    if kept:
        return FirstWindow(*kept, of_today=True)
    with plain_imports():
        from desktop.screens.window import first_paint
    page = first_paint.read_page(text) if fresh else None
    painting = first_paint.FirstPaint(DARK if dark else LIGHT, page, file_name=path.name, today=context.today)
    of_today = page is not None and first_paint.day_of(page) == context.today
    return FirstWindow(first_paint.title_of(page), painting.paint, of_today=of_today)


class _Running:
    """One window from its first paint to its end."""

    def __init__(
        self,
        app: QApplication,
        window: FirstWindow,
        path: Path,
        memory: Memory,
        context: Context,
        trouble: _Trouble,
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


def chosen_office(asked: str, parent: "QWidget", path: Path, context: Context) -> Path | None:
    """The file of the office asked for: made anew, chosen, the sample's, or named; None where it was closed."""
    with plain_imports():
        from desktop.domain.refusal import Refusal
        from desktop.qt.dialog import choose_file, tell
        from desktop.screens.window.wizard import KINDS, Wizard
        from desktop.usecases.office import start
    if asked == offices.NEW:
        wizard = Wizard(path, clock=context.clock, who=context.who, parent=parent)
        wizard.exec()
        return wizard.result_path
    if asked == offices.OTHER:
        return choose_file(parent, "Mở tệp văn phòng", name=str(path.parent), kinds=KINDS)
    if asked != offices.SAMPLE:
        return Path(asked)
    try:
        return start.create_sample(context.paths.data, clock=context.clock, who=context.who)
    except Refusal as refusal:
        tell(parent, "Chưa mở được văn phòng mẫu", refusal.sentence)
        return None


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


def dress(app: QApplication, memory: Memory) -> None:
    """Put on the colours kept, or the system's, the focus ring, and the program's own icon."""
    with plain_imports():
        from PySide6.QtGui import QIcon

        from desktop.qt import theme
        from desktop.qt.focus import FocusRing
        from desktop.qt.words import speak_vietnamese
    speak_vietnamese(app)
    theme.install(app, str(memory.get("theme", "system")))
    FocusRing.of(app)
    app.setWindowIcon(QIcon(str(ROOT / "resources" / "icons" / "thuky-64.png")))


def _qt_words(words: list[str]) -> list[str]:
    """What Qt itself understands of the command line."""
    return words[words.index("-platform") : words.index("-platform") + 2] if "-platform" in words else []


def office_asked_for(words: list[str], context: Context, memory: Memory) -> Path:
    """The file named in the command, else the one made or chosen at the first run, else the user's own."""
    if "--office" in words[:-1]:
        return files.given(words[words.index("--office") + 1])
    named = [word for word in words if word.lower().endswith(".thuky")]
    return files.given(named[0]) if named else Path(str(memory.get(LAST_FILE) or context.paths.office))


def office_to_open(app: QApplication, chosen: Path, memory: Memory, context: Context) -> Path | None:
    """The file asked for, or what the clerk has instead of it; None where the window is not wanted after all."""
    if files.is_there(chosen):
        return chosen
    if str(chosen) != memory.get(LAST_FILE):
        return _make_office(app, chosen, memory, context)
    dress(app, memory)
    with plain_imports():
        from desktop.screens.window.missing import MissingOffice
    missing = MissingOffice(chosen)
    missing.exec()
    if missing.found:
        memory.put(LAST_FILE, str(missing.found))
    return _make_office(app, context.paths.office, memory, context) if missing.anew else missing.found


def take_lock(path: Path) -> "QLockFile | None":
    """Keep a second window off the same file; None, after saying who holds it, where somebody does."""
    from desktop import lock

    try:
        return lock.take(path)
    except lock.Held as held:
        from desktop.qt.dialog import tell

        tell(None, "Tệp đang được mở", held.sentence)
        return None


def _make_office(app: QApplication, path: Path, memory: Memory, context: Context) -> Path | None:
    """The first run: ask for the office and remember its file; None if it was closed."""
    dress(app, memory)
    with plain_imports():
        from desktop.screens.window.wizard import Wizard

        wizard = Wizard(path, clock=context.clock, who=context.who)
    wizard.exec()
    if wizard.result_path and wizard.result_path.name != offices.SAMPLE_FILE:
        memory.put(LAST_FILE, str(wizard.result_path))
    return wizard.result_path


class _Rules:
    """The doors into the rules, bound after the first paint."""

    def __init__(self) -> None:
        from desktop.domain.compliance import check
        from desktop.usecases.base.facts import facts_of
        from desktop.usecases.today.rows import page_of

        self.facts_of, self.check, self.page_of = facts_of, check, page_of


def load(path: Path, context: Context) -> "Opened":
    """Open, read and judge an office, and import what the window is made of; touches no widget. Raises `Refusal`."""
    with plain_imports():
        from db.session import OfficeFile
        from desktop.screens.base.desk import read_and_judge

        for part in ("backups", "shell"):
            import_module(f"desktop.screens.window.{part}")
        rules = _Rules()
    return read_and_judge(partial(OfficeFile.open, path, clock=context.clock, who=context.who), rules, context.today)


def attach(shell: "Shell", file: "OfficeFile") -> None:
    """Hand an open file to a window, reading and judging it at once."""
    from desktop.screens.base.desk import read_and_judge

    hand_over(shell, read_and_judge(lambda: file, _Rules(), shell.desk.today), file.path.parent)


def hand_over(shell: "Shell", opened: "Opened", spare: Path) -> None:
    """Show an office; `spare` is the user's own folder: for copies whose own cannot be written, for the picture."""
    with plain_imports():
        from desktop.screens.window.backups import CopyKeeper
    keep = _keeper(shell, spare)
    copies = CopyKeeper(shell.desk, spare)
    shell.keep_copies(copies)
    shell.desk.take(opened)
    copies.show_last()
    shell.desk.changed.connect(lambda _kinds: keep.start())
    shell.desk.judged.connect(keep.start)
    keep.start()


def _keeper(shell: "Shell", folder: Path) -> QTimer:
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
