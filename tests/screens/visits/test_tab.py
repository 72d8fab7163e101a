"""Đi cơ sở, làm việc through the window: a visit from the grid, the list, a working session planned with its kind."""

import datetime as dt
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.screens.meetings.plan import PlanDialog
from desktop.screens.programmes.screen import ProgrammesScreen
from desktop.screens.visits.dialogs import VisitDialog
from desktop.screens.visits.tab import VisitsTab
from tests.screens.conftest import MakeWindow, Window
from tests.screens.hands import CTRL, Key, click, write
from tests.usecases.meeting_office import an_office
from tests.usecases.visits.test_visits import ON, office

NOW = dt.datetime.combine(ON, dt.time(8))


def shown(window: Window, record: str = "visits") -> VisitsTab:
    window.shell.show_place("programmes", record)
    QApplication.processEvents()
    screen = window.shell.current()
    assert isinstance(screen, ProgrammesScreen)
    tab = screen.tab()
    assert isinstance(tab, VisitsTab)
    return tab


def words(widget: Any) -> str:  # noqa: ANN401 - any widget
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_a_visit_is_written_from_the_unit_stood_on(window: MakeWindow) -> None:
    made = window(office())
    made.move_clock(NOW)
    tab = shown(made, "visits:u2")
    assert "đã xếp ngày 20/11/2025" in words(tab.side)

    def fill(dialog: VisitDialog) -> None:
        draft = dialog.draft()
        assert (draft.unit, draft.body, draft.date) == (
            "u2",
            "btv",
            ON,
        )
        write(dialog.fields["date"].line, "1/12")
        write(dialog.fields["result"].edit, "Đã nghe kiến nghị")
        click(dialog.primary)
        assert "chưa đi nên chưa có kết quả" in words(dialog.band)
        write(dialog.fields["date"].line, "14/10")
        write(dialog.fields["content"].edit, "Làm việc về thu ngân sách")
        click(dialog.primary)

    made.in_dialog(fill)
    QTest.keyClick(tab.grid, Key.Key_Return)
    (kept,) = (one for one in made.desk.facts.office.visits if one.date == dt.date(2025, 10, 14))
    assert (kept.unit, kept.body, kept.content) == ("u2", "btv", "Làm việc về thu ngân sách")
    assert "Làm việc về thu ngân sách" in words(tab.side)
    assert tab.governing()[0].at
    made.desk.undo()
    assert len(made.desk.facts.office.visits) == 4


def test_those_not_yet_visited_stand_alone(window: MakeWindow) -> None:
    made = window(office())
    made.move_clock(NOW)
    tab = shown(made)
    tab.only.setChecked(True)
    assert [row.title for row in tab.grid._rows if not row.heading] == ["Đảng ủy xã Vĩnh Lâm", "Ban Tuyên giáo"]
    write(tab.search.line, "nghi")
    assert tab.grid.current() is None
    assert tab.side.findChildren(QLabel)


def test_the_list_of_a_year_opens_amends_and_takes_out(window: MakeWindow) -> None:
    made = window(office())
    made.move_clock(NOW)
    tab = shown(made, "v1")
    assert (tab.views.current(), tab.table.current().id) == ("list", "v1")

    def fill(dialog: VisitDialog) -> None:
        write(dialog.fields["result"].edit, "Giao báo cáo lại")
        click(dialog.primary)

    made.in_dialog(fill)
    QTest.keyClick(tab.table, Key.Key_Return)
    assert "Giao báo cáo lại" in words(tab.side)
    QTest.keyClick(tab.table, Key.Key_Delete)
    assert [one.id for one in made.desk.facts.office.visits] == ["v2", "v3", "v4"]


def test_a_working_session_is_planned_with_its_body_and_kind(window: MakeWindow) -> None:
    made = window(office())
    made.move_clock(NOW)
    tab = shown(made, "visits:working")
    tab.working.select("meetings/w1")
    assert "Điều 12" in words(tab.side)
    seen: list[tuple[str | None, str | None, dt.date | None]] = []

    def look(dialog: PlanDialog) -> None:
        seen.append((dialog.body_.value(), dialog.kind.value(), dialog.day.value()))
        dialog.reject()

    made.in_dialog(look)
    QTest.keyClick(tab.working, Key.Key_Return, CTRL)
    assert seen == [("btv", "front-and-unions", ON)]
    went: list[tuple[str, str]] = []
    made.desk.went.connect(lambda *where: went.append(where))
    tab.working.select("advisory-bodies/2025-Q4")
    QTest.keyClick(tab.working, Key.Key_Return, CTRL)
    assert went == [("meetings", "w2")]


def test_an_office_without_units_is_told_where_to_begin(window: MakeWindow) -> None:
    made = window(an_office(meetings=[], units=[]))
    tab = shown(made)
    assert tab.none.isVisibleTo(tab)
    tab.show_view("working")
    assert tab.working.isVisibleTo(tab)
