"""What a rule answers: a verdict with what was expected, what was found, and the article that says so."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.keys import RuleId
from desktop.domain.refs import RecordRef


class Verdict(StrEnum):
    MET = "met"
    BREACH = "breach"
    DUE = "due"
    EXEMPT = "exempt"
    UNCLEAR = "unclear"
    UNREGULATED = "unregulated"
    UNKNOWN = "unknown"


GRAVITY = (
    Verdict.BREACH,
    Verdict.DUE,
    Verdict.UNCLEAR,
    Verdict.UNKNOWN,
    Verdict.UNREGULATED,
    Verdict.EXEMPT,
    Verdict.MET,
)
"""The one order of verdicts: what asks most for attention first."""


def gravest(verdicts: Iterable[str]) -> str:
    """The verdict that asks most for attention; empty for none."""
    found = set(verdicts)
    return next((verdict for verdict in GRAVITY if verdict in found), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One place in a regulation, in printed words (`Điều 18`, `khoản 1`, `điểm a`, `đoạn 2`, `gạch đầu dòng thứ 4`)."""

    article: str
    clause: str | None = None
    point: str | None = None
    paragraph: str | None = None
    dash: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """The ground of a finding.

    `office` says that a setting of the office filled what the text leaves open: alone where the text is wholly silent,
    beside an article where the article lays down the duty and only the day or the number is the office's.
    `unchecked` says that the article is that of the regulation an office's own was made from: the office has not yet
    named the article of its own text.
    """

    profile: str | None = None
    at: Clause | None = None
    also: tuple[Clause, ...] = ()
    office: bool = False
    unchecked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """`due` is the last day in time; `text` is one Vietnamese sentence: the fact, then the limit."""

    rule: RuleId
    subject: RecordRef
    verdict: Verdict
    cite: Cite
    text: str
    expected: str = ""
    actual: str = ""
    due: dt.date | None = None
