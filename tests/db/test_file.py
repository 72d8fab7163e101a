"""An office goes into its file and comes out the same, whatever is in it; changes go through the one door."""

import datetime as dt
import sqlite3
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from db import connect, words
from db.models import metadata
from db.references import LOOSE, _references
from db.session import OfficeFile
from desktop.domain.records import (
    LIST_OF,
    Absence,
    Meeting,
    Office,
    OfficeCalendar,
    OfficeDay,
    OfficeHead,
    Person,
    Report,
    Review,
    Task,
    Unit,
)
from desktop.domain.refusal import Refusal, Stale
from tests.db.small import DAY, clock, made, office_in, opened, small_office
from tests.offices import offices

QUICK = settings(
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking whole offices takes minutes
)


@settings(QUICK, max_examples=20)
@given(offices())
def test_any_office_comes_out_as_it_went_in(office: Office) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "văn phòng.thuky")
        with made(path, office) as file, file.read() as store:
            assert store.office() == office
            for cls, name in LIST_OF.items():
                for record in getattr(office, name):
                    assert store.find(cls, record.id) == record


@settings(QUICK, max_examples=12)
@given(offices(), offices())
def test_any_record_becomes_any_other(one: Office, two: Office) -> None:
    """Every list of the second office put over the first; then undone."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.thuky")
        with made(path, one) as file:
            with file.write("Đổi cả") as store:
                for cls, name in LIST_OF.items():
                    ids = {record.id for record in getattr(two, name)}
                    for record in getattr(one, name):
                        if record.id not in ids:
                            store.remove(cls, record.id)
                    for record in getattr(two, name):
                        store.put(record)
                store.put_head(two.office)
                store.put_calendar(two.calendar)
            with file.read() as store:
                remembered = store.office()
            assert remembered == office_in(path) == two
            if file.sequence:
                file.undo()
            with file.read() as store:
                assert store.office() == office_in(path) == one


def file_office(file: OfficeFile) -> Office:
    with file.read() as store:
        return store.office()


def test_the_same_office_gives_the_same_file_twice(tmp_path: Path) -> None:
    for name in ("a.thuky", "b.thuky"):
        made(tmp_path / name).close()
    assert (tmp_path / "a.thuky").read_bytes() == (tmp_path / "b.thuky").read_bytes()


def test_the_file_is_one_file(tmp_path: Path) -> None:
    path = tmp_path / "Văn phòng huyện #1 100%.thuky"
    with made(path) as file, file.write("Ghi") as store:
        store.put(Unit(id="u9"))
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_an_existing_file_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.thuky"
    path.write_text("của người khác")
    with pytest.raises(Refusal, match="đã có"):
        made(path)
    assert path.read_text() == "của người khác"


def test_an_office_that_cannot_be_stored_leaves_nothing_behind(tmp_path: Path) -> None:
    office = replace(small_office(), absences=(Absence(id="x1", person="p9", from_=DAY, to=DAY, area="abroad"),))
    with pytest.raises(Refusal, match="lần đi vắng “x1”: người “p9” đã chọn không còn"):
        made(tmp_path / "a.thuky", office)
    assert not list(tmp_path.iterdir())


def test_a_change_is_seen_by_whoever_opens_the_file_next(tmp_path: Path) -> None:
    path = tmp_path / "a.thuky"
    with made(path) as file:
        with file.write("Đổi tên") as store:
            person = store.find(Person, "p1")
            assert person is not None
            store.put(replace(person, name="Nguyễn Văn Ân"), before=person)
            assert store.touched == {"people"}
        assert file.sequence == 1
    assert office_in(path).people[0].name == "Nguyễn Văn Ân"


def test_text_is_stored_composed_and_times_in_whole_minutes(tmp_path: Path) -> None:
    path = tmp_path / "a.thuky"
    with made(path) as file, file.write("Ghi") as store:
        store.put(Unit(id="u2", name="Đảng ủy"))
        store.put(Meeting(id="m9", body="btv", kind="regular", start=dt.datetime(2024, 6, 1, 7, 30, 59)))
    assert office_in(path).units[1].name == "Đảng ủy"
    assert office_in(path).meetings[1].start == dt.datetime(2024, 6, 1, 7, 30)


def test_half_a_character_is_refused(tmp_path: Path) -> None:
    with made(tmp_path / "a.thuky") as file, pytest.raises(Refusal, match="đơn vị “u2”"), file.write("Ghi") as store:
        store.put(Unit(id="u2", name="\ud800"))


@pytest.mark.parametrize("when", ["in use case", "at the end"])
def test_a_change_that_fails_leaves_every_byte(tmp_path: Path, when: str) -> None:
    path = tmp_path / "a.thuky"
    with made(path) as file:
        before = path.read_bytes()
        with pytest.raises(Refusal):
            _change_that_fails(file, when)
        with file.read() as store:
            assert store.office() == small_office()
        assert file.sequence == 0
    assert path.read_bytes() == before


def _change_that_fails(file: OfficeFile, when: str) -> None:
    with file.write("Ghi") as store:
        store.put(Unit(id="u2", name="Mới"))
        store.put_head(OfficeHead(name="Khác", regulations=()))
        if when == "in use case":
            raise Refusal("Không được.")
        store.put(Task(id="t2", unit="u404"))


def test_a_change_that_changes_nothing_is_no_change(tmp_path: Path) -> None:
    with made(tmp_path / "a.thuky") as file:
        with file.write("Ghi") as store:
            store.put(small_office().meetings[0])
            assert not store.touched
        assert file.sequence == 0
        assert file.undoable() is None


def test_new_ids_are_nobodys(tmp_path: Path) -> None:
    with made(tmp_path / "a.thuky") as file, file.read() as store:
        assert [store.new_id(Person), store.new_id(Person), store.new_id(Task)] == ["p4", "p5", "t2"]
        assert store.new_id(Absence) == "x2"


# Stale edits, references


@pytest.mark.parametrize("cls", list(LIST_OF), ids=LIST_OF.values())
def test_a_stale_edit_of_any_kind_is_refused(tmp_path: Path, cls: type) -> None:
    """Another window changed the record after it was shown here."""
    needed = {"person": "p1", "from_": DAY, "to": DAY, "area": "abroad"} if cls is Absence else {}
    needed |= {"body": "btv", "kind": "regular", "start": dt.datetime(2024, 6, 1, 8)} if cls is Meeting else {}
    needed |= {"name": "Một"} if cls is Person else {}
    needed |= {"start": dt.datetime(2024, 6, 1, 8)} if LIST_OF[cls] == "events" else {}
    needed |= {"body": "btv", "sent": DAY} if LIST_OF[cls] == "ballots" else {}
    shown = cls(id="z1", **needed)
    field = {Person: "position", Absence: "content", Unit: "name"}.get(cls)
    field = field or next(name for name in ("title", "result", "subject", "period", "text") if hasattr(shown, name))
    elsewhere, here = ("bch", "btv") if cls is Review else ("2024-07", "2024")
    with made(tmp_path / "a.thuky") as file:
        with file.write("Thêm") as store:
            store.put(shown, before=None)
        with file.write("Sửa ở nơi khác") as store:
            store.put(replace(shown, **{field: elsewhere}), before=shown)
        for after in (replace(shown, **{field: here}), shown):
            with pytest.raises(Stale, match="“z1”"), file.write("Sửa ở đây") as store:
                store.put(after, before=shown)
        with pytest.raises(Stale), file.write("Thêm lần nữa") as store:
            store.put(shown, before=None)
        with pytest.raises(Stale), file.write("Bỏ") as store:
            store.remove(cls, "z1", before=shown)


def test_a_stale_edit_of_the_office_or_its_calendar_is_refused(tmp_path: Path) -> None:
    office = small_office()
    with made(tmp_path / "a.thuky") as file:
        with file.write("Sửa ở nơi khác") as store:
            store.put_head(replace(office.office, name="Khác"), before=office.office)
            store.put_calendar(OfficeCalendar(days_off=(OfficeDay(date=DAY),)), before=office.calendar)
            assert store.touched == {"office", "calendar"}
        with pytest.raises(Stale), file.write("Sửa") as store:
            store.put_head(office.office, before=office.office)
        with pytest.raises(Stale), file.write("Sửa") as store:
            store.put_calendar(office.calendar, before=office.calendar)


def test_what_is_still_used_is_not_removed(tmp_path: Path) -> None:
    with made(tmp_path / "a.thuky") as file:
        with pytest.raises(Refusal) as refused, file.write("Bỏ") as store:
            store.remove(Person, "p1")
        assert refused.value.sentence == (
            "Không xóa được nhân sự “p1” vì còn được dùng ở hội nghị “m1” (Hội nghị lần thứ 52), phiếu xin ý kiến “b1”."
        )
        with (
            pytest.raises(Refusal, match="mục chương trình “a1” vì còn được dùng ở nhiệm vụ “t1”"),
            file.write("Bỏ") as store,
        ):
            store.put(replace(small_office().meetings[0], agenda=()))
        with file.write("Bỏ cả hai") as store:
            store.remove(Meeting, "m1")
            store.remove(Task, "t1")
        with file.write("Bỏ người không ai nhắc tới") as store:
            store.remove(Person, "p3")
        with pytest.raises(Refusal, match="Không có nhân sự “p3”"), file.write("Bỏ") as store:
            store.remove(Person, "p3")


def test_every_reference_has_a_word_of_the_office() -> None:
    columns = {each.column for each in LOOSE}
    columns |= {one.elements[-1].parent.name for table in metadata.tables.values() for one in _references(table.name)}
    assert columns == set(words.REFERENCE)


def test_references_that_may_also_be_words_are_kept_too(tmp_path: Path) -> None:
    with made(tmp_path / "a.thuky") as file:
        with file.write("Thêm") as store:
            store.put(Report(id="r1", unit="government"))
            store.put(Report(id="r2", unit="u9"))
            store.put(Unit(id="u9"))
            store.put(Review(id="k1", subject="btv"))
            store.put(Review(id="k2", subject="p3"))
        with (
            pytest.raises(Refusal, match="báo cáo “r3”: đơn vị “u404” đã chọn không còn"),
            file.write("Thêm") as store,
        ):
            store.put(Report(id="r3", unit="u404"))
        with pytest.raises(Refusal, match="đơn vị “u9” vì còn được dùng ở báo cáo “r2”"), file.write("Bỏ") as store:
            store.remove(Unit, "u9")
        with pytest.raises(Refusal, match="nhân sự “p3” vì còn được dùng ở đợt kiểm điểm"), file.write("Bỏ") as store:
            store.remove(Person, "p3")


def test_records_that_refer_to_each_other_go_in_in_any_order(tmp_path: Path) -> None:
    with made(tmp_path / "a.thuky") as file:
        with file.write("Thêm") as store:
            store.put(Task(id="t2", unit="u2"))
            store.put(Unit(id="u2"))
        with file.read() as store:
            assert store.find(Task, "t2") == Task(id="t2", unit="u2")


# History and undo


def test_undo_goes_back_change_by_change_and_is_itself_recorded(tmp_path: Path) -> None:
    path = tmp_path / "a.thuky"
    office = small_office()
    with made(path) as file:
        with file.write("Bỏ lượt vắng") as store:
            store.remove(Absence, "x1")
        with file.write("Đổi lịch") as store:
            store.put_calendar(OfficeCalendar())
            store.put(replace(office.people[1], name="Lê Thị Bính"))
        assert file.undoable() == "Đổi lịch"
        assert file.undo() == {"calendar", "people"}
        assert file.undoable() == "Bỏ lượt vắng"
        with file.write("Thêm tổ chức") as store:
            store.put(Unit(id="u2"))
        assert file.undo() == {"units"}
        assert file.undo() == {"absences"}
        with pytest.raises(Refusal, match="Không còn"):
            file.undo()
        with file.read() as store:
            assert store.office() == office
        assert [change.what for change in reversed(file.changes())] == [
            "Tạo tệp văn phòng",
            "Bỏ lượt vắng",
            "Đổi lịch",
            "Hoàn tác: Đổi lịch",
            "Thêm tổ chức",
            "Hoàn tác: Thêm tổ chức",
            "Hoàn tác: Bỏ lượt vắng",
        ]
    assert office_in(path) == office


def test_undo_goes_no_further_back_than_this_opening(tmp_path: Path) -> None:
    path = tmp_path / "a.thuky"
    with made(path) as file, file.write("Việc hôm qua") as store:
        store.put(Unit(id="u2"))
    with opened(path) as file:
        assert file.undoable() is None
        with pytest.raises(Refusal, match="Không còn"):
            file.undo()
        with file.write("Việc hôm nay") as store:
            store.put(Unit(id="u3"))
        file.undo()
        assert file.undoable() is None
        with file.read() as store:
            assert store.find(Unit, "u2") is not None


def test_what_was_undone_is_made_again_in_its_order(tmp_path: Path) -> None:
    path = tmp_path / "a.thuky"
    with made(path) as file:
        for number in (2, 3):
            with file.write(f"Thêm {number}") as store:
                store.put(Unit(id=f"u{number}"))
        whole = file_office(file)
        assert file.redoable() is None
        file.undo()
        file.undo()
        assert (file.undoable(), file.redoable()) == (None, "Thêm 2")
        assert file.redo() == {"units"}
        assert (file.undoable(), file.redoable()) == ("Thêm 2", "Thêm 3")
        file.redo()
        assert (file_office(file), file.redoable()) == (whole, None)
        file.undo()
        assert (file.undoable(), file.redoable()) == ("Thêm 2", "Thêm 3")
        assert file.last_records() == (("units", "u3"),)
    assert office_in(path) == replace(whole, units=whole.units[:-1])


def test_a_new_deed_ends_what_could_be_made_again(tmp_path: Path) -> None:
    with made(tmp_path / "a.thuky") as file:
        with file.write("Thêm 2") as store:
            store.put(Unit(id="u2"))
        file.undo()
        with file.write("Thêm 3") as store:
            store.put(Unit(id="u3"))
        assert (file.undoable(), file.redoable()) == ("Thêm 3", None)
        with pytest.raises(Refusal, match="làm lại"):
            file.redo()
        file.undo()
        assert file.redoable() == "Thêm 3"


def test_a_removed_record_comes_back_to_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.thuky"
    office = replace(small_office(), units=tuple(Unit(id=f"u{number}") for number in (1, 5, 3)))
    with made(path, office) as file:
        with file.write("Bỏ") as store:
            store.remove(Unit, "u5")
        with file.read() as store:
            assert [unit.id for unit in store.office().units] == ["u1", "u3"]
        file.undo()
        with file.read() as store:
            assert store.office() == office
    assert office_in(path) == office


def test_a_record_taken_out_and_put_back_in_one_change_keeps_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.thuky"
    office = small_office()
    with made(path) as file:
        with file.read() as store:
            store.office()
        with file.write("Bỏ rồi thêm lại") as store:
            store.remove(Person, "p2")
            store.put(replace(office.people[1], born=1981))
        with file.read() as store:
            assert [person.id for person in store.office().people] == ["p1", "p2", "p3"]
            assert store.office() == office_in(path)
        file.undo()
        with file.read() as store:
            assert store.office() == office
    assert office_in(path) == office


def test_the_history_says_when_who_and_what(tmp_path: Path) -> None:
    path = tmp_path / "a.thuky"
    with made(path) as file, file.write("Ghi tổ chức") as store:
        store.put(Unit(id="u1", name="Đảng ủy xã Bình Nghi mới"))
    with sqlite3.connect(path) as raw:
        rows = raw.execute(
            "SELECT at, who, what, kind, record, before, after FROM history JOIN changes USING (sequence)"
        )
        ((at, who, what, kind, record, before, after),) = rows.fetchall()
    raw.close()
    assert (at, who, what) == ("2024-06-12T08:30:05", "An", "Ghi tổ chức")
    assert (kind, record) == ("units", "u1")
    named = '{{"id": "u1", "name": "Đảng ủy xã Bình Nghi{}", "kind": {}, "from": null, "to": null, "successor": null}}'
    assert before == named.format("", '"party-organisation"')
    assert after == named.format(" mới", "null")


def test_the_order_is_by_sequence_when_the_clock_goes_back(tmp_path: Path) -> None:
    times = iter([dt.datetime(2024, 6, 1), dt.datetime(2030, 1, 1), dt.datetime(2020, 1, 1)])
    with OfficeFile.create(tmp_path / "a.thuky", small_office(), clock=lambda: next(times), who="An") as file:
        for number in (7, 8):
            with file.write(f"Thêm {number}") as store:
                store.put(Unit(id=f"u{number}"))
        assert file.undoable() == "Thêm 8"


# What else may happen to a file


def test_another_writer_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "a.thuky"
    with made(path) as one, opened(path) as two:
        with one.read() as store:
            assert len(store.office().units) == 1
        with two.write("Thêm") as store:
            store.put(Unit(id="u2"))
        with one.read() as store:
            assert len(store.office().units) == 2
        assert one.sequence == 1


def test_a_file_in_use_is_said_to_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.connect.BUSY_SECONDS", 0.05)
    path = tmp_path / "a.thuky"
    with made(path) as one, opened(path) as two, one.write("Thêm") as store:
        store.put(Unit(id="u2"))
        with pytest.raises(Refusal, match="đang được chương trình khác ghi"), two.write("Thêm"):
            pass


def test_what_failed_on_a_dead_handle_is_done_on_a_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As after a share was away: the handle stays dead, and only a new one reaches the file again."""
    monkeypatch.setattr("db.connect.BUSY_SECONDS", 0.05)
    path = tmp_path / "a.thuky"
    with made(path) as file, sqlite3.connect(path, isolation_level=None) as other:
        with file.read():
            pass
        opened_anew: list[Path] = []
        plain = connect.connect

        def counted(path: Path, **options: bool) -> sqlite3.Connection:
            opened_anew.append(path)
            return plain(path, **options)

        monkeypatch.setattr("db.connect.connect", counted)
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Refusal), file.write("Thêm"):
            pass
        assert opened_anew == []
        other.execute("ROLLBACK")
        with file.write("Thêm") as store:
            store.put(Unit(id="u2"))
        assert opened_anew == [path]
    other.close()


def test_a_read_only_file_is_read_and_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a.thuky"
    made(path).close()
    before = path.read_bytes()
    with opened(path, read_only=True) as file:
        assert file.read_only
        with file.read() as store:
            assert store.office() == small_office()
        with pytest.raises(Refusal, match="chỉ để đọc"), file.write("Ghi"):
            pass
        with pytest.raises(Refusal, match="chỉ để đọc"):
            file.undo()
    assert path.read_bytes() == before


def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.thuky"
    with made(path) as file:
        before = path.read_bytes()
        with file._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")  # SQLite's own way of a disk with no room left
        with pytest.raises(Refusal, match="đã đầy"), file.write("Ghi") as store:
            store.put(Unit(id="u2", name="dài" * 100_000))
        assert path.read_bytes() == before
        with file.read() as store:
            assert store.office() == small_office()


def test_the_clock_of_a_change_is_the_one_handed_in(tmp_path: Path) -> None:
    with made(tmp_path / "a.thuky") as file:
        assert file.changes()[0].at == clock().isoformat()
