"""A meeting planned, held and minuted through the window by keyboard and mouse; its minutes read back."""

import datetime as dt
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.papers.lines import MM
from desktop.papers.readback import ReadPage, number_on, read_pdf, squeezed
from desktop.screens.calendar.screen import CalendarScreen
from desktop.screens.meetings.course import CoursePane
from desktop.screens.meetings.papers import PapersPane
from desktop.screens.meetings.plan import PlanDialog
from desktop.screens.meetings.prepare import PreparePane
from desktop.screens.meetings.screen import MeetingsScreen
from desktop.usecases.papers import printing
from tests.needs import need
from tests.screens.conftest import MakeWindow, Window
from tests.screens.hands import CTRL, LEFT, Key, click, write
from tests.usecases.meeting_office import an_office

DAY = dt.date(2024, 9, 13)


def plan(window: Window) -> None:
    """From the calendar, by keys alone: to the day, Ctrl+Enter, the place, Enter."""
    calendar = window.screen("calendar")
    assert isinstance(calendar, CalendarScreen)
    calendar.month.setFocus()
    for _ in range(2):
        QTest.keyClick(calendar.month, Key.Key_Down)
    seen = []

    def fill(dialog: PlanDialog) -> None:
        seen.extend([dialog.title.value(), dialog.draft().start.date()])
        write(dialog.place_.editor, "Phòng họp B", leave=False)
        QTest.keyClick(dialog.place_.editor, Key.Key_Return)

    window.in_dialog(fill)
    QTest.keyClick(calendar.month, Key.Key_Return, CTRL)
    window.activate()
    assert seen == ["Hội nghị Ban Thường vụ lần thứ 1", DAY]


def prepare(window: Window) -> None:
    """Two items by keyboard; the day the papers came in is typed short."""
    screen = window.shell.current()
    assert isinstance(screen, MeetingsScreen)
    pane = screen.page.stack.currentWidget()
    assert isinstance(pane, PreparePane)
    for title in ("Bổ sung dự toán ngân sách", "Đề án sắp xếp trường, lớp học"):
        click(pane.agenda.add)
        write(pane.item.fields["title"].editor, title)
        pane.item.fields["purpose"].editor.setFocus()
        QTest.keyClick(pane.item.fields["purpose"].editor, Key.Key_Down)
        QTest.keyClick(pane.item.fields["purpose"].editor, Key.Key_Tab)
    write(pane.item.fields["documents_received"].editor, "30/8")
    write(pane.form.fields["secretary"].editor, "Đỗ Minh Châu", leave=False)
    assert pane.form.fields["secretary"].commit()
    assert window.meeting().secretary == "p5"
    assert [(item.title, item.purpose) for item in window.meeting().agenda] == [
        ("Bổ sung dự toán ngân sách", "decision"),
        ("Đề án sắp xếp trường, lớp học", "decision"),
    ]
    assert window.meeting().agenda[1].documents_received == dt.date(2024, 8, 30)


def hold(window: Window) -> CoursePane:
    """On the day: Ctrl+A, one excused by L, another absent by K; A on each item; one exception by name."""
    window.move_clock(dt.datetime.combine(DAY, dt.time(7, 25)))
    screen = window.shell.current()
    click(screen.page.tabs._buttons["course"])
    pane = screen.page.stack.currentWidget()
    assert isinstance(pane, CoursePane)
    table = pane.people.table
    table.setFocus()
    QTest.keyClick(table, Key.Key_A, CTRL)
    table.select("p6")
    QTest.keyClick(table, Key.Key_L)
    write(pane.people.reason.editor, "Đi công tác Hà Nội")
    table.setFocus()
    table.select("p13")
    QTest.keyClick(table, Key.Key_K)
    assert pane.people.count.text() == "11/13"
    pane.items.table.setFocus()
    pane.items.table.select("a1")
    QTest.keyClick(pane.items.table, Key.Key_A)
    write(pane.sheet.conclusion.editor, "Thống nhất bổ sung dự toán.")
    pane.items.table.setFocus()
    pane.items.table.select("a2")
    QTest.keyClick(pane.items.table, Key.Key_A)
    except_one(window, pane)
    write(pane.sheet.conclusion.editor, "Thống nhất chủ trương, giao Ban Tuyên giáo hoàn thiện.")
    return pane


def except_one(window: Window, pane: CoursePane) -> None:
    def fill(dialog: QWidget) -> None:
        line = dialog.person.box.lineEdit()  # type: ignore[attr-defined]  # the dialog of one choice
        write(line, "mai thi van")
        write(dialog.note.editor, "Giữ điểm trường thôn 4")  # type: ignore[attr-defined]  # the same
        click(dialog.reserved.box)  # type: ignore[attr-defined]  # the same
        click(dialog.primary)  # type: ignore[attr-defined]  # the same

    window.in_dialog(fill)
    click(pane.sheet.add)
    window.qtbot.waitUntil(lambda: pane.sheet.reject.text() == "1")
    window.activate()


