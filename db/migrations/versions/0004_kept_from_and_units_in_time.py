"""From when records are kept; settings from a day on; units in time and who succeeds them; items by day; the meeting
held instead; the kind of committee."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

DAYS = (("office", "kept_from"), ("units", "from"), ("units", "to"), ("meetings_agenda", "day"))
REFERENCES = (("units", "successor", "units"), ("meetings", "postponed_to", "meetings"))


def upgrade() -> None:
    op.add_column("office", sa.Column("kind", sa.Text(), nullable=True))
    op.execute("UPDATE office SET kind = ''")
    op.create_table(
        "office_settings_from",
        sa.Column("office", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=True),
        sa.Column("from", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["office"], ["office.id"], name=op.f("fk_office_settings_from_office"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("office", "ordinal", name=op.f("pk_office_settings_from")),
        sqlite_with_rowid=False,
    )
    for table, column in DAYS:
        op.add_column(table, sa.Column(column, sa.Text(), nullable=True))
    for table, column, target in REFERENCES:
        _add_reference(table, column, target)
    op.execute("PRAGMA user_version = 4")


def _add_reference(table: str, column: str, target: str) -> None:
    """SQLite adds a column with its reference in one statement, which Alembic would make two of."""
    op.execute(
        f"ALTER TABLE {table} ADD COLUMN {column} TEXT CONSTRAINT fk_{table}_{column} "
        f"REFERENCES {target} (id) DEFERRABLE INITIALLY DEFERRED"
    )
    op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)
