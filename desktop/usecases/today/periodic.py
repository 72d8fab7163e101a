"""The lines of Hôm nay on what comes round again: programmes, reports, information, visits, reviews, directives.

Reads only. Imports domain, vi and other use cases. What many owe for one period is told once, with those who owe it.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby

from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.periods import Period, period
from desktop.domain.records import Directive, Person, Unit
from desktop.domain.reports import BY, DAY
from desktop.domain.rules import (
    directive_review,
    information_members,
    programme_adopted,
    regulation_review,
    report_government,
    report_member,
    report_received,
    report_upward,
    review_annual,
    review_quarterly,
    review_term,
    visit_unit,
)
from desktop.exchange.rule_words import words_of
from desktop.usecases.programmes import rows as programmes
from desktop.usecases.today import programmes as today_programmes
from desktop.usecases.today.page import Row
from desktop.usecases.today.parts import LATE, OPEN, Article, row_of

RULES = (
    programme_adopted.RULE.id,
    report_received.RULE.id,
    report_member.RULE.id,
    report_upward.RULE.id,
    report_government.RULE.id,
    information_members.RULE.id,
    visit_unit.RULE.id,
    review_annual.RULE.id,
    review_quarterly.RULE.id,
    review_term.RULE.id,
    regulation_review.RULE.id,
    directive_review.RULE.id,
)
"""The rules told here and nowhere else on the page."""

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
    return finding.rule, finding.subject.code if _is_told_together(finding) else finding.subject


def _is_told_together(finding: Finding) -> bool:
    """A body reviews itself alone, its members together."""
    return bool(words_of(finding.rule).counted) and (
        finding.rule != review_annual.RULE.id or finding.subject.names(Person)
    )


def _is_of_use(finding: Finding, on: dt.date) -> bool:
    dated = finding.rule in (programme_adopted.RULE.id, information_members.RULE.id)
    span = period(finding.subject.code) if dated else None
    return span is None or on <= span.last


def _row(facts: Facts, same: Sequence[Finding], on: dt.date, article: Article) -> Row:
    finding = min(same, key=lambda one: (one.due or dt.date.max, one.subject))
    if finding.rule == programmes.RULE:
        return today_programmes.row(facts, finding, on, article)
    title, second = _said(facts, finding, same, on)
    action, act, record = _act(facts, finding, on)
    return row_of(
        finding,
        article,
        title=title,
        second=second,
        action=action,
        act=act,
        place="programmes",
        record=record,
        by_office="ngày theo quy ước của đơn vị" if _is_set(facts, finding, on) else "ngày cuối kỳ",
    )


def _is_set(facts: Facts, finding: Finding, on: dt.date) -> bool:
    span = period(finding.subject.code)
    return facts.setting(DAY.of(finding.rule), span.first if span else on) is not None


_OPEN = ("Mở", "open")


def _act(facts: Facts, finding: Finding, on: dt.date) -> tuple[str, str, str]:
    """What the line's button says and does, and the record: what stands before its `/` opens the right page."""
    rule, code = finding.rule, finding.subject.code
    if rule in (report_received.RULE.id, report_member.RULE.id):
        urged = finding.due is not None and finding.due < on
        return *(("In công văn đôn đốc", "urge") if urged else _OPEN), f"reports:{code}"
    if words_of(rule).today and not words_of(rule).counted:
        return "Đã nhận" if rule == report_government.RULE.id else "Đã gửi", "report-in", f"reports:{code}/{rule}"
    if rule == visit_unit.RULE.id:
        return *_OPEN, "visits:units"
    if rule == directive_review.RULE.id:
        planned = bool((held := facts.one(Directive, code)) and held.reviews)
        return *(("Ghi đã làm", "directive-held") if planned else _OPEN), code
    undone = finding.text.startswith("Chưa")
    return *(("Ghi đã làm", "review-held") if undone else _OPEN), f"reviews:{rule}|{finding.subject}"


def _said(facts: Facts, finding: Finding, same: Sequence[Finding], on: dt.date) -> tuple[str, str]:
    """Title and second line."""
    code, words = finding.subject.code, words_of(finding.rule)
    span = period(code)
    if _is_told_together(finding):
        title = words.today.format(period=span.words if span else code, count=len(same))
        return title, _names(facts, same, words.counted)
    if words.today and not words.counted:
        return words.today.format(period=_short(span, on)), _by_whom(facts, finding, span)
    return finding.text.partition(";")[0], _directive(facts, code)


def _short(span: Period | None, on: dt.date) -> str:
    """`tháng 9`: without the year where it is this one."""
    return span.words.removesuffix(f"/{on.year}") if span else "toàn khóa"


def _names(facts: Facts, same: Sequence[Finding], counted: str) -> str:
    """`Đảng ủy xã Vĩnh Lâm, Đảng ủy xã Tây Hà, Chi bộ Kiểm lâm và 4 đơn vị khác`."""
    found = [record for one in same if isinstance(record := facts.at(one.subject), Unit | Person)]
    more = len(found) - _NAMED
    said = ", ".join(record.name for record in found[:_NAMED])
    return f"{said} và {more} {counted} khác" if more > 0 else said


def _by_whom(facts: Facts, finding: Finding, span: Period | None) -> str:
    ruling = facts.ruling(BY.of(finding.rule), span.first) if span else None
    return ", ".join(ruling.words) if ruling else ""


def _directive(facts: Facts, ident: str) -> str:
    found = facts.one(Directive, ident)
    return " · ".join(part for part in (found.symbol, found.title) if part) if found else ""
