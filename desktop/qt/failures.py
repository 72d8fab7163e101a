"""What nothing in the window caught: kept, and said in one sentence instead of vanishing.

A window of Windows has no console, so that Python's own way of telling would tell nobody.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType

from PySide6.QtCore import QTimer


@contextmanager
def told(keep: Callable[[BaseException], object], say: Callable[[], object]) -> Iterator[None]:
    """Each thing that fails is kept and said once: what fails while painting fails again with every painting."""
    seen: set[str] = set()
    saying: list[bool] = []

    def take(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        import traceback  # only here: a start that goes well needs none of it

        where = "".join([*traceback.format_tb(trace), kind.__name__])
        if where not in seen:
            seen.add(where)
            keep(error)
            if not saying:
                saying.append(True)
                QTimer.singleShot(0, say_once)

    def say_once() -> None:
        try:
            say()
        finally:
            saying.clear()

    before, sys.excepthook = sys.excepthook, take
    try:
        yield
    finally:
        sys.excepthook = before
