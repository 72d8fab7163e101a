"""Copies are verified, restoring keeps the old file, the doctor finds what is wrong, a glance never raises."""

import hashlib
import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from db import backup as copies
from db import connect
from db.glance import Head, read_glance, read_head
from desktop.domain.records import Unit
from desktop.domain.refusal import Refusal
from desktop.usecases.office.file import Restored, backup, doctor, restore
from tests.db.small import clock, made, office_in, opened, small_office
from tests.db.test_schema import foreign_files


def changed(path: Path) -> None:
    with opened(path) as file, file.write("Thêm") as store:
        store.put(Unit(id="u2", name="Mới"))


def test_a_copy_holds_the_same_office(tmp_path: Path) -> None:
    path, copy = tmp_path / "a.thuky", tmp_path / "bản sao.thuky"
    made(path).close()
    backup(path, copy)
    assert office_in(copy) == small_office()
    assert {each.name for each in tmp_path.iterdir()} == {path.name, copy.name}


def test_a_copy_is_taken_while_the_file_is_open(tmp_path: Path) -> None:
    path, copy = tmp_path / "a.thuky", tmp_path / "b.thuky"
    with made(path) as file:
        backup(path, copy)
        with file.write("Thêm") as store:
            store.put(Unit(id="u2"))
    assert office_in(copy) == small_office()


def test_a_copy_overwrites_nothing(tmp_path: Path) -> None:
    path, copy = tmp_path / "a.thuky", tmp_path / "b.thuky"
    made(path).close()
    copy.write_text("của người khác")
    with pytest.raises(Refusal, match="đã có"):
        backup(path, copy)
    assert copy.read_text() == "của người khác"


def test_restoring_keeps_the_old_file(tmp_path: Path) -> None:
    path, copy = tmp_path / "a.thuky", tmp_path / "b.thuky"
    made(path).close()
    backup(path, copy)
    for name in ("a.cu-2024-06-12.thuky", "a.cu-2024-06-12-2.thuky"):
        changed(path)
        old = path.read_bytes()
        kept = restore(copy, path, clock=clock).kept
        assert kept == tmp_path / name
        assert kept.read_bytes() == old
        assert office_in(path) == small_office()


def test_restoring_where_there_is_nothing(tmp_path: Path) -> None:
    copy = tmp_path / "b.thuky"
    made(copy).close()
    assert restore(copy, tmp_path / "a.thuky", clock=clock) == Restored(None, ())
    assert office_in(tmp_path / "a.thuky") == small_office()


def test_restoring_over_a_damaged_file_keeps_its_bytes(tmp_path: Path) -> None:
    path, copy = tmp_path / "a.thuky", tmp_path / "b.thuky"
    made(copy).close()
    path.write_bytes(b"hong" * 1000)
    kept = restore(copy, path, clock=clock).kept
    assert kept is not None
    assert kept.read_bytes() == b"hong" * 1000
    assert office_in(path) == small_office()


