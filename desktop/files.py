"""Files written whole or not at all, and patiently: on Windows a virus scanner or Word holds one for a moment.

Standard library only; whoever writes a file beside the office's own uses this.
"""

import os
import sys
import time
from collections.abc import Callable
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


def shown(path: Path) -> str:
    """The path as a person knows it, and as other programs want it: without the form that has no limit."""
    text = str(path)
    if text.startswith(_UNC):
        return f"\\\\{text.removeprefix(_UNC)}"
    return text.removeprefix(_WHOLE)


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
    """Whether it may be another program's hold, which passes; elsewhere than on Windows no refusal passes by itself."""
    return getattr(error, "winerror", None) in HELD


def replace(source: Path, target: Path) -> None:
    """Put a finished file in the place of another, or give it its first name."""
    patiently(lambda: source.replace(target))


def remove(path: Path) -> None:
    patiently(lambda: path.unlink(missing_ok=True))


def write_whole(path: Path, content: bytes, *, lasting: bool = True) -> None:
    """Write a file under its name at once or not at all; what stood there before stays until then.

    What is not `lasting` may be lost with the power, and costs no wait for the disk.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            if lasting:
                os.fsync(file.fileno())
        replace(temporary, path)
    finally:
        remove(temporary)
