"""Keeps the office file's copies from the window: one a day beside everything else, others when asked for."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop import vi
from desktop.domain.refusal import Damaged, Refusal
from desktop.screens.base.desk import Desk
from desktop.usecases.office import backups
from desktop.usecases.office import file as officefile
from desktop.usecases.office.backups import Copy
from desktop.usecases.office.file import Restored

HOUR = 3_600_000
FAILED = "Sao lưu không thành"
WAY = "Mở trang có nút Khôi phục từ bản sao lưu (Ctrl+K, gõ “khôi phục”); tệp hiện nay vẫn được giữ bên cạnh."
Failed = Callable[[str], object]


class CopyKeeper(QObject):
    """`told` gives the words for the foot of the window and whether the last copy failed."""

    told = Signal(str, bool)

    def __init__(self, desk: Desk, spare: Path) -> None:
        super().__init__(desk)
        self._desk, self._spare = desk, spare
        self._hourly = QTimer(self)
        self._hourly.setInterval(HOUR)
        self._hourly.timeout.connect(self.make_daily)
        self.words, self.trouble = "", ""
        self._said = False

    def start(self) -> None:
        """Make the day's copy, and that of each day on which the window is still open."""
        self.show_last()
        self.make_daily()
        self._hourly.start()

    def show_last(self) -> None:
        self._tell(backups.words(self.made(), self._desk.today))

    def last_words(self) -> str:
        """When the last copy was made, and where it lies."""
        made = self.made()
        return f"{backups.words(made, self._desk.today)}, trong {made[0].path.parent}" if made else backups.NEVER

    def made(self) -> list[Copy]:
        return backups.made_of(self._desk.file.path, self._spare)

    def make_daily(self) -> None:
        self._run(backups.make_daily, self._made, self._failed)

    def make_now(self, done: Callable[[Copy], object], failed: Failed) -> None:
        """Make a copy beside the day's own."""

        def made(copy: Copy) -> None:
            self._made(copy)
            done(copy)

        def not_made(sentence: str) -> None:
            self._failed(sentence)
            failed(sentence)

        self._run(backups.make, made, not_made)

    def _run(self, make: Callable[..., Copy], done: Callable[[Copy], object], failed: Callable[[str], object]) -> None:
        if self._desk.paused or not self._desk.ready:
            return
        file = self._desk.file
        work = partial(make, file.path, self._spare, sequence=file.sequence, now=self._desk.now())
        self._desk.tasks.run(work, done, partial(self._not_copied, failed))

    def _not_copied(self, failed: Callable[[str], object], error: Exception) -> None:
        """A damaged office file is said aloud, once: whatever is written into it from then on may be lost."""
        failed(sentence_of(error))
        if isinstance(error, Damaged) and not self._said:
            self._said = True
            self._desk.tell("Tệp văn phòng bị hỏng", f"{sentence_of(error)} {WAY}")

    def copy_to(self, target: Path, done: Callable[[], object], failed: Failed) -> None:
        """A verified copy under a name the user chose."""
        work = partial(officefile.backup, self._desk.file.path, target)
        self._desk.tasks.run(work, lambda _none: done(), lambda error: failed(sentence_of(error)))

    def restore(self, copy: Path, done: Callable[[Restored], object], failed: Failed) -> None:
        """Put a copy in the place of the open file, which is kept under another name, and open it."""

        def act(path: Path) -> Restored:
            return officefile.restore(copy, path, clock=self._desk.now)

        self._desk.exchange(act, done, lambda error: failed(sentence_of(error)))

    def _made(self, copy: Copy) -> None:
        self.trouble = ""
        self._tell(backups.words((copy,), self._desk.today))

    def _failed(self, sentence: str) -> None:
        self.trouble = sentence
        self._tell(FAILED, failed=True)

    def _tell(self, words: str, *, failed: bool = False) -> None:
        self.words = words
        self.told.emit(words, failed)


def sentence_of(error: Exception) -> str:
    """What is told of a copy that was not made."""
    if isinstance(error, Refusal):
        return error.sentence
    if isinstance(error, OSError):
        return f"Không ghi được tệp ({vi.os_reason(error)})."
    raise error
