"""Duties that the office's own regulation lays down and no rule knows: what is asked, how it stands, each time done.

May import domain, vi and the words of shapes. Reads only; verdicts are those of the desk's findings.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding, Verdict, gravest
from desktop.domain.periods import period
from desktop.domain.records import Document, Duty, DutyDone, Meeting
from desktop.domain.refs import RecordRef
from desktop.domain.regulation import clause_of
from desktop.domain.rules import duty_own
from desktop.usecases.base.subjects import short_name
from desktop.usecases.regulations import shape_words

RULE = duty_own.RULE.id
LATE, OPEN, DONE, IDLE = "late", "open", "done", "idle"
STATE = {LATE: "Quá hạn", OPEN: "Đang chờ", DONE: "Đã làm", IDLE: "Chưa áp dụng"}
RECENT = 12
"""How many of its periods are shown beside a duty, the latest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyRow:
    """`next` is what is to be answered first: the earliest that is late, else the earliest that waits."""

    id: str
    duty: Duty
    often: str
    due: str
    article: str
    regulation: str
    next: Finding | None
    state: str
    verdict: str
    findings: tuple[Finding, ...]

    @property
    def when(self) -> str:
        """How often and by when, in one line."""
        once = f"hạn {vi.day(self.duty.by)}" if self.duty.by else "một lần, không ghi hạn"
        parts = (self.often or once, f"hạn {self.due}" if self.due else "")
        return vi.capital(", ".join(part for part in parts if part))

    def told(self, finding: Finding) -> Finding:
        """A finding said beside its duty, whose title it need not repeat."""
        text = finding.text.removeprefix(self.duty.title).removeprefix(f" ({self.duty.actor})").lstrip(" ,:")
        return replace(finding, text=vi.capital(text))

    @property
    def code(self) -> str:
        """The period that is to be answered first; empty where the duty has none."""
        return _code(self.next) if self.next else ""


def rows(facts: Facts, findings: Iterable[Finding], *, state: str = "", text: str = "") -> list[DutyRow]:
    """What is late first, then what waits, by the day it is due."""
    judged: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.rule == RULE:
            judged[finding.subject.id].append(finding)
    found = [_row(facts, one, judged[one.id]) for one in facts.office.duties]
    wanted = vi.fold(text.strip())
    kept = (row for row in found if not state or row.state == state)
    said = (row for row in kept if wanted in vi.fold(f"{row.duty.title} {row.duty.actor} {row.article}"))
    return sorted(said, key=lambda row: (list(STATE).index(row.state), _due(row.next), row.id))


def _row(facts: Facts, one: Duty, own: Sequence[Finding]) -> DutyRow:
    following = next_of(own)
    profile = next((each for each in facts.office.profiles if each.id == one.profile), None)
    at = clause_of(one.cite)
    return DutyRow(
        id=one.id,
        duty=one,
        often=shape_words.said(one.often) if one.often else "",
        due=shape_words.said(one.due) if one.due else "",
        article=vi.clause(at) if at else "",
        regulation=profile.title if profile else "",
        next=following,
        state=_state(own, following),
        verdict=gravest(each.verdict for each in own),
        findings=tuple(sorted(own, key=_due, reverse=True)),
    )


def next_of(findings: Sequence[Finding]) -> Finding | None:
    for verdict in (Verdict.BREACH, Verdict.UNCLEAR, Verdict.DUE):
        found = [each for each in findings if each.verdict is verdict and not _made(each)]
        if found:
            return min(found, key=_due)
    return None


def _made(finding: Finding) -> bool:
    """Whether it was done, though after its day: nothing is to be answered any more."""
    return "-" in finding.actual


def _state(own: Sequence[Finding], following: Finding | None) -> str:
    if following:
        return OPEN if following.verdict is Verdict.DUE else LATE
    return DONE if own else IDLE


def _due(finding: Finding | None) -> dt.date:
    return (finding.due if finding else None) or dt.date.max


def _code(finding: Finding) -> str:
    part = finding.subject.part or ""
    return part if period(part) else ""


# Each time


def periods(row: DutyRow) -> tuple[tuple[str, str], ...]:
    """The periods it is asked for in, the latest first, to say of which it was done."""
    codes = dict.fromkeys(_code(each) for each in row.findings)
    return tuple((code, vi.capital(held.words)) for code in codes if (held := period(code)))


def said(facts: Facts, done: DutyDone) -> str:
    """`Xong 04/3/2026, tháng 2/2026: Báo cáo 12-BC/ĐU`."""
    held = period(done.period)
    day = f"Xong {vi.day(done.date)}" if done.date else "Xong, không ghi ngày"
    shown = record_words(facts, done.record)
    return "".join((day, f", {held.words}" if held else "", f": {shown}" if shown else ""))


def record_words(facts: Facts, record: str) -> str:
    """What shows that it was done, in a few words; empty where nothing was tied to it."""
    if not record:
        return ""
    found = facts.at(RecordRef(record))
    if isinstance(found, Document):
        return " · ".join(part for part in (found.symbol, found.title) if part)
    return short_name(found, dt.date.min) if isinstance(found, Meeting) else "văn bản, hội nghị không còn"


def showing(facts: Facts) -> tuple[tuple[str, str], ...]:
    """The records that may show that a duty was done, the latest first."""
    documents = sorted((one for one in facts.office.documents if one.date), key=lambda one: str(one.date), reverse=True)
    held = sorted(facts.office.meetings, key=lambda one: one.start, reverse=True)
    refs = [*map(RecordRef.to, documents), *map(RecordRef.to, held)]
    return tuple((str(ref), record_words(facts, ref)) for ref in refs)
