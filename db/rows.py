"""Records read from the tables and rows written to them, with statements SQLAlchemy has to compile only once.

Imports `desktop.domain` and SQLAlchemy; takes a connection, begins and commits nothing.
"""

import functools
import gc
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Delete, Select, Table, Update, and_, bindparam, func, select

from db import words
from db.mapping import ONLY, Key, Node, RowKey, Values, grouped, node_of, record_of
from db.models import metadata
from desktop.domain.records import LIST_OF, Office, OfficeCalendar, OfficeHead
from desktop.domain.refusal import Refusal

R = TypeVar("R")

# Reading


def read_office(connection: Connection) -> Office:
    with decoding(), _uncollected():
        lists: dict[str, Any] = {name: tuple(_read_all(connection, cls)) for cls, name in LIST_OF.items()}
        return Office(office=read_head(connection), calendar=read_calendar(connection), **lists)


def read_head(connection: Connection) -> OfficeHead:
    with decoding():
        (head,) = _read_all(connection, OfficeHead)
        return head


def read_calendar(connection: Connection) -> OfficeCalendar:
    with decoding():
        node = node_of(OfficeCalendar)
        found = {child.name: _everything(connection, child) for child in node.children}
        calendar: OfficeCalendar = record_of(node, (), ONLY, found)
        return calendar


def read_one(connection: Connection, cls: type[R], ident: str) -> R | None:
    node = node_of(cls)
    with decoding():
        row = connection.execute(_select_one(node.name), {"key": ident}).first()
        if row is None:
            return None
        found = {child.name: _of_owner(connection, child, ident) for child in _below(node)}
        record: R = record_of(node, row, (ident,), found)
        return record


def _read_all(connection: Connection, cls: type[R]) -> list[R]:
    node = node_of(cls)
    found = {child.name: _everything(connection, child) for child in _below(node)}
    rows = connection.execute(_select_all(node.name)).all()
    return [record_of(node, row, (row[0],), found) for row in rows]


def _everything(connection: Connection, node: Node) -> dict[Key, list[Any]]:
    return grouped(node, connection.execute(_select_all(node.name)).all())


def _of_owner(connection: Connection, node: Node, ident: str) -> dict[Key, list[Any]]:
    return grouped(node, connection.execute(_select_one(node.name), {"key": ident}))


def _below(node: Node) -> list[Node]:
    return [child for child in node.family() if child is not node]


@contextmanager
def decoding() -> Iterator[None]:
    """Values no record can hold, as another program or a damaged page may leave them, as a refusal."""
    try:
        yield
    except (ValueError, TypeError, LookupError) as error:
        raise Refusal(words.UNDECODED.format(detail=" ".join(str(error).split())[:80])) from error


@contextmanager
def _uncollected() -> Iterator[None]:
    """Reading a whole office makes only objects that stay; the collector would walk them again and again (measured)."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


# Order and ids


def ids_in_order(connection: Connection, kind: str) -> list[str]:
    return list(connection.execute(_select_ids(kind)).scalars())


def next_ordinal(connection: Connection, kind: str) -> int:
    last = connection.execute(select(func.max(metadata.tables[kind].c.ordinal))).scalar()
    return 0 if last is None else int(last) + 1


def ordinal_of(connection: Connection, kind: str, ident: str) -> int:
    table = metadata.tables[kind]
    return int(connection.execute(select(table.c.ordinal).where(table.c.id == ident)).scalar_one())


def highest_number(connection: Connection, kind: str, prefix: str) -> int:
    """The highest number behind that letter among the ids of a list; 0 where there is none."""
    table = metadata.tables[kind]
    pattern = re.compile(rf"{prefix}([0-9]{{1,15}})")
    named = select(table.c.id).where(table.c.id >= prefix, table.c.id < chr(ord(prefix) + 1))
    matches = map(pattern.fullmatch, connection.execute(named).scalars())
    return max((int(match[1]) for match in matches if match), default=0)


# Writing


def insert(connection: Connection, rows: dict[RowKey, Values]) -> None:
    for table, group in _grouped(rows):
        names = table.primary_key.columns.keys()
        many = [{**dict(zip(names, key, strict=True)), **values} for key, values in group]
        connection.execute(table.insert(), many)


def update(connection: Connection, rows: dict[RowKey, Values]) -> None:
    for table, group in _grouped(rows):
        names = _key_names(table.name)
        many = [{**dict(zip(names, key, strict=True)), **values} for key, values in group]
        connection.execute(_update_of(table.name), many)


def delete(connection: Connection, rows: Iterable[RowKey]) -> None:
    for table, group in _grouped({key: {} for key in rows}):
        names = _key_names(table.name)
        connection.execute(_delete_of(table.name), [dict(zip(names, key, strict=True)) for key, _ in group])


def _grouped(rows: dict[RowKey, Values]) -> list[tuple[Table, list[tuple[Key, Values]]]]:
    """Rows by table, owners before what is inside them: an owner's key is the shorter one."""
    groups: dict[str, list[tuple[Key, Values]]] = {}
    for (name, key), values in rows.items():
        groups.setdefault(name, []).append((key, values))
    owners_first = sorted(groups.items(), key=lambda item: len(item[1][0][0]))
    return [(metadata.tables[name], group) for name, group in owners_first]


@functools.cache
def _select_all(name: str) -> Select[Any]:
    table = metadata.tables[name]
    keys = list(table.primary_key.columns)
    order = [*keys[:-1], table.c.ordinal] if "ordinal" in table.c else keys
    return select(table).order_by(*order)


@functools.cache
def _select_one(name: str) -> Select[Any]:
    """The rows whose key begins with a record's id."""
    table = metadata.tables[name]
    return _select_all(name).where(next(iter(table.primary_key.columns)) == bindparam("key"))


@functools.cache
def _select_ids(name: str) -> Select[str]:
    table = metadata.tables[name]
    return select(table.c.id).order_by(table.c.ordinal)


@functools.cache
def _key_names(name: str) -> tuple[str, ...]:
    """What the parts of a row's key are called as parameters of an update, beside the new values."""
    return tuple(f"key_{column.name}" for column in metadata.tables[name].primary_key.columns)


@functools.cache
def _update_of(name: str) -> Update:
    return metadata.tables[name].update().where(_is_row(name))


@functools.cache
def _delete_of(name: str) -> Delete:
    return metadata.tables[name].delete().where(_is_row(name))


def _is_row(name: str) -> ColumnElement[bool]:
    columns = metadata.tables[name].primary_key.columns
    return and_(*(column == bindparam(key) for column, key in zip(columns, _key_names(name), strict=True)))
