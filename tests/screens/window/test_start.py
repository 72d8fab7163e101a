"""The window as the program makes it: the focus ring, Vietnamese menus of Qt, other offices, keys pressed too early."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, QStandardPaths, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.context import Context, Paths
from desktop.opening.dress import dress
from desktop.opening.files import LAST_FILE, context_of, office_asked_for, office_to_open
from desktop.opening.office import attach, load
from desktop.opening.painted import first_size
from desktop.opening.running import make_shell
from desktop.qt.buttons import Button
from desktop.qt.dialog import _begin
from desktop.qt.focus import FocusRing
from desktop.qt.mark_grid import MarkGrid
from desktop.qt.memory import Memory
from desktop.qt.pages import EmptyState
from desktop.qt.words import QtWords, speak_vietnamese
from desktop.sample.sample import SHOWN, demo_day, sample_office
from desktop.screens.base.places import PLACES
from desktop.screens.calendar.grid import CalendarGrid
from desktop.screens.window import offices
from desktop.screens.window.first import FirstWindow
from desktop.screens.window.replay import replay
from desktop.screens.window.wizard import Wizard
from desktop.usecases.office import start
from tests.screens.conftest import MakeWindow, Window
from tests.screens.hands import CTRL, Key
from tests.screens.window.test_shell import DAY, PROFILE
from tests.usecases.meeting_office import an_office, session


@pytest.fixture
def made(window: MakeWindow) -> Window:
    one = window(sample_office(PROFILE, as_of=DAY.date()))
    one.move_clock(DAY)
    return one


@pytest.fixture
def context(tmp_path: Path) -> Context:
    return Context(Paths.under(tmp_path), lambda: DAY, "văn thư")


def test_the_focus_ring_lives_in_the_window_the_program_makes(
    made: Window, qapp: QApplication, qtbot: QtBot, context: Context
) -> None:
    made.shell.hide()
    dress(qapp, Memory())
    shell = make_shell(qapp, Memory(), context)
    qtbot.addWidget(shell)
    attach(shell, made.file)
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    ring = qapp.findChild(FocusRing)
    assert ring is not None
    seen = 0
    for place in PLACES:
        shell.show_place(place.key)
        shell.activateWindow()
        qtbot.waitUntil(shell.isActiveWindow, timeout=20_000)
        for widget in shell.findChildren(QWidget):
            if not (widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus):
                continue
            widget.setFocus()
            QApplication.processEvents()
            target = ring._target(widget)
            if widget.hasFocus() and target is not None:
                seen += 1
                assert ring.frame().isVisible(), (place.key, widget.accessibleName())
                assert ring.frame().parentWidget() is target.parentWidget()
                assert ring.frame().parentWidget().rect().contains(ring.frame().geometry()), widget.accessibleName()
    assert seen > 50
    shell.desk.tasks.wait()
    ring.deleteLater()


def test_every_screen_opens_with_the_keyboard_in_what_it_lists(made: Window, qtbot: QtBot) -> None:
    """Neither on the whole page, which no key works in, nor on the first button of its head."""
    shell = made.shell
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow, timeout=20_000)
    for place in PLACES:
        if place.key == "settings":
            continue
        shell.rail.setFocus()
        shell.show_place(place.key)
        focused = shell.focusWidget()
        assert focused is not None
        assert focused.isVisible(), place.key
        assert focused.focusPolicy() & Qt.FocusPolicy.TabFocus, place.key
        assert isinstance(focused, (QAbstractItemView, MarkGrid, CalendarGrid)) or focused.property("begins"), place.key
    made.desk.tasks.wait()


def test_a_meeting_opens_in_its_agenda_and_without_one_in_the_line_of_its_first_item(window: MakeWindow) -> None:
    shown = window(an_office(absences=[], meetings=[session(agenda=[]), session(id="m2")]))
    shown.shell.show_place("meetings", "m1")
    pane = shown.shell.current().page._pane()
    assert shown.shell.focusWidget() is pane.item.fields["title"].editor
    shown.shell.show_place("meetings", "m2")
    assert shown.shell.focusWidget() is pane.agenda.table


def test_a_screen_with_nothing_in_it_gives_the_keyboard_to_the_button_that_begins(window: MakeWindow) -> None:
    shown = window(an_office(absences=[], meetings=[]))
    for place in ("absences", "ballots"):
        shown.shell.show_place(place)
        focused = shown.shell.focusWidget()
        assert isinstance(focused, Button), place
        assert focused.isVisible()
        assert any(one.isAncestorOf(focused) for one in shown.shell.current().findChildren(EmptyState))


@pytest.mark.parametrize(("width", "height", "whole"), [(1366, 728, True), (1366, 768, True), (1920, 1040, False)])
def test_the_first_window_fills_a_screen_that_has_no_room_for_its_frame(width: int, height: int, whole: bool) -> None:
    assert first_size(None, QSize(width, height))[2] is whole
    assert first_size([900, 700, False], QSize(width, height)) == (900, 700, False)


def test_nothing_is_imported_before_the_first_picture_that_it_does_not_show() -> None:
    asked = """import sys, desktop.app
