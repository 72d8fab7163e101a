"""Files attached to records: kept inside the office file by their hash, read back, taken out with the whole office.

Imports `db` and `desktop.domain`.
"""

import functools
import hashlib
import shutil
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, is_dataclass, replace
from importlib import resources
from pathlib import Path

from db import words
from db.store import Store
from desktop import files, vi
from desktop.domain.facts import Facts
from desktop.domain.plain import Plain, hints
from desktop.domain.records import LIST_OF, Absence, Attachment, Ballot, Document, Incoming, Meeting, Office, Task
from desktop.domain.refs import RecordRef
from desktop.domain.refusal import Refusal
from desktop.domain.series import is_secret

Holder = Meeting | Ballot | Absence | Task | Document | Incoming
"""The records that have files of their own; a meeting's agenda items have theirs too."""

LARGEST = 50 * 1024 * 1024
"""Bytes; a scan of some hundred pages is below it, and one office file must stay easy to copy."""

SECRET = (
    "Văn bản mật chỉ giữ dòng đăng ký: nội dung, tệp kèm và bản phát hành không được đưa vào chương trình này, "
    "để tài liệu mật không nằm trên máy chưa được phép."
)


@dataclass(frozen=True, slots=True)
class Attached:
    """An attachment with the place of its owner in the office: `meetings/m1/a1`."""

    owner: RecordRef
    attachment: Attachment


def attached(office: Office) -> Iterator[Attached]:
    """Every attachment and issued paper there is, in the order of the office."""
    for name in LIST_OF.values():
        for record in getattr(office, name):
            yield from _below(record, RecordRef.to(record))


def _below(value: Plain, owner: RecordRef) -> Iterator[Attached]:
    for name in hints(type(value)):
        inner = getattr(value, name)
        for each in inner if isinstance(inner, tuple) else (inner,):
            if isinstance(each, Attachment):
                yield Attached(owner, each)
            elif is_dataclass(each):
                ident = getattr(each, "id", "")
                yield from _below(each, RecordRef.of(*owner.steps, ident) if ident else owner)


def owner_in(office: Office, owner: Holder) -> Holder | None:
    """The same record as it stands now; None where it is gone."""
    return Facts(office).one(type(owner), owner.id)


# Putting in and taking out


def attach(store: Store, cls: type[Holder], ident: str, name: str, content: bytes, *, item: str = "") -> Attachment:
    """Attach a file to a record, or to the agenda item `item` of a meeting; raises `Refusal`."""
    made = kept(store, name, content)
    owner = _owner(store, cls, ident)
    if isinstance(owner, Document | Incoming) and is_secret(owner):
        raise Refusal(SECRET, field="attachments")
    if any(each == made for each in of_owner(owner, item)):
        raise Refusal(f"Tệp {made.name} đã được đính kèm ở đây.", field="attachments")
    store.put(_with(owner, item, (*of_owner(owner, item), made)))
    return made


def kept(store: Store, name: str, content: bytes) -> Attachment:
    """Keep a file's content and return what a record says of it; refuses an empty file and one over 50 MB."""
    if not content:
        raise Refusal(f"Tệp {name} không có nội dung; cần một tệp có nội dung.", field="attachments")
    _refuse_large(name, len(content))
    return Attachment(name=name, sha256=store.keep_file(content), bytes=len(content))


def read_file(path: Path) -> bytes:
    """The content of a file to be attached; one too large is refused before it is read."""
    try:
        size = path.stat().st_size
        _refuse_large(path.name, size)
        return path.read_bytes()
    except OSError as error:
        raise Refusal(f"Không đọc được tệp {path.name}: {vi.os_reason(error)}.", field="attachments") from error


def _refuse_large(name: str, size: int) -> None:
    if size > LARGEST:
        raise Refusal(f"Tệp {name} lớn {vi.size(size)}; mỗi tệp kèm không quá 50 MB.", field="attachments")


