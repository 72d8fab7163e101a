"""Absences entered, reported and told: working days, what the regulation asks, which sessions lose their number."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.compliance import check
from desktop.domain.facts import Facts
from desktop.domain.planning import broken_quorums
from desktop.domain.records import Absence, Office
from desktop.domain.refusal import Refusal
from desktop.usecases.absences import edits as absence_edits
from desktop.usecases.absences import outlook as absence_outlook
from desktop.usecases.absences import rows as absences
from desktop.usecases.absences import year as absence_year
from desktop.usecases.absences.rows import State
from desktop.usecases.base.facts import facts_of
from desktop.usecases.compliance.rules import name_of
from tests.usecases.meeting_office import ABSENCES, LONG_NAME, TODAY, Door, an_office, people, session

D = dt.date


def put(door: Door, edit: Callable[..., Any], **rest: Any) -> Any:  # noqa: ANN401 - the use case's own arguments
    """One use case through the one door, on the facts as they are now."""
    facts = door.facts
    with door.writing() as store:
        return edit(store, facts=facts, **rest)


LEAVING, BACK = D(2024, 8, 30), D(2024, 9, 6)


def away(person: str = "p7", first: dt.date = LEAVING, last: dt.date = BACK, **changed: Any) -> Absence:  # noqa: ANN401 - fields of the record
    held: dict[str, Any] = {
        "id": "",
        "person": person,
        "from_": first,
        "to": last,
        "area": "outside-province",
        **changed,
    }
    return Absence(**held)


def outlook(facts: Facts, draft: Absence) -> absence_outlook.Outlook:
    return absence_outlook.outlook(facts, draft, TODAY)


def crowd(missing: int) -> list[dict[str, Any]]:
    """So many members of the committee away on the sixth of September."""
    return [
        {"id": f"y{n}", "person": f"p{n}", "from": "2024-09-06", "to": "2024-09-06", "area": "outside-province"}
        for n in range(14, 14 + missing)
    ]


# Working days


def test_the_count_says_which_days_it_left_out() -> None:
    facts = facts_of(an_office())
    said = absences.counted(facts, D(2024, 8, 30), D(2024, 9, 6))
    assert said == "4 ngày làm việc: đã trừ 02/9, 03/9 và 2 ngày cuối tuần"
    assert absences.counted(facts, D(2024, 9, 9), D(2024, 9, 9)) == "1 ngày làm việc"


def test_a_made_up_saturday_counts_and_is_said() -> None:
    calendar = {"working_days": [{"date": "2024-09-07", "document": "12-TB/VPHU"}]}
    facts = facts_of(an_office(calendar=calendar))
    said = absences.counted(facts, D(2024, 9, 6), D(2024, 9, 8))
    assert said == "2 ngày làm việc: đã trừ 1 ngày cuối tuần; tính cả ngày làm bù 07/9"


# What the regulation asks


def test_the_dialog_is_told_by_when_to_whom_and_in_what_form() -> None:
    (asked,) = outlook(facts_of(an_office()), away()).demands
    assert asked.asks == "Báo cáo Thường trực bằng văn bản, chậm nhất 30/8/2024."
    assert asked.finding is not None
    assert asked.finding.verdict == "due"
    assert asked.cite is not None
    assert asked.cite.at is not None
    assert (asked.cite.at.article, asked.cite.at.clause) == ("Điều 4", "khoản 14")


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"last": D(2024, 9, 4)}, "2 ngày làm việc, quy chế tính từ 3 ngày"),
        ({"area": "outside-commune"}, "chỉ tính chuyến đi ngoài tỉnh, nước ngoài"),
        ({"person": "k1"}, "không phải cấp ủy viên"),
    ],
)
def test_what_is_not_asked_is_said_with_its_article(changed: dict[str, Any], why: str) -> None:
    (asked,) = outlook(facts_of(an_office()), away(**changed)).demands
    assert why in asked.asks
    assert asked.finding is None
    assert asked.cite is not None


def test_a_silent_regulation_asks_nothing_and_is_not_dressed_up() -> None:
    (asked,) = outlook(facts_of(an_office(profile="bac-kan-ccq-2020")), away()).demands
    assert (asked.asks, asked.cite, asked.finding) == ("", None, None)


def test_an_unclear_text_shows_both_readings() -> None:
    facts = facts_of(an_office(profile="lung-phinh-2025"))
    found = outlook(facts, away(last=D(2024, 8, 30), purpose="medical")).demands
    asked = next(one for one in found if one.finding)
    assert asked.finding is not None
    assert asked.finding.verdict == "unclear"
    assert "hoặc đi chữa bệnh thì bao lâu cũng phải báo cáo" in asked.finding.text


@pytest.mark.parametrize(
    ("name", "outside"),
    [
        ("Đảng ủy xã Lùng Phình", "ngoài xã"),
        ("Đảng ủy phường Bồng Sơn", "ngoài phường"),
        ("Đảng ủy đặc khu Cồn Cỏ", "ngoài đặc khu"),
        ("Huyện ủy Tây Sơn", "ngoài huyện"),
        ("Đảng ủy các cơ quan tỉnh", "ngoài địa bàn"),
    ],
)
def test_a_business_trip_out_of_the_area_has_its_own_notice_and_result(name: str, outside: str) -> None:
    given = an_office(profile="lung-phinh-2025")
    facts = facts_of(replace(given, office=replace(given.office, name=name)))
    titles = [one.title for one in outlook(facts, away(area="outside-commune", purpose="work")).demands]
    assert titles == ["Báo cáo khi đi", f"Báo cáo khi đi công tác {outside}", "Báo kết quả khi về"]
    assert name_of(facts, "absence.commune", "", D(2024, 8, 30)) == f"Báo cáo khi đi công tác {outside}"


# Sessions


@pytest.mark.parametrize(
    ("profile", "said", "article"),
    [
        ("tay-son-2024", "không cần văn bản ủy quyền", "Điều 7"),
        ("lung-phinh-2025", "chỉ thay mặt khi được ủy quyền", "Điều 7"),
        ("bac-kan-ccq-2020", "ủy nhiệm một Phó Bí thư", "Điều 6"),
    ],
)
def test_the_secretary_away_is_told_who_leads_meanwhile(profile: str, said: str, article: str) -> None:
    facts = facts_of(an_office(profile=profile))
    asked = {one.title: one for one in outlook(facts, away("p1")).demands}["Khi Bí thư vắng"]
    assert said in asked.asks
    assert asked.cite is not None
    assert asked.cite.at is not None
    assert asked.cite.at.article == article
    assert "Khi Bí thư vắng" not in [one.title for one in outlook(facts, away("p7")).demands]


def test_a_session_that_loses_its_number_is_named_with_the_days_that_hold() -> None:
    facts = facts_of(an_office(meetings=[session(id="h1", body="bch")], absences=crowd(8)))
    (thinned,) = outlook(facts, away()).thinned
    assert thinned.breaks
    assert thinned.text == "Ngày 06/9 còn 16/25, cần 17"
    assert (thinned.before.present, thinned.before.holds) == (17, True)
    assert thinned.better
    assert D(2024, 9, 6) not in thinned.better
    assert all(day >= TODAY for day in thinned.better)


def test_a_session_that_still_holds_is_told_too() -> None:
    (thinned,) = outlook(facts_of(an_office()), away()).thinned
    assert not thinned.breaks
    assert thinned.text == "Ngày 06/9 còn 10/13, cần 9"


@pytest.mark.parametrize("missing", range(6, 11))
def test_the_dialog_and_the_rule_agree_on_which_sessions_break(missing: int) -> None:
    facts = facts_of(an_office(meetings=[session(id="h1", body="bch")], absences=crowd(missing)))
    broken = {one.meeting.id for one in broken_quorums(facts, away())}
    told = {one.meeting.id for one in outlook(facts, away()).thinned if one.breaks and one.before.holds}
    assert told == broken


def test_amending_an_absence_does_not_count_it_twice() -> None:
    facts = facts_of(an_office())
    kept = facts.one(Absence, "x1")
    assert kept is not None
    (thinned,) = outlook(facts, kept).thinned
    assert (thinned.before.present, thinned.after.present) == (12, 11)


def test_the_meeting_itself_knows_when_it_fails() -> None:
    facts = facts_of(an_office(meetings=[session(id="h1", body="bch")], absences=crowd(9)))
    meeting = facts.meeting("h1")
    assert meeting is not None
    one = absence_outlook.failing(facts, meeting, TODAY)
    assert one is not None
    assert absence_outlook.better_words(one).startswith("Ngày gần nhất đủ số: ")
    assert absence_outlook.failing(facts, meeting, D(2024, 9, 7)) is None


# All of Thường trực away


def all_leaders() -> list[dict[str, Any]]:
    return [
        {"id": f"y{n}", "person": f"p{n}", "from": "2024-09-09", "to": "2024-09-10", "area": "outside-province"}
        for n in (1, 2)
    ]


def test_the_last_of_the_permanent_members_to_leave_brings_up_the_duty() -> None:
    facts = facts_of(an_office(absences=all_leaders()))
    (duty,) = outlook(facts, away("p3", D(2024, 9, 9), D(2024, 9, 12))).duties
    assert (duty.run.first, duty.run.last) == (D(2024, 9, 9), D(2024, 9, 10))
    assert duty.cite is not None
    assert duty.finding is not None
    assert duty.finding.verdict == "due"
    assert {person.id for person in duty.candidates} == {f"p{n}" for n in range(4, 14)}
    assert outlook(facts, away("p4", D(2024, 9, 9), D(2024, 9, 12))).duties == ()


def test_putting_a_member_on_duty_meets_the_rule(tmp_path: Path) -> None:
    leaders = [*all_leaders(), {**all_leaders()[0], "id": "y3", "person": "p3"}]
    door = Door(tmp_path / "a.thuky", an_office(absences=leaders))
    days = {"first": D(2024, 9, 9), "last": D(2024, 9, 10)}
    with pytest.raises(Refusal, match="ngoài Thường trực"):
        put(door, absence_edits.put_on_duty, person="p2", **days)
    put(door, absence_edits.put_on_duty, person="p4", **days)
    (judged,) = (one for one in check(door.facts, on=TODAY) if one.rule == "absence.duty")
    assert judged.verdict == "met"


# Entering and changing


def test_an_absence_is_entered_reported_and_told_of_its_result(tmp_path: Path) -> None:
    door = Door(tmp_path / "a.thuky", an_office(absences=[]))
    made = put(door, absence_edits.add, draft=away(destination="  Hà   Nội "), on=TODAY)
    assert (made.id, made.destination) == ("x1", "Hà Nội")
    told = put(door, absence_edits.mark_reported, absence=made, day=TODAY, on=TODAY)
    assert (told.reported, told.reported_to, told.form) == (TODAY, "thuong-truc", "written")
    (judged,) = (one for one in check(door.facts, on=TODAY) if one.subject == "absences/x1")
    assert judged.verdict == "met"
    put(door, absence_edits.set_cover, absence=told, cover="p8", on=TODAY)
    later = D(2024, 9, 9)
    kept = door.facts.one(Absence, "x1")
    assert kept is not None
    put(door, absence_edits.mark_result, absence=kept, day=later, on=later)
    kept = door.facts.one(Absence, "x1")
    assert kept is not None
    assert kept == replace(told, cover="p8", result_reported=later)
    with door.writing() as store:
        absence_edits.remove(store, absence=kept)
    assert door.facts.office.absences == ()
    door.file.undo()
    assert len(door.facts.office.absences) == 1


@pytest.mark.parametrize(
    ("draft", "field", "words"),
    [
        (away("không có ai"), "person", "Chưa chọn người vắng"),
        (away(last=D(2024, 8, 29)), "to", "trước ngày đi"),
        (away(last=D(2042, 9, 6)), "to", "quá 3 năm"),
        (away(cover="p7"), "cover", "người khác"),
        (away(reported=D(2024, 8, 31)), "reported", "chưa đến"),
        (away("p6", D(2024, 9, 6), D(2024, 9, 9)), "from_", "đã ghi vắng 30/8–06/9/2024"),
    ],
)
def test_what_cannot_be_is_refused_by_name_and_nothing_is_kept(
    tmp_path: Path, draft: Absence, field: str, words: str
) -> None:
    door = Door(tmp_path / "a.thuky", an_office())
    with pytest.raises(Refusal, match=words) as refused:
        put(door, absence_edits.add, draft=draft, on=TODAY)
    assert refused.value.field == field
    assert len(door.facts.office.absences) == len(ABSENCES)


def test_a_cover_who_is_away_too_is_warned_of() -> None:
    warnings = outlook(facts_of(an_office()), away(cover="p6")).warnings
    assert warnings == ("Người thay là Trần Thị Hạnh cũng vắng 30/8–06/9/2024.",)


# The list and the year


def listed(office: Office, **filters: Any) -> list[absences.AbsenceRow]:  # noqa: ANN401 - the filters
    facts = facts_of(office)
    return absences.rows(facts, check(facts, on=TODAY), TODAY, **filters)


def test_the_list_has_those_away_first_and_filters() -> None:
    office = an_office()
    assert [row.id for row in listed(office)] == ["x2", "x1"]
    assert [row.id for row in listed(office, state_is=State.UNREPORTED)] == ["x1"]
    assert [row.id for row in listed(office, text="quoc bao")] == ["x2"]
    assert listed(office, year=2023) == []
    (hanh,) = listed(office, person="p6")
    assert (hanh.told, hanh.verdict, hanh.days) == ("Chưa báo cáo", "due", 4)


def test_a_year_of_forty_absences_and_forty_one_members() -> None:
    roster = people() + [
        {"id": f"q{n}", "name": f"Phạm Văn {n}", "seats": [{"body": "bch", "role": "uy-vien", "from": "2020-08-01"}]}
        for n in range(16)
    ]
    roster[0]["name"] = LONG_NAME
    many = [
        {"id": f"y{n}", "person": roster[n % 25]["id"], "from": f"2024-{1 + n % 12:02}-{1 + n % 20:02}",
         "to": f"2024-{1 + n % 12:02}-{3 + n % 20:02}", "area": "outside-province"}
        for n in range(40)
    ]  # fmt: skip
    facts = facts_of(an_office(roster=roster, absences=many))
    year = absence_year.year_of(facts, check(facts, on=TODAY), TODAY, 2024)
    assert (len(year.strips), sum(len(strip.bars) for strip in year.strips), len(year.off)) == (41, 40, 366)
    assert year.strips[0].person.name == LONG_NAME
    assert year.off[(D(2024, 9, 2) - D(2024, 1, 1)).days]
    assert year.today == (TODAY - D(2024, 1, 1)).days
    assert [one.text for one in year.sessions] == ["Hội nghị Ban Thường vụ 06/9/2024"]


def test_an_absence_over_new_year_stands_in_both_years() -> None:
    absent = [{"id": "y1", "person": "p7", "from": "2024-12-30", "to": "2025-01-03", "area": "abroad"}]
    facts = facts_of(an_office(absences=absent))
    for year, bars in ((2024, (364, 365)), (2025, (0, 2))):
        strips = absence_year.year_of(facts, [], TODAY, year).strips
        (bar,) = next(strip.bars for strip in strips if strip.person.id == "p7")
        assert (bar.first, bar.last) == bars


def test_an_empty_office_has_an_empty_list_and_year() -> None:
    facts = facts_of(an_office(absences=[], roster=[], meetings=[]))
    assert absences.rows(facts, [], TODAY) == []
    assert absence_year.year_of(facts, [], TODAY, 2024).strips == ()
    assert [step[2] for step in absences.first_steps(facts, TODAY)] == [False, True]


def test_a_form_that_is_named_stands_over_the_one_on_record(tmp_path: Path) -> None:
    door = Door(tmp_path / "a.thuky", an_office())
    before = door.facts.one(Absence, "x2")
    assert before
    assert before.form == "written"
    told = put(door, absence_edits.mark_reported, absence=before, day=TODAY, on=TODAY, form="oral", to="btv")
    assert (told.form, told.reported_to) == ("oral", "btv")
