"""SQLite's own errors as one Vietnamese sentence. Imports SQLAlchemy's exceptions only."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from db import words
from desktop.domain.refusal import Damaged, Refusal

_SENTENCES = {
    "SQLITE_BUSY": words.BUSY,
    "SQLITE_LOCKED": words.BUSY,
    "SQLITE_FULL": words.FULL,
    "SQLITE_READONLY": words.READ_ONLY,
    "SQLITE_CORRUPT": words.DAMAGED,
    "SQLITE_NOTADB": words.DAMAGED,
}


@contextmanager
def told(name: str, other: str, *, full: str = "") -> Iterator[None]:
    """Refuse in place of SQLite's error; `name` is the file people know, `other` the sentence for rarer errors.

    `full` is the file whose disk has no room left, where that is another. Raises `Damaged` where it is just that.
    """
    try:
        yield
    except DBAPIError as error:
        raise _refusal(error.orig, name, other, full) from error
    except sqlite3.Error as error:
        raise _refusal(error, name, other, full) from error


def _refusal(error: BaseException | None, name: str, other: str, full: str) -> Refusal:
    code = getattr(error, "sqlite_errorname", "") or ""
    sentence = next((text for start, text in _SENTENCES.items() if code.startswith(start)), other)
    named = full if full and sentence == words.FULL else name
    said = sentence.format(name=named, detail=" ".join(str(error).split()))
    return Damaged(said) if sentence == words.DAMAGED else Refusal(said)
