"""The lines of Hôm nay on what comes round again: programmes, reports, information, visits, reviews, directives.

Reads only. Imports domain, vi and other use cases. What many owe for one period is told once, with those who owe it.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.periods import TERM, Period, period
from desktop.usecases.today_page import Row
from desktop.usecases.today_rows import LATE, OPEN, Article, row_of

RULES = (
    "programme.adopted",
    "report.received",
    "report.member",
    "report.upward",
    "report.government",
    "information.members",
    "visit.unit",
    "review.annual",
    "review.quarterly",
    "review.term",
    "regulation.review",
    "directive.review",
)
"""The rules told here and nowhere else on the page."""

_TOGETHER = {
    "report.received": ("Báo cáo {}: {} đơn vị chưa gửi", "đơn vị"),
    "report.member": ("Báo cáo {}: {} ủy viên chưa gửi", "ủy viên"),
    "visit.unit": ("Làm việc với cơ sở {}: còn {} nơi", "nơi"),
}
"""The rules told once for a period: how many owe it, and what they are counted in."""

_ALONE = {
    "report.upward": "Báo cáo {} lên cấp trên chưa gửi",
    "report.government": "Báo cáo {} của Ủy ban nhân dân chưa gửi",
    "information.members": "Thông tin {} gửi cấp ủy viên",
}
_NAMED = 3


def rows(facts: Facts, findings: Iterable[Finding], on: dt.date, until: dt.date, article: Article) -> list[Row]:
    """What is not done and late or due until a day; a programme or bulletin only while its period lasts."""
    open_ = [
        one
        for one in findings
        if one.rule in RULES and one.verdict in OPEN and not one.actual
        if one.due and on - LATE <= one.due <= until and _is_of_use(one, on)
    ]
    groups = groupby(sorted(open_, key=_grouping), _grouping)
    return [_row(facts, list(same), on, article) for _key, same in groups]


def _grouping(finding: Finding) -> tuple[str, str]:
    return finding.rule, _code(finding) if finding.rule in _TOGETHER else finding.subject


def _code(finding: Finding) -> str:
    return finding.subject.removesuffix("/inspection").rpartition("/")[2]


def _is_of_use(finding: Finding, on: dt.date) -> bool:
    span = period(_code(finding)) if finding.rule in ("programme.adopted", "information.members") else None
    return span is None or on <= span.last


def _row(facts: Facts, same: Sequence[Finding], on: dt.date, article: Article) -> Row:
    finding = min(same, key=lambda one: (one.due or dt.date.max, one.subject))
    title, second, record = _said(facts, finding, same, on)
    return row_of(
        finding,
        article,
        title=title,
        second=second,
        action="Mở",
        act="open",
        place="programmes",
        record=record,
        by_office="ngày do đơn vị đặt" if _is_set(facts, finding) else "ngày cuối kỳ",
    )


def _is_set(facts: Facts, finding: Finding) -> bool:
    return facts.setting(f"{finding.rule}.day") is not None


def _said(facts: Facts, finding: Finding, same: Sequence[Finding], on: dt.date) -> tuple[str, str, str]:
    """Title, second line, and the record that opens the right list."""
    code = _code(finding)
    span = period(code)
    if finding.rule in _TOGETHER:
        title, counted = _TOGETHER[finding.rule]
        return (
            title.format(span.words if span else code, len(same)),
            _names(facts, same, counted),
            _nearby(facts, finding),
        )
    if finding.rule in _ALONE:
        return _ALONE[finding.rule].format(_short(span, on)), _by_whom(facts, finding, span), _nearby(facts, finding)
    if finding.rule == "programme.adopted":
        return _programme(facts, finding, on)
    return finding.text.partition(";")[0], _directive(facts, code), code if finding.rule == "directive.review" else ""


def _short(span: Period | None, on: dt.date) -> str:
    """`tháng 09`: without the year where it is this one."""
    return span.words.removesuffix(f"/{on.year}") if span else "toàn khóa"


def _names(facts: Facts, same: Sequence[Finding], counted: str) -> str:
    """`Đảng ủy xã Vĩnh Lâm, Đảng ủy xã Tây Hà, Chi bộ Kiểm lâm và 4 đơn vị khác`."""
    ids = [one.subject.split("/")[1] for one in same]
    found = [record for id in ids if (record := facts.unit(id) or facts.person(id))]
    more = len(found) - _NAMED
    said = ", ".join(record.name for record in found[:_NAMED])
    return f"{said} và {more} {counted} khác" if more > 0 else said


_REPORTER = {"report.upward": "office", "information.members": "office", "report.government": "government"}


def _nearby(facts: Facts, finding: Finding) -> str:
    """A record of the same kind or period, so that the list it lies in is the one that opens."""
    if finding.rule == "visit.unit":
        return next((one.id for one in facts.office.visits), "")
    code, unit = _code(finding), _REPORTER.get(finding.rule)
    alike = [one for one in facts.office.reports if unit is None or one.unit == unit] or facts.office.reports
    return next((one.id for one in alike if one.period == code), alike[-1].id if alike else "")


def _by_whom(facts: Facts, finding: Finding, span: Period | None) -> str:
    ruling = facts.ruling(f"{finding.rule}.by", span.first) if span else None
    return ", ".join(ruling.words) if ruling else ""


def _programme(facts: Facts, finding: Finding, on: dt.date) -> tuple[str, str, str]:
    body, code = finding.subject.split("/")[:2]
    kind = "inspection" if finding.subject.endswith("/inspection") else "work"
    draft = next(
        (one for one in facts.office.programmes if (one.kind, one.body, one.period) == (kind, body, code)), None
    )
    name = "Chương trình kiểm tra, giám sát" if kind == "inspection" else "Chương trình"
    when = "toàn khóa" if code == TERM else _short(period(code), on)
    title = f"{name} {when} của {dict[str, str](vi.BODY_SHORT.items())[body]} chưa thông qua"
    if draft:
        return title, f"Dự thảo, {len(draft.items)} việc", draft.id
    return title, "Chưa có dự thảo", next((one.id for one in facts.office.programmes if one.body == body), "")


def _directive(facts: Facts, ident: str) -> str:
    found = next((one for one in facts.office.directives if one.id == ident), None)
    return " · ".join(part for part in (found.symbol, found.title) if part) if found else ""
