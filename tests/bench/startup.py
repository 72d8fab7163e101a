"""How long until today's screen is painted, beside a bare PySide6 window: `python -m tests.bench.startup [runs]`.

Both are started in new processes, alternated, and their medians compared; the goal is 1.3.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
GOAL = 1.3

HELLO = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)
app = QApplication(sys.argv)
window = Window()
window.resize(1366, 736)
window.show()
app.exec()
"""

REMEMBER = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desktop.context import of_machine
from desktop.opening.dress import dress
from desktop.opening.glance import remember
from desktop.opening.office import attach
from desktop.qt.memory import Memory
from desktop.screens.base.desk import Desk
from desktop.screens.window.shell import Shell
from desktop.usecases.office.file import opened
from desktop.sample.sample import demo_day, sample_office
from db.session import OfficeFile
context, path = of_machine(), Path(sys.argv[1])
office = sample_office("tay-son-2024", as_of=demo_day("tay-son-2024"))
window = QApplication([])
file = OfficeFile.create(path, office, clock=context.clock, who="")
shell = Shell(Desk(clock=context.clock, memory=Memory()))
shell.resize(1366, 736)
dress(window, Memory())
attach(shell, file)
remember(shell, context.paths.data)
file.close()
"""


SCREEN = """{"screens": [{"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768,
 "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}], "windowFrameMargins": false}"""


def seconds(command: list[str], folder: Path) -> float:
    platform = f"offscreen:configfile={folder / 'screen.json'}"
    environment = {**os.environ, "QT_QPA_PLATFORM": platform, "THUKY_HOME": str(folder)}
    began = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return time.perf_counter() - began


def main(runs: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        office = folder / "office.thuky"
        (folder / "screen.json").write_text(SCREEN, encoding="utf-8")
        seconds([sys.executable, "-c", REMEMBER, str(office)], folder)
        hello = [sys.executable, "-c", HELLO]
        ours = [sys.executable, "-m", "desktop", "--office", str(office), "--quit-after-paint"]
        pairs = [(seconds(hello, folder), seconds(ours, folder)) for _ in range(runs)]
    bare, painted = (statistics.median(times) for times in zip(*pairs, strict=True))
    print(f"bare window {bare * 1000:.0f} ms, today painted {painted * 1000:.0f} ms")
    print(f"ratio {painted / bare:.2f} (goal {GOAL})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
