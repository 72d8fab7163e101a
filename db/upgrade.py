"""Brings an office file to the newest schema: a verified copy first, then the migrations in one transaction.

Imports Alembic, so it is itself imported only when there is something to migrate.
"""

from dataclasses import replace
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, func, select

from db import digest, rows, words
from db.backup import copy_beside
from db.connect import engine_for
from db.header import check_header
from db.models import changes
from db.store import Store

BY_BASE = 6
"""The schema that knows whether an office works by a model meanwhile."""


def migrate(connection: Connection) -> None:
    """Run what is missing, inside the transaction the connection is in."""
    command.upgrade(_config(connection), "head")


def upgrade(path: Path, *, at: str, who: str) -> Path:
    """Migrate a file and return the copy that was kept beside it; digests are noted where its schema kept none.

    Text that the door of that day let in is written again as it is kept now: a change in the history like any other.
    """
    kept, was = copy_beside(path, "truoc-nang-cap"), check_header(path)
    engine = engine_for(path)
    try:
        with engine.connect().execution_options(begin="BEGIN IMMEDIATE") as connection, connection.begin():
            migrate(connection)
            office = rows.read_office(connection)
            digest.keep_all(connection, office)
            store = Store(connection, _sequence(connection), remembered=office)
            store.clean()
            if was < BY_BASE:
                _keep_working_by_models(store)
            store.finish(at=at, who=who, what=words.CLEANED)
    finally:
        engine.dispose()
    return kept


def _keep_working_by_models(store: Store) -> None:
    """An office that had described its regulation in part went by the model for the rest."""
    for own in store.office().profiles:
        store.put(replace(own, by_base=True), before=own)


def _sequence(connection: Connection) -> int:
    return int(connection.execute(select(func.max(changes.c.sequence))).scalar() or 0)


def newest() -> str | None:
    """The name of the newest migration."""
    return ScriptDirectory.from_config(_config(None)).get_current_head()


def _config(connection: Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", "db:migrations")
    config.attributes["connection"] = connection
    return config
