"""What must hold of findings whatever the office: no rule fails, none speaks twice, nothing but exact numbers."""

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.compliance import judge_meeting
from desktop.domain.findings import Finding, Verdict
from desktop.domain.records import SESSION_KINDS
from desktop.exchange.profiles import PROFILES
from tests.domain.small_office import QUICK, day, facts, ids

MAYBE_PERSON = st.none() | st.sampled_from(["p1", "p2", "p3", "p9", "k1"])
DAY = st.dates(min_value=dt.date(2024, 1, 1), max_value=dt.date(2025, 6, 30)).map(dt.date.isoformat)
MAYBE_DAY = st.none() | DAY
BODY = st.sampled_from(["bch", "btv", "thuong-truc", "ubkt"])
CHOICE = st.fixed_dictionaries(
    {"person": st.sampled_from(ids(14)), "choice": st.sampled_from(["approve", "reject", "other"])}
)
VOTE = st.fixed_dictionaries(
    {
        "method": st.sampled_from(["show-of-hands", "secret-ballot", "consensus"]),
        "choices": st.lists(CHOICE, max_size=6),
        "counts": st.none() | st.fixed_dictionaries({"approve": st.integers(0, 20), "reject": st.integers(0, 9)}),
    }
)
ITEM = st.fixed_dictionaries(
    {
        "matter": st.sampled_from([None, "personnel", "organisation", "budget"]),
        "purpose": st.sampled_from([None, "decision", "opinion", "questioning", "report-between-sessions"]),
        "preparer": st.sampled_from([None, "u1"]),
        "documents_received": MAYBE_DAY,
        "documents_sent": MAYBE_DAY,
        "documents_state": st.sampled_from([None, "awaited", "received", "returned", "accepted"]),
        "unscheduled": st.booleans(),
        "approved_by": st.none() | BODY,
        "field": st.sampled_from(["", "kinh tế"]),
        "in_charge": MAYBE_PERSON,
        "vote": st.none() | VOTE,
    }
)
MEETING = st.fixed_dictionaries(
    {
        "body": BODY,
        "kind": st.sampled_from([*SESSION_KINDS, "weekly", "front-and-unions", "advisory-bodies", "internal-affairs"]),
        "start": DAY.map(lambda text: f"{text}T07:30"),
        "ground": st.sampled_from([None, "need", "petition", "superior"]),
        "requested_by": st.lists(st.sampled_from(ids(40)), max_size=30),
        "decided_by": st.none() | BODY,
        "convened_by": st.none() | BODY,
        "chair": MAYBE_PERSON,
        "chair_authorised": st.none() | st.fixed_dictionaries({"by": MAYBE_PERSON, "on": MAYBE_DAY}),
        "invitations_sent": MAYBE_DAY,
        "closed_session": st.booleans(),
        "cancelled": st.booleans(),
        "minutes": MAYBE_DAY,
        "guests": st.lists(st.fixed_dictionaries({"person": MAYBE_PERSON, "superior": st.booleans()}), max_size=3),
        "attendance": st.lists(
            st.fixed_dictionaries(
                {"person": st.sampled_from(ids(40)), "status": st.sampled_from(["present", "excused", "absent"])}
            ),
            max_size=40,
        ),
        "agenda": st.lists(ITEM, max_size=3),
    }
)
MATTER = st.sampled_from([None, "personnel", "political-standard", "reserve-budget", "economy", "other"])
MAYBE_MEETING = st.none() | st.sampled_from(["m0", "m1"])
OPINION = st.sampled_from([None, "approve", "reject", "other"])
RESPONSE = st.fixed_dictionaries(
    {
        "person": st.sampled_from(ids(14)),
        "choice": OPINION,
        "returned": MAYBE_DAY,
        "valid": st.booleans(),
        "questions": st.none()
        | st.dictionaries(st.sampled_from(["q1", "q2"]), CHOICE.map(lambda line: line["choice"])),
    }
)
BALLOT = st.fixed_dictionaries(
    {
        "body": BODY,
        "matter": MATTER,
        "reason": st.sampled_from([None, "no-meeting-possible", "not-complex"]),
        "sent": DAY,
        "due": MAYBE_DAY,
        "closed": MAYBE_DAY,
        "directed_by": st.none() | BODY,
        "sent_to": st.none() | st.lists(st.sampled_from(ids(14)), max_size=14),
        "questions": st.lists(st.sampled_from([{"id": "q1"}, {"id": "q2"}]), max_size=2),
        "important_differences": st.booleans(),
        "differences_judged": st.none() | st.fixed_dictionaries({"on": MAYBE_DAY}),
        "referred_to": MAYBE_MEETING,
        "reported_at": MAYBE_MEETING,
        "responses": st.lists(RESPONSE, max_size=8),
    }
)
ABSENCE = st.fixed_dictionaries(
    {
        "person": st.sampled_from(["p1", "p2", "p3", "p9", "k1"]),
        "from": DAY,
        "days": st.integers(0, 12),
        "area": st.sampled_from(["outside-province", "outside-commune", "abroad"]),
        "purpose": st.sampled_from([None, "work", "personal", "study", "medical", "leave"]),
        "reported": MAYBE_DAY,
        "reported_to": st.none() | BODY,
        "form": st.sampled_from([None, "written", "oral"]),
        "result_reported": MAYBE_DAY,
    }
)
DELEGATED = st.fixed_dictionaries(
    {
        "item": st.sampled_from(["", "a-1", "c-1", "k", "j", "đ"]),
        "matter": MATTER,
        "urgent": st.booleans(),
        "title": st.sampled_from(["", "Một việc"]),
        "decided": MAYBE_DAY,
        "decision": st.sampled_from([None, "adopted", "prepare-again", "referred", "rejected"]),
        "choices": st.lists(CHOICE, max_size=6),
        "reported_at": MAYBE_MEETING,
        "referred_to": MAYBE_MEETING,
    }
)
ASSIGNMENT = st.fixed_dictionaries(
    {
        "person": MAYBE_PERSON,
        "kind": st.sampled_from([None, "area", "field", "unit", "duty", "team"]),
        "unit": st.sampled_from([None, "u1"]),
        "decided_by": st.none() | BODY,
        "from": MAYBE_DAY,
    }
)
PERIOD = st.sampled_from(
    [
        "2024-W53",
        "2024-W30",
        "term",
        "",
        "2024-9M",
        "2024-13",
        "2024",
        "2025",
        "2024-H2",
        "2024-Q3",
        "2024-07",
        "2025-01",
    ]
)
PROGRAMME = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["work", "inspection"]),
        "body": st.none() | BODY,
        "period": PERIOD,
        "adopted": MAYBE_DAY,
    }
)
REPORT = st.fixed_dictionaries(
    {
        "unit": st.sampled_from([None, "u1", "office", "government"]),
        "person": MAYBE_PERSON,
        "period": PERIOD,
        "to": st.sampled_from([None, "bch", "btv", "thuong-truc", "superior", "members"]),
        "due": MAYBE_DAY,
        "received": MAYBE_DAY,
        "form": st.sampled_from([None, "written", "oral"]),
    }
)
DIRECTIVE = st.fixed_dictionaries(
    {
        "lead": st.sampled_from([None, "u1"]),
        "reviews": st.lists(
            st.fixed_dictionaries(
                {"kind": st.sampled_from([None, "so-ket", "tong-ket"]), "due": MAYBE_DAY, "done": MAYBE_DAY}
            ),
            max_size=3,
        ),
    }
)
VISIT = st.fixed_dictionaries(
    {"body": st.none() | BODY, "person": MAYBE_PERSON, "unit": st.sampled_from([None, "u1"]), "date": MAYBE_DAY}
)
REVIEW = st.fixed_dictionaries(
    {
        "kind": st.sampled_from([None, "annual-review", "quarterly-rating", "term-review", "regulation-review"]),
        "subject": st.sampled_from(["", "bch", "btv", "thuong-truc", "p1"]),
        "date": MAYBE_DAY,
        "reported_at": MAYBE_MEETING,
        "sent_up": MAYBE_DAY,
    }
)
DOCUMENT = st.fixed_dictionaries(
    {
        "type": st.sampled_from(["", "NQ", "KL", "GM"]),
        "number": st.none() | st.integers(-1, 6),
        "symbol": st.sampled_from(["", "02-NQ/HU", "02-NQ/VPHU", "HU"]),
        "date": MAYBE_DAY,
        "issuer": st.sampled_from(["", "bch", "btv", "thuong-truc", "van-phong"]),
        "signed_by": MAYBE_PERSON,
        "authority": st.sampled_from(["", "T/M", "K/T", "T/L"]),
    }
)
TERM = st.none() | st.fixed_dictionaries({"from": MAYBE_DAY, "to": st.sampled_from([None, "2025-12-31", "2030-06-30"])})

