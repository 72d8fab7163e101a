"""Chương trình & báo cáo through the window."""

from desktop.screens.programme_and_reports import TABS, ProgrammesScreen
from tests.screens.conftest import MakeWindow, Window
from tests.usecases.meeting_office import an_office

PROGRAMMES = [{"id": "w1", "kind": "work", "body": "btv", "period": "2024-07", "adopted": "2024-06-25"}]
VISITS = [{"id": "v1", "body": "btv", "date": "2024-05-10"}]


def shown(window: Window) -> ProgrammesScreen:
    screen = window.screen("programmes")
    assert isinstance(screen, ProgrammesScreen)
    return screen


def test_a_record_opens_in_the_tab_that_lists_it(window: MakeWindow) -> None:
    made = window(an_office(programmes=PROGRAMMES, visits=VISITS))
    screen = shown(made)
    for record, tab in (("v1", "visits"), ("w1", "programmes"), ("reports", "reports"), ("", "reports")):
        made.shell.show_place("programmes", record)
        assert screen.bar.current() == tab


def test_every_tab_shows_an_empty_office(window: MakeWindow) -> None:
    made = window(an_office(meetings=[]))
    screen = shown(made)
    for kind, _title in TABS:
        screen.show_tab(kind.key)
        assert screen.tab().key == kind.key
