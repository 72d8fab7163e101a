"""Is this an office file, and of which schema? Read from its first bytes, so that a foreign file stays untouched.

Standard library only.
"""

import os
import sys
from pathlib import Path

from db import words
from desktop.domain.refusal import Refusal

APPLICATION_ID = 0x54484B59
"""`THKY`: what tells an office file from any other SQLite file."""

SCHEMA = 8
"""The number of the newest migration, in the header as `user_version`."""


def schema_of(path: Path) -> int | None:
    """The schema of an office file; None where the file is no such file."""
    with path.open("rb") as file:
        head = file.read(100)
    if len(head) < 100 or head[:16] != b"SQLite format 3\0" or int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        return None
    return int.from_bytes(head[60:64], "big")


LONGEST = 500
"""Bytes of a whole path up to which SQLite can open it and what it puts beside it; Windows has no such limit."""


def check_header(path: Path) -> int:
    """Return the schema, or refuse a file that is absent, unreadable, foreign or of a newer program."""
    if sys.platform != "win32" and len(os.fsencode(path.absolute())) > LONGEST:
        raise Refusal(words.TOO_LONG.format(name=path.name))
    try:
        schema = schema_of(path)
    except FileNotFoundError:
        raise Refusal(words.MISSING.format(name=path.name)) from None
    except OSError as trouble:
        raise Refusal(words.UNREADABLE.format(name=path.name, detail=trouble.strerror)) from None
    if schema is None:
        raise Refusal(words.FOREIGN.format(name=path.name))
    if schema > SCHEMA:
        raise Refusal(words.NEWER.format(name=path.name, found=schema, known=SCHEMA))
    return schema