SETTINGS: list[dict[str, Any]] = [
    {},
    {"decision.majority": "1/2"},
    {"count": "clear-days"},
    {"ballot.days": 5, "absence.result.days": 5},
    {"report.received.day": 31, "information.members.day": 9, "report.government.day": 1},
]


def numbered(letter: str, records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"id": f"{letter}{n}", **each} for n, each in enumerate(records)]


def lasting(absence: dict[str, Any]) -> dict[str, Any]:
    days = dt.timedelta(days=absence.pop("days"))
    return {**absence, "to": (day(absence["from"]) + days).isoformat()}


@st.composite
def offices(draw: st.DrawFn) -> dict[str, Any]:
    bodies = {
        "bch": draw(st.sampled_from([0, 1, 15, 33])),
        "btv": draw(st.sampled_from([0, 5, 13])),
        "thuong-truc": draw(st.sampled_from([0, 2, 3])),
        "ubkt": 1,
        "ubkt_outside": draw(st.sampled_from([0, 1])),
    }
    return {
        "profile": draw(st.sampled_from(PROFILES)),
        "from_": draw(DAY),
        "bodies": bodies,
        "settings": draw(st.sampled_from(SETTINGS)),
        "meetings": numbered("m", draw(st.lists(MEETING, min_size=2, max_size=8))),
        "ballots": numbered("b", draw(st.lists(BALLOT, max_size=4))),
        "absences": [lasting(each) for each in numbered("x", draw(st.lists(ABSENCE, max_size=6)))],
        "delegated": numbered("d", draw(st.lists(DELEGATED, max_size=4))),
        "assignments": numbered("g", draw(st.lists(ASSIGNMENT, max_size=4))),
        "documents": [
            {"id": "o9", "date": draw(MAYBE_DAY), "source": {"delegated": "d0"}},
            *numbered("o", draw(st.lists(DOCUMENT, max_size=5))),
        ],
        "reports": numbered("r", draw(st.lists(REPORT, max_size=5))),
        "programmes": numbered("w", draw(st.lists(PROGRAMME, max_size=4))),
        "directives": numbered("n", draw(st.lists(DIRECTIVE, max_size=3))),
        "visits": numbered("v", draw(st.lists(VISIT, max_size=3))),
        "reviews": numbered("k", draw(st.lists(REVIEW, max_size=4))),
        "head": {"symbol": "HU", "term": draw(TERM)},
    }


