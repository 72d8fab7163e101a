"""How the findings come about, step by step, of the first worked case of each rule, verdict and regulation."""

from collections.abc import Iterator

import pytest

from desktop.domain.compliance import RULES
from desktop.domain.tracing import explain
from tests.conftest import Kept
from tests.domain.small_office import day
from tests.domain.worked import Under, expectations, judged


def firsts() -> dict[str, list[tuple[Under, str]]]:
    """By rule the first case and subject under each regulation with each verdict."""
    found: dict[str, dict[tuple[str, str], tuple[Under, str]]] = {rule: {} for rule in RULES}
    for under, every in expectations().items():
        for one in every:
            if one["verdict"] != "none":
                told = (under, one.get("subject", "meetings/m1"))
                found[one["rule"]].setdefault((under.profile, one["verdict"]), told)
    return {rule: list(each.values()) for rule, each in found.items()}


FIRSTS = firsts()


@pytest.mark.parametrize("rule", RULES)
def test_a_finding_is_reasoned_as_is_kept(kept: Kept, rule: str) -> None:
    kept(rule, _steps(rule))


def _steps(rule: str) -> Iterator[str]:
    for under, subject in FIRSTS[rule]:
        told = explain(judged(under)[0].ready, rule, subject, day(under.on))
        assert told is not None
        yield f"{under} {subject}: {told.finding.verdict}"
        for step in told.steps:
            yield f"  {step.kind}: {step.text} [{step.key} {step.value} {' '.join(step.records)}] {step.brief}"
