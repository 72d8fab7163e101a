"""What every rule stands on: the days a window holds, a deed against its last day, shares in whole numbers."""

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.findings import Cite, Verdict
from desktop.domain.judging import (
    Deed,
    Outcome,
    Window,
    awaited,
    before_its_time,
    by_day,
    doubted,
    to_come,
)
from desktop.domain.periods import Period
from desktop.domain.shapes import Portion
from desktop.domain.sittings import Sitting
from desktop.domain.wording import day as written
from desktop.domain.wording import distance, distance_said, listed_point
from tests.domain.small_office import facts

DAY = dt.date(2024, 9, 5)
STEP = dt.timedelta(days=1)
CITE = Cite()
NEAR = st.none() | st.integers(-2, 2).map(lambda ahead: DAY + STEP * ahead)


def outcome(verdict: Verdict, text: str = "Đã gửi.") -> Outcome:
    return Outcome(verdict=verdict, cite=CITE, text=text)


@given(NEAR, NEAR, NEAR, st.integers(-2, 2))
def test_a_window_holds_its_first_day_its_last_and_what_is_kept(
    first: dt.date | None, last: dt.date | None, kept: dt.date | None, ahead: int
) -> None:
    window, value = Window(on=DAY, from_=first, to=last, kept_from=kept), DAY + STEP * ahead
    reached = (first or dt.date.min) <= value <= (last or dt.date.max)
    assert window.reaches(value) == reached
    assert window.holds(value) == (reached and (kept or dt.date.min) <= value)
    assert window.ends(value, DAY) == (reached and (kept or dt.date.min) <= DAY)
    assert window.end == (max(DAY, last) if last else DAY)
    assert Period("x", first or dt.date.min, last or dt.date.max).holds(value) == reached
    assert Period("x", dt.date.min, dt.date.max).holds(None) is False


@pytest.mark.parametrize(
    ("done", "on", "verdict", "text"),
    [
        (None, 5, Verdict.DUE, "Chưa gửi; hạn cuối 05/9/2024, hôm nay."),
        (None, 4, Verdict.DUE, "Chưa gửi; hạn cuối 05/9/2024, ngày mai."),
        (None, 3, Verdict.DUE, "Chưa gửi; hạn cuối 05/9/2024, còn 2 ngày."),
        (None, 6, Verdict.BREACH, "Chưa gửi; hạn cuối 05/9/2024, quá hạn 1 ngày."),
        (5, 5, Verdict.MET, "Gửi 05/9/2024; hạn cuối 05/9/2024."),
        (6, 6, Verdict.BREACH, "Gửi 06/9/2024; hạn cuối 05/9/2024, chậm 1 ngày."),
        (7, 6, Verdict.BREACH, "Chưa gửi (ghi ngày 07/9/2024, chưa đến); hạn cuối 05/9/2024, quá hạn 1 ngày."),
        (2, 6, Verdict.MET, "Gửi 02/9/2024; hạn cuối 05/9/2024."),
        (1, 6, Verdict.UNCLEAR, "Gửi 01/9/2024, trước ngày họp 02/9/2024; hai chỗ ghi trái nhau, cần xem lại."),
    ],
)
def test_a_deed_against_its_last_day(done: int | None, on: int, verdict: Verdict, text: str) -> None:
    made = DAY.replace(day=done) if done else None
    deed = Deed(done=made, word="Gửi", undone="Chưa gửi", since=DAY.replace(day=2), of="ngày họp")
    judged = by_day(deed, DAY, CITE, DAY.replace(day=on))
    assert (judged.verdict, judged.text) == (verdict, text)
    assert (judged.expected, judged.due) == ("2024-09-05", DAY)
    assert judged.actual == (made.isoformat() if made and done and done <= on else "")
    assert (awaited(DAY, DAY), awaited(DAY, DAY + STEP)) == (Verdict.DUE, Verdict.BREACH)


def test_a_doubt_touches_only_what_would_be_met() -> None:
    met, broken = outcome(Verdict.MET), outcome(Verdict.BREACH)
    assert doubted(met, "", "chưa rõ", "còn thiếu") == outcome(Verdict.UNCLEAR, "Đã gửi; chưa rõ; còn thiếu.")
    assert doubted(met, "", "") is met
    assert doubted(broken, "chưa rõ") is broken


def test_nothing_is_missed_before_the_regulation_nor_done_before_its_day() -> None:
    met, broken, due = (outcome(verdict) for verdict in (Verdict.MET, Verdict.BREACH, Verdict.DUE))
    assert before_its_time(broken, DAY, DAY) is broken
    assert before_its_time(met, DAY, DAY + STEP) is met
    text = "Hạn cuối 05/9/2024 trước ngày quy chế có hiệu lực 06/9/2024; không tính chậm."
    assert before_its_time(broken, DAY, DAY + STEP) == outcome(Verdict.EXEMPT, text)
    assert before_its_time(due, DAY, DAY + STEP) == outcome(Verdict.EXEMPT, text)
    assert to_come(met, DAY, DAY) is met
    assert to_come(due, DAY + STEP, DAY) is due
    for judged in (met, broken):
        found = to_come(judged, DAY + STEP, DAY)
        assert (found.verdict, found.due) == (Verdict.DUE, DAY + STEP)
        assert found.text == "Đã gửi; ghi ngày 06/9/2024, chưa đến."


@given(st.integers(1, 9), st.integers(1, 9), st.integers(0, 60))
def test_shares_of_a_body_are_whole_people(part: int, more: int, total: int) -> None:
    share = Fraction(part, part + more)
    least, over = (Portion(fraction=share, over=over).needed(total) for over in (False, True))
    assert least >= share * total > least - 1
    assert over > share * total >= over - 1


@pytest.mark.parametrize(("present", "on", "listed"), [(4, 6, False), (5, 6, False), (6, 6, True), (6, 4, False)])
def test_a_list_of_more_than_half_says_that_the_others_were_not_there(present: int, on: int, listed: bool) -> None:
    held = {"body": "btv", "kind": "regular", "start": "2024-09-05T07:30", "present": present}
    ready = facts(bodies={"bch": 20, "btv": 10, "thuong-truc": 3}, meetings=[held])
    sitting = Sitting(ready, ready.office.meetings[0], DAY.replace(day=on))
    assert sitting.is_listed is listed
    assert bool(sitting.not_there("p9")) is listed
    assert sitting.not_there("p1") == ""


def test_days_and_distances_as_papers_write_them() -> None:
    assert [written(dt.date(2024, month, 6)) for month in (1, 2, 3, 12)] == [
        "06/01/2024", "06/02/2024", "06/3/2024", "06/12/2024",
    ]  # fmt: skip
    ahead = {2: "còn 2 ngày", 1: "ngày mai", 0: "hôm nay", -1: "quá 1 ngày"}
    assert {days: distance(DAY + STEP * days, DAY) for days in ahead} == ahead
    assert distance_said(DAY - STEP * 3, DAY) == "quá hạn 3 ngày"
    assert [listed_point(code) for code in ("a-2", "b", "c-11", "d-x")] == [
        "gạch đầu dòng thứ hai điểm a", "điểm b", "gạch đầu dòng thứ 11 điểm c", "điểm d-x",
    ]  # fmt: skip
