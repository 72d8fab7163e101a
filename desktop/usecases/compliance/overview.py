"""Single findings as lines: what each was held against, and where the record behind it is. Imports domain and vi."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding, Verdict
from desktop.domain.periods import TERM, Period, period
from desktop.domain.records import Directive, Document, Meeting, Person, Unit
from desktop.domain.refs import RecordRef
from desktop.domain.rules import absence_duty, programme_adopted, report_government
from desktop.nouns import PLACE_OF
from desktop.usecases.base.subjects import record_words, regulation_words, short_name

Way = tuple[str, str]
"""A screen and the record to show on it."""


@dataclass(frozen=True, slots=True)
class Line:
    """`subject` says in words what the finding is on, `distance` how late it was or how long there is."""

    key: str
    subject: str
    distance: str
    finding: Finding


def in_force_words(facts: Facts, today: dt.date) -> str:
    """`Quy chế 5/2024, hiệu lực từ 31/5/2024`."""
    held = facts.in_force(today)
    return f"{regulation_words(facts, today)}, hiệu lực từ {vi.day(held.from_)}" if held else "Chưa có quy chế"


def lines(facts: Facts, findings: Sequence[Finding], on: dt.date, year: int) -> list[Line]:
    """The findings in their order; days stand without the year where it is this one."""
    told = _told(facts) if any(one.subject.kind in _UNTITLED for one in findings) else {}
    beside = dt.date(year, 1, 1)
    return [
        Line(
            key=key_of(one),
            subject=told.get(one.subject) or subject_words(facts, one, beside),
            distance=_distance(one, on),
            finding=one,
        )
        for one in findings
    ]


def _distance(finding: Finding, on: dt.date) -> str:
    """`quá 7 ngày` of what is not done, `chậm 7 ngày` of what was late, `còn 3 ngày`; nothing where no day tells."""
    if finding.due is None or finding.verdict not in (Verdict.BREACH, Verdict.DUE):
        return ""
    if finding.verdict is Verdict.DUE or not finding.actual:
        return vi.distance(finding.due, on)
    done = _day(finding.actual)
    return f"chậm {(done - finding.due).days} ngày" if done and done > finding.due else ""


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def key_of(finding: Finding) -> str:
    return f"{finding.rule}|{finding.subject}"


def leads_to(facts: Facts, finding: Finding) -> Way:
    """The record itself; where what was asked is not on record, the list in which it is missing."""
    kind, ident = finding.subject.kind, finding.subject.id
    if finding.rule.startswith("assignment."):
        return "assignments", ident
    if kind in PLACE_OF and kind not in ("people", "units"):
        return PLACE_OF[kind], f"delegated:{ident}" if kind == "delegated" else ident
    if finding.rule == absence_duty.RULE.id:
        return "absences", _away(facts, finding)
    found = _record(facts, finding)
    list_ = _LIST.get(finding.rule.partition(".")[0], "")
    return ("programmes", found or list_) if list_ else ("meetings", found)


_LIST = {
    "programme": "programmes",
    "report": "reports",
    "information": "reports",
    "visit": "visits",
    "review": "reviews",
    "regulation": "reviews",
}
"""The list in which what a rule asks is kept."""


def _away(facts: Facts, finding: Finding) -> str:
    """An absence on the first day on which nobody of Thường trực was there."""
    return next((one.id for one in facts.office.absences if finding.due and one.from_ <= finding.due <= one.to), "")


def _record(facts: Facts, finding: Finding) -> str:
    """The id of the record that answers what a rule asked in a period; nothing where there is none."""
    about, office = finding.subject, facts.office
    code, who = about.code, about.id if about.is_record else about.kind
    if finding.rule == programme_adopted.RULE.id:
        kind = "inspection" if about.is_inspection else "work"
        return next((one.id for one in office.programmes if (one.kind, one.body, one.period) == (kind, who, code)), "")
    if finding.rule.startswith(("report.", "information.")):
        who = "government" if finding.rule == report_government.RULE.id else who
        return next((one.id for one in office.reports if code == one.period and who in (one.unit, one.person)), "")
    span = period(code)
    if finding.rule.startswith("visit."):
        return next((one.id for one in office.visits if one.unit == who and _within(one.date, span)), "")
    if finding.rule.startswith("review."):
        return next((one.id for one in office.reviews if one.subject == who and _within(one.date, span)), "")
    held = (one for one in facts.sessions if who in (one.body, one.kind) and _within(one.start.date(), span))
    return next((one.id for one in held), "")


def _within(day: dt.date | None, span: Period | None) -> bool:
    return day is not None and (span is None or span.first <= day <= span.last)


_UNTITLED = ("programmes", "reports", "reviews")


def _told(facts: Facts) -> dict[RecordRef, str]:
    """What is known by whose it is and by its period, having no title: programmes, reports and reviews."""
    office, told = facts.office, dict[RecordRef, tuple[str, str]]()
    for programme in office.programmes:
        told[RecordRef.to(programme)] = (_NAMES.get(programme.body or "", ""), programme.period)
    for report in office.reports:
        who = facts.unit(report.unit) or facts.person(report.person)
        name = who.name if who else "Ủy ban nhân dân" if report.unit == "government" else ""
        told[RecordRef.to(report)] = (name, report.period)
    for review in office.reviews:
        person = facts.person(review.subject)
        name = person.name if person else _NAMES.get(review.subject, "")
        told[RecordRef.to(review)] = (name, str(review.date.year) if review.date else "")
    return {subject: _joined(name, code) for subject, (name, code) in told.items()}


def _joined(name: str, code: str) -> str:
    """`Ban Thường vụ, tháng 9/2024`, `Tháng 09/2024`, `Ban Chấp hành, toàn khóa`."""
    span = period(code)
    when = span.words if span else "toàn khóa" if code == TERM else ""
    return vi.capital(", ".join(part for part in (name, when) if part))


def subject_words(facts: Facts, finding: Finding, beside: dt.date) -> str:
    """`Hội nghị BTV 06/9, mục 3`, `Thường trực, tuần 35/2024`, `Đảng ủy xã Tây Hà, tháng 8/2024`, `12-NQ/HU`."""
    about = finding.subject
    meeting = facts.meeting(about.id) if about.names(Meeting) else None
    if meeting:
        ids = [item.id for item in meeting.agenda]
        item = f", mục {ids.index(about.part) + 1}" if about.part in ids else ""
        return f"{short_name(meeting, beside)}{item}"
    named = facts.at(about)
    if not isinstance(named, Unit | Person):
        named = None
    if about.kind in PLACE_OF and not named:
        return _symbol(facts, about) or record_words(facts, about)
    name = named.name if named else _NAMES.get(about.kind, about.kind)
    name += ", kiểm tra, giám sát" if about.is_inspection else ""
    return _joined(name, about.code)


def _symbol(facts: Facts, about: RecordRef) -> str:
    """`12-NQ/HU`: what a document or a directive is known by."""
    found = facts.at(about)
    if isinstance(found, Document):
        return found.symbol or found.title
    return found.symbol if isinstance(found, Directive) else ""


_NAMES = dict[str, str](vi.BODY.items()) | {
    "front-and-unions": "Mặt trận, đoàn thể",
    "front-and-unions-deputy": "Phó Bí thư với Mặt trận, đoàn thể",
    "advisory-bodies": "Cơ quan tham mưu",
    "internal-affairs": "Nội chính",
    "office": "",
}
