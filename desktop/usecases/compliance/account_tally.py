"""Puts findings into the lines of an account: kept among settled, and what is not settled beside. May import domain."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from desktop.domain.account import Figure, Line, State
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Finding, Verdict
from desktop.domain.records import Meeting
from desktop.domain.regulation import InForce
from desktop.domain.rules import meeting_working
from desktop.exchange.rule_words import Plan, load_words, words_of

Days = tuple[dt.date, dt.date]
"""The first and the last day of the period."""
INSPECTION = "inspection"


def part_of(facts: Facts, finding: Finding) -> str:
    """Which line of its rule a finding belongs to: a body, a kind of working session; empty where there is but one."""
    parts = {line.part for line in words_of(finding.rule).lines} - {""}
    if not parts:
        return ""
    about = finding.subject
    meeting = facts.meeting(about.id) if about.names(Meeting) else None
    if meeting:
        return meeting.kind if finding.rule == meeting_working.RULE.id else meeting.body
    part = INSPECTION if about.is_inspection else about.kind
    return part if part in parts else ""


def plan_of(facts: Facts, finding: Finding) -> Plan:
    part = part_of(facts, finding)
    return next(plan for plan in load_words().plans if plan.rule == finding.rule and plan.part == part)


Planned = tuple[tuple[Plan, Line], ...]


def sections(
    facts: Facts, findings: Sequence[Finding], held: Sequence[InForce], days: Days
) -> Iterator[tuple[str, str, Planned]]:
    """Every section with the lines that are told: what few regulations lay down is not missed in the others."""
    for key, title, lines in all_sections(facts, findings, held, days):
        yield key, title, tuple((plan, made) for plan, made in lines if is_told(plan, made))


def is_told(plan: Plan, line: Line) -> bool:
    return plan.told or line.state in ("judged", "idle")


def all_sections(
    facts: Facts, findings: Sequence[Finding], held: Sequence[InForce], days: Days
) -> Iterator[tuple[str, str, Planned]]:
    """Every section with every line beside its plan; a rule without findings is idle, or silent where no regulation
    held says it."""
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        found.setdefault((finding.rule, part_of(facts, finding)), []).append(finding)
    for key, title, plans in load_words().account:
        said = [plan.of(facts.own_area) for plan in plans]
        yield key, title, tuple((plan, _line(plan, found.get((plan.rule, plan.part), []), held, days)) for plan in said)


def _line(plan: Plan, found: list[Finding], held: Sequence[InForce], days: Days) -> Line:
    said: State = "idle" if found or _said(plan.stem, held, days) else "open" if _open(plan.stem, held) else "silent"
    made = line(plan.key, plan.words, plan.unit, found, said)
    return replace(made, rule=plan.rule, topic=plan.topic, lack=words_of(plan.rule).lack or made.lack)


def line(key: str, words: str, unit: str, found: Sequence[Finding], without: State = "idle") -> Line:
    """The findings as one line; `without` is its state where there are none."""
    counted = {verdict: sum(finding.verdict is verdict for finding in found) for verdict in Verdict}
    return Line(
        rule=key,
        topic=words,
        state="judged" if found else without,
        figure=tally(key, words, unit, found),
        broken=_of(found, Verdict.BREACH),
        unclear=_of(found, Verdict.UNCLEAR),
        due=counted[Verdict.DUE],
        exempt=counted[Verdict.EXEMPT],
        unknown=counted[Verdict.UNKNOWN],
        unchecked=sum(one.verdict is Verdict.MET and one.cite.unchecked for one in found),
    )


def tally(key: str, words: str, unit: str, found: Iterable[Finding]) -> Figure:
    """What was kept among what was kept or broken; what is not settled stands beside it, not in it."""
    settled = [one for one in found if one.verdict in (Verdict.MET, Verdict.BREACH) and not one.cite.unchecked]
    return Figure(
        key=key,
        words=words,
        unit=unit,
        part=sum(finding.verdict is Verdict.MET for finding in settled),
        whole=len(settled),
        cites=cites_of(found),
        subjects=tuple(finding.subject for finding in settled),
    )


def cites_of(found: Iterable[Finding]) -> tuple[Cite, ...]:
    """The grounds of the findings, each once, those of one clause in one."""
    return tuple({(cite.profile, cite.at): cite for cite in (finding.cite for finding in found)}.values())


def _of(found: Iterable[Finding], verdict: Verdict) -> tuple[Finding, ...]:
    return tuple(finding for finding in found if finding.verdict is verdict)


def _open(stem: str, held: Sequence[InForce]) -> bool:
    """Whether a regulation is known in part only, and not on what stands under the stem."""
    profiles = [regulation.profile for regulation in held]
    return any(each.partial and not any(f"{name}.".startswith(stem) for name in each.parameters) for each in profiles)


def _said(stem: str, held: Sequence[InForce], days: Days) -> bool:
    """Whether a regulation in force in the period lays down anything under the stem."""
    for regulation in held:
        on = max(regulation.from_, days[0])
        for name in regulation.profile.parameters:
            if f"{name}.".startswith(stem):
                ruling = regulation.ruling(name, on)
                if ruling and ruling.value:
                    return True
    return False
