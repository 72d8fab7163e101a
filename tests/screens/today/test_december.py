"""Hôm nay late in the sample's year, when much lies behind: only what acting can still mend, and a full week strip."""

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from desktop import vi
from desktop.qt import theme
from desktop.sample.sample import closing_day, sample_office
from desktop.screens.base.lunar import lunar_that_fits
from desktop.screens.papers.screen import Preview
from desktop.screens.today.screen import TodayScreen
from desktop.usecases.compliance.grid import Row as GridRow
from desktop.usecases.today.page import Row
from tests.screens.conftest import MakeWindow, Window

PROFILE = "tay-son-2024"
DAY = dt.datetime.combine(closing_day(PROFILE), dt.time(8, 30))


@pytest.fixture
def december(window: MakeWindow) -> tuple[Window, TodayScreen]:
    made = window(sample_office(PROFILE, as_of=DAY.date()))
    made.move_clock(DAY)
    screen = made.screen("today")
    assert isinstance(screen, TodayScreen)
    return made, screen


def test_a_meeting_already_held_asks_for_its_minutes_alone(december: tuple[Window, TodayScreen]) -> None:
    window, screen = december
    for row in screen.table.rows():
        if isinstance(row, Row) and "|meetings/" in row.id:
            rule, _, subject = row.id.partition("|")
            held = window.meeting(subject.split("/")[1]).start.date()
            assert held >= DAY.date() or rule in ("meeting.minutes", "meeting.cadence"), row.title


def test_what_was_done_late_is_no_longer_asked(december: tuple[Window, TodayScreen]) -> None:
    window, screen = december
    late = {f"{one.rule}|{one.subject}" for one in window.desk.findings() if one.verdict == "breach" and one.actual}
    shown = {row.id for row in screen.table.rows() if isinstance(row, Row)}
    assert any("absence.reported" in one for one in late)
    assert not {one for one in late & shown if "guests" not in one}
    for one in (word for word in late if word.startswith("meeting.guests")):
        assert one not in shown


def test_they_stay_in_the_report_on_the_regulation(december: tuple[Window, TodayScreen]) -> None:
    window, _ = december
    late = {f"{one.rule}|{one.subject}" for one in window.desk.findings() if one.verdict == "breach"}
    held = {one for one in late if one.startswith("meeting.guests") or one.startswith("meeting.papers")}
    rows = window.screen("compliance").table.grid.lines
    cells = [cell for row in rows if isinstance(row, GridRow) for cell in row.cells if cell]
    shown = {f"{finding.rule}|{finding.subject}" for cell in cells for finding in cell.findings}
    assert held
    assert held <= shown


def test_reports_of_one_period_make_one_line(december: tuple[Window, TodayScreen]) -> None:
    _, screen = december
    titles = [row.title for row in screen.table.rows() if isinstance(row, Row) and row.id.startswith("report.")]
    assert len(titles) == len(set(titles))
    assert all("chưa gửi" in title for title in titles)


@pytest.mark.parametrize("width", [1366, 1280, 900])
def test_the_lunar_day_never_runs_into_the_day(december: tuple[Window, TodayScreen], width: int) -> None:
    window, screen = december
    window.shell.resize(width, 736)
    QApplication.processEvents()
    look = theme.current()
    plain, bold = QFontMetrics(look.font(9)), QFontMetrics(look.font(9, True))
    assert screen.page is not None
    for index, day in enumerate(screen.page.week):
        name = bold.horizontalAdvance(vi.WEEKDAY_SHORT[index])
        room = screen.week.width() // 7 - 28 - name - plain.horizontalAdvance(vi.day_short(day.date))
        moon = lunar_that_fits(day.lunar, room, plain.horizontalAdvance)
        assert moon, day
        assert plain.horizontalAdvance(moon) <= room
    assert screen.page.week[6].lunar == "Rằm"


def test_the_pointer_resting_on_a_day_reads_all_its_lines(december: tuple[Window, TodayScreen]) -> None:
    window, screen = december
    spot = QPoint(screen.week.width() // 14, 40)
    QApplication.sendEvent(screen.week, QHelpEvent(QHelpEvent.Type.ToolTip, spot, screen.week.mapToGlobal(spot)))
    assert screen.page is not None
    monday = screen.page.week[0]
    assert QToolTip.text() == screen.week.tip_at(spot)
    assert QToolTip.text().splitlines()[1:] == [text for text, _faint in monday.lines]
    assert "09/12/2024" in QToolTip.text()
    QToolTip.hideText()
    assert window.shell.isVisible()


def test_the_list_of_the_day_is_printed(december: tuple[Window, TodayScreen]) -> None:
    window, screen = december
    seen: list[tuple[str, bool]] = []

    def look(dialog: Preview) -> None:
        window.qtbot.waitUntil(lambda: dialog.view.image() is not None, timeout=20_000)
        seen.append((dialog.windowTitle(), dialog.is_making()))
        dialog.close()

    assert screen.print_button.text() == "In việc cần làm"
    window.in_dialog(look)
    QTest.mouseClick(screen.print_button, Qt.MouseButton.LeftButton)
    window.qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert "iệc cần làm" in seen[0][0]
