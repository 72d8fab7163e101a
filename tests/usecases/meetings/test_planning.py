"""What a day means before a meeting is planned on it, and what moving one changes before it is moved."""

import datetime as dt
from dataclasses import replace

from desktop.domain.findings import Verdict
from desktop.domain.records import Meeting
from desktop.usecases.base.facts import facts_of
from desktop.usecases.meetings import moves as meeting_moves
from desktop.usecases.meetings import planning
from tests.usecases.meeting_office import ABSENCES, TODAY, an_office, session


def draft_on(day: dt.date, **changed: object) -> Meeting:
    facts = facts_of(an_office(meetings=[]))
    made = planning.suggest(facts, "btv", "regular", dt.datetime.combine(day, dt.time(7, 30)))
    return replace(made, **changed)  # type: ignore[arg-type]  # fields by name


def test_the_deadlines_are_counted_back_over_the_holidays_between() -> None:
    facts = facts_of(an_office(meetings=[]))
    outlook = planning.outlook(facts, draft_on(dt.date(2024, 9, 6)), TODAY)
    dues = {one.rule: one.due for one in outlook.back.deadlines}
    assert dues["meeting.papers.received"] == dt.date(2024, 8, 29)
    assert dues["meeting.invitations"] == dt.date(2024, 8, 30)
    assert outlook.back.said == "Đã trừ 2 ngày nghỉ lễ 02/9, 03/9 và 2 ngày nghỉ cuối tuần."


def test_a_deadline_already_past_says_so_before_the_meeting_is_planned() -> None:
    facts = facts_of(an_office(meetings=[]))
    outlook = planning.outlook(facts, draft_on(dt.date(2024, 9, 4)), TODAY)
    assert {one.verdict for one in outlook.back.deadlines} == {Verdict.BREACH}


def test_a_day_on_which_the_quorum_fails_offers_the_nearest_that_hold() -> None:
    away = [{**ABSENCES[0], "id": f"x{n}", "person": f"p{n}"} for n in range(4, 10)]
    facts = facts_of(an_office(meetings=[], absences=away))
    outlook = planning.outlook(facts, draft_on(dt.date(2024, 9, 5)), TODAY)
    assert (outlook.quorum.present, outlook.quorum.needed, outlook.quorum.holds) == (7, 9, False)
    assert len(outlook.away) == 6
    assert outlook.better == (dt.date(2024, 9, 9), dt.date(2024, 9, 10), dt.date(2024, 9, 11))


def test_who_is_known_to_be_away_is_not_put_down_to_chair() -> None:
    away = [{**ABSENCES[0], "id": "x9", "person": "p1"}]
    facts = facts_of(an_office(meetings=[], absences=away))
    assert planning.to_chair(facts, "regular", dt.date(2024, 9, 5)) is None
    assert draft_on(dt.date(2024, 9, 5)).chair == planning.to_chair(facts, "regular", dt.date(2024, 9, 9)) == "p1"


def test_extraordinary_sessions_have_no_days_of_invitation() -> None:
    facts = facts_of(an_office(meetings=[]))
    outlook = planning.outlook(facts, draft_on(dt.date(2024, 9, 6), kind="extraordinary", ground="need"), TODAY)
    assert "meeting.invitations" not in {one.rule for one in outlook.back.deadlines}


def test_the_same_day_and_the_day_off_are_told() -> None:
    facts = facts_of(an_office())
    assert [one.id for one in planning.outlook(facts, draft_on(dt.date(2024, 9, 6)), TODAY).clashes] == ["m1"]
    assert planning.outlook(facts, draft_on(dt.date(2024, 9, 2)), TODAY).why_off


def test_an_office_without_members_or_a_regulation_still_answers() -> None:
    facts = facts_of(an_office(meetings=[], absences=[], roster=[]))
    outlook = planning.outlook(facts, draft_on(dt.date(2024, 9, 6)), TODAY)
    assert outlook.quorum.members == 0
    before = planning.outlook(facts, draft_on(dt.date(2023, 9, 6)), TODAY)
    assert before.back.deadlines == ()


def test_titles_number_on_within_the_term() -> None:
    facts = facts_of(
        an_office(
            meetings=[
                session(),
                session(id="m2", title="Hội nghị không số", start="2024-09-20T07:30", end="2024-09-20T09:00"),
            ]
        )
    )
    start = dt.datetime(2024, 9, 27, 7, 30)
    assert planning.suggested_title(facts, "btv", "regular", start) == "Hội nghị Ban Thường vụ lần thứ 58"
    assert planning.suggested_title(facts, "bch", "extraordinary", start) == (
        "Hội nghị Ban Chấp hành lần thứ 1 (đột xuất)"
    )
    assert planning.suggested_title(facts, "thuong-truc", "weekly", start) == "Họp Thường trực tuần 39"


def test_moving_tells_what_changes_the_gravest_first() -> None:
    facts = facts_of(an_office(meetings=[session(invitations_sent="2024-08-30")]))
    meeting = facts.meeting("m1")
    assert meeting is not None
    lines = meeting_moves.consequences(facts, meeting, dt.datetime(2024, 9, 14, 7, 30), TODAY)
    told = [line.text for line in lines]
    assert "Thứ Bảy 14/9/2024 là ngày nghỉ: nghỉ cuối tuần." in told
    assert "Dự kiến có mặt 11/13 → 13/13, cần 9." in told
    assert any(text.startswith("Gửi giấy mời: hạn 30/8 → 11/9") for text in told)
    assert any("phải gửi lại" in text for text in told)
    early = meeting_moves.consequences(facts, meeting, dt.datetime(2024, 9, 4, 7, 30), TODAY)
    assert early[0].verdict is Verdict.BREACH
    assert any("đã qua" in line.text for line in early)
