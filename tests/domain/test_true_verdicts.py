"""What makes a verdict one that nobody overturns: records against each other, what is missing, what is to come.

Each property holds of any office the generator makes, under every regulation.
"""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.compliance import RULES
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding, Verdict
from desktop.domain.judging import Window
from desktop.exchange.profiles import PROFILES
from tests.domain.small_office import QUICK, day, facts, ids

BTV = {"bch": 15, "btv": 11, "thuong-truc": 3}
ON = "2024-12-31"
PROFILE = st.sampled_from(PROFILES)


def found(ready: Facts, *rules: str, on: str = ON) -> dict[tuple[str, str], Finding]:
    window = Window.of(ready, day(on))
    return {(one.rule, one.subject): one for rule in rules for one in RULES[rule](ready, window)}


def verdicts(ready: Facts, *rules: str, on: str = ON) -> dict[tuple[str, str], Verdict]:
    return {key: one.verdict for key, one in found(ready, *rules, on=on).items()}


# A contradiction is never met


@QUICK
@given(PROFILE, st.integers(0, 11), st.integers(0, 14), st.integers(0, 4), st.booleans())
def test_a_vote_that_its_attendance_contradicts_is_never_met(
    profile: str, present: int, approve: int, reject: int, by_name: bool
) -> None:
    vote: dict[str, Any] = {"method": "secret-ballot", "counts": {"approve": approve, "reject": reject}}
    if by_name:
        vote = {"choices": [{"person": each, "choice": "approve"} for each in ids(approve)]}
    item = {"purpose": "decision", "vote": vote}
    meeting = {"body": "btv", "kind": "regular", "start": "2024-10-03T07:30", "present": present, "agenda": [item]}
    ready = facts(profile=profile, bodies=BTV, meetings=[meeting], settings={"decision.majority": "1/2"})
    told = verdicts(ready, "decision.majority", "meeting.quorum")
    judged = told.get(("decision.majority", "meetings/m1/a1"))
    cast = min(approve, 11) if by_name else approve + reject
    quorum = told.get(("meeting.quorum", "meetings/m1"))
    impossible = cast > 11 or (present > 0 and cast > present)
    if judged is Verdict.MET:
        assert not impossible
        assert quorum is not Verdict.BREACH
    elif judged is Verdict.UNCLEAR:
        assert impossible or quorum is Verdict.BREACH


@QUICK
@given(PROFILE, st.sampled_from(["p1", "p2", "p3"]), st.sampled_from(["excused", "absent", "away"]))
def test_a_chair_who_was_elsewhere_is_never_met(profile: str, chair: str, how: str) -> None:
    meeting: dict[str, Any] = {"body": "btv", "kind": "regular", "start": "2024-10-03T07:30", "chair": chair}
    meeting["chair_authorised"] = {"by": "p1", "on": "2024-10-02"}
    away = [{"id": "x1", "person": chair, "from": "2024-10-01", "to": "2024-10-04", "area": "abroad"}]
    if how != "away":
        away, meeting["attendance"] = [], [{"person": chair, "status": how}]
    judged = verdicts(facts(profile=profile, bodies=BTV, meetings=[meeting], absences=away), "meeting.chair")
    assert judged.get(("meeting.chair", "meetings/m1")) is not Verdict.MET


BEFORE = st.integers(1, 400).map(lambda days: (day("2024-10-07") - dt.timedelta(days=days)).isoformat())


@QUICK
@given(PROFILE, BEFORE)
def test_what_is_dated_before_its_act_is_never_met(profile: str, before: str) -> None:
    act = "2024-10-07"
    ready = facts(
        profile=profile,
        from_="2023-01-01",
        settings={"absence.result.days": 5, "decision.majority": "1/2"},
        meetings=[{"body": "thuong-truc", "kind": "weekly", "start": f"{act}T07:30", "minutes": before}],
        ballots=[{"sent": act, "closed": "2024-10-20", "responses": [_answer(each, before) for each in ids(11)]}],
        absences=[
            {"id": "x1", "person": "p5", "from": act, "to": act, "area": "abroad", "purpose": "work"}
            | {"result_reported": before}
        ],
        delegated=[{"decided": act, "decision": "adopted"}],
        documents=[{"id": "o1", "date": before, "source": {"delegated": "d1"}}],
        directives=[{"id": "n1", "date": act, "lead": "u1", "reviews": [{"due": "2024-12-01", "done": before}]}],
    )
    rules = ("meeting.minutes", "ballot.majority", "absence.result", "delegated.written", "directive.review")
    judged = verdicts(ready, *rules)
    assert Verdict.MET not in judged.values(), judged
    assert judged or profile == "202-qd-tw-2019"


