"""Windows programs run under Wine, in a Windows of their own. Standard library only."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

QUIET = "mscoree,mshtml,wbemprox=;winedbg.exe=d"
"""No .NET, no web pages, no question when a program falls."""
FACES = "windows:nodirectwrite"
"""The window system that finds its typefaces in the old way: Wine 8's DirectWrite hands out the wrong ones."""


def path(place: Path) -> str:
    """A file of this system as Wine's programs name it."""
    return "Z:" + str(place.resolve()).replace("/", "\\")


@contextmanager
def display() -> Iterator[str]:
    """The name of an X display that nobody sees, there as long as it is used."""
    words = ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="ascii") as server:
        assert server.stdout is not None
        try:
            yield f":{server.stdout.readline().strip()}"
        finally:
            server.terminate()


class Machine:
    """One Windows under a folder; programs that open windows of the system need `show_on`."""

    def __init__(self, prefix: Path) -> None:
        self.prefix = prefix.resolve()
        self._environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "QT_", "THUKY_"))},
            "WINEPREFIX": str(self.prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": QUIET,
            "LC_ALL": "C.UTF-8",
            "DISPLAY": "",
            "HOME": str(self.prefix / "home"),  # where Wine's Documents and Desktop lead: never the real one
        }

    @property
    def drive(self) -> Path:
        return self.prefix / "drive_c"

    def show_on(self, display: str) -> None:
        """Show windows there from now on; what still runs has to end first, for it keeps the screen it began with."""
        self.settle()
        self._environment["DISPLAY"] = display

    def start(self) -> None:
        """Make the Windows, a Windows 10, unless it is there."""
        if not (self.prefix / "system.reg").exists():
            (self.prefix / "home").mkdir(parents=True, exist_ok=True)
            self.run("wineboot", "-i", patience=300)
            self.run("winecfg", "-v", "win10", patience=120)
            self.settle()

    def run(
        self, program: Path | str, *words: str, patience: int = 300, folder: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run to the end with standard output as a pipe, as Wine needs it; raises TimeoutExpired."""
        return subprocess.run(
            ["wine", str(program), *words],
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=patience,
            check=False,
            cwd=folder,
        )

    def begin(self, program: Path | str, *words: str) -> "subprocess.Popen[bytes]":
        """Start a program that stays; nothing reads what it says."""
        pipe, devnull = subprocess.PIPE, subprocess.DEVNULL
        return subprocess.Popen(["wine", str(program), *words], env=self._environment, stdin=devnull, stdout=pipe,
                                stderr=subprocess.STDOUT)  # fmt: skip

    def settle(self) -> None:
        """Wait until every program of this Windows has ended and what it wrote is on the disk."""
        subprocess.run(["wineserver", "-w"], env=self._environment, timeout=120, check=False)

    def stop(self) -> None:
        """End every program of this Windows, and of no other."""
        subprocess.run(["wineserver", "-k"], env=self._environment, timeout=60, check=False)
