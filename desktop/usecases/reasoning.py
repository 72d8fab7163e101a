"""How a finding came about, in words: the articles and settings asked, the records read, the days counted.

One telling for the screen, the command line and the annex of an account. Reads only; may import domain, vi, exchange.
"""

import datetime as dt
import json
from dataclasses import dataclass

from desktop import vi
from desktop.domain import tracing
from desktop.domain.compliance import RULES
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Finding
from desktop.domain.plain import Plain
from desktop.domain.refusal import Refusal
from desktop.domain.tracing import Kind, Step
from desktop.exchange.findings_json import plain_cite, plain_finding
from desktop.usecases import values
from desktop.usecases.settings import TITLES

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
    records: tuple[str, ...]


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
    found = tracing.explain(facts, rule, subject, on)
    if found is None:
        what = f"Quy tắc “{rule}” không có kết quả nào về “{subject}” tính đến {vi.day(on)}"
        raise Refusal(f"{what}; cần một cặp mà lệnh check liệt kê.", field="subject")
    steps = sorted(found.steps, key=lambda step: list(HEADS).index(step.kind))
    return Told(finding=found.finding, lines=tuple(_line(facts, step, on) for step in steps))


def _line(facts: Facts, step: Step, on: dt.date) -> Line:
    return Line(kind=step.kind, text=_words(facts, step, on), cite=step.cite, records=step.records)


def _words(facts: Facts, step: Step, on: dt.date) -> str:
    """The sentence with the value it holds, where it names one."""
    if not step.key:
        return step.text
    value = list(step.value) if isinstance(step.value, tuple) else step.value
    if step.kind == "setting":
        return f"{TITLES.get(step.key, step.text.rstrip('.'))}: {values.said(facts.settings[step.key].kind, value)}."
    return f"{step.text.rstrip('.')}: {values.said(_unit(facts, step.key), value)}."


def _unit(facts: Facts, key: str) -> str:
    return next((one.unit for each in facts.in_force_list if (one := each.profile.parameters.get(key))), "words")


def plain_text(told: Told) -> str:
    """For the command line: the finding, then its parts."""
    finding = told.finding
    lines = [f"{vi.said_of(finding)} ({vi.cite(finding.cite)}): {finding.text}"]
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