after = {"sqlalchemy", "alembic", "reportlab", "openpyxl", "desktop.domain.facts", "desktop.usecases", "desktop.sample"}
print(sorted(after & set(sys.modules)))"""
    assert subprocess.check_output([sys.executable, "-c", asked], text=True) == "[]\n"


def test_a_tab_chosen_by_mouse_gives_the_keyboard_to_what_it_shows(window: MakeWindow) -> None:
    shown = window(an_office(absences=[], meetings=[session()]))
    shown.shell.show_place("meetings", "m1")
    page = shown.shell.current().page
    page._pane().item.fields["title"].setFocus()
    page.tabs.chosen.emit("course")
    assert shown.shell.focusWidget() is page._pane().people.table
    shown.shell.show_place("directory")
    screen = shown.shell.current()
    screen.bar.chosen.emit("office")
    screen.bar.chosen.emit("people")
    assert shown.shell.focusWidget() is screen.tab().table
    button = screen.bar._buttons["people"]
    button.setFocus()
    QTest.keyClick(button, Key.Key_Right)
    assert shown.shell.focusWidget() is screen.bar._buttons["units"], "where the arrows go on"


def test_the_focus_ring_keeps_out_of_qts_own_dialogs(qapp: QApplication, qtbot: QtBot) -> None:
    """Whoever asks a widget of theirs for its parents ends the page the dialog was opened from, once it is closed."""
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    ring = FocusRing.of(qapp)
    dialog = QFileDialog(page)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    seen: list[tuple[bool, bool]] = []

    def look() -> None:
        seen.append((dialog.focusWidget() is not None, ring.frame().parentWidget() is None))
        dialog.reject()

    QTimer.singleShot(300, look)
    dialog.exec()
    assert seen == [(True, True)]


def test_a_file_dialog_never_begins_beside_the_program(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "documents").mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path / "documents"))
    monkeypatch.chdir(tmp_path)
    page, seen = QWidget(), list[str]()
    qtbot.addWidget(page)
    dialog = QFileDialog(page, "Nhập", "", "")
    dialog.setDirectory(str(tmp_path))  # where nothing was chosen yet
    _begin(dialog)
    seen.append(dialog.directory().path())
    dialog.setDirectory("/")
    _begin(dialog)
    seen.append(dialog.directory().path())
    assert seen == [str(tmp_path / "documents"), "/"]


def test_qts_own_menus_and_dialogs_speak_vietnamese(qapp: QApplication, qtbot: QtBot) -> None:
    speak_vietnamese(qapp)
    speak_vietnamese(qapp)
    assert len(qapp.findChildren(QtWords)) == 1
    line, text, dialog = QLineEdit("a"), QPlainTextEdit("a"), QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    for widget in (line, text, dialog):
        qtbot.addWidget(widget)
    menus = (line.createStandardContextMenu(), text.createStandardContextMenu())
    words = {action.text().partition("\t")[0].replace("&", "") for menu in menus for action in menu.actions()}
    assert words == {"", "Hoàn tác", "Làm lại", "Cắt", "Sao chép", "Dán", "Xóa", "Chọn tất cả"}
    shown = {one.text().replace("&", "") for kind in (QLabel, QPushButton) for one in dialog.findChildren(kind)}
    assert {"Tìm trong:", "Tên tệp:", "Loại tệp:", "Mở", "Hủy"} <= shown
    for menu in menus:
        menu.deleteLater()
    words_ = qapp.findChild(QtWords)
    assert words_ is not None
    qapp.removeTranslator(words_)
    words_.deleteLater()


# Other offices


def menu_words(made: Window, title: str) -> list[str]:
    menu = next(one for one in made.shell.menuBar().findChildren(QMenu) if one.title() == title)
    return [action.text().partition("\t")[0] for action in menu.actions()]


def test_the_menu_and_the_search_lead_to_other_offices(made: Window, tmp_path: Path) -> None:
    other = tmp_path / "Đảng ủy xã.thuky"
    other.touch()
    offices.remember(made.desk.state, tmp_path / "gone.thuky")
    offices.remember(made.desk.state, made.file.path)
    offices.remember(made.desk.state, other)
    asked: list[str] = []
    made.shell.office_asked.connect(asked.append)
    QTest.keyClick(made.shell, Key.Key_K, CTRL)
    palette = made.shell.palette_box
    assert palette is not None
    for typed, wanted in (
        ("lap van phong", "Lập văn phòng mới…"),
        ("mo tep", "Mở tệp văn phòng khác…"),
        ("van phong mau", "Mở văn phòng mẫu"),
        ("mo lai", "Mở lại Đảng ủy xã"),
    ):
        palette.line.setText(typed)
        found = next(one for one in palette.found() if one.title == wanted)
        found.run()
    assert asked == [offices.NEW, offices.OTHER, offices.SAMPLE, str(other)]
    palette.close_up()
    QTest.mouseClick(made.shell.status._parts[-1], Qt.MouseButton.LeftButton)
    words = menu_words(made, "Tệp")
    assert {"Lập văn phòng mới…", "Mở lại Đảng ủy xã", "Cài đặt"} <= set(words)
    assert not any("gone" in one for one in words)


def test_the_menu_names_a_screen_as_the_rail_does(made: Window) -> None:
    made.shell._toggle_menu_bar()
    assert "Chương trình, báo cáo" in menu_words(made, "Xem")


def test_the_sample_says_what_it_is_and_is_not_opened_again_by_itself(
    made: Window, qapp: QApplication, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = Memory()
    monkeypatch.setattr(Wizard, "exec", lambda self: self.open_sample())
    path = office_to_open(qapp, context.paths.office, memory, context)
    assert path is not None
    assert offices.is_sample(path)
    assert memory.get(LAST_FILE) is None
    assert office_asked_for([], context, memory) == context.paths.office
    assert context_of(path, context).today == demo_day(SHOWN)
    assert context_of(context.paths.office, context).today == DAY.date()
    opened = load(path, context_of(path, context))
    assert opened.judged.page is not None
    assert sum(one.verdict == "breach" for one in opened.judged.findings) < 60
    assert not made.shell.sample.isVisible()
    made.shell.desk.file.path = path
    made.shell._changed(frozenset())
    assert made.shell.sample.isVisible()
    assert "không phải số liệu của cơ quan nào" in made.shell.sample.accessibleName()
    made.shell.desk.file.path = made.file.path
    opened.file.close()


SWITCHING = """
import datetime as dt, sys
from pathlib import Path
from desktop import app
from desktop.context import Context, Paths

