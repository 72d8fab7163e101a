"""The worked cases, as data in tests/cases: a small office, a day, and the findings each regulation must give."""

import datetime as dt
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.compliance import check, judge_absence, judge_ballot, judge_delegated, judge_meeting
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.records import LIST_OF
from desktop.domain.wording import clause
from tests.domain.small_office import day, facts

CASES = Path(__file__).parent.parent / "cases"


def load() -> list[Any]:
    tried = []
    for path in sorted(CASES.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            for number, expected in enumerate(case["expect"], 1):
                name = f"{path.stem}-{case['id']}-{number}"
                tried.append(pytest.param(case, expected, id=name))
    return tried


def office_of(case: dict[str, Any], expected: dict[str, Any]) -> tuple[Facts, dt.date]:
    """The office of a case under the regulation, and the day it is judged."""
    given = {
        key: case[key]
        for key in ("bodies", "seats", "settings", "head", "overrides", "calendar", *LIST_OF.values())
        if key in case
    }
    ready = facts(profile=expected["profile"], from_=expected.get("from", case.get("from", "2024-05-31")), **given)
    return ready, day(expected.get("on", case["on"]))


def findings(case: dict[str, Any], expected: dict[str, Any]) -> dict[tuple[str, str], Finding]:
    ready, on = office_of(case, expected)
    found = check(ready, on=on)
    for alone in each_alone(ready, on):
        assert all(finding in found for finding in alone)
    return {(finding.rule, finding.subject): finding for finding in found}


def each_alone(ready: Facts, on: dt.date) -> Iterator[list[Finding]]:
    """What is told of each record while it is typed."""
    yield from (judge_meeting(ready, record, on) for record in ready.office.meetings)
    yield from (judge_ballot(ready, record, on) for record in ready.office.ballots)
    yield from (judge_absence(ready, record, on) for record in ready.office.absences)
    yield from (judge_delegated(ready, record, on) for record in ready.office.delegated)


@pytest.mark.parametrize(("case", "expected"), load())
def test_worked_case(case: dict[str, Any], expected: dict[str, Any]) -> None:
    found = findings(case, expected)
    finding = found.get((expected["rule"], expected.get("subject", "meetings/m1")))
    if expected["verdict"] == "none":
        assert finding is None
        return
    assert finding is not None, sorted(found)
    assert finding.verdict == expected["verdict"], finding.text
    for name in ("expected", "actual"):
        assert getattr(finding, name) == expected.get(name, getattr(finding, name)), finding.text
    if "due" in expected:
        assert finding.due == day(expected["due"]), finding.text
    if "article" in expected:
        assert finding.cite.at is not None
        assert clause(finding.cite.at).endswith(expected["article"])
    assert expected.get("office", finding.cite.office) == finding.cite.office
    for words in expected.get("says", ()):
        assert words in finding.text
