"""The window round the screens: the rail, Ctrl+K, F1, Alt, widths, undo; and the picture painted before it."""

import datetime as dt
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.context import Context, Paths
from desktop.opening.files import LAST_FILE, office_asked_for, office_to_open, take_lock
from desktop.opening.glance import GLANCE, remember
from desktop.opening.painted import first_picture, first_window
from desktop.qt import theme
from desktop.qt.focus import FocusRing
from desktop.qt.memory import Memory
from desktop.qt.tokens import LIGHT
from desktop.sample.sample import demo_day, sample_office
from desktop.screens.base.places import KEYS, PLACES
from desktop.screens.window import first, pictures
from desktop.screens.window.first import FirstWindow
from desktop.screens.window.first_paint import FirstPaint, read_page
from desktop.screens.window.missing import MissingOffice
from desktop.usecases.today import page as today_page
from tests.bench import startup
from tests.screens.conftest import MakeWindow, Window

PROFILE = "tay-son-2024"
DAY = dt.datetime.combine(demo_day(PROFILE), dt.time(8, 30))
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def made(window: MakeWindow) -> Window:
    one = window(sample_office(PROFILE, as_of=DAY.date()))
    one.move_clock(DAY)
    return one


def test_the_rail_lists_ten_screens_and_ctrl_and_a_figure_shows_each(made: Window) -> None:
    assert [place.text for place in PLACES][:3] == ["Hôm nay", "Lịch", "Hội nghị"]
    for key, place in zip(KEYS, PLACES, strict=True):
        QTest.keyClick(made.shell, getattr(Qt.Key, f"Key_{key}"), CTRL)
        assert made.shell.current().place == place.key
        assert made.shell.rail.button(place.key).isChecked()


def test_the_title_names_the_office(made: Window) -> None:
    assert made.shell.windowTitle() == "Huyện ủy Tây Sơn – Thư Ký"


def test_ctrl_k_finds_a_person_without_diacritics_and_enter_goes_there(made: Window) -> None:
    QTest.keyClick(made.shell, Qt.Key.Key_K, CTRL)
    palette = made.shell.palette_box
    assert palette is not None
    QTest.keyClicks(palette.line, "nguyen duc")
    assert palette.found()[0].title.startswith("Nguyễn Đức")
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert made.shell.current().place == "directory"
    assert not palette.isVisible()


