"""Files written whole or not at all, and patiently: on Windows a virus scanner or Word holds one for a moment.

Standard library only; whoever writes a file beside the office's own uses this.
"""

import errno
import os
import re
import shutil
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 2.0
"""Seconds for which a held file is tried again; then the error is the caller's to say."""
PAUSES = (0.05, 0.1, 0.2, 0.4)
"""Seconds between two tries; the last one serves for all that follow."""
HELD = (5, 32, 33)
"""Windows' access denied, sharing violation and lock violation: what a file says that another program has open."""


_WHOLE, _UNC = "\\\\?\\", "\\\\?\\UNC\\"
ROOM = 180
"""Letters of a path up to which Windows' 260 suffice for it and all that is put beside it under longer names."""


def given(text: str) -> Path:
    """The file a person named; where Windows would find its path too long, in the form that has no such limit."""
    if sys.platform != "win32":
        return Path(text)
    whole = os.path.abspath(text)  # noqa: PTH100 - takes out the dots, which the other form does not know
    return Path(without_limit(whole) if len(whole) > ROOM else text)


def without_limit(path: str) -> str:
    r"""`C:\x` as `\\?\C:\x`, a share's `\\server\x` as `\\?\UNC\server\x`."""
    if path.startswith(_WHOLE):
        return path
    return f"{_UNC}{path[2:]}" if path.startswith("\\\\") else f"{_WHOLE}{path}"


def is_there(path: Path) -> bool:
    """Whether a file can be reached; a drive or a server that is away is not there, whatever the system calls it."""
    try:
        return path.is_file()
    except OSError:
        return False


def shown(path: Path) -> str:
    """The path as a person knows it, and as other programs want it: without the form that has no limit."""
    text = str(path)
    if text.startswith(_UNC):
        return f"\\\\{text.removeprefix(_UNC)}"
    return text.removeprefix(_WHOLE)


def safe_name(text: str, *, most: int = 120) -> str:
    """A file's name without its ending that every file system and every dialog takes."""
    name = re.sub(r'[\x00-\x1f<>:"/\\|?*]', "-", text)[:most].strip(". ") or "-"
    return f"_{name}" if _DEVICE.fullmatch(name) else name


_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""What Windows takes for a device, whatever ending follows: a file written there is gone."""


def patiently(act: Callable[[], T], *, patience: float = PATIENCE) -> T:
    """Do it, again and again while another program holds the file; raises the last error when patience ends."""
    end, tried = time.monotonic() + patience, 0
    while True:
        try:
            return act()
        except OSError as error:
            if not is_held(error) or time.monotonic() >= end:
                raise
        time.sleep(PAUSES[min(tried, len(PAUSES) - 1)])
        tried += 1


def is_held(error: OSError) -> bool:
    """Whether it may be another program's hold, which passes; elsewhere than on Windows no refusal passes by itself.

    Opening a file goes through the C library there, which tells no more than that access was denied.
    """
    number = getattr(error, "winerror", None)
    return number in HELD or (sys.platform == "win32" and number is None and error.errno == errno.EACCES)


def replace(source: Path, target: Path) -> None:
    """Put a finished file in the place of another, or give it its first name."""
    patiently(lambda: source.replace(target))


def remove(path: Path) -> None:
    patiently(lambda: path.unlink(missing_ok=True))


ABANDONED = 600
"""Seconds since it was last written after which a passing file has nobody who still writes it."""
_PASSING = re.compile(r"\..+\.\d+\.tmp(-journal)?", re.DOTALL)


def passing(target: Path) -> Path:
    """A name in the same folder for what is not whole yet; what killed processes left under such names goes."""
    sweep(target.parent)
    return target.with_name(f".{target.name}.{os.getpid()}.tmp")


def sweep(folder: Path) -> None:
    """Take away what was left unfinished in a folder long ago; it may hold all that an office knows."""
    with suppress(OSError):
        for path in list(folder.iterdir()):
            if _PASSING.fullmatch(path.name) and time.time() - path.stat().st_mtime > ABANDONED:
                _discard(path)


def _discard(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes, *, lasting: bool = True) -> None:
    """Write a file under its name at once or not at all; what stood there before stays until then.

    What is not `lasting` may be lost with the power, and costs no wait for the disk. A folder or a device that stands
    under the name is never replaced.
    """
    if path.exists() and not path.is_file():
        raise IsADirectoryError(errno.EISDIR, "not a file", str(path))
    temporary = passing(path)
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            if lasting:
                os.fsync(file.fileno())
        replace(temporary, path)
    finally:
        remove(temporary)
