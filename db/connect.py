"""SQLite as this program uses it: one transaction at a time, begun and ended by us alone.

Imports SQLAlchemy.
"""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event

from db.address import address

BUSY_SECONDS = 5.0
"""How long another writer is waited for before it is said that the file is in use."""


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """A connection that begins nothing by itself; a commit returns when the disk has it."""
    connection = sqlite3.connect(
        address(path, read_only=read_only),
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = EXTRA")
    except UnicodeDecodeError as quoted:  # SQLite's own sentence on a damaged schema, with bytes of it
        connection.close()
        damaged = sqlite3.DatabaseError(str(quoted))
        damaged.sqlite_errorname = "SQLITE_CORRUPT"
        raise damaged from quoted
    return connection


def engine_for(path: Path, *, read_only: bool = False) -> Engine:
    """An engine on one file. `begin` among the execution options says how a transaction starts."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(path, read_only=read_only),
        pool_size=1,
        hide_parameters=True,  # a failure goes into a log that may be sent to others: no record's words with it
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    options: Any = connection.get_execution_options()
    connection.exec_driver_sql(options.get("begin", "BEGIN"))
