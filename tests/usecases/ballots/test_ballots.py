"""A ballot from its start to what follows it, through the real door, under each regulation."""

import datetime as dt
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.decoding import from_plain
from desktop.domain.findings import Verdict
from desktop.domain.records import Ballot, Response
from desktop.domain.refusal import Refusal, Stale
from desktop.usecases.ballots import edits as ballot_edits
from desktop.usecases.ballots import findings as ballot_findings
from desktop.usecases.ballots import follow as ballot_follow
from desktop.usecases.ballots import rows as ballots
from desktop.usecases.ballots import slips as ballot_slips
from desktop.usecases.ballots.rows import State
from desktop.usecases.documents import of_records as record_documents
from desktop.usecases.today import rows as today
from tests.usecases.meeting_office import LONG_NAME, TODAY, Door, an_office, session

DAY = dt.timedelta(days=1)
ORDINARY: dict[str, Any] = {
    "title": "Nhà văn hóa xã Bình Thuận",
    "matter": "investment",
    "reason": "no-meeting-possible",
}


def ballot(**changed: Any) -> dict[str, Any]:  # noqa: ANN401 - keys of the interchange JSON
    return {
        "id": "b1", "body": "btv", "sent": "2024-08-26", "due": "2024-08-29", "directed_by": "thuong-truc",
        **ORDINARY, "questions": [{"id": "q1", "text": "Chủ trương đầu tư"}], **changed,
    }  # fmt: skip


def answers(approve: int, other: int = 0, reject: int = 0) -> list[dict[str, Any]]:
    said = ["approve"] * approve + ["other"] * other + ["reject"] * reject
    return [{"person": f"p{place}", "choice": choice, "returned": "2024-08-28"} for place, choice in enumerate(said, 1)]


class Box(Door):
    """The door with the use cases of ballots behind it."""

    def ballot(self, ident: str = "b1") -> Ballot:
        found = self.facts.one(Ballot, ident)
        assert found is not None
        return found

    def act(self, edit: Callable[..., Any], *, on: dt.date = TODAY, ident: str = "b1", **rest: Any) -> Ballot:  # noqa: ANN401
        facts, one = self.facts, self.ballot(ident)
        with self.writing() as store:
            edit(store, facts=facts, ballot=one, on=on, **rest)
        return self.ballot(ident)

    def start(self, on: dt.date = TODAY, **draft: Any) -> Ballot:  # noqa: ANN401 - the fields of a ballot
        facts = self.facts
        made = ballot_edits.suggest(facts, on)
        wanted = Ballot(**{**{name: getattr(made, name) for name in Ballot.__slots__}, **ORDINARY, **draft})
        with self.writing() as store:
            return ballot_edits.start(store, facts=facts, draft=wanted, on=on)

    def tally(self) -> ballots.Tally:
        return ballots.tally(self.facts, self.ballot(), TODAY)


MakeBox = Callable[..., Box]


@pytest.fixture
def box(tmp_path: Path) -> Iterator[MakeBox]:
    made: list[Box] = []

    def make(*, settings: dict[str, Any] | None = None, **lists: Any) -> Box:  # noqa: ANN401 - the lists of the JSON
        office = an_office(absences=[], **lists)
        door = Box(tmp_path / f"văn phòng {len(made)}.thuky", office)
        made.append(door)
        if settings:
            with door.writing() as store:
                store.put_head(replace(store.head(), settings=settings))
        return door

    yield make
    for one in made:
        one.file.close()


# What the regulation excludes is refused before it is made


