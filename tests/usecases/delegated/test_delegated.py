"""What Thường trực settle by delegation, through the real door: positions, second round, session, report."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.findings import Verdict
from desktop.domain.records import Delegated
from desktop.domain.refusal import Refusal
from desktop.usecases.delegated import edits as delegated_edits
from desktop.usecases.delegated import rows as delegated
from desktop.usecases.delegated.rows import State
from desktop.usecases.documents import of_records as record_documents
from desktop.usecases.today import rows as today
from tests.usecases.meeting_office import TODAY, Door, an_office, session

MATTER: dict[str, Any] = {"item": "c-1", "matter": "reserve-budget", "title": "Chi dự phòng chống hạn"}


class Box(Door):
    def decision(self, ident: str = "d1") -> Delegated:
        found = self.facts.one(Delegated, ident)
        assert found is not None
        return found

    def act(self, edit: Callable[..., Any], *, on: dt.date = TODAY, ident: str = "d1", **rest: Any) -> Delegated:  # noqa: ANN401
        facts, one = self.facts, self.decision(ident)
        with self.writing() as store:
            edit(store, facts=facts, decision=one, on=on, **rest)
        return self.decision(ident)

    def start(self, **draft: Any) -> Delegated:  # noqa: ANN401 - the fields of a decision
        facts = self.facts
        with self.writing() as store:
            made = Delegated(**{"id": "", **MATTER, **draft})
            return delegated_edits.start(store, facts=facts, draft=made, on=TODAY)

    def say(self, ident: str, *choices: str) -> None:
        for place, choice in enumerate(choices, 1):
            self.act(delegated_edits.set_position, ident=ident, person=f"p{place}", choice=choice, note=f"ý {place}")

    def verdicts(self, ident: str) -> dict[str, Verdict]:
        found = delegated.judge(self.facts, self.decision(ident), TODAY)
        return {finding.rule.removeprefix("delegated."): finding.verdict for finding in found}


MakeBox = Callable[..., Box]


@pytest.fixture
def box(tmp_path: Path) -> Iterator[MakeBox]:
    made: list[Box] = []

    def make(**lists: Any) -> Box:  # noqa: ANN401 - the lists of the interchange JSON
        made.append(Box(tmp_path / f"văn phòng {len(made)}.thuky", an_office(absences=[], **lists)))
        return made[-1]

    yield make
    for one in made:
        one.file.close()


PLAIN = session(agenda=[])


@pytest.mark.parametrize(
    ("profile", "points", "first"),
    [("tay-son-2024", 13, "Điều 2"), ("202-qd-tw-2019", 10, "Điều 5"), ("lung-phinh-2025", 9, "Điều 3")],
)
def test_the_catalogue_is_the_regulations_own(box: MakeBox, profile: str, points: int, first: str) -> None:
    found = delegated.catalogue(box(profile=profile).facts, TODAY)
    assert len(found) == points
    assert all(point.cite.at and point.cite.at.article == first and point.means for point in found)


def test_a_text_that_lists_nothing_has_no_catalogue(box: MakeBox) -> None:
    assert delegated.catalogue(box(profile="bac-kan-ccq-2020").facts, TODAY) == ()


def test_all_agree_and_the_report_goes_on_the_nearest_agenda(box: MakeBox) -> None:
    door = box(meetings=[PLAIN])
    made = door.start()
    door.act(delegated_edits.all_agree, ident=made.id)
    after = door.act(delegated_edits.adopt, ident=made.id, day=TODAY)
    assert (after.decision, after.decided, after.reported_at) == ("adopted", TODAY, "m1")
    assert [item.purpose for item in door.meeting().agenda] == ["delegated-report"]
    assert door.verdicts(made.id)["unanimity"] is Verdict.MET
    assert door.verdicts(made.id)["matter"] is Verdict.MET


@pytest.mark.parametrize("profile", ["lung-phinh-2025", "bac-kan-ccq-2020"])
def test_where_the_text_is_silent_a_decision_nobody_made_is_refused_and_a_minoritys_is_asked_about(
    box: MakeBox, profile: str
) -> None:
    door = box(profile=profile, meetings=[PLAIN])
    made = door.start(item="", matter="budget", urgent=True, title="Mua xe ô tô")
    for said in ((), ("reject", "other")):
        door.say(made.id, *said)
        with pytest.raises(Refusal, match="Chưa thành viên Thường trực nào được ghi tán thành"):
            door.act(delegated_edits.adopt, ident=made.id, day=TODAY)
    assert delegated.doubt(door.facts, door.decision(made.id), TODAY) == ""
    door.say(made.id, "approve", "reject")
    doubt = delegated.doubt(door.facts, door.decision(made.id), TODAY)
    assert doubt.startswith("Mới có 1/3 thành viên Thường trực tán thành")
    door.say(made.id, "approve", "approve")
    assert delegated.doubt(door.facts, door.decision(made.id), TODAY) == ""
    assert door.act(delegated_edits.adopt, ident=made.id, day=TODAY).decision == "adopted"


def test_a_point_of_the_list_goes_with_what_the_matter_is(box: MakeBox) -> None:
    """Where the point covers one kind alone that is it; where several, one is chosen: else nothing is said of it."""
    door = box(meetings=[PLAIN])
    assert door.start(item="c-2", matter=None).matter == "finance"
    with pytest.raises(Refusal, match="điểm a, gạch 1 gồm công tác cán bộ, tiêu chuẩn chính trị") as refused:
        door.start(item="a-1", matter=None, title="Mua xe ô tô")
    assert refused.value.field == "matter"
    made = door.start(item="a-1", matter="finance", title="Mua xe ô tô")
    door.act(delegated_edits.all_agree, ident=made.id)
    door.act(delegated_edits.adopt, ident=made.id, day=TODAY)
    assert door.verdicts(made.id)["matter"] is Verdict.UNCLEAR


def test_one_item_of_the_agenda_serves_every_decision(box: MakeBox) -> None:
    door = box(meetings=[PLAIN])
    for title in ("Việc một", "Việc hai"):
        made = door.start(title=title)
        door.act(delegated_edits.all_agree, ident=made.id)
        door.act(delegated_edits.adopt, ident=made.id, day=TODAY)
    assert len(door.meeting().agenda) == 1


def test_one_who_differs_or_says_nothing_stops_it_with_the_article(box: MakeBox) -> None:
    door = box(meetings=[PLAIN])
    made = door.start()
    door.say(made.id, "approve", "reject")
    with pytest.raises(Refusal) as refused:
        door.act(delegated_edits.adopt, ident=made.id, day=TODAY)
    assert "Nguyễn Đức Lâm không tán thành: “ý 2”; Huỳnh Tấn Dũng chưa có ý kiến" in refused.value.sentence
    assert refused.value.cite is not None
    assert door.decision(made.id).decision is None


def test_prepared_again_once_then_passed_on_with_the_differing_opinions(box: MakeBox) -> None:
    door = box(meetings=[PLAIN])
    first = door.start()
    door.say(first.id, "approve", "approve", "other")
    door.act(delegated_edits.prepare_again, ident=first.id)
    second = next(one for one in door.facts.office.delegated if one.id != first.id)
    assert door.decision(first.id).decision == "prepare-again"
    assert (second.title, second.choices, second.decision) == (first.title, (), None)
    assert delegated.earlier_round(door.facts, second) == door.decision(first.id)
    door.say(second.id, "approve", "approve", "reject")
    with pytest.raises(Refusal, match="đã chuẩn bị lại một lần"):
        door.act(delegated_edits.prepare_again, ident=second.id)
    after = door.act(delegated_edits.refer, ident=second.id)
    item = door.meeting().agenda[-1]
    assert (after.decision, after.referred_to, item.purpose) == ("referred", "m1", "decision")
    assert item.documents_note == "Thường trực chưa thống nhất: Huỳnh Tấn Dũng không tán thành: “ý 3”."
    assert door.verdicts(second.id)["unanimity"] is Verdict.MET


def test_where_the_text_has_no_second_round_none_is_offered(box: MakeBox) -> None:
    door = box(profile="202-qd-tw-2019")
    made = door.start()
    door.say(made.id, "approve", "reject", "approve")
    with pytest.raises(Refusal, match="không quy định chuẩn bị lại"):
        door.act(delegated_edits.prepare_again, ident=made.id)


def test_where_the_text_is_silent_a_majority_may_decide(box: MakeBox) -> None:
    door = box(profile="lung-phinh-2025")
    made = door.start(item="h", matter="finance")
    door.say(made.id, "approve", "approve", "reject")
    assert door.act(delegated_edits.adopt, ident=made.id, day=TODAY).decision == "adopted"
    assert "unanimity" not in door.verdicts(made.id)


def test_what_is_agreed_is_not_prepared_again(box: MakeBox) -> None:
    door = box()
    made = door.start()
    door.act(delegated_edits.all_agree, ident=made.id)
    with pytest.raises(Refusal, match="đã thống nhất"):
        door.act(delegated_edits.prepare_again, ident=made.id)


@pytest.mark.parametrize("matter", ["personnel", "organisation", "discipline", None])
def test_the_urgent_power_of_bac_kan_does_not_reach_these(box: MakeBox, matter: str | None) -> None:
    door = box(profile="bac-kan-ccq-2020")
    with pytest.raises(Refusal) as refused:
        door.start(item="", urgent=True, matter=matter)
    assert refused.value.cite is not None
    assert refused.value.cite.at is not None
    assert refused.value.cite.at.article == "Điều 3"
    assert door.facts.office.delegated == ()


def test_the_urgent_power_reaches_other_matters_and_elsewhere_all(box: MakeBox) -> None:
    assert box(profile="bac-kan-ccq-2020").start(item="", urgent=True, matter="budget").urgent
    assert box().start(item="", urgent=True, matter="personnel").urgent


def test_a_matter_outside_the_catalogue_is_recorded_and_judged(box: MakeBox) -> None:
    door = box(meetings=[PLAIN])
    made = door.start(item="", matter="planning")
    door.act(delegated_edits.all_agree, ident=made.id)
    door.act(delegated_edits.adopt, ident=made.id, day=TODAY)
    assert door.verdicts(made.id)["matter"] is Verdict.BREACH


def test_a_decision_is_put_in_writing_by_a_new_or_a_registered_document(box: MakeBox) -> None:
    free = {"id": "o9", "type": "TB", "number": 7, "symbol": "07-TB/HU", "date": "2024-08-29", "title": "Việc khác"}
    door = box(documents=[free])
    made = door.start()
    door.act(delegated_edits.all_agree, ident=made.id)
    door.act(delegated_edits.adopt, ident=made.id, day=TODAY)
    assert door.verdicts(made.id)["written"] is Verdict.DUE
    with pytest.raises(Refusal, match="đã cấp"):
        door.act(record_documents.issue_decision, ident=made.id, kind="TB", number=7, day=TODAY)
    door.act(record_documents.issue_decision, ident=made.id, kind="TB", number=8, day=TODAY)
    door.act(delegated_edits.link_document, ident=made.id, document_id="o9")
    papers = delegated.documents_of(door.facts, door.decision(made.id))
    assert [paper.symbol for paper in papers] == ["07-TB/HU", "08-TB/HU"]
    assert door.verdicts(made.id)["written"] is Verdict.MET


def test_positions_are_part_of_the_record_once_decided(box: MakeBox) -> None:
    door = box(meetings=[PLAIN])
    made = door.start()
    door.act(delegated_edits.all_agree, ident=made.id)
    door.act(delegated_edits.adopt, ident=made.id, day=TODAY)
    with pytest.raises(Refusal, match="mở lại việc"):
        door.act(delegated_edits.set_position, ident=made.id, person="p1", choice="reject", note="")
    reopened = door.act(delegated_edits.reopen, ident=made.id)
    assert (reopened.decision, reopened.reported_at) == (None, None)


def test_what_was_settled_before_stays_to_be_filled_in_and_reported(box: MakeBox) -> None:
    old = {"id": "d1", **MATTER, "decided": "2024-08-20", "decision": "adopted"}
    door = box(meetings=[PLAIN], delegated=[old])
    door.act(delegated_edits.set_position, person="p1", choice="approve", note="")
    assert [one.id for one in delegated.to_report(door.facts, TODAY)] == ["d1"]
    findings = delegated.judge(door.facts, door.decision(), TODAY)
    rows = [row for row in today.rows_of(door.facts, findings, TODAY) if row.act == "tell-delegated"]
    assert [(row.record, row.due) for row in rows] == [("delegated:d1", dt.date(2024, 9, 6))]
    assert door.act(delegated_edits.report).reported_at == "m1"
    assert delegated.state(door.facts, door.decision(), dt.date(2024, 9, 7)) is State.REPORTED


def test_without_a_session_to_come_passing_on_is_refused(box: MakeBox) -> None:
    door = box(meetings=[])
    made = door.start()
    door.say(made.id, "approve", "reject", "approve")
    with pytest.raises(Refusal, match="cần xếp lịch"):
        door.act(delegated_edits.refer, ident=made.id)
    assert door.decision(made.id).decision is None


def test_both_bodies_hear_of_it_where_the_text_names_two(box: MakeBox) -> None:
    committee = session(id="m2", body="bch", start="2024-09-20T07:30", end=None, title="Hội nghị Đảng ủy", agenda=[])
    door = box(profile="bac-kan-ccq-2020", meetings=[PLAIN, committee])
    made = door.start(item="", urgent=True, matter="budget")
    door.say(made.id, "approve", "approve")
    after = door.act(delegated_edits.adopt, ident=made.id, day=TODAY)
    assert after.reported_at == "m1"
    for ident in ("m1", "m2"):
        assert [item.purpose for item in door.meeting(ident).agenda] == ["delegated-report"]
    assert delegated.untold(door.facts, after, TODAY) == []


def test_before_it_is_decided_the_rules_already_speak(box: MakeBox) -> None:
    door = box()
    made = door.start()
    door.act(delegated_edits.all_agree, ident=made.id)
    assert door.verdicts(made.id) == {"matter": Verdict.MET, "unanimity": Verdict.MET}
