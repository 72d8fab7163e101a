"""What must hold of findings whatever the office: no rule fails, none speaks twice, nothing but exact numbers."""

import dataclasses
import datetime as dt
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.compliance import RULES, check, judge_meeting
from desktop.domain.findings import Finding, Verdict
from desktop.domain.records import SESSION_KINDS, Meeting
from desktop.exchange.profiles import PROFILES
from tests.domain.small_office import day, facts, ids

QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
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


@st.composite
def offices(draw: st.DrawFn) -> dict[str, Any]:
    bodies = {
        "bch": draw(st.sampled_from([0, 1, 15, 33])),
        "btv": draw(st.sampled_from([0, 5, 13])),
        "thuong-truc": draw(st.sampled_from([0, 2, 3])),
        "ubkt": 1,
        "ubkt_outside": draw(st.sampled_from([0, 1])),
    }
    meetings = [{"id": f"m{n}", **each} for n, each in enumerate(draw(st.lists(MEETING, max_size=8)))]
    return {
        "profile": draw(st.sampled_from(PROFILES)),
        "from_": draw(DAY),
        "bodies": bodies,
        "settings": draw(st.sampled_from([{}, {"decision.majority": "1/2"}, {"count": "clear-days"}])),
        "meetings": meetings,
        "reports": [{"id": "r1", "period": draw(st.sampled_from(["2024-W53", "term", "", "2024-9M", "2024-13"]))}],
    }


def holds_float(value: object) -> bool:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return any(holds_float(getattr(value, field.name)) for field in dataclasses.fields(value))
    return isinstance(value, float) or (isinstance(value, tuple) and any(map(holds_float, value)))


@QUICK
@given(offices(), DAY, MAYBE_DAY, MAYBE_DAY)
def test_findings_are_unique_ordered_and_exact(
    office: dict[str, Any], on: str, first: str | None, to: str | None
) -> None:
    ready = facts(**office)
    found = check(ready, on=day(on), from_=day(first) if first else None, to=day(to) if to else None)
    keys = [(one.subject, one.rule) for one in found]
    assert keys == sorted(set(keys))
    assert not any(map(holds_float, found))
    assert all(one.rule in RULES and one.text.endswith(".") and "  " not in one.text for one in found)
    assert all(one.due is None or one.due >= day(on) for one in found if one.verdict is Verdict.DUE)
    assert all(_is_grounded(one) for one in found)


def _is_grounded(found: Finding) -> bool:
    return found.verdict is Verdict.UNREGULATED or found.cite.office or found.cite.at is not None


@QUICK
@given(offices(), DAY)
def test_a_meeting_alone_is_judged_as_among_all(office: dict[str, Any], on: str) -> None:
    ready = facts(**office)
    found = check(ready, on=day(on))
    for meeting in ready.office.meetings:
        rhythm = ("meeting.cadence", "meeting.working")
        among = [one for one in found if _is_on(one, meeting) and one.rule not in rhythm]
        assert judge_meeting(ready, meeting, day(on)) == among


def _is_on(found: Finding, meeting: Meeting) -> bool:
    return f"{found.subject}/".startswith(f"meetings/{meeting.id}/")


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
    return [one for one in check(ready, on=day("2025-07-01")) if one.rule == "meeting.quorum"]


@QUICK
@given(st.sampled_from(PROFILES), DAY, st.sampled_from(["bch", "btv"]), st.integers(0, 12))
def test_an_invitation_sent_earlier_is_never_judged_worse(profile: str, start: str, body: str, ahead: int) -> None:
    sent = [day(start) - dt.timedelta(days=ahead + more) for more in (1, 0)]
    verdicts = [_invitation(profile, start, body, each) for each in sent]
    assert verdicts[0] == verdicts[1] or verdicts == [Verdict.MET, Verdict.BREACH]


def _invitation(profile: str, start: str, body: str, sent: dt.date) -> Verdict | None:
    meeting = {"body": body, "kind": "regular", "start": f"{start}T07:30", "invitations_sent": sent.isoformat()}
    ready = facts(profile=profile, from_="2024-01-01", meetings=[meeting])
    found = (
        one.verdict
        for one in judge_meeting(ready, ready.office.meetings[0], day("2025-07-01"))
        if one.rule == "meeting.invitations"
    )
    return next(found, None)
