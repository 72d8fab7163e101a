"""One run of the smoke test: where things lie in its Windows, and how what is seen is checked and written down."""

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from installer.bootstrap import PYTHON, ROOT
from installer.windows import compare, wine
from installer.windows.tree import HERE

LISTED = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\ThuKy"
EARLIER = "0.0.9"
READ = (
    "import sys, winreg\n"
    "try: print(winreg.QueryValueEx(winreg.OpenKey(winreg.HKEY_CURRENT_USER, sys.argv[1]), sys.argv[2])[0])\n"
    "except FileNotFoundError: pass"
)
HOLD = (
    "import ctypes, time; ctypes.windll.kernel32.CreateMutexW(None, False, 'ThuKy-Setup'); "
    "print('held', flush=True); time.sleep(600)"
)
UNINSTALLER = "ThuKy-Uninstall.exe"
OWN = (f"only in the second: {UNINSTALLER}", "only in the second: ghi-chu.txt")
"""What lies in the folder of the program and is not of the build: made by the Setup, and put there by the clerk."""
NOTE = "Ghi chú của văn thư, không phải tệp của chương trình.\n"


class Wrong(Exception):
    """Something is not as it should be; the sentence says what."""


@dataclass
class Smoke:
    """One run: what is installed from, the Windows it is installed into, the log."""

    out: Path
    setup: Path
    stage: Path
    earlier: Path
    machine: wine.Machine = field(init=False)
    shows_windows: bool = False
    """Whether this Wine shows what Qt's `windows` plugin draws."""
    skipped: int = 0
    log: list[str] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        self.machine = wine.Machine(self.out / "windows")

    # where things are in this Windows

    @property
    def user(self) -> Path:
        return next(one for one in (self.machine.drive / "users").iterdir() if one.name != "Public")

    @property
    def installed(self) -> Path:
        return self.user / "AppData/Local/Programs/ThuKy"

    @property
    def chosen(self) -> Path:
        """A folder somebody has, with letters of Vietnamese in its name and a file of their own in it."""
        return self.machine.drive / "Chương trình của văn phòng"

    @property
    def office(self) -> Path:
        return self.user / "AppData/Local/ThuKy/Văn phòng mẫu.thuky"

    # saying and checking

    def say(self, sentence: str) -> None:
        line = f"[{time.monotonic() - self.began:6.1f} s] {sentence}"
        print(line, flush=True)
        self.log.append(line)
        (self.out / "smoke.log").write_text("\n".join(self.log) + "\n", encoding="utf-8")

    def skip(self, sentence: str) -> None:
        self.skipped += 1
        self.say(f"SKIPPED: {sentence}")

    def check(self, true: object, sentence: str, detail: object = "") -> None:
        if not true:
            raise Wrong(f"{sentence}: {detail}" if detail else sentence)
        self.say(f"ok  {sentence}")

    def check_note(self, folder: Path) -> None:
        note = folder / "ghi-chu.txt"
        kept = note.is_file() and note.read_text(encoding="utf-8") == NOTE
        self.check(kept, f"the clerk's own file in {folder.name} is as it was")

    def put_note(self, folder: Path) -> None:
        (folder / "ghi-chu.txt").write_text(NOTE, encoding="utf-8")

    # the Setup and the program

    def run_setup(self, setup: Path, *words: str) -> int:
        """The exit code of a silent run."""
        return self.machine.run(setup, "/S", *words, patience=300).returncode

    def cut_off_setup(self, setup: Path, when: Callable[[], bool]) -> None:
        """Begin a silent run and end it, with all else in this Windows, as a power cut does."""
        begun = self.machine.begin(setup, "/S")
        self.wait_until(when, "the Setup gets so far")
        self.machine.stop()
        begun.communicate(timeout=60)

    @contextmanager
    def another_setup(self) -> Iterator[None]:
        """What a Setup holds while it is at work is held by somebody."""
        holder = self.machine.begin(self.stage / "python" / "python.exe", "-I", "-c", HOLD)
        assert holder.stdout is not None
        holder.stdout.readline()
        try:
            yield
        finally:
            self.machine.run("taskkill", "/F", "/IM", "python.exe")
            holder.communicate(timeout=60)

    def setup_log(self) -> str:
        """The last reason a silent run gave."""
        logs = list(self.user.rglob("ThuKy-Setup.log"))
        return logs[0].read_text(encoding="utf-16").strip().splitlines()[-1] if logs else ""

    def inside(self, folder: Path, script: str, *words: str) -> "subprocess.CompletedProcess[str]":
        """Run one of the scripts beside this one by the Python of a folder of the program."""
        options = ["-I", "-B", "-X", "utf8", wine.path(HERE / script)]
        return self.machine.run(folder / "python" / "python.exe", *options, *words, patience=300)

    def on_linux(self, *words: str, folder: Path = ROOT) -> "subprocess.CompletedProcess[str]":
        """A command of the program as it is on this system, standard error with the rest."""
        home = {**os.environ, "THUKY_HOME": str(self.out / "linux-home")}
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "encoding": "utf-8"}
        command = [str(PYTHON), "-m", "desktop", *words]
        return subprocess.run(command, cwd=folder, env=home, check=False, timeout=900, **pipes)

    def by_hand(self, what: str, file: Path, *boxes: str) -> list[str]:
        """Go through what a file opens as a clerk does; returns the words of each page, its picture kept."""
        pictures = self.out / "by-hand"
        pictures.mkdir(exist_ok=True)
        done = self.inside(self.stage, "smoke_hand.py", what, wine.path(file), wine.path(pictures), *boxes)
        if done.returncode:
            raise Wrong(f"{what} {file.name}: {done.stdout[-600:]}")
        return [" / ".join(json.loads(line)["words"]) for line in done.stdout.splitlines()]

    @contextmanager
    def running(self, platform: str) -> Iterator["subprocess.Popen[bytes]"]:
        """The program with its window open on the office; ended at last if it has not ended by itself."""
        lock = self.office.with_name(f"{self.office.name}.lock")
        words = ["--office", wine.path(self.office), "-platform", platform]
        program = self.machine.begin(self.installed / "ThuKy.exe", *words)
        try:
            self.wait_until(lock.exists, "the program opens the office")
            yield program
        finally:
            if program.poll() is None:
                self.machine.run("taskkill", "/F", "/IM", "ThuKy.exe")
            program.communicate(timeout=60)

    def wait_until(self, there: Callable[[], bool], sentence: str, patience: float = 60) -> None:
        end = time.monotonic() + patience
        while not there():
            if time.monotonic() > end:
                raise Wrong(f"{sentence}: not within {patience} s")
            time.sleep(0.2)

    def listed(self, name: str) -> str:
        """A value of the entry in 'Apps & features', or nothing."""
        python = self.stage / "python" / "python.exe"  # reg.exe knows no letters of Vietnamese
        return self.machine.run(python, "-I", "-X", "utf8", "-c", READ, LISTED, name).stdout.strip()

    def check_files(self, folder: Path, sentence: str) -> None:
        """Every file of the build is there byte for byte, and nothing besides but what the Setup itself makes."""
        wrong = list(compare.differences(compare.contents(self.stage), compare.contents(folder)))
        wrong = [line for line in wrong if line not in OWN]
        self.check(not wrong, sentence, wrong[:5])
