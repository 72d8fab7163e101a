"""The one word of a finding, on every screen and list. Imports domain, vi and the words of rules."""

from desktop import vi
from desktop.domain.findings import Finding, Verdict
from desktop.exchange.rule_words import words_of

_LATE = "chậm hoặc chưa có"


def said_of(finding: Finding) -> str:
    """What is not right says how: `Chậm`, `Quá hạn`, `Chưa đủ`, `Chưa có`, `Không đạt`."""
    if finding.verdict is not Verdict.BREACH:
        return vi.VERDICT[finding.verdict]
    due, lack = finding.due.isoformat() if finding.due else "", words_of(finding.rule).lack or _LATE
    if due and len(finding.actual) == len(due) and finding.actual > due:
        return "Chậm"
    if lack != _LATE:
        return vi.capital(lack)
    return "Quá hạn" if due and not finding.actual else vi.VERDICT[Verdict.BREACH]
