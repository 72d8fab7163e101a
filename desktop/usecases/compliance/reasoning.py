"""How a finding came about, in words: the articles and settings asked, the records read, the days counted.

One telling for the screen, the command line and the annex of an account. Reads only; may import domain, vi, exchange.
"""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop import vi
from desktop.domain import tracing
from desktop.domain.compliance import RULES
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Finding
from desktop.domain.plain import Plain
from desktop.domain.refs import RecordRef
from desktop.domain.refusal import Refusal
from desktop.domain.tracing import Kind, Reasoning, Step
from desktop.exchange.findings_json import plain_cite, plain_finding
from desktop.usecases.base.said import said_of
from desktop.usecases.regulations import values

HEADS: dict[Kind, str] = {
    "article": "Quy chế quy định",
    "setting": "Quy ước của đơn vị",
    "record": "Đã đọc",
    "members": "Người đương nhiệm",
    "days": "Cách đếm ngày",
}
"""The parts of a reasoning, in the order in which they are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One step in words, with the article to open and the records (`meetings/m1`) to go to."""

    kind: Kind
    text: str
    cite: Cite | None
    records: tuple[RecordRef, ...]
    brief: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    finding: Finding
    lines: tuple[Line, ...]

    def of(self, kind: Kind) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.kind == kind)


def tell(facts: Facts, rule: str, subject: str, on: dt.date) -> Told:
    """Raises `Refusal` where there is no such rule, or it says nothing of the subject on that day."""
    if rule not in RULES:
        raise Refusal(f"Không có quy tắc “{rule}”; cần một trong: {', '.join(RULES)}.", field="rule")
    found = next(tracing.explained(facts, rule, {subject}, on), None)
    if found is None:
        what = f"Quy tắc “{rule}” không có kết quả nào về “{subject}” tính đến {vi.day(on)}"
        raise Refusal(f"{what}; cần một cặp mà lệnh check liệt kê.", field="subject")
    return _told(facts, found)


def _told(facts: Facts, found: Reasoning) -> Told:
    steps = sorted(found.steps, key=lambda step: list(HEADS).index(step.kind))
    return Told(finding=found.finding, lines=tuple(_line(facts, step) for step in steps))


def _line(facts: Facts, step: Step) -> Line:
    brief = step.brief or step.text
    return Line(kind=step.kind, text=_words(facts, step), cite=step.cite, records=step.records, brief=brief)


def _words(facts: Facts, step: Step) -> str:
    """The sentence with the value it holds, where it names one."""
    if not step.key:
        return step.text
    if step.kind == "setting":
        setting = facts.settings[step.key]
        return f"{setting.title or step.text.rstrip('.')}: {values.said(setting.kind, step.value)}."
    return f"{step.text.rstrip('.')}: {values.said(_unit(facts, step.key), step.value)}."


def _unit(facts: Facts, key: str) -> str:
    return next((one.unit for each in facts.in_force_list if (one := each.profile.parameters.get(key))), "words")


def in_brief(facts: Facts, findings: Iterable[Finding], on: dt.date) -> dict[tuple[str, str], tuple[str, ...]]:
    """By rule and subject, what stands under each finding on paper: the days counted, and the sessions looked through.

    The article and the record itself stand beside it there.
    """
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for finding in findings:
        wanted[finding.rule].add(finding.subject)
    told = (_told(facts, found) for rule in wanted for found in tracing.explained(facts, rule, wanted[rule], on))
    return {(one.finding.rule, one.finding.subject): tuple(brief(one)) for one in told}


def brief(told: Told) -> Iterator[str]:
    """The days counted up to the last of them, and the first of what was looked through for a period."""
    due = told.finding.due
    days = [line.brief for line in told.of("days")]
    own = [line for line in days if due and vi.day(due) in line] or days[-1:]
    yield from own[:1]
    if not told.finding.subject.is_record:
        read = [line.text.rstrip(".") for line in told.of("record") if line.records]
        more = f" và {len(read) - NAMED} mục khác" if len(read) > NAMED else ""
        if read:
            yield f"Đã tính: {'; '.join(read[:NAMED])}{more}."


NAMED = 3
"""How many of the records looked through are named on paper."""


def plain_text(told: Told) -> str:
    """For the command line: the finding, then its parts."""
    finding = told.finding
    lines = [f"{said_of(finding)} ({vi.cite(finding.cite)}): {finding.text}"]
    for kind, head in HEADS.items():
        part = told.of(kind)
        lines += ["", f"{head}:"] if part else []
        lines += [f"  - {line.text}{_where(line)}" for line in part]
    return "\n".join(lines)


def _where(line: Line) -> str:
    return f" ({vi.cite(line.cite)})" if line.kind == "article" and line.cite else ""


def as_json(told: Told, on: dt.date) -> str:
    """For `check --explain … --json`."""
    steps: list[Plain] = [
        {
            "kind": line.kind,
            "text": line.text,
            "cite": plain_cite(line.cite) if line.cite else None,
            "records": list(line.records),
        }
        for line in told.lines
    ]
    answer = {"on": on.isoformat(), "finding": plain_finding(told.finding), "steps": steps}
    return json.dumps(answer, ensure_ascii=False, indent=2)
