"""The office file as a whole: made from JSON and written back, read as a source, copied, restored, examined.

Imports `db` and `desktop.exchange`.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from db import backup as copies
from db.header import check_header
from db.session import OfficeFile
from desktop import files
from desktop.domain.records import Office
from desktop.domain.refusal import Refusal
from desktop.exchange.bad_input import BadInput
from desktop.exchange.office_json import read_office, write_office
from desktop.usecases import attachments

Clock = Callable[[], datetime]


def import_file(source: Path, target: Path, *, clock: Clock, who: str, folder: Path | None = None) -> Office:
    """Make an office file of a JSON, with the contents of its attachments that `folder` holds.

    Raises `BadInput`, or `Refusal` where the file exists. Leaves nothing behind.
    """
    if target.exists():
        raise Refusal(f"Tệp {target.name} đã có; không ghi đè lên tệp cũ.")
    office = read_office(source.read_bytes())
    if folder is not None and not folder.is_dir():
        raise Refusal(f"Không có thư mục {folder.name} chứa tệp đính kèm.")
    contents = attachments.contents_in(folder, office) if folder else ()
    OfficeFile.create(target, office, clock=clock, who=who, contents=contents).close()
    return office


def export_file(source: Path, target: Path | None, *, clock: Clock, who: str, folder: Path | None = None) -> str:
    """Return the whole office as JSON, and write it under that name at once or not at all.

    `folder` gets the contents of the attachments; it is refused where it already holds something.
    """
    with opened(source, clock=clock, who=who) as file, file.read() as store:
        office = store.office()
        text = write_office(office)
        if folder is not None:
            attachments.write_all(store, office, folder)
    if target is not None:
        files.write_whole(target, text.encode())
        copies.sync_folder(target.parent)
    return text


def opened(path: Path, *, clock: Clock, who: str) -> OfficeFile:
    """Open an office file; use it as a context manager, so that it is closed."""
    return OfficeFile.open(path, clock=clock, who=who)


def load_source(path: Path, *, clock: Clock, who: str) -> Office:
    """The office of a `.json` or of an office file, told apart by its first bytes."""
    if not _is_database(path):
        return read_office(path.read_bytes())
    with opened(path, clock=clock, who=who) as file, file.read() as store:
        return store.office()


def _is_database(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\0"


def backup(source: Path, target: Path) -> None:
    """A verified copy; refuses an existing file."""
    copies.backup(source, target)


def restore(copy: Path, target: Path, *, clock: Clock) -> Path | None:
    """Put a copy in the place of an office file; returns where the old one is kept, if there was one."""
    problems = _damage(copy)
    if problems:
        raise Refusal(f"Không khôi phục từ {copy.name}: {problems[0]}")
    return copies.restore(copy, target, on=clock().date())


def doctor(path: Path) -> list[str]:
    """What is wrong with an office file, a line each; nothing is changed, but an interrupted change is rolled back.

    Attachments that came without their content are named last: the file itself is sound.
    """
    return _damage(path) or _absent_files(path)


def _damage(path: Path) -> list[str]:
    check_header(path)
    try:
        with closing(copies.reader(path)) as connection:
            problems = copies.structure_problems(connection)
    except sqlite3.Error:
        problems = ["không đọc được, hãy khôi phục từ bản sao lưu"]
    if problems:
        return [f"Cấu trúc tệp {path.name} bị hỏng: {problem}" for problem in problems]
    return _record_problems(path)


def _record_problems(path: Path) -> list[str]:
    """Every record is read and judged as an import would judge it."""
    try:
        with OfficeFile.open(path, clock=datetime.now, who="", read_only=True) as file, file.read() as store:
            office, changed = store.office(), set(store.changed_files())
    except Refusal as refusal:
        return [refusal.sentence]
    try:
        read_office(write_office(office))
    except BadInput as bad:
        return [problem.line() for problem in bad.problems]
    return [
        f"{each.owner}: nội dung tệp {each.attachment.name} đã bị hỏng, hãy khôi phục từ bản sao lưu"
        for each in attachments.attached(office)
        if each.attachment.sha256 in changed
    ]


def _absent_files(path: Path) -> list[str]:
    with OfficeFile.open(path, clock=datetime.now, who="", read_only=True) as file, file.read() as store:
        absent = attachments.absent(store, store.office())
    return [f"{each.owner}: tệp kèm {each.attachment.name} chưa có nội dung, hãy đính kèm lại" for each in absent]
