"""Copies of an office file: made, verified, put back. Of the project `db.connect` and `desktop.files` only."""

import os
import shutil
import sqlite3
import sys
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from db import words
from db.connect import connect
from db.header import check_header
from db.trouble import told
from desktop import files
from desktop.domain.refusal import Damaged, Refusal


def backup(source: Path, target: Path) -> None:
    """Write a verified copy under that name at once or not at all; refuses an existing file."""
    check_header(source)
    if target.exists():
        raise Refusal(words.EXISTS.format(name=target.name))
    temporary = files.passing(target)
    try:
        _copy(source, temporary, full=target.name)
        place(temporary, target)
    finally:
        discard(temporary)


def copy_beside(path: Path, why: str) -> Path:
    """A verified copy beside the file, under a free name."""
    target = free_name(path, why)
    backup(path, target)
    return target


def restore(copy: Path, path: Path, *, on: date) -> Path | None:
    """Put a copy in the place of an office file and return where the old one is kept, if there was one.

    The copy is verified first; the old file keeps every byte, even where it is damaged, and its journal goes with it.
    A link stays a link to the file that is put in the place of its own.
    """
    check_header(copy)
    path = path.resolve() if path.is_symlink() else path
    temporary = files.passing(path)
    try:
        _copy(copy, temporary, full=path.name)
        kept = _put_aside(path, on) if path.exists() else None
        files.replace(temporary, path)
        sync_folder(path.parent)
    finally:
        discard(temporary)
    return kept


def _put_aside(path: Path, on: date) -> Path:
    """Give the old file a second name, so that at no moment there is neither old nor new under the first."""
    with suppress(sqlite3.Error):
        reader(path).close()  # rolls an interrupted change back, where the file is sound
    kept = free_name(path, f"cu-{on.isoformat()}")
    try:
        files.patiently(lambda: os.link(path, kept))
    except OSError:  # a stick's file system knows no links
        shutil.copy2(path, kept)
        sync_file(kept)
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists():
        files.replace(journal, kept.with_name(f"{kept.name}-journal"))
    return kept


def free_name(path: Path, why: str) -> Path:
    """The first name beside a file that nothing has: `office.WHY.thuky`, `office.WHY-2.thuky`."""
    name, number = path.with_name(f"{path.stem}.{why}{path.suffix}"), 1
    while name.exists():
        number += 1
        name = path.with_name(f"{path.stem}.{why}-{number}{path.suffix}")
    return name


def _copy(source: Path, target: Path, *, full: str) -> None:
    """Copy page by page, then check the copy's structure and references and push it to the disk."""
    start(target)
    with (
        told(source.name, words.UNREADABLE, full=full),
        closing(reader(source)) as old,
        closing(connect(target)) as new,
    ):
        old.backup(new)
        problems = structure_problems(new)
    if problems:
        raise Damaged(words.DAMAGED.format(name=source.name))
    sync_file(target)


def reader(path: Path) -> sqlite3.Connection:
    """A connection to read from; where it can, one that may write, so that an interrupted change is rolled back."""
    try:
        return _tried(path, read_only=False)
    except sqlite3.OperationalError:
        return _tried(path, read_only=True)


def _tried(path: Path, *, read_only: bool) -> sqlite3.Connection:
    connection = connect(path, read_only=read_only)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def structure_problems(connection: sqlite3.Connection) -> list[str]:
    """What SQLite itself finds wrong: damaged pages (it names them in English, we count them), references lost."""
    damaged = sum(row[0] != "ok" for row in connection.execute("PRAGMA integrity_check"))
    lost = [f"{table} → {parent}" for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check")]
    return [f"{damaged} chỗ hỏng, hãy khôi phục từ bản sao lưu"] * bool(damaged) + lost


def start(temporary: Path) -> None:
    """An empty file to fill, without anything a killed process may have left under that name."""
    discard(temporary)
    temporary.touch(exist_ok=False)


def discard(temporary: Path) -> None:
    files.remove(temporary)
    files.remove(temporary.with_name(f"{temporary.name}-journal"))


def place(temporary: Path, target: Path) -> None:
    """Give a finished file its name, never over an existing one."""
    try:
        if sys.platform == "win32":  # where a rename writes over nothing, and a second name would have to be taken away
            files.patiently(lambda: temporary.rename(target))
        else:
            os.link(temporary, target)
    except FileExistsError:
        raise Refusal(words.EXISTS.format(name=target.name)) from None
    except OSError:  # a stick's file system knows no links
        if target.exists():
            raise Refusal(words.EXISTS.format(name=target.name)) from None
        files.patiently(lambda: temporary.rename(target))
    sync_folder(target.parent)


def sync_file(path: Path) -> None:
    with files.patiently(lambda: path.open("rb+")) as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Push the folder's own entry to the disk, where the system has such a thing."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
