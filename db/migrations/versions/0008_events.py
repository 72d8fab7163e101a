"""What leaders attend that is no session of a body of the office."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

NAMED = {"chair": "people", "paper": "incoming"}
LISTS = {"people": ("person", "people"), "organs": ("organ", ""), "units": ("unit", "units")}
"""What stands in each list of an event, and the list its references point into."""
DAYS = {"repeats_weekdays": "repeats_weekday", "repeats_left_out": "repeats_left_out"}


def upgrade() -> None:
    op.create_table(
        "events",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        *_texts("title", "kind", "kind_name", "start", "end"),
        _yes_no("all_day"),
        *_texts("place", "vehicle", "chair", "others", "called_by", "paper", "note"),
        _yes_no("cancelled"),
        _yes_no("repeats"),
        *_texts("repeats_often"),
        sa.Column("repeats_every", sa.Integer(), nullable=True),
        *_texts("repeats_until"),
        _yes_no("repeats_working_days"),
        *_texts("uid"),
        *(_reference("events", column, to) for column, to in NAMED.items()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )
    for name, (column, to) in LISTS.items():
        _list(f"events_{name}", column, to)
    for name, column in DAYS.items():
        _list(f"events_{name}", column, "")
    for column in NAMED:
        op.create_index(op.f(f"ix_events_{column}"), "events", [column], unique=False)
    op.execute("PRAGMA user_version = 8")


def _list(table: str, column: str, to: str) -> None:
    op.create_table(
        table,
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        *_texts(column),
        *([_reference(table, column, to)] if to else []),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f(f"fk_{table}_event"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event", "ordinal", name=op.f(f"pk_{table}")),
        sqlite_with_rowid=False,
    )
    if to:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=True) for name in names]


def _yes_no(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=True)


def _reference(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    """To another record, asked for when a change ends."""
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, initially="DEFERRED", deferrable=True)
