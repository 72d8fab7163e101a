"""A grassroots committee without a standing committee: no field of the window offers it what it has not."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.domain.records import AgendaItem, Meeting, Office, Seat
from desktop.exchange.lists.people_cells import Entry
from desktop.qt.fields import Combo
from desktop.screens.absences.dialog import AbsenceDialog
from desktop.screens.assignments.dialogs import AssignmentDialog
from desktop.screens.ballots.form import BallotFields
from desktop.screens.directory.dialogs import PostDialog, SeatDialog
from desktop.screens.documents.dialogs import NumberDialog
from desktop.screens.meetings.agenda import ItemForm
from desktop.screens.meetings.form import MeetingForm
from desktop.screens.meetings.plan import PlanDialog
from desktop.screens.programmes.dialogs import StartDialog
from desktop.screens.reviews.dialogs import ReviewDialog
from desktop.screens.visits.dialogs import VisitDialog
from desktop.usecases.ballots import edits as ballot_edits
from desktop.usecases.directory.people import fitted
from tests.screens.conftest import MakeWindow, Window
from tests.usecases.meeting_office import an_office

SINCE = dt.date(2020, 8, 1)
HAD_NOT = {"btv", "thuong-truc", "pho-bi-thu-thuong-truc"}
SESSION = Meeting(id="m9", body="bch", kind="regular", title="Hội nghị Đảng ủy", start=dt.datetime(2024, 9, 6, 8))


def without() -> Office:
    """The same people, led from seats in the committee."""
    whole = an_office()
    head = replace(whole.office, name="Đảng ủy Sở Tư pháp", symbol="ĐU", kind="grassroots-committee")
    seats = [entry.seats for entry in fitted([Entry(name=one.name, seats=one.seats) for one in whole.people], HAD_NOT)]
    people = tuple(replace(one, seats=held) for one, held in zip(whole.people, seats, strict=True))
    return replace(whole, office=head, people=people, meetings=(SESSION,))


@pytest.fixture
def alone(window: MakeWindow) -> Window:
    return window(without())


def codes(field: Any) -> list[str]:  # noqa: ANN401 - any field
    assert isinstance(field, Combo)
    return [field.box.itemData(at) for at in range(field.box.count()) if field.box.itemData(at)]


def headings(table: Any) -> list[str]:  # noqa: ANN401 - a Table of any rows
    model = table.model()
    return [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(model.columnCount())]


def every_choice(window: Window) -> Iterator[tuple[str, list[str]]]:
    """Each field in which a body, a role or an issuer is chosen, with the codes it offers."""
    desk = window.desk
    person = desk.facts.office.people[0]
    form = MeetingForm(desk)
    form.show_meeting(desk.facts.office.meetings[0], anew=True)
    for name in ("body", "decided_by", "convened_by"):
        yield f"meeting {name}", codes(form.fields[name])
    item = ItemForm(desk)
    meeting = desk.facts.office.meetings[0]
    item.show_item(meeting, AgendaItem(id="", title="Việc bổ sung", unscheduled=True), 1, anew=True)
    yield "agenda item approved_by", codes(item.fields["approved_by"])
    yield "plan", codes(PlanDialog(desk).body_)
    ballot = BallotFields(desk)
    ballot.show_ballot(ballot_edits.suggest(desk.facts, desk.today), anew=True)
    yield "ballot body", codes(ballot["body"])
    yield "ballot directed_by", codes(ballot["directed_by"])
    yield "visit", codes(VisitDialog(desk).fields["body"])
    yield "assignment", codes(AssignmentDialog(desk).fields["decided_by"])
    yield "absence", codes(AbsenceDialog(desk).fields["reported_to"])
    yield "review", codes(ReviewDialog(desk).fields["subject"])
    yield "programme", codes(StartDialog(desk).body_)
    seat = SeatDialog(desk, person)
    yield "seat body", codes(seat.fields["body"])
    yield "seat role", codes(seat.fields["role"])
    yield "document", codes(NumberDialog(desk).fields["issuer"])
    for place in ("meetings", "ballots"):
        screen = window.screen(place)
        yield f"filter of {place}", codes(screen.filters["body"] if place == "meetings" else screen.body)


def test_no_choice_of_the_window_offers_what_the_committee_has_not(alone: Window) -> None:
    offered = dict(every_choice(alone))
    assert {name: sorted(HAD_NOT.intersection(found)) for name, found in offered.items() if HAD_NOT & {*found}} == {}
    assert all(
        "bch" in found for name, found in offered.items() if name not in ("agenda item approved_by", "seat role")
    )
    assert offered["seat role"] == ["uy-vien", "bi-thu", "pho-bi-thu"]


def test_a_committee_with_a_standing_committee_is_offered_both(window: MakeWindow) -> None:
    offered = dict(every_choice(window(an_office())))
    assert all("btv" in found for name, found in offered.items() if name != "seat role")
    assert "pho-bi-thu-thuong-truc" in offered["seat role"]


def test_what_stands_on_record_stays_to_be_chosen(alone: Window) -> None:
    form = MeetingForm(alone.desk)
    form.show_meeting(replace(SESSION, body="btv", convened_by="thuong-truc"), anew=True)
    assert form.fields["body"].value() == "btv"
    assert form.fields["convened_by"].value() == "thuong-truc"
    assert codes(form.fields["decided_by"]) == ["bch"]


def test_the_filters_follow_the_kind_chosen_in_the_directory(window: MakeWindow) -> None:
    opened = window(an_office())
    screen = opened.screen("directory")
    screen.show_tab("people")
    assert codes(screen.tab().filters["body"]) == ["bch", "btv", "thuong-truc", "ubkt"]
    assert {"BTV", "Thường trực"} <= {*headings(screen.tab().table)}
    screen.show_tab("office")
    screen.tab().kind.set_value("grassroots-committee")
    screen.tab()._amend_kind("grassroots-committee")
    screen.show_tab("people")
    QApplication.processEvents()
    assert codes(screen.tab().filters["body"]) == ["bch", "ubkt"]
    assert headings(screen.tab().table)[3:] == ["BCH", "UBKT"]


def test_a_list_read_in_seats_its_leaders_in_the_committee() -> None:
    held = [Seat(body=body, role="uy-vien", from_=SINCE) for body in ("bch", "btv", "ubkt")]  # type: ignore[arg-type]
    leader = Seat(body="thuong-truc", role="bi-thu", from_=SINCE)
    entry = Entry(name="Nguyễn Văn An", seats=(*held, leader))
    (made,) = fitted([entry], frozenset({"btv", "thuong-truc"}))
    assert [(seat.body, seat.role) for seat in made.seats] == [("bch", "bi-thu"), ("ubkt", "uy-vien")]
    assert fitted([entry], frozenset())[0].seats == entry.seats


def test_posts_are_offered_by_level(window: MakeWindow) -> None:
    offered = codes(PostDialog(window(an_office()).desk, an_office().people[0]).post)
    assert "truong-ban-to-chuc" in offered
    assert "truong-ban-xay-dung-dang" not in offered