def finish(window: Window) -> PapersPane:
    screen = window.shell.current()
    window.now = dt.datetime.combine(DAY, dt.time(10, 40))
    screen.page.finish()
    click(screen.page.tabs._buttons["papers"])
    pane = screen.page.stack.currentWidget()
    assert isinstance(pane, PapersPane)
    pane.table.select("bien-ban")
    write(pane.minutes.editor, "13/9")
    write(pane.number.editor, "7")
    click(pane.issue)
    return pane


def test_a_meeting_is_planned_held_and_minuted_through_the_window(window: MakeWindow, tmp_path: Path) -> None:
    shown = window(an_office(meetings=[], absences=[]))
    plan(shown)
    prepare(shown)
    hold(shown)
    pane = finish(shown)
    meeting = shown.meeting()
    assert (meeting.place, meeting.minutes, meeting.end) == (
        "Phòng họp B",
        DAY,
        dt.datetime.combine(DAY, dt.time(10, 40)),
    )
    for name in ("biên bản.pdf", "biên bản.docx"):
        pane.save_to(tmp_path / name, "bien-ban")
        shown.qtbot.waitUntil((tmp_path / name).is_file, timeout=20000)
    check_pages(read_pdf((tmp_path / "biên bản.pdf").read_bytes()))
    papers = printing.print_form(shown.desk.facts, "bien-ban", "m1", on=DAY)
    assert printing.self_check((tmp_path / "biên bản.pdf").read_bytes(), papers) == []
    check_word(tmp_path)


def check_pages(pages: list[ReadPage]) -> None:
    """What the minutes must say, and where the head of a Party paper stands."""
    text = squeezed("".join(read.text for page in pages for read in page.texts))
    for words in (
        "Số 07-BB/HU",
        "lần thứ 1",
        "Phòng họp B",
        "11/13",
        "10/13",
        "Trần Thị Hạnh",
        "Đi công tác Hà Nội",
        "Lý Thanh Ý",
        "Giữ điểm trường thôn 4",
        "Thống nhất chủ trương, giao Ban Tuyên giáo hoàn thiện",
        "10 giờ 40 phút",
    ):
        assert squeezed(words) in text, words
    first = pages[0]
    party = next(read for read in first.texts if "ĐẢNG CỘNG SẢN VIỆT NAM" in read.text)
    assert party.bold
    assert party.size == pytest.approx(15)
    assert party.x > first.width / 2
    assert (first.width, first.height) == (pytest.approx(210 * MM, abs=1), pytest.approx(297 * MM, abs=1))
    for page in pages:
        for read in page.texts:
            assert read.x >= 15 * MM - 1
            assert read.right <= page.width - 15 * MM + 1


