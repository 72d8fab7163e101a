"""A digest beside every record; the post a paper was signed with; numbers cancelled in the register."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TEXT = ("post", "cancelled", "cancel_reason")
EMPTY = ("post", "cancel_reason")
"""What a record cannot leave out: in the rows there were, it is empty text."""


def upgrade() -> None:
    for column in TEXT:
        op.add_column("documents", sa.Column(column, sa.Text(), nullable=True))
        if column in EMPTY:
            op.execute(f"UPDATE documents SET {column} = ''")
    op.create_table(
        "digests",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "record", name=op.f("pk_digests")),
        sqlite_with_rowid=False,
    )
    op.execute("DELETE FROM glance WHERE key LIKE 'first.%'")  # pictures are no longer taken from an office file
    op.execute("PRAGMA user_version = 3")
