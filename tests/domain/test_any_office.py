"""What must hold of the findings of any office as of any day: each office drawn is held against every property.

No rule fails, none speaks twice, the order of a list never decides, a record alone is judged as among all, nothing
dated after the day of judging is done, and every finding is explained by the run that finds it.
"""

import dataclasses
import datetime as dt
from collections import defaultdict
from dataclasses import fields, is_dataclass, replace
from typing import Any

from hypothesis import given, settings

from desktop.domain.compliance import RULES, check, judge_absence, judge_ballot, judge_delegated, judge_meeting
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding, Verdict
from desktop.domain.records import LIST_OF, Meeting
from desktop.domain.tracing import Reasoning, explained
from tests.domain.small_office import QUICK, day, facts
from tests.domain.test_contradictions import what_is_listed_names_its_records_and_is_listed_of_them
from tests.domain.test_properties import DAY, MAYBE_DAY, offices

Verdicts = dict[tuple[str, str], Verdict]


def verdicts(found: list[Finding]) -> Verdicts:
    return {(one.rule, one.subject): one.verdict for one in found}


@settings(QUICK, max_examples=8)
@given(offices(), DAY, MAYBE_DAY, MAYBE_DAY)
def test_any_office_as_of_any_day(office: dict[str, Any], on: str, first: str | None, to: str | None) -> None:
    ready, today = facts(**office), day(on)
    found = check(ready, on=today)
    findings_are_unique_ordered_and_exact(found, today)
    between = check(ready, on=today, from_=day(first) if first else None, to=day(to) if to else None)
    findings_are_unique_ordered_and_exact(between, today)
    a_meeting_alone_is_judged_as_among_all(ready, today, found)
    a_record_alone_is_judged_as_among_all(ready, today, found)
    nothing_dated_after_the_day_of_judging_is_done(today, found)
    a_deed_of_tomorrow_is_judged_as_none(ready, today)
    two_findings_on_one_act_agree({(one.rule, one.subject): one for one in found})
    every_finding_is_explained_by_the_run_that_finds_it(ready, today, found)
    what_is_listed_names_its_records_and_is_listed_of_them(ready)
    the_order_of_a_list_never_decides(facts(**_once(office)), today)


# Findings are unique, ordered, exact


def findings_are_unique_ordered_and_exact(found: list[Finding], on: dt.date) -> None:
    keys = [(one.subject, one.rule) for one in found]
    assert keys == sorted(set(keys))
    assert not any(map(holds_float, found))
    assert all(one.rule in RULES and one.text.endswith(".") and "  " not in one.text for one in found)
    assert all(one.due is None or one.due >= on for one in found if one.verdict is Verdict.DUE)
    assert all(_is_cited(one) for one in found)


def holds_float(value: object) -> bool:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return any(holds_float(getattr(value, field.name)) for field in dataclasses.fields(value))
    return isinstance(value, float) or (isinstance(value, tuple) and any(map(holds_float, value)))


def _is_cited(found: Finding) -> bool:
    return found.verdict is Verdict.UNREGULATED or found.cite.office or found.cite.at is not None


# A record alone is judged as among all


def a_meeting_alone_is_judged_as_among_all(ready: Facts, on: dt.date, found: list[Finding]) -> None:
    for meeting in ready.office.meetings:
        rhythm = ("meeting.cadence", "meeting.working")
        among = [one for one in found if _is_on(one, meeting) and one.rule not in rhythm]
        assert judge_meeting(ready, meeting, on) == among


def a_record_alone_is_judged_as_among_all(ready: Facts, on: dt.date, found: list[Finding]) -> None:
    alone = {f"ballots/{one.id}": judge_ballot(ready, one, on) for one in ready.office.ballots}
    alone |= {f"delegated/{one.id}": judge_delegated(ready, one, on) for one in ready.office.delegated}
    alone |= {f"absences/{one.id}": judge_absence(ready, one, on) for one in ready.office.absences}
    for subject, judged in alone.items():
        assert [one for one in judged if one.subject == subject] == [one for one in found if one.subject == subject]
        assert all(one in found for one in judged)


def _is_on(found: Finding, meeting: Meeting) -> bool:
    return f"{found.subject}/".startswith(f"meetings/{meeting.id}/")


