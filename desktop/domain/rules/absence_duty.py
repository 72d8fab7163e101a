"""While all of Thường trực are away, a member of the standing committee is on duty in their stead (000)."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from desktop.domain.absences import Run, runs
from desktop.domain.cases import PEOPLE
from desktop.domain.facts import Facts, covers
from desktop.domain.findings import Finding, Verdict
from desktop.domain.judging import CONTRARY, Outcome, Window, awaited
from desktop.domain.keys import Key
from desktop.domain.records import Assignment
from desktop.domain.rule import Reads, Rule
from desktop.domain.wording import day, distance_said

DECIDED_BY = Key("absence.duty.decided_by")
REQUIRED = Key("absence.duty.required")

RULE = Rule(
    "absence.duty", of=PEOPLE, reads=(Reads.PEOPLE, Reads.ABSENCES, Reads.ASSIGNMENTS), cites=(DECIDED_BY, REQUIRED)
)


@RULE.judged_by
def judge(facts: Facts, window: Window) -> Iterator[Finding]:
    waiting = [line for line in facts.office.assignments if line.kind == "duty" and line.person]
    waiting.sort(key=lambda line: line.from_ or dt.date.min, reverse=True)
    begun: list[Assignment] = []
    for run in runs(facts):
        while waiting and (waiting[-1].from_ or dt.date.min) <= run.last:
            begun.append(waiting.pop())
        begun = [line for line in begun if line.to is None or line.to >= run.first]
        outcome = _on_duty(facts, run, begun, window.on) if window.holds(run.first) else None
        if outcome:
            yield outcome.of(RULE.id, run.subject)


def _on_duty(facts: Facts, run: Run, lines: list[Assignment], on: dt.date) -> Outcome | None:
    """`lines` are the duties that stand on a day of the run."""
    ruling = facts.ruling(REQUIRED, run.first)
    if ruling is None or not ruling.value:
        return None
    standing = {value: [_stands_in(facts, line, value) for line in lines if covers(line, value)] for value in run.days}
    uncovered = [value for value, found in standing.items() if "" not in found]
    total = len(run.days)
    span = day(run.first) if total == 1 else f"{day(run.first)}–{day(run.last)}"
    fact = f"Cả Thường trực vắng {total} ngày ({span})"
    judged = Outcome(
        verdict=Verdict.MET,
        cite=ruling.cite,
        text=f"{fact}, có ủy viên Ban Thường vụ trực đủ {total}/{total} ngày.",
        expected=f"{total}/{total}",
        actual=f"{total - len(uncovered)}/{total}",
        due=run.first,
    )
    if not uncovered:
        return judged
    doubts = [[doubt for doubt in standing[value] if doubt] for value in uncovered]
    if all(doubts):
        text = f"{fact}, chưa rõ có người trực từ {day(uncovered[0])}: {'; '.join(doubts[0])}."
        return replace(judged, verdict=Verdict.UNCLEAR, text=text)
    text = (
        f"{fact}, mới có người trực {total - len(uncovered)}/{total} ngày, thiếu từ {day(uncovered[0])}; "
        f"Ban Thường vụ phân công một ủy viên trực chậm nhất {day(run.first)}, {distance_said(run.first, on)}."
    )
    return replace(judged, verdict=awaited(run.first, on), text=text)


def _stands_in(facts: Facts, line: Assignment, value: dt.date) -> str | None:
    """Empty where a member of the standing committee, not of Thường trực, had the duty from the body that gives it.

    None of whoever is no such member or had it from another; else why it cannot be told.
    """
    decider = facts.ruling(DECIDED_BY, value)
    if decider and line.decided_by and line.decided_by != decider.word:
        return None
    if not facts.holds(line.person, "btv", value) or facts.holds(line.person, "thuong-truc", value):
        return None
    name, away = facts.named(line.person), facts.absence(line.person or "", value)
    if away:
        return f"{name} được phân công trực cũng vắng từ {day(away.from_)} đến {day(away.to)}, {CONTRARY}"
    if decider and line.decided_by is None:
        return f"phân công {name} trực chưa ghi cơ quan quyết định"
    return "" if line.from_ else f"phân công {name} trực chưa ghi từ ngày nào"
