"""The findings on one meeting as its page shows them: by name, the gravest first, and beside the item they concern.

Reads only. Imports domain, vi and the texts of regulations.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desktop import vi
from desktop.domain.compliance import RULES
from desktop.domain.facts import Facts
from desktop.domain.findings import GRAVITY, Finding, Verdict
from desktop.domain.keys import RuleId
from desktop.domain.records import AgendaItem, Meeting
from desktop.domain.rules import (
    decision_majority,
    meeting_papers_received,
)
from desktop.exchange.rule_words import words_of
from desktop.usecases.base.said import said_of
from desktop.usecases.meetings import rows as meetings
from desktop.usecases.regulations import rows as regulations


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRow:
    """An item with the mark of its papers and of its vote; a mark is empty where no rule judges it."""

    id: str
    number: int
    day: str
    time: str
    title: str
    unit: str
    purpose: str
    papers: str
    papers_mark: str
    vote: str
    vote_mark: str


_SHORT_PURPOSE = {
    "report-between-sessions": "Báo cáo",
    "delegated-report": "Báo cáo",
    "ballot-report": "Báo cáo",
}
"""What fits the column; the form says it in full."""


def item_id_of(finding: Finding) -> str:
    """The item a finding is about, `meetings/ID/AGENDA`; empty for the meeting itself."""
    return finding.subject.part or ""


def hours(meeting: Meeting) -> str:
    """`07:30–11:00`, `07:30–17:00 ngày 13/6/2024` where it goes on over several days."""
    if meeting.end is None:
        return vi.clock(meeting.start)
    later = f" ngày {vi.day(meeting.end)}" if meeting.end.date() != meeting.start.date() else ""
    return f"{vi.clock(meeting.start)}–{vi.clock(meeting.end)}{later}"


def _number(meeting: Meeting, finding: Finding) -> int:
    ids = [item.id for item in meeting.agenda]
    item = item_id_of(finding)
    return ids.index(item) + 1 if item in ids else 0


def grouped(meeting: Meeting, findings: Iterable[Finding]) -> list[tuple[str, Finding]]:
    """Each finding with its name, the gravest first; items of which one rule says the same make one line."""

    def rank(finding: Finding) -> tuple[int, str, int]:
        return GRAVITY.index(finding.verdict), finding.rule, _number(meeting, finding)

    def key(finding: Finding) -> tuple[str, str, str]:
        quiet = finding.verdict in (Verdict.MET, Verdict.EXEMPT) and bool(item_id_of(finding))
        return finding.rule, finding.verdict, "" if quiet else finding.text

    ordered = sorted(findings, key=rank)
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in ordered:
        groups.setdefault(key(finding), []).append(finding)
    return [_line(meeting, group) for group in groups.values()]


def _line(meeting: Meeting, group: Sequence[Finding]) -> tuple[str, Finding]:
    first = group[0]
    name = words_of(first.rule).panel
    numbers = [str(_number(meeting, finding)) for finding in group if item_id_of(finding)]
    if numbers:
        name = f"{name} {', '.join(numbers)}"
    if len({finding.text for finding in group}) == 1:
        return name, first
    told = f"{len(group)} mục đều {_kept(first)}."
    return name, replace(first, text=told)


def _kept(finding: Finding) -> str:
    if finding.verdict is Verdict.EXEMPT:
        return "được miễn thời hạn"
    return f"xong trước hạn {vi.day(finding.due)}" if finding.due else "đạt"


def agenda(facts: Facts, meeting: Meeting, findings: Sequence[Finding], on: dt.date) -> list[AgendaRow]:
    """The items in order, each with what the regulation says of its papers and its vote."""
    marks = {(finding.rule, item_id_of(finding)): finding for finding in findings}
    return [_row(facts, meeting, item, number, marks, on) for number, item in enumerate(meeting.agenda, 1)]


def _row(
    facts: Facts,
    meeting: Meeting,
    item: AgendaItem,
    number: int,
    marks: dict[tuple[RuleId, str], Finding],
    on: dt.date,
) -> AgendaRow:
    papers, vote = (
        marks.get((meeting_papers_received.RULE.id, item.id)),
        marks.get((decision_majority.RULE.id, item.id)),
    )
    unit = facts.unit(item.preparer)
    return AgendaRow(
        id=item.id,
        number=number,
        day=vi.day_short(item.day) if item.day else "",
        time=vi.clock(item.time) if item.time else "",
        title=item.title,
        unit=unit.name if unit else "",
        purpose=_SHORT_PURPOSE.get(item.purpose or "", vi.PURPOSE[item.purpose] if item.purpose else ""),
        papers=_papers(item, papers, on),
        papers_mark=papers.verdict if papers else "",
        vote=_vote(facts, meeting, item),
        vote_mark=_vote_mark(item, vote),
    )


def _papers(item: AgendaItem, finding: Finding | None, on: dt.date) -> str:
    if item.documents_state == "returned":
        return vi.PAPERS_STATE["returned"]
    if item.documents_received:
        return vi.day_short(item.documents_received, on)
    if finding is None or finding.due is None:
        return ""
    if finding.verdict is Verdict.UNCLEAR:
        return "Hai cách đọc"
    if finding.verdict is Verdict.EXEMPT:
        return vi.VERDICT[Verdict.EXEMPT]
    return vi.capital(vi.distance(finding.due, on))


def _vote(facts: Facts, meeting: Meeting, item: AgendaItem) -> str:
    count = meetings.tally(facts, meeting, item)
    if count is not None:
        return f"{count.approve}/{count.members}"
    return "Chưa biểu quyết" if item.purpose == "decision" else "Không biểu quyết"


def _vote_mark(item: AgendaItem, finding: Finding | None) -> str:
    if finding is not None:
        return finding.verdict
    return Verdict.DUE if item.purpose == "decision" and item.vote is None else ""


def beside_fields(findings: Iterable[Finding], item_id: str = "") -> dict[str, Finding]:
    """The gravest finding for each field of the meeting's form, or of one item's."""
    found: dict[str, Finding] = {}
    for finding in sorted(findings, key=lambda one: GRAVITY.index(one.verdict)):
        name = field_of(finding)
        if name and item_id_of(finding) == item_id:
            found.setdefault(name, finding)
    return found


def field_of(finding: Finding) -> str:
    """The field of the meeting's or an item's form beside which a verdict stands."""
    return RULES[finding.rule].beside


def note_of(finding: Finding, on: dt.date) -> str:
    """The few words under a field: what is late, what is left; the whole sentence is in the panel."""
    if finding.due is None or finding.verdict in (Verdict.MET, Verdict.EXEMPT):
        return said_of(finding)
    limit = vi.day_short(finding.due, on)
    if finding.verdict is Verdict.DUE:
        return f"Hạn {limit}, {vi.distance(finding.due, on)}"
    return f"Hạn {limit} đã qua" if finding.verdict is Verdict.BREACH else vi.VERDICT[finding.verdict]


def quote(facts: Facts, finding: Finding, on: dt.date) -> str:
    """The clause word for word where the office attached its text, else the project's own sentence on it."""
    words = regulations.clause_text(facts.office, finding.cite)
    held = facts.in_force(on)
    if words or held is None:
        return words or ""
    about = [
        (key, parameter.says(on))
        for key, parameter in held.profile.parameters.items()
        if key.startswith(finding.rule) and parameter.on(on).at == finding.cite.at
    ]
    own = [means for key, means in about if f".{_body_of(facts, finding)}." in key]
    return next(iter([*own, *(means for _, means in about)]), "")


def _body_of(facts: Facts, finding: Finding) -> str:
    """The body whose meeting is judged: a regulation often has one parameter for each body in one clause."""
    meeting = facts.meeting(finding.subject.id)
    return meeting.body if meeting else ""
