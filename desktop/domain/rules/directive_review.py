"""The gravest of a directive's reviews speaks for it; what was due before any regulation is not judged."""

import datetime as dt
from dataclasses import replace

from desktop.domain.cases import DIRECTIVES
from desktop.domain.directives import Directed
from desktop.domain.facts import Facts
from desktop.domain.findings import GRAVITY, Cite, Verdict
from desktop.domain.judging import CONTRARY, Deed, Outcome, Window, by_day, doubted
from desktop.domain.keys import Key
from desktop.domain.records import Directive, DirectiveReview, DirectiveReviewKind
from desktop.domain.rule import Rule
from desktop.domain.wording import day

DIRECTED_BY = Key("directive.review.directed_by")
REQUIRED = Key("directive.review.required")

RULE = Rule("directive.review", of=DIRECTIVES, cites=(REQUIRED,))

_KIND: dict[DirectiveReviewKind, str] = {"so-ket": "sơ kết", "tong-ket": "tổng kết"}


@RULE.judged_by
def judge(directed: Directed) -> Outcome | None:
    facts, directive, window = directed.facts, directed.directive, directed.window
    judged = [one for each in directive.reviews if (one := _judge(facts, window, directive, each))]
    if not directive.reviews:
        judged = [one for one in [_unplanned(facts, window)] if one]
    if not judged:
        return None
    worst = min(judged, key=lambda one: (GRAVITY.index(one.verdict), bool(one.actual), one.due or dt.date.max))
    return _among(worst, judged, directive)


def _judge(facts: Facts, window: Window, directive: Directive, one: DirectiveReview) -> Outcome | None:
    own = one.due or window.on
    cite = _cite(facts, window, own)
    if cite is None:
        return None
    name = _KIND[one.kind] if one.kind else "sơ kết, tổng kết"
    deed = Deed(
        done=one.done,
        word=f"{name.capitalize()} ngày",
        undone=f"Chưa {name}",
        since=directive.date,
        of="ngày ban hành",
    )
    if one.due:
        return by_day(deed, one.due, cite, window.on)
    if one.done and one.done <= window.on:
        text = f"{deed.word} {day(one.done)}; chưa đặt hạn."
        judged = Outcome(verdict=Verdict.MET, cite=cite, text=text, actual=one.done.isoformat())
        before = directive.date is not None and one.done < directive.date
        return doubted(judged, f"trước ngày ban hành, {CONTRARY}" if before else "")
    return Outcome(verdict=Verdict.DUE, cite=cite, text=f"{deed.undone}; chưa đặt hạn, quy chế không quy định ngày.")


def _unplanned(facts: Facts, window: Window) -> Outcome | None:
    """No review is on record: the text asks for one, and names no day."""
    cite = _cite(facts, window, window.on)
    text = "Chưa xếp lịch sơ kết, tổng kết; quy chế không quy định ngày."
    return Outcome(verdict=Verdict.DUE, cite=cite, text=text) if cite else None


def _cite(facts: Facts, window: Window, own: dt.date) -> Cite | None:
    ruling = facts.ruling(REQUIRED, own) if window.holds(own) else None
    return ruling.cite if ruling and ruling.value else None


def _among(worst: Outcome, judged: list[Outcome], directive: Directive) -> Outcome:
    """`; 1/2 lần đạt`, where the directive is reviewed more than once."""
    total = len(directive.reviews)
    if total < 2:
        return worst
    met = sum(one.verdict is Verdict.MET for one in judged)
    return replace(worst, text=f"{worst.text.rstrip('.')} ({met}/{len(judged)} lần đúng hạn).")
