"""Defends that what the program itself gets wrong is kept and said, in whatever way there is to say it."""

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop import failure
from desktop.qt.failures import told

ROOT = Path(__file__).resolve().parent.parent
NOW = dt.datetime(2024, 8, 30, 9, 15)


def thrown() -> ZeroDivisionError:
    try:
        raise ZeroDivisionError("thử")
    except ZeroDivisionError as error:
        return error


def test_the_log_holds_when_and_where(tmp_path: Path) -> None:
    log = tmp_path / "log" / "thuky.log"
    for _ in range(2):
        assert failure.keep(log, thrown(), NOW) == log
    kept = log.read_text(encoding="utf-8")
    assert kept.count("2024-08-30T09:15:00\nTraceback") == 2
    assert "in thrown" in kept


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("in the way", encoding="utf-8")
    failure.keep(tmp_path / "log" / "thuky.log", thrown(), NOW)
    assert (tmp_path / "log").read_text(encoding="utf-8") == "in the way"


def fail(times: int) -> None:
    for _ in range(times):
        QTimer.singleShot(0, lambda: 1 / 0)


def test_what_fails_in_the_window_is_kept_and_said_once(qtbot: QtBot) -> None:
    kept: list[BaseException] = []
    said: list[str] = []
    before = sys.excepthook
    with told(kept.append, lambda: said.append("said")):
        fail(3)
        qtbot.waitUntil(lambda: bool(said))
        QTimer.singleShot(0, lambda: int("không phải số"))
        qtbot.waitUntil(lambda: len(said) == 2)
    assert [type(error) for error in kept] == [ZeroDivisionError, ValueError]
    assert sys.excepthook is before


def test_what_fails_before_there_is_a_window_is_kept_and_said(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "sitecustomize.py").write_text("import sys; sys.modules['desktop.app'] = None\n", encoding="utf-8")
    path = os.pathsep.join([str(broken), str(ROOT)])
    home = {"THUKY_HOME": str(tmp_path / "home"), "PYTHONPATH": path, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "desktop"]
    done = subprocess.run(command, env={**os.environ, **home}, capture_output=True, text=True, timeout=60, check=False)
    log = tmp_path / "home" / "data" / "log" / "thuky.log"
    assert done.returncode == 3
    assert done.stderr.splitlines()[-1].endswith(f"ở tệp {log}")
    assert "Traceback" not in done.stderr
    assert "desktop.app" in log.read_text(encoding="utf-8")
