"""One open office file and the one door through which it is written.

Imports SQLAlchemy and `desktop.domain`. The clock and the user's name are handed in; nothing is opened at import.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryFile

from sqlalchemy import Connection, Engine, Select, select
from sqlalchemy.exc import OperationalError

from db import words
from db.backup import discard, place, start, sync_file
from db.connect import engine_for
from db.header import SCHEMA, check_header
from db.models import changes, history
from db.store import Store
from db.trouble import told
from db.undoing import Line, Step
from desktop import files
from desktop.domain.records import Office
from desktop.domain.refusal import Refusal, Stale

Clock = Callable[[], datetime]
READ, WRITE = "BEGIN", "BEGIN IMMEDIATE"


@dataclass(frozen=True, slots=True)
class Change:
    """One commit of the file's history."""

    sequence: int
    at: str
    who: str
    what: str


class OfficeFile:
    """Use `create` or `open`; the file belongs to this object until `close`."""

    def __init__(self, path: Path, engine: Engine, *, clock: Clock, who: str, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self.sequence = 0
        self._began = 0
        self._engine = engine
        self._clock = clock
        self._who = who
        self._remembered: tuple[int, Office] | None = None
        self._known: Change | None = None
        self._stamp: Stamp | None = None

    @classmethod
    def create(
        cls, path: Path, office: Office, *, clock: Clock, who: str, contents: Iterable[bytes] = ()
    ) -> "OfficeFile":
        """Make a new file that holds this office and these contents, whole or not at all; refuses an existing one."""
        if path.exists():
            raise Refusal(words.EXISTS.format(name=path.name))
        temporary = files.passing(path)
        try:
            _build(temporary, office, contents, name=path.name, at=_moment(clock), who=who)
            place(temporary, path)
        except OSError as trouble:
            raise Refusal(words.TROUBLE.format(name=path.name, detail=trouble.strerror)) from trouble
        finally:
            discard(temporary)
        return cls.open(path, clock=clock, who=who)

    @classmethod
    def open(cls, path: Path, *, clock: Clock, who: str, read_only: bool = False) -> "OfficeFile":
        """Open a file, only to read where it cannot be written; an older one is migrated after a copy was kept."""
        schema = check_header(path)
        read_only = read_only or not is_writable(path)
        if schema < SCHEMA:
            if read_only:
                raise Refusal(words.OLD_READ_ONLY.format(name=path.name))
            _upgrade(path, at=_moment(clock), who=who)
        file = cls(path, engine_for(path, read_only=read_only), clock=clock, who=who, read_only=read_only)
        try:
            with file.read():
                file._began = file.sequence
                return file
        except BaseException:
            file.close()
            raise

    def close(self) -> None:
        self._engine.dispose()

    def reopened(self) -> "OfficeFile":
        """The same file opened anew, as after a copy was put in its place."""
        return OfficeFile.open(self.path, clock=self._clock, who=self._who)

    def __enter__(self) -> "OfficeFile":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def read(self) -> Iterator[Store]:
        """A store that sees the file as of one moment."""
        self._look()
        with _transaction(self._engine, self.path.name, READ) as connection:
            self._see(connection)
            store = self._store(connection)
            yield store
            self._remember(self.sequence, store.after())

    @contextmanager
    def write(self, what: str) -> Iterator[Store]:
        """The one door: everything put through the store is committed at once, or, on any exception, nothing is.

        `what` names the change in the history and in the undo command.
        """
        with self._writing() as connection:
            store = self._store(connection)
            yield store
            sequence, office = store.finish(at=_moment(self._clock), who=self._who, what=what), store.after()
            self._known = self._last(connection)
        self._remember(sequence, office)

    def undo(self) -> frozenset[str]:
        """Take back the last change made through this handle that still stands, itself as a change.

        What was changed before the file was opened stays; returns the kinds touched.
        """
        return self._take_back(Line.undoable, words.UNDO, words.NO_UNDO)

    def redo(self) -> frozenset[str]:
        """Make again what was undone last, unless something new was done since; returns the kinds touched."""
        return self._take_back(Line.redoable, words.REDO, words.NO_REDO)

    def undoable(self) -> str | None:
        """What the change `undo` would take back was called; None where there is nothing to take back."""
        return self._named(Line.undoable)

    def redoable(self) -> str | None:
        """What the change `redo` would make again was called; None where there is nothing to make again."""
        return self._named(Line.redoable)

    def last_records(self) -> tuple[tuple[str, str], ...]:
        """The kinds and ids of the records the newest change touched."""
        touched = select(history.c.kind, history.c.record).where(history.c.sequence == self.sequence)
        with _transaction(self._engine, self.path.name, READ) as connection:
            return tuple((row.kind, row.record) for row in connection.execute(touched))

    def _take_back(self, which: Callable[[Line], Step | None], said: str, nothing: str) -> frozenset[str]:
        with self._writing() as connection:
            step = which(_line(connection, self._began))
            if step is None:
                raise Refusal(nothing)
            store = self._store(connection)
            for row in connection.execute(history.select().where(history.c.sequence == step.sequence)):
                store.restore(row.kind, row.record, (row.before, row.after), row.ordinal)
            what = said.format(what=step.what)
            sequence = store.finish(at=_moment(self._clock), who=self._who, what=what, undoes=step.sequence)
            office = store.after()
            self._known = self._last(connection)
        self._remember(sequence, office)
        return store.touched

    def _named(self, which: Callable[[Line], Step | None]) -> str | None:
        with _transaction(self._engine, self.path.name, READ) as connection:
            step = which(_line(connection, self._began))
            return step.what if step is not None else None

    def changes(self, limit: int = 100) -> tuple[Change, ...]:
        """The newest changes first; the one numbered 0 is the making of the file."""
        newest = _CHANGE.order_by(changes.c.sequence.desc()).limit(limit)
        with _transaction(self._engine, self.path.name, READ) as connection:
            return tuple(Change(*row) for row in connection.execute(newest))

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Refuse, as `Stale`, where the file is no longer at the change that was last seen.

        Whoever writes has looked at what he changes: at another change, or with another office under the same name,
        the numbers he would give and the records he would refer to may be others.
        """
        if self.read_only:
            raise Refusal(words.READ_ONLY.format(name=self.path.name))
        self._look()
        with _transaction(self._engine, self.path.name, WRITE) as connection:
            if other := self._see(connection):
                raise Stale(other.format(name=self.path.name))
            yield connection
        self._stamp = _stamp_of(self.path)

    def _look(self) -> None:
        """Forget what was read where something else wrote the file, in its place or over it, since we last did."""
        stamp = _stamp_of(self.path)
        if stamp is None:
            raise Refusal(words.MISSING.format(name=self.path.name))
        if stamp != self._stamp:
            self._engine.dispose()
            self._remembered, self._stamp = None, stamp

    def _see(self, connection: Connection) -> str | None:
        """Know the file's newest change, and return what happened where it is not the one that was known before."""
        known, self._known = self._known, self._last(connection)
        if known is None or known == self._known:
            return None
        same = connection.execute(_change_numbered(known.sequence)).first()
        if same is not None and Change(*same) == known:
            return words.MOVED
        self._began = self._known.sequence  # what was done to another file is not to be taken back in this one
        return words.REPLACED

    @staticmethod
    def _last(connection: Connection) -> Change:
        return Change(*connection.execute(_LAST).one())

    def _store(self, connection: Connection) -> Store:
        assert self._known is not None
        self.sequence = self._known.sequence
        remembered = self._remembered[1] if self._remembered and self._remembered[0] == self.sequence else None
        return Store(connection, self.sequence, remembered=remembered)

    def _remember(self, sequence: int, office: Office | None) -> None:
        self.sequence = sequence
        self._remembered = None if office is None else (sequence, office)


Stamp = tuple[int, int, int, int]
"""Which file it is, how long and when written: what a file put in the place of another, or over it, changes."""


def _stamp_of(path: Path) -> Stamp | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


_CHANGE = select(changes.c.sequence, changes.c.at, changes.c.who, changes.c.what)
_LAST = _CHANGE.order_by(changes.c.sequence.desc()).limit(1)


def _change_numbered(sequence: int) -> Select[int, str, str, str]:
    return _CHANGE.where(changes.c.sequence == sequence)


def _line(connection: Connection, began: int) -> Line:
    made = select(changes.c.sequence, changes.c.what, changes.c.undoes).where(changes.c.sequence > began)
    return Line(tuple(row) for row in connection.execute(made.order_by(changes.c.sequence)))


def _moment(clock: Clock) -> str:
    return clock().isoformat(timespec="seconds")


def _build(path: Path, office: Office, contents: Iterable[bytes], *, name: str, at: str, who: str) -> None:
    """Make a file under a name nobody knows yet and push it to the disk; `name` is what it will be called."""
    from db.upgrade import migrate  # Alembic is needed only where a file is made or migrated

    start(path)
    engine = engine_for(path)
    try:
        with _transaction(engine, name, WRITE) as connection:
            migrate(connection)
            connection.execute(changes.insert(), {"sequence": 0, "at": at, "who": who, "what": words.CREATED})
            Store(connection, 0).fill(office, contents)
    finally:
        engine.dispose()
    sync_file(path)


def _upgrade(path: Path, *, at: str, who: str) -> None:
    from db.upgrade import upgrade

    with told(path.name, words.TROUBLE):
        upgrade(path, at=at, who=who)


def is_writable(path: Path) -> bool:
    """Whether the file and what SQLite puts beside it can be written; Windows tells only those who try."""
    if sys.platform != "win32":
        return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    try:
        files.patiently(lambda: path.open("rb+").close(), patience=0.3)
        with TemporaryFile(dir=path.parent):
            return True
    except OSError:
        return False


@contextmanager
def _transaction(engine: Engine, name: str, begin: str) -> Iterator[Connection]:
    other = words.UNREADABLE if begin == READ else words.TROUBLE
    with told(name, other):
        try:
            with engine.connect().execution_options(begin=begin) as connection, connection.begin():
                yield connection
        except OperationalError:
            engine.dispose()  # what it has open may be dead, as after a share was away: the next one opens anew
            raise
