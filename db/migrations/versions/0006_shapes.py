"""Own duties; what an own regulation follows and works by; contents in shapes, which `Store.clean` writes anew."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

TEXTS = ("profile", "title", "actor", "addressee", "often", "due", "by")
CITED = ("cite_article", "cite_clause", "cite_point", "cite_paragraph", "cite_dash", "from", "to")


def upgrade() -> None:
    op.create_table(
        "duties",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=True) for name in TEXTS),
        sa.Column("cite", sa.Boolean(), nullable=True),
        *(sa.Column(name, sa.Text(), nullable=True) for name in CITED),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duties")),
    )
    op.create_table(
        "duties_done",
        sa.Column("duty", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("period", "date", "record", "note")),
        sa.ForeignKeyConstraint(["duty"], ["duties.id"], name=op.f("fk_duties_done_duty"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("duty", "ordinal", name=op.f("pk_duties_done")),
        sqlite_with_rowid=False,
    )
    op.add_column("meetings", sa.Column("kind_name", sa.Text(), nullable=True))
    op.add_column("reviews", sa.Column("kind_name", sa.Text(), nullable=True))
    for table in ("meetings", "reviews"):
        op.execute(f"UPDATE {table} SET kind_name = ''")
    op.add_column("profiles", sa.Column("by_base", sa.Boolean(), nullable=True))
    op.add_column("profiles", sa.Column("follows", sa.Text(), nullable=True))
    op.execute("UPDATE profiles SET by_base = 0, follows = ''")
    op.execute("PRAGMA user_version = 6")
