"""The meeting's screens in every width, with long names, with refusals that offer what to do instead."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from desktop.qt import theme
from desktop.qt.buttons import Link
from desktop.screens.calendar.grid import MIME
from desktop.screens.meetings.page import MeetingPage
from desktop.screens.meetings.papers import PapersPane
from tests.screens.conftest import MakeWindow
from tests.screens.hands import CTRL, Key, click, write
from tests.usecases.meeting_office import LONG_NAME, an_office, people, session

TABS = ("prepare", "people", "course", "papers")


class Strays(QObject):
    """Notes every widget that becomes a window of its own without being one."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and not isinstance(watched, QDialog | QMainWindow)
        ):
            self.found.append(type(watched).__name__)
        return False


@contextmanager
def watching(app: QApplication) -> Iterator[Strays]:
    strays = Strays()
    app.installEventFilter(strays)
    yield strays
    app.removeEventFilter(strays)


def test_no_part_of_a_screen_is_ever_a_window_of_its_own(window: MakeWindow, qapp: QApplication) -> None:
    shown = window(an_office())
    with watching(qapp) as strays:
        shown.shell.show_place("calendar")
        shown.shell.show_place("meetings", "m1")
        for tab in TABS:
            shown.shell.current().page.show_tab(tab)
            QApplication.processEvents()
    assert strays.found == []


def test_a_meeting_whose_minutes_are_signed_says_so_where_it_would_be_changed(window: MakeWindow) -> None:
    signed = session(start="2024-08-15T07:30", minutes="2024-08-16")
    for meeting, says in ((session(), False), (signed, True)):
        shown = window(an_office(meetings=[meeting]))
        shown.shell.show_place("meetings", "m1")
        page = shown.shell.current().page
        for tab in TABS:
            page.show_tab(tab)
            assert page.signed.isVisible() is (says and tab != "papers")
        assert page.signed.text().startswith("Biên bản đã ký ngày 16/8/2024.") is says


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (900, 700), (683, 384)])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_tab_fits_the_window(window: MakeWindow, qapp: QApplication, size: tuple[int, int], mode: str) -> None:
    theme.install(qapp, mode)
    shown = window(an_office())
    shown.shell.resize(*size)
    shown.shell.show_place("calendar")
    QApplication.processEvents()
    assert (shown.shell.width(), shown.shell.height()) == size
    shown.shell.show_place("meetings", "m1")
    for tab in TABS:
        shown.shell.current().page.show_tab(tab)
        QApplication.processEvents()
        assert (shown.shell.width(), shown.shell.height()) == size, tab
        pane = shown.shell.current().page.stack.currentWidget()
        assert pane.minimumSizeHint().width() <= pane.width(), tab
    theme.install(qapp, "light")


def test_in_the_narrowest_window_one_pane_shows_at_a_time(window: MakeWindow) -> None:
    shown = window(an_office())
    shown.shell.resize(683, 384)
    shown.shell.show_place("meetings", "m1")
    pane = shown.shell.current().page.stack.currentWidget()
    for key, part in (("form", pane.form), ("agenda", pane.agenda), ("item", pane.item), ("rules", pane.findings)):
        pane.panes.segments._pick(key)
        seen = [one for one in (pane.form, pane.agenda, pane.item, pane.findings) if one.isVisible()]
        assert seen == [part]


def test_a_very_long_name_stays_whole_in_the_tip_and_breaks_nothing(window: MakeWindow) -> None:
    roster = people()
    roster[3]["name"] = LONG_NAME
    shown = window(an_office(roster=roster))
    shown.move_clock(dt.datetime(2024, 9, 6, 7, 40))
    shown.shell.show_place("meetings", "m1")
    pane = shown.shell.current().page.stack.currentWidget()
    names = [row.person.name for row in pane.people.table.rows()]
    assert LONG_NAME in names
    pane.people.table.select("p4")
    QTest.keyClick(pane.people.table, Key.Key_K)
    assert shown.meeting().attendance[0].person == "p4"
    assert pane.people.table.viewport().width() <= pane.people.width()
    index = pane.people.table.model().index(names.index(LONG_NAME), 1)
    assert LONG_NAME in str(index.data(Qt.ItemDataRole.ToolTipRole))


def test_another_day_typed_in_the_form_is_asked_about_first(window: MakeWindow) -> None:
    shown = window(an_office())
    shown.shell.show_place("meetings", "m1")
    pane = shown.shell.current().page.stack.currentWidget()
    shown.in_dialog(lambda dialog: QTest.keyClick(dialog, Key.Key_Escape))
    write(pane.form.day.editor, "10/9")
    shown.qtbot.waitUntil(lambda: pane.form.day.editor.text() == "06/9/2024")
    assert shown.meeting().start.date() == dt.date(2024, 9, 6)
    shown.activate()
    shown.in_dialog(lambda dialog: click(dialog.primary))
    write(pane.form.day.editor, "10/9")
    shown.qtbot.waitUntil(lambda: shown.meeting().start == dt.datetime(2024, 9, 10, 7, 30))