def _answer(person: str, returned: str | None) -> dict[str, Any]:
    return {"person": person, "choice": "approve", "returned": returned}


# What is missing is never met

MISSING: list[tuple[str, str, dict[str, Any], str]] = [
    ("meeting.chair", "meetings/m1", {"meetings": [{"chair_authorised": {"by": "p1"}}]}, "lung-phinh-2025"),
    ("meeting.chair", "meetings/m1", {"meetings": [{"chair_authorised": {"on": "2024-10-01"}}]}, "lung-phinh-2025"),
    ("meeting.chair", "meetings/m1", {"meetings": [{}]}, "tay-son-2024"),
    ("meeting.convened", "meetings/m1", {"meetings": [{"body": "bch"}]}, "tay-son-2024"),
    ("meeting.convened", "meetings/m1", {"meetings": [{}]}, "tay-son-2024"),
    ("meeting.extraordinary", "meetings/m1", {"meetings": [{"kind": "extraordinary"}]}, "tay-son-2024"),
    (
        "meeting.extraordinary",
        "meetings/m1",
        {"meetings": [{"kind": "extraordinary", "ground": "need"}]},
        "tay-son-2024",
    ),
    ("meeting.quorum", "meetings/m1", {"meetings": [{}]}, "tay-son-2024"),
    ("ballot.ground", "ballots/b1", {"ballots": [{"reason": None}]}, "tay-son-2024"),
    ("ballot.ordered", "ballots/b1", {"ballots": [{"directed_by": None}]}, "tay-son-2024"),
    ("ballot.matter", "ballots/b1", {"ballots": [{}]}, "tay-son-2024"),
    (
        "ballot.majority",
        "ballots/b1",
        {"ballots": [{"responses": [_answer(each, None) for each in ids(11)]}]},
        "tay-son-2024",
    ),
    ("absence.reported", "absences/x1", {"absences": [{"form": "written"}]}, "tay-son-2024"),
    ("absence.reported", "absences/x1", {"absences": [{"reported_to": "thuong-truc"}]}, "tay-son-2024"),
    ("absence.reported", "absences/x1", {"absences": [{}]}, "lung-phinh-2025"),
    ("report.received", "units/u1/2024-09", {"reports": [{"unit": "u1", "form": "written"}]}, "tay-son-2024"),
    ("report.received", "units/u1/2024-09", {"reports": [{"unit": "u1", "to": "btv"}]}, "tay-son-2024"),
    ("report.upward", "office/2024-09", {"reports": [{"unit": "office"}]}, "bac-kan-ccq-2020"),
    ("information.members", "office/2024-09", {"reports": [{"unit": "office"}]}, "tay-son-2024"),
    ("visit.unit", "units/u1/2025", {"visits": [{"unit": "u1", "date": "2025-05-05"}]}, "tay-son-2024"),
    ("document.signer", "documents/o1", {"documents": [{"issuer": "btv", "date": "2024-10-03"}]}, "tay-son-2024"),
    ("document.number", "documents/o1", {"documents": [{"issuer": "btv", "date": "2024-10-03"}]}, "tay-son-2024"),
]


@pytest.mark.parametrize(("rule", "subject", "given_", "profile"), MISSING)
def test_what_is_missing_is_never_met(rule: str, subject: str, given_: dict[str, Any], profile: str) -> None:
    whole: dict[str, dict[str, Any]] = {
        "meetings": {"body": "btv", "kind": "regular", "start": "2024-10-03T07:30", "chair": "p2"},
        "ballots": {"sent": "2024-10-03", "closed": "2024-10-10"},
        "absences": {"id": "x1", "person": "p5", "from": "2024-10-07", "to": "2024-10-11", "area": "abroad"}
        | {"reported": "2024-10-01"},
        "reports": {"id": "r1", "period": "2024-09", "received": "2024-09-20"},
        "visits": {"id": "v1"},
        "documents": {"id": "o1", "type": "NQ"},
    }
    lists = {name: [whole[name] | each for each in records] for name, records in given_.items()}
    judged = found(facts(profile=profile, bodies=BTV, **lists), rule, on="2026-01-10")[rule, subject]
    assert judged.verdict not in (Verdict.MET, Verdict.EXEMPT), judged.text


# Splitting a trip changes nothing


