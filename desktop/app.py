"""The window's composition root: the only file that knows everybody; what it composes lies in `opening/`.

The order is the point: paint the page remembered in the office file first, import and open everything after it.
"""

import sys
from functools import partial

from desktop.opening.plain import plain_imports  # before PySide6, which puts a hook of its own in the import's place

with plain_imports():
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from db.glance import read_head
    from desktop.context import Context
    from desktop.opening.files import context_of, office_asked_for, office_to_open
    from desktop.opening.painted import first_window
    from desktop.opening.running import Running
    from desktop.opening.trouble import Trouble
    from desktop.qt.failures import told
    from desktop.qt.memory import Memory

SWITCH = 0.0005
"""Seconds after which work beside the window lets the window go on; at Python's 0.005 each call of Qt could wait so."""


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
    trouble = Trouble(context)
    sys.setswitchinterval(SWITCH)
    with told(trouble.keep, trouble.say):
        path = office_to_open(app, chosen, memory, context)
        status, before = 0, path
        while path is not None:
            window = trouble.window = first_window(app, path, memory, context_of(path, context))
            running = Running(app, window, path, memory, context, trouble, quits=quits)
            window.after_paint = partial(QTimer.singleShot, 0, app.quit if quits and window.of_today else running.wake)
            window.show()
            status = int(app.exec())
            status = running.close() or status
            before, path = path, running.wanted or (before if status == 2 and before != path else None)
            trouble.window = None
    return status


def _qt_words(words: list[str]) -> list[str]:
    """What Qt itself understands of the command line."""
    return words[words.index("-platform") : words.index("-platform") + 2] if "-platform" in words else []
