"""Files of an office: kept with the record, taken out and in by their hash, missed and found damaged by the doctor."""

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.records import Absence, Attachment, Document, Meeting
from desktop.domain.refusal import Refusal
from desktop.exchange.office_json import read_office
from desktop.usecases.base import attachments
from desktop.usecases.office.file import backup, doctor, export_file, import_file, restore
from tests.db.small import DAY, clock, made, office_in, opened, small_office

SCAN = b"%PDF-1.7 ban quet \x00\xff" * 50
SLIP = "Phiếu của đồng chí An".encode()


def office_file(folder: Path) -> Path:
    """An office with a scan at an agenda item, the same scan at an absence, and a slip at a document."""
    path = folder / "a.thuky"
    office = small_office()
    item = replace(office.meetings[0].agenda[0], attachments=())
    meeting = replace(office.meetings[0], agenda=(item, *office.meetings[0].agenda[1:]))
    documents = (Document(id="o1", type="NQ", title="Dự toán"), Document(id="o2", type="NQ", secrecy="mat"))
    with made(path, replace(office, meetings=(meeting,), documents=documents)) as file:
        with file.write("Đính kèm") as store:
            attachments.attach(store, Meeting, "m1", "Tờ trình: dự toán.pdf", SCAN, item="a1")
            attachments.attach(store, Absence, "x1", "Bản quét.pdf", SCAN)
        with file.write("Đính kèm") as store:
            attachments.attach(store, Document, "o1", "Phiếu.txt", SLIP)
    return path


def names(path: Path) -> list[tuple[str, str]]:
    return [(each.owner, each.attachment.name) for each in attachments.attached(office_in(path))]


def test_a_file_is_kept_once_with_every_record_that_has_it(tmp_path: Path) -> None:
    path = office_file(tmp_path)
    assert names(path) == [
        ("meetings/m1/a1", "Tờ trình: dự toán.pdf"),
        ("absences/x1", "Bản quét.pdf"),
        ("documents/o1", "Phiếu.txt"),
    ]
    with opened(path) as file, file.read() as store:
        assert store.file_sizes() == {hashlib.sha256(each).hexdigest(): len(each) for each in (SCAN, SLIP)}
        each = store.office().absences[0].attachments[0]
        assert (attachments.read(store, each), each.bytes) == (SCAN, len(SCAN))
    assert doctor(path) == []


def test_attaching_is_undone_and_taking_off_too(tmp_path: Path) -> None:
    path = office_file(tmp_path)
    with opened(path) as file:
        with file.write("Đính kèm") as store:
            attachments.attach(store, Document, "o1", "Công văn.txt", b"Xin y kien")
        assert ("documents/o1", "Công văn.txt") in names(path)
        file.undo()
    assert ("documents/o1", "Công văn.txt") not in names(path)
    with opened(path) as file:
        with file.write("Bỏ tệp") as store:
            slip = store.office().absences[0].attachments[0]
            attachments.detach(store, Absence, "x1", slip)
        assert ("absences/x1", "Bản quét.pdf") not in names(path)
        file.undo()
        with file.read() as store:
            assert attachments.read(store, slip) == SCAN


@pytest.mark.parametrize(
    ("content", "ident", "says"),
    [
        (b"", "o1", "không có nội dung"),
        (b"x" * (attachments.LARGEST + 1), "o1", "lớn 50,0 MB; mỗi tệp kèm không quá 50 MB"),
        (SLIP, "o2", "Văn bản mật chỉ giữ dòng đăng ký"),
        (SLIP, "o9", "Không có văn bản “o9” trong tệp"),
        (SLIP, "o1", "đã được đính kèm ở đây"),
    ],
)
def test_what_cannot_be_attached_is_refused_and_nothing_is_kept(
    tmp_path: Path, content: bytes, ident: str, says: str
) -> None:
    path = office_file(tmp_path)
    before = names(path)
    with (
        pytest.raises(Refusal, match=says),
        opened(path) as file,
        file.write("Đính kèm") as store,
    ):
        attachments.attach(store, Document, ident, "Phiếu.txt", content)
    assert names(path) == before
    with opened(path) as file, file.read() as store:
        assert len(store.file_sizes()) == 2


