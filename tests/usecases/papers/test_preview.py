"""What stands beside a page before it is printed: whom it goes to, who may sign, its number, what it lacks."""

import datetime as dt
from pathlib import Path

import pytest

from desktop.domain.refusal import Refusal
from desktop.usecases.papers import preview
from desktop.usecases.papers.preview import Choice
from tests.usecases.base.whole_office import ON, facts
from tests.usecases.meeting_office import Door


@pytest.fixture
def door(tmp_path: Path) -> Door:
    return Door(tmp_path / "a.thuky", facts().office)


def test_the_day_of_sending_stands_with_the_meeting(door: Door) -> None:
    what = preview.subject(door.facts, "giay-moi", "m3", on=ON)
    given = door.facts
    with door.writing() as store:
        preview.mark_sent(store, facts=given, what=what, choice=Choice(day=ON), on=ON)
    assert door.meeting("m3").invitations_sent == ON
    assert door.meeting("m1").invitations_sent == dt.date(2024, 8, 30)


@pytest.mark.parametrize(
    ("chosen", "reminded"),
    [
        ({"person": "u5"}, {"u5"}),
        ({"recipients": ("u5", "u1")}, {"u5", "u1"}),
        ({"person": "u5", "recipients": ("u1",)}, {"u1"}),
    ],
)
def test_a_reminder_stands_with_those_it_went_to(door: Door, chosen: dict[str, object], reminded: set[str]) -> None:
    what = preview.subject(door.facts, "don-doc", "2024-08", on=ON)
    given = door.facts
    with door.writing() as store:
        preview.mark_sent(store, facts=given, what=what, choice=Choice(day=ON, **chosen), on=ON)  # type: ignore[arg-type]
    assert {one.unit for one in door.facts.office.reports if one.reminded == ON} == reminded


def test_a_number_is_given_with_the_pages_as_they_go_out(door: Door) -> None:
    given = door.facts
    what = preview.subject(given, "giay-moi", "m3", on=ON)
    choice = Choice(mode="all", number=preview.NEXT, day=ON, signer=what.signer)
    made = preview.make(given, what, choice, on=ON)
    with door.writing() as store:
        preview.carry_out(store, facts=given, what=what, choice=choice, made=made, sent=False, on=ON)
    (document,) = [
        one for one in door.facts.office.documents if one.id not in {each.id for each in given.office.documents}
    ]
    assert (document.type, document.number, document.symbol, document.date) == ("GM", 42, "42-GM/HU", ON)
    assert document.issued
    assert door.meeting("m3").invitations_sent is None


def test_what_is_not_whole_gets_no_number(door: Door) -> None:
    given = door.facts
    what = preview.subject(given, "giay-moi", "m2", on=ON)
    choice = Choice(mode="all", number=preview.NEXT, day=ON, signer=what.signer)
    made = preview.make(given, what, choice, on=ON)
    with pytest.raises(Refusal, match="Chưa cấp số được"), door.writing() as store:
        preview.carry_out(store, facts=given, what=what, choice=choice, made=made, sent=True, on=ON)
    assert door.meeting("m2").invitations_sent is None
