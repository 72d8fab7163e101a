"""Contents of regulations are said in shapes: nothing moves here, `Store.clean` writes their values anew."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("PRAGMA user_version = 6")
