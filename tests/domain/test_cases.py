"""The worked cases, as data in tests/cases: a small office, a day, and the findings each regulation must give."""

import datetime as dt
from collections.abc import Iterator

import pytest

from desktop.domain import contradictions
from desktop.domain.compliance import judge_absence, judge_ballot, judge_delegated, judge_meeting
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.judging import CONTRARY
from desktop.domain.wording import clause
from tests.domain.small_office import day
from tests.domain.worked import Expected, Under, expectations, judged, kept_sentences, sentences


def each_alone(ready: Facts, on: dt.date) -> Iterator[list[Finding]]:
    """What is told of each record while it is typed."""
    yield from (judge_meeting(ready, record, on) for record in ready.office.meetings)
    yield from (judge_ballot(ready, record, on) for record in ready.office.ballots)
    yield from (judge_absence(ready, record, on) for record in ready.office.absences)
    yield from (judge_delegated(ready, record, on) for record in ready.office.delegated)


@pytest.mark.parametrize("under", expectations(), ids=str)
def test_worked_case(under: Under) -> None:
    tried = judged(under)
    ready, on = tried[0].ready, day(under.on)
    found = [finding for one in tried for finding in one.found]
    assert all(one in found for alone in each_alone(ready, on) for one in alone)
    if any(CONTRARY in finding.text for finding in found):
        assert contradictions.of_office(ready), "a rule doubts two records that are not listed"
    by_subject = {(finding.rule, finding.subject): finding for finding in found}
    for expected in expectations()[under]:
        _is_as_expected(by_subject, expected)
    assert sentences(under) == kept_sentences()[str(under)]


def _is_as_expected(found: dict[tuple[str, str], Finding], expected: Expected) -> None:
    finding = found.get((expected["rule"], expected.get("subject", "meetings/m1")))
    if expected["verdict"] == "none":
        assert finding is None, finding.text
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
