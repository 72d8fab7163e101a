"""Meetings through the one door, on a real migrated file: planned, prepared, held, minuted, and what is refused."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.findings import Verdict
from desktop.domain.issued import issued_from
from desktop.domain.records import AgendaItem, Choice, Counts, Guest, Meeting, Remark, Vote
from desktop.domain.refusal import Refusal, Stale
from desktop.usecases.base import afterwards
from desktop.usecases.documents import numbers as document_numbers
from desktop.usecases.meetings import edits as meeting_edits
from desktop.usecases.meetings import findings as meeting_findings
from desktop.usecases.meetings import planning
from desktop.usecases.meetings import rows as meetings
from desktop.usecases.meetings import votes as meeting_votes
from desktop.usecases.meetings.rows import State
from desktop.usecases.papers import of_meetings
from tests.usecases.meeting_office import MEETING_DAY, NOW, TODAY, Door, an_office, session


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Door]:
    made = Door(tmp_path / "văn phòng.thuky", an_office())
    yield made
    made.file.close()


def held(door: Door, present: int = 10) -> Meeting:
    """The session with the first members marked present."""
    members = door.facts.members("btv", MEETING_DAY)
    marks = {person.id: "present" if at < present else "excused" for at, person in enumerate(members)}
    return door.do(meeting_votes.set_attendance, on=MEETING_DAY, marks=marks)


# Reading


def test_the_list_is_filtered_by_body_year_state_and_words_without_diacritics(door: Door) -> None:
    facts = door.facts
    assert [row.title for row in meetings.rows(facts, NOW)] == ["Hội nghị Ban Thường vụ lần thứ 57"]
    assert meetings.rows(facts, NOW, body="bch") == []
    assert meetings.rows(facts, NOW, year=2023) == []
    assert meetings.rows(facts, NOW, state_is=State.HELD) == []
    assert len(meetings.rows(facts, NOW, text="ban thuong vu")) == 1


def test_a_meeting_is_prepared_then_running_then_held_or_postponed(door: Door) -> None:
    meeting = door.meeting()
    during = dt.datetime.combine(MEETING_DAY, dt.time(8))
    assert meetings.state(meeting, NOW) is State.PREPARING
    assert meetings.state(meeting, during) is State.RUNNING
    assert meetings.state(meeting, dt.datetime.combine(MEETING_DAY, dt.time(11))) is State.HELD
    assert meetings.state(replace(meeting, minutes=MEETING_DAY), during) is State.HELD
    assert meetings.state(replace(meeting, cancelled=True), NOW) is State.POSTPONED


def test_the_forecast_takes_off_those_who_will_be_away(door: Door) -> None:
    count = meetings.forecast(door.facts, door.meeting())
    assert (count.present, count.members, count.needed) == (11, 13, 9)
    assert [person.name for person in count.away] == ["Lê Quốc Bảo", "Trần Thị Hạnh"]
    assert count.holds


def test_guests_and_officials_listed_never_count(door: Door) -> None:
    door.do(meeting_votes.set_attendance, on=MEETING_DAY, marks={"k1": "present", "p1": "present"})
    count = meetings.present(door.facts, door.meeting())
    assert (count.present, count.members) == (1, 13)


# Planning and preparing


def test_a_planned_meeting_gets_an_id_and_the_next_number(door: Door) -> None:
    start = dt.datetime(2024, 9, 27, 7, 30)
    draft = planning.suggest(door.facts, "btv", "regular", start)
    assert draft.title == "Hội nghị Ban Thường vụ lần thứ 58"
    assert (draft.place, draft.end) == ("Phòng họp A, trụ sở Huyện ủy", dt.datetime(2024, 9, 27, 11, 0))
    facts = door.facts
    with door.writing() as store:
        made = meeting_edits.plan(store, facts=facts, draft=draft, on=TODAY)
    assert made.id == "m2"
    assert door.meeting("m2") == made


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"end": dt.datetime(2024, 9, 6, 7, 0)}, "end", "Giờ kết thúc 07:00 không sau giờ bắt đầu 07:30"),
        ({"title": "  "}, "title", "chưa có tên"),
        ({"invitations_sent": dt.date(2024, 9, 1)}, "invitations_sent", "01/9/2024 chưa đến"),
        ({"minutes": dt.date(2024, 8, 29)}, "minutes", "trước ngày họp"),
        ({"start": dt.datetime(2010, 1, 4, 8), "end": None}, "body", "chưa có thành viên nào"),
    ],
)
def test_what_no_meeting_can_be_is_refused_by_field_and_nothing_changes(
    door: Door, changed: dict[str, object], field: str, words: str
) -> None:
    before = door.meeting()
    with pytest.raises(Refusal) as refused:
        door.do(meeting_edits.amend, after=replace(before, **changed))  # type: ignore[arg-type]  # fields by name
    assert refused.value.field == field
    assert words in refused.value.sentence
    assert door.meeting() == before


def test_a_change_made_elsewhere_meanwhile_is_not_overwritten(door: Door) -> None:
    seen, facts = door.meeting(), door.facts
    door.do(meeting_edits.amend, after=replace(seen, place="Phòng họp B"))
    with pytest.raises(Stale), door.writing() as store:
        meeting_edits.amend(store, facts=facts, meeting=seen, after=replace(seen, place="Phòng họp C"), on=TODAY)
    assert door.meeting().place == "Phòng họp B"


def test_items_are_added_moved_and_removed(door: Door) -> None:
    door.do(meeting_edits.add_item, item=AgendaItem(id="", title="Việc khác"))
    assert door.meeting().agenda[-1].id == "a6"
    door.do(meeting_edits.move_item, item_id="a6", by=-1)
    assert [item.id for item in door.meeting().agenda] == ["a1", "a2", "a3", "a4", "a6", "a5"]
    door.do(meeting_edits.move_item, item_id="a1", by=-1)
    assert door.meeting().agenda[0].id == "a1"
    door.do(meeting_edits.remove_item, item_id="a6")
    assert len(door.meeting().agenda) == 5


def test_an_item_without_a_title_is_refused(door: Door) -> None:
    with pytest.raises(Refusal, match="chưa có nội dung"):
        door.do(meeting_edits.add_item, item=AgendaItem(id="", title=" "))


def test_papers_come_in_are_returned_with_a_note_and_accepted(door: Door) -> None:
    with pytest.raises(Refusal, match="chưa nhận"):
        door.do(meeting_edits.accept_papers, item_id="a3")
    door.do(meeting_edits.receive_papers, item_id="a3", day=TODAY)
    with pytest.raises(Refusal) as refused:
        door.do(meeting_edits.return_papers, item_id="a3", note=" ")
    assert refused.value.field == "documents_note"
    door.do(meeting_edits.return_papers, item_id="a3", note="Bổ sung kinh phí")
    item = meetings.item_of(door.meeting(), "a3")
    assert item is not None
    assert (item.documents_state, item.documents_note) == ("returned", "Bổ sung kinh phí")
    with pytest.raises(Refusal):
        door.do(meeting_edits.accept_papers, item_id="a3")
    door.do(meeting_edits.receive_papers, item_id="a3", day=TODAY)
    door.do(meeting_edits.accept_papers, item_id="a3")
    item = meetings.item_of(door.meeting(), "a3")
    assert item is not None
    assert item.documents_state == "accepted"


def test_sending_marks_the_invitations_and_only_the_papers_in_hand(door: Door) -> None:
    meeting = door.do(meeting_edits.mark_all_sent)
    assert meeting.invitations_sent == TODAY
    assert [item.id for item in meeting.agenda if item.documents_sent == TODAY] == ["a1", "a2", "a5"]


# What the regulation says beside the form


def test_the_panel_names_findings_and_puts_the_gravest_first(door: Door) -> None:
    found = planning.judge(door.facts, door.meeting(), TODAY)
    lines = meeting_findings.grouped(door.meeting(), found)
    assert (lines[0][0], lines[0][1].verdict) == ("Tài liệu mục 3", Verdict.BREACH)
    by_name = dict(lines)
    assert by_name["Tài liệu mục 1, 2, 5"].verdict is Verdict.MET
    assert by_name["Giấy mời"].verdict is Verdict.DUE
    assert by_name["Tài liệu mục 4"].verdict is Verdict.UNCLEAR
    assert by_name["Gửi tài liệu mục 4"].verdict is Verdict.EXEMPT


def test_each_item_shows_its_papers_and_its_vote(door: Door) -> None:
    found = planning.judge(door.facts, door.meeting(), TODAY)
    rows = meeting_findings.agenda(door.facts, door.meeting(), found, TODAY)
    assert [row.papers for row in rows] == ["28/8", "29/8", "Quá 1 ngày", "Hai cách đọc", "29/8"]
    assert [row.papers_mark for row in rows] == ["met", "met", "breach", "unclear", "met"]
    assert rows[1].vote == "Chưa biểu quyết"
    assert rows[4].vote == "Không biểu quyết"


def test_a_verdict_stands_beside_its_field_before_anything_is_saved(door: Door) -> None:
    item = meetings.item_of(door.meeting(), "a3")
    assert item is not None
    draft = meeting_edits.with_item(door.meeting(), replace(item, documents_received=dt.date(2024, 8, 29)))
    before = meeting_findings.beside_fields(planning.judge(door.facts, door.meeting(), TODAY), "a3")
    after = meeting_findings.beside_fields(planning.judge(door.facts, draft, TODAY), "a3")
    assert before["documents_received"].verdict is Verdict.BREACH
    assert meeting_findings.note_of(before["documents_received"], TODAY) == "Hạn 29/8 đã qua"
    assert after["documents_received"].verdict is Verdict.MET


# Guests


def test_guests_are_added_once_and_removed(door: Door) -> None:
    door.do(meeting_edits.add_guest, guest=Guest(name="Trưởng phòng Tài chính", unit="u2"))
    assert meetings.guest_name(door.facts, door.meeting().guests[0]) == (
        "Trưởng phòng Tài chính – Phòng Tài chính – Kế hoạch"
    )
    with pytest.raises(Refusal, match="đã có"):
        door.do(meeting_edits.add_guest, guest=Guest(name="Trưởng phòng Tài chính", unit="u2"))
    with pytest.raises(Refusal, match="chưa có tên"):
        door.do(meeting_edits.add_guest, guest=Guest(name=" "))
    door.do(meeting_edits.remove_guest, guest=door.meeting().guests[0])
    assert door.meeting().guests == ()


def test_inspection_members_outside_the_committee_are_invited_by_one_act(tmp_path: Path) -> None:
    door = Door(tmp_path / "f.thuky", an_office(meetings=[session(body="bch", agenda=[])]))
    assert [one.id for one in meetings.missing_inspectors(door.facts, door.meeting())] == ["k1", "k2", "k3"]
    meeting = door.do(meeting_edits.invite_inspectors)
    assert [guest.person for guest in meeting.guests] == ["k1", "k2", "k3"]
    assert meetings.missing_inspectors(door.facts, meeting) == []
    door.file.close()


# The day itself


def test_attendance_is_not_taken_before_the_day(door: Door) -> None:
    with pytest.raises(Refusal, match="chưa đến ngày"):
        door.do(meeting_votes.all_present)


def test_all_are_marked_present_and_one_taken_back_keeps_a_reason(door: Door) -> None:
    door.do(meeting_votes.all_present, on=MEETING_DAY)
    away = {one.person for one in door.facts.office.absences if one.from_ <= MEETING_DAY <= one.to}
    assert {row.person.id: row.status for row in meetings.attendance(door.facts, door.meeting())} == {
        person.id: "excused" if person.id in away else "present" for person in door.facts.members("btv", MEETING_DAY)
    }
    assert len(away) == 2
    door.do(meeting_votes.set_attendance, on=MEETING_DAY, marks={"p6": "excused"})
    door.do(meeting_votes.set_reason, on=MEETING_DAY, person="p6", reason="Đi công tác")
    door.do(meeting_votes.set_attendance, on=MEETING_DAY, marks={"p6": "absent"})
    row = next(one for one in meetings.attendance(door.facts, door.meeting()) if one.person.id == "p6")
    assert (row.status, row.reason) == ("absent", "Đi công tác")
    door.do(meeting_votes.set_attendance, on=MEETING_DAY, marks={"p6": None})
    assert len(door.meeting().attendance) == 12


def test_a_vote_below_the_quorum_is_refused_with_the_article(door: Door) -> None:
    held(door, present=8)
    with pytest.raises(Refusal) as refused:
        door.do(meeting_votes.set_vote, on=MEETING_DAY, item_id="a2", method="show-of-hands")
    assert "8/13" in refused.value.sentence
    assert refused.value.cite is not None
    assert refused.value.cite.at is not None
    assert (refused.value.cite.at.article, refused.value.cite.at.clause) == ("Điều 18", "khoản 1")
    with pytest.raises(Refusal, match="chưa đủ 2/3"):
        door.do(meeting_votes.set_conclusion, on=MEETING_DAY, item_id="a2", text="Thống nhất.")
    assert door.do(meeting_votes.set_conclusion, on=MEETING_DAY, item_id="a5", text="Ghi nhận.").agenda[4].conclusion


def test_a_vote_before_attendance_was_taken_is_refused(door: Door) -> None:
    with pytest.raises(Refusal, match="Chưa điểm danh"):
        door.do(meeting_votes.set_vote, on=MEETING_DAY, item_id="a2", method="show-of-hands")


def test_all_present_approve_but_for_the_exceptions(door: Door) -> None:
    held(door)
    present = [person.id for person in meetings.present_members(door.facts, door.meeting())]
    exceptions = (
        Choice(person=present[-1], choice="reject", note="Giữ điểm trường thôn 4", reserved=True),
        Choice(person=present[-2], choice="other", note="Lùi lộ trình"),
    )
    meeting = door.do(
        meeting_votes.set_vote, on=MEETING_DAY, item_id="a3", method="show-of-hands", exceptions=exceptions
    )
    item = meetings.item_of(meeting, "a3")
    assert item is not None
    count = meetings.tally(door.facts, meeting, item)
    assert count is not None
    assert (count.approve, count.reject, count.other, count.away, count.members) == (8, 1, 1, 3, 13)
    assert {one.note for one in count.exceptions} == {"Giữ điểm trường thôn 4", "Lùi lộ trình"}


def test_one_exception_is_put_and_taken_back_without_touching_the_others(door: Door) -> None:
    held(door)
    present = [person.id for person in meetings.present_members(door.facts, door.meeting())]
    for person in present[:2]:
        door.do(
            meeting_votes.set_exception, on=MEETING_DAY, item_id="a3", choice=Choice(person=person, choice="reject")
        )
    door.do(
        meeting_votes.set_exception, on=MEETING_DAY, item_id="a3", choice=Choice(person=present[0], choice="approve")
    )
    item = meetings.item_of(door.meeting(), "a3")
    assert item is not None
    count = meetings.tally(door.facts, door.meeting(), item)
    assert count is not None
    assert (count.approve, count.reject) == (9, 1)


def test_a_member_who_is_not_there_has_no_vote(door: Door) -> None:
    held(door)
    away = next(row.person for row in meetings.attendance(door.facts, door.meeting()) if row.status == "excused")
    with pytest.raises(Refusal, match=f"{away.name} không có mặt"):
        door.do(
            meeting_votes.set_exception, on=MEETING_DAY, item_id="a3", choice=Choice(person=away.id, choice="reject")
        )


def test_the_votes_of_who_is_marked_away_go_and_slips_of_more_than_are_left_are_counted_again(door: Door) -> None:
    held(door)
    voter, other, *_ = meetings.present_members(door.facts, door.meeting())
    for item in ("a2", "a3"):
        door.do(meeting_votes.set_vote, on=MEETING_DAY, item_id=item, method="show-of-hands",
                exceptions=(Choice(person=other.id, choice="reject"),))  # fmt: skip
    before = door.meeting()
    meeting = door.do(meeting_votes.set_attendance, on=MEETING_DAY, marks={voter.id: "absent"})
    told = [*afterwards.fallen(door.facts, before, meeting)]
    assert [line.rpartition(": ")[2] for line in told] == [f"bỏ ý kiến của {voter.name}."] * 2
    assert [line[:5] for line in told] == ["Mục 2", "Mục 3"]
    for ident in ("a2", "a3"):
        item = meetings.item_of(meeting, ident)
        assert item is not None
        count = meetings.tally(door.facts, meeting, item)
        assert count is not None
        assert (count.approve, count.reject) == (8, 1)
    door.do(meeting_votes.set_counts, on=MEETING_DAY, item_id="a4", counts=Counts(approve=7, reject=2))
    before = door.meeting()
    meeting = door.do(meeting_votes.set_attendance, on=MEETING_DAY, marks={other.id: None})
    assert any("bỏ kết quả kiểm 9 phiếu" in line for line in afterwards.fallen(door.facts, before, meeting))
    item = meetings.item_of(meeting, "a4")
    assert item is not None
    assert item.vote == Vote(method="secret-ballot")


def test_a_secret_ballot_counts_no_more_slips_than_members_present(door: Door) -> None:
    held(door)
    with pytest.raises(Refusal) as refused:
        door.do(meeting_votes.set_counts, on=MEETING_DAY, item_id="a4", counts=Counts(approve=9, reject=2))
    assert refused.value.field == "counts"
    assert "11 phiếu" in refused.value.sentence
    meeting = door.do(meeting_votes.set_counts, on=MEETING_DAY, item_id="a4", counts=Counts(approve=8, reject=2))
    item = meetings.item_of(meeting, "a4")
    assert item is not None
    count = meetings.tally(door.facts, meeting, item)
    assert count is not None
    assert (count.approve, count.reject, count.away) == (8, 2, 3)


def test_an_item_voted_on_is_not_taken_off_the_agenda(door: Door) -> None:
    held(door)
    door.do(meeting_votes.set_vote, on=MEETING_DAY, item_id="a2", method="consensus")
    with pytest.raises(Refusal, match="đã biểu quyết"):
        door.do(meeting_edits.remove_item, item_id="a2")
    door.do(meeting_votes.clear_vote, on=MEETING_DAY, item_id="a2")
    assert len(door.do(meeting_edits.remove_item, item_id="a2").agenda) == 4


def test_what_was_said_is_kept_in_order_and_empty_lines_fall_away(door: Door) -> None:
    remarks = (Remark(person="p8", text="Cần lộ trình"), Remark(text="  "), Remark(person="p7", text="Đồng ý"))
    meeting = door.do(meeting_votes.set_discussion, item_id="a3", remarks=remarks)
    item = meetings.item_of(meeting, "a3")
    assert item is not None
    assert [remark.text for remark in item.discussion] == ["Cần lộ trình", "Đồng ý"]


def test_a_standing_session_is_not_closed_without_minutes_where_the_regulation_asks(tmp_path: Path) -> None:
    weekly = session(id="m1", body="thuong-truc", kind="weekly", title="Họp Thường trực tuần 36", agenda=[])
    door = Door(tmp_path / "f.thuky", an_office(meetings=[weekly]))
    door.do(meeting_votes.all_present, on=MEETING_DAY)
    at = dt.datetime.combine(MEETING_DAY, dt.time(10, 15))
    with pytest.raises(Refusal) as refused:
        door.do(meeting_votes.finish, on=MEETING_DAY, at=at)
    assert refused.value.field == "minutes"
    assert refused.value.cite is not None
    assert refused.value.cite.at is not None
    assert refused.value.cite.at.article == "Điều 15"
    door.do(meeting_votes.sign_minutes, on=MEETING_DAY, day=MEETING_DAY)
    assert door.do(meeting_votes.finish, on=MEETING_DAY, at=at).end == at
    door.file.close()


def test_where_the_text_is_silent_a_standing_session_closes_without_minutes(tmp_path: Path) -> None:
    weekly = session(id="m1", body="thuong-truc", kind="weekly", title="Họp Thường trực", agenda=[])
    door = Door(tmp_path / "f.thuky", an_office(meetings=[weekly], profile="bac-kan-ccq-2020"))
    door.do(meeting_votes.all_present, on=MEETING_DAY)
    at = dt.datetime.combine(MEETING_DAY, dt.time(10, 15))
    assert door.do(meeting_votes.finish, on=MEETING_DAY, at=at).end == at
    door.file.close()


# Moving and postponing


def test_moving_keeps_the_length_and_shifts_the_items(door: Door) -> None:
    door.do(meeting_edits.mark_all_sent)
    meeting = door.do(meeting_edits.move, start=dt.datetime(2024, 9, 10, 14, 0))
    assert meeting.end == dt.datetime(2024, 9, 10, 17, 30)
    assert meeting.agenda[1].time == dt.time(14, 20)
    assert meeting.invitations_sent is None


def test_a_session_with_too_few_present_is_postponed_but_not_moved(door: Door) -> None:
    held(door, present=5)
    with pytest.raises(Refusal, match="không dời ngày được"):
        door.do(meeting_edits.move, start=dt.datetime(2024, 9, 10, 14, 0))
    assert door.do(meeting_edits.postpone, reason="Không đủ số ủy viên").cancelled


def test_a_meeting_that_decided_is_neither_moved_nor_postponed(door: Door) -> None:
    held(door)
    with pytest.raises(Refusal, match="không dời ngày được"):
        door.do(meeting_edits.move, start=dt.datetime(2024, 9, 10, 14, 0))
    door.do(meeting_votes.set_vote, on=MEETING_DAY, item_id="a2", method="consensus")
    with pytest.raises(Refusal, match="không hoãn được"):
        door.do(meeting_edits.postpone, reason="Bão")


def test_a_postponed_meeting_keeps_its_record_and_can_be_taken_up_again(door: Door) -> None:
    meeting = door.do(meeting_edits.postpone, reason="Bão số 3")
    assert (meeting.cancelled, meeting.reason) == (True, "Bão số 3")
    assert not door.do(meeting_edits.resume).cancelled


# Sessions of several days, and one held instead of another


def two_days(door: Door) -> Meeting:
    """The session goes on to the next noon, its last item then."""
    meeting = door.meeting()
    end = dt.datetime.combine(MEETING_DAY + dt.timedelta(days=1), dt.time(11))
    agenda = (*meeting.agenda[:-1], replace(meeting.agenda[-1], day=end.date()))
    return door.do(meeting_edits.amend, after=replace(meeting, end=end, agenda=agenda))


def test_a_session_of_two_days_is_held_when_its_second_is_over(door: Door) -> None:
    meeting = two_days(door)
    evening, morning, noon = (dt.datetime(2024, 9, day, hour) for day, hour in ((6, 20), (7, 8), (7, 11)))
    assert [meetings.state(meeting, now) for now in (evening, morning, noon)] == [
        State.RUNNING,
        State.RUNNING,
        State.HELD,
    ]
    held(door)
    assert door.do(meeting_votes.finish, at=dt.datetime(2024, 9, 7, 10), on=dt.date(2024, 9, 7)).end == dt.datetime(
        2024, 9, 7, 10
    )


def test_moving_a_session_of_two_days_takes_the_days_of_its_items_along(door: Door) -> None:
    two_days(door)
    meeting = door.do(meeting_edits.move, start=dt.datetime(2024, 9, 10, 7, 30))
    assert meeting.agenda[-1].day == dt.date(2024, 9, 11)
    assert meeting.end == dt.datetime(2024, 9, 11, 11, 0)


def test_an_item_lies_on_a_day_of_its_meeting_and_the_end_not_before_the_beginning(door: Door) -> None:
    meeting = two_days(door)
    with pytest.raises(Refusal, match="xếp vào ngày 08/9/2024, ngoài các ngày họp") as refused:
        door.do(meeting_edits.amend_item, item=replace(meeting.agenda[0], day=dt.date(2024, 9, 8)))
    assert refused.value.field == "day"
    with pytest.raises(Refusal, match="ngoài các ngày họp"):
        door.do(meeting_edits.amend, after=replace(meeting, end=dt.datetime(2024, 9, 6, 17)))
    with pytest.raises(Refusal, match="Ngày kết thúc 05/9/2024 trước ngày họp 06/9/2024") as refused:
        door.do(meeting_edits.amend, after=replace(meeting, end=dt.datetime(2024, 9, 5, 17)))
    assert refused.value.field == "last_day"


def another(door: Door, start: dt.datetime) -> Meeting:
    facts, draft = door.facts, Meeting(id="", body="btv", kind="regular", title="Họp bù", start=start)
    with door.writing() as store:
        made: Meeting = meeting_edits.plan(store, facts=facts, draft=draft, on=TODAY)
    return made


def test_another_meeting_takes_the_place_of_one_called_off(door: Door) -> None:
    other = another(door, dt.datetime(2024, 9, 12, 7, 30))
    earlier = another(door, dt.datetime(2024, 9, 3, 7, 30))
    with pytest.raises(Refusal, match="chưa hoãn"):
        door.do(meeting_edits.hold_instead, other=other.id)
    meeting = door.do(meeting_edits.postpone, reason="Bão")
    assert [one.id for one in meetings.stand_ins(door.facts, meeting)] == [other.id]
    for wrong in ("m1", earlier.id):
        with pytest.raises(Refusal, match="cùng cơ quan, họp sau"):
            door.do(meeting_edits.hold_instead, other=wrong)
    assert door.do(meeting_edits.hold_instead, other=other.id).postponed_to == other.id
    assert [one.id for one in meetings.in_place_of(door.facts, other)] == ["m1"]
    assert door.do(meeting_edits.resume).postponed_to is None


# Numbers of papers


def test_a_number_is_given_once_and_runs_on_within_the_term(door: Door) -> None:
    facts, meeting = door.facts, door.meeting()
    with door.writing() as store:
        made = of_meetings.issue(store, facts=facts, meeting=meeting, form="giay-moi", number=1, day=TODAY, on=TODAY)
    assert made.symbol == "01-GM/HU"
    assert document_numbers.next_number(door.facts, "GM", TODAY) == 2
    facts = door.facts
    with pytest.raises(Refusal, match="số tiếp theo là 2"), door.writing() as store:
        of_meetings.issue(store, facts=facts, meeting=meeting, form="giay-moi", number=1, day=TODAY, on=TODAY)
    assert issued_from(door.facts, "GM", door.meeting()) == made


def test_a_finding_is_quoted_in_our_own_sentence_until_the_text_is_attached(door: Door) -> None:
    found = planning.judge(door.facts, door.meeting(), TODAY)
    late = next(one for one in found if one.rule == "meeting.papers.received" and one.verdict is Verdict.BREACH)
    assert meeting_findings.quote(door.facts, late, MEETING_DAY).endswith("bốn ngày làm việc.")
