"""The appendix of an account: every rule under its clause with what was found, and the points left open.

May import domain, vi, exchange and the naming of findings.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from desktop import vi
from desktop.domain.account import Advice, Article, Case
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Clause, Finding, Verdict
from desktop.domain.keys import SettingKey
from desktop.domain.records import Note
from desktop.domain.regulation import InForce
from desktop.exchange.profiles import load_practice, profiles_of
from desktop.exchange.rule_words import Plan, load_words
from desktop.usecases.compliance.account_tally import plan_of, tally
from desktop.usecases.compliance.overview import subject_words
from desktop.usecases.regulations import values

Counted = Mapping[tuple[str, str], tuple[str, ...]]
TOLD = (Verdict.BREACH, Verdict.UNCLEAR, Verdict.UNKNOWN)
"""The verdicts told one by one; what was kept is only counted."""
EVERY_YEAR = dt.date(1, 1, 1)
"""Days stand beside no year, so that each bears its own."""


def articles(facts: Facts, findings: Sequence[Finding], counted: Counted | None = None) -> tuple[Article, ...]:
    """One for each rule under each clause, in the order of the articles; `counted` tells how each case was counted."""
    titles, office = {name: each.title for name, each in profiles_of(facts.office).items()}, facts.office.office.name
    notes = {(note.rule, note.subject): note for note in facts.office.notes}
    rows = sorted(((finding, plan_of(facts, finding)) for finding in findings), key=_order)
    made = []
    for (_place, plan), group in groupby(rows, key=lambda row: (_place_of(row[0].cite)[:2], row[1])):
        found = [finding for finding, _plan in group]
        cite = _common([finding.cite for finding in found])
        cases, said = [finding for finding in found if finding.verdict in TOLD], plan.of(office)
        made.append(
            Article(
                regulation=titles.get(cite.profile or "", ""),
                cite=cite,
                words=said.words,
                topic=said.topic,
                figure=tally(plan.key, said.words, plan.unit, found),
                due=sum(finding.verdict is Verdict.DUE for finding in found),
                exempt=sum(finding.verdict is Verdict.EXEMPT for finding in found),
                cases=tuple(_case(facts, finding, notes, counted or {}) for finding in cases),
            )
        )
    return tuple(made)


def _common(cites: Sequence[Cite]) -> Cite:
    """The one place they all name, else the clause they share."""
    first = cites[0]
    if first.at is None or all(cite.at == first.at for cite in cites):
        return first
    return replace(first, at=Clause(article=first.at.article, clause=first.at.clause))


def _case(facts: Facts, finding: Finding, notes: Mapping[tuple[str, str], Note], counted: Counted) -> Case:
    named = finding.rule, finding.subject
    note = notes.get(named)
    return Case(
        finding=finding,
        record=subject_words(facts, finding, EVERY_YEAR),
        counting=counted.get(named, ()),
        cause=note.cause if note else None,
        explanation=note.text if note else "",
        remedy=note.remedy if note else "",
    )


def _order(row: tuple[Finding, Plan]) -> tuple[object, ...]:
    finding, plan = row
    return (
        *_place_of(finding.cite)[:2],
        load_words().plans.index(plan),
        TOLD.index(finding.verdict) if finding.verdict in TOLD else 9,
    )


def _place_of(cite: Cite) -> tuple[str, tuple[int, ...], str]:
    """Regulation by regulation, by the numbers of article, clause, paragraph and dash; what has no article last."""
    at = cite.at
    if at is None:
        return "~", (), ""
    numbers = tuple(int((re.findall(r"\d+", part or "") or ["0"])[0]) for part in (at.article, at.clause))
    return cite.profile or "", numbers, vi.clause(at)


# What is left open


def open_points(facts: Facts, findings: Sequence[Finding], held: Sequence[InForce], on: dt.date) -> tuple[str, ...]:
    """Clauses that were met in the period and can be read in two ways, and silences the office filled itself."""
    return (*_doubts(facts, findings), *_filled(facts, held, on))


def _doubts(facts: Facts, findings: Sequence[Finding]) -> Iterator[str]:
    found: dict[tuple[str, Plan], list[Finding]] = {}
    for finding in findings:
        if finding.verdict is Verdict.UNCLEAR:
            found.setdefault(
                (vi.clause(finding.cite.at) if finding.cite.at else "", plan_of(facts, finding)), []
            ).append(finding)
    for (article, plan), same in found.items():
        named = _lowered(plan.of(facts.own_area).words)
        first = subject_words(facts, same[0], EVERY_YEAR)
        where = vi.capital(article) + f" ({named})" if article else vi.capital(named)
        yield f"{where}: {len(same)} trường hợp cần làm rõ cách hiểu, ví dụ {first}: {_lowered(same[0].text)}"


def _lowered(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"


def _filled(facts: Facts, held: Sequence[InForce], on: dt.date) -> Iterator[str]:
    """What the text leaves open and a setting of the office's own answers, as it stands on a day."""
    told: dict[str, None] = {}
    for regulation in held:
        for silence in regulation.profile.silences:
            own = facts.own_setting(SettingKey(silence.setting), on) if silence.setting else None
            if silence.setting and own is not None:
                setting = facts.settings[silence.setting]
                said = values.said(setting.kind, own)
                what = re.split("[:;,]", _lowered(setting.means))[0].rstrip(".")
                told[f"{silence.means.rstrip('.')}; {facts.office.office.name} đang áp dụng {what}: {said}."] = None
    yield from told


def advice() -> tuple[Advice, ...]:
    """What the national survey recommends; it binds nobody."""
    practice = load_practice()
    made = []
    for key, parameter in practice.parameters.items():
        dated = parameter.values[-1]
        if key.startswith("practice.advice."):
            cite = Cite(profile=practice.name, at=dated.at)
            made.append(Advice(words=parameter.means.rstrip("."), cite=cite))
    return tuple(made)