def detach(store: Store, cls: type[Holder], ident: str, attachment: Attachment, *, item: str = "") -> None:
    """Take an attachment off; its content stays in the file, so that this can be undone."""
    owner = _owner(store, cls, ident)
    store.put(_with(owner, item, tuple(each for each in of_owner(owner, item) if each != attachment)))


def read(store: Store, attachment: Attachment) -> bytes:
    """The bytes as they were kept; raises `Refusal` where the office came without them or they have changed."""
    content = store.file(attachment.sha256)
    if content is None:
        raise Refusal(f"Tệp {attachment.name} chưa có nội dung trong tệp văn phòng này; hãy đính kèm lại.")
    if hashlib.sha256(content).hexdigest() != attachment.sha256:
        raise Refusal(f"Nội dung tệp {attachment.name} đã bị hỏng; hãy khôi phục từ bản sao lưu.")
    return content


def _owner(store: Store, cls: type[Holder], ident: str) -> Holder:
    owner = store.find(cls, ident)
    if owner is None:
        raise Refusal(words.NO_RECORD.format(kind=words.KIND[LIST_OF[cls]], label=f"“{ident}”"))
    return owner


def of_owner(owner: Holder, item: str = "") -> tuple[Attachment, ...]:
    if item and isinstance(owner, Meeting):
        return next((each.attachments for each in owner.agenda if each.id == item), ())
    return owner.attachments


def _with(owner: Holder, item: str, attachments: tuple[Attachment, ...]) -> Holder:
    if item and isinstance(owner, Meeting):
        agenda = tuple(replace(each, attachments=attachments) if each.id == item else each for each in owner.agenda)
        return replace(owner, agenda=agenda)
    return replace(owner, attachments=attachments)


# The whole office


def absent(store: Store, office: Office) -> list[Attached]:
    """Attachments whose content the office file does not hold, as after an import without them."""
    sizes = store.file_sizes()
    return [each for each in attached(office) if each.attachment.sha256 and each.attachment.sha256 not in sizes]


def write_all(store: Store, office: Office, folder: Path) -> int:
    """Write every content to `folder/OWNER/NAME`, all or none, and return how many; refuses a folder in use."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refusal(f"Thư mục {folder.name} đã có tệp; cần một thư mục mới hoặc trống.")
    passing = files.passing(folder)
    try:
        passing.mkdir(parents=True)
        taken = _write_into(store, office, passing)
        if folder.exists():
            folder.rmdir()
        files.replace(passing, folder)
    finally:
        shutil.rmtree(passing, ignore_errors=True)
    return taken


def _write_into(store: Store, office: Office, folder: Path) -> int:
    taken: set[Path] = set()
    for each in attached(office):
        content = store.file(each.attachment.sha256)
        if content is not None:
            target = _free(folder.joinpath(*map(files.safe_name, each.owner.steps), file_name(each.attachment)), taken)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    return len(taken)


@functools.cache
def _running() -> frozenset[str]:
    text = (resources.files("resources") / "files.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["runs"])


def runs(name: str) -> bool:
    """Whether opening a file of that name may run what is in it: `Tờ trình.pdf.exe` is a program, not a PDF."""
    return Path(name.rstrip(". ")).suffix.lower().removeprefix(".") in _running()


def file_name(attachment: Attachment) -> str:
    """The name of its copy outside: one every file system takes, at most 120 letters, its ending kept."""
    name = Path(files.safe_name(attachment.name, most=len(attachment.name)))
    return f"{files.safe_name(name.stem, most=120 - len(name.suffix))}{name.suffix}"


def _free(target: Path, taken: set[Path]) -> Path:
    """The name, or the name with a number where another attachment of the same owner has it."""
    free, number = target, 1
    while free in taken:
        number += 1
        free = target.with_stem(f"{target.stem} ({number})")
    taken.add(free)
    return free


def contents_in(folder: Path, office: Office) -> Iterable[bytes]:
    """The contents of a folder that the office's attachments name by their hash, whatever the files are called."""
    named = {each.attachment.sha256 for each in attached(office)}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        if hashlib.sha256(content).hexdigest() in named:
            yield content
