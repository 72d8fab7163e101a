"""What programmes, reports, directives, visits, reviews, documents and notes hold beyond the first schema; files."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TEXT = (
    ("office_regulations", "document"),
    ("programmes_items", "done"),
    ("programmes_items", "progress"),
    ("reports", "reminded"),
    ("directives", "date"),
    ("visits", "content"),
    ("reviews", "result"),
    ("reviews", "suggested"),
    ("documents", "issued_name"),
    ("documents", "issued_sha256"),
    ("notes", "remedy"),
)
EMPTY = ("document", "progress", "content", "result", "suggested", "remedy")
"""What a record cannot leave out: in the rows there were, it is empty text."""
REFERENCES = (
    ("programmes_items", "carried_from", "programmes"),
    ("directives_reviews", "report", "documents"),
    ("directives_reviews", "notice", "documents"),
)


def upgrade() -> None:
    for table, column in TEXT:
        op.add_column(table, sa.Column(column, sa.Text(), nullable=True))
        if column in EMPTY:
            op.execute(f"UPDATE {table} SET {column} = ''")
    op.add_column("documents", sa.Column("issued", sa.Boolean(), nullable=True))
    op.add_column("documents", sa.Column("issued_bytes", sa.Integer(), nullable=True))
    op.execute("UPDATE documents SET issued = 0")
    for table, column, target in REFERENCES:
        _add_reference(table, column, target)
    _versions()
    _inside_reviews()
    op.create_table(
        "files",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_files")),
    )
    op.execute("PRAGMA user_version = 2")


def _add_reference(table: str, column: str, target: str) -> None:
    """SQLite adds a column with its reference in one statement, which Alembic would make two of."""
    op.execute(
        f"ALTER TABLE {table} ADD COLUMN {column} TEXT CONSTRAINT fk_{table}_{column} "
        f"REFERENCES {target} (id) DEFERRABLE INITIALLY DEFERRED"
    )
    op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"), initially="DEFERRED", deferrable=True
    )


def _versions() -> None:
    op.create_table(
        "programmes_versions",
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("adopted", sa.Text(), nullable=True),
        sa.Column("replaced", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["programme"], ["programmes.id"], name=op.f("fk_programmes_versions_programme"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("programme", "ordinal", name=op.f("pk_programmes_versions")),
        sqlite_with_rowid=False,
    )
    table = "programmes_versions_items"
    op.create_table(
        table,
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("title", "lead", "product", "participants", "due")),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("meeting", "done", "progress", "carried_from")),
        _reference(table, "lead", "units"),
        _reference(table, "meeting", "meetings"),
        _reference(table, "carried_from", "programmes"),
        sa.ForeignKeyConstraint(
            ["programme", "version"],
            ["programmes_versions.programme", "programmes_versions.ordinal"],
            name=op.f("fk_programmes_versions_items_programme"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("programme", "version", "ordinal", name=op.f("pk_programmes_versions_items")),
        sqlite_with_rowid=False,
    )
    for column in ("lead", "meeting", "carried_from"):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)


def _inside_reviews() -> None:
    numbers = [sa.Column(name, sa.Integer(), nullable=True) for name in ("high", "middle", "low")]
    _inside_review("reviews_scores", ("person",), numbers)
    texts = [sa.Column(name, sa.Text(), nullable=True) for name in ("question", "answer")]
    _inside_review("reviews_questions", ("asker", "answerer"), texts)


def _inside_review(table: str, people: tuple[str, ...], columns: Sequence[sa.Column[Any]]) -> None:
    op.create_table(
        table,
        sa.Column("review", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=True) for name in people),
        *columns,
        *(_reference(table, name, "people") for name in people),
        sa.ForeignKeyConstraint(["review"], ["reviews.id"], name=op.f(f"fk_{table}_review"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("review", "ordinal", name=op.f(f"pk_{table}")),
        sqlite_with_rowid=False,
    )
    for name in people:
        op.create_index(op.f(f"ix_{table}_{name}"), table, [name], unique=False)
