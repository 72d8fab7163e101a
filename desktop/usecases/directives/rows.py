"""Resolutions and directives with their sơ kết and tổng kết: who leads, what is due, what came of it.

Reads return frozen rows whose verdicts are those of the desk's findings. Writes are handed a store and raise `Refusal`;
a rule that is broken is a verdict beside the record, never a refusal. Imports domain, vi and db.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding, gravest
from desktop.domain.records import Directive, DirectiveReview, DirectiveReviewKind, Document
from desktop.domain.refs import RecordRef
from desktop.domain.refusal import Refusal
from desktop.domain.rules import directive_lead, directive_review
from desktop.usecases.base.names import clean

KIND: dict[DirectiveReviewKind, str] = {"so-ket": "Sơ kết", "tong-ket": "Tổng kết"}
LEAD, REVIEW = directive_lead.RULE.id, directive_review.RULE.id
LATE, OPEN, DONE = "late", "open", "done"
STATE = {LATE: "Quá hạn", OPEN: "Chưa sơ kết, tổng kết", DONE: "Đã sơ kết, tổng kết"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectiveRow:
    """`next` is the review to come: the earliest not done; `verdict` the gravest of its findings."""

    id: str
    directive: Directive
    lead: str
    with_: tuple[str, ...]
    next: DirectiveReview | None
    state: str
    verdict: str
    findings: tuple[Finding, ...]

    @property
    def name(self) -> str:
        return " · ".join(part for part in (self.directive.symbol, self.directive.title) if part)


def rows(
    facts: Facts, findings: Iterable[Finding], on: dt.date, *, state: str = "", lead: str = "", text: str = ""
) -> list[DirectiveRow]:
    """Those with a review late or to come first, by its day; those with nothing left to do last."""
    wanted = vi.fold(text.strip())
    judged: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.rule in (LEAD, REVIEW):
            judged[finding.subject].append(finding)
    found = [_row(facts, judged[RecordRef.to(one)], one, on) for one in facts.office.directives]
    kept = [
        row
        for row in found
        if (not state or row.state == state)
        and (not lead or lead in (row.directive.lead, *row.directive.with_))
        and wanted in vi.fold(f"{row.name} {row.lead}")
    ]
    return sorted(kept, key=lambda row: (list(STATE).index(row.state), _due(row), row.id))


def _due(row: DirectiveRow) -> dt.date:
    return (row.next.due if row.next else None) or dt.date.max


def _row(facts: Facts, own: Sequence[Finding], one: Directive, on: dt.date) -> DirectiveRow:
    lead = facts.unit(one.lead)
    return DirectiveRow(
        id=one.id,
        directive=one,
        lead=lead.name if lead else "",
        with_=tuple(unit.name for ident in one.with_ if (unit := facts.unit(ident))),
        next=next_of(one),
        state=_state(one, on),
        verdict=gravest(each.verdict for each in own),
        findings=tuple(own),
    )


def next_of(one: Directive) -> DirectiveReview | None:
    """The earliest review not done; one without a day comes after those that have one."""
    waiting = [each for each in one.reviews if each.done is None]
    return min(waiting, key=lambda each: each.due or dt.date.max, default=None)


def _state(one: Directive, on: dt.date) -> str:
    waiting = next_of(one)
    if waiting is None:
        return DONE if one.reviews else OPEN
    return LATE if waiting.due and waiting.due < on else OPEN


def review_words(one: DirectiveReview) -> str:
    """`Sơ kết`; what bears no kind is either."""
    return KIND[one.kind] if one.kind else "Sơ kết, tổng kết"


def paper_words(facts: Facts, ident: str | None) -> str:
    """`Báo cáo 214-BC/HU ngày 12/12/2024`; empty where none is named."""
    paper = facts.document(ident)
    if paper is None:
        return ""
    day = f" ngày {vi.day(paper.date)}" if paper.date else ""
    return f"{paper.symbol or paper.title}{day}"


def papers(facts: Facts, kind: str) -> list[tuple[str, str]]:
    """The papers of a type that may be named, the latest first."""
    found = [one for one in facts.office.documents if one.type == kind]
    found.sort(key=lambda one: one.date or dt.date.min, reverse=True)
    return [(one.id, _paper(one)) for one in found]


def _paper(one: Document) -> str:
    return ": ".join(part for part in (one.symbol, one.title) if part)


# Writes


def _check(facts: Facts, one: Directive, on: dt.date) -> None:
    if not (one.symbol or one.title):
        raise Refusal("Văn bản chưa có số, ký hiệu hoặc trích yếu; cần ghi ít nhất một.", field="title")
    if one.date and one.date > on:
        raise Refusal(f"Ngày ban hành {vi.day(one.date)} chưa đến; cần ngày không sau hôm nay.", field="date")
    if one.lead and one.lead in one.with_:
        raise Refusal("Cơ quan chủ trì không đồng thời là cơ quan phối hợp.", field="lead")
    twice = next((each for each in facts.office.directives if _same(each, one)), None)
    if twice:
        raise Refusal(f"Đã có {one.symbol}: {twice.title}; sửa dòng ấy, không ghi lần thứ hai.", field="symbol")
    for review in one.reviews:
        _check_review(one, review, on)


def _same(one: Directive, other: Directive) -> bool:
    """The same paper: one symbol on one day, or where a day is not known."""
    days = {one.date, other.date} - {None}
    return one.id != other.id and bool(other.symbol) and one.symbol == other.symbol and len(days) < 2


def _check_review(one: Directive, review: DirectiveReview, on: dt.date) -> None:
    if review.done and review.done > on:
        said = f"Ngày làm {vi.day(review.done)} chưa đến"
        raise Refusal(f"{said}; cần ngày không sau hôm nay, {vi.day(on)}.", field="done")
    for day, field, name in ((review.done, "done", "Ngày làm"), (review.due, "due", "Hạn")):
        if day and one.date and day < one.date:
            said = f"{name} {vi.day(day)} trước ngày ban hành {vi.day(one.date)}"
            raise Refusal(f"{said}; cần ngày ấy hoặc sau đó.", field=field)


def _clean(one: Directive) -> Directive:
    return replace(one, symbol=clean(one.symbol), title=clean(one.title))


def add(store: Store, *, facts: Facts, draft: Directive, on: dt.date) -> Directive:
    made = replace(_clean(draft), id=store.new_id(Directive))
    _check(facts, made, on)
    store.put(made, before=None)
    return made


def amend(store: Store, *, facts: Facts, directive: Directive, after: Directive, on: dt.date) -> Directive:
    changed = _clean(after)
    if changed != directive:
        _check(facts, changed, on)
        store.put(changed, before=directive)
    return changed


def put_review(
    store: Store, *, facts: Facts, directive: Directive, place: int | None, review: DirectiveReview, on: dt.date
) -> Directive:
    """Put a review in its place among the directive's, or a new one after them."""
    if review.kind is None:
        raise Refusal("Chưa chọn sơ kết hay tổng kết.", field="kind")
    reviews = list(directive.reviews)
    if place is None:
        reviews.append(review)
    else:
        reviews[place] = review
    return amend(store, facts=facts, directive=directive, after=replace(directive, reviews=tuple(reviews)), on=on)


def hold(store: Store, *, facts: Facts, directive: Directive, day: dt.date, on: dt.date) -> Directive:
    """The review to come was held on a day; refused where none is planned."""
    waiting = next_of(directive)
    if waiting is None:
        raise Refusal("Chưa xếp lịch sơ kết, tổng kết nào; cần thêm một lần trước.", field="reviews")
    place = directive.reviews.index(waiting)
    return put_review(
        store, facts=facts, directive=directive, place=place, review=replace(waiting, done=day), on=on
    )  # fmt: skip


def remove_review(store: Store, *, facts: Facts, directive: Directive, place: int, on: dt.date) -> Directive:
    kept = tuple(one for at, one in enumerate(directive.reviews) if at != place)
    return amend(store, facts=facts, directive=directive, after=replace(directive, reviews=kept), on=on)


def remove(store: Store, *, directive: Directive) -> None:
    """Take out one entered by mistake; undo brings it back."""
    store.remove(Directive, directive.id)
