"""The tables, columns, indexes and triggers a file has beside those of the program. Imports SQLAlchemy."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from db.models import metadata

Part = tuple[str, ...]
"""What it is in SQLite's word, then the names that lead to it."""

OWN_BY_ALEMBIC = "alembic_version"


def differences(connection: sqlite3.Connection) -> list[Part]:
    """What a file of this schema has too much or too little; a trigger may change what the program writes."""
    with closing(sqlite3.connect(":memory:")) as declared:
        for statement in _statements():
            declared.execute(statement)
        return sorted(_parts(connection) ^ _parts(declared))


def _statements() -> Iterator[str]:
    dialect = sqlite.dialect()
    for table in metadata.sorted_tables:
        yield str(CreateTable(table).compile(dialect=dialect))
        yield from (str(CreateIndex(index).compile(dialect=dialect)) for index in table.indexes)


def _parts(connection: sqlite3.Connection) -> set[Part]:
    ask = "SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND name <> ?"
    named: list[tuple[str, str]] = connection.execute(ask, (OWN_BY_ALEMBIC,)).fetchall()
    columns = {
        ("column", name, str(row[1]))
        for kind, name in named
        if kind == "table"
        for row in connection.execute(f'PRAGMA table_xinfo("{name.replace(chr(34), chr(34) * 2)}")')
    }
    return set(named) | columns