def test_files_leave_with_an_export_and_come_back_with_an_import(tmp_path: Path) -> None:
    path, folder = office_file(tmp_path), tmp_path / "tệp kèm"
    text = export_file(path, tmp_path / "a.json", clock=clock, who="An", folder=folder)
    written = {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}
    assert written == {
        "meetings/m1/a1/Tờ trình- dự toán.pdf": SCAN,
        "absences/x1/Bản quét.pdf": SCAN,
        "documents/o1/Phiếu.txt": SLIP,
    }
    copy = tmp_path / "b.thuky"
    import_file(tmp_path / "a.json", copy, clock=clock, who="An", folder=folder)
    assert doctor(copy) == []
    assert export_file(copy, None, clock=clock, who="An") == text
    with opened(copy) as file, file.read() as store:
        assert store.file_sizes() == {hashlib.sha256(each).hexdigest(): len(each) for each in (SCAN, SLIP)}


def test_files_are_never_written_over_others(tmp_path: Path) -> None:
    path, folder = office_file(tmp_path), tmp_path / "khác"
    folder.mkdir()
    (folder / "của tôi.txt").write_text("giữ")
    with pytest.raises(Refusal, match="đã có tệp"):
        export_file(path, tmp_path / "a.json", clock=clock, who="An", folder=folder)
    assert [each.name for each in folder.iterdir()] == ["của tôi.txt"]
    assert not (tmp_path / "a.json").exists()


def test_an_office_without_its_files_is_sound_but_the_doctor_names_them(tmp_path: Path) -> None:
    path, copy = office_file(tmp_path), tmp_path / "b.thuky"
    export_file(path, tmp_path / "a.json", clock=clock, who="An")
    import_file(tmp_path / "a.json", copy, clock=clock, who="An")
    assert doctor(copy)[0] == "meetings/m1/a1: tệp kèm Tờ trình: dự toán.pdf chưa có nội dung, hãy đính kèm lại"
    assert len(doctor(copy)) == 3
    restore(copy, tmp_path / "c.thuky", clock=clock)
    with opened(copy) as file, file.read() as store, pytest.raises(Refusal, match="chưa có nội dung"):
        attachments.read(store, store.office().absences[0].attachments[0])


def test_a_damaged_content_is_found_and_never_handed_out(tmp_path: Path) -> None:
    path = office_file(tmp_path)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE files SET content = content || 'x' WHERE length(content) < 100")
        raw.commit()
    assert doctor(path) == ["documents/o1: nội dung tệp Phiếu.txt đã bị hỏng, hãy khôi phục từ bản sao lưu"]
    with opened(path) as file, file.read() as store, pytest.raises(Refusal, match="đã bị hỏng"):
        attachments.read(store, store.office().documents[0].attachments[0])
    assert restore(path, tmp_path / "c.thuky", clock=clock).remarks == tuple(doctor(path))


def test_a_backup_holds_the_files(tmp_path: Path) -> None:
    path, copy = office_file(tmp_path), tmp_path / "sao.thuky"
    backup(path, copy)
    assert doctor(copy) == []
    with opened(copy) as file, file.read() as store:
        assert attachments.read(store, store.office().documents[0].attachments[0]) == SLIP


def test_odd_names_are_written_as_any_system_takes_them(tmp_path: Path) -> None:
    path = office_file(tmp_path)
    with opened(path) as file, file.write("Đính kèm") as store:
        for name in ("../../x.txt", "Phiếu.txt ", "con?*.pdf", "a" * 300 + ".docx"):
            attachments.attach(store, Document, "o1", name, name.encode())
    folder = tmp_path / "ra"
    export_file(path, None, clock=clock, who="An", folder=folder)
    found = sorted(each.name for each in (folder / "documents" / "o1").iterdir())
    assert found == ["-..-x.txt", "Phiếu (2).txt", "Phiếu.txt", "a" * 115 + ".docx", "con--.pdf"]


def test_a_secret_document_keeps_no_issued_file_at_import() -> None:
    issued = '{"name": "a.pdf", "sha256": "ab", "bytes": 3}'
    text = (
        '{"format": "thuky-office/1", "office": {"name": "A", "regulations": []},'
        f' "documents": [{{"id": "o1", "secrecy": "mat", "issued": {issued}}}]}}'
    )
    assert read_office(text).documents[0].issued is None


def test_what_is_attached_is_read_off_the_types() -> None:
    office = replace(small_office(), documents=(Document(id="o1", date=DAY, issued=Attachment(name="NQ.pdf")),))
    assert [each.owner for each in attachments.attached(office)] == ["meetings/m1/a1", "documents/o1"]


def test_the_record_that_holds_a_file_is_found_as_it_stands_now() -> None:
    office = small_office()
    old = replace(office.meetings[0], title="Tên cũ")
    assert attachments.owner_in(office, old) == office.meetings[0]
    assert attachments.owner_in(replace(office, meetings=()), old) is None