@pytest.mark.parametrize(
    ("profile", "draft", "article", "words"),
    [
        ("tay-son-2024", {"matter": "personnel"}, ("Điều 20", "khoản 3"), "đưa ra hội nghị Ban Thường vụ"),
        (
            "tay-son-2024",
            {"body": "bch"},
            ("Điều 20", "khoản 3"),
            "hội nghị Ban Chấp hành hoặc lấy ý kiến Ban Thường vụ",
        ),
        ("tay-son-2024", {"reason": "not-complex"}, ("Điều 20", "khoản 3"), "đưa ra hội nghị Ban Thường vụ"),
        ("lung-phinh-2025", {"body": "bch"}, ("Điều 9", "khoản 3"), "hội nghị Ban Chấp hành"),
        ("bac-kan-ccq-2020", {"matter": "personnel"}, ("Điều 11", "khoản 1"), "đưa ra hội nghị Ban Thường vụ"),
        ("bac-kan-ccq-2020", {"matter": "evaluation", "reason": "not-complex"}, ("Điều 11", "khoản 1"), "hội nghị"),
    ],
)
def test_what_is_excluded_is_refused_with_its_article(
    box: MakeBox, profile: str, draft: dict[str, Any], article: tuple[str, str], words: str
) -> None:
    door = box(profile=profile)
    with pytest.raises(Refusal) as refused:
        door.start(**draft)
    cite = refused.value.cite
    assert cite is not None
    assert cite.at is not None
    assert (cite.at.article, cite.at.clause) == article
    assert words in refused.value.sentence
    assert door.facts.office.ballots == ()


@pytest.mark.parametrize(
    ("profile", "draft"),
    [
        ("tay-son-2024", {}),
        ("lung-phinh-2025", {"reason": "not-complex"}),
        ("lung-phinh-2025", {"matter": "personnel"}),
        ("bac-kan-ccq-2020", {"matter": "political-standard"}),
        ("bac-kan-ccq-2020", {"body": "bch", "matter": "resolution"}),
        ("202-qd-tw-2019", {"body": "bch", "matter": "personnel", "reason": "not-complex"}),
    ],
)
def test_what_the_text_allows_or_does_not_speak_of_is_made(box: MakeBox, profile: str, draft: dict[str, Any]) -> None:
    made = box(profile=profile).start(**draft)
    assert made.id
    assert ballots.REASON[made.reason or ""]


def test_a_refusal_names_the_session_already_planned(box: MakeBox) -> None:
    with pytest.raises(Refusal, match="Hội nghị gần nhất đã xếp: Hội nghị Ban Thường vụ 06/9/2024"):
        box().start(matter="personnel")


def test_ground_and_matter_must_be_chosen(box: MakeBox) -> None:
    door = box()
    for field, draft in (("reason", {"reason": None}), ("matter", {"matter": None}), ("title", {"title": "  "})):
        with pytest.raises(Refusal) as refused:
            door.start(**draft)
        assert refused.value.field == field


def test_a_change_to_what_is_excluded_is_refused_but_an_old_breach_stays_editable(box: MakeBox) -> None:
    door = box(ballots=[ballot(), ballot(id="b2", matter="personnel")])
    with pytest.raises(Refusal):
        door.act(ballot_edits.amend, after=replace(door.ballot(), matter="personnel"))
    after = door.act(ballot_edits.amend, ident="b2", after=replace(door.ballot("b2"), title="Sửa tên"))
    assert after.title == "Sửa tên"


def test_the_day_for_answers_is_the_offices_own(box: MakeBox) -> None:
    door = box(settings={"ballot.days": 5})
    assert door.start().due == TODAY + 5 * DAY
    assert box_without_setting_has_no_day(door)


def box_without_setting_has_no_day(door: Box) -> bool:
    """No text names a day, so without a setting there is none."""
    with door.writing() as store:
        store.put_head(replace(store.head(), settings=None))
    return ballots.due_of(door.facts, TODAY) is None


def test_dates_must_follow_each_other(box: MakeBox) -> None:
    door = box(ballots=[ballot()])
    with pytest.raises(Refusal, match="Hạn trả 20/8/2024 trước ngày gửi"):
        door.act(ballot_edits.amend, after=replace(door.ballot(), due=dt.date(2024, 8, 20)))
    with pytest.raises(Refusal, match="chưa đến"):
        door.act(ballot_edits.close, day=TODAY + DAY)


# Slips


def test_every_member_in_office_on_the_day_sent_has_a_slip(box: MakeBox) -> None:
    rows = ballots.slips(box(ballots=[ballot()]).facts, _only(box, ballot()))
    assert len(rows) == 13
    assert rows[0].name == "Nguyễn Văn An"
    assert not any(row.back for row in rows)


def _only(box: MakeBox, one: dict[str, Any]) -> Ballot:
    return from_plain(Ballot, one)


