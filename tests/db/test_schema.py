"""The tables, the migrations and the records say the same."""

import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine

from db import header, upgrade
from db.connect import engine_for
from db.mapping import node_of, rows_of
from db.models import metadata
from db.session import OfficeFile
from desktop.domain.records import LIST_OF, AgendaItem, Note, OfficeCalendar, OfficeHead, Task, Unit
from desktop.domain.refusal import Refusal
from tests.db.small import DAY, clock, made, office_in, opened, small_office

RELEASED = Path(__file__).parent / "released"
"""The small office as each schema before this one kept it."""

SHORTER = {"fk_programmes_versions_items_programme_version": "fk_programmes_versions_items_programme"}
"""A constraint the migration that made it called by its first column alone."""


def shape(engine: Engine) -> dict[str, set[tuple[object, ...]]]:
    """Every table's columns, keys, references and indexes as SQLite has them, whatever statements made them.

    What the constraints are called and how many references are deferred SQLite itself does not tell; the text does.
    """
    with engine.connect() as connection:
        ask = connection.exec_driver_sql
        names = [name for (name,) in ask("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found: dict[str, set[tuple[object, ...]]] = {}
        for name in names:
            columns = {tuple(row[1:]) for row in ask(f"PRAGMA table_xinfo({name})")}
            references = {tuple(row[2:]) for row in ask(f"PRAGMA foreign_key_list({name})")}
            indexes = {
                (row[1], row[2], tuple(column[2] for column in ask(f"PRAGMA index_info({row[1]})")))
                for row in ask(f"PRAGMA index_list({name})")
            }
            kind = {tuple(row[2:]) for row in ask(f"PRAGMA table_list({name})")}
            (text,) = ask(f"SELECT sql FROM sqlite_master WHERE name = '{name}'").one()
            said = {
                (word, text.count(word)) for word in ("DEFERRABLE INITIALLY DEFERRED", "ON DELETE CASCADE", "CHECK")
            }
            named = {("CONSTRAINT", SHORTER.get(each, each)) for each in re.findall(r"CONSTRAINT (\w+)", text)}
            found[name] = columns | references | indexes | {(each[0], each[2]) for each in kind} | said | named
        found.pop("alembic_version", None)
        return found


def test_the_migrations_make_exactly_the_tables_declared(tmp_path: Path) -> None:
    declared = create_engine("sqlite://")
    metadata.create_all(declared)
    made(tmp_path / "a.thuky").close()
    migrated = engine_for(tmp_path / "a.thuky")
    assert shape(migrated) == shape(declared)
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


def test_every_table_belongs_to_a_record_or_to_the_history() -> None:
    known = {node.name for cls in (OfficeHead, OfficeCalendar, *LIST_OF) for node in node_of(cls).family()}
    assert set(metadata.tables) - known == {"changes", "history", "digests", "glance", "files"}


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


def released(path: Path, schema: str) -> Path:
    """A file as the program of that schema left it."""
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript((RELEASED / f"{schema}.sql").read_text())
    return path


@pytest.mark.parametrize("schema", [file.stem for file in sorted(RELEASED.glob("*.sql"))])
def test_an_older_file_is_copied_before_it_is_migrated(tmp_path: Path, schema: str) -> None:
    path = released(tmp_path / "a.thuky", schema)
    with OfficeFile.open(path, clock=clock, who="An") as file:
        with file.read() as store:
            assert store.office() == small_office()
        with file.write("Sửa lại") as store:
            store.put(Note(id="c1", text="Đã sửa", remedy="Gửi sớm hơn", cause="late-papers"))
    assert header.schema_of(path) == header.SCHEMA
    kept = tmp_path / "a.truoc-nang-cap.thuky"
    assert header.schema_of(kept) == int(schema)
    with closing(sqlite3.connect(kept)) as raw:
        assert raw.execute("SELECT count(*) FROM people").fetchone() == (3,)
    with pytest.raises(Refusal, match="chưa thể nâng cấp"):
        opened(kept, read_only=True)


@pytest.mark.parametrize("schema", [file.stem for file in sorted(RELEASED.glob("*.sql"))])
def test_a_migrated_file_has_the_tables_of_a_new_one(tmp_path: Path, schema: str) -> None:
    old = released(tmp_path / "old.thuky", schema)
    opened(old).close()
    made(tmp_path / "new.thuky").close()
    engines = engine_for(old), engine_for(tmp_path / "new.thuky")
    assert shape(engines[0]) == shape(engines[1])
    for engine in engines:
        engine.dispose()


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


def test_a_file_of_0_1_1_keeps_its_digests_and_what_no_longer_agrees_with_them(tmp_path: Path) -> None:
    path = released(tmp_path / "a.thuky", "0003")
    with closing(sqlite3.connect(path)) as raw:
        noted = raw.execute("SELECT * FROM digests ORDER BY kind, record").fetchall()
        raw.execute("UPDATE people SET name = 'Người khác' WHERE id = 'p1'")
        raw.commit()
    with opened(path) as file, file.read() as store:
        assert store.changed_records() == [("people", "p1")]
        assert store.head().kept_from is None
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT * FROM digests ORDER BY kind, record").fetchall() == noted


def test_what_a_file_of_0_1_1_did_not_know_is_written_into_it(tmp_path: Path) -> None:
    path = released(tmp_path / "a.thuky", "0003")
    with opened(path) as file, file.write("Ghi sáp nhập, hoãn họp") as store:
        office = store.office()
        store.put(Unit(id="u2", name="Đảng ủy xã mới", from_=DAY))
        store.put(replace(office.units[0], to=DAY, successor="u2"))
        store.put(replace(office.meetings[0], cancelled=True, agenda=(AgendaItem(id="a1", title="x", day=DAY),)))
        store.put_head(replace(office.office, kept_from=DAY))
        store.remove(Task, "t1")
    office = office_in(path)
    assert (office.office.kept_from, office.units[0].successor, office.units[1].from_) == (DAY, "u2", DAY)
    assert office.meetings[0].agenda[0].day == DAY
    with opened(path) as file, pytest.raises(Refusal, match="đơn vị “u2”"), file.write("Xóa") as store:
        store.remove(Unit, "u2")
