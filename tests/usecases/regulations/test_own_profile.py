"""A regulation the office describes itself: begun from one that ships, each value under the article of its own text."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.refusal import Refusal
from desktop.usecases.regulations import own_profile
from desktop.usecases.regulations import own_profile_edits as edits
from desktop.usecases.regulations import rows as regulations
from desktop.usecases.regulations.own_profile import OwnRow
from tests.usecases.meeting_office import Door, an_office

AWAY = "absence.reported.working_days"


@pytest.fixture
def door(tmp_path: Path) -> Door:
    return Door(tmp_path / "a.thuky", an_office())


@pytest.fixture
def ident(door: Door) -> str:
    facts = door.facts
    with door.writing() as store:
        return edits.create(store, facts=facts, title="Quy chế riêng", base="tay-son-2024")


def put(door: Door, ident: str, key: str, text: str, cite: str, **more: Any) -> None:  # noqa: ANN401 - as in `put_value`
    facts = door.facts
    with door.writing() as store:
        edits.put_value(store, facts=facts, ident=ident, key=key, text=text, cite=cite, from_=None, **more)


def row(door: Door, ident: str, key: str) -> OwnRow:
    return next(each for each in own_profile.rows(door.facts, ident) if each.parameter.key == key)


def test_a_value_of_the_model_is_shown_with_its_article(door: Door, ident: str) -> None:
    base = row(door, ident, AWAY).base_cite
    assert base
    assert base.at
    assert base.at.article == "Điều 4"


def test_a_value_is_kept_under_the_article_of_the_own_text(door: Door, ident: str) -> None:
    put(door, ident, AWAY, "5", "khoản 2 Điều 7")
    (own,) = row(door, ident, AWAY).own
    assert (own.given.value, own.article) == (5, "khoản 2 Điều 7")
    (given,) = row(door, ident, AWAY).own
    put(door, ident, AWAY, "6", "", instead=given.given)
    (other,) = row(door, ident, AWAY).own
    assert (other.given.value, other.given.cite) == (6, None)


def test_the_models_value_is_the_texts_own_only_under_an_article(door: Door, ident: str) -> None:
    with pytest.raises(Refusal):
        put(door, ident, AWAY, "", "")
    put(door, ident, AWAY, "", "Điều 9")
    (own,) = row(door, ident, AWAY).own
    assert (own.given.value, own.article) == (3, "Điều 9")


def test_two_values_of_one_day_are_refused(door: Door, ident: str) -> None:
    put(door, ident, AWAY, "5", "Điều 7")
    with pytest.raises(Refusal):
        put(door, ident, AWAY, "6", "Điều 8")
    facts = door.facts
    with door.writing() as store:
        edits.put_value(store, facts=facts, ident=ident, key=AWAY, text="6", cite="Điều 8", from_=dt.date(2025, 1, 1))
    assert [own.given.value for own in row(door, ident, AWAY).own] == [5, 6]


DELEGATING = """QUY CHẾ LÀM VIỆC
Điều 3. Ban Thường vụ
1. Ban Thường vụ ủy quyền cho Thường trực Đảng ủy giải quyết những việc sau đây:
a) Chuẩn y kết quả bầu cử.
k) Cho ý kiến về chủ trương đầu tư.
"""


def test_points_that_no_model_has_are_read_in_the_text_and_kept(door: Door, ident: str) -> None:
    with door.writing() as store:
        regulations.attach_pasted(store, text=DELEGATING, profile=ident)
    listed, covers = row(door, ident, "delegated.matter.items"), row(door, ident, "delegated.matter.item.k")
    assert (listed.read_value, covers.read_value, covers.read_article) == ("a; k", "Đầu tư", "điểm k khoản 1 Điều 3")
    facts = door.facts
    with door.writing() as store:
        edits.accept(store, facts=facts, ident=ident, key=covers.id)
    assert row(door, ident, covers.id).state == "own"


def test_a_point_listed_in_the_text_is_led_to_until_it_is_said_what_it_covers(door: Door, ident: str) -> None:
    put(door, ident, "delegated.matter.items", "k; Chi hỗ trợ đột xuất", "khoản 1 Điều 3")
    asked = row(door, ident, "delegated.matter.item.k")
    assert (asked.waits, asked.base_cite) == (True, None)
    put(door, ident, asked.id, "Đầu tư", "điểm k khoản 1 Điều 3")
    assert not row(door, ident, asked.id).waits
