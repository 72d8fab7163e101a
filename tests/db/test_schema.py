"""The tables, the migrations and the records say the same."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine

from db import header, upgrade
from db.connect import engine_for
from db.mapping import node_of, rows_of
from db.models import metadata
from db.session import OfficeFile
from desktop.domain.records import LIST_OF, OfficeCalendar, OfficeHead
from desktop.domain.refusal import Refusal
from tests.db.small import clock, made, office_in, opened, small_office


def statements(engine: Engine) -> set[str]:
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {sql for name, sql in rows if name != "alembic_version"}


def test_the_migrations_make_exactly_the_tables_declared(tmp_path: Path) -> None:
    declared = create_engine("sqlite://")
    metadata.create_all(declared)
    made(tmp_path / "a.thuky").close()
    migrated = engine_for(tmp_path / "a.thuky")
    same = lambda sql: {frozenset(" ".join(each.split()).strip(" ,") for each in text.split("\n")) for text in sql}  # noqa: E731  # the order of constraints in the text says nothing
    assert same(statements(migrated)) == same(statements(declared))
    with migrated.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert [each for each in compare_metadata(context, metadata) if each[0] != "remove_table"] == []
    migrated.dispose()
    declared.dispose()


def test_the_newest_migration_is_the_schema_the_program_knows() -> None:
    assert upgrade.newest() == f"{header.SCHEMA:04}"


@pytest.mark.parametrize("cls", [OfficeHead, OfficeCalendar, *LIST_OF])
def test_every_field_of_every_record_has_its_column(cls: type) -> None:
    office = small_office()
    some = {type(record): record for name in LIST_OF.values() for record in getattr(office, name)}
    some |= {OfficeHead: office.office, OfficeCalendar: office.calendar}
    rows = rows_of(some[cls]) if cls in some else {}
    for (name, _), values in rows.items():
        table = metadata.tables[name]
        own = {column.name for column in table.columns if not column.primary_key} - {"ordinal"}
        assert set(values) - {"ordinal"} == own
    for node in node_of(cls).family():
        assert node.table is None or node.columns


def test_every_table_belongs_to_a_record_or_to_the_history() -> None:
    known = {node.name for cls in (OfficeHead, OfficeCalendar, *LIST_OF) for node in node_of(cls).family()}
    assert set(metadata.tables) - known == {"changes", "history", "glance"}


def test_references_are_foreign_keys() -> None:
    references = [
        constraint
        for table in metadata.tables.values()
        for constraint in table.foreign_key_constraints
        if constraint.deferrable
    ]
    assert len(references) > 40
    assert all(constraint.name for table in metadata.tables.values() for constraint in table.constraints)


def test_a_file_keeps_one_journal_and_waits_for_the_disk(tmp_path: Path) -> None:
    with made(tmp_path / "a.thuky") as file, file._engine.connect() as connection:
        pragma = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert pragma == {"journal_mode": "delete", "synchronous": 3, "foreign_keys": 1}


# Files that are not ours, or not of our day


def foreign_files(folder: Path) -> dict[str, Path]:
    files = {name: folder / f"{name}.thuky" for name in ("empty", "text", "sqlite", "other program")}
    files["empty"].write_bytes(b"")
    files["text"].write_text("Không phải tệp văn phòng" * 100)
    for name, number in (("sqlite", 0), ("other program", 0x12345678)):
        with closing(sqlite3.connect(files[name])) as raw:
            raw.execute(f"PRAGMA application_id = {number}")
            raw.execute("CREATE TABLE people (id)")
            raw.commit()
    return files


@pytest.mark.parametrize("name", ["empty", "text", "sqlite", "other program"])
def test_a_foreign_file_is_refused_and_keeps_every_byte(tmp_path: Path, name: str) -> None:
    path = foreign_files(tmp_path)[name]
    before = path.read_bytes()
    with pytest.raises(Refusal, match="không phải tệp văn phòng"):
        opened(path)
    assert path.read_bytes() == before


def test_a_newer_schema_is_refused_and_keeps_every_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.thuky"
    made(path).close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA user_version = {header.SCHEMA + 1}")
    before = path.read_bytes()
    with pytest.raises(Refusal, match="mới hơn"):
        opened(path)
    assert path.read_bytes() == before


def test_an_absent_file_is_refused_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="Không tìm thấy"):
        opened(tmp_path / "a.thuky")
    assert not list(tmp_path.iterdir())


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal):
        opened(tmp_path)


def test_an_older_file_is_copied_before_it_is_migrated(tmp_path: Path) -> None:
    """No older schema was released yet; a file that says it is older goes the whole way, with nothing to do."""
    path = tmp_path / "a.thuky"
    made(path).close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA user_version = 0")
    with OfficeFile.open(path, clock=clock, who="An") as file, file.read() as store:
        assert store.office() == small_office()
    kept = tmp_path / "a.truoc-nang-cap.thuky"
    assert header.schema_of(kept) == 0
    with closing(sqlite3.connect(kept)) as raw:
        assert raw.execute("SELECT count(*) FROM people").fetchone() == (3,)
    with pytest.raises(Refusal, match="chưa thể nâng cấp"):
        opened(kept, read_only=True)


def said_of(path: Path) -> str:
    """What opening and reading the file is refused with; empty where the damage hit nothing that is read."""
    try:
        office_in(path)
    except Refusal as refusal:
        return refusal.sentence
    return ""


def test_a_damaged_file_is_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.thuky"
    made(path).close()
    whole = path.read_bytes()
    refused = 0
    for start in range(100, len(whole), 4096):
        path.write_bytes(whole[:start] + b"\xff" * 2000 + whole[start + 2000 :])
        refused += bool(said_of(path))
    assert refused > 5
