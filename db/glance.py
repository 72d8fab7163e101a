"""What the window can paint before anything heavy is imported: the office's name and what a screen painted last.

Standard library `sqlite3` only, so that start-up need not wait for SQLAlchemy. Never raises: a file that is absent,
foreign, locked or damaged simply gives nothing to glance at.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from db.address import address
from db.header import APPLICATION_ID

Cells: TypeAlias = tuple[Any, ...]
"""One row as SQLite gives it."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the rail; the term's days are ISO text."""

    name: str
    congress: str
    term_from: str | None
    term_to: str | None


def read_glance(path: Path, key: str) -> tuple[str, bool] | None:
    """What was remembered under that key, and whether nothing was changed since."""
    row = _row(
        path,
        "SELECT json, sequence = (SELECT max(sequence) FROM changes) FROM glance WHERE key = ?",
        (key,),
    )
    return None if row is None else (str(row[0]), bool(row[1]))


def read_head(path: Path) -> Head | None:
    row = _row(path, "SELECT name, congress, term_from, term_to FROM office", ())
    return None if row is None else Head(*row)


def _row(path: Path, statement: str, values: tuple[str, ...]) -> Cells | None:
    try:
        with closing(_connect(path)) as connection:
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                return None
            row: Cells | None = connection.execute(statement, values).fetchone()
            return row
    except (sqlite3.Error, OSError):
        return None


def _connect(path: Path) -> sqlite3.Connection:
    """To read only, and without waiting: a busy file is read properly a moment later."""
    return sqlite3.connect(address(path, read_only=True), uri=True, timeout=0.05, isolation_level=None)
