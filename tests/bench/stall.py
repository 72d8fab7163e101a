"""The longest time the window does not answer, at a 1× office: while it opens, after a change, on each screen's first
and second showing. Prints milliseconds beside the goal of 100; run as `python -m tests.bench.stall [factor]`; factor 0
is the sample office as it is.
"""

import datetime as dt
import gc
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from desktop import app as composition  # its first import decides how the others are made
from desktop.context import Context, Paths
from desktop.opening.painted import first_window
from desktop.opening.running import Running
from desktop.opening.trouble import Trouble

if TYPE_CHECKING:
    from desktop.screens.window.shell import Shell

GOAL = 100
PROFILE = "tay-son-2024"


class Beat:
    """A timer that wants to tick every millisecond, and the longest it had to wait since it was last asked."""

    def __init__(self) -> None:
        from PySide6.QtCore import QTimer

        self._timer = QTimer()
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._tick)
        self._last, self._worst = time.perf_counter(), 0.0
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self._worst, self._last = max(self._worst, now - self._last), now

    def during(self, act: Callable[[], object], settled: Callable[[], bool], *, least: float = 0.3) -> float:
        """Act in one turn of the event loop, let it run until settled, and return the longest stall in seconds."""
        from PySide6.QtCore import QEventLoop, QTimer

        gc.collect()
        self._last, self._worst = time.perf_counter(), 0.0
        QTimer.singleShot(0, act)
        loop, began = QEventLoop(), time.perf_counter()
        while time.perf_counter() < began + least or not settled():
            QTimer.singleShot(20, loop.quit)
            loop.exec()
        self._tick()
        return self._worst


def office_file(folder: Path, factor: int, clock: Callable[[], dt.datetime]) -> Path:
    """A grown office, written by another process so that nothing of it is imported here."""
    import subprocess

    path = folder / "office.thuky"
    words = (
        "from pathlib import Path; import datetime as dt; from db.session import OfficeFile;"
        "from desktop.sample.sample import sample_office; from tests.bench.grow import grow;"
        f"on = dt.datetime.fromisoformat('{clock().isoformat()}');"
        f"office = sample_office('{PROFILE}', as_of=on.date());"
        f"office = grow(office, {factor}) if {factor} else office;"
        f"OfficeFile.create(Path('{path}'), office, clock=lambda: on, who='').close()"
    )
    subprocess.run([sys.executable, "-c", words], check=True)
    return path


def told(what: str, seconds: float) -> None:
    print(f"{what:52} {seconds * 1000:7.0f} ms   {'' if seconds * 1000 <= GOAL else '> 100'}")


def opening(beat: Beat, running: "Running") -> float:
    return beat.during(running.wake, lambda: running._window.centralWidget() is not None, least=0.5)


def changing(beat: Beat, shell: "Shell") -> float:
    desk = shell.desk
    coming = [one for one in desk.facts.sessions if one.start.date() > desk.today and one.agenda]

    def act() -> None:
        meeting = replace(coming[0], place="Phòng họp B")
        assert desk.do("Đổi nơi họp", lambda store: store.put(meeting))

    return beat.during(act, lambda: not desk.judging, least=3.0)


def showing(beat: Beat, shell: "Shell", place: str, record: str = "") -> float:
    return beat.during(lambda: shell.show_place(place, record), lambda: True)


def main(factor: int) -> None:
    with TemporaryDirectory() as folder:
        context = Context(Paths.under(Path(folder)), lambda: dt.datetime(2024, 12, 11, 8, 30), "đo")
        path = office_file(Path(folder), factor, context.clock)
        measure(path, context)


def measure(path: Path, context: Context) -> None:
    from PySide6.QtWidgets import QApplication

    from desktop.qt.memory import Memory

    app, memory = QApplication([]), Memory()
    sys.setswitchinterval(composition.SWITCH)
    window = first_window(app, path, memory, context)
    window.show()
    app.processEvents()
    beat, running = Beat(), Running(app, window, path, memory, context, Trouble(context))
    told("opening: from the first paint to the real window", opening(beat, running))
    shell = window.centralWidget()
    told("the second after (copy, pictures for next starts)", beat.during(lambda: None, lambda: True, least=2.5))
    from desktop.screens.base.places import PLACES, SETTINGS
    from desktop.screens.window.shell import Shell

    assert isinstance(shell, Shell)
    told("a change, with Hôm nay shown", changing(beat, shell))
    meeting = next(one.id for one in shell.desk.facts.sessions if one.start.date() > context.today)
    for again in ("first", "again"):
        for place in (*PLACES[1:], SETTINGS, PLACES[0]):
            told(f"{place.text}, {again}", showing(beat, shell, place.key))
        told(f"a meeting's page, {again}", showing(beat, shell, "meetings", meeting))
    window.close()
    running.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