# The order of a list never decides


def the_order_of_a_list_never_decides(ready: Facts, on: dt.date) -> None:
    lists = {name: turned(getattr(ready.office, name)) for name in LIST_OF.values()}
    again = replace(ready, office=replace(ready.office, **lists))
    assert verdicts(check(again, on=on)) == verdicts(check(ready, on=on))


def turned(record: Any) -> Any:  # noqa: ANN401 - a record or anything in one
    """The same with every list in it the other way round; a list that stands in an order of its own is kept."""
    if isinstance(record, tuple):
        return tuple(turned(each) for each in reversed(record))
    if is_dataclass(record) and not isinstance(record, type):
        return replace(record, **{each.name: turned(getattr(record, each.name)) for each in fields(record)})
    return record


def _once(office: dict[str, Any]) -> dict[str, Any]:
    """Nobody twice in one list of people, which is wrong input, nor two documents of one number and day."""
    for meeting in office["meetings"]:
        meeting["attendance"] = _each(meeting["attendance"], "person")
        for item in meeting["agenda"]:
            if item["vote"]:
                item["vote"]["choices"] = _each(item["vote"]["choices"], "person")
    for ballot in office["ballots"]:
        ballot["responses"] = _each(ballot["responses"], "person", "returned")
    for decision in office["delegated"]:
        decision["choices"] = _each(decision["choices"], "person")
    office["documents"] = _each(office["documents"], "number", "date")
    return office


def _each(lines: list[dict[str, Any]], *keys: str) -> list[dict[str, Any]]:
    return list({tuple(line.get(key) for key in keys): line for line in lines}.values())


# Nothing after the day of judging is done


def nothing_dated_after_the_day_of_judging_is_done(on: dt.date, found: list[Finding]) -> None:
    for one in found:
        if one.verdict is Verdict.MET and _is_day(one.actual):
            assert day(one.actual) <= on, one.text


def _is_day(text: str) -> bool:
    return len(text) == 10 and text[4] == text[7] == "-"


def a_deed_of_tomorrow_is_judged_as_none(ready: Facts, on: dt.date) -> None:
    """Today's answer is the same whether what is to be done tomorrow is written down already or not."""
    tomorrow = on + dt.timedelta(days=1)
    for name, rule in {"invitations_sent": "meeting.invitations", "minutes": "meeting.minutes"}.items():
        for meeting in ready.office.meetings:
            told, untold = (
                verdicts(judge_meeting(ready, replace(meeting, **{name: value}), on))  # type: ignore[arg-type]  # a day
                for value in (tomorrow, None)
            )
            subject = rule, f"meetings/{meeting.id}"
            assert told.get(subject) == untold.get(subject)


# Two findings on one act agree


def two_findings_on_one_act_agree(judged: dict[tuple[str, str], Finding]) -> None:
    for (rule, subject), one in judged.items():
        if rule == "meeting.extraordinary" and one.verdict is Verdict.MET and "quyết định" in one.text:
            assert judged["meeting.convened", subject].verdict is not Verdict.BREACH or "triệu tập;" in one.text
        if rule == "decision.majority" and one.verdict is Verdict.MET:
            session = ("meeting.quorum", subject.rpartition("/")[0])
            assert session not in judged or judged[session].verdict is not Verdict.BREACH


# A finding can be opened to its reasoning


def every_finding_is_explained_by_the_run_that_finds_it(ready: Facts, on: dt.date, found: list[Finding]) -> None:
    of_rule = defaultdict(dict[str, Finding])
    for one in found:
        of_rule[one.rule][one.subject] = one
    for rule, findings in of_rule.items():
        told = list(explained(ready, rule, findings.keys(), on))
        assert {one.finding.subject: one.finding for one in told} == findings
        for one in told:
            assert _is_grounded(one), one.finding
            assert len(set(one.steps)) == len(one.steps)


def _is_grounded(told: Reasoning) -> bool:
    """The article cited is among those asked, or the office's own setting is."""
    finding = told.finding
    if finding.verdict is Verdict.UNREGULATED:
        return True
    cited = {step.cite.at for step in told.of("article") if step.cite}
    return finding.cite.at in cited if finding.cite.at else finding.cite.office
