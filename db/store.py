"""What use cases are handed inside a transaction: whole records in and out, with what is refused said in Vietnamese.

Imports `desktop.domain` and SQLAlchemy. A store never commits; the door that made it (`db.session`) does.
"""

import functools
import gc
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from types import EllipsisType
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Delete, Select, Table, Update, and_, bindparam, func, select

from db import words
from db.mapping import ONLY, Key, Node, RowKey, Values, grouped, node_of, record_of, rows_of
from db.models import changes, glance, history, metadata
from db.references import refuse_dangling, refuse_used
from desktop.domain.plain import composed, from_plain, to_plain
from desktop.domain.records import LIST_OF, Office, OfficeCalendar, OfficeHead, Record
from desktop.domain.refusal import Refusal

R = TypeVar("R")
Kept = Record | OfficeHead | OfficeCalendar

KIND_OF: dict[type, str] = {**LIST_OF, OfficeHead: "office", OfficeCalendar: "calendar"}
CLASS_OF: dict[str, type] = {kind: cls for cls, kind in KIND_OF.items()}
PREFIX: dict[str, str] = {
    "people": "p",
    "units": "u",
    "meetings": "m",
    "ballots": "b",
    "absences": "x",
    "assignments": "g",
    "tasks": "t",
    "delegated": "d",
    "programmes": "w",
    "reports": "r",
    "directives": "n",
    "visits": "v",
    "reviews": "k",
    "documents": "o",
    "regulation_texts": "l",
    "profiles": "f",
    "notes": "c",
}
"""The letter before the number in the ids the program gives."""


class Stale(Refusal):
    """The record was changed elsewhere after it was shown; nothing is overwritten."""


@dataclass
class Touched:
    """What a change did to one record: how it was, where it stood, how it is now."""

    before: Kept | None
    after: Kept | None
    ordinal: int | None


def label_of(record: Kept) -> str:
    """The record's id and its name or title, as a refusal names it."""
    name = getattr(record, "name", "") or getattr(record, "title", "")
    ident = getattr(record, "id", "")
    return f"“{ident}” ({name})" if ident and name else f"“{ident or name}”"


