"""The office file as a whole: made from JSON and written back, read as a source, copied, restored, examined.

Imports `db` and `desktop.exchange`.
"""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from db import backup as copies
from db import words
from db.header import SCHEMA, check_header
from db.session import OfficeFile
from db.shape import Part, differences
from db.trouble import told
from desktop import files
from desktop.domain import contradictions
from desktop.domain.contrary import Contradiction
from desktop.domain.facts import Facts
from desktop.domain.records import Attachment, Office
from desktop.domain.refs import RecordRef
from desktop.domain.refusal import Damaged, Refusal
from desktop.exchange.bad_input import BadInput
from desktop.exchange.office_json import read_office, write_office
from desktop.usecases.base import attachments
from desktop.usecases.base.facts import facts_of

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


def opened(path: Path, *, clock: Clock, who: str, read_only: bool = False) -> OfficeFile:
    """Open an office file; use it as a context manager, so that it is closed."""
    return OfficeFile.open(path, clock=clock, who=who, read_only=read_only)


def load_source(path: Path, *, clock: Clock, who: str) -> Office:
    """The office of a `.json` or of an office file, told apart by its first bytes."""
    if not _is_database(path):
        return read_office(path.read_bytes())
    with opened(path, clock=clock, who=who) as file, file.read() as store:
        return store.office()


def kept_file(path: Path, attachment: Attachment, *, clock: Clock, who: str) -> bytes:
    """A file the office file keeps; empty where there is none, as of an office that came as `.json`."""
    if not _is_database(path):
        return b""
    with opened(path, clock=clock, who=who) as file, file.read() as store:
        return store.file(attachment.sha256) or b""


def _is_database(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\0"


def backup(source: Path, target: Path) -> None:
    """A verified copy; refuses an existing file."""
    copies.backup(source, target)


@dataclass(frozen=True, slots=True)
class Restored:
    """Where the file that was there is kept, if there was one, and what is wrong with the records that came back."""

    kept: Path | None
    remarks: tuple[str, ...]


def restore(copy: Path, target: Path, *, clock: Clock) -> Restored:
    """Put a copy in the place of an office file; raises `Refusal` where the copy is damaged or cannot be read.

    What its records say is never a reason to refuse: it is what the office had, and is said afterwards.
    """
    if check_header(copy) == SCHEMA:
        with opened(copy, clock=clock, who="", read_only=True) as file, file.read() as store:
            store.office()
    kept = copies.restore(copy, target, on=clock().date())
    return Restored(kept, tuple(_record_problems(target)) if check_header(target) == SCHEMA else ())


def doctor(path: Path) -> list[str]:
    """What is wrong with an office file, a line each; nothing is changed, but an interrupted change is rolled back.

    Attachments that came without their content are named last: the file itself is sound. Raises `Refusal` where the
    file cannot be looked into, such as while another program holds it.
    """
    check_header(path)
    try:
        with told(path.name, words.UNREADABLE), closing(copies.reader(path)) as connection:
            problems = copies.structure_problems(connection)
            foreign = [] if problems or check_header(path) < SCHEMA else differences(connection)
    except Damaged:
        problems, foreign = ["không đọc được, hãy khôi phục từ bản sao lưu"], []
    if problems:
        return [f"Cấu trúc tệp {path.name} bị hỏng: {problem}" for problem in problems]
    return [_foreign(path, part) for part in foreign] + (_record_problems(path) or _absent_files(path))


def contrary(path: Path) -> list[Contradiction]:
    """Every contradiction of the records of a sound file."""
    with OfficeFile.open(path, clock=datetime.now, who="", read_only=True) as file, file.read() as store:
        return contradictions.of_office(facts_of(store.office()))


def _foreign(path: Path, part: Part) -> str:
    kind, name = _PART[part[0]], " · ".join(part[1:])
    advice = (
        "hãy khôi phục từ bản sao lưu, vì nó có thể tự sửa nội dung"
        if part[0] == "trigger"
        else "hãy sao lưu rồi hỏi lại"
    )
    return f"Tệp {path.name} không đúng như chương trình đã tạo ở {kind} “{name}”; {advice}"


_PART = {"table": "bảng", "column": "cột", "index": "chỉ mục", "trigger": "lệnh tự chạy", "view": "bảng nhìn"}
"""SQLite's own parts, as a person who is asked for help is told them."""


def _record_problems(path: Path) -> list[str]:
    """Every record is compared with what the program wrote, and judged as an import would judge it."""
    try:
        with OfficeFile.open(path, clock=datetime.now, who="", read_only=True) as file, file.read() as store:
            office, changed = store.office(), set(store.changed_files())
            others = store.changed_records()
    except Refusal as refusal:
        return [refusal.sentence]
    found = [_changed(office, named) for named in others]
    try:
        read_office(write_office(office))
    except BadInput as bad:
        return [problem.line() for problem in bad.problems] + found
    return found + [
        f"{each.owner}: nội dung tệp {each.attachment.name} đã bị hỏng, hãy khôi phục từ bản sao lưu"
        for each in attachments.attached(office)
        if each.attachment.sha256 in changed
    ]


def _changed(office: Office, named: tuple[str, str]) -> str:
    """`absences/x1 (Nguyễn Văn An) không còn như khi chương trình ghi …`"""
    kind, ident = named
    record = Facts(office).at(RecordRef.of(kind, ident))
    name = (getattr(record, "name", "") or getattr(record, "title", "")) if record is not None else ""
    label = "/".join(filter(None, named)) + (f" ({name})" if name else "")
    return f"{label}: không còn như khi chương trình ghi; đối chiếu với bản sao lưu rồi sửa hoặc khôi phục"


def _absent_files(path: Path) -> list[str]:
    with OfficeFile.open(path, clock=datetime.now, who="", read_only=True) as file, file.read() as store:
        absent = attachments.absent(store, store.office())
    return [f"{each.owner}: tệp kèm {each.attachment.name} chưa có nội dung, hãy đính kèm lại" for each in absent]
