"""The findings of a year as lines: what the rule is called, what it was held against, where that record is."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding, Verdict
from desktop.domain.in_force import OWN_DAY
from desktop.domain.periods import TERM, period
from desktop.usecases.ballot_findings import RULE as BALLOT_RULE
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


def _own_days(facts: Facts) -> dict[str, dt.date]:
    """The day by which each record is judged."""
    days = (
        (f"{name}/{record.id}", own_day(facts, record))
        for name, own_day in OWN_DAY.items()
        for record in getattr(facts.office, name)
    )
    return {subject: day for subject, day in days if day}


def _day_of(days: dict[str, dt.date], finding: Finding) -> dt.date | None:
    """The day a finding belongs to: its record's, its period's, else its last day in time; a term has every year."""
    parts = finding.subject.removesuffix(_INSPECTION).split("/")
    own = days.get("/".join(parts[:2]))
    if own:
        return own
    span = period(parts[-1])
    if span and finding.rule == "programme.adopted" and finding.verdict is Verdict.DUE:
        return finding.due
    return span.first if span else None if parts[-1] == TERM else finding.due


_INSPECTION = "/inspection"
_RULE = {
    **RULE,
    **{rule: f"Phiếu: {name[:1].lower()}{name[1:]}" for rule, name in BALLOT_RULE.items()},
    "meeting.papers.received": "Nhận tài liệu",
    "meeting.papers.sent": "Gửi tài liệu",
    "decision.majority": "Biểu quyết",
    "absence.reported": "Báo cáo khi đi ngoài tỉnh",
    "absence.commune": "Báo cáo khi đi ngoài xã",
    "absence.result": "Báo kết quả chuyến đi",
    "absence.duty": "Trực thay Thường trực",
    "delegated.matter": "Việc được ủy quyền",
    "delegated.unanimity": "Thường trực thống nhất",
    "delegated.reported": "Báo cáo việc theo ủy quyền",
    "delegated.written": "Ra văn bản theo ủy quyền",
    "assignment.member": "Phân công ủy viên",
    "assignment.unit": "Phụ trách đơn vị",
    "programme.adopted": "Chương trình",
    "report.received": "Báo cáo của đơn vị",
    "report.member": "Báo cáo của ủy viên",
    "report.upward": "Báo cáo cấp trên",
    "report.government": "Báo cáo của Ủy ban nhân dân",
    "information.members": "Thông tin cho cấp ủy viên",
    "visit.unit": "Làm việc với cơ sở",
    "review.annual": "Kiểm điểm hằng năm",
    "review.quarterly": "Đánh giá cán bộ theo quý",
    "review.term": "Kiểm điểm cuối nhiệm kỳ",
    "regulation.review": "Tổng kết quy chế",
    "directive.lead": "Cơ quan chủ trì",
    "directive.review": "Sơ kết, tổng kết",
    "document.number": "Số văn bản",
    "document.signer": "Người ký văn bản",
}
"""What the table calls a rule."""


def years(facts: Facts, findings: Iterable[Finding], today: dt.date) -> list[int]:
    """The years in which a regulation judged anything, and this one; the latest first."""
    days = _own_days(facts)
    judged = (finding for finding in findings if finding.verdict is not Verdict.UNREGULATED)
    found = {day.year for finding in judged if (day := _day_of(days, finding))}
    return sorted(found | {today.year}, reverse=True)


def lines(facts: Facts, findings: Sequence[Finding], year: int) -> list[Line]:
    """The findings of one year, the gravest first, then by day."""
    days, told = _own_days(facts), _told(facts)
    made = [
        (day, _line(facts, finding, told, dt.date(year, 1, 1)))
        for finding in findings
        if (day := _day_of(days, finding)) is None or day.year == year
    ]
    made.sort(key=lambda pair: (pair[1].gravity, -(pair[0] or dt.date.min).toordinal(), pair[1].key))
    return [line for _day, line in made]


def _line(facts: Facts, finding: Finding, told: dict[str, str], beside: dt.date) -> Line:
    kind, _, rest = finding.subject.partition("/")
    return Line(
        key=f"{finding.rule}|{finding.subject}",
        rule=_RULE[finding.rule],
        subject=told.get(finding.subject) or subject_words(facts, finding, beside),
        article=article_words(finding.cite),
        gravity=GRAVITY.index(finding.verdict),
        leads_to=(PLACE_OF[kind], rest.partition("/")[0]) if kind in PLACE_OF else ("compliance", ""),
        finding=finding,
    )


def _told(facts: Facts) -> dict[str, str]:
    """What is known by whose it is and by its period, having no title: programmes, reports and reviews."""
    office, told = facts.office, {}
    for programme in office.programmes:
        told[f"programmes/{programme.id}"] = (_NAMES.get(programme.body or "", ""), programme.period)
    for report in office.reports:
        who = facts.unit(report.unit) or facts.person(report.person)
        name = who.name if who else "Ủy ban nhân dân" if report.unit == "government" else ""
        told[f"reports/{report.id}"] = (name, report.period)
    for review in office.reviews:
        person = facts.person(review.subject)
        name = person.name if person else _NAMES.get(review.subject, "")
        told[f"reviews/{review.id}"] = (name, str(review.date.year) if review.date else "")
    return {subject: _joined(name, code) for subject, (name, code) in told.items()}


def _joined(name: str, code: str) -> str:
    """`Ban Thường vụ, tháng 09/2024`, `Tháng 09/2024`, `Ban Chấp hành, toàn khóa`."""
    span = period(code)
    when = span.words if span else "toàn khóa" if code == TERM else ""
    return vi.capital(", ".join(part for part in (name, when) if part))


def subject_words(facts: Facts, finding: Finding, beside: dt.date) -> str:
    """`Hội nghị BTV 06/09, mục 3`, `Thường trực, tuần 35/2024`, `Đảng ủy xã Tây Hà, tháng 08/2024`, `12-NQ/HU`."""
    parts = finding.subject.removesuffix(_INSPECTION).split("/")
    meeting = facts.meeting(parts[1]) if parts[0] == "meetings" and len(parts) > 1 else None
    if meeting:
        ids = [item.id for item in meeting.agenda]
        item = f", mục {ids.index(parts[2]) + 1}" if len(parts) > 2 and parts[2] in ids else ""
        return f"{short_name(meeting, beside)}{item}"
    named = facts.unit(parts[1]) or facts.person(parts[1]) if parts[0] in ("units", "people") else None
    if parts[0] in PLACE_OF and not named:
        return _symbol(facts, parts[0], parts[1]) or record_words(facts, parts[0], parts[1])
    name = named.name if named else _NAMES.get(parts[0], parts[0])
    name += ", kiểm tra, giám sát" if finding.subject.endswith(_INSPECTION) else ""
    return _joined(name, parts[-1])


def _symbol(facts: Facts, kind: str, ident: str) -> str:
    """`12-NQ/HU`: what a document or a directive is known by."""
    if kind == "documents":
        paper = facts.document(ident)
        return (paper.symbol or paper.title) if paper else ""
    directives = facts.office.directives if kind == "directives" else ()
    return next((one.symbol for one in directives if one.id == ident), "")


_NAMES = dict[str, str](vi.BODY.items()) | {
    "front-and-unions": "Mặt trận, đoàn thể",
    "front-and-unions-deputy": "Phó Bí thư với Mặt trận, đoàn thể",
    "advisory-bodies": "Cơ quan tham mưu",
    "internal-affairs": "Nội chính",
    "office": "",
}
