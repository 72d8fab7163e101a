"""What must hold of programmes, reports, reviews and the register, whatever the days."""

import datetime as dt
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.compliance import RULES, check
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding, Verdict
from desktop.domain.judging import Window
from desktop.domain.periods import period
from desktop.exchange.profiles import PROFILES
from tests.domain.small_office import QUICK, day, facts

SINCE = "2024-01-01"
AFTER = day("2026-01-31")
MONTH = st.sampled_from([f"2024-{month:02}" for month in range(1, 13)])
SHIFT = st.integers(-40, 40)
TERM = {"from": "2024-01-01", "to": "2025-12-31"}
UNITS = [
    {"id": f"u{n}", "name": f"Đơn vị {n}", "kind": kind}
    for n, kind in enumerate(("party-organisation", "advisory-body", "front-and-unions", "government", "justice"))
]


def of(ready: Facts, rule: str, on: dt.date = AFTER) -> dict[str, Finding]:
    return {one.subject: one for one in RULES[rule](ready, Window(on=on))}


def never_worse(verdicts: list[Verdict]) -> bool:
    """Once late, or excused from being late, a later day is never in time again."""
    order = {Verdict.MET: 0, Verdict.EXEMPT: 1, Verdict.BREACH: 1}
    return [order[one] for one in verdicts] == sorted(order[one] for one in verdicts)


def around(code: str, shift: int) -> list[str]:
    found = period(code)
    assert found is not None
    return [(found.last + dt.timedelta(days=shift + more)).isoformat() for more in (0, 1, 9)]


@QUICK
@given(st.sampled_from(PROFILES), MONTH, st.integers(-27, 40), st.none() | st.integers(1, 31))
def test_a_report_received_earlier_is_never_judged_worse(
    profile: str, code: str, shift: int, number: int | None
) -> None:
    settings = {} if number is None else {"report.received.day": number}
    verdicts = []
    for received in around(code, shift):
        report = {"id": "r1", "unit": "u1", "period": code, "to": "btv", "form": "written", "received": received}
        found = of(facts(profile=profile, from_=SINCE, settings=settings, reports=[report]), "report.received")
        verdicts += [found[f"units/u1/{code}"].verdict] if found else []
    assert never_worse(verdicts)
    assert bool(verdicts) == (profile != "202-qd-tw-2019")


@QUICK
@given(st.sampled_from(PROFILES), MONTH, SHIFT)
def test_a_programme_adopted_earlier_is_never_judged_worse(profile: str, code: str, shift: int) -> None:
    verdicts = []
    for adopted in around(code, shift - 30):
        programme = {"id": "w1", "body": "btv", "period": code, "adopted": adopted}
        found = of(facts(profile=profile, from_=SINCE, programmes=[programme]), "programme.adopted")
        verdicts.append(found[f"btv/{code}"].verdict)
    assert never_worse(verdicts)


@settings(QUICK, max_examples=8)
@given(st.sampled_from(PROFILES), MONTH, SHIFT)
def test_what_is_not_done_is_due_and_then_missed(profile: str, code: str, shift: int) -> None:
    ready = facts(profile=profile, from_=SINCE, units=UNITS, head={"term": TERM})
    days = [day(text) for text in around(code, shift)]
    seen: dict[tuple[str, str], list[Verdict]] = {}
    for on in days:
        for one in check(ready, on=on):
            if one.due and one.verdict in (Verdict.DUE, Verdict.BREACH):
                assert (one.verdict is Verdict.DUE) == (on <= one.due), one
                seen.setdefault((one.rule, one.subject), []).append(one.verdict)
    order = [Verdict.DUE, Verdict.BREACH]
    assert all(verdicts == sorted(verdicts, key=order.index) for verdicts in seen.values())


@QUICK
@given(st.permutations(range(1, 7)), st.data())
def test_the_order_of_the_records_changes_no_verdict_of_the_register(order: list[int], data: st.DataObject) -> None:
    dates = [data.draw(st.dates(day("2024-06-01"), day("2024-08-31"))) for _ in order]
    papers: list[dict[str, Any]] = [
        {"id": f"o{n}", "type": "NQ", "number": n, "date": dates[n - 1].isoformat(), "issuer": "bch"} for n in order
    ]
    one, other = (of(facts(documents=each), "document.number") for each in (papers, papers[::-1]))
    assert one == other
    in_turn = all(earlier <= later for earlier, later in pairwise(dates))
    assert all(found.verdict is Verdict.MET for found in one.values()) == in_turn


@pytest.mark.parametrize("profile", PROFILES)
def test_silence_gives_no_finding(profile: str) -> None:
    """What each regulation does not speak of, on an office that did nothing at all for two years."""
    ready = facts(profile=profile, from_=SINCE, units=UNITS, head={"term": TERM})
    spoken = {one.rule for one in check(ready, on=AFTER)}
    silent = {
        "202-qd-tw-2019": {"report.received", "report.member", "report.upward", "report.government", "visit.unit"}
        | {"information.members", "review.quarterly", "review.term", "regulation.review"},
        "bac-kan-ccq-2020": {"report.member", "report.government", "information.members", "visit.unit"}
        | {"review.quarterly", "regulation.review"},
        "lung-phinh-2025": {"report.member", "report.upward", "visit.unit"},
        "tay-son-2024": {"report.upward", "review.quarterly"},
    }[profile]
    periodic = {
        rule for rule in RULES if rule.startswith(("programme.", "report.", "information.", "visit.", "review."))
    }
    periodic |= {"regulation.review"}
    assert spoken & periodic == periodic - silent


def test_the_window_holds_periods_by_their_first_day() -> None:
    ready = facts(from_=SINCE, units=UNITS)
    found = check(ready, on=day("2024-12-31"), from_=day("2024-07-01"), to=day("2024-07-31"))
    codes = {one.subject.split("/")[-1] for one in found if one.rule in ("report.received", "programme.adopted")}
    assert codes == {"2024-07", "2024-Q3", "2024-H2", "2024-W27", "2024-W28", "2024-W29", "2024-W30", "2024-W31"}
    ahead = check(ready, on=day("2024-06-15"), from_=day("2024-06-16"), to=day("2025-01-31"))
    assert {one.subject: one.verdict for one in ahead}["btv/2025-01"] is Verdict.DUE


def test_the_next_programme_of_each_kind_is_asked_for_and_no_other() -> None:
    found = of(facts(from_=SINCE), "programme.adopted", day("2024-08-29"))
    coming = {subject for subject, one in found.items() if one.verdict is Verdict.DUE}
    assert coming == {
        "bch/2025",
        "bch/2025/inspection",
        "btv/2025",
        "btv/2025-H1",
        "btv/2024-Q4",
        "btv/2024-09",
        "thuong-truc/2024-W36",
    }
