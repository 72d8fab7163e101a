"""What the content of every record comes to, kept beside it when it is written, so that whatever else changes is found.

Imports `desktop.domain` and SQLAlchemy; takes a connection, begins and commits nothing.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, and_, select

from db.models import digests
from desktop.domain.plain import to_plain
from desktop.domain.records import LIST_OF, Office, OfficeCalendar, OfficeHead, Record

Kept = Record | OfficeHead | OfficeCalendar
Named = tuple[str, str]
"""The list a record stands in (or `office`, `calendar`) and its id."""


def digest_of(record: Kept) -> str:
    """32 hexadecimal digits. What is empty is left out: a field that a later schema adds, empty, changes nothing."""
    text = json.dumps(_filled(to_plain(record)), ensure_ascii=False, separators=(",", ":"))
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def _filled(plain: Any) -> Any:  # noqa: ANN401  # whatever JSON holds
    if isinstance(plain, list):
        return [_filled(item) for item in plain]
    if isinstance(plain, dict):
        return {key: _filled(item) for key, item in plain.items() if item or type(item) is int}
    return plain


def keep(connection: Connection, records: Iterable[tuple[Named, Kept | None]]) -> None:
    """Note what these records now hold; None: the record is gone."""
    for (kind, ident), record in records:
        connection.execute(digests.delete().where(and_(digests.c.kind == kind, digests.c.record == ident)))
        if record is not None:
            connection.execute(digests.insert(), _row((kind, ident), record))


def keep_all(connection: Connection, office: Office) -> None:
    """Note what every record of an office holds, in a file of which nothing was noted yet."""
    if connection.execute(select(digests.c.kind).limit(1)).first() is not None:
        return
    connection.execute(digests.insert(), [_row(named, record) for named, record in every(office)])


def changed(connection: Connection, office: Office) -> list[Named]:
    """The records that are not as the program wrote them: changed, put in or taken out by something else."""
    noted = {(row.kind, row.record): row.digest for row in connection.execute(select(digests))}
    found = {named: digest_of(record) for named, record in every(office)}
    return sorted(named for named in noted.keys() | found.keys() if noted.get(named) != found.get(named))


def _row(named: Named, record: Kept) -> dict[str, str]:
    kind, ident = named
    return {"kind": kind, "record": ident, "digest": digest_of(record)}


def every(office: Office) -> Iterator[tuple[Named, Kept]]:
    """Every record of an office under its name."""
    yield ("office", ""), office.office
    yield ("calendar", ""), office.calendar
    for kind in LIST_OF.values():
        yield from (((kind, record.id), record) for record in getattr(office, kind))
