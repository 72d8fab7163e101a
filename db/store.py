"""What use cases are handed inside a transaction: whole records in and out, with what is refused said in Vietnamese.

Imports `desktop.domain` and SQLAlchemy. A store never commits; the door that made it (`db.session`) does.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from types import EllipsisType
from typing import Any, TypeVar

from sqlalchemy import Connection

from db import digest, files, rows, words
from db.digest import Kept
from db.mapping import RowKey, Values, rows_of
from db.models import changes, glance, history
from db.references import refuse_dangling, refuse_used
from desktop.domain.decoding import from_plain
from desktop.domain.former import record_now
from desktop.domain.plain import composed, to_plain
from desktop.domain.records import LIST_OF, Office, OfficeCalendar, OfficeHead, Record
from desktop.domain.refusal import Refusal, Stale
from desktop.domain.sound import unsound

R = TypeVar("R")

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
    "incoming": "i",
    "events": "e",
    "regulation_texts": "l",
    "profiles": "f",
    "duties": "y",
    "notes": "c",
}
"""The letter before the number in the ids the program gives."""


@dataclass
class Touched:
    """What a change did to one record: how it was, where it stood, how it is now."""

    before: Kept | None
    after: Kept | None
    ordinal: int | None


def label_of(record: object) -> str:
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

    @property
    def changed(self) -> tuple[tuple[Kept | None, Kept | None], ...]:
        """Each record this change touches, as it was and as it now is."""
        return tuple((entry.before, entry.after) for entry in self._log.values() if entry.before != entry.after)

    def office(self) -> Office:
        """Everything in the file, in its order."""
        if self._log:
            return rows.read_office(self._connection)
        self._remembered = self._remembered or rows.read_office(self._connection)
        return self._remembered

    def head(self) -> OfficeHead:
        return rows.read_head(self._connection)

    def calendar(self) -> OfficeCalendar:
        return rows.read_calendar(self._connection)

    def find(self, cls: type[R], ident: str) -> R | None:
        """One record with everything inside it."""
        key = (LIST_OF[cls], ident)
        if key not in self._seen:
            self._seen[key] = rows.read_one(self._connection, cls, ident)
        found: R | None = self._seen[key]
        return found

    def new_id(self, cls: type) -> str:
        """An id no record of that list has, nor any this store gave: the list's letter and the next number."""
        kind = LIST_OF[cls]
        number = max(rows.highest_number(self._connection, kind, PREFIX[kind]), self._given_ids.get(kind, 0)) + 1
        self._given_ids[kind] = number
        return f"{PREFIX[kind]}{number}"

    # Files

    def keep_file(self, content: bytes) -> str:
        """Keep the content of a file and return its hash; it stays when the record that names it goes, for undo."""
        return files.keep(self._connection, content)

    def file(self, sha256: str) -> bytes | None:
        return files.content_of(self._connection, sha256)

    def file_sizes(self) -> dict[str, int]:
        return files.sizes(self._connection)

    def changed_records(self) -> list[tuple[str, str]]:
        """List and id of every record that is not as the program wrote it."""
        return digest.changed(self._connection, self.office())

    def changed_files(self) -> list[str]:
        """The hashes whose content is no longer what was kept."""
        return list(files.changed(self._connection))

    # Writing

    def put(self, record: Record, *, before: Record | EllipsisType | None = ...) -> None:
        """Insert a record or put it in the place of the stored one.

        `before` is the record as it was when shown (None: there was none); raises `Stale` where it no longer is.
        """
        record = self._fit(record)
        stored = self.find(type(record), record.id)
        self._check_fresh(record, stored, before)
        self._replace(stored, record, self._place(record) if stored is None else None)

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
        self._replace(stored, None, rows.ordinal_of(self._connection, LIST_OF[cls], ident))

    def put_glance(self, key: str, text: str) -> None:
        """Remember what a screen painted; this is no change of the office and leaves no history."""
        self._glances[key] = text

    # What the door calls

    def fill(self, office: Office, contents: Iterable[bytes] = ()) -> None:
        """Write a whole office into an empty file, with the contents of its files; leaves no history."""
        for content in contents:
            self.keep_file(content)
        lists: dict[str, Any] = {
            name: tuple(self._fit(record) for record in getattr(office, name)) for name in LIST_OF.values()
        }
        office = Office(office=self._fit(office.office), calendar=self._fit(office.calendar), **lists)
        every: dict[RowKey, Values] = rows_of(office.office) | rows_of(office.calendar)
        for name, records in lists.items():
            for ordinal, record in enumerate(records):
                own = rows_of(record)
                own[name, (record.id,)]["ordinal"] = ordinal
                every |= own
        rows.insert(self._connection, every)
        digest.keep_all(self._connection, office)
        if self._connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            refuse_dangling(self._connection, {row: set(values) for row, values in every.items()})

    def clean(self) -> None:
        """Write again every record whose text or whose contents' names are not as the door keeps them."""
        for _, record in digest.every(self.office()):
            fitted = record_now(composed(record))
            if fitted != record:
                self._replace(record, fitted, None)

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
            digest.keep(self._connection, ((key, entry.after) for key, entry in entries.items()))
        for key, text in self._glances.items():
            self._connection.execute(glance.delete().where(glance.c.key == key))
            self._connection.execute(glance.insert(), {"key": key, "sequence": self._sequence, "json": text})
        return self._sequence

    def now(self) -> Office:
        """Everything as this change leaves it so far."""
        return self.after() or self.office()

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
        order = rows.ids_in_order(self._connection, kind) if self._put_back else now
        lists: dict[str, Any] = {kind: tuple(now[ident] for ident in order)}
        return replace(office, **lists)

    def _fit(self, record: R) -> R:
        """The record with its text clean; what no file could hold, or no import would take, is refused."""
        kind = KIND_OF[type(record)]
        try:
            fitted = composed(record)
        except UnicodeEncodeError:
            ident = getattr(record, "id", "").encode("ascii", "replace").decode()
            raise Refusal(words.NOT_TEXT.format(kind=words.KIND[kind], label=f"“{ident}”")) from None
        for wrong in unsound(fitted):
            raise Refusal(words.unsound(wrong, of=kind, label=label_of(fitted)))
        return fitted

    def _place(self, record: Record) -> int:
        """Where a new record goes: to the end; one taken out in this same change, back to where it was."""
        kind = LIST_OF[type(record)]
        taken_out = self._log.get((kind, record.id))
        if taken_out is not None and taken_out.ordinal is not None:
            self._put_back = True
            return taken_out.ordinal
        return rows.next_ordinal(self._connection, kind)

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
        rows.delete(self._connection, (key for key in reversed(old) if key not in new))
        rows.update(self._connection, {key: values for key, values in new.items() if key in old and old[key] != values})
        rows.insert(self._connection, {key: values for key, values in new.items() if key not in old})
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


def _as_json(record: Kept | None) -> str | None:
    return None if record is None else json.dumps(to_plain(record), ensure_ascii=False)
