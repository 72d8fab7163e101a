"""From a bare machine to a running program: `demo`, `run` or `test`.

Standard library only (Python 3.11 or later). On Debian, as root, it installs the system libraries Qt needs and the
fonts the paper needs; everything else goes into the project's own virtual environment, `.venv`. A second run is quick:
what a stamp file says is done is not done again. Without root `test` does what it can and says what it could not.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST = (3, 11)
PATIENCE = 15 * 60
"""Seconds after which the system's packages count as not to be had."""

SYSTEM = (
    # the environment itself
    "python3-venv",
    # the window, also offscreen
    *("libegl1", "libgl1", "libglib2.0-0", "libxkbcommon0", "libdbus-1-3", "libfontconfig1"),
    # the window on an X display
    *("libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-image0"),
    *("libxcb-render-util0", "libxcb-shape0", "libxcb-randr0", "libxcb-xinerama0"),
    # the paper (metric-compatible with Times New Roman, full Vietnamese) and the screen
    *("fonts-liberation2", "fonts-noto-core"),
)
SYSTEM_FOR_TESTS = ("libreoffice-writer-nogui", "nsis", "openssl", "osslsigncode")
SIDE_BY_SIDE = ("--numprocesses", "auto", "--dist", "worksteal")
"""A process on every core, which takes over what another has not come to."""
NO_SKIPS = "--no-skips"
"""A word for pytest (`tests/conftest.py`): what has to be skipped has failed."""


def main() -> int:
    arguments, rest = read_arguments()
    if sys.version_info < OLDEST:
        return give_up(f"Python {OLDEST[0]}.{OLDEST[1]} or later is needed; this is {sys.version.split()[0]}.")
    testing = arguments.command == "test"
    missing = missing_packages([*SYSTEM, *(SYSTEM_FOR_TESTS if testing else ())])
    if missing and (complaint := install_system_packages(missing)):
        if not testing or NO_SKIPS in rest:
            return give_up(complaint)
        print(f"{complaint}\nTests that need them are skipped and named at the end.", flush=True)
    make_environment("requirements-test.lock" if testing else "requirements.lock")
    return test(rest) if testing else thuky(["demo", *rest] if arguments.command == "demo" else rest)


def read_arguments() -> tuple[argparse.Namespace, list[str]]:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "command",
        choices=("demo", "run", "test"),
        help="demo: a sample office with all its papers and pictures of every screen (thuky demo …); "
        "run: the program itself (thuky …); test: lint, types and the whole test suite (pytest …)",
    )
    return parser.parse_known_args()


def give_up(complaint: str) -> int:
    print(complaint, file=sys.stderr)
    return 2


def missing_packages(wanted: Sequence[str]) -> list[str]:
    """Return those of the Debian packages that are not installed; none on other systems."""
    if not shutil.which("dpkg-query"):
        return []
    query = ["dpkg-query", "--show", "--showformat=${Package} ${db:Status-Status}\n", *wanted]
    shown = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    installed = {line.split()[0] for line in shown.splitlines() if line.endswith(" installed")}
    return [package for package in wanted if package not in installed]


def install_system_packages(packages: list[str]) -> str | None:
    """Install Debian packages as root; return a complaint where that cannot be done."""
    command = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    if os.geteuid() != 0:  # type: ignore[attr-defined, unused-ignore]  # not on Windows, where no package is missing
        return f"System packages are missing. As root: {' '.join(command)}"
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        subprocess.run(["apt-get", "update", "-q"], env=quiet, check=False, timeout=PATIENCE)
        done = subprocess.run(command, env=quiet, check=False, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return f"The system packages could not be installed in {PATIENCE // 60} minutes."
    return None if done.returncode == 0 else "The system packages could not be installed; see above."


def make_environment(lock: str) -> None:
    """Make `.venv` with exactly what the lock file names, hashes checked, and the project itself."""
    stamp = VENV / f"{lock}.done"
    wanted = fingerprint(lock)
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted and PYTHON.exists():
        return
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "--requirement", str(ROOT / lock)], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)], check=True)
    stamp.write_text(wanted, encoding="utf-8")


def fingerprint(lock: str) -> str:
    parts = [sys.version.encode(), (ROOT / lock).read_bytes(), (ROOT / "pyproject.toml").read_bytes()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def thuky(arguments: list[str]) -> int:
    return subprocess.run([str(PYTHON), "-m", "desktop", *arguments], cwd=ROOT, check=False).returncode


def test(arguments: list[str]) -> int:
    """Run the linter, the type checker and the tests; pytest's closing line is the last one printed.

    Where Qt cannot be loaded, the tests of windows are left out; pytest's own part for them would stop the run.
    """
    loads = subprocess.run([str(PYTHON), "-c", "import PySide6.QtPrintSupport"], check=False, capture_output=True)
    checks = (
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy"],
        ["pytest", *SIDE_BY_SIDE, *(["-p", "no:pytest-qt"] if loads.returncode else []), *arguments],
    )
    failed = [
        check[0] for check in checks if subprocess.run([str(PYTHON), "-m", *check], cwd=ROOT, check=False).returncode
    ]
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
