"""An office file as SQLite's own address. Standard library only, so that the first paint can use it."""

import os
from pathlib import Path
from urllib.parse import quote


def address(path: Path, *, read_only: bool = False) -> str:
    """The file as SQLite's own address: an absent file is never made by opening it.

    Every sign of the path is escaped, so that a share's leading strokes are not taken for the name of a host.
    """
    return f"file:{quote(os.fsencode(path.absolute()), safe='')}?mode={'ro' if read_only else 'rw'}"
