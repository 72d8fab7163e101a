"""The first run: every step refuses in one sentence and keeps what was typed; nothing is written before the end."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from db.session import OfficeFile
from desktop.context import Context, Paths
from desktop.domain.records import Office
from desktop.exchange.lists.excel import template
from desktop.exchange.lists.people_cells import Entry
from desktop.opening.files import office_to_open
from desktop.qt import theme
from desktop.qt.buttons import Button
from desktop.qt.focus import FocusRing
from desktop.qt.memory import Memory
from desktop.screens.base.people_grid import PeopleGrid
from desktop.screens.base.reading import ReadingDialog
from desktop.screens.window.wizard import CREATE, NEXT, Wizard
from desktop.usecases.office import start
from tests.screens.hands import CTRL, Key, click, write

NOW = dt.datetime(2025, 8, 1, 8, 0)
PEOPLE = [
    ["Nguyễn Văn An", "1975", "Bí thư Đảng ủy", "x", "x", "Bí thư", "", ""],
    ["Trần Thị Hạnh", "1980", "", "x", "", "", "x", ""],
]


@pytest.fixture
def wizard(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Wizard]:
    theme.install(qapp, "light")
    made = Wizard(tmp_path / "data" / "office.thuky", clock=lambda: NOW, who="văn thư")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def fill_office(wizard: Wizard, name: str = "Đảng ủy xã Lùng Phình") -> None:
    write(wizard.office_page.texts["name"].editor, name)
    write(wizard.office_page.term_from.editor, "1/7/2025")
    click(wizard.primary)


def choose_regulation(wizard: Wizard) -> None:
    wizard.regulation_page.profile._pick("lung-phinh-2025")
    click(wizard.primary)


def test_the_arrows_choose_a_regulation_as_soon_as_its_page_is_there(wizard: Wizard) -> None:
    fill_office(wizard, "Đảng ủy Sông Xanh")
    page, names = wizard.regulation_page, list(wizard.regulation_page.profiles)

    def press(*keys: Qt.Key) -> str | None:
        for key in keys:
            focused = wizard.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, key)
        return page.profile.value()

    assert press(Key.Key_Space) == names[0]
    assert press(Key.Key_Down, Key.Key_Down, Key.Key_Up) == names[1]
    assert press(Key.Key_Up, Key.Key_Up) == names[0]
    press(Key.Key_Down, Key.Key_Down)
    wizard.show_step(0)
    wizard.show_step(1)
    assert press(Key.Key_Down) == names[3]


def test_the_day_offered_is_that_of_the_regulation_chosen_last_and_a_typed_one_stays(wizard: Wizard) -> None:
    fill_office(wizard)
    page = wizard.regulation_page
    for name in page.profiles:
        page.profile._pick(name)
    page.profile._pick("lung-phinh-2025")
    assert page.first.value() == dt.date(2025, 7, 1)
    page.first.set_value(dt.date(2025, 8, 15))
    page.profile._pick("tay-son-2024")
    assert page.first.value() == dt.date(2025, 8, 15)


def read(path: Path) -> Office:
    file = OfficeFile.open(path, clock=lambda: NOW, who="kiểm tra")
    try:
        with file.read() as store:
            return store.office()
    finally:
        file.close()


def test_an_office_is_started_in_three_steps(wizard: Wizard, tmp_path: Path) -> None:
    fill_office(wizard)
    assert wizard.office_page.texts["symbol"].value() == "ĐU"
    assert wizard.office_page.texts["place"].value() == "Lùng Phình"
    choose_regulation(wizard)
    assert wizard.primary.text() == CREATE
    wizard.people_page.grid.fill(PEOPLE)
    wizard.make_file(tmp_path / "văn phòng.thuky")
    assert wizard.result_path == tmp_path / "văn phòng.thuky"
    office = read(wizard.result_path)
    assert (office.office.name, office.office.regulations[0].from_) == ("Đảng ủy xã Lùng Phình", dt.date(2025, 7, 1))
    assert office.office.kept_from == NOW.date()
    assert [person.name for person in office.people] == ["Nguyễn Văn An", "Trần Thị Hạnh"]
    assert {seat.from_ for person in office.people for seat in person.seats} == {dt.date(2025, 7, 1)}


@pytest.mark.parametrize(("typed", "kept"), [("1/9/2025", dt.date(2025, 9, 1)), (" ", None)])
def test_from_when_records_are_kept_is_said_and_can_be_changed(
    wizard: Wizard, tmp_path: Path, typed: str, kept: dt.date | None
) -> None:
    fill_office(wizard)
    page = wizard.regulation_page
    said = [label.text() for label in page.findChildren(QLabel)]
    assert "Việc trước ngày này chỉ ghi nhận, không đối chiếu với quy chế; sửa được ở Cài đặt." in said
    assert page.kept_from.value() == NOW.date()
    write(page.kept_from.editor, typed)
    choose_regulation(wizard)
    wizard.people_page.grid.fill(PEOPLE)
    wizard.make_file(tmp_path / "văn phòng.thuky")
    assert wizard.result_path
    assert read(wizard.result_path).office.kept_from == kept


def test_an_empty_name_holds_the_first_step(wizard: Wizard) -> None:
    click(wizard.primary)
    assert wizard.step() == 0
    field = wizard.office_page.texts["name"]
    assert field.editor.accessibleDescription() == "Tên cơ quan: cần ghi đủ tên, như Huyện ủy Tây Sơn."
    assert wizard.primary.text() == NEXT


def test_a_party_cell_is_told_whom_the_program_is_for(wizard: Wizard) -> None:
    write(wizard.office_page.texts["name"].editor, "Chi bộ thôn Nà Hin")
    click(wizard.primary)
    said = wizard.office_page.texts["name"]._line_text.text()
    assert "chương trình dành cho cấp ủy có văn phòng; chi bộ không dùng được" in said
    assert wizard.office_page.texts["name"].value() == "Chi bộ thôn Nà Hin"


def test_a_term_turned_round_is_said_at_its_field_and_kept(wizard: Wizard) -> None:
    write(wizard.office_page.term_to.editor, "1/1/2020")
    fill_office(wizard)
    assert wizard.step() == 0
    assert wizard.office_page.term_to.editor.accessibleDescription().startswith("Nhiệm kỳ: ngày cuối 01/01/2020 trước")
    assert wizard.office_page.term_to.line.text() == "01/01/2020"


def test_a_committee_without_a_standing_committee_is_started_as_one(wizard: Wizard, tmp_path: Path) -> None:
    """Its kind is chosen; the model goes by it, and its secretary sits in the committee alone."""
    wizard.office_page.kind.set_value("grassroots-committee")
    fill_office(wizard, "Đảng ủy Sông Xanh")
    assert wizard.regulation_page.profile.value() == "bac-kan-ccq-2020"
    click(wizard.primary)
    grid = wizard.people_page.grid
    assert [grid.isColumnHidden(at) for at in (3, 4, 5, 6)] == [False, True, True, False]
    assert "Thường trực" not in wizard.people_page.told_lead.text()
    grid.fill([["Nguyễn Văn An", "1975", "Bí thư", "Bí thư", "", "", "", ""]])
    wizard.make_file(tmp_path / "a.thuky")
    office = read(tmp_path / "a.thuky")
    assert office.office.kind == "grassroots-committee"
    assert [(seat.body, seat.role) for seat in office.people[0].seats] == [("bch", "bi-thu")]


@pytest.mark.parametrize(
    ("name", "kind", "model", "above"),
    [
        ("Đảng ủy phường Tân Lâm", None, "lung-phinh-2025", "Đảng bộ tỉnh …, Đảng bộ thành phố …"),
        ("Huyện ủy Tây Sơn", None, "tay-son-2024", "Đảng bộ tỉnh …, Đảng bộ thành phố …"),
        ("Đảng ủy Tổng công ty Sông Xanh", None, "bac-kan-ccq-2020", "Đảng bộ tỉnh Lào Cai"),
        ("Đảng ủy Sông Xanh", "commune", "lung-phinh-2025", "Đảng bộ tỉnh …, Đảng bộ thành phố …"),
        ("Đảng ủy Sông Xanh", None, None, "Đảng bộ tỉnh Lào Cai"),
    ],
)
def test_the_model_and_the_names_above_go_by_the_kind(
    wizard: Wizard, name: str, kind: str | None, model: str | None, above: str
) -> None:
    wizard.office_page.kind.set_value(kind)
    fill_office(wizard, name)
    assert wizard.regulation_page.profile.value() == model
    assert wizard.office_page.texts["superior"].line.placeholderText() == above
    if model:
        wizard.regulation_page.profile._pick("tay-son-2024")
        wizard.show_step(0)
        wizard.show_step(1)
        assert wizard.regulation_page.profile.value() == "tay-son-2024", "what the clerk chose stays"


def test_no_regulation_chosen_holds_the_second_step(wizard: Wizard) -> None:
    fill_office(wizard, "Đảng ủy Sông Xanh")
    click(wizard.primary)
    assert wizard.step() == 1
    assert "cần chọn một quy chế" in wizard.regulation_page.profile.editor.accessibleDescription()
    click(wizard.back)
    assert wizard.office_page.texts["name"].value() == "Đảng ủy Sông Xanh"


def test_faulty_people_hold_the_third_step_and_stay(wizard: Wizard) -> None:
    fill_office(wizard)
    choose_regulation(wizard)
    wizard.people_page.grid.fill([*PEOPLE, ["Lê Quốc Bảo", "80", "", "x", "", "Phó", "", ""]])
    click(wizard.primary)
    assert wizard.people_page.band.text() == (
        "Dòng 3, Năm sinh: “80” không phải năm sinh, cần bốn chữ số như 1975. Còn 1 chỗ khác cần sửa."
    )
    assert wizard.people_page.grid.cells()[2][0] == "Lê Quốc Bảo"
    assert wizard.result_path is None


def test_two_secretaries_are_refused(wizard: Wizard) -> None:
    fill_office(wizard)
    choose_regulation(wizard)
    wizard.people_page.grid.fill([PEOPLE[0], ["Lê Quốc Bảo", "", "", "x", "x", "Bí thư", "", ""]])
    click(wizard.primary)
    assert "mỗi lúc chỉ một người" in wizard.people_page.band.text()


def test_a_file_that_is_there_is_never_written_over(wizard: Wizard, tmp_path: Path) -> None:
    fill_office(wizard)
    choose_regulation(wizard)
    wizard.people_page.grid.fill(PEOPLE)
    taken = tmp_path / "cũ.thuky"
    taken.write_text("của người khác", encoding="utf-8")
    wizard.make_file(taken)
    assert wizard.people_page.band.text() == "Tệp cũ.thuky đã có; cần chọn tên khác, tệp cũ được giữ nguyên."
    assert taken.read_text(encoding="utf-8") == "của người khác"
    assert wizard.result_path is None


def test_the_sample_office_opens_in_one_click(wizard: Wizard) -> None:
    click(wizard.sample)
    assert wizard.result_path
    assert read(wizard.result_path).office.name == "Huyện ủy Tây Sơn"


def test_an_excel_list_fills_the_grid(wizard: Wizard, qtbot: QtBot, tmp_path: Path) -> None:
    page, path = wizard.people_page, tmp_path / "danh sách.xlsx"
    path.write_bytes(template([Entry(name="Âu Thị Ánh", born=1980)]))
    with qtbot.waitSignal(page.read, timeout=10_000):
        page.read_file(path)
    assert page.grid.cells()[0][:2] == ["Âu Thị Ánh", "1980"]


@pytest.mark.answers
def test_a_faulty_excel_list_leaves_the_grid(wizard: Wizard, qtbot: QtBot, tmp_path: Path) -> None:
    page, path = wizard.people_page, tmp_path / "danh sách.xlsx"
    page.grid.fill(PEOPLE)
    path.write_bytes(b"x")
    seen: list[Any] = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or isinstance(dialog, ReadingDialog):
            QTimer.singleShot(20, close)
        else:
            seen.append(dialog.windowTitle())
            dialog.close()

    page.read_file(path)
    QTimer.singleShot(20, close)
    qtbot.waitUntil(lambda: bool(seen), timeout=10_000)
    assert seen == ["Danh sách chưa nhập được"]
    assert page.grid.cells()[0] == PEOPLE[0]


# The grid


@pytest.fixture
def grid(qtbot: QtBot, qapp: QApplication) -> PeopleGrid:
    theme.install(qapp, "light")
    made = PeopleGrid()
    qtbot.addWidget(made)
    return made


def test_cells_are_pasted_from_word_with_or_without_a_head(grid: PeopleGrid) -> None:
    QGuiApplication.clipboard().setText("Chức vụ\tHọ và tên\nChánh Văn phòng\tĐỗ Minh Châu\n")
    grid.setCurrentCell(0, 0)
    QTest.keyClick(grid, Key.Key_V, CTRL)
    assert grid.cells()[0][:3] == ["Đỗ Minh Châu", "", "Chánh Văn phòng"]
    QGuiApplication.clipboard().setText("1979\tChánh Văn phòng")
    grid.setCurrentCell(1, 1)
    QTest.keyClick(grid, Key.Key_V, CTRL)
    assert grid.cells()[1][:3] == ["", "1979", "Chánh Văn phòng"]


def test_space_ticks_and_delete_empties(grid: PeopleGrid) -> None:
    grid.setCurrentCell(0, 3)
    QTest.keyClick(grid, Key.Key_Space)
    assert grid.cells()[0][3] == "x"
    QTest.keyClick(grid, Key.Key_Space)
    assert grid.cells()[0][3] == ""
    grid.fill([["Đỗ Minh Châu"]])
    grid.setCurrentCell(0, 0)
    QTest.keyClick(grid, Key.Key_Delete)
    assert grid.cells()[0][0] == ""


def test_enter_goes_down_and_leaves_the_step_alone(wizard: Wizard) -> None:
    fill_office(wizard)
    choose_regulation(wizard)
    grid = wizard.people_page.grid
    grid.setFocus()
    grid.setCurrentCell(0, 0)
    QTest.keyClick(grid, Key.Key_Return)
    assert (grid.currentRow(), grid.currentColumn()) == (1, 0)
    assert wizard.people_page.band.text() == ""


def test_empty_lines_follow_the_last_one(grid: PeopleGrid) -> None:
    grid.fill([[f"Nguyễn Văn {number}"] for number in range(40)])
    assert grid.rowCount() == 45


@pytest.mark.parametrize(
    ("name", "symbol", "place"),
    [
        ("Huyện ủy Tây Sơn", "HU", "Tây Sơn"),
        ("Đảng uỷ xã Lùng Phình", "ĐU", "Lùng Phình"),
        ("Đảng ủy phường Ba Đình", "ĐU", "Ba Đình"),
        ("Thành ủy Hà Nội", "TU", "Hà Nội"),
    ],
)
def test_symbol_and_place_are_suggested(name: str, symbol: str, place: str) -> None:
    assert start.suggested(name) == {"symbol": symbol, "place": place}


def test_after_the_last_field_comes_the_button_that_goes_on(wizard: Wizard) -> None:
    last = wizard.office_page.term_to.editor
    last.setFocus()
    QTest.keyClick(last, Key.Key_Tab)
    assert wizard.focusWidget() is wizard.primary
    QTest.keyClick(wizard.primary, Key.Key_Tab)
    assert wizard.focusWidget() is wizard.sample


def test_tab_leaves_the_cards_for_the_day(wizard: Wizard) -> None:
    fill_office(wizard, "Đảng ủy Sông Xanh")
    page = wizard.regulation_page
    for arrows in (0, 2):
        wizard.show_step(1)
        for _ in range(arrows):
            QTest.keyClick(wizard.focusWidget(), Key.Key_Down)
        QTest.keyClick(wizard.focusWidget(), Key.Key_Tab)
        assert wizard.focusWidget() is page.first.editor
        QTest.keyClick(wizard.focusWidget(), Key.Key_Backtab)
        assert wizard.focusWidget() is list(page.profile._cards.values())[arrows]


def test_no_day_before_the_term_is_offered(wizard: Wizard) -> None:
    fill_office(wizard)
    wizard.regulation_page.profile._pick(list(wizard.regulation_page.profiles)[1])
    assert wizard.regulation_page.first.value() == dt.date(2025, 7, 1)


def test_the_list_begins_with_the_keyboard_in_its_first_cell(wizard: Wizard) -> None:
    fill_office(wizard)
    choose_regulation(wizard)
    grid = wizard.people_page.grid
    assert wizard.focusWidget() is grid
    assert (grid.currentRow(), grid.currentColumn()) == (0, 0)
    QTest.keyClicks(grid, "An")
    assert grid.state() is grid.State.EditingState


def test_the_keyboard_goes_to_the_first_cell_at_fault(wizard: Wizard) -> None:
    fill_office(wizard)
    choose_regulation(wizard)
    grid = wizard.people_page.grid
    grid.fill([["Nguyễn Văn An", str(1950 + n), "", "x", "", "", "", ""] for n in range(30)])
    grid.write(25, 0, "")
    QTest.keyClick(grid, Key.Key_Return, CTRL)
    assert wizard.people_page.band.isVisible()
    assert (wizard.focusWidget(), grid.currentRow(), grid.currentColumn()) == (grid, 25, 0)
    assert grid.viewport().rect().contains(grid.visualItemRect(grid.currentItem()).center())


@pytest.mark.answers
def test_the_keyboards_place_is_seen_at_every_stop_of_the_first_run(qapp: QApplication, tmp_path: Path) -> None:
    context = Context(Paths.under(tmp_path), lambda: NOW, "văn thư")
    stops: list[str] = []
    failures: list[AssertionError] = []

    def walk() -> None:
        wizard = qapp.activeModalWidget()
        assert isinstance(wizard, Wizard)
        ring = qapp.findChild(FocusRing)
        assert ring is not None
        wizard.activateWindow()
        for at, page in enumerate(wizard.pages):
            wizard.show_step(at)
            QTest.qWait(20)
            for widget in (*page.findChildren(QWidget), *wizard.findChildren(Button)):
                if not (widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus):
                    continue
                widget.setFocus()
                QApplication.processEvents()
                target, frame = ring._target(widget), ring.frame()
                if widget.hasFocus() and target is not None:
                    assert frame.isVisible(), widget.accessibleName()
                    assert frame.parentWidget() is target.parentWidget()
                    stops.append(widget.accessibleName())

    def look() -> None:
        try:
            walk()
        except AssertionError as error:
            failures.append(error)
        finally:
            qapp.closeAllWindows()

    QTimer.singleShot(300, look)
    assert office_to_open(qapp, context.paths.office, Memory(), context) is None
    assert not failures
    assert len(stops) > 20
