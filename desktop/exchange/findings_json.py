"""Findings as `check --json` answers them; a stable contract (interchange, section 3)."""

import json
from collections.abc import Sequence
from datetime import date

from desktop.domain.findings import Cite, Clause, Finding


def write_findings(findings: Sequence[Finding], on: date) -> str:
    answer = {"on": on.isoformat(), "findings": [_finding(finding) for finding in findings]}
    return json.dumps(answer, ensure_ascii=False, indent=2)


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "subject": finding.subject,
        "verdict": finding.verdict.value,
        "cite": _cite(finding.cite),
        "expected": finding.expected,
        "actual": finding.actual,
        "due": finding.due.isoformat() if finding.due else None,
        "text": finding.text,
    }


def _cite(cite: Cite) -> dict[str, object]:
    if cite.at is None:
        return {"office": True} if cite.office else {"profile": cite.profile}
    article: dict[str, object] = {"profile": cite.profile, **_clause(cite.at)}
    article["also"] = [_clause(clause) for clause in cite.also]
    return {**article, "office": True} if cite.office else article


def _clause(clause: Clause) -> dict[str, object]:
    return {
        "article": clause.article,
        "clause": clause.clause,
        "point": clause.point,
        "paragraph": clause.paragraph,
        "dash": clause.dash,
    }