def test_a_standing_session_without_minutes_offers_to_write_their_day(window: MakeWindow) -> None:
    weekly = session(body="thuong-truc", kind="weekly", title="Họp Thường trực tuần 36", agenda=[])
    shown = window(an_office(meetings=[weekly]))
    shown.move_clock(dt.datetime(2024, 9, 6, 9, 0))
    shown.shell.show_place("meetings", "m1")
    page = shown.shell.current().page
    pane = page.stack.currentWidget()
    QTest.keyClick(pane.people.table, Key.Key_A, CTRL)
    page.finish()
    assert "phải có biên bản" in page.band.text()
    assert "Điều 15" in page.band.accessibleName()
    click(page.band._button)
    assert shown.meeting().minutes == dt.date(2024, 9, 6)
    assert not page.band.isVisible()
    page.finish()
    assert shown.meeting().end == dt.datetime(2024, 9, 6, 9, 0)


def test_inspectors_are_invited_by_one_button_which_then_goes(window: MakeWindow) -> None:
    shown = window(an_office(meetings=[session(body="bch", agenda=[])]))
    shown.shell.show_place("meetings", "m1")
    page = shown.shell.current().page
    page.show_tab("people")
    pane = page.stack.currentWidget()
    assert pane.hint_row.isVisible()
    assert "Điều 18" in pane.hint.text()
    click(pane.invite)
    assert [guest.person for guest in shown.meeting().guests] == ["k1", "k2", "k3"]
    assert not pane.hint_row.isVisible()
    shown.desk.undo()
    assert shown.meeting().guests == ()
    assert pane.hint_row.isVisible()


def test_tabs_and_planning_have_their_keys(window: MakeWindow) -> None:
    shown = window(an_office())
    shown.shell.show_place("meetings", "m1")
    page = shown.shell.current().page
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(shown.shell, Key.Key_3, alt)
    assert page.tabs.current() == "course"
    seen = []
    shown.in_dialog(lambda dialog: (seen.append(dialog.windowTitle()), QTest.keyClick(dialog, Key.Key_Escape)))
    QTest.keyClick(shown.shell, Key.Key_N, CTRL)
    assert seen == ["Xếp lịch hội nghị"]
    QTest.keyClick(shown.shell, Key.Key_Left, alt)
    assert shown.shell.current().table.isVisible()


