"""Hôm nay on the sample office: what is due, dealt with on the spot, by keyboard."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.sample.sample import demo_day, sample_office
from desktop.screens.base.screen import Width
from desktop.screens.today.screen import TodayScreen
from desktop.usecases.today import page as today_page
from desktop.usecases.today.page import Row
from tests.screens.conftest import MakeWindow, Window

PROFILE = "tay-son-2024"
DAY = dt.datetime.combine(demo_day(PROFILE), dt.time(8, 30))
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def today(window: MakeWindow) -> tuple[Window, TodayScreen]:
    made = window(sample_office(PROFILE, as_of=DAY.date()))
    made.move_clock(DAY)
    screen = made.screen("today")
    assert isinstance(screen, TodayScreen)
    return made, screen


def rows(screen: TodayScreen) -> list[Row]:
    return [row for row in screen.table.rows() if isinstance(row, Row)]


def row_with(screen: TodayScreen, words: str) -> Row:
    return next(row for row in rows(screen) if words in row.title)


def test_it_lists_what_is_late_due_today_and_due_this_week(today: tuple[Window, TodayScreen]) -> None:
    _, screen = today
    titles = [group.title for group in screen.table.rows() if not isinstance(group, Row)]
    assert titles[:3] == ["Quá hạn", "Phải xong hôm nay", "Đến Chủ nhật 01/9"]
    papers = row_with(screen, "Bổ sung dự toán ngân sách")
    assert (papers.article, papers.caption, papers.due) == ("khoản 3 Điều 18", "4 ngày làm việc", dt.date(2024, 8, 29))


def test_every_row_has_an_article_a_day_and_an_act(today: tuple[Window, TodayScreen]) -> None:
    for row in rows(today[1]):
        assert row.title
        assert row.article
        assert row.action


def test_ctrl_enter_marks_papers_received_and_ctrl_z_takes_it_back(today: tuple[Window, TodayScreen]) -> None:
    window, screen = today
    row = row_with(screen, "Bổ sung dự toán ngân sách")
    screen.table.setFocus()
    screen.table.select(row.id)
    QTest.keyClick(screen.table, Qt.Key.Key_Return, CTRL)
    assert row.id not in [one.id for one in rows(screen)]
    meeting, _, item = row.record.partition("/")
    stored = next(one for one in window.meeting(meeting).agenda if one.id == item)
    assert stored.documents_received == DAY.date()
    assert "Bổ sung dự toán" in window.shell.toast.text()
    QTest.keyClick(window.shell, Qt.Key.Key_Z, CTRL)
    assert row.id in [one.id for one in rows(screen)]


@pytest.mark.parametrize(("act", "words"), [("sent", "chưa gửi ủy viên"), ("sign", "Biên bản")])
def test_the_other_acts_deal_with_their_rows(today: tuple[Window, TodayScreen], act: str, words: str) -> None:
    _, screen = today
    row = row_with(screen, words)
    assert row.act == act
    screen.table.acted.emit(row)
    assert row.id not in [one.id for one in rows(screen)]


def test_enter_goes_to_the_record(today: tuple[Window, TodayScreen]) -> None:
    window, screen = today
    screen.table.setFocus()
    screen.table.select(row_with(screen, "Giấy mời Hội nghị Ban Thường vụ 06/9").id)
    QTest.keyClick(screen.table, Qt.Key.Key_Return)
    assert window.shell.current().place == "meetings"


def test_f1_names_the_article_of_the_row(today: tuple[Window, TodayScreen]) -> None:
    _, screen = today
    screen.table.select(row_with(screen, "Bổ sung dự toán ngân sách").id)
    (cite,) = screen.governing()
    assert cite.at is not None
    assert (cite.at.article, cite.at.clause) == ("Điều 18", "khoản 3")


def test_the_cards_count_back_from_the_next_sessions(today: tuple[Window, TodayScreen]) -> None:
    page = today[1].page
    assert page is not None
    card = page.cards[0]
    assert (card.present, card.members, card.needed) == (11, 13, 9)
    assert [line.text for line in card.lines][:2] == ["Nhận tài liệu", "Gửi giấy mời, tài liệu"]
    assert any(line.text.startswith("Nghỉ lễ") and line.figure == "4 ngày" for line in card.lines)


def test_the_week_is_spoken_and_led_by_arrows(today: tuple[Window, TodayScreen]) -> None:
    window, screen = today
    screen.week.setFocus()
    assert screen.week.accessibleDescription().startswith("thứ Năm 29/8/2024")
    QTest.keyClick(screen.week, Qt.Key.Key_Right)
    assert screen.week.accessibleDescription().startswith("thứ Sáu 30/8/2024")
    QTest.keyClick(screen.week, Qt.Key.Key_Return)
    assert window.shell.current().place == "calendar"


def test_a_screen_reader_hears_the_verdict_and_the_act_of_a_row(today: tuple[Window, TodayScreen]) -> None:
    model = today[1].table.model_rows
    place = next(i for i, row in enumerate(today[1].table.rows()) if isinstance(row, Row) and row.act == "received")
    spoken = [model.data(model.index(place, c), Qt.ItemDataRole.AccessibleTextRole) for c in range(5)]
    assert spoken[0] == "Còn hạn"
    assert spoken[2] == "khoản 3 Điều 18, 4 ngày làm việc"
    assert spoken[3] == "29/8, hôm nay"
    assert spoken[4] == "Đã nhận"


def test_one_pane_at_a_time_where_there_is_no_room(today: tuple[Window, TodayScreen]) -> None:
    window, screen = today
    window.shell.resize(683, 360)
    assert Width.of(window.shell.width()) is Width.SINGLE
    assert screen.table.isVisible()
    assert not screen.week.isVisible()
    screen.panes.choose("soon")
    screen.panes.chosen.emit("soon")
    assert not screen.table.isVisible()
    screen.panes.choose("week")
    screen.panes.chosen.emit("week")
    assert screen.week.isVisible()


def test_yesterdays_page_is_grouped_anew() -> None:
    row = Row(id="a", title="Nhận tài liệu", due=dt.date(2024, 8, 29))
    page = today_page.Page(day=dt.date(2024, 8, 28), office="Huyện ủy", rows=(row,))
    assert [group.title for group in today_page.groups(page, dt.date(2024, 8, 29))] == ["Phải xong hôm nay"]
    assert [group.title for group in today_page.groups(page, dt.date(2024, 8, 30))] == ["Quá hạn"]


def test_an_office_without_anything_to_do_says_so(window: MakeWindow) -> None:
    made = window(sample_office(PROFILE, as_of=DAY.date()))
    made.move_clock(dt.datetime(2021, 1, 4, 8, 0))
    screen = made.screen("today")
    assert isinstance(screen, TodayScreen)
    if not rows(screen):
        assert screen.none.isVisible()
