"""A form says under the field what the record being typed contradicts, and leads there; all stand in one list."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from desktop.domain.decoding import from_plain
from desktop.domain.records import Absence, Assignment, Meeting
from desktop.qt.buttons import Link
from desktop.screens.absences.dialog import AbsenceDialog
from desktop.screens.assignments.dialogs import AssignmentDialog
from desktop.screens.base.contrary import ContraryDialog, ContraryLines
from tests.screens.conftest import MakeWindow, Window
from tests.screens.hands import click
from tests.usecases.meeting_office import MEETING_DAY, an_office, session

TRIP = Absence(id="x1", person="p2", from_=dt.date(2024, 9, 5), to=dt.date(2024, 9, 7), area="outside-province")
DUTY = Assignment(id="g1", person="p4", kind="duty", from_=dt.date(2024, 9, 5), to=dt.date(2024, 9, 9))


def office(**meeting: Any) -> Any:  # noqa: ANN401 - keys of the interchange JSON
    made = from_plain(Meeting, session(**meeting))
    return replace(an_office(), absences=(TRIP,), assignments=(DUTY,), meetings=(made,))


@pytest.fixture
def opened(window: MakeWindow) -> Callable[..., Window]:
    return lambda **meeting: window(office(**meeting))


def said(lines: ContraryLines) -> str:
    return " ".join(one.text for one in lines.shown)


def test_an_absence_of_somebody_on_duty_says_so_and_leads_there(opened: Callable[..., Window]) -> None:
    window = opened()
    dialog = AbsenceDialog(window.desk, person="p4", day=MEETING_DAY, parent=window.shell)
    assert "Lê Quốc Bảo trực từ 05/9/2024 đến 09/9/2024 nhưng Lê Quốc Bảo vắng từ 06/9/2024" in said(dialog.of_days)
    went: list[tuple[str, str]] = []
    window.desk.went.connect(lambda place, ident: went.append((place, ident)))
    (link,) = dialog.of_days.findChildren(Link)
    click(link)
    assert went == [("assignments", "g1")]


def test_a_duty_of_somebody_away_says_so(opened: Callable[..., Window]) -> None:
    window = opened()
    dialog = AssignmentDialog(window.desk, one=replace(DUTY, person="p2"), parent=window.shell)
    assert "Nguyễn Đức Lâm trực từ 05/9/2024" in said(dialog.contrary)
    assert not dialog.contrary.isHidden()
    dialog.fields["person"].set_value("p4")
    dialog.fields["person"].saved.emit("p4")
    assert dialog.contrary.isHidden()


def test_a_chair_who_is_away_is_said_under_the_chair(opened: Callable[..., Window]) -> None:
    window = opened(chair="p2")
    screen = window.screen("meetings")
    screen.open_record("m1")
    screen.page.show_tab("prepare")
    form = screen.page.stack.currentWidget().form
    assert "Nguyễn Đức Lâm chủ trì phiên họp Ban Thường vụ ngày 06/9/2024 nhưng" in said(form.contrary["chair"])
    assert said(form.contrary["secretary"]) == ""


def test_who_is_marked_present_while_away_is_said_under_the_list(opened: Callable[..., Window]) -> None:
    here = [{"person": "p2", "status": "present"}, {"person": "p1", "status": "absent"}]
    window = opened(attendance=here)
    window.move_clock(dt.datetime.combine(MEETING_DAY, dt.time(8)))
    screen = window.screen("meetings")
    screen.open_record("m1")
    screen.page.show_tab("course")
    people = screen.page.stack.currentWidget().people
    assert "ghi có mặt nhưng Nguyễn Đức Lâm vắng từ 05/9/2024" in said(people.contrary)
    assert "Nguyễn Văn An chủ trì" in said(people.contrary)


def test_all_of_them_stand_in_one_list_with_the_way_to_each(opened: Callable[..., Window]) -> None:
    window = opened(chair="p2")
    dialog = ContraryDialog(window.desk, parent=window.shell)
    assert [one.subjects for one in dialog.found] == [("meetings/m1", "absences/x1")]
    went: list[tuple[str, str]] = []
    window.desk.went.connect(lambda place, ident: went.append((place, ident)))
    for link in dialog.links:
        link.clicked.emit()
    assert went == [("meetings", "m1"), ("absences", "x1")]
