"""What is kept and said of the program's own failures where nothing else can. Standard library only."""

import datetime as dt
import sys
from contextlib import suppress
from pathlib import Path


def keep(log: Path, error: BaseException, at: dt.datetime) -> Path:
    """Add a failure to the log; where even that cannot be written the failure is still to be said."""
    import traceback  # only here: a start that goes well needs none of it

    with suppress(OSError):
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{at.isoformat(timespec='seconds')}\n{''.join(traceback.format_exception(error))}\n")
    return log


def say(sentence: str) -> None:
    """On standard error, or in a box of Windows' own where a process has none."""
    if sys.platform == "win32" and sys.stderr is None:
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, sentence, "Thư Ký", 0x10)
    else:
        print(sentence, file=sys.stderr)