def test_a_key_enters_a_slip_that_came_back_today(box: MakeBox) -> None:
    door = box(ballots=[ballot()])
    after = door.act(ballot_slips.choose, person="p4", choice="reject")
    assert after.responses == (
        Response(person="p4", choice="reject", returned=TODAY, questions={"q1": "reject"}),
    )  # fmt: skip
    after = door.act(ballot_slips.choose, person="p1", choice="approve")
    assert [one.person for one in after.responses] == ["p1", "p4"]
    assert door.act(ballot_slips.clear, person="p4").responses[0].person == "p1"


def test_words_are_kept_as_written_and_a_void_paper_is_no_answer(box: MakeBox) -> None:
    door = box(ballots=[ballot(responses=answers(7))])
    assert door.tally().verdict is Verdict.MET
    said = "Đề nghị bố trí vốn trong 2 năm\n– không dàn trải"
    door.act(ballot_slips.mend, person="p7", returned=TODAY, note=said, valid=False)
    assert ballots.answer_of(door.ballot(), "p7").note == said  # type: ignore[union-attr]  # it was just put
    count = door.tally()
    assert (count.returned, count.valid, count.approve) == (7, 6, 6)
    assert [person.id for person in count.void] == ["p7"]
    assert count.verdict is not Verdict.MET


def test_a_paper_with_its_answer_has_the_day_it_came_back(box: MakeBox) -> None:
    door = box(ballots=[ballot(responses=answers(7))])
    with pytest.raises(Refusal, match="cần có ngày về"):
        door.act(ballot_slips.mend, person="p7", returned=None, note="", valid=True)
    after = door.act(ballot_slips.choose, person="p8", choice="approve")
    assert all(one.returned for one in after.responses)


def test_only_who_was_sent_a_slip_gives_one_back(box: MakeBox) -> None:
    door = box(ballots=[ballot(sent_to=["p1", "p2"])])
    assert door.act(ballot_slips.choose, person="p2", choice="approve").responses[0].choice == "approve"
    with pytest.raises(Refusal, match="Lê Quốc Bảo chưa được gửi phiếu"):
        door.act(ballot_slips.choose, person="p4", choice="approve")


def test_nobody_else_has_a_slip_and_none_comes_back_before_it_went_out(box: MakeBox) -> None:
    door = box(ballots=[ballot()])
    with pytest.raises(Refusal, match="không phải ủy viên Ban Thường vụ"):
        door.act(ballot_slips.choose, person="k1", choice="approve")
    with pytest.raises(Refusal) as refused:
        door.act(ballot_slips.mend, person="p1", returned=dt.date(2024, 8, 20), note="", valid=True)
    assert refused.value.field == "returned"
    assert door.ballot().responses == ()


def test_a_choice_for_each_question_and_the_least_approved_counts(box: MakeBox) -> None:
    asked = [{"id": "q1", "text": "Chủ trương"}, {"id": "q2", "text": "Tổng mức"}]
    door = box(ballots=[ballot(questions=asked)])
    for place in range(1, 9):
        door.act(ballot_slips.choose, person=f"p{place}", choice="approve")
    door.act(ballot_slips.choose_one, person="p8", question="q2", choice="reject")
    slip = next(row for row in ballots.slips(door.facts, door.ballot()) if row.id == "p8")
    assert (slip.choice, slip.mixed) == (None, True)
    count = door.tally()
    assert count.approve == 7
    assert count.by_question == (("Chủ trương", 8), ("Tổng mức", 7))


