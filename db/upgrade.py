"""Brings an office file to the newest schema: a verified copy first, then the migrations in one transaction.

Imports Alembic, so it is itself imported only when there is something to migrate.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from db import digest, rows
from db.backup import copy_beside
from db.connect import engine_for


def migrate(connection: Connection) -> None:
    """Run what is missing, inside the transaction the connection is in."""
    command.upgrade(_config(connection), "head")


def upgrade(path: Path) -> Path:
    """Migrate a file of a schema that kept no digests, note them, and return the copy that was kept beside it."""
    kept = copy_beside(path, "truoc-nang-cap")
    engine = engine_for(path)
    try:
        with engine.connect().execution_options(begin="BEGIN IMMEDIATE") as connection, connection.begin():
            migrate(connection)
            digest.keep_all(connection, rows.read_office(connection))
    finally:
        engine.dispose()
    return kept


def newest() -> str | None:
    """The name of the newest migration."""
    return ScriptDirectory.from_config(_config(None)).get_current_head()


def _config(connection: Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", "db:migrations")
    config.attributes["connection"] = connection
    return config
