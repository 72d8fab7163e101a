"""How a record becomes rows and rows a record, read off the type hints and the tables of `db.models`.

Imports `desktop.domain` and SQLAlchemy.
"""

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, is_dataclass
from typing import Any, TypeAlias

from sqlalchemy import Column, Table

from db.models import metadata
from desktop.domain.plain import bare, hints, item_of, json_key, may_be_none
from desktop.domain.records import LIST_OF, OfficeCalendar, OfficeHead

Key: TypeAlias = tuple[Any, ...]
Values: TypeAlias = dict[str, Any]
RowKey: TypeAlias = tuple[str, Key]
"""The name of a table and the values of its primary key."""

ONLY: Key = (1,)
"""The key of the one row of `office`."""

Row: TypeAlias = Any
"""A row as SQLAlchemy hands it, by the place of its columns."""

Some: TypeAlias = Any
"""A record, or an object or value inside one; which, is known from its type hints alone."""


@dataclass(frozen=True)
class Part:
    """An object that lies in its owner's row, there where the column `there` says yes."""

    name: str
    there: str
    shape: "Shape"


@dataclass(frozen=True)
class Many:
    """A list inside a record; `there` is the column that tells no list from an empty one."""

    name: str
    node: "Node"
    there: str | None


@dataclass(frozen=True)
class Shape:
    """The fields of one class: name and column of the single ones, then the objects, then the lists."""

    cls: type
    leaves: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    lists: tuple[Many, ...]

    def all_lists(self) -> Iterator[Many]:
        yield from self.lists
        for part in self.parts:
            yield from part.shape.all_lists()


@dataclass(frozen=True)
class Node:
    """A table and what its rows become; no shape: its rows are the plain values of one column."""

    table: Table | None
    shape: Shape | None
    value: str = ""
    columns: tuple[Column[Any], ...] = ()
    place: dict[str, int] = field(default_factory=dict)
    owner_size: int = 0

    @property
    def name(self) -> str:
        return self.table.name if self.table is not None else ""

    @functools.cached_property
    def children(self) -> "tuple[Node, ...]":
        return tuple(many.node for many in self.shape.all_lists()) if self.shape else ()

    def family(self) -> "Iterator[Node]":
        """This table and every one below it, owners first."""
        yield self
        for child in self.children:
            yield from child.family()


def _shape(cls: type, table: str, prefix: str = "") -> Shape:
    leaves, parts, lists = [], [], []
    for name, hint in hints(cls).items():
        column = prefix + json_key(name)
        inner, item = bare(hint), item_of(hint)
        if name == "id":
            leaves.append((name, "id"))
        elif item is not None:
            lists.append(Many(name, _within(f"{table}_{column}", item), column if may_be_none(hint) else None))
        elif is_dataclass(inner) and isinstance(inner, type):
            parts.append(Part(name, column, _shape(inner, table, f"{column}_")))
        else:
            leaves.append((name, column))
    return Shape(cls, tuple(leaves), tuple(parts), tuple(lists))


def _node(table: Table, shape: Shape | None, value: str = "") -> Node:
    keys = list(table.primary_key.columns)
    columns = tuple(table.columns)
    place = {column.name: number for number, column in enumerate(columns)}
    return Node(table, shape, value, columns, place, len(keys) - 1)


def _within(name: str, item: Some) -> Node:
    table = metadata.tables[name]
    cls = bare(item)
    if is_dataclass(cls) and isinstance(cls, type):
        return _node(table, _shape(cls, name))
    return _node(table, None, list(table.columns)[-1].name)


def node_of(cls: type) -> Node:
    """The table of a kind of record. The calendar has no row of its own: its days stand under the office's."""
    return _node_of(cls)


@functools.cache
def _node_of(cls: type) -> Node:
    if cls is OfficeCalendar:
        return Node(None, _shape(OfficeCalendar, "office"))
    name = "office" if cls is OfficeHead else LIST_OF[cls]
    return _node(metadata.tables[name], _shape(cls, name))


# Records to rows


def rows_of(record: Some) -> dict[RowKey, Values]:
    """Every row of a record, owners before what is inside them, without the record's own `ordinal`."""
    node = node_of(type(record))
    key: Key = ONLY if isinstance(record, OfficeHead | OfficeCalendar) else (record.id,)
    rows: dict[RowKey, Values] = {}
    if node.table is not None and node.shape is not None:
        rows[node.name, key] = _values(node.shape, record)
    for many, items in _lists(node.shape, record):
        _add_list(rows, many.node, key, items)
    return rows


def _values(shape: Shape, record: Some) -> Values:
    values: Values = {column: getattr(record, name) for name, column in shape.leaves if name != "id"}
    for many in shape.lists:
        if many.there:
            values[many.there] = getattr(record, many.name) is not None
    for part in shape.parts:
        inner = getattr(record, part.name)
        values[part.there] = inner is not None
        values |= _values(part.shape, inner) if inner is not None else dict.fromkeys(_columns(part.shape))
    return values


def _columns(shape: Shape) -> Iterator[str]:
    yield from (column for _, column in shape.leaves)
    yield from (many.there for many in shape.lists if many.there)
    for part in shape.parts:
        yield part.there
        yield from _columns(part.shape)


def _lists(shape: Shape | None, record: Some) -> Iterator[tuple[Many, Iterable[Some]]]:
    if shape is None or record is None:
        return
    for many in shape.lists:
        yield many, getattr(record, many.name) or ()
    for part in shape.parts:
        yield from _lists(part.shape, getattr(record, part.name))


def _add_list(rows: dict[RowKey, Values], node: Node, owner: Key, items: Iterable[Some]) -> None:
    for ordinal, item in enumerate(items):
        if node.shape is None:
            rows[node.name, (*owner, ordinal)] = {node.value: item}
            continue
        values = _values(node.shape, item)
        key = (*owner, ordinal)
        if "id" in node.place:
            key, values["ordinal"] = (*owner, item.id), ordinal
        rows[node.name, key] = values
        for many, inner in _lists(node.shape, item):
            _add_list(rows, many.node, key, inner)


# Rows to records

Found: TypeAlias = Mapping[str, Mapping[Key, list[Any]]]
"""What was read of each table: its rows under the key of their owner, in order."""


def grouped(node: Node, rows: Iterable[Row]) -> dict[Key, list[Any]]:
    """Rows of one table under the key of their owner."""
    groups: dict[Key, list[Any]] = {}
    size = node.owner_size
    for row in rows:
        groups.setdefault(tuple(row[:size]), []).append(row)
    return groups


def record_of(node: Node, row: Row, key: Key, found: Found) -> Some:
    """Build the record whose row this is, with everything inside it."""
    assert node.shape is not None
    return _build(node.shape, node, row, key, found)


def _build(shape: Shape, node: Node, row: Row, key: Key, found: Found) -> Some:
    place = node.place
    given = {name: row[place[column]] for name, column in shape.leaves}
    for part in shape.parts:
        there = row[place[part.there]]
        given[part.name] = _build(part.shape, node, row, key, found) if there else None
    for many in shape.lists:
        named = many.there is None or row[place[many.there]]
        given[many.name] = _items(many.node, key, found) if named else None
    return shape.cls(**given)


def _items(node: Node, owner: Key, found: Found) -> tuple[Any, ...]:
    rows = found[node.name].get(owner, ())
    if node.shape is None:
        at = node.place[node.value]
        return tuple(row[at] for row in rows)
    size = node.owner_size + 1
    if not node.children:
        return tuple(_build(node.shape, node, row, (), found) for row in rows)
    return tuple(_build(node.shape, node, row, tuple(row[:size]), found) for row in rows)
