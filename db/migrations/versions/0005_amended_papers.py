"""Why what a signed or issued paper says was changed afterwards."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

OWNERS = (("meetings", "meeting"), ("documents", "document"))


def upgrade() -> None:
    for table, owner in OWNERS:
        name = f"{table}_amended"
        op.create_table(
            name,
            sa.Column(owner, sa.Text(), nullable=False),
            sa.Column("ordinal", sa.Integer(), nullable=False),
            sa.Column("on", sa.Text(), nullable=True),
            sa.Column("reason", sa.Text(), nullable=True),
            sa.ForeignKeyConstraint([owner], [f"{table}.id"], name=op.f(f"fk_{name}_{owner}"), ondelete="CASCADE"),
            sa.PrimaryKeyConstraint(owner, "ordinal", name=op.f(f"pk_{name}")),
            sqlite_with_rowid=False,
        )
    op.execute("PRAGMA user_version = 5")
