"""SQLite's own errors as one Vietnamese sentence. Imports SQLAlchemy's exceptions only."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from db import words
from desktop.domain.refusal import Refusal

_SENTENCES = {
    "SQLITE_BUSY": words.BUSY,
    "SQLITE_LOCKED": words.BUSY,
    "SQLITE_FULL": words.FULL,
    "SQLITE_READONLY": words.READ_ONLY,
    "SQLITE_CORRUPT": words.DAMAGED,
    "SQLITE_NOTADB": words.DAMAGED,
}


@contextmanager
def told(name: str, other: str) -> Iterator[None]:
    """Refuse in place of SQLite's error; `name` is the file people know, `other` the sentence for rarer errors."""
    try:
        yield
    except DBAPIError as error:
        raise Refusal(_sentence(error.orig, name, other)) from error
    except sqlite3.Error as error:
        raise Refusal(_sentence(error, name, other)) from error


def _sentence(error: BaseException | None, name: str, other: str) -> str:
    code = getattr(error, "sqlite_errorname", "") or ""
    sentence = next((text for start, text in _SENTENCES.items() if code.startswith(start)), other)
    return sentence.format(name=name, detail=" ".join(str(error).split()))