class Store:
    """The records of one open file inside one transaction."""

    def __init__(self, connection: Connection, sequence: int, *, remembered: Office | None = None) -> None:
        self._connection = connection
        self._sequence = sequence
        self._remembered = remembered
        self._log: dict[tuple[str, str], Touched] = {}
        self._given_ids: dict[str, int] = {}
        self._put_back = False
        self._seen: dict[tuple[str, str], Any] = {}
        self._written: dict[RowKey, set[str]] = {}
        self._deleted: set[RowKey] = set()
        self._glances: dict[str, str] = {}

    # Reading

    @property
    def touched(self) -> frozenset[str]:
        """The kinds this change touches: names of lists, `office`, `calendar`."""
        return frozenset(kind for (kind, _), entry in self._log.items() if entry.before != entry.after)

    def office(self) -> Office:
        """Everything in the file, in its order."""
        if self._log:
            return self._read_office()
        self._remembered = self._remembered or self._read_office()
        return self._remembered

    def _read_office(self) -> Office:
        with _decoding(), _uncollected():
            lists: dict[str, Any] = {name: tuple(self._all(cls)) for cls, name in LIST_OF.items()}
        return Office(office=self.head(), calendar=self.calendar(), **lists)

    def head(self) -> OfficeHead:
        with _decoding():
            (head,) = self._all(OfficeHead)
            return head

    def calendar(self) -> OfficeCalendar:
        with _decoding():
            return self._calendar()

    def find(self, cls: type[R], ident: str) -> R | None:
        """One record with everything inside it."""
        key = (LIST_OF[cls], ident)
        if key not in self._seen:
            with _decoding():
                self._seen[key] = self._find(cls, ident)
        found: R | None = self._seen[key]
        return found

    def _find(self, cls: type[R], ident: str) -> R | None:
        node = node_of(cls)
        assert node.table is not None
        row = self._connection.execute(_select_one(node.name), {"key": ident}).first()
        if row is None:
            return None
        found = {child.name: self._of_owner(child, ident) for child in _below(node)}
        record: R = record_of(node, row, (ident,), found)
        return record

    def new_id(self, cls: type) -> str:
        """An id no record of that list has, nor any this store gave: the list's letter and the next number."""
        kind = LIST_OF[cls]
        number = max(self._highest(kind), self._given_ids.get(kind, 0)) + 1
        self._given_ids[kind] = number
        return f"{PREFIX[kind]}{number}"

    # Writing

    def put(self, record: Record, *, before: Record | EllipsisType | None = ...) -> None:
        """Insert a record or put it in the place of the stored one.

        `before` is the record as it was when shown (None: there was none); raises `Stale` where it no longer is.
        """
        record = self._fit(record)
        stored = self.find(type(record), record.id)
        self._check_fresh(record, stored, before)
        ordinal = None if stored is not None else self._next_ordinal(node_of(type(record)))
        self._replace(stored, record, ordinal)

    def put_head(self, head: OfficeHead, *, before: OfficeHead | EllipsisType = ...) -> None:
        stored = self.head()
        self._check_fresh(head, stored, before)
        self._replace(stored, self._fit(head), None)

    def put_calendar(self, calendar: OfficeCalendar, *, before: OfficeCalendar | EllipsisType = ...) -> None:
        stored = self.calendar()
        self._check_fresh(calendar, stored, before)
        self._replace(stored, self._fit(calendar), None)

    def remove(self, cls: type[Record], ident: str, *, before: Record | EllipsisType = ...) -> None:
        """Take a record out; refused at the end of the change if something in the file still refers to it."""
        stored = self.find(cls, ident)
        if stored is None:
            raise Refusal(words.NO_RECORD.format(kind=words.KIND[LIST_OF[cls]], label=f"“{ident}”"))
        self._check_fresh(stored, stored, before)
        self._replace(stored, None, self._ordinal(cls, ident))

    def put_glance(self, key: str, text: str) -> None:
        """Remember what a screen painted; this is no change of the office and leaves no history."""
        self._glances[key] = text

    # What the door calls

    def fill(self, office: Office) -> None:
        """Write a whole office into an empty file; leaves no history."""
        rows: dict[RowKey, Values] = rows_of(self._fit(office.office)) | rows_of(self._fit(office.calendar))
        for name in LIST_OF.values():
            for ordinal, record in enumerate(getattr(office, name)):
                own = rows_of(self._fit(record))
                own[name, (record.id,)]["ordinal"] = ordinal
                rows |= own
        self._insert(rows)
        if self._connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            refuse_dangling(self._connection, {row: set(values) for row, values in rows.items()})

    def restore(self, kind: str, ident: str, entry: tuple[str | None, str | None], ordinal: int | None) -> None:
        """Put a record back to `before` of (before, after), where it still is as `after` says."""
        cls = CLASS_OF[kind]
        before, after = (None if text is None else from_plain(cls, json.loads(text)) for text in entry)
        stored = self._stored(cls, ident)
        if stored != after:
            raise Stale(words.STALE.format(kind=words.KIND[kind], label=f"“{ident}”"))
        self._put_back = True
        self._replace(stored, before, ordinal)

    def finish(self, *, at: str, who: str, what: str, undoes: int | None = None) -> int:
        """Check what the change left and write its history; returns the number of the last change."""
        entries = {key: entry for key, entry in self._log.items() if entry.before != entry.after}
        if entries:
            self._check_references()
            self._sequence += 1
            row = {"sequence": self._sequence, "at": at, "who": who, "what": what, "undoes": undoes}
            self._connection.execute(changes.insert(), row)
            self._connection.execute(history.insert(), [self._history_row(*item) for item in entries.items()])
        for key, text in self._glances.items():
            self._connection.execute(glance.delete().where(glance.c.key == key))
            self._connection.execute(glance.insert(), {"key": key, "sequence": self._sequence, "json": text})
        return self._sequence

    def after(self) -> Office | None:
        """The office as this change leaves it, made of the remembered one without reading it again."""
        if self._remembered is None or not self._log:
            return self._remembered
        office = self._remembered
        for kind in self.touched:
            office = self._with_kind(office, kind)
        return office

    # Inside

    def _with_kind(self, office: Office, kind: str) -> Office:
        if kind in ("office", "calendar"):
            return replace(office, **{kind: self._log[kind, ""].after})  # type: ignore[arg-type]  # kind names the field
        new = {ident: entry.after for (one, ident), entry in self._log.items() if one == kind}
        old = {record.id: record for record in getattr(office, kind)}
        now = {ident: record for ident, record in (old | new).items() if record is not None}
        order = self._connection.execute(_select_ids(kind)).scalars() if self._put_back else now
        lists: dict[str, Any] = {kind: tuple(now[ident] for ident in order)}
        return replace(office, **lists)

    def _fit(self, record: R) -> R:
        """The record with its text composed; text that no file could hold is refused."""
        try:
            return composed(record)
        except UnicodeEncodeError:
            kind = words.KIND[KIND_OF[type(record)]]
            ident = getattr(record, "id", "").encode("ascii", "replace").decode()
            raise Refusal(words.NOT_TEXT.format(kind=kind, label=f"“{ident}”")) from None

    def _check_fresh(self, record: Kept, stored: Kept | None, before: Kept | EllipsisType | None) -> None:
        if before is ... or stored == before or stored == (before and composed(before)):
            return
        kind = words.KIND[KIND_OF[type(record)]]
        raise Stale(words.STALE.format(kind=kind, label=label_of(record)))

    def _replace(self, stored: Kept | None, record: Kept | None, ordinal: int | None) -> None:
        """Write only the rows that differ and note what was done."""
        some = record if record is not None else stored
        assert some is not None
        old = rows_of(stored) if stored is not None else {}
        new = rows_of(record) if record is not None else {}
        if stored is None and record is not None:
            new[KIND_OF[type(record)], (getattr(record, "id", ""),)]["ordinal"] = ordinal
        self._delete(key for key in reversed(old) if key not in new)
        self._update({key: values for key, values in new.items() if key in old and old[key] != values})
        self._insert({key: values for key, values in new.items() if key not in old})
        self._note(stored, record, some, ordinal, old, new)

    def _note(
        self,
        stored: Kept | None,
        record: Kept | None,
        some: Kept,
        ordinal: int | None,
        old: dict[RowKey, Values],
        new: dict[RowKey, Values],
    ) -> None:
        key = (KIND_OF[type(some)], getattr(some, "id", ""))
        self._seen[key] = record
        first = self._log.setdefault(key, Touched(stored, record, ordinal))
        first.after = record
        gone = old.keys() - new.keys()
        for row, values in new.items():
            was = old.get(row, {})
            if changed := {name for name, value in values.items() if name not in was or was[name] != value}:
                self._written.setdefault(row, set()).update(changed)
        self._written = {row: names for row, names in self._written.items() if row not in gone}
        self._deleted = (self._deleted | gone) - new.keys()

    def _check_references(self) -> None:
        refuse_used(self._connection, self._deleted)
        refuse_dangling(self._connection, self._written)

    def _history_row(self, key: tuple[str, str], entry: Touched) -> Values:
        texts = {name: _as_json(record) for name, record in (("before", entry.before), ("after", entry.after))}
        return {"sequence": self._sequence, "kind": key[0], "record": key[1], "ordinal": entry.ordinal, **texts}

    def _stored(self, cls: type, ident: str) -> Kept | None:
        if cls is OfficeHead:
            return self.head()
        found: Kept | None = self.calendar() if cls is OfficeCalendar else self.find(cls, ident)
        return found

    def _all(self, cls: type[R]) -> list[R]:
        node = node_of(cls)
        assert node.table is not None
        found = {child.name: self._everything(child) for child in _below(node)}
        rows = self._connection.execute(_select_all(node.name)).all()
        return [record_of(node, row, (row[0],), found) for row in rows]

    def _calendar(self) -> OfficeCalendar:
        node = node_of(OfficeCalendar)
        found = {child.name: self._everything(child) for child in node.children}
        calendar: OfficeCalendar = record_of(node, (), ONLY, found)
        return calendar

    def _everything(self, node: Node) -> dict[Key, list[Any]]:
        return grouped(node, self._connection.execute(_select_all(node.name)).all())

    def _of_owner(self, node: Node, ident: str) -> dict[Key, list[Any]]:
        return grouped(node, self._connection.execute(_select_one(node.name), {"key": ident}))

    def _next_ordinal(self, node: Node) -> int:
        assert node.table is not None
        last = self._connection.execute(select(func.max(node.table.c.ordinal))).scalar()
        return 0 if last is None else int(last) + 1

    def _ordinal(self, cls: type, ident: str) -> int:
        table = metadata.tables[LIST_OF[cls]]
        return int(self._connection.execute(select(table.c.ordinal).where(table.c.id == ident)).scalar_one())

    def _highest(self, kind: str) -> int:
        table = metadata.tables[kind]
        pattern = re.compile(rf"{PREFIX[kind]}([0-9]{{1,15}})")
        first = select(table.c.id).where(table.c.id >= PREFIX[kind], table.c.id < chr(ord(PREFIX[kind]) + 1))
        matches = map(pattern.fullmatch, self._connection.execute(first).scalars())
        return max((int(match[1]) for match in matches if match), default=0)

    def _insert(self, rows: dict[RowKey, Values]) -> None:
        for table, group in _by_table(rows):
            names = table.primary_key.columns.keys()
            many = [{**dict(zip(names, key, strict=True)), **values} for key, values in group]
            self._connection.execute(table.insert(), many)

    def _update(self, rows: dict[RowKey, Values]) -> None:
        for table, group in _by_table(rows):
            names = _key_names(table.name)
            many = [{**dict(zip(names, key, strict=True)), **values} for key, values in group]
            self._connection.execute(_update_of(table.name), many)

    def _delete(self, rows: Iterable[RowKey]) -> None:
        for table, group in _by_table({key: {} for key in rows}):
            names = _key_names(table.name)
            self._connection.execute(_delete_of(table.name), [dict(zip(names, key, strict=True)) for key, _ in group])


@contextmanager
def _decoding() -> Iterator[None]:
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


def _as_json(record: Kept | None) -> str | None:
    return None if record is None else json.dumps(to_plain(record), ensure_ascii=False)


def _below(node: Node) -> list[Node]:
    return [child for child in node.family() if child is not node]


def _by_table(rows: dict[RowKey, Values]) -> list[tuple[Table, list[tuple[Key, Values]]]]:
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