def test_slips_hold_what_was_last_said_of_each_whatever_the_order(box: MakeBox) -> None:
    """Walked beside a table of our own: choices, days and words of three members, put in and taken away at random."""
    asked = ("q1", "q2")
    nameless = {"choice": "reject", "returned": "2024-08-27"}
    questions = [{"id": each, "text": each} for each in asked]
    door = box(ballots=[ballot(questions=questions, responses=[nameless])])
    told: dict[str, Response] = {}
    walk = random.Random(12)
    for _ in range(60):
        person, question = walk.choice(["p1", "p2", "p13"]), walk.choice(asked)
        choice = walk.choice(["approve", "reject", "other"])
        old = told.get(person, Response(person=person))
        came = old.returned or TODAY
        match walk.choice(["whole", "one", "one", "none", "mend", "unmend", "clear"]):
            case "whole":
                door.act(ballot_slips.choose, person=person, choice=choice)
                told[person] = replace(old, choice=choice, questions=dict.fromkeys(asked, choice), returned=came)
            case "one" | "none" as how:
                given = choice if how == "one" else None
                door.act(ballot_slips.choose_one, person=person, question=question, choice=given)
                said = {**(old.questions or {}), question: given}
                kept = {each: value for each, value in said.items() if value}
                agreed = {said.get(each) for each in asked}
                whole = agreed.pop() if len(agreed) == 1 else None
                day = came if kept else old.returned
                told[person] = replace(old, choice=whole, questions=kept or None, returned=day)
            case "mend":
                door.act(ballot_slips.mend, person=person, returned=TODAY - DAY, note=" rõ ", valid=False)
                told[person] = replace(old, returned=TODAY - DAY, note="rõ", valid=False)
            case "unmend":
                if old.choice or old.questions:
                    with pytest.raises(Refusal, match="cần có ngày về"):
                        door.act(ballot_slips.mend, person=person, returned=None, note="", valid=True)
                else:
                    door.act(ballot_slips.mend, person=person, returned=None, note="", valid=True)
                    told[person] = replace(old, returned=None, note="", valid=True)
            case "clear":
                door.act(ballot_slips.clear, person=person)
                told.pop(person, None)
        *named, last = door.ballot().responses
        assert last.person is None
        assert {one.person: one for one in named} == told
        assert [one.person for one in named] == sorted(told, key=lambda each: int(each[1:]))


def test_questions_keep_their_ids_and_their_number_once_answered(box: MakeBox) -> None:
    door = box(ballots=[ballot()])
    after = door.act(ballot_edits.ask, texts=["Một", "", "Hai"])
    assert [(one.id, one.text) for one in after.questions] == [("q1", "Một"), ("q2", "Hai")]
    door.act(ballot_slips.choose, person="p1", choice="approve")
    assert door.act(ballot_edits.ask, texts=["Một sửa", "Hai"]).questions[0].text == "Một sửa"
    with pytest.raises(Refusal, match="không thêm, bớt câu"):
        door.act(ballot_edits.ask, texts=["Một"])


def test_silence_is_never_approval_and_is_named(box: MakeBox) -> None:
    count = (door := box(ballots=[ballot(responses=answers(6, reject=1))])).tally()
    assert (count.members, count.sent, count.returned, count.approve, count.needed) == (13, 13, 7, 6, 7)
    assert [person.id for person in count.silent] == [f"p{place}" for place in range(8, 14)]
    closed = door.act(ballot_edits.close, day=TODAY)
    assert ballots.tally(door.facts, closed, TODAY).verdict is Verdict.BREACH


def test_slips_do_not_change_once_the_count_is_closed(box: MakeBox) -> None:
    door = box(ballots=[ballot(responses=answers(8))])
    door.act(ballot_edits.close, day=TODAY)
    with pytest.raises(Refusal, match="mở lại kiểm phiếu"):
        door.act(ballot_slips.choose, person="p9", choice="approve")
    door.act(ballot_edits.reopen)
    assert len(door.act(ballot_slips.choose, person="p9", choice="approve").responses) == 9


def test_a_stale_record_is_not_overwritten(box: MakeBox) -> None:
    door = box(ballots=[ballot()])
    facts, old = door.facts, door.ballot()
    door.act(ballot_slips.choose, person="p1", choice="approve")
    with pytest.raises(Stale), door.writing() as store:
        ballot_slips.choose(store, facts=facts, ballot=old, person="p2", choice="approve", on=TODAY)
    assert [one.person for one in door.ballot().responses] == ["p1"]


# What follows


def differ(door: Box, **changed: Any) -> Ballot:  # noqa: ANN401 - the use case's own arguments
    judgement: dict[str, Any] = {"important": True, "by": "p1", "day": TODAY, "reason": "Nguồn vốn chưa rõ"}
    return door.act(ballot_follow.judge_differences, **{**judgement, **changed})


