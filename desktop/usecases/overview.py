"""The findings of a year as lines: what the rule is called, what it was held against, where that record is."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.periods import period
from desktop.usecases.meeting_findings import GRAVITY, RULE
from desktop.usecases.today import PLACE_OF, article_words, record_words, regulation_words, short_name


@dataclass(frozen=True, slots=True)
class Line:
    """`leads_to` is the screen and the record behind the finding; without a record there is none to open."""

    key: str
    rule: str
    subject: str
    article: str
    gravity: int
    leads_to: tuple[str, str]
    finding: Finding


def in_force_words(facts: Facts, today: dt.date) -> str:
    """`Quy chế 05/2024, hiệu lực từ 31/05/2024`."""
    held = facts.in_force(today)
    return f"{regulation_words(facts, today)}, hiệu lực từ {vi.day(held.from_)}" if held else "Chưa có quy chế"


def day_of(facts: Facts, finding: Finding) -> dt.date | None:
    """The day a finding belongs to: its meeting's, its period's, else its last day in time."""
    parts = finding.subject.split("/")
    meeting = facts.meeting(parts[1]) if parts[0] == "meetings" and len(parts) > 1 else None
    if meeting:
        return meeting.start.date()
    span = period(parts[-1])
    return span.first if span else finding.due


_RULE = {
    "meeting.papers.received": "Nhận tài liệu",
    "meeting.papers.sent": "Gửi tài liệu",
    "decision.majority": "Biểu quyết",
}


def years(facts: Facts, findings: Iterable[Finding], today: dt.date) -> list[int]:
    """The years with findings, and this one; the latest first."""
    found = {day.year for finding in findings if (day := day_of(facts, finding))}
    return sorted(found | {today.year}, reverse=True)


def lines(facts: Facts, findings: Sequence[Finding], year: int) -> list[Line]:
    """The findings of one year, the gravest first, then by day."""
    made = [
        (day, _line(facts, finding, dt.date(year, 1, 1)))
        for finding in findings
        if (day := day_of(facts, finding)) is None or day.year == year
    ]
    made.sort(key=lambda pair: (pair[1].gravity, -(pair[0] or dt.date.min).toordinal(), pair[1].key))
    return [line for _day, line in made]


def _line(facts: Facts, finding: Finding, beside: dt.date) -> Line:
    kind, _, rest = finding.subject.partition("/")
    return Line(
        key=f"{finding.rule}|{finding.subject}",
        rule=_RULE.get(finding.rule) or RULE.get(finding.rule, finding.rule),
        subject=subject_words(facts, finding, beside),
        article=article_words(finding.cite),
        gravity=GRAVITY.index(finding.verdict),
        leads_to=(PLACE_OF[kind], rest.partition("/")[0]) if kind in PLACE_OF else ("compliance", ""),
        finding=finding,
    )


def subject_words(facts: Facts, finding: Finding, beside: dt.date) -> str:
    """`Hội nghị BTV 06/09, mục 3`, `Thường trực, tuần 35/2024`."""
    parts = finding.subject.split("/")
    meeting = facts.meeting(parts[1]) if parts[0] == "meetings" and len(parts) > 1 else None
    if meeting:
        ids = [item.id for item in meeting.agenda]
        item = f", mục {ids.index(parts[2]) + 1}" if len(parts) > 2 and parts[2] in ids else ""
        return f"{short_name(meeting, beside)}{item}"
    if parts[0] in PLACE_OF:
        return record_words(facts, parts[0], parts[1])
    span = period(parts[-1])
    return f"{_NAMES.get(parts[0], parts[0])}{f', {span.words}' if span else ''}"


_NAMES = dict[str, str](vi.BODY.items()) | {
    "front-and-unions": "Mặt trận, đoàn thể",
    "front-and-unions-deputy": "Phó Bí thư với Mặt trận, đoàn thể",
    "advisory-bodies": "Cơ quan tham mưu",
    "internal-affairs": "Nội chính",
}