def test_a_meeting_dropped_on_a_day_asks_with_that_day(window: MakeWindow) -> None:
    shown = window(an_office())
    calendar = shown.screen("calendar")
    calendar.show_day(dt.date(2024, 9, 6))
    grid = calendar.month
    data = QMimeData()
    data.setData(MIME, b"m1")
    middle = QPointF(grid.day_rect(dt.date(2024, 9, 10)).center())
    event = QDropEvent(
        middle, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    days: list[str] = []

    def look(dialog: QWidget) -> None:
        days.append(dialog.day.editor.text())  # type: ignore[attr-defined]  # the dialog of moving
        QTest.keyClick(dialog, Key.Key_Escape)

    shown.in_dialog(look)
    grid.dropEvent(event)
    shown.qtbot.waitUntil(lambda: days == ["10/9/2024"])


def test_the_list_is_filtered_and_comes_back_to_the_meeting_left(window: MakeWindow) -> None:
    many = [
        session(id=f"m{number}", title=f"Hội nghị số {number}", start=f"2024-0{number}-05T08:00", end=None)
        for number in range(6, 9)
    ]
    shown = window(an_office(meetings=many))
    screen = shown.screen("meetings")
    assert [row.id for row in screen.table.rows()] == ["m8", "m7", "m6"]
    screen.search.line.setFocus()
    write(screen.search.line, "so 7", leave=False)
    assert [row.id for row in screen.table.rows()] == ["m7"]
    screen.table.setFocus()
    QTest.keyClick(screen.table, Key.Key_Return)
    assert screen.page.meeting.id == "m7"
    screen._back("")
    assert screen.table.current().id == "m7"


def test_a_refusal_leads_to_its_article_and_to_what_can_be_done_instead(window: MakeWindow) -> None:
    shown = window(an_office())
    shown.move_clock(dt.datetime(2024, 9, 6, 7, 40))
    shown.shell.show_place("meetings", "m1")
    page = shown.shell.current().page
    pane = page.stack.currentWidget()
    QTest.keyClick(pane.people.table, Key.Key_Space)
    click(pane.sheet.all)
    titles: list[str] = []
    shown.in_dialog(lambda dialog: (titles.append(dialog.windowTitle()), QTest.keyClick(dialog, Key.Key_Escape)))
    click(page.band._article)
    shown.qtbot.waitUntil(lambda: titles == ["Điều quy định"])

    def postpone(dialog: QWidget) -> None:
        write(dialog.note.editor, "Không đủ số ủy viên", leave=False)  # type: ignore[attr-defined]  # the note's dialog
        click(dialog.primary)  # type: ignore[attr-defined]  # the same

    shown.in_dialog(postpone)
    click(page.band._button)
    shown.qtbot.waitUntil(lambda: shown.meeting().cancelled)
    assert shown.meeting().reason == "Không đủ số ủy viên"


def test_a_session_goes_on_to_another_day_and_its_items_have_theirs(window: MakeWindow) -> None:
    shown = window(an_office())
    shown.shell.show_place("meetings", "m1")
    pane = shown.shell.current().page.stack.currentWidget()
    assert not pane.item.fields["day"].isVisible()
    write(pane.form.last_day.editor, "7/9/2024")
    assert shown.meeting().end == dt.datetime(2024, 9, 7, 11, 0)
    assert pane.item.fields["day"].isVisible()
    write(pane.item.fields["day"].editor, "7/9/2024")
    chosen = pane.item.item.id
    assert {item.id: item.day for item in shown.meeting().agenda}[chosen] == dt.date(2024, 9, 7)
    write(pane.item.fields["day"].editor, "8/9/2024")
    assert "ngoài các ngày họp" in pane.item.fields["day"].editor.accessibleDescription()
    write(pane.form.end.editor, "10:00")
    assert shown.meeting().end == dt.datetime(2024, 9, 7, 10, 0)


def test_a_last_day_without_an_hour_ends_with_office_hours(window: MakeWindow) -> None:
    shown = window(an_office(meetings=[session(end=None)]))
    shown.shell.show_place("meetings", "m1")
    pane = shown.shell.current().page.stack.currentWidget()
    write(pane.form.last_day.editor, "7/9/2024")
    assert shown.meeting().end == dt.datetime(2024, 9, 7, 17, 0)


def test_what_was_held_instead_is_chosen_and_each_leads_to_the_other(window: MakeWindow) -> None:
    other = session(id="m2", title="Họp bù", start="2024-09-12T07:30", end=None)
    shown = window(an_office(meetings=[session(cancelled=True), other]))
    shown.shell.show_place("meetings", "m1")
    page = shown.shell.current().page
    assert "meeting.instead" in [one.id for one in page.more()]

    def choose(dialog: QWidget) -> None:
        dialog.other.set_value("m2")  # type: ignore[attr-defined]  # the dialog of what is held instead
        click(dialog.primary)  # type: ignore[attr-defined]  # the same

    shown.in_dialog(choose)
    page.ask_instead()
    shown.qtbot.waitUntil(lambda: shown.meeting().postponed_to == "m2")
    link = page._instead.findChildren(Link)[0]
    assert link.text() == "Họp bù, 12/9/2024"
    link.clicked.emit()
    assert page.meeting.id == "m2"
    QApplication.processEvents()
    assert [one.text() for one in page._instead.findChildren(Link)][-1].endswith("06/9/2024")


def test_why_a_direction_needs_no_paper_is_asked_of_thuong_truc_only(window: MakeWindow) -> None:
    weekly = {
        "id": "m5", "body": "thuong-truc", "kind": "weekly", "start": "2024-08-26T08:00", "title": "Giao ban",
        "agenda": [{"id": "a1", "title": "Việc tuần", "conclusion": "Giao Văn phòng theo dõi"}],
    }  # fmt: skip
    made = window(an_office(meetings=[weekly, {**weekly, "id": "m6", "body": "btv", "kind": "regular"}]))

    def judged() -> str:
        return next(one.verdict for one in made.desk.findings() if one.rule == "document.direction")

    def pane(ident: str) -> PapersPane:
        made.desk.go("meetings", ident)
        page = made.shell.findChild(MeetingPage)
        assert page is not None
        page.show_tab("papers")
        found = page.findChild(PapersPane)
        assert found is not None
        return found

    assert pane("m6").no_notice.isHidden()
    field = pane("m5").no_notice
    assert not field.isHidden()
    assert judged() == "unclear"
    write(field.editor, "xử lý trực tiếp tại chỗ")
    assert made.meeting("m5").no_notice == "xử lý trực tiếp tại chỗ"
    assert judged() == "exempt"