@QUICK
@given(MEETING, st.lists(st.sampled_from(["k1", "k2", "p30", "p33"]), max_size=4))
def test_who_is_not_a_member_never_counts(meeting: dict[str, Any], others: list[str]) -> None:
    bodies = {"bch": 33, "btv": 11, "thuong-truc": 3, "ubkt_outside": 2}
    meeting = {**meeting, "body": "btv", "kind": "regular", "cancelled": False}
    more = {**meeting, "attendance": [*meeting["attendance"], *({"person": id, "status": "present"} for id in others)]}
    more["guests"] = [*meeting["guests"], *({"person": id} for id in others)]
    before, after = (_quorum(facts(bodies=bodies, meetings=[each])) for each in (meeting, more))
    if meeting["attendance"]:
        assert before == after


def _quorum(ready: Any) -> list[Finding]:  # noqa: ANN401
    judged = judge_meeting(ready, ready.office.meetings[0], day("2025-07-01"))
    return [one for one in judged if one.rule == "meeting.quorum"]


@QUICK
@given(st.sampled_from(PROFILES), DAY, st.sampled_from(["bch", "btv"]), st.integers(0, 12))
def test_an_invitation_sent_earlier_is_never_judged_worse(profile: str, start: str, body: str, ahead: int) -> None:
    sent = [day(start) - dt.timedelta(days=ahead + more) for more in (1, 0)]
    verdicts = [_invitation(profile, start, body, each) for each in sent]
    late = [Verdict.BREACH, Verdict.EXEMPT]
    assert verdicts[0] == verdicts[1] or (verdicts[0] is Verdict.MET and verdicts[1] in late)


def _invitation(profile: str, start: str, body: str, sent: dt.date) -> Verdict | None:
    meeting = {"body": body, "kind": "regular", "start": f"{start}T07:30", "invitations_sent": sent.isoformat()}
    ready = facts(profile=profile, from_="2024-01-01", meetings=[meeting])
    found = (
        one.verdict
        for one in judge_meeting(ready, ready.office.meetings[0], day("2025-07-01"))
        if one.rule == "meeting.invitations"
    )
    return next(found, None)
