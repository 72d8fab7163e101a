"""Records as plain dictionaries and back, and the text that is stored, whatever Word and old files bring along."""

import datetime as dt
from dataclasses import dataclass, field, fields, replace
from typing import Any

import pytest
from hypothesis import given, settings

from desktop.domain.decoding import from_plain
from desktop.domain.plain import (
    bare,
    composed,
    hints,
    is_list,
    is_one_line,
    is_required,
    item_of,
    json_key,
    may_be_none,
    refers_to,
    to_plain,
)
from desktop.domain.records import Absence, AgendaItem, Ballot, Meeting, Office, OfficeHead, Person, Response, Seat
from tests.domain.small_office import QUICK
from tests.offices import offices

D = dt.date


@settings(QUICK, max_examples=10)
@given(offices(most=1))
def test_what_is_written_is_read_again(office: Office) -> None:
    assert from_plain(Office, to_plain(office)) == office


def test_a_record_is_written_with_every_key_in_the_order_of_its_class() -> None:
    trip = Absence(id="x1", person="p1", from_=D(2024, 9, 6), to=D(2024, 9, 7), area="abroad")
    plain = to_plain(trip)
    assert list(plain)[:4] == ["id", "person", "from", "to"]
    assert (plain["from"], plain["reported"], plain["area"]) == ("2024-09-06", None, "abroad")


def test_days_and_hours_are_written_to_the_minute() -> None:
    item = AgendaItem(id="a1", time=dt.time(7, 30, 15), day=D(2024, 9, 6), title="")
    meeting = Meeting(id="m1", body="btv", kind="regular", start=dt.datetime(2024, 9, 6, 7, 30, 59), agenda=(item,))
    plain = to_plain(meeting)
    assert plain["start"] == "2024-09-06T07:30"
    assert (plain["agenda"][0]["time"], plain["agenda"][0]["day"]) == ("07:30", "2024-09-06")


def test_numbers_lists_and_dictionaries_stay_what_they_are() -> None:
    head = OfficeHead(name="Huyện ủy", regulations=(), settings={"ballot.days": 5, "x": ["a", "b"], "yes": True})
    assert to_plain(head)["settings"] == {"ballot.days": 5, "x": ["a", "b"], "yes": True}
    read = from_plain(Response, {"person": "p1", "questions": {"q1": "approve"}, "valid": False})
    assert read == Response(person="p1", questions={"q1": "approve"}, valid=False)
    assert from_plain(Response, {}) == Response()


def hint(cls: type, name: str) -> Any:  # noqa: ANN401 - a type as it is annotated
    return hints(cls)[name]


def test_what_a_hint_says() -> None:
    assert bare(hint(Absence, "reported")) is dt.date
    assert bare(hint(Absence, "person")) is str
    assert item_of(hint(Meeting, "agenda")) is AgendaItem
    assert item_of(hint(Meeting, "title")) is None
    assert is_list(hint(Person, "seats"))
    assert not is_list(hint(Person, "name"))
    assert [may_be_none(hint(Meeting, name)) for name in ("chair", "body")] == [True, False]
    assert refers_to(hint(Absence, "person")) == "people"
    assert refers_to(hint(Meeting, "chair")) == "people"
    assert refers_to(hint(Meeting, "title")) is None
    assert is_one_line(hint(Meeting, "title"))
    assert not is_one_line(hint(AgendaItem, "conclusion"))
    assert json_key("from_") == "from"
    required = {each.name: is_required(each) for each in Ballot.__dataclass_fields__.values()}
    assert (required["id"], required["title"], required["responses"]) == (True, False, False)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Nguye\u0302\u0303n", "Nguyễn"),
        ("a\x0bb\x0cc\u2028d\u2029e\x85f", "a\nb\nc\nd\ne\nf"),
        ("a\x07b\u200bc\u00add\u202ee\ufefff\uffff", "abcdef"),
        ("\u00d0ào \u00f0ỏ", "Đào đỏ"),
        ("a\tb\r\nc", "a\tb\r\nc"),
        ("abc", "abc"),
        ("", ""),
    ],
)
def test_text_is_stored_clean(typed: str, kept: str) -> None:
    item = composed(AgendaItem(id="a1", conclusion=typed, title=""))
    assert item.conclusion == kept


def test_a_line_is_stored_without_breaks_and_half_a_letter_not_at_all() -> None:
    assert composed(AgendaItem(id="a1", title="Một\r\nhai\tba")).title == "Một hai ba"
    with pytest.raises(UnicodeEncodeError):
        composed(AgendaItem(id="a1", title="\ud800"))


def test_what_is_in_a_record_is_stored_clean_too_and_hours_in_whole_minutes() -> None:
    meeting = Meeting(
        id="m1", body="btv", kind="regular", start=dt.datetime(2024, 9, 6, 7, 30, 15, 7),
        agenda=(AgendaItem(id="a1", title="e\u0302", time=dt.time(7, 30, 59)),),
    )  # fmt: skip
    kept = composed(meeting)
    assert kept.start == dt.datetime(2024, 9, 6, 7, 30)
    assert kept.agenda == (AgendaItem(id="a1", title="ê", time=dt.time(7, 30)),)
    head = OfficeHead(name="", regulations=(), settings={"e\u0302": ["e\u0302", 1, True, None]})  # type: ignore[dict-item]  # whatever a file holds
    assert composed(head).settings == {"ê": ["ê", 1, True, None]}
    seat = Seat(body="bch", role="uy-vien", from_=D(2020, 8, 1))
    assert composed(replace(Person(id="p1", name=""), seats=(seat,))).seats == (seat,)


def test_what_has_a_default_of_any_kind_need_not_be_given() -> None:
    @dataclass
    class Made:
        asked: str
        known: str = ""
        listed: list[str] = field(default_factory=list)

    assert [is_required(each) for each in fields(Made)] == [True, False, False]
