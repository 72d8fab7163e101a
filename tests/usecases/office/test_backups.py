"""The office file's own copies: one a day, in order of making, the older ones thinned, said in a few words."""

import datetime as dt
from pathlib import Path

import pytest

from desktop.domain.refusal import Refusal
from desktop.usecases.office import backups
from desktop.usecases.office.backups import Copy
from tests.db.small import made as office_file

NOW = dt.datetime(2024, 8, 29, 7, 12, 40)
DAY = dt.timedelta(days=1)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = tmp_path / "nhà" / "văn phòng.thuky"
    path.parent.mkdir()
    office_file(path).close()
    return path


def test_a_copy_bears_its_number_its_minute_and_its_last_change(office: Path, tmp_path: Path) -> None:
    first = backups.make(office, tmp_path / "riêng", sequence=7, now=NOW)
    second = backups.make(office, tmp_path / "riêng", sequence=9, now=NOW + DAY)
    assert first.path == office.parent / "sao-luu" / "văn phòng.0001.20240829-0712.s7.thuky"
    assert second.path.parent == first.path.parent
    assert (second.number, second.at, second.sequence) == (2, dt.datetime(2024, 8, 30, 7, 12), 9)
    assert backups.made_of(office, tmp_path / "riêng") == [second, first]
    assert second.id == str(second.path)


def test_a_second_copy_of_a_day_is_not_made(office: Path, tmp_path: Path) -> None:
    first = backups.make_daily(office, tmp_path, sequence=1, now=NOW)
    assert backups.make_daily(office, tmp_path, sequence=2, now=NOW.replace(hour=16)) == first
    assert backups.make_daily(office, tmp_path, sequence=2, now=NOW + DAY).number == 2


def test_what_is_no_copy_of_the_file_is_none(office: Path, tmp_path: Path) -> None:
    folder = office.parent / "sao-luu"
    folder.mkdir()
    for name in ("ghi chú.txt", "khác.0001.20240829-0712.s7.thuky", "văn phòng.0001.20249929-0712.s7.thuky"):
        (folder / name).write_bytes(b"x")
    assert backups.made_of(office, tmp_path) == []


def test_where_neither_folder_can_be_written_it_is_refused_with_the_reason(office: Path, tmp_path: Path) -> None:
    (office.parent / "sao-luu").write_text("một tệp")
    spare = tmp_path / "riêng"
    assert backups.make(office, spare, sequence=0, now=NOW).path.parent == spare / "sao-luu"
    (tmp_path / "khác").write_text("")
    with pytest.raises(Refusal, match="Không ghi được bản sao lưu"):
        backups.make(office, tmp_path / "khác", sequence=0, now=NOW)


def copy(number: int, at: dt.datetime, path: Path = Path("x")) -> Copy:
    return Copy(number, at, number, path)


def test_of_older_copies_one_a_day_a_week_and_a_month_is_kept() -> None:
    every = [copy(n, NOW - DAY * (400 - n)) for n in range(400, 0, -1)]
    every.insert(0, copy(401, NOW + dt.timedelta(hours=1)))
    kept = sorted((one.number for one in backups.kept(every)), reverse=True)
    days, sundays, ends_of_months = range(400, 393, -1), (389, 382, 375, 368), (371,)
    assert kept[:13] == sorted((401, *days, *sundays, *ends_of_months), reverse=True)
    assert (len(kept), kept[-1]) == (1 + 7 + 6 + 11, 66)  # eight Sundays with the two among the days; twelve months
    assert backups.kept([]) == set()


def test_what_is_no_longer_kept_is_removed_and_what_cannot_be_stays(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.thuky" for number in range(60)]
    for path in paths[:-1]:
        path.write_bytes(b"x")
    paths[-1].mkdir()
    made = [copy(60 - place, NOW - DAY * place, path) for place, path in enumerate(paths)]
    backups.thin(made)
    left = {path for path in paths if path.exists()}
    assert left == {one.path for one in backups.kept(made)} | {paths[-1]}
    assert len(left) < 20


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (NOW.date(), "Sao lưu 07:12 hôm nay"),
        (NOW.date() + DAY, "Sao lưu 07:12 29/8"),
        (dt.date(2025, 1, 2), "29/8/2024"),
    ],
)
def test_when_the_last_copy_was_made_is_said(today: dt.date, said: str) -> None:
    assert said in backups.words([copy(1, NOW)], today)
    assert backups.words([], today) == "Chưa sao lưu"
