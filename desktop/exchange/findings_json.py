"""Findings as `check --json` answers them; a stable contract (interchange, section 3)."""

import json
from collections.abc import Sequence
from datetime import date

from desktop.domain.findings import Cite, Clause, Finding


def write_findings(findings: Sequence[Finding], on: date) -> str:
    answer = {"on": on.isoformat(), "findings": [plain_finding(finding) for finding in findings]}
    return json.dumps(answer, ensure_ascii=False, indent=2)


def plain_finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "subject": finding.subject,
        "verdict": finding.verdict.value,
        "cite": plain_cite(finding.cite),
        "expected": finding.expected,
        "actual": finding.actual,
        "due": finding.due.isoformat() if finding.due else None,
        "text": finding.text,
    }


def plain_cite(cite: Cite) -> dict[str, object]:
    """`{"office": true}` alone where only a setting stands behind the finding; beside an article where both do.

    `"unchecked": true` where the office has not yet held the article against its own text.
    """
    if cite.at is None and cite.office:
        return {"office": True}
    place = {"profile": cite.profile, **_clause(cite.at), "also": [_clause(clause) for clause in cite.also]}
    marks = {"office": cite.office, "unchecked": cite.unchecked}
    return {**place, **{name: True for name, marked in marks.items() if marked}}


def _clause(clause: Clause | None) -> dict[str, object]:
    parts = ("article", "clause", "point", "paragraph", "dash")
    return {part: getattr(clause, part) if clause else None for part in parts}
