"""Work off the window's thread: run it in a pool, get its answer back on the window's own thread."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

T = TypeVar("T")


class _Answer(QObject):
    """Carries a result from the pool's thread to the one it was made in."""

    ready = Signal(object, object)

    def __init__(self, come_back: Callable[[object, object], None]) -> None:
        super().__init__()
        self._come_back = come_back
        self.ready.connect(self._arrive, Qt.ConnectionType.QueuedConnection)

    @Slot(object, object)
    def _arrive(self, result: object, error: object) -> None:
        self._come_back(result, error)


class _Job(QRunnable):
    def __init__(self, work: Callable[[], object], answer: _Answer) -> None:
        super().__init__()
        self._work, self._answer = work, answer

    def run(self) -> None:
        try:
            result: object = self._work()
        except Exception as error:  # whatever failed is handed to the window, which says so
            self._answer.ready.emit(None, error)
        else:
            self._answer.ready.emit(result, None)


class Tasks(QObject):
    """The pool of one window; `work` must touch no widget."""

    def __init__(self, parent: QObject | None = None, *, threads: int | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        if threads:
            self._pool.setMaxThreadCount(threads)
        self._waiting: set[_Answer] = set()
        self._ended = False

    def run(
        self, work: Callable[[], T], done: Callable[[T], object], failed: Callable[[Exception], object] | None = None
    ) -> None:
        def come_back(result: object, error: object) -> None:
            if answer not in self._waiting:
                return
            self._waiting.discard(answer)
            if isinstance(error, Exception):
                _fail(error, failed)
            else:
                done(result)  # type: ignore[arg-type]  # the signal carries it untyped

        if self._ended:
            return
        answer = _Answer(come_back)
        self._waiting.add(answer)
        self._pool.start(_Job(work, answer))

    def wait(self) -> None:
        """Wait for what still runs, as when the window closes."""
        self._pool.waitForDone()

    def end(self) -> None:
        """Wait for what still runs, hear no more of it and take on nothing new: those who asked are about to go."""
        self._ended = True
        self.wait()
        self._waiting.clear()


def _fail(error: Exception, failed: Callable[[Exception], object] | None) -> None:
    if failed is None:
        raise error
    failed(error)
