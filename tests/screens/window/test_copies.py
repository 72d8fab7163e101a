"""Copies of the office file made, thinned and put back from the window; a file that can only be read."""

import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from db.session import OfficeFile
from desktop.context import Context, Paths
from desktop.domain.refusal import Refusal
from desktop.opening.office import attach
from desktop.opening.running import make_shell
from desktop.qt.memory import Memory
from desktop.sample.sample import closing_day, sample_office
from desktop.screens.base.places import PLACES
from desktop.screens.window.backups import CopyKeeper
from desktop.screens.window.restore import RestoreDialog
from desktop.usecases.office import backups
from desktop.usecases.office import file as officefile
from desktop.usecases.office.backups import Copy
from tests.screens.conftest import MakeWindow, Window
from tests.screens.hands import click

PROFILE = "tay-son-2024"
DAY = dt.datetime.combine(closing_day(PROFILE), dt.time(7, 12))


@pytest.fixture
def made(window: MakeWindow) -> Window:
    one = window(sample_office(PROFILE, as_of=DAY.date()))
    one.move_clock(DAY)
    return one


def keeper(window: Window) -> CopyKeeper:
    found = window.desk.copies
    assert found is not None
    return found


def foot(window: Window) -> str:
    return window.shell.status._copied.text()


def settled(window: Window, words: str) -> None:
    window.qtbot.waitUntil(lambda: foot(window) == words, timeout=10_000)


def test_opening_makes_the_days_copy_once(made: Window) -> None:
    keeper(made).show_last()
    assert foot(made) == "Chưa sao lưu"
    keeper(made).start()
    settled(made, "Sao lưu 07:12 hôm nay")
    (copy,) = keeper(made).made()
    assert copy.path.parent == made.file.path.parent / "sao-luu"
    assert officefile.doctor(copy.path) == []
    made.move_clock(DAY.replace(hour=16))
    keeper(made).make_daily()
    made.desk.tasks.wait()
    QApplication.processEvents()
    assert keeper(made).made() == [copy]
    assert foot(made) == "Sao lưu 07:12 hôm nay"


def test_a_clock_set_back_never_costs_the_newest_copy(made: Window, tmp_path: Path) -> None:
    path, spare = made.file.path, tmp_path / "riêng"
    for day in (0, 1, -4000, -3999, 2):
        newest = backups.make(path, spare, sequence=made.file.sequence, now=DAY + dt.timedelta(days=day))
        assert newest in backups.made_of(path, spare)
        assert backups.made_of(path, spare)[0] == newest


def test_a_year_of_copies_is_thinned_to_days_weeks_and_months() -> None:
    every = [Copy(n, DAY - dt.timedelta(days=400 - n), n, Path(str(n))) for n in range(400, 0, -1)]
    kept = sorted(backups.kept(every), reverse=True)
    assert [copy.number for copy in kept[:7]] == [400, 399, 398, 397, 396, 395, 394]
    assert len(kept) <= 7 + 8 + 12
    assert len({(copy.at.year, copy.at.month) for copy in kept}) == 12
    assert len({copy.at.isocalendar()[:2] for copy in kept}) >= 8


def test_a_folder_that_cannot_be_written_sends_copies_to_the_users_own(made: Window, tmp_path: Path) -> None:
    (made.file.path.parent / "sao-luu").write_text("một tệp, không phải thư mục")
    copy = backups.make_daily(made.file.path, tmp_path / "riêng", sequence=0, now=DAY)
    assert copy.path.parent == tmp_path / "riêng" / "sao-luu"
    (tmp_path / "khác").write_text("")
    with pytest.raises(Refusal):
        backups.make(made.file.path, tmp_path / "khác", sequence=0, now=DAY)


def test_a_failure_is_told_in_one_line(made: Window) -> None:
    (made.file.path.parent / "sao-luu").write_text("")
    keeper(made)._spare = made.file.path
    keeper(made).start()
    settled(made, "Sao lưu không thành")
    screen = made.screen("settings")
    assert screen.band.isVisible()
    assert "Không ghi được" in screen.band.text()


