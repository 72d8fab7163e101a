"""A ballot whatever the papers: silence never approves, strangers never count, one more approval never hurts."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.compliance import judge_ballot, judge_delegated
from desktop.domain.findings import Finding, Verdict
from desktop.exchange.profiles import PROFILES
from tests.domain.small_office import QUICK, choices, day, facts

BODIES = {"bch": 33, "btv": 11, "thuong-truc": 3, "ubkt_outside": 2}
VOTES = st.lists(st.sampled_from(["approve", "reject", "other", None]), max_size=11)
ON = st.sampled_from(["2024-07-01", "2024-07-03", "2024-07-05", "2024-07-06", "2024-08-01"])
STRANGERS = st.lists(st.sampled_from(["k1", "k2", "p12", "p30"]), max_size=5, unique=True)
RANK = {Verdict.BREACH: 0, Verdict.DUE: 1, Verdict.MET: 2}


def papers(votes: list[Any], people: list[str] | None = None) -> list[dict[str, Any]]:
    names = people or [f"p{number}" for number in range(1, len(votes) + 1)]
    return [{"person": who, "choice": vote, "returned": "2024-07-02"} for who, vote in zip(names, votes, strict=True)]


def judged(on: str, responses: list[dict[str, Any]], **more: Any) -> list[Finding]:  # noqa: ANN401
    ballot = {"sent": "2024-07-01", "due": "2024-07-05", "matter": "budget", "responses": responses, **more}
    ready = facts(bodies=BODIES, ballots=[ballot])
    return judge_ballot(ready, ready.office.ballots[0], day(on))


def majority(on: str, responses: list[dict[str, Any]], **more: Any) -> Finding:  # noqa: ANN401
    return next(one for one in judged(on, responses, **more) if one.rule == "ballot.majority")


@QUICK
@given(VOTES, ON)
def test_only_approvals_over_half_of_all_carry(votes: list[Any], on: str) -> None:
    found = majority(on, papers(votes))
    approve = votes.count("approve") if on > "2024-07-01" else 0
    assert found.actual == f"{approve}/11"
    assert (found.verdict is Verdict.MET) == (2 * approve > 11)
    assert (found.verdict is Verdict.DUE) == (2 * approve <= 11 and on <= "2024-07-05")


@QUICK
@given(VOTES, ON)
def test_a_paper_without_an_answer_is_as_none_at_all(votes: list[Any], on: str) -> None:
    answered = [paper for paper in papers(votes) if paper["choice"]]
    assert majority(on, papers(votes)) == majority(on, answered)
    void = [{**paper, "valid": False} for paper in papers(votes)]
    assert majority(on, void) == majority(on, [])


@QUICK
@given(VOTES, STRANGERS, ON)
def test_strangers_never_count(votes: list[Any], strangers: list[str], on: str) -> None:
    more = papers(["approve"] * len(strangers), strangers) if strangers else []
    assert judged(on, [*papers(votes), *more]) == judged(on, papers(votes))
    members = [f"p{number}" for number in range(1, 12)]
    asked, more_asked = (judged(on, papers(votes), sent_to=who) for who in (members, [*members, *strangers]))
    assert [(one.rule, one.verdict, one.actual) for one in asked] == [
        (one.rule, one.verdict, one.actual) for one in more_asked
    ]


@QUICK
@given(VOTES, st.integers(0, 10), ON)
def test_one_more_approval_never_hurts(votes: list[Any], place: int, on: str) -> None:
    more = [*votes, *[None] * (11 - len(votes))]
    before = majority(on, papers(more))
    more[place] = "approve"
    assert RANK[majority(on, papers(more)).verdict] >= RANK[before.verdict]


@QUICK
@given(st.lists(st.integers(0, 3), min_size=3, max_size=3), STRANGERS, st.sampled_from(PROFILES))
def test_permanent_members_agree_only_all_of_them(votes: list[int], strangers: list[str], profile: str) -> None:
    said = [line for line in choices(votes) if line["person"] in ("p1", "p2", "p3")]
    said += [{"person": who, "choice": "approve"} for who in strangers]
    decision = {"item": "a-1", "decided": "2024-07-01", "decision": "adopted", "choices": said}
    ready = facts(bodies=BODIES, profile=profile, from_="2024-01-01", delegated=[decision])
    found = judge_delegated(ready, ready.office.delegated[0], day("2024-07-02"))
    verdicts = [one.verdict for one in found if one.rule == "delegated.unanimity"]
    agreed = Verdict.UNCLEAR if strangers else Verdict.MET  # more voices than members: one of them is not theirs
    expected = agreed if votes[0] >= 3 else Verdict.BREACH if sum(votes) else Verdict.UNKNOWN
    assert verdicts == ([expected] if profile in ("tay-son-2024", "202-qd-tw-2019") else [])


def test_what_bears_no_day_is_not_judged_yet() -> None:
    ready = facts(delegated=[{"item": "a-1", "decision": "adopted"}])
    assert judge_delegated(ready, ready.office.delegated[0], day("2024-07-02")) == []


def test_a_ballot_of_a_day_before_any_regulation_is_not_judged() -> None:
    ready = facts(ballots=[{"sent": "2024-05-30", "closed": "2024-06-05", "votes": [1, 0, 0]}])
    found = judge_ballot(ready, ready.office.ballots[0], day("2024-07-02"))
    assert [(one.rule, one.verdict) for one in found] == [("regulation.in-force", Verdict.UNREGULATED)]


def test_a_ballot_may_be_counted_on_the_day_it_was_sent() -> None:
    approved = [{**paper, "returned": "2024-07-01"} for paper in papers(["approve"] * 11)]
    assert majority("2024-07-03", approved, closed="2024-07-01").verdict is Verdict.MET
    assert majority("2024-07-03", approved, closed="2024-06-30").verdict is Verdict.UNCLEAR


def test_an_answer_that_counts_is_not_changed_by_one_that_may_not() -> None:
    said = papers([*["approve"] * 5, "reject"])
    undated = {"person": "p6", "choice": "approve"}
    assert majority("2024-07-06", [*said, undated]) == majority("2024-07-06", said)
    other = {"person": "p7", "choice": "approve"}
    assert "còn 1 phiếu tán thành" in majority("2024-07-06", [*said, other]).text
