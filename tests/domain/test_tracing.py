"""A finding can be opened to its reasoning: the same finding, its article, the records read, the days counted."""

from collections.abc import Iterator
from typing import Any

from desktop.domain.findings import Finding, Verdict
from desktop.domain.tracing import Reasoning, Step, explain
from desktop.domain.wording import clause
from tests.conftest import Kept
from tests.domain.small_office import day, facts
from tests.domain.worked import expectations, office_of


def _explained(rule: str, subject: str, **office: Any) -> Reasoning:  # noqa: ANN401 - as in `facts`
    told = explain(facts(**office), rule, subject, day("2025-12-31"))
    assert told is not None
    return told


def test_the_days_counted_are_listed_with_those_passed_over_and_why() -> None:
    meeting = {"body": "btv", "kind": "regular", "start": "2024-09-06T07:30"}
    (days,) = _explained("meeting.invitations", "meetings/m1", meetings=[meeting]).of("days")
    assert days.text == (
        "Đếm ngược 3 ngày làm việc từ 06/9/2024: 05/9/2024, 04/9/2024, 30/8/2024; bỏ qua 03/9/2024 (Quốc khánh), "
        "02/9/2024 (Quốc khánh), 01/9/2024 (nghỉ cuối tuần), 31/8/2024 (nghỉ cuối tuần)."
    )


def test_the_parts_of_a_trip_are_read_and_its_days_counted_once() -> None:
    away = {"person": "p5", "area": "abroad"}
    parts = [
        {"id": "x1", **away, "from": "2024-10-07", "to": "2024-10-08"},
        {"id": "x2", **away, "from": "2024-10-09", "to": "2024-10-10"},
    ]
    told = _explained("absence.reported", "absences/x1", absences=parts)
    assert [step.records for step in told.of("record")] == [("absences/x1",), ("absences/x2",)]
    (days,) = told.of("days")
    assert days.text.startswith("Từ 07/10/2024 đến 10/10/2024 có 4 ngày làm việc: 07/10/2024, 08/10/2024")


def test_of_a_period_the_records_looked_through_are_told() -> None:
    meetings = [
        {"id": "m1", "body": "btv", "kind": "regular", "start": "2024-11-07T07:30"},
        {"id": "m2", "body": "btv", "kind": "extraordinary", "start": "2024-11-21T07:30"},
        {"id": "m3", "body": "btv", "kind": "regular", "start": "2024-12-01T07:30"},
    ]
    told = _explained("meeting.cadence", "btv/2024-11", meetings=meetings)
    assert [step.records for step in told.of("record")] == [("meetings/m1",)]
    report = {"id": "r1", "unit": "u1", "period": "2024-06", "received": "2024-06-20"}
    told = _explained("report.received", "units/u1/2024-06", reports=[report])
    assert ("reports/r1",) in [step.records for step in told.of("record")]


def test_an_office_value_is_told_as_the_offices_own() -> None:
    meeting = {"body": "btv", "kind": "regular", "start": "2024-10-03T07:30"}
    own = {"meeting.invitations.btv": {"n": 5, "unit": "working-days", "side": "before", "of": "meeting"}}
    told = _explained("meeting.invitations", "meetings/m1", meetings=[meeting], overrides=own)
    asked = next(step for step in told.of("article") if step.key in own)
    assert asked.value == own["meeting.invitations.btv"]
    assert "mức riêng của đơn vị" in asked.text


def test_nothing_is_told_where_a_rule_finds_nothing() -> None:
    assert explain(facts(), "meeting.quorum", "meetings/m9", day("2024-12-31")) is None


def test_the_finding_told_is_that_of_the_day() -> None:
    meeting = {"body": "btv", "kind": "regular", "start": "2024-10-03T07:30"}
    ready = facts(meetings=[meeting])
    found: list[Finding | None] = []
    for on in ("2024-09-20", "2024-10-10"):
        told = explain(ready, "meeting.invitations", "meetings/m1", day(on))
        found.append(told.finding if told else None)
    assert [one.verdict for one in found if one] == [Verdict.DUE, Verdict.BREACH]


def test_a_setting_asked_once_for_a_period_is_told_of_every_unit() -> None:
    own = [{"key": "report.received.day", "from": "2024-06-01", "value": 22}]
    units = [{"id": name, "name": name, "kind": "party-organisation"} for name in ("u1", "u2")]
    told = _explained("report.received", "units/u2/2024-07", units=units, head={"settings_from": own})
    assert [(step.key, step.value) for step in told.of("setting")] == [("report.received.day", 22)]


def test_a_report_is_called_by_its_period_and_whose_it_is() -> None:
    report = {"id": "r1", "unit": "u1", "period": "2024-07", "received": "2024-07-20"}
    units = [{"id": "u1", "name": "Chi bộ Kiểm lâm", "kind": "party-organisation"}]
    told = _explained("report.received", "units/u1/2024-07", reports=[report], units=units)
    assert "Báo cáo tháng 7/2024 của Chi bộ Kiểm lâm, ngày 20/7/2024." in [step.text for step in told.steps]


def reasonings() -> Iterator[str]:
    """Of each rule the first finding of each verdict that some worked case expects, with all that led to it."""
    told: set[tuple[str, str]] = set()
    for under, expected in expectations().items():
        for one in expected:
            key = (one["rule"], one["verdict"])
            if one["verdict"] == "none" or key in told:
                continue
            told.add(key)
            found = explain(office_of(under), one["rule"], one.get("subject", "meetings/m1"), day(under.on))
            assert found, under
            yield f"{one['rule']} {found.finding.subject} {found.finding.verdict.value} ({under})"
            yield from (f"  {step_words(step)}" for step in found.steps)


def step_words(step: Step) -> str:
    cite = clause(step.cite.at) if step.cite and step.cite.at else "đơn vị" if step.cite else ""
    parts = (step.kind, cite, step.key, step.said, " ".join(step.records), step.text)
    brief = f" [{step.brief}]" if step.brief and step.brief != step.text else ""
    return " | ".join(part for part in parts if part) + brief


def test_what_led_to_a_finding_is_told_as_is_kept(kept: Kept) -> None:
    kept("reasonings", reasonings())


def test_of_many_days_the_first_and_last_are_listed_and_those_off_are_counted() -> None:
    away = {"person": "p5", "area": "abroad", "id": "x1", "from": "2024-09-02", "to": "2025-03-31"}
    (days,) = _explained("absence.reported", "absences/x1", absences=[away]).of("days")
    assert days.text.startswith("Từ 02/9/2024 đến 31/3/2025 có 143 ngày làm việc: 04/9/2024, …, 31/3/2025; bỏ qua ")
    assert "59 ngày nghỉ cuối tuần" in days.text
    short = {**away, "from": "2024-10-07", "to": "2024-10-13"}
    (few,) = _explained("absence.reported", "absences/x1", absences=[short]).of("days")
    assert few.brief.endswith("có 5 ngày làm việc, bỏ qua 12/10, 13/10 (nghỉ cuối tuần).")
