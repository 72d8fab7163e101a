"""How a record becomes rows and rows a record, read off the type hints of `desktop.domain.records`.

- a list of the office is a table of that name; a list inside a record is a table named OWNER_FIELD, whose primary key
  begins with its owner's key;
- `ordinal` keeps the order of every list, so that an export gives back what was imported;
- an object inside a record lies in its row: a yes-no column named like the field says whether it is there, its own
  fields follow with that name before them (`term`, `term_from`, `term_to`).

Imports `desktop.domain` alone; `db.models` makes the tables of it.
"""

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from typing import Any, TypeAlias

from desktop.domain.plain import Hint, bare, hints, item_of, json_key, may_be_none, refers_to
from desktop.domain.records import LIST_OF, OfficeCalendar, OfficeHead

Key: TypeAlias = tuple[Any, ...]
Values: TypeAlias = dict[str, Any]
RowKey: TypeAlias = tuple[str, Key]
"""The name of a table and the values of its primary key."""

ONLY: Key = (1,)
"""The key of the one row of `office`."""

ORDINAL: dict[str, Hint] = {"ordinal": int}
OWNER_KEY = {"people": "owner", "delegated": "decision", "agenda": "item", "duties": "duty"}
"""What holds the key of an owner, where it is not called like the owner's list without its last letter."""

REFERENCE = {"people": "person", "units": "unit"}
"""What holds each reference of a list of them, by the list they point into."""

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
    """The fields of one class: name and column of the single ones, then the objects, then the lists.

    `columns` are all those of its row with what they hold, in the order of the fields.
    """

    cls: type
    leaves: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    lists: tuple[Many, ...]
    columns: dict[str, Hint]

    def all_lists(self) -> Iterator[Many]:
        yield from self.lists
        for part in self.parts:
            yield from part.shape.all_lists()


@dataclass(frozen=True)
class Node:
    """A table and what its rows become; no shape: its rows are the plain values of the last column."""

    name: str
    key: dict[str, Hint]
    columns: dict[str, Hint]
    shape: Shape | None

    @functools.cached_property
    def place(self) -> dict[str, int]:
        return {name: number for number, name in enumerate(self.columns)}

    @functools.cached_property
    def children(self) -> "tuple[Node, ...]":
        return tuple(many.node for many in self.shape.all_lists()) if self.shape else ()

    def family(self) -> "Iterator[Node]":
        """This table and every one below it, owners first."""
        yield self
        for child in self.children:
            yield from child.family()


def _shape(cls: type, table: str, key: dict[str, Hint], prefix: str = "") -> Shape:
    columns: dict[str, Hint] = {}
    leaves, parts, lists = [], [], []
    for name, hint in hints(cls).items():
        column = prefix + json_key(name)
        inner, item = bare(hint), item_of(hint)
        if name == "id":
            leaves.append((name, "id"))
        elif item is not None:
            there = column if may_be_none(hint) else None
            columns |= {column: bool} if there else {}
            lists.append(Many(name, _within(column, item, table, key), there))
        elif is_dataclass(inner) and isinstance(inner, type):
            parts.append(Part(name, column, _shape(inner, table, key, f"{column}_")))
            columns |= {column: bool} | parts[-1].shape.columns
        else:
            leaves.append((name, column))
            columns[column] = hint
    return Shape(cls, tuple(leaves), tuple(parts), tuple(lists), columns)


def _within(name: str, item: Hint, owner: str, key: dict[str, Hint]) -> Node:
    """A list inside a record, told apart by the place in it or, where its items have ids, by these."""
    called = owner.rpartition("_")[2]
    names = [*[*key][:-1], OWNER_KEY.get(called, called.removesuffix("s"))]
    above = dict(zip(names, key.values(), strict=True))
    cls = bare(item)
    if is_dataclass(cls) and isinstance(cls, type):
        return _node(f"{owner}_{name}", above | ({"id": str} if "id" in hints(cls) else ORDINAL), cls)
    value = REFERENCE.get(refers_to(item) or "", name.removesuffix("s"))
    return Node(f"{owner}_{name}", above | ORDINAL, above | ORDINAL | {value: item}, None)


def _node(name: str, key: dict[str, Hint], cls: type) -> Node:
    shape = _shape(cls, name, key)
    ordinal = {} if name == "office" else ORDINAL
    return Node(name, key, key | ordinal | shape.columns, shape)


def node_of(cls: type) -> Node:
    """The table of a kind of record. The calendar has no row of its own: its days stand under the office's."""
    return _node_of(cls)


@functools.cache
def _node_of(cls: type) -> Node:
    return _node(LIST_OF[cls], {"id": str}, cls) if cls in LIST_OF else _node("office", {"id": int}, cls)


# Records to rows


def rows_of(record: Some) -> dict[RowKey, Values]:
    """Every row of a record, owners before what is inside them, without the record's own `ordinal`."""
    node = node_of(type(record))
    key: Key = ONLY if isinstance(record, OfficeHead | OfficeCalendar) else (record.id,)
    rows: dict[RowKey, Values] = {}
    if node.shape is not None and node.shape.columns:
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
        values |= _values(part.shape, inner) if inner is not None else dict.fromkeys(part.shape.columns)
    return values


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
            rows[node.name, (*owner, ordinal)] = {[*node.columns][-1]: item}
            continue
        values = _values(node.shape, item)
        key = (*owner, ordinal)
        if "id" in node.key:
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
    size = len(node.key) - 1
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
        return tuple(row[-1] for row in rows)
    size = len(node.key)
    if not node.children:
        return tuple(_build(node.shape, node, row, (), found) for row in rows)
    return tuple(_build(node.shape, node, row, tuple(row[:size]), found) for row in rows)
