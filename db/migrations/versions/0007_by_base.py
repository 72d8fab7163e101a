"""Whether an office works by the model where it has not confirmed its own regulation.

Until now every office did; `db.upgrade` writes it down for those that have one.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("profiles", sa.Column("by_base", sa.Boolean(), nullable=True))
    op.execute("UPDATE profiles SET by_base = 0")
    op.execute("PRAGMA user_version = 7")