def check_word(folder: Path) -> None:
    """LibreOffice shows the .docx with the same letters as the PDF."""
    need("libreoffice-writer-nogui")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    out = folder / "mở bằng LibreOffice"
    subprocess.run(
        ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(out), str(folder / "biên bản.docx")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert letters(out / "biên bản.pdf") == letters(folder / "biên bản.pdf")


def letters(path: Path) -> list[str]:
    """Every letter in order of the alphabet, without page numbers and leaders: columns may be read in any order."""
    pages = read_pdf(path.read_bytes())
    texts = [read.text for page in pages for read in page.texts if read is not number_on(page)]
    return sorted(squeezed("".join(texts)).replace(".", "").replace("…", ""))


def test_dragging_a_meeting_shows_what_follows_before_it_is_moved(window: MakeWindow) -> None:
    shown = window(an_office())
    calendar = shown.screen("calendar")
    told: list[str] = []

    def look(dialog: QWidget) -> None:
        told.extend(one.text() for one in dialog.findChildren(QWidget) if hasattr(one, "text"))
        QTest.keyClick(dialog, Key.Key_Escape)

    shown.in_dialog(look)
    calendar.month.dropped.emit("m1", dt.date(2024, 9, 10))
    shown.qtbot.waitUntil(lambda: bool(told))
    assert any("Dự kiến có mặt 11/13 → 13/13" in text for text in told)
    assert shown.meeting().start.date() == dt.date(2024, 9, 6)

    shown.in_dialog(lambda dialog: click(dialog.primary))
    calendar.month.dropped.emit("m1", dt.date(2024, 9, 10))
    shown.qtbot.waitUntil(lambda: shown.meeting().start.date() == dt.date(2024, 9, 10))
    shown.desk.undo()
    assert shown.meeting().start.date() == dt.date(2024, 9, 6)


def test_a_day_is_reached_by_keys_and_its_meeting_opened(window: MakeWindow) -> None:
    shown = window(an_office())
    calendar = shown.screen("calendar")
    calendar.month.setFocus()
    for _ in range(7):
        QTest.keyClick(calendar.month, Key.Key_Right)
    assert "Thứ Sáu 06/9/2024: 07:30 BTV lần 57" in calendar.month.accessibleName()
    QTest.keyClick(calendar.month, Key.Key_PageDown)
    assert calendar.period.text() == "Tháng 10 năm 2024"
    QTest.keyClick(calendar.month, Key.Key_PageUp)
    QTest.keyClick(calendar.month, Key.Key_Return)
    screen = shown.shell.current()
    assert isinstance(screen, MeetingsScreen)
    assert screen.page.meeting is not None
    assert screen.page.meeting.id == "m1"


def test_a_meeting_in_the_grid_is_opened_by_one_click(window: MakeWindow) -> None:
    shown = window(an_office())
    calendar = shown.screen("calendar")
    calendar.show_day(dt.date(2024, 9, 6))
    box = calendar.month.day_rect(dt.date(2024, 9, 6))
    QTest.mouseClick(calendar.month, LEFT, pos=QPoint(box.left() + 40, box.top() + 32))
    assert isinstance(shown.shell.current(), MeetingsScreen)


def test_verdicts_follow_while_a_date_is_typed_and_nothing_is_saved_yet(window: MakeWindow) -> None:
    shown = window(an_office())
    shown.shell.show_place("meetings", "m1")
    pane = shown.shell.current().page.stack.currentWidget()
    before = pane.findings.worst()
    editor = pane.item.fields["documents_received"].editor
    assert isinstance(editor, QLineEdit)
    write(editor, "29/8", leave=False)
    shown.qtbot.waitUntil(lambda: pane.findings.worst() != before)
    assert before == "breach"
    assert shown.meeting().agenda[2].documents_received is None
    QTest.keyClick(editor, Key.Key_Tab)
    assert shown.meeting().agenda[2].documents_received == dt.date(2024, 8, 29)
    assert shown.meeting().agenda[2].documents_state == "received"


def test_a_refused_hour_stays_as_typed_with_its_reason(window: MakeWindow) -> None:
    shown = window(an_office())
    shown.shell.show_place("meetings", "m1")
    page = shown.shell.current().page
    pane = page.stack.currentWidget()
    write(pane.form.end.editor, "7:00")
    assert pane.form.end.editor.text() == "07:00"
    assert "không sau giờ bắt đầu" in page.band.text()
    write(pane.form.fields["place"].editor, "Phòng họp C")
    assert pane.form.end.editor.text() == "07:00"
    assert (shown.meeting().place, shown.meeting().end) == ("Phòng họp C", dt.datetime(2024, 9, 6, 11, 0))
    write(pane.form.end.editor, "10:30")
    assert shown.meeting().end == dt.datetime(2024, 9, 6, 10, 30)


def test_a_vote_below_the_quorum_names_the_article_and_keeps_the_conclusion(window: MakeWindow) -> None:
    shown = window(an_office())
    shown.move_clock(dt.datetime(2024, 9, 6, 7, 40))
    shown.shell.show_place("meetings", "m1")
    page = shown.shell.current().page
    pane = page.stack.currentWidget()
    assert isinstance(pane, CoursePane)
    pane.people.table.setFocus()
    for _ in range(8):
        QTest.keyClick(pane.people.table, Key.Key_Space)
    assert pane.people.count.text() == "8/13"
    click(pane.sheet.all)
    assert "8/13" in page.band.text()
    assert page.band.isVisible()
    write(pane.sheet.conclusion.editor, "Thống nhất.")
    assert pane.sheet.conclusion.editor.toPlainText() == "Thống nhất."
    pane.people.table.setFocus()
    QTest.keyClick(pane.people.table, Key.Key_Space)
    assert pane.people.count.text() == "9/13"
    assert pane.sheet.conclusion.editor.toPlainText() == "Thống nhất."
    pane.sheet.conclusion.editor.setFocus()
    QTest.keyClick(pane.sheet.conclusion.editor, Key.Key_Tab)
    assert any(item.conclusion == "Thống nhất." for item in shown.meeting().agenda)


def test_lists_without_meetings_say_what_to_do_first(window: MakeWindow) -> None:
    shown = window(an_office(meetings=[]))
    screen = shown.screen("meetings")
    words = [one.text() for one in screen.findChildren(QWidget) if hasattr(one, "text") and one.isVisible()]
    assert "Chưa có hội nghị nào" in words
    assert "Xếp lịch hội nghị" in words
    assert any("25 cấp ủy viên, 13 ủy viên Ban Thường vụ" in word for word in words)


def test_an_office_without_members_plans_nothing_and_says_why(window: MakeWindow) -> None:
    shown = window(an_office(meetings=[], roster=[], absences=[]))
    calendar = shown.screen("calendar")
    said: list[str] = []

    def fill(dialog: PlanDialog) -> None:
        click(dialog.primary)
        said.append(dialog.band.text())
        QTest.keyClick(dialog, Key.Key_Escape)

    shown.in_dialog(fill)
    calendar._plan(dt.date(2024, 9, 6))
    assert "chưa có thành viên nào" in said[0]
    assert shown.desk.facts.office.meetings == ()
