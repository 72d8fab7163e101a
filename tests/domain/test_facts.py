"""Who was in office on a day, which regulation held, and what a setting says."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from desktop.domain.compliance import check, judge_document
from desktop.domain.decoding import from_plain
from desktop.domain.facts import Facts
from desktop.domain.findings import GRAVITY, Verdict, gravest
from desktop.domain.own_days import OWN_DAY
from desktop.domain.planning import deadlines
from desktop.domain.records import Office, Person, Programme
from desktop.exchange.profiles import load_profile
from desktop.usecases.base.facts import facts_of
from tests.domain.small_office import day, facts, meeting, seat

AHEAD_5 = {"n": 5, "unit": "working-days", "side": "before", "of": "meeting"}


def of_people(*people: dict[str, Any]) -> Facts:
    head = {"name": "Đảng ủy thử", "regulations": [{"profile": "tay-son-2024", "from": "2024-05-31"}]}
    return facts_of(from_plain(Office, {"office": head, "people": list(people)}))


def with_regulations(*uses: dict[str, Any], **lists: Any) -> Facts:  # noqa: ANN401
    data = {"office": {"name": "Đảng ủy thử", "regulations": list(uses)}, **lists}
    return facts_of(from_plain(Office, data))


def test_a_seat_ends_at_the_end_of_its_last_day() -> None:
    ready = of_people({"id": "a", "name": "An", "seats": [{**seat("bch"), "to": "2024-06-30"}]})
    assert [
        len(ready.members("bch", day(text))) for text in ("2019-12-31", "2020-01-01", "2024-06-30", "2024-07-01")
    ] == [
        0,
        1,
        1,
        0,
    ]


def test_a_seat_may_be_held_to_the_last_day_there_is() -> None:
    ready = of_people({"id": "a", "name": "An", "seats": [{**seat("bch"), "to": "9999-12-31"}]})
    assert [len(ready.members("bch", on)) for on in (day("2019-12-31"), day("2024-01-01"), dt.date.max)] == [0, 1, 1]


def test_rosters_name_leaders_first_then_by_given_name() -> None:
    ready = of_people(
        {"id": "1", "name": "Lê Văn Đức", "seats": [seat("bch")]},
        {"id": "2", "name": "Trần Thị Dung", "seats": [seat("bch")]},
        {"id": "3", "name": "Vũ Văn Ân", "seats": [seat("bch")]},
        {"id": "4", "name": "Hồ Văn Yên", "seats": [seat("bch"), seat("thuong-truc", "pho-bi-thu")]},
        {"id": "5", "name": "Đỗ Văn Xuân", "seats": [seat("bch"), seat("thuong-truc", "bi-thu")]},
        {"id": "6", "name": "Bùi An", "seats": [seat("bch"), seat("bch")]},
    )
    names = [person.name for person in ready.members("bch", day("2024-06-01"))]
    assert names == ["Đỗ Văn Xuân", "Hồ Văn Yên", "Bùi An", "Vũ Văn Ân", "Trần Thị Dung", "Lê Văn Đức"]


def test_leaders_absences_and_records_by_id() -> None:
    ready = facts(absences=[{"id": "x", "person": "p1", "from": "2024-06-03", "to": "2024-06-05", "area": "abroad"}])
    secretary, deputy = ready.secretary(day("2024-06-03")), ready.standing_deputy(day("2024-06-03"))
    assert (secretary and secretary.id, deputy and deputy.id) == ("p1", "p2")
    assert ready.secretary(day("2019-01-01")) is None
    assert ready.absence("p1", day("2024-06-05")) is not None
    assert ready.absence("p1", day("2024-06-06")) is None
    assert ready.person("p9") is not None
    assert (ready.person(None), ready.unit("u9"), ready.meeting("m9")) == (None, None, None)


def test_the_latest_regulation_not_after_the_day_holds() -> None:
    ready = with_regulations(
        {"profile": "lung-phinh-2025", "from": "2025-07-01"},
        {"profile": "tay-son-2024", "from": "2024-05-31"},
        {"profile": "tay-son-2024", "from": "2025-01-01", "overrides": {"meeting.invitations.btv": AHEAD_5}},
    )
    days = ("2024-05-30", "2024-05-31", "2025-01-01", "2025-07-01")
    held = [ready.ruling("meeting.invitations.btv", day(text)) for text in days]
    assert [one and (one.deadline.n, one.deadline.unit) for one in held] == [
        None, (3, "working-days"), (5, "working-days"), (1, "days"),
    ]  # fmt: skip
    assert held[1] is not None
    assert held[2] is not None
    assert (held[1].overridden, held[2].overridden) == (False, True)
    assert held[1].cite == held[2].cite
    assert ready.in_force(day("2024-05-30")) is None


@pytest.mark.parametrize(("start", "verdict"), [("2024-12-30", Verdict.MET), ("2025-01-09", Verdict.BREACH)])
def test_an_override_is_not_laid_on_what_was_before_it(start: str, verdict: Verdict) -> None:
    sent = (day(start) - dt.timedelta(days=6)).isoformat()
    ready = with_regulations(
        {"profile": "tay-son-2024", "from": "2024-05-31"},
        {"profile": "tay-son-2024", "from": "2025-01-01", "overrides": {"meeting.invitations.btv": AHEAD_5}},
        meetings=[meeting({"body": "btv", "kind": "regular", "start": f"{start}T07:30", "invitations_sent": sent})],
    )
    found = next(one for one in check(ready, on=day("2025-02-01")) if one.rule == "meeting.invitations")
    assert found.verdict is verdict


def test_settings_own_or_default() -> None:
    on = day("2024-06-01")
    ready = facts(settings={"decision.majority": "2/3"})
    assert ready.setting("decision.majority", on) == "2/3"
    assert ready.own_setting("decision.majority", on) == "2/3"
    assert ready.setting("count", on) == "nth-working-day"
    assert ready.own_setting("count", on) is None
    assert facts().setting("decision.majority", on) is None


def test_a_setting_holds_from_its_day_until_the_next() -> None:
    since = [
        {"key": "ballot.days", "from": "2024-09-01"},
        {"key": "ballot.days", "from": "2024-03-01", "value": 7},
    ]
    ready = facts(settings={"ballot.days": 5}, head={"settings_from": since})
    held = {
        on: ready.own_setting("ballot.days", day(on)) for on in ("2024-02-29", "2024-03-01", "2024-08-31", "2024-09-01")
    }
    assert held == {"2024-02-29": 5, "2024-03-01": 7, "2024-08-31": 7, "2024-09-01": None}


def test_replacing_puts_a_record_in_without_touching_the_rest() -> None:
    ready = facts()
    assert len(ready.members("bch", day("2024-06-01"))) == 33
    gone = replace(ready.office.people[0], seats=())
    assert len(ready.replacing(gone).members("bch", day("2024-06-01"))) == 32
    assert len(ready.replacing(Person(id="new", name="Người mới")).office.people) == len(ready.office.people) + 1
    assert len(ready.members("bch", day("2024-06-01"))) == 33


def test_check_keeps_to_the_days_asked() -> None:
    meetings = [
        {"id": f"m{month}", "body": "btv", "kind": "regular", "start": f"2024-{month:02}-12T07:30"}
        for month in range(6, 12)
    ]
    ready = facts(meetings=meetings)
    found = check(ready, on=day("2024-12-31"), from_=day("2024-08-01"), to=day("2024-09-30"))
    assert {one.subject for one in found if one.rule == "meeting.quorum"} == {"meetings/m8", "meetings/m9"}
    assert {one.subject for one in found if one.rule == "meeting.cadence"} == {"btv/2024-08", "btv/2024-09"} | {
        f"thuong-truc/2024-W{week}" for week in range(32, 41)
    }
    assert "bch/first" not in {one.subject for one in found}
    ahead = check(ready, on=day("2024-12-31"), from_=day("2025-01-01"), to=day("2025-02-28"))
    periods = {one.subject: one.verdict for one in ahead if one.rule == "meeting.cadence" and "btv" in one.subject}
    assert periods == {"btv/2025-01": Verdict.DUE, "btv/2025-02": Verdict.DUE}


def test_the_interval_restarts_with_the_regulation_that_sets_it() -> None:
    ready = with_regulations(
        {"profile": "bac-kan-ccq-2020", "from": "2024-01-01"},
        {"profile": "tay-son-2024", "from": "2024-07-01"},
        meetings=[meeting({"body": "bch", "kind": "regular", "start": "2024-06-20T07:30"})],
    )
    found = {one.subject: one for one in check(ready, on=day("2024-12-31")) if one.rule == "meeting.cadence"}
    assert found["bch/first"].due == day("2024-10-01")
    assert "meetings/m1" not in found
    assert {subject for subject in found if subject.startswith("bch/2024")} == {"bch/2024-Q1", "bch/2024-Q2"}


def test_deadlines_of_a_planned_session() -> None:
    ready = facts(meetings=[{"body": "btv", "kind": "regular", "start": "2024-09-06T07:30"}])
    found = [(one.rule, one.due.isoformat()) for one in deadlines(ready, ready.office.meetings[0])]
    assert found == [
        ("meeting.papers.received", "2024-08-29"),
        ("meeting.invitations", "2024-08-30"),
        ("meeting.papers.sent", "2024-08-30"),
    ]
    sudden = replace(ready.office.meetings[0], kind="extraordinary")
    assert [one.rule for one in deadlines(ready, sudden)] == ["meeting.papers.received"]
    assert deadlines(ready, replace(ready.office.meetings[0], kind="working-session")) == []


def test_a_text_that_sets_no_day_before_a_session_sets_no_deadline() -> None:
    session = {"body": "btv", "kind": "regular", "start": "2024-09-06T07:30"}
    silent = facts(profile="202-qd-tw-2019", meetings=[session])
    assert deadlines(silent, silent.office.meetings[0]) == []
    before = facts(meetings=[session], from_="2024-10-01")
    assert deadlines(before, before.office.meetings[0]) == []


def test_the_gravest_of_several_verdicts() -> None:
    assert set(GRAVITY) == set(Verdict)
    assert gravest(["met", "unclear", "due"]) == "due"
    assert gravest(["unclear", "unknown", "exempt"]) == "unclear"
    assert gravest([]) == ""


def test_a_decision_is_put_in_writing_only_by_papers_whose_number_stands() -> None:
    papers = [
        {"id": "o1", "type": "TB", "number": 1, "date": "2024-09-02", "source": {"delegated": "d1"}},
        {"id": "o2", "type": "TB", "number": 2, "date": "2024-09-01", "source": {"delegated": "d1"}}
        | {"cancelled": "2024-09-01"},
        {"id": "o3", "type": "TB", "number": 3, "date": "2024-09-01", "source": {"meeting": "m1"}},
    ]
    ready = facts(delegated=[{"decided": "2024-08-30", "decision": "adopted"}], documents=papers)
    assert [one.id for one in ready.documents_on("d1")] == ["o1"]
    assert ready.documents_on("d9") == []


@pytest.mark.parametrize(
    ("term", "day_of"),
    [
        ({"from": "2020-08-01"}, "2024-05-31"),
        ({"from": "2020-08-01", "to": "2025-06-30"}, "2024-05-31"),
        ({"from": "2015-08-01", "to": "2020-06-30"}, "2015-08-01"),
        ({"from": "2025-08-01"}, "2025-08-01"),
    ],
)
def test_a_terms_programme_is_of_the_day_a_regulation_came_in_it(term: dict[str, str], day_of: str) -> None:
    ready = facts(head={"term": term})
    assert OWN_DAY["programmes"](ready, Programme(id="w1", period="term")) == day(day_of)


def test_of_a_text_the_office_described_only_what_it_laid_down_itself_is_checked() -> None:
    profile = load_profile("tay-son-2024")
    own, taken = "meeting.quorum.btv", "meeting.quorum.bch"
    described = replace(profile, described=True, inherited={taken: "bac-kan-ccq-2020"})
    cites = {key: described.cite(key, replace(described.parameters[key].values[0], owner="")) for key in (own, taken)}
    assert [(cite.profile, cite.unchecked) for cite in cites.values()] == [
        ("tay-son-2024", False),
        ("bac-kan-ccq-2020", True),
    ]


def test_a_paper_is_judged_alone_as_it_is_typed_and_as_it_stands() -> None:
    paper = {"id": "o1", "type": "NQ", "number": 1, "date": "2024-09-02", "issuer": "bch", "signed_by": "p1"}
    ready = facts(documents=[paper, paper | {"id": "o2", "number": 3, "date": "2024-09-03"}])
    stored, on = ready.office.documents[1], day("2024-12-01")
    told = {str(one.rule): one for one in judge_document(ready, stored, on)}
    among = [one for one in check(ready, on=on) if one.subject == "documents/o2"]
    assert list(told.values()) == among
    assert told["document.number"].verdict is Verdict.BREACH
    typed = {str(one.rule): one for one in judge_document(ready, replace(stored, number=2), on)}
    assert typed["document.number"].verdict is Verdict.MET
    doubled = {str(one.rule): one for one in judge_document(ready, replace(stored, id="o9"), on)}
    assert doubled["document.number"].text == "Số 03-NQ đã cấp cho văn bản khác ngày 03/9/2024."
