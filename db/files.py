"""The contents of attachments and issued papers inside the office file, each once, under its hash.

Imports SQLAlchemy; takes a connection, begins and commits nothing.
"""

import hashlib
from collections.abc import Iterator

from sqlalchemy import Connection, LargeBinary, cast, func, select
from sqlalchemy.dialects.sqlite import insert

from db.models import files

_BYTES = cast(files.c.content, LargeBinary)
"""Bytes also where another program left text."""


def keep(connection: Connection, content: bytes) -> str:
    """Keep a content unless it is there, and return its hash."""
    sha256 = hashlib.sha256(content).hexdigest()
    connection.execute(insert(files).on_conflict_do_nothing(), {"sha256": sha256, "content": content})
    return sha256


def content_of(connection: Connection, sha256: str) -> bytes | None:
    found: bytes | None = connection.execute(select(_BYTES).where(files.c.sha256 == sha256)).scalar()
    return found


def sizes(connection: Connection) -> dict[str, int]:
    """How many bytes are kept under every hash."""
    rows = connection.execute(select(files.c.sha256, func.length(files.c.content).label("size")))
    return {row.sha256: row.size for row in rows}


def changed(connection: Connection) -> Iterator[str]:
    """The hashes whose content is no longer what was kept."""
    for sha256, content in connection.execute(select(files.c.sha256, _BYTES)):
        if hashlib.sha256(content).hexdigest() != sha256:
            yield sha256