def test_differences_are_a_persons_decision_and_lead_to_the_next_session(box: MakeBox) -> None:
    door = box(ballots=[ballot(responses=answers(8, other=3))])
    judged = differ(door)
    assert judged.differences_judged is not None
    assert (judged.differences_judged.by, judged.differences_judged.reason) == ("p1", "Nguồn vốn chưa rõ")
    assert ballots.state(door.facts, judged, TODAY) is State.REFERRED
    assert ballot_findings.judge(door.facts, judged, TODAY)["ballot.differences"].verdict is Verdict.DUE
    referred = door.act(ballot_follow.refer)
    assert referred.referred_to == "m1"
    item = door.meeting().agenda[-1]
    assert (item.title, item.purpose, item.matter) == (ORDINARY["title"], "decision", "investment")
    assert ballot_findings.judge(door.facts, referred, TODAY)["ballot.differences"].verdict is Verdict.MET


def test_who_and_why_must_be_said(box: MakeBox) -> None:
    door = box(ballots=[ballot()])
    for changed, field in (({"by": None}, "by"), ({"reason": " "}, "judged_reason"), ({"day": TODAY + DAY}, "on")):
        with pytest.raises(Refusal) as refused:
            differ(door, **changed)
        assert refused.value.field == field
    assert not door.ballot().important_differences


def test_differences_block_issuing_with_the_article(box: MakeBox) -> None:
    door = box(ballots=[ballot(responses=answers(8, other=3))])
    with pytest.raises(Refusal, match="Chưa chốt kiểm phiếu"):
        door.act(ballot_edits.set_conclusion, text="Ban hành")
    door.act(ballot_edits.close, day=TODAY)
    assert door.act(ballot_edits.set_conclusion, text="Ban hành").conclusion == "Ban hành"
    assert differ(door).conclusion == ""
    with pytest.raises(Refusal) as refused:
        door.act(ballot_edits.set_conclusion, text="Ban hành")
    assert refused.value.cite is not None


def test_only_what_is_carried_and_not_left_to_a_session_is_issued(box: MakeBox) -> None:
    door = box(ballots=[ballot(responses=answers(8, other=3)), ballot(id="b2", responses=answers(6))])
    for ident in ("b1", "b2"):
        door.act(ballot_edits.close, ident=ident, day=TODAY)
    paper: dict[str, Any] = {"kind": "NQ", "number": 1, "day": TODAY}
    door.act(record_documents.issue_ballot, **paper)
    (made,) = record_documents.of_ballot(door.facts, door.ballot())
    assert (made.symbol, made.issuer, made.title) == ("01-NQ/HU", "btv", ORDINARY["title"])
    with pytest.raises(Refusal, match="6/13") as refused:
        door.act(record_documents.issue_ballot, ident="b2", **paper | {"number": 2})
    assert refused.value.cite is not None
    differ(door)
    with pytest.raises(Refusal, match="Có ý kiến khác nhau"):
        door.act(record_documents.issue_ballot, **paper | {"number": 3})


def test_judged_otherwise_the_item_comes_off_again(box: MakeBox) -> None:
    door = box(ballots=[ballot(responses=answers(8, other=3))])
    differ(door, meeting_id="m1")
    assert len(door.meeting().agenda) == 6
    after = differ(door, important=False, reason="")
    assert (after.referred_to, after.important_differences) == (None, False)
    assert len(door.meeting().agenda) == 5


def test_without_a_session_to_come_it_is_refused_and_says_what_to_do(box: MakeBox) -> None:
    door = box(meetings=[], ballots=[ballot(responses=answers(8))])
    differ(door)
    with pytest.raises(Refusal, match="cần xếp lịch") as refused:
        door.act(ballot_follow.refer)
    assert refused.value.cite is not None
    assert door.ballot().referred_to is None


def test_a_silent_text_leads_to_no_session(box: MakeBox) -> None:
    door = box(profile="bac-kan-ccq-2020", ballots=[ballot(matter="evaluation")])
    with pytest.raises(Refusal, match="không quy định"):
        differ(door)
    assert ballot_follow.referral(door.facts, door.ballot(), TODAY).ruling is None


