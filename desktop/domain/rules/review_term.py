"""The bodies the text names review themselves before the term is out."""

import datetime as dt
from collections.abc import Iterator

from desktop.domain.cases import OFFICE
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.judging import Window
from desktop.domain.keys import Key
from desktop.domain.reviews import NAME_OF, held_in, judge_review, of_period
from desktop.domain.rule import Reads, Rule
from desktop.domain.spans import term_of

BODIES = Key("review.term.bodies")

RULE = Rule("review.term", of=OFFICE, reads=(Reads.REVIEWS, Reads.OFFICE), cites=(BODIES,))


@RULE.judged_by
def judge(facts: Facts, window: Window) -> Iterator[Finding]:
    period = term_of(facts, window)
    ruling = facts.ruling(BODIES, period.last) if period else None
    if period is None or ruling is None or period.last == dt.date.max:
        return
    made = {body: held_in(facts, "term-review", period, window.on, body) for body in ruling.words}
    behind = [body for body in ruling.words if not made[body]]
    held = [] if behind else [review for reviews in made.values() for review in reviews]
    names = ", ".join(NAME_OF[body] for body in behind or ruling.words)
    judged = judge_review(f"kiểm điểm cuối nhiệm kỳ của {names}", held, period, ruling.cite, window.on)
    yield judged.of(RULE.id, f"office/{period.code}")


RULE.looks_through(of_period("term-review"))
