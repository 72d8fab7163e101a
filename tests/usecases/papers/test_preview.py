"""What stands beside a page before it is printed: whom it goes to, who may sign, its number, what it lacks."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.refusal import Refusal
from desktop.papers.forms.table import FORMS
from desktop.usecases.papers import preview
from desktop.usecases.papers.preview import Choice
from tests.conftest import Kept
from tests.papers.forms.test_forms import record_of
from tests.usecases.base.test_kept_reads import ON, facts, told
from tests.usecases.meeting_office import Door


@pytest.fixture
def door(tmp_path: Path) -> Door:
    return Door(tmp_path / "a.thuky", facts().office)


def beside(slug: str, record: str) -> Iterator[str]:
    """All that can be chosen for a form of a record."""
    try:
        what = preview.subject(facts(), slug, record, on=ON)
    except Refusal as refused:
        yield f"{slug} {record}: {refused}"
        return
    yield f"{slug} {record}"
    yield from (
        f"  {name}: {told(getattr(what, name))}"
        for name in what.__dataclass_fields__
        if name != "form" and getattr(what, name) not in (None, "", (), False)
    )


@pytest.mark.parametrize("slug", FORMS)
def test_what_can_be_chosen_beside_a_page_is_as_kept(slug: str, kept: Kept) -> None:
    kept(f"beside-{slug}", beside(slug, record_of(slug)))


def test_a_page_says_what_it_was_checked_for_and_what_it_lacks(kept: Kept) -> None:
    lines: list[str] = []
    for slug, record in (("giay-moi", "m3"), ("kiem-phieu", "m1/a3"), ("thong-bao-ket-luan", "m1")):
        what = preview.subject(facts(), slug, record, on=ON)
        made = preview.make(facts(), what, Choice(mode="all", day=ON, signer=what.signer), on=ON)
        lines += [f"{slug} {record}: {made.pages} {told(made.in_time) if made.in_time else '-'}"]
        lines += [f"  {name}: {' '.join(problems) or 'đạt'}" for name, problems in made.checks]
    kept("checked", lines)


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
