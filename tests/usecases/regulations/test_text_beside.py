"""Two of the office's regulations beside each other: at each clause what it lays down, before and now."""

from pathlib import Path

import pytest

from desktop import vi
from desktop.domain.refusal import Refusal
from desktop.domain.text_change import Comparison, Content, Line
from desktop.usecases.regulations import text_beside
from tests.usecases.meeting_office import Door
from tests.usecases.regulations.following import NEW, a_door, confirm_all, followed


@pytest.fixture
def door(tmp_path: Path) -> Door:
    return a_door(tmp_path)


def line(found: Comparison, at: str) -> Line:
    return next(each for each in found.lines if each.new and vi.clause(each.new.at) == at)


def content(found: Comparison, at: str, key: str) -> Content:
    return next(each for each in line(found, at).contents if each.key == key)


def test_a_clause_carries_what_it_lays_down_before_and_now(door: Door) -> None:
    ident = followed(door)
    found = text_beside.beside(door.facts, "f1", ident)
    cadence = content(found, "khoản 2 Điều 2", "meeting.cadence.btv")
    assert (cadence.old, cadence.new, cadence.waiting) == ("1 lần một tháng", "2 lần một tháng", True)
    assert (cadence.old_at, cadence.new_at) == (None, None), "both rest on this very line"
    quorum = content(found, "khoản 3 Điều 2", "meeting.quorum.btv")
    assert (quorum.differs, quorum.waiting) == (False, False)


def test_a_paper_tells_only_what_the_office_confirmed(door: Door) -> None:
    ident = followed(door)
    unconfirmed = text_beside.beside(door.facts, "f1", ident, waiting=False)
    assert content(unconfirmed, "khoản 2 Điều 2", "meeting.cadence.btv").new == ""
    confirm_all(door, ident)
    confirmed = text_beside.beside(door.facts, "f1", ident, waiting=False)
    assert content(confirmed, "khoản 2 Điều 2", "meeting.cadence.btv").new == "2 lần một tháng"


def test_what_rests_elsewhere_now_is_told_at_both_places(door: Door) -> None:
    kept = "4. Nghị quyết được thông qua khi có trên một phần hai tổng số ủy viên tán thành.\n"
    other = "3. Mọi nghị quyết chỉ có giá trị khi được trên một phần hai tổng số ủy viên biểu quyết tán thành.\n"
    ident = followed(door, NEW.replace(kept, "") + other)
    confirm_all(door, ident)
    found = text_beside.beside(door.facts, "f1", ident)
    (gone,) = (each for each in found.lines if each.kind == "gone")
    (there,) = (each for each in gone.contents if each.key == "decision.majority")
    assert there.new_at is not None
    assert vi.clause(there.new_at) == "khoản 3 Điều 4"
    here = content(found, "khoản 3 Điều 4", "decision.majority")
    assert here.old_at is not None
    assert vi.clause(here.old_at) == "khoản 4 Điều 1"


def test_it_is_compared_first_with_the_one_it_follows_else_with_the_one_in_use_before(door: Door) -> None:
    ident = followed(door)
    assert text_beside.earlier_of(door.facts, ident) == "f1"
    assert text_beside.earlier_of(door.facts, "f1") == ident, "the only other one with a text"
    assert list(text_beside.titles(door.facts.office)) == ["f1", ident]


def test_one_without_a_text_is_refused_by_its_name(door: Door) -> None:
    with pytest.raises(Refusal, match="chưa kèm văn bản"):
        text_beside.beside(door.facts, "lung-phinh-2025", "f1")
