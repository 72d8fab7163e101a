"""Units through time: what is offered on a day, what ends last in the list, and a merger done as one deed."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from db.session import OfficeFile
from desktop.domain.facts import Facts
from desktop.domain.records import (
    AgendaItem,
    Assignment,
    Directive,
    DirectiveReview,
    Meeting,
    Office,
    Programme,
    ProgrammeItem,
    Task,
    Unit,
)
from desktop.domain.refusal import Refusal
from desktop.usecases.assignments import rows as assignments
from desktop.usecases.base.facts import facts_of
from desktop.usecases.directory import merging as unit_merging
from desktop.usecases.directory import units
from desktop.usecases.directory.merging import Merger
from desktop.usecases.office.file import backup, export_file, import_file, restore
from tests.db.small import clock, office_in, small_office

DAY, EVE = dt.date(2025, 7, 1), dt.date(2025, 6, 30)
A, B, C = "Đảng ủy xã Bình Nghi", "Đảng ủy xã Tây Thuận", "Đảng ủy xã Tây Sơn"
BEGUN = dt.date(2024, 1, 1)
MERGER = Merger(old=("u1", "u2"), name=C, kind="party-organisation", day=DAY)


def before_the_merger() -> Office:
    """Two units that owe something of every kind, and something done."""
    return replace(
        small_office(),
        units=(
            Unit(id="u1", name=A, kind="party-organisation"),
            Unit(id="u2", name=B, kind="party-organisation"),
            Unit(id="u3", name="Ban Xây dựng Đảng", kind="advisory-body"),
            Unit(id="u4", name="Đảng ủy xã cũ", kind="party-organisation", to=dt.date(2023, 12, 31)),
        ),
        meetings=(
            *small_office().meetings,
            Meeting(
                id="m2",
                body="btv",
                kind="regular",
                title="Hội nghị tháng 7",
                start=dt.datetime(2025, 7, 10, 8),
                agenda=(
                    AgendaItem(id="a1", title="Đề án", preparer="u1"),
                    AgendaItem(id="a2", title="Tờ trình", preparer="u2", documents_received=dt.date(2025, 6, 20)),
                ),
            ),
        ),
        tasks=(
            Task(id="t1", title="Đã xong", unit="u1", done=dt.date(2025, 6, 1)),
            Task(id="t2", title="Đang mở", unit="u1", with_=("u2", "u3"), due=dt.date(2025, 8, 1)),
            Task(id="t3", title="Của ban", unit="u3", with_=("u1", "u2")),
        ),
        assignments=(
            Assignment(id="g1", person="p1", kind="area", unit="u1", from_=BEGUN),
            Assignment(id="g2", person="p1", kind="area", unit="u2", from_=BEGUN),
            Assignment(id="g3", person="p2", kind="area", unit="u2", from_=BEGUN, to=dt.date(2024, 12, 31)),
            Assignment(id="g4", person="p3", kind="area", unit="u2", from_=dt.date(2025, 9, 1)),
        ),
        programmes=(
            Programme(
                id="w1",
                body="btv",
                period="2025",
                items=(
                    ProgrammeItem(title="Xong", lead="u1", done=dt.date(2025, 5, 1)),
                    ProgrammeItem(title="Chưa xong", lead="u1", due=dt.date(2025, 9, 1)),
                ),
            ),
        ),
        directives=(
            Directive(id="n1", symbol="05-NQ/HU", lead="u2", reviews=(DirectiveReview(kind="so-ket", due=DAY),)),
            Directive(id="n2", symbol="06-NQ/HU", lead="u2"),
        ),
    )


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "a.thuky", before_the_merger(), clock=clock, who="An") as made:
        yield made


def facts(file: OfficeFile) -> Facts:
    with file.read() as store:
        return facts_of(store.office())


def merge(file: OfficeFile, merger: Merger = MERGER) -> str:
    given = facts(file)
    with file.write("Sáp nhập") as store:
        return unit_merging.merge(store, facts=given, merger=merger)


def test_what_goes_over_is_said_before(file: OfficeFile) -> None:
    said = [(one.kind, one.words) for one in unit_merging.moving(facts(file), MERGER)]
    assert said == [
        ("Nhiệm vụ đang mở", "Đang mở"),
        ("Nhiệm vụ đang mở", "Của ban"),
        ("Việc trong chương trình", "Chương trình công tác năm 2025: Chưa xong"),
        ("Phân công", f"Nguyễn Văn An: {A}"),
        ("Phân công", f"Nguyễn Văn An: {B}"),
        ("Phân công", f"Trần Cường: {B}"),
        ("Chuẩn bị nội dung hội nghị", "Hội nghị tháng 7: Đề án"),
        ("Sơ kết, tổng kết", "05-NQ/HU"),
    ]


def test_a_merger_is_one_deed_and_one_undo(file: OfficeFile) -> None:
    before = facts(file).office
    new = merge(file)
    office = facts(file).office
    kept = {unit.id: unit for unit in office.units}
    assert (kept["u1"].to, kept["u1"].successor, kept["u2"].to, kept["u2"].successor) == (EVE, new, EVE, new)
    assert (kept[new].name, kept[new].kind, kept[new].from_) == (C, "party-organisation", DAY)
    assert [(task.unit, task.with_) for task in office.tasks] == [("u1", ()), (new, ("u3",)), ("u3", (new,))]
    assert [item.lead for item in office.programmes[0].items] == ["u1", new]
    assert [item.preparer for item in office.meetings[1].agenda] == [new, "u2"]
    assert [one.lead for one in office.directives] == [new, "u2"]
    file.undo()
    assert facts(file).office == before


def test_who_answered_for_the_old_answers_for_the_new_from_its_first_day_once(file: OfficeFile) -> None:
    new = merge(file)
    held = [(one.id, one.person, one.unit, one.from_, one.to) for one in facts(file).office.assignments]
    assert held == [
        ("g1", "p1", "u1", BEGUN, EVE),
        ("g2", "p1", "u2", BEGUN, EVE),
        ("g3", "p2", "u2", BEGUN, dt.date(2024, 12, 31)),
        ("g4", "p3", new, dt.date(2025, 9, 1), None),
        ("g5", "p1", new, DAY, None),
    ]


def test_units_go_into_one_that_is_there(file: OfficeFile) -> None:
    assert merge(file, Merger(old=("u2",), into="u1", day=DAY)) == "u1"
    office = facts(file).office
    assert (office.units[0].from_, office.units[0].to, office.units[1].successor) == (None, None, "u1")
    assert office.tasks[1].with_ == ("u3",)


@pytest.mark.parametrize(
    ("merger", "said"),
    [
        (Merger(old=(), name=C, day=DAY), "cần chọn ít nhất một đơn vị"),
        (Merger(old=("u1",), into="u1", day=DAY), "phải khác các đơn vị sáp nhập"),
        (Merger(old=("u1",), name="", day=DAY), "cần ghi tên"),
        (Merger(old=("u1",), name=B, day=DAY), f"{B} đã có trong danh mục"),
        (Merger(old=("u4",), name=C, day=DAY), "Đảng ủy xã cũ không còn hoạt động trước ngày 01/7/2025"),
        (Merger(old=("u1",), into="u4", day=DAY), "Đảng ủy xã cũ (đến hết 31/12/2023) không còn hoặc chưa có"),
    ],
)
def test_what_is_no_merger_is_refused_and_changes_nothing(file: OfficeFile, merger: Merger, said: str) -> None:
    with pytest.raises(Refusal) as refused:
        merge(file, merger)
    assert said in refused.value.sentence
    assert file.sequence == 0


def test_on_a_day_only_what_is_there_is_offered_and_what_was_chosen_stays(file: OfficeFile) -> None:
    new = merge(file)
    given = facts(file)
    assert [ident for ident, _ in units.options(given, EVE)] == ["u3", "u1", "u2"]
    assert [ident for ident, _ in units.options(given, DAY)] == ["u3", new]
    assert ("u1", f"{A} (đến hết 30/6/2025)") in units.options(given, DAY, keep=("u1", None))
    assert {row.id for row in assignments.units(given, (), DAY)} == {"u3", new}


def test_units_no_longer_there_stand_last_with_their_days(file: OfficeFile) -> None:
    merge(file)
    rows = [(row.unit.name, row.group, row.days) for row in units.units(facts(file), DAY)]
    assert rows == [
        (C, "Tổ chức đảng trực thuộc", "từ 01/7/2025"),
        ("Ban Xây dựng Đảng", rows[1][1], ""),
        (A, units.ENDED, "đến hết 30/6/2025"),
        ("Đảng ủy xã cũ", units.ENDED, "đến hết 31/12/2023"),
        (B, units.ENDED, "đến hết 30/6/2025"),
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"from_": DAY, "to": EVE}, "Đến hết ngày: 30/6/2025 trước ngày đầu 01/7/2025"),
        ({"to": EVE, "successor": "u2"}, "kế thừa nhau thành vòng"),
        ({"to": EVE, "successor": "u1"}, "kế thừa nhau thành vòng"),
        ({"name": " "}, "cần ghi tên"),
    ],
)
def test_days_turned_round_and_successors_in_a_ring_are_refused(
    file: OfficeFile, change: dict[str, object], said: str
) -> None:
    given = facts(file)
    with file.write("Sửa") as store:
        units.amend_unit(
            store, facts=given, unit=given.office.units[1], after=replace(given.office.units[1], to=EVE, successor="u1")
        )
    given = facts(file)
    one = given.office.units[0]
    with pytest.raises(Refusal) as refused, file.write("Sửa") as store:
        units.amend_unit(store, facts=given, unit=one, after=replace(one, **change))  # type: ignore[arg-type]
    assert said in refused.value.sentence


def test_a_unit_that_goes_on_has_no_successor(file: OfficeFile) -> None:
    given = facts(file)
    one = given.office.units[0]
    with file.write("Sửa") as store:
        units.amend_unit(store, facts=given, unit=one, after=replace(one, successor="u2"))
    assert facts(file).office.units[0].successor is None


def test_a_merged_office_is_carried_by_export_import_backup_and_restore(file: OfficeFile, tmp_path: Path) -> None:
    merge(file)
    path = file.path
    export_file(path, tmp_path / "a.json", clock=clock, who="")
    import_file(tmp_path / "a.json", tmp_path / "b.thuky", clock=clock, who="")
    backup(path, tmp_path / "c.thuky")
    assert restore(tmp_path / "c.thuky", tmp_path / "d.thuky", clock=clock).remarks == ()
    assert office_in(tmp_path / "b.thuky") == office_in(tmp_path / "d.thuky") == facts(file).office
