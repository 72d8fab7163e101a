"""Papers that come in; why a meeting needs no paper on what was directed; the kind of cause of a note."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

TEXTS = ("symbol", "date", "type", "title", "secrecy", "urgency", "asks", "due", "order")
ANSWERED = ("answer", "settled", "result", "directive")
NAMED = {"answer": "documents", "directive": "directives"}
PASSED = {"person": "people", "unit": "units"}


def upgrade() -> None:
    op.create_table(
        "incoming",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        *_texts("arrived", "sender"),
        sa.Column("superior", sa.Boolean(), nullable=True),
        *_texts(*TEXTS, *ANSWERED),
        *_references("incoming", NAMED),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incoming")),
    )
    op.create_table(
        "incoming_passed",
        *_owned(),
        *_texts("person", "unit", "date"),
        sa.Column("lead", sa.Boolean(), nullable=True),
        *_references("incoming_passed", PASSED),
        *_keys("incoming_passed"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "incoming_attachments",
        *_owned(),
        *_texts("name", "sha256"),
        sa.Column("bytes", sa.Integer(), nullable=True),
        *_keys("incoming_attachments"),
        sqlite_with_rowid=False,
    )
    for table, named in (("incoming", NAMED), ("incoming_passed", PASSED)):
        for column in named:
            op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)
    op.add_column("meetings", sa.Column("no_notice", sa.Text(), nullable=True))
    op.execute("UPDATE meetings SET no_notice = ''")
    op.add_column("notes", sa.Column("cause", sa.Text(), nullable=True))
    op.execute("PRAGMA user_version = 7")


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=True) for name in names]


def _owned() -> list[sa.Column[str] | sa.Column[int]]:
    return [sa.Column("incoming", sa.Text(), nullable=False), sa.Column("ordinal", sa.Integer(), nullable=False)]


def _references(table: str, named: dict[str, str]) -> list[sa.ForeignKeyConstraint]:
    """To other records, asked for when a change ends."""
    return [
        sa.ForeignKeyConstraint(
            [column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}"), initially="DEFERRED", deferrable=True
        )
        for column, to in named.items()
    ]


def _keys(table: str) -> list[sa.Constraint]:
    return [
        sa.ForeignKeyConstraint(["incoming"], ["incoming.id"], name=op.f(f"fk_{table}_incoming"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("incoming", "ordinal", name=op.f(f"pk_{table}")),
    ]