def test_a_damaged_office_file_is_said_aloud_once(made: Window) -> None:
    path = made.file.path
    whole = path.read_bytes()
    middle = len(whole) // 2 // 4096 * 4096
    path.write_bytes(whole[:middle] + bytes(4096) + whole[middle + 4096 :])
    told: list[tuple[str, str]] = []
    made.desk.told.disconnect()
    made.desk.told.connect(lambda title, sentence: told.append((title, sentence)))
    keeper(made).start()
    settled(made, "Sao lưu không thành")
    assert [title for title, _ in told] == ["Tệp văn phòng bị hỏng"]
    assert "Khôi phục từ bản sao lưu" in told[0][1]
    keeper(made).make_daily()
    made.desk.tasks.wait()
    QApplication.processEvents()
    assert len(told) == 1


def test_a_copy_is_made_now_and_elsewhere(made: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = made.screen("settings")
    click(screen.now)
    settled(made, "Sao lưu 07:12 hôm nay")
    assert "sao-luu" in screen.copied.text()
    target = tmp_path / "Thẻ nhớ" / "bản sao.thuky"
    target.parent.mkdir()
    monkeypatch.setattr("desktop.screens.window.settings.choose_file", lambda *_a, **_k: target)
    click(screen.elsewhere)
    made.qtbot.waitUntil(lambda: screen.elsewhere.isEnabled(), timeout=10_000)
    assert officefile.doctor(target) == []


def test_a_copy_is_put_back_and_the_file_of_now_is_kept(made: Window) -> None:
    screen = made.screen("settings")
    click(screen.now)
    settled(made, "Sao lưu 07:12 hôm nay")
    meeting = made.meeting("btv-64")
    assert made.desk.do("Đổi nơi họp", lambda store: store.put(replace(meeting, place="Hội trường B")))
    seen: list[int] = []

    def restore(dialog: RestoreDialog) -> None:
        seen.append(len(dialog.table.rows()))
        click(dialog.primary)

    made.in_dialog(restore)
    click(screen.back)
    assert seen == [1]
    assert made.meeting("btv-64").place == meeting.place
    assert "Đã khôi phục" in made.shell.toast.text()
    kept = next(made.file.path.parent.glob("*.cu-*.thuky"))
    with officefile.opened(kept, clock=lambda: DAY, who="") as file, file.read() as store:
        assert next(one for one in store.office().meetings if one.id == "btv-64").place == "Hội trường B"
    assert made.desk.do("Đổi nơi họp", lambda store: store.put(replace(meeting, place="Phòng C")))
    assert made.meeting("btv-64").place == "Phòng C"
    made.desk.file.close()


def test_a_damaged_copy_is_refused_and_the_file_stays_open(made: Window, tmp_path: Path) -> None:
    bad = tmp_path / "hỏng.thuky"
    shutil.copy(made.file.path, bad)
    bad.write_bytes(bad.read_bytes()[:20_000])
    dialog = RestoreDialog(made.desk, keeper(made), parent=made.shell)
    dialog.open()
    dialog.restore(bad)
    made.qtbot.waitUntil(lambda: bool(dialog.band.text()) and not made.desk.paused, timeout=10_000)
    assert "hỏng" in dialog.band.text()
    dialog.close()
    assert made.meeting("btv-64")
    made.desk.file.close()


def test_every_screen_of_a_file_only_to_be_read_says_so(made: Window, qapp: QApplication, tmp_path: Path) -> None:
    context = Context(Paths.under(tmp_path), lambda: DAY, "văn thư")
    shell = make_shell(qapp, Memory(), context)
    made.qtbot.addWidget(shell)
    file = OfficeFile.open(made.file.path, clock=lambda: DAY, who="", read_only=True)
    attach(shell, file)
    shell.resize(1366, 736)
    shell.show()
    for place in PLACES:
        shell.show_place(place.key)
        assert shell.read_only.isVisible(), place.text
    assert not made.shell.read_only.isVisible()
    shell.close()
    file.close()


def test_the_folder_for_papers_is_chosen_here(made: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = made.screen("settings")
    folder = tmp_path / "Giấy tờ"
    monkeypatch.setattr("desktop.screens.window.settings.choose_folder", lambda *_given: folder)
    screen._choose_papers()
    assert made.desk.papers_folder() == folder
    assert screen.papers.text() == str(folder)
