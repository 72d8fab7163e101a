"""The register of papers that come in: each with how it stands, what it asks for and whom it was passed to.

May import domain and vi. Reads only; verdicts are those of the desk's findings.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.incoming import ASKS, Asked, by_lead, entered, whom, year_of
from desktop.domain.records import Document, Incoming
from desktop.domain.rules import incoming_answered

RULE = incoming_answered.RULE.id
LATE, WAITING, DONE, KNOWN = "late", "waiting", "done", "known"
STATE = {LATE: "Quá hạn", WAITING: "Chờ trả lời, thực hiện", DONE: "Đã xong", KNOWN: "Để biết"}


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingRow:
    """`settled` is the day of the answer, or the day it was settled without one."""

    paper: Incoming
    state: str
    verdict: str
    finding: Finding | None
    passed: str
    answer: str
    settled: dt.date | None

    @property
    def id(self) -> str:
        return self.paper.id

    @property
    def number(self) -> str:
        return f"{self.paper.number:02}" if self.paper.number else "Chưa có số"

    @property
    def asked(self) -> str:
        """`Yêu cầu báo cáo, trả lời`; that it is for information where it asks for nothing."""
        if self.paper.asks:
            return f"Yêu cầu {ASKS[self.paper.asks]}"
        return "Có hạn xử lý" if self.paper.due else "Để biết"


def rows(
    facts: Facts, findings: Iterable[Finding], on: dt.date, *, state: str = "", year: str = "", text: str = ""
) -> list[IncomingRow]:
    """The newest first; what is late and what waits stand together in their own groups."""
    judged = {finding.subject.id: finding for finding in findings if finding.rule == RULE}
    wanted = vi.fold(text.strip())
    found = (_row(facts, paper, judged.get(paper.id), on) for paper in facts.office.incoming)
    kept = (row for row in found if (not state or row.state == state) and (not year or str(year_of(row.paper)) == year))
    return sorted((row for row in kept if wanted in _words(row)), key=_order)


def _row(facts: Facts, paper: Incoming, finding: Finding | None, on: dt.date) -> IncomingRow:
    asked = Asked(facts, paper, entered(paper) or on, on)
    answer = facts.one(Document, paper.answer) if paper.answer else None
    state = _state(asked)
    plain = {LATE: "breach", WAITING: "due", DONE: "met", KNOWN: ""}[state]
    return IncomingRow(
        paper=paper,
        state=state,
        verdict=str(finding.verdict) if finding else plain,
        finding=finding,
        passed=", ".join(whom(facts, one) for one in by_lead(paper)),
        answer=" · ".join(part for part in (answer.symbol, answer.title) if part) if answer else "",
        settled=asked.settled,
    )


def _state(asked: Asked) -> str:
    if asked.waits:
        return LATE if asked.paper.due and asked.paper.due < asked.on else WAITING
    return DONE if asked.paper.asks or asked.paper.due or asked.settled else KNOWN


def _words(row: IncomingRow) -> str:
    paper = row.paper
    parts = (row.number, paper.symbol, paper.title, paper.sender, row.passed, paper.result, row.answer)
    return vi.fold(" ".join(parts))


def _order(row: IncomingRow) -> tuple[int, int, int]:
    day = entered(row.paper)
    return list(STATE).index(row.state), -(day.toordinal() if day else 0), -(row.paper.number or 0)


def years(facts: Facts) -> tuple[tuple[str, str], ...]:
    """The years of the register, the latest first."""
    held = {year for paper in facts.office.incoming if (year := year_of(paper))}
    return tuple((str(year), f"Năm {year}") for year in sorted(held, reverse=True))


def answers(facts: Facts, paper: Incoming) -> tuple[tuple[str, str], ...]:
    """The office's own documents that may answer it: those of its day or later, the latest first."""
    own = [one for one in facts.office.documents if one.cancelled is None]
    fit = [one for one in own if not (one.date and paper.date and one.date < paper.date) or one.id == paper.answer]
    ordered = sorted(fit, key=lambda one: one.date or dt.date.min, reverse=True)
    return tuple((one.id, " · ".join(part for part in (one.symbol, one.title) if part)) for one in ordered)


def open_rows(facts: Facts, findings: Iterable[Finding], on: dt.date, until: dt.date) -> list[IncomingRow]:
    """What still waits and is due by a day, whoever asked for it."""
    found = rows(facts, findings, on)
    return [row for row in found if row.state in (LATE, WAITING) and row.paper.due and row.paper.due <= until]


def counted(facts: Facts, on: dt.date) -> str:
    """`12 văn bản đến năm 2026 · 3 chờ trả lời · 1 quá hạn`."""
    held = rows(facts, (), on)
    this_year = sum(1 for row in held if year_of(row.paper) == on.year)
    waiting, late = (sum(1 for row in held if row.state == state) for state in (WAITING, LATE))
    parts = (f"{this_year} văn bản đến năm {on.year}", f"{waiting} chờ trả lời" if waiting else "",
             f"{late} quá hạn" if late else "")  # fmt: skip
    return " · ".join(part for part in parts if part) if held else ""