@QUICK
@given(
    PROFILE,
    st.dates(dt.date(2025, 1, 2), dt.date(2025, 12, 1)),
    st.integers(1, 14),
    st.data(),
)
def test_splitting_a_trip_changes_nothing(profile: str, first: dt.date, length: int, data: st.DataObject) -> None:
    last = first + dt.timedelta(days=length)
    cut = first + dt.timedelta(days=data.draw(st.integers(0, length - 1)))
    near = dt.timedelta(days=3)
    told = data.draw(st.none() | st.dates(first - near, last + near))
    result = data.draw(st.none() | st.dates(last - near, last + dt.timedelta(days=9)))
    trip = {
        "person": "p5",
        "area": data.draw(st.sampled_from(["outside-province", "abroad", "outside-commune"])),
        "purpose": data.draw(st.sampled_from(["work", "personal", "study"])),
        "reported": told.isoformat() if told else None,
        "reported_to": "thuong-truc",
        "form": "written",
        "result_reported": result.isoformat() if result else None,
    }
    whole = [{"id": "x1", **trip, "from": first.isoformat(), "to": last.isoformat()}]
    next_day = cut + dt.timedelta(days=1)
    parts = [
        {"id": "x1", **trip, "from": first.isoformat(), "to": cut.isoformat()},
        {"id": "x2", **trip, "from": next_day.isoformat(), "to": last.isoformat()},
    ]
    kept = {"profile": profile, "settings": {"absence.result.days": 5}}
    rules = ("absence.reported", "absence.commune", "absence.result")
    one = verdicts(facts(**kept, absences=whole), *rules, on="2026-06-30")
    two = verdicts(facts(**kept, absences=parts), *rules, on="2026-06-30")
    for rule in rules:
        judged = {two.get((rule, f"absences/{ident}")) for ident in ("x1", "x2")}
        assert judged == {one.get((rule, "absences/x1"))}, rule


# What is told where little is on record


def judged(rule: str, on: str, **lists: Any) -> dict[str, Finding]:  # noqa: ANN401 - lists of the interchange JSON
    return {subject: one for (_, subject), one in found(facts(bodies=BTV, **lists), rule, on=on).items()}


def test_of_two_reviews_to_come_the_one_with_a_day_is_told() -> None:
    reviews = [{"kind": "tong-ket"}, {"kind": "so-ket", "due": "2024-12-01"}]
    directive = {"id": "n1", "date": "2024-06-20", "lead": "u1", "reviews": reviews}
    (one,) = judged("directive.review", "2024-10-01", directives=[directive]).values()
    assert (one.verdict, one.due) == (Verdict.DUE, day("2024-12-01"))


def test_a_monthly_duty_done_on_no_day_is_neither_done_nor_undone() -> None:
    duty = {
        "id": "y1", "content": "Kiểm kê tài liệu", "from": "2024-06-01", "often": {"n": 1, "per": "month"},
        "done": [{"period": "2024-07"}],
    }  # fmt: skip
    told = judged("duty.own", "2024-10-01", duties=[duty])
    assert told["duties/y1/2024-07"].verdict is Verdict.UNCLEAR
    assert "mới 0/1 lần" in told["duties/y1/2024-07"].text
    assert told["duties/y1/2024-08"].verdict is Verdict.BREACH


def test_papers_received_are_to_be_sent_on_though_nobody_was_to_prepare_them() -> None:
    item = {"documents_received": "2024-09-27", "title": "Việc"}
    meeting = {"body": "btv", "kind": "regular", "start": "2024-10-03T07:30", "agenda": [item, {"title": "Khác"}]}
    told = judged("meeting.papers.sent", "2024-10-02", meetings=[meeting])
    assert {subject: one.verdict for subject, one in told.items()} == {"meetings/m1/a1": Verdict.BREACH}


def test_a_review_sent_up_today_has_been_sent() -> None:
    review = {"id": "k1", "kind": "annual-review", "subject": "btv", "date": "2024-12-10", "reported_at": "m1"}
    heard = {"body": "bch", "kind": "regular", "start": "2024-12-15T07:30"}
    for sent, verdict in (("2024-12-20", Verdict.MET), ("2024-12-21", Verdict.DUE)):
        told = judged("review.annual", "2024-12-20", reviews=[review | {"sent_up": sent}], meetings=[heard])
        assert told["btv/2024"].verdict is verdict


def test_a_visit_that_is_planned_need_not_yet_say_whose_it_will_be() -> None:
    units = [{"id": f"u{n}", "name": f"Đảng ủy xã {n}", "kind": "party-organisation"} for n in (1, 2)]
    visits = [
        {"id": "v1", "unit": "u1", "date": "2025-12-01"},
        {"id": "v2", "unit": "u2", "date": "2025-12-01", "body": "ubkt"},
    ]
    told = judged("visit.unit", "2025-11-01", units=units, visits=visits)
    assert "đã xếp ngày 01/12/2025" in told["units/u1/2025"].text
    assert "đã xếp" not in told["units/u2/2025"].text
