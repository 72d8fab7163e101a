"""The tables of an office file: those of the records as `db.mapping` lays them out, and by hand what no record says.

Dictionaries and values of more than one type are JSON text; dates and times are ISO text.

A reference is a foreign key, checked when the change is committed. Two cannot be, and are checked at import and by the
doctor: `reports.unit` may also say `office` or `government`, `reviews.subject` may also be a body's code.
"""

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any, ClassVar, Literal, TypeAlias, get_origin

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Constraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

from db.mapping import Node, node_of
from desktop.domain.plain import Hint, bare, refers_to, to_plain
from desktop.domain.records import LIST_OF, OfficeCalendar, OfficeHead

Loaded: TypeAlias = Any
"""What text gives back: a day, a time, or what JSON holds."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Day(TypeDecorator[Any]):
    """`2024-06-12`."""

    impl = Text
    cache_ok = True
    kind: ClassVar[type[dt.date | dt.time]] = dt.date

    def process_bind_param(self, value: object, dialect: Dialect) -> str | None:
        text: str | None = to_plain(value)
        return text

    def process_result_value(self, value: str | None, dialect: Dialect) -> Loaded:
        return None if value is None else self.kind.fromisoformat(value)


class Clock(Day):
    """`07:30`."""

    cache_ok = True
    kind = dt.time


class Moment(Day):
    """`2024-06-12T07:30`."""

    cache_ok = True
    kind = dt.datetime


class Json(TypeDecorator[Any]):
    """A dictionary, or a value of more than one type, as JSON text in the order it was given."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(value, ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Loaded:
        return None if value is None else json.loads(value)


TYPES: dict[Hint, type[TypeEngine[Any]]] = {
    **{str: Text, int: Integer, bool: Boolean},
    **{dt.date: Day, dt.time: Clock, dt.datetime: Moment},
}


def declare(node: Node, owner: Node | None = None) -> None:
    """The table of a record or of a list inside one, and those of its own lists."""
    ties = [*constraints(node, owner)]
    columns = (column(node, *each) for each in node.columns.items())
    Table(node.name, metadata, *columns, *ties, sqlite_with_rowid=owner is None)
    for child in node.children:
        declare(child, node)


def constraints(node: Node, owner: Node | None) -> Iterator[Constraint]:
    """A list inside a record goes when its record goes; a source that is an agenda item is one of that meeting."""
    if owner is not None:
        whole = [f"{owner.name}.{name}" for name in owner.key]
        yield ForeignKeyConstraint([*node.key][:-1], whole, ondelete="CASCADE")
    if "source_agenda" in node.columns:
        item = ["meetings_agenda.meeting", "meetings_agenda.id"]
        yield ForeignKeyConstraint(["source_meeting", "source_agenda"], item, deferrable=True, initially="DEFERRED")
    if node.name == "office":
        yield CheckConstraint("id = 1", name="single")


def column(node: Node, name: str, hint: Hint) -> Column[Any]:
    """References are deferred: a change writes its records in any order."""
    inner, to = bare(hint), refers_to(hint)
    origin: Hint = get_origin(inner)
    kind = Text if origin is Literal else TYPES.get(inner, Json)
    if to is not None:
        return Column(name, kind, ForeignKey(f"{to}.id", deferrable=True, initially="DEFERRED"), index=True)
    return Column(name, kind, primary_key=name in node.key, nullable=name not in (*node.key, "ordinal"))


for cls in (OfficeHead, *LIST_OF):
    declare(node_of(cls))
for days in node_of(OfficeCalendar).children:
    declare(days, node_of(OfficeHead))

# What no record says

files = Table(
    "files",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
"""What attachments and issued documents hold, once for each content; records name it by its hash."""

# What happened to the records, and what is remembered for the first paint

changes = Table(
    "changes",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("undoes", Integer, ForeignKey("changes.sequence"), index=True),
)
"""One row for every commit; `sequence`, never the clock, says which came first."""

history = Table(
    "history",
    metadata,
    Column("sequence", Integer, ForeignKey("changes.sequence"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("record", Text, primary_key=True),
    Column("ordinal", Integer),
    Column("before", Text),
    Column("after", Text),
    Index(None, "kind", "record"),
    sqlite_with_rowid=False,
)
"""One row for every record a change touched, as JSON before and after; no `before`: it was new, no `after`: removed."""

digests = Table(
    "digests",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("record", Text, primary_key=True),
    Column("digest", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""What every record's content came to when it was written (`db.digest`): what else changes it, is found."""

glance = Table(
    "glance",
    metadata,
    Column("key", Text, primary_key=True),
    Column("sequence", Integer, nullable=False),
    Column("json", Text, nullable=False),
)
"""What the window painted last, with the change it was true after; read by `db.glance` before anything heavy loads."""
