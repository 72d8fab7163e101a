"""Every body the text names reviews itself within the year; the result is told and sent where the text asks.

So does every member of the bodies whose members it names.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.domain.cases import BODIES
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Finding, Verdict
from desktop.domain.judging import CONTRARY, Outcome, Window, awaited, doubted
from desktop.domain.keys import Key
from desktop.domain.nearest import session_named
from desktop.domain.periods import Period
from desktop.domain.records import Body, Review
from desktop.domain.reviews import NAME_OF, held_in, judge_review, of_period
from desktop.domain.rule import Reads, Rule
from desktop.domain.spans import begun, last
from desktop.domain.wording import day, distance_said

REVIEWED = Key("review.annual.bodies")
MEMBERS = Key("review.annual.members")
REPORTED_TO = Key("review.annual.reported_to")
SENT_UP = Key("review.annual.sent_up")

RULE = Rule(
    "review.annual",
    of=BODIES,
    reads=(Reads.PEOPLE, Reads.MEETINGS, Reads.REVIEWS),
    cites=(REVIEWED, MEMBERS, REPORTED_TO, SENT_UP),
)


@RULE.judged_by
def judge(facts: Facts, window: Window) -> Iterator[Finding]:
    for period in begun(facts, "year", window, by=last):
        bodies = facts.ruling(REVIEWED, period.last)
        for body in bodies.words if bodies else ():
            assert bodies is not None
            held = held_in(facts, "annual-review", period, window.on, body)
            judged = judge_review(f"kiểm điểm {period.words} của {NAME_OF[body]}", held, period, bodies.cite, window.on)
            if judged.verdict is Verdict.MET:
                judged = _followed(facts, judged, held, period, window.on)
            yield judged.of(RULE.id, f"{body}/{period.code}")
        yield from _of_members(facts, period, window.on)


def _of_members(facts: Facts, period: Period, on: dt.date) -> Iterator[Finding]:
    ruling = facts.ruling(MEMBERS, period.last)
    bodies: list[Body] = ruling.words if ruling else []  # type: ignore[assignment]
    people = {person.id: person for body in bodies for person in facts.members(body, period.last)}
    for person in people.values():
        assert ruling is not None
        held = held_in(facts, "annual-review", period, on, person.id)
        judged = judge_review(f"kiểm điểm {period.words} của {person.name}", held, period, ruling.cite, on)
        yield judged.of(RULE.id, f"people/{person.id}/{period.code}")


def _followed(facts: Facts, judged: Outcome, held: Sequence[Review], period: Period, on: dt.date) -> Outcome:
    """What was held in time was also told to the body, and sent to the superior, that the text asks for."""
    to, up = (
        facts.ruling(REPORTED_TO, period.last),
        facts.ruling(SENT_UP, period.last),
    )
    lacking: list[tuple[str, Cite]] = []
    if to and not any(_told(facts, review, to.word, on) for review in held):
        lacking.append((f"đưa ra hội nghị {NAME_OF[to.word]} góp ý", to.cite))
    if up and up.value and not any(review.sent_up and review.sent_up <= on for review in held):
        lacking.append(("gửi cấp trên", up.cite))
    if not lacking:
        sent = [(one.sent_up, one.date) for one in held if one.sent_up and one.date]
        early = all(went < made for went, made in sent) and bool(up and sent)
        return doubted(judged, f"gửi cấp trên {day(sent[0][0])}, trước ngày kiểm điểm, {CONTRARY}" if early else "")
    fact, limit = judged.text.partition(";")[0], f"hạn cuối {day(period.last)}, {distance_said(period.last, on)}"
    text = f"{fact}, chưa {' và chưa '.join(words for words, _ in lacking)}; {limit}."
    return replace(judged, verdict=awaited(period.last, on), cite=lacking[0][1], text=text, actual="")


def _told(facts: Facts, review: Review, body: str, on: dt.date) -> bool:
    session = session_named(facts, review.reported_at, [body], review.date or on)
    return session is not None and session.start.date() <= on


RULE.looks_through(of_period("annual-review"))