home, first, second, moment = sys.argv[1:]
context = Context(Paths.under(Path(home)), lambda: dt.datetime.fromisoformat(moment), "văn thư")
wanted, show = [second, ""], app.Running._show

def shown(running, shell, opened):
    show(running, shell, opened)
    print(running._window.windowTitle())
    asked = wanted.pop(0)
    if asked:
        running._change_office(asked)
    else:
        running._window.close()
        running._app.quit()

app.Running._show = shown
sys.exit(app.open_window(["--office", first], context))
"""


def test_another_office_takes_the_place_of_the_one_shown(context: Context, tmp_path: Path) -> None:
    """The whole way of the program: two files, one asked for from the window of the other."""
    first, second = tmp_path / "một.thuky", tmp_path / "hai.thuky"
    for path, profile in ((first, PROFILE), (second, "lung-phinh-2025")):
        start.create_file(path, sample_office(profile, as_of=DAY.date()), clock=context.clock, who="")
    words = (str(tmp_path), str(first), str(second), DAY.isoformat())
    done = subprocess.run(
        [sys.executable, "-c", SWITCHING, *words], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert len(set(done.stdout.splitlines())) == 2
    memory = Memory(context.paths.state)
    assert memory.get(LAST_FILE) == str(second)
    assert offices.recent(memory) == [second, first]


# Before the real window is there


def test_what_is_pressed_and_clicked_on_the_picture_is_done_in_the_window(made: Window, qtbot: QtBot) -> None:
    window = FirstWindow("", lambda *_: None)
    qtbot.addWidget(window)
    window.resize(1366, 736)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button = made.shell.rail.button("calendar")
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=button.mapTo(made.shell, button.rect().center()))
    QTest.keyClick(window, Key.Key_3, CTRL)
    QTest.keyClick(window, Key.Key_K, CTRL)
    QTest.keyClicks(window, "nguyen duc")
    QTest.keyClick(window, Key.Key_Return)
    window.take(made.shell)
    made.shell.show()
    QApplication.processEvents()
    shown: list[str] = []
    made.shell.stack.currentChanged.connect(lambda _at: shown.append(made.shell.current().place))
    kept = window.given_back()
    replay(made.shell, kept)
    assert shown == ["calendar", "meetings", "directory"]
    assert kept
    assert window.given_back() == []
    window.takeCentralWidget()


def test_an_old_sample_is_dated_by_its_own_day(context: Context) -> None:
    noon = dt.time(12)
    sample = context.paths.data / offices.SAMPLE_FILE
    late = Context(context.paths, lambda: dt.datetime.combine(dt.date(2030, 1, 1), noon), "")
    assert context_of(sample, late).clock() == dt.datetime.combine(demo_day(SHOWN), noon)