def test_closing_puts_the_report_on_the_agenda_where_the_text_asks(box: MakeBox) -> None:
    door = box(profile="bac-kan-ccq-2020", ballots=[ballot(matter="evaluation", responses=answers(8))])
    closed = door.act(ballot_edits.close, day=TODAY)
    assert closed.reported_at == "m1"
    item = door.meeting().agenda[-1]
    assert item.purpose == "ballot-report"
    assert ORDINARY["title"] in item.title
    assert ballots.state(door.facts, closed, dt.date(2024, 9, 7)) is State.REPORTED


def test_closing_where_the_text_asks_for_no_report_changes_no_agenda(box: MakeBox) -> None:
    door = box(ballots=[ballot(responses=answers(8))])
    assert door.act(ballot_edits.close, day=TODAY).reported_at is None
    assert len(door.meeting().agenda) == 5


# The list and Hôm nay


def test_rows_filter_and_number_within_the_year(box: MakeBox) -> None:
    door = box(
        ballots=[ballot(id=f"b{place}", sent=f"2024-{place:02}-10", due=None, title=f"Việc {place}")
                 for place in range(1, 13)]
    )  # fmt: skip
    rows = ballots.rows(door.facts, TODAY, year=2024)
    assert [row.number for row in rows] == list(range(12, 0, -1))
    assert [row.title for row in ballots.rows(door.facts, TODAY, text="viec 11")] == ["Việc 11"]
    assert ballots.rows(door.facts, TODAY, state_is=State.CLOSED) == []


def test_today_lists_papers_not_back_and_lets_them_be_entered(box: MakeBox) -> None:
    door = box(ballots=[ballot(responses=answers(8, other=2))])
    facts = door.facts
    row = next(
        row for row in today.rows_of(facts, list(ballot_findings.judge(facts, door.ballot(), TODAY).values()), TODAY)
        if row.place == "ballots"
    )  # fmt: skip
    assert row.title.startswith("Phiếu chưa về 3/13")
    assert row.second == "Chưa về: Hồ Anh Tuấn, Mai Thị Vân, Lý Thanh Ý"
    assert (row.action, row.record) == ("Nhập phiếu", "b1")


def test_a_ballot_without_answers_can_be_taken_off_and_one_with_answers_not(box: MakeBox) -> None:
    door = box(ballots=[ballot(), ballot(id="b2", responses=answers(1))])
    facts = door.facts
    with door.writing() as store:
        ballot_edits.remove(store, facts=facts, ballot=door_ballot(facts), on=TODAY)
    assert [one.id for one in door.facts.office.ballots] == ["b2"]
    with pytest.raises(Refusal, match="không xóa được"):
        door.act(ballot_edits.remove, ident="b2")


def door_ballot(facts: Any) -> Ballot:  # noqa: ANN401 - the facts of the office
    found = facts.one(Ballot, "b1")
    assert found is not None
    return found


def test_long_titles_and_sessions_held_are_no_trouble(box: MakeBox) -> None:
    door = box(
        meetings=[session(minutes="2024-09-06"), session(id="m2", start="2024-09-20T07:30", end=None)],
        ballots=[ballot(title=LONG_NAME * 5, responses=answers(8))],
    )
    differ(door)
    assert door.act(ballot_follow.refer).referred_to == "m2"


def test_the_result_is_told_at_the_session_the_text_asks_for(tmp_path: Path) -> None:
    ballot = {"id": "b1", "body": "btv", "title": "Chủ trương đầu tư", "matter": "investment", "sent": "2024-08-20"}
    coming = session(id="m2", start="2024-09-20T07:30", end=None, agenda=[])
    office = an_office(profile="bac-kan-ccq-2020", meetings=[coming], ballots=[ballot])
    door = Door(tmp_path / "a.thuky", office)
    facts = door.facts
    before = facts.one(Ballot, "b1")
    assert before
    with door.writing() as store:
        after = ballot_follow.report_back(store, facts=facts, ballot=before, on=TODAY)
    assert after == replace(before, reported_at="m2")
    assert door.facts.one(Ballot, "b1") == after
    (item,) = door.meeting("m2").agenda
    assert (item.title, item.purpose) == ("Thông báo kết quả xin ý kiến: Chủ trương đầu tư", "ballot-report")
