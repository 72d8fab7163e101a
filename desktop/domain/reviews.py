"""Self-criticism every year, rating every quarter, reviews at the end of a term; `desktop.domain` only.

Each falls due on the last day of its period, and the regulation then in force asks for it. A review belongs to the
period in which it was held. What the text asks to follow (telling the committee, sending it up) bears no day of its
own: it is missed where the period ends without it, and whenever it is done it is done.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Finding, Verdict
from desktop.domain.judging import CONTRARY, Deed, Outcome, Window, awaited, by_day, doubted
from desktop.domain.nearest import session_named
from desktop.domain.periods import Period
from desktop.domain.records import Body, Review, ReviewKind
from desktop.domain.spans import asked, begun, last, term_of
from desktop.domain.wording import BODY, day, distance_said

_BODY = dict[str, str](BODY.items())


def annual(facts: Facts, window: Window) -> Iterator[Finding]:
    """Every body the text names reviews itself within the year; the result is told and sent where the text asks.

    So does every member of the bodies whose members it names.
    """
    for period in begun(facts, "year", window, by=last):
        bodies = facts.ruling("review.annual.bodies", period.last)
        for body in bodies.words if bodies else ():
            assert bodies is not None
            held = _held(facts, "annual-review", period, window.on, body)
            judged = _judge(f"kiểm điểm {period.words} của {_BODY[body]}", held, period, bodies.cite, window.on)
            if judged.verdict is Verdict.MET:
                judged = _followed(facts, judged, held, period, window.on)
            yield judged.of("review.annual", f"{body}/{period.code}")
        yield from _of_members(facts, period, window.on)


def _of_members(facts: Facts, period: Period, on: dt.date) -> Iterator[Finding]:
    ruling = facts.ruling("review.annual.members", period.last)
    bodies: list[Body] = ruling.words if ruling else []  # type: ignore[assignment]
    people = {person.id: person for body in bodies for person in facts.members(body, period.last)}
    for person in people.values():
        assert ruling is not None
        held = _held(facts, "annual-review", period, on, person.id)
        judged = _judge(f"kiểm điểm {period.words} của {person.name}", held, period, ruling.cite, on)
        yield judged.of("review.annual", f"people/{person.id}/{period.code}")


def quarterly(facts: Facts, window: Window) -> Iterator[Finding]:
    """The cadres are rated in every period the text names (002)."""
    for period, ruling in asked(facts, "review.quarterly.periods", window, by=last):
        held = _held(facts, "quarterly-rating", period, window.on)
        judged = _judge(f"đánh giá, xếp loại cán bộ {period.words}", held, period, ruling.cite, window.on)
        yield judged.of("review.quarterly", f"office/{period.code}")


def term(facts: Facts, window: Window) -> Iterator[Finding]:
    """The bodies the text names review themselves before the term is out."""
    period = term_of(facts, window)
    ruling = facts.ruling("review.term.bodies", period.last) if period else None
    if period is None or ruling is None or period.last == dt.date.max:
        return
    made = {body: _held(facts, "term-review", period, window.on, body) for body in ruling.words}
    behind = [body for body in ruling.words if not made[body]]
    held = [] if behind else [review for reviews in made.values() for review in reviews]
    names = ", ".join(_BODY[body] for body in behind or ruling.words)
    judged = _judge(f"kiểm điểm cuối nhiệm kỳ của {names}", held, period, ruling.cite, window.on)
    yield judged.of("review.term", f"office/{period.code}")


def regulation(facts: Facts, window: Window) -> Iterator[Finding]:
    """How the regulation was kept is reviewed in every period the text names: the term."""
    for period, ruling in asked(facts, "regulation.review.periods", window, by=last):
        if period.last != dt.date.max:
            held = _held(facts, "regulation-review", period, window.on)
            name = f"tổng kết việc thực hiện quy chế {period.words}"
            judged = _judge(name, held, period, ruling.cite, window.on)
            yield judged.of("regulation.review", f"office/{period.code}")


def _held(facts: Facts, kind: ReviewKind, period: Period, on: dt.date, subject: str | None = None) -> list[Review]:
    """The reviews held in the period by a day; one planned for a day to come is not."""
    return [
        review
        for review in facts.office.reviews
        if review.kind == kind and (subject is None or review.subject == subject)
        if review.date and period.first <= review.date <= min(period.last, on)
    ]


def _judge(name: str, held: Sequence[Review], period: Period, cite: Cite, on: dt.date) -> Outcome:
    done = min((review.date for review in held if review.date), default=None)
    deed = Deed(done=done, word=f"{name[:1].upper()}{name[1:]} ngày", undone=f"Chưa {name}")
    return by_day(deed, period.last, cite, on)


def _followed(facts: Facts, judged: Outcome, held: Sequence[Review], period: Period, on: dt.date) -> Outcome:
    """What was held in time was also told to the body, and sent to the superior, that the text asks for."""
    to, up = (
        facts.ruling("review.annual.reported_to", period.last),
        facts.ruling("review.annual.sent_up", period.last),
    )
    lacking: list[tuple[str, Cite]] = []
    if to and not any(_told(facts, review, to.word, on) for review in held):
        lacking.append((f"đưa ra hội nghị {_BODY[to.word]} góp ý", to.cite))
    if up and up.value and not any(review.sent_up and review.sent_up <= on for review in held):
        lacking.append(("gửi cấp trên", up.cite))
    if not lacking:
        early = next((one.sent_up for one in held if one.sent_up and one.date and one.sent_up < one.date), None)
        return doubted(judged, f"gửi cấp trên {day(early)}, trước ngày kiểm điểm, {CONTRARY}" if up and early else "")
    fact, limit = judged.text.partition(";")[0], f"hạn cuối {day(period.last)}, {distance_said(period.last, on)}"
    text = f"{fact}, chưa {' và chưa '.join(words for words, _ in lacking)}; {limit}."
    return replace(judged, verdict=awaited(period.last, on), cite=lacking[0][1], text=text, actual="")


def _told(facts: Facts, review: Review, body: str, on: dt.date) -> bool:
    session = session_named(facts, review.reported_at, [body], review.date or on)
    return session is not None and session.start.date() <= on
