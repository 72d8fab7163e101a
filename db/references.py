"""References are checked row by row before a commit, so that a refusal can name what refers to what.

SQLite's own check of the foreign keys stands behind this and would only say that one failed. Imports SQLAlchemy.
"""

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from sqlalchemy import ColumnElement, Connection, ForeignKeyConstraint, Table, and_, select

from db import words
from db.mapping import Key, RowKey
from db.models import metadata
from desktop.domain.records import REPORTING, Body
from desktop.domain.refusal import Refusal

NAMED = 3
"""How many places a refusal lists before it only counts the rest."""


@dataclass(frozen=True, slots=True)
class Loose:
    """A reference that no foreign key can be, since the column may also hold one of a few words."""

    table: str
    column: str
    target: str
    words: tuple[str, ...]


LOOSE = (
    Loose("reports", "unit", "units", REPORTING),
    Loose("reviews", "subject", "people", ("", *get_args(Body))),
)


def refuse_dangling(connection: Connection, written: Mapping[RowKey, set[str]]) -> None:
    """Raise where a written row refers to a record that is not in the file; of each row, the columns it changed."""
    for (name, key), changed in sorted(written.items(), key=lambda row: row[0][0]):
        for constraint in _references(name):
            if not changed.isdisjoint(constraint.column_keys):
                _refuse_row(connection, metadata.tables[name], key, constraint)
        for loose in LOOSE:
            if loose.table == name and loose.column in changed:
                _refuse_loose(connection, loose, key)


def _refuse_row(connection: Connection, table: Table, key: Key, constraint: ForeignKeyConstraint) -> None:
    own = [element.parent for element in constraint.elements]
    values = connection.execute(select(*own).where(_is(table, key))).first()
    if values is None or None in values:
        return
    target = constraint.referred_table
    there = and_(*(element.column == value for element, value in zip(constraint.elements, values, strict=True)))
    if connection.execute(select(target.primary_key.columns[0]).where(there)).first() is None:
        raise _dangling(root_of(table.name), key, own[-1].name, values[-1])


def _refuse_loose(connection: Connection, loose: Loose, key: Key) -> None:
    table, target = metadata.tables[loose.table], metadata.tables[loose.target]
    value = connection.execute(select(table.c[loose.column]).where(_is(table, key))).scalar()
    if value is None or value in loose.words:
        return
    if connection.execute(select(target.c.id).where(target.c.id == value)).first() is None:
        raise _dangling(loose.table, key, loose.column, value)


def _dangling(kind: str, key: Key, field: str, value: str) -> Refusal:
    named = {"kind": words.KIND[kind], "label": f"“{key[0]}”", "reference": words.REFERENCE[field]}
    return Refusal(words.DANGLING.format(value=value, **named), field=field)


def refuse_used(connection: Connection, deleted: Iterable[RowKey]) -> None:
    """Raise where a removed record is still referred to, naming the records that do."""
    for name, key in deleted:
        uses = sorted(set(_uses(connection, name, key)))
        if uses:
            more = [f"{len(uses) - NAMED} chỗ nữa"] if len(uses) > NAMED else []
            listed = ", ".join(uses[:NAMED] + more)
            raise Refusal(words.IN_USE.format(kind=words.KIND[name], label=f"“{key[-1]}”", uses=listed))


def _uses(connection: Connection, name: str, key: Key) -> Iterator[str]:
    for loose in LOOSE:
        table = metadata.tables[loose.table]
        if loose.target == name:
            users = select(table.c.id).where(table.c[loose.column] == key[0]).limit(50)
            yield from (_place(connection, loose.table, ident) for ident in connection.execute(users).scalars())
    for table in metadata.tables.values():
        for constraint in _references(table.name):
            if constraint.referred_table.name != name:
                continue
            here = and_(*(element.parent == value for element, value in zip(constraint.elements, key, strict=True)))
            owner = table.primary_key.columns[0]
            for ident in connection.execute(select(owner).where(here).distinct().limit(50)).scalars():
                yield _place(connection, root_of(table.name), ident)


def _place(connection: Connection, kind: str, ident: str) -> str:
    """`cuộc họp “m1” (Hội nghị lần thứ 52)`."""
    table = metadata.tables[kind]
    title = next((table.c[name] for name in ("name", "title") if name in table.c), None)
    text = connection.execute(select(title).where(table.c.id == ident)).scalar() if title is not None else ""
    return f"{words.KIND[kind]} “{ident}”" + (f" ({text})" if text else "")


def root_of(name: str) -> str:
    """The list of the office a table belongs to."""
    return next(
        kind for kind in words.KIND if name == kind or (name.startswith(f"{kind}_") and kind != "meetings_agenda")
    )


@functools.cache
def _references(name: str) -> list[ForeignKeyConstraint]:
    """The foreign keys of a table that are references, not the tie to its owner; in the order of their columns."""
    own = [each for each in metadata.tables[name].foreign_key_constraints if each.deferrable]
    return sorted(own, key=lambda each: list(metadata.tables[name].columns.keys()).index(each.column_keys[0]))


def _is(table: Table, key: Key) -> ColumnElement[bool]:
    return and_(*(column == value for column, value in zip(table.primary_key.columns, key, strict=True)))