def test_ctrl_k_lists_every_command_and_finds_meetings(made: Window) -> None:
    QTest.keyClick(made.shell, Qt.Key.Key_K, CTRL)
    palette = made.shell.palette_box
    assert palette is not None
    assert {"Xếp lịch hội nghị", "Hoàn tác", "Danh mục"} <= {one.title for one in palette.found()}
    QTest.keyClicks(palette.line, "thuong vu lan thu 57")
    assert palette.found()[0].title == "Hội nghị Ban Thường vụ lần thứ 57"
    QTest.keyClick(palette.line, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_arrows_choose_among_what_was_found(made: Window) -> None:
    QTest.keyClick(made.shell, Qt.Key.Key_K, CTRL)
    palette = made.shell.palette_box
    assert palette is not None
    QTest.keyClicks(palette.line, "van ban")
    QTest.keyClick(palette.line, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 1


def test_f1_shows_the_article_that_governs_the_row(made: Window) -> None:
    seen: list[str] = []

    def look(dialog: QWidget) -> None:
        seen.append(dialog.windowTitle())
        dialog.close()

    made.in_dialog(look)
    QTest.keyClick(made.shell, Qt.Key.Key_F1)
    assert seen == ["Điều quy định"]


def test_alt_shows_the_menus_and_hides_them(made: Window) -> None:
    QTest.keyClick(made.shell, Qt.Key.Key_Alt)
    bar = made.shell.menuBar()
    assert bar.isVisible()
    assert [action.text() for action in bar.actions()] == ["Tệp", "Xem", "Việc", "Trợ giúp"]
    QTest.keyClick(made.shell, Qt.Key.Key_Alt)
    assert not bar.isVisible()


def test_nothing_left_to_undo_is_said(made: Window) -> None:
    QTest.keyClick(made.shell, Qt.Key.Key_Z, CTRL)
    assert made.shell.toast.text() == "Không còn việc nào để hoàn tác"


@pytest.mark.parametrize(("width", "rail"), [(1366, 220), (1280, 220), (900, 48), (683, 48)])
def test_the_rail_gives_way_where_there_is_little_room(made: Window, width: int, rail: int) -> None:
    made.shell.resize(width, 700 if width > 700 else 384)
    assert made.shell.rail.width() == rail
    assert made.shell.width() == width


@pytest.mark.parametrize("size", [(1366, 736), (1280, 736), (900, 700), (683, 360), (683, 342)])
def test_no_screen_forces_the_window_wider(made: Window, size: tuple[int, int]) -> None:
    for place in PLACES:
        made.shell.resize(*size)
        made.screen(place.key)
        assert (made.shell.width(), made.shell.height()) == size, place.text


def test_whatever_takes_the_keyboard_has_a_name(made: Window) -> None:
    for place in PLACES:
        made.screen(place.key)
        for widget in made.shell.findChildren(QWidget):
            takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
            if takes and isinstance(widget, QAbstractButton):
                assert widget.accessibleName() or widget.text(), (place.text, widget)


def test_every_screen_shows_in_the_dark(made: Window, qapp: QApplication) -> None:
    theme.install(qapp, "dark")
    for place in PLACES:
        made.screen(place.key)
        image = pictures.picture(made.shell)
        assert image.pixelColor(230, 5).lightness() < 60, place.text
    theme.install(qapp, "light")


def test_the_look_is_chosen_in_the_settings(made: Window) -> None:
    heard: list[str] = []
    made.desk.look_asked.connect(heard.append)
    made.screen("settings").modes.chosen.emit("dark")
    assert (heard, made.desk.state.get("theme")) == (["dark"], "dark")


def test_pictures_of_every_screen_are_the_same_twice(made: Window, tmp_path: Path) -> None:
    wanted = [shot for shot in pictures.shots() if shot.place in ("today", "documents")]
    files = pictures.save_all(made.shell, tmp_path / "một", wanted)
    again = pictures.save_all(made.shell, tmp_path / "hai", wanted)
    assert [QImage(str(file)) for file in files] == [QImage(str(file)) for file in again]


# The first picture


def unlike(one: QImage, other: QImage) -> float:
    """The share of the points looked at in which two pictures plainly differ."""
    spots = [(x, y) for x in range(0, one.width(), 3) for y in range(0, one.height(), 3)]
    found = sum(1 for x, y in spots if abs(one.pixelColor(x, y).green() - other.pixelColor(x, y).green()) > 40)
    return found / len(spots)


def test_the_first_picture_is_the_window_that_follows(made: Window, qtbot: QtBot) -> None:
    page = made.shell.today_page()
    assert page is not None
    made.shell.resize(1366, 736)
    table = made.screen("today").table
    table.select(next(row.id for row in page.rows if row.due >= DAY.date()))
    table.scrollToTop()
    raw = read_page(today_page.to_json(page))
    painting = FirstPaint(LIGHT, raw, file_name=made.file.path.name, today=DAY.date())
    window = FirstWindow("", painting.paint)
    qtbot.addWidget(window)
    window.resize(1366, 736)
    window.show()
    ours, theirs = pictures.picture(made.shell), pictures.picture(window)
    assert unlike(ours, theirs) < 0.012


def test_the_picture_kept_is_played_on_its_own_day_only(made: Window, qtbot: QtBot, tmp_path: Path) -> None:
    context = Context(Paths.under(tmp_path), lambda: DAY, "văn thư")
    remember(made.shell, context.paths.data)
    size = made.shell.width(), made.shell.height()
    window = first_picture(made.file.path, context, size, dark=False)
    page = made.shell.today_page()
    assert page is not None
    text = today_page.to_json(page)
    assert first.play(context.paths.data, first.fits(text, DAY.date(), size, dark=False))
    assert not first.play(context.paths.data, first.fits(text, DAY.date(), size, dark=True))
    assert not first.play(context.paths.data, first.fits(text, DAY.date() + dt.timedelta(days=1), size, dark=False))
    painted = FirstWindow("", FirstPaint(LIGHT, read_page(text), file_name=made.file.path.name, today=DAY.date()).paint)
    for one in (window, painted):
        qtbot.addWidget(one)
        one.resize(*size)
        one.show()
    assert window.of_today
    assert unlike(pictures.picture(window), pictures.picture(painted)) < 0.03


def test_on_another_day_the_first_picture_is_that_of_its_own_day_and_says_so(made: Window, tmp_path: Path) -> None:
    later = Context(Paths.under(tmp_path), lambda: DAY + dt.timedelta(days=3), "văn thư")
    remember(made.shell, later.paths.data)
    window = first_picture(made.file.path, later, (1366, 736), dark=False)
    assert not window.of_today
    page = made.shell.today_page()
    assert page is not None
    own, past = (written(page, day) for day in (DAY.date(), later.today))
    assert [text for text in past if text not in own] == ["Như thứ Năm, 29/8/2024; đang tính lại cho hôm nay…"]
    assert len(past) == len(own)


def written(page: today_page.Page, today: dt.date) -> list[str]:
    """The words of the first picture."""
    painting = FirstPaint(LIGHT, read_page(today_page.to_json(page)), file_name="", today=today)
    said: list[str] = []
    painting._text = lambda *given, **_: said.append(str(given[4]))  # type: ignore[method-assign]  # what is written
    picture = QImage(1366, 736, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    painting.paint(painter, 1366, 736)
    painter.end()
    return said


@pytest.mark.parametrize(
    "page",
    [
        "{}",
        "[" * 100_000,
        '{"rows": []}',
        "x" * 5_000_000,
        pytest.param({"day": "2024-99-99"}, id="no such day"),
        pytest.param({"rows": [{"title": "Việc"}]}, id="half a row"),
        pytest.param({"cards": [{"members": 10**9}]}, id="a billion members"),
        pytest.param({"badges": 3}, id="no list"),
        pytest.param({"week": [{"date": "2024-06-01", "lunar": "", "off": False, "lines": [["a"]]}]}, id="half a line"),
    ],
)
def test_a_page_that_this_program_did_not_write_is_not_painted(made: Window, page: str | dict[str, object]) -> None:
    ours = made.shell.today_page()
    assert ours is not None
    whole = json.loads(today_page.to_json(ours))
    assert read_page(json.dumps(whole)) == whole
    assert read_page(page if isinstance(page, str) else json.dumps({**whole, **page})) is None


def test_no_picture_is_ever_taken_from_an_office_file(made: Window, tmp_path: Path) -> None:
    context = Context(Paths.under(tmp_path), lambda: DAY, "văn thư")
    remember(made.shell, context.paths.data)
    with closing(sqlite3.connect(made.file.path)) as raw:
        assert [key for (key,) in raw.execute("SELECT key FROM glance")] == [GLANCE]
    (context.paths.data / first.PICTURE).unlink()
    assert first_picture(made.file.path, context, (1366, 736), dark=False).of_today


def test_the_remembered_page_is_written_into_the_file_and_trusted_until_a_change(
    made: Window, qapp: QApplication, tmp_path: Path
) -> None:
    context = Context(Paths.under(tmp_path), lambda: DAY, "văn thư")
    remember(made.shell, context.paths.data)
    window = first_window(qapp, made.file.path, Memory(), context)
    assert window.windowTitle() == "Huyện ủy Tây Sơn – Thư Ký"
    row = next(one for one in made.screen("today").table.rows() if getattr(one, "act", "") == "received")
    made.screen("today").table.acted.emit(row)
    window = first_window(qapp, made.file.path, Memory(), context)
    assert (window.windowTitle(), window.of_today) == ("Thư Ký", False)


QUITTING = """
import sys
from desktop import app, context
from desktop.screens.window.first import FirstWindow
taken = FirstWindow.take
FirstWindow.take = lambda *given: (print("window"), taken(*given))
sys.exit(app.open_window(["--office", sys.argv[1], "--quit-after-paint"], context.of_machine()))
"""


@pytest.mark.parametrize("remembered", [True, False])
def test_quitting_after_the_paint_waits_for_one_with_records(tmp_path: Path, remembered: bool) -> None:
    """Without a page of this day the real window has to come first."""
    office, environment = tmp_path / "a.thuky", {**os.environ, "THUKY_HOME": str(tmp_path)}
    for script in (startup.REMEMBER, QUITTING):
        done = subprocess.run(
            [sys.executable, "-c", script, str(office)], env=environment, capture_output=True, text=True, check=True
        )
        if not remembered:
            with closing(sqlite3.connect(office)) as raw:
                raw.execute("DELETE FROM glance")
                raw.commit()
    assert done.stdout == ("" if remembered else "window\n")


def test_a_file_named_in_the_command_is_opened_before_the_one_remembered(tmp_path: Path) -> None:
    context = Context(Paths.under(tmp_path), lambda: DAY, "văn thư")
    remembered, named = tmp_path / "office.thuky", tmp_path / "CŨ.THUKY"
    remembered.touch()
    memory = Memory()
    assert office_asked_for([], context, memory) == context.paths.office
    memory.put(LAST_FILE, str(remembered))
    assert office_asked_for([], context, memory) == remembered
    remembered.unlink()
    assert office_asked_for([], context, memory) == remembered
    assert office_asked_for([str(named)], context, memory) == named
    assert office_asked_for(["--office", str(named)], context, memory) == named


def test_an_office_out_of_reach_is_said_and_looked_for_again(made: Window, qapp: QApplication, tmp_path: Path) -> None:
    context = Context(Paths.under(tmp_path), lambda: DAY, "văn thư")
    away, memory = tmp_path / "Z" / "office.thuky", Memory()
    memory.put(LAST_FILE, str(away))

    def connect(missing: MissingOffice) -> None:
        assert str(away) in missing.words.text()
        missing.primary.click()
        assert missing.isVisible()
        assert missing.band.text() == "Vẫn chưa thấy office.thuky."
        away.parent.mkdir()
        away.touch()
        missing.primary.click()

    made.in_dialog(connect)
    assert office_to_open(qapp, away, memory, context) == away
    away.unlink()
    made.in_dialog(lambda missing: missing.close_button.click())
    assert office_to_open(qapp, away, memory, context) is None
    assert memory.get(LAST_FILE) == str(away)
    assert not (tmp_path / "data").exists()


def test_a_second_window_on_the_same_file_is_refused_with_its_holder(made: Window, qapp: QApplication) -> None:
    lock = take_lock(made.file.path)
    assert lock is not None
    said: list[str] = []

    def look(dialog: QWidget) -> None:
        said.extend(str(child.property("text")) for child in dialog.findChildren(QWidget) if child.property("text"))
        dialog.close()

    made.in_dialog(look)
    assert take_lock(made.file.path) is None
    assert any("đang mở ở một cửa sổ khác trên máy này" in words for words in said)
    lock.unlock()


@pytest.mark.answers
def test_a_lock_left_by_one_that_died_is_taken_though_its_number_is_in_use_again(made: Window) -> None:
    file = made.file.path.with_name(f"{made.file.path.name}.lock")
    lock = take_lock(made.file.path)
    assert lock is not None
    left = file.read_bytes()
    lock.unlock()
    file.write_bytes(left)  # names this very process, which holds nothing
    refused = QTimer()
    refused.timeout.connect(lambda: QApplication.activeModalWidget().close())
    refused.start(500)
    again = take_lock(made.file.path)
    refused.stop()
    assert again is not None
    assert again.isLocked()
    again.unlock()


def test_ctrl_z_in_a_line_with_nothing_typed_takes_back_the_last_change(made: Window, qapp: QApplication) -> None:
    ring = FocusRing.of(qapp)
    meeting = made.meeting("btv-57")
    assert made.desk.do("Đổi nơi họp", lambda store: store.put(replace(meeting, place="Phòng B")))
    line = made.screen("meetings").findChildren(QLineEdit)[0]
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Z, CTRL)
    assert made.meeting("btv-57").place == meeting.place
    QTest.keyClicks(line, "abc")
    QTest.keyClick(line, Qt.Key.Key_Z, CTRL)
    assert line.text() == ""
    ring.deleteLater()


def test_the_day_turns_under_a_window_left_in_front(made: Window) -> None:
    """As after a night or a sleep in which nothing told the window so: its own clock does."""
    made.now += dt.timedelta(days=1)
    assert made.desk.today < made.now.date()
    made.shell._minutes.setInterval(1)
    made.qtbot.waitUntil(lambda: made.desk.today == made.now.date(), timeout=20_000)


def test_a_long_name_of_an_office_is_cut_with_an_ellipsis_and_told_whole(made: Window) -> None:
    name = "Đảng ủy Các cơ quan tỉnh Bắc Kạn"
    made.shell.rail.set_office(name, "Khóa XI")
    (shown,) = [one for one in made.shell.rail.findChildren(QLabel) if one.property("role") == "office"]
    QApplication.processEvents()
    assert QLabel.text(shown).endswith("…")
    assert shown.toolTip() == name