def damages(whole: bytes) -> dict[str, bytes]:
    found = {f"cut at {size}": whole[:size] for size in (0, 50, 4096, len(whole) // 2)}
    found |= {
        f"zeroed page {page}": whole[: page * 4096] + bytes(4096) + whole[page * 4096 + 4096 :] for page in range(1, 12)
    }
    return found


def test_a_damaged_copy_is_not_restored(tmp_path: Path) -> None:
    path, copy = tmp_path / "a.thuky", tmp_path / "b.thuky"
    made(path).close()
    backup(path, copy)
    before = path.read_bytes()
    for name, damaged in damages(copy.read_bytes()).items():
        copy.write_bytes(damaged)
        with pytest.raises(Refusal):
            restore(copy, path, clock=clock)
        assert path.read_bytes() == before, name
        assert copy.read_bytes() == damaged, name
    assert {each.name for each in tmp_path.iterdir()} == {path.name, copy.name}


@pytest.mark.parametrize("name", ["empty", "text", "sqlite", "other program"])
def test_a_foreign_file_is_not_restored(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.thuky"
    made(path).close()
    before = path.read_bytes()
    with pytest.raises(Refusal, match="không phải tệp văn phòng"):
        restore(foreign_files(tmp_path)[name], path, clock=clock)
    assert path.read_bytes() == before


# The doctor


def test_a_sound_file_has_no_problems(tmp_path: Path) -> None:
    path = tmp_path / "a.thuky"
    made(path).close()
    before = path.read_bytes()
    assert doctor(path) == []
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE meetings SET chair = 'p404'", "meetings → people"),
        ("UPDATE meetings SET kind = 'picnic'", "meetings[0].kind"),
        ("UPDATE meetings SET start = 'hôm qua'", "không đọc được"),
        ("UPDATE absences SET [to] = '2020-01-01'", "absences[0].to"),
        ("UPDATE office SET settings = '{'", "không đọc được"),
        ("UPDATE office SET settings = '{\"khác\": 1}'", "office.settings.khác"),
        ("INSERT INTO reports (id, ordinal, unit) VALUES ('r1', 0, 'u404')", "reports[0].unit"),
        ("UPDATE people SET name = 'Người khác' WHERE id = 'p1'", "people/p1 (Người khác): không còn như khi"),
        ("UPDATE absences SET [to] = '2064-06-20'", "absences/x1: không còn như khi"),
        ("DELETE FROM absences", "absences/x1: không còn như khi"),
        ("DELETE FROM office", "office_regulations → office"),
    ],
)
def test_the_doctor_finds_what_another_program_broke(tmp_path: Path, statement: str, said: str) -> None:
    path = tmp_path / "a.thuky"
    made(path).close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(statement)
        raw.commit()
    problems = doctor(path)
    assert problems
    assert said in problems[0]
    assert all("\n" not in problem for problem in problems)


def problems_of(path: Path) -> list[str]:
    try:
        return doctor(path)
    except Refusal as refusal:
        return [refusal.sentence]


def test_the_doctor_finds_damaged_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.thuky"
    made(path).close()
    for name, damaged in damages(path.read_bytes()).items():
        path.write_bytes(damaged)
        assert problems_of(path), name


# A glance


def test_a_glance_is_fresh_until_something_changes(tmp_path: Path) -> None:
    path = tmp_path / "a.thuky"
    with made(path) as file:
        assert read_glance(path, "today") is None
        with file.write("Nhớ màn hình") as store:
            store.put_glance("today", json.dumps({"rows": ["Hội nghị"]}))
        assert file.sequence == 0
        assert read_glance(path, "today") == ('{"rows": ["H\\u1ed9i ngh\\u1ecb"]}', True)
        with file.write("Thêm") as store:
            store.put(Unit(id="u2"))
        assert read_glance(path, "today") == ('{"rows": ["H\\u1ed9i ngh\\u1ecb"]}', False)
        with file.write("Thêm rồi nhớ") as store:
            store.put(Unit(id="u3"))
            store.put_glance("today", "{}")
        assert read_glance(path, "today") == ("{}", True)
        file.undo()
        assert read_glance(path, "today") == ("{}", False)


def test_the_head_stands_above_the_rail(tmp_path: Path) -> None:
    made(tmp_path / "a.thuky").close()
    assert read_head(tmp_path / "a.thuky") == Head("Huyện ủy Tây Sơn", "XXI", "2020-08-01", "2025-06-30")


def test_a_glance_at_what_is_no_office_file_gives_nothing(tmp_path: Path) -> None:
    for path in [*foreign_files(tmp_path).values(), tmp_path / "absent.thuky", tmp_path]:
        before = hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b""
        assert read_head(path) is None
        assert read_glance(path, "today") is None
        assert not path.is_file() or hashlib.sha256(path.read_bytes()).digest() == before
    assert not (tmp_path / "absent.thuky").exists()


def test_a_glance_at_a_locked_file_gives_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.thuky"
    made(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("BEGIN EXCLUSIVE")
        assert read_head(path) is None


def test_a_glance_needs_no_heavy_import() -> None:
    heavy = "import sys, db.glance; print(sorted({'sqlalchemy', 'alembic'} & set(sys.modules)))"
    assert subprocess.check_output([sys.executable, "-c", heavy], text=True) == "[]\n"


def test_a_link_stays_and_its_own_file_is_put_back(tmp_path: Path) -> None:
    real, link, copy = tmp_path / "kho" / "a.thuky", tmp_path / "a.thuky", tmp_path / "b.thuky"
    real.parent.mkdir()
    made(real).close()
    made(copy, replace(small_office(), tasks=())).close()
    link.symlink_to(real)
    kept = restore(copy, link, clock=clock).kept
    assert link.is_symlink()
    assert office_in(real).tasks == ()
    assert kept is not None
    assert (kept.parent, kept.is_symlink()) == (real.parent, False)


def test_a_locked_file_is_not_called_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "BUSY_SECONDS", 0.1)
    path = tmp_path / "a.thuky"
    made(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("BEGIN EXCLUSIVE")
        for act in (doctor, lambda path: restore(path, tmp_path / "c.thuky", clock=clock)):
            with pytest.raises(Refusal, match="đang được chương trình khác ghi"):
                act(path)
    assert not (tmp_path / "c.thuky").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_a_path_too_long_is_not_called_damaged(tmp_path: Path) -> None:
    folder = tmp_path.joinpath(*["thư mục rất dài của văn phòng" * 3] * 5)
    folder.mkdir(parents=True)
    made(tmp_path / "a.thuky").close()
    path = shutil.copy2(tmp_path / "a.thuky", folder / "a.thuky")
    for act in (doctor, lambda path: backup(path, tmp_path / "b.thuky")):
        with pytest.raises(Refusal, match="dài quá"):
            act(path)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("CREATE TRIGGER ten AFTER INSERT ON people BEGIN UPDATE people SET name = 'Khác'; END", "lệnh tự chạy “ten”"),
        ("CREATE VIEW nhin AS SELECT 1", "bảng nhìn “nhin”"),
        ("ALTER TABLE people ADD COLUMN la TEXT", "cột “people · la”"),
        ("DROP INDEX ix_history_kind_record", "chỉ mục “ix_history_kind_record”"),
    ],
)
def test_the_doctor_finds_what_is_not_of_this_program(tmp_path: Path, statement: str, said: str) -> None:
    path = tmp_path / "a.thuky"
    made(path).close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(statement)
        raw.commit()
    assert said in doctor(path)[0]


def test_a_backup_of_what_the_program_wrote_is_restored_without_a_remark(tmp_path: Path) -> None:
    path, copy = tmp_path / "a.thuky", tmp_path / "b.thuky"
    with made(path) as file:
        with file.write("Thêm") as store:
            store.put(Unit(id="u9"))
        with file.write("Sửa") as store:
            store.put(replace(small_office().people[0], name="Đổi tên"))
            store.remove(Unit, "u9")
        file.undo()
        file.redo()
    backup(path, copy)
    assert doctor(path) == []
    assert restore(copy, tmp_path / "c.thuky", clock=clock).remarks == ()


def test_free_names_are_found(tmp_path: Path) -> None:
    (tmp_path / "a.x.thuky").touch()
    assert copies.free_name(tmp_path / "a.thuky", "x").name == "a.x-2.thuky"
